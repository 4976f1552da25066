//! The administrator's policy at work: it closes each thing that it can close, on the novice's side and for whatever a helper's side
//! says, at the start and while Hulp runs; and settings that others change.
#![cfg(all(unix, not(target_os = "macos")))]

use std::{fs, path::Path, time::Duration};

use chrono::{SecondsFormat, TimeDelta, Utc};
use hulp::{
    engine::{
        Command, ContactCommand, ContactLine, ControlEnd, ControlRefusal, ControlView, End,
        ExpertEnd, FixedSetting, InviteFault, InviteHow, InviteRequest, InviteView, MailState,
        MailTo, PolicyError, PolicyTrouble, Refusal, RelayWay, Relays, View,
    },
    input::InputEvent,
    invitation::{InvitationId, InvitationState},
    protocol::ToNovice,
    session::ExpertEvent,
    store::{ControlEndedHow, LogEvent, RefusedWhy, SessionEndedWhy},
};

use super::{
    peer::Peer,
    people::{PATIENCE, Person, key, read, take_control},
    relay::Relay,
};

const INVITATIONS_OFF: &str = "allow_invitations = false";
const VIEW_ONLY: &str = "control = \"view only\"";

fn request(novice: &Person) -> InviteRequest {
    InviteRequest {
        name: "Mia".into(),
        message: String::new(),
        lifetime: Duration::from_secs(3600),
        password: None,
        how: InviteHow::File(novice.file("asked.hulp")),
    }
}

fn fault(novice: &Person, request: InviteRequest) -> InviteFault {
    novice.ask(request);
    novice.wait("the fault", |view| match &view.novice.invite {
        InviteView::Failed(fault) => Some(fault.clone()),
        InviteView::Saved { .. } => panic!("it was made"),
        _ => None,
    })
}

fn refused(peer: &mut Peer) -> Option<Refusal> {
    match peer.hear(|event| matches!(event, ExpertEvent::Refused(_) | ExpertEvent::Ended(_)))? {
        ExpertEvent::Refused(refusal) => Some(refusal),
        _ => None,
    }
}

fn is_fixed(view: &View, setting: FixedSetting) -> Option<()> {
    view.settings.fixes(setting).then_some(())
}

fn sees_policy(novice: &Person, setting: FixedSetting) {
    novice.wait("the policy", |view| is_fixed(view, setting));
}

/// A novice and an expert in a session, under a policy.
fn in_session_under(policy: &str) -> (Person, Person, InvitationId) {
    let (novice, expert) = (Person::under_policy(policy), Person::new());
    let file = novice.invite(None);
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    novice.session();
    expert.console();
    (novice, expert, read(&file).id)
}

#[test]
fn no_invitation_is_made_where_policy_forbids_them_whatever_the_user_sets() {
    let novice = Person::under_policy(INVITATIONS_OFF);
    sees_policy(&novice, FixedSetting::AllowInvitations);
    assert!(!novice.view().settings.allow_invitations);
    let mut settings = novice.view().settings.clone();
    settings.allow_invitations = true;
    settings.name = "Grietje".into();
    settings.fixed.clear();
    novice.send(Command::save_settings(&novice.view().settings, settings));
    novice.wait("the settings", |view| {
        (view.settings.name == "Grietje").then_some(())
    });
    assert!(!novice.view().settings.allow_invitations);
    sees_policy(&novice, FixedSetting::AllowInvitations);
    assert_eq!(fault(&novice, request(&novice)), InviteFault::PolicyForbids);
    assert!(!novice.file("asked.hulp").exists());
    // The user's own is as it was, for the day when the administrator takes the policy away.
    novice.set_policy(None);
    novice.wait("freedom", |view| {
        view.settings.allow_invitations.then_some(())
    });
    novice.invite(None);
}

