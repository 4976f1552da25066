//! macOS: the events `odoc` and `rapp`. AppKit would pass them to the application's delegate, which is the window library's and does not
//! know them.
#![allow(unsafe_code)]

use std::path::PathBuf;

use objc2::{
    AnyThread, DefinedClass, define_class, msg_send,
    rc::Retained,
    runtime::{NSObject, Sel},
    sel,
};
use objc2_app_kit::NSApplicationWillFinishLaunchingNotification;
use objc2_core_services::{AEEventID, kAEOpenDocuments, kCoreEventClass, keyDirectObject};
use objc2_foundation::{
    NSAppleEventDescriptor, NSAppleEventManager, NSNotification, NSNotificationCenter,
};

use super::OpenEvent;

/// `kAEReopenApplication`, which the bindings lack.
const REOPEN_APPLICATION: AEEventID = u32::from_be_bytes(*b"rapp");

/// Hears of what is opened, for as long as it is kept.
pub struct OpenEvents(Retained<Listener>);

/// What the listener has.
struct Ears {
    also_again: bool,
    opened: Box<dyn Fn(OpenEvent)>,
}

define_class!(
    // SAFETY: NSObject asks nothing of its subclasses, and this one has no Drop.
    #[unsafe(super(NSObject))]
    #[name = "HulpOpenEvents"]
    #[ivars = Ears]
    struct Listener;

    impl Listener {
        /// From here on AppKit's own answers to the events can be replaced; the first one comes right after.
        #[unsafe(method(applicationWillFinishLaunching:))]
        fn will_finish_launching(&self, _: &NSNotification) {
            self.answer(kAEOpenDocuments, sel!(openDocuments:withReply:));
            if self.ivars().also_again {
                self.answer(REOPEN_APPLICATION, sel!(reopen:withReply:));
            }
        }

        #[unsafe(method(openDocuments:withReply:))]
        fn open_documents(&self, event: &NSAppleEventDescriptor, _: &NSAppleEventDescriptor) {
            let files = files(event);
            if !files.is_empty() {
                (self.ivars().opened)(OpenEvent::Files(files));
            }
        }

        #[unsafe(method(reopen:withReply:))]
        fn reopen(&self, _: &NSAppleEventDescriptor, _: &NSAppleEventDescriptor) {
            (self.ivars().opened)(OpenEvent::Again);
        }
    }
);

impl Listener {
    /// Has a method of ours answer an event.
    fn answer(&self, event: AEEventID, method: Sel) {
        let events = NSAppleEventManager::sharedAppleEventManager();
        // SAFETY: this object has the method, with two descriptors as the manager passes them; it lives until `OpenEvents` takes the
        // answer away again.
        unsafe {
            events.setEventHandler_andSelector_forEventClass_andEventID(
                self,
                method,
                kCoreEventClass,
                event,
            );
        }
    }
}

impl OpenEvents {
    /// To be called by the main thread before there is a window; `opened` is called there. `also_again` where a second start is to be
    /// told; otherwise the system brings the window to the front, if there is one.
    pub fn listen(also_again: bool, opened: impl Fn(OpenEvent) + 'static) -> Self {
        let listener = Listener::alloc().set_ivars(Ears {
            also_again,
            opened: Box::new(opened),
        });
        // SAFETY: NSObject's init has this form.
        let listener: Retained<Listener> = unsafe { msg_send![super(listener), init] };
        let answer = sel!(applicationWillFinishLaunching:);
        // SAFETY: the object has that method, with a notification; it lives until `OpenEvents` takes it away again.
        unsafe {
            NSNotificationCenter::defaultCenter().addObserver_selector_name_object(
                &listener,
                answer,
                Some(NSApplicationWillFinishLaunchingNotification),
                None,
            );
        }
        Self(listener)
    }
}

impl Drop for OpenEvents {
    fn drop(&mut self) {
        let events = NSAppleEventManager::sharedAppleEventManager();
        for event in [kAEOpenDocuments, REOPEN_APPLICATION] {
            events.removeEventHandlerForEventClass_andEventID(kCoreEventClass, event);
        }
        // SAFETY: it was added as an observer.
        unsafe { NSNotificationCenter::defaultCenter().removeObserver(&self.0) };
    }
}

/// The files that an event names.
fn files(event: &NSAppleEventDescriptor) -> Vec<PathBuf> {
    let Some(list) = event.paramDescriptorForKeyword(keyDirectObject) else {
        return Vec::new();
    };
    // It counts from one.
    let items = (1..=list.numberOfItems()).filter_map(|item| list.descriptorAtIndex(item));
    items
        .filter_map(|item| Some(item.fileURLValue()?.path()?.to_string().into()))
        .collect()
}
