//! Somebody who is signed in at a contact server, without a window.

use std::time::Duration;

use hulp::{
    delivery::contact::{
        Account, Address, Answer, AskedFor, CallId, Event, LineState, News, People, Person,
        Presence, Ring, RingEnd, RingId, Trust, Wish, stay,
    },
    invitation::Fingerprint,
};
use tokio::{
    sync::mpsc::{self, Sender, UnboundedReceiver},
    task::JoinHandle,
    time::timeout,
};
use zeroize::Zeroizing;

use crate::rig::{
    certificates,
    prosody::{PASSWORD, Prosody},
};

/// How long anything may take before a test fails; far more than it needs.
const PATIENCE: Duration = Duration::from_secs(30);

/// Somebody's address.
pub fn address(user: &str) -> Address {
    format!("{user}@{}", certificates::NAME).parse().unwrap()
}

/// Somebody's computer's key.
pub fn key(user: &str) -> Fingerprint {
    Fingerprint([user.as_bytes()[0]; 32])
}

/// Somebody's account.
pub fn account(server: &Prosody, user: &str) -> Account {
    Account {
        address: address(user),
        password: Zeroizing::new(PASSWORD.to_owned()),
        server: Some(server.direct()),
        trust: Trust::Only(server.authority()),
        key: key(user),
        rings_after: RingId(0),
        strangers_may_ring: false,
    }
}

/// Somebody who is signed in.
pub struct User {
    wishes: Option<Sender<Wish>>,
    news: UnboundedReceiver<News>,
    task: JoinHandle<()>,
    /// As they were told last.
    pub people: People,
    /// How often they were told of people.
    pub times_told: usize,
    events: Vec<Event>,
    lines: Vec<LineState>,
    calls: u64,
}

impl User {
    /// Begins to sign in.
    pub fn start(account: Account) -> Self {
        let (wishes, wished) = mpsc::channel(16);
        let (tell, news) = mpsc::unbounded_channel();
        let task = tokio::spawn(stay(account, wished, move |news| {
            let _ = tell.send(news);
        }));
        Self {
            wishes: Some(wishes),
            news,
            task,
            people: People::default(),
            times_told: 0,
            events: vec![],
            lines: vec![],
            calls: 0,
        }
    }

    /// Signs in.
    pub async fn sign_in(server: &Prosody, user: &str) -> Self {
        let mut user = Self::start(account(server, user));
        user.line("signed in", |line| *line == LineState::Online)
            .await;
        user
    }

    pub async fn wish(&self, wish: Wish) {
        self.wishes.as_ref().unwrap().send(wish).await.unwrap();
    }

    /// Signs out, and waits until that is done.
    pub async fn sign_out(mut self) {
        self.wishes = None;
        timeout(PATIENCE, self.task).await.unwrap().unwrap();
    }

    /// Waits for the line to be so.
    pub async fn line(&mut self, what: &str, is: impl Fn(&LineState) -> bool) -> LineState {
        loop {
            if let Some(at) = self.lines.iter().position(&is) {
                return self.lines.drain(..=at).next_back().unwrap();
            }
            self.hear(what).await;
        }
    }

    /// Waits for somebody on the list to be so.
    pub async fn person(&mut self, user: &str, what: &str, is: impl Fn(&Person) -> bool) {
        let address = address(user);
        while !self
            .people
            .people
            .iter()
            .any(|p| p.address == address && is(p))
        {
            self.hear(what).await;
        }
    }

    pub async fn sees(&mut self, user: &str, presence: Presence) {
        self.person(user, &format!("{presence:?}"), |person| {
            person.presence == presence
        })
        .await;
    }

    /// Waits until somebody who is not on the list asks to see.
    pub async fn request(&mut self, user: &str) {
        while !self.people.requests.contains(&address(user)) {
            self.hear("a request").await;
        }
    }

    /// Waits until somebody is not on the list.
    pub async fn nobody(&mut self, user: &str) {
        while self
            .people
            .people
            .iter()
            .any(|p| p.address == address(user))
        {
            self.hear("nobody").await;
        }
    }

    /// Calls somebody.
    pub async fn call(&mut self, user: &str, asked_for: AskedFor) -> CallId {
        self.calls += 1;
        let id = CallId(self.calls);
        self.wish(Wish::Call {
            id,
            to: address(user),
            name: format!("call-{}-{user}", self.calls),
            asked_for,
        })
        .await;
        id
    }

    /// Waits for something to happen.
    pub async fn event<T>(&mut self, what: &str, is: impl Fn(&Event) -> Option<T>) -> T {
        loop {
            if let Some(at) = self.events.iter().position(|event| is(event).is_some()) {
                return is(&self.events.remove(at)).unwrap();
            }
            self.hear(what).await;
        }
    }

    pub async fn ring(&mut self) -> Ring {
        self.event("a ring", |event| match event {
            Event::Ring(ring) => Some(ring.clone()),
            _ => None,
        })
        .await
    }

    pub async fn ring_ended(&mut self, ring: &Ring) -> RingEnd {
        self.event("the end of the ringing", |event| match event {
            Event::RingEnded(id, end) if *id == ring.id => Some(*end),
            _ => None,
        })
        .await
    }

    pub async fn answer(&mut self, call: CallId) -> Answer {
        self.event("an answer", |event| match event {
            Event::Answered(id, answer) if *id == call => Some(answer.clone()),
            _ => None,
        })
        .await
    }

    /// What happened and was not asked for yet.
    pub fn events(&mut self) -> &[Event] {
        while let Ok(news) = self.news.try_recv() {
            self.take(news);
        }
        &self.events
    }

    async fn hear(&mut self, what: &str) {
        match timeout(PATIENCE, self.news.recv()).await {
            Ok(Some(news)) => self.take(news),
            Ok(None) => panic!("{what}: signed out; {:?}", self.lines),
            Err(_) => panic!(
                "{what}: waited in vain; {:?} {:?} {:?}",
                self.people, self.events, self.lines
            ),
        }
    }

    fn take(&mut self, news: News) {
        match news {
            News::Line(line) => self.lines.push(line),
            News::People(people) => {
                self.people = people;
                self.times_told += 1;
            }
            News::Event(event) => self.events.push(event),
        }
    }
}
