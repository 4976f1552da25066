//! The way to a session, from the click on Connect: finds the novice's computer, and stretches the password meanwhile.

use std::{net::SocketAddr, sync::Arc, time::Instant};

use chrono::Utc;
use tokio::sync::mpsc::UnboundedReceiver;
use zeroize::Zeroizing;

use super::super::{
    Secret, Watched,
    shared::Shared,
    view::{ConnectStep, ExpertEnd, ExpertView, PaperView, StepState},
};
use super::{pane::PaneOpener, pen::Pen, redial::Redial, talk::Talk};
use crate::{
    desktop::{NativeWindow, PanePlace},
    input::InputEvent,
    invitation::{Fingerprint, Invitation, MeetingPoint, stretch},
    net::{self, ConnectError, Link, Place, Places},
    session::{End, Expert, ExpertSetup},
};

/// The name that the novice sees when the expert's settings have none.
const NAMELESS: &str = "Helper";

/// What the expert wishes of a connection.
#[derive(Debug)]
pub(super) enum Wish {
    TakeControl,
    ReleaseControl,
    Input(Vec<InputEvent>),
    PlacePane(NativeWindow, Option<PanePlace>),
    /// A button went down over the pane.
    PanePressed,
    Watch(Watched),
    Chat(String),
    End(End),
}

/// Where the novice's computer is, and its key: of an invitation, or as it was found.
#[derive(Clone, Debug)]
pub(super) struct Computer {
    pub(super) addresses: Vec<SocketAddr>,
    pub(super) meeting: Option<MeetingPoint>,
    pub(super) key: Fingerprint,
    /// Where help was offered to it, without an invitation.
    pub(super) place: Option<Place>,
}

/// A connection, or the way there.
pub(super) struct Line {
    pub(super) shared: Arc<Shared>,
    pub(super) paper: PaperView,
    pub(super) computer: Computer,
    pub(super) pen: Pen,
    pub(super) panes: PaneOpener,
}

/// Shows the steps so far, this one under way.
pub(super) fn show_step(pen: &Pen, paper: &PaperView, step: ConnectStep, phrase: Option<String>) {
    use ConnectStep as Step;
    let all: &[Step] = match paper.computer {
        None => &[Step::Reaching, Step::Checking],
        Some(_) => &[Step::LookingUp, Step::Reaching, Step::Offering],
    };
    let before = all.iter().take_while(|before| **before != step);
    let done = before.map(|step| (*step, StepState::Done));
    let steps = done.chain([(step, StepState::UnderWay)]).collect();
    let paper = paper.clone();
    pen.write(|view| {
        *view = ExpertView::Connecting {
            paper,
            steps,
            phrase,
        };
    });
}

impl Line {
    /// Connects with an invitation; runs until the connection is over, and leaves its outcome in the view.
    pub(super) async fn run(
        self,
        invitation: &Invitation,
        password: Option<Secret>,
        mut wishes: UnboundedReceiver<Wish>,
    ) {
        self.show_step(ConnectStep::Reaching, None);
        let reached = tokio::select! {
            reached = self.reach(invitation, password) => reached,
            () = left(&mut wishes) => return,
        };
        match reached {
            Ok((link, password_key)) => {
                let talk = self.talk(invitation, link, password_key);
                talk.run(wishes).await;
            }
            Err(why) => {
                let paper = self.paper;
                self.pen
                    .write(|view| *view = ExpertView::Failed { paper, why });
            }
        }
    }

    /// Shows the steps so far, this one under way.
    pub(super) fn show_step(&self, step: ConnectStep, phrase: Option<String>) {
        show_step(&self.pen, &self.paper, step, phrase);
    }

    /// The novice's computer has heard the offer: it is known by its key from now on.
    pub(super) fn remember_computer(&self) {
        let Some(place) = &self.computer.place else {
            return;
        };
        let (place, key) = (place.to_string(), self.computer.key);
        let kept = self
            .shared
            .store
            .remember_computer(&place, &key, Utc::now());
        if let Err(error) = kept {
            tracing::error!(%error, "a computer's key is not remembered");
        }
    }

    /// Finds the novice's computer again, at the addresses that it told meanwhile and at those of the invitation.
    pub(super) fn redial(&self, told: &[SocketAddr], tries: u32) -> Redial {
        let novice_key = self.computer.key;
        Redial::start(self.shared.clone(), self.places(told), novice_key, tries)
    }

    /// Where the novice's computer may be: at these addresses, at those that are known, and where it says that it is met.
    fn places(&self, told: &[SocketAddr]) -> Places {
        let mut addresses = told.to_vec();
        let new = (self.computer.addresses.iter()).filter(|address| !told.contains(address));
        addresses.extend(new);
        let places = Places::at(&addresses);
        let Some(meeting) = &self.computer.meeting else {
            return places;
        };
        let settings = &self.shared.publisher.peek().settings;
        let relaying = self.shared.past_the_proxy(settings.relaying_to(meeting));
        places.or_met_at(meeting.clone(), relaying)
    }

    /// Finds the novice's computer and stretches the password, both at once.
    async fn reach(
        &self,
        invitation: &Invitation,
        password: Option<Secret>,
    ) -> Result<(Link, Option<Zeroizing<[u8; 32]>>), ExpertEnd> {
        if invitation.password.is_some() && password.is_none() {
            return Err(ExpertEnd::PasswordMissing);
        }
        let stretched = async {
            let Some((salt, password)) = invitation.password.zip(password) else {
                return Ok(None);
            };
            let stretched = tokio::task::spawn_blocking(move || stretch(&password.0, &salt)).await;
            match stretched {
                Ok(Ok(key)) => Ok(Some(key)),
                Ok(Err(error)) => Err(ExpertEnd::Failed(error.to_string())),
                Err(error) => Err(ExpertEnd::Failed(error.to_string())),
            }
        };
        let link = async {
            let identity = &self.shared.identity;
            let found = net::connect(self.places(&[]), invitation.novice_key, identity).await;
            found.map_err(not_connected)
        };
        tokio::try_join!(link, stretched)
    }

    fn talk(
        self,
        invitation: &Invitation,
        link: Link,
        password_key: Option<Zeroizing<[u8; 32]>>,
    ) -> Talk {
        self.show_step(ConnectStep::Checking, None);
        let setup = ExpertSetup {
            exporter: link.exporter(),
            name: own_name(&self.shared),
            invitation: invitation.id,
            ticket: invitation.ticket.clone(),
            password_key,
        };
        let session =
            Expert::new(Instant::now(), setup).with_resume_time(self.shared.timing.resume);
        Talk::new(self, link, session)
    }
}

/// The user's name, as novices see it.
pub(super) fn own_name(shared: &Shared) -> String {
    match shared.publisher.peek().settings.name.as_str() {
        "" => NAMELESS.to_owned(),
        name => name.to_owned(),
    }
}

/// Why there is no connection, for the user.
pub(super) fn not_connected(error: ConnectError) -> ExpertEnd {
    match error {
        ConnectError::NotReached { tried, relay } => ExpertEnd::NotReached {
            addresses: tried,
            relay,
        },
        ConnectError::WrongComputer => ExpertEnd::WrongComputer,
        ConnectError::Key(error) => ExpertEnd::Failed(error.to_string()),
    }
}

/// Ends when the expert leaves before there is a connection; other wishes come to nothing.
pub(super) async fn left(wishes: &mut UnboundedReceiver<Wish>) {
    while let Some(wish) = wishes.recv().await {
        if matches!(wish, Wish::End(_)) {
            return;
        }
    }
}
