//! Screens like those of everyday work, drawn the same on every run: text with smooth edges, windows, photos.
//!
//! Each scene gives the screens one after the other, with what changed since the one before.

use hulp::screen::{Damage, Framebuffer, Rect, Size};

/// Screens in their order, each with its damage.
pub type Screens = Vec<(Framebuffer, Damage)>;

const PAPER: u32 = 0xFF_FFFF;
const INK: u32 = 0x1D_2126;
const FACE: u32 = 0xF0_F0EE;
const LETTER: Size = Size::new(8, 12);
const LINE: u32 = 20;

/// Letters appear in an editor, one a screen.
pub fn typing(size: Size, screens: usize) -> Screens {
    let mut desk = desktop(size);
    let page = Rect::new(
        size.width / 8,
        size.height / 8,
        size.width / 2,
        size.height / 2,
    );
    fill(&mut desk, page, PAPER);
    text(&mut desk, page, 1, INK);
    let mut shown = vec![(desk.clone(), Damage::of(size.rect()))];
    for n in 1..screens as u32 {
        let place = Rect::new(
            page.x + n * LETTER.width,
            page.bottom() + LINE,
            LETTER.width,
            LETTER.height,
        );
        letter(&mut desk, place.x, place.y, mix(n, 9, 9), INK, size.rect());
        shown.push((desk.clone(), Damage::of(place)));
    }
    shown
}

/// A long page with text and photos scrolls by other distances each time.
pub fn scroll(size: Size, screens: usize) -> Screens {
    let view = Rect::new(
        size.width / 16,
        size.height / 12,
        size.width * 3 / 4,
        size.height * 7 / 8,
    );
    let page = page(Size::new(view.width, view.height + 101 * screens as u32));
    let mut desk = desktop(size);
    let mut at = 0;
    (0..screens as u32)
        .map(|n| {
            blit(&mut desk, view, &page, 0, at);
            at += 40 + mix(n, 3, 3) % 61;
            let damage = if n == 0 { size.rect() } else { view };
            (desk.clone(), Damage::of(damage))
        })
        .collect()
}

/// A window is dragged over two others.
pub fn windows(size: Size, screens: usize) -> Screens {
    let backdrop = desktop(size);
    let (width, height) = (size.width / 3, size.height * 2 / 5);
    let window = |seed: u32, ink: u32, paper: u32| {
        let mut window = Framebuffer::new(Size::new(width, height));
        let inner = Rect::new(1, 26, width - 2, height - 27);
        fill(&mut window, Size::new(width, 26).rect(), 0x2F_62A3);
        fill(&mut window, inner, paper);
        text(&mut window, inner, seed, ink);
        window
    };
    let (below, top) = (window(1, 0xD6_DADF, 0x14_181C), window(2, INK, PAPER));
    let mut picture = Framebuffer::new(Size::new(width, height));
    landscape(&mut picture, Size::new(width, height).rect(), 5, 0);
    let (mut x, mut y) = (size.width / 12, size.height / 10);
    let mut before = Rect::default();
    (0..screens as u32)
        .map(|n| {
            let mut desk = backdrop.clone();
            let place = |x, y| Rect::new(x, y, width, height);
            blit(
                &mut desk,
                place(size.width / 8, size.height / 8),
                &below,
                0,
                0,
            );
            blit(
                &mut desk,
                place(size.width * 2 / 5, size.height / 3),
                &picture,
                0,
                0,
            );
            blit(&mut desk, place(x, y), &top, 0, 0);
            let damage = if n == 0 {
                size.rect()
            } else {
                before.union(place(x, y))
            };
            before = place(x, y);
            (x, y) = (x + 11, y + 6);
            (desk, Damage::of(damage))
        })
        .collect()
}

/// Photos as large as the screen; the first comes again after the third.
pub fn photo(size: Size, screens: usize) -> Screens {
    (0..screens as u32).map(|n| slide(size, n % 3)).collect()
}

