//! What Hulp sees of a Wayland screen is what is there.

use std::{path::Path, time::Duration};

use hulp::{
    desktop::{Capture, Desktop, WaylandDesktop},
    screen::{Damage, Framebuffer, Rect, Size},
};

use crate::rig::{
    alone,
    process::{PATIENCE, wait_for},
    wayland::{BACKGROUND, Foot, PAPER, Release, Sway},
};

/// Shorter than anything that must happen, longer than any news takes that is under way.
pub const QUIET: Duration = Duration::from_millis(300);
pub const SIZE: Size = Size::new(640, 480);

pub struct Watched {
    desktop: WaylandDesktop,
    pub capture: Box<dyn Capture>,
    pub frame: Framebuffer,
}

impl Watched {
    fn open(sway: &Sway) -> Self {
        Self::at(sway.socket())
    }

    pub fn at(socket: &Path) -> Self {
        let desktop = WaylandDesktop::new(Some(socket.to_owned()));
        let mut capture = desktop.capture().unwrap();
        assert!(capture.wait(PATIENCE).unwrap(), "the first picture is news");
        let mut frame = Framebuffer::new(Size::default());
        let damage = capture.grab(&mut frame).unwrap();
        assert_eq!(damage.rects(), [capture.size().rect()]);
        Self {
            desktop,
            capture,
            frame,
        }
    }

    /// Takes all news until there is none.
    pub fn settle(&mut self) -> Damage {
        let mut all = Damage::none();
        while self.capture.wait(QUIET).unwrap() {
            all.merge(&self.capture.grab(&mut self.frame).unwrap());
        }
        all
    }

    /// Waits until the picture is like this.
    pub fn until(&mut self, what: &str, is: impl Fn(&Framebuffer) -> bool) {
        let came = wait_for(PATIENCE, || {
            self.capture.wait(QUIET).unwrap();
            self.capture.grab(&mut self.frame).unwrap();
            is(&self.frame).then_some(())
        });
        if came.is_none() {
            let mut anew = Framebuffer::new(Size::default());
            self.desktop.capture().unwrap().grab(&mut anew).unwrap();
            let differ = (anew.pixels().iter().zip(self.frame.pixels()))
                .filter(|(now, seen)| now != seen)
                .count();
            panic!("{what}: the picture is another; seen anew {differ} pixels of it differ");
        }
    }
}

fn pixel(frame: &Framebuffer, x: u32, y: u32) -> u32 {
    frame.pixel(x, y).unwrap()
}

/// Opens a terminal that covers just this part of the monitor.
pub fn foot_at(sway: &Sway, title: &str, part: Rect) -> Foot {
    let foot = Foot::open(sway, title);
    place(sway, title, part);
    foot
}

/// Puts a window there. A window that was just told its size may still answer to the one before: then it is told again.
pub fn place(sway: &Sway, title: &str, part: Rect) {
    let Rect {
        x,
        y,
        width,
        height,
    } = part;
    sway.tell(&format!(
        "[title=\"{title}\"] floating enable, resize set {width} {height}, move absolute position {x} {y}"
    ));
}

#[test]
fn the_picture_is_what_is_there_and_a_still_screen_is_no_news() {
    let test = "the_picture_is_what_is_there_and_a_still_screen_is_no_news";
    for release in Release::here(test) {
        see_what_is_there(release);
    }
}

