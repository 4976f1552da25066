//! This computer as the one that gets help: one task decides everything here, one thing after the other, so that no two helpers
//! can race for an invitation, a password's last try, or the novice's attention.

mod background;
mod codes;
mod comeback;
mod contacts;
mod doors;
mod elsewhere;
mod files;
mod guest;
mod guests;
mod helped;
mod helpers;
mod invitations;
mod log_words;
mod mail;
mod offers;
mod peace;
mod pictures;
mod present;
mod proxy;
mod strangers;

use std::{cell::Cell, collections::HashMap, sync::Arc, time::Instant};

use chrono::Utc;
use tokio::{
    sync::{
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
        oneshot,
    },
    time::MissedTickBehavior,
};

pub(super) use self::mail::{mail_account, with_mail_password};
use self::{
    background::Background,
    codes::CodeTask,
    doors::{AtTheDoors, Doors},
    guest::{FromGuest, GuestId, ToGuest},
    guests::GuestEntry,
    invitations::Done,
    offers::Offers,
    present::Present,
    strangers::{Refusals, Strangers},
};
use super::{
    Command, contacts as contacts_side,
    files::{Files, LOOK_AT_FILES_EVERY},
    instance::Serving,
    settings::holding,
    shared::Shared,
};
use crate::{
    delivery::contact::{Address, RingId},
    desktop::Edge,
    invitation::{Fingerprint, InvitationId},
    session::{ControlEnd, End},
    store::{Helper, LogEvent, Ownership, Settings, StoreError},
};

/// The same refusal of helpers from the same place, or a break of their line, is written down so often in a minute, which is more
/// than people try; who still has an old invitation could fill the disk otherwise.
const REFUSALS_TOLD_AT_ONCE: u32 = 10;

/// What reaches the novice's side from the window.
pub(super) enum Order {
    /// A user's wish.
    Command(Box<Command>),
    /// Make an invitation for a contact who offered help in this call.
    InviteFor(Caller, Address),
    /// A contact accepted this invitation on the computer with this key.
    Expect(InvitationId, Fingerprint),
    /// Say goodbye to everybody; answered when that is done.
    Close(oneshot::Sender<()>),
}

/// A contact who offered help.
#[derive(Clone, Copy, Debug)]
pub(super) struct Caller {
    /// In this call.
    pub(super) ring: RingId,
    /// From the computer with this key, if they told it.
    pub(super) key: Option<Fingerprint>,
}

/// The novice's side.
pub(super) struct NoviceSide {
    shared: Arc<Shared>,
    to_contacts: UnboundedSender<contacts_side::Order>,
    files: Files,
    /// The user's own settings.
    kept: Settings,
    /// What holds: those, with the administrator's policy over them. Every decision goes by these.
    settings: Settings,
    /// The policy requires the log, and the last line could not be written.
    log_fails: Cell<bool>,
    /// The same of a line since the last look at that.
    log_just_failed: Cell<bool>,
    /// Ends before the ownership does.
    serving: Option<Serving>,
    /// Another start of the program waits for its invitation.
    invited_elsewhere: Option<elsewhere::Elsewhere>,
    /// Nothing of this side is touched without it.
    ownership: Option<Ownership>,
    /// Taken before this side began.
    taken: Option<Ownership>,
    doors: Doors,
    guests: HashMap<GuestId, GuestEntry>,
    from_guests: Inbox<(GuestId, FromGuest)>,
    strangers: Strangers,
    refusals: Refusals,
    /// Breaks of the line that were written down already.
    breaks: Strangers,
    offers: Offers,
    /// Whoever is asked about with an invitation, or here.
    present: Option<Present>,
    /// The keys of the computers on which contacts accepted invitations.
    expected: HashMap<InvitationId, Fingerprint>,
    /// The code that stands for an invitation now.
    code: Option<CodeTask>,
    done: Inbox<Done>,
    /// Invitations that are being made; the doors are open for them already.
    making: usize,
    /// Numbers guests and questions; none comes twice.
    last_number: u64,
    /// The number of the e-mail that is shown, and of the test message.
    last_mail: u64,
    last_mail_test: u64,
    edge: Edge,
    background: Background,
}

