//! The administrator's policy: read only from where an administrator alone can write, closed where it cannot be read, and
//! explained line by line.
#![allow(clippy::unwrap_used)]
#![cfg(all(unix, not(target_os = "macos")))]

use std::{
    fs,
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::Command,
};

use chrono::{TimeDelta, Utc};
use hulp::{
    invitation::{
        Fingerprint, HelperCard, HelperList, ListedHelper, ListedOrganisation, MAX_REVOKED,
        NotListed, OrganisationSecret,
    },
    store::{
        ControlPolicy, FixedSetting, InviteWay, LoadedPolicy, MAX_POLICY_BYTES, Policy,
        PolicyError, PolicyFound, PolicyPlace, Relays, Settings, Wants, WrongEntry, explain_policy,
        policy_keys,
    },
};
use serde_json::{Map, Value, json};
use tempfile::TempDir;

/// A computer with `etc/hulp/policy.toml`, which belongs to whoever runs the test.
struct Computer(TempDir);

impl Computer {
    fn with(policy: impl AsRef<[u8]>) -> Self {
        let computer = Self::without();
        fs::write(computer.file(), policy).unwrap();
        set_mode(&computer.file(), 0o644);
        computer
    }

    fn without() -> Self {
        let computer = Self(TempDir::new().unwrap());
        fs::create_dir_all(computer.file().parent().unwrap()).unwrap();
        for folder in ["", "etc", "etc/hulp"] {
            set_mode(&computer.0.path().join(folder), 0o755);
        }
        computer
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("etc/hulp/policy.toml")
    }

    fn place(&self) -> PolicyPlace {
        self.place_of(rustix::process::geteuid().as_raw())
    }

    fn place_of(&self, owner: u32) -> PolicyPlace {
        PolicyPlace::for_tests(self.0.path(), "etc/hulp/policy.toml", owner)
    }

    fn load(&self) -> LoadedPolicy {
        self.place().load()
    }

