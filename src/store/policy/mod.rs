//! The administrator's policy: what the user of this computer does not decide.
//!
//! It is read from where only an administrator can write ([`PolicyPlace`]), and always wins. What cannot be read is not left
//! out but closed: a key with a wrong value closes what that key governs, a key that resembles known ones closes what they govern,
//! and a key that resembles none, or a policy that cannot be read as a whole, closes everything that a policy governs.

mod entries;
mod error;
mod explain;
mod helpers;
mod keys;
mod over;
mod place;

use chrono::{DateTime, Utc};

pub use error::{PolicyError, PolicyFault, WrongEntry};
pub use explain::{ExplainedLine, PolicyExplained, explain_policy};
pub use keys::{PolicyKey, Wants, policy_keys};
pub use over::FixedSetting;
pub use place::PolicyPlace;

use self::{entries::Entry, keys::KEYS};
use super::Relays;
use crate::invitation::{
    HelperCard, InvitationRecord, OrganisationKey, RelayToken, Revoked, SentHow,
};

/// The most bytes of a policy: room for several full lists of what organisations took back
/// ([`crate::invitation::MAX_REVOKED_BYTES`]), and for two in Windows's registry, where each letter takes two.
pub const MAX_POLICY_BYTES: usize = 1024 * 1024;

/// What the administrator fixes. A field that is `None` is the user's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Whether this computer makes and answers invitations.
    pub allow_invitations: Option<bool>,
    /// What helpers can be given.
    pub control: Option<ControlPolicy>,
    /// The longest lifetime of an invitation, in seconds; of those that were made before, too.
    pub longest_lifetime_secs: Option<u64>,
    /// The ways that invitations travel.
    pub ways: Option<Ways>,
    /// Whether this computer takes offers of help.
    pub offers: Option<bool>,
    /// What helpers can be given who offered help.
    pub offers_control: Option<ControlPolicy>,
    /// The cards of helpers who may offer help.
    pub helpers: Option<Vec<HelperCard>>,
    /// The keys of organisations whose helpers may offer help.
    pub organisation_keys: Option<Vec<OrganisationKey>>,
    /// What organisations took back.
    pub revoked_cards: Option<Vec<Revoked>>,
    /// Which relays are used.
    pub relays: Option<Relays>,
    /// The organisation's own relay.
    pub relay: Option<String>,
    /// What that relay asks of its users.
    pub relay_token: Option<RelayToken>,
    /// The mailbox server for codes.
    pub mailbox: Option<String>,
    /// The contact server.
    pub contacts_server: Option<String>,
    /// Whether there is no session when the log cannot be written.
    pub log_required: Option<bool>,
    /// Whether the log keeps pictures of what a helper did.
    pub log_pictures: Option<bool>,
    /// The organisation's words beside the question who may see the screen.
    pub consent_text_see: Option<String>,
    /// The organisation's words beside the question for control.
    pub consent_text_control: Option<String>,
    /// Whether the clipboard may be shared in a session.
    pub clipboard: Option<bool>,
    /// Whether files may be sent in a session.
    pub files: Option<bool>,
    /// Whether helper and novice may talk in a session.
    pub talking: Option<bool>,
    /// Contacts are not to be used, for it is not known through which server.
    contacts_are_closed: bool,
    /// No card counts that an organisation signed, for it is not known which it took back.
    signed_cards_are_closed: bool,
}

/// What helpers can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlPolicy {
    /// Control, by the novice's second yes.
    Allowed,
    /// Sight of the screen alone.
    ViewOnly,
}

/// A way that invitations travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteWay {
    /// A file.
    File,
    /// E-mail.
    Email,
    /// A code.
    Code,
    /// A contact is called.
    Contact,
}

/// Some of the ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways([bool; 4]);

/// A policy as it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadedPolicy {
    /// To be kept to.
    pub policy: Policy,
    /// How it was found.
    pub found: PolicyFound,
}

/// How a policy was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PolicyFound {
    /// There is none.
    #[default]
    None,
    /// There is one, with what is wrong in it, which is closed.
    Read {
        /// Each key and its value, for the log.
        entries: Vec<(String, String)>,
        /// What is wrong; mostly nothing.
        faults: Vec<PolicyFault>,
    },
    /// There is one that cannot be read: everything that a policy governs is closed.
    Unreadable(PolicyError),
}

