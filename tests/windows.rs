//! The real program in real windows: two people at two displays do the whole job, and what each sees and gets is checked.

#![allow(clippy::unwrap_used)]

mod rig;

use std::{fs, process::Command, time::Duration};

use atspi::State;
use rig::{
    alone,
    cable::Cable,
    can_run,
    display::{ALT, CONTROL, ESCAPE, HOME, SHIFT},
    helping::{
        EXPERT, NOVICE, PASSWORD, RemoteScreen, TERMINAL_PLACE, ask_for_control,
        await_control_ended, await_edge, await_no_edge, begin, code, connect,
        expect_nothing_pressed, expert, give_control, invite, is_enabled, let_in, make_code,
        novice, open, phrase, say, use_mailbox, waiting,
    },
    hulp::Hulp,
    mailbox::Mailbox,
    person::Person,
    process::{PATIENCE, wait_for},
    terminal::Terminal,
};

/// How soon the other side has to say what happened when one is gone.
const TOLD_WITHIN: Duration = Duration::from_secs(10);

#[test]
fn an_invitation_with_a_password_brings_the_helper_in() {
    if !can_run("an_invitation_with_a_password_brings_the_helper_in") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let file = at_novice.folder().join("Help Grietje.hulp");
    let grietje = Hulp::start(&at_novice, [""; 0]);
    invite(&grietje, &file, Some(PASSWORD));
    let paper = fs::read_to_string(&file).unwrap();
    assert!(
        !paper.contains(PASSWORD),
        "the password travels with the invitation"
    );

    let thomas = open(&at_expert, &file);
    thomas.await_text("The letters are gone again.");
    assert!(
        !is_enabled(&thomas, "Connect"),
        "one can connect without the password"
    );
    thomas.write("Password", "zeven blauwe fietsen");
    thomas.press("Connect");
    thomas.await_text("This password is not right.");
    assert!(
        !grietje.shows("May someone see your screen?"),
        "a wrong password got to the novice"
    );

    connect(&thomas, Some(PASSWORD));
    grietje.await_text(&format!("{EXPERT} wants to help you."));
    let words = phrase(&grietje);
    assert_eq!(words, phrase(&thomas));
    grietje.expect("question above all windows", PATIENCE, || {
        let window = grietje.window().0;
        (at_novice.display().has_state(window, "_NET_WM_STATE_ABOVE")).then_some(())
    });

    // Who called whom comes first, and a swindler's way in has a warning on it.
    assert!(
        !is_enabled(&grietje, "Allow"),
        "one can allow before saying who called whom"
    );
    grietje.choose("They called me");
    grietje.await_text("Swindlers");
    assert!(
        !is_enabled(&grietje, "Allow"),
        "one can allow whoever calls"
    );
    grietje.answer("Decline");
    thomas.await_text(&format!("{NOVICE} said no."));
    assert!(
        thomas.named(&format!("Screen of {NOVICE}")).is_none(),
        "seen although declined"
    );

    connect(&thomas, Some(PASSWORD));
    let_in(&grietje, &thomas);
    say(&thomas, &grietje, "Good morning! What is the trouble? 👋");
    say(&grietje, &thomas, "De letters zijn weg: é€ß漢");

    grietje.press("Disconnect");
    thomas.await_text(&format!("{NOVICE} ended the session."));
    grietje.await_text("You ended the session.");
    expect_nothing_pressed(&at_novice);
}

