//! Two sides and a mailbox server in one place: what they say, and what each makes of lies.
#![allow(clippy::unwrap_used)]

mod hostile;

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{Code, CodeError, Dialogue, MAX_MESSAGE_BYTES, MAX_MESSAGES, Output, seal::Half};

const PAPER: &str = "<hulp>Zoë \u{1f44b} \"quoted\"</hulp>\n";
type Outcome = Result<String, CodeError>;

/// Somebody with a code.
struct Side {
    dialogue: Dialogue,
    /// What the server calls it.
    name: String,
    said: Vec<Value>,
    code: Option<Code>,
    patience: Option<std::time::Duration>,
    outcome: Option<Outcome>,
}

impl Side {
    fn new(dialogue: Dialogue) -> Self {
        let mut side = Self {
            dialogue,
            name: String::new(),
            said: vec![],
            code: None,
            patience: None,
            outcome: None,
        };
        side.drain();
        side
    }

    fn drain(&mut self) {
        while let Some(output) = self.dialogue.poll() {
            assert!(self.outcome.is_none(), "{output:?} after the end");
            match output {
                Output::Say(text) => {
                    let said: Value = serde_json::from_str(&text).unwrap();
                    if said["type"] == "bind" {
                        self.name = said["side"].as_str().unwrap().to_owned();
                    }
                    self.said.push(said);
                }
                Output::Made(code) => self.code = Some(code),
                Output::Patience(patience) => self.patience = patience,
                Output::Done(outcome) => self.outcome = Some(outcome.map(|text| text.to_string())),
            }
        }
    }

    fn hear(&mut self, message: &Value) {
        self.dialogue.hear(&message.to_string());
        self.drain();
    }

    /// What it said since the last call.
    fn said(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.said)
    }

    /// Its outcome, once the server said goodbye.
    fn end(&mut self) -> (String, Outcome) {
        let close = self.said.iter().rfind(|said| said["type"] == "close");
        let mood = close.map(|close| close["mood"].as_str().unwrap().to_owned());
        self.hear(&json!({"type": "closed"}));
        (mood.unwrap_or_default(), self.outcome.clone().unwrap())
    }
}

fn giver() -> Side {
    let mut side = Side::new(Dialogue::give(Zeroizing::new(PAPER.to_owned())).unwrap());
    side.hear(&json!({"type": "welcome", "welcome": {"motd": "hello"}}));
    side.hear(&json!({"type": "allocated", "nameplate": "5"}));
    side.hear(&json!({"type": "claimed", "mailbox": "box"}));
    side
}

fn taker(code: Code) -> Side {
    let mut side = Side::new(Dialogue::take(code).unwrap());
    side.hear(&json!({"type": "welcome", "welcome": {}}));
    side.hear(&json!({"type": "claimed", "mailbox": "box"}));
    side
}

fn code_of(giver: &Side) -> Code {
    giver.code.clone().unwrap()
}

fn wrong(code: &Code) -> Code {
    let digit = if code.as_str().ends_with('0') {
        "1"
    } else {
        "0"
    };
    Code::read(&format!(
        "{}{digit}",
        &code.as_str()[..code.as_str().len() - 1]
    ))
    .unwrap()
}

/// What a side lays in the mailbox, as the server tells it to everybody.
fn told(side: &str, add: &Value) -> Value {
    json!({"type": "message", "side": side, "phase": add["phase"], "body": add["body"]})
}

/// Carries what they lay in the mailbox to and fro until that is nothing; what they told the server stays.
fn talk(one: &mut Side, two: &mut Side) {
    loop {
        let laid = |side: &mut Side| -> Vec<Value> {
            side.said
                .extract_if(.., |said| said["type"] == "add")
                .collect()
        };
        let (from_one, from_two) = (laid(one), laid(two));
        if from_one.is_empty() && from_two.is_empty() {
            return;
        }
        let (name_one, name_two) = (one.name.clone(), two.name.clone());
        for add in &from_one {
            two.hear(&told(&name_one, add));
        }
        for add in &from_two {
            one.hear(&told(&name_two, add));
        }
    }
}

#[test]
fn the_paper_crosses_and_both_know() {
    let mut one = giver();
    assert_eq!(one.patience, None, "it waits as long as it must");
    let mut two = taker(code_of(&one));
    assert!(two.patience.is_some());
    talk(&mut one, &mut two);
    assert_eq!(one.end(), ("happy".into(), Ok(String::new())));
    assert_eq!(two.end(), ("happy".into(), Ok(PAPER.into())));
}

#[test]
fn a_wrong_code_is_told_to_both() {
    let mut one = giver();
    let mut two = taker(wrong(&code_of(&one)));
    talk(&mut one, &mut two);
    assert_eq!(one.end(), ("scary".into(), Err(CodeError::WrongCode)));
    assert_eq!(two.end(), ("scary".into(), Err(CodeError::WrongCode)));
    assert!(CodeError::WrongCode.is_used_up());
}

