//! What was acknowledged is there again, after kill -9 too, and what was tampered with shows.

#![allow(clippy::unwrap_used)]

#[path = "store/log.rs"]
mod log;
#[path = "store/offers.rs"]
mod offers;
#[path = "store/pictures.rs"]
mod pictures;

use std::{
    collections::HashMap,
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use hulp::{
    invitation::{
        EndpointId, EndpointKey, Fingerprint, InvitationId, InvitationRecord, InvitationState,
        MeetingPoint, NewInvitation, PASSWORD_ATTEMPTS, PasswordSalt, PasswordVerifier, RelayToken,
        SentHow,
    },
    language::Language,
    store::{
        Answer, CodeUse, ContactDid, ContactSettings, ControlEndedHow, ControlRefusedWhy,
        EmailSecurity, EmailSettings, EmailWay, Helper, HelpersDid, InvitationEnd, LogDamage,
        LogEvent, LogFault, LogFilter, LogForm, LogLine, LogText, MAX_WAYS_KEPT, NetworkSettings,
        PictureMoment, PolicyEntry, RefusedWhy, Relays, SessionEndedWhy, Settings, SettingsFound,
        Store, StoreError, WindowLook, chosen_language, describe_verdict,
    },
};
use rusqlite::Connection;

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00.123456Z".parse().unwrap()
}

fn record(name: &str) -> InvitationRecord {
    let new = NewInvitation {
        name: name.into(),
        message: "Line one\nline two, ünïcode".into(),
        lifetime: Duration::from_secs(3600),
        addresses: vec![
            "192.0.2.7:4857".parse().unwrap(),
            "[2001:db8::7]:4857".parse().unwrap(),
        ],
        meeting: Some((
            MeetingPoint {
                endpoint: EndpointId([6; 32]),
                relay: Some("https://relay.example.org/".into()),
                token: None,
                hints: vec!["192.0.2.7:51820".parse().unwrap()],
            },
            EndpointKey([7; 32]),
        )),
        novice_key: Fingerprint([5; 32]),
        password: None,
        sent: SentHow::File("/home/anna/Invitation from Anna.hulp".into()),
    };
    new.make(now()).unwrap()
}

fn with_password(mut record: InvitationRecord) -> InvitationRecord {
    let salt = PasswordSalt {
        salt: [8; 16],
        memory_kib: 65536,
        passes: 3,
    };
    record.invitation.password = Some(salt);
    record.verifier = Some(PasswordVerifier { salt, key: [9; 32] });
    record
}

fn open() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    (folder, store)
}

/// All of the log, the oldest first.
fn lines(store: &Store) -> Vec<LogLine> {
    let page = store.log_page(&LogFilter::default(), None, usize::MAX);
    let entries = page.unwrap().entries.into_iter().rev();
    entries.map(|entry| entry.line).collect()
}

fn database(folder: &Path) -> Connection {
    Connection::open(folder.join("hulp.sqlite")).unwrap()
}

#[test]
fn invitations_come_back_as_they_were() {
    let (folder, store) = open();
    let mut older = record("Anna");
    older.invitation.made -= TimeDelta::hours(1);
    let newer = with_password(record("Bert"));
    store.add_invitation(&older).unwrap();
    store.add_invitation(&newer).unwrap();
    assert!(
        store.add_invitation(&older).is_err(),
        "one name, one invitation"
    );
    drop(store);

    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.invitations().unwrap(), [newer.clone(), older.clone()]);
    assert_eq!(
        store.invitation(newer.invitation.id).unwrap(),
        Some(newer.clone())
    );
    assert_eq!(store.invitation(InvitationId([0; 16])).unwrap(), None);

    let sent = |id| store.invitation(id).unwrap().unwrap().sent;
    let mut ways = newer.sent.clone();
    for way in [
        SentHow::File("/media/stick/x.hulp".into()),
        SentHow::Email {
            to: "zoë@hulp.test".into(),
        },
        SentHow::Email { to: "".into() },
        SentHow::Code,
        SentHow::Contact {
            address: "bjørn@hulp.test".into(),
        },
    ] {
        store.add_sent(newer.invitation.id, &way).unwrap();
        ways.push(way);
        assert_eq!(sent(newer.invitation.id), ways);
    }
    // The same way once more is the latest, and stands there once.
    store.add_sent(newer.invitation.id, &newer.sent[0]).unwrap();
    ways.rotate_left(1);
    assert_eq!(sent(newer.invitation.id), ways);
    for number in 0..100 {
        let way = SentHow::File(format!("{number}.hulp").into());
        store.add_sent(newer.invitation.id, &way).unwrap();
    }
    assert_eq!(sent(newer.invitation.id).len(), MAX_WAYS_KEPT);
    assert_eq!(sent(older.invitation.id), older.sent);

    store.delete_invitation(newer.invitation.id).unwrap();
    assert_eq!(store.invitations().unwrap(), [older]);
}

#[test]
fn an_ended_invitation_never_opens_again() {
    use InvitationState as S;
    let (_folder, store) = open();
    for end in [S::Used, S::Expired, S::Withdrawn, S::Voided] {
        let record = record("Anna");
        let id = record.invitation.id;
        store.add_invitation(&record).unwrap();
        assert!(store.set_state(id, S::InUse).unwrap());
        assert!(store.set_state(id, S::Open).unwrap());
        assert!(store.set_state(id, S::InUse).unwrap());
        assert!(store.set_state(id, end).unwrap());
        for later in [
            S::Open,
            S::InUse,
            S::Used,
            S::Expired,
            S::Withdrawn,
            S::Voided,
        ] {
            assert!(
                !store.set_state(id, later).unwrap(),
                "{end:?} became {later:?}"
            );
        }
        assert_eq!(store.invitation(id).unwrap().unwrap().state, end);
    }
    assert!(!store.set_state(InvitationId([0; 16]), S::Open).unwrap());
}

#[test]
fn there_are_five_tries_however_many_ask_at_once() {
    let (folder, store) = open();
    let record = with_password(record("Anna"));
    let id = record.invitation.id;
    store.add_invitation(&record).unwrap();
    let other_process = Store::open(folder.path()).unwrap();
    let taken: Vec<u8> = std::thread::scope(|scope| {
        let askers: Vec<_> = (0..40)
            .map(|n| {
                let store = if n % 2 == 0 { &store } else { &other_process };
                scope.spawn(move || store.take_attempt(id).unwrap())
            })
            .collect();
        askers
            .into_iter()
            .filter_map(|asker| asker.join().unwrap())
            .collect()
    });
    assert_eq!(taken.len(), usize::from(PASSWORD_ATTEMPTS));
    assert_eq!(
        taken.iter().collect::<std::collections::HashSet<_>>().len(),
        5,
        "{taken:?}"
    );
    assert_eq!(
        Store::open(folder.path())
            .unwrap()
            .take_attempt(id)
            .unwrap(),
        None
    );

    store.give_attempt_back(id).unwrap();
    assert_eq!(store.take_attempt(id).unwrap(), Some(0));
    (0..20).for_each(|_| store.give_attempt_back(id).unwrap());
    assert_eq!(
        store.invitation(id).unwrap().unwrap().attempts_left,
        PASSWORD_ATTEMPTS
    );

    store.set_state(id, InvitationState::Withdrawn).unwrap();
    assert_eq!(store.take_attempt(id).unwrap(), None);
    assert_eq!(store.take_attempt(InvitationId([0; 16])).unwrap(), None);
}

