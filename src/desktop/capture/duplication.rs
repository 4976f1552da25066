//! DXGI's desktop duplication: Windows tells what changed and what moved, and waits until something does.
//!
//! Windows takes a duplication away whenever the desktop changes (another mode, a full-screen game), and gives none while it shows
//! the desktop on which it asks for passwords and administrators. Then nothing is seen, the picture says so, and another
//! duplication is asked for until there is one. Where it stays away, as of a monitor that was turned, that is an error.
#![allow(unsafe_code)]

use std::{
    mem::{self, MaybeUninit},
    slice, thread,
    time::{Duration, Instant},
};

use windows::{
    Win32::{
        Foundation::{HMODULE, RECT},
        Graphics::{
            Direct3D::D3D_DRIVER_TYPE_UNKNOWN,
            Direct3D11::{
                D3D11_BOX, D3D11_CPU_ACCESS_READ, D3D11_CREATE_DEVICE_FLAG, D3D11_MAP_READ,
                D3D11_MAPPED_SUBRESOURCE, D3D11_SDK_VERSION, D3D11_TEXTURE2D_DESC,
                D3D11_USAGE_STAGING, D3D11CreateDevice, ID3D11Device, ID3D11DeviceContext,
                ID3D11Texture2D,
            },
            Dxgi::{
                Common::{
                    DXGI_FORMAT_B8G8R8A8_UNORM, DXGI_MODE_ROTATION_IDENTITY,
                    DXGI_MODE_ROTATION_UNSPECIFIED, DXGI_SAMPLE_DESC,
                },
                CreateDXGIFactory1, DXGI_ERROR_MODE_CHANGE_IN_PROGRESS, DXGI_ERROR_NOT_FOUND,
                DXGI_ERROR_WAIT_TIMEOUT, DXGI_OUTDUPL_FRAME_INFO, DXGI_OUTDUPL_MOVE_RECT,
                IDXGIAdapter1, IDXGIFactory1, IDXGIOutput1, IDXGIOutputDuplication, IDXGIResource,
            },
        },
    },
    core::{Error, Interface, Result},
};

use super::{gdi::UNSEEN, windows_cursor::WindowsCursor};
use crate::{
    desktop::{
        Capture, CaptureError, CursorChange, DesktopError,
        monitor::Monitor,
        windows::{count_in_pixels, shared_monitor},
    },
    screen::{Damage, Framebuffer, Rect, Size},
};

/// The bits of a pixel that mean something.
const COLOURS: u32 = 0x00ff_ffff;
/// How often a duplication that was taken away is asked for again.
const ASK_EVERY: Duration = Duration::from_millis(250);
/// How long one may stay away before that is told: longer than a mode takes to change.
const AWAY_FOR: Duration = Duration::from_secs(3);
/// How long a new one may take to its first picture.
const FIRST_WITHIN: Duration = Duration::from_secs(1);

/// The shared monitor, duplicated.
pub(super) struct Duplication {
    monitor: Monitor,
    /// None while Windows shows nobody its screen.
    source: Option<Source>,
    /// A frame is there that was not looked at yet.
    is_waiting: bool,
    /// All of the next picture is new.
    whole: bool,
    asked: Instant,
    /// When it was taken away, or when that was told last.
    lost: Instant,
    cursor: WindowsCursor,
}

impl Duplication {
    /// Opens the shared monitor.
    pub(super) fn open() -> std::result::Result<Self, DesktopError> {
        count_in_pixels();
        let monitor = shared_monitor()?;
        let Size { width, height } = monitor.size();
        if !monitor.size().is_sane() {
            let text = format!("a screen of {width} x {height} pixels");
            return Err(DesktopError::Unsupported(text));
        }
        let source = Source::open(monitor.size());
        let source = source.map_err(|error| DesktopError::Unsupported(error.to_string()))?;
        let now = Instant::now();
        Ok(Self {
            monitor,
            source: Some(source),
            is_waiting: false,
            whole: true,
            asked: now,
            lost: now,
            cursor: WindowsCursor::default(),
        })
    }

    /// Windows took it away, or gives another one: all is new.
    fn lose(&mut self, why: &Error) {
        tracing::debug!(error = %why, "the duplication of the screen is gone");
        self.source = None;
        self.lost = Instant::now();
        self.is_waiting = false;
        self.whole = true;
    }

