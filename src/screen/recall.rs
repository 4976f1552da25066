//! The encoder's choice of what is worth to be remembered of each tile, and whether a look was seen before.

use super::{
    Framebuffer, Size,
    memory::Memory,
    tiles::{Changed, Grid},
};

/// How much longer a look is kept for each update that it stood through: a background that a window passes over outlives
/// the many looks of the window's passing.
const STOOD_WEIGHT: u32 = 4;
/// Having stood for longer than this many updates counts no more.
const MAX_STOOD: u32 = 1 << 16;

/// One remembered look.
#[derive(Clone, Copy, Default)]
struct Look {
    /// The update at which it was last on the screen.
    last: u32,
    /// For how many updates it was there in all.
    stood: u32,
}

/// The encoder's picture of the decoder's memory.
pub(super) struct Recall {
    memory: Memory,
    /// The number of updates so far.
    now: u32,
    /// Per tile, the update that gave it its present look.
    since: Vec<u32>,
    looks: Vec<Look>,
}

impl Recall {
    pub(super) fn new(size: Size) -> Self {
        let memory = Memory::new(size);
        let tiles = Grid::new(size).len() as usize;
        Self {
            now: 0,
            since: vec![0; tiles],
            looks: vec![Look::default(); tiles * memory.ways()],
            memory,
        }
    }

    /// One update more.
    pub(super) fn advance(&mut self) {
        self.now += 1;
    }

    /// The remembered look of the changed tile that it has again, if any.
    pub(super) fn find(&self, change: &Changed, frame: &Framebuffer) -> Option<u8> {
        let first = change.first_row();
        self.ways(change.tile)
            .find(|way| self.memory.shows(change.tile, *way, frame, first))
    }

    /// All remembered looks of a tile.
    pub(super) fn ways(&self, tile: u32) -> impl Iterator<Item = u8> {
        let all = 0..self.memory.ways() as u8;
        all.filter(move |way| self.memory.holds(tile, *way))
    }

    /// Copies a remembered look into `pixels`, as wide as the tile.
    pub(super) fn look(&self, tile: u32, way: u8, pixels: &mut Vec<u32>) {
        self.memory.recall(tile, way, pixels);
    }

    /// To be told of each changed tile while `old` still has it as it was. `explained`: most of its new look was found
    /// elsewhere, as when something scrolls. Gives the way in which the other side is to remember the old look, if it is
    /// worth it; never one of the `used`.
    pub(super) fn leave(
        &mut self,
        change: &Changed,
        old: &Framebuffer,
        explained: bool,
        used: u32,
    ) -> Option<u8> {
        let tile = change.tile;
        let since = std::mem::replace(&mut self.since[tile as usize], self.now);
        let stood = self.now - since;
        if stood <= 1 && explained {
            return None;
        }
        let first = change.first_row();
        let known = self
            .ways(tile)
            .find(|way| self.memory.shows(tile, *way, old, first));
        let way = known.or_else(|| self.victim(tile, used))?;
        let look = &mut self.looks[tile as usize * self.memory.ways() + usize::from(way)];
        if known.is_none() {
            look.stood = 0;
        }
        look.last = self.now;
        look.stood = (look.stood + stood).min(MAX_STOOD);
        if known.is_some() {
            return None;
        }
        self.memory.save(tile, way, old);
        Some(way)
    }

    /// The way that can best be spared.
    fn victim(&self, tile: u32, used: u32) -> Option<u8> {
        let worth = |way: &u8| {
            let look = self.looks[tile as usize * self.memory.ways() + usize::from(*way)];
            let held = self.memory.holds(tile, *way);
            (held, look.last + look.stood * STOOD_WEIGHT)
        };
        (0..self.memory.ways() as u8)
            .filter(|way| used & (1 << way) == 0)
            .min_by_key(worth)
    }
}
