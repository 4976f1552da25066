//! ScreenCaptureKit's stream of one display: the newest picture waits until it is fetched, and nothing queues behind it.
#![allow(unsafe_code)]

use std::{
    ffi::c_void,
    slice,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc::sync_channel},
    time::Duration,
};

use block2::RcBlock;
use dispatch2::DispatchQueue;
use objc2::{
    AnyThread, DefinedClass, define_class, msg_send,
    rc::{Retained, autoreleasepool},
    runtime::{NSObject, NSObjectProtocol, ProtocolObject},
};
use objc2_core_foundation::{CFArray, CFDictionary, CFNumber, CFRetained, CFString, CFType};
use objc2_core_graphics::{CGDirectDisplayID, kCGColorSpaceSRGB};
use objc2_core_media::{CMSampleBuffer, CMTime};
use objc2_core_video::{
    CVPixelBuffer, CVPixelBufferGetBaseAddress, CVPixelBufferGetBytesPerRow,
    CVPixelBufferGetHeight, CVPixelBufferGetPixelFormatType, CVPixelBufferGetWidth,
    CVPixelBufferLockBaseAddress, CVPixelBufferLockFlags, CVPixelBufferUnlockBaseAddress,
    kCVPixelFormatType_32BGRA, kCVReturnSuccess,
};
use objc2_foundation::{NSArray, NSError};
use objc2_screen_capture_kit::{
    SCContentFilter, SCDisplay, SCFrameStatus, SCShareableContent, SCStream, SCStreamConfiguration,
    SCStreamDelegate, SCStreamErrorDomain, SCStreamFrameInfoStatus, SCStreamOutput,
    SCStreamOutputType,
};

use super::health::Stop;
use crate::screen::Size;

/// How long macOS may take to answer: it may ask its user first.
const PATIENCE: Duration = Duration::from_secs(10);
/// The most pictures a second.
const PACE: i32 = 60;
/// Pictures that macOS may have in hand: one that we read, one that waits, and one that it draws.
const QUEUE: isize = 4;

/// A running stream. Dropping it ends it.
pub(super) struct Stream {
    stream: Retained<SCStream>,
    /// The stream itself may not keep it.
    listener: Retained<Listener>,
    latest: Arc<Latest>,
    size: Size,
}

// SAFETY: a stream may be started, stopped and released by any thread; what it calls belongs to a queue of its own, and shares with
// us no more than `Latest`.
unsafe impl Send for Stream {}

/// What the stream brought last.
#[derive(Default)]
pub(super) struct Latest {
    news: Mutex<News>,
    came: Condvar,
}

#[derive(Default)]
struct News {
    picture: Option<Picture>,
    /// Why there will be no more.
    end: Option<Stop>,
}

/// A picture in memory that is shared with the window server.
pub(super) struct Picture(CFRetained<CVPixelBuffer>);

// SAFETY: a pixel buffer belongs to no thread, and nobody writes into one that was delivered until it is released.
unsafe impl Send for Picture {}

/// What is passed from the queue on which macOS answers.
struct Passed<T>(T);

// SAFETY: used for objects of ScreenCaptureKit's that do not change and belong to no thread.
unsafe impl<T> Send for Passed<T> {}

define_class!(
    // SAFETY: NSObject asks nothing of its subclasses, and this one has no Drop.
    #[unsafe(super(NSObject))]
    #[name = "HulpScreenListener"]
    #[ivars = Arc<Latest>]
    struct Listener;

    // SAFETY: nothing is asked of it.
    unsafe impl NSObjectProtocol for Listener {}

    // SAFETY: the method has the protocol's own types.
    unsafe impl SCStreamOutput for Listener {
        #[unsafe(method(stream:didOutputSampleBuffer:ofType:))]
        fn output(&self, _: &SCStream, sample: &CMSampleBuffer, kind: SCStreamOutputType) {
            if kind == SCStreamOutputType::Screen
                && let Some(picture) = Picture::of(sample)
            {
                self.ivars().tell(|news| news.picture = Some(picture));
            }
        }
    }

    // SAFETY: the method has the protocol's own types.
    unsafe impl SCStreamDelegate for Listener {
        #[unsafe(method(stream:didStopWithError:))]
        fn stopped(&self, _: &SCStream, error: &NSError) {
            let why = stop_of(error);
            self.ivars().tell(|news| news.end = Some(why));
        }
    }
);

