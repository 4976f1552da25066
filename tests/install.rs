//! At home on the desktop: `hulp register` and the package. A double click is what file managers do: GLib's `gio open`, or `xdg-open`.

#![allow(clippy::unwrap_used)]

mod rig;

#[path = "install/clean_root.rs"]
mod clean_root;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::Duration,
};

use chrono::Utc;
use hulp::invitation::{EXTENSION, Fingerprint, MEDIA_TYPE, NewInvitation, SentHow};
use rig::{
    alone, can_use,
    helping::{NOVICE, expert},
    hulp::Hulp,
    person::{Person, said},
};
use tempfile::TempDir;

/// What a desktop has beside its programs.
const DESKTOP_TOOLS: &[&str] = &[
    "gio",
    "mimetype",
    "update-desktop-database",
    "update-mime-database",
    "xdg-mime",
    "xdg-open",
];
/// What reads the package's files as strictly as others will.
const READERS: &[&str] = &["appstreamcli", "desktop-file-validate", "dpkg", "xmllint"];
/// The largest that a package may be.
const MAX_PACKAGE_BYTES: u64 = 40 * 1000 * 1000;

/// A copy of the program in another folder, without the disk being the wiser where that can be had.
fn copy_to(folder: &Path) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    let copy = folder.join("hulp");
    let program = env!("CARGO_BIN_EXE_hulp");
    if fs::hard_link(program, &copy).is_err() {
        fs::copy(program, &copy).unwrap();
    }
    copy
}

/// An invitation of somebody who is not there.
fn invitation(file: &Path) {
    let asked = NewInvitation {
        name: NOVICE.into(),
        message: String::new(),
        lifetime: Duration::from_secs(3600),
        addresses: vec!["127.0.0.1:9".parse().unwrap()],
        meeting: None,
        novice_key: Fingerprint([7; 32]),
        password: None,
        sent: SentHow::File(file.to_owned()),
    };
    let made = asked.make(Utc::now()).unwrap();
    fs::write(file, made.invitation.to_xml().as_bytes()).unwrap();
}

fn ask(command: &mut Command) -> Output {
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", said(&output));
    output
}

/// What a program answers to somebody.
fn answer(person: &Person, program: impl AsRef<Path>, arguments: &[&str]) -> String {
    let mut command = Command::new(program.as_ref());
    person.environment(&mut command);
    said(&ask(command.args(arguments)))
}

/// All that is in a folder, but for what Hulp and its libraries keep when they run.
fn tree(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(folder) = todo.pop() {
        for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.ends_with(".local/share/hulp") || path.ends_with(".cache") {
                continue;
            }
            if path.is_dir() {
                todo.push(path.clone());
            }
            found.insert(path);
        }
    }
    found
}

fn opens(person: &Person, opener: &str, arguments: &[&str], file: &Path) {
    let file = file.to_string_lossy();
    let arguments = arguments.iter().copied().chain([&*file]);
    let opened = Hulp::opened_by(person, opener, arguments);
    opened.await_text(&format!("{NOVICE} asks for your help"));
}

#[test]
fn who_registers_hulp_opens_invitations_with_a_double_click_until_it_is_taken_back() {
    let test = "who_registers_hulp_opens_invitations_with_a_double_click_until_it_is_taken_back";
    if !can_use(test, DESKTOP_TOOLS) {
        return;
    }
    let _alone = alone();
    let person = expert();
    let file = person
        .folder()
        .join("Invitation from \"Zoë\" for 100 %.hulp");
    invitation(&file);
    let before = tree(&person.home());
    let odd = copy_to(&person.folder().join("it's \"5 %\" $HOME `é` \\n"));
    let words = answer(&person, &odd, &["register"]);
    assert!(words.contains("opens Hulp now"), "{words}");
    let default = answer(&person, "xdg-mime", &["query", "default", MEDIA_TYPE]);
    assert_eq!(default, "hulp.desktop");
    opens(&person, "gio", &["open"], &file);

    // A file that lost its name is known by what is in it.
    let nameless = person.folder().join("attachment");
    fs::copy(&file, &nameless).unwrap();
    opens(&person, "gio", &["open"], &nameless);

    // Another copy takes its place; at a plain path a bare window manager's xdg-open can start it too.
    let plain = copy_to(&person.folder().join("plain"));
    fs::remove_file(&odd).unwrap();
    answer(&person, &plain, &["register"]);
    let registered = tree(&person.home());
    answer(&person, &plain, &["register"]);
    assert_eq!(tree(&person.home()), registered, "twice is as once");
    opens(&person, "xdg-open", &[], &file);

    answer(&person, &plain, &["register", "--remove"]);
    let rest: Vec<PathBuf> = tree(&person.home()).difference(&before).cloned().collect();
    assert!(rest.is_empty(), "{rest:?}");
    let default = answer(&person, "xdg-mime", &["query", "default", MEDIA_TYPE]);
    assert_eq!(default, "");
}

