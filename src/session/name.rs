//! This side's own name, as long as a message may hold it.

use crate::protocol::MAX_NAME_BYTES;

/// At most [`MAX_NAME_BYTES`] of a name, whole signs only.
pub(super) fn cut(name: &str) -> &str {
    &name[..name.floor_char_boundary(MAX_NAME_BYTES)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_between_signs() {
        assert_eq!(cut("Zoë"), "Zoë");
        assert_eq!(cut(&"é".repeat(100)).len(), MAX_NAME_BYTES);
        assert_eq!(cut(&"漢".repeat(100)).len(), 126);
    }
}