#[test]
fn a_code_read_by_telephone_brings_the_helper_in() {
    let name = "a_code_read_by_telephone_brings_the_helper_in";
    if !can_run(name) {
        return;
    }
    let Some(mailbox) = Mailbox::start_secure(name) else {
        return;
    };
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    for person in [&at_novice, &at_expert] {
        person.set("SSL_CERT_FILE", &mailbox.ca_file().to_string_lossy());
    }
    let grietje = Hulp::start(&at_novice, [""; 0]);
    let thomas = Hulp::start(&at_expert, [""; 0]);
    for hulp in [&grietje, &thomas] {
        use_mailbox(hulp, &mailbox.address());
    }
    let first = make_code(&grietje);

    // A slip of the tongue uses it up, and both know.
    let slip = if first.ends_with('0') { "1" } else { "0" };
    thomas.press("Enter a code");
    thomas.write("Code", &format!("{}{slip}", &first[..first.len() - 1]));
    thomas.press("Get the invitation");
    thomas.await_text("This code is not right, and it is used up now");
    grietje.await_text("Somebody typed a wrong code.");
    let second = code(&grietje);
    assert_ne!(first, second);

    thomas.write("Code", &second.replace('-', " "));
    thomas.press("Get the invitation");
    thomas.await_text(&format!("{NOVICE} asks for your help"));
    grietje.await_text("Your helper has the invitation.");
    assert!(!grietje.shows("May someone see your screen?"));
    thomas.write("Your name", EXPERT);
    connect(&thomas, None);
    grietje.await_text("They have the invitation that you gave by a code.");
    let_in(&grietje, &thomas);
    say(&thomas, &grietje, "Good morning!");
    grietje.press("Disconnect");
    thomas.await_text(&format!("{NOVICE} ended the session."));
}

#[test]
fn the_expert_sees_and_controls_what_the_novice_sees() {
    if !can_run("the_expert_sees_and_controls_what_the_novice_sees") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let terminal = Terminal::open(&at_novice, "letter", TERMINAL_PLACE);
    let (grietje, file) = waiting(&at_novice, "6h", None);
    let (screen, keyboard) = (at_novice.display(), at_expert.display());
    let unseen = screen.edge();
    let thomas = begin(&grietje, &at_expert, &file);
    let seen = await_edge(screen, unseen);

    // To the last bit, and again after something changed.
    let letter = terminal.area(screen);
    assert!(
        screen.picture().part(letter).colours() > 2,
        "the terminal shows nothing"
    );
    let remote = RemoteScreen::find(screen, &thomas, letter);
    terminal.focus(screen);
    screen.type_text("Dear Thomas, ");
    let mut typed = "Dear Thomas, ".len();
    terminal.expect(0, "Dear Thomas, ");
    remote.await_exact(screen, &thomas, letter);

    // Nothing of the expert's arrives before the yes.
    keyboard.click(remote.place_of(letter.middle()));
    keyboard.type_text("too early");
    say(&thomas, &grietje, "I typed something.");
    assert_eq!(
        terminal.typed().len(),
        typed,
        "typed before control was granted"
    );

    ask_for_control(&grietje, &thomas);
    for way in ["Esc", "Ctrl+C", "Stop control"] {
        assert!(grietje.shows(way), "the question does not name {way}");
    }
    grietje.answer("Decline");
    thomas.await_text(&format!("{NOVICE} said no to control."));
    assert_eq!(
        terminal.typed().len(),
        typed,
        "typed although control was declined"
    );

    give_control(&grietje, &thomas);
    let controlled = await_edge(screen, seen);
    assert_ne!(
        controlled, unseen,
        "no edge while the computer is controlled"
    );
    remote.click_terminal(screen, &thomas, &terminal);
    for words in [
        "Beste Grietje, Mixed Case 0123456789",
        "~!@#$%^&*()_+{}|:\"<>?`-=[]\\;',./",
        "é€ß漢",
    ] {
        keyboard.type_text(words);
        terminal.expect(typed, words);
        typed += words.len();
    }

    // The expert's Esc and Ctrl+C are the novice's programs', and stop nothing.
    keyboard.tap(ESCAPE);
    keyboard.control_and('c');
    keyboard.type_text("x");
    terminal.expect(typed, "\u{1b}\u{3}x");
    assert!(
        grietje.button("Stop control").is_some(),
        "the expert's own Esc or Ctrl+C stopped control"
    );
    typed += "\u{1b}\u{3}x".len();

    // By the way out the keyboard is the expert's window's, nothing stays pressed, and a click takes it back.
    let way_out = [CONTROL, ALT, HOME];
    way_out.iter().for_each(|&key| keyboard.key(key, true));
    let in_toolbar = |is_there: bool| {
        thomas.expect("the keyboard's place", PATIENCE, || {
            let button = thomas.button("Release control")?;
            (button.is(State::Focused) == is_there).then_some(())
        });
    };
    in_toolbar(true);
    expect_nothing_pressed(&at_novice);
    way_out
        .iter()
        .rev()
        .for_each(|&key| keyboard.key(key, false));
    keyboard.type_text("here");
    remote.click_terminal(screen, &thomas, &terminal);
    in_toolbar(false);
    keyboard.type_text("there");
    terminal.expect(typed, "there");
    remote.await_exact(screen, &thomas, letter);

    // The pointer goes where the expert's goes.
    let corner = (letter.x + 5, letter.y + 7);
    let corner = (
        i16::try_from(corner.0).unwrap(),
        i16::try_from(corner.1).unwrap(),
    );
    keyboard.move_pointer(remote.place_of(corner));
    let there = wait_for(PATIENCE, || (screen.pointer() == corner).then_some(()));
    assert!(
        there.is_some(),
        "the novice's pointer is at {:?}, not {corner:?}",
        screen.pointer()
    );

    // Hulp's own window is the novice's alone.
    let disconnect = grietje.area("Disconnect").middle();
    keyboard.click(remote.place_of(disconnect));
    thomas.await_text("Hulp window is theirs alone");
    grietje.await_text(&format!(
        "{EXPERT} can see your screen and use your mouse and keyboard."
    ));

    thomas.press("Release control");
    await_control_ended(&grietje, &thomas);
    assert_eq!(await_edge(screen, controlled), seen);
    thomas.press("Disconnect");
    grietje.await_text(&format!("{EXPERT} ended the session."));
    await_no_edge(screen, seen);
    thomas.await_text("You ended the session.");
    expect_nothing_pressed(&at_novice);
}

