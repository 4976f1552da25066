//! Control: asked, granted, stopped. Questions are numbered by the expert, and a grant bears its question's number, so that whatever
//! crosses on the line is known to be old.

use std::time::{Duration, Instant};

use super::{Breach, ControlEnd, ControlRefusal};

/// How long the novice may think about a question for control. No answer is no.
pub const CONTROL_PATIENCE: Duration = Duration::from_secs(60);
/// Between two questions that were not granted; a hasty expert's next one is put to the novice when this is over.
pub const QUESTION_PAUSE: Duration = Duration::from_secs(3);
/// After so many questions in a row that were refused, or taken back before an answer, the novice is left in peace for a while.
const QUESTIONS_BEFORE_PEACE: u32 = 3;
/// How long: every question is refused at once.
pub const QUESTION_PEACE: Duration = Duration::from_secs(60);

/// What became of control, for the other side and for this side's user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Put the question to the novice.
    Asked { deadline: Instant },
    /// The question is over without an answer.
    Withdrawn,
    /// No. `seen` is whether this side's user is to be told.
    Refused {
        question: u32,
        why: ControlRefusal,
        seen: bool,
    },
    /// Yes.
    Granted { grant: u32 },
    /// Over. `tell` is whether the other side does not know yet.
    Ended {
        grant: u32,
        why: ControlEnd,
        tell: bool,
    },
}

/// Control as the novice's side rules it.
pub(super) struct NoviceControl {
    allowed: bool,
    /// How long the novice may think.
    patience: Duration,
    state: NoviceState,
    last_question: u32,
    last_grant: u32,
    /// Questions in a row that the novice saw and that brought no grant.
    fruitless: u32,
    /// No question is put to the novice before.
    next_question: Option<Instant>,
    /// Questions are refused until then.
    peace_until: Option<Instant>,
    /// The user was told of a refusal that needed no question, and not again until there is a question.
    told_of_refusal: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoviceState {
    None,
    /// Asked, but too soon after the last one.
    Queued {
        question: u32,
        due: Instant,
    },
    Asked {
        question: u32,
        deadline: Instant,
    },
    Granted {
        grant: u32,
    },
}

impl NoviceControl {
    pub(super) fn new(allowed: bool, patience: Duration) -> Self {
        Self {
            allowed,
            patience,
            state: NoviceState::None,
            last_question: 0,
            last_grant: 0,
            fruitless: 0,
            next_question: None,
            peace_until: None,
            told_of_refusal: false,
        }
    }

    /// The expert asks.
    pub(super) fn ask(
        &mut self,
        now: Instant,
        question: u32,
        paused: bool,
    ) -> Result<Option<Change>, Breach> {
        if question <= self.last_question {
            return Err(Breach::WrongNumber {
                said: "AskControl",
                number: question,
            });
        }
        if self.state != NoviceState::None {
            return Err(Breach::OutOfTurn {
                said: "AskControl",
                when: "with a question open or a grant in force",
            });
        }
        self.last_question = question;
        let why = if !self.allowed {
            ControlRefusal::PolicyForbids
        } else if paused {
            ControlRefusal::Paused
        } else if self.peace_until.is_some_and(|until| now < until) {
            ControlRefusal::Declined
        } else if let Some(due) = self.next_question.filter(|due| now < *due) {
            self.state = NoviceState::Queued { question, due };
            return Ok(None);
        } else {
            return Ok(Some(self.put(question, now)));
        };
        let seen = !std::mem::replace(&mut self.told_of_refusal, true);
        Ok(Some(Change::Refused {
            question,
            why,
            seen,
        }))
    }

    /// The expert takes a question, or its grant, back.
    pub(super) fn release(
        &mut self,
        now: Instant,
        question: u32,
    ) -> Result<Option<Change>, Breach> {
        if question > self.last_question {
            return Err(Breach::WrongNumber {
                said: "ReleaseControl",
                number: question,
            });
        }
        Ok(match self.state {
            NoviceState::Queued { question: open, .. } if open == question => {
                self.state = NoviceState::None;
                None
            }
            NoviceState::Asked { question: open, .. } if open == question => {
                self.close_question(now, true);
                Some(Change::Withdrawn)
            }
            NoviceState::Granted { grant } if grant == question => {
                self.state = NoviceState::None;
                Some(Change::Ended {
                    grant,
                    why: ControlEnd::Released,
                    tell: false,
                })
            }
            // It crossed with an answer or an end.
            _ => None,
        })
    }

    /// Settings or policy let the expert have control from now on, or no more: then a question and a grant are over.
    pub(super) fn allow(&mut self, now: Instant, allowed: bool) -> Option<Change> {
        self.allowed = allowed;
        if allowed {
            return None;
        }
        let refused = self.refuse(now, ControlRefusal::PolicyForbids);
        refused.or_else(|| self.end(ControlEnd::PolicyForbids))
    }

