//! The pointer's picture on the wire: size, hot spot, then its pixels as plain little-endian bytes, which takes a fifth less than a
//! varint for each pixel. A picture that cannot be is no message.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::screen::{CursorShape, Point, Size};

pub(super) fn serialize<S: Serializer>(
    shape: &Arc<CursorShape>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let pixels: Vec<u8> = shape
        .pixels()
        .iter()
        .flat_map(|pixel| pixel.to_le_bytes())
        .collect();
    (shape.size(), shape.hot_spot(), Bytes(&pixels)).serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Arc<CursorShape>, D::Error> {
    let (size, hot_spot, pixels) = <(Size, Point, &[u8])>::deserialize(deserializer)?;
    let (pixels, []) = pixels.as_chunks::<4>() else {
        return Err(D::Error::custom("a part of a pixel"));
    };
    let pixels = pixels.iter().copied().map(u32::from_le_bytes).collect();
    CursorShape::new(size, hot_spot, pixels)
        .map(Arc::new)
        .map_err(D::Error::custom)
}

/// Bytes as bytes, not as a list of numbers.
struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}
