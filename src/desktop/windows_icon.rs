//! Icons in the notification area of Windows' taskbar: what the tray and the notices are made of.
#![allow(unsafe_code)]

use std::{
    mem, ptr,
    sync::{
        Arc, Mutex, MutexGuard, Once, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use windows_sys::{
    Win32::{
        Foundation::{HWND, LPARAM, LRESULT, WPARAM},
        System::LibraryLoader::GetModuleHandleW,
        UI::{
            Shell::{
                NIF_ICON, NIF_INFO, NIF_MESSAGE, NIF_SHOWTIP, NIF_TIP, NIIF_LARGE_ICON, NIIF_USER,
                NIM_ADD, NIM_DELETE, NIM_MODIFY, NIM_SETVERSION, NIN_BALLOONUSERCLICK, NIN_SELECT,
                NOTIFYICON_VERSION_4, NOTIFYICONDATAW, Shell_NotifyIconW,
            },
            WindowsAndMessaging::{
                AppendMenuW, CreateIcon, CreatePopupMenu, CreateWindowExW, DefWindowProcW,
                DestroyIcon, DestroyMenu, DestroyWindow, GetSystemMetrics, HICON, MF_STRING,
                PostMessageW, RegisterClassW, RegisterWindowMessageW, SM_CXICON, SM_CXSMICON,
                SetForegroundWindow, TPM_NONOTIFY, TPM_RETURNCMD, TPM_RIGHTBUTTON, TrackPopupMenu,
                WM_APP, WM_CANCELMODE, WM_CONTEXTMENU, WM_NULL, WM_QUIT, WNDCLASSW,
            },
        },
    },
    core::{PCWSTR, w},
};

use super::{
    DesktopError, TrayState,
    tray::icon,
    windows::{count_in_pixels, refused, wide},
    windows_thread::{MessageThread, Posted, post_to_self},
};

/// What the taskbar tells of the icon.
const TOLD: u32 = WM_APP;
/// There is something else to show.
const CHANGED: u32 = WM_APP + 1;
/// Chosen by a key, which the headers have as a macro.
const NIN_KEYSELECT: u32 = NIN_SELECT | 1;
/// The icon's number among its window's.
const ONLY_ONE: u32 = 1;
const CLASS: PCWSTR = w!("HulpIcon");

/// What an icon shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Face {
    pub(super) state: TrayState,
    /// Beside the pointer.
    pub(super) tooltip: String,
    /// The menu's entries.
    pub(super) menu: Vec<String>,
    /// A notice beside it: its line, and its text.
    pub(super) notice: Option<(String, String)>,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IconEvent {
    /// The taskbar shows it, or there is none.
    Shown(bool),
    /// It was clicked.
    Clicked,
    /// This entry of the menu was picked.
    Picked(usize),
    /// The notice was clicked.
    NoticeClicked,
}

/// An icon, until it is dropped.
pub(super) struct NotifyIcon {
    shared: Arc<Shared>,
    thread: MessageThread,
}

struct Shared {
    face: Mutex<Face>,
    /// The window's handle, which is a number to others than its thread.
    window: AtomicUsize,
    is_over: AtomicBool,
}

impl NotifyIcon {
    /// Puts it there, in a thread of this name; `tell` is called from that one.
    pub(super) fn show(
        name: &str,
        face: Face,
        tell: impl Fn(IconEvent) + Send + 'static,
    ) -> Result<Self, DesktopError> {
        let shared = Arc::new(Shared {
            face: Mutex::new(face),
            window: AtomicUsize::new(0),
            is_over: AtomicBool::new(false),
        });
        let of_thread = shared.clone();
        let open = move || {
            count_in_pixels();
            let window = Window::make()?;
            of_thread.window.store(window.0 as usize, Ordering::SeqCst);
            let mut icon = Icon {
                window,
                shared: of_thread,
                tell: Box::new(tell),
            };
            icon.put(NIM_ADD);
            Ok(icon)
        };
        let thread = MessageThread::start(name, open, Icon::hear)?;
        Ok(Self { shared, thread })
    }

    /// Has it show this from now on.
    pub(super) fn change(&self, face: Face) {
        *lock(&self.shared.face) = face;
        self.thread.post(CHANGED, 0);
    }
}

impl Drop for NotifyIcon {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        let window = self.shared.window.load(Ordering::SeqCst) as HWND;
        // SAFETY: numbers alone. It closes a menu that is open, in which the thread would stay.
        unsafe { PostMessageW(window, WM_CANCELMODE, 0, 0) };
    }
}

struct Icon {
    window: Window,
    shared: Arc<Shared>,
    tell: Box<dyn Fn(IconEvent) + Send>,
}

impl Icon {
    fn hear(&mut self, posted: Posted) {
        match posted.message {
            CHANGED => self.put(NIM_MODIFY),
            // The taskbar was started anew, and knows of no icon.
            message if message == taskbar_created() => self.put(NIM_ADD),
            TOLD => match posted.lparam as u32 & 0xffff {
                NIN_SELECT | NIN_KEYSELECT => (self.tell)(IconEvent::Clicked),
                NIN_BALLOONUSERCLICK => (self.tell)(IconEvent::NoticeClicked),
                WM_CONTEXTMENU => {
                    let [x, y] = [posted.wparam, posted.wparam >> 16].map(|at| at as i16);
                    let labels = lock(&self.shared.face).menu.clone();
                    if let Some(entry) = pick(&self.window, &labels, x.into(), y.into()) {
                        (self.tell)(IconEvent::Picked(entry));
                    }
                    // What is posted while a menu is open is lost.
                    if self.shared.is_over.load(Ordering::SeqCst) {
                        post_to_self(WM_QUIT, 0, 0);
                    } else {
                        self.put(NIM_MODIFY);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// Adds or changes it.
    fn put(&mut self, how: u32) {
        let face = lock(&self.shared.face).clone();
        let small = Picture::draw(SM_CXSMICON, face.state);
        let large = Picture::draw(SM_CXICON, face.state);
        let mut data = self.window.data();
        data.uFlags = NIF_ICON | NIF_MESSAGE | NIF_TIP | NIF_SHOWTIP | NIF_INFO;
        data.uCallbackMessage = TOLD;
        data.hIcon = small.0;
        data.hBalloonIcon = large.0;
        data.dwInfoFlags = NIIF_USER | NIIF_LARGE_ICON;
        fill(&mut data.szTip, &face.tooltip);
        if let Some((title, text)) = &face.notice {
            fill(&mut data.szInfoTitle, title);
            fill(&mut data.szInfo, text);
        }
        // SAFETY: the structure says its size, its texts end in zeros, and the pictures live until it returns; the taskbar keeps
        // copies.
        let done = unsafe { Shell_NotifyIconW(how, &data) } != 0;
        if how == NIM_ADD {
            if done {
                data.Anonymous.uVersion = NOTIFYICON_VERSION_4;
                // SAFETY: as above.
                unsafe { Shell_NotifyIconW(NIM_SETVERSION, &data) };
            }
            (self.tell)(IconEvent::Shown(done));
        }
    }
}

impl Drop for Icon {
    fn drop(&mut self) {
        let data = self.window.data();
        // SAFETY: the structure says its size; an icon that is not there is refused.
        unsafe { Shell_NotifyIconW(NIM_DELETE, &data) };
    }
}

/// The window that the taskbar tells; never shown.
struct Window(HWND);

impl Window {
    fn make() -> Result<Self, DesktopError> {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            // SAFETY: a plain structure of numbers and pointers; the procedure and the text are constants.
            unsafe {
                let mut class: WNDCLASSW = mem::zeroed();
                class.lpfnWndProc = Some(forward);
                class.hInstance = GetModuleHandleW(ptr::null());
                class.lpszClassName = CLASS;
                RegisterClassW(&class);
            }
        });
        // SAFETY: the class is registered; the rest is constants, or nothing.
        let window = unsafe {
            CreateWindowExW(
                0,
                CLASS,
                w!("Hulp"),
                0,
                0,
                0,
                0,
                0,
                ptr::null_mut(),
                ptr::null_mut(),
                GetModuleHandleW(ptr::null()),
                ptr::null(),
            )
        };
        match window.is_null() {
            true => Err(refused()),
            false => Ok(Self(window)),
        }
    }

    /// What names its icon.
    fn data(&self) -> NOTIFYICONDATAW {
        // SAFETY: a plain structure of numbers, texts and handles.
        let mut data: NOTIFYICONDATAW = unsafe { mem::zeroed() };
        data.cbSize = size_of::<NOTIFYICONDATAW>() as u32;
        data.hWnd = self.0;
        data.uID = ONLY_ONE;
        data
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // SAFETY: our own, in the thread that made it.
        unsafe { DestroyWindow(self.0) };
    }
}

/// Has the window's thread hear what it is told.
unsafe extern "system" fn forward(
    window: HWND,
    message: u32,
    wparam: WPARAM,
    lparam: LPARAM,
) -> LRESULT {
    if message == TOLD || message == taskbar_created() {
        post_to_self(message, wparam, lparam);
        return 0;
    }
    // SAFETY: all as it came.
    unsafe { DefWindowProcW(window, message, wparam, lparam) }
}

/// The message of a taskbar that begins.
fn taskbar_created() -> u32 {
    static NUMBER: OnceLock<u32> = OnceLock::new();
    // SAFETY: a constant.
    *NUMBER.get_or_init(|| unsafe { RegisterWindowMessageW(w!("TaskbarCreated")) })
}

/// Opens a menu there, and waits for what is picked.
fn pick(window: &Window, labels: &[String], x: i32, y: i32) -> Option<usize> {
    // SAFETY: our own window and menu; the texts end in zeros and live until each call returns.
    let picked = unsafe {
        let menu = CreatePopupMenu();
        for (number, label) in (1..).zip(labels) {
            let label = wide(&label.replace('&', "&&")); // one alone marks a key
            AppendMenuW(menu, MF_STRING, number, label.as_ptr());
        }
        // Else it stays when the user clicks beside it.
        SetForegroundWindow(window.0);
        let how = TPM_RETURNCMD | TPM_NONOTIFY | TPM_RIGHTBUTTON;
        let picked = TrackPopupMenu(menu, how, x, y, 0, window.0, ptr::null());
        PostMessageW(window.0, WM_NULL, 0, 0);
        DestroyMenu(menu);
        picked
    };
    usize::try_from(picked).ok()?.checked_sub(1)
}

struct Picture(HICON);

impl Picture {
    /// As wide and high as Windows has icons of this kind.
    fn draw(kind: i32, state: TrayState) -> Self {
        // SAFETY: a number.
        let side = usize::try_from(unsafe { GetSystemMetrics(kind) }).unwrap_or_default();
        let side = side.clamp(16, 256);
        let argb = icon::argb(side, state);
        let colours: Vec<u8> = argb
            .chunks_exact(4)
            .flat_map(|p| [p[3], p[2], p[1], p[0]])
            .collect();
        // With alpha the mask says nothing; its rows are of whole 16 bits.
        let mask = vec![0_u8; side.div_ceil(16) * 2 * side];
        let length = side as i32;
        // SAFETY: mask and colours hold as many rows of as many bits as it is told.
        Self(unsafe {
            CreateIcon(
                GetModuleHandleW(ptr::null()),
                length,
                length,
                1,
                32,
                mask.as_ptr(),
                colours.as_ptr(),
            )
        })
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // SAFETY: ours; one that could not be made is null, and refused.
        unsafe { DestroyIcon(self.0) };
    }
}

/// Writes a text into a place of Windows' own, cut where that ends.
fn fill(place: &mut [u16], text: &str) {
    let room = place.len().saturating_sub(1);
    let mut used = 0;
    for sign in text.chars() {
        if used + sign.len_utf16() > room {
            break;
        }
        used += sign.encode_utf16(&mut place[used..]).len();
    }
    place[used..].fill(0);
}

fn lock(face: &Mutex<Face>) -> MutexGuard<'_, Face> {
    face.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_between_signs() {
        let mut place = [7; 5];
        fill(&mut place, "aé👋x");
        assert_eq!(String::from_utf16_lossy(&place), "aé👋\0");
        fill(&mut place, "abc👋");
        assert_eq!(String::from_utf16_lossy(&place), "abc\0\0");
    }
}
