//! What other starts of the program want of this one, which owns the novice's side.

use tokio::sync::oneshot;

use super::{
    super::{
        command::InviteRequest,
        instance::{self, Answer, Wish},
        view::{InviteView, StartPage},
    },
    NoviceSide,
    invitations::Done,
};

/// A wish, and where its answer goes.
pub(super) struct Wished {
    wish: Wish,
    reply: oneshot::Sender<Answer>,
}

/// An invitation that another start of the program wants.
#[derive(Debug)]
pub(super) struct Elsewhere {
    reply: oneshot::Sender<Answer>,
    /// What the window showed of an earlier one.
    before: InviteView,
}

impl std::fmt::Debug for Wished {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Wished({:?})", self.wish)
    }
}

impl NoviceSide {
    /// Listens to them. Where that fails they open windows of their own, which can only give help.
    pub(super) fn serve_others(&mut self) {
        let done = self.done.to.clone();
        let folder = self.shared.store.folder();
        let display = self.shared.display.clone();
        let serving = instance::serve(folder, display, move |wish, reply| {
            let _ = done.send(Done::Wished(Wished { wish, reply })); // no answer while Hulp closes
        });
        self.serving = serving
            .inspect_err(|error| tracing::warn!(%error, "other starts of Hulp cannot be heard"))
            .ok();
    }

    /// Does what another start of the program wants.
    pub(super) fn grant(&mut self, Wished { wish, reply }: Wished) {
        let answer = match wish {
            Wish::Show(page) => {
                self.summon(page);
                Answer::Done
            }
            Wish::Invite(_) if self.invited_elsewhere.is_some() || self.making > 0 => Answer::Busy,
            Wish::Invite(request) => {
                let name = match request.name.is_empty() {
                    true => self.settings.name.clone(),
                    false => request.name,
                };
                let before = self.shared.publisher.peek().novice.invite.clone();
                self.invite(InviteRequest { name, ..request });
                self.invited_elsewhere = Some(Elsewhere { reply, before });
                return;
            }
        };
        let _ = reply.send(answer); // they may have gone
    }

    /// Says what became of the invitation that another start of the program wants, once that is known.
    pub(super) fn answer_elsewhere(&mut self) {
        if self.invited_elsewhere.is_none() {
            return;
        }
        let invited = match &self.shared.publisher.peek().novice.invite {
            InviteView::Working => return,
            InviteView::Saved { path, .. } => Answer::Invited(Ok(path.clone())),
            InviteView::Failed(fault) => Answer::Invited(Err(fault.clone())),
            // Something else came between; whether this one was made shows in the list.
            _ => Answer::Busy,
        };
        let Some(Elsewhere { reply, before }) = self.invited_elsewhere.take() else {
            return;
        };
        match invited {
            Answer::Invited(Ok(_)) => self.summon(Some(StartPage::Waiting)),
            // The fault is told where it was typed; the window shows what it did.
            Answer::Invited(Err(_)) => self.change_view(|view| view.invite = before),
            _ => {}
        }
        let _ = reply.send(invited); // they may have gone
    }

    /// Has this process's window come to the front.
    pub(super) fn summon(&self, page: Option<StartPage>) {
        self.shared.publisher.change(|view| {
            view.summons.number += 1;
            view.summons.page = page;
        });
    }
}