/// A queue of this side's own, with both of its ends.
struct Inbox<T> {
    to: UnboundedSender<T>,
    from: UnboundedReceiver<T>,
}

impl<T> Default for Inbox<T> {
    fn default() -> Self {
        let (to, from) = unbounded_channel();
        Self { to, from }
    }
}

impl NoviceSide {
    pub(super) fn new(
        shared: Arc<Shared>,
        files: Files,
        taken: Option<Ownership>,
        to_contacts: UnboundedSender<contacts_side::Order>,
    ) -> Self {
        Self {
            offers: Offers::new(shared.timing.offer_pause),
            to_contacts,
            kept: files.settings().clone(),
            settings: holding(files.settings(), &shared.policy()),
            files,
            shared,
            log_fails: Cell::default(),
            log_just_failed: Cell::default(),
            serving: None,
            invited_elsewhere: None,
            ownership: None,
            taken,
            doors: Doors::default(),
            guests: HashMap::new(),
            from_guests: Inbox::default(),
            strangers: Strangers::new(1),
            refusals: Refusals::new(REFUSALS_TOLD_AT_ONCE),
            breaks: Strangers::new(REFUSALS_TOLD_AT_ONCE),
            present: None,
            expected: HashMap::new(),
            code: None,
            done: Inbox::default(),
            making: 0,
            last_number: 0,
            last_mail: 0,
            last_mail_test: 0,
            edge: Edge::Off,
            background: Background::default(),
        }
    }

    /// Runs until it is closed.
    pub(super) async fn run(mut self, mut orders: UnboundedReceiver<Order>) {
        self.load_helpers(); // every window shows it
        self.own_if_due();
        self.begin_with_proxy();
        self.look_after();
        self.look_at_autostart();
        self.show_in_tray();
        let mut look_at_files = tokio::time::interval(LOOK_AT_FILES_EVERY);
        look_at_files.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut next_look = self.next_look();
        let closing = loop {
            // What happens meanwhile may bring it nearer, and never puts it off.
            next_look = next_look.min(self.next_look());
            tokio::select! {
                order = orders.recv() => match order {
                    Some(Order::Command(command)) => self.obey(*command),
                    Some(Order::InviteFor(caller, who)) => self.invite_for(caller, who),
                    Some(Order::Expect(id, key)) => self.expect(id, key),
                    Some(Order::Close(done)) => break Some(done),
                    None => break None,
                },
                Some((id, what)) = self.from_guests.from.recv() => self.hear(id, what),
                Some(done) = self.done.from.recv() => self.finish(done),
                at_the_doors = self.doors.next() => match at_the_doors {
                    AtTheDoors::Came(arrival) => self.receive(arrival),
                    AtTheDoors::WaysChanged => self.show_ways(),
                },
                () = tokio::time::sleep_until(next_look.into()) => {
                    self.look_after();
                    next_look = self.next_look();
                }
                _ = look_at_files.tick() => self.look_at_files(),
            }
            self.end_without_log();
            self.show_edge();
            self.show_in_tray();
            self.answer_elsewhere();
        };
        self.close().await;
        if let Some(closing) = closing {
            let _ = closing.send(());
        }
    }