impl Listener {
    fn new(latest: Arc<Latest>) -> Retained<Self> {
        let listener = Self::alloc().set_ivars(latest);
        // SAFETY: NSObject's init has this form.
        unsafe { msg_send![super(listener), init] }
    }
}

impl Stream {
    /// Starts to look at a display, `size` pixels of it.
    ///
    /// # Errors
    /// When macOS does not let us, or not now.
    pub(super) fn open(display: CGDirectDisplayID, size: Size) -> Result<Self, Stop> {
        autoreleasepool(|_| {
            let display = find(display)?;
            let latest = Arc::new(Latest::default());
            let listener = Listener::new(Arc::clone(&latest));
            let stream = make(&display, size, &listener)?;
            let opened = Self {
                stream,
                listener,
                latest,
                size,
            };
            opened.start()?;
            Ok(opened)
        })
    }

    /// How large its pictures are.
    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// Waits until there is a picture that was not taken, or `patience` is over; says whether there is.
    ///
    /// # Errors
    /// When there will be no more.
    pub(super) fn wait(&self, patience: Duration) -> Result<bool, Stop> {
        let has_none = |news: &mut News| news.picture.is_none() && news.end.is_none();
        let news = self.latest.lock();
        let waited = self
            .latest
            .came
            .wait_timeout_while(news, patience, has_none);
        let news = waited.unwrap_or_else(PoisonError::into_inner).0;
        match &news.end {
            Some(why) => Err(why.clone()),
            None => Ok(news.picture.is_some()),
        }
    }

    /// The newest picture that was not taken yet.
    pub(super) fn take(&self) -> Option<Picture> {
        self.latest.lock().picture.take()
    }

