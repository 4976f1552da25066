//! `make demo`: the whole job, novice and expert, to look at. On a desktop two windows open, and a person is told how to play
//! both; without one two people at displays of their own do it by themselves, and each step leaves a picture of both sides.

#![allow(clippy::unwrap_used)]

mod rig;

use std::{
    cell::Cell,
    env, fs,
    path::Path,
    process::{Command, ExitCode, ExitStatus, Stdio},
};

use rig::{
    display::ESCAPE,
    helping::{
        EXPERT, NOVICE, PASSWORD, RemoteScreen, TERMINAL_PLACE, ask_for_control,
        await_control_ended, connect, expect_nothing_pressed, expert, give_control, invite, let_in,
        novice, open, phrase, say,
    },
    hulp::Hulp,
    person::Person,
    terminal::Terminal,
};

/// Where the pictures and the two homes of the demo are kept.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/demo");

fn main() -> ExitCode {
    let has_desktop = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|it| !it.is_empty()));
    let by_itself = env::args().any(|argument| argument == "--by-itself");
    if has_desktop && !by_itself {
        for_a_person()
    } else {
        by_two_people()
    }
}

/// Opens the novice's and the expert's window on this desktop, each with a home folder of its own.
fn for_a_person() -> ExitCode {
    let start = |role: &str| -> Result<_, std::io::Error> {
        let home = Path::new(FOLDER).join(role);
        // Both are on this computer: routers and relays are left alone.
        let store = home.join("data/hulp");
        fs::create_dir_all(&store)?;
        fs::write(store.join("settings.toml"), rig::person::AT_HOME)?;
        Command::new(env!("CARGO_BIN_EXE_hulp"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_STATE_HOME", home.join("state"))
            // The buttons are called here as they are in English.
            .env_remove("LANGUAGE")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null())
            .spawn()
    };
    let (mut novice, mut expert) = match (start("novice"), start("expert")) {
        (Ok(novice), Ok(expert)) => (novice, expert),
        (Err(error), _) | (_, Err(error)) => {
            eprintln!("Hulp does not start: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!(
        "Two windows of Hulp have opened. You play both people; each has a home folder of its own in
{FOLDER}, and nothing of yours is touched.

  One window is for the one who needs help:
    1. Click `Invite someone to help`, write your name, and click `Save invitation`.
       Remember where the file is saved.
  The other window is for the helper:
    2. Click `Open an invitation`, choose that file, click `Open` and then `Connect`.
  Back in the first window:
    3. It asks whether someone may see your screen. Say that you called them, and click `Allow`.
  In the helper's window you now see your own screen, and in it the window, and so on: on two
  computers you would see the other one's.
    4. Write something below `Chat message`, on either side, and click `Send`.
    5. Click `Take control` in the helper's window, then `Allow control` in the other.
    6. Press Esc, press Ctrl+C, or click `Stop control`: each ends control at once.
    7. Click `Disconnect`.

The demo ends when both windows are closed."
    );
    let ended = [novice.wait(), expert.wait()];
    let well = ended
        .iter()
        .all(|status| status.as_ref().is_ok_and(ExitStatus::success));
    if well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Does the whole job under displays without a screen.
fn by_two_people() -> ExitCode {
    let missing = rig::missing();
    if !missing.is_empty() {
        eprintln!(
            "The demo needs {}; `make deps` installs it.",
            missing.join(", ")
        );
        return ExitCode::FAILURE;
    }
    println!(
        "There is no desktop here, so two people do it by themselves, at displays of their own.\n"
    );
    tell(&Story::new());
    println!("\nThe whole job is done. The pictures are in {FOLDER}.");
    ExitCode::SUCCESS
}

/// The story in the order of the article, with what came since.
fn tell(story: &Story) {
    let (at_novice, at_expert) = (&story.novice, &story.expert);
    let terminal = Terminal::open(at_novice, "letter", TERMINAL_PLACE);
    story.step(
        &format!("{NOVICE} sits at a computer, and {EXPERT} at another"),
        "start",
    );

    let grietje = Hulp::start(at_novice, [""; 0]);
    grietje.await_button("Invite someone to help");
    story.step(&format!("{NOVICE} starts Hulp"), "home");
    let file = at_novice.home().join("Invitation from Grietje.hulp");
    invite(&grietje, &file, Some(PASSWORD));
    story.step(
        &format!("{NOVICE} saves an invitation with a password as a file"),
        "invitation",
    );

    let thomas = open(at_expert, &file);
    story.step(
        &format!("{EXPERT} opens the file with a double click"),
        "opened",
    );
    thomas.write("Password", "a guess");
    thomas.press("Connect");
    thomas.await_text("This password is not right.");
    story.step(
        &format!("A wrong password does not get past {NOVICE}'s computer"),
        "wrong-password",
    );
    connect(&thomas, Some(PASSWORD));
    grietje.await_text("May someone see your screen?");
    let words = phrase(&grietje);
    assert_eq!(words, phrase(&thomas), "two phrases");
    grietje.choose("I called them");
    grietje.await_button("Allow");
    story.step(
        &format!("{NOVICE} is asked; both windows show the words `{words}`"),
        "consent",
    );
    let_in(&grietje, &thomas);
    let screen = at_novice.display();
    let remote = RemoteScreen::find(screen, &thomas, terminal.area(screen));
    story.step(
        &format!("{NOVICE} allows it, and {EXPERT} sees the screen, exact to the last bit"),
        "seen",
    );
    say(&thomas, &grietje, "Good morning! I see your letter.");
    say(&grietje, &thomas, "The € sign is gone. Can you type it?");
    story.step("They write to each other", "chat");

    ask_for_control(&grietje, &thomas);
    grietje.await_button("Allow control");
    story.step(
        &format!("{EXPERT} asks for control; the question names three ways to stop it"),
        "control-question",
    );
    grietje.answer("Allow control");
    grietje.await_button("Stop control");
    let keyboard = at_expert.display();
    let type_there = |words: &str| {
        remote.click_terminal(screen, &thomas, &terminal);
        let before = terminal.typed().len();
        keyboard.type_text(words);
        terminal.expect(before, words);
        remote.await_exact(screen, &thomas, terminal.area(screen));
    };
    type_there("Here you are: € é ß 漢");
    story.step(
        &format!("{NOVICE} allows it, and {EXPERT} types into the letter"),
        "control",
    );
    let before = terminal.typed().len();
    keyboard.tap(ESCAPE);
    keyboard.control_and('c');
    terminal.expect(before, "\u{1b}\u{3}");
    assert!(
        grietje.button("Stop control").is_some(),
        "the expert's Esc stopped control"
    );
    story.step(
        &format!("{EXPERT}'s own Esc and Ctrl+C go into the letter, and stop nothing"),
        "keys",
    );

    screen.tap(ESCAPE);
    await_control_ended(&grietje, &thomas);
    story.step(
        &format!("{NOVICE} presses Esc: control ends at once, the session goes on"),
        "stopped-by-esc",
    );
    for (way, name) in [
        ("Ctrl+C", "stopped-by-ctrl-c"),
        ("Stop control", "stopped-by-button"),
    ] {
        give_control(&grietje, &thomas);
        type_there("ok ");
        if way == "Ctrl+C" {
            screen.control_and('c')
        } else {
            grietje.press("Stop control")
        }
        await_control_ended(&grietje, &thomas);
        story.step(
            &format!("Asked again and allowed again, {way} stops it too"),
            name,
        );
    }

    grietje.press("Disconnect");
    thomas.await_text(&format!("{NOVICE} ended the session."));
    grietje.await_text("You ended the session.");
    expect_nothing_pressed(at_novice);
    grietje.activate();
    story.step(
        &format!("{NOVICE} ends it; {EXPERT} is told, and no key stays pressed"),
        "end",
    );
    grietje.press("Done");
    thomas.press("Done");
    drop((grietje, thomas));
    show_log(at_novice);
    story.step(&format!("{NOVICE}'s log has it all, and is whole"), "log");
}

/// Two people, and the steps told so far.
struct Story {
    novice: Person,
    expert: Person,
    steps: Cell<usize>,
}

impl Story {
    /// Seats the two, and forgets the pictures of an earlier time.
    fn new() -> Self {
        let folder = Path::new(FOLDER);
        fs::create_dir_all(folder).expect("a folder for the pictures");
        for entry in fs::read_dir(folder).expect("the folder").flatten() {
            if entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "png")
            {
                fs::remove_file(entry.path()).expect("an old picture");
            }
        }
        let story = Self {
            novice: novice(),
            expert: expert(),
            steps: Cell::new(0),
        };
        // A plain colour behind everything, so that a picture looks like a desktop and not like a fault.
        story.novice.display().paint_background(0x2f, 0x5d, 0x62);
        story.expert.display().paint_background(0x3b, 0x42, 0x52);
        story
    }

    /// Says that a step is done, and keeps what both see.
    fn step(&self, what: &str, name: &str) {
        let number = self.steps.get() + 1;
        self.steps.set(number);
        for person in [&self.novice, &self.expert] {
            let file = format!("{number:02}-{name}-{}.png", person.role());
            person
                .display()
                .settled_picture()
                .save(&Path::new(FOLDER).join(file));
        }
        println!("  \u{2714} {number:2}  {what}");
    }
}

/// Prints the novice's log.
fn show_log(person: &Person) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hulp"));
    person.environment(&mut command);
    let output = command.arg("log").output().expect("hulp log");
    println!();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        println!("      {line}");
    }
    assert!(
        output.status.success(),
        "the log is not whole: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}
