//! Newer compositors show their screen in sessions (ext-image-copy-capture-v1). Hulp sees the same there as in the older way, hears what
//! changed, and copes with one that refuses, stops or lies.

use std::time::Duration;

use hulp::{
    desktop::{Desktop as _, WaylandDesktop},
    screen::{Rect, Size},
};

use crate::{
    between::{Asked, Between, Whim},
    capture::{QUIET, SIZE, Watched, foot_at, place},
    rig::{
        alone,
        process::{PATIENCE, wait_for},
        wayland::{BACKGROUND, Release, Sway, can_have_newer_sway},
    },
};

/// The pointer is a part of the picture until it has rested for a tenth of a second.
const WITHOUT_POINTER: &str = "seat * hide_cursor 100";
/// A picture that waits so long is an old one.
const OLD: Duration = Duration::from_millis(25);
const ONE_SESSION: Asked = Asked {
    sessions: 1,
    screencopies: 0,
    in_half_told_buffers: 0,
};

fn newer(more: &str) -> Sway {
    Sway::start_one(Release::Newer, "640x480", more)
}

#[test]
fn a_session_shows_to_the_bit_what_the_older_way_shows_and_tells_what_changed() {
    let test = "a_session_shows_to_the_bit_what_the_older_way_shows_and_tells_what_changed";
    if !can_have_newer_sway(test) {
        return;
    }
    let _alone = alone();
    let sway = newer(WITHOUT_POINTER);
    for whim in [Whim::Honest, Whim::SizeComesLast] {
        let between = Between::at(sway.socket(), whim);
        let mut watched = Watched::at(&between.socket());
        // The picture is put together of what changes, in whatever steps it is fetched.
        let foot = foot_at(&sway, "paper", Rect::new(20, 10, 300, 200));
        for step in 0..8 {
            let part = |x| Rect::new(x, 10 + 25 * step, 300 - 20 * step, 200);
            place(&sway, "paper", part(20 + 40 * step));
            assert!(watched.capture.wait(PATIENCE).unwrap(), "step {step}");
            // One that is old when it is fetched is followed by another, in the other buffer.
            place(&sway, "paper", part(300 - 20 * step));
            std::thread::sleep(OLD);
            watched.capture.grab(&mut watched.frame).unwrap();
        }
        place(&sway, "paper", Rect::new(300, 185, 150, 200));
        let older = Between::at(sway.socket(), Whim::Refuses);
        let same = wait_for(PATIENCE, || {
            watched.settle();
            let anew = Watched::at(&older.socket());
            let is_same = watched.frame.pixels() == anew.frame.pixels();
            (is_same && watched.frame.size() == SIZE).then_some(())
        });
        assert!(same.is_some(), "{whim:?}: the older way shows other pixels");
        assert!(older.asked().screencopies > 0, "{:?}", older.asked());

        place(&sway, "paper", Rect::new(300, 185, 140, 200));
        let came = watched.capture.wait(PATIENCE).unwrap();
        assert!(came, "a change is news");
        let damage = watched.settle();
        let near = Rect::new(280, 165, 200, 240);
        assert!(
            !damage.is_empty() && near.contains(damage.bounds()),
            "{damage:?}"
        );
        assert_eq!(between.asked(), ONE_SESSION, "{whim:?}");
        drop(foot);
    }
}

#[test]
fn a_compositor_that_gives_no_session_is_seen_in_the_older_way() {
    let test = "a_compositor_that_gives_no_session_is_seen_in_the_older_way";
    if !can_have_newer_sway(test) {
        return;
    }
    let _alone = alone();
    let sway = newer(WITHOUT_POINTER);
    let no_picture_fits = Whim::Claims(SIZE.width + 1, SIZE.height);
    for whim in [Whim::Refuses, Whim::LacksMemory, no_picture_fits] {
        let between = Between::at(sway.socket(), whim);
        let mut watched = Watched::at(&between.socket());
        let is_background = |pixels: &[u32]| pixels.iter().all(|pixel| *pixel == BACKGROUND);
        watched.until("background", |frame| is_background(frame.pixels()));
        let foot = foot_at(&sway, "paper", Rect::new(20, 10, 300, 200));
        watched.until("terminal", |frame| !is_background(frame.pixels()));
        drop(foot);
        watched.until("background", |frame| is_background(frame.pixels()));
        let Asked {
            sessions,
            screencopies,
            ..
        } = between.asked();
        assert_eq!(sessions, 1, "{whim:?}: asked again and again");
        assert!(screencopies > 2, "{whim:?}");
    }
}

#[test]
fn a_compositor_that_lies_of_its_size_is_not_believed() {
    let test = "a_compositor_that_lies_of_its_size_is_not_believed";
    if !can_have_newer_sway(test) {
        return;
    }
    let _alone = alone();
    let sway = newer("");
    for (width, height) in [(0, 0), (640, 0), (u32::MAX, 1), (16_384, 16_384)] {
        let between = Between::at(sway.socket(), Whim::Claims(width, height));
        let refused = WaylandDesktop::new(Some(between.socket())).capture();
        let why = refused.err().expect("a screen of no size").to_string();
        assert!(why.contains(&format!("{width} x {height}")), "{why}");
    }
}

#[test]
fn a_session_that_the_user_stops_is_over_and_one_whose_monitor_goes_is_not() {
    let test = "a_session_that_the_user_stops_is_over_and_one_whose_monitor_goes_is_not";
    if !can_have_newer_sway(test) {
        return;
    }
    let _alone = alone();
    let sway = newer(WITHOUT_POINTER);
    let between = Between::at(sway.socket(), Whim::Honest);
    let mut watched = Watched::at(&between.socket());
    for (old, new, is_told_late) in [(1, 2, false), (2, 3, true)] {
        sway.tell("create_output");
        let size = Size::new(800 + new, 600);
        let mode = format!("mode --custom {}x600@60Hz", size.width);
        let background = format!("bg #{BACKGROUND:06x} solid_color");
        sway.tell(&format!("output HEADLESS-{new} {mode} {background}"));
        if is_told_late {
            between.stop_sessions();
            watched.capture.wait(Duration::ZERO).unwrap();
        }
        sway.tell(&format!("output HEADLESS-{old} unplug"));
        watched.until("the other monitor", |frame| {
            frame.size() == size && frame.pixels().iter().all(|pixel| *pixel == BACKGROUND)
        });
    }
    let asked = between.asked();
    assert_eq!(asked.screencopies, 0, "{asked:?}");

    between.stop_sessions();
    let over = wait_for(PATIENCE, || watched.capture.wait(QUIET).err());
    let why = over.expect("it goes on").to_string();
    assert!(why.contains("stopped"), "{why}");
    assert_eq!(between.asked(), asked, "another way in");
}
