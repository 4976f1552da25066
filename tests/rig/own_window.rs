//! A program with windows on a Wayland desktop, in the test's own process, for which Hulp takes it for its own. It keeps what is
//! pressed in them, and whether Hulp's window would have heeded it.
#![allow(unsafe_code)]

use std::{
    ffi::c_void,
    io::Write as _,
    os::{fd::AsFd as _, unix::net::UnixStream},
    path::Path,
    ptr::NonNull,
    sync::{Arc, Mutex},
};

use hulp::desktop::Desktop;
use raw_window_handle::{
    DisplayHandle, HandleError, HasDisplayHandle, RawDisplayHandle, WaylandDisplayHandle,
};
use wayland_client::{
    Connection, Dispatch, EventQueue, QueueHandle, WEnum,
    backend::ObjectId,
    delegate_noop,
    globals::{GlobalListContents, registry_queue_init},
    protocol::{
        wl_buffer::WlBuffer,
        wl_compositor::WlCompositor,
        wl_keyboard::{self, KeyState, WlKeyboard},
        wl_pointer::{self, ButtonState, WlPointer},
        wl_registry::{self, WlRegistry},
        wl_seat::{self, Capability, WlSeat},
        wl_shm::{Format, WlShm},
        wl_shm_pool::WlShmPool,
        wl_surface::WlSurface,
    },
};
use wayland_protocols::{
    wp::text_input::zv3::client::{
        zwp_text_input_manager_v3::ZwpTextInputManagerV3,
        zwp_text_input_v3::{self, ZwpTextInputV3},
    },
    xdg::shell::client::{
        xdg_surface::{self, XdgSurface},
        xdg_toplevel::{self, XdgToplevel},
        xdg_wm_base::{self, XdgWmBase},
    },
};

/// The program.
pub struct OwnWindows {
    kept: Arc<Mutex<Kept>>,
    connection: Connection,
    handle: QueueHandle<Hearing>,
    compositor: WlCompositor,
    shell: XdgWmBase,
    shm: WlShm,
}

/// One of its windows. It closes when this is dropped.
pub struct OwnWindow {
    connection: Connection,
    surface: WlSurface,
    role: XdgSurface,
    toplevel: XdgToplevel,
}

/// What came to its windows.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// What was pressed in them, and whether that is heeded.
    pub pressed: Vec<(String, bool)>,
    /// The one that the pointer is in.
    pointer: Option<ObjectId>,
    /// The one that has the keyboard.
    keyboard: Option<ObjectId>,
}

/// Listens, on a thread of its own.
struct Hearing {
    kept: Arc<Mutex<Kept>>,
    desktop: Arc<dyn Desktop>,
    pointer: Option<WlPointer>,
    keyboard: Option<WlKeyboard>,
}

/// What an empty window shows, as soon as it may.
struct Canvas {
    surface: WlSurface,
    buffer: WlBuffer,
}

/// The connection, as windowing libraries hand it out.
struct Display(Connection);

impl HasDisplayHandle for Display {
    fn display_handle(&self) -> Result<DisplayHandle<'_>, HandleError> {
        let pointer: *mut c_void = self.0.backend().display_ptr().cast();
        let pointer = NonNull::new(pointer).ok_or(HandleError::Unavailable)?;
        let raw = RawDisplayHandle::Wayland(WaylandDisplayHandle::new(pointer));
        // SAFETY: it is the connection's `wl_display`, which lives as long as that.
        Ok(unsafe { DisplayHandle::borrow_raw(raw) })
    }
}

impl OwnWindows {
    /// Connects to the compositor that listens there, and has `desktop` take its windows for Hulp's own.
    pub fn open(socket: &Path, desktop: Arc<dyn Desktop>) -> Self {
        Self::open_one(socket, desktop, false)
    }

    /// The same, of a program whose windows have a field that input methods write into.
    pub fn open_with_field(socket: &Path, desktop: Arc<dyn Desktop>) -> Self {
        Self::open_one(socket, desktop, true)
    }