/// A home without a desktop.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn hulp(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hulp"));
        command.env_clear().env("HOME", self.0.path());
        command.env("PATH", std::env::var_os("PATH").unwrap());
        command
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }
}

const ENTRY: &str = ".local/share/applications/hulp.desktop";
const DEFAULTS: &str = ".config/mimeapps.list";

#[test]
fn what_others_wrote_stays() {
    let home = Home::new();
    let theirs = format!(
        "[Added Associations]\ntext/plain=a.desktop;\n\n[Default Applications]\n{MEDIA_TYPE}=editor.desktop;\n"
    );
    home.write(DEFAULTS, &theirs);
    home.write(
        ".local/share/applications/mine.desktop",
        "[Desktop Entry]\n",
    );
    home.write(".local/share/icons/hicolor/16x16/apps/mine.png", "");
    let before = tree(home.0.path());
    home.hulp(&["register"]);
    let list = home.read(DEFAULTS);
    assert!(list.contains(&format!("{MEDIA_TYPE}=hulp.desktop;editor.desktop;\n")));
    home.hulp(&["register", "--remove"]);
    assert_eq!(home.read(DEFAULTS), theirs);
    let generated = Path::new(".local/share/applications/mimeinfo.cache"); // of a folder that was there
    let rest: Vec<PathBuf> = tree(home.0.path())
        .difference(&before)
        .filter(|path| !path.ends_with(generated))
        .cloned()
        .collect();
    assert!(rest.is_empty(), "{rest:?}");
}

#[test]
fn an_entry_of_somebody_elses_is_not_replaced() {
    let home = Home::new();
    home.write(ENTRY, "[Desktop Entry]\nName=Mine\n");
    let before = tree(home.0.path());
    let refused = home.hulp(&["register"]);
    assert!(!refused.status.success());
    let words = said(&refused);
    assert!(words.contains("not of Hulp's making"), "{words}");
    assert_eq!(tree(home.0.path()), before, "nothing was done");
    let words = said(&home.hulp(&["register", "--remove"]));
    assert!(words.contains("was not registered"), "{words}");
    assert_eq!(home.read(ENTRY), "[Desktop Entry]\nName=Mine\n");
}

#[test]
fn what_was_changed_since_is_left_and_said() {
    let home = Home::new();
    home.hulp(&["register"]);
    let changed = home.read(ENTRY).replace("Terminal=false", "Terminal=true");
    home.write(ENTRY, &changed);
    let refused = home.hulp(&["register"]);
    assert!(!refused.status.success(), "{}", said(&refused));
    let removed = home.hulp(&["register", "--remove"]);
    assert!(removed.status.success());
    let words = said(&removed);
    assert!(
        words.contains(&*home.path(ENTRY).to_string_lossy()),
        "{words}"
    );
    assert_eq!(home.read(ENTRY), changed);
    assert!(!home.path(".local/share/icons").exists());
}

#[test]
fn a_list_in_disorder_is_said() {
    let home = Home::new();
    home.write(".local/state/hulp/registered.toml", "files = 3");
    for arguments in [&["register"][..], &["register", "--remove"]] {
        let refused = home.hulp(arguments);
        assert!(!refused.status.success());
        assert!(
            said(&refused).contains("registered.toml"),
            "{}",
            said(&refused)
        );
    }
}

/// What makes packages.
fn packager() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/cargo-deb")
}

