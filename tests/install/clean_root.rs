//! The package on a Debian that has nothing of Hulp: apt brings what it needs, a double click on an invitation leads to a
//! session with somebody elsewhere, and nothing stays of it when it is purged.

use std::{
    collections::BTreeSet,
    fs,
    io::{Write, stderr},
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{
    package, packager,
    rig::{
        alone, can_run,
        clean_root::CleanRoot,
        helping::{
            EXPERT, RemoteScreen, TERMINAL_PLACE, connect, expect_nothing_pressed, expert,
            give_control, invite, let_in, novice, open_by,
        },
        hulp::Hulp,
        is_built,
        person::{Person, SETTINGS},
        ports::free_port,
        terminal::Terminal,
    },
    said,
};

/// Where every program that ever ran leaves something, whoever removes it: logs, lists and caches.
const KEPT_BY_OTHERS: &[&str] = &["/var/cache", "/var/lib/apt", "/var/lib/dpkg", "/var/log"];

#[test]
fn on_a_clean_debian_a_double_click_leads_to_a_session() {
    let test = "on_a_clean_debian_a_double_click_leads_to_a_session";
    if !can_run(test) || !is_built(test, &packager()) {
        return;
    }
    let _alone = alone();
    let at_expert = expert();
    let Some(root) = CleanRoot::lay(test, &at_expert) else {
        return;
    };
    let before = Found::in_(&root);
    if !install(&root, &package(at_expert.folder())) {
        // The harness would keep what `eprintln!` says.
        let _ = writeln!(
            stderr(),
            "SKIPPED: {test}: the packages that Hulp needs were not reached"
        );
        return;
    }
    expect_all_in_order(&root, &at_expert);
    help_after_a_double_click(&root, &at_expert);

    root.tell(&apt_get(&["--auto-remove", "purge", "hulp"]));
    let after = Found::in_(&root);
    assert_eq!(after.packages, before.packages);
    let left: Vec<_> = after.files.difference(&before.files).collect();
    assert!(left.is_empty(), "{left:?}");
    let known = ["/usr/share/applications", "/usr/share/mime"];
    let known = [&["grep", "-rlE", "vnd\\.hulp|hulp\\.desktop"], &known[..]].concat();
    assert_eq!(
        said(&root.run(&known)),
        "",
        "something still opens invitations"
    );
}

/// Installs the package with what it says that it needs, and no more; whether that could be had.
fn install(root: &CleanRoot<'_>, package: &Path) -> bool {
    let path = package.to_string_lossy();
    // Fetched by itself, so that a mirror which fails is told from a package which does.
    let fetched = root.run(&apt_get(&["--download-only", "install", &path]));
    let words = said(&fetched);
    if !fetched.status.success() && words.contains("Failed to fetch") {
        return false;
    }
    let sizes = (words.lines())
        .filter(|line| line.starts_with("Need to get") || line.starts_with("After this"));
    let sizes = sizes.collect::<Vec<_>>().join(" ");
    let own = package.metadata().unwrap().len() / 1000;
    let _ = writeln!(
        stderr(),
        "CLEAN ROOT: of {own} kB itself, and with what it needs: {sizes}"
    );
    root.tell(&apt_get(&["install", &path]));
    true
}

fn apt_get<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["apt-get", "--yes", "--no-install-recommends"], arguments].concat()
}

/// The program starts, and finds nothing wanting of what somebody needs for giving and getting help.
fn expect_all_in_order(root: &CleanRoot<'_>, person: &Person) {
    let version = root.tell(&["hulp", "--version"]);
    assert_eq!(version, concat!("hulp ", env!("CARGO_PKG_VERSION")));
    // It asks no server beyond this computer.
    let settings = person.home().join(SETTINGS);
    let mailbox = format!("mailbox = \"ws://127.0.0.1:{}/v1\"\n", free_port());
    let at_home = fs::read_to_string(&settings).unwrap();
    fs::write(settings, at_home + &mailbox).unwrap();
    let checked = root.run(&["hulp", "check", "--json"]);
    let checked: Value = serde_json::from_slice(&checked.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", said(&checked)));
    for (part, words) in [
        ("screen", "1920 by 1080"),
        ("input", "The pointer was moved"),
        ("stop_keys", ""),
        ("port", ""),
        ("drawing", "in software"),
        ("files", ""),
        ("disk", ""),
    ] {
        let parts = checked["parts"].as_array().unwrap();
        let found = parts.iter().find(|found| found["part"] == part).unwrap();
        assert_eq!(found["state"], "works", "{found}");
        assert!(found["what"].as_str().unwrap().contains(words), "{found}");
    }
}

/// Somebody elsewhere saves an invitation, and is seen and helped from the root.
fn help_after_a_double_click(root: &CleanRoot<'_>, at_expert: &Person) {
    let at_novice = novice();
    let screen = at_novice.display();
    let terminal = Terminal::open(&at_novice, "letter", TERMINAL_PLACE);
    let grietje = Hulp::start(&at_novice, [""; 0]);
    let file = at_expert
        .folder()
        .join("Invitation from Zoë for 100 %.hulp");
    invite(&grietje, &file, None);
    let file = file.to_string_lossy();
    // As under a bare window manager, and as on a desktop.
    let (enter, double_click) = root.enter(["xdg-open", &*file]);
    drop(open_by(at_expert, enter, double_click));
    let (enter, double_click) = root.enter(["gio", "open", &*file]);
    let thomas = open_by(at_expert, enter, double_click);
    connect(&thomas, None);
    let_in(&grietje, &thomas);

    // To the last bit, and again after something changed.
    let letter = terminal.area(screen);
    let remote = RemoteScreen::find(screen, &thomas, letter);
    terminal.focus(screen);
    screen.type_text("Dear Thomas, ");
    terminal.expect(0, "Dear Thomas, ");
    remote.await_exact(screen, &thomas, letter);

    give_control(&grietje, &thomas);
    remote.click_terminal(screen, &thomas, &terminal);
    let typed = terminal.typed().len();
    let words = "it works: A-Z 0-9 [x] ~ \u{e9} \u{20ac}";
    at_expert.display().type_text(words);
    terminal.expect(typed, words);
    remote.await_exact(screen, &thomas, letter);
    thomas.press("Disconnect");
    grietje.await_text(&format!("{EXPERT} ended the session."));
    expect_nothing_pressed(&at_novice);
}

/// What there is in a root.
struct Found {
    packages: String,
    files: BTreeSet<PathBuf>,
}

impl Found {
    fn in_(root: &CleanRoot<'_>) -> Self {
        let files = root.tell(&["find", "/", "-xdev"]);
        let files = files.lines().map(PathBuf::from);
        let kept_by_others =
            |path: &PathBuf| KEPT_BY_OTHERS.iter().any(|folder| path.starts_with(folder));
        Self {
            packages: root.tell(&["dpkg-query", "--show"]),
            files: files.filter(|path| !kept_by_others(path)).collect(),
        }
    }
}