#[test]
fn an_invitation_on_its_way_is_refused_once_policy_forbids_it() {
    let (novice, other) = (Person::who_tells_the_late(), Person::new());
    let file = novice.invite(None);
    novice.set_policy(Some(INVITATIONS_OFF));
    sees_policy(&novice, FixedSetting::AllowInvitations);
    assert_eq!(
        refused(&mut Peer::hello(&file)),
        Some(Refusal::PolicyForbids)
    );
    other.connect(&file, None);
    assert_eq!(other.outcome(), ExpertEnd::Refused(Refusal::PolicyForbids));
    assert!(novice.view().novice.consent.is_none());
    assert_eq!(novice.desktop.opened(), Default::default());
    let log = novice.log();
    let told = log.iter().any(|event| {
        matches!(event, LogEvent::HelperRefused { why, .. } if *why == RefusedWhy::PolicyForbids)
    });
    assert!(told, "{log:#?}");
    let holds = log.iter().any(|event| {
        matches!(event, LogEvent::PolicyHolds { keys, faults, .. }
            if keys.len() == 1 && faults.is_empty() && keys[0].key.as_str() == "allow_invitations")
    });
    assert!(holds, "{log:#?}");
}

#[test]
fn a_question_and_a_session_end_when_policy_forbids_them() {
    let novice = Person::new();
    let file = novice.invite(None);
    let mut peer = Peer::hello(&file);
    let question = novice.consent();
    novice.set_policy(Some(INVITATIONS_OFF));
    assert_eq!(refused(&mut peer), Some(Refusal::PolicyForbids));
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
    novice.answer(&question, true);
    assert_eq!(novice.desktop.opened(), Default::default());

    let (novice, expert, id) = in_session_under("");
    take_control(&novice, &expert);
    novice.set_policy(Some(INVITATIONS_OFF));
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::PolicyForbids));
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert_eq!(ended.end, End::PolicyForbids);
    novice.wait_for_state(id, InvitationState::Used);
    assert_eq!(novice.desktop.opened().injectors_now, 0);
    let ended = novice.log().into_iter().any(|event| {
        matches!(event, LogEvent::SessionEnded { why, .. } if why == SessionEndedWhy::PolicyForbids)
    });
    assert!(ended);
}

#[test]
fn view_only_stays_so_against_a_helper_who_sends_input_anyway() {
    let novice = Person::under_policy(VIEW_ONLY);
    let mut settings = novice.view().settings.clone();
    settings.allow_control = true;
    novice.send(Command::save_settings(&novice.view().settings, settings));
    let file = novice.invite(None);
    let mut peer = Peer::hello(&file);
    novice.answer(&novice.consent(), true);
    let started = peer.hear(|event| matches!(event, ExpertEvent::Started { .. }));
    let Some(ExpertEvent::Started {
        control_possible, ..
    }) = started
    else {
        panic!("{started:?}");
    };
    assert!(!control_possible);
    for _ in 0..2 {
        peer.rules.ask_control(std::time::Instant::now());
        peer.say_honestly();
        let answer = peer.hear(|event| matches!(event, ExpertEvent::ControlRefused(_)));
        assert!(matches!(
            answer,
            Some(ExpertEvent::ControlRefused(ControlRefusal::PolicyForbids))
        ));
    }
    // A late or invented click of the window's does not help.
    for question in 0..20 {
        let allow = true;
        novice.send(Command::AnswerControl { question, allow });
    }
    peer.say(ToNovice::Input {
        grant: 1,
        events: vec![InputEvent::PointerMoved { x: 1, y: 1 }, key(0x61, true)],
    });
    assert!(peer.finds_itself_dropped());
    novice.wait("the end", |view| view.novice.ended.clone());
    assert_eq!(novice.desktop.opened().injectors, 0);
}

#[test]
fn control_ends_when_policy_becomes_view_only_and_the_session_goes_on() {
    let (novice, expert, _) = in_session_under("files = true");
    take_control(&novice, &expert);
    expert.input(&[key(0xffe1, true)]);
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |d| !d.held().is_empty())
    );
    novice.set_policy(Some(VIEW_ONLY));
    let console = expert.see_console("the end of control", |session| {
        session.control == ControlView::None
    });
    assert_eq!(console.last_control_end, Some(ControlEnd::PolicyForbids));
    assert!(novice.desktop.wait_until(PATIENCE, |d| d.held().is_empty()));
    novice.wait("the end of control", |view| {
        let session = view.novice.session.as_ref()?;
        (session.last_control_end == Some(ControlEnd::PolicyForbids)).then_some(())
    });
    assert_eq!(novice.desktop.opened().injectors_now, 0);
    let ended = novice.log().into_iter().any(|event| {
        matches!(event, LogEvent::ControlEnded { how, .. } if how == ControlEndedHow::PolicyForbids)
    });
    assert!(ended);
    expert.send(Command::TakeControl);
    expert.see_console("the refusal", |session| {
        session.control_refused == Some(ControlRefusal::PolicyForbids)
    });
    novice.set_policy(None);
    novice.wait("freedom", |view| view.settings.allow_control.then_some(()));
    take_control(&novice, &expert);
}

