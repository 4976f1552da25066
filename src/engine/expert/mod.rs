//! This window as the one that gives help: opens an invitation, connects with it, and holds at most one session.

mod line;
mod nearby;
mod offer;
mod pane;
mod pen;
mod redial;
mod shown;
mod talk;

use std::{future::pending, path::PathBuf, sync::Arc};

use tokio::sync::{
    mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    oneshot, watch,
};
use zeroize::Zeroizing;

use self::{
    line::{Computer, Line, Wish},
    nearby::Lookout,
    offer::Offering,
    pane::PaneOpener,
    pen::Pen,
};
use super::{
    Command, Secret, contacts,
    shared::Shared,
    view::{ExpertView, FetchFault, OpenFault, PaperView},
};
use crate::{
    delivery::{
        self, DeliveryError,
        code::{self, Code, CodeError},
    },
    invitation::{Invitation, PaperError, open_paper},
    session::End,
};

/// What reaches the expert's side from the window.
pub(super) enum Order {
    /// A user's wish.
    Command(Box<Command>),
    /// Connect with an invitation that came with a call which the user has just accepted.
    Paper(Zeroizing<String>),
    /// Connect with an invitation that a contact sent who accepted help, unless the user is busy with another one by now.
    PaperForOffer(Zeroizing<String>),
    /// Say goodbye; answered when that is done.
    Close(oneshot::Sender<()>),
}

/// An invitation that was read.
#[derive(Clone, Debug)]
pub(super) struct Paper {
    pub(super) invitation: Arc<Invitation>,
    pub(super) view: PaperView,
}

/// An invitation that is being got by its code. Dropped, it says goodbye to the server by itself.
struct Fetch {
    came: oneshot::Receiver<Result<Zeroizing<String>, CodeError>>,
    _leave: oneshot::Sender<()>,
}

/// The expert's side.
pub(super) struct ExpertSide {
    shared: Arc<Shared>,
    to_contacts: UnboundedSender<contacts::Order>,
    paper: Option<Paper>,
    /// Whose view it is now; a task of before finds that its pen no longer writes.
    pen: Pen,
    fetch: Option<Fetch>,
    /// While computers nearby are looked for.
    lookout: Option<Lookout>,
    /// To the task that connects or is connected.
    line: Option<UnboundedSender<Wish>>,
    /// Closed when every task is over.
    running: (watch::Sender<()>, watch::Receiver<()>),
}

impl ExpertSide {
    pub(super) fn new(shared: Arc<Shared>, to_contacts: UnboundedSender<contacts::Order>) -> Self {
        let pen = Pen::first(shared.publisher.clone());
        Self {
            shared,
            to_contacts,
            paper: None,
            pen,
            fetch: None,
            lookout: None,
            line: None,
            running: watch::channel(()),
        }
    }

