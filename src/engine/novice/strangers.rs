//! Whoever came to no good, written down in few words.

use std::{
    mem::{Discriminant, discriminant},
    time::Instant,
};

use super::{NoviceSide, guest::GuestId};
use crate::{
    net::{Fault, Knock, Reports},
    session::Refusal,
    store::{LogEvent, LogText},
};

/// Strangers' faults that were written down already, so that a flood of them does not fill the log.
pub(super) type Strangers = Reports<&'static str>;
/// The same of refusals, each kind by itself: none can hide another.
pub(super) type Refusals = Reports<Discriminant<Refusal>>;

impl NoviceSide {
    /// Writes down who came and proved nothing; the same from the same place only now and then.
    pub(super) fn log_stranger(&mut self, id: GuestId, kind: &'static str, what: &str) {
        let Some(guest) = self.guests.get(&id) else {
            return;
        };
        let ip = guest.address.ip();
        let Some(times) = self.strangers.worth_telling(ip, kind, Instant::now()) else {
            return;
        };
        self.log(&LogEvent::BadConnection {
            address: guest.address,
            what: LogText::from(what),
            times,
        });
    }

    /// Writes down that a helper was refused; the same from the same place only so often in a minute.
    pub(super) fn log_refusal(&mut self, id: GuestId, refusal: &Refusal, refused: &LogEvent) {
        let Some(guest) = self.guests.get(&id) else {
            return;
        };
        let ip = guest.address.ip();
        let Some(times) = self
            .refusals
            .worth_telling(ip, discriminant(refusal), Instant::now())
        else {
            return;
        };
        if times > 1 {
            self.log(&LogEvent::BadConnection {
                address: guest.address,
                what: LogText::from("a helper who was refused came again and again"),
                times: times - 1,
            });
        }
        self.log(refused);
    }

    /// Writes down what a helper who had proved the ticket did against the rules, if anything.
    pub(super) fn log_breach(&self, id: GuestId) {
        let guest = self.guests.get(&id);
        if let Some((guest, what)) = guest.and_then(|guest| Some((guest, guest.breach.as_ref()?))) {
            self.log(&LogEvent::BadConnection {
                address: guest.address,
                what: LogText::from(what.as_str()),
                times: 1,
            });
        }
    }

    pub(super) fn log_knock(&self, knock: &Knock) {
        let what = match &knock.fault {
            Fault::TooSlow => "it did not finish its handshake in time".to_owned(),
            Fault::TooMany => "too many connections at once".to_owned(),
            Fault::Silent => "it went away without a word".to_owned(),
            Fault::BrokeOff => "it went away in the middle of its handshake".to_owned(),
            Fault::NotHulp { error, first_bytes } => {
                format!("no Hulp: {error}; it began with \"{first_bytes}\"")
            }
        };
        self.log(&LogEvent::BadConnection {
            address: knock.from,
            what: LogText::from(what),
            times: knock.times,
        });
    }
}
