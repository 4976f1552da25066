//! Threads with a queue of messages: what Windows' hooks, windows and icons live in.
#![allow(unsafe_code)]

use std::{
    mem, ptr,
    sync::mpsc,
    thread::{self, JoinHandle},
};

use windows_sys::Win32::{
    System::Threading::GetCurrentThreadId,
    UI::WindowsAndMessaging::{
        DispatchMessageW, GetMessageW, PM_NOREMOVE, PeekMessageW, PostThreadMessageW, WM_QUIT,
    },
};

use super::{DesktopError, windows::last_error};

/// A message to the thread itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posted {
    /// Which.
    pub(super) message: u32,
    pub(super) wparam: usize,
    pub(super) lparam: isize,
}

/// A thread that waits for messages until it is dropped.
pub(super) struct MessageThread {
    id: u32,
    thread: Option<JoinHandle<()>>,
}

impl MessageThread {
    /// Starts it. `open` makes there what lives there, and `posted` is given that and what is posted. What windows of the
    /// thread are sent goes to their own procedures.
    ///
    /// # Errors
    /// What `open` says.
    pub(super) fn start<T>(
        name: &str,
        open: impl FnOnce() -> Result<T, DesktopError> + Send + 'static,
        posted: impl FnMut(&mut T, Posted) + Send + 'static,
    ) -> Result<Self, DesktopError> {
        let (tell, told) = mpsc::channel();
        let thread = thread::Builder::new()
            .name(name.into())
            .spawn(move || match open() {
                Ok(tenant) => {
                    let _ = tell.send(Ok(own_id())); // who started us waits for it
                    attend(tenant, posted);
                }
                Err(error) => drop(tell.send(Err(error))),
            })
            .map_err(|error| DesktopError::Refused(error.to_string()))?;
        let gone = |_| DesktopError::Refused("a thread ended before it began".into());
        Ok(Self {
            id: told.recv().map_err(gone)??,
            thread: Some(thread),
        })
    }

    /// Posts something to it.
    pub(super) fn post(&self, message: u32, wparam: usize) {
        // SAFETY: numbers alone; a thread that is gone is refused.
        if unsafe { PostThreadMessageW(self.id, message, wparam, 0) } == 0 {
            tracing::warn!(error = %last_error(), "a thread of Hulp's takes no messages");
        }
    }
}

impl Drop for MessageThread {
    fn drop(&mut self) {
        self.post(WM_QUIT, 0);
        if let Some(thread) = self.thread.take()
            // What the thread calls may have dropped us.
            && thread.thread().id() != thread::current().id()
        {
            let _ = thread.join();
        }
    }
}

/// Posts something to the thread that calls.
pub(super) fn post_to_self(message: u32, wparam: usize, lparam: isize) {
    // SAFETY: numbers alone.
    unsafe { PostThreadMessageW(GetCurrentThreadId(), message, wparam, lparam) };
}

/// The number of the thread that calls, which has a queue from then on.
fn own_id() -> u32 {
    // SAFETY: `message` is a plain structure of numbers and pointers, and is written only; a thread's first look at its queue
    // makes that.
    unsafe {
        let mut message = mem::zeroed();
        PeekMessageW(&mut message, ptr::null_mut(), 0, 0, PM_NOREMOVE);
        GetCurrentThreadId()
    }
}

fn attend<T>(mut tenant: T, mut posted: impl FnMut(&mut T, Posted)) {
    // SAFETY: a plain structure of numbers and pointers.
    let mut message = unsafe { mem::zeroed() };
    // SAFETY: `message` outlives the call. It gives 0 at the end, and -1 for a fault of its arguments.
    while unsafe { GetMessageW(&mut message, ptr::null_mut(), 0, 0) } > 0 {
        if message.hwnd.is_null() {
            posted(
                &mut tenant,
                Posted {
                    message: message.message,
                    wparam: message.wParam,
                    lparam: message.lParam,
                },
            );
        } else {
            // SAFETY: it is as `GetMessageW` wrote it.
            unsafe { DispatchMessageW(&message) };
        }
    }
}