#[test]
fn a_question_for_control_goes_when_control_is_forbidden() {
    let (novice, expert, _) = in_session_under("");
    expert.send(Command::TakeControl);
    let question = novice.wait("the question", |view| {
        match view.novice.session.as_ref()?.control {
            ControlView::Asked { question, .. } => Some(question),
            _ => None,
        }
    });
    // The user's own setting does it, too.
    let mut settings = novice.view().settings.clone();
    settings.allow_control = false;
    novice.send(Command::save_settings(&novice.view().settings, settings));
    expert.see_console("the refusal", |session| {
        session.control_refused == Some(ControlRefusal::PolicyForbids)
    });
    novice.wait("the question to go", |view| {
        let session = view.novice.session.as_ref()?;
        (session.control == ControlView::None).then_some(())
    });
    novice.send(Command::AnswerControl {
        question,
        allow: true,
    });
    assert_eq!(novice.desktop.opened().injectors, 0);
}

#[test]
fn invitations_travel_only_in_the_ways_that_policy_allows() {
    let novice = Person::who_tells_the_late();
    let file = novice.invite(None);
    let id = read(&file).id;
    novice.set_policy(Some("ways = [\"code\"]"));
    novice.wait("the policy", |view| view.policy.fixes_ways.then_some(()));
    assert_eq!(fault(&novice, request(&novice)), InviteFault::WayForbidden);
    // What went out as a file before is refused to whoever has it.
    assert_eq!(
        refused(&mut Peer::hello(&file)),
        Some(Refusal::PolicyForbids)
    );
    novice.send(Command::SaveAgain {
        id,
        path: novice.file("again.hulp"),
    });
    let (_, saved) = novice.wait("the fault", |view| view.novice.saved_again.clone());
    assert!(saved.unwrap_err().contains("administrator"));
    assert!(!novice.file("again.hulp").exists());
    let to = MailTo {
        to: "bram@example.org".into(),
        near: novice.file("mail.hulp"),
    };
    for command in [
        Command::MailAgain { id, to: to.clone() },
        Command::MailByHand { id, to },
    ] {
        novice.send(command);
        let mail = novice.wait("the fault", |view| view.novice.mail.clone());
        assert!(
            matches!(&mail.state, MailState::NotSaved(why) if why.contains("administrator")),
            "{mail:?}"
        );
    }
    novice.send(Command::AskAgain {
        id,
        to: "bram@example.org".parse().unwrap(),
    });
    novice.set_policy(Some("ways = [\"file\"]"));
    novice.wait("the policy", |view| {
        view.policy
            .ways
            .has(hulp::engine::InviteWay::File)
            .then_some(())
    });
    novice.send(Command::MakeCode(id));
    novice.ask(request(&novice));
    novice.wait("an invitation", |view| {
        view.novice.invite.waits().then_some(())
    });
    assert_eq!(novice.view().contacts.call, None);
    assert_eq!(novice.view().novice.code, None);
    // With the file it came, and so it may come again.
    let _peer = Peer::hello(&file);
    novice.consent();
}

