//! The way to a session, from the click on Connect: finds the novice's computer, and stretches the password meanwhile.

use std::{net::SocketAddr, sync::Arc, time::Instant};

use tokio::sync::mpsc::UnboundedReceiver;
use zeroize::Zeroizing;

use super::super::{
    Secret, Watched,
    shared::Shared,
    view::{ConnectStep, ExpertEnd, ExpertView, StepState},
};
use super::{Paper, pane::PaneOpener, pen::Pen, redial::Redial, talk::Talk};
use crate::{
    desktop::{NativeWindow, PanePlace},
    input::InputEvent,
    invitation::stretch,
    net::{self, ConnectError, Link, Places},
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

/// A connection, or the way there.
pub(super) struct Line {
    pub(super) shared: Arc<Shared>,
    pub(super) paper: Paper,
    pub(super) pen: Pen,
    pub(super) panes: PaneOpener,
}

impl Line {
    /// Runs until the connection is over, and leaves its outcome in the view.
    pub(super) async fn run(self, password: Option<Secret>, mut wishes: UnboundedReceiver<Wish>) {
        self.show_step(ConnectStep::Reaching, None);
        let reached = tokio::select! {
            reached = self.reach(password) => reached,
            () = left(&mut wishes) => return,
        };
        match reached {
            Ok((link, password_key)) => self.talk(link, password_key).run(wishes).await,
            Err(why) => {
                let paper = self.paper.view.clone();
                self.pen
                    .write(|view| *view = ExpertView::Failed { paper, why });
            }
        }
    }

    /// Shows the steps so far, this one under way.
    pub(super) fn show_step(&self, step: ConnectStep, phrase: Option<String>) {
        let before: &[ConnectStep] = match step {
            ConnectStep::Reaching => &[],
            ConnectStep::Checking => &[ConnectStep::Reaching],
            ConnectStep::WaitingForAnswer { .. } => &[ConnectStep::Reaching, ConnectStep::Checking],
        };
        let done = before.iter().map(|step| (*step, StepState::Done));
        let steps = done.chain([(step, StepState::UnderWay)]).collect();
        let paper = self.paper.view.clone();
        self.pen.write(|view| {
            *view = ExpertView::Connecting {
                paper,
                steps,
                phrase,
            };
        });
    }

    /// Finds the novice's computer again, at the addresses that it told meanwhile and at those of the invitation.
    pub(super) fn redial(&self, told: &[SocketAddr], tries: u32) -> Redial {
        let novice_key = self.paper.invitation.novice_key;
        Redial::start(self.shared.clone(), self.places(told), novice_key, tries)
    }

    /// Where the novice's computer may be: at these addresses, at those of the invitation, and where it says that it is met.
    fn places(&self, told: &[SocketAddr]) -> Places {
        let invitation = &self.paper.invitation;
        let mut addresses = told.to_vec();
        let new = (invitation.addresses.iter()).filter(|address| !told.contains(address));
        addresses.extend(new);
        let places = Places::at(&addresses);
        let Some(meeting) = &invitation.meeting else {
            return places;
        };
        let settings = &self.shared.publisher.peek().settings;
        let relaying = self.shared.past_the_proxy(settings.relaying_to(meeting));
        places.or_met_at(meeting.clone(), relaying)
    }

    /// Finds the novice's computer and stretches the password, both at once.
    async fn reach(
        &self,
        password: Option<Secret>,
    ) -> Result<(Link, Option<Zeroizing<[u8; 32]>>), ExpertEnd> {
        let invitation = &self.paper.invitation;
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
            found.map_err(|error| match error {
                ConnectError::NotReached { tried, relay } => ExpertEnd::NotReached {
                    addresses: tried,
                    relay,
                },
                ConnectError::WrongComputer => ExpertEnd::WrongComputer,
                ConnectError::Key(error) => ExpertEnd::Failed(error.to_string()),
            })
        };
        tokio::try_join!(link, stretched)
    }

    fn talk(self, link: Link, password_key: Option<Zeroizing<[u8; 32]>>) -> Talk {
        self.show_step(ConnectStep::Checking, None);
        let invitation = &self.paper.invitation;
        let setup = ExpertSetup {
            exporter: link.exporter(),
            name: match self.shared.publisher.peek().settings.name.as_str() {
                "" => NAMELESS.to_owned(),
                name => name.to_owned(),
            },
            invitation: invitation.id,
            ticket: invitation.ticket.clone(),
            password_key,
        };
        let session =
            Expert::new(Instant::now(), setup).with_resume_time(self.shared.timing.resume);
        Talk::new(self, link, session)
    }
}

/// Ends when the expert leaves before there is a connection; other wishes come to nothing.
async fn left(wishes: &mut UnboundedReceiver<Wish>) {
    while let Some(wish) = wishes.recv().await {
        if matches!(wish, Wish::End(_)) {
            return;
        }
    }
}
