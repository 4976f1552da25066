//! Notices of macOS (UserNotifications), which knows programs by their bundle: where Hulp has none there are none, and its window comes to
//! the front, and that is all.
#![allow(unsafe_code)]

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use block2::{DynBlock, RcBlock};
use objc2::{
    AnyThread, DefinedClass, define_class, msg_send,
    rc::{Retained, autoreleasepool},
    runtime::{Bool, NSObject, NSObjectProtocol, ProtocolObject},
};
use objc2_foundation::{NSArray, NSBundle, NSError, NSString};
use objc2_user_notifications::{
    UNAuthorizationOptions, UNMutableNotificationContent, UNNotification,
    UNNotificationPresentationOptions, UNNotificationRequest, UNNotificationResponse,
    UNNotificationSound, UNUserNotificationCenter, UNUserNotificationCenterDelegate,
};

use super::{Notice, NoticeClicked, Notices};

/// The notice's name: one takes the place of the last.
const NAME: &str = "hulp-question";

/// Opens nothing yet: macOS asks its user with the first notice whether there may be any.
pub(in crate::desktop) fn open(clicked: NoticeClicked) -> Option<Box<dyn Notices>> {
    autoreleasepool(|_| {
        // Asked by a program without one, UserNotifications ends it.
        if NSBundle::mainBundle().bundleIdentifier().is_none() {
            tracing::info!("no notices: this program is in no bundle");
            return None;
        }
        let center = UNUserNotificationCenter::currentNotificationCenter();
        let listener = Listener::new(clicked);
        center.setDelegate(Some(ProtocolObject::from_ref(&*listener)));
        Some(Box::new(Server {
            center,
            _listener: listener,
            wanted: Arc::default(),
        }) as Box<dyn Notices>)
    })
}

struct Server {
    center: Retained<UNUserNotificationCenter>,
    /// The center itself does not keep it.
    _listener: Retained<Listener>,
    /// What is to be seen once macOS lets it be.
    wanted: Arc<Mutex<Option<Notice>>>,
}

// SAFETY: the center may be called by any thread (Apple's documentation), the listener is called by any and has nothing but what is `Sync`.
unsafe impl Send for Server {}

impl Notices for Server {
    fn show(&mut self, notice: &Notice) {
        *lock(&self.wanted) = Some(notice.clone());
        let wanted = Arc::clone(&self.wanted);
        let answered = RcBlock::new(move |is_allowed: Bool, error: *mut NSError| {
            if is_allowed.is_false() {
                // SAFETY: it is an error or null, and lives as long as this call.
                let why = unsafe { error.as_ref() }.map(|error| error.localizedDescription());
                // The window asks as well.
                return tracing::info!(?why, "macOS shows no notices of Hulp's");
            }
            // With the lock held, so that none follows its withdrawal.
            let wanted = lock(&wanted);
            if let Some(notice) = &*wanted {
                post(notice);
            }
        });
        let what = UNAuthorizationOptions::Alert | UNAuthorizationOptions::Sound;
        self.center
            .requestAuthorizationWithOptions_completionHandler(what, &answered);
    }

    fn withdraw(&mut self) {
        let mut wanted = lock(&self.wanted);
        if wanted.take().is_some() {
            autoreleasepool(|_| {
                let name = NSArray::from_retained_slice(&[NSString::from_str(NAME)]);
                let center = &self.center;
                center.removePendingNotificationRequestsWithIdentifiers(&name);
                center.removeDeliveredNotificationsWithIdentifiers(&name);
            });
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.withdraw();
        self.center.setDelegate(None);
    }
}

fn lock(wanted: &Mutex<Option<Notice>>) -> MutexGuard<'_, Option<Notice>> {
    wanted.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Shows it now.
fn post(notice: &Notice) {
    autoreleasepool(|_| {
        let content = UNMutableNotificationContent::new();
        content.setTitle(&NSString::from_str(&notice.title));
        content.setBody(&NSString::from_str(&notice.text));
        content.setSound(Some(&UNNotificationSound::defaultSound()));
        let name = NSString::from_str(NAME);
        let request =
            UNNotificationRequest::requestWithIdentifier_content_trigger(&name, &content, None);
        let center = UNUserNotificationCenter::currentNotificationCenter();
        center.addNotificationRequest_withCompletionHandler(&request, None);
    });
}

define_class!(
    // SAFETY: NSObject asks nothing of its subclasses, and this one has no Drop.
    #[unsafe(super(NSObject))]
    #[name = "HulpNoticeListener"]
    #[ivars = NoticeClicked]
    struct Listener;

    // SAFETY: nothing is asked of it.
    unsafe impl NSObjectProtocol for Listener {}

    // SAFETY: the methods have the protocol's own types.
    unsafe impl UNUserNotificationCenterDelegate for Listener {
        /// macOS shows none of a program that is in front, and takes another Hulp of the same user's for this one. We ask for one only
        /// while our window is not looked at.
        #[unsafe(method(userNotificationCenter:willPresentNotification:withCompletionHandler:))]
        fn will_present(
            &self,
            _: &UNUserNotificationCenter,
            _: &UNNotification,
            answer: &DynBlock<dyn Fn(UNNotificationPresentationOptions)>,
        ) {
            answer.call((UNNotificationPresentationOptions::Banner
                | UNNotificationPresentationOptions::List
                | UNNotificationPresentationOptions::Sound,));
        }

        #[unsafe(method(userNotificationCenter:didReceiveNotificationResponse:withCompletionHandler:))]
        fn clicked(
            &self,
            _: &UNUserNotificationCenter,
            _: &UNNotificationResponse,
            done: &DynBlock<dyn Fn()>,
        ) {
            (self.ivars())();
            done.call(());
        }
    }
);

impl Listener {
    fn new(clicked: NoticeClicked) -> Retained<Self> {
        let listener = Self::alloc().set_ivars(clicked);
        // SAFETY: NSObject's init has this form.
        unsafe { msg_send![super(listener), init] }
    }
}
