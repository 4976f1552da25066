//! The ways in which compositors copy their screen for others, the better one first.

use wayland_client::{
    Connection, Dispatch, QueueHandle, WEnum, delegate_noop,
    protocol::{
        wl_buffer::WlBuffer, wl_output::WlOutput, wl_shm, wl_shm::WlShm, wl_shm_pool::WlShmPool,
    },
};
use wayland_protocols::ext::{
    image_capture_source::v1::client::{
        ext_image_capture_source_v1::ExtImageCaptureSourceV1,
        ext_output_image_capture_source_manager_v1::ExtOutputImageCaptureSourceManagerV1,
    },
    image_copy_capture::v1::client::{
        ext_image_copy_capture_frame_v1::{self, ExtImageCopyCaptureFrameV1},
        ext_image_copy_capture_manager_v1::{ExtImageCopyCaptureManagerV1, Options},
        ext_image_copy_capture_session_v1::{self, ExtImageCopyCaptureSessionV1},
    },
};
use wayland_protocols_wlr::screencopy::v1::client::{
    zwlr_screencopy_frame_v1::{self, ZwlrScreencopyFrameV1},
    zwlr_screencopy_manager_v1::ZwlrScreencopyManagerV1,
};

use super::{
    capture::{Buffer, Outcome, Shot},
    connection::{News, Wire},
    picture::{Layout, is_known},
};
use crate::screen::{Rect, Size};

/// The first version of screencopy that tells when it has told all of a buffer.
const SCREENCOPY: u32 = 3;
/// The compositor draws the pointer into the picture.
const WITH_POINTER: i32 = 1;

/// One of the ways, set on a monitor.
pub(super) enum Copier {
    /// ext-image-copy-capture-v1: newer wlroots, COSMIC, and whoever takes up what all agreed on.
    Ext(ImageCopy),
    /// wlr-screencopy-unstable-v1: wlroots (sway, Wayfire, labwc, ..) and Hyprland.
    Wlr(Screencopy),
}

/// A session tells once what a buffer must be like, and again when that changes.
pub(super) struct ImageCopy {
    sources: ExtOutputImageCaptureSourceManagerV1,
    manager: ExtImageCopyCaptureManagerV1,
    session: Option<(ExtImageCaptureSourceV1, ExtImageCopyCaptureSessionV1)>,
    frame: Option<ExtImageCopyCaptureFrameV1>,
}

/// Each frame tells what its buffer must be like.
pub(super) struct Screencopy {
    manager: ZwlrScreencopyManagerV1,
    output: Option<WlOutput>,
    frame: Option<ZwlrScreencopyFrameV1>,
}

impl Copier {
    /// Whether the compositor at this connection has any of them.
    pub(super) fn is_offered(wire: &Wire) -> bool {
        wire.offers::<ZwlrScreencopyManagerV1>(SCREENCOPY)
            || (wire.offers::<ExtImageCopyCaptureManagerV1>(1)
                && wire.offers::<ExtOutputImageCaptureSourceManagerV1>(1))
    }

    /// The best of them; nothing where there is none.
    pub(super) fn bind(wire: &Wire) -> Option<Self> {
        if let (Some(manager), Some(sources)) = (
            wire.bind::<ExtImageCopyCaptureManagerV1>(1),
            wire.bind::<ExtOutputImageCaptureSourceManagerV1>(1),
        ) {
            return Some(Self::Ext(ImageCopy {
                sources,
                manager,
                session: None,
                frame: None,
            }));
        }
        if !wire.offers::<ZwlrScreencopyManagerV1>(SCREENCOPY) {
            return None;
        }
        Some(Self::Wlr(Screencopy {
            manager: wire.bind(SCREENCOPY)?,
            output: None,
            frame: None,
        }))
    }

    /// Sets it on a monitor.
    pub(super) fn turn_to(&mut self, wire: &mut Wire, output: &WlOutput) {
        match self {
            Self::Ext(copy) => {
                copy.forget();
                wire.news.shot = Shot::default();
                let handle = wire.handle();
                let source = copy.sources.create_source(output, &handle, ());
                let (manager, with_pointer) = (&copy.manager, Options::PaintCursors);
                let session = manager.create_session(&source, with_pointer, &handle, ());
                copy.session = Some((source, session));
            }
            Self::Wlr(copy) => copy.output = Some(output.clone()),
        }
    }

    /// Takes it off its monitor, with what is under way.
    pub(super) fn forget(&mut self) {
        self.end();
        match self {
            Self::Ext(copy) => copy.forget(),
            Self::Wlr(copy) => copy.output = None,
        }
    }

    /// Begins a picture. What its buffer must be like is told before or after.
    pub(super) fn begin(&mut self, wire: &mut Wire) {
        match self {
            Self::Ext(copy) => {
                let session = copy.session.as_ref().map(|(_, session)| session);
                copy.frame = session.map(|session| session.create_frame(&wire.handle(), ()));
            }
            Self::Wlr(copy) => {
                wire.news.shot.is_offered = false;
                wire.news.shot.layout = None;
                let handle = wire.handle();
                let (manager, output) = (&copy.manager, copy.output.as_ref());
                copy.frame =
                    output.map(|output| manager.capture_output(WITH_POINTER, output, &handle, ()));
            }
        }
    }

