//! A key that stops control whichever window is in front, where the desktop gives programs one (GlobalShortcuts): its user may choose
//! another, or none, in the desktop's own question.

use std::{collections::HashMap, sync::Arc, time::Duration};

use zbus::zvariant::{OwnedObjectPath, Value};

use super::{
    bus::{OnActivated, Portal, Results, lacks, refused},
    session::{create, text},
};
use crate::{desktop::DesktopError, language::say};

/// The interface.
pub(super) const GLOBAL_SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";

/// What we call it, and which keys we would like, in the notation of the freedesktop.org shortcuts specification. Escape alone no
/// desktop gives away, and with Ctrl and Alt it already ends programs on KDE.
const NAME: &str = "stop-control";
const PREFERRED: &str = "CTRL+ALT+h";
/// The longest name of keys that is shown, in signs.
const MAX_TRIGGER: usize = 40;

/// How long the user may take to answer the desktop's question about it. Control waits so long, and then begins without.
pub(super) const SHORTCUT_PATIENCE: Duration = Duration::from_secs(45);

/// The key, ours until this is dropped.
pub(super) struct StopShortcut {
    portal: Portal,
    session: OwnedObjectPath,
    trigger: Arc<str>,
}

impl StopShortcut {
    /// Asks the desktop for it, and the desktop its user, who has `patience` to answer. `on_pressed` is called from the thread that listens.
    pub(super) fn bind(
        bus: Option<&str>,
        patience: Duration,
        on_pressed: OnActivated,
    ) -> Result<Self, DesktopError> {
        let portal = Portal::open(bus)?;
        if portal.number(GLOBAL_SHORTCUTS, "version").is_none() {
            return Err(lacks(GLOBAL_SHORTCUTS));
        }
        let session = create(&portal, GLOBAL_SHORTCUTS)?;
        portal.when_activated(&session, NAME, on_pressed);
        let about: HashMap<&str, Value<'_>> = HashMap::from([
            ("description", say!("stop-shortcut-description").into()),
            ("preferred_trigger", PREFERRED.into()),
        ]);
        let token = portal.token();
        let options: HashMap<&str, Value<'_>> =
            HashMap::from([("handle_token", token.as_str().into())]);
        let parent = ""; // no window: the question comes to the front by itself
        let body = (&session, vec![(NAME, about)], parent, options);
        let bound = portal.ask(GLOBAL_SHORTCUTS, "BindShortcuts", &token, &body, patience)?;
        let trigger = trigger(&bound).ok_or_else(|| refused("your desktop gave no key"))?;
        Ok(Self {
            portal,
            session,
            trigger,
        })
    }

    /// What the desktop calls the keys.
    pub(super) fn trigger(&self) -> Arc<str> {
        self.trigger.clone()
    }
}

impl Drop for StopShortcut {
    fn drop(&mut self) {
        self.portal.close(&self.session);
    }
}

/// How the desktop calls the keys that our shortcut got, on one line and no longer than a window has room for.
fn trigger(bound: &Results) -> Option<Arc<str>> {
    let bound: Vec<(String, Results)> =
        bound.get("shortcuts")?.try_clone().ok()?.try_into().ok()?;
    let (_, about) = bound.into_iter().find(|(name, _)| name == NAME)?;
    let trigger = text(&about, "trigger_description")?;
    let signs = trigger.chars().filter(|sign| !sign.is_control());
    let trigger: String = signs.take(MAX_TRIGGER).collect();
    let trigger = trigger.trim();
    (!trigger.is_empty()).then(|| trigger.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(name: &str, trigger: &str) -> Results {
        let about = HashMap::from([("trigger_description", Value::from(trigger))]);
        let shortcuts = Value::from(vec![(name, about)]);
        HashMap::from([(
            "shortcuts".to_owned(),
            shortcuts.try_into().expect("no file"),
        )])
    }

    #[test]
    fn what_the_desktop_calls_the_keys_is_shown_within_bounds() {
        let shown = |name, keys: &str| trigger(&bound(name, keys)).map(|keys| keys.to_string());
        assert_eq!(shown(NAME, "Ctrl+Alt+H").as_deref(), Some("Ctrl+Alt+H"));
        assert_eq!(shown(NAME, " a\nb\u{7} ").as_deref(), Some("ab"));
        assert_eq!(
            shown(NAME, &"x".repeat(9999)).map(|keys| keys.len()),
            Some(MAX_TRIGGER)
        );
        assert_eq!(shown(NAME, "\n "), None);
        assert_eq!(shown("another", "Ctrl+Alt+H"), None);
        assert_eq!(trigger(&HashMap::new()), None);
    }
}