    /// The novice says yes. Nothing, when the question is gone.
    pub(super) fn grant(&mut self) -> Option<Change> {
        let NoviceState::Asked { question, .. } = self.state else {
            return None;
        };
        self.state = NoviceState::Granted { grant: question };
        self.last_grant = question;
        self.fruitless = 0;
        Some(Change::Granted { grant: question })
    }

    /// The novice, or the time, says no. Nothing, when the question is gone.
    pub(super) fn refuse(&mut self, now: Instant, why: ControlRefusal) -> Option<Change> {
        let (question, seen) = match self.state {
            NoviceState::Asked { question, .. } => (question, true),
            NoviceState::Queued { question, .. } => (question, false),
            _ => return None,
        };
        self.close_question(now, seen && why != ControlRefusal::Paused);
        Some(Change::Refused {
            question,
            why,
            seen,
        })
    }

    /// Control ends from this side. Nothing, when nobody has it.
    pub(super) fn end(&mut self, why: ControlEnd) -> Option<Change> {
        let NoviceState::Granted { grant } = self.state else {
            return None;
        };
        self.state = NoviceState::None;
        Some(Change::Ended {
            grant,
            why,
            tell: true,
        })
    }

    /// Whether input under this grant is to be done (true) or came too late (false).
    pub(super) fn admits(&self, grant: u32) -> Result<bool, Breach> {
        if grant == 0 || grant > self.last_grant {
            return Err(Breach::NeverGranted(grant));
        }
        Ok(self.state == NoviceState::Granted { grant })
    }

    /// Whether the expert has control.
    pub(super) fn is_granted(&self) -> bool {
        matches!(self.state, NoviceState::Granted { .. })
    }

    pub(super) fn timeout(&self) -> Option<Instant> {
        match self.state {
            NoviceState::Queued { due, .. } => Some(due),
            NoviceState::Asked { deadline, .. } => Some(deadline),
            _ => None,
        }
    }

    /// What time alone does.
    pub(super) fn handle_timeout(&mut self, now: Instant) -> Option<Change> {
        match self.state {
            NoviceState::Queued { question, due } if now >= due => Some(self.put(question, now)),
            NoviceState::Asked { deadline, .. } if now >= deadline => {
                self.refuse(now, ControlRefusal::NoAnswer)
            }
            _ => None,
        }
    }

    /// A question is over without a grant; whether it cost the novice's attention for nothing.
    fn close_question(&mut self, now: Instant, fruitless: bool) {
        self.state = NoviceState::None;
        self.next_question = Some(now + QUESTION_PAUSE);
        self.fruitless += u32::from(fruitless);
        if fruitless && self.fruitless >= QUESTIONS_BEFORE_PEACE {
            self.peace_until = Some(now + QUESTION_PEACE);
        }
    }

    fn put(&mut self, question: u32, now: Instant) -> Change {
        let deadline = now + self.patience;
        self.state = NoviceState::Asked { question, deadline };
        self.told_of_refusal = false;
        Change::Asked { deadline }
    }
}

/// Control as the expert's side knows it.
#[derive(Default)]
pub(super) struct ExpertControl {
    state: ExpertState,
    last_question: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ExpertState {
    #[default]
    None,
    Asked,
    Granted,
}

impl ExpertControl {
    /// The expert asks; the question's number. Nothing, when a question is open or control granted.
    pub(super) fn ask(&mut self) -> Option<u32> {
        if self.state != ExpertState::None {
            return None;
        }
        self.state = ExpertState::Asked;
        self.last_question += 1;
        Some(self.last_question)
    }

    /// The expert takes the question or the grant back: its number, and whether control was granted.
    pub(super) fn release(&mut self) -> Option<(u32, bool)> {
        let before = std::mem::take(&mut self.state);
        (before != ExpertState::None)
            .then_some((self.last_question, before == ExpertState::Granted))
    }

    /// The number of the grant, while it holds.
    pub(super) fn grant(&self) -> Option<u32> {
        (self.state == ExpertState::Granted).then_some(self.last_question)
    }

    /// The novice said yes; whether that is news and not an answer to a question taken back.
    pub(super) fn granted(&mut self, grant: u32) -> Result<bool, Breach> {
        self.answered("ControlGranted", grant, ExpertState::Asked)
            .inspect(|is_news| {
                if *is_news {
                    self.state = ExpertState::Granted;
                }
            })
    }

    /// The novice said no; whether that is news.
    pub(super) fn refused(&mut self, question: u32) -> Result<bool, Breach> {
        self.answered("ControlRefused", question, ExpertState::Asked)
    }

    /// The novice's side ended control; whether that is news.
    pub(super) fn ended(&mut self, grant: u32) -> Result<bool, Breach> {
        self.answered("ControlEnded", grant, ExpertState::Granted)
    }

    fn answered(
        &mut self,
        said: &'static str,
        number: u32,
        fits: ExpertState,
    ) -> Result<bool, Breach> {
        if number == 0 || number > self.last_question {
            return Err(Breach::WrongNumber { said, number });
        }
        let is_news = number == self.last_question && self.state == fits;
        if is_news {
            self.state = ExpertState::None;
        }
        Ok(is_news)
    }
}
