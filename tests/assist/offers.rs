//! Help that is offered without an invitation: who is heard, what a yes allows, and how a computer is known again.

use std::{path::PathBuf, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use hulp::{
    engine::{
        self, Command, ConsentView, ControlRefusal, ControlView, ExpertEnd, ExpertView,
        HelpersChange, HelpersCommand, HelpersPaper, ListenView, Refusal, Timing,
    },
    invitation::{
        Fingerprint, HelperCard, InvitationState, OrganisationSecret, SentHow, key_words,
    },
    store::{Answer, HelpersDid, LogEvent, LogFilter, RefusedWhy},
};

use super::people::{Person, take_control};

pub fn key(person: &Person) -> Fingerprint {
    engine::identity(&person.store()).unwrap().fingerprint()
}

pub fn card(of: &Person, name: &str) -> HelperCard {
    card_until(of, name, Utc::now() + TimeDelta::days(30))
}

pub fn card_until(of: &Person, name: &str, until: DateTime<Utc>) -> HelperCard {
    let from = until - TimeDelta::days(60);
    HelperCard::new(name, "Helpdesk", key(of), from, until).unwrap()
}

/// Puts a file on the novice's list; gives what became of it.
pub fn add(novice: &Person, text: &str, may_control: bool) -> HelpersChange {
    novice.send(Command::Helpers(HelpersCommand::Seen));
    novice.wait("a fresh list", |view| {
        view.novice.helpers.change.is_none().then_some(())
    });
    let path: PathBuf = novice.file("paper.toml");
    std::fs::write(&path, text).unwrap();
    novice.send(Command::Helpers(HelpersCommand::Read(path)));
    let read = novice.wait("the file to be read", |view| {
        view.novice.helpers.change.clone()
    });
    if !matches!(read, HelpersChange::Read(_)) {
        return read;
    }
    novice.send(Command::Helpers(HelpersCommand::Add { may_control }));
    novice.wait("the list to change", |view| {
        let change = view.novice.helpers.change.clone()?;
        (change != read).then_some(change)
    })
}

pub fn allow_offers(novice: &Person, allow_offers: bool) {
    let settings = engine::SettingsView {
        allow_offers,
        ..novice.view().settings.clone()
    };
    novice.send(Command::save_settings(&novice.view().settings, settings));
}

/// The port of the open door, once that is where the settings of now want it.
pub fn port(novice: &Person) -> u16 {
    novice.wait("an open door", |view| match view.novice.listen {
        ListenView::On { port } if port == view.settings.port => Some(port),
        _ => None,
    })
}

/// A novice who takes offers of this helper.
pub fn taking(expert: &Person, may_control: bool, timing: Timing) -> Person {
    let novice = Person::with_timing(timing);
    let added = add(&novice, &card(expert, "Jan Bakker").to_text(), may_control);
    assert!(matches!(added, HelpersChange::Added { .. }), "{added:?}");
    allow_offers(&novice, true);
    port(&novice);
    novice
}

pub fn offer(expert: &Person, novice: &Person) {
    expert.send(Command::Offer(format!("127.0.0.1:{}", port(novice))));
}

/// The last offer's end; another one can be told from it.
pub fn refused(expert: &Person) -> ExpertEnd {
    let outcome = expert.outcome();
    expert.send(Command::CloseInvitation);
    expert.wait("the page to be left", |view| {
        (view.expert == ExpertView::Nothing).then_some(())
    });
    outcome
}

pub fn not_on_list() -> ExpertEnd {
    ExpertEnd::Refused(Refusal::NotOnList)
}

pub fn offered_by(consent: &ConsentView) -> (String, String, bool) {
    let offered = consent.offered.clone().unwrap();
    let name = consent.helper_name.clone();
    (name, offered.organisation, offered.may_control)
}

#[test]
fn a_helper_on_the_list_offers_help_and_the_yes_makes_an_invitation() {
    let expert = Person::new();
    let novice = taking(&expert, true, Timing::default());
    offer(&expert, &novice);
    let consent = novice.consent();
    assert_eq!(
        offered_by(&consent),
        ("Jan Bakker".into(), "Helpdesk".into(), true)
    );
    assert!(
        !consent.offered.as_ref().unwrap().is_vouched_for,
        "their own word for it"
    );
    assert_eq!(novice.desktop.opened(), Default::default(), "nothing yet");
    let (phrase, computer) = expert.wait("the words", |view| match &view.expert {
        ExpertView::Connecting {
            paper,
            phrase: Some(phrase),
            ..
        } => Some((phrase.clone(), paper.computer.clone().unwrap())),
        _ => None,
    });
    assert_eq!(phrase, consent.phrase, "both see the same words");
    assert_eq!(computer.words, Some(key_words(&key(&novice))));
    assert!(computer.is_new);
    novice.answer(&consent, true);
    assert_eq!(novice.session().helper_name, "Jan Bakker");
    let console = expert.console();
    assert!(console.control_possible);
    expert.sees(&novice.desktop.screen());
    take_control(&novice, &expert);
    let row = novice.view().novice.invitations[0].clone();
    assert_eq!(row.state, InvitationState::InUse);
    let to = "Jan Bakker".to_owned();
    assert_eq!(row.sent, [SentHow::Offer { to }]);
    novice.send(Command::NoviceDisconnect);
    expert.outcome();
    novice.wait_for_state(row.id, InvitationState::Used);
    novice.wait("the question stays away", |view| {
        view.novice.session.is_none().then_some(())
    });
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert!(ended.by_offer);
    let first = ended.first_line.unwrap();
    let filter = LogFilter {
        from_line: Some(first),
        ..LogFilter::default()
    };
    let page = novice.store().log_page(&filter, None, 1000).unwrap();
    let first = page.entries.into_iter().next_back().unwrap();
    assert!(
        matches!(first.line.event, Some(LogEvent::OfferAsked { .. })),
        "{first:?}"
    );
    // Nobody else can be given what came of the offer.
    novice.send(Command::SaveAgain {
        id: row.id,
        path: novice.file("again.hulp"),
    });
    let saved = novice.wait("an answer", |view| view.novice.saved_again.clone());
    assert!(saved.1.is_err(), "{saved:?}");
    let log = novice.log();
    let told = |wanted: fn(&LogEvent) -> bool| log.iter().filter(|event| wanted(event)).count();
    assert_eq!(told(|e| matches!(e, LogEvent::OfferAsked { .. })), 1);
    assert_eq!(
        told(|e| matches!(
            e,
            LogEvent::OfferAnswered {
                answer: Answer::Yes,
                ..
            }
        )),
        1
    );
    assert_eq!(told(|e| matches!(e, LogEvent::ConsentAsked { .. })), 0);
    assert_eq!(told(|e| matches!(e, LogEvent::SessionBegan { .. })), 1);
    assert_eq!(
        told(|e| matches!(
            e,
            LogEvent::Helpers {
                did: HelpersDid::HelperAdded,
                ..
            }
        )),
        1
    );
    // It is known from now on, and the door is open for the next offer.
    offer(&expert, &novice);
    novice.answer(&novice.consent(), true);
    novice.session();
    assert!(
        novice
            .log()
            .iter()
            .any(|e| matches!(e, LogEvent::OfferAsked { .. }))
    );
}

#[test]
fn who_may_only_see_gets_no_control() {
    let expert = Person::new();
    let novice = taking(&expert, false, Timing::default());
    offer(&expert, &novice);
    let consent = novice.consent();
    assert!(!offered_by(&consent).2);
    novice.answer(&consent, true);
    novice.session();
    assert!(!expert.console().control_possible);
    expert.send(Command::TakeControl);
    expert.see_console("no control", |session| {
        session.control_refused == Some(ControlRefusal::PolicyForbids)
    });
    assert_eq!(novice.session().control, ControlView::None, "nobody asked");
}

#[test]
fn strangers_are_refused_before_anything_shows() {
    let (expert, stranger) = (Person::new(), Person::new());
    let novice = taking(&expert, true, Timing::default());
    offer(&stranger, &novice);
    assert_eq!(refused(&stranger), not_on_list());
    assert!(novice.view().novice.consent.is_none());
    // Taking no offers at all is the same to a stranger as to anybody, while the door is open for somebody else.
    let file = novice.invite(None);
    allow_offers(&novice, false);
    novice.wait("the setting", |view| {
        (!view.settings.allow_offers).then_some(())
    });
    offer(&expert, &novice);
    assert_eq!(refused(&expert), not_on_list());
    novice.close();
    let log = novice.log();
    let strangers = log.iter().filter(|event| match event {
        LogEvent::BadConnection { what, .. } => what.as_str().contains("offer of help"),
        _ => false,
    });
    assert!(strangers.count() >= 1, "{log:#?}");
    let asked = |e: &LogEvent| {
        matches!(
            e,
            LogEvent::OfferAsked { .. } | LogEvent::ConsentAsked { .. }
        )
    };
    assert!(!log.iter().any(asked), "{log:#?}");
    drop(file);
}

#[test]
fn the_door_is_open_only_while_offers_are_taken_of_somebody() {
    let expert = Person::new();
    let novice = Person::new();
    allow_offers(&novice, true);
    novice.wait("the setting", |view| {
        view.settings.allow_offers.then_some(())
    });
    assert_eq!(
        novice.view().novice.listen,
        ListenView::Off,
        "nobody is on the list"
    );
    add(&novice, &card(&expert, "Jan").to_text(), true);
    port(&novice);
    let listed = novice.view().novice.helpers.list.helpers[0].clone();
    assert_eq!(listed.card.name, "Jan");
    let remove = HelpersCommand::RemoveHelper(listed.card.key);
    novice.send(Command::Helpers(remove));
    novice.wait("the closed door", |view| {
        (view.novice.listen == ListenView::Off).then_some(())
    });
    add(&novice, &card(&expert, "Jan").to_text(), true);
    let novice = novice.restart();
    port(&novice);
}

#[test]
fn who_was_declined_is_not_heard_at_once_and_each_time_later() {
    let timing = Timing {
        offer_pause: Duration::from_secs(600),
        ..Timing::default()
    };
    let expert = Person::new();
    let novice = taking(&expert, true, timing);
    offer(&expert, &novice);
    novice.answer(&novice.consent(), false);
    assert_eq!(refused(&expert), ExpertEnd::Refused(Refusal::Declined));
    offer(&expert, &novice);
    let ExpertEnd::Refused(Refusal::TooSoon { wait_secs }) = refused(&expert) else {
        panic!("heard too soon");
    };
    assert!((500..=600).contains(&wait_secs), "{wait_secs}");
    assert!(novice.view().novice.consent.is_none());
    novice.close();
    // By the name on the list, not by the one that they say.
    let told = |e: &LogEvent| match e {
        LogEvent::HelperRefused { why, helper, .. } => {
            *why == RefusedWhy::TooSoon && helper.name.as_str() == "Jan Bakker"
        }
        _ => false,
    };
    assert!(novice.log().iter().any(told));
}

#[test]
fn hanging_up_and_no_answer_are_a_no_too() {
    let timing = Timing {
        consent: Duration::from_millis(300),
        offer_pause: Duration::from_millis(1),
        ..Timing::default()
    };
    let expert = Person::new();
    let novice = taking(&expert, true, timing);
    offer(&expert, &novice);
    assert_eq!(refused(&expert), ExpertEnd::Refused(Refusal::NoAnswer));
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
    let timing = Timing {
        offer_pause: Duration::from_secs(600),
        ..Timing::default()
    };
    let novice = taking(&expert, true, timing);
    offer(&expert, &novice);
    let late = novice.consent();
    expert.send(Command::CancelConnect);
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
    novice.answer(&late, true);
    offer(&expert, &novice);
    let again = refused(&expert);
    assert!(
        matches!(again, ExpertEnd::Refused(Refusal::TooSoon { .. })),
        "{again:?}"
    );
    assert!(novice.view().novice.session.is_none());
}

#[test]
fn a_question_goes_when_its_helper_is_taken_off_the_list() {
    let expert = Person::new();
    let novice = taking(&expert, true, Timing::default());
    offer(&expert, &novice);
    let late = novice.consent();
    let remove = HelpersCommand::RemoveHelper(key(&expert));
    novice.send(Command::Helpers(remove));
    assert_eq!(refused(&expert), not_on_list());
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
    novice.answer(&late, true);
    assert!(novice.view().novice.session.is_none());
    novice.close();
    let told = |e: &LogEvent| {
        matches!(
            e,
            LogEvent::OfferAnswered {
                answer: Answer::AskedNoMore,
                ..
            }
        )
    };
    assert!(novice.log().iter().any(told));
}

#[test]
fn one_helper_is_asked_about_at_a_time() {
    let (first, second) = (Person::new(), Person::new());
    let novice = taking(&first, true, Timing::default());
    add(&novice, &card(&second, "Eva").to_text(), true);
    let file = novice.invite(None);
    offer(&first, &novice);
    let consent = novice.consent();
    offer(&second, &novice);
    assert_eq!(refused(&second), ExpertEnd::Refused(Refusal::Busy));
    second.connect(&file, None);
    assert_eq!(second.outcome(), ExpertEnd::Refused(Refusal::Busy));
    assert_eq!(novice.consent(), consent, "the same question all the time");
    novice.answer(&consent, true);
    novice.session();
    first.console();
}

#[test]
fn an_organisation_stands_for_its_helpers_until_it_takes_them_back() {
    let (expert, other) = (Person::new(), Person::new());
    let organisation = OrganisationSecret::generate("Helpdesk of Zuid").unwrap();
    let foreign = OrganisationSecret::generate("Helpdesk of Zuid").unwrap();
    let novice = Person::with_timing(Timing {
        offer_pause: Duration::ZERO,
        ..Timing::default()
    });
    add(&novice, &organisation.organisation().to_text(), false);
    allow_offers(&novice, true);
    // Without a card, with that of another, with one of another organisation, with one that expired.
    offer(&expert, &novice);
    assert_eq!(refused(&expert), not_on_list(), "no card");
    let keep = |card: &HelperCard| expert.store().keep_own_card(card).unwrap();
    keep(&organisation.sign_card(card(&other, "Jan")));
    offer(&expert, &novice);
    assert_eq!(refused(&expert), not_on_list(), "another's card");
    keep(&foreign.sign_card(card(&expert, "Jan")));
    offer(&expert, &novice);
    assert_eq!(refused(&expert), not_on_list(), "another organisation");
    let yesterday = Utc::now() - TimeDelta::days(1);
    keep(&organisation.sign_card(card_until(&expert, "Jan", yesterday)));
    offer(&expert, &novice);
    assert_eq!(refused(&expert), not_on_list(), "expired");
    let tomorrow = Utc::now() + TimeDelta::days(61);
    keep(&organisation.sign_card(card_until(&expert, "Jan", tomorrow)));
    offer(&expert, &novice);
    assert_eq!(refused(&expert), not_on_list(), "not yet");
    assert!(novice.view().novice.consent.is_none());
    let good = organisation.sign_card(card(&expert, "Jan"));
    keep(&good);
    offer(&expert, &novice);
    let consent = novice.consent();
    assert_eq!(
        offered_by(&consent),
        ("Jan".into(), "Helpdesk of Zuid".into(), false)
    );
    assert!(consent.offered.as_ref().unwrap().is_vouched_for);
    // The list of what was taken back works at once, also on a question that is open; an older list brings nobody back.
    let first = organisation.revoke(None, key(&other)).unwrap();
    let second = organisation.revoke(Some(first.clone()), good.key).unwrap();
    let noted = add(&novice, &second.to_text(), true);
    assert!(
        matches!(noted, HelpersChange::TakenBack { helpers: 2, .. }),
        "{noted:?}"
    );
    assert_eq!(refused(&expert), not_on_list(), "taken back");
    let replayed = add(&novice, &first.to_text(), true);
    assert!(matches!(replayed, HelpersChange::Failed(_)), "{replayed:?}");
    offer(&expert, &novice);
    assert_eq!(refused(&expert), not_on_list(), "still taken back");
}

#[test]
fn nothing_is_on_the_list_before_the_user_has_seen_it() {
    let (expert, novice) = (Person::new(), Person::new());
    let path = novice.file("jan.hulpcard");
    let of = card(&expert, "Jan");
    std::fs::write(&path, of.to_text()).unwrap();
    novice.send(Command::Helpers(HelpersCommand::Read(path.clone())));
    let read = novice.wait("the card", |view| view.novice.helpers.change.clone());
    assert_eq!(
        read,
        HelpersChange::Read(HelpersPaper::Card(Box::new(of.clone())))
    );
    assert!(novice.view().novice.helpers.list.helpers.is_empty());
    // What is added is what was seen, whatever lies there by now.
    std::fs::write(&path, card(&novice, "Eva").to_text()).unwrap();
    let add = HelpersCommand::Add { may_control: true };
    novice.send(Command::Helpers(add.clone()));
    novice.wait("the list", |view| {
        let helpers = &view.novice.helpers.list.helpers;
        (helpers.len() == 1 && helpers[0].card == of).then_some(())
    });
    // Once, and not after Cancel.
    novice.send(Command::Helpers(HelpersCommand::Read(path)));
    novice.send(Command::Helpers(HelpersCommand::Seen));
    novice.send(Command::Helpers(add));
    novice.wait("nothing to add", |view| {
        let change = view.novice.helpers.change.as_ref()?;
        matches!(change, HelpersChange::Failed(_)).then_some(())
    });
    assert_eq!(novice.view().novice.helpers.list.helpers.len(), 1);
    novice.close();
    let told = novice.log().into_iter().find_map(|event| match event {
        LogEvent::Helpers {
            key, may_control, ..
        } => Some((key, may_control)),
        _ => None,
    });
    assert_eq!(told, Some((Some(of.key.into()), Some(true))));
}

#[test]
fn files_that_are_none_change_nothing() {
    let novice = Person::new();
    for text in [
        "",
        "<xml/>",
        "hulp-card = 1",
        "hulp-organisation-secret = 1",
    ] {
        let added = add(&novice, text, true);
        assert!(
            matches!(added, HelpersChange::Failed(_)),
            "{text}: {added:?}"
        );
    }
    let list = novice.view().novice.helpers.list.clone();
    assert!(list.helpers.is_empty() && list.organisations.is_empty());
}

#[test]
fn a_changed_key_stops_before_anything_is_said() {
    let expert = Person::new();
    let novice = taking(&expert, true, Timing::default());
    let place = format!("127.0.0.1:{}", port(&novice));
    let known = Fingerprint([9; 32]);
    let store = expert.store();
    store.remember_computer(&place, &known, Utc::now()).unwrap();
    expert.send(Command::Offer(place.clone()));
    let words = key_words(&known);
    let changed = |by_address| ExpertEnd::KeyChanged {
        words: words.clone(),
        by_address,
    };
    assert_eq!(refused(&expert), changed(true));
    assert!(novice.view().novice.consent.is_none());
    assert_eq!(
        store.known_computer(&place).unwrap(),
        Some(known),
        "not replaced"
    );
    let name = format!("localhost:{}", port(&novice));
    store.remember_computer(&name, &known, Utc::now()).unwrap();
    expert.send(Command::Offer(name));
    assert_eq!(refused(&expert), changed(false));
    // Only who says so gets past it, and then it is a new computer.
    expert.send(Command::ForgetComputer(place.clone()));
    expert.send(Command::Offer(place.clone()));
    novice.consent();
    expert.wait("the computer's words", |view| match &view.expert {
        ExpertView::Connecting { paper, .. } => {
            let computer = paper.computer.as_ref()?;
            (computer.is_new && computer.words == Some(key_words(&key(&novice)))).then_some(())
        }
        _ => None,
    });
    expert.wait("the question to be known", |_| {
        (store.known_computer(&place).unwrap() == Some(key(&novice))).then_some(())
    });
}

#[test]
fn places_that_are_none_are_said() {
    let expert = Person::new();
    expert.send(Command::Offer("no computer at all".into()));
    assert_eq!(refused(&expert), ExpertEnd::NoPlace);
    expert.send(Command::Offer("nobody.invalid".into()));
    let unknown = refused(&expert);
    assert!(matches!(unknown, ExpertEnd::NoSuchName(_)), "{unknown:?}");
    expert.send(Command::Offer(format!(
        "127.0.0.1:{}",
        super::ports::free_port()
    )));
    let unreached = refused(&expert);
    assert!(
        matches!(unreached, ExpertEnd::NotReached { .. }),
        "{unreached:?}"
    );
}
