//! The log in plain words, a line for each entry, as `hulp log` prints it.

use core::net::{IpAddr, SocketAddr}; // an address is data; sockets are not for here
use std::fmt::{Display, Write};

use chrono::TimeZone;

use super::{
    Answer, CodeUse, ContactDid, ControlEndedHow, ControlRefusedWhy, Helper, InvitationEnd,
    LogDamage, LogEvent, LogFault, LogLine, LogText, LogVerdict, LoggedId, MailedWay, RefusedWhy,
    SessionEndedWhy,
};
use crate::invitation::clean_name;

/// The most characters of an entry that this Hulp does not know.
const MAX_FOREIGN_CHARS: usize = 500;

/// The whole log: number, time in `zone`, and what happened; then whether it is whole.
pub fn log_report<Z: TimeZone>(lines: &[LogLine], verdict: &LogVerdict, zone: &Z) -> String
where
    Z::Offset: Display,
{
    let mut report = String::new();
    for line in lines {
        let at = line.at.with_timezone(zone).format("%Y-%m-%d %H:%M:%S %:z");
        // Writing to a text cannot fail.
        writeln!(report, "{:>5}  {at}  {}", line.number, describe(line)).ok();
    }
    report.push_str(&describe_verdict(verdict));
    report
}

/// One entry in plain words, on one line.
pub fn describe(line: &LogLine) -> String {
    match &line.event {
        Some(event) => event_text(event),
        // It may hold anything, and this goes to a terminal.
        None => {
            let json: String = line.json.chars().take(MAX_FOREIGN_CHARS).collect();
            format!("(not known to this Hulp) {}", clean_name(&json))
        }
    }
}

fn describe_verdict(verdict: &LogVerdict) -> String {
    let mut text = String::from("\n");
    for fault in &verdict.faults {
        writeln!(text, "DAMAGED: {}", fault_text(fault)).ok();
    }
    let head: String = verdict
        .head
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    match (verdict.is_whole(), verdict.lines) {
        (true, 0) => text.push_str("The log is empty.\n"),
        (true, lines) => {
            writeln!(
                text,
                "The log is whole: {lines} lines. The last one's hash is\n{head}"
            )
            .ok();
            text.push_str(
                "Kept elsewhere, this hash will show whether these lines were ever rewritten.\n",
            );
        }
        (false, _) => text.push_str("The log is not as Hulp wrote it.\n"),
    }
    text
}

/// ` to ADDRESS`, if it is known.
fn to_whom(address: &LogText) -> String {
    match address.as_str() {
        "" => String::new(),
        address => format!(" to {address}"),
    }
}