#[test]
fn the_novice_stops_control_in_three_ways() {
    if !can_run("the_novice_stops_control_in_three_ways") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let terminal = Terminal::open(&at_novice, "letter", TERMINAL_PLACE);
    let (grietje, file) = waiting(&at_novice, "6h", None);
    let thomas = begin(&grietje, &at_expert, &file);
    let (screen, keyboard) = (at_novice.display(), at_expert.display());
    let letter = terminal.area(screen);
    let remote = RemoteScreen::find(screen, &thomas, letter);

    let esc = || screen.tap(ESCAPE);
    let ctrl_c = || screen.control_and('c');
    let button = || grietje.press("Stop control");
    // The novice's own keys reach their program as ever.
    let ways: [(&str, &dyn Fn(), &str, &str); 3] = [
        ("You pressed Esc", &esc, "\u{1b}", "pressed Esc"),
        ("You pressed Ctrl+C", &ctrl_c, "\u{3}", "pressed Ctrl+C"),
        ("You stopped control", &button, "", "clicked Stop control"),
    ];
    for (novice_reads, stop, typed_by_it, expert_reads) in ways {
        give_control(&grietje, &thomas);
        remote.click_terminal(screen, &thomas, &terminal);
        let before = terminal.typed().len();
        keyboard.type_text("yes");
        terminal.expect(before, "yes");

        // The focus is in the terminal, not in Hulp's window, and the expert holds a key and a button down.
        assert!(terminal.has_focus(screen));
        keyboard.key(SHIFT, true);
        keyboard.button(1, true);
        let held = wait_for(PATIENCE, || (screen.pressed().len() >= 2).then_some(()));
        assert!(
            held.is_some(),
            "held keys do not arrive: {:?}",
            screen.pressed()
        );
        let before = terminal.typed().len();
        stop();
        await_control_ended(&grietje, &thomas);
        terminal.expect(before, typed_by_it);
        grietje.await_text(novice_reads);
        thomas.await_text(expert_reads);
        expect_nothing_pressed(&at_novice);
        keyboard.button(1, false);
        keyboard.key(SHIFT, false);

        // What the expert types now comes to nothing, while the picture goes on.
        let before = terminal.typed().len();
        keyboard.type_text("no");
        say(
            &thomas,
            &grietje,
            &format!("Does it arrive? ({expert_reads})"),
        );
        terminal.focus(screen);
        screen.type_text("mine");
        terminal.expect(before, "mine");
        remote.await_exact(screen, &thomas, letter);
    }
    expect_nothing_pressed(&at_novice);
}

