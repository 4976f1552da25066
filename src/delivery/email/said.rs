//! What a mail server, or the library between, said, made fit to be shown.

use std::error::Error;

use lettre::transport::smtp::Error as SmtpError;

use super::{
    super::words::{plain, unreached},
    CertificateFault,
};

/// The library that checks certificates is under another one, which passes on its words alone.
pub(super) fn certificate_fault(error: &SmtpError) -> Option<CertificateFault> {
    let words = words(error);
    if !words.contains("invalid peer certificate") {
        return None;
    }
    let has = |sign: &str| words.contains(sign);
    Some(if has("UnknownIssuer") || has("BadSignature") {
        CertificateFault::Unknown
    } else if has("not valid for name") || has("NotValidForName") {
        CertificateFault::OtherName
    } else if has("expired") || has("Expired") || has("not valid yet") || has("NotValidYet") {
        CertificateFault::Expired
    } else {
        CertificateFault::Other
    })
}

/// What the server said, on a line and no longer than one.
pub(super) fn said(error: &SmtpError) -> String {
    let said = innermost(error);
    match error.status() {
        Some(code) if !said.starts_with(&code.to_string()) => plain(&format!("{code} {said}")),
        _ => said,
    }
}

/// The first cause, on a line.
pub(super) fn innermost(error: &SmtpError) -> String {
    let mut innermost: &(dyn Error + 'static) = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    match innermost.downcast_ref() {
        Some(error) => unreached(error),
        None => plain(&innermost.to_string()),
    }
}

/// All causes, for looking into.
pub(super) fn words(error: &SmtpError) -> String {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        words.push_str(": ");
        words.push_str(&error.to_string());
        source = error.source();
    }
    words
}
