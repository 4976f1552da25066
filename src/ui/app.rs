//! Chooses the page, by the view first and the user second.

use std::{path::PathBuf, sync::Arc};

use egui::{CentralPanel, Context, Frame, Panel, RawInput, Ui, ViewportCommand};

use super::{
    Bridge, Clock, Options, StartPage,
    closing::{self, Choice},
    expert::{code::EnterCode, console::Console, keys::RemoteKeys, open::Open, pane, paper::Paper},
    home::Home,
    novice::{
        consent::Consent, control::ControlQuestion, ended, invite::Invite, session::NoviceSession,
        status::Status, waiting::Waiting,
    },
    own_keys,
    ring::Ringing,
    settings::Settings,
    theme,
    widgets::{page, title},
    window::{Mode, Window, one_frame},
};
use crate::{
    engine::{Command, ControlView, ExpertView, InviteView, NativeWindow, NoviceSessionView, View},
    invitation::InvitationState,
};

/// A page that the user goes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The two choices.
    #[default]
    Home,
    /// `Invite someone to help`.
    Invite,
    /// `Waiting for your helper`.
    Waiting,
    /// `Invitation status`.
    Status,
    /// Settings.
    Settings,
    /// `Open an invitation`.
    Open,
    /// `Enter a code`.
    Code,
    /// A file is being opened.
    Opening,
}

/// Where a page sends the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// There, and back from there.
    To(Page),
    /// Where they came from.
    Back,
    /// Home; what became of the invitation has been read.
    LeaveInvite,
    /// Home; the invitation is closed.
    CloseInvitation,
}

/// What every page is given.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// All there is to see.
    pub view: &'a View,
    /// The time.
    pub clock: &'a Clock,
    /// Proposes where to save an invitation of someone's.
    pub suggested_path: &'a (dyn Fn(&str) -> PathBuf + Send + Sync),
    /// This window, where the remote screen can be in a pane of it.
    pub window: Option<NativeWindow>,
    /// The short way of the keys to the remote screen.
    pub keys: &'a RemoteKeys,
    bridge: &'a dyn Bridge,
}

impl Cx<'_> {
    /// Asks the engine for something.
    pub fn send(&self, command: Command) {
        self.bridge.send(command);
    }
}

/// The window.
pub struct App {
    bridge: Arc<dyn Bridge>,
    keys: RemoteKeys,
    options: Options,
    clock: Clock,
    view: Arc<View>,
    window: Window,
    page: Page,
    /// Where Back leads to.
    before: Page,
    /// Whether the user asked to close while invitations wait.
    closing: bool,
    /// There is a code and its page is not there; the engine was told.
    stray_code: bool,
    pages: Pages,
}

#[derive(Default)]
struct Pages {
    home: Home,
    invite: Invite,
    waiting: Waiting,
    status: Status,
    settings: Settings,
    consent: Consent,
    control: ControlQuestion,
    session: NoviceSession,
    open: Open,
    code: EnterCode,
    paper: Paper,
    console: Console,
    ringing: Ringing,
}

/// What takes the window, the first that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Consent,
    ControlQuestion,
    NoviceSession,
    Ring,
    Closing,
    NoviceEnded,
    Console,
    Expert,
    Page,
}

impl App {
    /// The window on this context.
    pub fn new(
        ctx: &Context,
        options: Options,
        bridge: Arc<dyn Bridge>,
        start: StartPage,
        clock: Clock,
    ) -> Self {
        theme::apply(ctx);
        Self {
            view: bridge.view(),
            keys: RemoteKeys::new(ctx, bridge.clone()),
            bridge,
            options,
            clock,
            window: Window::default(),
            page: match start {
                StartPage::Home => Page::Home,
                StartPage::Waiting => Page::Waiting,
                StartPage::Expert => Page::Opening,
            },
            before: Page::Home,
            closing: false,
            stray_code: false,
            pages: Pages::default(),
        }
    }

    /// The short way of the keys, which every event of the window goes by first.
    pub fn keys(&self) -> RemoteKeys {
        self.keys.clone()
    }

    fn shown(&self) -> Shown {
        let (novice, expert) = (&self.view.novice, &self.view.expert);
        let over_session = matches!(self.page, Page::Settings | Page::Status);
        match (&novice.session, expert) {
            _ if novice.consent.is_some() => Shown::Consent,
            (Some(session), _) if matches!(session.control, ControlView::Asked { .. }) => {
                Shown::ControlQuestion
            }
            (Some(_), _) => Shown::NoviceSession,
            (None, expert) if self.rings(expert) => Shown::Ring,
            _ if self.closing => Shown::Closing,
            _ if novice.ended.is_some() => Shown::NoviceEnded,
            (None, ExpertView::Session(_)) if !over_session => Shown::Console,
            (None, ExpertView::Nothing | ExpertView::Session(_)) => Shown::Page,
            (None, _) if over_session => Shown::Page,
            (None, _) => Shown::Expert,
        }
    }

