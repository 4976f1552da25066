//! The icon's picture: Hulp's own (`assets/hulp.svg`), with a sign in its corner that says what is so. Drawn here, for that is less
//! than a decoder and a picture of each state in each size.

use super::TrayState;

/// The sizes that free desktops' trays take, in pixels.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) const SIZES: [usize; 3] = [24, 32, 48];

/// The drawing's own width and height.
const CANVAS: f32 = 256.0;
/// So many points are looked at in each pixel, in both directions.
const SAMPLES: usize = 4;

type Colour = [u8; 3];
const BLUE: Colour = [0x0f, 0x5c, 0xa8];
const WHITE: Colour = [0xff, 0xff, 0xff];
const ORANGE: Colour = [0xe8, 0x95, 0x2a];
/// As the edge around the screen has them.
const SEEN: Colour = [0x18, 0x8a, 0x8d];
const CONTROLLED: Colour = [0xf0, 0x7a, 0x13];

/// The two pointers: yours and your helper's.
const YOURS: [(f32, f32); 7] = [
    (76.0, 72.0),
    (76.0, 140.0),
    (91.5, 125.5),
    (102.0, 150.0),
    (116.0, 144.0),
    (105.5, 120.0),
    (126.0, 118.5),
];
const THEIRS: [(f32, f32); 7] = [
    (180.0, 72.0),
    (180.0, 140.0),
    (164.5, 125.5),
    (154.0, 150.0),
    (140.0, 144.0),
    (150.5, 120.0),
    (130.0, 118.5),
];
/// Where the sign is, and how far it reaches.
const SIGN: (f32, f32) = (186.0, 186.0);
const SIGN_RADIUS: f32 = 66.0;

/// The picture, `pixels` wide and high: alpha, red, green and blue of each.
pub(in crate::desktop) fn argb(pixels: usize, state: TrayState) -> Vec<u8> {
    let mut data = Vec::with_capacity(pixels * pixels * 4);
    let step = CANVAS / (pixels * SAMPLES) as f32;
    let samples = SAMPLES * SAMPLES;
    for row in 0..pixels {
        for column in 0..pixels {
            let (mut covered, mut sum) = (0, [0; 3]);
            for sample in 0..samples {
                let x = (column * SAMPLES + sample % SAMPLES) as f32 + 0.5;
                let y = (row * SAMPLES + sample / SAMPLES) as f32 + 0.5;
                let Some(colour) = at((x * step, y * step), state) else {
                    continue;
                };
                covered += 1;
                for (sum, part) in sum.iter_mut().zip(colour) {
                    *sum += usize::from(part);
                }
            }
            data.push((covered * 255 / samples) as u8);
            data.extend(sum.map(|sum| (sum / covered.max(1)) as u8));
        }
    }
    data
}

/// The colour of a point of the drawing; none where it is clear.
fn at(point: (f32, f32), state: TrayState) -> Option<Colour> {
    if state != TrayState::Idle
        && let Some(colour) = sign(point, state)
    {
        return Some(colour);
    }
    let rounded = |left, top, width, height, radius| {
        is_in_rounded(point, (left, top), (width, height), radius)
    };
    if !rounded(8.0, 8.0, 240.0, 240.0, 56.0) {
        None
    } else if is_in_polygon(point, &YOURS) {
        Some(BLUE)
    } else if is_in_polygon(point, &THEIRS) {
        Some(ORANGE)
    } else if rounded(36.0, 50.0, 184.0, 126.0, 16.0)
        || rounded(104.0, 174.0, 48.0, 26.0, 0.0)
        || rounded(80.0, 194.0, 96.0, 14.0, 7.0)
    {
        Some(WHITE)
    } else {
        Some(BLUE)
    }
}

/// A ring while helpers are waited for, an eye's disc while somebody sees, a square, as on a button that stops, while somebody
/// controls.
fn sign((x, y): (f32, f32), state: TrayState) -> Option<Colour> {
    let (x, y) = (x - SIGN.0, y - SIGN.1);
    let distance = x.hypot(y);
    let square = x.abs().max(y.abs());
    let is_beside = match state {
        TrayState::Controlled => square > SIGN_RADIUS,
        _ => distance > SIGN_RADIUS,
    };
    if is_beside {
        return None;
    }
    Some(match state {
        TrayState::Idle => return None,
        TrayState::Waiting if distance < 22.0 => WHITE,
        TrayState::Waiting if distance < 50.0 => BLUE,
        TrayState::Seen if distance < 20.0 => WHITE,
        TrayState::Seen if distance < 54.0 => SEEN,
        TrayState::Controlled if square < 54.0 => CONTROLLED,
        TrayState::Waiting | TrayState::Seen | TrayState::Controlled => WHITE,
    })
}

fn is_in_rounded(
    (x, y): (f32, f32),
    (left, top): (f32, f32),
    (width, height): (f32, f32),
    radius: f32,
) -> bool {
    let from_middle = |at: f32, start: f32, length: f32| {
        (at - start - length / 2.0).abs() - (length / 2.0 - radius)
    };
    let dx = from_middle(x, left, width);
    let dy = from_middle(y, top, height);
    dx <= radius && dy <= radius && dx.max(0.0).hypot(dy.max(0.0)) <= radius.max(f32::EPSILON)
}

fn is_in_polygon((x, y): (f32, f32), corners: &[(f32, f32)]) -> bool {
    let before = corners.iter().cycle().skip(corners.len() - 1);
    let crossings = corners.iter().zip(before).filter(|((ax, ay), (bx, by))| {
        (*ay > y) != (*by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_has_a_picture_of_its_own() {
        let states = [
            TrayState::Idle,
            TrayState::Waiting,
            TrayState::Seen,
            TrayState::Controlled,
        ];
        for pixels in [16, 24, 32, 48] {
            let pictures = states.map(|state| argb(pixels, state));
            for (at, picture) in pictures.iter().enumerate() {
                assert_eq!(picture.len(), pixels * pixels * 4);
                assert_eq!(picture[0], 0, "clear beside the rounded corner");
                let middle = (pixels / 2 * pixels + pixels / 2) * 4;
                assert_eq!(picture[middle], 255);
                assert!(!pictures[..at].contains(picture));
            }
        }
    }
}
