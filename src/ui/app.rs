//! Chooses the page, by the view first and the user second.

use std::{path::PathBuf, sync::Arc};

use egui::{
    CentralPanel, Context, Frame, KeyboardShortcut, Panel, RawInput, Ui, ViewportCommand,
    gui_zoom::kb_shortcuts::{ZOOM_IN, ZOOM_IN_SECONDARY, ZOOM_OUT, ZOOM_RESET},
};

use super::{
    Bridge, Clock, Options, StartPage,
    background::{self, Hidden, OnClose, Question},
    check::Check,
    clicks::Clicks,
    closing::{self, Choice},
    expert::{
        code::EnterCode, console::Console, keys::RemoteKeys, offer::OfferHelp, open::Open, pane,
        paper::Paper,
    },
    home::Home,
    log::Log,
    novice::{
        consent::Consent, control::ControlQuestion, ended, invite::Invite, offer::OfferQuestion,
        session::NoviceSession, status::Status, waiting::Waiting,
    },
    own_keys,
    ring::Ringing,
    settings::Settings,
    text::background::{WayBack, notice},
    theme,
    widgets::{page, title},
    window::{Mode, Window, can_hide, one_frame},
};
use crate::{
    engine::{
        CheckCommand, Command, ControlView, ExpertView, InviteView, LogCommand, NativeWindow,
        NoviceSessionView, SettingsView, SummonsView, TEXT_SIZES, View,
    },
    language::say,
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
    /// `Log`.
    Log,
    /// `Open an invitation`.
    Open,
    /// `Enter a code`.
    Code,
    /// `Offer help to a computer`.
    Offer,
    /// A file is being opened.
    Opening,
    /// `Check this computer`.
    Check,
}

impl From<StartPage> for Page {
    fn from(start: StartPage) -> Self {
        match start {
            StartPage::Home => Self::Home,
            StartPage::Waiting => Self::Waiting,
            StartPage::Expert => Self::Opening,
            StartPage::Invite => Self::Invite,
            StartPage::Open => Self::Open,
            StartPage::Code => Self::Code,
            StartPage::Status => Self::Status,
            StartPage::Log => Self::Log,
            StartPage::Settings => Self::Settings,
            StartPage::Check => Self::Check,
            StartPage::Offer => Self::Offer,
        }
    }
}

impl Page {
    /// Whether the user can look at it while a session goes on.
    fn stays_over_session(self) -> bool {
        matches!(self, Page::Settings | Page::Status | Page::Log)
    }
}

/// Where a page sends the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// There, and back from there.
    To(Page),
    /// The log from this line on, and back from there.
    ToLogFrom(u64),
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
    /// Where it leads to from the log.
    before_log: Page,
    /// Whether the user asked to close while helpers are waited for.
    closing: bool,
    /// Whether the user knows what goes on when the window is closed.
    told_of_waiting: bool,
    /// Nobody sees the window.
    hidden: Hidden,
    /// Whether this system lets it be hidden.
    can_hide: bool,
    /// What the user is asked, as it was last looked at.
    asked: Option<Question>,
    /// A notice of the desktop's says so.
    noticed: bool,
    /// There is a code and its page is not there; the engine was told.
    stray_code: bool,
    /// The page `Log` was there.
    reads_log: bool,
    /// This computer is being checked and the page is not there; the engine was told.
    stray_check: bool,
    /// The last time that another start of the program wanted this window.
    summons: u64,
    /// The page with the computers nearby is there; the engine was told.
    looks_nearby: bool,
    clicks: Clicks,
    pages: Pages,
}

