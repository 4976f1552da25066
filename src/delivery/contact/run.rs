//! Carries a [`Talk`] over lines to the account's server, and finds the server again when it is lost.

use std::{pin::Pin, time::Duration};

use tokio::{
    sync::mpsc::Receiver,
    time::{Interval, MissedTickBehavior, Sleep, interval, sleep},
};
use zeroize::Zeroizing;

use super::{
    Address, AskedFor, CallId, ContactError, Event, Output, People, RingId, Talk,
    line::{Heard, Line},
};
use crate::invitation::Fingerprint;

/// How often the user is told of people at most: who comes and goes by the thousand must not keep the window busy.
pub const PEOPLE_EVERY: Duration = Duration::from_millis(300);
/// How soon a lost server is tried again at first, and how seldom at last.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LAST_PAUSE: Duration = Duration::from_secs(60);

/// An account at a contact server.
#[derive(Clone)]
pub struct Account {
    /// Its address.
    pub address: Address,
    /// Its password.
    pub password: Zeroizing<String>,
    /// The server, where the domain itself does not say which: as [`super::is_server`] takes it.
    pub server: Option<String>,
    /// Whose word counts on who a server is.
    pub trust: Trust,
    /// This computer's key, which contacts are told when this side calls or accepts.
    pub key: Fingerprint,
    /// What rings is numbered from here on, so that no number comes twice while the program runs.
    pub rings_after: RingId,
    /// Whether strangers may ring from the start; see [`Wish::LetStrangersRing`].
    pub strangers_may_ring: bool,
}

/// Whose word counts on who a server is.
#[derive(Clone, Debug)]
pub enum Trust {
    /// The authorities that the system trusts.
    System,
    /// These alone (PEM): for tests.
    Only(String),
}

/// What the user wants.
#[derive(Debug)]
pub enum Wish {
    /// This one on the list, and asked to be let see.
    Add(Address),
    /// This one called so.
    Rename(Address, String),
    /// This one off the list; neither sees the other any more.
    Remove(Address),
    /// Whether this one, who asked, may see when the user is there; with a yes they are asked for the same.
    LetSee(Address, bool),
    /// This one called.
    Call {
        /// Which call: a new number.
        id: CallId,
        /// Whom.
        to: Address,
        /// What both sides call it, at random.
        name: String,
        /// What is asked.
        asked_for: AskedFor,
    },
    /// A call taken back.
    Withdraw(CallId),
    /// What rings, accepted; an offer with the invitation.
    Accept(RingId, Option<Zeroizing<String>>),
    /// What rings, declined.
    Decline(RingId),
    /// Whether others than contacts may ring.
    LetStrangersRing(bool),
}

/// What the user is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// How the line is.
    Line(LineState),
    /// Who is there.
    People(People),
    /// Something happened.
    Event(Event),
}

/// How the line to the server is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineState {
    /// On the way.
    Connecting,
    /// Signed in.
    Online,
    /// Lost, or not found; it is tried again after this time.
    Lost(ContactError, Duration),
    /// Given up until the user changes something.
    Refused(ContactError),
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Account({})", self.address)
    }
}

/// Signs in, stays signed in through whatever happens to the server, does what is wished, and tells what happens. Ends when
/// nobody can wish any more, with a goodbye to the server, and when the server refuses the account.
pub async fn stay(account: Account, wishes: Receiver<Wish>, tell: impl FnMut(News)) {
    let mut run = Run {
        talk: Talk::new(
            &account.address,
            account.strangers_may_ring,
            account.key,
            account.rings_after,
        ),
        wishes,
        tell,
        told: People::default(),
        seconds: seconds(),
        people_due: None,
    };
    let Ok(device) = device() else {
        let error = ContactError::NoRandomness;
        return (run.tell)(News::Line(LineState::Refused(error)));
    };
    let mut pause = FIRST_PAUSE;
    loop {
        (run.tell)(News::Line(LineState::Connecting));
        let fault = match run.until(Line::open(&account, &device)).await {
            None => return,
            Some(Ok((line, me))) => {
                pause = FIRST_PAUSE;
                run.talk.online(me);
                (run.tell)(News::Line(LineState::Online));
                match run.carry(line).await {
                    None => return,
                    Some(fault) => fault,
                }
            }
            Some(Err(fault)) => fault,
        };
        run.talk.lost();
        run.tell_people();
        if fault.needs_the_user() {
            return (run.tell)(News::Line(LineState::Refused(fault)));
        }
        (run.tell)(News::Line(LineState::Lost(fault, pause)));
        if run.until(sleep(pause)).await.is_none() {
            return;
        }
        pause = (pause * 2).min(LAST_PAUSE);
    }
}

