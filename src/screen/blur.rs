//! What the other side has only nearly: tiles that went lossy, or were moved there from such ones. Each is sent again exactly.

use super::{Rect, Size, plan::MIN_LOSSY_PIXELS, tiles::Grid};

/// A tile that changes again within so many updates is on the move.
const SOON: u32 = 4;
/// After so many changes in a row, each soon after the last, a tile is restless: a video plays there.
const RESTLESS: u8 = 8;
/// While the rest of the screen goes on changing, only what was left alone for so many updates is sent again.
const SETTLED: u32 = 12;

/// The state of every tile.
pub(super) struct Blur {
    grid: Grid,
    /// Of each tile the part that is blurred.
    areas: Vec<Option<Rect>>,
    count: usize,
    /// The update that changed it last.
    touched: Vec<u32>,
    /// How often it changed soon after the last change.
    moves: Vec<u8>,
    now: u32,
}

impl Blur {
    /// Nothing is blurred.
    pub(super) fn new(size: Size) -> Self {
        let grid = Grid::new(size);
        let tiles = grid.len() as usize;
        Self {
            grid,
            areas: vec![None; tiles],
            count: 0,
            touched: vec![0; tiles],
            moves: vec![0; tiles],
            now: 0,
        }
    }

    /// One update more.
    pub(super) fn advance(&mut self) {
        self.now += 1;
    }

    /// Whether anything is.
    pub(super) fn is_any(&self) -> bool {
        self.count > 0
    }

    /// What of this tile is.
    pub(super) fn area(&self, tile: u32) -> Option<Rect> {
        self.areas[tile as usize]
    }

    /// Whether a video seems to play there.
    pub(super) fn is_restless(&self, tile: u32) -> bool {
        self.moves[tile as usize] >= RESTLESS
    }

    /// The same, and right now.
    pub(super) fn is_playing(&self, tile: u32) -> bool {
        self.is_restless(tile) && self.now - self.touched[tile as usize] <= SOON
    }

    /// Whether anything is in a part of the screen, which lies within it.
    pub(super) fn is_in(&self, part: Rect) -> bool {
        let meets = |tile| {
            self.area(tile)
                .is_some_and(|area| area.intersection(part).is_some())
        };
        self.is_any() && self.grid.touched(part).any(meets)
    }

    /// So many pixels of the tile changed in this update.
    pub(super) fn touch(&mut self, tile: u32, pixels: u32) {
        let place = tile as usize;
        let before = std::mem::replace(&mut self.touched[place], self.now);
        let is_much = pixels as usize >= MIN_LOSSY_PIXELS;
        self.moves[place] = if is_much && self.now - before <= SOON {
            self.moves[place].saturating_add(1)
        } else {
            0
        };
    }

    /// After this update the other side has the tile exactly.
    pub(super) fn clear(&mut self, tile: u32) {
        let before = self.areas[tile as usize].take();
        self.count -= usize::from(before.is_some());
    }

    /// After this update the other side has this part of the tile only nearly.
    pub(super) fn add(&mut self, tile: u32, part: Rect) {
        let area = &mut self.areas[tile as usize];
        self.count += usize::from(area.is_none());
        *area = Some(area.map_or(part, |area| area.union(part)));
    }

    /// Blurred tiles to send again, those that changed last first; only settled ones, or all but those that this update
    /// changes.
    pub(super) fn to_repair(&self, all: bool) -> Vec<u32> {
        if !self.is_any() {
            return Vec::new();
        }
        let least = if all { 1 } else { SETTLED };
        let settled = |tile: &u32| self.now - self.touched[*tile as usize] >= least;
        let mut tiles: Vec<u32> = (0..self.grid.len())
            .filter(|tile| self.area(*tile).is_some())
            .filter(settled)
            .collect();
        // Side by side where they changed together: that packs best, and looks calm.
        tiles.sort_by_key(|tile| std::cmp::Reverse(self.touched[*tile as usize]));
        tiles
    }
}
