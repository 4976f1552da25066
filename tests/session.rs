//! Novice and expert, joined by a bad line in virtual time: the whole job, every refusal, every time-out, every order of control,
//! the loss of the line at each step, and peers who break the rules.
#![allow(clippy::unwrap_used)]

#[path = "session/comeback.rs"]
mod comeback;
#[path = "session/control.rs"]
mod control;
#[path = "session/hostile.rs"]
mod hostile;
#[path = "session/job.rs"]
mod job;
#[path = "session/letting_in.rs"]
mod letting_in;
#[path = "session/link.rs"]
mod link;
#[path = "session/loss.rs"]
mod loss;
#[path = "session/offer.rs"]
mod offer;
#[path = "session/pair.rs"]
mod pair;
#[path = "session/people.rs"]
mod people;
