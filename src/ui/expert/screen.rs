//! The remote screen as textures: only what changed is brought to the graphics card.

use std::sync::Arc;

use egui::{
    Color32, ColorImage, Context, CustomCursorImage, Painter, Rect as UiRect, TextureFilter,
    TextureHandle, TextureOptions, Vec2, pos2,
};

use crate::{
    engine::RemoteScreen,
    screen::{CursorShape, Damage, Framebuffer, Rect, Size},
};

/// A texture's longest side that every graphics card takes; larger screens are cut up.
const LONGEST_SIDE: u32 = 4096;

/// Many small changes are brought one by one as long as they are less than this share of the rectangle around them.
const WORTH_SPLITTING: f32 = 0.6;

/// The remote screen's picture.
#[derive(Default)]
pub struct ScreenPicture {
    size: Size,
    parts: Vec<Part>,
    sharp: bool,
    cursor: Option<Cursor>,
}

struct Part {
    area: Rect,
    texture: TextureHandle,
    corner: Color32,
}

struct Cursor {
    shape: Arc<CursorShape>,
    image: CustomCursorImage,
    texture: TextureHandle,
}

impl ScreenPicture {
    /// Brings over what changed.
    pub fn update(&mut self, ctx: &Context, remote: &RemoteScreen) {
        remote.take_changes(|frame, damage| {
            if frame.size() != self.size || self.parts.is_empty() {
                self.begin(ctx, frame);
            } else {
                self.change(frame, damage);
            }
        });
        let (shape, _) = remote.cursor();
        if let Some(shape) = shape
            && !matches!(&self.cursor, Some(known) if Arc::ptr_eq(&known.shape, &shape))
        {
            self.cursor = Some(Cursor::new(ctx, shape));
        }
    }

    /// Paints the screen over `place`.
    pub fn paint(&mut self, painter: &Painter, place: UiRect) {
        let scale = place.width() * painter.pixels_per_point() / self.size.width as f32;
        let sharp = (scale - scale.round()).abs() < 1e-3 && scale >= 1.0 - 1e-3;
        if sharp != self.sharp {
            self.sharp = sharp;
            self.set_filter();
        }
        let scale = place.size() / Vec2::new(self.size.width as f32, self.size.height as f32);
        for part in &self.parts {
            let area = part.area;
            let min = place.min + Vec2::new(area.x as f32, area.y as f32) * scale;
            let size = Vec2::new(area.width as f32, area.height as f32) * scale;
            let whole = UiRect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(
                part.texture.id(),
                UiRect::from_min_size(min, size),
                whole,
                Color32::WHITE,
            );
        }
    }

    /// Paints the remote pointer where the novice's is.
    pub fn paint_cursor(&self, painter: &Painter, place: UiRect, remote: &RemoteScreen) {
        let (Some(cursor), (_, Some(at))) = (&self.cursor, remote.cursor()) else {
            return;
        };
        let scale = place.size() / Vec2::new(self.size.width as f32, self.size.height as f32);
        let hot = cursor.shape.hot_spot();
        let corner = Vec2::new((at.x - hot.x) as f32, (at.y - hot.y) as f32);
        let size = cursor.shape.size();
        let rect = UiRect::from_min_size(
            place.min + corner * scale,
            Vec2::new(size.width as f32, size.height as f32) * scale,
        );
        let whole = UiRect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        painter.image(cursor.texture.id(), rect, whole, Color32::WHITE);
    }

    /// The remote pointer's shape for this window's own pointer, which needs no way to the novice and back.
    pub fn cursor_image(&self) -> Option<CustomCursorImage> {
        self.cursor.as_ref().map(|cursor| cursor.image.clone())
    }

    fn begin(&mut self, ctx: &Context, frame: &Framebuffer) {
        let longest = ctx.input(|input| input.max_texture_side) as u32;
        let side = longest.clamp(1, LONGEST_SIDE);
        self.size = frame.size();
        self.parts = areas(self.size, side)
            .map(|area| Part {
                area,
                texture: ctx.load_texture("remote screen", image(frame, area), self.options()),
                corner: colour(frame.row(area, area.y)[0]),
            })
            .collect();
    }

