//! What is down: the one place that knows it, on every system.

use crate::input::{Keysym, PointerButton};

/// Keys and buttons that are down, the longest first, and what the expert holds.
#[derive(Debug)]
pub(in crate::desktop) struct Down<K> {
    keys: Vec<K>,
    buttons: Vec<PointerButton>,
    /// What the expert holds, and the key that was pressed for it. Other keys may be down to make a sign of it, or up.
    signs: Vec<(Keysym, K)>,
}

impl<K> Default for Down<K> {
    fn default() -> Self {
        Self {
            keys: Vec::new(),
            buttons: Vec::new(),
            signs: Vec::new(),
        }
    }
}

impl<K: Copy + PartialEq> Down<K> {
    /// The keys that are down.
    pub(in crate::desktop) fn keys(&self) -> &[K] {
        &self.keys
    }

    /// The buttons that are down.
    pub(in crate::desktop) fn buttons(&self) -> &[PointerButton] {
        &self.buttons
    }

    /// Whether this button is down.
    pub(super) fn has_button(&self, button: PointerButton) -> bool {
        self.buttons.contains(&button)
    }

    /// Takes down that a key goes down or up.
    pub(super) fn note_key(&mut self, key: K, pressed: bool) {
        note(&mut self.keys, key, pressed);
    }

    /// Takes down that a button goes down or up.
    pub(super) fn note_button(&mut self, button: PointerButton, pressed: bool) {
        note(&mut self.buttons, button, pressed);
    }

    /// Whether the expert holds this.
    pub(super) fn has_sign(&self, keysym: Keysym) -> bool {
        self.signs.iter().any(|(held, _)| *held == keysym)
    }

    /// The expert holds this from now on, by this key.
    pub(super) fn note_sign(&mut self, keysym: Keysym, key: K) {
        self.signs.push((keysym, key));
    }

    /// The expert holds this no longer; by which key they did, if they did.
    pub(super) fn take_sign(&mut self, keysym: Keysym) -> Option<K> {
        let mut held = self.signs.iter();
        let exact = held.clone().position(|(held, _)| *held == keysym);
        // Shift that went up between may have made another sign of the same key.
        let index =
            exact.or_else(|| held.position(|(held, _)| held.lower().same_as(keysym.lower())));
        index.map(|index| self.signs.remove(index).1)
    }

    /// The expert holds nothing by the key that `is_it` any longer; which that was, if they did.
    pub(super) fn take_sign_of(&mut self, is_it: impl Fn(K) -> bool) -> Option<K> {
        let index = self.signs.iter().position(|(_, key)| is_it(*key))?;
        Some(self.signs.remove(index).1)
    }

    /// The expert holds nothing any longer.
    pub(super) fn forget_signs(&mut self) {
        self.signs.clear();
    }
}

fn note<T: PartialEq>(down: &mut Vec<T>, what: T, pressed: bool) {
    down.retain(|held| *held != what);
    if pressed {
        down.push(what);
    }
}