impl PolicyPlace {
    /// Reads the policy there.
    pub fn load(&self) -> LoadedPolicy {
        match self.entries() {
            Ok(None) => LoadedPolicy::default(),
            Ok(Some(entries)) => {
                let (policy, faults) = Policy::read(&entries);
                let entries = entries.iter().map(Entry::for_the_log).collect();
                let found = PolicyFound::Read { entries, faults };
                LoadedPolicy { policy, found }
            }
            Err(error) => LoadedPolicy {
                policy: Policy::closed(),
                found: PolicyFound::Unreadable(error),
            },
        }
    }
}

impl Policy {
    /// Everything that a policy governs, closed.
    pub fn closed() -> Self {
        let mut policy = Self::default();
        for key in KEYS {
            (key.close)(&mut policy);
        }
        policy
    }

    fn read(entries: &[Entry]) -> (Self, Vec<PolicyFault>) {
        let (mut policy, mut faults, mut to_close) = (Self::default(), vec![], vec![]);
        for entry in entries {
            let wrong = match keys::named(&entry.key) {
                Some(key) if (key.take)(&mut policy, &entry.value).is_some() => continue,
                Some(key) => {
                    to_close.push(key);
                    WrongEntry::Value(key.wants)
                }
                None => {
                    let alike = keys::like(&entry.key);
                    let names = alike.iter().map(|key| key.name).collect();
                    match alike.is_empty() {
                        true => to_close.extend(KEYS),
                        false => to_close.extend(alike),
                    }
                    WrongEntry::Key { like: names }
                }
            };
            faults.push(PolicyFault::new(entry, wrong));
        }
        // After all that is right, for whatever is closed stays so.
        for key in to_close {
            (key.close)(&mut policy);
        }
        (policy, faults)
    }

    /// Whether invitations may travel this way.
    pub fn lets_travel(&self, way: InviteWay) -> bool {
        self.ways.is_none_or(|ways| ways.has(way))
    }

    /// Whether the user may sign in for contacts.
    pub fn lets_use_contacts(&self) -> bool {
        !self.contacts_are_closed
    }

    /// Whether there is no session when the log cannot be written.
    pub fn requires_log(&self) -> bool {
        self.log_required == Some(true)
    }

    /// Whether somebody may come in with an invitation, or stay: in one of the ways at least that it went out, it should have.
    pub fn lets_come(&self, record: &InvitationRecord) -> bool {
        record.sent.iter().any(|sent| match InviteWay::of(sent) {
            Some(way) => self.allow_invitations != Some(false) && self.lets_travel(way),
            None => self.offers != Some(false),
        })
    }

    /// The end of an invitation's time.
    pub fn end_of(&self, made: DateTime<Utc>, expires: DateTime<Utc>) -> DateTime<Utc> {
        let longest = self.longest_lifetime_secs.and_then(|secs| {
            let secs = i64::try_from(secs).ok()?;
            made.checked_add_signed(chrono::TimeDelta::try_seconds(secs)?)
        });
        longest.map_or(expires, |longest| longest.min(expires))
    }
}

impl InviteWay {
    /// All of them, as a window lists them.
    pub const ALL: [Self; 4] = [Self::Contact, Self::Code, Self::Email, Self::File];

    /// How an invitation went out. One that an offer was answered with did not travel at all.
    pub fn of(sent: &SentHow) -> Option<Self> {
        match sent {
            SentHow::File(_) => Some(Self::File),
            SentHow::Code => Some(Self::Code),
            SentHow::Email { .. } => Some(Self::Email),
            SentHow::Contact { .. } => Some(Self::Contact),
            SentHow::Offer { .. } => None,
        }
    }

    /// Its name in a policy.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Email => "email",
            Self::Code => "code",
            Self::Contact => "contact",
        }
    }
}

impl Ways {
    /// None of them.
    pub const NONE: Self = Self([false; 4]);
    /// All of them.
    pub const ALL: Self = Self([true; 4]);

    /// Whether this one is among them.
    pub fn has(self, way: InviteWay) -> bool {
        self.0[way as usize]
    }

    /// Without this one.
    pub fn without(mut self, way: InviteWay) -> Self {
        self.0[way as usize] = false;
        self
    }

    fn with(mut self, way: InviteWay) -> Self {
        self.0[way as usize] = true;
        self
    }
}

impl Default for Ways {
    fn default() -> Self {
        Self::ALL
    }
}
