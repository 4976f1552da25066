//! The user's contacts: one task signs in and stays signed in, and knows which call belongs to which invitation. What comes of a
//! call is an ordinary invitation, made by the novice's side and opened by the expert's.

mod calls;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, sync::Arc, time::Duration};

use chrono::Utc;
use tokio::{
    sync::{
        mpsc::{self, UnboundedReceiver, UnboundedSender, unbounded_channel},
        oneshot,
    },
    task::{JoinHandle, spawn_blocking},
    time::timeout,
};
use zeroize::Zeroizing;

use super::{
    command::{ContactCommand, Secret},
    expert, novice,
    shared::Shared,
    view::{ContactLine, ContactsView},
};
use crate::{
    delivery::contact::{
        Account, Address, AskedFor, CallId, ContactError, LineState, News, Ring, RingId, Wish, stay,
    },
    invitation::InvitationId,
    store::{ContactDid, LogEvent, LogText, PasswordFor, PasswordKept},
};

/// Wishes that may wait for the line.
const MAX_WISHES: usize = 64;
/// How long saying goodbye to the server may take.
const GOODBYE_PATIENCE: Duration = Duration::from_secs(2);

/// The rings of one line have numbers of their own: room for so many, in bits.
const RINGS_OF_A_LINE_BITS: u32 = 32;

/// What reaches the contacts.
pub(super) enum Order {
    /// A user's wish.
    Command(ContactCommand),
    /// Whether others than contacts may call.
    LetStrangersRing(bool),
    /// The administrator's policy is another one.
    PolicyChanged,
    /// From the novice's side: this invitation for a contact.
    Ask(InvitationId, Address, Zeroizing<String>),
    /// From the novice's side: the invitation for somebody who offered help, or none.
    Answer(RingId, Option<(InvitationId, Zeroizing<String>)>),
    /// From the novice's side: this invitation has ended.
    Ended(InvitationId),
    /// From the expert's side: the user helps somebody, and offers help to nobody else meanwhile.
    Busy,
    /// Say goodbye; answered when that is done.
    Close(oneshot::Sender<()>),
}

/// What was done beside.
enum Done {
    News(News),
    /// Of this account, whatever the settings say by now.
    Password(Whose, Option<Zeroizing<String>>),
    Kept(PasswordKept),
}

/// The user's contacts.
pub(super) struct ContactsSide {
    shared: Arc<Shared>,
    to_novice: UnboundedSender<novice::Order>,
    to_expert: UnboundedSender<expert::Order>,
    line: Option<SignedIn>,
    /// What belongs to the line of now has its number.
    number: u64,
    tell: UnboundedSender<(u64, Done)>,
    done: UnboundedReceiver<(u64, Done)>,
    last_call: u64,
    calls: HashMap<CallId, Called>,
    rings: Vec<Ring>,
    /// Offers that the user accepted, and the invitation that went there, once it is made.
    accepted: HashMap<RingId, Option<InvitationId>>,
}

/// An account, and the server for it where the settings name one.
struct Whose {
    address: Address,
    server: Option<String>,
}

struct SignedIn {
    address: Address,
    server: Option<String>,
    wishes: mpsc::Sender<Wish>,
    /// Kept when the server has taken it.
    typed: Option<Zeroizing<String>>,
    task: JoinHandle<()>,
}

struct Called {
    invitation: Option<InvitationId>,
    to: Address,
}

impl ContactsSide {
    pub(super) fn new(
        shared: Arc<Shared>,
        to_novice: UnboundedSender<novice::Order>,
        to_expert: UnboundedSender<expert::Order>,
    ) -> Self {
        let (tell, done) = unbounded_channel();
        Self {
            shared,
            to_novice,
            to_expert,
            line: None,
            number: 0,
            tell,
            done,
            last_call: 0,
            calls: HashMap::new(),
            rings: vec![],
            accepted: HashMap::new(),
        }
    }

