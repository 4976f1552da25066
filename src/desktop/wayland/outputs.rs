//! The monitors of a Wayland desktop, and which of them is shared.

use wayland_client::{
    Connection, Dispatch, Proxy, QueueHandle, WEnum, delegate_noop,
    protocol::{
        wl_output::{self, Transform, WlOutput},
        wl_registry::WlRegistry,
    },
};
use wayland_protocols::xdg::xdg_output::zv1::client::{
    zxdg_output_manager_v1::ZxdgOutputManagerV1,
    zxdg_output_v1::{self, ZxdgOutputV1},
};

use super::connection::News;
use crate::screen::{Point, Size};

/// The most monitors that are looked at.
const MAX_OUTPUTS: usize = 32;
/// The version of `wl_output` with `release`, and of what is needed no more.
const VERSION: u32 = 3;
/// The version of xdg-output that we speak.
const PLACES_VERSION: u32 = 1;
/// The longest side of a desktop that pointers are sent over, and how far from its middle it may lie, in the desktop's own pixels.
const MAX_SIDE: i32 = 1 << 20;
/// Into so many steps one of these pixels is divided: a monitor may have several of its own in it.
const STEPS: u32 = 256;

/// The monitors that there are.
#[derive(Default)]
pub(super) struct Outputs {
    all: Vec<Output>,
    places: Option<ZxdgOutputManagerV1>,
}

/// One monitor.
#[derive(Clone)]
pub(super) struct Output {
    /// The number of its global, which no other gets while the compositor runs.
    pub(super) name: u32,
    pub(super) object: WlOutput,
    /// How its buffer lies on it.
    pub(super) transform: Transform,
    /// The pixels of its buffer.
    mode: Size,
    /// Where it is on the desktop, in the desktop's own pixels; where the compositor tells.
    place: Option<(ZxdgOutputV1, Place)>,
}

/// A part of the desktop.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    x: i32,
    y: i32,
    width: i32,
    height: i32,
}

/// Where a pointer is sent: so far from the left and from the top of a desktop that is as large as this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Aim {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) extent: Size,
}

impl Outputs {
    /// The shared monitor: no Wayland desktop tells which is the primary one, so the one that is there longest.
    pub(super) fn shared(&self) -> Option<&Output> {
        self.all.iter().min_by_key(|output| output.name)
    }

    /// A global came.
    pub(super) fn found(
        &mut self,
        registry: &WlRegistry,
        name: u32,
        interface: &str,
        version: u32,
        handle: &QueueHandle<News>,
    ) {
        if interface == ZxdgOutputManagerV1::interface().name && self.places.is_none() {
            let places: ZxdgOutputManagerV1 = registry.bind(name, PLACES_VERSION, handle, ());
            for output in &mut self.all {
                output.find_place(&places, handle);
            }
            self.places = Some(places);
        }
        if interface != WlOutput::interface().name || self.all.len() == MAX_OUTPUTS {
            return;
        }
        let mut output = Output {
            name,
            object: registry.bind(name, version.min(VERSION), handle, name),
            transform: Transform::Normal,
            mode: Size::default(),
            place: None,
        };
        if let Some(places) = &self.places {
            output.find_place(places, handle);
        }
        self.all.push(output);
    }

    /// A global went.
    pub(super) fn lost(&mut self, name: u32) {
        let gone = self.all.extract_if(.., |output| output.name == name);
        for output in gone {
            if let Some((place, _)) = &output.place {
                place.destroy();
            }
            if output.object.version() >= wl_output::REQ_RELEASE_SINCE {
                output.object.release();
            }
        }
    }
}

