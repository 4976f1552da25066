//! E-mail programs of Windows, through Simple MAPI: what `Send to > Mail recipient` of the Explorer uses.
#![allow(unsafe_code)]

use std::{mem, path::Path, ptr};

use windows_sys::{
    Win32::System::{
        LibraryLoader::{GetProcAddress, LOAD_LIBRARY_SEARCH_SYSTEM32, LoadLibraryExW},
        Mapi::{
            MAPI_DIALOG, MAPI_E_USER_ABORT, MAPI_LOGON_UI, MAPI_TO, MapiFileDescW, MapiMessageW,
            MapiRecipDescW, SUCCESS_SUCCESS,
        },
    },
    core::w,
};

use super::{Mail, MailError};

/// `MAPISendMailW` of `mapi32.dll`: session, parent window, message, flags, reserved.
type SendMail = unsafe extern "system" fn(usize, usize, *const MapiMessageW, u32, u32) -> u32;

/// The file stands beside the text, at no place in it.
const NO_POSITION: u32 = u32::MAX;

/// Opens a message, and waits until the user has sent or closed it: not for a thread that must answer.
pub(in crate::desktop) fn compose(mail: &Mail) -> Result<(), MailError> {
    let send = send_mail().ok_or(MailError::NoProgram)?;
    let mut path = wide(&mail.attachment.to_string_lossy());
    let mut file_name = wide(&file_name(&mail.attachment));
    let (mut subject, mut body) = (wide(&mail.subject), wide(&mail.body.replace('\n', "\r\n")));
    let (mut name, mut address) = (wide(&mail.to), wide(&format!("SMTP:{}", mail.to)));
    // SAFETY: both are plain structures of numbers and pointers, for which zero means nothing.
    let (mut file, mut message): (MapiFileDescW, MapiMessageW) = unsafe { mem::zeroed() };
    file.nPosition = NO_POSITION;
    file.lpszPathName = path.as_mut_ptr();
    file.lpszFileName = file_name.as_mut_ptr();
    message.lpszSubject = subject.as_mut_ptr();
    message.lpszNoteText = body.as_mut_ptr();
    message.nFileCount = 1;
    message.lpFiles = &mut file;
    // SAFETY: as above.
    let mut recipient: MapiRecipDescW = unsafe { mem::zeroed() };
    recipient.ulRecipClass = MAPI_TO;
    recipient.lpszName = name.as_mut_ptr();
    recipient.lpszAddress = address.as_mut_ptr();
    if !mail.to.is_empty() {
        message.nRecipCount = 1;
        message.lpRecips = &mut recipient;
    }
    // SAFETY: `send` is the function of that name and type; the message, and all that it points to, live in this frame
    // until it returns, and every text ends in a zero.
    match unsafe { send(0, 0, &message, MAPI_LOGON_UI | MAPI_DIALOG, 0) } {
        SUCCESS_SUCCESS => Ok(()),
        MAPI_E_USER_ABORT => Err(MailError::Cancelled),
        code => Err(MailError::Failed(format!("Simple MAPI answers {code}"))),
    }
}

/// Whether an e-mail program provides it.
pub(in crate::desktop) fn has_program() -> bool {
    send_mail().is_some()
}

/// The function, where an e-mail program provides it. The library stays loaded, as the programs behind it expect.
fn send_mail() -> Option<SendMail> {
    // SAFETY: the name is a constant that ends in a zero; the library is looked for in the system's folder alone.
    let library = unsafe {
        LoadLibraryExW(
            w!("mapi32.dll"),
            ptr::null_mut(),
            LOAD_LIBRARY_SEARCH_SYSTEM32,
        )
    };
    if library.is_null() {
        return None;
    }
    // SAFETY: the library is loaded, and the name ends in a zero.
    let function = unsafe { GetProcAddress(library, c"MAPISendMailW".as_ptr().cast()) }?;
    // SAFETY: the function of this name has this type (MapiUnicodeHelp.h of the Windows SDK).
    Some(unsafe { mem::transmute::<unsafe extern "system" fn() -> isize, SendMail>(function) })
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}
