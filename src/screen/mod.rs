//! Pixels: what a screen looks like, what changed on it, and how that crosses the wire. Pure.
//!
//! # From one screen to the other
//! [`Encoder`] keeps a copy of what the expert has. For each new screen it
//! 1. compares the tiles (64 x 64 pixels) that the damage touches with that copy, to the pixel (`tiles`);
//! 2. takes tiles of one colour, and those that look as they did at some time before (`recall`, `memory`);
//! 3. finds out by which distances things moved, and copies from the old screen what that explains (`motion`, `cover`);
//! 4. takes from the tiles' former looks the parts that are seen again, such as what a window uncovers (`recall`, `cover`);
//! 5. sends what is left: text, lines and areas as they are, photos as small differences (`plan`, `literals`, `photo`), each
//!    through its own zstd stream that lasts as long as the session (`stream`).
//!
//! The result is one [`ScreenUpdate`], a list of operations (`op`): save a tile's look, move, restore, fill, pixels, photo, lossy. [`Decoder`] unpacks
//! and checks all of it (`check`) before it does any, so an update shows whole or not at all, and a hostile one does not
//! cost more than a screen's worth of memory and time.
//!
//! Nearly all of this is lossless: whatever an operation puts somewhere is what the novice's screen has there. The one that is not is
//! for photos and soft shades (`lossy`: baseline JPEG, all parts of an update in one picture), and only where the update would
//! take the line longer than it should, or where a tile changes all the time, as where a video plays. Text, lines and areas never
//! go lossy. What did, or was moved there from such a place, is remembered (`blur`) and sent again exactly as soon as it stands still and
//! the line has room, the last touched first. Each update says whether all of the picture is exact with it. How much an update
//! may take is the session's affair, which knows the line; what it will take is estimated by experience (`cost`).
//!
//! Where tiles change all the time and lines are slow, a video plays (`video`): the area's pictures go as one stream of VP8, and what
//! would have gone as photos is taken from there. Text within it stays text. A larger area than 1280 x 720 is made smaller first.
//!
//! The encoder does not need to know what a lossy part looks like on the other side: it never builds on it but by moving it, and
//! what is moved stays marked. So two decoders that round differently are both exact in the end.
//!
//! # What it costs
//! The scenes of `benches/screen.rs` at 1920 x 1080 with the allowance of a fast line (`fast`, 384 KiB a screen), where photos and
//! videos go lossy at once, repairs not counted. Milliseconds on the clock for one screen on two quiet cores of a server,
//! optimised as a release; the means of many runs over 15 screens that follow the first. The shares were read off the clock
//! between the stages, in a run of their own.
//!
//! | | typing | scrolling a page | dragging windows | photos, each another | video 640 x 360 | menus |
//! |---|---|---|---|---|---|---|
//! | first screen, exact, kB | 157 | 265 | 374 | 1707 | 313 | 746 |
//! | then, bytes a screen | 132 | 12,475 | 1,797 | 104,861 | 53,097 | 1,257 |
//! | **encoding, ms** | 0.06 | 4.3 | 1.0 | 11 | 3.5 | 0.5 |
//! | comparing | 20 % | 28 % | 32 % | 8 % | 9 % | 34 % |
//! | tiles of one colour or seen before | 2 % | 3 % | 2 % | | | 18 % |
//! | looking for motion, and covering what moved | 2 % | 25 % | 33 % | 8 % | 16 % | 5 % |
//! | parts seen before | 3 % | 11 % | 2 % | 3 % | 3 % | 1 % |
//! | what to remember | 11 % | 1 % | 2 % | | | 17 % |
//! | text or photo | 3 % | 3 % | 2 % | 9 % | 4 % | 2 % |
//! | remembering, the copy of what the expert has, and beside them the lossy sheets | 38 % | 15 % | 16 % | 69 % | 42 % | 12 % |
//! | pixels to bytes, packing | 20 % | 13 % | 11 % | 4 % | 26 % | 12 % |
//! | **decoding, ms** | 0.03 | 0.9 | 0.2 | 3.8 | 0.9 | 0.1 |
//! | unpacking and checking | 17 % | 13 % | 10 % | 3 % | 26 % | 11 % |
//! | remembering, what moves, and beside them the lossy sheets | 78 % | 62 % | 70 % | 80 % | 60 % | 26 % |
//! | putting down | 6 % | 25 % | 19 % | 17 % | 14 % | 63 % |
//!
//! A whole screen that is said to have changed and did not costs 0.45 ms and no bytes. The exact photos that follow the lossy ones
//! take 35 ms and 1.7 MB a screen, most of it packing.
//!
//! A photo over the whole screen is worth several cores: the lossy sheets are made, and unpacked, at once, and what is to be
//! remembered is copied meanwhile. For fewer than some 250 tiles it takes longer to share the work out than to do it: from 64
//! tiles on, dragged windows took a quarter more. Where a screen is new from edge to edge memory is the limit, so it is gone
//! through line by line and not tile by tile.
//!
//! What was tried, and decided it:
//! - Photos as differences to the left, with red and blue relative to green: 0.8 bytes a pixel where the stream alone needs 1.9. Other
//!   predictors (above, mean, median, Paeth) are at most 3 % better after packing, and slower to undo.
//! - A stream of their own for photos: 17 % fewer bytes for a page with text and photos. A short window in it costs a quarter
//!   more when the page scrolls back.
//! - Sharing out a screen between text and photos by how many pixels are unlike both neighbours (60 %): smooth edges of text stay
//!   text. With 33 % scrolling took a fifth more.
//! - zstd's level 3 takes twice the time for photos and packs them worse.
//! - Codecs for videos, 90 pictures of a film of 640 x 360 that pans over grain, milliseconds a picture on a quiet core, at 30 a
//!   second: JPEG parts 260 to 340 kB/s. **VP8 by libvpx, speed 6, simple filters: 1.5 to pack, 1.8 to unpack in safe Rust, 74 kB/s
//!   (46.6 dB)**; with VP8's full filters 1.9 and 3.9, 86 kB/s (45.7 dB); in whole pixels 1.1 and 0.7, 90 kB/s (45.3 dB), but a film
//!   that moves by less is coarse then. VP9 2.2 to 3 to pack, 71 to 75 kB/s, and no unpacker in safe Rust that is ready. openh264 1.5
//!   to 1.9 at 124 to 246 kB/s, and not free of royalties. AV1 by rav1e 40 to 53. VP8 packed in Rust (oxideav-vp8) 107.
//!   On a fast line JPEG stays: VP8 takes a third of its bytes there, and half as much again of the processors.
//! - Looking at how much of an area is new at once, to tell a video: two of three pictures of a pan are explained by motion, so
//!   that a few pictures among many updates count.
//! - Without soft shades (few edges, many neighbours a shade apart) counted as what may go lossy, the skies of a video went exactly, and
//!   made two thirds of its bytes.
//! - Marking whole tiles as lossy rather than the part that is: the border of a video then carried the desktop around it each time.
//!
//! # Memory
//! For 1920 x 1080 the encoder's copy takes 8 MB, each of the two streams about 9, the tiles' former looks up to 48, on either side.

mod blur;
mod check;
mod cost;
mod cover;
mod cursor;
mod damage;
mod decoder;
mod encoder;
mod framebuffer;
mod geometry;
mod literals;
mod lossy;
mod memory;
mod motion;
mod op;
mod photo;
mod plan;
mod recall;
mod stream;
mod tiles;
mod update;
mod video;

pub use cursor::{CursorError, CursorShape, MAX_CURSOR_SIDE};
pub use damage::Damage;
pub use decoder::{DecodeError, Decoder};
pub use encoder::Encoder;
pub use framebuffer::Framebuffer;
pub use geometry::{MAX_PIXELS, MAX_SIDE, Point, Rect, Size};
pub use update::{MAX_UPDATE_BYTES, ScreenUpdate};
pub use video::{MakeVideoCoder, VideoCoder, VideoPicture};
