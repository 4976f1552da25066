//! What two people do with Hulp, step by step, as the article tells it: Grietje asks for help, Thomas helps.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use atspi::{Role, State};
use image::Rgb;

use super::{
    display::Display,
    hulp::Hulp,
    person::Person,
    picture::Area,
    process::{PATIENCE, wait_for},
    terminal::Terminal,
};

/// The novice's name.
pub const NOVICE: &str = "Grietje";
/// The expert's name.
pub const EXPERT: &str = "Thomas";
/// A password as people make them.
pub const PASSWORD: &str = "Zeven blauwe fietsen 1953";

/// Where the novice's terminal stands: at the left, where the session's window does not come.
pub const TERMINAL_PLACE: &str = "56x14+24+60";

/// Where the novice's pointer is in nobody's way: below the terminal, left of the session's window.
const BESIDE: (i16, i16) = (200, 700);

/// The novice, at a display of an ordinary size.
pub fn novice() -> Person {
    Person::sit_down("novice", 1280, 800)
}

/// The expert, at a display with room for the whole of the novice's.
pub fn expert() -> Person {
    Person::sit_down("expert", 1920, 1080)
}

/// Makes an invitation on its page and saves it as a file.
pub fn invite(novice: &Hulp<'_>, file: &Path, password: Option<&str>) {
    novice.press("Invite someone to help");
    novice.write("Your name", NOVICE);
    novice.write("Message to your helper", "The letters are gone again.");
    novice.write("Save to", &file.to_string_lossy());
    if let Some(password) = password {
        novice.choose("Require a password");
        novice.write("Password", password);
        novice.write("Repeat password", password);
    }
    novice.press("Save invitation");
    novice.await_text("Waiting for your helper");
    assert!(file.is_file(), "no invitation at {}", file.display());
}

/// Has codes go by this mailbox server from now on.
pub fn use_mailbox(hulp: &Hulp<'_>, address: &str) {
    hulp.press("Settings");
    hulp.press("Network");
    hulp.write("Server for codes", address);
    hulp.press("Save settings");
    hulp.await_text("Your settings are saved.");
    hulp.press("Back");
}

/// Makes an invitation on its page, with a code.
pub fn make_code(novice: &Hulp<'_>) -> String {
    novice.press("Invite someone to help");
    novice.choose("A code");
    novice.write("Your name", NOVICE);
    novice.press("Make a code");
    novice.await_text("Waiting for your helper");
    code(novice)
}

/// The code in a window: a text of nothing but digits in three groups.
pub fn code(hulp: &Hulp<'_>) -> String {
    let is_code = |text: &str| {
        let groups: Vec<&str> = text.split('-').collect();
        groups.len() == 3
            && (groups.iter()).all(|group| group.parse::<u32>().is_ok())
            && groups[1..].iter().all(|group| group.len() == 3)
    };
    hulp.expect("code", PATIENCE, || {
        let controls = hulp.controls().into_iter();
        let labels = controls.filter(|control| control.role() == Role::Label);
        labels
            .map(|label| label.name().to_owned())
            .find(|text| is_code(text))
    })
}

/// Starts the novice's Hulp from the command line, with an invitation that waits.
pub fn waiting<'a>(
    person: &'a Person,
    expires: &str,
    password: Option<&str>,
) -> (Hulp<'a>, PathBuf) {
    let file = person.folder().join("invitation.hulp");
    let mut arguments: Vec<String> = ["invite", "--name", NOVICE, "--expires", expires, "--save"]
        .map(str::to_owned)
        .to_vec();
    arguments.push(file.to_string_lossy().into_owned());
    if let Some(password) = password {
        let first_line = person.folder().join("password");
        std::fs::write(&first_line, format!("{password}\n")).expect("the password's file");
        arguments.push("--password-file".to_owned());
        arguments.push(first_line.to_string_lossy().into_owned());
    }
    let novice = Hulp::start(person, arguments);
    novice.await_text("Waiting for your helper");
    (novice, file)
}

/// Opens an invitation as a double click does, and says who one is.
pub fn open<'a>(person: &'a Person, file: &Path) -> Hulp<'a> {
    opened(Hulp::start(person, [file]))
}

