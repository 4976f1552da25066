//! What the novice's computer shows and tells by itself: the screen, the pointer, where it is reached.

use core::net::SocketAddr; // an address is data; sockets are not for here
use std::{sync::Arc, time::Instant};

use super::{Novice, State};
use crate::{
    protocol::{MAX_ADDRESSES, ToExpert},
    screen::{CursorShape, Point, ScreenUpdate},
    session::NotDue,
};

impl Novice {
    /// Whether the line and the expert's side can take one more update of the screen, and the bytes that it should keep to, so
    /// that it is seen soon.
    pub fn wants_frame(&self, now: Instant) -> Option<usize> {
        match &self.state {
            State::Session(session) => {
                let has_room = session.flow.has_room() && session.pace.has_room(now);
                let is_seen = !session.paused && session.cut.is_none();
                (has_room && is_seen && !self.line.update_under_way())
                    .then(|| session.pace.allowance())
            }
            _ => None,
        }
    }

    /// Sends an update of the screen. One that was made before a pause is kept until the pause is over.
    ///
    /// # Errors
    /// When none may follow: there is no session or no connection, one is not out yet, or as many as the rules allow are not shown yet.
    pub fn send_screen(&mut self, now: Instant, update: ScreenUpdate) -> Result<(), NotDue> {
        self.handle_timeout(now);
        let State::Session(session) = &mut self.state else {
            return Err(NotDue);
        };
        let bytes = update.0.len();
        if session.cut.is_some()
            || !session.flow.has_room()
            || self.line.send_update(update).is_some()
        {
            return Err(NotDue);
        }
        session.flow.count_update();
        session.pace.sent(now, bytes);
        Ok(())
    }

    /// The pointer has another picture, or another place.
    pub fn send_cursor(
        &mut self,
        now: Instant,
        shape: Option<Arc<CursorShape>>,
        at: Option<Point>,
    ) {
        let Some(session) = self.session() else {
            return;
        };
        let (known_shape, known_at) = &mut session.cursor;
        if shape.is_some() {
            known_shape.clone_from(&shape);
        }
        *known_at = at.or(*known_at);
        if session.paused {
            return;
        }
        if let Some(shape) = shape {
            self.say(ToExpert::CursorShape(shape));
        }
        if let Some(at) = at {
            self.say(ToExpert::CursorAt(at));
        }
        self.handle_timeout(now);
    }

    /// This computer can be reached here too, should the connection break. At most [`MAX_ADDRESSES`] of them are told.
    pub fn tell_addresses(&mut self, now: Instant, mut addresses: Vec<SocketAddr>) {
        addresses.truncate(MAX_ADDRESSES);
        if self.session().is_some() {
            self.say(ToExpert::Addresses(addresses));
        }
        self.handle_timeout(now);
    }

    /// Updates of the screen that are under way or not yet shown.
    pub fn unacknowledged(&self) -> u32 {
        match &self.state {
            State::Session(session) => session.flow.unacknowledged(),
            _ => 0,
        }
    }
}
