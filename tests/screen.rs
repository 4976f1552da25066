//! What the expert is shown is what the novice's screen showed, to the bit; and no bytes a peer sends do harm.
#![allow(clippy::unwrap_used)]

#[path = "../benches/scenes.rs"]
mod scenes;

#[path = "fuzz/drive/screen_decoder.rs"]
mod screen_decoder;

#[cfg(target_os = "linux")] // where there is a coder
#[path = "screen/video.rs"]
mod video;

use hulp::screen::{
    Damage, DecodeError, Decoder, Encoder, Framebuffer, MAX_SIDE, Rect, ScreenUpdate, Size,
};
use proptest::prelude::*;

/// One thing that happens on a novice's screen.
#[derive(Clone, Debug)]
enum Step {
    Fill(Rect, u32),
    /// Something with as many colours as pixels.
    Noise(Rect, u32),
    /// A shaded area with few colours, as text has.
    Text(Rect, u32),
    /// An area moves by so much; what it uncovers stays, as it does in a careless program.
    Move(Rect, i32, i32),
    /// The screen goes back to what it was this many steps ago.
    Back(usize),
    Resize(u32, u32),
}

fn rect() -> impl Strategy<Value = Rect> {
    (0..300u32, 0..200u32, 1..200u32, 1..150u32)
        .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (rect(), any::<u32>()).prop_map(|(rect, colour)| Step::Fill(rect, colour & 0xFF_FFFF)),
        2 => (rect(), any::<u32>()).prop_map(|(rect, seed)| Step::Noise(rect, seed)),
        3 => (rect(), any::<u32>()).prop_map(|(rect, seed)| Step::Text(rect, seed)),
        4 => (rect(), -90..90i32, -90..90i32).prop_map(|(rect, dx, dy)| Step::Move(rect, dx, dy)),
        2 => (1..6usize).prop_map(Step::Back),
        1 => (1..320u32, 1..220u32).prop_map(|(width, height)| Step::Resize(width, height)),
    ]
}

fn mix(seed: u32, x: u32, y: u32) -> u32 {
    let mut z = seed ^ x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77);
    z = (z ^ (z >> 15)).wrapping_mul(0x2C1B_3C6D);
    z = (z ^ (z >> 12)).wrapping_mul(0x297A_2D39);
    z ^ (z >> 15)
}

/// Does the step and names, generously, what it touched.
fn draw(frame: &mut Framebuffer, past: &[Framebuffer], step: &Step) -> Damage {
    let whole = frame.size().rect();
    let within = |rect: &Rect| rect.intersection(whole).unwrap_or_default();
    let paint = |frame: &mut Framebuffer, rect: &Rect, ink: &dyn Fn(u32, u32) -> u32| {
        let rect = within(rect);
        for y in rect.y..rect.bottom() {
            for (x, pixel) in (rect.x..).zip(frame.row_mut(rect, y)) {
                *pixel = ink(x - rect.x, y - rect.y);
            }
        }
        Damage::of(rect)
    };
    match step {
        Step::Fill(rect, colour) => paint(frame, rect, &|_, _| *colour),
        Step::Noise(rect, seed) => paint(frame, rect, &|x, y| mix(*seed, x, y) & 0xFF_FFFF),
        Step::Text(rect, seed) => paint(frame, rect, &|x, y| {
            [0xFF_FFFF, 0xFF_FFFF, 0x20_2020, 0x80_8080]
                [mix(*seed % 5, x % 40, y % 30) as usize % 4]
        }),
        Step::Move(rect, dx, dy) => {
            let old = frame.clone();
            let rect = within(rect);
            let mut damage = Damage::none();
            for y in rect.y..rect.bottom() {
                for x in rect.x..rect.right() {
                    let to = (x.checked_add_signed(*dx), y.checked_add_signed(*dy));
                    if let (Some(x_to), Some(y_to)) = to
                        && x_to < whole.width
                        && y_to < whole.height
                    {
                        let width = whole.width;
                        frame.pixels_mut()[(y_to * width + x_to) as usize] =
                            old.pixels()[(y * width + x) as usize];
                        damage.add(Rect::new(x_to, y_to, 1, 1));
                    }
                }
            }
            damage
        }
        Step::Back(steps) => {
            let then = &past[past.len().saturating_sub(*steps)];
            *frame = then.clone();
            Damage::of(frame.size().rect())
        }
        Step::Resize(width, height) => {
            frame.resize(Size::new(*width, *height));
            Damage::none()
        }
    }
}

