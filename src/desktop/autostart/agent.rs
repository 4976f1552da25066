//! macOS: a launch agent of the user's, which launchd starts at log-in, and which the user may switch off in System Settings.
#![allow(unsafe_code)]

use std::path::{Path, PathBuf};

use directories::BaseDirs;
use objc2::{msg_send, rc::autoreleasepool, runtime::AnyClass};
use objc2_foundation::{NSString, NSURL};
use plist::{Dictionary, Value};

use super::{AutostartError, BACKGROUND_ARGUMENT, file};

/// The bundle's identifier too (`assets/macos/Info.plist`): by it System Settings knows whose agent it is.
const LABEL: &str = "hulp";
const FILE: &str = "hulp.plist";
/// `SMAppServiceStatusRequiresApproval`: the user switched it off.
const REQUIRES_APPROVAL: isize = 2;

// For the class that is asked for by its name below.
#[link(name = "ServiceManagement", kind = "framework")]
unsafe extern "C" {}

pub(super) fn is_on() -> bool {
    let Some(place) = place() else {
        return false;
    };
    let agent = Value::from_file(&place).ok();
    let is_written = agent.is_some_and(|agent| {
        let agent = agent.as_dictionary();
        let switch = |key| agent.and_then(|agent| agent.get(key)?.as_boolean());
        switch("RunAtLoad") == Some(true) && switch("Disabled") != Some(true)
    });
    is_written && !is_switched_off(&place)
}

pub(super) fn turn_on(program: &Path) -> Result<(), AutostartError> {
    let place = place().ok_or(AutostartError::Unknown("where your home is"))?;
    let program = program.to_str().ok_or(AutostartError::Path)?;
    let list = |texts: &[&str]| Value::Array(texts.iter().map(|text| Value::from(*text)).collect());
    let mut agent = Dictionary::new();
    agent.insert("Label".into(), LABEL.into());
    agent.insert("AssociatedBundleIdentifiers".into(), list(&[LABEL]));
    agent.insert(
        "ProgramArguments".into(),
        list(&[program, BACKGROUND_ARGUMENT]),
    );
    agent.insert("RunAtLoad".into(), true.into());
    agent.insert("ProcessType".into(), "Interactive".into());
    let mut text = Vec::new();
    Value::Dictionary(agent)
        .to_writer_xml(&mut text)
        .map_err(|_| AutostartError::Path)?;
    file::replace(&place, &text)?;
    if is_switched_off(&place) {
        return Err(AutostartError::Write {
            place: "System Settings > General > Login Items".into(),
            said: "Hulp is switched off there; switch it on there".into(),
        });
    }
    Ok(())
}

pub(super) fn turn_off() -> Result<(), AutostartError> {
    let place = place().ok_or(AutostartError::Unknown("where your home is"))?;
    file::remove(&place)
}

fn place() -> Option<PathBuf> {
    let folders = BaseDirs::new()?;
    Some(folders.home_dir().join("Library/LaunchAgents").join(FILE))
}

/// Whether the user did that in System Settings, which have these switches since macOS 13.
fn is_switched_off(place: &Path) -> bool {
    let (Some(service), Some(place)) = (AnyClass::get(c"SMAppService"), place.to_str()) else {
        return false;
    };
    autoreleasepool(|_| {
        let place = NSURL::fileURLWithPath(&NSString::from_str(place));
        // SAFETY: the class has this method of an address, which answers with a number.
        let status: isize = unsafe { msg_send![service, statusForLegacyURL: &*place] };
        status == REQUIRES_APPROVAL
    })
}
