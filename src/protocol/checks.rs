//! What a message may hold, and which messages become one while they wait to be sent.

use serde::{Serialize, de::DeserializeOwned};

use super::{
    MAX_ADDRESSES, MAX_CHAT_BYTES, MAX_INPUT_EVENTS, MAX_NAME_BYTES, ToExpert, ToNovice, WireError,
    message::ChatText,
};
use crate::{
    input::{InputEvent, MAX_INPUT_TEXT},
    invitation::MAX_CARD_BYTES,
};

/// What either side says.
pub trait Message: Serialize + DeserializeOwned {
    /// Its name, for the log.
    fn name(&self) -> &'static str;

    /// Whether every field is within its limit.
    ///
    /// # Errors
    /// When one is not.
    fn check(&self) -> Result<(), WireError>;

    /// Takes `newer` into itself while it waits to be sent, if one message can say both. `next` is whether nothing waits between
    /// the two. Gives `newer` back when it has to wait by itself.
    #[must_use]
    fn absorb(&mut self, newer: Self, next: bool) -> Option<Self>;

    /// About how many bytes it takes in memory.
    fn weight(&self) -> usize;

    /// Whether it is kept until the other side has it, and sent again when the connection broke meanwhile. Messages of this
    /// kind are counted by both sides, and never absorb each other.
    fn is_kept(&self) -> bool;
}

/// What a message takes beside its text, events and pixels.
const BASE_WEIGHT: usize = 128;

impl Message for ToNovice {
    fn name(&self) -> &'static str {
        match self {
            ToNovice::Hello { .. } => "Hello",
            ToNovice::PasswordProof { .. } => "PasswordProof",
            ToNovice::Shown(_) => "Shown",
            ToNovice::Chat(_) => "Chat",
            ToNovice::AskControl { .. } => "AskControl",
            ToNovice::ReleaseControl { .. } => "ReleaseControl",
            ToNovice::Input { .. } => "Input",
            ToNovice::Ping(_) => "Ping",
            ToNovice::Pong(_) => "Pong",
            ToNovice::Bye(_) => "Bye",
            ToNovice::Resume { .. } => "Resume",
            ToNovice::Got(_) => "Got",
            ToNovice::Offer { .. } => "Offer",
        }
    }

    fn check(&self) -> Result<(), WireError> {
        match self {
            ToNovice::Hello { name, .. } => within("a name", name.len(), MAX_NAME_BYTES),
            ToNovice::Offer { name, card, .. } => {
                within("a name", name.len(), MAX_NAME_BYTES)?;
                let card = card.as_ref().map_or(0, String::len);
                within("a card", card, MAX_CARD_BYTES)
            }
            ToNovice::Chat(text) => check_chat(text),
            ToNovice::Input { events, .. } => {
                if events.is_empty() {
                    return Err(WireError::FieldEmpty("list of input"));
                }
                within("a list of input", events.len(), MAX_INPUT_EVENTS)?;
                events.iter().try_for_each(|event| match event {
                    InputEvent::Text(text) => within("a typed text", text.len(), MAX_INPUT_TEXT),
                    _ => Ok(()),
                })
            }
            _ => Ok(()),
        }
    }

    fn absorb(&mut self, newer: Self, next: bool) -> Option<Self> {
        match (self, newer) {
            (ToNovice::Shown(count), ToNovice::Shown(more)) => *count = more,
            (ToNovice::Ping(number), ToNovice::Ping(newest)) => *number = newest,
            (ToNovice::Pong(number), ToNovice::Pong(newest)) => *number = newest,
            (ToNovice::Got(count), ToNovice::Got(more)) => *count = more,
            (
                ToNovice::Input { grant, events },
                ToNovice::Input {
                    grant: same,
                    events: more,
                },
            ) if next && *grant == same && events.len() + more.len() <= MAX_INPUT_EVENTS => {
                more.into_iter().for_each(|event| add_input(events, event));
            }
            (_, newer) => return Some(newer),
        }
        None
    }

    fn weight(&self) -> usize {
        let more = match self {
            ToNovice::Chat(text) => text.0.len(),
            ToNovice::Offer { card, .. } => card.as_ref().map_or(0, String::len),
            ToNovice::Input { events, .. } => events
                .iter()
                .map(|event| match event {
                    InputEvent::Text(text) => size_of::<InputEvent>() + text.len(),
                    _ => size_of::<InputEvent>(),
                })
                .sum(),
            _ => 0,
        };
        BASE_WEIGHT + more
    }

    fn is_kept(&self) -> bool {
        matches!(
            self,
            ToNovice::Chat(_) | ToNovice::AskControl { .. } | ToNovice::ReleaseControl { .. }
        )
    }
}