/// Plays the steps through an encoder and gives the updates and the screens that they must lead to.
fn play(size: Size, steps: &[Step]) -> Vec<(ScreenUpdate, Framebuffer)> {
    let mut encoder = Encoder::new();
    let mut frame = Framebuffer::new(size);
    let mut past = vec![frame.clone()];
    let first = encoder.encode(&frame, &Damage::none()).unwrap();
    let mut played = vec![(first, frame.clone())];
    for step in steps {
        let damage = draw(&mut frame, &past, step);
        match encoder.encode(&frame, &damage) {
            Some(update) => played.push((update, frame.clone())),
            None => assert!(past.last() == Some(&frame), "a change was not sent"),
        }
        past.push(frame.clone());
    }
    played
}

fn start() -> impl Strategy<Value = Size> {
    (1..320u32, 1..220u32).prop_map(|(width, height)| Size::new(width, height))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_screen_arrives_to_the_bit(size in start(), steps in prop::collection::vec(step(), 1..24)) {
        let mut decoder = Decoder::new();
        let mut shown = Framebuffer::new(Size::default());
        for (n, (update, screen)) in play(size, &steps).iter().enumerate() {
            let before = shown.clone();
            let damage = decoder.apply(update, &mut shown).unwrap();
            prop_assert!(&shown == screen, "update {n} shows another screen");
            // What the window is told to paint again covers all that changed.
            if before.size() == shown.size() {
                let mut repainted = before;
                for rect in damage.rects() {
                    for y in rect.y..rect.bottom() {
                        repainted.row_mut(*rect, y).copy_from_slice(shown.row(*rect, y));
                    }
                }
                prop_assert!(repainted == shown, "update {n} names too little damage");
            } else {
                prop_assert_eq!(damage.bounds(), shown.size().rect());
            }
        }
    }

    #[test]
    fn whatever_went_lossy_becomes_exact(
        size in start(),
        steps in prop::collection::vec((step(), 0..6000_usize), 1..24),
    ) {
        let mut encoder = Encoder::new().with_video(Box::new(hulp::desktop::video_coder));
        let mut decoder = Decoder::new();
        let mut shown = Framebuffer::new(Size::default());
        let mut frame = Framebuffer::new(size);
        let mut past = vec![frame.clone()];
        let mut damage = Damage::none();
        for (step, allowance) in steps {
            if let Some(update) = encoder.encode_within(&frame, &damage, allowance) {
                decoder.apply(&update, &mut shown).unwrap();
            }
            prop_assert_eq!(decoder.is_exact(), encoder.is_exact());
            prop_assert!(!decoder.is_exact() || shown == frame, "called exact and is not");
            past.push(frame.clone());
            damage = draw(&mut frame, &past, &step);
        }
        let changed = encoder.encode_within(&frame, &damage, 3000);
        // Once it holds still every update makes at least a tile of it exact.
        let still = std::iter::from_fn(|| {
            let update = encoder.encode_within(&frame, &Damage::none(), 3000);
            assert!(update.is_some() || encoder.is_exact());
            update
        });
        let updates: Vec<_> = changed.into_iter().chain(still.take(100)).collect();
        prop_assert!(updates.len() < 40, "{} updates", updates.len());
        for update in updates {
            decoder.apply(&update, &mut shown).unwrap();
        }
        prop_assert!(decoder.is_exact());
        prop_assert!(shown == frame, "it never becomes exact");
    }

    #[test]
    fn arbitrary_bytes_do_no_harm(updates in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..200), 1..8)) {
        let mut decoder = Decoder::new();
        let mut shown = Framebuffer::new(Size::default());
        for bytes in updates {
            let before = shown.clone();
            if decoder.apply(&ScreenUpdate(bytes), &mut shown).is_err() {
                prop_assert!(shown == before, "a bad update shows");
            }
        }
    }

    #[test]
    fn a_damaged_update_does_no_harm(
        size in start(),
        steps in prop::collection::vec(step(), 1..8),
        victim in any::<prop::sample::Index>(),
        wounds in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        length in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let played = play(size, &steps);
        let victim = victim.index(played.len());
        let mut decoder = Decoder::new();
        let mut shown = Framebuffer::new(Size::default());
        for (n, (update, screen)) in played.iter().enumerate() {
            let mut update = update.clone();
            if n == victim {
                for (place, byte) in &wounds {
                    let place = place.index(update.0.len());
                    update.0[place] = *byte;
                }
                if let Some(length) = length {
                    update.0.truncate(length.index(update.0.len()));
                }
            }
            let before = shown.clone();
            match decoder.apply(&update, &mut shown) {
                Err(_) => prop_assert!(shown == before, "a bad update shows"),
                Ok(_) if n < victim => prop_assert!(&shown == screen),
                Ok(_) => {}
            }
        }
    }
}

