//! The administrator's policy, in the view and in the log.

use super::view::{PolicyTrouble, PolicyView};
use crate::store::{LoadedPolicy, LogEvent, LogText, PolicyEntry, PolicyFound};

/// The most keys and the most faults of a policy that the log tells, each with up to 512 bytes of words: together they have to stay below
/// the longest line of the log, whatever file somebody put in the policy's place.
const MOST_LOGGED: usize = 20;

impl PolicyView {
    /// As the window shows it.
    pub(super) fn of(loaded: &LoadedPolicy) -> Self {
        let LoadedPolicy { policy, found } = loaded;
        Self {
            trouble: match found {
                PolicyFound::Unreadable(error) => Some(PolicyTrouble::Unreadable(error.clone())),
                PolicyFound::Read { faults, .. } if !faults.is_empty() => {
                    Some(PolicyTrouble::Faulty(faults.clone()))
                }
                PolicyFound::Read { .. } | PolicyFound::None => None,
            },
            ways: policy.ways.unwrap_or_default(),
            fixes_ways: policy.ways.is_some(),
            consent_text_see: policy.consent_text_see.clone(),
            consent_text_control: policy.consent_text_control.clone(),
            log_fails: false,
        }
    }
}

/// What the log says of a policy that holds from now on.
pub(super) fn logged(found: &PolicyFound) -> LogEvent {
    match found {
        PolicyFound::None => LogEvent::PolicyGone,
        PolicyFound::Read { entries, faults } => LogEvent::PolicyHolds {
            keys: (entries.iter().take(MOST_LOGGED))
                .map(|(key, value)| PolicyEntry {
                    key: LogText::from(key.as_str()),
                    value: LogText::from(value.as_str()),
                })
                .collect(),
            faults: (faults.iter().take(MOST_LOGGED))
                .map(|fault| LogText::from(fault.to_string()))
                .collect(),
            left_out: (entries.len().saturating_sub(MOST_LOGGED)
                + faults.len().saturating_sub(MOST_LOGGED)) as u64,
        },
        PolicyFound::Unreadable(error) => LogEvent::PolicyUnreadable {
            why: LogText::from(error.to_string()),
        },
    }
}