fn event_text(event: &LogEvent) -> String {
    use LogEvent as E;
    match event {
        E::Waiting { port } => format!("Waiting for helpers on port {port}."),
        E::NotWaiting => "Not waiting for helpers any more.".into(),
        E::InvitationMade {
            invitation,
            sent_to,
            expires,
            has_password,
        } => format!(
            "Invitation {} made, {} a password, until {}{}.",
            invitation.short(),
            if *has_password { "with" } else { "without" },
            expires.format("%Y-%m-%d %H:%M:%S UTC"),
            match sent_to.as_str() {
                "" => String::new(),
                place => format!(", saved as {place}"),
            },
        ),
        E::InvitationSavedAgain {
            invitation,
            sent_to,
        } => {
            format!(
                "Invitation {} saved again as {}.",
                invitation.short(),
                sent_to.as_str()
            )
        }
        E::CodeMade { invitation } => {
            format!("A code was made for invitation {}.", invitation.short())
        }
        E::CodeUsedUp { invitation, by } => {
            format!(
                "The code of invitation {} is used up: {}.",
                invitation.short(),
                match by {
                    CodeUse::Given => "somebody knew it and has the invitation",
                    CodeUse::WrongGuess => "somebody tried a wrong one",
                    CodeUse::Crowded => "a third one came to the same number",
                    CodeUse::Silent => "somebody began and said no more",
                }
            )
        }
        E::InvitationMadeForEmail {
            invitation,
            to,
            expires,
            has_password,
        } => format!(
            "Invitation {} made, {} a password, until {}, for an e-mail{}.",
            invitation.short(),
            if *has_password { "with" } else { "without" },
            expires.format("%Y-%m-%d %H:%M:%S UTC"),
            to_whom(to),
        ),
        E::InvitationMailed {
            invitation,
            to,
            way,
        } => format!(
            "Invitation {}: the e-mail{} was handed to {}.",
            invitation.short(),
            to_whom(to),
            match way {
                MailedWay::Program => "the e-mail program",
                MailedWay::Server => "the mail server, which took it",
            }
        ),
        E::InvitationMadeForContact {
            invitation,
            to,
            expires,
            has_password,
        } => format!(
            "Invitation {} made, {} a password, until {}, for the contact {}.",
            invitation.short(),
            if *has_password { "with" } else { "without" },
            expires.format("%Y-%m-%d %H:%M:%S UTC"),
            to.as_str(),
        ),
        E::Contact { contact, did } => contact_did(contact, *did),
        E::InvitationEnded { invitation, how } => {
            format!(
                "Invitation {} ended: {}.",
                invitation.short(),
                invitation_end(*how)
            )
        }
        E::InvitationDeleted { invitation } => {
            format!("Invitation {} deleted from the list.", invitation.short())
        }
        E::HelperProved { invitation, helper } => {
            format!(
                "{} came with invitation {} and proved it.",
                who(helper),
                invitation.short()
            )
        }
        E::HelperRefused {
            invitation,
            helper,
            why,
        } => {
            format!(
                "{} was refused{}: {}.",
                who(helper),
                with(invitation.as_ref()),
                refused(why)
            )
        }
        E::HelperGone { invitation, helper } => {
            format!(
                "{} went away before a session began{}.",
                who(helper),
                with(invitation.as_ref())
            )
        }
        E::ConsentAsked {
            helper,
            known,
            phrase,
            ..
        } => format!(
            "Asked whether {} ({}) may see the screen; comparison phrase: {}.",
            who(helper),
            if *known {
                "here before"
            } else {
                "never here before"
            },
            phrase.as_str(),
        ),
        E::ConsentAnswered { helper, answer, .. } => {
            let may = if *answer == Answer::Yes {
                "may"
            } else {
                "may not"
            };
            format!(
                "{}: {} {may} see the screen.",
                answered(*answer),
                who(helper)
            )
        }
        E::SessionBegan { invitation, helper } => {
            format!(
                "Session began: {} sees the screen{}.",
                who(helper),
                with(Some(invitation))
            )
        }
        E::ControlAsked => "The helper asked for control.".into(),
        E::ControlGranted => "Control was given to the helper.".into(),
        E::ControlRefused { why } => format!("Control was not given: {}.", control_refused(*why)),
        E::ControlEnded { how, lasted_secs } => {
            format!(
                "Control ended after {}: {}.",
                duration(*lasted_secs),
                control_ended(*how)
            )
        }
        E::Paused => "Paused: the helper does not see the screen.".into(),
        E::Resumed => "Resumed: the helper sees the screen again.".into(),
        E::LineBroke => "The line broke: the helper sees nothing and does nothing. Waiting for the helper's computer.".into(),
        E::SessionWentOn { helper, after_secs } => format!(
            "The session goes on: {} is back after {}, and sees the screen unless it is paused.",
            who(helper),
            duration(*after_secs)
        ),
        E::SessionEnded {
            helper,
            why,
            seen_secs,
            controlled_secs,
            novice_messages,
            helper_messages,
            ..
        } => {
            format!(
                "Session with {} ended: {}. The screen was seen for {}, controlled for {}; chat messages: {} sent, {} received.",
                who(helper),
                session_ended(*why),
                duration(*seen_secs),
                duration(*controlled_secs),
                novice_messages,
                helper_messages,
            )
        }
        E::BadConnection {
            address,
            what,
            times,
        } => {
            let often = if *times > 1 {
                format!(" ({times} times)")
            } else {
                String::new()
            };
            format!(
                "A connection from {} was no helper's{often}: {}.",
                place(*address),
                what.as_str()
            )
        }
        E::SettingsChanged { changes } => {
            let each = changes.iter().map(|change| {
                let [old, new] = [&change.old, &change.new].map(|text| text.as_str());
                format!("{} from \"{old}\" to \"{new}\"", change.setting.as_str())
            });
            format!("Settings changed: {}.", each.collect::<Vec<_>>().join(", "))
        }
        E::SettingsBroken { kept_as } => format!(
            "The settings could not be read and were moved to {}; the defaults hold.",
            kept_as.as_str()
        ),
        E::LogDamaged { damage } => format!(
            "This log was not as Hulp had left it: {}.",
            damage_text(*damage)
        ),
    }
}

