//! PipeWire's side of the screen: a thread that agrees on a format and takes the pictures as they come.

use std::{
    io::Cursor,
    os::fd::OwnedFd,
    sync::Arc,
    thread::{self, JoinHandle},
};

use pipewire::{
    channel,
    context::ContextRc,
    keys::{MEDIA_CATEGORY, MEDIA_ROLE, MEDIA_TYPE},
    main_loop::MainLoopRc,
    properties::properties,
    spa::{
        param::{
            ParamType,
            format::{FormatProperties, MediaSubtype, MediaType},
            video::{VideoFormat, VideoInfoRaw},
        },
        pod::{
            ChoiceValue, Object, Pod, Property, Value, object, property, serialize::PodSerializer,
        },
        sys::{
            SPA_DATA_MemFd, SPA_DATA_MemPtr, SPA_META_Cursor, SPA_META_VideoCrop,
            SPA_META_VideoDamage, SPA_PARAM_BUFFERS_dataType, SPA_PARAM_META_size,
            SPA_PARAM_META_type,
        },
        utils::{Choice, ChoiceEnum, ChoiceFlags, Direction, Fraction, Id, Rectangle, SpaTypes},
    },
    stream::{Stream, StreamFlags, StreamRc, StreamState},
};

use super::{
    buffer::Buffer,
    picture::Picture,
    pixels::{self, BITMAP_BYTES, CURSOR_BYTES, Order, REGION_BYTES},
};
use crate::{
    desktop::DesktopError,
    screen::{MAX_CURSOR_SIDE, MAX_SIDE, Rect, Size},
};

/// The most pictures a second that we ask for: more than any monitor shows.
const MAX_RATE: u32 = 240;
/// The places in a note of what changed that we ask for.
const REGIONS: i32 = 16;
/// The longest side of a pointer's picture that a note may have room for. Some desktops insist on room that they never use; what is
/// larger than [`MAX_CURSOR_SIDE`] is not shown.
const MAX_POINTER_ROOM: u32 = 1024;

/// The running thread. It ends when this is dropped.
pub(super) struct PictureStream {
    quit: channel::Sender<()>,
    thread: Option<JoinHandle<()>>,
}

impl PictureStream {
    /// Starts to bring the pictures of this node of PipeWire's, over this connection, to `picture`; says there why it ended.
    pub(super) fn start(
        connection: OwnedFd,
        node: u32,
        picture: Arc<Picture>,
    ) -> Result<Self, DesktopError> {
        let (quit, told_to_quit) = channel::channel();
        let thread = thread::Builder::new()
            .name("screen pictures".into())
            .spawn(move || {
                if let Err(error) = run(connection, node, &picture, told_to_quit) {
                    tracing::info!(%error, "PipeWire");
                }
                picture.end("PipeWire, which brings the screen's pictures, gave up");
            })
            .map_err(|error| DesktopError::Refused(error.to_string()))?;
        Ok(Self {
            quit,
            thread: Some(thread),
        })
    }
}

impl Drop for PictureStream {
    fn drop(&mut self) {
        let _ = self.quit.send(()); // or it ended by itself
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread of the screen's pictures panicked");
        }
    }
}

/// What was agreed on.
#[derive(Clone, Copy)]
struct Format {
    size: Size,
    order: Order,
}

fn run(
    connection: OwnedFd,
    node: u32,
    picture: &Arc<Picture>,
    told_to_quit: channel::Receiver<()>,
) -> Result<(), pipewire::Error> {
    pipewire::init();
    let main_loop = MainLoopRc::new(None)?;
    let context = ContextRc::new(&main_loop, None)?;
    let core = context.connect_fd_rc(connection, None)?;
    let about = properties! {
        *MEDIA_TYPE => "Video",
        *MEDIA_CATEGORY => "Capture",
        *MEDIA_ROLE => "Screen",
    };
    let stream = StreamRc::new(core, "hulp", about)?;
    let quitting = main_loop.clone();
    let _quit = told_to_quit.attach(main_loop.loop_(), move |()| quitting.quit());
    let (ending, drawing, refusing) = (main_loop.clone(), picture.clone(), picture.clone());
    let _listener = stream
        .add_local_listener_with_user_data(None)
        .state_changed(move |_, _, _, now| {
            if matches!(now, StreamState::Error(_) | StreamState::Unconnected) {
                tracing::info!(?now, "the screen's pictures ended");
                ending.quit();
            }
        })
        .param_changed(move |stream, format, kind, param| {
            if kind == ParamType::Format.as_raw()
                && let Some(param) = param
            {
                *format = agree(stream, param);
                if format.is_none() {
                    refusing.end("the desktop shows its screen in a form that Hulp does not know");
                }
            }
        })
        .process(move |stream, format| {
            if let Some(format) = *format {
                take(stream, format, &drawing);
            }
        })
        .register()?;
    let format = bytes(wanted_format());
    let mut wanted: Vec<&Pod> = Pod::from_bytes(&format).into_iter().collect();
    // Another screen or a camera must never take this one's place.
    let flags = StreamFlags::AUTOCONNECT | StreamFlags::MAP_BUFFERS | StreamFlags::DONT_RECONNECT;
    stream.connect(Direction::Input, Some(node), flags, &mut wanted)?;
    main_loop.run();
    Ok(())
}

