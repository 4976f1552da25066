//! Which parts of a picture changed.

use super::Rect;

/// A set of changed rectangles; they may overlap and may cover more than really changed, never less.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Damage {
    rects: Vec<Rect>,
}

impl Damage {
    /// The most rectangles that are kept apart; more are merged into their union.
    pub const MAX_RECTS: usize = 64;

    /// Nothing changed.
    pub fn none() -> Self {
        Self::default()
    }

    /// Just this changed.
    pub fn of(rect: Rect) -> Self {
        let mut damage = Self::none();
        damage.add(rect);
        damage
    }

    /// Adds a changed rectangle.
    pub fn add(&mut self, rect: Rect) {
        if rect.is_empty() || self.rects.iter().any(|known| known.contains(rect)) {
            return;
        }
        self.rects.retain(|known| !rect.contains(*known));
        self.rects.push(rect);
        if self.rects.len() > Self::MAX_RECTS {
            let union = self.bounds();
            self.rects.clear();
            self.rects.push(union);
        }
    }

    /// Adds all that `other` holds.
    pub fn merge(&mut self, other: &Damage) {
        other.rects.iter().for_each(|rect| self.add(*rect));
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.rects.is_empty()
    }

    /// The changed rectangles.
    pub fn rects(&self) -> &[Rect] {
        &self.rects
    }

    /// The smallest rectangle around all of it.
    pub fn bounds(&self) -> Rect {
        self.rects
            .iter()
            .fold(Rect::default(), |all, rect| all.union(*rect))
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.rects.clear();
    }
}
