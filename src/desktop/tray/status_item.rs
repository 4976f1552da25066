//! The tray of a Mac: an item in the menu bar. It is AppKit's and so the main thread's, which comes to it by itself; nobody waits here.
#![allow(unsafe_code)]

use std::{cell::RefCell, ptr};

use dispatch2::DispatchQueue;
use objc2::{
    AnyThread, DefinedClass, MainThreadMarker, MainThreadOnly, define_class, msg_send,
    rc::Retained,
    runtime::{AnyObject, NSObject},
    sel,
};
use objc2_app_kit::{
    NSBitmapFormat, NSBitmapImageRep, NSDeviceRGBColorSpace, NSImage, NSMenu, NSMenuItem,
    NSSquareStatusItemLength, NSStatusBar, NSStatusItem,
};
use objc2_foundation::{NSSize, NSString};

use super::{Tray, TrayEvent, TrayLook, TrayPick, TraySink, TrayState, icon};
use crate::desktop::macos::{Awake, awake_while};

/// The icon's width and height, in points: what the menu bar has room for.
const POINTS: f64 = 18.0;
/// Its pictures: for ordinary displays and for sharp ones.
const SIZES: [usize; 2] = [18, 36];

thread_local! {
    /// Touched by the main thread alone.
    static ITEM: RefCell<Option<Item>> = const { RefCell::new(None) };
}

/// Puts it there as soon as the main thread comes to it; there is one, for a program has one tray.
pub(in crate::desktop) fn open(look: &TrayLook, sink: TraySink) -> Option<Box<dyn Tray>> {
    let look = look.clone();
    on_main_thread(move |main_thread| {
        let item = Item::new(sink, &look, main_thread);
        let is_shown = item.status.isVisible();
        let tell = item.sink.clone();
        ITEM.set(Some(item));
        tell(TrayEvent::Shown(is_shown));
    });
    Some(Box::new(InMenuBar))
}

struct InMenuBar;

impl Tray for InMenuBar {
    fn show(&mut self, look: &TrayLook) {
        let look = look.clone();
        on_main_thread(move |main_thread| {
            ITEM.with_borrow_mut(|item| {
                if let Some(item) = item {
                    item.show(&look, main_thread);
                }
            });
        });
    }
}

impl Drop for InMenuBar {
    fn drop(&mut self) {
        on_main_thread(|_| drop(ITEM.take()));
    }
}

/// Never waits: the main thread may be waiting for whoever asks, as when Hulp closes.
fn on_main_thread(work: impl FnOnce(MainThreadMarker) + Send + 'static) {
    DispatchQueue::main().exec_async(move || {
        // There always is: that queue is the main thread's.
        if let Some(main_thread) = MainThreadMarker::new() {
            work(main_thread);
        }
    });
}

/// The item in the menu bar.
struct Item {
    status: Retained<NSStatusItem>,
    /// A click on the item opens it.
    menu: Retained<NSMenu>,
    sink: TraySink,
    _awake: Option<Awake>,
}

impl Item {
    fn new(sink: TraySink, look: &TrayLook, main_thread: MainThreadMarker) -> Self {
        let status = NSStatusBar::systemStatusBar().statusItemWithLength(NSSquareStatusItemLength);
        let menu = NSMenu::new(main_thread);
        status.setMenu(Some(&menu));
        let mut item = Self {
            status,
            menu,
            sink,
            _awake: None,
        };
        item.show(look, main_thread);
        item
    }

    fn show(&mut self, look: &TrayLook, main_thread: MainThreadMarker) {
        let tooltip = NSString::from_str(&look.tooltip);
        if let Some(button) = self.status.button(main_thread) {
            let image = picture(look.state);
            image.setAccessibilityDescription(Some(&tooltip)); // which VoiceOver says of the button
            button.setImage(Some(&image));
            button.setToolTip(Some(&tooltip));
        }
        // In the same menu, which may be open: who is helped finds the end of it there at once.
        self.menu.removeAllItems();
        for (pick, label) in &look.menu {
            self.menu
                .addItem(&Entry::item(&self.sink, *pick, label, main_thread));
        }
        self._awake = awake_while(look.state);
    }
}

impl Drop for Item {
    fn drop(&mut self) {
        NSStatusBar::systemStatusBar().removeStatusItem(&self.status);
    }
}

/// What an entry of the menu does.
struct Does {
    pick: TrayPick,
    sink: TraySink,
}

define_class!(
    // SAFETY: NSObject asks nothing of its subclasses, and this one has no Drop.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[name = "HulpTrayEntry"]
    #[ivars = Does]
    struct Entry;

    impl Entry {
        #[unsafe(method(pick:))]
        fn pick(&self, _: Option<&AnyObject>) {
            let Does { pick, sink } = self.ivars();
            sink(TrayEvent::Picked(*pick));
        }
    }
);

impl Entry {
    /// Its entry in the menu.
    fn item(
        sink: &TraySink,
        pick: TrayPick,
        label: &str,
        main_thread: MainThreadMarker,
    ) -> Retained<NSMenuItem> {
        let sink = sink.clone();
        let entry = Self::alloc(main_thread).set_ivars(Does { pick, sink });
        // SAFETY: NSObject's init has this form.
        let entry: Retained<Self> = unsafe { msg_send![super(entry), init] };
        let (label, no_key) = (NSString::from_str(label), NSString::new());
        // SAFETY: the entry has that method, with a sender.
        let item = unsafe {
            NSMenuItem::initWithTitle_action_keyEquivalent(
                NSMenuItem::alloc(main_thread),
                &label,
                Some(sel!(pick:)),
                &no_key,
            )
        };
        // SAFETY: any object will do. The item does not keep its target, but what it represents.
        unsafe {
            item.setTarget(Some(&entry));
            item.setRepresentedObject(Some(&entry));
        }
        item
    }
}

/// The icon, as sharp as the display is that it is on. In colours, which say more than a template for the menu bar would.
fn picture(state: TrayState) -> Retained<NSImage> {
    let size = NSSize::new(POINTS, POINTS);
    let image = NSImage::initWithSize(NSImage::alloc(), size);
    for pixels in SIZES {
        if let Some(part) = bitmap(pixels, &icon::argb(pixels, state)) {
            part.setSize(size);
            image.addRepresentation(&part);
        }
    }
    image
}

/// A square of pixels: alpha, red, green and blue of each.
fn bitmap(side: usize, argb: &[u8]) -> Option<Retained<NSBitmapImageRep>> {
    let (pixels, row) = (side.cast_signed(), 4 * side.cast_signed());
    // SAFETY: without planes it has a memory of its own.
    let bitmap = unsafe {
        NSBitmapImageRep::initWithBitmapDataPlanes_pixelsWide_pixelsHigh_bitsPerSample_samplesPerPixel_hasAlpha_isPlanar_colorSpaceName_bitmapFormat_bytesPerRow_bitsPerPixel(
            NSBitmapImageRep::alloc(),
            ptr::null_mut(),
            pixels,
            pixels,
            8,
            4,
            true,
            false,
            NSDeviceRGBColorSpace,
            NSBitmapFormat::AlphaFirst | NSBitmapFormat::AlphaNonpremultiplied,
            row,
            32,
        )
    }?;
    let memory = bitmap.bitmapData();
    if memory.is_null() || argb.len() != 4 * side * side {
        return None;
    }
    // SAFETY: it has so many rows of so many bytes as it was made with above, which is as long as what is copied.
    unsafe { ptr::copy_nonoverlapping(argb.as_ptr(), memory, argb.len()) };
    Some(bitmap)
}
