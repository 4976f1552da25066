//! A start of the program beside one that runs: what is wanted goes there. And several invitations at once, each in a process of its own.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
};

use anyhow::{Context, bail};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use hulp::{
    desktop,
    engine::{Answer, Begun, Duty, StartPage, Wish, begin, begin_quietly},
    language::say,
    ui,
};

/// The most invitations that are opened at once; file managers pass as many as are chosen.
const MAX_FILES: usize = 16;

/// The pages that can be asked for: as they are typed, and what help says of them.
const PAGES: [(StartPage, &str, &str); 10] = [
    (StartPage::Home, "home", "The first one"),
    (StartPage::Invite, "invite", "Invite someone to help"),
    (StartPage::Open, "open", "Open an invitation"),
    (StartPage::Code, "code", "Enter a code"),
    (StartPage::Waiting, "waiting", "Waiting for your helper"),
    (StartPage::Status, "status", "Invitation status"),
    (StartPage::Offer, "offer", "Offer help to a computer"),
    (StartPage::Log, "log", "Log"),
    (StartPage::Settings, "settings", "Settings"),
    (StartPage::Check, "check", "Check this computer"),
];

/// Reads the name of a page.
pub fn page_parser() -> impl TypedValueParser<Value = StartPage> {
    let names = PAGES.map(|(_, name, help)| PossibleValue::new(name).help(help));
    PossibleValuesParser::new(names).map(|typed| {
        let named = PAGES.iter().find(|(_, name, _)| *name == typed);
        named.map_or_else(StartPage::default, |(page, ..)| *page)
    })
}

/// What is left to do.
pub enum Left {
    /// Nothing: the one that runs has done it.
    Nothing(ExitCode),
    /// To open a window, with this duty.
    Window(Duty),
}

/// Hands a wish over to the Hulp that runs, if there is one.
pub fn hand_over(folder: &Path, wish: &Wish) -> anyhow::Result<Left> {
    match begin(folder, &desktop::display_name(), wish)? {
        Begun::First(ownership) => Ok(Left::Window(Duty::Everything(Some(ownership)))),
        Begun::HandedOver(answer) => told(answer).map(Left::Nothing),
        // Its window may be stuck. This one can still give help, and takes over when that one is gone.
        Begun::NoAnswer => Ok(Left::Window(Duty::Everything(None))),
    }
}

/// The duty of a process that asks nothing of one that runs; none where there is one.
pub fn own_quietly(folder: &Path) -> anyhow::Result<Option<Duty>> {
    let ownership = begin_quietly(folder)?;
    Ok(ownership.map(|ownership| Duty::Everything(Some(ownership))))
}

fn told(answer: Answer) -> anyhow::Result<ExitCode> {
    match answer {
        Answer::Done => println!("{}", say!("terminal-open-already")),
        Answer::Invited(Ok(path)) => {
            let path = path.display().to_string();
            println!("{}", say!("terminal-saved", path = path));
        }
        Answer::Invited(Err(fault)) => bail!("{}", ui::invite_fault(&fault)),
        Answer::AtAnotherDisplay(display) if display.is_empty() => {
            bail!("{}", say!("terminal-open-at-another-display"))
        }
        Answer::AtAnotherDisplay(display) => {
            bail!("{}", say!("terminal-open-at-display", display = display))
        }
        Answer::Busy => {
            bail!("{}", say!("terminal-open-and-busy"))
        }
        Answer::NotUnderstood => bail!("{}", say!("terminal-open-in-another-version")),
    }
    Ok(ExitCode::SUCCESS)
}

/// The first of these invitations, for this process; each of the others gets a process of its own, which the end of this one
/// does not touch.
pub fn first_of(files: &[PathBuf]) -> anyhow::Result<PathBuf> {
    check_number(files)?;
    let (first, others) = files.split_first().context("no invitation")?;
    start_for_each(others)?;
    Ok(std::path::absolute(first)?)
}

/// Opens each of these invitations in a process of its own.
pub fn open_apart(files: &[PathBuf]) -> anyhow::Result<()> {
    check_number(files)?;
    start_for_each(files)
}

fn check_number(files: &[PathBuf]) -> anyhow::Result<()> {
    if files.len() > MAX_FILES {
        bail!(
            "{}",
            say!("terminal-too-many", count = files.len(), most = MAX_FILES)
        );
    }
    Ok(())
}

/// Starts the program once more without anything, which brings the window of the one that runs to the front.
pub fn start_again() -> anyhow::Result<()> {
    start(&[])
}

fn start_for_each(files: &[PathBuf]) -> anyhow::Result<()> {
    for file in files {
        let file = std::path::absolute(file)?;
        start(&["--".as_ref(), file.as_os_str()]).with_context(|| {
            let path = file.display().to_string();
            say!("terminal-not-opened", path = path)
        })?;
    }
    Ok(())
}

fn start(arguments: &[&OsStr]) -> anyhow::Result<()> {
    let program = std::env::current_exe().with_context(|| say!("terminal-not-started"))?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .spawn()?;
    // Somebody has to see it end; that is over with this process.
    std::thread::Builder::new()
        .name("another-hulp".into())
        .spawn(move || child.wait())?;
    Ok(())
}