/// The same, by a double click: by the program that the desktop opens files with.
pub fn open_by<'a, A: AsRef<OsStr>>(
    person: &'a Person,
    opener: &str,
    arguments: impl IntoIterator<Item = A>,
) -> Hulp<'a> {
    opened(Hulp::opened_by(person, opener, arguments))
}

fn opened(expert: Hulp<'_>) -> Hulp<'_> {
    expert.await_text(&format!("{NOVICE} asks for your help"));
    expert.write("Your name", EXPERT);
    expert
}

/// Connects, and sees the novice being asked.
pub fn connect(expert: &Hulp<'_>, password: Option<&str>) {
    if let Some(password) = password {
        expert.write("Password", password);
    }
    let button = if expert.button("Try again").is_some() {
        "Try again"
    } else {
        "Connect"
    };
    expert.press(button);
    expert.await_text(&format!("Waiting for {NOVICE} to say yes"));
}

/// The novice, who called the expert, lets them in; both see their session's window.
pub fn let_in(novice: &Hulp<'_>, expert: &Hulp<'_>) {
    novice.await_text("May someone see your screen?");
    if novice.button("I called them").is_some() {
        novice.choose("I called them");
    }
    novice.answer("Allow");
    novice.await_text(&format!("{EXPERT} can see your screen."));
    expert.await_button("Disconnect");
    expert.expect("the novice's screen", PATIENCE, || {
        expert.named(&format!("Screen of {NOVICE}"))
    });
}

/// From an invitation that waits to a session.
pub fn begin<'a>(novice: &Hulp<'_>, person: &'a Person, file: &Path) -> Hulp<'a> {
    let expert = open(person, file);
    connect(&expert, None);
    let_in(novice, &expert);
    expert
}

/// The comparison phrase in a window: a text of nothing but a few small words.
pub fn phrase(hulp: &Hulp<'_>) -> String {
    let is_phrase = |text: &str| {
        text.split(' ').count() >= 3
            && text.split(' ').all(|word| {
                word.len() >= 3 && word.bytes().all(|letter| letter.is_ascii_lowercase())
            })
    };
    hulp.expect("comparison phrase", PATIENCE, || {
        let labels = hulp
            .controls()
            .into_iter()
            .filter(|control| control.role() == Role::Label);
        labels
            .map(|label| label.name().to_owned())
            .find(|text| is_phrase(text))
    })
}

/// The expert asks for control.
pub fn ask_for_control(novice: &Hulp<'_>, expert: &Hulp<'_>) {
    expert.press("Take control");
    novice.await_text(&format!("{EXPERT} wants to control your computer"));
}

/// The expert asks for control, and gets it.
pub fn give_control(novice: &Hulp<'_>, expert: &Hulp<'_>) {
    ask_for_control(novice, expert);
    novice.answer("Allow control");
    novice.await_text(&format!(
        "{EXPERT} can see your screen and use your mouse and keyboard."
    ));
    novice.await_button("Stop control");
    await_granted(expert);
}

/// Until the expert's side knows of the grant, a click in the remote screen means nothing; `Release control` stands there as
/// soon as control was asked for.
pub fn await_granted(expert: &Hulp<'_>) {
    expert.await_text(&format!("You and {NOVICE} control this computer."));
}

/// Waits until both windows say that control is over and the session is not.
pub fn await_control_ended(novice: &Hulp<'_>, expert: &Hulp<'_>) {
    novice.expect("end of control", PATIENCE, || {
        novice.button("Stop control").is_none().then_some(())
    });
    novice.await_text(&format!("{EXPERT} can see your screen."));
    expert.await_button("Take control");
}

/// The novice's screen as the expert has it on their own display.
pub struct RemoteScreen {
    origin: (u32, u32),
}

impl RemoteScreen {
    /// Shows it in actual size, and finds where it stands by a part of the novice's screen that arrived exactly.
    pub fn find(novice: &Display, expert: &Hulp<'_>, part: Area) -> Self {
        // The novice's pointer is painted where it is.
        novice.move_pointer(BESIDE);
        // Maximised, the whole of the novice's screen has room.
        expert.person().display().maximise(expert.window().0);
        if expert.button("Actual size").is_some() {
            expert.press("Actual size");
        }
        expert.expect("exact picture of the novice's screen", PATIENCE, || {
            Self::look(novice, expert.person().display(), part)
        })
    }

    /// Looks for it on the expert's display.
    pub fn look(novice: &Display, expert: &Display, part: Area) -> Option<Self> {
        let wanted = novice.picture().part(part);
        // Settled, since a window that grows moves what is in it.
        let (x, y) = expert.settled_picture().find(&wanted)?;
        let origin = (x.checked_sub(part.x)?, y.checked_sub(part.y)?);
        Some(Self { origin })
    }

    /// Where a point of the novice's screen stands on the expert's display.
    pub fn place_of(&self, (x, y): (i16, i16)) -> (i16, i16) {
        let on = |origin: u32, at: i16| i16::try_from(origin).expect("a display's pixel") + at;
        (on(self.origin.0, x), on(self.origin.1, y))
    }

    /// Waits until a part of the novice's screen stands at its place on the expert's display, every bit of it.
    pub fn await_exact(&self, novice: &Display, expert: &Hulp<'_>, part: Area) {
        expert.expect("exact picture of the novice's screen", PATIENCE, || {
            self.is_exact(novice, expert.person().display(), part)
                .then_some(())
        });
    }

    /// Whether it does so now.
    pub fn is_exact(&self, novice: &Display, expert: &Display, part: Area) -> bool {
        let shown = Area {
            x: self.origin.0 + part.x,
            y: self.origin.1 + part.y,
            ..part
        };
        let wanted = novice.picture().part(part);
        expert.picture().part(shown) == wanted
    }

    /// The expert clicks on the terminal in it, so that it has the keyboard on both displays.
    pub fn click_terminal(&self, novice: &Display, expert: &Hulp<'_>, terminal: &Terminal) {
        await_granted(expert);
        let middle = terminal.area(novice).middle();
        let uncovered = wait_for(PATIENCE, || {
            terminal.is_seen_at(novice, middle).then_some(())
        });
        assert!(
            uncovered.is_some(),
            "the novice's Hulp stays over the terminal"
        );
        expert.person().display().click(self.place_of(middle));
        let focused = wait_for(PATIENCE, || terminal.has_focus(novice).then_some(()));
        if focused.is_none() {
            expert.fail("a click in the remote screen did not reach the terminal");
        }
    }
}

/// What both say in the chat, and that it arrives.
pub fn say(from: &Hulp<'_>, to: &Hulp<'_>, words: &str) {
    from.write("Chat message", words);
    from.press("Send");
    from.await_text(words);
    to.await_text(words);
}

/// Waits until the edge of the novice's screen has one colour all around, and another one than `before`.
pub fn await_edge(novice: &Display, before: Option<Rgb<u8>>) -> Option<Rgb<u8>> {
    let edge = wait_for(PATIENCE, || {
        novice.edge().filter(|edge| Some(*edge) != before)
    });
    assert!(
        edge.is_some(),
        "the edge of the novice's screen stays {before:?}"
    );
    edge
}

/// Waits until the edge of the novice's screen is no longer of this colour.
pub fn await_no_edge(novice: &Display, edge: Option<Rgb<u8>>) {
    let gone = wait_for(PATIENCE, || (novice.edge() != edge).then_some(()));
    assert!(gone.is_some(), "an edge stays around the novice's screen");
}

/// Nothing may stay pressed on a display.
pub fn expect_nothing_pressed(person: &Person) {
    let display = person.display();
    let released = wait_for(PATIENCE, || display.pressed().is_empty().then_some(()));
    assert!(
        released.is_some(),
        "still pressed on the {}'s display: {:?}",
        person.role(),
        display.pressed()
    );
}

/// Whether a button is there and can be pressed.
pub fn is_enabled(hulp: &Hulp<'_>, name: &str) -> bool {
    hulp.button(name)
        .is_some_and(|button| button.is(State::Enabled))
}