impl Message for ToExpert {
    fn name(&self) -> &'static str {
        match self {
            ToExpert::PasswordNeeded { .. } => "PasswordNeeded",
            ToExpert::Waiting { .. } => "Waiting",
            ToExpert::Refused(_) => "Refused",
            ToExpert::Accepted { .. } => "Accepted",
            ToExpert::Chat(_) => "Chat",
            ToExpert::CursorShape(_) => "CursorShape",
            ToExpert::CursorAt(_) => "CursorAt",
            ToExpert::ControlGranted { .. } => "ControlGranted",
            ToExpert::ControlRefused { .. } => "ControlRefused",
            ToExpert::ControlEnded { .. } => "ControlEnded",
            ToExpert::HeldBack(_) => "HeldBack",
            ToExpert::InputLeftOut { .. } => "InputLeftOut",
            ToExpert::Paused(_) => "Paused",
            ToExpert::Ping(_) => "Ping",
            ToExpert::Pong(_) => "Pong",
            ToExpert::Bye(_) => "Bye",
            ToExpert::Resumed { .. } => "Resumed",
            ToExpert::Got(_) => "Got",
            ToExpert::Addresses(_) => "Addresses",
            ToExpert::Invited { .. } => "Invited",
        }
    }

    fn check(&self) -> Result<(), WireError> {
        match self {
            ToExpert::Accepted { name, .. } => within("a name", name.len(), MAX_NAME_BYTES),
            ToExpert::Chat(text) => check_chat(text),
            ToExpert::Addresses(addresses) => {
                within("a list of addresses", addresses.len(), MAX_ADDRESSES)
            }
            // The pointer's picture was checked in reading it.
            _ => Ok(()),
        }
    }

    fn absorb(&mut self, newer: Self, next: bool) -> Option<Self> {
        match (self, newer) {
            (ToExpert::CursorShape(shape), ToExpert::CursorShape(newest)) => *shape = newest,
            (ToExpert::CursorAt(place), ToExpert::CursorAt(newest)) => *place = newest,
            (ToExpert::Ping(number), ToExpert::Ping(newest)) => *number = newest,
            (ToExpert::Pong(number), ToExpert::Pong(newest)) => *number = newest,
            (ToExpert::Got(count), ToExpert::Got(more)) => *count = more,
            (ToExpert::HeldBack(held), ToExpert::HeldBack(newest)) if next => *held = newest,
            (
                ToExpert::InputLeftOut { own_window },
                ToExpert::InputLeftOut { own_window: same },
            ) if *own_window == same => {}
            (_, newer) => return Some(newer),
        }
        None
    }

    fn weight(&self) -> usize {
        let more = match self {
            ToExpert::Chat(text) => text.0.len(),
            ToExpert::CursorShape(shape) => size_of_val(shape.pixels()),
            ToExpert::Addresses(addresses) => size_of_val(addresses.as_slice()),
            _ => 0,
        };
        BASE_WEIGHT + more
    }

    fn is_kept(&self) -> bool {
        matches!(
            self,
            ToExpert::Chat(_)
                | ToExpert::ControlGranted { .. }
                | ToExpert::ControlRefused { .. }
                | ToExpert::ControlEnded { .. }
                | ToExpert::Paused(_)
                | ToExpert::Addresses(_)
        )
    }
}

/// Adds one event to those that wait; a pointer that moves on needs no place in between.
fn add_input(events: &mut Vec<InputEvent>, event: InputEvent) {
    match (events.last_mut(), &event) {
        (Some(last @ InputEvent::PointerMoved { .. }), InputEvent::PointerMoved { .. }) => {
            *last = event;
        }
        _ => events.push(event),
    }
}

fn check_chat(text: &ChatText) -> Result<(), WireError> {
    if text.0.is_empty() {
        return Err(WireError::FieldEmpty("chat message"));
    }
    within("a chat message", text.0.len(), MAX_CHAT_BYTES)
}

fn within(what: &'static str, size: usize, limit: usize) -> Result<(), WireError> {
    if size > limit {
        return Err(WireError::FieldTooLong { what, size, limit });
    }
    Ok(())
}
