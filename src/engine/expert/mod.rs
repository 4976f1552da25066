//! This window as the one that gives help: opens an invitation, connects with it, and holds at most one session.

mod line;
mod pane;
mod pen;
mod shown;
mod talk;

use std::{path::PathBuf, sync::Arc};

use tokio::sync::{
    mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    oneshot, watch,
};

use self::{
    line::{Line, Wish},
    pane::PaneOpener,
    pen::Pen,
};
use super::{
    Command, Secret,
    shared::Shared,
    view::{ExpertView, OpenFault, PaperView},
};
use crate::{
    delivery::{self, DeliveryError},
    invitation::{Invitation, PaperError, open_paper},
    session::End,
};

/// What reaches the expert's side from the window.
pub(super) enum Order {
    /// A user's wish.
    Command(Command),
    /// Say goodbye; answered when that is done.
    Close(oneshot::Sender<()>),
}

/// An invitation that was read.
#[derive(Clone, Debug)]
pub(super) struct Paper {
    pub(super) invitation: Arc<Invitation>,
    pub(super) view: PaperView,
}

/// The expert's side.
pub(super) struct ExpertSide {
    shared: Arc<Shared>,
    paper: Option<Paper>,
    /// Whose view it is now; a task of before finds that its pen no longer writes.
    pen: Pen,
    /// To the task that connects or is connected.
    line: Option<UnboundedSender<Wish>>,
    /// Closed when every task is over.
    running: (watch::Sender<()>, watch::Receiver<()>),
}

impl ExpertSide {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        let pen = Pen::first(shared.publisher.clone());
        Self {
            shared,
            paper: None,
            pen,
            line: None,
            running: watch::channel(()),
        }
    }

    /// Runs until it is closed.
    pub(super) async fn run(mut self, mut orders: UnboundedReceiver<Order>) {
        while let Some(order) = orders.recv().await {
            match order {
                Order::Command(command) => self.obey(command).await,
                Order::Close(done) => {
                    self.wish(Wish::End(End::ExpertClosed));
                    self.line = None;
                    let (still_running, watched) = self.running;
                    drop(watched);
                    still_running.closed().await;
                    let _ = done.send(());
                    return;
                }
            }
        }
    }

    async fn obey(&mut self, command: Command) {
        match command {
            Command::Open(path) => self.open(path).await,
            Command::Connect { password } => self.connect(password),
            Command::CancelConnect => {
                self.leave();
                if let Some(paper) = self.paper.as_ref().map(|paper| paper.view.clone()) {
                    self.pen.write(|view| *view = ExpertView::Opened(paper));
                }
            }
            Command::CloseInvitation => {
                self.leave();
                self.paper = None;
                self.pen.write(|view| *view = ExpertView::Nothing);
            }
            Command::TakeControl => self.wish(Wish::TakeControl),
            Command::ReleaseControl => self.wish(Wish::ReleaseControl),
            Command::Input(events) => self.wish(Wish::Input(events)),
            Command::PlacePane { window, place } => self.wish(Wish::PlacePane(window, place)),
            Command::Watch(watched) => self.wish(Wish::Watch(watched)),
            Command::ExpertChat(text) => self.wish(Wish::Chat(text)),
            Command::ExpertDisconnect => self.wish(Wish::End(End::ExpertLeft)),
            // The rest is the novice's side's.
            Command::Invite(_)
            | Command::InviteSeen
            | Command::SaveAgain { .. }
            | Command::MailAgain { .. }
            | Command::MailByHand { .. }
            | Command::TestMail { .. }
            | Command::KeepMailPassword { .. }
            | Command::Withdraw(_)
            | Command::Delete(_)
            | Command::AnswerHelper { .. }
            | Command::AnswerControl { .. }
            | Command::StopControl
            | Command::StopKeyInOurWindow(_)
            | Command::Pause
            | Command::Resume
            | Command::NoviceDisconnect
            | Command::NoviceChat(_)
            | Command::NoviceEndSeen
            | Command::SaveSettings(_) => {}
        }
    }

    async fn open(&mut self, path: PathBuf) {
        self.leave();
        self.paper = None;
        let from = path.clone();
        let read = tokio::task::spawn_blocking(move || read(&from)).await;
        let read = read.unwrap_or_else(|error| Err(OpenFault::Unreadable(error.to_string())));
        let shown = match read {
            Ok(invitation) => {
                let view = PaperView {
                    path,
                    from: invitation.from.clone(),
                    message: invitation.message.clone(),
                    made: invitation.made,
                    expires: invitation.expires,
                    needs_password: invitation.password.is_some(),
                };
                self.paper = Some(Paper {
                    invitation: Arc::new(invitation),
                    view: view.clone(),
                });
                ExpertView::Opened(view)
            }
            Err(fault) => ExpertView::CannotOpen { path, fault },
        };
        self.pen.write(|view| *view = shown);
    }

    fn connect(&mut self, password: Option<Secret>) {
        let Some(paper) = self.paper.clone() else {
            return;
        };
        self.leave();
        let (wishes, orders) = unbounded_channel();
        let panes = PaneOpener::new(self.shared.clone(), wishes.downgrade());
        self.line = Some(wishes);
        let line = Line {
            shared: self.shared.clone(),
            paper,
            pen: self.pen.clone(),
            panes,
        };
        let running = self.running.1.clone();
        tokio::spawn(async move {
            line.run(password, orders).await;
            drop(running);
        });
    }

    /// Leaves whatever is under way: it says goodbye by itself, and no longer writes into the view.
    fn leave(&mut self) {
        self.wish(Wish::End(End::ExpertLeft));
        self.line = None;
        self.pen = self.pen.next();
    }

    fn wish(&self, wish: Wish) {
        if let Some(line) = &self.line {
            let _ = line.send(wish); // else it is over, and the view says so
        }
    }
}

fn read(path: &std::path::Path) -> Result<Invitation, OpenFault> {
    let bytes = delivery::read(path).map_err(|error| match error {
        DeliveryError::TooLarge(_) => OpenFault::TooLarge,
        other => OpenFault::Unreadable(other.to_string()),
    })?;
    open_paper(&bytes).map_err(|error| match error {
        PaperError::TooLarge => OpenFault::TooLarge,
        PaperError::NewerVersion(major) => OpenFault::NewerVersion(major),
        PaperError::NotAnInvitation(what) => OpenFault::NotAnInvitation(what),
        PaperError::WindowsRemoteAssistance { from, expires } => {
            OpenFault::WindowsRemoteAssistance { from, expires }
        }
        other => OpenFault::NotAnInvitation(other.to_string()),
    })
}
