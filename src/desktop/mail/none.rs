//! A system whose e-mail programs Hulp cannot ask yet.

use super::{Mail, MailError};

pub(in crate::desktop) fn compose(_mail: &Mail) -> Result<(), MailError> {
    Err(MailError::NoProgram)
}

pub(in crate::desktop) fn has_program() -> bool {
    false
}