#[test]
fn declines_are_counted() {
    let (_folder, store) = open();
    let record = record("Anna");
    store.add_invitation(&record).unwrap();
    let counts: Vec<u8> = (0..3)
        .map(|_| store.count_decline(record.invitation.id).unwrap())
        .collect();
    assert_eq!(counts, [1, 2, 3]);
    assert_eq!(store.count_decline(InvitationId([0; 16])).unwrap(), 0);
}

#[test]
fn what_is_due_expires_once() {
    let (_folder, store) = open();
    let (open, in_use, later) = (record("A"), record("B"), record("C"));
    for record in [&open, &in_use, &later] {
        store.add_invitation(record).unwrap();
    }
    store
        .set_state(in_use.invitation.id, InvitationState::InUse)
        .unwrap();
    let expires = open.invitation.expires;
    assert_eq!(
        store
            .expire_due(expires - TimeDelta::milliseconds(1))
            .unwrap(),
        []
    );
    let mut later_one = later.clone();
    later_one.invitation.id = InvitationId([1; 16]);
    later_one.invitation.expires += TimeDelta::days(1);
    store.add_invitation(&later_one).unwrap();
    let mut due = store.expire_due(expires).unwrap();
    due.sort();
    let mut expected = [open.invitation.id, later.invitation.id];
    expected.sort();
    assert_eq!(due, expected);
    assert_eq!(store.expire_due(expires).unwrap(), []);
    assert_eq!(
        store
            .invitation(in_use.invitation.id)
            .unwrap()
            .unwrap()
            .state,
        InvitationState::InUse
    );
    assert_eq!(
        store
            .invitation(later_one.invitation.id)
            .unwrap()
            .unwrap()
            .state,
        InvitationState::Open
    );
}

#[test]
fn after_a_crash_what_was_in_use_waits_again() {
    let (_folder, store) = open();
    let (in_use, guessed, ended) = (record("A"), record("B"), record("C"));
    for record in [&in_use, &guessed, &ended] {
        store.add_invitation(record).unwrap();
    }
    store
        .set_state(in_use.invitation.id, InvitationState::InUse)
        .unwrap();
    store
        .set_state(ended.invitation.id, InvitationState::Used)
        .unwrap();
    for left in (0..PASSWORD_ATTEMPTS).rev() {
        assert_eq!(
            store.take_attempt(guessed.invitation.id).unwrap(),
            Some(left)
        );
    }
    store.recover().unwrap();
    let state = |record: &InvitationRecord| {
        store
            .invitation(record.invitation.id)
            .unwrap()
            .unwrap()
            .state
    };
    assert_eq!(state(&in_use), InvitationState::Open);
    assert_eq!(state(&guessed), InvitationState::Voided);
    assert_eq!(state(&ended), InvitationState::Used);
}

#[test]
fn helpers_are_remembered_by_their_key() {
    let (folder, store) = open();
    let key = Fingerprint([1; 32]);
    assert_eq!(store.helper(&key).unwrap(), None);
    store.remember_helper(&key, "Kees", now()).unwrap();
    store
        .remember_helper(&key, "Kees Jansen", now() + TimeDelta::days(1))
        .unwrap();
    drop(store);
    let known = Store::open(folder.path())
        .unwrap()
        .helper(&key)
        .unwrap()
        .unwrap();
    assert_eq!((known.name.as_str(), known.sessions), ("Kees Jansen", 2));
    assert_eq!(known.last.to_rfc3339(), "2026-11-24T09:00:00+00:00");
}

#[test]
fn settings_are_kept_and_made_sane() {
    let (folder, store) = open();
    assert_eq!(store.settings().unwrap(), SettingsFound::Missing);
    assert_eq!(kept(&store), Settings::default());
    let mine = Settings {
        allow_invitations: true,
        name: "Zoë \"Z\" Müller".into(),
        language: Some(Language::German),
        look: WindowLook::Dark,
        text_size: 150,
        allow_control: false,
        allow_offers: true,
        show_edge: false,
        start_with_desktop: true,
        keep_pictures: true,
        longest_lifetime_secs: 7200,
        port: 5000,
        network: NetworkSettings {
            mailbox: "wss://mailbox.hulp.test/v1".into(),
            map_port: false,
            relays: Relays::Own,
            relay: "https://relay.hulp.test".into(),
            relay_token: RelayToken(String::from("geheim").into()),
            proxy: "http://zoe:geheim@proxy.hulp.test:3128".into(),
        },
        email: EmailSettings {
            way: EmailWay::Server,
            address: "zoe@hulp.test".into(),
            server: "smtp.hulp.test".into(),
            port: 465,
            security: EmailSecurity::Tls,
            user: "zoe".into(),
        },
        contacts: ContactSettings {
            address: "zoë@hulp.test".into(),
            server: "chat.hulp.test:5223".into(),
            strangers_may_ring: true,
        },
    };
    store.keep_settings(&mine).unwrap();
    assert_eq!(kept(&Store::open(folder.path()).unwrap()), mine);
    assert_eq!(chosen_language(folder.path()), Some(Language::German));

    let file = folder.path().join("settings.toml");
    fs::write(
        &file,
        "port = 0\ntext_size = 900\nlongest_lifetime_secs = 99999999999\nfuture = [1]\n",
    )
    .unwrap();
    let loaded = store.settings_at_start(true, now()).unwrap();
    assert_eq!(loaded.mended, None);
    assert_eq!(
        (loaded.settings.port, loaded.settings.longest_lifetime_secs),
        (4857, 366 * 86400)
    );
    assert_eq!(loaded.settings.text_size, 200);
    assert!(loaded.settings.allow_invitations);
    assert_eq!(loaded.settings.email, EmailSettings::default());

    let changes = mine.changes_since(&Settings::default());
    let names: Vec<_> = changes
        .iter()
        .map(|change| change.setting.as_str())
        .collect();
    assert!(!format!("{changes:?}").contains("geheim"));
    assert_eq!(
        names,
        [
            "name",
            "language",
            "allow_control",
            "allow_offers",
            "show_edge",
            "start_with_desktop",
            "keep_pictures",
            "longest_lifetime_secs",
            "port",
            "network.mailbox",
            "network.map_port",
            "network.relays",
            "network.relay",
            "network.relay_token",
            "network.proxy",
            "email",
            "contacts"
        ]
    );
}

/// The settings as a start finds them.
fn kept(store: &Store) -> Settings {
    store.settings_at_start(true, now()).unwrap().settings
}