#[test]
fn the_novice_at_the_mouse_goes_before_the_expert() {
    if !can_run("the_novice_at_the_mouse_goes_before_the_expert") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let terminal = Terminal::open(&at_novice, "letter", TERMINAL_PLACE);
    let (grietje, file) = waiting(&at_novice, "6h", None);
    let thomas = begin(&grietje, &at_expert, &file);
    let (screen, keyboard) = (at_novice.display(), at_expert.display());
    let remote = RemoteScreen::find(screen, &thomas, terminal.area(screen));
    give_control(&grietje, &thomas);
    remote.click_terminal(screen, &thomas, &terminal);
    keyboard.key(CONTROL, true);
    let held = wait_for(PATIENCE, || (!screen.pressed().is_empty()).then_some(()));
    assert!(held.is_some(), "a held key does not arrive");

    let (x, y) = terminal.area(screen).middle();
    screen.move_pointer((x + 1, y));
    grietje.await_text("held back");
    thomas.await_text("your input waits");
    expect_nothing_pressed(&at_novice);
    keyboard.key(CONTROL, false);
    let before = terminal.typed().len();
    for (step, sign) in ["l", "o", "s", "t"].into_iter().enumerate() {
        screen.move_pointer((x + i16::try_from(step).unwrap(), y));
        keyboard.type_text(sign);
    }
    grietje.await_no_text("held back");
    thomas.await_no_text("your input waits");
    keyboard.type_text("kept");
    terminal.expect(before, "kept");
    assert!(
        grietje.button("Stop control").is_some(),
        "moving the mouse stopped control"
    );
}

#[test]
fn whoever_is_gone_the_other_is_told() {
    if !can_run("whoever_is_gone_the_other_is_told") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let terminal = Terminal::open(&at_novice, "letter", TERMINAL_PLACE);
    let (mut grietje, file) = waiting(&at_novice, "6h", None);
    let mut thomas = begin(&grietje, &at_expert, &file);
    let (screen, keyboard) = (at_novice.display(), at_expert.display());
    let remote = RemoteScreen::find(screen, &thomas, terminal.area(screen));
    give_control(&grietje, &thomas);
    remote.click_terminal(screen, &thomas, &terminal);
    keyboard.key(CONTROL, true);
    keyboard.button(1, true);
    let held = wait_for(PATIENCE, || (screen.pressed().len() >= 2).then_some(()));
    assert!(
        held.is_some(),
        "held keys do not arrive: {:?}",
        screen.pressed()
    );

    thomas.kill();
    grietje.await_text_for(TOLD_WITHIN, &format!("The connection to {EXPERT} broke."));
    expect_nothing_pressed(&at_novice);
    keyboard.button(1, false);
    keyboard.key(CONTROL, false);

    // A helper who had to start anew does not wait until the novice's side gives up: the same invitation brings them back, and the
    // novice is asked again.
    let thomas = begin(&grietje, &at_expert, &file);
    let remote = RemoteScreen::find(screen, &thomas, terminal.area(screen));
    give_control(&grietje, &thomas);
    remote.click_terminal(screen, &thomas, &terminal);
    keyboard.key(CONTROL, true);
    let held = wait_for(PATIENCE, || (!screen.pressed().is_empty()).then_some(()));
    assert!(held.is_some(), "a held key does not arrive");
    grietje.kill();
    expect_nothing_pressed(&at_novice);
    keyboard.key(CONTROL, false);
    thomas.await_text_for(
        TOLD_WITHIN,
        &format!("The connection to {NOVICE}'s computer broke."),
    );
    drop(thomas);

    // It waits again by itself once Hulp is started again.
    let grietje = Hulp::start(&at_novice, [""; 0]);
    grietje.await_text("1 open invitation");
    let thomas = begin(&grietje, &at_expert, &file);
    thomas.press("Disconnect");
    grietje.await_text(&format!("{EXPERT} ended the session."));
}

