//! What Windows' pointers look like: some have colours and alpha, some colours and a mask, some two masks and no colours.

use crate::screen::{CursorShape, MAX_CURSOR_SIDE, Point, Size};

const CLEAR: u32 = 0;
const BLACK: u32 = 0xff00_0000;
const WHITE: u32 = 0xffff_ffff;
/// The bits of a pixel that are its colour.
const COLOUR: u32 = 0x00ff_ffff;

/// A pointer as Windows keeps it; a pixel is `0xAARRGGBB`.
pub(super) struct Picture {
    pub(super) size: Size,
    /// Where the screen stays (white) or not (black); without colours another mask below, which the screen is then mixed with.
    pub(super) masks: Vec<u32>,
    pub(super) colours: Option<Vec<u32>>,
}

/// The pointer as Hulp has it; one that is too large loses what is beyond the limit.
pub(super) fn shape(picture: Picture, hot_spot: Point) -> Option<CursorShape> {
    let Picture {
        size,
        masks,
        colours,
    } = picture;
    let pixels = match colours {
        Some(colours) if colours.iter().any(|pixel| pixel & !COLOUR != 0) => {
            colours.into_iter().map(premultiplied).collect()
        }
        Some(colours) => coloured(&colours, &masks),
        None => of_masks(size, &masks)?,
    };
    let kept = Size::new(
        size.width.min(MAX_CURSOR_SIDE),
        size.height.min(MAX_CURSOR_SIDE),
    );
    let rows = pixels.chunks(size.width.max(1) as usize);
    let rows = rows.take(kept.height as usize);
    let cut = rows.flat_map(|row| row.iter().take(kept.width as usize));
    CursorShape::new(kept, hot_spot, cut.copied().collect()).ok()
}

fn premultiplied(pixel: u32) -> u32 {
    let [alpha, red, green, blue] = pixel.to_be_bytes();
    let part = |colour: u8| ((u32::from(colour) * u32::from(alpha) + 127) / 255) as u8;
    u32::from_be_bytes([alpha, part(red), part(green), part(blue)])
}

fn coloured(colours: &[u32], masks: &[u32]) -> Vec<u32> {
    let pairs = colours.iter().zip(masks);
    pairs
        .map(|(colour, mask)| match (mask & COLOUR, colour & COLOUR) {
            (0, colour) => BLACK | colour,
            (_, 0) => CLEAR,
            // What is below would be inverted, which no picture can say.
            (_, _) => BLACK,
        })
        .collect()
}

/// Black, white, clear, and what inverts the screen: black, with a white rim where there was nothing, so that it is seen anywhere.
fn of_masks(size: Size, masks: &[u32]) -> Option<Vec<u32>> {
    let (stays, mixed) = masks.split_at_checked(size.pixels())?;
    let inverts = |at: usize| stays[at] & COLOUR != 0 && mixed.get(at).is_some_and(is_white);
    let (width, height) = (size.width as usize, size.height as usize);
    let pixel = |at: usize| {
        let is_mixed = mixed.get(at).is_some_and(is_white);
        match (stays[at] & COLOUR != 0, is_mixed) {
            (false, false) => BLACK,
            (false, true) => WHITE,
            (true, true) => BLACK,
            (true, false) => {
                let (x, y) = (at % width, at / width);
                let beside = x > 0 && inverts(at - 1)
                    || x + 1 < width && inverts(at + 1)
                    || y > 0 && inverts(at - width)
                    || y + 1 < height && inverts(at + width);
                if beside { WHITE } else { CLEAR }
            }
        }
    };
    Some((0..size.pixels()).map(pixel).collect())
}

fn is_white(pixel: &u32) -> bool {
    pixel & COLOUR != 0
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const OFF: u32 = 0;
    const ON: u32 = COLOUR;

    fn pixels(size: Size, masks: Vec<u32>, colours: Option<Vec<u32>>) -> Vec<u32> {
        let picture = Picture {
            size,
            masks,
            colours,
        };
        let shape = shape(picture, Point::new(1, 0)).unwrap();
        shape.pixels().to_vec()
    }

    #[test]
    fn a_line_that_inverts_the_screen_is_black_with_a_white_rim() {
        // As over text: a line of one pixel in an area of five.
        let stays = [ON; 5];
        let mixed = [OFF, OFF, ON, OFF, OFF];
        let masks = [stays, mixed].concat();
        assert_eq!(
            pixels(Size::new(5, 1), masks, None),
            [CLEAR, WHITE, BLACK, WHITE, CLEAR]
        );
    }

    #[test]
    fn masks_and_colours_with_and_without_alpha() {
        let masks = vec![OFF, OFF, ON, OFF, ON, OFF];
        assert_eq!(
            pixels(Size::new(3, 1), masks.clone(), None),
            [BLACK, WHITE, CLEAR]
        );
        let colours = vec![0x0012_3456, 0, 0];
        assert_eq!(
            pixels(Size::new(3, 1), masks[..3].to_vec(), Some(colours)),
            [0xff12_3456, BLACK, CLEAR]
        );
        let colours = vec![0x8000_00ff, 0xff12_3456, 0];
        assert_eq!(
            pixels(Size::new(3, 1), masks[..3].to_vec(), Some(colours)),
            [0x8000_0080, 0xff12_3456, 0]
        );
    }

    #[test]
    fn odd_sizes_give_nothing_or_a_part() {
        let picture = |width, height, masks| Picture {
            size: Size::new(width, height),
            masks,
            colours: None,
        };
        assert_eq!(shape(picture(4, 4, vec![OFF; 3]), Point::default()), None);
        assert_eq!(shape(picture(0, 0, vec![]), Point::default()), None);
        let wide = MAX_CURSOR_SIDE + 9;
        let cut = shape(
            picture(wide, 2, vec![OFF; wide as usize * 4]),
            Point::default(),
        );
        assert_eq!(cut.unwrap().size(), Size::new(MAX_CURSOR_SIDE, 2));
    }
}
