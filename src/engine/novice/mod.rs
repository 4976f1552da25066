//! This computer as the one that gets help: one task decides everything here, one thing after the other, so that no two helpers
//! can race for an invitation, a password's last try, or the novice's attention.

mod codes;
mod comeback;
mod contacts;
mod doors;
mod guest;
mod guests;
mod helped;
mod invitations;
mod log_words;
mod mail;
mod present;
mod proxy;
mod strangers;

use std::{collections::HashMap, sync::Arc, time::Instant};

use chrono::Utc;
use tokio::sync::{
    mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    oneshot,
};

use self::{
    codes::CodeTask,
    doors::{AtTheDoors, Doors},
    guest::{FromGuest, GuestId, ToGuest},
    guests::GuestEntry,
    invitations::Done,
    present::Present,
    strangers::{Refusals, Strangers},
};
use super::view::SettingsView;
use super::{Command, contacts as contacts_side, shared::Shared};
use crate::{
    delivery::contact::{Address, RingId},
    desktop::Edge,
    invitation::{Fingerprint, InvitationId},
    net::without_password,
    session::{ControlEnd, End},
    store::{LogEvent, NetworkSettings, Ownership, SettingChange, Settings, StoreError},
};

/// The same refusal of helpers from the same place, or a break of their line, is written down so often in a minute, which is more
/// than people try; who still has an old invitation could fill the disk otherwise.
const REFUSALS_TOLD_AT_ONCE: u32 = 10;

/// What reaches the novice's side from the window.
pub(super) enum Order {
    /// A user's wish.
    Command(Command),
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
    settings: Settings,
    /// Nothing of this side is touched without it.
    ownership: Option<Ownership>,
    doors: Doors,
    guests: HashMap<GuestId, GuestEntry>,
    from_guests: Inbox<(GuestId, FromGuest)>,
    strangers: Strangers,
    refusals: Refusals,
    /// Breaks of the line that were written down already.
    breaks: Strangers,
    /// Whoever is asked about or here.
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
        settings: Settings,
        to_contacts: UnboundedSender<contacts_side::Order>,
    ) -> Self {
        Self {
            shared,
            to_contacts,
            settings,
            ownership: None,
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
        }
    }

    /// Runs until it is closed.
    pub(super) async fn run(mut self, mut orders: UnboundedReceiver<Order>) {
        self.own();
        self.begin_with_proxy();
        self.look_after();
        let closing = loop {
            let next_look = self.next_look();
            tokio::select! {
                order = orders.recv() => match order {
                    Some(Order::Command(command)) => self.obey(command),
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
                () = tokio::time::sleep_until(next_look.into()) => self.look_after(),
            }
            self.show_edge();
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
            Command::NoviceEndSeen => self.change_view(|view| view.ended = None),
            Command::SaveSettings(settings) => {
                self.shared.publisher.take_settings();
                self.save_settings(settings);
            }
            // The rest is the expert's side's.
            Command::Open(_)
            | Command::TakeByCode(_)
            | Command::Connect { .. }
            | Command::CancelConnect
            | Command::CloseInvitation
            | Command::TakeControl
            | Command::ReleaseControl
            | Command::Input(_)
            | Command::ExpertChat(_)
            | Command::PlacePane { .. }
            | Command::Watch(_)
            | Command::ExpertDisconnect
            | Command::Contacts(_) => {}
        }
    }

    fn save_settings(&mut self, view: SettingsView) {
        let (proxy, proxy_password) = without_password(&view.proxy);
        let settings = SettingsView { proxy, ..view }.to_keep();
        if let Err(error) = self.shared.store.keep_settings(&settings) {
            tracing::error!(%error, "the settings were not kept");
            let kept = SettingsView::of(&self.settings);
            self.shared.publisher.show_kept_settings(kept);
            return;
        }
        let old = std::mem::replace(&mut self.settings, settings);
        let changes: Vec<SettingChange> = self.settings.changes_since(&old);
        if !changes.is_empty() {
            self.log(&LogEvent::SettingsChanged { changes });
        }
        self.proxy_is_set(proxy_password);
        let of_doors = |settings: &Settings| NetworkSettings {
            mailbox: String::new(),
            ..settings.network.clone()
        };
        if of_doors(&self.settings) != of_doors(&old) {
            self.change_doors();
        }
        let kept = SettingsView::of(&self.settings);
        self.shared.publisher.show_kept_settings(kept);
    }

    /// A name for the next guest or question.
    fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    fn log(&self, event: &LogEvent) {
        self.check("log", self.shared.store.log(event, Utc::now()));
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