#[test]
fn no_invitation_holds_for_longer_than_policy_says_also_none_of_before() {
    let novice = Person::under_policy("longest_lifetime = \"2h\"");
    let mut asked = request(&novice);
    asked.lifetime = Duration::from_secs(2 * 3600 + 1);
    let longest_secs = 2 * 3600;
    assert_eq!(
        fault(&novice, asked),
        InviteFault::Lifetime { longest_secs }
    );
    let (old, young) = (novice.invite(None), novice.invite(None));
    // As if it had been made half an hour ago.
    let made = Utc::now() - TimeDelta::minutes(30);
    sql(&novice)
        .execute(
            "UPDATE invitations SET made = ?1 WHERE id = ?2",
            (
                made.to_rfc3339_opts(SecondsFormat::Secs, true),
                read(&old).id.0,
            ),
        )
        .unwrap();
    novice.set_policy(Some("longest_lifetime = \"20m\""));
    novice.wait_for_state(read(&old).id, InvitationState::Expired);
    let mut peer = Peer::hello(&old);
    assert!(matches!(refused(&mut peer), Some(Refusal::Expired(_))));
    novice.wait("a shorter time", |view| {
        let mut rows = view.novice.invitations.iter();
        let row = rows.find(|row| row.id == read(&young).id)?;
        (row.expires - row.made == TimeDelta::minutes(20)).then_some(())
    });
    let _peer = Peer::hello(&young);
    novice.consent();
}

/// The store's database, past the store.
pub fn sql(novice: &Person) -> rusqlite::Connection {
    let database = rusqlite::Connection::open(novice.file("store/hulp.sqlite")).unwrap();
    database.busy_timeout(PATIENCE).unwrap();
    database
}

#[test]
fn relays_and_servers_are_those_of_the_policy() {
    let relay = Relay::open();
    let novice =
        Person::under_policy("relays = \"none\"\nmailbox = \"wss://mailbox.org.example/v1\"");
    relay.is_used_by(&novice);
    novice.wait("the settings", |view| {
        (view.settings.proxy == "none").then_some(())
    });
    assert_eq!(novice.view().settings.relays, Relays::None);
    assert_eq!(
        novice.view().settings.mailbox,
        "wss://mailbox.org.example/v1"
    );
    assert_eq!(
        read(&novice.invite(None)).meeting,
        None,
        "no relay knows of it"
    );
    let of_policy = Relay::open();
    novice.set_policy(Some(&format!(
        "relays = \"own\"\nrelay = \"{}\"\nrelay_token = \"{}\"",
        of_policy.url(),
        super::relay::TOKEN
    )));
    novice.wait("the relay", |view| {
        (view.novice.ways.relay == RelayWay::Open).then_some(())
    });
    let meeting = read(&novice.invite(None)).meeting.unwrap();
    assert_eq!(meeting.relay.as_deref(), Some(of_policy.url()));
    // Nothing of it was kept as the user's own.
    novice.close();
    let settings = fs::read_to_string(novice.file("store/settings.toml")).unwrap();
    assert!(!settings.contains(of_policy.url()), "{settings}");
    assert!(!settings.contains("mailbox.org.example"), "{settings}");
}

#[test]
fn contacts_are_not_used_where_it_is_not_known_through_which_server() {
    let novice = Person::under_policy("contacts_server = \"two words\"");
    let mut settings = novice.view().settings.clone();
    settings.contacts.address = "mia@localhost".into();
    novice.send(Command::save_settings(&novice.view().settings, settings));
    novice.send(Command::Contacts(ContactCommand::SignIn {
        password: Some(super::people::secret("hush")),
    }));
    novice.wait("the refusal", |view| {
        (view.contacts.line == ContactLine::NotAllowed).then_some(())
    });
    let mut asked = request(&novice);
    asked.how = InviteHow::Contact("bram@localhost".parse().unwrap());
    assert_eq!(fault(&novice, asked), InviteFault::WayForbidden);
    novice.set_policy(None);
    novice.wait("another try", |view| {
        (view.contacts.line != ContactLine::NotAllowed).then_some(())
    });
}

