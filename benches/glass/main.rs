//! Hulp's two sides for `glass`, which measures remote desktops in real windows as black boxes: `share DISPLAY PORT` is a
//! novice who lets everybody in, `view DISPLAY PORT` an expert who takes control. Both are the real program, driven through
//! the accessible names of its controls; each has a home folder and a session bus of its own, and ends on SIGTERM.
//!
//! `make glass` measures with them.

#![allow(clippy::unwrap_used)]

#[path = "../../tests/rig/mod.rs"]
mod rig;

use std::{
    env, fs,
    net::Ipv4Addr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use hulp::invitation::Invitation;
use rig::{
    helping::{EXPERT, NOVICE, await_granted},
    hulp::Hulp,
    person::{AT_HOME, Person, SETTINGS},
};
use tokio::signal::unix::{SignalKind, signal};

/// Where the novice leaves the invitation for the expert; one pair at a time is measured.
const INVITATION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/glass/invitation.hulp");
/// How often the novice looks whether there is a question.
const GLANCE: Duration = Duration::from_millis(200);
/// How often once the expert has control: a look costs Hulp more than an idle session does.
const RARE_GLANCE: Duration = Duration::from_secs(3);

/// Somebody asked to end.
static ENDING: AtomicBool = AtomicBool::new(false);

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (job, display, port): (fn(&str, u16), _, _) = match arguments[..] {
        ["share", display, port] => (share, display, port),
        ["view", display, port] => (view, display, port),
        // Among all benches, which cargo says behind a filter for them, there is nothing to measure here.
        [] | [.., "--bench"] => return ExitCode::SUCCESS,
        _ => return usage(),
    };
    let Ok(port) = port.parse() else {
        return usage();
    };
    let missing = rig::missing();
    if !missing.is_empty() {
        eprintln!("not installed: {}; `make deps` does it", missing.join(", "));
        return ExitCode::FAILURE;
    }
    end_when_asked();
    job(display, port);
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: share DISPLAY PORT | view DISPLAY PORT");
    ExitCode::FAILURE
}

fn end_when_asked() {
    thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        runtime.expect("a runtime").block_on(async {
            let mut ends = signal(SignalKind::terminate()).expect("SIGTERM can be heard");
            ends.recv().await;
        });
        ENDING.store(true, Ordering::Relaxed);
    });
}

/// Does `look` again and again, as soon as it says, until the program is asked to end, or Hulp has ended.
fn until_the_end(mut hulp: Hulp<'_>, look: impl Fn(&Hulp<'_>) -> Duration) {
    let mut next_look = Instant::now();
    while !ENDING.load(Ordering::Relaxed) && hulp.ended().is_none() {
        if Instant::now() >= next_look {
            next_look = Instant::now() + look(&hulp);
        }
        thread::sleep(GLANCE);
    }
}

/// The novice, who says yes to everybody. The coloured edge is off: it is a part of the screen that `glass` did not draw.
fn share(display: &str, port: u16) {
    let person = Person::sit_at("novice", display);
    let settings = person.home().join(SETTINGS);
    let text = format!("port = {port}\nshow_edge = false\n{AT_HOME}");
    fs::write(&settings, text).expect("settings");
    let file = PathBuf::from(INVITATION);
    fs::create_dir_all(file.parent().expect("a file's folder")).expect("a folder in target");
    let _ = fs::remove_file(&file);
    let arguments = ["invite", "--name", NOVICE, "--save", INVITATION];
    let novice = Hulp::start(&person, arguments);
    novice.await_text("Waiting for your helper");
    until_the_end(novice, |novice| {
        let Some(answer) =
            (["Allow", "Allow control"].into_iter()).find(|answer| novice.button(answer).is_some())
        else {
            let controlled = novice.button("Stop control").is_some();
            return if controlled { RARE_GLANCE } else { GLANCE };
        };
        if novice.button("I called them").is_some() {
            novice.choose("I called them");
        }
        novice.answer(answer);
        GLANCE
    });
}

/// The expert, at actual size in full screen and in control.
fn view(display: &str, port: u16) {
    let person = Person::sit_at("expert", display);
    let file = person.folder().join("invitation.hulp");
    redirect(Path::new(INVITATION), &file, port);
    let expert = Hulp::start(&person, [&file]);
    expert.await_text(&format!("{NOVICE} asks for your help"));
    expert.write("Your name", EXPERT);
    expert.press("Connect");
    expert.await_button("Disconnect");
    expert.press("Actual size");
    expert.press("Take control");
    await_granted(&expert);
    expert.press("Full screen");
    // Input goes to whoever has the keyboard, and the pointer at the top edge would call the bars.
    expert.activate();
    expert.await_no_text("Release control");
    until_the_end(expert, |_| RARE_GLANCE);
}

/// A copy of an invitation that leads to this port of this computer.
fn redirect(from: &Path, to: &Path, port: u16) {
    let paper = fs::read(from).expect("an invitation; the novice comes first");
    let mut invitation = Invitation::from_xml(&paper).expect("an invitation of Hulp's");
    invitation.addresses = vec![(Ipv4Addr::LOCALHOST, port).into()];
    fs::write(to, invitation.to_xml()).expect("a copy of it");
}
