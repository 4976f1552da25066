//! The tray of free desktops (`org.kde.StatusNotifierItem`): KDE, Xfce, Cinnamon, MATE, Budgie and others have one, GNOME by an
//! extension. Where there is none the item waits on the session's bus until there is.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use ksni::{
    Category, Icon, MenuItem, OfflineReason, ToolTip,
    blocking::{Handle, TrayMethods},
    menu::StandardItem,
};
use zbus::blocking::{connection::Builder, fdo::DBusProxy};

use super::{Tray, TrayEvent, TrayLook, TrayPick, TraySink, icon};

/// Who keeps the tray.
const TRAY: &str = "org.kde.StatusNotifierWatcher";
/// So often the icon is put there anew when the tray came at that very moment.
const TRIES: usize = 3;
/// How long the bus may take to answer.
const ANSWER_PATIENCE: Duration = Duration::from_secs(5);
/// The most letters of the sentence beside the icon.
const MAX_TOOLTIP_CHARS: usize = 200;

/// Puts the icon there; nothing on a computer without a session's bus. May wait for that.
pub(in crate::desktop) fn open(look: &TrayLook, sink: TraySink) -> Option<Box<dyn Tray>> {
    let mut tries = 0..TRIES;
    loop {
        let is_shown = Arc::new(AtomicBool::new(true));
        let item = Item {
            look: look.clone(),
            sink: sink.clone(),
            is_shown: is_shown.clone(),
        };
        // The desktop's own tray may come later than a Hulp that starts with it.
        let handle = item
            .assume_sni_available(true)
            .spawn()
            .inspect_err(|error| tracing::info!(%error, "no icon in the tray"))
            .ok()?;
        if is_shown.load(Ordering::SeqCst) {
            sink(TrayEvent::Shown(true));
        } else if tries.next().is_some() && has_tray().unwrap_or(false) {
            // It came after it was looked for and before it was listened for, so nobody heard of it.
            handle.shutdown().wait();
            continue;
        }
        return Some(Box::new(Shown(handle)));
    }
}

/// Whether the desktop has a tray now.
fn has_tray() -> zbus::Result<bool> {
    let connection = Builder::session()?
        .method_timeout(ANSWER_PATIENCE)
        .build()?;
    Ok(DBusProxy::new(&connection)?.name_has_owner(TRAY.try_into()?)?)
}

struct Shown(Handle<Item>);

impl Tray for Shown {
    fn show(&mut self, look: &TrayLook) {
        let shown = self.0.update(|item| item.look = look.clone());
        if shown.is_none() {
            tracing::warn!("the icon in the tray is gone");
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.0.shutdown().wait();
    }
}

struct Item {
    look: TrayLook,
    sink: TraySink,
    is_shown: Arc<AtomicBool>,
}

impl Item {
    fn tell(&self, is_shown: bool) {
        self.is_shown.store(is_shown, Ordering::SeqCst);
        (self.sink)(TrayEvent::Shown(is_shown));
    }
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        "hulp".into()
    }

    fn title(&self) -> String {
        "Hulp".into()
    }

    fn category(&self) -> Category {
        Category::Communications
    }

    fn icon_pixmap(&self) -> Vec<Icon> {
        let icon = |pixels: usize| Icon {
            width: pixels as i32,
            height: pixels as i32,
            data: icon::argb(pixels, self.look.state),
        };
        icon::SIZES.map(icon).into()
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip {
            title: unmarked(&self.look.tooltip),
            ..ToolTip::default()
        }
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        (self.sink)(TrayEvent::Picked(TrayPick::Open));
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let entry = |(pick, label): &(TrayPick, String)| {
            let pick = *pick;
            let entry = StandardItem {
                label: label.replace('_', "__"), // one alone marks a key
                activate: Box::new(move |item: &mut Self| (item.sink)(TrayEvent::Picked(pick))),
                ..StandardItem::default()
            };
            MenuItem::from(entry)
        };
        self.look.menu.iter().map(entry).collect()
    }

    fn watcher_online(&self) {
        self.tell(true);
    }

    fn watcher_offline(&self, _: OfflineReason) -> bool {
        self.tell(false);
        true // it may come back
    }
}

/// Some desktops read markup here: a name that looks like it is to be read as a name.
fn unmarked(text: &str) -> String {
    let sign = |sign| match sign {
        '<' => '‹',
        '>' => '›',
        '&' => '＆',
        other => other,
    };
    text.chars().take(MAX_TOOLTIP_CHARS).map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_markup() {
        assert_eq!(
            unmarked("<b>Jan</b> &amp; <img src=x>"),
            "‹b›Jan‹/b› ＆amp; ‹img src=x›"
        );
        assert_eq!(unmarked(&"é".repeat(1000)).chars().count(), 200);
    }
}