/// Photos as large as the screen, and none comes again.
pub fn slides(size: Size, screens: usize) -> Screens {
    (0..screens as u32).map(|n| slide(size, n)).collect()
}

fn slide(size: Size, seed: u32) -> (Framebuffer, Damage) {
    let mut desk = Framebuffer::new(size);
    landscape(&mut desk, size.rect(), seed, 0);
    (desk, Damage::of(size.rect()))
}

/// A landscape passes by in a third of the screen's width, with its light changing.
pub fn video(size: Size, screens: usize) -> Screens {
    let mut desk = desktop(size);
    let view = Rect::new(
        size.width / 3,
        size.height / 3,
        size.width / 3,
        size.height / 3,
    );
    (0..screens as u32)
        .map(|n| {
            landscape(&mut desk, view, 8, n);
            let damage = if n == 0 { size.rect() } else { view };
            (desk.clone(), Damage::of(damage))
        })
        .collect()
}

/// A menu opens over a text and closes again, over and over.
pub fn menu(size: Size, screens: usize) -> Screens {
    let mut closed = desktop(size);
    text(&mut closed, size.rect(), 3, INK);
    let place = Rect::new(
        size.width / 8,
        size.height / 8,
        size.width / 6,
        size.height / 3,
    );
    let mut open = closed.clone();
    fill(&mut open, place, FACE);
    text(&mut open, place, 4, INK);
    (0..screens)
        .map(|n| {
            let screen = if n % 2 == 0 { &closed } else { &open };
            let damage = if n == 0 { size.rect() } else { place };
            (screen.clone(), Damage::of(damage))
        })
        .collect()
}

/// A soft background with a bar along the bottom.
fn desktop(size: Size) -> Framebuffer {
    let mut desk = Framebuffer::new(size);
    paint(&mut desk, size.rect(), |x, y| {
        let (across, down) = (x * 255 / size.width, y * 255 / size.height);
        let glow = 255 - (across.abs_diff(170) + down.abs_diff(90)).min(510) / 2;
        (24 + glow / 6 + down / 8) << 16 | (62 + glow / 4) << 8 | (92 + glow / 3 + across / 12)
    });
    let bar = Rect::new(
        0,
        size.height - size.height / 30,
        size.width,
        size.height / 30,
    );
    fill(&mut desk, bar, 0x2B_3036);
    desk
}

/// Blocks of text with a photo in every third.
fn page(size: Size) -> Framebuffer {
    let mut page = Framebuffer::new(size);
    fill(&mut page, size.rect(), PAPER);
    let (margin, block) = (size.width / 12, 300);
    for n in 0..size.height / block {
        let column = Rect::new(margin, n * block, size.width - 2 * margin, block - 30);
        let mut words = column;
        if n % 3 == 2 {
            let picture = Rect::new(column.x, column.y, column.width / 3, column.height);
            landscape(&mut page, picture, n, 0);
            words.x += picture.width + 20;
            words.width -= picture.width + 20;
        }
        text(&mut page, words, n, INK);
    }
    page
}

/// Lines of words, as many as fit.
fn text(frame: &mut Framebuffer, area: Rect, seed: u32, ink: u32) {
    let columns = area.width / LETTER.width;
    for line in 0..area.height / LINE {
        let length = columns * (60 + mix(seed, line, 7) % 40) / 100;
        for column in 0..length {
            let which = mix(seed, line, column);
            if !which.is_multiple_of(6) {
                let (x, y) = (area.x + column * LETTER.width, area.y + line * LINE + 4);
                letter(frame, x, y, which, ink, area);
            }
        }
    }
}