    /// Asks for another one when it is time to; says whether there is one.
    fn find_again(&mut self) -> std::result::Result<bool, CaptureError> {
        if self.asked.elapsed() < ASK_EVERY {
            return Ok(false);
        }
        self.asked = Instant::now();
        if self.lost.elapsed() > AWAY_FOR {
            self.lost = Instant::now();
            return Err(CaptureError("its duplication stays away".into()));
        }
        // While a mode is being changed there may be no monitor.
        let Ok(monitor) = shared_monitor() else {
            return Ok(false);
        };
        if !monitor.size().is_sane() {
            let Size { width, height } = monitor.size();
            return Err(CaptureError(format!("it is {width} x {height} pixels now")));
        }
        self.source = Source::open(monitor.size()).ok();
        if self.source.is_some() {
            self.monitor = monitor;
            self.whole = true;
        }
        Ok(self.source.is_some())
    }
}

impl Capture for Duplication {
    fn size(&self) -> Size {
        self.monitor.size()
    }

    fn wait(&mut self, patience: Duration) -> std::result::Result<bool, CaptureError> {
        if self.is_waiting || self.whole && self.source.is_some() {
            return Ok(true);
        }
        let Some(source) = &mut self.source else {
            if self.find_again()? {
                return Ok(true);
            }
            thread::sleep(ASK_EVERY.min(patience));
            return Ok(self.whole);
        };
        match source.next(patience) {
            Ok(News::Nothing) => Ok(false),
            Ok(News::Pointer) => Ok(true),
            Ok(News::Picture) => {
                self.is_waiting = true;
                Ok(true)
            }
            Err(error) => {
                self.lose(&error);
                Ok(true)
            }
        }
    }

    fn grab(&mut self, frame: &mut Framebuffer) -> std::result::Result<Damage, CaptureError> {
        if self.source.is_none() {
            self.find_again()?;
        }
        if frame.size() != self.monitor.size() {
            frame.resize(self.monitor.size());
            self.whole = true;
        }
        let whole = mem::take(&mut self.whole);
        let all = frame.size().rect();
        let Some(source) = &mut self.source else {
            if !whole {
                return Ok(Damage::none());
            }
            frame.pixels_mut().fill(UNSEEN);
            return Ok(Damage::of(all));
        };
        let is_waiting = mem::take(&mut self.is_waiting);
        let grabbed = source.grab(frame, is_waiting, whole);
        grabbed.or_else(|error| {
            self.lose(&error);
            // What is in the frame is what was seen last; the next picture says that nothing is.
            Ok(Damage::none())
        })
    }

    fn cursor(&mut self) -> CursorChange {
        self.cursor.change(self.monitor)
    }
}

/// What a wait was ended by.
enum News {
    Nothing,
    Pointer,
    Picture,
}

/// A duplication, and a copy of it that the processor can read.
struct Source {
    context: ID3D11DeviceContext,
    duplication: IDXGIOutputDuplication,
    /// All of the screen as it was last told.
    copy: ID3D11Texture2D,
    size: Size,
    /// The frame that Windows lent us, and how many bytes there are of what changed in it.
    lent: Option<(ID3D11Texture2D, u32)>,
}

impl Source {
    fn open(size: Size) -> Result<Self> {
        let (adapter, output) = primary_output()?;
        let (device, context) = device(&adapter)?;
        // SAFETY: both are interfaces that live.
        let (duplication, mode) = unsafe {
            let duplication = output.DuplicateOutput(&device)?;
            let mode = duplication.GetDesc().ModeDesc;
            (duplication, mode)
        };
        // All of the copy has to be within what is lent.
        if Size::new(mode.Width, mode.Height) != size {
            return Err(DXGI_ERROR_MODE_CHANGE_IN_PROGRESS.into());
        }
        let mut source = Self {
            copy: readable(&device, size)?,
            context,
            duplication,
            size,
            lent: None,
        };
        // Its first picture is the whole screen; the pointer may come before that.
        let opened = Instant::now();
        while !matches!(source.next(ASK_EVERY)?, News::Picture) {
            if opened.elapsed() > FIRST_WITHIN {
                return Err(DXGI_ERROR_WAIT_TIMEOUT.into());
            }
        }
        source.take(&[size.rect()])?;
        Ok(source)
    }

