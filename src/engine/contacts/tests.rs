//! Orders and news, one after the other, as they come when something else comes in between.

#![allow(clippy::unwrap_used)]

use tempfile::TempDir;

use super::{
    super::{Command, View, publish::Publisher, view::CallState},
    *,
};
use crate::{
    delivery::{
        contact::{Event, RingEnd, Trust},
        email::Options as SmtpOptions,
    },
    desktop::FakeDesktop,
    invitation::Fingerprint,
    net::Identity,
    screen::Size,
    store::{ContactSettings, Passwords, Store},
};

/// Nothing answers there.
const NOWHERE: &str = "127.0.0.1:9";
const INVITATION: InvitationId = InvitationId([1; 16]);

struct Contacts {
    side: ContactsSide,
    novice: UnboundedReceiver<novice::Order>,
    _expert: UnboundedReceiver<expert::Order>,
    _folder: TempDir,
}

impl std::ops::Deref for Contacts {
    type Target = ContactsSide;

    fn deref(&self) -> &ContactsSide {
        &self.side
    }
}

impl std::ops::DerefMut for Contacts {
    fn deref_mut(&mut self) -> &mut ContactsSide {
        &mut self.side
    }
}

/// Anna's contacts, who is not signed in.
fn annas() -> Contacts {
    let folder = TempDir::new().unwrap();
    let shared = Shared {
        policy: Default::default(),
        store: Store::open(folder.path()).unwrap(),
        identity: Identity::generate().unwrap(),
        desktop: Arc::new(FakeDesktop::new(Size::new(8, 8))),
        publisher: Arc::new(Publisher::new(View::default(), Arc::new(|| ()))),
        threads: Default::default(),
        gate: Default::default(),
        timing: Default::default(),
        passwords: Passwords::for_this_run(),
        proxy: Default::default(),
        smtp: SmtpOptions::default(),
        contact_trust: Trust::System,
        display: String::new(),
        only_helps: false,
        nearby: false,
        tray_words: None,
        speaks: false,
    };
    let (to_novice, novice) = unbounded_channel();
    let (to_expert, _expert) = unbounded_channel();
    let contacts = Contacts {
        side: ContactsSide::new(Arc::new(shared), to_novice, to_expert),
        novice,
        _expert,
        _folder: folder,
    };
    contacts.set_account("anna");
    contacts
}

/// The same, and she has a line.
fn annas_line() -> Contacts {
    let mut contacts = annas();
    contacts.obey(sign_in("geheim"));
    contacts
}

impl Contacts {
    fn set_account(&self, user: &str) {
        let contacts = ContactSettings {
            address: address(user).to_string(),
            server: NOWHERE.to_owned(),
            ..ContactSettings::default()
        };
        let publisher = &self.shared.publisher;
        publisher.change(|view| view.settings.contacts = contacts);
    }

    fn view(&self) -> ContactsView {
        self.shared.publisher.peek().contacts.clone()
    }

    /// Ben offers help.
    fn ring(&mut self) -> RingId {
        let id = RingId(7);
        self.hear(Event::Ring(Ring {
            id,
            from: address("ben"),
            name: "Ben".into(),
            is_contact: true,
            asked_for: AskedFor::Helping,
            key: Some(Fingerprint([7; 32])),
        }));
        id
    }

    fn accept(&mut self, ring: RingId) {
        self.obey(ContactCommand::Answer { ring, accept: true });
    }

    /// The invitations that the novice's side is asked to make, and to withdraw.
    fn asked(&mut self) -> (usize, Vec<InvitationId>) {
        let (mut made, mut withdrawn) = (0, vec![]);
        while let Ok(order) = self.novice.try_recv() {
            match order {
                novice::Order::InviteFor(..) => made += 1,
                novice::Order::Command(command) => match *command {
                    Command::Withdraw(id) => withdrawn.push(id),
                    other => panic!("{other:?}"),
                },
                _ => panic!("something else is asked"),
            }
        }
        (made, withdrawn)
    }
}