/// One of 40 shapes of three strokes with smooth edges.
fn letter(frame: &mut Framebuffer, x: u32, y: u32, which: u32, ink: u32, clip: Rect) {
    let place = Rect::new(x, y, LETTER.width - 1, LETTER.height);
    let Some(place) = place.intersection(clip) else {
        return;
    };
    let end = |n: u32| {
        let at = mix(which % 40, n, 1);
        ((at % 6) as f32, (at / 6 % 11) as f32)
    };
    for row in place.y..place.bottom() {
        for (column, pixel) in (place.x..).zip(frame.row_mut(place, row)) {
            let (px, py) = ((column - x) as f32, (row - y) as f32);
            let distance = (0..3).map(|n| to_stroke((px, py), end(2 * n), end(2 * n + 1)));
            let nearest = distance.fold(f32::MAX, f32::min);
            let coverage = ((1.3 - nearest).clamp(0.0, 1.0) * 255.0) as u32;
            *pixel = blend(*pixel, ink, coverage);
        }
    }
}

fn to_stroke((x, y): (f32, f32), from: (f32, f32), to: (f32, f32)) -> f32 {
    let (along_x, along_y) = (to.0 - from.0, to.1 - from.1);
    let length = (along_x * along_x + along_y * along_y).max(0.01);
    let share = ((x - from.0) * along_x + (y - from.1) * along_y) / length;
    let share = share.clamp(0.0, 1.0);
    (x - from.0 - share * along_x).hypot(y - from.1 - share * along_y)
}

fn blend(under: u32, over: u32, coverage: u32) -> u32 {
    let mix = |shift: u32| {
        let (u, o) = (under >> shift & 255, over >> shift & 255);
        ((u * (255 - coverage) + o * coverage) / 255) << shift
    };
    mix(16) | mix(8) | mix(0)
}

/// Smooth hills and a little grain; `step` moves it and changes the light.
fn landscape(frame: &mut Framebuffer, area: Rect, seed: u32, step: u32) {
    let height = |x: u32, y: u32, cell: u32| {
        let corner = |dx, dy| (mix(seed, x / cell + dx, y / cell + dy) % 256) as f32;
        let (across, down) = (
            (x % cell) as f32 / cell as f32,
            (y % cell) as f32 / cell as f32,
        );
        let upper = corner(0, 0) * (1.0 - across) + corner(1, 0) * across;
        let lower = corner(0, 1) * (1.0 - across) + corner(1, 1) * across;
        upper * (1.0 - down) + lower * down
    };
    paint(frame, area, |x, y| {
        let (x, y) = (x + 3 * step, y + step);
        let hill = height(x, y, 160) * 0.6 + height(x, y, 37) * 0.3 + height(x, y, 9) * 0.1;
        let grain = (mix(x, y, seed) % 4) as f32 + step as f32 % 20.0;
        let tone = |share: f32| ((hill * share + grain) as u32).min(255);
        tone(0.9) << 16 | tone(0.8) << 8 | tone(0.7)
    });
}

fn fill(frame: &mut Framebuffer, area: Rect, colour: u32) {
    paint(frame, area, |_, _| colour);
}

fn paint(frame: &mut Framebuffer, area: Rect, colour: impl Fn(u32, u32) -> u32) {
    for y in area.y..area.bottom() {
        for (x, pixel) in (0..).zip(frame.row_mut(area, y)) {
            *pixel = colour(x, y - area.y);
        }
    }
}

/// Copies what `source` has from (`x`, `y`) on to `area`.
fn blit(frame: &mut Framebuffer, area: Rect, source: &Framebuffer, x: u32, y: u32) {
    let from = Rect::new(x, y, area.width, area.height);
    for row in 0..area.height {
        let pixels = source.row(from, y + row);
        frame.row_mut(area, area.y + row).copy_from_slice(pixels);
    }
}

fn mix(a: u32, b: u32, c: u32) -> u32 {
    let mut z =
        a.wrapping_mul(0x9E37_79B1) ^ b.wrapping_mul(0x85EB_CA77) ^ c.wrapping_mul(0xC2B2_AE3D);
    z = (z ^ (z >> 15)).wrapping_mul(0x2C1B_3C6D);
    z = (z ^ (z >> 12)).wrapping_mul(0x297A_2D39);
    z ^ (z >> 15)
}
