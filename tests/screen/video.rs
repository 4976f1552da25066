//! A video on a slow line: a stream of its own, which keeps to what the line carries, and a picture that is exact once it stops.

use hulp::{
    desktop::video_coder,
    screen::{Damage, Decoder, Encoder, Framebuffer, Rect, Size},
};

use super::{apart, scenes};

/// 2 Mbit/s, 24 pictures a second.
const SLOW: usize = 10_500;

/// A novice and an expert, and what crossed between them.
struct Pair {
    encoder: Encoder,
    decoder: Decoder,
    shown: Framebuffer,
    bytes: Vec<usize>,
}

impl Pair {
    fn new(encoder: Encoder) -> Self {
        Self {
            encoder,
            decoder: Decoder::new(),
            shown: Framebuffer::new(Size::default()),
            bytes: Vec::new(),
        }
    }

    fn filming() -> Self {
        Self::new(Encoder::new().with_video(Box::new(video_coder)))
    }

    fn play(&mut self, screens: &scenes::Screens) {
        for (frame, damage) in screens {
            self.show(frame, damage);
        }
    }

    fn show(&mut self, frame: &Framebuffer, damage: &Damage) {
        if let Some(update) = self.encoder.encode_within(frame, damage, SLOW) {
            self.bytes.push(update.0.len());
            self.decoder.apply(&update, &mut self.shown).unwrap();
        }
        assert_eq!(self.decoder.is_exact(), self.encoder.is_exact());
        assert!(!self.decoder.is_exact() || self.shown == *frame);
    }

    /// The mean of the last updates.
    fn lately(&self) -> usize {
        self.bytes[self.bytes.len() - 20..].iter().sum::<usize>() / 20
    }

    /// Gives `frame` until nothing comes any more.
    fn settle(&mut self, frame: &Framebuffer) {
        for _ in 0..1000 {
            if self.encoder.is_exact() {
                break;
            }
            self.show(frame, &Damage::none());
        }
        assert!(self.decoder.is_exact() && self.shown == *frame);
    }
}

#[test]
fn a_video_takes_less_as_a_stream_than_as_photos_and_looks_better() {
    let screens = scenes::video(Size::new(1920, 1080), 60);
    let last = &screens[screens.len() - 1].0;
    let (mut stream, mut photos) = (Pair::filming(), Pair::new(Encoder::new()));
    stream.play(&screens);
    photos.play(&screens);
    assert!(
        stream.lately() * 3 < photos.lately() * 2,
        "{} against {}",
        stream.lately(),
        photos.lately()
    );
    assert!(stream.lately() < SLOW * 5 / 4, "{}", stream.lately());
    assert!(apart(&stream.shown, last) < apart(&photos.shown, last));
    assert!(!stream.decoder.is_exact());
    stream.settle(last);
}

/// A landscape from edge to edge that moves.
fn whole_screen(size: Size, screens: usize) -> scenes::Screens {
    let large = Size::new(size.width * 3, size.height * 3);
    let part = |(frame, _): (Framebuffer, Damage)| {
        let mut screen = Framebuffer::new(size);
        for y in 0..size.height {
            let row = Rect::new(size.width, size.height + y, size.width, 1);
            screen
                .row_mut(size.rect(), y)
                .copy_from_slice(frame.row(row, row.y));
        }
        (screen, Damage::of(size.rect()))
    };
    scenes::video(large, screens)
        .into_iter()
        .map(part)
        .collect()
}

#[test]
fn a_video_over_the_whole_screen_keeps_to_a_slow_line() {
    let screens = whole_screen(Size::new(1920, 1080), 50);
    let last = &screens[screens.len() - 1].0;
    let mut pair = Pair::filming();
    pair.play(&screens);
    assert!(pair.lately() < SLOW * 3 / 2, "{}", pair.lately());
    assert!(
        apart(&pair.shown, last) < 150.0,
        "{}",
        apart(&pair.shown, last)
    );
    pair.settle(last);
}

#[test]
fn text_in_the_midst_of_a_video_stays_exact() {
    let mut pair = Pair::filming();
    let size = Size::new(960, 540);
    let mut screens = scenes::video(size, 50);
    // A tile of text in the middle of it, which changes now and then.
    let caption = Rect::new(448, 256, 64, 64);
    let write = |frame: &mut Framebuffer, n: usize| {
        for y in caption.y..caption.bottom() {
            for (x, pixel) in frame.row_mut(caption, y).iter_mut().enumerate() {
                let ink = (x / 3 + y as usize / 5 + n / 10).is_multiple_of(4);
                *pixel = if ink { 0xFF_FFFF } else { 0 };
            }
        }
    };
    for (n, (frame, damage)) in screens.iter_mut().enumerate() {
        write(frame, n);
        pair.show(frame, damage);
        let exact = (caption.y..caption.bottom())
            .all(|y| pair.shown.row(caption, y) == frame.row(caption, y));
        assert!(n < 2 || exact, "the caption of picture {n} is not exact");
    }
    assert!(!pair.decoder.is_exact(), "no video was seen");
}

#[test]
fn a_video_survives_another_size_of_the_screen_and_goes_on() {
    let mut pair = Pair::filming();
    pair.play(&scenes::video(Size::new(960, 540), 30));
    let screens = scenes::video(Size::new(1280, 720), 30);
    pair.play(&screens);
    pair.settle(&screens[screens.len() - 1].0);
}

#[test]
fn a_coder_that_fails_leaves_photos() {
    let mut asked = 0;
    let mut pair = Pair::new(Encoder::new().with_video(Box::new(move |_| {
        asked += 1;
        assert_eq!(asked, 1, "it was asked again");
        None
    })));
    let screens = scenes::video(Size::new(960, 540), 40);
    pair.play(&screens);
    pair.settle(&screens[screens.len() - 1].0);
}

#[test]
fn a_page_with_photos_that_scrolls_is_no_video() {
    let make = |_| panic!("a video was seen");
    let mut pair = Pair::new(Encoder::new().with_video(Box::new(make)));
    for (frame, damage) in &scenes::scroll(Size::new(1920, 1080), 90) {
        pair.show(frame, damage);
    }
}

#[test]
fn colours_stay_in_their_place_whatever_the_size() {
    // A laptop's whole screen is made 683 pixels wide on the way.
    for size in [Size::new(1366, 768), Size::new(401, 301)] {
        let mut pair = Pair::filming();
        let (left, right) = (0x00C0_3030, 0x0030_30C0);
        let mut frame = Framebuffer::new(size);
        for n in 0..40 {
            for y in 0..size.height {
                for (x, pixel) in (0..).zip(frame.row_mut(size.rect(), y)) {
                    let grain = (x * 7 + y * 13 + n * 29) * (x + 3 * y + n) % 23;
                    let half = if x < size.width / 2 { left } else { right };
                    *pixel = half + grain * 0x0001_0101;
                }
            }
            pair.show(&frame, &Damage::of(size.rect()));
        }
        assert!(!pair.decoder.is_exact(), "no video was seen");
        for y in [5, size.height / 3, size.height - 5] {
            for x in [9, size.width - 9] {
                let [blue, _, red, _] = pair.shown.pixel(x, y).unwrap().to_le_bytes();
                let (more, less) = if x == 9 { (red, blue) } else { (blue, red) };
                assert!(
                    more.saturating_sub(less) > 60,
                    "{size:?}: red {red}, blue {blue} at {x}, {y}"
                );
            }
        }
    }
}