    /// The policy cannot be read, and so everything is closed.
    #[track_caller]
    fn is_closed(&self) -> PolicyError {
        let loaded = self.load();
        assert_eq!(loaded.policy, Policy::closed());
        match loaded.found {
            PolicyFound::Unreadable(error) => error,
            other => panic!("{other:?}"),
        }
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// What a policy with these lines comes to, and how many of them are wrong.
fn read(policy: &str) -> (Policy, usize) {
    let loaded = Computer::with(policy).load();
    match loaded.found {
        PolicyFound::Read { faults, .. } => (loaded.policy, faults.len()),
        other => panic!("{policy}: {other:?}"),
    }
}

const EXAMPLE: &str = include_str!("../assets/policy/example.toml");

#[test]
fn without_a_policy_everything_is_the_users_own() {
    for computer in [Computer::without(), Computer(TempDir::new().unwrap())] {
        assert_eq!(computer.load(), LoadedPolicy::default());
    }
    // Whose the folder is does not matter then: not all systems show root as what it is.
    let stranger = rustix::process::geteuid().as_raw() + 1;
    let place = Computer::without().place_of(stranger);
    assert_eq!(place.load(), LoadedPolicy::default());
    let settings = Settings::default();
    assert_eq!(Policy::default().over(&settings), settings);
    assert_eq!(Policy::default().fixed(), []);
}

#[test]
fn an_empty_policy_fixes_nothing() {
    assert_eq!(read(""), (Policy::default(), 0));
    assert_eq!(read("# nothing yet\n"), (Policy::default(), 0));
}

#[test]
fn everything_closed_lets_nothing_through() {
    let policy = Policy::closed();
    let settings = policy.over(&Settings::default());
    assert!(!settings.allow_invitations && !settings.allow_control);
    assert_eq!(settings.network.relays, Relays::None);
    assert_eq!(settings.longest_lifetime_secs, 60);
    assert!(InviteWay::ALL.iter().all(|way| !policy.lets_travel(*way)));
    assert!(!policy.lets_use_contacts() && policy.requires_log());
    let off = Some(false);
    assert_eq!(policy.offers, off);
    assert_eq!(policy.helpers.as_deref(), Some(&[][..]));
    assert_eq!(policy.organisation_keys.as_deref(), Some(&[][..]));
    assert_eq!(policy.offers_control, Some(ControlPolicy::ViewOnly));
    assert_eq!(
        [
            policy.clipboard,
            policy.files,
            policy.talking,
            policy.log_pictures
        ],
        [off; 4]
    );
}

#[test]
fn the_example_says_what_it_says() {
    let (policy, faults) = read(EXAMPLE);
    assert_eq!(faults, 0);
    assert_eq!(policy.allow_invitations, Some(true));
    assert_eq!(policy.control, Some(ControlPolicy::Allowed));
    assert_eq!(policy.longest_lifetime_secs, Some(8 * 3600));
    assert!(policy.lets_travel(InviteWay::Code) && !policy.lets_travel(InviteWay::File));
    assert_eq!(policy.relays, Some(Relays::Own));
    assert_eq!(policy.organisation_keys.as_ref().map(Vec::len), Some(1));
    assert_eq!((policy.clipboard, policy.files), (Some(true), Some(false)));
    assert!(policy.requires_log() && policy.lets_use_contacts());
    let control = policy.consent_text_control.as_deref().unwrap();
    assert_eq!(control.lines().count(), 2);
    let users = explain_policy(EXAMPLE.as_bytes()).users;
    assert!(users.is_empty(), "the example has every key but {users:?}");
}

#[test]
fn the_policy_wins_and_the_users_own_is_kept_for_later() {
    let (policy, _) = read(
        "allow_invitations = false\ncontrol = \"view only\"\nlongest_lifetime = \"90m\"\nrelays = \"own\"\n\
         relay = \"https://relay.org.example\"\nmailbox = \"wss://mailbox.org.example/v1\"\n\
         contacts_server = \"xmpp.org.example:5222\"",
    );
    let mut users = Settings::default();
    users.network.relay = "https://my.own.example".into();
    users.network.relay_token.0 = "mine".to_owned().into();
    users.network.mailbox = "ws://my.own.example/v1".into();
    let holds = policy.over(&users);
    assert!(!holds.allow_invitations && !holds.allow_control);
    assert_eq!(holds.longest_lifetime_secs, 90 * 60);
    assert_eq!(holds.network.relays, Relays::Own);
    assert_eq!(holds.network.relay, "https://relay.org.example");
    assert!(
        holds.network.relay_token.0.is_empty(),
        "the user's token is not for the organisation's relay"
    );
    assert_eq!(holds.network.mailbox, "wss://mailbox.org.example/v1");
    assert_eq!(holds.contacts.server, "xmpp.org.example:5222");
    assert_eq!(policy.fixed().len(), 7);
    assert!(policy.fixed().contains(&FixedSetting::ContactsServer));
    // The window saves what it shows, and another name: of the rest, the user's own stays as it was.
    let mut asked = holds.clone();
    asked.name = "Grietje".into();
    asked.port = 5000;
    let kept = policy.keep_users(asked, &users);
    let expected = Settings {
        name: "Grietje".into(),
        port: 5000,
        ..users
    };
    assert_eq!(kept, expected);
}

#[test]
fn a_relay_of_ones_own_that_nobody_named_is_none() {
    let (policy, faults) = read("relays = \"own\"");
    assert_eq!(faults, 0);
    let network = policy.over(&Settings::default()).network;
    assert_eq!(network.relays, Relays::None);
}

/// For each key a value that is none, however near it comes.
#[test]
fn a_wrong_value_closes_its_subject_and_nothing_else() {
    let wrong: &[(&str, &[&str])] = &[
        (
            "allow_invitations",
            &["1", "0", "\"false\"", "\"no\"", "[]", "{}", "1979-05-27"],
        ),
        (
            "control",
            &[
                "true",
                "\"Allowed\"",
                "\"view-only\"",
                "\"\"",
                "[\"allowed\"]",
            ],
        ),
        (
            "longest_lifetime",
            &[
                "8",
                "\"8 weeks\"",
                "\"0h\"",
                "\"30\\u0000h\"",
                "\"367d\"",
                "\"-1h\"",
                "\"99999999999999999999d\"",
            ],
        ),
        (
            "ways",
            &[
                "\"file\"",
                "[\"fax\"]",
                "[\"file\", 1]",
                "[[\"file\"]]",
                "[\"file\", \"file\", \"file\", \"file\", \"file\"]",
            ],
        ),
        ("offers", &["\"on\"", "1"]),
        ("helpers", &["\"a card\"", "[\"\"]", "[1]"]),
        (
            "organisation_keys",
            &[
                "[\"ab\"]",
                "[\"zz5a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a\"]",
                "[\"+75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f70751+a\"]",
            ],
        ),
        ("offers_control", &["\"full\"", "true"]),
        (
            "revoked_cards",
            &["\"a list\"", "[\"\"]", "[\"hulp-revoked = 1\"]"],
        ),
        ("relays", &["\"mine\"", "true"]),
        (
            "relay",
            &[
                "\"relay.example.org\"",
                "\"ftp://relay.example.org\"",
                "\"https://\"",
                "\"\"",
            ],
        ),
        ("relay_token", &["\"\"", "\"gehéim\"", "1"]),
        (
            "mailbox",
            &[
                "\"https://mailbox.example.org\"",
                "\"wss://\"",
                "\"wss://user:word@mailbox.example.org\"",
                "\"\"",
            ],
        ),
        (
            "contacts_server",
            &[
                "\"\"",
                "\"two words\"",
                "\"xmpp.example.org:0\"",
                "\"xmpp.example.org:99999\"",
                "\"a@b\"",
            ],
        ),
        ("log_required", &["\"yes\""]),
        ("log_pictures", &["\"yes\""]),
        ("consent_text_see", &["\"\"", "\" \\n \"", "7"]),
        ("consent_text_control", &["\"\\u0007\"", "[]"]),
        ("clipboard", &["\"yes\""]),
        ("files", &["\"yes\""]),
        ("talking", &["\"yes\""]),
    ];
    let mut tried: Vec<_> = wrong.iter().map(|(key, _)| *key).collect();
    tried.sort_unstable();
    let mut all: Vec<_> = policy_keys().map(|key| key.name).collect();
    all.sort_unstable();
    assert_eq!(tried, all, "every key is tried");
    for (key, values) in wrong {
        for value in *values {
            let text = format!("{key} = {value}");
            let (policy, faults) = read(&text);
            assert_eq!(faults, 1, "{text}");
            assert_ne!(policy, Policy::default(), "{text} closes nothing");
            assert_ne!(policy, Policy::closed(), "{text} closes everything");
            assert!(is_closed(key, &policy), "{text}: {policy:?}");
            // The right value of something else stays beside it.
            let beside = if *key == "offers" {
                "files = true"
            } else {
                "offers = true"
            };
            let (policy, faults) = read(&format!("{beside}\n{text}"));
            assert_eq!(faults, 1);
            if !key.starts_with("consent_text_see") {
                let stays = [policy.offers, policy.files].contains(&Some(true));
                assert!(stays, "{text}: {policy:?}");
            }
        }
    }
}

/// Whether what this key governs lets nothing through.
fn is_closed(key: &str, policy: &Policy) -> bool {
    let settings = policy.over(&Settings::default());
    let off = Some(false);
    match key {
        "allow_invitations" => !settings.allow_invitations,
        "control" | "consent_text_control" => !settings.allow_control,
        "longest_lifetime" => settings.longest_lifetime_secs == 60,
        "ways" => InviteWay::ALL.iter().all(|way| !policy.lets_travel(*way)),
        "offers" => policy.offers == off,
        "helpers" => policy.helpers == Some(vec![]),
        "organisation_keys" => policy.organisation_keys == Some(vec![]),
        "offers_control" => policy.offers_control == Some(ControlPolicy::ViewOnly),
        "revoked_cards" => {
            policy.organisation_keys == Some(vec![])
                && policy.over_helpers(&HelperList::default()).no_signed_cards
        }
        "relays" | "relay" | "relay_token" => settings.network.relays == Relays::None,
        "mailbox" => !policy.lets_travel(InviteWay::Code),
        "contacts_server" => !policy.lets_use_contacts() && !policy.lets_travel(InviteWay::Contact),
        "log_required" => policy.requires_log(),
        "log_pictures" => policy.log_pictures == off,
        "consent_text_see" => !settings.allow_invitations && policy.offers == off,
        "clipboard" => policy.clipboard == off,
        "files" => policy.files == off,
        "talking" => policy.talking == off,
        other => panic!("{other}"),
    }
}

#[test]
fn what_one_key_closes_no_other_key_opens() {
    for text in [
        "relays = \"public\"\nrelay = 1",
        "mailbox = 1\nways = [\"code\", \"file\"]",
        "control = \"allowed\"\nconsent_text_control = 1",
        "consent_text_see = 1\nallow_invitations = true\noffers = true",
    ] {
        let (policy, faults) = read(text);
        assert_eq!(faults, 1, "{text}");
        let line = text.lines().find(|line| line.ends_with(" = 1")).unwrap();
        assert!(
            is_closed(line.split(' ').next().unwrap(), &policy),
            "{text}"
        );
    }
}

#[test]
fn a_misspelt_key_closes_what_it_resembles_and_an_unknown_one_everything() {
    for (misspelt, meant) in [
        ("allow_invitation", "allow_invitations"),
        ("allow-invitations", "allow_invitations"),
        ("Allow_Invitations", "allow_invitations"),
        ("longest_livetime", "longest_lifetime"),
        ("contact_server", "contacts_server"),
        ("log_requird", "log_required"),
        ("organization_keys", "organisation_keys"),
        ("controls", "control"),
        ("way", "ways"),
        ("file", "files"),
        ("consent_text_se", "consent_text_see"),
    ] {
        let loaded = Computer::with(format!("{misspelt} = true")).load();
        let PolicyFound::Read { faults, .. } = &loaded.found else {
            panic!("{loaded:?}");
        };
        let [fault] = &faults[..] else {
            panic!("{misspelt}: {faults:?}");
        };
        let WrongEntry::Key { like } = &fault.wrong else {
            panic!("{fault:?}");
        };
        assert!(like.contains(&meant), "{misspelt} resembles {like:?}");
        assert!(is_closed(meant, &loaded.policy), "{misspelt}");
        assert_ne!(loaded.policy, Policy::closed(), "{misspelt}");
    }
    for unknown in [
        "frobnicate = true",
        "xyz = false",
        "\"\" = 1",
        "[tables]\na = 1",
    ] {
        let (policy, faults) = read(unknown);
        assert_eq!(faults, 1, "{unknown}");
        assert_eq!(policy, Policy::closed(), "{unknown}");
    }
}

#[test]
fn a_policy_that_is_none_closes_everything() {
    for text in [
        "allow_invitations = ",
        "allow_invitations = true\nallow_invitations = true",
        "allow_invitations = tr",
        "{\"allow_invitations\": true}",
        "<policy/>",
        "a = \"",
        &"a = ".repeat(1000),
        &format!("a = {}", "[".repeat(10_000)),
    ] {
        let error = Computer::with(text).is_closed();
        assert!(matches!(error, PolicyError::Syntax { .. }), "{error:?}");
    }
    let latin = Computer::with(b"consent_text_see = \"\xe9\"");
    assert_eq!(latin.is_closed(), PolicyError::NotText);
    let error = Computer::with("files = true\n\nfiles = ?\n").is_closed();
    assert!(error.to_string().starts_with("line 3: "), "{error}");
}

#[test]
fn a_policy_of_more_than_a_megabyte_closes_everything() {
    let large = format!("# {}\nallow_invitations = true\n", "x".repeat(1024 * 1024));
    let large = Computer::with(large);
    assert_eq!(large.is_closed(), PolicyError::TooLarge);
    let most = format!("files = true\n#{}", "x".repeat(MAX_POLICY_BYTES - 14));
    assert_eq!(most.len(), MAX_POLICY_BYTES);
    assert_eq!(read(&most).0.files, Some(true));
    assert_eq!(
        Computer::with(most + "x").is_closed(),
        PolicyError::TooLarge
    );
}

#[test]
fn only_what_the_administrator_alone_can_write_counts() {
    let computer = Computer::with("allow_invitations = true");
    assert_eq!(computer.load().policy.allow_invitations, Some(true));
    for (path, mode) in [
        ("etc/hulp/policy.toml", 0o664),
        ("etc/hulp/policy.toml", 0o646),
        ("etc/hulp", 0o775),
        ("etc/hulp", 0o757),
        ("etc/hulp", 0o1777),
        ("etc", 0o777),
        ("", 0o775),
    ] {
        let path = computer.0.path().join(path);
        let before = fs::metadata(&path).unwrap().permissions();
        set_mode(&path, mode);
        let error = computer.is_closed();
        assert!(
            matches!(&error, PolicyError::Writable { path: at } if at.components().eq(path.components())),
            "{error:?}"
        );
        fs::set_permissions(&path, before).unwrap();
        assert_eq!(computer.load().policy.allow_invitations, Some(true));
    }
    // Root's policy, for whoever is not root.
    let stranger = rustix::process::geteuid().as_raw() + 1;
    let loaded = computer.place_of(stranger).load();
    assert_eq!(loaded.policy, Policy::closed());
    assert!(matches!(
        loaded.found,
        PolicyFound::Unreadable(PolicyError::Owner { .. })
    ));
}

#[test]
fn a_file_of_somebody_elses_does_not_count() {
    if !rustix::process::geteuid().is_root() {
        eprintln!("SKIPPED: a policy of somebody else's: only root can make one");
        return;
    }
    let somebody = Some(rustix::process::Uid::from_raw(65534));
    for path in ["etc/hulp/policy.toml", "etc/hulp", "etc"] {
        let computer = Computer::with("allow_invitations = true");
        let path = computer.0.path().join(path);
        rustix::fs::chown(&path, somebody, None).unwrap();
        assert_eq!(computer.is_closed(), PolicyError::Owner { path });
    }
}

#[test]
fn a_link_a_folder_and_a_pipe_are_no_policy() {
    let real = Computer::with("allow_invitations = true");
    let linked = Computer::without();
    symlink(real.file(), linked.file()).unwrap();
    assert!(matches!(linked.is_closed(), PolicyError::NotPlain { .. }));

    let dangling = Computer::without();
    symlink("/nowhere", dangling.file()).unwrap();
    assert!(matches!(dangling.is_closed(), PolicyError::NotPlain { .. }));

    let linked_folder = Computer(TempDir::new().unwrap());
    symlink(
        real.0.path().join("etc"),
        linked_folder.0.path().join("etc"),
    )
    .unwrap();
    assert!(matches!(
        linked_folder.is_closed(),
        PolicyError::NotPlain { .. }
    ));

    let folder = Computer::without();
    fs::create_dir(folder.file()).unwrap();
    set_mode(&folder.file(), 0o755);
    assert!(matches!(folder.is_closed(), PolicyError::NotPlain { .. }));

    let file_for_folder = Computer(TempDir::new().unwrap());
    fs::write(file_for_folder.0.path().join("etc"), "").unwrap();
    assert!(matches!(
        file_for_folder.is_closed(),
        PolicyError::NotPlain { .. }
    ));

    let pipe = Computer::without();
    let mode = rustix::fs::Mode::from_raw_mode(0o644);
    let kind = rustix::fs::FileType::Fifo;
    rustix::fs::mknodat(rustix::fs::CWD, pipe.file(), kind, mode, 0).unwrap();
    set_mode(&pipe.file(), 0o644);
    assert!(matches!(pipe.is_closed(), PolicyError::NotPlain { .. }));
}

#[test]
fn every_line_is_explained() {
    let text = "# ours\nallow_invitations = false\n\nconsent_text_see = \"\"\"\nOne\ntwo\"\"\"\nfils = true\nways = [\"fax\"]\n";
    let explained = explain_policy(text.as_bytes());
    let means: Vec<_> = explained
        .lines
        .iter()
        .map(|line| (line.number, line.means.as_deref(), line.is_wrong))
        .collect();
    assert_eq!(
        means,
        [
            (1, None, false),
            (
                2,
                Some("Nobody can be invited to help on this computer, and whoever was is refused."),
                false
            ),
            (3, None, false),
            (
                4,
                Some("Beside the question who may see the screen the user reads this."),
                false
            ),
            (5, None, false),
            (6, None, false),
            (
                7,
                Some("fils is no key that this Hulp knows; it resembles files, which is closed"),
                true
            ),
            (
                8,
                Some(
                    "ways must be a list of some of \"file\", \"email\", \"code\", \"contact\"; until then it is closed"
                ),
                true
            ),
        ]
    );
    assert_eq!(explained.faults.len(), 2);
    assert!(explained.users.contains(&"control") && !explained.users.contains(&"ways"));
    // Each key of the example says something, and says it of itself.
    let example = explain_policy(EXAMPLE.as_bytes());
    assert!(example.is_good());
    let explained = example.lines.iter().filter(|line| line.means.is_some());
    assert_eq!(explained.count(), policy_keys().count());
    // A terminal shows it: what would make it do something is gone.
    let tricky = explain_policy("# \u{1b}[2J\u{202e}\nfiles = true".as_bytes());
    assert_eq!(tricky.lines[0].text, "# [2J");
}

/// Has the program speak English, whatever whoever runs this speaks.
const ENGLISH: [(&str, &str); 2] = [("LC_ALL", "C"), ("LANGUAGE", "C")];

#[test]
fn hulp_policy_check_explains_and_fails_where_something_is_wrong() {
    let check = |policy: &[u8]| {
        let computer = Computer::with(policy);
        let output = Command::new(env!("CARGO_BIN_EXE_hulp"))
            .args(["policy", "check"])
            .arg(computer.file())
            .envs(ENGLISH)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        (output.status.success(), said)
    };
    let (good, said) = check(EXAMPLE.as_bytes());
    assert!(
        good && said.contains("Nothing is wrong with this policy."),
        "{said}"
    );
    assert!(
        said.contains("   8  # Whether this computer makes"),
        "{said}"
    );
    assert!(
        said.contains("      = No invitation holds for longer than 8 hours."),
        "{said}"
    );

    let (good, said) = check(b"files = 1\n");
    assert!(
        !good && said.contains("WRONG: files must be true or false"),
        "{said}"
    );
    assert!(said.contains("One key is wrong."), "{said}");

    let (good, said) = check(b"files = \n");
    assert!(!good && said.contains("WRONG: line 1: "), "{said}");
    assert!(
        said.contains("Everything that a policy governs is closed"),
        "{said}"
    );

    let (good, said) = check(&[b'#'; MAX_POLICY_BYTES + 1]);
    let too_long = format!("longer than {} KiB", MAX_POLICY_BYTES / 1024);
    assert!(!good && said.contains(&too_long), "{said}");

    let missing = Command::new(env!("CARGO_BIN_EXE_hulp"))
        .args(["policy", "check", "/nowhere/policy.toml"])
        .envs(ENGLISH)
        .output()
        .unwrap();
    assert!(!missing.status.success());
    let said = String::from_utf8(missing.stderr).unwrap();
    assert!(said.contains("cannot read /nowhere/policy.toml"), "{said}");
}

/// The schema is for editors and for tools of management; the code says what it has to be.
#[test]
fn the_schema_says_what_the_code_takes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/policy/schema.json");
    let keys: Map<String, Value> = policy_keys()
        .map(|key| {
            let mut schema = schema_of(key.wants);
            schema["description"] = key.governs.into();
            (key.name.to_owned(), schema)
        })
        .collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The administrator's policy for Hulp",
        "type": "object",
        "properties": keys,
        "additionalProperties": false,
    });
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap();
    assert!(
        kept == text,
        "the schema is not what the code takes; UPDATE_SNAPSHOTS=1 writes it anew:\n{text}"
    );
}

