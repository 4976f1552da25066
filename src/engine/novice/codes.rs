//! The code that stands for an invitation: made at the mailbox server, used up by the first who comes with one, made anew.

use tokio::{sync::oneshot, task::JoinHandle};
use zeroize::Zeroizing;

use super::{
    super::{
        Secret,
        view::{CodeState, CodeView, InviteView},
    },
    NoviceSide,
    invitations::Done,
};
use crate::{
    delivery::code::{self, Code, CodeError},
    invitation::{InvitationId, InvitationRecord, InvitationState, SentHow},
    store::{CodeUse, InviteWay, LogEvent},
};

/// So many codes in a row are made by themselves after wrong guesses. More of them are no mistakes but somebody who guesses,
/// and each code is a chance for them.
const NEW_CODES: u32 = 5;

/// What is new about a code.
#[derive(Debug)]
pub(super) enum CodeNews {
    Made(Code),
    Ended(Result<(), CodeError>),
}

/// The code under way. Dropped, it says goodbye to the server by itself.
pub(super) struct CodeTask {
    number: u64,
    invitation: InvitationId,
    /// How many were made by themselves before it.
    replaced: u32,
    /// Why the one before is used up.
    why: Option<CodeError>,
    leave: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl NoviceSide {
    /// Makes a code for an open invitation, in place of any that there is.
    pub(super) fn make_code(&mut self, id: InvitationId) {
        self.start_code(id, 0, None);
    }

    fn start_code(&mut self, id: InvitationId, replaced: u32, why: Option<CodeError>) {
        self.end_code();
        let Ok(record) = self.open_record_for(id, InviteWay::Code) else {
            return; // the row says that it is not open any more, and the window that codes are not made
        };
        self.check("sent", self.shared.store.add_sent(id, &SentHow::Code));
        let paper = record.invitation.to_xml();
        let number = self.next_number();
        let server = self.settings.network.mailbox.clone();
        let done = self.done.to.clone();
        let (leave, left) = oneshot::channel();
        let task = tokio::spawn(async move {
            let made = |code| {
                let _ = done.send(Done::Code(number, CodeNews::Made(code)));
            };
            let left = async {
                let _ = left.await; // dropped is left too
            };
            let ended = code::give(&server, paper, made, left).await;
            let _ = done.send(Done::Code(number, CodeNews::Ended(ended)));
        });
        let making = CodeState::Making { why: why.clone() };
        self.code = Some(CodeTask {
            number,
            invitation: id,
            replaced,
            why,
            leave,
            task,
        });
        let expires = record.invitation.expires;
        self.change_view(|view| {
            view.invite = InviteView::Coded { id, expires };
            view.code = Some(CodeView {
                invitation: id,
                state: making,
            });
        });
    }

    /// Ends the code, if there is one: nobody gets anything for it from this instant.
    pub(super) fn end_code(&mut self) {
        self.code = None;
        if self.shared.publisher.peek().novice.code.is_some() {
            self.change_view(|view| view.code = None);
        }
    }

    /// The same, and waits until the server knows.
    pub(super) async fn close_code(&mut self) {
        if let Some(CodeTask { leave, task, .. }) = self.code.take() {
            drop(leave);
            let _ = task.await; // its patience is bounded
        }
    }

    /// Ends the code of an invitation that has ended.
    pub(super) fn keep_code(&mut self, records: &[InvitationRecord]) {
        let view = self.shared.publisher.peek();
        let Some(code) = &view.novice.code else {
            return;
        };
        let alive = |record: &InvitationRecord| {
            record.invitation.id == code.invitation
                && matches!(record.state, InvitationState::Open | InvitationState::InUse)
        };
        if !records.iter().any(alive) {
            self.end_code();
        }
    }

    /// Takes in what is new about a code; of one that was ended nothing is.
    pub(super) fn hear_code(&mut self, number: u64, news: CodeNews) {
        let Some(task) = self.code.as_ref().filter(|task| task.number == number) else {
            return;
        };
        let (id, replaced) = (task.invitation, task.replaced);
        match news {
            CodeNews::Made(code) => {
                let code = Secret(Zeroizing::new(code.as_str().to_owned()));
                let why = task.why.clone();
                self.log(&LogEvent::CodeMade {
                    invitation: id.into(),
                });
                self.show_code(CodeState::Ready { code, why });
            }
            CodeNews::Ended(ended) => {
                self.log_use(id, &ended);
                match ended {
                    Ok(()) => self.show_code(CodeState::Given),
                    Err(error) if error.is_used_up() && replaced < NEW_CODES => {
                        self.start_code(id, replaced + 1, Some(error));
                        return;
                    }
                    Err(error) => self.show_code(CodeState::Failed(error)),
                }
                self.code = None;
            }
        }
    }

    fn show_code(&self, state: CodeState) {
        self.change_view(|view| {
            if let Some(code) = &mut view.code {
                code.state = state;
            }
        });
    }

    fn log_use(&self, id: InvitationId, ended: &Result<(), CodeError>) {
        let by = match ended {
            Ok(()) => CodeUse::Given,
            Err(CodeError::WrongCode) => CodeUse::WrongGuess,
            Err(CodeError::Crowded) => CodeUse::Crowded,
            Err(CodeError::Silent) => CodeUse::Silent,
            Err(_) => return,
        };
        let invitation = id.into();
        self.log(&LogEvent::CodeUsedUp { invitation, by });
    }
}