/// Nothing that opens this computer to others.
fn nothing_allowed(settings: &Settings) -> bool {
    !(settings.allow_invitations
        || settings.allow_control
        || settings.allow_offers
        || settings.contacts.strangers_may_ring)
}

#[test]
fn the_language_is_known_before_the_store_is_open() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(chosen_language(folder.path()), None);
    assert_eq!(folder.path().read_dir().unwrap().count(), 0, "left alone");
    let write = |name, text| fs::write(folder.path().join(name), text).unwrap();
    write("settings.last.toml", "language = \"fr\"");
    assert_eq!(chosen_language(folder.path()), Some(Language::French));
    write("settings.toml", "language = \"tlh\"");
    assert_eq!(chosen_language(folder.path()), Some(Language::French));
    write("settings.toml", "language = \"nl\"");
    assert_eq!(chosen_language(folder.path()), Some(Language::Dutch));
    write("settings.toml", "port = 5000");
    assert_eq!(chosen_language(folder.path()), None, "the system's");
}

#[test]
fn broken_settings_are_kept_aside_and_allow_nothing() {
    let nonsense: [&[u8]; 6] = [
        b"port = \"many\"",
        b"[[[",
        b"\xff\xfe\0",
        &vec![b'#'; 1 << 20],
        b"port = -1",
        b"language = \"tlh\"",
    ];
    for bytes in nonsense {
        let (folder, store) = open();
        let file = folder.path().join("settings.toml");
        fs::write(&file, bytes).unwrap();
        let loaded = store.settings_at_start(false, now()).unwrap();
        assert!(nothing_allowed(&loaded.settings));
        assert_eq!(loaded.mended, None, "another Hulp mends it");
        assert_eq!(fs::read(&file).unwrap(), bytes);

        let loaded = store.settings_at_start(true, now()).unwrap();
        assert!(nothing_allowed(&loaded.settings));
        let mended = loaded.mended.unwrap();
        assert!(mended.defaults_hold);
        let aside = mended.kept_as.unwrap();
        let name = "settings.broken-20261123T090000Z.toml";
        assert_eq!(aside, folder.path().join(name));
        assert_eq!(fs::read(aside).unwrap(), bytes);
        // And so it stays until the user says something else.
        let again = store.settings_at_start(true, now()).unwrap();
        assert!(nothing_allowed(&again.settings));
        assert_eq!(again.mended, None);
        fs::remove_file(&file).unwrap();
        assert!(nothing_allowed(&kept(&store)));
    }
}

#[test]
fn the_last_good_settings_hold_where_the_file_is_lost() {
    let (folder, store) = open();
    let file = folder.path().join("settings.toml");
    let mut mine = Settings {
        name: "Anna".into(),
        allow_control: false,
        ..Settings::default()
    };
    mine.network.relay = "https://relay.example.org".into();
    mine.network.relay_token = RelayToken("hush-hush".to_owned().into());
    store.keep_settings(&mine).unwrap();
    type Spoils = fn(&Path);
    let ways: [(Spoils, bool); 4] = [
        (|file| fs::remove_file(file).unwrap(), false),
        (|file| fs::write(file, "[[[").unwrap(), true),
        (|file| fs::write(file, vec![b'#'; 1 << 20]).unwrap(), true),
        (
            |file| {
                fs::remove_file(file).unwrap();
                fs::create_dir(file).unwrap();
            },
            true,
        ),
    ];
    for (n, (spoil, is_broken)) in ways.into_iter().enumerate() {
        spoil(&file);
        let at = now() + TimeDelta::seconds(n as i64);
        let loaded = store.settings_at_start(false, at).unwrap();
        assert_eq!((&loaded.settings, loaded.mended), (&mine, None));
        let loaded = store.settings_at_start(true, at).unwrap();
        assert_eq!(loaded.settings, mine);
        let mended = loaded.mended.unwrap();
        assert!(!mended.defaults_hold);
        assert_eq!(
            mended.kept_as.map(|aside| aside.exists()),
            is_broken.then_some(true)
        );
        assert_eq!(
            store.settings().unwrap(),
            SettingsFound::Kept(Box::new(mine.clone()))
        );
    }
    // By hand as well.
    fs::write(&file, "allow_invitations = false").unwrap();
    assert!(!kept(&store).allow_invitations);
    fs::remove_file(&file).unwrap();
    assert!(!kept(&store).allow_invitations);
    // And if they are broken, too, that opens nothing.
    fs::remove_file(&file).unwrap();
    fs::write(folder.path().join("settings.last.toml"), "[[[").unwrap();
    assert!(nothing_allowed(&kept(&store)));
}

/// Makes a pipe of this name, into which nobody writes.
#[cfg(unix)]
fn make_pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

#[cfg(unix)]
#[test]
fn nothing_waits_for_a_pipe_in_the_place_of_a_file() {
    let (folder, store) = open();
    let path = |name: &str| folder.path().join(name);
    store.log(&LogEvent::Paused, now()).unwrap();
    let mine = Settings {
        allow_control: false,
        ..Settings::default()
    };
    store.keep_settings(&mine).unwrap();
    for name in ["settings.toml", "log.head"] {
        fs::remove_file(path(name)).unwrap();
        make_pipe(&path(name));
    }
    make_pipe(&path("relay.token"));
    make_pipe(&path("identity.pem"));
    assert_eq!(store.settings().unwrap(), SettingsFound::Broken);
    assert!(!kept(&store).allow_control);
    assert!(store.settings_seen().is_ok());
    assert!(matches!(
        store.secret_text("identity.pem"),
        Err(StoreError::Damaged(_))
    ));
    assert_eq!(store.verify_log().unwrap().faults, [LogFault::HeadLost]);
    drop(store);
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.verify_log().unwrap().faults, [LogFault::HeadLost]);
}

#[test]
fn secrets_are_kept_whole() {
    let (folder, store) = open();
    assert!(store.secret_text("identity.pem").unwrap().is_none());
    store.keep_secret_text("identity.pem", "one").unwrap();
    store.keep_secret_text("identity.pem", "two\n").unwrap();
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(
        store.secret_text("identity.pem").unwrap().unwrap().as_str(),
        "two\n"
    );
    fs::write(folder.path().join("identity.pem"), [0xff, 0xfe]).unwrap();
    assert!(matches!(
        store.secret_text("identity.pem"),
        Err(StoreError::Damaged(_))
    ));
}

#[cfg(unix)]
#[test]
fn files_are_replaced_not_rewritten() {
    let (folder, store) = open();
    let named = |name: &str| Settings {
        name: name.into(),
        ..Settings::default()
    };
    store.keep_settings(&named("old")).unwrap();
    store.keep_secret_text("identity.pem", "old").unwrap();
    let held = ["settings.toml", "identity.pem"]
        .map(|name| fs::File::open(folder.path().join(name)).unwrap());
    store.keep_settings(&named("new")).unwrap();
    store.keep_secret_text("identity.pem", "new").unwrap();
    for file in held {
        // Whoever reads on in the old one, or whatever a crash leaves, is whole.
        assert!(std::io::read_to_string(file).unwrap().contains("old"));
    }
    assert_eq!(kept(&store).name, "new");
}