    /// Has the picture that was begun copied there, once there is something new.
    pub(super) fn copy_into(&self, buffer: &Buffer) {
        match self {
            Self::Ext(ImageCopy {
                frame: Some(frame), ..
            }) => {
                frame.attach_buffer(&buffer.object);
                for part in buffer.stale.rects() {
                    // They fit: they lie within the buffer.
                    let [x, y, width, height] =
                        [part.x, part.y, part.width, part.height].map(u32::cast_signed);
                    frame.damage_buffer(x, y, width, height);
                }
                frame.capture();
            }
            Self::Wlr(Screencopy {
                frame: Some(frame), ..
            }) => frame.copy_with_damage(&buffer.object),
            _ => {}
        }
    }

    /// Forgets the picture that was begun.
    pub(super) fn end(&mut self) {
        match self {
            Self::Ext(copy) => {
                if let Some(frame) = copy.frame.take() {
                    frame.destroy();
                }
            }
            Self::Wlr(copy) => {
                if let Some(frame) = copy.frame.take() {
                    frame.destroy();
                }
            }
        }
    }
}

impl ImageCopy {
    fn forget(&mut self) {
        if let Some((source, session)) = self.session.take() {
            session.destroy();
            source.destroy();
        }
    }
}

impl Dispatch<ZwlrScreencopyFrameV1, ()> for News {
    fn event(
        news: &mut Self,
        _: &ZwlrScreencopyFrameV1,
        event: zwlr_screencopy_frame_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        use zwlr_screencopy_frame_v1::{Event, Flags};
        let shot = &mut news.shot;
        match event {
            Event::Buffer {
                format: WEnum::Value(format),
                width,
                height,
                stride,
            } => {
                shot.layout = Some(Layout {
                    size: Size::new(width, height),
                    stride,
                    format,
                });
            }
            Event::BufferDone => shot.is_offered = true,
            Event::Flags { flags } => {
                shot.upside_down =
                    matches!(flags, WEnum::Value(flags) if flags.contains(Flags::YInvert));
            }
            Event::Damage {
                x,
                y,
                width,
                height,
            } => shot.changed(Rect::new(x, y, width, height)),
            Event::Ready { .. } => shot.outcome = Some(Outcome::Ready),
            Event::Failed => shot.outcome = Some(Outcome::Failed),
            _ => {}
        }
    }
}

impl Dispatch<ExtImageCopyCaptureSessionV1, ()> for News {
    fn event(
        news: &mut Self,
        _: &ExtImageCopyCaptureSessionV1,
        event: ext_image_copy_capture_session_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        use ext_image_copy_capture_session_v1::Event;
        let shot = &mut news.shot;
        match event {
            Event::BufferSize { width, height } => {
                // The first of what is told anew.
                shot.is_offered = false;
                shot.layout = Some(Layout {
                    size: Size::new(width, height),
                    stride: width.saturating_mul(4),
                    format: wl_shm::Format::C8, // until one is told
                });
            }
            Event::ShmFormat {
                format: WEnum::Value(format),
            } => {
                if let Some(layout) = &mut shot.layout
                    && !is_known(layout.format)
                {
                    layout.format = format;
                }
            }
            Event::Done => shot.is_offered = true,
            Event::Stopped => shot.outcome = Some(Outcome::Failed),
            _ => {}
        }
    }
}

impl Dispatch<ExtImageCopyCaptureFrameV1, ()> for News {
    fn event(
        news: &mut Self,
        _: &ExtImageCopyCaptureFrameV1,
        event: ext_image_copy_capture_frame_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        use ext_image_copy_capture_frame_v1::Event;
        let shot = &mut news.shot;
        match event {
            Event::Transform {
                transform: WEnum::Value(transform),
            } => shot.transform = Some(transform),
            Event::Damage {
                x,
                y,
                width,
                height,
            } => {
                let [x, y, width, height] =
                    [x, y, width, height].map(|at| u32::try_from(at).unwrap_or(0));
                shot.changed(Rect::new(x, y, width, height));
            }
            Event::Ready => shot.outcome = Some(Outcome::Ready),
            Event::Failed { .. } => shot.outcome = Some(Outcome::Failed),
            _ => {}
        }
    }
}

delegate_noop!(News: ZwlrScreencopyManagerV1);
delegate_noop!(News: ExtOutputImageCaptureSourceManagerV1);
delegate_noop!(News: ExtImageCaptureSourceV1);
delegate_noop!(News: ExtImageCopyCaptureManagerV1);
delegate_noop!(News: WlShmPool);
delegate_noop!(News: ignore WlShm);
delegate_noop!(News: ignore WlBuffer);