    /// Who gives help just now is not called away from it.
    fn rings(&self, expert: &ExpertView) -> bool {
        !self.view.contacts.rings.is_empty() && !matches!(expert, ExpertView::Session(_))
    }

    fn mode(&self) -> Mode {
        match self.shown() {
            Shown::Consent | Shown::Ring => Mode::Question,
            Shown::ControlQuestion => Mode::ControlQuestion,
            Shown::NoviceSession => Mode::Session,
            Shown::Console => Mode::Console,
            Shown::Page if matches!(self.view.expert, ExpertView::Session(_)) => Mode::Console,
            _ => Mode::Page,
        }
    }

    fn waiting(&self) -> usize {
        (self.view.novice.invitations.iter())
            .filter(|row| row.state == InvitationState::Open)
            .count()
    }

    fn news(&mut self, ctx: &Context) {
        let view = self.bridge.view();
        if !view.differs_in_figures_only(&self.view) {
            // a new page finds its sizes in one frame and has them in the next; a new figure has its place
            one_frame(ctx);
        }
        if self.page == Page::Opening && !matches!(view.expert, ExpertView::Nothing) {
            self.page = Page::Home;
        }
        if self.page == Page::Invite && view.novice.invite.waits() {
            self.page = Page::Waiting;
            self.pages.invite = Invite::default();
        }
        let begins = |now: bool, before: bool| now && !before;
        let code_begins = begins(view.novice.code.is_some(), self.view.novice.code.is_some());
        if self.page == Page::Status && code_begins {
            self.page = Page::Waiting; // where it is shown
        }
        let novice_begins = begins(
            view.novice.session.is_some(),
            self.view.novice.session.is_some(),
        );
        let is_session = |view: &View| matches!(view.expert, ExpertView::Session(_));
        if novice_begins || begins(is_session(&view), is_session(&self.view)) {
            self.leave_invite();
            self.page = Page::Home;
            self.closing = false;
        }
        let connects = |view: &View| matches!(view.expert, ExpertView::Connecting { .. });
        let over_it = matches!(self.page, Page::Settings | Page::Status);
        if begins(connects(&view), connects(&self.view)) && over_it {
            self.page = Page::Home; // a contact accepted: the words that both sides compare are to be seen
        }
        let was_stray = self.stray_code;
        self.stray_code = self.page != Page::Waiting && view.novice.code.is_some();
        if self.stray_code && !was_stray {
            self.bridge.send(Command::EndCode); // it ends with its page
        }
        self.view = view;
    }

    fn leave_invite(&self) {
        if !matches!(
            self.view.novice.invite,
            InviteView::Nothing | InviteView::Working
        ) {
            self.bridge.send(Command::InviteSeen);
        }
    }

    fn go(&mut self, go: Go) {
        match go {
            Go::To(page) => {
                if !matches!(self.page, Page::Settings | Page::Status) {
                    self.before = self.page;
                }
                self.page = page;
            }
            Go::Back => self.page = std::mem::take(&mut self.before),
            Go::LeaveInvite => {
                self.leave_invite();
                self.pages.invite = Invite::default();
                self.page = Page::Home;
            }
            Go::CloseInvitation => {
                self.bridge.send(Command::CloseInvitation);
                self.pages.open = Open::default();
                self.pages.code = EnterCode::default();
                self.pages.paper = Paper::default();
                self.page = Page::Home;
            }
        }
    }

    /// The window's own cross was clicked, or the system asks to close.
    fn close_asked(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        if let Some(consent) = &self.view.novice.consent {
            self.bridge.send(Command::AnswerHelper {
                question: consent.question,
                allow: false,
            });
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        } else if self.waiting() > 0 && !self.closing {
            if self.view.novice.session.is_some() {
                self.bridge.send(Command::NoviceDisconnect);
            }
            self.closing = true;
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }

    fn closing_page(&mut self, ui: &mut Ui) {
        match closing::show(ui, self.waiting()) {
            Some(Choice::KeepWaiting) => {
                self.closing = false;
                ui.send_viewport_cmd(ViewportCommand::Minimized(true));
            }
            Some(Choice::Close) => ui.send_viewport_cmd(ViewportCommand::Close),
            None => {}
        }
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        let mut events = vec![];
        if self.shown() == Shown::Console
            && let ExpertView::Session(session) = &self.view.expert
        {
            events = self.pages.console.take_input(raw, session);
        }
        events.extend(self.keys.take_waiting());
        if !events.is_empty() {
            self.bridge.send(Command::Input(events));
        }
        if let Some(session) = &self.view.novice.session {
            for key in own_keys::stop_keys(session, raw) {
                self.bridge.send(Command::StopKeyInOurWindow(key));
            }
        }
        own_keys::make_clipboard_events(ctx, raw);
    }

    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        self.news(ctx);
        self.close_asked(ctx);
        let mode = self.mode();
        self.window.set_mode(ctx, mode);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let view = self.view.clone();
        let bridge = self.bridge.clone();
        let suggested_path = self.options.suggested_path.clone();
        let shown = self.shown();
        if shown != Shown::Console {
            let commands = self.pages.console.hide(&self.keys);
            commands
                .into_iter()
                .for_each(|command| bridge.send(command));
        }
        if shown == Shown::Closing {
            ground(ui, |ui| self.closing_page(ui));
            return;
        }
        let cx = Cx {
            view: &view,
            clock: &self.clock,
            suggested_path: &*suggested_path,
            window: pane::native_window(frame),
            keys: &self.keys,
            bridge: &*bridge,
        };
        let page = self.page;
        if let Some(go) = self.pages.show(ui, &cx, shown, page) {
            self.go(go);
            ui.request_repaint();
        }
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.bridge.close();
    }
}