    /// Waits for the next frame, and keeps it when it has another picture.
    fn next(&mut self, patience: Duration) -> Result<News> {
        self.give_back();
        let mut info = DXGI_OUTDUPL_FRAME_INFO::default();
        let mut resource: Option<IDXGIResource> = None;
        let millis = u32::try_from(patience.as_millis()).unwrap_or(u32::MAX - 1);
        // SAFETY: both places outlive the call.
        let acquired = unsafe {
            self.duplication
                .AcquireNextFrame(millis, &mut info, &mut resource)
        };
        match acquired {
            Err(error) if error.code() == DXGI_ERROR_WAIT_TIMEOUT => return Ok(News::Nothing),
            acquired => acquired?,
        }
        let texture = resource.map(|resource| resource.cast()).transpose();
        if info.LastPresentTime == 0 {
            self.release();
            return Ok(News::Pointer);
        }
        self.lent = texture?.map(|texture| (texture, info.TotalMetadataBufferSize));
        Ok(News::Picture)
    }

    /// Brings what changed into `frame`, or all of it.
    fn grab(&mut self, frame: &mut Framebuffer, is_waiting: bool, whole: bool) -> Result<Damage> {
        let changed = match is_waiting {
            true => {
                let changed = self.changed()?;
                self.take(&changed)?;
                changed
            }
            false => vec![],
        };
        let parts = match whole {
            true => vec![self.size.rect()],
            false => changed,
        };
        let mut damage = Damage::none();
        if !parts.is_empty() {
            self.read(frame, &parts)?;
            parts.into_iter().for_each(|part| damage.add(part));
        }
        Ok(damage)
    }

    /// Where the lent frame differs from the last: what was drawn, and where something was moved to.
    fn changed(&self) -> Result<Vec<Rect>> {
        let Some((_, room)) = self.lent else {
            return Ok(vec![]);
        };
        let drawn = told(room, |length, list, needed| {
            // SAFETY: the list has room for so many bytes; both places outlive the call.
            unsafe { self.duplication.GetFrameDirtyRects(length, list, needed) }
        })?;
        let moved = told(room, |length, list: *mut DXGI_OUTDUPL_MOVE_RECT, needed| {
            // SAFETY: as above.
            unsafe { self.duplication.GetFrameMoveRects(length, list, needed) }
        })?;
        let moved = moved.into_iter().map(|moved| moved.DestinationRect);
        let all = drawn.into_iter().chain(moved);
        Ok(all.filter_map(|rect| self.within(rect)).collect())
    }

    /// The part of the screen that Windows names so.
    fn within(&self, rect: RECT) -> Option<Rect> {
        let [left, top, right, bottom] =
            [rect.left, rect.top, rect.right, rect.bottom].map(|side| side.max(0).cast_unsigned());
        let (width, height) = (right.checked_sub(left)?, bottom.checked_sub(top)?);
        Rect::new(left, top, width, height).intersection(self.size.rect())
    }

    /// Copies parts of the lent frame, and gives it back.
    fn take(&mut self, parts: &[Rect]) -> Result<()> {
        if let Some((lent, _)) = &self.lent {
            for part in parts {
                let from = D3D11_BOX {
                    left: part.x,
                    top: part.y,
                    front: 0,
                    right: part.right(),
                    bottom: part.bottom(),
                    back: 1,
                };
                // SAFETY: both textures live, have one layer each, and the part is within both.
                unsafe {
                    self.context.CopySubresourceRegion(
                        &self.copy,
                        0,
                        part.x,
                        part.y,
                        0,
                        lent,
                        0,
                        Some(&from),
                    );
                }
            }
        }
        self.give_back();
        Ok(())
    }

    /// Reads parts of the copy.
    fn read(&self, frame: &mut Framebuffer, parts: &[Rect]) -> Result<()> {
        let mut mapped = D3D11_MAPPED_SUBRESOURCE::default();
        // SAFETY: the copy was made to be read; the place outlives the call.
        unsafe {
            self.context
                .Map(&self.copy, 0, D3D11_MAP_READ, 0, Some(&mut mapped))?;
        }
        let pitch = mapped.RowPitch as usize;
        for part in parts {
            for y in part.y..part.bottom() {
                let start = y as usize * pitch + part.x as usize * 4;
                // SAFETY: each row of the texture is `pitch` bytes, of which its pixels are the first, and the part is within
                // it; a pixel begins at a multiple of four bytes. It stays mapped until all is read.
                let from = unsafe {
                    let row = mapped.pData.cast::<u8>().add(start).cast::<u32>();
                    slice::from_raw_parts(row, part.width as usize)
                };
                for (to, from) in frame.row_mut(*part, y).iter_mut().zip(from) {
                    *to = from & COLOURS;
                }
            }
        }
        // SAFETY: it is mapped.
        unsafe { self.context.Unmap(&self.copy, 0) };
        Ok(())
    }