    /// Says goodbye to everybody and waits until they heard it.
    async fn close(&mut self) {
        for guest in self.guests.values() {
            guest.tell(ToGuest::End(End::NoviceClosed));
        }
        while !self.guests.is_empty() {
            if let Some((id, what)) = self.from_guests.from.recv().await {
                self.hear(id, what);
            }
        }
        // Not before: a helper who came by the endpoint goes with it. Nobody else was let in meanwhile.
        self.close_doors();
        self.announce(None);
        self.close_code().await;
        self.doors.closed().await;
        self.show_edge();
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::Invite(request) => self.invite(request),
            Command::InviteSeen => {
                self.end_code();
                self.change_view(|view| view.invite = Default::default());
            }
            Command::MakeCode(id) => self.make_code(id),
            Command::EndCode => self.end_code(),
            Command::AskAgain { id, to } => self.ask_again(id, to),
            Command::SaveAgain { id, path } => self.save_again(id, path),
            Command::MailAgain { id, to } => self.mail_again(id, to),
            Command::MailByHand { id, to } => self.mail_by_hand(id, to),
            Command::TestMail { email, password } => self.test_mail(email, password),
            Command::KeepMailPassword { email, password } => {
                self.keep_mail_password(email, password);
            }
            Command::KeepProxyPassword { proxy, password } => {
                self.keep_proxy_password(proxy, password.0);
            }
            Command::Withdraw(id) => self.withdraw(id),
            Command::Delete(id) => self.delete(id),
            Command::AnswerHelper { question, allow } => self.answer_helper(question, allow),
            Command::AnswerControl { question, allow } => self.answer_control(question, allow),
            Command::StopControl => {
                self.tell_present(ToGuest::StopControl(ControlEnd::StopButton));
            }
            Command::StopKeyInOurWindow(key) => {
                self.tell_present(ToGuest::StopControl(guest::end_by(key)));
            }
            Command::Pause => self.pause(true),
            Command::Resume => self.pause(false),
            Command::NoviceDisconnect => self.tell_present(ToGuest::End(End::NoviceLeft)),
            Command::NoviceChat(text) => self.tell_present(ToGuest::Chat(text)),
            Command::Notify(notice) => self.notify(notice),
            Command::NoviceEndSeen => self.change_view(|view| view.ended = None),
            Command::Helpers(command) => self.change_helpers(command),
            Command::SaveSettings(edit) => {
                self.shared.publisher.take_settings();
                self.save_settings(edit.onto(&self.kept));
            }
            // The rest is the expert's side's.
            Command::Open(_)
            | Command::TakeByCode(_)
            | Command::Connect { .. }
            | Command::CancelConnect
            | Command::CloseInvitation
            | Command::Offer(_)
            | Command::ForgetComputer(_)
            | Command::LookNearby(_)
            | Command::TakeControl
            | Command::ReleaseControl
            | Command::Input(_)
            | Command::ExpertChat(_)
            | Command::PlacePane { .. }
            | Command::Watch(_)
            | Command::ExpertDisconnect
            | Command::Contacts(_)
            | Command::Log(_)
            | Command::Check(_)
            | Command::DrawnWith(_) => {}
        }
    }

    /// A name for the next guest or question.
    fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    /// Writes into the log, and returns the line's number.
    fn log(&self, event: &LogEvent) -> Option<u64> {
        let written = self.check("log", self.shared.store.log(event, Utc::now()));
        let is_required = self.shared.policy().requires_log();
        let fails = written.is_none() && is_required;
        self.log_fails.set(fails);
        self.log_just_failed
            .set(fails || self.log_just_failed.get());
        written
    }

    /// Of whom pictures are kept while they have control, if they are.
    fn pictures_of(&self) -> Option<Helper> {
        let present = self.present.as_ref()?;
        (self.settings.keep_pictures).then(|| present.helper.clone())
    }

    /// What the store answers; an error is written down, and the caller does without.
    fn check<T>(&self, what: &str, result: Result<T, StoreError>) -> Option<T> {
        result
            .inspect_err(|error| tracing::error!(%error, what, "the store failed"))
            .ok()
    }

    fn change_view(&self, change: impl FnOnce(&mut super::NoviceView)) {
        self.shared
            .publisher
            .change(|view| change(&mut view.novice));
    }

    fn show_edge(&mut self) {
        let present = self.present.as_ref().filter(|_| self.settings.show_edge);
        let edge = present.map_or(Edge::Off, Present::edge);
        if edge != self.edge {
            self.edge = edge;
            self.shared.desktop.show_edge(edge);
        }
    }

    fn next_look(&self) -> Instant {
        Instant::now() + self.until_next_look()
    }
}
