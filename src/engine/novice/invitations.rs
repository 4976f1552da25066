//! The novice's invitations: made, saved, withdrawn, deleted, expired.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use chrono::Utc;
use zeroize::Zeroizing;

use super::super::{
    SettingsView,
    command::{InviteRequest, SendBy},
    view::{InvitationRow, InviteFault, InviteView, ListenView},
};
use super::{NoviceSide, codes::CodeNews, guest::ToGuest};
use crate::{
    delivery,
    invitation::{
        InvitationId, InvitationRecord, InvitationState, NewInvitation, PaperError, SentHow,
    },
    net::reachable_addresses,
    store::{InvitationEnd, LogEvent, LogText, Store},
};

/// The longest time between two looks at what is due. The computer's clock may jump, or sleep with the computer.
const LOOK_EVERY: Duration = Duration::from_secs(20);
/// The same while another Hulp of this user owns this side: when that is closed, this one takes over.
const LOOK_FOR_OWNERSHIP_EVERY: Duration = Duration::from_secs(3);

/// Work that was done beside, on a thread that may block.
#[derive(Debug)]
pub(super) enum Done {
    Invited(Box<Result<InvitationRecord, InviteFault>>),
    SavedAgain(InvitationId, Result<PathBuf, String>),
    Code(u64, CodeNews),
}

impl NoviceSide {
    /// Takes this side for this process, unless another has it, and picks up what the last one left.
    pub(super) fn own(&mut self) -> bool {
        if self.ownership.is_some() {
            return true;
        }
        let ownership = self.shared.store.own_novice_side();
        self.ownership = self.check("ownership", ownership).flatten();
        if self.ownership.is_none() {
            self.change_view(|view| view.listen = ListenView::OwnedByAnother);
            return false;
        }
        self.check("recover", self.shared.store.recover());
        self.change_view(|view| view.listen = ListenView::Off);
        true
    }

    /// Does what is due: expiries, the doors, the list.
    pub(super) fn look_after(&mut self) {
        if self.own() {
            self.tell_addresses();
            let now = Utc::now();
            let expired = self.shared.store.expire_due(now);
            for id in self.check("expiry", expired).unwrap_or_default() {
                self.log_end_of(id, InvitationEnd::Expired);
            }
        }
        self.show_invitations();
    }

    /// Brings the list of the view, and the doors, in line with the store.
    pub(super) fn show_invitations(&mut self) {
        let records = self.shared.store.invitations();
        let Some(records) = self.check("invitations", records) else {
            return;
        };
        if self.ownership.is_some() {
            self.keep_doors(&records);
            self.keep_code(&records);
        }
        let rows: Vec<_> = records.iter().map(row).collect();
        if self.shared.publisher.peek().novice.invitations != rows {
            self.change_view(|view| view.invitations = rows);
        }
    }

    /// How long to sleep at most.
    pub(super) fn until_next_look(&self) -> Duration {
        if self.ownership.is_none() {
            return LOOK_FOR_OWNERSHIP_EVERY;
        }
        let view = self.shared.publisher.peek();
        let open = view.novice.invitations.iter();
        let next = open
            .filter(|row| row.state == InvitationState::Open)
            .map(|row| row.expires)
            .min();
        let next = next.map_or(LOOK_EVERY, |next| {
            (next - Utc::now()).to_std().unwrap_or_default()
        });
        // Not at once again, should the store not get its work done.
        next.clamp(Duration::from_millis(50), LOOK_EVERY)
    }

    /// Makes an invitation, sends it off and waits for the helper.
    pub(super) fn invite(&mut self, request: InviteRequest) {
        match self.prepare(request) {
            Ok(new) => {
                self.making += 1;
                self.change_view(|view| view.invite = InviteView::Working);
                let (shared, done) = (self.shared.clone(), self.done.to.clone());
                tokio::task::spawn_blocking(move || {
                    let made = make(&shared.store, new);
                    let _ = done.send(Done::Invited(Box::new(made)));
                });
            }
            Err(fault) => self.change_view(|view| view.invite = InviteView::Failed(fault)),
        }
    }

    fn prepare(&mut self, request: InviteRequest) -> Result<NewInvitation, InviteFault> {
        if !self.own() {
            return Err(InviteFault::OwnedByAnother);
        }
        if !self.settings.allow_invitations {
            return Err(InviteFault::NotAllowed);
        }
        let longest_secs = self.settings.longest_lifetime_secs;
        if request.lifetime > Duration::from_secs(longest_secs) {
            return Err(InviteFault::Lifetime { longest_secs });
        }
        let sent = match request.send_by {
            SendBy::File(path) => SentHow::File(
                delivery::full_path(&path).map_err(|error| InviteFault::File(error.to_string()))?,
            ),
            SendBy::Code => SentHow::Code,
        };
        let mut new = NewInvitation {
            name: request.name,
            message: request.message,
            lifetime: request.lifetime,
            addresses: Vec::new(),
            novice_key: self.shared.identity.fingerprint(),
            password: request.password.map(|secret| secret.0),
            sent,
        };
        new.check().map_err(|error| fault(error, longest_secs))?;
        let port = self
            .open_doors()
            .map_err(|error| InviteFault::Listen(error.to_string()))?;
        new.addresses = reachable_addresses(port);
        Ok(new)
    }

