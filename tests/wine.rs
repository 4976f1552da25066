//! Hulp for Windows, as `make windows` builds it, under Wine: sessions with this system's Hulp both ways, and what is Windows' own.

#![allow(clippy::unwrap_used)]

mod rig;

use std::fs;

use image::Rgb;
use rig::{
    alone, can_run,
    display::{ESCAPE, SHIFT, SPACE, TAB},
    helping::{
        EXPERT, NOVICE, RemoteScreen, TERMINAL_PLACE, await_edge, await_granted, await_no_edge,
        connect, expect_nothing_pressed, expert, novice, open, waiting,
    },
    picture::Area,
    process::{PATIENCE, wait_for},
    terminal::Terminal,
    wine::{Window, Wine, is_made, windows_path},
};

/// End's keysym.
const END: u32 = 0xff57;

/// Where the novice's letter stands: at the left, where the session's window does not come, and below Wine's window for icons.
const LETTER_PLACE: Area = Area {
    x: 24,
    y: 160,
    width: 520,
    height: 320,
};

/// In the letter, at its left side.
const IN_LETTER: (i16, i16) = (40, 230);
/// Where the novice's pointer is in nobody's way: below the letter, left of the session's window.
const BESIDE: (i16, i16) = (200, 700);

/// Where Windows lists what can be taken away.
const LISTED: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Hulp";
/// The kind of file that opens with Hulp.
const CLASS: &str = "Hulp.Invitation.1";

/// A key of the user's kinds of files.
fn class(key: &str) -> String {
    format!(r"HKCU\Software\Classes\{key}")
}

/// Where the expert's console has room for the novice's screen in its own size, and for hardly more.
const CONSOLE_PLACE: Area = Area {
    x: 60,
    y: 60,
    width: 1610,
    height: 960,
};

/// What a text file begins with that is in UTF-8, so that Windows takes it for that.
const MARK: &str = "\u{feff}";

/// Where the letter's window has its menus.
const MENU: Area = Area {
    x: 0,
    y: 0,
    width: 200,
    height: 16,
};

/// The button that stops control is the one thing in Hulp's window that is filled with red, which has so much more of that than of
/// other colours, from side to side, in so many rows; the edge around the screen has fewer.
const RED: u8 = 90;
const STOP_ROWS: usize = 20;