/// Takes every buffer that is filled. Older ones than the newest are no longer worth drawing, but what they tell is.
fn take(stream: &Stream, format: Format, picture: &Picture) {
    let mut damage: Vec<Rect> = Vec::new();
    let mut whole = false;
    let mut newest: Option<Buffer<'_>> = None;
    picture.update(|latest| {
        while let Some(buffer) = Buffer::next(stream) {
            if let Some(note) = buffer.note(SPA_META_Cursor) {
                // A pointer that makes no sense is not shown.
                let _ = pixels::point(latest, note, buffer.note(SPA_META_VideoCrop));
            }
            if buffer.plane().is_none() {
                continue;
            }
            let told = buffer.note(SPA_META_VideoDamage);
            let told = told.map_or_else(Vec::new, |note| pixels::damage(note, format.size));
            whole |= told.is_empty();
            damage.extend(told);
            newest = Some(buffer);
        }
        let Some(buffer) = newest.take() else {
            return;
        };
        let Some(plane) = buffer.plane() else {
            return;
        };
        if whole {
            damage.clear();
        }
        let crop = buffer.note(SPA_META_VideoCrop);
        let Format { size, order } = format;
        if let Err(error) = pixels::draw(latest, plane, order, size, crop, &damage) {
            tracing::debug!(%error, ?size, "a picture is left out");
        }
    });
}

/// Takes the format that was chosen and says what the buffers shall be like; nothing where it cannot be taken.
fn agree(stream: &Stream, param: &Pod) -> Option<Format> {
    let mut info = VideoInfoRaw::default();
    info.parse(param).ok()?;
    let size = Size::new(info.size().width, info.size().height);
    let order = match info.format() {
        VideoFormat::BGRx | VideoFormat::BGRA => Order::Bgr,
        VideoFormat::RGBx | VideoFormat::RGBA => Order::Rgb,
        _ => return None,
    };
    if !size.is_sane() {
        return None;
    }
    let params: Vec<Vec<u8>> = wanted_buffers().into_iter().map(bytes).collect();
    let mut params: Vec<&Pod> = params.iter().filter_map(|p| Pod::from_bytes(p)).collect();
    stream.update_params(&mut params).ok()?;
    Some(Format { size, order })
}

/// Pictures of four bytes a pixel, of any size that a screen may have. No modifier is named: so a desktop leaves them in memory
/// that everybody can read, and not in its graphics card's own.
fn wanted_format() -> Object {
    let square = |side| Rectangle {
        width: side,
        height: side,
    };
    let rate = |num| Fraction { num, denom: 1 };
    object!(
        SpaTypes::ObjectParamFormat,
        ParamType::EnumFormat,
        property!(FormatProperties::MediaType, Id, MediaType::Video),
        property!(FormatProperties::MediaSubtype, Id, MediaSubtype::Raw),
        property!(
            FormatProperties::VideoFormat,
            Choice,
            Enum,
            Id,
            VideoFormat::BGRx,
            VideoFormat::BGRx,
            VideoFormat::RGBx,
            VideoFormat::BGRA,
            VideoFormat::RGBA,
        ),
        property!(
            FormatProperties::VideoSize,
            Choice,
            Range,
            Rectangle,
            Rectangle {
                width: 1920,
                height: 1080
            },
            square(1),
            square(MAX_SIDE)
        ),
        property!(
            FormatProperties::VideoFramerate,
            Choice,
            Range,
            Fraction,
            rate(60),
            rate(0),
            rate(MAX_RATE)
        ),
    )
}

/// Memory that can be mapped, and the notes that we read.
fn wanted_buffers() -> Vec<Object> {
    let memory = Value::Choice(ChoiceValue::Int(Choice(
        ChoiceFlags::empty(),
        ChoiceEnum::Flags {
            default: 1 << SPA_DATA_MemFd | 1 << SPA_DATA_MemPtr,
            flags: vec![],
        },
    )));
    let pointer = |side: u32| (CURSOR_BYTES + BITMAP_BYTES) as i32 + (side * side * 4) as i32;
    let region = REGION_BYTES as i32;
    vec![
        Object {
            type_: SpaTypes::ObjectParamBuffers.as_raw(),
            id: ParamType::Buffers.as_raw(),
            properties: vec![Property::new(SPA_PARAM_BUFFERS_dataType, memory)],
        },
        note(SPA_META_VideoCrop, region, region, region),
        note(
            SPA_META_VideoDamage,
            region * REGIONS,
            region,
            region * REGIONS,
        ),
        note(
            SPA_META_Cursor,
            pointer(MAX_CURSOR_SIDE),
            pointer(1),
            pointer(MAX_POINTER_ROOM),
        ),
    ]
}

/// A note of this kind, with room for this many bytes.
fn note(kind: u32, best: i32, least: i32, most: i32) -> Object {
    let room = Value::Choice(ChoiceValue::Int(Choice(
        ChoiceFlags::empty(),
        ChoiceEnum::Range {
            default: best,
            min: least,
            max: most,
        },
    )));
    Object {
        type_: SpaTypes::ObjectParamMeta.as_raw(),
        id: ParamType::Meta.as_raw(),
        properties: vec![
            Property::new(SPA_PARAM_META_type, Value::Id(Id(kind))),
            Property::new(SPA_PARAM_META_size, room),
        ],
    }
}

/// As PipeWire reads it.
fn bytes(object: Object) -> Vec<u8> {
    PodSerializer::serialize(Cursor::new(Vec::new()), &Value::Object(object))
        .map(|(written, _)| written.into_inner())
        .unwrap_or_default() // memory that grows does not fail
}
