//! A novice and an expert on a line in virtual time, each with a stand-in for its engine and its user.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use hulp::{
    invitation::{InvitationRecord, InvitationState},
    screen::ScreenUpdate,
    session::{
        End, Expert, ExpertEvent, ExpertSetup, Lookup, LookupFor, Novice, NoviceEvent, NoviceSetup,
        Refusal,
    },
};

use crate::{
    link::{Arrived, Link, Weather},
    people::{expert_setup, novice_setup, record, today},
};

/// What the novice answers to `May someone see your screen?`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    Nothing,
}

pub struct Pair {
    pub start: Instant,
    pub now: Instant,
    pub novice: Novice,
    pub expert: Expert,
    pub to_novice: Link,
    pub to_expert: Link,
    pub novice_events: Vec<NoviceEvent>,
    pub expert_events: Vec<ExpertEvent>,

    // The novice's engine and user.
    pub record: Option<InvitationRecord>,
    pub busy: bool,
    pub allowed: bool,
    pub answer: Answer,
    /// A helper's computer on a new connection, until it has said what it wants.
    pub door: Option<Novice>,
    /// Lookups are not answered (a disk that hangs).
    pub deaf_store: bool,
    pub pictures: VecDeque<ScreenUpdate>,

    // The expert's engine.
    pub seen: Vec<ScreenUpdate>,
    /// How many had been seen each time that the pictures began anew.
    pub beginnings: Vec<usize>,

    weather: Weather,
    connections: u8,
    novice_hung_up: bool,
    expert_hung_up: bool,
}

impl Pair {
    pub fn new(weather: Weather, with_password: bool) -> Self {
        let record = record(with_password);
        let setup = expert_setup(&record);
        Self::with(weather, Some(record), novice_setup(), setup)
    }

    pub fn with(
        weather: Weather,
        record: Option<InvitationRecord>,
        novice: NoviceSetup,
        expert: ExpertSetup,
    ) -> Self {
        let now = Instant::now();
        Self {
            start: now,
            now,
            novice: Novice::new(now, novice),
            expert: Expert::new(now, expert),
            to_novice: Link::new(weather, now),
            to_expert: Link::new(
                Weather {
                    seed: !weather.seed,
                    ..weather
                },
                now,
            ),
            novice_events: vec![],
            expert_events: vec![],
            record,
            busy: false,
            allowed: true,
            answer: Answer::Yes,
            door: None,
            deaf_store: false,
            pictures: VecDeque::new(),
            seen: vec![],
            beginnings: vec![],
            weather,
            connections: 0,
            novice_hung_up: false,
            expert_hung_up: false,
        }
    }