#[test]
fn a_session_outlives_a_cable_that_is_pulled_out() {
    if !can_run("a_session_outlives_a_cable_that_is_pulled_out") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let terminal = Terminal::open(&at_novice, "letter", TERMINAL_PLACE);
    let (grietje, file) = waiting(&at_novice, "6h", None);
    let cable = Cable::lay(&file);
    let (screen, keyboard) = (at_novice.display(), at_expert.display());
    let unseen = screen.edge();
    let thomas = begin(&grietje, &at_expert, &file);
    let seen = await_edge(screen, unseen);
    let letter = terminal.area(screen);
    let remote = RemoteScreen::find(screen, &thomas, letter);
    give_control(&grietje, &thomas);
    let controlled = await_edge(screen, seen);
    remote.click_terminal(screen, &thomas, &terminal);
    keyboard.key(CONTROL, true);
    keyboard.button(1, true);
    let held = wait_for(PATIENCE, || (screen.pressed().len() >= 2).then_some(()));
    assert!(
        held.is_some(),
        "held keys do not arrive: {:?}",
        screen.pressed()
    );

    cable.pull_out();
    expect_nothing_pressed(&at_novice);
    grietje.await_text(&format!("The connection to {EXPERT} broke. Reconnecting…"));
    thomas.await_text(&format!(
        "The connection to {NOVICE}'s computer broke. Reconnecting…"
    ));
    for hulp in [&grietje, &thomas] {
        hulp.await_text("Reconnecting: ");
    }
    let broken = await_edge(screen, controlled);
    assert_ne!(broken, seen, "the edge says that the screen is seen");
    assert!(grietje.button("Stop control").is_some());
    keyboard.button(1, false);
    keyboard.key(CONTROL, false);

    // What is typed in it meanwhile comes to nothing; what is said waits.
    let before = terminal.typed().len();
    keyboard.type_text("nobody");
    let chat = [(&thomas, "Are you there?"), (&grietje, "Yes, still here")];
    for (from, words) in chat {
        from.write("Chat message", words);
        from.press("Send");
        from.await_text(words);
    }
    terminal.focus(screen);
    screen.type_text("mine");
    terminal.expect(before, "mine");

    cable.put_in();
    for hulp in [&grietje, &thomas] {
        hulp.await_no_text("Reconnecting: ");
    }
    for (to, words) in [(&grietje, chat[0].1), (&thomas, chat[1].1)] {
        to.await_text(words);
    }
    remote.await_exact(screen, &thomas, letter);
    assert_eq!(await_edge(screen, broken), controlled);
    remote.click_terminal(screen, &thomas, &terminal);
    let before = terminal.typed().len();
    keyboard.type_text("again");
    terminal.expect(before, "again");
    say(&thomas, &grietje, "There we are");
    say(&grietje, &thomas, "Lovely");

    // Broken once more, it can still be stopped by a key, and left.
    cable.pull_out();
    grietje.await_text("Reconnecting…");
    screen.tap(ESCAPE);
    grietje.await_text("You pressed Esc");
    grietje.press("Disconnect");
    grietje.await_text("You ended the session.");
    await_no_edge(screen, broken);
    expect_nothing_pressed(&at_novice);
}

