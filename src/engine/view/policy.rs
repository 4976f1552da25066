//! What the administrator fixed, and what is wrong with what was found.

use std::path::PathBuf;

use crate::store::{PolicyError, PolicyFault, Ways};

/// The administrator's policy, as far as the window has a use for it. Which settings it fixes stands beside them:
/// [`super::SettingsView::fixed`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyView {
    /// What is wrong with it.
    pub trouble: Option<PolicyTrouble>,
    /// The ways that invitations may travel.
    pub ways: Ways,
    /// Whether the ways are the administrator's choice.
    pub fixes_ways: bool,
    /// The organisation's words beside the question who may see the screen.
    pub consent_text_see: Option<String>,
    /// The organisation's words beside the question for control.
    pub consent_text_control: Option<String>,
    /// The log has to be written, and cannot be: nobody is let in.
    pub log_fails: bool,
}

/// What is wrong with the policy. What it concerns is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyTrouble {
    /// It cannot be read: everything that a policy governs is closed.
    Unreadable(PolicyError),
    /// Some of its keys.
    Faulty(Vec<PolicyFault>),
}

/// The settings' file was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenSettings {
    /// Where it was moved; `None` if it was gone.
    pub kept_as: Option<PathBuf>,
    /// What holds now: the defaults, with nothing allowed, or the settings of before.
    pub defaults_hold: bool,
}
