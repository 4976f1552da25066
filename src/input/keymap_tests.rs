//! Layouts as people have them, and the keys that type on them.
#![allow(clippy::unwrap_used)]

use super::*;

const MOD1: Modifiers = 8;
const NUM: Modifiers = 16;
const MOD5: Modifiers = 128;

const SHIFT_KEY: u8 = 50;
const CONTROL_KEY: u8 = 37;
const ALT_KEY: u8 = 64;
const ALT_GR_KEY: u8 = 92;

fn sym(sign: char) -> Keysym {
    Keysym::from_char(sign).unwrap()
}

fn group(signs: &str) -> KeyGroup {
    let signs: Vec<_> = signs
        .chars()
        .map(|c| if c == '·' { Keysym::NONE } else { sym(c) })
        .collect();
    let is_letter = signs.len() > 1 && signs[0].upper() == signs[1] && signs[0] != signs[1];
    let (chosen_by, levels) = match (signs.len(), is_letter) {
        (0 | 1, _) => (0, vec![]),
        (2, false) => (SHIFT, vec![(SHIFT, 1)]),
        (2, true) => (SHIFT | LOCK, vec![(SHIFT, 1), (LOCK, 1)]),
        (_, false) => (SHIFT | MOD5, vec![(SHIFT, 1), (MOD5, 2), (SHIFT | MOD5, 3)]),
        (_, true) => (
            SHIFT | LOCK | MOD5,
            vec![
                (SHIFT, 1),
                (LOCK, 1),
                (MOD5, 2),
                (SHIFT | MOD5, 3),
                (LOCK | MOD5, 2),
                (SHIFT | LOCK | MOD5, 3),
            ],
        ),
    };
    KeyGroup {
        signs,
        chosen_by,
        levels,
        sets: 0,
    }
}

fn modifier(keysym: Keysym, sets: Modifiers) -> Key {
    Key {
        groups: vec![KeyGroup {
            signs: vec![keysym],
            sets,
            ..KeyGroup::default()
        }],
        ..Key::default()
    }
}

/// A layout of one or more groups; each line is a keycode and its signs per group, apart by blanks.
fn layout(lines: &[(u8, &str)]) -> Keymap {
    let mut keys = BTreeMap::from([
        (SHIFT_KEY, modifier(Keysym::SHIFT_L, SHIFT)),
        (62, modifier(Keysym::SHIFT_R, SHIFT)),
        (CONTROL_KEY, modifier(Keysym::CONTROL_L, CONTROL)),
        (ALT_KEY, modifier(Keysym::ALT_L, MOD1)),
        (ALT_GR_KEY, modifier(Keysym::ALT_GR, MOD5)),
        (66, modifier(Keysym::CAPS_LOCK, 0)),
        (9, modifier(Keysym::ESCAPE, 0)),
        (36, modifier(Keysym::RETURN, 0)),
        (110, modifier(Keysym::HOME, 0)),
        (97, Key::default()),
        (8, Key::default()),
    ]);
    // Tab, and the keypad's 7.
    keys.insert(23, two(Keysym::TAB, Keysym(0xfe20), SHIFT, &[(SHIFT, 1)]));
    let (kp_home, kp_7) = (Keysym(0xff95), Keysym(0xffb7));
    let by_num = [(SHIFT, 1), (NUM, 1)];
    keys.insert(79, two(kp_home, kp_7, SHIFT | NUM, &by_num));
    for (keycode, signs) in lines {
        let groups = signs.split(' ').map(group).collect();
        let key = Key {
            groups,
            ..Key::default()
        };
        keys.insert(*keycode, key);
    }
    Keymap::new(keys)
}

fn two(plain: Keysym, second: Keysym, chosen_by: u8, levels: &[(Modifiers, usize)]) -> Key {
    Key {
        groups: vec![KeyGroup {
            signs: vec![plain, second],
            chosen_by,
            levels: levels.to_vec(),
            sets: 0,
        }],
        ..Key::default()
    }
}

fn us() -> Keymap {
    layout(&[
        (38, "aA"),
        (54, "cC"),
        (11, "2@"),
        (16, "7&"),
        (61, "/?"),
        (21, "=+"),
    ])
}

fn german() -> Keymap {
    layout(&[
        (38, "aA"),
        (54, "cC"),
        (24, "qQ@Ω"),
        (26, "eE€€"),
        (16, "7/{⅞"),
        (11, "2\"²⅛"),
        (20, "ß?\\¿"),
        (35, "+*~¯"),
    ])
}