#[test]
fn the_relays_token_stands_in_a_file_of_its_own_and_nowhere_else() {
    let (folder, store) = open();
    let mut settings = Settings::default();
    settings.network.relays = Relays::Own;
    settings.network.relay = "https://relay.example.org".into();
    settings.network.relay_token = RelayToken("hush-hush".to_owned().into());
    settings.network.proxy = "http://anna:hush-hush@proxy.example.org:3128".into();
    store.keep_settings(&settings).unwrap();
    assert_eq!(kept(&store), settings);
    let changes = settings.changes_since(&Settings::default());
    let event = LogEvent::SettingsChanged { changes };
    store.log(&event, now()).unwrap();
    let report = printed(&store);
    assert!(report.contains("network.relay_token") && report.contains("proxy.example.org:3128"));
    let token = settings.network.relay_token.clone();
    for shown in [report, format!("{token:?}"), format!("{event:?}")] {
        assert!(!shown.contains("hush-hush"), "{shown}");
    }
    let file = folder.path().join("relay.token");
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        "https://relay.example.org\nhush-hush"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    let text = fs::read_to_string(folder.path().join("settings.toml")).unwrap();
    assert!(text.contains("relay.example.org") && !text.contains("relay_token"));
    // It is for that relay alone: should Hulp die between the two files, no other gets it.
    let at_another = text.replace("relay.example.org", "relay.example.com");
    fs::write(folder.path().join("settings.toml"), at_another).unwrap();
    assert_eq!(kept(&store).network.relay_token, RelayToken::default());
    fs::write(folder.path().join("settings.toml"), text).unwrap();
    assert_eq!(kept(&store), settings);
    // As an older Hulp kept it.
    fs::write(&file, "hush-hush").unwrap();
    assert_eq!(kept(&store), settings);
    settings.network.relay_token = RelayToken::default();
    store.keep_settings(&settings).unwrap();
    assert_eq!(kept(&store), settings);
}

#[test]
fn the_relays_token_is_not_kept_with_invitations() {
    let (folder, store) = open();
    let mut record = record("Anna");
    let (mut point, key) = (
        record.invitation.meeting.clone().unwrap(),
        EndpointKey([7; 32]),
    );
    point.token = Some(RelayToken("hush-hush".to_owned().into()));
    record.invitation.meeting = Some(point.clone());
    let id = record.invitation.id;
    store.add_invitation(&record).unwrap();
    store.set_meeting(id, Some(&(point, key))).unwrap();
    let kept = store.invitation(id).unwrap().unwrap().invitation.meeting;
    assert_eq!(kept.unwrap().token, None);
    drop(store);
    for file in fs::read_dir(folder.path()).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let found = bytes.windows(9).any(|window| window == b"hush-hush");
        assert!(!found, "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_anything() {
    use std::os::unix::fs::PermissionsExt;
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("deep/hulp");
    fs::create_dir_all(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let store = Store::open(&folder).unwrap();
    store.add_invitation(&record("Anna")).unwrap();
    store.keep_secret_text("identity.pem", "secret").unwrap();
    store.keep_settings(&Settings::default()).unwrap();
    store.log(&LogEvent::NotWaiting, now()).unwrap();
    let _ownership = store.own_novice_side().unwrap().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let mut files = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        files += 1;
    }
    assert!(
        files >= 7,
        "database, its write-ahead files, key, settings, log head, locks: {files}"
    );
}

#[test]
fn a_deleted_invitation_leaves_no_secret_behind() {
    let (folder, store) = open();
    let record = with_password(record("Anna"));
    let ticket = record.invitation.ticket.0;
    store.add_invitation(&record).unwrap();
    let found = |store: Store| {
        drop(store); // the last connection brings the write-ahead log into the database
        fs::read(folder.path().join("hulp.sqlite"))
            .unwrap()
            .windows(32)
            .any(|bytes| bytes == ticket)
    };
    assert!(found(store), "or this test looks in the wrong place");
    let store = Store::open(folder.path()).unwrap();
    store.delete_invitation(record.invitation.id).unwrap();
    assert!(!found(store));
}

#[test]
fn a_database_of_another_kind_is_an_error_in_words() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("hulp.sqlite"),
        "this is no database at all, but a letter ".repeat(99),
    )
    .unwrap();
    let error = Store::open(folder.path()).err().unwrap();
    assert!(matches!(error, StoreError::Database(_)), "{error}");

    let (folder, store) = open();
    drop(store);
    database(folder.path())
        .pragma_update(None, "user_version", 999)
        .unwrap();
    assert!(matches!(
        Store::open(folder.path()).err(),
        Some(StoreError::Newer(999))
    ));

    let (folder, store) = open();
    store.add_invitation(&record("Anna")).unwrap();
    database(folder.path())
        .execute("UPDATE invitations SET addresses = 'nowhere'", ())
        .unwrap();
    assert!(matches!(store.invitations(), Err(StoreError::Damaged(_))));

    let file = folder.path().join("a file");
    fs::write(&file, "x").unwrap();
    assert!(matches!(
        Store::open(&file).err(),
        Some(StoreError::Io { .. })
    ));
}

#[test]
fn one_process_owns_the_novices_side() {
    let (folder, store) = open();
    let ownership = store.own_novice_side().unwrap();
    assert!(ownership.is_some());
    let other = Store::open(folder.path()).unwrap();
    assert!(other.own_novice_side().unwrap().is_none());
    drop(ownership);
    assert!(other.own_novice_side().unwrap().is_some());
}

fn helper() -> Helper {
    Helper {
        name: "Kees\u{202e}\n\u{1b}[2J".into(),
        key: Fingerprint([0xab; 32]).into(),
        address: "192.0.2.9:50000".parse().unwrap(),
    }
}

/// What `hulp log` prints.
fn printed(store: &Store) -> String {
    let mut out = Vec::new();
    let all = LogFilter::default();
    store
        .export_log(&all, LogForm::Text, &Utc, &mut out)
        .unwrap();
    String::from_utf8(out).unwrap()
}

