//! One side of one code: what it says, what it makes of what it hears, and for how long it waits. No IO, no clock.

use std::{collections::VecDeque, mem, time::Duration};

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{
    super::hex::{from_hex, to_hex},
    APP_ID, Code, CodeError, MAX_HELD, MAX_MESSAGE_BYTES, MAX_MESSAGES,
    mailbox::{Heard, Say},
    number::is_nameplate,
    seal::{Half, SharedKey},
};
use crate::invitation::MAX_FILE_BYTES;

/// How long the server may take for an answer.
const SERVER_PATIENCE: Duration = Duration::from_secs(15);
/// How long whoever typed a code waits for the one who made it, who has been waiting.
const MEETING_PATIENCE: Duration = Duration::from_secs(15);
/// How long the other side, once it began, may take for its next word. Whoever guesses and then says nothing has used up the
/// code as well.
const TALK_PATIENCE: Duration = Duration::from_secs(30);
/// How long a goodbye to the server may take.
const CLOSE_PATIENCE: Duration = Duration::from_secs(3);

const PAKE: &str = "pake";
const VERSION: &str = "version";
/// The first message of the application's; in each direction there is only this one.
const LETTER: &str = "0";

/// What comes out of a [`Dialogue`].
#[derive(Debug)]
pub enum Output {
    /// To the server.
    Say(String),
    /// The code that was made, to be read out.
    Made(Code),
    /// From now on, wait so long for what comes next, then call [`Dialogue::run_out`]; `None` is for ever.
    Patience(Option<Duration>),
    /// It is over. Whoever took has the text here; for whoever gave it is empty.
    Done(Result<Zeroizing<String>, CodeError>),
}

/// One side of one code.
pub struct Dialogue {
    /// What the server and the keys call this side.
    side: String,
    gives: bool,
    /// What to give, until it is given.
    paper: Option<Zeroizing<String>>,
    code: Option<Code>,
    stage: Stage,
    /// The number is ours to give back.
    holds_number: bool,
    mailbox: Option<String>,
    /// Who is at the other side: whoever spoke first.
    other: Option<String>,
    /// What came before its turn.
    held: Vec<(String, Vec<u8>)>,
    heard: usize,
    /// It ended, and the goodbye is said.
    ended: bool,
    outputs: VecDeque<Output>,
}

/// What is waited for.
enum Stage {
    Welcome,
    Allocated,
    Claimed,
    /// The other side's half of the proof.
    Half(Half),
    /// Its first sealed word, which shows whether it used the same code.
    Version(SharedKey),
    /// The invitation, or that it was taken.
    Letter(SharedKey),
    /// The server's goodbye.
    Closed(Result<Zeroizing<String>, CodeError>),
    Over,
}

#[derive(Serialize, Deserialize)]
struct PakeBody {
    pake_v1: String,
}

/// What the sides say to each other, as `wormhole send` and `wormhole receive` do.
#[derive(Default, Serialize, Deserialize)]
struct Letter {
    #[serde(skip_serializing_if = "Option::is_none")]
    offer: Option<Offer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Answer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
struct Offer {
    message: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Answer {
    message_ack: Option<String>,
}

impl Dialogue {
    /// The side that makes a code and gives a text to whoever knows it.
    ///
    /// # Errors
    /// [`CodeError::NoRandomness`].
    pub fn give(paper: Zeroizing<String>) -> Result<Self, CodeError> {
        Self::begin(Some(paper), None)
    }

    /// The side that knows a code and takes a text.
    ///
    /// # Errors
    /// [`CodeError::NoRandomness`].
    pub fn take(code: Code) -> Result<Self, CodeError> {
        Self::begin(None, Some(code))
    }

    fn begin(paper: Option<Zeroizing<String>>, code: Option<Code>) -> Result<Self, CodeError> {
        let mut side = [0; 5];
        getrandom::fill(&mut side).map_err(|_| CodeError::NoRandomness)?;
        Ok(Self {
            side: to_hex(&side),
            gives: paper.is_some(),
            paper,
            code,
            stage: Stage::Welcome,
            holds_number: false,
            mailbox: None,
            other: None,
            held: Vec::new(),
            heard: 0,
            ended: false,
            outputs: VecDeque::from([Output::Patience(Some(SERVER_PATIENCE))]),
        })
    }