impl Pages {
    fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, shown: Shown, page: Page) -> Option<Go> {
        let novice = &cx.view.novice;
        match shown {
            Shown::Consent => {
                let consent = novice.consent.as_ref()?;
                ground(ui, |ui| self.consent.show(ui, cx, consent));
                None
            }
            Shown::ControlQuestion => {
                let session = novice.session.as_ref()?;
                let ControlView::Asked { question, deadline } = session.control else {
                    return None;
                };
                ground(ui, |ui| {
                    self.control.show(ui, cx, session, question, deadline);
                });
                None
            }
            Shown::NoviceSession => {
                let session = novice.session.as_ref()?;
                self.novice_session(ui, cx, session, page)
            }
            Shown::Ring => {
                let ring = cx.view.contacts.rings.first()?;
                let accepted_offer = ground(ui, |ui| self.ringing.show(ui, cx, ring));
                accepted_offer.then_some(Go::To(Page::Waiting))
            }
            Shown::NoviceEnded => {
                let ended = novice.ended.as_ref()?;
                let read = ground(ui, |ui| ended::show(ui, cx, ended));
                read.then_some(Go::LeaveInvite)
            }
            Shown::Console => match &cx.view.expert {
                ExpertView::Session(session) => self.console.show(ui, cx, session),
                _ => None,
            },
            Shown::Expert => ground(ui, |ui| self.expert(ui, cx)),
            Shown::Page => ground(ui, |ui| self.page(ui, cx, page)),
            Shown::Closing => None,
        }
    }

    /// The state and `Stop control` stay, whatever page is opened below them.
    fn novice_session(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        session: &NoviceSessionView,
        page: Page,
    ) -> Option<Go> {
        let bar = Frame::new()
            .fill(theme::palette(ui).ground)
            .inner_margin(egui::Margin::symmetric(14, 7));
        Panel::top("session")
            .frame(bar)
            .show_separator_line(false)
            .show(ui, |ui| self.session.top(ui, cx, session));
        match page {
            Page::Settings | Page::Status => ground(ui, |ui| self.page(ui, cx, page)),
            _ => {
                CentralPanel::default()
                    .frame(bar)
                    .show(ui, |ui| self.session.rest(ui, cx, session))
                    .inner
            }
        }
    }

    fn expert(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
        match &cx.view.expert {
            ExpertView::Nothing | ExpertView::Session(_) => None,
            ExpertView::CannotOpen { path, fault } => {
                self.open.show(ui, cx, Some((path.as_path(), fault)))
            }
            ExpertView::Fetching => self.code.fetching(ui),
            ExpertView::NotFetched(fault) => self.code.show(ui, cx, Some(fault)),
            ExpertView::Opened(paper) => self.paper.show(ui, cx, paper, None),
            ExpertView::Failed { paper, why } => self.paper.show(ui, cx, paper, Some(why)),
            ExpertView::Connecting {
                paper,
                steps,
                phrase,
            } => {
                self.paper
                    .connecting(ui, cx, paper, steps, phrase.as_deref());
                None
            }
            ExpertView::Ended { paper, why } => self.paper.ended(ui, cx, paper, why),
        }
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, which: Page) -> Option<Go> {
        match which {
            Page::Home => self.home.show(ui, cx),
            Page::Invite => self.invite.show(ui, cx),
            Page::Waiting => self.waiting.show(ui, cx),
            Page::Status => self.status.show(ui, cx),
            Page::Settings => self.settings.show(ui, cx),
            Page::Open => self.open.show(ui, cx, None),
            Page::Code => self.code.show(ui, cx, None),
            Page::Opening => {
                page(ui, "opening", 560.0, |ui| {
                    title(ui, "Opening the invitation…")
                });
                None
            }
        }
    }
}

fn ground<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().fill(theme::palette(ui).ground);
    CentralPanel::default().frame(frame).show(ui, content).inner
}