/// One event of each kind.
fn every_event() -> Vec<LogEvent> {
    let invitation = || InvitationId([0xcd; 16]).into();
    let changed = Settings {
        port: 5000,
        ..Settings::default()
    };
    vec![
        LogEvent::Waiting { port: 4857 },
        LogEvent::InvitationMade {
            invitation: invitation(),
            sent_to: "/home/anna/x.hulp".into(),
            expires: now(),
            has_password: true,
        },
        LogEvent::InvitationSavedAgain {
            invitation: invitation(),
            sent_to: "/media/x.hulp".into(),
        },
        LogEvent::InvitationMade {
            invitation: invitation(),
            sent_to: "".into(),
            expires: now(),
            has_password: false,
        },
        LogEvent::CodeMade {
            invitation: invitation(),
        },
        LogEvent::CodeUsedUp {
            invitation: invitation(),
            by: CodeUse::WrongGuess,
        },
        LogEvent::InvitationMadeForContact {
            invitation: invitation(),
            to: "ben@hulp.test".into(),
            expires: now(),
            has_password: false,
        },
        LogEvent::Contact {
            contact: LogText::from("ben@hulp.test"),
            did: ContactDid::AskedForHelp,
        },
        LogEvent::HelperRefused {
            invitation: Some(invitation()),
            helper: helper(),
            why: RefusedWhy::WrongPassword { attempts_left: 4 },
        },
        LogEvent::HelperRefused {
            invitation: None,
            helper: helper(),
            why: RefusedWhy::Unknown,
        },
        LogEvent::HelperProved {
            invitation: invitation(),
            helper: helper(),
        },
        LogEvent::HelperGone {
            invitation: Some(invitation()),
            helper: helper(),
        },
        LogEvent::ConsentAsked {
            invitation: invitation(),
            helper: helper(),
            known: false,
            phrase: "apple boat cat".into(),
        },
        LogEvent::ConsentAnswered {
            invitation: invitation(),
            helper: helper(),
            answer: Answer::Yes,
        },
        LogEvent::ConsentAnswered {
            invitation: invitation(),
            helper: helper(),
            answer: Answer::None,
        },
        LogEvent::SessionBegan {
            invitation: invitation(),
            helper: helper(),
        },
        LogEvent::ControlAsked,
        LogEvent::ControlRefused {
            why: ControlRefusedWhy::Declined,
        },
        LogEvent::ControlGranted,
        LogEvent::ControlEnded {
            how: ControlEndedHow::Escape,
            lasted_secs: 61,
        },
        LogEvent::Paused,
        LogEvent::Resumed,
        LogEvent::SessionEnded {
            invitation: invitation(),
            helper: helper(),
            why: SessionEndedWhy::HelperLeft,
            seen_secs: 3723,
            controlled_secs: 61,
            novice_messages: 3,
            helper_messages: 4,
        },
        LogEvent::InvitationEnded {
            invitation: invitation(),
            how: InvitationEnd::Used,
        },
        LogEvent::InvitationDeleted {
            invitation: invitation(),
        },
        LogEvent::BadConnection {
            address: "[2001:db8::1]:9".parse::<SocketAddr>().unwrap(),
            what: "x\u{1b}[31m".repeat(9999).into(),
            times: 7,
        },
        LogEvent::SettingsChanged {
            changes: changed.changes_since(&Settings::default()),
        },
        LogEvent::SettingsBroken {
            kept_as: "settings.broken.toml".into(),
        },
        LogEvent::SettingsTakenOver {
            changes: changed.changes_since(&Settings::default()),
        },
        LogEvent::SettingsGone,
        LogEvent::SettingsSpoilt {
            kept_as: "settings.broken.toml".into(),
        },
        LogEvent::PolicyHolds {
            keys: vec![PolicyEntry {
                key: "control".into(),
                value: "view only".into(),
            }],
            faults: vec!["fils is no key\u{1b}[31m".into()],
            left_out: 0,
        },
        LogEvent::PolicyUnreadable {
            why: "it is no text in UTF-8".into(),
        },
        LogEvent::PolicyGone,
        LogEvent::OfferAsked {
            helper: helper(),
            organisation: "Helpdesk".into(),
            may_control: true,
            phrase: "orbit velvet canyon lunar".into(),
        },
        LogEvent::OfferAnswered {
            helper: helper(),
            answer: Answer::No,
        },
        LogEvent::Helpers {
            did: HelpersDid::HelperAdded,
            name: "Jan Bakker".into(),
            key: Some(Fingerprint([7; 32]).into()),
            may_control: Some(false),
            taken_back: None,
        },
        LogEvent::HelperRefused {
            invitation: None,
            helper: helper(),
            why: RefusedWhy::NotOnList,
        },
        LogEvent::NotWaiting,
        LogEvent::PictureKept {
            picture: Fingerprint([0xee; 32]).into(),
            bytes: 120_000,
            moment: PictureMoment::ControlBegan,
            helper: helper(),
        },
        LogEvent::PictureRemoved {
            picture: Fingerprint([0xee; 32]).into(),
            bytes: 120_000,
            by_novice: false,
        },
    ]
}

#[test]
fn the_log_tells_everything_in_order_and_is_whole() {
    let (folder, store) = open();
    assert!(store.verify_log().unwrap().is_whole());
    let events = every_event();
    for (n, event) in events.iter().enumerate() {
        store
            .log(event, now() + TimeDelta::seconds(n as i64))
            .unwrap();
    }
    drop(store);
    let store = Store::open(folder.path()).unwrap();
    let lines = lines(&store);
    assert_eq!(
        lines.iter().map(|line| line.number).collect::<Vec<_>>(),
        (1..=events.len() as u64).collect::<Vec<_>>()
    );
    assert_eq!(lines[1].at, now() + TimeDelta::seconds(1));
    let logged: Vec<_> = lines
        .iter()
        .map(|line| line.event.clone().unwrap())
        .collect();
    assert_eq!(logged, events);
    let verdict = store.verify_log().unwrap();
    assert!(verdict.is_whole(), "{:?}", verdict.faults);
    assert_eq!(
        (verdict.lines, verdict.head),
        (lines.len() as u64, lines.last().unwrap().hash)
    );

    let report = printed(&store);
    assert_eq!(
        report.lines().take(lines.len()).count(),
        report.lines().position(str::is_empty).unwrap()
    );
    assert!(!report.contains('\u{1b}') && !report.contains('\u{202e}'));
    for words in [
        "    1  2026-11-23 09:00:00 +00:00  Waiting for helpers on port 4857.",
        "Kees [2J (computer abababab, at 192.0.2.9:50000) was refused, with invitation cdcdcdcd: wrong password, 4 tries left.",
        "Answered yes: Kees [2J (computer abababab, at 192.0.2.9:50000) may see the screen.",
        "Not answered in time: Kees [2J (computer abababab, at 192.0.2.9:50000) may not see the screen.",
        "Control ended after 1 min 1 s: Esc was pressed.",
        "The screen was seen for 1 h 2 min, controlled for 1 min 1 s; chat messages: 3 sent, 4 received.",
        "Invitation cdcdcdcd made, without a password, until 2026-11-23 09:00:00 UTC, for the contact ben@hulp.test.",
        "ben@hulp.test asks for help.",
        "The administrator's policy: control = view only. Wrong: fils is no key[31m.",
        "Settings changed: port from \"4857\" to \"5000\".",
        "A picture of the screen was kept when Kees [2J (computer abababab, at 192.0.2.9:50000) was given control: eeeeeeee.",
        "The log is whole: 41 lines.",
    ] {
        assert!(report.contains(words), "{words} is not in\n{report}");
    }
}

