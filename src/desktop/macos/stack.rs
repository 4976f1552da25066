//! Whose window is seen at a place. Pure.

use super::places::{Area, Spot};

/// One window on the desktop, as the window server lists it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shown {
    /// The process that it belongs to.
    pub(super) process: i64,
    /// How high it floats: ordinary windows are at 0.
    pub(super) layer: i64,
    /// How much of it is seen, from 0 to 1.
    pub(super) alpha: f64,
    pub(super) area: Area,
}

/// How high the coloured edge floats, which lets clicks through; none of our other windows is up there (`NSScreenSaverWindowLevel`).
pub(super) const EDGE_LAYER: i64 = 1000;

/// Whether a place shows one of this process' windows. `windows` are all that are on the desktop, the foremost first.
///
/// What floats over ordinary windows may let clicks through, and nobody tells: so one of ours beneath it counts, rather too often
/// than not.
pub(super) fn is_own(windows: &[Shown], at: Spot, process: i64) -> bool {
    windows
        .iter()
        .filter(|window| window.alpha > 0.0 && window.area.holds(at))
        .filter(|window| window.process != process || window.layer != EDGE_LAYER)
        .find(|window| window.process == process || window.layer == 0)
        .is_some_and(|window| window.process == process)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: i64 = 7;
    const AT: Spot = Spot { x: 50.0, y: 50.0 };

    fn window(process: i64, layer: i64) -> Shown {
        Shown {
            process,
            layer,
            alpha: 1.0,
            area: Area {
                left: 0.0,
                top: 0.0,
                width: 100.0,
                height: 100.0,
            },
        }
    }

    #[test]
    fn the_foremost_window_decides() {
        let (ours, another) = (window(OURS, 0), window(8, 0));
        assert!(is_own(&[ours, another], AT, OURS));
        assert!(!is_own(&[another, ours], AT, OURS));
        assert!(!is_own(&[], AT, OURS));
        let beside = Spot { x: 150.0, y: 50.0 };
        assert!(!is_own(&[ours, another], beside, OURS));
    }

    #[test]
    fn what_floats_or_is_not_seen_hides_none_of_ours() {
        let ours = window(OURS, 0);
        assert!(is_own(&[window(8, 25), ours], AT, OURS), "an overlay");
        let unseen = Shown {
            alpha: 0.0,
            ..window(8, 0)
        };
        assert!(is_own(&[unseen, ours], AT, OURS));
        let edge = window(OURS, EDGE_LAYER);
        assert!(!is_own(&[edge, window(8, 0), ours], AT, OURS));
        assert!(is_own(&[edge, ours], AT, OURS));
        assert!(!is_own(&[window(8, 25), window(9, 0), ours], AT, OURS));
        assert!(
            is_own(&[window(OURS, 3), window(8, 0)], AT, OURS),
            "always on top"
        );
    }
}