    /// The name on the invitation is the one that the helper sees in the session too, and the next time.
    fn be_called(&mut self, name: &str) {
        if self.settings.name != name {
            self.save_settings(SettingsView {
                name: name.to_owned(),
                ..SettingsView::of(&self.settings)
            });
        }
    }

    /// Takes in what was done beside.
    pub(super) fn finish(&mut self, done: Done) {
        match done {
            Done::Invited(made) => {
                self.making = self.making.saturating_sub(1);
                match *made {
                    Ok(record) => self.made(record),
                    Err(fault) => {
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
                    self.check("sent", self.shared.store.set_sent(id, &sent));
                    self.log(&LogEvent::InvitationSavedAgain {
                        invitation: id.into(),
                        sent_to: path_text(path),
                    });
                }
                self.change_view(|view| view.saved_again = Some((id, saved)));
            }
            Done::Code(number, news) => self.hear_code(number, news),
        }
        self.show_invitations();
    }

    /// An invitation is made: says so, and sends it off where that is not done yet.
    fn made(&mut self, record: InvitationRecord) {
        let invitation = &record.invitation;
        let (id, expires) = (invitation.id, invitation.expires);
        self.be_called(&invitation.from);
        self.log(&LogEvent::InvitationMade {
            invitation: id.into(),
            sent_to: match &record.sent {
                SentHow::File(path) => path_text(path),
                SentHow::Code => LogText::from(""),
            },
            expires,
            has_password: record.verifier.is_some(),
        });
        match record.sent {
            SentHow::File(path) => {
                self.change_view(|view| view.invite = InviteView::Saved { id, path, expires });
            }
            SentHow::Code => self.make_code(id),
        }
    }

    /// Writes an open invitation's file once more, with the addresses of now: this computer may have moved.
    pub(super) fn save_again(&mut self, id: InvitationId, path: PathBuf) {
        let record = self.shared.store.invitation(id);
        let record = self.check("invitation", record).flatten();
        let Some(mut record) = record.filter(|record| record.state == InvitationState::Open) else {
            let words = "the invitation is not open any more".to_owned();
            return self.change_view(|view| view.saved_again = Some((id, Err(words))));
        };
        self.be_where_we_are(&mut record);
        let done = self.done.to.clone();
        tokio::task::spawn_blocking(move || {
            let xml = Zeroizing::new(record.invitation.to_xml());
            let saved = delivery::save(&path, &xml).map_err(|error| error.to_string());
            let _ = done.send(Done::SavedAgain(id, saved));
        });
    }

    /// Brings the addresses of an open invitation up to date: this computer may have moved. An open one keeps the doors open;
    /// where that fails, the addresses of before are the best there are.
    pub(super) fn be_where_we_are(&mut self, record: &mut InvitationRecord) {
        if let Ok(port) = self.open_doors() {
            let id = record.invitation.id;
            let addresses = reachable_addresses(port);
            self.check("addresses", self.shared.store.set_addresses(id, &addresses));
            record.invitation.addresses = addresses;
        }
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

    fn log_end_of(&self, id: InvitationId, how: InvitationEnd) {
        self.log(&LogEvent::InvitationEnded {
            invitation: id.into(),
            how,
        });
    }
}

/// Kept first, saved then: a file on its way must never name an invitation that this computer does not know.
fn make(store: &Store, new: NewInvitation) -> Result<InvitationRecord, InviteFault> {
    let mut record = new.make(Utc::now()).map_err(|error| fault(error, 0))?;
    let kept = store.add_invitation(&record);
    kept.map_err(|error| InviteFault::Store(error.to_string()))?;
    if let SentHow::File(save_to) = &record.sent {
        record.sent = SentHow::File(save(store, &record, save_to)?);
    }
    Ok(record)
}

fn save(store: &Store, record: &InvitationRecord, save_to: &Path) -> Result<PathBuf, InviteFault> {
    let id = record.invitation.id;
    let xml = Zeroizing::new(record.invitation.to_xml());
    match delivery::save(save_to, &xml) {
        Ok(path) => {
            if path != save_to
                && let Err(error) = store.set_sent(id, &SentHow::File(path.clone()))
            {
                tracing::error!(%error, "the place of the file was not kept");
            }
            Ok(path)
        }
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
