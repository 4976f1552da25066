//! Notices of free desktops (`org.freedesktop.Notifications`).

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};

use zbus::{
    blocking::{Connection, Proxy, connection::Builder},
    zvariant::Value,
};

use super::{Notice, NoticeClicked, Notices};

const BUS_NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
const INTERFACE: &str = "org.freedesktop.Notifications";

/// How long the desktop may take for an answer.
const ANSWER_PATIENCE: Duration = Duration::from_secs(5);
/// The most letters of the line, and of the text.
const MAX_TITLE_CHARS: usize = 120;
const MAX_TEXT_CHARS: usize = 400;
/// Stays until it is answered.
const NO_TIMEOUT: i32 = 0;
/// The urgency of what should not wait.
const CRITICAL: u8 = 2;
/// The action of a click on the notice itself.
const CLICK: &str = "default";

/// Nothing on a computer without a session's bus, or whose desktop has no notices. May wait for them.
pub(in crate::desktop) fn open(clicked: NoticeClicked) -> Option<Box<dyn Notices>> {
    Server::open(clicked)
        .inspect_err(|error| tracing::info!(%error, "the desktop shows no notices"))
        .ok()
        .map(|server| Box::new(server) as Box<dyn Notices>)
}

struct Server {
    connection: Connection,
    proxy: Proxy<'static>,
    /// Whether it takes the text for markup.
    reads_markup: bool,
    /// The number of the notice that is shown; none has 0.
    shown: Arc<AtomicU32>,
}

impl Server {
    fn open(clicked: NoticeClicked) -> zbus::Result<Self> {
        let connection = Builder::session()?
            .method_timeout(ANSWER_PATIENCE)
            .build()?;
        let proxy = Proxy::new(&connection, BUS_NAME, PATH, INTERFACE)?;
        let can: Vec<String> = proxy.call("GetCapabilities", &())?;
        let shown = Arc::new(AtomicU32::new(0));
        let clicks = proxy.receive_signal("ActionInvoked")?;
        let number = shown.clone();
        // Ends with the connection.
        thread::Builder::new()
            .name("notices".into())
            .spawn(move || {
                for signal in clicks {
                    let body = signal.body();
                    let invoked: Result<(u32, &str), _> = body.deserialize();
                    if invoked.is_ok_and(|(id, _)| id != 0 && id == number.load(Ordering::SeqCst)) {
                        clicked();
                    }
                }
            })
            .map_err(|error| zbus::Error::InputOutput(Arc::new(error)))?;
        Ok(Self {
            connection,
            proxy,
            reads_markup: can.iter().any(|what| what == "body-markup"),
            shown,
        })
    }
}

impl Notices for Server {
    fn show(&mut self, notice: &Notice) {
        let title = cut(&notice.title, MAX_TITLE_CHARS);
        let text = cut(&notice.text, MAX_TEXT_CHARS);
        let text = if self.reads_markup {
            escaped(&text)
        } else {
            text
        };
        let hints: HashMap<&str, Value<'_>> = HashMap::from([
            ("urgency", CRITICAL.into()),
            ("desktop-entry", "hulp".into()),
            ("category", "call.incoming".into()),
        ]);
        let before = self.shown.load(Ordering::SeqCst);
        let actions = [CLICK, notice.open.as_str()];
        let asked = (
            "Hulp",
            before,
            "hulp",
            &title,
            &text,
            &actions[..],
            hints,
            NO_TIMEOUT,
        );
        match self.proxy.call("Notify", &asked) {
            Ok(number) => self.shown.store(number, Ordering::SeqCst),
            // The window asks as well.
            Err(error) => tracing::warn!(%error, "the desktop did not show a notice"),
        }
    }

    fn withdraw(&mut self) {
        let number = self.shown.swap(0, Ordering::SeqCst);
        if number != 0 {
            // The user may have closed it.
            let _: zbus::Result<()> = self.proxy.call("CloseNotification", &number);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.withdraw();
        self.connection.clone().close().ok(); // a bus that is gone is closed too
    }
}

fn cut(text: &str, longest: usize) -> String {
    let is_too_long = text.chars().nth(longest).is_some();
    let mut cut: String = text.chars().take(longest).collect();
    if is_too_long {
        cut.pop();
        cut.push('…');
    }
    cut
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_markup_is_text() {
        assert_eq!(
            escaped("<a href=\"x\">Jan & co</a>"),
            "&lt;a href=\"x\"&gt;Jan &amp; co&lt;/a&gt;"
        );
    }

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(cut("héél", 4), "héél");
        assert_eq!(cut("héélp", 4), "héé…");
    }
}