    /// Runs until it is closed.
    pub(super) async fn run(mut self, mut orders: UnboundedReceiver<Order>) {
        let has_account = !(self.shared.publisher.peek().settings.contacts.address).is_empty();
        if has_account && !self.shared.only_helps {
            self.sign_in(None);
        }
        let closing = loop {
            tokio::select! {
                order = orders.recv() => match order {
                    Some(Order::Command(command)) => self.obey(command),
                    Some(Order::LetStrangersRing(yes)) => {
                        self.try_wish(Wish::LetStrangersRing(yes));
                    }
                    Some(Order::PolicyChanged) => self.keep_to_policy(),
                    Some(Order::Ask(id, to, paper)) => {
                        self.call(Some(id), to, AskedFor::Help(paper));
                    }
                    Some(Order::Answer(ring, made)) => self.answer_offer(ring, made),
                    Some(Order::Ended(id)) => self.take_back(|called| called.invitation == Some(id)),
                    Some(Order::Busy) => self.take_back(|called| called.invitation.is_none()),
                    Some(Order::Close(done)) => break Some(done),
                    None => break None,
                },
                Some((number, done)) = self.done.recv() => {
                    if number == self.number {
                        self.finish(done);
                    }
                }
            }
        };
        if let Some(line) = self.line.take() {
            drop(line.wishes);
            let _ = timeout(GOODBYE_PATIENCE, line.task).await; // gone either way
        }
        if let Some(closing) = closing {
            let _ = closing.send(());
        }
    }

    fn obey(&mut self, command: ContactCommand) {
        match command {
            ContactCommand::SignIn { password } => self.sign_in(password),
            ContactCommand::SignOut => self.sign_out(),
            ContactCommand::Add(typed) => match typed.parse::<Address>() {
                Ok(who) => {
                    self.log(&who, ContactDid::Added);
                    self.wish(Wish::Add(who));
                }
                Err(error) => self.show(|view| view.trouble = Some(error)),
            },
            ContactCommand::Rename(who, name) => self.wish(Wish::Rename(who, name)),
            ContactCommand::Remove(who) => {
                self.log(&who, ContactDid::Removed);
                self.wish(Wish::Remove(who));
            }
            ContactCommand::LetSee(who, yes) => {
                let did = match yes {
                    true => ContactDid::LetSee,
                    false => ContactDid::NotLetSee,
                };
                self.log(&who, did);
                self.wish(Wish::LetSee(who, yes));
            }
            ContactCommand::Answer { ring, accept } => self.answer(ring, accept),
            ContactCommand::OfferHelp(who) => self.call(None, who, AskedFor::Helping),
            ContactCommand::TakeBack => self.take_back(|_| true),
        }
    }

    /// Refuses the calls that the policy does not let through, and signs in at the server that it names now, or nowhere.
    fn keep_to_policy(&mut self) {
        self.keep_rings_to_policy();
        let may = self.shared.policy().lets_use_contacts();
        let settings = self.shared.publisher.peek().settings.contacts.clone();
        let may_again = may && self.peek().line == ContactLine::NotAllowed;
        let server = Some(settings.server).filter(|server| !server.is_empty());
        let is_elsewhere = self.line.as_ref().is_some_and(|line| line.server != server);
        let has_account = !settings.address.is_empty();
        if has_account && (!may || may_again || is_elsewhere) {
            self.sign_in(None);
        }
    }

    /// With the password that was typed, or else the one that is known.
    fn sign_in(&mut self, typed: Option<Secret>) {
        self.leave();
        if !self.shared.policy().lets_use_contacts() {
            return self.show(|view| view.line = ContactLine::NotAllowed);
        }
        let settings = self.shared.publisher.peek().settings.contacts.clone();
        let address = match settings.address.parse::<Address>() {
            Ok(address) => address,
            Err(error) => return self.show(|view| view.line = ContactLine::Refused(error)),
        };
        let server = (!settings.server.is_empty()).then_some(settings.server);
        let whose = Whose { address, server };
        if let Some(Secret(password)) = typed {
            return self.open_line(whose, password.clone(), Some(password));
        }
        self.show(|view| view.line = ContactLine::LookingForPassword);
        let (shared, done, number) = (self.shared.clone(), self.tell.clone(), self.number);
        tokio::spawn(async move {
            let (user, domain) = (whose.address.as_str(), whose.address.domain());
            let found = shared
                .find_password(PasswordFor::Contacts, user, domain)
                .await;
            let _ = done.send((number, Done::Password(whose, found)));
        });
    }

