//! The session as the novice has it: what the helper does, what the novice answers, how it ends.

use std::time::Instant;

use chrono::Utc;

use super::super::{
    chat::keep_line,
    view::{ChatLine, ControlView, FromWhom, HeldBack, NoviceEnd, NoviceSessionView, Seeing},
};
use super::{
    NoviceSide,
    guest::{GuestId, ToGuest},
    log_words::{control_ended_how, control_refused_why, session_ended_why},
    present::{Here, Present, Stage},
};
use crate::{
    invitation::InvitationState,
    session::{ControlEnd, End, NoviceEvent, SessionSecret},
    store::{ControlEndedHow, ControlRefusedWhy, InvitationEnd, LogEvent},
};

impl NoviceSide {
    /// What happens in a session.
    pub(super) fn hear_in_session(&mut self, id: GuestId, event: NoviceEvent) {
        if self
            .present
            .as_ref()
            .is_none_or(|present| present.guest != id)
        {
            return;
        }
        match event {
            NoviceEvent::Started { secret } => self.begin(secret),
            NoviceEvent::Interrupted { until } => self.interrupt(until),
            NoviceEvent::Resumed => self.go_on(),
            NoviceEvent::Chat(text) => {
                if let Some(here) = self.here() {
                    here.helper_messages = here.helper_messages.saturating_add(1);
                }
                self.show_words(FromWhom::Other, text);
            }
            NoviceEvent::ControlAsked { deadline } => self.ask_control(deadline),
            NoviceEvent::ControlNotGranted(why) => {
                self.close_control_question(control_refused_why(why));
            }
            NoviceEvent::ControlQuestionWithdrawn => {
                self.close_control_question(ControlRefusedWhy::TakenBack);
            }
            NoviceEvent::ControlGranted => self.begin_control(),
            NoviceEvent::ControlEnded(how) => self.end_control(Some(how), control_ended_how(how)),
            NoviceEvent::Ended(end) => self.end_session(end),
            // These are the guests'.
            NoviceEvent::LookUp { .. }
            | NoviceEvent::Offered { .. }
            | NoviceEvent::AskOffer { .. }
            | NoviceEvent::Proved { .. }
            | NoviceEvent::AskConsent { .. }
            | NoviceEvent::Breach(_)
            | NoviceEvent::Refused { .. }
            | NoviceEvent::Gone { .. }
            | NoviceEvent::ComesBack(_)
            | NoviceEvent::LineFalters(_)
            | NoviceEvent::Input(_) => {}
        }
    }

    fn begin(&mut self, secret: SessionSecret) {
        let now = Utc::now();
        let Some(invitation) = self.present.as_ref().map(|present| present.invitation) else {
            return;
        };
        let record = self.shared.store.invitation(invitation);
        let record = self.check("invitation", record).flatten();
        let known = record.map(|record| record.invitation.addresses);
        let Some(present) = &mut self.present else {
            return;
        };
        let here = Here::new(Instant::now(), secret, known.unwrap_or_default());
        present.stage = Stage::Here(Box::new(here));
        let began = LogEvent::SessionBegan {
            invitation: present.invitation.into(),
            helper: present.helper.clone(),
        };
        let session = NoviceSessionView {
            helper_name: present.helper_name.clone(),
            phrase: present.phrase.clone(),
            seeing: Seeing::Yes,
            reconnecting: None,
            control: ControlView::None,
            last_control_end: None,
            stop_keys: self.shared.desktop.stop_keys(),
            chat: Vec::new(),
            since: now,
        };
        let store = &self.shared.store;
        let remembered = store.remember_helper(&present.helper_key, &present.helper_name, now);
        self.check("helper", remembered);
        self.log(&began);
        self.change_view(|view| {
            view.ended = None;
            view.session = Some(session);
        });
        self.tell_addresses();
    }

    fn ask_control(&mut self, deadline: Instant) {
        let question = self.next_number();
        let Some(here) = self.here() else { return };
        here.control_question = Some(question);
        self.log(&LogEvent::ControlAsked);
        let stop_keys = self.shared.desktop.stop_keys();
        self.change_session(|session| {
            session.stop_keys = stop_keys;
            session.control = ControlView::Asked { question, deadline };
        });
    }

    /// The novice's answer. A late click, on a question that is gone, answers nothing.
    pub(super) fn answer_control(&mut self, question: u64, allow: bool) {
        let asked = self
            .here()
            .and_then(|here| here.control_question.take_if(|q| *q == question));
        if asked.is_none() {
            return;
        }
        self.change_session(|session| session.control = ControlView::None);
        self.tell_present(if allow {
            ToGuest::GrantControl(self.pictures_of())
        } else {
            ToGuest::DeclineControl
        });
    }

    fn close_control_question(&mut self, why: ControlRefusedWhy) {
        if let Some(here) = self.here() {
            here.control_question = None;
            here.control_refused += u32::from(why != ControlRefusedWhy::TakenBack);
        }
        self.log(&LogEvent::ControlRefused { why });
        self.change_session(|session| session.control = ControlView::None);
    }

