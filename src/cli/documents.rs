//! The manual's pages and what shells complete are made of the command line itself, and kept in assets/linux for packages.
#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use clap::{Command, CommandFactory};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use crate::Arguments;

const PROGRAM: &str = "hulp";

/// What the first page says beside what the command line says of itself.
const FILES: &str = r#".SH FILES
.TP
~/.local/share/hulp/settings.toml
The settings of the user. It may be edited while Hulp runs.
.TP
/etc/hulp/policy.toml
The policy of the administrator, which is over the settings of the users. It counts only if nobody but root can write it.
\fI/usr/share/doc/hulp/policy.example.toml\fR has every key.
.TP
~/.config/autostart/hulp.desktop
There while Hulp starts at log-in.
.TP
~/.local/state/hulp/registered.toml
What \fBhulp register\fR wrote.
.SH ENVIRONMENT
.TP
HULP_LOG
What is told on standard error, such as \fBhulp=debug\fR.
.SH EXAMPLES
.TP
hulp invite \-\-save anna.hulp \-\-expires 2h
Make an invitation for somebody, and wait for them.
.TP
hulp anna.hulp
Give help to whoever made it.
"#;

/// Each file below assets/linux, and what it is to hold.
fn documents() -> BTreeMap<PathBuf, Vec<u8>> {
    let mut documents = BTreeMap::new();
    let mut command = Arguments::command();
    for (shell, name) in [
        (Shell::Bash, "hulp.bash"),
        (Shell::Fish, "hulp.fish"),
        (Shell::Zsh, "_hulp"),
    ] {
        let mut text = vec![];
        generate(shell, &mut command, PROGRAM, &mut text);
        documents.insert(Path::new("completions").join(name), text);
    }
    let mut command = without_help(Arguments::command());
    command.build();
    add_page(&command, PROGRAM, &mut documents);
    documents
}

/// `hulp help` has no page: what it says stands in the others.
fn without_help(command: Command) -> Command {
    command
        .disable_help_subcommand(true)
        .mut_subcommands(without_help)
}

/// The manual's page of a command, and those of the commands in it.
fn add_page(command: &Command, name: &str, documents: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let name_of_page: &'static str = name.to_owned().leak(); // clap has no other names; a few, in a test
    let page = command
        .clone()
        .name(name_of_page)
        .bin_name(name.replace('-', " "));
    let mut text = vec![];
    Man::new(page)
        .date("")
        .manual("Hulp")
        .source(concat!("hulp ", env!("CARGO_PKG_VERSION")))
        .render(&mut text)
        .unwrap();
    if name == PROGRAM {
        text.extend(FILES.as_bytes());
    }
    documents.insert(Path::new("man").join(format!("{name}.1")), text);
    for inner in command.get_subcommands() {
        add_page(inner, &format!("{name}-{}", inner.get_name()), documents);
    }
}

/// `UPDATE_SNAPSHOTS=1 cargo test --bin hulp` writes them anew.
#[test]
fn the_manual_and_the_completions_are_those_of_this_command_line() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/linux");
    let wanted = documents();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        for kind in ["man", "completions"] {
            let _ = fs::remove_dir_all(folder.join(kind));
            fs::create_dir(folder.join(kind)).unwrap();
        }
        for (name, text) in &wanted {
            fs::write(folder.join(name), text).unwrap();
        }
    }
    let mut kept = BTreeMap::new();
    for kind in ["man", "completions"] {
        for entry in fs::read_dir(folder.join(kind)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(&folder).unwrap().to_owned();
            kept.insert(name, fs::read(&path).unwrap());
        }
    }
    let names: Vec<&PathBuf> = wanted.keys().collect();
    assert_eq!(kept.keys().collect::<Vec<_>>(), names);
    for (name, text) in &wanted {
        assert!(
            kept[name] == *text,
            "{} is not of this command line: UPDATE_SNAPSHOTS=1 cargo test --bin hulp",
            name.display()
        );
    }
}
