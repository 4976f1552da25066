//! The way to a session without an invitation, from the click on Offer help: finds the computer of that name, proves that it is the
//! one that was met there before, and offers help.

use std::{sync::Arc, time::Instant};

use chrono::Utc;
use tokio::sync::mpsc::UnboundedReceiver;

use super::super::{
    shared::Shared,
    view::{ComputerView, ConnectStep, ExpertEnd, ExpertView, PaperView},
};
use super::{
    line::{Computer, Line, Wish, left, not_connected, own_name, show_step},
    pane::PaneOpener,
    pen::Pen,
    talk::Talk,
};
use crate::{
    invitation::key_words,
    net::{self, ConnectError, Link, NoPlace, Place, Places},
    session::{Expert, OfferSetup},
};

/// Help that is being offered.
pub(super) struct Offering {
    shared: Arc<Shared>,
    paper: PaperView,
    computer: ComputerView,
    pen: Pen,
    panes: PaneOpener,
}

impl Offering {
    pub(super) fn new(shared: Arc<Shared>, typed: String, pen: Pen, panes: PaneOpener) -> Self {
        let now = Utc::now();
        let computer = ComputerView {
            place: typed.trim().to_owned(),
            words: None,
            is_new: false,
        };
        let paper = PaperView {
            path: None,
            from: computer.place.clone(),
            message: String::new(),
            made: now,
            expires: now,
            needs_password: false,
            computer: Some(computer.clone()),
        };
        Self {
            shared,
            paper,
            computer,
            pen,
            panes,
        }
    }

    /// Runs until the connection is over, and leaves its outcome in the view.
    pub(super) async fn run(mut self, mut wishes: UnboundedReceiver<Wish>) {
        let reached = tokio::select! {
            reached = self.reach() => reached,
            () = left(&mut wishes) => return,
        };
        match reached {
            Ok((link, computer)) => self.talk(link, computer).run(wishes).await,
            Err(why) => {
                let paper = self.paper;
                self.pen
                    .write(|view| *view = ExpertView::Failed { paper, why });
            }
        }
    }

    async fn reach(&mut self) -> Result<(Link, Computer), ExpertEnd> {
        self.show_step(ConnectStep::LookingUp);
        let place = Place::read(&self.computer.place).map_err(no_place)?;
        let addresses = place.addresses().await.map_err(no_place)?;
        self.show_step(ConnectStep::Reaching);
        let known = self.shared.store.known_computer(&place.to_string());
        // Without a look at what is known, a changed key would not be seen.
        let known = known.map_err(|error| ExpertEnd::Failed(error.to_string()))?;
        let (places, identity) = (Places::at(&addresses), &self.shared.identity);
        let link = match known {
            Some(key) => {
                net::connect(places, key, identity)
                    .await
                    .map_err(|error| match error {
                        ConnectError::WrongComputer => ExpertEnd::KeyChanged {
                            words: key_words(&key),
                            by_address: place.is_address(),
                        },
                        other => not_connected(other),
                    })?
            }
            None => net::meet_new(places, identity)
                .await
                .map_err(not_connected)?,
        };
        let key = link.peer_key();
        self.computer.words = Some(key_words(&key));
        self.computer.is_new = known.is_none();
        self.paper.computer = Some(self.computer.clone());
        let computer = Computer {
            addresses,
            meeting: None,
            key,
            place: Some(place),
        };
        Ok((link, computer))
    }

    fn talk(self, link: Link, computer: Computer) -> Talk {
        self.show_step(ConnectStep::Offering);
        let card = self.shared.store.own_card().unwrap_or_else(|error| {
            tracing::error!(%error, "the own card cannot be shown");
            None
        });
        let setup = OfferSetup {
            exporter: link.exporter(),
            name: own_name(&self.shared),
            card,
        };
        let session =
            Expert::offering(Instant::now(), setup).with_resume_time(self.shared.timing.resume);
        let line = Line {
            shared: self.shared,
            paper: self.paper,
            computer,
            pen: self.pen,
            panes: self.panes,
        };
        Talk::new(line, link, session)
    }

    fn show_step(&self, step: ConnectStep) {
        show_step(&self.pen, &self.paper, step, None);
    }
}

/// Forgets the key of the computer at a place.
pub(super) fn forget(shared: &Shared, typed: &str) {
    let Ok(place) = Place::read(typed) else {
        return; // nothing is known of it
    };
    if let Err(error) = shared.store.forget_computer(&place.to_string()) {
        tracing::error!(%error, "a computer's key is not forgotten");
    }
}

fn no_place(error: NoPlace) -> ExpertEnd {
    match error {
        NoPlace::Nonsense => ExpertEnd::NoPlace,
        NoPlace::Unknown(error) => ExpertEnd::NoSuchName(error.to_string()),
    }
}