#[test]
fn a_still_screen_takes_no_bytes() {
    let mut encoder = Encoder::new();
    let frame = Framebuffer::new(Size::new(200, 100));
    assert!(encoder.encode(&frame, &Damage::none()).is_some());
    let everything = Damage::of(frame.size().rect());
    assert!(encoder.encode(&frame, &everything).is_none());
}

#[test]
fn a_screen_that_cannot_be_is_not_sent() {
    let frame = Framebuffer::new(Size::new(MAX_SIDE + 1, 1));
    let everything = Damage::of(frame.size().rect());
    assert!(Encoder::new().encode(&frame, &everything).is_none());
}

#[test]
fn an_update_out_of_order_is_refused_until_one_begins_anew() {
    let steps = [
        Step::Fill(Rect::new(3, 3, 50, 50), 0x123456),
        Step::Text(Rect::new(30, 20, 90, 70), 7),
        Step::Noise(Rect::new(30, 20, 90, 70), 7),
        Step::Resize(90, 80),
    ];
    let played = play(Size::new(200, 150), &steps);
    let mut decoder = Decoder::new();
    let mut shown = Framebuffer::new(Size::default());
    assert!(matches!(
        decoder.apply(&played[1].0, &mut shown),
        Err(DecodeError::OutOfOrder)
    ));
    decoder.apply(&played[0].0, &mut shown).unwrap();
    decoder.apply(&played[1].0, &mut shown).unwrap();
    for refused in [&played[3], &played[2]] {
        assert!(matches!(
            decoder.apply(&refused.0, &mut shown),
            Err(DecodeError::OutOfOrder)
        ));
        assert!(shown == played[1].1);
    }
    decoder.apply(&played[4].0, &mut shown).unwrap();
    assert!(shown == played[4].1);
}

/// The bytes of each update of a scene, which must show it exactly.
fn bytes_of(scene: impl Fn(Size, usize) -> scenes::Screens, screens: usize) -> Vec<usize> {
    let (mut encoder, mut decoder) = (Encoder::new(), Decoder::new());
    let mut shown = Framebuffer::new(Size::default());
    let show = |(frame, damage): (Framebuffer, Damage)| {
        let update = encoder.encode(&frame, &damage).expect("a change");
        decoder.apply(&update, &mut shown).unwrap();
        assert!(shown == frame, "another screen is shown");
        update.0.len()
    };
    scene(Size::new(960, 540), screens)
        .into_iter()
        .map(show)
        .collect()
}

#[test]
fn a_letter_takes_hardly_more_than_a_letter() {
    let bytes = bytes_of(scenes::typing, 12);
    assert!(bytes[1..].iter().all(|bytes| *bytes < 200), "{bytes:?}");
}

#[test]
fn of_a_scrolled_page_only_what_is_new_is_sent() {
    let bytes = bytes_of(scenes::scroll, 8);
    // Among the new there are photos, so not each of them is small.
    assert!(
        bytes[1..].iter().sum::<usize>() < 7 * bytes[0] / 4,
        "{bytes:?}"
    );
}

#[test]
fn a_dragged_window_is_not_sent_again_nor_what_it_uncovers() {
    let bytes = bytes_of(scenes::windows, 8);
    let most = bytes[0] / 50;
    assert!(bytes[1..].iter().all(|bytes| *bytes < most), "{bytes:?}");
}

#[test]
fn a_photo_that_something_passed_over_is_not_sent_again() {
    let over_a_photo = |size: Size, screens: usize| {
        let photo = scenes::photo(size, 1).remove(0).0;
        let passing = |n: usize| Rect::new(100 + 13 * n as u32, 90 + 7 * n as u32, 150, 130);
        let show = |n: usize| {
            let mut frame = photo.clone();
            for y in passing(n).y..passing(n).bottom() {
                frame.row_mut(passing(n), y).fill(0x22_4466);
            }
            (frame, Damage::of(passing(n).union(passing(n.max(1) - 1))))
        };
        (0..screens).map(show).collect()
    };
    let bytes = bytes_of(over_a_photo, 30);
    // What is uncovered for the first time was never shown; later all of it was.
    assert!(bytes[18..].iter().sum::<usize>() < 12 * 300, "{bytes:?}");
}

#[test]
fn what_was_shown_before_is_not_sent_again() {
    for (scene, first_again) in [(scenes::menu as fn(_, _) -> _, 3), (scenes::photo, 4)] {
        let bytes = bytes_of(scene, 7);
        let most = bytes[0] / 100;
        assert!(
            bytes[first_again..].iter().all(|bytes| *bytes < most),
            "{bytes:?}"
        );
    }
}

#[test]
fn a_photo_takes_much_less_than_its_pixels() {
    let photo = bytes_of(scenes::photo, 1)[0];
    assert!(photo < 960 * 540 * 3 / 2, "{photo}");
    // A ninth of the screen.
    let video = bytes_of(scenes::video, 6);
    assert!(
        video[1..].iter().all(|bytes| *bytes < 320 * 180 * 3 / 2),
        "{video:?}"
    );
}