#[test]
fn the_number_is_given_back_once_somebody_came() {
    let mut one = giver();
    let two = taker(code_of(&one));
    let of = |side: &Side, what: &str| side.said.iter().filter(|said| said["type"] == what).count();
    assert_eq!(of(&one, "release"), 0);
    let pake = two.said.iter().find(|said| said["type"] == "add").unwrap();
    one.hear(&told("two", pake));
    one.hear(&told("two", pake));
    assert_eq!(of(&one, "release"), 1);
    one.dialogue.leave();
    one.drain();
    assert_eq!(of(&one, "release"), 1);
}

#[test]
fn whoever_guesses_and_says_no_more_has_used_it_up() {
    let mut one = giver();
    let two = taker(wrong(&code_of(&one)));
    let pake = two.said.iter().find(|said| said["type"] == "add").unwrap();
    one.hear(&told("two", pake));
    assert!(one.patience.is_some());
    one.dialogue.run_out();
    one.drain();
    assert_eq!(one.end().1, Err(CodeError::Silent));
    assert!(CodeError::Silent.is_used_up());
}

#[test]
fn each_silence_has_its_end() {
    let mut lone = taker(Code::read("5-001-997").unwrap());
    lone.dialogue.run_out();
    lone.drain();
    lone.dialogue.run_out(); // the server does not say goodbye either
    lone.drain();
    assert_eq!(lone.outcome, Some(Err(CodeError::NobodyThere)));

    let mut unheard = Side::new(Dialogue::take(Code::read("5-001-997").unwrap()).unwrap());
    assert!(unheard.patience.is_some());
    unheard.dialogue.run_out();
    unheard.drain();
    assert_eq!(unheard.outcome, Some(Err(CodeError::Lost)));
}

#[test]
fn a_third_one_is_found_out() {
    let mut one = giver();
    let (two, three) = (taker(code_of(&one)), taker(code_of(&one)));
    let pake = |side: &Side| {
        side.said
            .iter()
            .find(|said| said["type"] == "add")
            .cloned()
            .unwrap()
    };
    one.hear(&told("two", &pake(&two)));
    one.hear(&told("three", &pake(&three)));
    assert_eq!(one.end().1, Err(CodeError::Crowded));

    let mut three = Side::new(Dialogue::take(Code::read("5-001-997").unwrap()).unwrap());
    three.hear(&json!({"type": "welcome", "welcome": {}}));
    three.hear(&json!({"type": "error", "error": "crowded", "orig": {}}));
    assert_eq!(three.outcome, Some(Err(CodeError::Crowded)));
}

#[test]
fn our_own_half_thrown_back_opens_nothing() {
    let mut one = giver();
    let own = one
        .said
        .iter()
        .find(|said| said["type"] == "add")
        .cloned()
        .unwrap();
    one.hear(&told("mirror", &own));
    assert_eq!(one.end().1, Err(CodeError::WrongCode));
}

#[test]
fn messages_out_of_turn_wait_for_it() {
    let mut one = giver();
    let mut two = taker(code_of(&one));
    let pake = one
        .said()
        .into_iter()
        .find(|said| said["type"] == "add")
        .unwrap();
    let answer = two
        .said()
        .into_iter()
        .find(|said| said["type"] == "add")
        .unwrap();
    one.hear(&told(&two.name.clone(), &answer));
    let version = one
        .said()
        .into_iter()
        .find(|said| said["type"] == "add")
        .unwrap();
    two.hear(&told(&one.name.clone(), &version));
    assert!(two.said().iter().all(|said| said["type"] != "add"));
    two.hear(&told(&one.name.clone(), &pake));
    assert!(two.said.iter().any(|said| said["phase"] == "version"));
    talk(&mut one, &mut two);
    assert_eq!(one.end().1, Ok(String::new()));
    assert_eq!(two.end().1, Ok(PAPER.into()));
}

#[test]
fn what_other_programs_send_is_no_invitation() {
    for letter in [
        json!({"transit": {}}),
        json!({"offer": {"file": {"filename": "x", "filesize": 3}}}),
        json!({"offer": {"message": "x".repeat(70_000)}}),
        json!({"answer": {"message_ack": "ok"}}),
        json!({"error": "no"}),
        json!([]),
        json!("text"),
    ] {
        let code = Code::read("5-001-997").unwrap();
        let mut two = taker(code.clone());
        prove(&mut two, &code, letter.to_string().as_bytes());
        let refuses = two.said.iter().filter(|said| said["phase"] == "0").count();
        assert_eq!(refuses, 1, "{letter}: the other side is told");
        assert_eq!(two.end().1, Err(CodeError::NotAnInvitation), "{letter}");
    }
}