#[test]
fn nobody_is_let_in_without_a_log_where_policy_requires_one() {
    let (novice, expert, _) = in_session_under("log_required = true");
    let file = novice.invite(None);
    let database = sql(&novice);
    database
        .execute_batch(
            "CREATE TRIGGER disk_is_full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'disk is full'); END",
        )
        .unwrap();
    // The session goes on until something is to be written down.
    expert.send(Command::TakeControl);
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::PolicyForbids));
    novice.wait("what is wrong", |view| view.policy.log_fails.then_some(()));
    let mut peer = Peer::hello(&file);
    assert_eq!(refused(&mut peer), Some(Refusal::PolicyForbids));
    assert!(novice.view().novice.consent.is_none());
    // Without that key the log is written when it can be.
    novice.set_policy(Some("log_required = false"));
    novice.wait("the policy", |view| (!view.policy.log_fails).then_some(()));
    let mut peer = Peer::hello(&file);
    novice.consent();
    // And with it, whoever is asked about goes.
    novice.set_policy(Some("log_required = true"));
    assert_eq!(refused(&mut peer), Some(Refusal::PolicyForbids));
    novice.wait("what is wrong", |view| view.policy.log_fails.then_some(()));
    // The first who comes once it can be written again gets in.
    database.execute_batch("DROP TRIGGER disk_is_full").unwrap();
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    novice.session();
    novice.wait("nothing wrong", |view| {
        (!view.policy.log_fails).then_some(())
    });
}

#[test]
fn a_yes_that_cannot_be_written_down_lets_nobody_in() {
    let novice = Person::under_policy("log_required = true");
    let file = novice.invite(None);
    let mut peer = Peer::hello(&file);
    let question = novice.consent();
    sql(&novice)
        .execute_batch(
            "CREATE TRIGGER disk_is_full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'disk is full'); END",
        )
        .unwrap();
    novice.answer(&question, true);
    assert_eq!(refused(&mut peer), Some(Refusal::PolicyForbids));
    novice.close(); // so that whatever began has come to its end
    assert_eq!(novice.desktop.opened(), Default::default());
}

#[test]
fn the_organisations_words_stand_beside_the_questions() {
    let novice = Person::under_policy(
        "consent_text_see = \"Ask for the badge.\"\nconsent_text_control = \"Stay here.\"",
    );
    let view = novice.view();
    assert_eq!(
        view.policy.consent_text_see.as_deref(),
        Some("Ask for the badge.")
    );
    assert_eq!(
        view.policy.consent_text_control.as_deref(),
        Some("Stay here.")
    );
    assert!(view.settings.fixed.is_empty());
}

#[test]
fn a_policy_that_cannot_be_read_closes_everything_and_is_said() {
    let novice = Person::who_tells_the_late();
    let file = novice.invite(None);
    novice.set_policy(Some("files = "));
    let trouble = novice.wait("what is wrong", |view| view.policy.trouble.clone());
    assert!(matches!(
        trouble,
        PolicyTrouble::Unreadable(PolicyError::Syntax { line: 1, .. })
    ));
    let settings = novice.view().settings.clone();
    assert!(!settings.allow_invitations && !settings.allow_control);
    assert_eq!(
        refused(&mut Peer::hello(&file)),
        Some(Refusal::PolicyForbids)
    );
    assert_eq!(fault(&novice, request(&novice)), InviteFault::PolicyForbids);
    novice.set_policy(Some("files = true\nfils = true"));
    let trouble = novice.wait("what is wrong", |view| {
        match view.policy.trouble.clone()? {
            PolicyTrouble::Faulty(faults) => Some(faults),
            PolicyTrouble::Unreadable(_) => None,
        }
    });
    assert_eq!(trouble.len(), 1);
    novice.invite(None);
    novice.set_policy(None);
    novice.wait("freedom", |view| {
        (view.policy == Default::default()).then_some(())
    });
    let log = novice.log();
    let policies: Vec<_> = (log.iter())
        .filter(|event| {
            matches!(
                event,
                LogEvent::PolicyUnreadable { .. }
                    | LogEvent::PolicyHolds { .. }
                    | LogEvent::PolicyGone
            )
        })
        .collect();
    assert!(
        matches!(
            policies[..],
            [
                LogEvent::PolicyUnreadable { .. },
                LogEvent::PolicyHolds { .. },
                LogEvent::PolicyGone
            ]
        ),
        "{policies:#?}"
    );
}