impl Outputs {
    /// Where to send a pointer of the whole desktop so that it comes to this pixel of this monitor's picture; nothing where the
    /// compositor does not tell how monitors lie, or tells nonsense.
    pub(super) fn aim(&self, name: u32, at: Point) -> Option<Aim> {
        let places = || self.all.iter().filter_map(|output| output.place.as_ref());
        let on = self.all.iter().find(|output| output.name == name)?;
        let (_, place) = on.place.as_ref()?;
        let size = on.size();
        let is_sane = places().all(|(_, place)| place.is_sane()) && size.is_sane();
        if !is_sane || !place.is_shown() {
            return None;
        }
        let shown = || {
            places()
                .map(|(_, place)| place)
                .filter(|place| place.is_shown())
        };
        let (left, top) = (shown().map(|p| p.x).min()?, shown().map(|p| p.y).min()?);
        let right = shown().map(|place| place.x + place.width).max()?;
        let bottom = shown().map(|place| place.y + place.height).max()?;
        let steps = |length: i32| length.cast_unsigned() * STEPS;
        // No pixel before it: a compositor leaves out what is behind the comma.
        let within = |at: i32, pixels: u32, length: i32| {
            let at = at.clamp(0, pixels.cast_signed() - 1).cast_unsigned();
            let steps = u64::from(at) * u64::from(steps(length));
            steps.div_ceil(u64::from(pixels)) as u32 // it fits: no more than `length`
        };
        Some(Aim {
            x: steps(place.x - left) + within(at.x, size.width, place.width),
            y: steps(place.y - top) + within(at.y, size.height, place.height),
            extent: Size::new(steps(right - left), steps(bottom - top)),
        })
    }
}

impl Place {
    /// Monitors that are off have none.
    fn is_shown(&self) -> bool {
        self.width > 0 && self.height > 0
    }

    fn is_sane(&self) -> bool {
        let sides = [self.x, self.y, self.width, self.height];
        sides
            .iter()
            .all(|side| side.unsigned_abs() <= MAX_SIDE.unsigned_abs())
    }
}

impl Output {
    fn find_place(&mut self, places: &ZxdgOutputManagerV1, handle: &QueueHandle<News>) {
        let place = places.get_xdg_output(&self.object, handle, self.name);
        self.place = Some((place, Place::default()));
    }

    /// Whether its picture stands on its side or its head, or is mirrored.
    pub(super) fn is_turned(&self) -> bool {
        self.transform != Transform::Normal
    }

    /// Its size as people see it, in pixels; empty where the compositor has not told.
    pub(super) fn size(&self) -> Size {
        upright(self.mode, self.transform)
    }
}

/// The size of a picture that lies so in a buffer of this size.
pub(super) fn upright(buffer: Size, transform: Transform) -> Size {
    match transform {
        Transform::_90 | Transform::_270 | Transform::Flipped90 | Transform::Flipped270 => {
            Size::new(buffer.height, buffer.width)
        }
        _ => buffer,
    }
}

impl Dispatch<WlOutput, u32> for News {
    fn event(
        news: &mut Self,
        _: &WlOutput,
        event: wl_output::Event,
        name: &u32,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let mut all = news.outputs.all.iter_mut();
        let Some(output) = all.find(|output| output.name == *name) else {
            return;
        };
        match event {
            wl_output::Event::Geometry {
                transform: WEnum::Value(transform),
                ..
            } => output.transform = transform,
            wl_output::Event::Mode {
                flags: WEnum::Value(flags),
                width,
                height,
                ..
            } if flags.contains(wl_output::Mode::Current) => {
                let side = |length: i32| u32::try_from(length).unwrap_or(0);
                output.mode = Size::new(side(width), side(height));
            }
            _ => {}
        }
    }
}

impl Dispatch<ZxdgOutputV1, u32> for News {
    fn event(
        news: &mut Self,
        _: &ZxdgOutputV1,
        event: zxdg_output_v1::Event,
        name: &u32,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let mut all = news.outputs.all.iter_mut();
        let Some((_, place)) =
            (all.find(|output| output.name == *name)).and_then(|output| output.place.as_mut())
        else {
            return;
        };
        match event {
            zxdg_output_v1::Event::LogicalPosition { x, y } => (place.x, place.y) = (x, y),
            zxdg_output_v1::Event::LogicalSize { width, height } => {
                (place.width, place.height) = (width, height);
            }
            _ => {}
        }
    }
}

delegate_noop!(News: ZxdgOutputManagerV1);