    fn open_line(
        &mut self,
        Whose { address, server }: Whose,
        password: Zeroizing<String>,
        typed: Option<Zeroizing<String>>,
    ) {
        let publisher = &self.shared.publisher;
        let account = Account {
            address: address.clone(),
            password,
            server: server.clone(),
            trust: self.shared.contact_trust.clone(),
            key: self.shared.identity.fingerprint(),
            rings_after: RingId(self.number << RINGS_OF_A_LINE_BITS),
            strangers_may_ring: publisher.peek().settings.contacts.strangers_may_ring,
        };
        let (wishes, wished) = mpsc::channel(MAX_WISHES);
        let (done, number) = (self.tell.clone(), self.number);
        let task = tokio::spawn(stay(account, wished, move |news| {
            let _ = done.send((number, Done::News(news)));
        }));
        self.line = Some(SignedIn {
            address,
            server,
            wishes,
            typed,
            task,
        });
        self.show(|view| view.line = ContactLine::Connecting);
    }

    fn sign_out(&mut self) {
        let address = match &self.line {
            Some(line) => Some(line.address.clone()),
            None => (self.shared.publisher.peek().settings.contacts.address)
                .parse()
                .ok(),
        };
        if let Some(address) = address {
            self.log(&address, ContactDid::SignedOut);
            let shared = self.shared.clone();
            spawn_blocking(move || {
                let passwords = &shared.passwords;
                passwords.forget(PasswordFor::Contacts, address.as_str(), address.domain());
            });
        }
        self.leave();
    }

    /// Leaves the line of now: it says goodbye by itself.
    fn leave(&mut self) {
        self.number += 1;
        self.line = None;
        self.forget_calls();
        self.show(|view| *view = ContactsView::default());
    }

    /// Without a line nothing rings, neither here nor there.
    fn forget_calls(&mut self) {
        self.calls.clear();
        self.rings.clear();
        self.accepted.clear();
    }

    fn finish(&mut self, done: Done) {
        match done {
            Done::Password(whose, Some(password)) => self.open_line(whose, password, None),
            Done::Password(_, None) => self.show(|view| view.line = ContactLine::NeedsPassword),
            Done::Kept(kept) => self.show(|view| view.password = Some(kept)),
            Done::News(News::Line(state)) => self.line_is(state),
            Done::News(News::People(people)) => {
                let people = Arc::new(people);
                self.show(|view| view.people = people);
            }
            Done::News(News::Event(event)) => self.hear(event),
        }
    }

    fn line_is(&mut self, state: LineState) {
        if state == LineState::Online {
            self.signed_in();
        }
        let line = match state {
            LineState::Connecting => {
                // What went wrong stays to be read until it is better.
                if matches!(self.peek().line, ContactLine::Lost(..)) {
                    return;
                }
                ContactLine::Connecting
            }
            LineState::Online => ContactLine::Online,
            LineState::Lost(why, pause) => {
                tracing::info!(%why, "no contact server");
                ContactLine::Lost(why, pause)
            }
            LineState::Refused(why) => {
                self.line = None;
                self.calls_failed(&why);
                ContactLine::Refused(why)
            }
        };
        self.show(|view| view.line = line);
    }

    fn signed_in(&mut self) {
        let Some(line) = &mut self.line else { return };
        let Some(password) = line.typed.take() else {
            return;
        };
        let address = line.address.clone();
        self.log(&address, ContactDid::SignedIn);
        let (shared, done, number) = (self.shared.clone(), self.tell.clone(), self.number);
        spawn_blocking(move || {
            let (user, domain) = (address.as_str(), address.domain());
            let passwords = &shared.passwords;
            let kept = passwords.keep(PasswordFor::Contacts, user, domain, &password);
            let _ = done.send((number, Done::Kept(kept)));
        });
    }

    fn wish(&self, wish: Wish) {
        self.show(|view| view.trouble = None);
        if !self.try_wish(wish) {
            self.show(|view| view.trouble = Some(ContactError::NotConnected));
        }
    }

    /// False when there is nobody to wish it from.
    fn try_wish(&self, wish: Wish) -> bool {
        self.line
            .as_ref()
            .is_some_and(|line| line.wishes.try_send(wish).is_ok())
    }

    fn peek(&self) -> ContactsView {
        self.shared.publisher.peek().contacts.clone()
    }

    fn show(&self, change: impl FnOnce(&mut ContactsView)) {
        let mut view = self.peek();
        change(&mut view);
        if view != self.shared.publisher.peek().contacts {
            self.shared.publisher.change(|all| all.contacts = view);
        }
    }

    fn log(&self, contact: &Address, did: ContactDid) {
        let event = LogEvent::Contact {
            contact: LogText::from(contact.as_str()),
            did,
        };
        if let Err(error) = self.shared.store.log(&event, Utc::now()) {
            tracing::error!(%error, "the store failed");
        }
    }
}