fn french() -> Keymap {
    layout(&[
        (24, "aA"),
        (54, "cC"),
        (10, "&1"),
        (11, "é2~"),
        (19, "à0@"),
        (26, "eE€¢"),
    ])
}

fn us_and_russian() -> Keymap {
    layout(&[(38, "aA фФ"), (54, "cC сС"), (59, ",< бБ"), (61, "/? .,")])
}

fn with(group: u8, fixed: Modifiers, held: &[u8]) -> KeyboardState {
    KeyboardState {
        group,
        fixed,
        held: held.to_vec(),
    }
}

/// Presses what a plan says and tells what a program would read, and whether all is as before at the end.
fn typed(keymap: &Keymap, wanted: Keysym, state: &KeyboardState, purpose: Purpose) -> (Keysym, u8) {
    let plan = keymap.plan(wanted, state, purpose).unwrap();
    let mut held = state.held.clone();
    let mut play = |steps: &[KeyStep]| {
        for s in steps {
            if s.pressed {
                assert!(!held.contains(&s.keycode), "pressed twice: {plan:?}");
                held.push(s.keycode);
            } else {
                assert!(held.contains(&s.keycode), "released twice: {plan:?}");
                held.retain(|k| *k != s.keycode);
            }
        }
        let sets = held.iter().map(|k| keymap.sets(*k, state.group));
        let mut sorted = held.clone();
        sorted.sort_unstable();
        (sets.fold(state.fixed, |all, sets| all | sets), sorted)
    };
    let (modifiers, _) = play(&plan.before);
    let read = keymap.sign(plan.keycode, state.group, modifiers);
    let (_, after) = play(&plan.after);
    let mut before = state.held.clone();
    before.sort_unstable();
    assert_eq!(after, before, "{plan:?}");
    (read, modifiers)
}

fn types(keymap: &Keymap, signs: &str, state: &KeyboardState) {
    for sign in signs.chars() {
        for purpose in [Purpose::Key, Purpose::Text] {
            let (read, _) = typed(keymap, sym(sign), state, purpose);
            assert!(read.same_as(sym(sign)), "{sign} with {state:?}: {read:?}");
        }
    }
}

#[test]
fn what_is_on_the_layout_is_typed_whatever_is_held_or_locked() {
    let cases = [
        (us(), "aAcC2@7&/?=+"),
        (german(), "aAcCqQ@ΩeE€7/{2\"²ß?\\+*~"),
        (french(), "aA&12~0@eE€"),
    ];
    for (keymap, signs) in &cases {
        for fixed in [0, LOCK, NUM, LOCK | NUM] {
            for held in [
                &[][..],
                &[SHIFT_KEY],
                &[ALT_GR_KEY],
                &[SHIFT_KEY, ALT_GR_KEY],
                &[62],
            ] {
                types(keymap, signs, &with(0, fixed, held));
            }
        }
    }
}

#[test]
fn what_needs_nothing_gets_nothing() {
    let plan = us().plan(sym('a'), &with(0, 0, &[]), Purpose::Key).unwrap();
    assert_eq!(
        (plan.keycode, plan.before, plan.after),
        (38, vec![], vec![])
    );
    let shifted = with(0, 0, &[SHIFT_KEY]);
    let plan = us().plan(sym('@'), &shifted, Purpose::Key).unwrap();
    assert_eq!((plan.keycode, plan.before), (11, vec![]));
}

#[test]
fn an_expert_with_another_layout_gets_the_sign_and_not_the_key() {
    // German Shift+7 is a slash, which is plain on a US keyboard: Shift is let go for it, and held again after.
    let plan = us()
        .plan(sym('/'), &with(0, 0, &[SHIFT_KEY]), Purpose::Key)
        .unwrap();
    assert_eq!(plan.before, [step(SHIFT_KEY, false)]);
    assert_eq!(
        (plan.keycode, plan.after),
        (61, vec![step(SHIFT_KEY, true)])
    );
    // US Shift+2 is an at sign, which needs AltGr on a German keyboard.
    let plan = german()
        .plan(sym('@'), &with(0, 0, &[SHIFT_KEY]), Purpose::Key)
        .unwrap();
    assert_eq!(
        plan.before,
        [step(SHIFT_KEY, false), step(ALT_GR_KEY, true)]
    );
    assert_eq!(plan.after, [step(ALT_GR_KEY, false), step(SHIFT_KEY, true)]);
}