fn who(helper: &Helper) -> String {
    let name = match helper.name.as_str() {
        "" => "Somebody",
        name => name,
    };
    format!(
        "{name} (computer {}, at {})",
        helper.key.short(),
        place(helper.address)
    )
}

/// Where somebody is. Who comes through a relay has an address of RFC 7343 (2001:20::/28), which stands for their endpoint.
fn place(address: SocketAddr) -> String {
    match address.ip() {
        IpAddr::V6(ip) if ip.to_bits() >> 100 == 0x0200_1002 => {
            format!("a place behind a relay [{ip}]")
        }
        _ => address.to_string(),
    }
}

fn with(invitation: Option<&LoggedId>) -> String {
    invitation.map_or(String::new(), |id| {
        format!(", with invitation {}", id.short())
    })
}

fn answered(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "Answered yes",
        Answer::No => "Answered no",
        Answer::None => "Not answered in time",
    }
}

fn contact_did(contact: &LogText, did: ContactDid) -> String {
    let contact = contact.as_str();
    use ContactDid as D;
    match did {
        D::SignedIn => format!("Signed in for contacts as {contact}."),
        D::SignedOut => format!("Signed out for contacts as {contact}."),
        D::Added => format!("Contact {contact} added to the list."),
        D::Removed => format!("Contact {contact} taken off the list."),
        D::LetSee => format!("Contact {contact} may see when this user is there."),
        D::NotLetSee => format!("{contact} may not see when this user is there."),
        D::AskedForHelp => format!("{contact} asks for help."),
        D::OfferedHelp => format!("{contact} offers to help."),
        D::WasAccepted => format!("The user accepts the call of {contact}."),
        D::WasDeclined => format!("The user declines the call of {contact}."),
        D::Missed => format!("The call of {contact} was not answered here."),
        D::WasAsked => format!("Contact {contact} is asked for help."),
        D::WasOffered => format!("Contact {contact} is offered help."),
        D::Accepted => format!("Contact {contact} accepts."),
        D::Declined => format!("Contact {contact} declines."),
        D::DidNotAnswer => format!("Contact {contact} does not answer."),
        D::WasNotReached => format!("Contact {contact} was not reached."),
        D::IsAskedNoMore => format!("The call to {contact} was taken back."),
    }
}

fn invitation_end(how: InvitationEnd) -> &'static str {
    match how {
        InvitationEnd::Used => "a session came of it and was ended",
        InvitationEnd::Expired => "its time ran out",
        InvitationEnd::Withdrawn => "taken back",
        InvitationEnd::TooManyPasswords => "too many wrong passwords",
        InvitationEnd::TooOftenDeclined => "too often declined",
    }
}