fn schema_of(wants: Wants) -> Value {
    let text = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    match wants {
        Wants::Switch => json!({ "type": "boolean" }),
        Wants::Word(words) => json!({ "enum": words }),
        Wants::Words(words) => {
            json!({ "type": "array", "items": { "enum": words }, "maxItems": words.len() })
        }
        Wants::Lifetime => text("^ *[0-9]+ *(m|min|h|d)? *$"),
        Wants::Message(chars) => json!({ "type": "string", "minLength": 1, "maxLength": chars }),
        Wants::Relay => text("^https?://"),
        Wants::Token => json!({ "type": "string", "minLength": 1 }),
        Wants::Mailbox => text("^wss?://"),
        Wants::Server => text("^[^ @]+$"),
        Wants::Cards | Wants::Revoked => {
            json!({ "type": "array", "items": { "type": "string", "minLength": 1 } })
        }
        Wants::Keys => json!({ "type": "array", "items": text("^[0-9a-fA-F]{64}$") }),
    }
}

/// An organisation, and the card of a helper of its.
fn organisation() -> (OrganisationSecret, HelperCard) {
    let secret = OrganisationSecret::generate("Helpdesk of Zuid").unwrap();
    let (from, until) = (
        Utc::now() - TimeDelta::days(1),
        Utc::now() + TimeDelta::days(1),
    );
    let card = HelperCard::new("Jan", "", Fingerprint([7; 32]), from, until).unwrap();
    let card = secret.sign_card(card);
    (secret, card)
}