    /// A session that has just begun, on a fine line, without a password.
    pub fn in_session() -> Self {
        let mut pair = Self::new(Weather::FINE, false);
        pair.run(Duration::from_millis(100));
        assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::Started { .. })));
        pair
    }

    /// A session in which control was just granted.
    pub fn controlled() -> Self {
        let mut pair = Self::in_session();
        pair.expert.ask_control(pair.now);
        pair.settle();
        pair.novice.grant_control(pair.now);
        pair.settle();
        assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::ControlGranted)));
        pair
    }

    /// Everything on the line, and on its way, is lost without a word.
    pub fn lose_line(&mut self) {
        self.to_novice.cut();
        self.to_expert.cut();
    }

    /// The same, and both sides notice at once.
    pub fn break_line(&mut self) {
        self.lose_line();
        self.novice.handle_closed(self.now);
        self.expert.handle_closed(self.now);
        self.pump();
    }

    /// A new line, with nothing on it, if the expert's side wants one; what the novice's side had until now is lost.
    pub fn reconnect(&mut self) {
        if !self.expert.needs_connection() {
            return;
        }
        self.connections += 1;
        let exporter = [100 + self.connections; 32];
        self.to_novice = Link::new(self.weather, self.now);
        self.to_expert = Link::new(self.weather, self.now);
        self.expert.reconnected(self.now, exporter);
        let setup = NoviceSetup {
            exporter,
            ..novice_setup()
        };
        self.door = Some(Novice::new(self.now, setup));
        self.novice_hung_up = false;
        self.pump();
    }

    /// Whether both sides are in the session, over a line.
    pub fn is_whole(&self) -> bool {
        let is_cut = |interrupted: usize, resumed: usize| interrupted > resumed;
        let novice = &self.novice_events;
        let expert = &self.expert_events;
        let count = |what: fn(&NoviceEvent) -> bool| novice.iter().filter(|e| what(e)).count();
        let novice = is_cut(
            count(|e| matches!(e, NoviceEvent::Interrupted { .. })),
            count(|e| matches!(e, NoviceEvent::Resumed)),
        );
        let count = |what: fn(&ExpertEvent) -> bool| expert.iter().filter(|e| what(e)).count();
        let expert = is_cut(
            count(|e| matches!(e, ExpertEvent::Interrupted { .. })),
            count(|e| matches!(e, ExpertEvent::Resumed)),
        );
        !novice && !expert && !self.novice.is_closed() && !self.expert.is_closed()
    }

    /// Long enough for words to go there and back on a fine line, and short of any time-out.
    pub fn settle(&mut self) {
        self.run(Duration::from_millis(30));
    }

    pub fn run(&mut self, duration: Duration) {
        let end = self.now + duration;
        self.run_until(end, |_| false);
        self.now = end;
    }

    /// Runs until `done`, or panics with what happened when it takes more than `patience`.
    pub fn run_to(&mut self, patience: Duration, done: impl Fn(&Self) -> bool) {
        let end = self.now + patience;
        if !self.run_until(end, &done) {
            panic!(
                "not within {patience:?}\nnovice: {:?}\nexpert: {:?}",
                self.novice_events, self.expert_events
            );
        }
    }

    fn run_until(&mut self, end: Instant, done: impl Fn(&Self) -> bool) -> bool {
        let mut idle_steps = 0;
        loop {
            self.pump();
            if done(self) {
                return true;
            }
            let next = [
                self.novice.poll_timeout(),
                self.expert.poll_timeout(),
                self.to_novice.next_arrival(),
                self.to_expert.next_arrival(),
                Some(self.to_novice.free_at).filter(|at| *at > self.now),
                Some(self.to_expert.free_at).filter(|at| *at > self.now),
            ]
            .into_iter()
            .flatten()
            .min();
            match next {
                Some(next) if next <= end => {
                    idle_steps = if next > self.now { 0 } else { idle_steps + 1 };
                    assert!(idle_steps < 1000, "a time-out that is never served");
                    self.now = self.now.max(next);
                }
                _ => return false,
            }
            self.step();
        }
    }

    /// Hands over what arrived, and what is due.
    fn step(&mut self) {
        for arrived in self.to_novice.receive(self.now) {
            match arrived {
                Arrived::Bytes(bytes) => match &mut self.door {
                    Some(door) => door.handle_bytes(self.now, &bytes),
                    None => self.novice.handle_bytes(self.now, &bytes),
                },
                Arrived::Closed => match &mut self.door {
                    Some(door) => door.handle_closed(self.now),
                    None => self.novice.handle_closed(self.now),
                },
            }
            self.serve_door();
            self.serve_novice();
        }
        for arrived in self.to_expert.receive(self.now) {
            match arrived {
                Arrived::Bytes(bytes) => self.expert.handle_bytes(self.now, &bytes),
                Arrived::Closed => self.expert.handle_closed(self.now),
            }
            self.serve_expert();
        }
        if self.novice.poll_timeout().is_some_and(|at| at <= self.now) {
            self.novice.handle_timeout(self.now);
        }
        if self.expert.poll_timeout().is_some_and(|at| at <= self.now) {
            self.expert.handle_timeout(self.now);
        }
    }

    /// Moves events to their lists and bytes to the line, as far as the line takes them.
    pub fn pump(&mut self) {
        self.serve_novice();
        self.serve_expert();
        while self.to_expert.free_at <= self.now {
            let sender = self.door.as_mut().unwrap_or(&mut self.novice);
            let Some(bytes) = sender.poll_transmit() else {
                if sender.is_closed() && !std::mem::replace(&mut self.novice_hung_up, true) {
                    self.to_expert.close();
                }
                break;
            };
            self.to_expert.send(self.now, bytes);
            self.serve_novice();
        }
        while self.to_novice.free_at <= self.now {
            let Some(bytes) = self.expert.poll_transmit() else {
                if self.expert.is_closed() && !std::mem::replace(&mut self.expert_hung_up, true) {
                    self.to_novice.close();
                }
                break;
            };
            self.to_novice.send(self.now, bytes);
        }
    }

    fn serve_door(&mut self) {
        while let Some(event) = self.door.as_mut().and_then(Novice::poll_event) {
            let NoviceEvent::ComesBack(comeback) = event else {
                continue;
            };
            if self.novice.come_back(self.now, &comeback) {
                self.door = None;
            } else if let Some(door) = &mut self.door {
                door.refuse(self.now, Refusal::SessionOver);
            }
        }
    }

    fn serve_novice(&mut self) {
        while let Some(event) = self.novice.poll_event() {
            match &event {
                NoviceEvent::LookUp { purpose, .. } if !self.deaf_store => self.look_up(*purpose),
                NoviceEvent::Proved { .. } => {
                    if let Some(record) = &mut self.record {
                        record.state = InvitationState::InUse;
                    }
                }
                NoviceEvent::AskConsent { .. } => match self.answer {
                    Answer::Yes => self.novice.accept(self.now),
                    Answer::No => self.novice.decline(self.now),
                    Answer::Nothing => {}
                },
                NoviceEvent::Refused {
                    refusal: Refusal::Voided,
                    ..
                } => {
                    if let Some(record) = &mut self.record {
                        record.state = InvitationState::Voided;
                    }
                }
                _ => {}
            }
            self.novice_events.push(event);
        }
        while self.novice.wants_frame(self.now).is_some() {
            let Some(picture) = self.pictures.pop_front() else {
                break;
            };
            self.novice.send_screen(self.now, picture).unwrap();
        }
    }

    pub fn look_up(&mut self, purpose: LookupFor) {
        if let (LookupFor::Password, Some(record)) = (purpose, &mut self.record) {
            record.attempts_left -= 1;
        }
        let lookup = Lookup {
            record: self.record.clone(),
            now_utc: today() + chrono::Duration::from_std(self.now - self.start).unwrap(),
            busy: self.busy,
            allowed: self.allowed,
        };
        self.novice.looked_up(self.now, lookup);
    }

    fn serve_expert(&mut self) {
        while let Some(event) = self.expert.poll_event() {
            if matches!(event, ExpertEvent::Resumed) {
                self.beginnings.push(self.seen.len());
            }
            if let ExpertEvent::Screen(update) = event {
                self.seen.push(update);
                self.expert.shown(self.now);
            } else {
                self.expert_events.push(event);
            }
        }
    }

    pub fn novice_saw(&self, what: impl Fn(&NoviceEvent) -> bool) -> bool {
        self.novice_events.iter().any(what)
    }

    pub fn expert_saw(&self, what: impl Fn(&ExpertEvent) -> bool) -> bool {
        self.expert_events.iter().any(what)
    }

    pub fn novice_refused(&self) -> Option<&Refusal> {
        self.novice_events.iter().find_map(|event| match event {
            NoviceEvent::Refused { refusal, .. } => Some(refusal),
            _ => None,
        })
    }

    pub fn expert_refused(&self) -> Option<&Refusal> {
        self.expert_events.iter().find_map(|event| match event {
            ExpertEvent::Refused(refusal) => Some(refusal),
            _ => None,
        })
    }

    pub fn novice_end(&self) -> Option<End> {
        self.novice_events.iter().find_map(|event| match event {
            NoviceEvent::Ended(end) => Some(*end),
            _ => None,
        })
    }

    pub fn expert_end(&self) -> Option<End> {
        self.expert_events.iter().find_map(|event| match event {
            ExpertEvent::Ended(end) => Some(*end),
            _ => None,
        })
    }

    pub fn novice_is_gone(&self) -> bool {
        self.novice_saw(|event| matches!(event, NoviceEvent::Gone { .. }))
    }

    /// Nobody accused the other of breaking the rules.
    pub fn assert_no_breach(&self) {
        assert!(
            !self.novice_saw(|event| matches!(event, NoviceEvent::Breach(_)))
                && !self.expert_saw(|event| matches!(event, ExpertEvent::Breach(_))),
            "novice: {:?}\nexpert: {:?}",
            self.novice_events,
            self.expert_events
        );
    }
}
