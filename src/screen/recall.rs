//! The encoder's choice of what is worth to be remembered of each tile, and whether a look was seen before.

use super::{
    Framebuffer, Size, literals,
    memory::Memory,
    tiles::{COLOUR, Changed, Grid, MIN_LIKENESS},
};

/// How much longer a look is kept for each update that it stood through: a background that a window passes over outlives
/// the many looks of the window's passing.
const STOOD_WEIGHT: u32 = 4;
/// Having stood for longer than this many updates counts no more.
const MAX_STOOD: u32 = 1 << 16;
/// Parts of a tile are looked for in so many of its former looks.
const MAX_ALIKE: usize = 3;

/// One remembered look.
#[derive(Clone, Copy, Default)]
struct Look {
    /// The update at which it was last on the screen.
    last: u32,
    /// For how many updates it was there in all.
    stood: u32,
}

/// Where the new look of a tile was found.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// Most of what changed was found somewhere, as when something scrolls.
    pub(super) elsewhere: bool,
    /// A good part of it was found among the tile's own former looks.
    pub(super) before: bool,
    /// The ways that these looks are remembered in, as bits.
    pub(super) ways: u32,
}

/// The encoder's picture of the decoder's memory.
pub(super) struct Recall {
    memory: Memory,
    /// The number of updates so far.
    now: u32,
    /// Per tile, the update that gave it its present look.
    since: Vec<u32>,
    /// Per tile, how many looks in a row were remembered that stood for one update only, and none was seen again: where a
    /// video plays, it is no use to remember.
    fruitless: Vec<u8>,
    looks: Vec<Look>,
}

impl Recall {
    pub(super) fn new(size: Size) -> Self {
        let memory = Memory::new(size);
        let tiles = Grid::new(size).len() as usize;
        Self {
            now: 0,
            since: vec![0; tiles],
            fruitless: vec![0; tiles],
            looks: vec![Look::default(); tiles * memory.ways()],
            memory,
        }
    }

    /// One update more.
    pub(super) fn advance(&mut self) {
        self.now += 1;
    }

    /// The remembered look that the changed tile has in `frame`, if any; `samples` are pixels in which others are likely to
    /// differ from it.
    pub(super) fn find(
        &self,
        change: &Changed,
        samples: &[(u32, u32)],
        frame: &Framebuffer,
    ) -> Option<u8> {
        self.ways(change.tile).find(|way| {
            self.alike_in(change, *way, frame, samples).all(|same| same)
                && self.memory.shows(change.tile, *way, frame)
        })
    }

    /// The remembered looks of the tile that parts of it may have again, the likeliest first.
    pub(super) fn alike(&self, change: &Changed, frame: &Framebuffer) -> Vec<u8> {
        let samples = change.samples();
        let likeness = |way| {
            let alike = self.alike_in(change, way, frame, &samples);
            alike.filter(|same| *same).count()
        };
        let mut alike: Vec<(usize, u8)> = self
            .ways(change.tile)
            .map(|way| (likeness(way), way))
            .filter(|(likeness, _)| *likeness > samples.len() / MIN_LIKENESS)
            .collect();
        alike.sort_unstable_by(|one, other| other.cmp(one));
        alike.truncate(MAX_ALIKE);
        alike.into_iter().map(|(_, way)| way).collect()
    }

