//! The administrator's policy, and settings that could not be read.

use crate::{
    engine::{BrokenSettings, PolicyTrouble, PolicyView},
    language::say,
};

/// How many faults of a policy are told; the administrator's `hulp policy check` tells all.
const FAULTS_TOLD: usize = 3;

/// Beside what the administrator fixed.
pub fn set_by_administrator() -> String {
    say!("set-by-your-administrator")
}

/// What is wrong with the policy, or what it requires and this computer cannot do.
pub fn trouble(policy: &PolicyView) -> Option<String> {
    if policy.log_fails {
        return Some(say!("policy-log-fails"));
    }
    Some(match policy.trouble.as_ref()? {
        PolicyTrouble::Unreadable(error) => {
            say!("policy-unreadable", error = error.in_words())
        }
        PolicyTrouble::Faulty(faults) => {
            let told = faults.iter().take(FAULTS_TOLD).map(|fault| {
                let text = fault.in_words();
                match fault.line {
                    Some(line) => say!("policy-fault-in-line", line = line, fault = text),
                    None => text,
                }
            });
            let told = told.collect::<Vec<_>>().join("; ");
            say!("policy-faulty", faults = told)
        }
    })
}

/// What became of a settings' file that was none.
pub fn broken_settings(broken: &BrokenSettings) -> String {
    match (&broken.kept_as, broken.defaults_hold) {
        (Some(place), defaults_hold) => {
            let place = place.display().to_string();
            if defaults_hold {
                say!("settings-unreadable-usual-hold", place = place)
            } else {
                say!("settings-unreadable-others-hold", place = place)
            }
        }
        (None, true) => say!("settings-gone-usual-hold"),
        (None, false) => say!("settings-gone-others-hold"),
    }
}