/// The user's own list: the organisation, and that it took the helper back.
fn users_list(secret: &OrganisationSecret, card: &HelperCard) -> HelperList {
    let taken_back = secret.revoke(None, card.key).unwrap();
    HelperList {
        organisations: vec![ListedOrganisation {
            organisation: secret.organisation(),
            may_control: false,
        }],
        taken_back: [(
            secret.organisation().key,
            taken_back.added_to(Default::default()).unwrap(),
        )]
        .into(),
        ..HelperList::default()
    }
}

fn listed(policy: &str, users: &HelperList) -> HelperList {
    Computer::with(policy).load().policy.over_helpers(users)
}

#[test]
fn no_policy_brings_back_whom_an_organisation_took_back() {
    let (secret, card) = organisation();
    let key = secret.organisation().key;
    let users = users_list(&secret, &card);
    let named = format!("helpers = ['''\n{}''']", card.to_text());
    let taken_back = secret.revoke(None, card.key).unwrap().to_text();
    let revoked = format!("revoked_cards = ['''\n{taken_back}''']");
    // Named by the policy: while the user knows it, with the organisation on the list or off it, or the policy says it.
    let off = HelperList {
        organisations: vec![],
        ..users.clone()
    };
    for (policy, users) in [
        (named.clone(), &users),
        (named.clone(), &off),
        (format!("{named}\norganisation_keys = []"), &users),
        (format!("{named}\n{revoked}"), &HelperList::default()),
        (format!("organisation_keys = [\"{key}\"]"), &off),
    ] {
        let found = listed(&policy, users).find(&card.key, Some(&card), Utc::now());
        assert_eq!(found, Err(NotListed::Revoked), "{policy}");
    }
    let found = listed(&named, &HelperList::default()).find(&card.key, None, Utc::now());
    assert!(found.is_ok(), "{found:?}");
    // A fault where it says who was taken back: nobody's signature counts, not even on a card that is named.
    let faulty = format!("{named}\n{}", revoked.replace("ed25519:", "ed25519;"));
    let found = listed(&faulty, &HelperList::default()).find(&card.key, None, Utc::now());
    assert_eq!(found, Err(NotListed::Revoked));
}

