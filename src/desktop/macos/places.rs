//! Where things are: the picture counts pixels, and macOS counts points, of which a sharp display has one for several pixels. Pure.

use crate::screen::{Point, Size};

/// A place on the desktop of all displays, in points from the top left of the main one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A part of the desktop of all displays, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Area {
    /// Whether a place lies in it.
    pub(super) fn holds(self, spot: Spot) -> bool {
        let Spot { x, y } = spot;
        (self.left..self.left + self.width).contains(&x)
            && (self.top..self.top + self.height).contains(&y)
    }

    /// The same for AppKit, which counts from the bottom left of the main display upwards.
    pub(super) fn upwards(self, main: Self) -> Self {
        Self {
            top: main.height - self.top - self.height,
            ..self
        }
    }

    /// Its top, bottom, left and right, so thick; they do not overlap.
    pub(super) fn edge(self, thick: f64) -> [Self; 4] {
        let row = |top| Self {
            top,
            height: thick,
            ..self
        };
        let column = |left| Self {
            left,
            top: self.top + thick,
            width: thick,
            height: self.height - 2.0 * thick,
        };
        [
            row(self.top),
            row(self.top + self.height - thick),
            column(self.left),
            column(self.left + self.width - thick),
        ]
    }
}

/// A display: where it is, and how many pixels it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Screen {
    pub(super) area: Area,
    pub(super) size: Size,
}

impl Screen {
    /// A display at `area` whose mode is so many pixels and points wide. A display may be turned, which its place tells and the mode may
    /// not: of that only the pixels to a point are taken.
    pub(super) fn new(area: Area, pixels: usize, points: usize) -> Self {
        let scale = pixels as f64 / points as f64; // of no points come no pixels
        let side = |points: f64| (points * scale).round() as u32;
        Self {
            area,
            size: Size::new(side(area.width), side(area.height)),
        }
    }

    /// Pixels to a point.
    pub(super) fn scale(self) -> f64 {
        match self.area.width > 0.0 {
            true => f64::from(self.size.width) / self.area.width,
            false => 1.0,
        }
    }

    /// Where a pixel of the picture is; one beyond the picture is taken for the nearest in it.
    pub(super) fn spot_of(self, pixel: Point) -> Spot {
        let within = |at: i32, side: u32| f64::from(at).clamp(0.0, f64::from(side.max(1) - 1));
        Spot {
            x: self.area.left + within(pixel.x, self.size.width) / self.scale(),
            y: self.area.top + within(pixel.y, self.size.height) / self.scale(),
        }
    }

    /// Which pixel is at a place; outside of the picture, too, where the pointer is on another display.
    pub(super) fn pixel_at(self, spot: Spot) -> Point {
        Point::new(
            ((spot.x - self.area.left) * self.scale()).floor() as i32,
            ((spot.y - self.area.top) * self.scale()).floor() as i32,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARP: Screen = Screen {
        area: Area {
            left: 100.0,
            top: -50.0,
            width: 1440.0,
            height: 900.0,
        },
        size: Size {
            width: 2880,
            height: 1800,
        },
    };

    #[test]
    fn a_display_has_the_pixels_of_its_mode_also_when_it_is_turned() {
        let area = Area {
            left: 0.0,
            top: 0.0,
            width: 900.0,
            height: 1440.0,
        };
        let size = |pixels, points| Screen::new(area, pixels, points).size;
        assert_eq!(size(2880, 1440), Size::new(1800, 2880), "the mode lies");
        assert_eq!(size(1800, 900), Size::new(1800, 2880), "or stands");
        assert_eq!(size(1440, 1440), Size::new(900, 1440));
        assert_eq!(size(0, 0), Size::new(0, 0));
        assert_eq!(Screen::new(area, 2880, 1440).scale(), 2.0);
    }

    #[test]
    fn displays_beside_the_main_one_are_where_appkit_has_them() {
        let main = Area {
            left: 0.0,
            top: 0.0,
            width: 1440.0,
            height: 900.0,
        };
        assert_eq!(main.upwards(main), main);
        let menu_bar = Area {
            height: 4.0,
            ..main
        };
        assert_eq!(menu_bar.upwards(main).top, 896.0);
        let left_and_higher = Area {
            left: -1920.0,
            top: -300.0,
            width: 1920.0,
            height: 1080.0,
        };
        let told = left_and_higher.upwards(main);
        assert_eq!((told.left, told.top), (-1920.0, 120.0));
    }

    #[test]
    fn every_pixel_has_its_place_and_back() {
        for pixel in [(0, 0), (1, 1), (2879, 1799), (333, 777)] {
            let pixel = Point::new(pixel.0, pixel.1);
            assert_eq!(SHARP.pixel_at(SHARP.spot_of(pixel)), pixel);
        }
        let spot = SHARP.spot_of(Point::new(3, 2));
        assert_eq!((spot.x, spot.y), (101.5, -49.0));
    }

    #[test]
    fn what_is_beyond_the_picture_goes_to_its_side() {
        let spot = SHARP.spot_of(Point::new(-9, 9999));
        assert_eq!((spot.x, spot.y), (100.0, -50.0 + 899.5));
        let elsewhere = SHARP.pixel_at(Spot { x: 90.0, y: 0.0 });
        assert_eq!((elsewhere.x, elsewhere.y), (-20, 100));
    }

    #[test]
    fn an_area_holds_its_first_point_and_not_the_one_behind_its_last() {
        let at = |x, y| SHARP.area.holds(Spot { x, y });
        assert!(at(100.0, -50.0) && at(1539.9, 849.9));
        assert!(!at(1540.0, 0.0) && !at(200.0, 850.0) && !at(99.9, 0.0));
    }

    #[test]
    fn the_edge_goes_all_around_once_and_no_further() {
        let sides = SHARP.area.edge(4.0);
        let all: f64 = sides.iter().map(|side| side.width * side.height).sum();
        assert_eq!(all, 1440.0 * 900.0 - 1432.0 * 892.0);
        let on_it = |x, y| {
            sides
                .iter()
                .filter(|side| side.holds(Spot { x, y }))
                .count()
        };
        for (x, y) in [
            (100.0, -50.0),
            (1539.0, 849.0),
            (101.0, 300.0),
            (1538.0, 0.0),
        ] {
            assert_eq!(on_it(x, y), 1, "{x} {y}");
        }
        assert_eq!(on_it(104.0, -46.0), 0);
    }
}
