//! The novice's invitations: made, saved, withdrawn, deleted, expired.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use chrono::Utc;
use zeroize::Zeroizing;

use super::super::{
    command::{InviteHow, InviteRequest, MailTo},
    view::{InvitationRow, InviteFault, InviteView, ListenView},
};
use super::{
    Caller, NoviceSide, codes::CodeNews, doors::Whereabouts, elsewhere::Wished, guest::ToGuest,
    mail::MailNews, proxy::ProxyNews,
};
use crate::{
    delivery::{self, contact::Address},
    desktop::TrayEvent,
    invitation::{
        InvitationId, InvitationRecord, InvitationState, NewInvitation, PaperError, SentHow,
    },
    store::{InvitationEnd, InviteWay, LogEvent, LogText, Settings, Store},
};

/// The longest time between two looks at what is due. The computer's clock may jump, or sleep with the computer.
const LOOK_EVERY: Duration = Duration::from_secs(20);
/// The same while another Hulp of this user owns this side: when that is closed, this one takes over.
const LOOK_FOR_OWNERSHIP_EVERY: Duration = Duration::from_secs(3);

/// Work that was done beside, on a thread that may block.
#[derive(Debug)]
pub(super) enum Done {
    Invited(
        Option<Caller>,
        Box<Result<(InvitationRecord, Went), InviteFault>>,
    ),
    SavedAgain(InvitationId, Result<PathBuf, String>),
    Code(u64, CodeNews),
    Mail(MailNews),
    Proxy(ProxyNews),
    Wished(Wished),
    Tray(TrayEvent),
}

/// How far a new invitation went while it was made.
#[derive(Debug)]
pub(super) enum Went {
    /// It is saved.
    Saved(PathBuf),
    /// Its e-mail is still to be sent.
    ToMail(MailTo),
    /// A code for it is still to be made.
    ToCode,
    /// A contact is still to be called with it, or has called.
    ToContact(Address, Option<Caller>),
}

impl NoviceSide {
    /// Takes this side for this process, unless another has it, and picks up what the last one left.
    pub(super) fn own(&mut self) -> bool {
        if self.ownership.is_some() {
            return true;
        }
        self.ownership = self.taken.take().or_else(|| {
            let ownership = self.shared.store.own_novice_side();
            self.check("ownership", ownership).flatten()
        });
        if self.ownership.is_none() {
            self.change_view(|view| view.listen = ListenView::OwnedByAnother);
            return false;
        }
        self.serve_others();
        self.check("recover", self.shared.store.recover());
        self.check("pictures", self.shared.store.tidy_pictures());
        self.load_helpers();
        self.change_view(|view| view.listen = ListenView::Off);
        self.begin_under_policy();
        true
    }

    /// The same, unless this process is there to give help alone, until its user wants more.
    pub(super) fn own_if_due(&mut self) -> bool {
        self.ownership.is_some() || (!self.shared.only_helps && self.own())
    }

    /// Does what is due: expiries, the doors, the list.
    pub(super) fn look_after(&mut self) {
        if self.own_if_due() {
            self.tell_addresses();
            // A card may have expired meanwhile.
            self.keep_to_list();
            let now = Utc::now();
            let expired = self.shared.store.expire_due(now);
            for id in self.check("expiry", expired).unwrap_or_default() {
                self.log_end_of(id, InvitationEnd::Expired);
            }
        }
        self.show_invitations();
        // This computer's own addresses may have changed.
        self.show_ways();
    }

    /// Brings the list of the view, and the doors, in line with the store.
    pub(super) fn show_invitations(&mut self) {
        let records = self.shared.store.invitations();
        let Some(records) = self.check("invitations", records) else {
            return;
        };
        if self.ownership.is_some() {
            self.keep_doors(&records);
            self.keep_announced();
            self.keep_code(&records);
            let takes_offers = self.takes_offers();
            if self.shared.publisher.peek().novice.takes_offers != takes_offers {
                self.change_view(|view| view.takes_offers = takes_offers);
            }
        }
        let rows: Vec<_> = records.iter().map(row).collect();
        if self.shared.publisher.peek().novice.invitations != rows {
            self.change_view(|view| view.invitations = rows);
        }
    }

