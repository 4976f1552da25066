//! A system that reads off a program's own bundle what it opens, as macOS does.

use std::path::Path;

use super::{RegistrationError, Unregistered};

/// Nothing to do.
///
/// # Errors
/// Always, with what to do instead.
pub fn register(_program: &Path) -> Result<(), RegistrationError> {
    Err(RegistrationError::NotNeeded)
}

/// Nothing to do.
///
/// # Errors
/// Always.
pub fn unregister() -> Result<Unregistered, RegistrationError> {
    Err(RegistrationError::NotNeeded)
}