#[test]
fn a_newer_hulps_lines_are_shown_and_checked() {
    let (folder, store) = open();
    store.log(&LogEvent::Paused, now()).unwrap();
    // As log.rs documents the chain.
    let json = "{\"event\":\"teleported\",\"to\":\"\u{1b}[2Jmars\"}";
    let before = lines(&store)[0].hash;
    let micros = now().timestamp_micros();
    let mut bytes = b"hulp log line v1".to_vec();
    bytes.extend(before);
    bytes.extend(2_u64.to_le_bytes());
    bytes.extend(micros.to_le_bytes());
    bytes.extend(json.bytes());
    let hash: [u8; 32] = <sha2::Sha256 as sha2::Digest>::digest(bytes).into();
    let database = database(folder.path());
    database
        .execute(
            "INSERT INTO log VALUES (2, ?1, ?2, ?3)",
            (micros, json, hash),
        )
        .unwrap();
    database
        .execute("UPDATE log_head SET number = 2, hash = ?1", [hash])
        .unwrap();
    store.log(&LogEvent::Resumed, now()).unwrap();

    let (lines, verdict) = (lines(&store), store.verify_log().unwrap());
    assert!(verdict.is_whole(), "{:?}", verdict.faults);
    assert_eq!(
        (lines[1].event.as_ref(), lines[1].json.as_str()),
        (None, json)
    );
    let report = printed(&store);
    assert!(
        report.contains("teleported") && !report.contains('\u{1b}'),
        "{report}"
    );
}

/// A log of nine lines; `tamper` works on its database and folder, and the faults that are found afterwards are returned.
fn faults_after(tamper: impl FnOnce(&Connection, &Path)) -> Vec<LogFault> {
    let (folder, store) = open();
    for n in 0..9 {
        store
            .log(&LogEvent::Waiting { port: 1000 + n }, now())
            .unwrap();
    }
    let database = database(folder.path());
    database
        .execute_batch("DROP TRIGGER log_is_not_changed; DROP TRIGGER log_is_not_shortened")
        .unwrap();
    tamper(&database, folder.path());
    store.verify_log().unwrap().faults
}

#[test]
fn tampering_with_the_log_shows() {
    let sql =
        |text: &'static str| faults_after(move |database, _| database.execute_batch(text).unwrap());
    let changed = |number| LogFault::Changed { number };
    let moved = |number, was| LogFault::Moved { number, was };
    assert_eq!(sql(""), []);
    assert_eq!(
        sql("UPDATE log SET event = replace(event, '1003', '1004') WHERE number = 4"),
        [changed(4)]
    );
    assert_eq!(
        sql("UPDATE log SET at_micros = at_micros + 1 WHERE number = 4"),
        [changed(4)]
    );
    assert_eq!(
        sql("UPDATE log SET hash = zeroblob(32) WHERE number = 4"),
        [changed(4)],
        "the line after it hangs on what it was"
    );
    assert_eq!(
        sql("UPDATE log SET hash = x'00' WHERE number = 4"),
        [changed(4)]
    );
    assert_eq!(
        sql("DELETE FROM log WHERE number = 4"),
        [LogFault::Missing { first: 4, last: 4 }]
    );
    assert_eq!(
        sql("DELETE FROM log WHERE number < 4"),
        [LogFault::Missing { first: 1, last: 3 }]
    );
    let swapped = sql(
        "UPDATE log SET number = -4 WHERE number = 4; UPDATE log SET number = 4 WHERE number = 5; UPDATE log SET number = 5 WHERE number = -4",
    );
    assert_eq!(swapped, [moved(4, 5), moved(5, 4)]);
    let renumbered = sql(
        "DELETE FROM log WHERE number = 4; UPDATE log SET number = number - 1 WHERE number > 4",
    );
    assert_eq!(renumbered[..2], [changed(4), moved(5, 6)]);
    assert_eq!(
        sql("INSERT INTO log VALUES (10, 0, '{}', zeroblob(32))")[0],
        changed(10)
    );
    assert_eq!(
        sql("DELETE FROM log WHERE number > 6"),
        [LogFault::CutOff { had: 9, has: 6 }]
    );
    assert_eq!(
        sql("DELETE FROM log"),
        [LogFault::CutOff { had: 9, has: 0 }]
    );
    assert_eq!(sql("DELETE FROM log_head"), [LogFault::HeadLost]);
}

#[test]
fn cutting_off_the_end_with_its_record_shows_by_the_file() {
    let cut = "DELETE FROM log WHERE number > 6; UPDATE log_head SET number = 6, hash = (SELECT hash FROM log WHERE number = 6)";
    let faults = faults_after(|database, _| database.execute_batch(cut).unwrap());
    assert_eq!(faults, [LogFault::CutOff { had: 9, has: 6 }]);

    let faults = faults_after(|_, folder| fs::remove_file(folder.join("log.head")).unwrap());
    assert_eq!(faults, [LogFault::HeadLost]);
    for nonsense in [
        "",
        "9",
        "9 zz",
        "-1 00",
        "9 +f",
        &"9".repeat(9999),
        &format!("9 {}", "+f".repeat(32)),
    ] {
        let faults =
            faults_after(|_, folder| fs::write(folder.join("log.head"), nonsense).unwrap());
        assert_eq!(faults, [LogFault::HeadLost], "{nonsense}");
    }
    let other = format!("9 {}", "00".repeat(32));
    let faults = faults_after(|_, folder| fs::write(folder.join("log.head"), other).unwrap());
    assert_eq!(faults, [LogFault::Rewritten { number: 9 }]);
}

#[test]
fn what_was_wrong_at_start_is_noted_for_good() {
    let (folder, store) = open();
    (0..9).for_each(|_| {
        store.log(&LogEvent::Paused, now()).unwrap();
    });
    drop(store);
    fs::remove_file(folder.path().join("hulp.sqlite")).unwrap();

    let store = Store::open(folder.path()).unwrap();
    assert_eq!(
        store.verify_log().unwrap().faults,
        [LogFault::CutOff { had: 9, has: 0 }]
    );
    store.log(&LogEvent::Resumed, now()).unwrap();
    store.log(&LogEvent::Paused, now()).unwrap();
    drop(store);
    let store = Store::open(folder.path()).unwrap();
    let damage = LogDamage::CutOff { had: 9, has: 0 };
    assert_eq!(
        lines(&store)[0].event,
        Some(LogEvent::LogDamaged { damage })
    );
    assert_eq!(lines(&store).len(), 3);
    let verdict = store.verify_log().unwrap();
    assert_eq!(verdict.faults, [LogFault::Noted { number: 1, damage }]);
    assert!(describe_verdict(&verdict).contains("it had 9 lines and has 0"));
}

/// A log of nine lines, of which somebody `tampers` with the database and folder while Hulp runs, and then one line more: what the
/// check finds, in that process and in another that wrote one, too.
fn faults_after_tampering_and_writing(tampers: impl Fn(&Connection, &Path)) -> [Vec<LogFault>; 2] {
    let (folder, store) = open();
    for n in 0..9 {
        let event = LogEvent::Waiting { port: 1000 + n };
        store.log(&event, now()).unwrap();
    }
    let database = database(folder.path());
    database
        .execute_batch("DROP TRIGGER log_is_not_changed; DROP TRIGGER log_is_not_shortened")
        .unwrap();
    tampers(&database, folder.path());
    store.log(&LogEvent::Resumed, now()).unwrap();
    store.log(&LogEvent::Paused, now()).unwrap();
    let faults = store.verify_log().unwrap().faults;
    drop(store);
    let store = Store::open(folder.path()).unwrap();
    store.log(&LogEvent::Resumed, now()).unwrap();
    [faults, store.verify_log().unwrap().faults]
}

