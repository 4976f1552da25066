//! Paints egui's triangles in plain Rust, so that pictures of pages are the same on every computer and need no graphics card.

use std::collections::HashMap;

use egui::{
    Color32, ColorImage, Context, FullOutput, ImageData, Pos2, Rect, TextureFilter, TextureId,
    TextureOptions, TexturesDelta,
    epaint::{Mesh, Primitive, Vertex},
};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};

/// The painter.
#[derive(Default)]
pub struct Painter {
    textures: HashMap<TextureId, Texture>,
    /// Of no use after the picture that is painted next.
    freed: Vec<TextureId>,
}

struct Texture {
    image: ColorImage,
    options: TextureOptions,
}

impl TestRenderer for Painter {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut delta = std::mem::take(delta);
        for (id, changes) in std::mem::take(&mut delta.set) {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                let Some([left, top]) = change.pos else {
                    let texture = Texture {
                        image: (**image).clone(),
                        options: change.options,
                    };
                    self.textures.insert(id, texture);
                    continue;
                };
                let texture = self.textures.get_mut(&id).unwrap();
                texture.options = change.options;
                for y in 0..image.height() {
                    for x in 0..image.width() {
                        texture.image[(left + x, top + y)] = image[(x, y)];
                    }
                }
            }
        }
        let freed = delta.free.drain().collect();
        for id in std::mem::replace(&mut self.freed, freed) {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.viewport_rect().size() * scale;
        let mut picture = ColorImage::filled(
            [size.x.round() as usize, size.y.round() as usize],
            Color32::BLACK,
        );
        for part in ctx.tessellate(output.shapes.clone(), scale) {
            if let Primitive::Mesh(mesh) = part.primitive {
                self.mesh(&mut picture, &mesh, part.clip_rect, scale);
            }
        }
        let pixel = |x: u32, y: u32| {
            let [r, g, b, _] = picture[(x as usize, y as usize)].to_array();
            Rgba([r, g, b, 255])
        };
        let (width, height) = (picture.width() as u32, picture.height() as u32);
        Ok(RgbaImage::from_fn(width, height, pixel))
    }
}

impl Painter {
    fn mesh(&self, picture: &mut ColorImage, mesh: &Mesh, clip: Rect, scale: f32) {
        let texture = &self.textures[&mesh.texture_id];
        let whole = Rect::from_min_size(
            Pos2::ZERO,
            egui::vec2(picture.width() as f32, picture.height() as f32),
        );
        let clip = Rect::from_min_max(
            (clip.min.to_vec2() * scale).round().to_pos2(),
            (clip.max.to_vec2() * scale).round().to_pos2(),
        );
        let clip = clip.intersect(whole);
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [corners[0], corners[1], corners[2]].map(|at| {
                let mut vertex = mesh.vertices[at as usize];
                vertex.pos = (vertex.pos.to_vec2() * scale).to_pos2();
                vertex
            });
            triangle(picture, texture, corners, clip);
        }
    }
}

fn triangle(picture: &mut ColorImage, texture: &Texture, [a, b, c]: [Vertex; 3], clip: Rect) {
    let area = cross(a.pos, b.pos, c.pos);
    if area == 0.0 {
        return;
    }
    let box_of = Rect::from_points(&[a.pos, b.pos, c.pos]).intersect(clip);
    if !box_of.is_positive() {
        return;
    }
    let same = a.color == b.color && b.color == c.color;
    let corners = [a, b, c];
    let edges = [(b.pos, c.pos), (c.pos, a.pos), (a.pos, b.pos)];
    for y in box_of.top() as usize..(box_of.bottom().ceil() as usize).min(picture.height()) {
        for x in box_of.left() as usize..(box_of.right().ceil() as usize).min(picture.width()) {
            let at = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            let inside = |(from, to): (Pos2, Pos2)| {
                let side = cross(from, to, at) / area;
                side > 0.0 || (side == 0.0 && owns_edge(from, to, area))
            };
            if !clip.contains(at) || !edges.into_iter().all(inside) {
                continue;
            }
            let share = edges.map(|(from, to)| cross(from, to, at) / area);
            let uv = mix(share, corners.map(|corner| [corner.uv.x, corner.uv.y]));
            let tint = if same {
                a.color.to_array().map(f32::from)
            } else {
                mix(
                    share,
                    corners.map(|corner| corner.color.to_array().map(f32::from)),
                )
            };
            let texel = sample(texture, uv);
            let over = std::array::from_fn(|channel| tint[channel] * texel[channel] / 255.0);
            blend(&mut picture[(x, y)], over);
        }
    }
}

/// Of two triangles that share an edge just one paints the pixels on it.
fn owns_edge(from: Pos2, to: Pos2, area: f32) -> bool {
    let way = (to - from) * area.signum();
    way.y > 0.0 || (way.y == 0.0 && way.x < 0.0)
}

fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn mix<const N: usize>(share: [f32; 3], values: [[f32; N]; 3]) -> [f32; N] {
    std::array::from_fn(|at| {
        (0..3)
            .map(|corner| share[corner] * values[corner][at])
            .sum()
    })
}

fn sample(texture: &Texture, [u, v]: [f32; 2]) -> [f32; 4] {
    let (width, height) = (texture.image.width(), texture.image.height());
    let texel = |x: f32, y: f32| {
        let x = x.clamp(0.0, width as f32 - 1.0) as usize;
        let y = y.clamp(0.0, height as f32 - 1.0) as usize;
        texture.image[(x, y)].to_array().map(f32::from)
    };
    let (x, y) = (u * width as f32, v * height as f32);
    if texture.options.magnification == TextureFilter::Nearest {
        return texel(x.floor(), y.floor());
    }
    let (x, y) = (x - 0.5, y - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right, down) = (x - left, y - top);
    std::array::from_fn(|channel| {
        let row =
            |y| texel(left, y)[channel] * (1.0 - right) + texel(left + 1.0, y)[channel] * right;
        row(top) * (1.0 - down) + row(top + 1.0) * down
    })
}

fn blend(under: &mut Color32, over: [f32; 4]) {
    let left = 1.0 - over[3] / 255.0;
    let below = under.to_array().map(f32::from);
    let [r, g, b, a] =
        std::array::from_fn(|at| (over[at] + below[at] * left).round().clamp(0.0, 255.0) as u8);
    *under = Color32::from_rgba_premultiplied(r, g, b, a);
}