fn see_what_is_there(release: Release) {
    let _alone = alone();
    // The pointer is a part of the picture until it has rested for a tenth of a second.
    let sway = Sway::start_one(release, "640x480", "seat * hide_cursor 100");
    let mut watched = Watched::open(&sway);
    assert_eq!(watched.frame.size(), SIZE);
    watched.until("background", |frame| {
        frame.pixels().iter().all(|pixel| *pixel == BACKGROUND)
    });
    watched.settle();
    assert!(!watched.capture.wait(QUIET).unwrap(), "a still screen");

    let part = Rect::new(100, 50, 200, 160);
    let _foot = foot_at(&sway, "paper", part);
    watched.until("terminal", |frame| {
        let is_right = (0..SIZE.height).all(|y| {
            (0..SIZE.width).all(|x| {
                let is_paper = pixel(frame, x, y) == PAPER;
                let is_background = pixel(frame, x, y) == BACKGROUND;
                // In its first rows are words and the cursor.
                match part.contains(Rect::new(x, y, 1, 1)) {
                    true => is_paper || y < part.y + 50,
                    false => is_background,
                }
            })
        });
        if !is_right {
            place(&sway, "paper", part);
        }
        is_right
    });
    watched.settle();

    // What changes is told, and not much more.
    sway.tell("[title=\"paper\"] resize set 190 160");
    let came = watched.capture.wait(PATIENCE).unwrap();
    assert!(came, "a change is news");
    let damage = watched.settle();
    let near = Rect::new(part.x - 16, part.y - 16, part.width + 32, part.height + 32);
    assert!(
        !damage.is_empty() && near.contains(damage.bounds()),
        "{damage:?}"
    );
}

#[test]
fn modes_scales_and_turned_monitors_are_seen_as_people_see_them() {
    let test = "modes_scales_and_turned_monitors_are_seen_as_people_see_them";
    for release in Release::here(test) {
        see_as_people_do(release);
    }
}

fn see_as_people_do(release: Release) {
    let _alone = alone();
    let sway = Sway::start_one(release, "640x480", "");
    let mut watched = Watched::open(&sway);
    let part = Rect::new(0, 0, 200, 100);
    let _foot = foot_at(&sway, "corner", part);
    let corner_is = |frame: &Framebuffer, size: Size, scale: u32| {
        let is_right = frame.size() == size
            && pixel(frame, 190 * scale, 90 * scale) == PAPER
            && pixel(frame, 210 * scale, 10 * scale) == BACKGROUND
            && pixel(frame, 10 * scale, 110 * scale) == BACKGROUND
            && pixel(frame, size.width - 1, size.height - 1) == BACKGROUND;
        if !is_right {
            place(&sway, "corner", part);
        }
        is_right
    };
    watched.until("upright", |frame| corner_is(frame, SIZE, 1));
    sway.tell("output HEADLESS-1 mode --custom 800x600@60Hz");
    let larger = Size::new(800, 600);
    watched.until("another mode", |frame| corner_is(frame, larger, 1));
    for transform in [
        "90",
        "180",
        "270",
        "flipped",
        "flipped-90",
        "flipped-180",
        "flipped-270",
    ] {
        sway.tell(&format!("output HEADLESS-1 transform {transform}"));
        let size = match transform.ends_with("90") || transform.ends_with("270") {
            true => Size::new(600, 800),
            false => larger,
        };
        watched.until(transform, |frame| corner_is(frame, size, 1));
    }
    sway.tell("output HEADLESS-1 transform normal scale 2");
    watched.until("scaled", |frame| corner_is(frame, larger, 2));
}

#[test]
fn a_monitor_may_sleep_and_another_come_but_the_end_of_the_desktop_is_told() {
    let test = "a_monitor_may_sleep_and_another_come_but_the_end_of_the_desktop_is_told";
    for release in Release::here(test) {
        see_through_sleep_to_the_end(release);
    }
}

fn see_through_sleep_to_the_end(release: Release) {
    let _alone = alone();
    let mut sway = Sway::start_one(release, "640x480", "");
    let mut watched = Watched::open(&sway);
    sway.tell("output HEADLESS-1 dpms off");
    for _ in 0..5 {
        watched.capture.wait(QUIET).unwrap();
        watched.capture.grab(&mut watched.frame).unwrap();
    }
    sway.tell("output HEADLESS-1 dpms on");
    sway.tell("create_output");
    let _foot = Foot::open(&sway, "paper");
    watched.until("still the first", |frame| {
        frame.size() == SIZE && pixel(frame, 320, 240) == PAPER
    });
    sway.running().kill();
    let gone = wait_for(PATIENCE, || watched.capture.wait(QUIET).err());
    assert!(
        gone.is_some(),
        "a desktop that is gone is taken for a still one"
    );
    let desktop = WaylandDesktop::new(Some(sway.socket().to_owned()));
    assert!(desktop.capture().is_err());
}
