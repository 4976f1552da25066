//! E-mail programs of macOS, through the sharing service that the Share menu uses.
#![allow(unsafe_code)]

use dispatch2::DispatchQueue;
use objc2_app_kit::{NSSharingService, NSSharingServiceNameComposeEmail};
use objc2_foundation::{NSArray, NSString, NSURL};

use super::{Mail, MailError};

/// Opens a message. Not to be called by the main thread: the service works there, and is waited for.
pub(in crate::desktop) fn compose(mail: &Mail) -> Result<(), MailError> {
    let mut opened = Err(MailError::NoProgram);
    DispatchQueue::main().exec_sync(|| opened = open(mail));
    opened
}

/// Whether the system has the service; which program it asks shows when it does.
pub(in crate::desktop) fn has_program() -> bool {
    // SAFETY: AppKit's constant is there as long as the program.
    let name = unsafe { NSSharingServiceNameComposeEmail };
    NSSharingService::sharingServiceNamed(name).is_some()
}

fn open(mail: &Mail) -> Result<(), MailError> {
    let path = mail.attachment.to_str();
    let path = path.ok_or_else(|| MailError::Failed("the file's path is no Unicode".into()))?;
    // SAFETY: AppKit's constant is there as long as the program.
    let name = unsafe { NSSharingServiceNameComposeEmail };
    let service = NSSharingService::sharingServiceNamed(name).ok_or(MailError::NoProgram)?;
    let body = NSString::from_str(&mail.body).into_super().into_super();
    let file = NSURL::fileURLWithPath(&NSString::from_str(path));
    let items = NSArray::from_retained_slice(&[body, file.into_super().into_super()]);
    // SAFETY: the items are a text and the URL of a file, which the service takes.
    if !unsafe { service.canPerformWithItems(Some(&items)) } {
        return Err(MailError::NoProgram);
    }
    if !mail.to.is_empty() {
        let to = NSArray::from_retained_slice(&[NSString::from_str(&mail.to)]);
        service.setRecipients(Some(&to));
    }
    service.setSubject(Some(&NSString::from_str(&mail.subject)));
    // SAFETY: as above; this is the main thread.
    unsafe { service.performWithItems(&items) };
    Ok(())
}