    fn start(&self) -> Result<(), Stop> {
        let (tell, told) = sync_channel(1);
        let started = RcBlock::new(move |error: *mut NSError| {
            // SAFETY: it is an error or null, and lives as long as this call.
            let error = unsafe { error.as_ref() };
            let _ = tell.try_send(error.map(stop_of));
        });
        // SAFETY: the block may be called on any thread, for a channel's end may.
        unsafe {
            self.stream
                .startCaptureWithCompletionHandler(Some(&started))
        };
        match told.recv_timeout(PATIENCE) {
            Ok(None) => Ok(()),
            Ok(Some(why)) => Err(why),
            Err(_) => Err(no_answer()),
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // A picture may be on its way to the listener: both are kept until macOS is done with them.
        let kept = (self.stream.clone(), self.listener.clone());
        let stopped = RcBlock::new(move |_: *mut NSError| {
            let _kept = &kept;
        });
        // SAFETY: a stream may be stopped at any time, and the block be called and released on any thread. Nobody waits for it.
        unsafe { self.stream.stopCaptureWithCompletionHandler(Some(&stopped)) };
    }
}

impl Latest {
    fn tell(&self, news: impl FnOnce(&mut News)) {
        news(&mut self.lock());
        self.came.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, News> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Picture {
    /// The picture in a sample, if there is a new one.
    fn of(sample: &CMSampleBuffer) -> Option<Self> {
        // SAFETY: the list is one of dictionaries whose keys are texts; of their values nothing is taken for granted here.
        let about = unsafe {
            let list = sample.sample_attachments_array(false)?;
            CFRetained::cast_unchecked::<CFArray<CFDictionary<CFString, CFType>>>(list)
        };
        // SAFETY: ScreenCaptureKit's constant is there as long as the program, and an NSString is a CFString.
        let status = unsafe { &*std::ptr::from_ref(SCStreamFrameInfoStatus).cast::<CFString>() };
        let status = about.get(0)?.get(status)?.downcast::<CFNumber>().ok()?;
        if status.as_isize()? != SCFrameStatus::Complete.0 {
            return None; // nothing was drawn
        }
        // SAFETY: a sample of a screen has a pixel buffer or nothing.
        unsafe { sample.image_buffer() }.map(Self)
    }

    /// Lets `look` have its rows, from the top, a pixel as `0xAARRGGBB`; nothing where it is not of this size and format.
    pub(super) fn look<T>(
        &self,
        size: Size,
        look: impl FnOnce(&mut dyn Iterator<Item = &[u32]>) -> T,
    ) -> Option<T> {
        let buffer = &*self.0;
        let (width, height) = (size.width as usize, size.height as usize);
        let has_size =
            CVPixelBufferGetWidth(buffer) == width && CVPixelBufferGetHeight(buffer) == height;
        if !has_size || CVPixelBufferGetPixelFormatType(buffer) != kCVPixelFormatType_32BGRA {
            return None;
        }
        let lock = CVPixelBufferLockFlags::ReadOnly;
        // SAFETY: it is unlocked below, in the same way.
        if unsafe { CVPixelBufferLockBaseAddress(buffer, lock) } != kCVReturnSuccess {
            return None;
        }
        let stride = CVPixelBufferGetBytesPerRow(buffer) / size_of::<u32>();
        let first: *const c_void = CVPixelBufferGetBaseAddress(buffer);
        let outcome = (!first.is_null() && stride >= width).then(|| {
            // SAFETY: while it is locked the buffer has `height` rows of `stride` pixels of four bytes, aligned to more than four,
            // and nobody writes there.
            let pixels = unsafe { slice::from_raw_parts(first.cast::<u32>(), stride * height) };
            look(&mut pixels.chunks_exact(stride).map(|row| &row[..width]))
        });
        // SAFETY: it was locked above, and nothing of it is used any more.
        unsafe { CVPixelBufferUnlockBaseAddress(buffer, lock) };
        outcome
    }
}

/// Asks for all displays, and finds this one.
fn find(display: CGDirectDisplayID) -> Result<Retained<SCDisplay>, Stop> {
    let (tell, told) = sync_channel(1);
    let answered = RcBlock::new(
        move |content: *mut SCShareableContent, error: *mut NSError| {
            // SAFETY: each is an object or null, and lives as long as this call; the first is kept.
            let (content, error) = unsafe { (Retained::retain(content), error.as_ref()) };
            let why = || error.map_or_else(no_answer, stop_of);
            let _ = tell.try_send(content.map(Passed).ok_or_else(why));
        },
    );
    // SAFETY: the block may be called on any thread, for a channel's end may.
    unsafe { SCShareableContent::getShareableContentWithCompletionHandler(&answered) };
    let Passed(content) = told
        .recv_timeout(PATIENCE)
        .unwrap_or_else(|_| Err(no_answer()))?;
    // SAFETY: these only read what does not change.
    let displays = unsafe { content.displays() }.to_vec();
    let found = displays
        .into_iter()
        .find(|found| unsafe { found.displayID() } == display);
    found.ok_or_else(|| Stop::Broken("ScreenCaptureKit does not know the display".into()))
}

fn make(display: &SCDisplay, size: Size, listener: &Listener) -> Result<Retained<SCStream>, Stop> {
    let nothing = NSArray::new();
    // SAFETY: the types are those that ScreenCaptureKit asks for; what is set here is within its limits.
    let stream = unsafe {
        let all = SCContentFilter::alloc();
        let all = SCContentFilter::initWithDisplay_excludingWindows(all, display, &nothing);
        let how = SCStreamConfiguration::new();
        how.setWidth(size.width as usize);
        how.setHeight(size.height as usize);
        how.setPixelFormat(kCVPixelFormatType_32BGRA);
        how.setColorSpaceName(kCGColorSpaceSRGB);
        how.setMinimumFrameInterval(CMTime::new(1, PACE));
        how.setQueueDepth(QUEUE);
        // The pointer travels apart from the picture.
        how.setShowsCursor(false);
        let delegate = ProtocolObject::from_ref(listener);
        SCStream::initWithFilter_configuration_delegate(
            SCStream::alloc(),
            &all,
            &how,
            Some(delegate),
        )
    };
    let output = ProtocolObject::from_ref(listener);
    let queue = DispatchQueue::new("hulp.screen", None);
    // SAFETY: the listener may be called on any queue, for what it shares is behind a lock.
    let added = unsafe {
        let kind = SCStreamOutputType::Screen;
        stream.addStreamOutput_type_sampleHandlerQueue_error(output, kind, Some(&queue))
    };
    match added {
        Ok(()) => Ok(stream),
        Err(error) => Err(stop_of(&error)),
    }
}

/// What an error means.
fn stop_of(error: &NSError) -> Stop {
    let words = error.localizedDescription().to_string();
    // SAFETY: ScreenCaptureKit's constant is there as long as the program.
    if *error.domain() == *unsafe { SCStreamErrorDomain } {
        Stop::of(error.code(), words)
    } else {
        Stop::Broken(words)
    }
}

fn no_answer() -> Stop {
    let secs = PATIENCE.as_secs();
    Stop::Broken(format!("macOS did not answer within {secs} seconds"))
}