    /// How long to sleep at most.
    pub(super) fn until_next_look(&self) -> Duration {
        if self.ownership.is_none() && !self.shared.only_helps {
            return LOOK_FOR_OWNERSHIP_EVERY;
        }
        let view = self.shared.publisher.peek();
        let open = view.novice.invitations.iter();
        let next = open
            .filter(|row| row.state == InvitationState::Open)
            .map(|row| row.expires)
            .chain(self.next_card_end())
            .min();
        let next = next.map_or(LOOK_EVERY, |next| {
            (next - Utc::now()).to_std().unwrap_or_default()
        });
        // Not at once again, should the store not get its work done.
        next.clamp(Duration::from_millis(50), LOOK_EVERY)
    }

    /// Makes an invitation, sends it off and waits for the helper.
    pub(super) fn invite(&mut self, request: InviteRequest) {
        self.invite_in(None, request);
    }

    /// The same; for a contact's call perhaps, which is answered in any case.
    pub(super) fn invite_in(&mut self, caller: Option<Caller>, request: InviteRequest) {
        match self.prepare(request) {
            Ok((mut new, how, mut whereabouts)) => {
                self.making += 1;
                self.change_view(|view| view.invite = InviteView::Working);
                let (shared, done) = (self.shared.clone(), self.done.to.clone());
                tokio::spawn(async move {
                    whereabouts.settle().await;
                    (new.addresses, new.meeting) = whereabouts.now();
                    tokio::task::spawn_blocking(move || {
                        shared.desktop.expect_helpers();
                        let made = make(&shared.store, new, how, caller);
                        let _ = done.send(Done::Invited(caller, Box::new(made)));
                    });
                });
            }
            Err(fault) => {
                self.decline_ring(caller);
                self.change_view(|view| view.invite = InviteView::Failed(fault));
            }
        }
    }

    fn prepare(
        &mut self,
        request: InviteRequest,
    ) -> Result<(NewInvitation, InviteHow, Whereabouts), InviteFault> {
        if !self.own() {
            return Err(InviteFault::OwnedByAnother);
        }
        let policy = self.shared.policy();
        if policy.allow_invitations == Some(false) {
            return Err(InviteFault::PolicyForbids);
        }
        if !self.settings.allow_invitations {
            return Err(InviteFault::NotAllowed);
        }
        if !policy.lets_travel(request.how.way()) {
            return Err(InviteFault::WayForbidden);
        }
        let longest_secs = self.settings.longest_lifetime_secs;
        if request.lifetime > Duration::from_secs(longest_secs) {
            return Err(InviteFault::Lifetime { longest_secs });
        }
        if let Some(password) = &request.password
            && [&request.name, &request.message]
                .iter()
                .any(|words| words.contains(password.0.as_str()) && !password.0.is_empty())
        {
            return Err(InviteFault::PasswordInWords);
        }
        let (how, sent) = match request.how {
            InviteHow::File(path) => {
                let path = delivery::place_to_save(&path)
                    .map_err(|error| InviteFault::File(error.to_string()))?;
                (InviteHow::File(path.clone()), SentHow::File(path))
            }
            InviteHow::Email(mail) => {
                let mail = self.check_mail(mail)?;
                let sent = SentHow::Email {
                    to: mail.to.clone(),
                };
                (InviteHow::Email(mail), sent)
            }
            InviteHow::Code => (InviteHow::Code, SentHow::Code),
            InviteHow::Contact(to) => {
                let address = to.to_string();
                (InviteHow::Contact(to), SentHow::Contact { address })
            }
        };
        let new = NewInvitation {
            name: request.name,
            message: request.message,
            lifetime: request.lifetime,
            addresses: Vec::new(),
            meeting: None,
            novice_key: self.shared.identity.fingerprint(),
            password: request.password.map(|secret| secret.0),
            sent,
        };
        new.check().map_err(|error| fault(error, longest_secs))?;
        let whereabouts = self
            .open_doors()
            .map_err(|error| InviteFault::Listen(error.to_string()))?;
        Ok((new, how, whereabouts))
    }

    /// The name on the invitation is the one that the helper sees in the session too, and the next time.
    fn be_called(&mut self, name: &str) {
        if self.settings.name != name {
            self.save_settings(Settings {
                name: name.to_owned(),
                ..self.kept.clone()
            });
        }
    }

