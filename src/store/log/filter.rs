//! Which lines of the log somebody wants to see.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeZone, Utc};

use super::super::{Answer, ContactDid};
use super::super::{LogEvent, LogLine, LogText, LoggedId, SessionEndedWhy, describe};

/// Which lines of the log somebody wants to see; all that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// In the name or address of whoever it is about, in capitals or not, or the beginning of their computer's fingerprint; empty
    /// for everybody.
    pub who: String,
    /// What kind.
    pub kind: Option<LogKind>,
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub to: Option<DateTime<Utc>>,
    /// Words that stand in it, in capitals or not; empty for any.
    pub text: String,
    /// Not before the line of this number.
    pub from_line: Option<u64>,
}

/// A kind of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogKind {
    /// Invitations and codes: made, sent, ended.
    Invitations,
    /// Who came, and what the novice answered.
    Visits,
    /// Sessions: began, paused, broke, ended.
    Sessions,
    /// Control: asked for, given, ended; and its pictures.
    Control,
    /// Whatever was refused.
    Refusals,
    /// Contacts.
    Contacts,
    /// Changes of settings and of who may offer help, and the administrator's policy.
    Settings,
    /// This computer: waiting, and the log itself.
    Computer,
}

/// Somebody whom a line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPerson {
    /// The name given, or the address of a contact or reader.
    pub name: LogText,
    /// The fingerprint of their computer's key, where it proved one.
    pub key: Option<LoggedId>,
}

/// A line, and whom it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// The line.
    pub line: LogLine,
    /// Whoever it names; of a line about a session in which nobody is named, the helper who was here.
    pub who: Option<LogPerson>,
}

impl LogFilter {
    /// Whether nothing is left out.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a line is wanted.
    pub fn takes(&self, entry: &LogEntry) -> bool {
        let line = &entry.line;
        let holds = |kind: LogKind| line.event.as_ref().is_some_and(|event| kind.holds(event));
        self.from.is_none_or(|from| line.at >= from)
            && self.to.is_none_or(|to| line.at < to)
            && self.from_line.is_none_or(|first| line.number >= first)
            && self.kind.is_none_or(holds)
            && self.takes_person(entry.who.as_ref())
            && (self.text.is_empty() || contains(&describe(line), &self.text))
    }

    fn takes_person(&self, person: Option<&LogPerson>) -> bool {
        let who = self.who.trim();
        who.is_empty()
            || person.is_some_and(|person| {
                let key = person.key.as_ref().map_or("", LoggedId::as_str);
                contains(person.name.as_str(), who) || key.starts_with(&who.to_lowercase())
            })
    }
}

fn contains(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.trim().to_lowercase())
}