/// Makes the package of the program as these tests have it, which is built neither again nor for others.
fn package(folder: &Path) -> PathBuf {
    let package = folder.join("hulp.deb");
    copy_to(&folder.join("release"));
    let mut command = Command::new("make");
    command
        .args(["--silent", "licences"])
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    ask(&mut command);
    let mut command = Command::new(packager());
    command
        .args(["deb", "--no-build", "--fast", "--strip", "--output"])
        .arg(&package)
        .env("CARGO_TARGET_DIR", folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    ask(&mut command);
    package
}

#[test]
fn the_package_brings_a_desktop_all_it_needs() {
    let test = "the_package_brings_a_desktop_all_it_needs";
    let tools: Vec<&str> = [DESKTOP_TOOLS, READERS].concat();
    if !can_use(test, &tools) || !rig::is_built(test, &packager()) {
        return;
    }
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let package = package(folder.path());
    assert!(package.metadata().unwrap().len() < MAX_PACKAGE_BYTES);

    // A clean root, with a database of packages of its own.
    let root = folder.path().join("root");
    let database = root.join("var/lib/dpkg");
    fs::create_dir_all(database.join("updates")).unwrap();
    fs::create_dir_all(database.join("info")).unwrap();
    fs::write(database.join("status"), "").unwrap();
    let dpkg = |arguments: &[&str]| {
        let mut command = Command::new("unshare"); // as root, where one is not
        command.args(["--map-root-user", "dpkg", "--force-depends", "--root"]);
        command.arg(&root).args(arguments);
        said(&ask(&mut command))
    };
    dpkg(&["--install", &package.to_string_lossy()]);
    let listed = dpkg(&["--listfiles", "hulp"]);
    let has = |file: &str| assert!(listed.lines().any(|line| line == file), "no {file}");
    for file in [
        "/usr/bin/hulp",
        "/usr/share/applications/hulp.desktop",
        "/usr/share/bash-completion/completions/hulp",
        "/usr/share/doc/hulp/copyright",
        "/usr/share/doc/hulp/policy.example.toml",
        "/usr/share/doc/hulp/third-party-licences.txt",
        "/usr/share/fish/vendor_completions.d/hulp.fish",
        "/usr/share/icons/hicolor/48x48/apps/hulp.png",
        "/usr/share/icons/hicolor/scalable/apps/hulp.svg",
        "/usr/share/icons/hicolor/symbolic/apps/hulp-symbolic.svg",
        "/usr/share/man/man1/hulp.1.gz",
        "/usr/share/metainfo/hulp.metainfo.xml",
        "/usr/share/mime/packages/hulp.xml",
        "/usr/share/zsh/vendor-completions/_hulp",
    ] {
        has(file);
    }
    for page in fs::read_dir("assets/linux/man").unwrap() {
        let name = page.unwrap().file_name().into_string().unwrap();
        has(&format!("/usr/share/man/man1/{name}.gz"));
    }
    let share = root.join("usr/share");
    let mut read = Command::new("desktop-file-validate");
    ask(read.arg(share.join("applications/hulp.desktop")));
    // Hulp has no domain that it could be named by.
    let mut read = Command::new("appstreamcli");
    read.args([
        "validate",
        "--no-net",
        "--override",
        "cid-desktopapp-is-not-rdns=info",
    ]);
    ask(read.arg(share.join("metainfo/hulp.metainfo.xml")));
    let mut read = Command::new("xmllint");
    ask(read
        .arg("--noout")
        .arg(share.join("mime/packages/hulp.xml")));

    // What is linked, with its C and its fonts, under its own terms.
    let licences = fs::read_to_string(share.join("doc/hulp/third-party-licences.txt")).unwrap();
    for words in [
        "\negui ",
        "\nlibsqlite3-sys ",
        "\nring ",
        "\nxmpp-parsers ",
        "Meta Platforms", // zstd
        "SIL OPEN FONT LICENSE",
        "Mozilla Public License",
        "\nRust's standard library\n",
    ] {
        assert!(licences.contains(words), "{words}");
    }

    // What the triggers of others' packages do.
    ask(Command::new("update-mime-database").arg(share.join("mime")));
    ask(Command::new("update-desktop-database").arg(share.join("applications")));
    let person = expert();
    let path = std::env::var("PATH").unwrap();
    person.set(
        "PATH",
        &format!("{}:{path}", root.join("usr/bin").display()),
    );
    person.set("XDG_DATA_DIRS", &format!("{}:/usr/share", share.display()));
    let file = person.folder().join("Invitation from Zoë.hulp");
    invitation(&file);
    opens(&person, "gio", &["open"], &file);
    opens(&person, "xdg-open", &[], &file);

    dpkg(&["--purge", "hulp"]);
    assert!(!root.join("usr/bin/hulp").exists());
    assert!(!share.join("man").exists(), "nothing is left");
}

#[test]
fn the_desktop_s_files_mean_the_invitation_that_is_written() {
    let read = |name: &str| fs::read_to_string(Path::new("assets").join(name)).unwrap();
    assert!(read("linux/hulp.desktop").contains(&format!("\nMimeType={MEDIA_TYPE};\n")));
    let kind = read("linux/hulp.xml");
    assert!(kind.contains(&format!("<mime-type type=\"{MEDIA_TYPE}\">")));
    assert!(kind.contains(&format!("<glob pattern=\"*.{EXTENSION}\"/>")));
    assert!(read("linux/hulp.metainfo.xml").contains(MEDIA_TYPE));
    let bundle = read("macos/Info.plist");
    assert!(bundle.contains(&format!("<string>{MEDIA_TYPE}</string>")));
    assert!(bundle.contains(&format!("<string>{EXTENSION}</string>")));
    let version = env!("CARGO_PKG_VERSION");
    assert!(read("linux/changelog").starts_with(&format!("hulp ({version}-1)")));
    assert!(read("linux/hulp.metainfo.xml").contains(&format!("<release version=\"{version}\"")));
}