#[derive(Default)]
struct Pages {
    home: Home,
    invite: Invite,
    waiting: Waiting,
    status: Status,
    settings: Settings,
    log: Log,
    consent: Consent,
    offer_question: OfferQuestion,
    control: ControlQuestion,
    session: NoviceSession,
    open: Open,
    code: EnterCode,
    offer: OfferHelp,
    paper: Paper,
    console: Console,
    ringing: Ringing,
    check: Check,
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
        let view = bridge.view();
        theme::apply(ctx);
        theme::follow(ctx, &view.settings);
        if start == StartPage::Check {
            bridge.send(Command::Check(CheckCommand::Begin));
        }
        Self {
            view,
            keys: RemoteKeys::new(ctx, bridge.clone()),
            bridge,
            window: Window::new(options.bring_forward),
            options,
            clock,
            page: start.into(),
            before: Page::Home,
            before_log: Page::Home,
            closing: false,
            told_of_waiting: false,
            hidden: Hidden::default(),
            can_hide: true,
            asked: None,
            noticed: false,
            stray_code: false,
            reads_log: false,
            stray_check: false,
            summons: 0,
            looks_nearby: false,
            clicks: Clicks::default(),
            pages: Pages::default(),
        }
    }

    /// The short way of the keys, which every event of the window goes by first.
    pub fn keys(&self) -> RemoteKeys {
        self.keys.clone()
    }

    /// Whether nobody sees the window, for who lets it be painted.
    pub fn hidden(&self) -> Hidden {
        self.hidden.clone()
    }

    fn shown(&self) -> Shown {
        let (novice, expert) = (&self.view.novice, &self.view.expert);
        let over_session = self.page.stays_over_session();
        match (&novice.session, expert) {
            _ if novice.consent.is_some() => Shown::Consent,
            (Some(session), _) if matches!(session.control, ControlView::Asked { .. }) => {
                Shown::ControlQuestion
            }
            (Some(_), _) => Shown::NoviceSession,
            (None, expert) if self.rings(expert) => Shown::Ring,
            _ if self.closing => Shown::Closing,
            _ if novice.ended.is_some() && self.page != Page::Log => Shown::NoviceEnded,
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
            Shown::ControlQuestion => Mode::ControlQuestion {
                with_words: self.view.policy.consent_text_control.is_some(),
            },
            Shown::NoviceSession => Mode::Session,
            Shown::Console => Mode::Console,
            Shown::Page if matches!(self.view.expert, ExpertView::Session(_)) => Mode::Console,
            _ => Mode::Page,
        }
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
        if self.page == Page::Log
            && begins(
                view.novice.ended.is_some(),
                self.view.novice.ended.is_some(),
            )
        {
            self.page = Page::Home; // the summary comes first
        }
        let connects = |view: &View| matches!(view.expert, ExpertView::Connecting { .. });
        let over_it = self.page.stays_over_session();
        if begins(connects(&view), connects(&self.view)) && over_it {
            self.page = Page::Home; // a contact accepted: the words that both sides compare are to be seen
        }
        let offers = match &view.expert {
            ExpertView::Nothing => self.page == Page::Offer,
            ExpertView::Failed { paper, .. } => paper.computer.is_some(),
            _ => false,
        };
        if std::mem::replace(&mut self.looks_nearby, offers) != offers {
            self.bridge.send(Command::LookNearby(offers));
        }
        let was_stray = self.stray_code;
        self.stray_code = self.page != Page::Waiting && view.novice.code.is_some();
        if self.stray_code && !was_stray {
            self.bridge.send(Command::EndCode); // it ends with its page
        }
        let read_log = std::mem::replace(&mut self.reads_log, self.page == Page::Log);
        if read_log && !self.reads_log {
            self.pages.log = Log::default();
            self.bridge.send(Command::Log(LogCommand::Leave)); // nothing of it stays in memory
        }
        let look = |view: &View| (view.settings.look, view.settings.text_size);
        if look(&view) != look(&self.view) {
            theme::follow(ctx, &view.settings);
        }
        self.view = view;
        self.heed_summons(ctx);
        self.end_stray_check();
    }

    /// Another start of the program wants this window. What somebody is asked, or in the midst of, stays where it is.
    fn heed_summons(&mut self, ctx: &Context) {
        let SummonsView { number, page } = self.view.summons;
        if number == self.summons {
            return;
        }
        self.summons = number;
        self.closing = false;
        self.come_back(ctx);
        let in_session = self.view.novice.session.is_some()
            || matches!(self.view.expert, ExpertView::Session(_));
        if let Some(page) = page.map(Page::from)
            && self.shown() == Shown::Page
            && self.page != page
            && (page.stays_over_session() || !in_session)
        {
            self.go(Go::To(page));
        }
    }

    /// What is tried of this computer ends with its page, also when a question goes before it.
    fn end_stray_check(&mut self) {
        let is_seen = self.page == Page::Check && self.shown() == Shown::Page;
        if !is_seen {
            self.pages.check = Check::default(); // with the picture of the screen
        }
        let was_stray = self.stray_check;
        self.stray_check = !is_seen && self.view.check.is_some();
        if self.stray_check && !was_stray {
            self.bridge.send(Command::Check(CheckCommand::End));
        }
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
            Go::ToLogFrom(line) => {
                self.pages.log = Log::from_line(line);
                self.before_log = self.page;
                self.page = Page::Log;
            }
            Go::To(Page::Log) => {
                self.pages.log = Log::default();
                self.before_log = self.page;
                self.page = Page::Log;
            }
            Go::To(page) => {
                if !matches!(self.page, Page::Settings | Page::Status) {
                    self.before = self.page;
                }
                self.page = page;
                if page == Page::Check {
                    self.bridge.send(Command::Check(CheckCommand::Begin));
                }
            }
            Go::Back if self.page == Page::Log => self.page = std::mem::take(&mut self.before_log),
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
                self.pages.offer = OfferHelp::default();
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
        let what = background::on_close(&self.view, self.told_of_waiting);
        if let Some(consent) = &self.view.novice.consent
            && !self.view.background.quits
        {
            self.bridge.send(Command::AnswerHelper {
                question: consent.question,
                allow: false,
            });
        } else if what == OnClose::End || self.closing {
            return;
        } else if what == OnClose::Hide {
            self.hide(ctx);
        } else {
            if self.view.novice.session.is_some() {
                self.bridge.send(Command::NoviceDisconnect);
            }
            self.closing = true;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
    }

    fn closing_page(&mut self, ui: &mut Ui) {
        let back = match (self.can_hide, self.view.background.in_tray) {
            (false, _) => WayBack::TaskBar,
            (true, true) => WayBack::Tray,
            (true, false) => WayBack::Start,
        };
        match closing::show(ui, &self.view, back) {
            Some(Choice::KeepWaiting) => {
                self.told_of_waiting = true;
                self.hide(ui);
            }
            Some(Choice::Close) => ui.send_viewport_cmd(ViewportCommand::Close),
            None => {}
        }
    }

    /// Goes on without a window; whoever is helped in it is left first.
    fn hide(&mut self, ctx: &Context) {
        self.closing = false;
        if !matches!(self.view.expert, ExpertView::Nothing) {
            self.go(Go::CloseInvitation);
        }
        if self.can_hide {
            self.hidden.set(true);
            ctx.send_viewport_cmd(ViewportCommand::Visible(false));
        } else {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(true));
        }
    }

    fn come_back(&mut self, ctx: &Context) {
        self.hidden.set(false);
        self.window.show_itself(ctx);
    }

    /// Ctrl with + and − makes everything larger and smaller, as in browsers, and with 0 as it was.
    fn heed_size_keys(&self, ctx: &Context) {
        let pressed = |keys: &[KeyboardShortcut]| {
            ctx.input_mut(|input| keys.iter().any(|key| input.consume_shortcut(key)))
        };
        let now = self.view.settings.text_size;
        let wanted = if pressed(&[ZOOM_IN, ZOOM_IN_SECONDARY]) {
            theme::next_size(now, true)
        } else if pressed(&[ZOOM_OUT]) {
            theme::next_size(now, false)
        } else if pressed(&[ZOOM_RESET]) {
            Some(*TEXT_SIZES.start())
        } else {
            None
        };
        if let Some(text_size) = wanted {
            let settings = SettingsView {
                text_size,
                ..self.view.settings.clone()
            };
            let change = Command::save_settings(&self.view.settings, settings);
            self.bridge.send(change);
        }
    }

    /// A window that must be seen is not hidden; and where the user looks elsewhere, the desktop says what is asked.
    fn call_the_user(&mut self, ctx: &Context) {
        let asked = background::question(&self.view);
        if asked != self.asked {
            self.asked = asked;
            let looks_here = !self.hidden.get() && ctx.input(|input| input.focused);
            let elsewhere = asked.filter(|_| !looks_here);
            let notice = elsewhere.and_then(|question| notice(&self.view, question));
            let noticed = notice.is_some();
            if std::mem::replace(&mut self.noticed, noticed) || noticed {
                self.bridge.send(Command::Notify(notice));
            }
        }
        if self.hidden.get() && background::must_be_seen(&self.view) {
            self.come_back(ctx);
        }
        if self.view.background.quits {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Does this in the language of the settings that the window shows: at once, whatever the process speaks still.
    fn in_its_language<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> R {
        match self.view.settings.language {
            Some(language) => language.while_speaking(|| work(self)),
            None => work(self),
        }
    }

    fn paint(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
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
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        if !(self.options.heed_presses)(own_keys::is_written(raw))
            && own_keys::leave_out_presses(raw)
            && let Some(session) = &self.view.novice.session
            && matches!(session.control, ControlView::Granted { .. })
        {
            // Be it the helper, who must not be here, or the user, who may be in a hurry to stop.
            self.bridge.send(Command::StopControl);
        }
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
        // Last: keys that stop control do not wait for a frame.
        if self.clicks.one_place(raw) {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.can_hide = can_hide(frame);
        self.window.come_forward(frame);
        self.news(ctx);
        self.in_its_language(|app| app.call_the_user(ctx));
        self.close_asked(ctx);
        self.heed_size_keys(ctx);
        let mode = self.mode();
        self.window.set_mode(ctx, mode);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.in_its_language(|app| app.paint(ui, frame));
    }

    fn on_exit(&mut self, _: Option<&glow::Context>) {
        self.bridge.close();
    }
}

impl Pages {
    fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, shown: Shown, page: Page) -> Option<Go> {
        let novice = &cx.view.novice;
        match shown {
            Shown::Consent => {
                let consent = novice.consent.as_ref()?;
                ground(ui, |ui| match &consent.offered {
                    Some(offered) => self.offer_question.show(ui, cx, consent, offered),
                    None => self.consent.show(ui, cx, consent),
                });
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
                ground(ui, |ui| ended::show(ui, cx, ended))
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
            page if page.stays_over_session() => ground(ui, |ui| self.page(ui, cx, page)),
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
            ExpertView::Failed { paper, why } => match &paper.computer {
                Some(computer) => self.offer.show(ui, cx, Some((computer, why))),
                None => self.paper.show(ui, cx, paper, Some(why)),
            },
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
            Page::Log => self.log.show(ui, cx),
            Page::Open => self.open.show(ui, cx, None),
            Page::Code => self.code.show(ui, cx, None),
            Page::Check => self.check.show(ui, cx),
            Page::Offer => self.offer.show(ui, cx, None),
            Page::Opening => {
                page(ui, "opening", 560.0, |ui| title(ui, say!("opening-title")));
                None
            }
        }
    }
}

fn ground<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().fill(theme::palette(ui).ground);
    CentralPanel::default().frame(frame).show(ui, content).inner
}