    /// Takes in what was done beside.
    pub(super) fn finish(&mut self, done: Done) {
        match done {
            Done::Invited(caller, made) => {
                self.making = self.making.saturating_sub(1);
                match *made {
                    Ok((record, went)) => self.made(record, went),
                    Err(fault) => {
                        self.decline_ring(caller);
                        let fault = match fault {
                            InviteFault::Lifetime { .. } => InviteFault::Lifetime {
                                longest_secs: self.settings.longest_lifetime_secs,
                            },
                            fault => fault,
                        };
                        self.change_view(|view| view.invite = InviteView::Failed(fault));
                    }
                }
            }
            Done::SavedAgain(id, saved) => {
                if let Ok(path) = &saved {
                    let sent = SentHow::File(path.clone());
                    self.check("sent", self.shared.store.add_sent(id, &sent));
                    self.log(&LogEvent::InvitationSavedAgain {
                        invitation: id.into(),
                        sent_to: path_text(path),
                    });
                }
                self.change_view(|view| view.saved_again = Some((id, saved)));
            }
            Done::Code(number, news) => self.hear_code(number, news),
            Done::Mail(news) => self.hear_of_mail(news),
            Done::Proxy(news) => self.hear_of_proxy(news),
            Done::Wished(wished) => self.grant(wished),
            Done::Tray(event) => self.hear_tray(event),
        }
        self.show_invitations();
    }

    /// An invitation is made: says so, and sends it off where that is not done yet.
    fn made(&mut self, record: InvitationRecord, went: Went) {
        let invitation = &record.invitation;
        let (id, expires) = (invitation.id, invitation.expires);
        let has_password = record.verifier.is_some();
        self.be_called(&invitation.from);
        self.log(&match &went {
            Went::Saved(path) => LogEvent::InvitationMade {
                invitation: id.into(),
                sent_to: path_text(path),
                expires,
                has_password,
            },
            Went::ToCode => LogEvent::InvitationMade {
                invitation: id.into(),
                sent_to: LogText::from(""),
                expires,
                has_password,
            },
            Went::ToContact(to, _) => LogEvent::InvitationMadeForContact {
                invitation: id.into(),
                to: LogText::from(to.as_str()),
                expires,
                has_password,
            },
            Went::ToMail(to) => LogEvent::InvitationMadeForEmail {
                invitation: id.into(),
                to: LogText::from(to.to.as_str()),
                expires,
                has_password,
            },
        });
        match went {
            Went::ToContact(to, caller) => self.hand_to_contact(&record, to, caller),
            Went::Saved(path) => {
                self.change_view(|view| view.invite = InviteView::Saved { id, path, expires });
            }
            Went::ToCode => self.make_code(id),
            Went::ToMail(to) => {
                self.mail(record, to);
                self.change_view(|view| view.invite = InviteView::Mailed { id, expires });
            }
        }
    }

    /// Writes an open invitation's file once more, with the addresses of now: this computer may have moved.
    pub(super) fn save_again(&mut self, id: InvitationId, path: PathBuf) {
        let record = match self.open_record_for(id, InviteWay::File) {
            Ok(record) => record,
            Err(why) => {
                let saved = Err(why.to_owned());
                return self.change_view(|view| view.saved_again = Some((id, saved)));
            }
        };
        let done = self.done.to.clone();
        tokio::task::spawn_blocking(move || {
            let xml = Zeroizing::new(record.invitation.to_xml());
            let saved = delivery::save(&path, &xml).map_err(|error| error.to_string());
            let _ = done.send(Done::SavedAgain(id, saved));
        });
    }

    /// An open invitation, with the addresses of now.
    pub(super) fn open_record(&mut self, id: InvitationId) -> Option<InvitationRecord> {
        let record = self.shared.store.invitation(id);
        let record = self.check("invitation", record).flatten();
        let mut record = record.filter(|record| record.state == InvitationState::Open)?;
        // An open one keeps the doors open; where that fails, the addresses of before are the best there are.
        if let Ok(whereabouts) = self.open_doors() {
            let (addresses, meeting) = whereabouts.now();
            self.check("addresses", self.shared.store.set_addresses(id, &addresses));
            let kept = self.shared.store.set_meeting(id, meeting.as_ref());
            self.check("meeting point", kept);
            record.invitation.addresses = addresses;
            (record.invitation.meeting, record.endpoint_key) = meeting.unzip();
        }
        Some(record)
    }