#[test]
fn caps_lock_of_the_novice_changes_no_letter() {
    let plan = us()
        .plan(sym('a'), &with(0, LOCK, &[]), Purpose::Key)
        .unwrap();
    assert_eq!(plan.before, [step(SHIFT_KEY, true)]);
    let plan = us()
        .plan(sym('A'), &with(0, LOCK, &[]), Purpose::Key)
        .unwrap();
    assert_eq!(plan.before, []);
    // A key whose level does not depend on it: programs make the capital, so the small letter cannot be had from it.
    let keymap = layout(&[(97, "ж")]);
    assert_eq!(
        keymap.plan(sym('ж'), &with(0, LOCK, &[]), Purpose::Key),
        None
    );
    assert!(
        keymap
            .plan(sym('Ж'), &with(0, LOCK, &[]), Purpose::Key)
            .is_some()
    );
    // So it is with the French é, whose capital is on no key.
    assert_eq!(
        french().plan(sym('é'), &with(0, LOCK, &[]), Purpose::Key),
        None
    );
    types(&french(), "ÉÀ", &with(0, LOCK, &[]));
    types(&french(), "éà", &with(0, 0, &[SHIFT_KEY]));
    // Bound as a letter with its capital it can.
    types(&layout(&[(97, "жЖ")]), "жЖ", &with(0, LOCK, &[]));
}

#[test]
fn shortcuts_are_by_key() {
    let (lower, upper) = (sym('c'), sym('C'));
    for (wanted, held) in [
        (lower, vec![CONTROL_KEY]),
        (lower, vec![CONTROL_KEY, SHIFT_KEY]),
        (upper, vec![CONTROL_KEY, SHIFT_KEY]),
        (upper, vec![CONTROL_KEY]),
        (lower, vec![ALT_KEY]),
    ] {
        let plan = us().plan(wanted, &with(0, 0, &held), Purpose::Key).unwrap();
        assert_eq!(
            (plan.keycode, plan.before),
            (54, vec![]),
            "{wanted:?} {held:?}"
        );
    }
    // Not so other signs: Ctrl and + of a US keyboard is Ctrl+Shift+= there and Ctrl and + here.
    let held = with(0, 0, &[CONTROL_KEY, SHIFT_KEY]);
    let (read, modifiers) = typed(&german(), sym('+'), &held, Purpose::Key);
    assert!(read.same_as(sym('+')));
    assert_eq!(modifiers, CONTROL);
}

#[test]
fn text_is_never_a_shortcut() {
    for held in [
        &[CONTROL_KEY][..],
        &[ALT_KEY, SHIFT_KEY],
        &[CONTROL_KEY, ALT_KEY],
    ] {
        for sign in ['c', 'C', '@', '\n'] {
            let state = with(0, 0, held);
            let (read, modifiers) = typed(&german(), sym(sign), &state, Purpose::Text);
            assert!(read.same_as(sym(sign)));
            assert_eq!(modifiers & (CONTROL | MOD1), 0, "{sign} {held:?}");
        }
    }
}

#[test]
fn keys_that_type_no_sign_keep_what_is_held() {
    // Shift+Tab goes back, Shift+Home selects.
    for wanted in [Keysym::TAB, Keysym::HOME, Keysym::RETURN, Keysym::ESCAPE] {
        let state = with(0, 0, &[SHIFT_KEY]);
        let plan = us().plan(wanted, &state, Purpose::Key).unwrap();
        assert_eq!(plan.before, [], "{wanted:?}");
    }
    let plan = us()
        .plan(Keysym::SHIFT_R, &with(0, 0, &[]), Purpose::Key)
        .unwrap();
    assert_eq!(plan.keycode, 62);
}

#[test]
fn the_keypad_does_what_it_shows_whatever_num_lock_is() {
    let (kp_home, kp_7) = (Keysym(0xff95), Keysym(0xffb7));
    let plan = us().plan(kp_7, &with(0, NUM, &[]), Purpose::Key).unwrap();
    assert_eq!((plan.keycode, plan.before), (79, vec![]));
    // With Num Lock off a digit of the keypad is the digit above the letters; with it on, Home is Home.
    let plan = us().plan(kp_7, &with(0, 0, &[]), Purpose::Key).unwrap();
    assert_eq!((plan.keycode, plan.before), (16, vec![]));
    let plan = us()
        .plan(kp_home, &with(0, NUM, &[]), Purpose::Key)
        .unwrap();
    assert_eq!(plan.keycode, 110);
    let plan = us().plan(kp_home, &with(0, 0, &[]), Purpose::Key).unwrap();
    assert_eq!(plan.keycode, 79);
}

