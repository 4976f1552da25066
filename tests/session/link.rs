//! One direction of a bad line: slow, uneven, in pieces of any size, and sometimes gone.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

/// How bad.
#[derive(Clone, Copy, Debug)]
pub struct Weather {
    pub latency: Duration,
    pub jitter: Duration,
    pub bytes_per_sec: u32,
    /// What comes is handed on in slices of 1 to so many bytes.
    pub largest_piece: usize,
    pub seed: u64,
}

impl Weather {
    pub const FINE: Self = Self {
        latency: Duration::from_millis(5),
        jitter: Duration::ZERO,
        bytes_per_sec: 100_000_000,
        largest_piece: 1 << 20,
        seed: 1,
    };
}

enum Parcel {
    Bytes(Vec<u8>),
    Close,
}

/// What comes out at the far end.
pub enum Arrived {
    Bytes(Vec<u8>),
    Closed,
}

pub struct Link {
    weather: Weather,
    dice: u64,
    under_way: VecDeque<(Instant, Parcel)>,
    /// When it takes the next bytes.
    pub free_at: Instant,
    last_arrival: Instant,
    is_cut: bool,
    pub carried_bytes: usize,
}

impl Link {
    pub fn new(weather: Weather, now: Instant) -> Self {
        Self {
            weather,
            dice: weather.seed,
            under_way: VecDeque::new(),
            free_at: now,
            last_arrival: now,
            is_cut: false,
            carried_bytes: 0,
        }
    }

    pub fn send(&mut self, now: Instant, bytes: Vec<u8>) {
        let nanos = bytes.len() as u64 * 1_000_000_000 / u64::from(self.weather.bytes_per_sec);
        self.free_at = self.free_at.max(now) + Duration::from_nanos(nanos);
        self.carried_bytes += bytes.len();
        self.post(Parcel::Bytes(bytes));
    }

    pub fn close(&mut self) {
        self.post(Parcel::Close);
    }

    /// Everything vanishes from now on, without a word, also what is under way.
    pub fn cut(&mut self) {
        self.is_cut = true;
        self.under_way.clear();
    }

    /// Nothing comes through for a while; nothing is lost.
    pub fn stall_until(&mut self, until: Instant) {
        self.last_arrival = self.last_arrival.max(until);
        for (arrival, _) in &mut self.under_way {
            *arrival = (*arrival).max(until);
        }
    }

    pub fn next_arrival(&self) -> Option<Instant> {
        self.under_way.front().map(|(arrival, _)| *arrival)
    }

    /// All that is there at `now`, torn and glued without regard to how it was sent.
    pub fn receive(&mut self, now: Instant) -> Vec<Arrived> {
        let mut arrived = vec![];
        let mut bytes = vec![];
        let mut closed = false;
        while self.next_arrival().is_some_and(|arrival| arrival <= now) {
            match self.under_way.pop_front() {
                Some((_, Parcel::Bytes(more))) => bytes.extend(more),
                Some((_, Parcel::Close)) => closed = true,
                None => {}
            }
        }
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            let size = 1 + self.roll(self.weather.largest_piece as u64) as usize;
            let (piece, more) = rest.split_at(size.min(rest.len()));
            arrived.push(Arrived::Bytes(piece.to_vec()));
            rest = more;
        }
        if closed {
            arrived.push(Arrived::Closed);
        }
        arrived
    }

    fn post(&mut self, parcel: Parcel) {
        if self.is_cut {
            return;
        }
        let jitter = self.roll(self.weather.jitter.as_micros() as u64 + 1);
        let arrival = self.free_at + self.weather.latency + Duration::from_micros(jitter);
        self.last_arrival = self.last_arrival.max(arrival);
        self.under_way.push_back((self.last_arrival, parcel));
    }

    /// A number below `sides` (splitmix64).
    fn roll(&mut self, sides: u64) -> u64 {
        self.dice = self.dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.dice;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides.max(1)
    }
}