    /// Lets an invitation expire now: whoever comes or came with it is refused from this instant.
    pub(super) fn withdraw(&mut self, id: InvitationId) {
        if !self.own() {
            return;
        }
        let withdrawn = self.shared.store.set_state(id, InvitationState::Withdrawn);
        if self.check("state", withdrawn) == Some(true) {
            self.log_end_of(id, InvitationEnd::Withdrawn);
        }
        for guest in self.guests.values().filter(|guest| guest.came_with(id)) {
            guest.tell(ToGuest::Withdraw);
        }
        self.show_invitations();
    }

    /// Forgets an invitation; an open one is withdrawn first.
    pub(super) fn delete(&mut self, id: InvitationId) {
        if !self.own() {
            return;
        }
        self.withdraw(id);
        let deleted = self.shared.store.delete_invitation(id);
        if self.check("delete", deleted).is_some() {
            self.log(&LogEvent::InvitationDeleted {
                invitation: id.into(),
            });
        }
        self.show_invitations();
    }

    /// Moves an invitation on; when that ends it, the log says how.
    pub(super) fn set_state(
        &mut self,
        id: InvitationId,
        state: InvitationState,
        end: Option<InvitationEnd>,
    ) {
        let moved = self.shared.store.set_state(id, state);
        if self.check("state", moved) == Some(true)
            && let Some(how) = end
        {
            self.log_end_of(id, how);
        }
        // Open again may mean: expired meanwhile.
        self.look_after();
    }

    fn log_end_of(&mut self, id: InvitationId, how: InvitationEnd) {
        self.log(&LogEvent::InvitationEnded {
            invitation: id.into(),
            how,
        });
        self.no_more_calls_with(id);
    }
}

/// Kept first, sent then: a file on its way must never name an invitation that this computer does not know.
fn make(
    store: &Store,
    new: NewInvitation,
    how: InviteHow,
    caller: Option<Caller>,
) -> Result<(InvitationRecord, Went), InviteFault> {
    let record = new.make(Utc::now()).map_err(|error| fault(error, 0))?;
    let id = record.invitation.id;
    let kept = store.add_invitation(&record);
    kept.map_err(|error| InviteFault::Store(error.to_string()))?;
    let save_to = match how {
        InviteHow::File(path) => path,
        InviteHow::Email(to) => return Ok((record, Went::ToMail(to))),
        InviteHow::Code => return Ok((record, Went::ToCode)),
        InviteHow::Contact(to) => return Ok((record, Went::ToContact(to, caller))),
    };
    let xml = Zeroizing::new(record.invitation.to_xml());
    match delivery::save(&save_to, &xml) {
        Ok(path) => Ok((record, Went::Saved(path))),
        Err(error) => {
            if let Err(error) = store.delete_invitation(id) {
                tracing::error!(%error, "an invitation that was not saved stays in the list");
            }
            Err(InviteFault::File(error.to_string()))
        }
    }
}

fn fault(error: PaperError, longest_secs: u64) -> InviteFault {
    match error {
        PaperError::Name => InviteFault::Name,
        PaperError::Message => InviteFault::Message,
        PaperError::Lifetime => InviteFault::Lifetime { longest_secs },
        PaperError::PasswordTooShort(chars) => InviteFault::PasswordTooShort(chars),
        other => InviteFault::Store(other.to_string()),
    }
}

fn path_text(path: &Path) -> LogText {
    LogText::from(path.to_string_lossy().as_ref())
}

fn row(record: &InvitationRecord) -> InvitationRow {
    let invitation = &record.invitation;
    InvitationRow {
        id: invitation.id,
        sent: record.sent.clone(),
        made: invitation.made,
        expires: invitation.expires,
        state: record.state,
        message: invitation.message.clone(),
        has_password: record.verifier.is_some(),
        addresses: invitation.addresses.clone(),
    }
}