#[test]
fn what_is_cut_off_while_hulp_runs_is_noted_before_the_next_line() {
    let found = |tampers: &dyn Fn(&Connection, &Path)| {
        let [first, later] = faults_after_tampering_and_writing(tampers);
        assert_eq!(first, later, "it is told once, and stays");
        first
    };
    let cut = |database: &Connection| {
        let cut = "DELETE FROM log WHERE number > 6;
            UPDATE log_head SET number = 6, hash = (SELECT hash FROM log WHERE number = 6)";
        database.execute_batch(cut).unwrap();
    };
    let noted = |number, damage| LogFault::Noted { number, damage };
    let cut_off = noted(7, LogDamage::CutOff { had: 9, has: 6 });
    assert_eq!(found(&|_, _| ()), []);
    assert_eq!(
        found(&|database, _| cut(database)),
        std::slice::from_ref(&cut_off)
    );
    // With all that is kept beside it, too: this process knows what it wrote.
    let faults = found(&|database, folder| {
        cut(database);
        let hash: [u8; 32] = database
            .query_row("SELECT hash FROM log_head", (), |row| row.get(0))
            .unwrap();
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        fs::write(folder.join("log.head"), format!("6 {hash}\n")).unwrap();
    });
    assert_eq!(faults, [cut_off]);
    let lost = [noted(10, LogDamage::HeadFileLost)];
    type Spoils = fn(&Path);
    let ways: [Spoils; 3] = [
        |file| fs::remove_file(file).unwrap(),
        |file| fs::write(file, "9 00").unwrap(),
        |file| {
            fs::remove_file(file).unwrap();
            fs::create_dir(file).unwrap();
        },
    ];
    for spoil in ways {
        let faults = found(&|_, folder| spoil(&folder.join("log.head")));
        assert_eq!(faults, lost);
    }
    let other = format!("9 {}", "00".repeat(32));
    assert_eq!(
        found(&|_, folder| {
            fs::write(folder.join("log.head"), &other).unwrap();
        }),
        [noted(10, LogDamage::Rewritten { number: 9 })]
    );
    for spoilt in [
        "DELETE FROM log_head",
        "UPDATE log_head SET hash = x'00'",
        "UPDATE log_head SET number = 6, hash = (SELECT hash FROM log WHERE number = 6)",
    ] {
        let faults = found(&|database, _| {
            database.execute_batch(spoilt).unwrap();
        });
        assert_eq!(faults, lost, "{spoilt}");
    }
}

#[test]
fn a_line_out_of_reach_ends_no_writing() {
    for number in [i64::MAX, i64::MAX - 1, 10, 0, -1, i64::MIN] {
        let faults = faults_after_tampering_and_writing(|database, _| {
            let line = "INSERT INTO log VALUES (?1, 0, '{}', zeroblob(32))";
            database.execute(line, [number]).unwrap();
        });
        assert!(faults.iter().all(|faults| !faults.is_empty()), "{number}");
    }
    for head in [i64::MAX, i64::MAX - 1, 0, i64::MIN] {
        let faults = faults_after_tampering_and_writing(|database, _| {
            database
                .execute("UPDATE log_head SET number = ?1", [head])
                .unwrap();
        });
        assert!(
            faults.iter().all(|faults| !faults.is_empty()),
            "head {head}"
        );
    }
    // With nothing else left that tells where the end was.
    let faults = faults_after_tampering_and_writing(|database, folder| {
        let spoil =
            "DELETE FROM log_head; INSERT INTO log VALUES (9223372036854775807, 0, '', x'')";
        database.execute_batch(spoil).unwrap();
        fs::remove_file(folder.join("log.head")).unwrap();
    });
    assert!(faults.iter().all(|faults| !faults.is_empty()));
}

#[test]
fn the_log_refuses_to_be_changed_by_mistake() {
    let (folder, store) = open();
    store.log(&LogEvent::Paused, now()).unwrap();
    let database = database(folder.path());
    assert!(database.execute("UPDATE log SET event = '{}'", ()).is_err());
    assert!(database.execute("DELETE FROM log", ()).is_err());
}

#[test]
fn many_write_one_log_and_nobody_takes_another_for_a_tamperer() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        // Each opens it for the first time, writes, and opens it again.
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| {
                    for _ in 0..3 {
                        let store = Store::open(folder.path()).unwrap();
                        std::thread::scope(|scope| {
                            for _ in 0..2 {
                                scope.spawn(|| {
                                    (0..3).for_each(|_| {
                                        store.log(&LogEvent::Paused, now()).unwrap();
                                        let verdict = store.verify_log().unwrap();
                                        assert!(verdict.is_whole(), "{:?}", verdict.faults);
                                    })
                                });
                            }
                        });
                    }
                });
            }
        });
        let store = Store::open(folder.path()).unwrap();
        let verdict = store.verify_log().unwrap();
        assert!(verdict.is_whole(), "{:?}", verdict.faults);
        assert_eq!(verdict.lines, 6 * 3 * 2 * 3);
        store.log(&LogEvent::Resumed, now()).unwrap();
        assert!(store.verify_log().unwrap().is_whole());
    }
}

#[test]
fn of_many_first_starts_all_get_the_same_key() {
    for _ in 0..50 {
        let folder = tempfile::tempdir().unwrap();
        let begin = std::sync::Barrier::new(8);
        let start = || {
            begin.wait();
            let store = Store::open(folder.path()).unwrap();
            hulp::engine::identity(&store).unwrap().fingerprint()
        };
        let keys: Vec<_> = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
            (starts.into_iter().map(|start| start.join().unwrap())).collect()
        });
        let kept = hulp::engine::identity(&Store::open(folder.path()).unwrap()).unwrap();
        assert!(
            keys.iter().all(|key| *key == kept.fingerprint()),
            "{keys:?}"
        );
    }
}

#[test]
fn text_for_the_log_is_short_and_on_one_line() {
    let text = LogText::from("é".repeat(100_000));
    assert!(text.as_str().len() <= 512);
    assert_eq!(LogText::from("a\r\nb\u{0}").as_str(), "a b");
}

const CRASH_FOLDER: &str = "HULP_TEST_CRASH_FOLDER";
const CRASH_FIRST: &str = "HULP_TEST_CRASH_FIRST";