#[test]
fn each_refusal_has_its_own_sentence() {
    if !can_run("each_refusal_has_its_own_sentence") {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let (grietje, file) = waiting(&at_novice, "6h", None);

    // Another one stays open, so that the computer goes on answering.
    grietje.press("Home");
    let withdrawn = at_novice.folder().join("withdrawn.hulp");
    invite(&grietje, &withdrawn, None);
    let thomas = open(&at_expert, &withdrawn);
    grietje.press("Withdraw invitation");
    grietje.await_text("This invitation waits no longer");
    thomas.press("Connect");
    thomas.await_text(&format!("{NOVICE} has withdrawn this invitation."));
    assert!(!grietje.shows("May someone see your screen?"));
    drop(thomas);

    // Control that the novice's settings forbid cannot even be asked for.
    grietje.press("Home");
    grietje.press("Settings");
    grietje.choose("Receiving help");
    grietje.press_until("Allow this computer to be controlled", || {
        let allowed = grietje.button("Allow this computer to be controlled");
        allowed.is_some_and(|allowed| !allowed.is(State::Checked))
    });
    grietje.press("Save settings");
    grietje.await_text("Your settings are saved.");
    let thomas = begin(&grietje, &at_expert, &file);
    assert!(
        !is_enabled(&thomas, "Take control"),
        "control can be asked for although forbidden"
    );
    drop(thomas);

    let incident = at_expert.folder().join("rcBuddy.msrcIncident");
    fs::write(&incident, WINDOWS_INVITATION).unwrap();
    let thomas = Hulp::start(&at_expert, [&incident]);
    thomas.await_text("Windows Remote Assistance");
    assert!(
        thomas.button("Connect").is_none(),
        "an invitation of Windows can be answered"
    );
    assert!(
        thomas.shows("Oma Janssen"),
        "the page does not say who asked"
    );
}

/// As Windows XP writes them, made up.
const WINDOWS_INVITATION: &str = r#"<?xml version="1.0" encoding="Unicode" ?><UPLOADINFO TYPE="Escalated"><UPLOADDATA USERNAME="Oma Janssen" RCTICKET="65538,1,192.0.2.7:3389;oma-pc:3389,*,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,*,*,AAAAAAAAAAAAAAAAAAAAAAAAAAA=" RCTICKETENCRYPTED="0" DtStart="1167606000" DtLength="60" L="0" /></UPLOADINFO>"#;

#[test]
fn a_small_screen_shows_the_whole_window() {
    if !can_run("a_small_screen_shows_the_whole_window") {
        return;
    }
    let _alone = alone();
    let (width, height) = (1024, 600);
    let at_novice = Person::sit_down("novice", width, height);
    let grietje = Hulp::start(&at_novice, [""; 0]);
    grietje.press("Invite someone to help");
    grietje.expect("the main button on the screen", PATIENCE, || {
        let button = grietje.button("Save invitation")?.area()?;
        (button.y + button.height < u32::from(height)).then_some(())
    });
    let (_, window) = grietje.window();
    assert!(window.x + window.width <= u32::from(width), "{window:?}");
    assert!(window.y + window.height <= u32::from(height), "{window:?}");
}

#[test]
fn an_expired_invitation_says_so() {
    if !can_run("an_expired_invitation_says_so") {
        return;
    }
    // It waits for most of its minute: not in turn, but beside the others.
    let (at_novice, at_expert) = (novice(), expert());
    let (grietje, file) = waiting(&at_novice, "1m", None);
    grietje.press("Home");
    invite(&grietje, &at_novice.folder().join("second.hulp"), None);
    let thomas = open(&at_expert, &file);
    grietje.press("Invitation status");
    grietje.await_text_for(Duration::from_secs(90), "Expired");
    thomas.press("Connect");
    thomas.await_text("This invitation expired");
    assert!(!grietje.shows("May someone see your screen?"));
}

#[test]
fn without_a_display_hulp_says_so() {
    let output = Command::new(env!("CARGO_BIN_EXE_hulp"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("LANGUAGE")
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("display"), "it says {said:?}");
    assert!(!said.contains("panicked"), "it panics: {said}");
}