    fn change(&mut self, frame: &Framebuffer, damage: &Damage) {
        let bounds = [damage.bounds()];
        let split: usize = damage.rects().iter().map(|rect| rect.pixels()).sum();
        let rects = if split as f32 > WORTH_SPLITTING * bounds[0].pixels() as f32 {
            &bounds
        } else {
            damage.rects()
        };
        let options = self.options();
        for part in &mut self.parts {
            for changed in rects.iter().filter_map(|rect| rect.intersection(part.area)) {
                let (x, y) = (changed.x - part.area.x, changed.y - part.area.y);
                part.texture
                    .set_partial([x as usize, y as usize], image(frame, changed), options);
                if (x, y) == (0, 0) {
                    part.corner = colour(frame.row(changed, changed.y)[0]);
                }
            }
        }
    }

    /// The way a texture is scaled can only be told along with pixels: one that is there already will do.
    fn set_filter(&mut self) {
        let options = self.options();
        for part in &mut self.parts {
            let pixel = ColorImage::filled([1, 1], part.corner);
            part.texture.set_partial([0, 0], pixel, options);
        }
    }

    fn options(&self) -> TextureOptions {
        let filter = if self.sharp {
            TextureFilter::Nearest
        } else {
            TextureFilter::Linear
        };
        TextureOptions {
            magnification: filter,
            minification: filter,
            ..Default::default()
        }
    }
}

impl Cursor {
    fn new(ctx: &Context, shape: Arc<CursorShape>) -> Self {
        let size = shape.size();
        let premultiplied: Vec<Color32> = (shape.pixels().iter())
            .map(|pixel| {
                let [b, g, r, a] = pixel.to_le_bytes();
                Color32::from_rgba_premultiplied(r, g, b, a)
            })
            .collect();
        let rgba: Vec<u8> = (premultiplied.iter())
            .flat_map(|pixel| pixel.to_srgba_unmultiplied())
            .collect();
        let sides = [size.width as usize, size.height as usize];
        let hot = shape.hot_spot();
        let hot_spot = |at: i32, side: u32| at.clamp(0, side as i32 - 1) as u16;
        Self {
            image: CustomCursorImage {
                rgba: rgba.into(),
                size: [size.width as u16, size.height as u16],
                hotspot: [hot_spot(hot.x, size.width), hot_spot(hot.y, size.height)],
            },
            texture: ctx.load_texture(
                "remote pointer",
                ColorImage::new(sides, premultiplied),
                TextureOptions::LINEAR,
            ),
            shape,
        }
    }
}

/// Cuts a screen into areas of at most `side` by `side`.
fn areas(size: Size, side: u32) -> impl Iterator<Item = Rect> {
    let rows = (0..size.height).step_by(side as usize);
    rows.flat_map(move |y| {
        (0..size.width)
            .step_by(side as usize)
            .map(move |x| Rect::new(x, y, side.min(size.width - x), side.min(size.height - y)))
    })
}

fn image(frame: &Framebuffer, area: Rect) -> ColorImage {
    let mut pixels = Vec::with_capacity(area.pixels());
    for y in area.y..area.bottom() {
        pixels.extend(frame.row(area, y).iter().map(|pixel| colour(*pixel)));
    }
    ColorImage::new([area.width as usize, area.height as usize], pixels)
}

fn colour(pixel: u32) -> Color32 {
    let [b, g, r, _] = pixel.to_le_bytes();
    Color32::from_rgb(r, g, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_covered_by_its_parts_once() {
        for (size, side) in [
            (Size::new(1920, 1080), 4096),
            (Size::new(5000, 4097), 4096),
            (Size::new(7, 5), 2),
        ] {
            let parts: Vec<_> = areas(size, side).collect();
            let pixels: usize = parts.iter().map(|part| part.pixels()).sum();
            assert_eq!(pixels, size.pixels());
            assert!(parts.iter().all(|part| size.rect().contains(*part)));
            for (at, one) in parts.iter().enumerate() {
                for other in &parts[at + 1..] {
                    assert_eq!(one.intersection(*other), None);
                }
            }
        }
    }
}