    /// Gives a lent frame back.
    fn give_back(&mut self) {
        if self.lent.take().is_some() {
            self.release();
        }
    }

    fn release(&self) {
        // SAFETY: a frame was acquired. A duplication that is gone says so at the next one.
        let _ = unsafe { self.duplication.ReleaseFrame() };
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        self.give_back();
    }
}

/// A list that Windows tells, of `room` bytes at most.
fn told<T>(room: u32, ask: impl FnOnce(u32, *mut T, &mut u32) -> Result<()>) -> Result<Vec<T>> {
    let size = size_of::<T>();
    let mut list: Vec<MaybeUninit<T>> = Vec::new();
    list.resize_with(room as usize / size, MaybeUninit::uninit);
    let mut told = 0;
    if !list.is_empty() {
        ask(room, list.as_mut_ptr().cast(), &mut told)?;
    }
    list.truncate(told as usize / size);
    // SAFETY: these were written; they are plain structures of numbers.
    Ok(list
        .into_iter()
        .map(|item| unsafe { item.assume_init() })
        .collect())
}

/// The output that shows the primary monitor, whose top left is where Windows counts from, and what drives it.
fn primary_output() -> Result<(IDXGIAdapter1, IDXGIOutput1)> {
    // SAFETY: calls of interfaces that live; what they give is counted.
    unsafe {
        let factory: IDXGIFactory1 = CreateDXGIFactory1()?;
        let mut adapters = (0..).map_while(|number| factory.EnumAdapters1(number).ok());
        let found = adapters.find_map(|adapter| {
            let mut outputs = (0..).map_while(|number| adapter.EnumOutputs(number).ok());
            let output = outputs.find(|output| {
                output.GetDesc().is_ok_and(|about| {
                    let at = about.DesktopCoordinates;
                    let upright = [DXGI_MODE_ROTATION_IDENTITY, DXGI_MODE_ROTATION_UNSPECIFIED];
                    // One that is turned is lent as the monitor has it, not as the user sees it.
                    (at.left, at.top) == (0, 0)
                        && about.AttachedToDesktop.as_bool()
                        && upright.contains(&about.Rotation)
                })
            })?;
            Some((adapter, output))
        });
        let (adapter, output) = found.ok_or(DXGI_ERROR_NOT_FOUND)?;
        Ok((adapter, output.cast()?))
    }
}

fn device(adapter: &IDXGIAdapter1) -> Result<(ID3D11Device, ID3D11DeviceContext)> {
    let (mut device, mut context) = (None, None);
    // SAFETY: the places outlive the call; with an adapter of its own there is no kind of driver to name, and no module.
    unsafe {
        D3D11CreateDevice(
            adapter,
            D3D_DRIVER_TYPE_UNKNOWN,
            HMODULE::default(),
            D3D11_CREATE_DEVICE_FLAG(0),
            None,
            D3D11_SDK_VERSION,
            Some(&mut device),
            None,
            Some(&mut context),
        )?;
    }
    device.zip(context).ok_or(DXGI_ERROR_NOT_FOUND.into())
}

/// A texture that the processor can read.
fn readable(device: &ID3D11Device, size: Size) -> Result<ID3D11Texture2D> {
    let about = D3D11_TEXTURE2D_DESC {
        Width: size.width,
        Height: size.height,
        MipLevels: 1,
        ArraySize: 1,
        Format: DXGI_FORMAT_B8G8R8A8_UNORM,
        SampleDesc: DXGI_SAMPLE_DESC {
            Count: 1,
            Quality: 0,
        },
        Usage: D3D11_USAGE_STAGING,
        CPUAccessFlags: D3D11_CPU_ACCESS_READ.0.cast_unsigned(),
        ..D3D11_TEXTURE2D_DESC::default()
    };
    let mut texture = None;
    // SAFETY: both places outlive the call.
    unsafe { device.CreateTexture2D(&about, None, Some(&mut texture))? };
    texture.ok_or(DXGI_ERROR_NOT_FOUND.into())
}