#[test]
fn a_policy_that_others_can_write_closes_everything() {
    let novice = Person::new();
    novice.set_policy(Some("allow_invitations = true"));
    sees_policy(&novice, FixedSetting::AllowInvitations);
    novice.invite(None);
    set_mode(&novice.file("policy/policy.toml"), 0o666);
    let trouble = novice.wait("what is wrong", |view| view.policy.trouble.clone());
    assert!(matches!(
        trouble,
        PolicyTrouble::Unreadable(PolicyError::Writable { .. })
    ));
    assert_eq!(fault(&novice, request(&novice)), InviteFault::PolicyForbids);
    // As after a start.
    let novice = novice.restart();
    assert!(!novice.view().settings.allow_invitations);
    assert!(novice.view().policy.trouble.is_some());
    set_mode(&novice.file("policy/policy.toml"), 0o644);
    novice.wait("trust", |view| view.policy.trouble.is_none().then_some(()));
    novice.invite(None);
}

fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn settings_that_another_hulp_keeps_are_taken_over() {
    let novice = Person::new();
    kept(&novice, "map_port = false"); // or it would be kept over what the other keeps
    let other = novice.second_window();
    let mut settings = other.view().settings.clone();
    settings.name = "Grietje".into();
    settings.allow_control = false;
    settings.relay_token = super::people::secret("hush-hush");
    other.send(Command::save_settings(&other.view().settings, settings));
    novice.wait("the settings", |view| {
        let is_so = view.settings.name == "Grietje" && !view.settings.allow_control;
        is_so.then_some(())
    });
    assert_eq!(novice.view().settings.relay_token.0.as_str(), "hush-hush");
    let told = |event: &LogEvent| match event {
        LogEvent::SettingsTakenOver { changes } => {
            let mut names = changes.iter().map(|change| change.setting.as_str());
            names.any(|name| name == "allow_control")
        }
        _ => false,
    };
    assert_eq!(novice.log().iter().filter(|event| told(event)).count(), 1);
    // And they hold.
    let expert = Person::new();
    expert.connect(&novice.invite(None), None);
    novice.answer(&novice.consent(), true);
    assert!(!expert.console().control_possible);
}

#[test]
fn saving_changes_what_the_user_changed_and_nothing_else() {
    let novice = Person::new();
    let began = novice.view().settings.clone();
    // Meanwhile another window closes something, and sets up a relay.
    let mut other = began.clone();
    other.allow_control = false;
    other.relay = "https://relay.example.org".into();
    other.relay_token = super::people::secret("hush-hush");
    novice.send(Command::save_settings(&began, other));
    let mut mine = began.clone();
    mine.name = "Grietje".into();
    novice.send(Command::save_settings(&began, mine.clone()));
    let (_, text) = kept(&novice, "Grietje");
    assert!(text.contains("allow_control = false"), "{text}");
    let settings = novice.view().settings.clone();
    assert_eq!(settings.name, "Grietje");
    assert!(!settings.allow_control);
    assert_eq!(settings.relay, "https://relay.example.org");
    assert_eq!(settings.relay_token.0.as_str(), "hush-hush");
    // A token is not taken to another relay.
    let before = mine.clone();
    mine.relay = "https://relay.example.com".into();
    novice.send(Command::save_settings(&before, mine));
    kept(&novice, "relay.example.com");
    assert_eq!(novice.view().settings.relay_token.0.as_str(), "");
}

#[test]
fn of_a_policy_with_a_thousand_faults_the_log_tells_the_first() {
    let novice = Person::new();
    let wrong: String = (0..1000)
        .map(|n| format!("\"{}{n}\" = 1\n", "\\\"".repeat(20)))
        .collect();
    novice.set_policy(Some(&wrong));
    novice.wait("the policy", |view| view.policy.trouble.clone());
    let logged = |event: &LogEvent| {
        matches!(event, LogEvent::PolicyHolds { keys, faults, left_out }
            if keys.len() == 20 && faults.len() == 20 && *left_out == 2 * 980)
    };
    let log = novice.log();
    assert!(log.iter().any(logged), "{log:?}");
}

/// The settings' file and its text, once this stands in it.
fn kept(novice: &Person, words: &str) -> (std::path::PathBuf, String) {
    let file = novice.file("store/settings.toml");
    let text = novice.wait("the settings to be kept", |_| {
        let text = fs::read_to_string(&file).ok()?;
        text.contains(words).then_some(text)
    });
    (file, text)
}

