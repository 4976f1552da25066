//! The only form in which pixels cross the house and the wire.

/// What the encoder made of one look at the screen, for the decoder on the other side. Each update builds on all
/// before it, so none may be left out, and each is shown whole or not at all. Its bytes mean nothing outside this folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreenUpdate(pub Vec<u8>);