    fn open_one(socket: &Path, desktop: Arc<dyn Desktop>, with_field: bool) -> Self {
        let stream = UnixStream::connect(socket).expect("the compositor");
        let connection = Connection::from_socket(stream).expect("a Wayland connection");
        let (globals, queue) = registry_queue_init::<Hearing>(&connection).expect("its globals");
        let handle = queue.handle();
        let compositor = globals.bind(&handle, 1..=4, ()).expect("a compositor");
        let shell = globals.bind(&handle, 1..=1, ()).expect("a shell");
        let shm = globals.bind(&handle, 1..=1, ()).expect("shared memory");
        let seat: WlSeat = globals.bind(&handle, 1..=3, ()).expect("a seat");
        if with_field {
            let fields: ZwpTextInputManagerV3 =
                globals.bind(&handle, 1..=1, ()).expect("input methods");
            fields.get_text_input(&seat, &handle, ());
        }
        desktop.own_windows_are_on(Arc::new(Display(connection.clone())));
        let kept = Arc::<Mutex<Kept>>::default();
        let hearing = Hearing {
            kept: kept.clone(),
            desktop,
            pointer: None,
            keyboard: None,
        };
        std::thread::spawn(move || listen(queue, hearing));
        Self {
            kept,
            connection,
            handle,
            compositor,
            shell,
            shm,
        }
    }

    /// Opens a window of this size.
    pub fn show(&self, title: &str, (width, height): (u16, u16)) -> OwnWindow {
        let (width, height) = (i32::from(width), i32::from(height));
        let bytes = vec![0x40_u8; (width * height * 4) as usize];
        let flags = rustix::fs::MemfdFlags::CLOEXEC;
        let file = rustix::fs::memfd_create("window", flags).expect("memory");
        let mut file = std::fs::File::from(file);
        file.write_all(&bytes).expect("memory");
        let length = bytes.len() as i32;
        let pool = self.shm.create_pool(file.as_fd(), length, &self.handle, ());
        let format = Format::Xrgb8888;
        let buffer = pool.create_buffer(0, width, height, width * 4, format, &self.handle, ());
        pool.destroy();
        let surface = self.compositor.create_surface(&self.handle, ());
        let canvas = Canvas {
            surface: surface.clone(),
            buffer,
        };
        let role = self.shell.get_xdg_surface(&surface, &self.handle, canvas);
        let toplevel = role.get_toplevel(&self.handle, ());
        toplevel.set_title(title.into());
        toplevel.set_app_id("hulp".into());
        surface.commit();
        self.connection.flush().expect("the compositor");
        OwnWindow {
            connection: self.connection.clone(),
            surface,
            role,
            toplevel,
        }
    }

    /// What was pressed in its windows so far, and whether that is heeded.
    pub fn pressed(&self) -> Vec<(String, bool)> {
        self.kept.lock().unwrap().pressed.clone()
    }

    /// What Hulp would have heeded of that.
    pub fn heeded(&self) -> Vec<String> {
        let heeded = self.pressed().into_iter().filter(|(_, heeded)| *heeded);
        heeded.map(|(what, _)| what).collect()
    }

    /// Whether the pointer is in one of its windows.
    pub fn have_pointer(&self) -> bool {
        self.kept.lock().unwrap().pointer.is_some()
    }

    /// Whether one of its windows has the keyboard.
    pub fn have_keyboard(&self) -> bool {
        self.kept.lock().unwrap().keyboard.is_some()
    }
}

impl Drop for OwnWindow {
    fn drop(&mut self) {
        self.toplevel.destroy();
        self.role.destroy();
        self.surface.destroy();
        let _ = self.connection.flush(); // or the compositor is gone
    }
}

fn listen(mut queue: EventQueue<Hearing>, mut hearing: Hearing) {
    while queue.blocking_dispatch(&mut hearing).is_ok() {}
}

impl Hearing {
    fn keep(&self, what: String) {
        self.keep_written(what, false);
    }

    fn keep_written(&self, what: String, is_written: bool) {
        let heeded = self.desktop.own_windows_heed_presses(is_written);
        self.kept.lock().unwrap().pressed.push((what, heeded));
    }
}

