//! A text as a QR picture (SVG), for a telephone to read from a screen or from paper.

use std::fmt::Write;

use anyhow::Context;
use hulp::language::say;
use qrcodegen::{QrCode, QrCodeEcc};

/// The white margin in modules, as the standard (ISO/IEC 18004) wants it.
const QUIET_ZONE: i32 = 4;

/// The picture of a text.
///
/// # Errors
/// When the text is longer than any QR code holds.
pub(super) fn svg(text: &str) -> anyhow::Result<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low)
        .with_context(|| say!("identity-too-long-for-picture"))?;
    let size = code.size();
    let side = size + 2 * QUIET_ZONE;
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let mut path = String::new();
    for (x, y) in dark.filter(|&(x, y)| code.get_module(x, y)) {
        write!(path, "M{},{}h1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE)?;
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>\n"
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_picture_has_the_three_corners_and_its_margin() {
        let picture = svg("hulp").unwrap();
        assert!(picture.contains("viewBox=\"0 0 29 29\""), "version 1");
        for corner in ["M4,4h", "M24,4h", "M4,24h"] {
            assert!(picture.contains(corner), "{corner}");
        }
        assert!(!picture.contains("M24,24h1v1h-1zM25"));
        assert!(!picture.contains("M3,") && !picture.contains("M25,"));
        assert!(svg(&"x".repeat(5000)).is_err());
    }
}