fn address(user: &str) -> Address {
    format!("{user}@example.org").parse().unwrap()
}

fn sign_in(password: &str) -> ContactCommand {
    let password = Some(Secret(Zeroizing::new(password.to_owned())));
    ContactCommand::SignIn { password }
}

fn paper() -> Option<(InvitationId, Zeroizing<String>)> {
    Some((INVITATION, Zeroizing::new("paper".to_owned())))
}

#[tokio::test]
async fn a_password_goes_to_the_account_that_it_was_looked_for_alone() {
    let mut contacts = annas();
    let known = Zeroizing::new("geheim".to_owned());
    let anna = address("anna");
    (contacts.shared.passwords).keep(PasswordFor::Contacts, anna.as_str(), anna.domain(), &known);
    contacts.obey(ContactCommand::SignIn { password: None });
    contacts.set_account("other");
    let (_, found) = contacts.done.recv().await.unwrap();
    contacts.finish(found);
    assert_eq!(contacts.line.as_ref().unwrap().address, anna);
}

#[tokio::test]
async fn an_offer_is_accepted_once_and_then_not_declined() {
    let mut contacts = annas_line();
    let ring = contacts.ring();
    contacts.accept(ring);
    assert_eq!(contacts.view().rings, [], "the question still stands");
    contacts.accept(ring);
    contacts.obey(ContactCommand::Answer {
        ring,
        accept: false,
    });
    assert_eq!(contacts.asked(), (1, vec![]));
    contacts.answer_offer(ring, paper());
    assert_eq!(contacts.asked(), (0, vec![]));
}

#[tokio::test]
async fn an_invitation_that_cannot_go_to_its_helper_any_more_is_withdrawn() {
    let ended = |ring| Event::RingEnded(ring, RingEnd::Withdrawn);
    // The offer ends while the invitation is made,
    let mut contacts = annas_line();
    let ring = contacts.ring();
    contacts.accept(ring);
    contacts.hear(ended(ring));
    contacts.answer_offer(ring, paper());
    assert_eq!(contacts.asked(), (1, vec![INVITATION]));
    // just before it is sent,
    let ring = contacts.ring();
    contacts.accept(ring);
    contacts.answer_offer(ring, paper());
    contacts.hear(ended(ring));
    assert_eq!(contacts.asked(), (1, vec![INVITATION]));
    // and with the line.
    let ring = contacts.ring();
    contacts.accept(ring);
    contacts.obey(ContactCommand::SignOut);
    contacts.answer_offer(ring, paper());
    assert_eq!(contacts.asked(), (1, vec![INVITATION]));
}

#[tokio::test]
async fn the_calls_end_when_the_server_refuses_the_account() {
    let mut contacts = annas_line();
    contacts.ring();
    contacts.call(Some(INVITATION), address("ben"), AskedFor::Helping);
    assert_eq!(contacts.view().call.unwrap().state, CallState::Ringing);
    let why = ContactError::WrongPassword;
    contacts.finish(Done::News(News::Line(LineState::Refused(why.clone()))));
    let view = contacts.view();
    assert_eq!(view.rings, []);
    assert_eq!(view.call.unwrap().state, CallState::Failed(why));
}

#[tokio::test]
async fn who_signs_out_without_a_line_is_forgotten_too() {
    let mut contacts = annas_line();
    let anna = address("anna");
    let known = Zeroizing::new("geheim".to_owned());
    let shared = contacts.shared.clone();
    let keep =
        || (shared.passwords).keep(PasswordFor::Contacts, anna.as_str(), anna.domain(), &known);
    keep();
    contacts.finish(Done::News(News::Line(LineState::Refused(
        ContactError::WrongPassword,
    ))));
    contacts.obey(ContactCommand::SignOut);
    while (shared.passwords)
        .find(PasswordFor::Contacts, anna.as_str(), anna.domain())
        .is_some()
    {
        tokio::task::yield_now().await;
    }
}