#[test]
fn a_novice_on_windows_is_seen_helped_and_stops_it() {
    let test = "a_novice_on_windows_is_seen_helped_and_stops_it";
    if !is_made(test) || !can_run(test) {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let (screen, keyboard) = (at_novice.display(), at_expert.display());
    let wine = Wine::start(&at_novice, NOVICE);
    let letter = at_novice.folder().join("letter.txt");
    fs::write(&letter, format!("{MARK}Dear all,\r\n")).unwrap();
    let written = || fs::read_to_string(&letter).unwrap_or_default();
    let notepad = wine.open_own("notepad.exe", [windows_path(&letter)]);
    notepad.put(LETTER_PLACE);
    let (_, place) = notepad.place();

    let file = at_novice.folder().join("invitation.hulp");
    let invite = ["invite", "--save", &windows_path(&file)];
    let grietje = wine.hulp(invite);
    grietje.expect("invitation", || file.is_file().then_some(()));
    let unseen = screen.edge();
    let thomas = open(&at_expert, &file);
    connect(&thomas, None);
    grietje.await_question();
    grietje.press_main(
        || {
            // `I called them` is what one comes to first.
            grietje.activate();
            screen.tap(ESCAPE);
            screen.tap(TAB);
            screen.tap(SPACE);
        },
        || thomas.named(&format!("Screen of {NOVICE}")).is_some(),
    );
    let seen = await_edge(screen, unseen);

    // To the last bit, and again after something changed.
    let remote = RemoteScreen::find(screen, &thomas, place);
    notepad.activate();
    screen.control_and('a');
    screen.type_text("Dear Thomas, ");
    remote.await_exact(screen, &thomas, place);

    // Nothing of the expert's arrives before the yes.
    let middle = remote.place_of(place.middle());
    keyboard.click(middle);
    keyboard.type_text("too early");
    let grant = || {
        let page = grietje.main_button();
        let menu = || notepad.picture().part(MENU);
        let closed = menu();
        thomas.press("Take control");
        grietje.expect("other page", || {
            (grietje.main_button() != page).then_some(())
        });
        screen.settled_picture();
        assert!(menu() == closed, "the question presses Alt in the letter");
        let granted = format!("You and {NOVICE} control this computer.");
        grietje.press_main(|| {}, || thomas.shows(&granted));
        await_granted(&thomas);
        // After the novice's click.
        thomas.await_no_text("your input waits");
    };
    grant();
    let controlled = await_edge(screen, seen);
    assert_ne!(
        controlled, unseen,
        "no edge while the computer is controlled"
    );

    // Hulp's own window is the novice's alone, and Esc and Ctrl+C of the expert's are keys like others.
    let stop_button = || grietje.expect("button that stops control", || stop_button(&grietje));
    keyboard.click(remote.place_of(stop_button()));
    thomas.await_text("Hulp window is theirs alone");
    keyboard.click(remote.place_of(IN_LETTER));
    keyboard.tap(ESCAPE);
    keyboard.control_and('c');

    // Keys of the layout and signs that no key has, and a shortcut.
    let words = "it works: A-Z 0-9 [x] ~ \u{e9} \u{20ac} \u{6f22}";
    let without_caret = notepad.picture();
    keyboard.click(middle);
    notepad.await_change(&without_caret);
    keyboard.type_text(words);
    keyboard.control_and('s');
    let mut expected = format!("{MARK}Dear Thomas, {words}");
    let await_written = |expected: &str| {
        notepad.expect(&format!("letter with `{expected}`"), || {
            (written() == expected).then_some(())
        });
    };
    await_written(&expected);
    remote.await_exact(screen, &thomas, place);

    // The novice's hand at the mouse goes before the expert's.
    screen.move_pointer(IN_LETTER);
    thomas.await_text("your input waits");
    thomas.await_no_text("your input waits");

    // Each way stops it, wherever the focus is; what the expert holds is let go; and they may ask again.
    let esc = || screen.tap(ESCAPE);
    let ctrl_c = || screen.control_and('c');
    let click = || screen.click(stop_button());
    let ways: [(&dyn Fn(), &str); 3] = [
        (&esc, "pressed Esc"),
        (&ctrl_c, "pressed Ctrl+C"),
        (&click, "clicked Stop control"),
    ];
    for (stop, expert_reads) in ways {
        notepad.activate();
        let before = notepad.picture();
        keyboard.click(middle);
        notepad.await_change(&before);
        keyboard.tap(END);
        keyboard.type_text(",");
        keyboard.control_and('s');
        expected.push(',');
        await_written(&expected);
        keyboard.key(SHIFT, true);
        stop();
        thomas.await_button("Take control");
        thomas.await_text(expert_reads);
        assert_eq!(await_edge(screen, controlled), seen);
        keyboard.key(SHIFT, false);
        keyboard.type_text("too late");
        notepad.activate();
        screen.type_text(" ok");
        screen.control_and('s');
        expected.push_str(" ok");
        await_written(&expected);
        screen.move_pointer(BESIDE);
        remote.await_exact(screen, &thomas, place);

        grant();
        assert_eq!(await_edge(screen, seen), controlled);
    }

    thomas.press("Disconnect");
    await_no_edge(screen, controlled);
    expect_nothing_pressed(&at_novice);
    let verified = wine.run_hulp(["log", "verify"]);
    assert!(verified.status.success(), "{verified:?}");
}

#[test]
fn an_expert_on_windows_sees_and_helps() {
    let test = "an_expert_on_windows_sees_and_helps";
    if !is_made(test) || !can_run(test) {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let (screen, keyboard) = (at_novice.display(), at_expert.display());
    let terminal = Terminal::open(&at_novice, "letter", TERMINAL_PLACE);
    let (grietje, file) = waiting(&at_novice, "6h", None);
    let wine = Wine::start(&at_expert, EXPERT);
    let thomas = wine.hulp([windows_path(&file)]);
    thomas.press_main(|| {}, || grietje.shows("May someone see your screen?"));
    grietje.choose("I called them");
    grietje.answer("Allow");
    grietje.await_text(&format!("{EXPERT} can see your screen."));

    // To the last bit, and again after something changed.
    let letter = terminal.area(screen);
    let remote = thomas.expect("exact picture of the novice's screen", || {
        thomas.put(CONSOLE_PLACE); // again where Hulp has just made a console of its page
        RemoteScreen::look(screen, keyboard, letter)
    });
    terminal.focus(screen);
    screen.type_text("Dear Thomas, ");
    terminal.expect(0, "Dear Thomas, ");
    let typed = terminal.typed().len();
    thomas.expect("exact picture of what was typed", || {
        remote.is_exact(screen, keyboard, letter).then_some(())
    });

    thomas.press_main(
        || {},
        || grietje.shows(&format!("{EXPERT} wants to control your computer")),
    );
    grietje.answer("Allow control");
    grietje.await_button("Stop control");
    let middle = remote.place_of(letter.middle());
    thomas.expect("click that reaches the terminal", || {
        keyboard.click(middle);
        wait_for(PATIENCE / 10, || terminal.has_focus(screen).then_some(()))
    });
    // What the layout has; of others Wine does not hear.
    let words = "it works: A-Z 0-9 [x] ~";
    keyboard.type_text(words);
    terminal.expect(typed, words);
    // Esc and Ctrl+C of the expert's are keys like others.
    let typed = terminal.typed().len();
    keyboard.tap(ESCAPE);
    keyboard.control_and('c');
    terminal.expect(typed, "\u{1b}\u{3}");

    screen.tap(ESCAPE);
    grietje.await_text(&format!("{EXPERT} can see your screen."));
    let typed = terminal.typed().len();
    keyboard.type_text("too late");
    grietje.press("Disconnect");
    grietje.await_text("You ended the session.");
    assert_eq!(
        terminal.typed().len(),
        typed,
        "typed after control was stopped"
    );
    expect_nothing_pressed(&at_novice);
}

#[test]
fn the_installer_makes_a_double_click_open_hulp_and_takes_that_back() {
    let test = "the_installer_makes_a_double_click_open_hulp_and_takes_that_back";
    if !is_made(test) || !can_run(test) {
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let (grietje, file) = waiting(&at_novice, "6h", None);
    let wine = Wine::start(&at_expert, EXPERT);
    let folder = wine.local_data().join("Programs/Hulp");
    let in_menu =
        (wine.user_folder()).join("AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Hulp.lnk");

    let done = wine.install();
    assert!(done.status.success(), "{done:?}");
    assert!(folder.join("hulp.exe").is_file() && in_menu.is_file());
    assert!(wine.registry(LISTED).contains("Hulp"));

    let thomas = wine.double_click(&file);
    thomas.press_main(|| {}, || grietje.shows("May someone see your screen?"));
    grietje.answer("Decline");
    thomas.close();

    let done = wine.run(folder.join("uninstall.exe"), ["/S"]);
    assert!(done.status.success(), "{done:?}");
    // It goes on in a copy of itself.
    let gone = wait_for(PATIENCE, || {
        (!folder.exists() && !in_menu.exists() && wine.registry(LISTED).is_empty()).then_some(())
    });
    assert!(gone.is_some(), "left: {:?}", fs::read_dir(&folder));
    assert_eq!(wine.registry(&class(".hulp")), "");
    assert_eq!(wine.registry(&class(CLASS)), "");
}

#[test]
fn hulp_for_windows_registers_itself_and_takes_that_back() {
    let test = "hulp_for_windows_registers_itself_and_takes_that_back";
    if !is_made(test) || !can_run(test) {
        return;
    }
    let _alone = alone();
    let person = novice();
    let wine = Wine::start(&person, NOVICE);
    let command = format!(r"{CLASS}\shell\open\command");
    assert_eq!(wine.registry(&class(".hulp")), "");

    let done = wine.run_hulp(["register"]);
    assert!(done.status.success(), "{done:?}");
    assert!(wine.registry(&class(".hulp")).contains(CLASS));
    let opens = format!("\"{}\" \"%1\"", wine.hulp_path());
    let said = wine.registry(&class(&command));
    assert!(said.contains(&opens), "{said}");

    let done = wine.run_hulp(["register", "--remove"]);
    assert!(done.status.success(), "{done:?}");
    assert_eq!(wine.registry(&class(".hulp")), "");
    assert_eq!(wine.registry(&class(CLASS)), "");
}

#[test]
fn a_second_start_on_windows_hands_over_to_the_first() {
    let test = "a_second_start_on_windows_hands_over_to_the_first";
    if !is_made(test) || !can_run(test) {
        return;
    }
    let _alone = alone();
    let person = novice();
    let wine = Wine::start(&person, NOVICE);
    let first = wine.hulp(["show"]);
    let running = wine.running_hulps();
    assert_eq!(running.len(), 1);

    let file = person.folder().join("invitation.hulp");
    let before = first.picture();
    let done = wine.run_hulp(["invite", "--save", &windows_path(&file)]);
    assert!(done.status.success(), "{done:?}");
    assert!(file.is_file(), "no invitation at {}", file.display());
    first.await_change(&before); // it says whom it waits for
    assert_eq!(wine.running_hulps(), running, "another window");
}

/// The middle of the button that stops control, if it is there.
fn stop_button(hulp: &Window<'_>) -> Option<(i16, i16)> {
    let (_, area) = hulp.place();
    let picture = hulp.picture();
    let (width, height) = picture.0.dimensions();
    let is_red = |x: u32, y: u32| {
        let Rgb([red, green, blue]) = picture.colour(x, y);
        red.saturating_sub(green.max(blue)) >= RED
    };
    let red_in = |y: u32| (0..width).filter(|x| is_red(*x, y)).count();
    let rows: Vec<u32> = (0..height)
        .filter(|y| red_in(*y) > width as usize / 2)
        .collect();
    let row = rows.get(rows.len() / 2)?;
    (rows.len() >= STOP_ROWS).then(|| (area.middle().0, (area.y + row) as i16))
}