impl Dispatch<WlRegistry, GlobalListContents> for Hearing {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: wl_registry::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

impl Dispatch<XdgWmBase, ()> for Hearing {
    fn event(
        _: &mut Self,
        shell: &XdgWmBase,
        event: xdg_wm_base::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let xdg_wm_base::Event::Ping { serial } = event {
            shell.pong(serial);
        }
    }
}

impl Dispatch<XdgSurface, Canvas> for Hearing {
    fn event(
        _: &mut Self,
        role: &XdgSurface,
        event: xdg_surface::Event,
        canvas: &Canvas,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let xdg_surface::Event::Configure { serial } = event {
            role.ack_configure(serial);
            canvas.surface.attach(Some(&canvas.buffer), 0, 0);
            canvas.surface.commit();
        }
    }
}

impl Dispatch<XdgToplevel, ()> for Hearing {
    fn event(
        _: &mut Self,
        _: &XdgToplevel,
        _: xdg_toplevel::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

impl Dispatch<WlSeat, ()> for Hearing {
    fn event(
        hearing: &mut Self,
        seat: &WlSeat,
        event: wl_seat::Event,
        (): &(),
        _: &Connection,
        handle: &QueueHandle<Self>,
    ) {
        let wl_seat::Event::Capabilities {
            capabilities: WEnum::Value(has),
        } = event
        else {
            return;
        };
        // Nothing is told any more to those of a seat that had none for a while, not even that they left.
        if !has.contains(Capability::Pointer) {
            hearing.pointer.take().iter().for_each(WlPointer::release);
            hearing.kept.lock().unwrap().pointer = None;
        } else if hearing.pointer.is_none() {
            hearing.pointer = Some(seat.get_pointer(handle, ()));
        }
        if !has.contains(Capability::Keyboard) {
            hearing.keyboard.take().iter().for_each(WlKeyboard::release);
            hearing.kept.lock().unwrap().keyboard = None;
        } else if hearing.keyboard.is_none() {
            hearing.keyboard = Some(seat.get_keyboard(handle, ()));
        }
    }
}

impl Dispatch<WlPointer, ()> for Hearing {
    fn event(
        hearing: &mut Self,
        _: &WlPointer,
        event: wl_pointer::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        use wayland_client::Proxy as _;
        match event {
            wl_pointer::Event::Enter { surface, .. } => {
                hearing.kept.lock().unwrap().pointer = Some(surface.id());
            }
            wl_pointer::Event::Leave { .. } => hearing.kept.lock().unwrap().pointer = None,
            wl_pointer::Event::Button {
                button,
                state: WEnum::Value(ButtonState::Pressed),
                ..
            } => hearing.keep(format!("button {button:#x}")),
            wl_pointer::Event::Axis { .. } => hearing.keep("wheel".into()),
            _ => {}
        }
    }
}

impl Dispatch<WlKeyboard, ()> for Hearing {
    fn event(
        hearing: &mut Self,
        _: &WlKeyboard,
        event: wl_keyboard::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        use wayland_client::Proxy as _;
        match event {
            wl_keyboard::Event::Enter { surface, .. } => {
                hearing.kept.lock().unwrap().keyboard = Some(surface.id());
            }
            wl_keyboard::Event::Leave { .. } => hearing.kept.lock().unwrap().keyboard = None,
            wl_keyboard::Event::Key {
                key,
                state: WEnum::Value(KeyState::Pressed),
                ..
            } => hearing.keep(format!("key {key}")),
            _ => {}
        }
    }
}

impl Dispatch<ZwpTextInputV3, ()> for Hearing {
    fn event(
        hearing: &mut Self,
        field: &ZwpTextInputV3,
        event: zwp_text_input_v3::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        match event {
            zwp_text_input_v3::Event::Enter { .. } => {
                field.enable();
                field.commit();
            }
            zwp_text_input_v3::Event::Leave { .. } => {
                field.disable();
                field.commit();
            }
            zwp_text_input_v3::Event::CommitString { text: Some(text) } => {
                hearing.keep_written(format!("text {text}"), true);
            }
            _ => {}
        }
    }
}

delegate_noop!(Hearing: ZwpTextInputManagerV3);
delegate_noop!(Hearing: ignore WlCompositor);
delegate_noop!(Hearing: ignore WlShm);
delegate_noop!(Hearing: ignore WlShmPool);
delegate_noop!(Hearing: ignore WlBuffer);
delegate_noop!(Hearing: ignore WlSurface);