#[test]
fn what_is_not_on_the_chosen_layout_needs_a_spare_key() {
    let none = with(0, 0, &[]);
    for sign in "é漢ж€".chars() {
        assert_eq!(us().plan(sym(sign), &none, Purpose::Key), None);
    }
    // Latin letters are not on the Russian half, signs of the other half are.
    let russian = with(1, 0, &[]);
    assert_eq!(
        us_and_russian().plan(sym('a'), &russian, Purpose::Key),
        None
    );
    types(&us_and_russian(), "фФсСбБ.,", &russian);
    types(&us_and_russian(), "aAcC,</?", &none);
    assert_eq!(us().spare_keycodes(), [97]);
    assert!(us().is_unused(97) && !us().is_unused(38) && us().is_unused(200));
}

#[test]
fn a_key_of_one_group_has_it_in_all() {
    let keymap = us_and_russian();
    assert_eq!(keymap.sign(36, 1, 0), Keysym::RETURN);
    assert_eq!(keymap.sign(SHIFT_KEY, 3, 0), Keysym::SHIFT_L);
    let mut keys = BTreeMap::new();
    for (keycode, beyond) in [
        (30, BeyondGroups::Clamp),
        (31, BeyondGroups::Redirect(1)),
        (32, BeyondGroups::Redirect(9)),
        (33, BeyondGroups::Wrap),
    ] {
        let groups = ["a", "b", "d"].map(group).to_vec();
        keys.insert(keycode, Key { groups, beyond });
    }
    let keymap = Keymap::new(keys);
    let signs = [30, 31, 32, 33].map(|k| keymap.sign(k, 3, 0).to_char().unwrap());
    assert_eq!(signs, ['d', 'b', 'a', 'a']);
    assert_eq!(keymap.sign(99, 0, 0), Keysym::NONE);
}

#[test]
fn a_modifier_that_the_novice_holds_is_no_obstacle() {
    // The novice's Shift is on and cannot be let go: the small letter cannot be typed with it, the capital can.
    let state = with(0, SHIFT, &[]);
    assert_eq!(us().plan(sym('a'), &state, Purpose::Key), None);
    assert!(
        us().plan(sym('A'), &state, Purpose::Key)
            .unwrap()
            .before
            .is_empty()
    );
}

#[test]
fn stop_keys_are_found_on_every_layout() {
    assert!(us().is_escape(9, 0) && us().is_escape(9, 2) && !us().is_escape(36, 0));
    assert!(us().is_control(CONTROL_KEY, 0) && !us().is_control(SHIFT_KEY, 0));
    assert!(us().is_c(54, 0) && !us().is_c(38, 0));
    // Both halves of two layouts.
    assert!(us_and_russian().is_c(54, 0) && us_and_russian().is_c(54, 1));
    assert!(!us_and_russian().is_c(38, 1));
    // Dvorak has its C where a US keyboard has I, and J where that has C.
    let dvorak = layout(&[(31, "cC"), (54, "jJ")]);
    assert!(dvorak.is_c(31, 0) && !dvorak.is_c(54, 0));
    // Only Russian: by place. A foreign c on a spare key does not change that.
    let russian = layout(&[(54, "сС"), (38, "фФ"), (97, "cC")]);
    assert!(russian.is_c(54, 0) && !russian.is_c(38, 0));
    // French has a letter that is not Latin in ASCII on a key of its own.
    assert!(french().is_c(54, 0) && !french().is_c(11, 0));
}

#[test]
fn odd_layouts_do_no_harm() {
    let empty = Keymap::new(BTreeMap::new());
    assert_eq!(
        empty.plan(sym('a'), &with(9, 255, &[1, 2]), Purpose::Text),
        None
    );
    assert_eq!(empty.sign(38, 0, 0), Keysym::NONE);
    assert!(empty.spare_keycodes().is_empty());
    // A level that its key does not have.
    let mut odd = group("a");
    odd.chosen_by = SHIFT;
    odd.levels = vec![(SHIFT, 77)];
    let key = Key {
        groups: vec![odd],
        ..Key::default()
    };
    let keymap = Keymap::new(BTreeMap::from([(38, key)]));
    assert_eq!(keymap.sign(38, 0, SHIFT), Keysym::NONE);
}