    /// Whether a remembered look is as the frame, for each of these places.
    fn alike_in<'a>(
        &'a self,
        change: &Changed,
        way: u8,
        frame: &'a Framebuffer,
        places: &'a [(u32, u32)],
    ) -> impl Iterator<Item = bool> + 'a {
        let Changed { tile, rect, .. } = *change;
        let remembered = self.memory.pixels(tile, way, rect.width, places);
        (places.iter().zip(remembered)).map(move |((x, y), remembered)| {
            frame.row(rect, rect.y + y)[*x as usize] & COLOUR == remembered
        })
    }

    /// All remembered looks of a tile.
    fn ways(&self, tile: u32) -> impl Iterator<Item = u8> {
        let all = 0..self.memory.ways() as u8;
        all.filter(move |way| self.memory.holds(tile, *way))
    }

    /// Copies a remembered look into `pixels`, as wide as the tile.
    pub(super) fn look(&self, tile: u32, way: u8, pixels: &mut Vec<u32>) {
        self.memory.recall(tile, way, pixels);
    }

    /// To be told of each changed tile while `old` still has it as it was, and where its new look was `found`. Gives the
    /// way in which both sides are to remember the old look, if it is worth it.
    pub(super) fn leave(
        &mut self,
        change: &Changed,
        samples: &[(u32, u32)],
        old: &Framebuffer,
        found: Found,
    ) -> Option<u8> {
        let tile = change.tile;
        let since = std::mem::replace(&mut self.since[tile as usize], self.now);
        let stood = self.now - since;
        let fruitless = &mut self.fruitless[tile as usize];
        if stood > 1 || found.before {
            *fruitless = 0;
        } else if found.elsewhere || usize::from(*fruitless) >= self.memory.ways() {
            return None;
        } else {
            *fruitless += 1;
        }
        if literals::single_colour(old, change.rect).is_some() {
            return None;
        }
        let known = self.find(change, samples, old);
        let way = known.or_else(|| self.victim(tile, found.ways))?;
        let look = &mut self.looks[tile as usize * self.memory.ways() + usize::from(way)];
        if known.is_none() {
            look.stood = 0;
        }
        look.last = self.now;
        look.stood = (look.stood + stood).min(MAX_STOOD);
        if known.is_some() {
            return None;
        }
        Some(way)
    }

    /// Remembers in this way how the tile looks in `old`; before the update after the one that [`Recall::leave`] chose it in.
    pub(super) fn save(&mut self, tile: u32, way: u8, old: &Framebuffer) {
        self.memory.save(tile, way, old);
    }

    /// The same for a tile whose old look the other side has only nearly, so that it is of no use.
    pub(super) fn pass(&mut self, tile: u32) {
        self.since[tile as usize] = self.now;
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

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size::new(64, 64);

    /// The only tile of a screen, with a number written all over it.
    fn look(number: u32) -> (Framebuffer, Changed) {
        let mut frame = Framebuffer::new(SIZE);
        for (n, pixel) in (0u32..).zip(frame.pixels_mut()) {
            *pixel = number * 1000 + n % 2;
        }
        let change = Changed {
            tile: 0,
            rect: SIZE.rect(),
            need: Box::new([u64::MAX; 64]),
        };
        (frame, change)
    }

    /// Shows the looks one after the other, each for so many updates.
    fn shown(recall: &mut Recall, numbers: impl Iterator<Item = u32>, updates: u32, ways: u32) {
        for number in numbers {
            (0..updates).for_each(|_| recall.advance());
            let (frame, change) = look(number);
            let found = Found {
                elsewhere: false,
                before: true,
                ways,
            };
            if let Some(way) = recall.leave(&change, &change.samples(), &frame, found) {
                recall.save(change.tile, way, &frame);
            }
        }
    }

    fn remembers(recall: &Recall, number: u32) -> Option<u8> {
        let (frame, change) = look(number);
        recall.find(&change, &change.samples(), &frame)
    }

    #[test]
    fn what_stood_long_outlives_what_passed() {
        let mut recall = Recall::new(SIZE);
        shown(&mut recall, 1..2, 300, 0);
        shown(&mut recall, 2..100, 1, 0);
        assert!(remembers(&recall, 1).is_some());
        assert!(remembers(&recall, 2).is_none());
        assert!(remembers(&recall, 99).is_some());
    }

    #[test]
    fn what_an_update_restores_is_not_overwritten_by_it() {
        let mut recall = Recall::new(SIZE);
        shown(&mut recall, 1..17, 1, 0);
        let oldest = remembers(&recall, 1).expect("there is room for 16");
        shown(&mut recall, 17..18, 1, 1 << oldest);
        assert_eq!(remembers(&recall, 1), Some(oldest));
        assert!(remembers(&recall, 2).is_none());
    }
}