/// Signs in, and out again at once: nobody sees that this device was there.
///
/// # Errors
/// [`ContactError`].
pub async fn try_account(account: &Account) -> Result<(), ContactError> {
    let (line, _) = Line::open(account, &device()?).await?;
    line.close().await;
    Ok(())
}

struct Run<F> {
    talk: Talk,
    wishes: Receiver<Wish>,
    tell: F,
    told: People,
    seconds: Interval,
    people_due: Option<Pin<Box<Sleep>>>,
}

impl<F: FnMut(News)> Run<F> {
    /// Waits for it without a line; none when nobody can wish any more.
    async fn until<T>(&mut self, what: impl Future<Output = T>) -> Option<T> {
        let mut what = std::pin::pin!(what);
        loop {
            while let Some(output) = self.talk.poll() {
                if let Output::Tell(event) = output {
                    (self.tell)(News::Event(event));
                }
            }
            tokio::select! {
                outcome = &mut what => return Some(outcome),
                wish = self.wishes.recv() => self.talk.wish(wish?),
                _ = self.seconds.tick(), if self.talk.counts_time() => self.talk.second(),
            }
        }
    }

    /// Carries the talk until the line breaks, and gives why; none when nobody can wish any more.
    async fn carry(&mut self, mut line: Line) -> Option<ContactError> {
        loop {
            while let Some(output) = self.talk.poll() {
                match output {
                    Output::Say(stanza) => {
                        if let Err(error) = line.send(*stanza).await {
                            return Some(error);
                        }
                    }
                    Output::Tell(event) => (self.tell)(News::Event(event)),
                    Output::GiveUp(error) => return Some(error),
                }
            }
            if self.talk.have_people_changed() && self.people_due.is_none() {
                self.people_due = Some(Box::pin(sleep(PEOPLE_EVERY)));
            }
            let people_due = async {
                match &mut self.people_due {
                    Some(due) => due.await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                heard = line.next() => match heard {
                    Ok(Heard::Stanza(stanza)) => self.talk.hear(*stanza),
                    Ok(Heard::Other) => {}
                    Ok(Heard::Silence) => self.talk.silence(),
                    Err(error) => return Some(error),
                },
                wish = self.wishes.recv() => match wish {
                    Some(wish) => self.talk.wish(wish),
                    None => {
                        line.close().await;
                        return None;
                    }
                },
                _ = self.seconds.tick(), if self.talk.counts_time() => self.talk.second(),
                () = people_due => self.tell_people(),
            }
        }
    }

    /// Tells of people, where anything is other than it was told before.
    fn tell_people(&mut self) {
        self.people_due = None;
        if let Some(people) = self.talk.take_people()
            && people != self.told
        {
            self.told = people.clone();
            (self.tell)(News::People(people));
        }
    }
}

/// This device's name at the server: it tells the user's devices apart, and says nothing of the computer.
fn device() -> Result<String, ContactError> {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).map_err(|_| ContactError::NoRandomness)?;
    Ok(format!("Hulp-{:08x}", u32::from_be_bytes(bytes)))
}

fn seconds() -> Interval {
    let mut seconds = interval(Duration::from_secs(1));
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay); // not in a burst after the computer slept
    seconds.reset();
    seconds
}
