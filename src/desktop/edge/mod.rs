//! The coloured edge around the shared screen, so that the novice never forgets that somebody sees it.

mod x11;

pub(super) use x11::X11Edge;