/// Not a test of its own: the process that the next one kills. Says each thing once it is kept.
#[test]
#[ignore = "run by what_was_acknowledged_survives_kill_9"]
fn writes_until_killed() {
    let Ok(folder) = std::env::var(CRASH_FOLDER) else {
        return;
    };
    let first: u64 = std::env::var(CRASH_FIRST).unwrap().parse().unwrap();
    let store = Store::open(Path::new(&folder)).unwrap();
    let _ownership = store
        .own_novice_side()
        .unwrap()
        .expect("the killed one's lock is free");
    store.recover().unwrap();
    store.tidy_pictures().unwrap();
    for n in first.. {
        let record = with_password(record("Anna"));
        let id = record.invitation.id;
        store.add_invitation(&record).unwrap();
        println!("ACK invitation {id}");
        store
            .log(
                &LogEvent::InvitationDeleted {
                    invitation: id.into(),
                },
                now(),
            )
            .unwrap();
        println!("ACK log {id}");
        store.take_attempt(id).unwrap().unwrap();
        println!("ACK attempt {id}");
        let settings = Settings {
            name: format!("name {n}"),
            ..Settings::default()
        };
        store.keep_settings(&settings).unwrap();
        println!("ACK settings {n}");
        store
            .keep_secret_text("identity.pem", &format!("secret {n}"))
            .unwrap();
        println!("ACK secret {n}");
        store
            .remember_helper(&Fingerprint([7; 32]), "Kees", now())
            .unwrap();
        println!("ACK helper {n}");
        let png = vec![0x50; 1000 + n as usize];
        store
            .keep_picture(
                &png,
                PictureMoment::ControlBegan,
                &helper(),
                1_000_000,
                now(),
            )
            .unwrap();
        println!("ACK picture {n}");
    }
}

/// Kills the process when the test fails, too.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// What a process said that it had kept, and then was killed: so long after so many words.
fn acknowledged(
    folder: &Path,
    first: usize,
    enough: usize,
    longer: Duration,
) -> Vec<(String, String)> {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writes_until_killed", "--ignored", "--nocapture"])
        .env(CRASH_FOLDER, folder)
        .env(CRASH_FIRST, first.to_string())
        .stdout(Stdio::piped())
        .spawn();
    let mut child = Killed(child.unwrap());
    let lines = BufReader::new(child.0.stdout.take().unwrap()).lines();
    let said = lines.map_while(Result::ok).filter_map(|line| {
        let (what, which) = line.split_once("ACK ")?.1.split_once(' ')?;
        Some((what.to_owned(), which.to_owned()))
    });
    let mut kept = Vec::new();
    for one in said {
        kept.push(one);
        if kept.len() == enough {
            std::thread::sleep(longer); // wherever in its writing it is by then
            child.0.kill().unwrap(); // and what it says until that comes counts too
        }
    }
    assert!(
        kept.len() >= enough,
        "it ended by itself after {}",
        kept.len()
    );
    kept
}

/// So many processes are killed, in as many folders at once as there are series.
const KILLS: usize = 200;
const SERIES: u64 = 4;
/// A round of all seven kinds of writing takes some milliseconds, on a slow disk some more.
const LONGEST_MICROS: u64 = 12_000;

/// Numbers by chance, and yet the same in each run: xorshift64 (Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    std::thread::scope(|scope| {
        for series in 1..=SERIES {
            scope.spawn(move || survive_kills(Chance(series.wrapping_mul(0x9e37_79b9_7f4a_7c15))));
        }
    });
}

fn survive_kills(mut chance: Chance) {
    let folder = tempfile::tempdir().unwrap();
    let (mut kept, mut helpers) = (Vec::new(), 0);
    // The newest that was acknowledged of what is replaced.
    let mut newest: HashMap<String, usize> = HashMap::new();
    for round in 0..KILLS / SERIES as usize {
        let first = round * 10_000;
        let (enough, longer) = (1 + chance.below(20), chance.below(LONGEST_MICROS));
        let longer = Duration::from_micros(longer);
        let said = acknowledged(folder.path(), first, enough as usize, longer);
        for (what, which) in &said {
            if let Ok(number) = which.parse() {
                newest.insert(what.clone(), number);
            }
        }
        helpers += said.iter().filter(|(what, _)| what == "helper").count();
        kept.extend(said);

        let store = Store::open(folder.path()).unwrap();
        let owned = store.own_novice_side().unwrap();
        assert!(owned.is_some());
        store.tidy_pictures().unwrap();
        let verdict = store.verify_log().unwrap();
        assert!(verdict.is_whole(), "round {round}: {:?}", verdict.faults);
        let logged = lines(&store);
        let logged: String = logged.iter().map(|line| line.json.as_str()).collect();
        let invitations = store.invitations().unwrap().into_iter();
        let invitations: HashMap<String, InvitationRecord> = invitations
            .map(|one| (one.invitation.id.to_string(), one))
            .collect();
        for (what, which) in &kept {
            let found = match what.as_str() {
                "invitation" => invitations.contains_key(which),
                "attempt" => invitations[which].attempts_left == 4,
                "log" => logged.contains(which),
                _ => true,
            };
            assert!(found, "round {round}: {what} {which}");
        }
        // Of what is replaced there is the last that was acknowledged, or the one after it.
        let is_newest = |what: &str, now: Option<&str>| {
            let said = newest.get(what).copied();
            let now = now.and_then(|text| text.rsplit(' ').next()?.parse::<usize>().ok());
            let next = said
                .filter(|said| *said >= first)
                .map_or(first, |said| said + 1);
            assert!(
                said <= now && now <= Some(next),
                "round {round}: {what}: {said:?}, {now:?}"
            );
        };
        let settings = store.settings_at_start(true, now()).unwrap();
        assert_eq!(settings.mended, None);
        is_newest("settings", Some(&settings.settings.name));
        let secret = store.secret_text("identity.pem").unwrap();
        is_newest("secret", secret.as_ref().map(|text| text.as_str()));
        let sessions = store
            .helper(&Fingerprint([7; 32]))
            .unwrap()
            .map_or(0, |one| one.sessions);
        assert!(
            (helpers..=helpers + round + 1).contains(&(sessions as usize)),
            "{sessions}"
        );
        let names = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        let hidden: Vec<_> = names
            .filter(|name| name.to_string_lossy().starts_with('.'))
            .collect();
        assert!(
            hidden.is_empty(),
            "what was cut short is tidied up: {hidden:?}"
        );
        // Each picture is the one of a line.
        let mut pictures = HashMap::new();
        for line in lines(&store) {
            match line.event {
                Some(LogEvent::PictureKept { picture, bytes, .. }) => {
                    pictures.insert(format!("{}.png", picture.as_str()), bytes);
                }
                Some(LogEvent::PictureRemoved { picture, .. }) => {
                    pictures.remove(&format!("{}.png", picture.as_str()));
                }
                _ => {}
            }
        }
        let files = fs::read_dir(folder.path().join("pictures")).into_iter();
        let there = files.flatten().map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, entry.metadata().unwrap().len())
        });
        assert_eq!(there.collect::<HashMap<_, _>>(), pictures, "round {round}");
        let picture = pictures
            .values()
            .max()
            .map(|bytes| format!(" {}", bytes - 1000));
        is_newest("picture", picture.as_deref());
    }
}