/// Somebody who knows the code, and sends this.
fn prove(side: &mut Side, code: &Code, letter: &[u8]) {
    let pake = side
        .said
        .iter()
        .find(|said| said["phase"] == "pake")
        .unwrap();
    let body = crate::delivery::hex::from_hex(pake["body"].as_str().unwrap()).unwrap();
    let body: Value = serde_json::from_slice(&body).unwrap();
    let theirs = crate::delivery::hex::from_hex(body["pake_v1"].as_str().unwrap()).unwrap();
    let half = Half::start(code);
    let hex = crate::delivery::hex::to_hex;
    let ours = json!({"pake_v1": hex(&half.message)}).to_string();
    let key = half.finish(&theirs).unwrap();
    let add = |phase: &str, body: &[u8]| json!({"type": "message", "side": "liar", "phase": phase, "body": hex(body)});
    side.hear(&add("pake", ours.as_bytes()));
    side.hear(&add(
        "version",
        &key.seal("liar", "version", b"{}").unwrap(),
    ));
    side.hear(&add("0", &key.seal("liar", "0", letter).unwrap()));
}

#[test]
fn no_lie_of_the_server_does_more_than_end_it() {
    let message = |phase: &str, body: &str| {
        json!({"type": "message", "side": "x", "phase": phase, "body": body}).to_string()
    };
    let lies = [
        String::new(),
        "{".into(),
        "[]".into(),
        "{\"type\": 7}".into(),
        "\u{0}".into(),
        "{\"type\":\"message\"}".into(),
        json!({"type": "welcome", "welcome": {"error": "go\u{1b}[2J away\n".repeat(9999)}})
            .to_string(),
        json!({"type": "allocated", "nameplate": "5-1"}).to_string(),
        json!({"type": "allocated", "nameplate": "9".repeat(999)}).to_string(),
        json!({"type": "claimed", "mailbox": ""}).to_string(),
        json!({"type": "claimed", "mailbox": "x".repeat(9999)}).to_string(),
        json!({"type": "closed"}).to_string(),
        json!({"type": "error"}).to_string(),
        message("pake", "abc"),
        message("pake", "zz"),
        message("pake", "é"),
        message("pake", ""),
        message("pake", &"00".repeat(33)),
        message(
            "pake",
            &crate::delivery::hex::to_hex(br#"{"pake_v1":"53"}"#),
        ),
        "[".repeat(100_000),
        "x".repeat(MAX_MESSAGE_BYTES + 1),
    ];
    let fresh: [fn() -> Side; 4] = [
        || Side::new(Dialogue::give(Zeroizing::default()).unwrap()),
        || Side::new(Dialogue::take(Code::read("5-001-997").unwrap()).unwrap()),
        giver,
        || taker(Code::read("5-001-997").unwrap()),
    ];
    for lie in &lies {
        for side in fresh {
            let mut side = side();
            side.dialogue.hear(lie);
            side.drain();
            if side.outcome.is_none() {
                side.dialogue.line_ended(CodeError::Lost);
                side.drain();
            }
            let error = side.outcome.unwrap().unwrap_err();
            if let CodeError::Refused(words) = error {
                assert!(words.chars().count() <= 200 && !words.contains(char::is_control));
            }
        }
    }
}

#[test]
fn endless_messages_end() {
    for flood in [
        json!({"type": "ack"}),
        json!({"type": "message", "side": "x", "phase": "dilate-1", "body": ""}),
        json!({"type": "message", "side": "x", "phase": "0", "body": ""}),
    ] {
        let mut one = giver();
        for _ in 0..=MAX_MESSAGES {
            one.hear(&flood);
        }
        assert_eq!(one.end().1, Err(CodeError::Nonsense), "{flood}");
    }
}

#[test]
fn a_paper_in_one_line_says_the_same() {
    let paper =
        "<?xml?>\n<!-- Open it\n     with Hulp -->\n<a>\n  <m>Hi &lt;\n\n  C:\\x</m>\n</a>\n";
    let line = super::run::in_one_line(paper);
    assert_eq!(
        *line,
        "<?xml?><!-- Open it with Hulp --><a><m>Hi &lt;&#10;&#10;  C:&#92;x</m></a>"
    );
}

#[test]
fn leaving_says_goodbye_and_nothing_comes_after() {
    let mut one = giver();
    let two = taker(code_of(&one));
    one.dialogue.leave();
    one.drain();
    let pake = two.said.iter().find(|said| said["type"] == "add").unwrap();
    one.hear(&told("two", pake));
    assert!(one.said.iter().all(|said| said["phase"] != "version"));
    assert_eq!(one.end(), ("lonely".into(), Err(CodeError::Left)));
    one.dialogue.leave();
    one.dialogue.run_out();
    one.dialogue.line_ended(CodeError::Lost);
    one.drain();
}
