//! The log in plain words, a line for each entry: what `hulp log`, the window and the report say.

use chrono::{DateTime, Utc};
use core::net::{IpAddr, SocketAddr}; // an address is data; sockets are not for here

use super::{
    Answer, CodeUse, ContactDid, ControlEndedHow, ControlRefusedWhy, Helper, HelpersDid,
    InvitationEnd, LogDamage, LogEvent, LogFault, LogLine, LogText, LogVerdict, MailedWay,
    PictureMoment, PolicyEntry, RefusedWhy, SessionEndedWhy, SettingChange,
};
use crate::{invitation::clean_name, language::say};

/// The most characters of an entry that this Hulp does not know.
const MAX_FOREIGN_CHARS: usize = 500;

/// One entry in plain words, on one line.
pub fn describe(line: &LogLine) -> String {
    match &line.event {
        Some(event) => event_text(event),
        // It may hold anything, and this goes to a terminal.
        None => {
            let json: String = line.json.chars().take(MAX_FOREIGN_CHARS).collect();
            say!("log-foreign", json = clean_name(&json))
        }
    }
}

/// Whether a log is whole, and what is wrong with it, a fault to a line.
pub fn describe_verdict(verdict: &LogVerdict) -> String {
    let mut text = String::new();
    for fault in &verdict.faults {
        text.push_str(&say!("log-damaged-line", fault = describe_fault(fault)));
        text.push('\n');
    }
    let last = match (verdict.is_whole(), verdict.lines) {
        (true, lines) if verdict.is_part => say!("log-part-whole", lines = lines),
        (true, 0) => say!("log-empty"),
        (true, lines) => {
            let head: String = verdict
                .head
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            let whole = say!("log-whole-with-hash", lines = lines);
            format!("{whole}\n{head}\n{}", say!("log-keep-the-hash"))
        }
        (false, _) => say!("log-is-not-whole"),
    };
    text + &last + "\n"
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn until(expires: &DateTime<Utc>) -> String {
    expires.format("%Y-%m-%d %H:%M:%S UTC").to_string()
}

fn event_text(event: &LogEvent) -> String {
    use LogEvent as E;
    match event {
        E::Waiting { port } => say!("log-waiting", port = *port),
        E::NotWaiting => say!("log-not-waiting"),
        E::InvitationMade {
            invitation,
            sent_to,
            expires,
            has_password,
        } => {
            let (invitation, until) = (invitation.short(), until(expires));
            let password = yes_or_no(*has_password);
            match sent_to.as_str() {
                "" => say!(
                    "log-invitation-made",
                    invitation = invitation,
                    password = password,
                    until = until
                ),
                place => say!(
                    "log-invitation-made-as",
                    invitation = invitation,
                    password = password,
                    until = until,
                    place = place
                ),
            }
        }
        E::InvitationSavedAgain {
            invitation,
            sent_to,
        } => say!(
            "log-invitation-saved-again",
            invitation = invitation.short(),
            place = sent_to.as_str()
        ),
        E::CodeMade { invitation } => say!("log-code-made", invitation = invitation.short()),
        E::CodeUsedUp { invitation, by } => say!(
            "log-code-used-up",
            invitation = invitation.short(),
            why = match by {
                CodeUse::Given => say!("log-code-given"),
                CodeUse::WrongGuess => say!("log-code-wrong-guess"),
                CodeUse::Crowded => say!("log-code-crowded"),
                CodeUse::Silent => say!("log-code-silent"),
            }
        ),
        E::InvitationMadeForEmail {
            invitation,
            to,
            expires,
            has_password,
        } => {
            let (invitation, until) = (invitation.short(), until(expires));
            let password = yes_or_no(*has_password);
            match to.as_str() {
                "" => say!(
                    "log-invitation-for-email",
                    invitation = invitation,
                    password = password,
                    until = until
                ),
                to => say!(
                    "log-invitation-for-email-to",
                    invitation = invitation,
                    password = password,
                    until = until,
                    to = to
                ),
            }
        }
        E::InvitationMailed {
            invitation,
            to,
            way,
        } => {
            let way = match way {
                MailedWay::Program => "program",
                MailedWay::Server => "server",
            };
            let invitation = invitation.short();
            match to.as_str() {
                "" => say!("log-invitation-mailed", invitation = invitation, way = way),
                to => say!(
                    "log-invitation-mailed-to",
                    invitation = invitation,
                    way = way,
                    to = to
                ),
            }
        }
        E::InvitationMadeForContact {
            invitation,
            to,
            expires,
            has_password,
        } => say!(
            "log-invitation-for-contact",
            invitation = invitation.short(),
            password = yes_or_no(*has_password),
            until = until(expires),
            to = to.as_str()
        ),
        E::Contact { contact, did } => contact_did(contact, *did),
        E::OfferAsked {
            helper,
            organisation,
            may_control,
            phrase,
        } => {
            let (helper, control) = (who(helper), yes_or_no(*may_control));
            match organisation.as_str() {
                "" => say!(
                    "log-offer-asked",
                    helper = helper,
                    control = control,
                    phrase = phrase.as_str()
                ),
                organisation => say!(
                    "log-offer-asked-of",
                    helper = helper,
                    organisation = organisation,
                    control = control,
                    phrase = phrase.as_str()
                ),
            }
        }
        E::OfferAnswered { helper, answer } => {
            let helper = who(helper);
            match answer {
                Answer::Yes => say!("log-offer-taken", helper = helper),
                Answer::No => say!("log-offer-declined", helper = helper),
                Answer::None => say!("log-offer-not-answered", helper = helper),
                Answer::AskedNoMore => say!("log-offer-asked-no-more", helper = helper),
            }
        }
        E::Helpers {
            did,
            name,
            key,
            may_control,
            taken_back,
        } => {
            let name = match key {
                Some(key) => say!("log-name-with-key", name = name.as_str(), key = key.short()),
                None => name.as_str().to_owned(),
            };
            helpers_did(*did, &name, *may_control, *taken_back)
        }
        E::InvitationEnded { invitation, how } => say!(
            "log-invitation-ended",
            invitation = invitation.short(),
            why = invitation_end(*how)
        ),
        E::InvitationDeleted { invitation } => {
            say!("log-invitation-deleted", invitation = invitation.short())
        }
        E::HelperProved { invitation, helper } => say!(
            "log-helper-proved",
            helper = who(helper),
            invitation = invitation.short()
        ),
        E::HelperRefused {
            invitation,
            helper,
            why,
        } => match invitation {
            None => say!(
                "log-helper-refused",
                helper = who(helper),
                why = refused(why)
            ),
            Some(invitation) => say!(
                "log-helper-refused-with",
                helper = who(helper),
                invitation = invitation.short(),
                why = refused(why)
            ),
        },
        E::HelperGone { invitation, helper } => match invitation {
            None => say!("log-helper-gone", helper = who(helper)),
            Some(invitation) => say!(
                "log-helper-gone-with",
                helper = who(helper),
                invitation = invitation.short()
            ),
        },
        E::ConsentAsked {
            helper,
            known,
            phrase,
            ..
        } => say!(
            "log-consent-asked",
            helper = who(helper),
            known = yes_or_no(*known),
            phrase = phrase.as_str()
        ),
        E::ConsentAnswered { helper, answer, .. } => {
            let helper = who(helper);
            match answer {
                Answer::Yes => say!("log-consent-yes", helper = helper),
                Answer::No => say!("log-consent-no", helper = helper),
                Answer::None => say!("log-consent-none", helper = helper),
                Answer::AskedNoMore => say!("log-consent-asked-no-more", helper = helper),
            }
        }
        E::SessionBegan { invitation, helper } => say!(
            "log-session-began",
            helper = who(helper),
            invitation = invitation.short()
        ),
        E::ControlAsked => say!("log-control-asked"),
        E::ControlGranted => say!("log-control-granted"),
        E::ControlRefused { why } => {
            say!("log-control-refused", why = control_refused(*why))
        }
        E::ControlEnded { how, lasted_secs } => say!(
            "log-control-ended",
            lasted = duration(*lasted_secs),
            how = control_ended(*how)
        ),
        E::Paused => say!("log-paused"),
        E::Resumed => say!("log-resumed"),
        E::LineBroke => say!("log-line-broke"),
        E::SessionWentOn { helper, after_secs } => say!(
            "log-session-went-on",
            helper = who(helper),
            after = duration(*after_secs)
        ),
        E::SessionEnded {
            helper,
            why,
            seen_secs,
            controlled_secs,
            novice_messages,
            helper_messages,
            ..
        } => say!(
            "log-session-ended",
            helper = who(helper),
            why = session_ended(*why),
            seen = duration(*seen_secs),
            controlled = duration(*controlled_secs),
            sent = *novice_messages,
            received = *helper_messages
        ),
        E::BadConnection {
            address,
            what,
            times,
        } => match times {
            0 | 1 => say!(
                "log-bad-connection",
                place = place(*address),
                what = what.as_str()
            ),
            times => say!(
                "log-bad-connections",
                place = place(*address),
                times = *times,
                what = what.as_str()
            ),
        },
        E::SettingsChanged { changes } => {
            say!("log-settings-changed", changes = changed(changes))
        }
        E::SettingsBroken { kept_as } => {
            say!("log-settings-broken", place = kept_as.as_str())
        }
        E::LogDamaged { damage } => say!("log-log-damaged", damage = damage_text(*damage)),
        E::SettingsTakenOver { changes } => {
            say!("log-settings-taken-over", changes = changed(changes))
        }
        E::SettingsSpoilt { kept_as } => {
            say!("log-settings-spoilt", place = kept_as.as_str())
        }
        E::SettingsGone => say!("log-settings-gone"),
        E::PolicyHolds {
            keys,
            faults,
            left_out,
        } => policy(keys, faults, *left_out),
        E::PolicyUnreadable { why } => say!("log-policy-unreadable", why = why.as_str()),
        E::PolicyGone => say!("log-policy-gone"),
        E::PictureKept {
            picture,
            moment,
            helper,
            ..
        } => {
            let (helper, picture) = (who(helper), picture.short());
            match moment {
                PictureMoment::ControlBegan => {
                    say!("log-picture-kept-began", helper = helper, picture = picture)
                }
                PictureMoment::ControlEnded => {
                    say!("log-picture-kept-ended", helper = helper, picture = picture)
                }
            }
        }
        E::PictureRemoved {
            picture, by_novice, ..
        } => match by_novice {
            true => say!("log-picture-removed-by-you", picture = picture.short()),
            false => say!("log-picture-removed-for-room", picture = picture.short()),
        },
    }
}

fn helpers_did(
    did: HelpersDid,
    name: &str,
    may_control: Option<bool>,
    taken_back: Option<usize>,
) -> String {
    match (did, may_control.map(yes_or_no)) {
        (HelpersDid::HelperAdded, None) => say!("log-helper-added", name = name),
        (HelpersDid::HelperAdded, Some(control)) => {
            say!("log-helper-added-may", name = name, control = control)
        }
        (HelpersDid::HelperRemoved, _) => say!("log-helper-removed", name = name),
        (HelpersDid::OrganisationAdded, None) => say!("log-organisation-added", name = name),
        (HelpersDid::OrganisationAdded, Some(control)) => {
            say!("log-organisation-added-may", name = name, control = control)
        }
        (HelpersDid::OrganisationRemoved, _) => say!("log-organisation-removed", name = name),
        (HelpersDid::CardsTakenBack, _) => match taken_back {
            Some(many) => say!("log-cards-taken-back", many = many, name = name),
            None => say!("log-cards-taken-back-some", name = name),
        },
    }
}

fn changed(changes: &[SettingChange]) -> String {
    let each = changes.iter().map(|change| {
        say!(
            "log-setting-change",
            setting = change.setting.as_str(),
            old = change.old.as_str(),
            new = change.new.as_str()
        )
    });
    each.collect::<Vec<_>>().join(", ")
}

fn policy(keys: &[PolicyEntry], faults: &[LogText], left_out: u64) -> String {
    let keys = keys.iter().map(|entry| {
        let [key, value] = [&entry.key, &entry.value].map(|text| text.as_str());
        format!("{key} = {value}")
    });
    let keys = keys.collect::<Vec<_>>().join("; ");
    let mut said = vec![say!("log-policy", keys = keys)];
    said.extend((faults.iter()).map(|fault| say!("log-policy-fault", fault = fault.as_str())));
    if left_out > 0 {
        said.push(say!("log-policy-left-out", count = left_out));
    }
    said.join(" ")
}

fn who(helper: &Helper) -> String {
    let nobody = say!("log-somebody");
    let name = match helper.name.as_str() {
        "" => nobody.as_str(),
        name => name,
    };
    say!(
        "log-who",
        name = name,
        key = helper.key.short(),
        place = place(helper.address)
    )
}

/// Where somebody is. Who comes through a relay has an address of RFC 7343 (2001:20::/28), which stands for their endpoint.
fn place(address: SocketAddr) -> String {
    match address.ip() {
        IpAddr::V6(ip) if ip.to_bits() >> 100 == 0x0200_1002 => {
            say!("log-behind-relay", address = ip.to_string())
        }
        _ => address.to_string(),
    }
}

fn contact_did(contact: &LogText, did: ContactDid) -> String {
    let contact = contact.as_str();
    use ContactDid as D;
    match did {
        D::SignedIn => say!("log-contact-signed-in", contact = contact),
        D::SignedOut => say!("log-contact-signed-out", contact = contact),
        D::Added => say!("log-contact-added", contact = contact),
        D::Removed => say!("log-contact-removed", contact = contact),
        D::LetSee => say!("log-contact-let-see", contact = contact),
        D::NotLetSee => say!("log-contact-not-let-see", contact = contact),
        D::AskedForHelp => say!("log-contact-asked-for-help", contact = contact),
        D::OfferedHelp => say!("log-contact-offered-help", contact = contact),
        D::WasAccepted => say!("log-contact-was-accepted", contact = contact),
        D::WasForbidden => say!("log-contact-was-forbidden", contact = contact),
        D::WasDeclined => say!("log-contact-was-declined", contact = contact),
        D::Missed => say!("log-contact-missed", contact = contact),
        D::WasAsked => say!("log-contact-was-asked", contact = contact),
        D::WasOffered => say!("log-contact-was-offered", contact = contact),
        D::Accepted => say!("log-contact-accepted", contact = contact),
        D::Declined => say!("log-contact-declined", contact = contact),
        D::DidNotAnswer => say!("log-contact-did-not-answer", contact = contact),
        D::WasNotReached => say!("log-contact-was-not-reached", contact = contact),
        D::IsAskedNoMore => say!("log-contact-is-asked-no-more", contact = contact),
    }
}

fn invitation_end(how: InvitationEnd) -> String {
    match how {
        InvitationEnd::Used => say!("log-invitation-used"),
        InvitationEnd::Expired => say!("log-invitation-expired"),
        InvitationEnd::Withdrawn => say!("log-invitation-withdrawn"),
        InvitationEnd::TooManyPasswords => say!("log-invitation-too-many-passwords"),
        InvitationEnd::TooOftenDeclined => say!("log-invitation-too-often-declined"),
    }
}

fn refused(why: &RefusedWhy) -> String {
    match why {
        RefusedWhy::WrongPassword { attempts_left } => {
            say!("log-refused-password", count = *attempts_left)
        }
        RefusedWhy::Version { helper } => {
            say!("log-refused-version", version = helper.to_string())
        }
        RefusedWhy::Unknown => say!("log-refused-unknown"),
        RefusedWhy::Expired => say!("log-refused-expired"),
        RefusedWhy::Withdrawn => say!("log-refused-withdrawn"),
        RefusedWhy::InUse => say!("log-refused-in-use"),
        RefusedWhy::Used => say!("log-refused-used"),
        RefusedWhy::Voided => say!("log-refused-voided"),
        RefusedWhy::PolicyForbids => say!("log-settings-or-policy-forbid"),
        RefusedWhy::Busy => say!("log-refused-busy"),
        RefusedWhy::Declined => say!("log-declined"),
        RefusedWhy::NoAnswer => say!("log-not-answered-in-time"),
        RefusedWhy::CannotShare => say!("log-refused-cannot-share"),
        RefusedWhy::Protocol => say!("log-refused-protocol"),
        RefusedWhy::SessionOver => say!("log-refused-session-over"),
        RefusedWhy::NotOnList => say!("log-refused-not-on-list"),
        RefusedWhy::TooSoon => say!("log-refused-too-soon"),
    }
}

fn control_refused(why: ControlRefusedWhy) -> String {
    match why {
        ControlRefusedWhy::Declined => say!("log-declined"),
        ControlRefusedWhy::NoAnswer => say!("log-not-answered-in-time"),
        ControlRefusedWhy::PolicyForbids => say!("log-settings-or-policy-forbid"),
        ControlRefusedWhy::Paused => say!("log-session-was-paused"),
        ControlRefusedWhy::CannotInject => say!("log-control-cannot-inject"),
        ControlRefusedWhy::TakenBack => say!("log-control-taken-back"),
    }
}

fn control_ended(how: ControlEndedHow) -> String {
    match how {
        ControlEndedHow::Escape => say!("log-control-esc"),
        ControlEndedHow::CtrlC => say!("log-control-ctrl-c"),
        ControlEndedHow::StopButton => say!("log-control-stop-button"),
        ControlEndedHow::Paused => say!("log-session-was-paused"),
        ControlEndedHow::Released => say!("log-control-released"),
        ControlEndedHow::CannotInject => say!("log-control-could-not-inject"),
        ControlEndedHow::SessionEnded => say!("log-control-session-ended"),
        ControlEndedHow::PolicyForbids => say!("log-control-policy-forbids"),
    }
}

fn session_ended(why: SessionEndedWhy) -> String {
    match why {
        SessionEndedWhy::NoviceLeft => say!("log-session-novice-left"),
        SessionEndedWhy::HelperLeft => say!("log-session-helper-left"),
        SessionEndedWhy::NoviceClosed => say!("log-session-novice-closed"),
        SessionEndedWhy::HelperClosed => say!("log-session-helper-closed"),
        SessionEndedWhy::Withdrawn => say!("log-session-withdrawn"),
        SessionEndedWhy::LineBroke => say!("log-session-line-broke"),
        SessionEndedWhy::ScreenLost => say!("log-session-screen-lost"),
        SessionEndedWhy::Protocol => say!("log-session-protocol"),
        SessionEndedWhy::PolicyForbids => say!("log-session-policy-forbids"),
        SessionEndedWhy::NotOnList => say!("log-session-not-on-list"),
    }
}

fn damage_text(damage: LogDamage) -> String {
    match damage {
        LogDamage::CutOff { had, has } => say!("log-damage-cut-off", had = had, has = has),
        LogDamage::Rewritten { number } => say!("log-line-rewritten", number = number),
        LogDamage::HeadFileLost => say!("log-damage-head-lost"),
    }
}

/// A fault, without a capital and a full stop.
pub fn describe_fault(fault: &LogFault) -> String {
    match *fault {
        LogFault::Changed { number } => say!("log-fault-changed", number = number),
        LogFault::Moved { number, was } if number == was => {
            say!("log-fault-misplaced", number = number)
        }
        LogFault::Moved { number, was } => {
            say!("log-fault-moved", number = number, was = was)
        }
        LogFault::Missing { first, last } if first == last => {
            say!("log-fault-missing", number = first)
        }
        LogFault::Missing { first, last } => {
            say!("log-fault-missing-lines", first = first, last = last)
        }
        LogFault::CutOff { had, has } => say!("log-fault-cut-off", had = had, has = has),
        LogFault::Rewritten { number } => say!("log-line-rewritten", number = number),
        LogFault::HeadLost => say!("log-fault-head-lost"),
        LogFault::NoLine { row } => say!("log-fault-no-line", row = row),
        LogFault::Picture {
            number,
            is_there: true,
        } => say!("log-fault-other-picture", number = number),
        LogFault::Picture {
            number,
            is_there: false,
        } => say!("log-fault-no-picture", number = number),
        LogFault::Noted { number, damage } => say!(
            "log-fault-noted",
            number = number,
            damage = damage_text(damage)
        ),
    }
}

fn duration(secs: u64) -> String {
    match (secs / 3600, secs / 60 % 60, secs % 60) {
        (0, 0, secs) => say!("log-lasted-seconds", secs = secs),
        (0, minutes, secs) => say!("log-lasted-minutes", minutes = minutes, secs = secs),
        (hours, minutes, _) => say!("log-lasted-hours", hours = hours, minutes = minutes),
    }
}
