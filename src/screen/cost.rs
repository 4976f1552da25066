//! What pixels take on the wire, by experience: an estimate before they are packed.

use super::lossy;

/// A new experience counts one part in so many.
const WEIGHT: usize = 4;
/// Fewer pixels than this teach nothing of what many take.
const MIN_TELLING: usize = 2000;
/// No better quality than this: what is seen for a moment needs no more.
const BEST_BYTES_PER_THOUSAND: usize = 80;
/// How far these photos' bytes may be from those of others, in thousandths.
const SCALES: std::ops::RangeInclusive<usize> = 250..=4000;

/// Bytes for a thousand pixels of each kind.
pub(super) struct Cost {
    plain: usize,
    photo: usize,
    /// What lossy photos took, in thousandths of what others do.
    lossy_scale: usize,
    /// What the last lossy picture was to take.
    predicted: usize,
}

impl Default for Cost {
    fn default() -> Self {
        Self {
            plain: 150,
            photo: 900,
            lossy_scale: 1000,
            predicted: 0,
        }
    }
}

impl Cost {
    /// Of so many pixels as they are and of photos, both exact.
    pub(super) fn of(&self, (plain, photo): (usize, usize)) -> usize {
        (plain * self.plain + photo * self.photo) / 1000
    }

    /// What so many pixels take at most when they go lossy.
    pub(super) fn best(&self, pixels: usize) -> usize {
        pixels * BEST_BYTES_PER_THOUSAND * self.lossy_scale / 1_000_000
    }

    /// The quality in which so many pixels keep to so many bytes, and what they will take.
    pub(super) fn quality(&mut self, pixels: usize, bytes: usize) -> (u8, usize) {
        let bytes = bytes.min(self.best(pixels));
        let (quality, predicted) = lossy::quality(pixels, bytes, self.lossy_scale);
        self.predicted = predicted;
        (quality, predicted)
    }

    pub(super) fn learn_plain(&mut self, pixels: usize, bytes: usize) {
        learn(&mut self.plain, pixels, bytes);
    }

    pub(super) fn learn_photo(&mut self, pixels: usize, bytes: usize) {
        learn(&mut self.photo, pixels, bytes);
    }

    pub(super) fn learn_lossy(&mut self, bytes: usize) {
        if let Some(really) = (bytes * self.lossy_scale).checked_div(self.predicted) {
            let scale = (self.lossy_scale * (WEIGHT - 1) + really) / WEIGHT;
            self.lossy_scale = scale.clamp(*SCALES.start(), *SCALES.end());
        }
    }
}

fn learn(known: &mut usize, pixels: usize, bytes: usize) {
    if pixels >= MIN_TELLING {
        *known = (*known * (WEIGHT - 1) + bytes * 1000 / pixels) / WEIGHT;
    }
}