#[test]
fn two_organisations_may_have_taken_back_all_that_a_list_holds() {
    let full = || {
        let (secret, _) = organisation();
        let mut list = None;
        for number in 0..MAX_REVOKED {
            let mut key = [0; 32];
            key[..8].copy_from_slice(&number.to_be_bytes());
            list = Some(secret.revoke(list, Fingerprint(key)).unwrap());
        }
        list.unwrap()
    };
    let lists = [full(), full()];
    let texts = lists
        .each_ref()
        .map(|list| format!("'''\n{}'''", list.to_text()));
    let policy = format!("revoked_cards = [{}]", texts.join(", "));
    let listed = listed(&policy, &HelperList::default());
    assert!(!listed.no_signed_cards);
    for list in lists {
        assert_eq!(listed.taken_back[&list.organisation].keys, list.keys);
    }
}

#[test]
fn to_name_somebody_does_not_raise_what_the_user_lets_them_do() {
    let (secret, card) = organisation();
    let key = secret.organisation().key;
    let named = format!(
        "organisation_keys = [\"{key}\"]\nhelpers = ['''\n{}''']",
        card.to_text()
    );
    let users = |may_control| HelperList {
        helpers: vec![ListedHelper {
            card: card.clone(),
            may_control,
        }],
        organisations: vec![ListedOrganisation {
            organisation: secret.organisation(),
            may_control,
        }],
        ..HelperList::default()
    };
    for (policy, users, expected) in [
        ("", users(false), false),
        ("", users(true), true),
        ("", HelperList::default(), true),
        ("offers_control = \"allowed\"", users(false), true),
        ("offers_control = \"view only\"", users(true), false),
        (
            "offers_control = \"view only\"",
            HelperList::default(),
            false,
        ),
    ] {
        let list = listed(&format!("{policy}\n{named}"), &users);
        let given = (
            list.helpers[0].may_control,
            list.organisations[0].may_control,
        );
        assert_eq!(given, (expected, expected), "{policy}, {users:?}");
    }
}
