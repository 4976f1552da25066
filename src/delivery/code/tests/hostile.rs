//! Whatever a server says, or whoever else knows the number: an end, and nothing after it; never a paper that nobody sealed.

use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};
use serde_json::json;
use zeroize::Zeroizing;

use super::{super::super::hex::to_hex, Code, CodeError, Dialogue, PAPER, Side};

fn any_word() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec!["5", "box", "pake", "version", "0", "other", ""]).prop_map(str::to_owned),
        "\\PC{0,140}",
    ]
}

fn any_body() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(any::<u8>(), 0..80).prop_map(|bytes| to_hex(&bytes)),
        vec(any::<u8>(), 30..36).prop_map(|half| {
            let pake = json!({"pake_v1": to_hex(&half)});
            to_hex(pake.to_string().as_bytes())
        }),
        any_word(),
    ]
}

fn any_said() -> impl Strategy<Value = String> {
    let kinds = vec![
        "welcome",
        "allocated",
        "claimed",
        "message",
        "message",
        "message",
        "closed",
        "error",
        "ack",
    ];
    let fields = (any_word(), any_word(), any_word(), any_body());
    prop_oneof![
        1 => any::<String>(),
        12 => (select(kinds), fields).prop_map(|(kind, (name, side, phase, body))| {
            json!({
                "type": kind, "welcome": {}, "nameplate": name, "mailbox": name,
                "side": side, "phase": phase, "body": body, "error": name,
            })
            .to_string()
        }),
    ]
}

/// What a server has to say to get a dialogue so far, and more of it.
const LAWFUL: [&str; 3] = [
    r#"{"type": "welcome", "welcome": {}}"#,
    r#"{"type": "allocated", "nameplate": "5"}"#,
    r#"{"type": "claimed", "mailbox": "box"}"#,
];

fn hears(mut side: Side, lawful: &[&str], said: &[String]) {
    for text in lawful
        .iter()
        .copied()
        .chain(said.iter().map(String::as_str))
    {
        side.dialogue.hear(text);
        side.drain();
    }
    side.dialogue.leave();
    side.drain();
    side.dialogue.line_ended(CodeError::Nonsense);
    side.drain();
    assert!(matches!(side.outcome, Some(Err(_))), "{:?}", side.outcome);
}

proptest! {
    #[test]
    fn any_words_end_it_at_most_once(said in vec(any_said(), 0..30), so_far in any::<Index>()) {
        let so_far = so_far.index(LAWFUL.len() + 1);
        let giver = Dialogue::give(Zeroizing::new(PAPER.to_owned())).unwrap();
        hears(Side::new(giver), &LAWFUL[..so_far], &said);
        let taker = Dialogue::take(Code::read("5-001-997").unwrap()).unwrap();
        let lawful: Vec<&str> = LAWFUL[..so_far].iter().copied().filter(|text| !text.contains("allocated")).collect();
        hears(Side::new(taker), &lawful, &said);
    }
}