impl LogKind {
    /// All of them, each with a short word for it.
    pub const ALL: [(LogKind, &'static str); 8] = [
        (LogKind::Invitations, "invitations"),
        (LogKind::Visits, "visits"),
        (LogKind::Sessions, "sessions"),
        (LogKind::Control, "control"),
        (LogKind::Refusals, "refusals"),
        (LogKind::Contacts, "contacts"),
        (LogKind::Settings, "settings"),
        (LogKind::Computer, "computer"),
    ];

    /// Whether an event is of this kind.
    pub fn holds(self, event: &LogEvent) -> bool {
        match self {
            LogKind::Refusals => is_refusal(event),
            kind => kind == Self::of(event),
        }
    }

    fn of(event: &LogEvent) -> Self {
        use LogEvent as E;
        match event {
            E::InvitationMade { .. }
            | E::InvitationSavedAgain { .. }
            | E::CodeMade { .. }
            | E::CodeUsedUp { .. }
            | E::InvitationMadeForEmail { .. }
            | E::InvitationMailed { .. }
            | E::InvitationMadeForContact { .. }
            | E::InvitationEnded { .. }
            | E::InvitationDeleted { .. } => LogKind::Invitations,
            E::HelperProved { .. }
            | E::HelperRefused { .. }
            | E::HelperGone { .. }
            | E::ConsentAsked { .. }
            | E::ConsentAnswered { .. }
            | E::OfferAsked { .. }
            | E::OfferAnswered { .. }
            | E::BadConnection { .. } => LogKind::Visits,
            E::SessionBegan { .. }
            | E::Paused
            | E::Resumed
            | E::LineBroke
            | E::SessionWentOn { .. }
            | E::SessionEnded { .. } => LogKind::Sessions,
            E::ControlAsked
            | E::ControlGranted
            | E::ControlRefused { .. }
            | E::ControlEnded { .. }
            | E::PictureKept { .. } => LogKind::Control,
            E::Contact { .. } => LogKind::Contacts,
            E::SettingsChanged { .. }
            | E::SettingsBroken { .. }
            | E::SettingsTakenOver { .. }
            | E::SettingsSpoilt { .. }
            | E::SettingsGone
            | E::PolicyHolds { .. }
            | E::PolicyUnreadable { .. }
            | E::PolicyGone
            | E::Helpers { .. } => LogKind::Settings,
            E::Waiting { .. } | E::NotWaiting | E::LogDamaged { .. } | E::PictureRemoved { .. } => {
                LogKind::Computer
            }
        }
    }
}

fn is_refusal(event: &LogEvent) -> bool {
    use LogEvent as E;
    match event {
        E::HelperRefused { .. } | E::ControlRefused { .. } | E::BadConnection { .. } => true,
        E::ConsentAnswered { answer, .. } | E::OfferAnswered { answer, .. } => {
            *answer != Answer::Yes
        }
        E::SessionEnded { why, .. } => *why == SessionEndedWhy::Protocol,
        E::Contact { did, .. } => matches!(did, ContactDid::WasDeclined | ContactDid::NotLetSee),
        _ => false,
    }
}

impl LogEvent {
    /// Whoever it names.
    pub(super) fn who(&self) -> Option<LogPerson> {
        use LogEvent as E;
        match self {
            E::HelperProved { helper, .. }
            | E::HelperRefused { helper, .. }
            | E::HelperGone { helper, .. }
            | E::ConsentAsked { helper, .. }
            | E::ConsentAnswered { helper, .. }
            | E::OfferAsked { helper, .. }
            | E::OfferAnswered { helper, .. }
            | E::SessionBegan { helper, .. }
            | E::SessionWentOn { helper, .. }
            | E::SessionEnded { helper, .. }
            | E::PictureKept { helper, .. } => Some(LogPerson {
                name: helper.name.clone(),
                key: Some(helper.key.clone()),
            }),
            E::InvitationMadeForEmail { to: name, .. }
            | E::InvitationMailed { to: name, .. }
            | E::InvitationMadeForContact { to: name, .. }
            | E::Contact { contact: name, .. } => (!name.as_str().is_empty()).then(|| LogPerson {
                name: name.clone(),
                key: None,
            }),
            _ => None,
        }
    }

    /// Whether it is about the session that runs, and names nobody.
    pub(super) fn is_of_session(&self) -> bool {
        use LogEvent as E;
        matches!(
            self,
            E::ControlAsked
                | E::ControlGranted
                | E::ControlRefused { .. }
                | E::ControlEnded { .. }
                | E::Paused
                | E::Resumed
                | E::LineBroke
        )
    }
}

/// A day such as `2026-11-26`, or a moment such as `2026-11-26 14:30`, by the clock of `zone`: when it begins, or with `is_end` when
/// the day or the minute is over. Nothing for what is neither.
pub fn parse_log_time<Z: TimeZone>(text: &str, zone: &Z, is_end: bool) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let local = match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        Ok(day) if is_end => day.checked_add_days(Days::new(1))?.and_hms_opt(0, 0, 0)?,
        Ok(day) => day.and_hms_opt(0, 0, 0)?,
        Err(_) => {
            let moment = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").ok()?;
            let whole_minute = chrono::TimeDelta::minutes(i64::from(is_end));
            moment.checked_add_signed(whole_minute)?
        }
    };
    // Where the clock jumps forward over that very minute, the hour after it does.
    let found = zone.from_local_datetime(&local).earliest().or_else(|| {
        let after = local.checked_add_signed(chrono::TimeDelta::hours(1))?;
        zone.from_local_datetime(&after).earliest()
    });
    found.map(|moment| moment.with_timezone(&Utc))
}