/// Large enough for several sheets, and for more tiles than one core looks at by itself.
#[test]
fn another_photo_comes_lossy_in_one_piece_and_is_exact_soon() {
    let size = Size::new(1280, 1024);
    let mut encoder = Encoder::new();
    let (mut decoder, mut shown) = (Decoder::new(), Framebuffer::new(Size::default()));
    for (number, (frame, damage)) in scenes::slides(size, 3).iter().enumerate() {
        let update = encoder.encode_within(frame, damage, 100_000).unwrap();
        let changed = decoder.apply(&update, &mut shown).unwrap();
        assert_eq!(changed.bounds(), size.rect());
        assert!(apart(&shown, frame) < 60.0);
        let mut repairs = 0;
        while !encoder.is_exact() {
            let repair = encoder.encode_within(frame, &Damage::none(), 100_000);
            decoder.apply(&repair.unwrap(), &mut shown).unwrap();
            repairs += 1;
            assert!(repairs < 40, "picture {number}");
        }
        assert!(decoder.is_exact() && shown == *frame, "picture {number}");
    }
}

/// How far two pictures are apart: the mean of the squared differences of all colours.
fn apart(one: &Framebuffer, other: &Framebuffer) -> f64 {
    let colours = |frame: &Framebuffer| -> Vec<u8> {
        let bytes = frame.pixels().iter().map(|pixel| pixel.to_le_bytes());
        bytes
            .flat_map(|[blue, green, red, _]| [blue, green, red])
            .collect()
    };
    let (one, other) = (colours(one), colours(other));
    let squares = one
        .iter()
        .zip(&other)
        .map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2));
    squares.sum::<f64>() / one.len() as f64
}

#[test]
fn a_photo_keeps_to_what_the_line_carries_and_is_exact_in_the_end() {
    const ALLOWANCE: usize = 25_000;
    let photo = scenes::photo(Size::new(960, 540), 1).remove(0).0;
    let (mut encoder, mut decoder) = (Encoder::new(), Decoder::new());
    let mut shown = Framebuffer::new(Size::default());
    let first = encoder
        .encode_within(&photo, &Damage::none(), ALLOWANCE)
        .unwrap();
    assert!(first.0.len() < ALLOWANCE * 2, "{}", first.0.len());
    decoder.apply(&first, &mut shown).unwrap();
    assert!(!decoder.is_exact());
    assert!(apart(&shown, &photo) < 80.0, "{}", apart(&shown, &photo));
    while !encoder.is_exact() {
        let update = encoder
            .encode_within(&photo, &Damage::none(), ALLOWANCE)
            .unwrap();
        assert!(update.0.len() < ALLOWANCE * 2, "{}", update.0.len());
        decoder.apply(&update, &mut shown).unwrap();
    }
    assert!(decoder.is_exact() && shown == photo);
    assert!(
        encoder
            .encode_within(&photo, &Damage::none(), ALLOWANCE)
            .is_none()
    );
}

#[test]
fn what_is_typed_and_dragged_is_exact_at_once_on_any_line() {
    for scene in [scenes::typing as fn(_, _) -> scenes::Screens, scenes::menu] {
        let mut screens = scene(Size::new(960, 540), 40);
        let (first, damage) = screens.remove(0);
        let mut encoder = Encoder::new();
        encoder.encode(&first, &damage);
        for (frame, damage) in &screens {
            encoder.encode_within(frame, damage, 300);
            assert!(encoder.is_exact(), "something went lossy");
        }
    }
}

#[test]
fn a_video_takes_a_fraction_on_any_line_and_is_exact_when_it_stops() {
    let mut encoder = Encoder::new();
    let screens = scenes::video(Size::new(960, 540), 40);
    let mut bytes = Vec::new();
    for (frame, damage) in &screens {
        bytes.push(
            encoder
                .encode_within(frame, damage, 300_000)
                .unwrap()
                .0
                .len(),
        );
    }
    let (exact, lossy) = (bytes[2], bytes[30..].iter().sum::<usize>() / 10);
    assert!(lossy * 3 < exact, "{bytes:?}");
    let last = &screens[screens.len() - 1].0;
    assert!(
        encoder
            .encode_within(last, &Damage::none(), 300_000)
            .is_some()
    );
    assert!(encoder.is_exact());
}

#[test]
fn what_once_went_wrong_does_no_more() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/regressions/screen_decoder"
    );
    let mut replayed = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        screen_decoder::run(&std::fs::read(file.unwrap().path()).unwrap());
        replayed += 1;
    }
    assert!(replayed > 0);
}