    fn begin_control(&mut self) {
        let now = Instant::now();
        let Some(here) = self.here() else { return };
        here.control_question = None;
        here.control_since = Some(now);
        here.set_watches(now);
        self.log(&LogEvent::ControlGranted);
        let stop_keys = self.shared.desktop.stop_keys();
        self.change_session(|session| {
            session.stop_keys = stop_keys;
            session.last_control_end = None;
            session.control = ControlView::Granted {
                held_back: HeldBack::No,
            };
        });
    }

    fn end_control(&mut self, end: Option<ControlEnd>, how: ControlEndedHow) {
        let now = Instant::now();
        let Some(here) = self.here() else { return };
        let Some(since) = here.control_since.take() else {
            return;
        };
        here.set_watches(now);
        self.log(&LogEvent::ControlEnded {
            how,
            lasted_secs: now.saturating_duration_since(since).as_secs(),
        });
        self.change_session(|session| {
            session.control = ControlView::None;
            session.last_control_end = end;
        });
    }

    pub(super) fn pause(&mut self, paused: bool) {
        let now = Instant::now();
        let Some(here) = self.here() else { return };
        if here.paused == paused {
            return;
        }
        here.paused = paused;
        here.pauses += u32::from(paused);
        here.set_watches(now);
        let (order, event, seeing) = match paused {
            true => (ToGuest::Pause, LogEvent::Paused, Seeing::Paused),
            false => (ToGuest::Resume, LogEvent::Resumed, Seeing::Yes),
        };
        self.tell_present(order);
        self.log(&event);
        self.change_session(|session| session.seeing = seeing);
    }

    pub(super) fn show_held_back(&mut self, id: GuestId, held_back: bool) {
        if self
            .present
            .as_ref()
            .is_none_or(|present| present.guest != id)
        {
            return;
        }
        let held_back = if held_back {
            HeldBack::Yes
        } else {
            HeldBack::No
        };
        self.change_session(|session| {
            if let ControlView::Granted { held_back: shown } = &mut session.control {
                *shown = held_back;
            }
        });
    }

    pub(super) fn show_own_words(&mut self, id: GuestId, text: String) {
        if self
            .present
            .as_ref()
            .is_none_or(|present| present.guest != id)
        {
            return;
        }
        if let Some(here) = self.here() {
            here.novice_messages = here.novice_messages.saturating_add(1);
        }
        self.show_words(FromWhom::Me, text);
    }

    fn show_words(&self, from: FromWhom, text: String) {
        let at = Utc::now();
        self.change_session(|session| keep_line(&mut session.chat, ChatLine { from, text, at }));
    }

    pub(super) fn end_session(&mut self, end: End) {
        self.end_control(None, ControlEndedHow::SessionEnded);
        let now = Instant::now();
        let Some(Present {
            guest,
            invitation,
            helper,
            helper_name,
            first_line,
            by_offer,
            stage: Stage::Here(here),
            ..
        }) = self.present.take()
        else {
            return;
        };
        // Begun seconds count, so that nothing that was seen or used is said to have been never.
        let [seen_secs, controlled_secs] = [&here.seen, &here.controlled]
            .map(|watch| watch.total(now).as_millis().div_ceil(1000) as u64);
        self.log_breach(guest);
        self.log(&LogEvent::SessionEnded {
            invitation: invitation.into(),
            helper,
            why: session_ended_why(end),
            seen_secs,
            controlled_secs,
            novice_messages: here.novice_messages,
            helper_messages: here.helper_messages,
        });
        self.change_view(|view| {
            view.session = None;
            view.ended = Some(NoviceEnd {
                helper_name,
                end,
                seen_secs,
                controlled_secs,
                control_refused: here.control_refused,
                pauses: here.pauses,
                breaks: here.breaks,
                novice_messages: here.novice_messages,
                helper_messages: here.helper_messages,
                first_line,
                by_offer,
            });
        });
        match end {
            // Nobody meant to end it: the helper may come again, and the novice is asked again.
            End::LineBroke | End::ScreenLost => self.free(invitation, by_offer),
            _ => self.set_state(invitation, InvitationState::Used, Some(InvitationEnd::Used)),
        }
    }

    /// The present guest's task broke off in whatever state.
    pub(super) fn break_off(&mut self, id: GuestId) {
        if self.here().is_some() {
            return self.end_session(End::LineBroke);
        }
        if let Some(present) = self.present.take_if(|present| present.guest == id) {
            self.change_view(|view| view.consent = None);
            self.free(present.invitation, present.by_offer);
        }
    }

    pub(super) fn tell_present(&self, what: ToGuest) {
        let guest = self.present.as_ref().map(|present| present.guest);
        if let Some(guest) = guest.and_then(|id| self.guests.get(&id)) {
            guest.tell(what);
        }
    }

    pub(super) fn here(&mut self) -> Option<&mut Here> {
        self.present.as_mut().and_then(Present::here)
    }

    pub(super) fn change_session(&self, change: impl FnOnce(&mut NoviceSessionView)) {
        self.change_view(|view| {
            if let Some(session) = &mut view.session {
                change(session);
            }
        });
    }
}
