//! The ways in which compositors copy their screen for others, the better one first.

use wayland_client::{
    Connection, Dispatch, QueueHandle, WEnum, delegate_noop,
    protocol::{wl_buffer::WlBuffer, wl_output::WlOutput, wl_shm::WlShm, wl_shm_pool::WlShmPool},
};
use wayland_protocols::ext::{
    image_capture_source::v1::client::{
        ext_image_capture_source_v1::ExtImageCaptureSourceV1,
        ext_output_image_capture_source_manager_v1::ExtOutputImageCaptureSourceManagerV1,
    },
    image_copy_capture::v1::client::{
        ext_image_copy_capture_frame_v1::{self, ExtImageCopyCaptureFrameV1, FailureReason},
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

/// Copies a monitor, in one of these ways.
pub(super) struct Copier {
    ext: Option<ImageCopy>,
    wlr: Option<Screencopy>,
    output: Option<WlOutput>,
    /// The better way led nowhere on this monitor, for all that it is offered.
    is_refused: bool,
}

/// ext-image-copy-capture-v1: newer wlroots, COSMIC, and whoever takes up what all agreed on. A session tells once what a buffer must
/// be like, and again when that changes.
struct ImageCopy {
    sources: ExtOutputImageCaptureSourceManagerV1,
    manager: ExtImageCopyCaptureManagerV1,
    session: Option<(ExtImageCaptureSourceV1, ExtImageCopyCaptureSessionV1)>,
    frame: Option<ExtImageCopyCaptureFrameV1>,
}

/// wlr-screencopy-unstable-v1: wlroots (sway, Wayfire, labwc, ..) and Hyprland. Each frame tells what its buffer must be like.
struct Screencopy {
    manager: ZwlrScreencopyManagerV1,
    frame: Option<ZwlrScreencopyFrameV1>,
}

impl Copier {
    /// Whether the compositor at this connection has any of them.
    pub(super) fn is_offered(wire: &Wire) -> bool {
        wire.offers::<ZwlrScreencopyManagerV1>(SCREENCOPY)
            || (wire.offers::<ExtImageCopyCaptureManagerV1>(1)
                && wire.offers::<ExtOutputImageCaptureSourceManagerV1>(1))
    }

    /// All of them that there are; nothing where there is none.
    pub(super) fn bind(wire: &Wire) -> Option<Self> {
        let ext = match (wire.bind(1), wire.bind(1)) {
            (Some(manager), Some(sources)) => Some(ImageCopy {
                sources,
                manager,
                session: None,
                frame: None,
            }),
            _ => None,
        };
        let wlr = (wire.offers::<ZwlrScreencopyManagerV1>(SCREENCOPY))
            .then(|| wire.bind(SCREENCOPY))
            .flatten();
        let wlr = wlr.map(|manager| Screencopy {
            manager,
            frame: None,
        });
        (ext.is_some() || wlr.is_some()).then_some(Self {
            ext,
            wlr,
            output: None,
            is_refused: false,
        })
    }

    /// Sets it on a monitor, in the best way that there is.
    pub(super) fn turn_to(&mut self, output: &WlOutput) {
        self.forget();
        self.output = Some(output.clone());
    }

    /// Takes it off its monitor, with what is under way.
    pub(super) fn forget(&mut self) {
        self.end_session();
        self.output = None;
        self.is_refused = false;
    }

    /// This way leads nowhere: takes another on this monitor, and says whether there is one.
    pub(super) fn take_another_way(&mut self) -> bool {
        if self.is_refused || self.ext.is_none() || self.wlr.is_none() {
            return false;
        }
        self.end_session();
        self.is_refused = true;
        true
    }

    /// Begins a picture. What its buffer must be like is told before or after.
    pub(super) fn begin(&mut self, wire: &mut Wire) {
        let Some(output) = &self.output else {
            return;
        };
        let handle = wire.handle();
        if let Some(ext) = self.ext.as_mut().filter(|_| !self.is_refused) {
            let (_, session) = ext.session.get_or_insert_with(|| {
                wire.news.shot = Shot::default();
                let source = ext.sources.create_source(output, &handle, ());
                let with_pointer = Options::PaintCursors;
                let session = (ext.manager).create_session(&source, with_pointer, &handle, ());
                (source, session)
            });
            ext.frame = Some(session.create_frame(&handle, ()));
        } else if let Some(wlr) = &mut self.wlr {
            wire.news.shot = Shot::default();
            let frame = wlr
                .manager
                .capture_output(WITH_POINTER, output, &handle, ());
            wlr.frame = Some(frame);
        }
    }

    /// Has the picture that was begun copied there, once there is something new.
    pub(super) fn copy_into(&self, buffer: &Buffer) {
        if let Some(frame) = self.ext.as_ref().and_then(|ext| ext.frame.as_ref()) {
            frame.attach_buffer(&buffer.object);
            for part in buffer.stale.rects() {
                // They fit: they lie within the buffer.
                let [x, y, width, height] =
                    [part.x, part.y, part.width, part.height].map(u32::cast_signed);
                frame.damage_buffer(x, y, width, height);
            }
            frame.capture();
        } else if let Some(frame) = self.wlr.as_ref().and_then(|wlr| wlr.frame.as_ref()) {
            frame.copy_with_damage(&buffer.object);
        }
    }

    /// Forgets the picture that was begun.
    pub(super) fn end(&mut self) {
        if let Some(frame) = self.ext.as_mut().and_then(|ext| ext.frame.take()) {
            frame.destroy();
        }
        if let Some(frame) = self.wlr.as_mut().and_then(|wlr| wlr.frame.take()) {
            frame.destroy();
        }
    }

    /// The same, and the session that it was one of, if it was: the next picture begins one anew.
    pub(super) fn end_session(&mut self) {
        self.end();
        if let Some((source, session)) = self.ext.as_mut().and_then(|ext| ext.session.take()) {
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
            // All are told before `Done`, in any order.
            Event::BufferSize { width, height } => {
                shot.told_anew().size = Size::new(width, height);
            }
            Event::ShmFormat { format } => {
                let told = shot.told_anew();
                if let WEnum::Value(format) = format
                    && is_known(format)
                {
                    told.format.get_or_insert(format);
                }
            }
            Event::Done => shot.told_all(),
            Event::Stopped => shot.is_stopped = true,
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
            Event::Failed { reason } => {
                shot.is_stopped |= reason == WEnum::Value(FailureReason::Stopped);
                shot.outcome = Some(Outcome::Failed);
            }
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