fn refused(why: &RefusedWhy) -> String {
    let fixed = match why {
        RefusedWhy::WrongPassword { attempts_left } => {
            return format!("wrong password, {attempts_left} tries left");
        }
        RefusedWhy::Version { helper } => {
            return format!("their Hulp speaks version {helper} of the protocol");
        }
        RefusedWhy::Unknown => "no such invitation was made here, or it is not the real one",
        RefusedWhy::Expired => "the invitation's time had run out",
        RefusedWhy::Withdrawn => "the invitation had been taken back",
        RefusedWhy::InUse => "somebody else was here with that invitation",
        RefusedWhy::Used => "the invitation had been used",
        RefusedWhy::Voided => "the invitation had ended itself",
        RefusedWhy::PolicyForbids => "settings or policy forbid it",
        RefusedWhy::Busy => "another helper was here",
        RefusedWhy::Declined => "declined",
        RefusedWhy::NoAnswer => "not answered in time",
        RefusedWhy::CannotShare => "this computer cannot show its screen",
        RefusedWhy::Protocol => "their side broke the rules of the protocol",
        RefusedWhy::SessionOver => "the session that was to go on was over",
    };
    fixed.to_owned()
}

fn control_refused(why: ControlRefusedWhy) -> &'static str {
    match why {
        ControlRefusedWhy::Declined => "declined",
        ControlRefusedWhy::NoAnswer => "not answered in time",
        ControlRefusedWhy::PolicyForbids => "settings or policy forbid it",
        ControlRefusedWhy::Paused => "the session was paused",
        ControlRefusedWhy::CannotInject => "this computer lets nobody move its mouse",
        ControlRefusedWhy::TakenBack => "the helper took the question back",
    }
}

fn control_ended(how: ControlEndedHow) -> &'static str {
    match how {
        ControlEndedHow::Escape => "Esc was pressed",
        ControlEndedHow::CtrlC => "Ctrl+C was pressed",
        ControlEndedHow::StopButton => "Stop control was clicked",
        ControlEndedHow::Paused => "the session was paused",
        ControlEndedHow::Released => "the helper gave it back",
        ControlEndedHow::CannotInject => "mouse and keyboard could not be used",
        ControlEndedHow::SessionEnded => "the session ended",
    }
}

fn session_ended(why: SessionEndedWhy) -> &'static str {
    match why {
        SessionEndedWhy::NoviceLeft => "disconnected here",
        SessionEndedWhy::HelperLeft => "the helper disconnected",
        SessionEndedWhy::NoviceClosed => "Hulp was closed here",
        SessionEndedWhy::HelperClosed => "the helper closed Hulp",
        SessionEndedWhy::Withdrawn => "the invitation was taken back",
        SessionEndedWhy::LineBroke => "the line broke",
        SessionEndedWhy::ScreenLost => "the screen could not be shown any more",
        SessionEndedWhy::Protocol => "the helper's side broke the rules of the protocol",
    }
}

fn damage_text(damage: LogDamage) -> String {
    match damage {
        LogDamage::CutOff { had, has } => format!("it had {had} lines and has {has}"),
        LogDamage::Rewritten { number } => format!("line {number} is not the one that was written"),
        LogDamage::HeadFileLost => "the file that remembers its end is lost".into(),
    }
}

fn fault_text(fault: &LogFault) -> String {
    match fault {
        LogFault::Changed { number } => {
            format!("line {number} was changed or moved, or the one before it")
        }
        LogFault::Missing { first, last } if first == last => format!("line {first} is missing"),
        LogFault::Missing { first, last } => format!("lines {first} to {last} are missing"),
        LogFault::CutOff { had, has } => format!("there were {had} lines and there are {has}"),
        LogFault::Rewritten { number } => format!("line {number} is not the one that was written"),
        LogFault::HeadLost => "what remembers the end of the log is lost".into(),
        LogFault::Noted { number, damage } => {
            format!(
                "noted in line {number} when Hulp started: {}",
                damage_text(*damage)
            )
        }
    }
}

fn duration(secs: u64) -> String {
    match (secs / 3600, secs / 60 % 60, secs % 60) {
        (0, 0, secs) => format!("{secs} s"),
        (0, minutes, secs) => format!("{minutes} min {secs} s"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}