    /// Runs until it is closed.
    pub(super) async fn run(mut self, mut orders: UnboundedReceiver<Order>) {
        loop {
            let order = tokio::select! {
                order = orders.recv() => order,
                came = came(&mut self.fetch) => {
                    self.fetched(came);
                    continue;
                }
            };
            match order {
                None => return,
                Some(Order::Command(command)) => self.obey(*command).await,
                Some(Order::Paper(text)) => self.connect_with(text),
                Some(Order::PaperForOffer(text)) => {
                    if !self.is_busy() {
                        self.connect_with(text);
                    }
                }
                Some(Order::Close(done)) => {
                    self.wish(Wish::End(End::ExpertClosed));
                    self.line = None;
                    self.fetch = None;
                    self.lookout = None;
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
            Command::TakeByCode(typed) => self.take_by_code(&typed),
            Command::Connect { password } => self.connect(password),
            Command::CancelConnect => {
                self.leave();
                let paper = self.paper.as_ref().map(|paper| paper.view.clone());
                // An offer has no page of the engine's to go back to.
                let shown = paper.map_or(ExpertView::Nothing, ExpertView::Opened);
                self.pen.write(|view| *view = shown);
            }
            Command::CloseInvitation => {
                self.leave();
                self.paper = None;
                self.pen.write(|view| *view = ExpertView::Nothing);
            }
            Command::Offer(place) => self.offer(place),
            Command::LookNearby(look) => self.look_nearby(look),
            Command::ForgetComputer(place) => offer::forget(&self.shared, &place),
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
            | Command::AskAgain { .. }
            | Command::Contacts(_)
            | Command::Check(_)
            | Command::MakeCode(_)
            | Command::EndCode
            | Command::MailAgain { .. }
            | Command::MailByHand { .. }
            | Command::TestMail { .. }
            | Command::KeepMailPassword { .. }
            | Command::KeepProxyPassword { .. }
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
            | Command::Log(_)
            | Command::NoviceEndSeen
            | Command::Notify(_)
            | Command::DrawnWith(_)
            | Command::Helpers(_)
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
            Ok(invitation) => self.lay_open(invitation, Some(path)),
            Err(fault) => ExpertView::CannotOpen { path, fault },
        };
        self.pen.write(|view| *view = shown);
    }

    /// Gets the invitation behind a code, beside.
    fn take_by_code(&mut self, typed: &Secret) {
        self.leave();
        self.paper = None;
        let code = match Code::read(&typed.0) {
            Ok(code) => code,
            Err(error) => return self.fetched(Err(error)),
        };
        let server = self.shared.publisher.peek().settings.mailbox.clone();
        let (leave, left) = oneshot::channel();
        let (tell, came) = oneshot::channel();
        let running = self.running.1.clone();
        tokio::spawn(async move {
            let left = async {
                let _ = left.await; // dropped is left too
            };
            let _ = tell.send(code::take(&server, code, left).await);
            drop(running);
        });
        self.fetch = Some(Fetch {
            came,
            _leave: leave,
        });
        self.pen.write(|view| *view = ExpertView::Fetching);
    }

    fn fetched(&mut self, came: Result<Zeroizing<String>, CodeError>) {
        self.fetch = None;
        self.paper = None;
        let shown = match came.map(|text| understand(text.as_bytes())) {
            Ok(Ok(invitation)) => self.lay_open(invitation, None),
            Ok(Err(fault)) => ExpertView::NotFetched(FetchFault::Paper(fault)),
            Err(error) => ExpertView::NotFetched(FetchFault::Code(error)),
        };
        self.pen.write(|view| *view = shown);
    }

    /// Whoever accepted a contact's call has said that they want to connect.
    fn connect_with(&mut self, text: Zeroizing<String>) {
        self.leave();
        self.fetched(Ok(text));
        let paper = self.paper.as_ref();
        if paper.is_some_and(|paper| !paper.view.needs_password) {
            self.connect(None);
        }
    }

    /// The page of an invitation that was read.
    fn lay_open(&mut self, invitation: Invitation, path: Option<PathBuf>) -> ExpertView {
        let view = PaperView {
            path,
            from: invitation.from.clone(),
            message: invitation.message.clone(),
            made: invitation.made,
            expires: invitation.expires,
            needs_password: invitation.password.is_some(),
            computer: None,
        };
        self.paper = Some(Paper {
            invitation: Arc::new(invitation),
            view: view.clone(),
        });
        ExpertView::Opened(view)
    }

    fn connect(&mut self, password: Option<Secret>) {
        let Some(paper) = self.paper.clone() else {
            return;
        };
        let (panes, orders) = self.begin_line();
        let Paper { invitation, view } = paper;
        let line = Line {
            shared: self.shared.clone(),
            paper: view,
            computer: Computer {
                addresses: invitation.addresses.clone(),
                meeting: invitation.meeting.clone(),
                key: invitation.novice_key,
                place: None,
            },
            pen: self.pen.clone(),
            panes,
        };
        let running = self.running.1.clone();
        tokio::spawn(async move {
            line.run(&invitation, password, orders).await;
            drop(running);
        });
    }

    /// Offers help to a computer, without an invitation.
    fn offer(&mut self, typed: String) {
        let (panes, orders) = self.begin_line();
        self.paper = None;
        let offering = Offering::new(self.shared.clone(), typed, self.pen.clone(), panes);
        let running = self.running.1.clone();
        tokio::spawn(async move {
            offering.run(orders).await;
            drop(running);
        });
    }

    /// Whatever was under way is left for another connection.
    fn begin_line(&mut self) -> (PaneOpener, UnboundedReceiver<Wish>) {
        self.leave();
        let _ = self.to_contacts.send(contacts::Order::Busy); // nobody hears it while Hulp closes
        let (wishes, orders) = unbounded_channel();
        let panes = PaneOpener::new(self.shared.clone(), wishes.downgrade());
        self.line = Some(wishes);
        (panes, orders)
    }

    /// Whether the user connects, or is connected.
    fn is_busy(&self) -> bool {
        self.line.as_ref().is_some_and(|line| !line.is_closed())
    }

    /// Leaves whatever is under way: it says goodbye by itself, and no longer writes into the view.
    fn leave(&mut self) {
        self.wish(Wish::End(End::ExpertLeft));
        self.line = None;
        self.fetch = None;
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
    understand(&bytes)
}

/// What came of a code that is being got; never, when none is.
async fn came(fetch: &mut Option<Fetch>) -> Result<Zeroizing<String>, CodeError> {
    match fetch {
        Some(fetch) => (&mut fetch.came).await.unwrap_or(Err(CodeError::Left)),
        None => pending().await,
    }
}

fn understand(bytes: &[u8]) -> Result<Invitation, OpenFault> {
    open_paper(bytes).map_err(|error| match error {
        PaperError::TooLarge => OpenFault::TooLarge,
        PaperError::NewerVersion(major) => OpenFault::NewerVersion(major),
        PaperError::NotAnInvitation(what) => OpenFault::NotAnInvitation(what),
        PaperError::WindowsRemoteAssistance { from, expires } => {
            OpenFault::WindowsRemoteAssistance { from, expires }
        }
        other => OpenFault::NotAnInvitation(other.to_string()),
    })
}