    /// What there is to do next, in order; `None` when there is nothing before something is heard.
    pub fn poll(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// Takes in a message of the server's.
    pub fn hear(&mut self, text: &str) {
        if let Err(error) = self.take_in(text) {
            self.finish(Err(error));
        }
    }

    /// The patience is over.
    pub fn run_out(&mut self) {
        match mem::replace(&mut self.stage, Stage::Over) {
            Stage::Closed(outcome) => self.outputs.push_back(Output::Done(outcome)),
            Stage::Over => {}
            stage => {
                let error = match &stage {
                    Stage::Half(_) => CodeError::NobodyThere,
                    Stage::Version(_) | Stage::Letter(_) => CodeError::Silent,
                    _ => CodeError::Lost,
                };
                self.stage = stage;
                self.finish(Err(error));
            }
        }
    }

    /// This side leaves; the code is gone.
    pub fn leave(&mut self) {
        self.finish(Err(CodeError::Left));
    }

    /// The line to the server is gone; there is nobody left to say goodbye to.
    pub fn line_ended(&mut self, error: CodeError) {
        let outcome = match mem::replace(&mut self.stage, Stage::Over) {
            Stage::Over => return,
            Stage::Closed(outcome) => outcome,
            _ => Err(error),
        };
        self.ended = true;
        self.outputs.push_back(Output::Done(outcome));
    }

    fn take_in(&mut self, text: &str) -> Result<(), CodeError> {
        self.heard += 1;
        if self.heard > MAX_MESSAGES || text.len() > MAX_MESSAGE_BYTES {
            if matches!(self.stage, Stage::Closed(_)) {
                self.run_out(); // it had its goodbye
            }
            return Err(CodeError::Nonsense);
        }
        match (Heard::read(text)?, &self.stage) {
            (Heard::Closed, Stage::Closed(_)) => self.run_out(),
            (_, Stage::Closed(_) | Stage::Over) | (Heard::Other, _) => {}
            (Heard::Error(words), _) => {
                return Err(match words.as_str() {
                    "crowded" => CodeError::Crowded,
                    _ => CodeError::Refused(words),
                });
            }
            (Heard::Welcome, Stage::Welcome) => self.greet(),
            (Heard::Allocated(nameplate), Stage::Allocated) if is_nameplate(&nameplate) => {
                self.code = Some(Code::fresh(&nameplate)?);
                self.claim();
            }
            (Heard::Claimed(mailbox), Stage::Claimed) => self.enter(mailbox)?,
            (Heard::Message { side, phase, body }, stage) => {
                if matches!(stage, Stage::Welcome | Stage::Allocated | Stage::Claimed) {
                    return Err(CodeError::Nonsense);
                }
                self.receive(side, phase, body)?;
            }
            _ => return Err(CodeError::Nonsense),
        }
        Ok(())
    }

    fn greet(&mut self) {
        let bind = Say::Bind {
            appid: APP_ID,
            side: &self.side,
        };
        self.outputs.push_back(Output::Say(bind.to_text()));
        if self.code.is_some() {
            self.claim();
        } else {
            self.say(&Say::Allocate);
            self.wait_for(Stage::Allocated);
        }
    }

    fn claim(&mut self) {
        let Some(code) = &self.code else { return };
        let claim = Say::Claim {
            nameplate: code.nameplate(),
        };
        self.outputs.push_back(Output::Say(claim.to_text()));
        self.holds_number = true;
        self.wait_for(Stage::Claimed);
    }

    /// Opens the mailbox and lays this side's half of the proof in it; then the code can be read out.
    fn enter(&mut self, mailbox: String) -> Result<(), CodeError> {
        let Some(code) = self.code.clone() else {
            return Err(CodeError::Nonsense);
        };
        self.say(&Say::Open { mailbox: &mailbox });
        self.mailbox = Some(mailbox);
        let half = Half::start(&code);
        let body = PakeBody {
            pake_v1: to_hex(&half.message),
        };
        self.add(PAKE, &json(&body));
        if self.gives {
            self.outputs.push_back(Output::Made(code));
        }
        self.wait_for(Stage::Half(half));
        Ok(())
    }

    /// Takes in what came into the mailbox, each in its turn.
    fn receive(&mut self, side: String, phase: String, body: Vec<u8>) -> Result<(), CodeError> {
        if side == self.side {
            return Ok(()); // the server tells everybody everything
        }
        if self.other.get_or_insert_with(|| side.clone()) != &side {
            return Err(CodeError::Crowded);
        }
        self.release();
        let awaited = |stage: &Stage| match stage {
            Stage::Half(_) => Some(PAKE),
            Stage::Version(_) => Some(VERSION),
            Stage::Letter(_) => Some(LETTER),
            _ => None,
        };
        if ![PAKE, VERSION, LETTER].contains(&phase.as_str()) {
            return Ok(()); // what other programs say beside
        }
        if self.held.iter().any(|(held, _)| *held == phase) {
            return Ok(()); // said twice
        }
        if self.held.len() >= MAX_HELD {
            return Err(CodeError::Nonsense);
        }
        self.held.push((phase, body));
        while let Some(at) =
            (self.held.iter()).position(|(phase, _)| Some(phase.as_str()) == awaited(&self.stage))
        {
            let (phase, body) = self.held.swap_remove(at);
            self.read(&side, &phase, &body)?;
        }
        Ok(())
    }

    fn read(&mut self, side: &str, phase: &str, body: &[u8]) -> Result<(), CodeError> {
        match mem::replace(&mut self.stage, Stage::Over) {
            Stage::Half(half) => {
                let pake: PakeBody =
                    serde_json::from_slice(body).map_err(|_| CodeError::WrongCode)?;
                let key = half.finish(&from_hex(&pake.pake_v1).ok_or(CodeError::Nonsense)?)?;
                let sealed = key.seal(&self.side, VERSION, br#"{"app_versions":{}}"#)?;
                self.add(VERSION, &sealed);
                self.wait_for(Stage::Version(key));
            }
            Stage::Version(key) => {
                key.open(side, phase, body)?;
                if let Some(mut paper) = self.paper.take() {
                    let message = Some(mem::take(&mut *paper));
                    self.write(
                        &key,
                        &Letter {
                            offer: Some(Offer { message }),
                            ..Letter::default()
                        },
                    )?;
                }
                self.wait_for(Stage::Letter(key));
            }
            Stage::Letter(key) => {
                let letter = key.open(side, phase, body)?;
                let letter: Letter = serde_json::from_slice(&letter).unwrap_or_default();
                let outcome = self.answer(&key, letter);
                self.finish(outcome);
            }
            stage => self.stage = stage,
        }
        Ok(())
    }

    /// What comes of the other side's letter: whoever gave wants to hear that it was taken; whoever takes wants a text.
    fn answer(&mut self, key: &SharedKey, letter: Letter) -> Result<Zeroizing<String>, CodeError> {
        if self.gives {
            let acknowledged = letter.answer.and_then(|answer| answer.message_ack);
            return match acknowledged.as_deref() {
                Some("ok") => Ok(Zeroizing::default()),
                _ => Err(CodeError::NotAnInvitation),
            };
        }
        let text = letter.offer.and_then(|mut offer| offer.message.take());
        let text = text.map(Zeroizing::new);
        let Some(text) = text.filter(|text| text.len() <= MAX_FILE_BYTES) else {
            self.write(
                key,
                &Letter {
                    error: Some("this is no Hulp invitation".to_owned()),
                    ..Letter::default()
                },
            )?;
            return Err(CodeError::NotAnInvitation);
        };
        self.write(
            key,
            &Letter {
                answer: Some(Answer {
                    message_ack: Some("ok".to_owned()),
                }),
                ..Letter::default()
            },
        )?;
        Ok(text)
    }

    /// Ends it, and says goodbye to the server as far as it knows us.
    fn finish(&mut self, outcome: Result<Zeroizing<String>, CodeError>) {
        if mem::replace(&mut self.ended, true) {
            return;
        }
        self.release();
        self.held.clear();
        let mood = match &outcome {
            Ok(_) => "happy",
            Err(CodeError::WrongCode) => "scary",
            Err(CodeError::Left | CodeError::NobodyThere) => "lonely",
            Err(_) => "errory",
        };
        let Some(mailbox) = self.mailbox.take() else {
            self.stage = Stage::Over;
            self.outputs.push_back(Output::Done(outcome));
            return;
        };
        self.say(&Say::Close {
            mailbox: &mailbox,
            mood,
        });
        self.wait_for(Stage::Closed(outcome));
    }

    fn release(&mut self) {
        if let Some(code) = self.code.as_ref().filter(|_| self.holds_number) {
            let release = Say::Release {
                nameplate: code.nameplate(),
            };
            self.outputs.push_back(Output::Say(release.to_text()));
            self.holds_number = false;
        }
    }

    fn write(&mut self, key: &SharedKey, letter: &Letter) -> Result<(), CodeError> {
        let sealed = key.seal(&self.side, LETTER, &json(letter))?;
        self.add(LETTER, &sealed);
        Ok(())
    }

    fn add(&mut self, phase: &str, body: &[u8]) {
        let body = to_hex(body);
        self.say(&Say::Add { phase, body });
    }

    fn say(&mut self, what: &Say<'_>) {
        self.outputs.push_back(Output::Say(what.to_text()));
    }

    fn wait_for(&mut self, stage: Stage) {
        let patience = match &stage {
            Stage::Welcome | Stage::Allocated | Stage::Claimed => Some(SERVER_PATIENCE),
            Stage::Half(_) if self.gives => None,
            Stage::Half(_) => Some(MEETING_PATIENCE),
            Stage::Version(_) | Stage::Letter(_) => Some(TALK_PATIENCE),
            Stage::Closed(_) => Some(CLOSE_PATIENCE),
            Stage::Over => None,
        };
        self.stage = stage;
        self.outputs.push_back(Output::Patience(patience));
    }
}

fn json(value: &impl Serialize) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(serde_json::to_vec(value).unwrap_or_default()) // texts alone: it cannot fail
}