#[test]
fn settings_that_are_changed_by_hand_are_taken_over() {
    let novice = Person::new();
    let (file, text) = kept(&novice, "allow_invitations = true");
    fs::write(
        &file,
        text.replace("allow_invitations = true", "allow_invitations = false"),
    )
    .unwrap();
    novice.wait("the settings", |view| {
        (!view.settings.allow_invitations).then_some(())
    });
    assert_eq!(fault(&novice, request(&novice)), InviteFault::NotAllowed);
    // A policy goes before.
    novice.set_policy(Some("allow_invitations = true"));
    novice.wait("the policy", |view| {
        view.settings.allow_invitations.then_some(())
    });
    novice.invite(None);
}

#[test]
fn a_settings_file_that_becomes_none_is_kept_aside_and_said() {
    let novice = Person::new();
    let mut settings = novice.view().settings.clone();
    settings.allow_control = false;
    novice.send(Command::save_settings(&novice.view().settings, settings));
    let (file, before) = kept(&novice, "allow_control = false");
    fs::write(&file, "allow_control = perhaps").unwrap();
    let broken = novice.wait("what is wrong", |view| view.broken_settings.clone());
    assert!(!broken.defaults_hold);
    assert_eq!(
        fs::read_to_string(broken.kept_as.unwrap()).unwrap(),
        "allow_control = perhaps"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    assert!(!novice.view().settings.allow_control);
    assert!(novice.log().iter().any(|event| {
        matches!(event, LogEvent::SettingsSpoilt { kept_as } if kept_as.as_str().contains("broken"))
    }));
    // Saving settings puts an end to it.
    novice.send(Command::save_settings(
        &novice.view().settings,
        novice.view().settings.clone(),
    ));
    novice.wait("nothing wrong", |view| {
        view.broken_settings.is_none().then_some(())
    });

    // At a start the same holds.
    novice.close();
    fs::write(&file, "\u{0}").unwrap();
    let novice = novice.restart();
    let broken = novice.view().broken_settings.clone().unwrap();
    assert!(!broken.defaults_hold && broken.kept_as.unwrap().exists());
    assert!(!novice.view().settings.allow_control);
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    // Where no good ones are left, nothing is allowed, and that is said.
    novice.close();
    fs::write(&file, "\u{0}").unwrap();
    fs::remove_file(novice.file("store/settings.last.toml")).unwrap();
    let novice = novice.restart();
    let broken = novice.view().broken_settings.clone().unwrap();
    assert!(broken.defaults_hold);
    let settings = &novice.view().settings;
    assert!(!settings.allow_invitations && !settings.allow_control);
    assert_eq!(fault(&novice, request(&novice)), InviteFault::NotAllowed);
}

#[test]
fn a_settings_file_that_is_gone_while_hulp_runs_is_written_anew_and_said() {
    let novice = Person::new();
    let mut settings = novice.view().settings.clone();
    settings.allow_control = false;
    novice.send(Command::save_settings(&novice.view().settings, settings));
    let (file, before) = kept(&novice, "allow_control = false");
    type Spoils = fn(&Path);
    let ways: [(Spoils, bool); 3] = [
        (|file| fs::remove_file(file).unwrap(), false),
        (
            |file| {
                fs::remove_file(file).unwrap();
                fs::create_dir(file).unwrap();
            },
            true,
        ),
        (
            |file| {
                fs::remove_file(file).unwrap();
                let made = std::process::Command::new("mkfifo").arg(file).status();
                assert!(made.unwrap().success());
            },
            true,
        ),
    ];
    for (spoil, is_broken) in ways {
        spoil(&file);
        let broken = novice.wait("what is wrong", |view| view.broken_settings.clone());
        assert!(!broken.defaults_hold);
        assert_eq!(broken.kept_as.is_some(), is_broken);
        assert_eq!(fs::read_to_string(&file).unwrap(), before);
        assert!(!novice.view().settings.allow_control);
        novice.send(Command::save_settings(
            &novice.view().settings,
            novice.view().settings.clone(),
        ));
        novice.wait("nothing wrong", |view| {
            view.broken_settings.is_none().then_some(())
        });
    }
    let log = novice.log();
    assert!(log.contains(&LogEvent::SettingsGone));
    assert!(
        !log.iter()
            .any(|event| matches!(event, LogEvent::SettingsTakenOver { .. }))
    );
}
