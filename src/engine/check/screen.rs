//! The screen, and mouse and keyboard: opened as for a session, with nobody at the other side.

use std::{
    sync::{Arc, mpsc},
    time::Duration,
};

use tokio::sync::mpsc::unbounded_channel;

use super::{Trial, blocking, picture::small, too_late};
use crate::{
    desktop::{Desktop, DesktopError, Injector, LocalInput, StopKeys},
    engine::view::{CheckFact, CheckFault, CheckGap, CheckPart, CheckState},
    screen::{Framebuffer, Size},
};

/// How long a picture of the screen may take.
const SCREEN: Duration = Duration::from_secs(20);
/// How long opening mouse and keyboard, and moving the pointer, may take.
const HANDS: Duration = Duration::from_secs(10);
/// How long both may take where the desktop asks its user: it asks one question after the other.
const ASKED: Duration = Duration::from_secs(300);

impl Trial {
    pub(super) async fn try_screen(&self) {
        let desktop = self.shared.desktop.clone();
        let patience = self.patience(CheckPart::Screen, SCREEN);
        let work = blocking(move || match picture(&*desktop) {
            Ok(fact) => CheckState::Works(fact),
            Err(why) => CheckState::Fails(CheckFault::Screen(why)),
        });
        self.one(CheckPart::Screen, patience, work).await;
    }

    /// How long this part may take; where the desktop asks its user about it, that is said beforehand.
    fn patience(&self, part: CheckPart, patience: Duration) -> Duration {
        if !self.shared.desktop.asks_by_itself() {
            return patience;
        }
        self.tell(part, CheckState::Asking);
        ASKED
    }

    /// The pointer, and then the stop keys for as long as the check goes on.
    pub(super) async fn try_hands(&self) {
        let desktop = self.shared.desktop.clone();
        let patience = self.patience(CheckPart::Input, HANDS);
        let (heard, mut hearing) = unbounded_channel();
        let (opened, mut opening) = unbounded_channel();
        let (going, over) = mpsc::channel::<()>();
        let opened_on = desktop.clone();
        // It holds mouse and keyboard until `going` is dropped.
        let holding = tokio::task::spawn_blocking(move || {
            let sink = Arc::new(move |input| {
                if let LocalInput::Stop(key) = input {
                    let _ = heard.send(key); // the check may be over
                }
            });
            let tried = opened_on.injector(sink).and_then(try_pointer);
            let (hands, found) = match tried {
                Ok((hands, found)) => (Some(hands), Ok(found)),
                Err(error) => (None, Err(error.to_string())),
            };
            let _ = opened.send(found);
            let _ = over.recv(); // nothing comes: the check is over
            drop(hands);
        });
        let found = async {
            tokio::select! {
                () = self.over() => None,
                found = tokio::time::timeout(patience, opening.recv()) => Some(found),
            }
        };
        match found.await {
            None => {}
            Some(Ok(Some(Ok(found)))) => {
                self.tell(CheckPart::Input, found);
                let watching = |key| {
                    CheckState::Works(match (desktop.stop_keys(), key) {
                        (StopKeys::Everywhere, key) | (_, key @ Some(_)) => {
                            CheckFact::Watching(key)
                        }
                        (StopKeys::InOurWindow, None) => CheckFact::StopKeysInWindow,
                        (StopKeys::Shortcut(keys), None) => CheckFact::StopShortcut(keys),
                    })
                };
                self.tell(CheckPart::StopKeys, watching(None));
                loop {
                    tokio::select! {
                        () = self.over() => break,
                        heard = hearing.recv() => match heard {
                            Some(key) => self.tell(CheckPart::StopKeys, watching(Some(key))),
                            None => break,
                        },
                    }
                }
            }
            Some(Ok(Some(Err(why)))) => {
                self.tell(CheckPart::Input, CheckState::Fails(CheckFault::Input(why)));
                let nothing = CheckState::NotSetUp(CheckGap::NothingToStop);
                self.tell(CheckPart::StopKeys, nothing);
            }
            Some(Ok(None)) => {
                for part in [CheckPart::Input, CheckPart::StopKeys] {
                    self.tell(part, CheckState::Fails(CheckFault::Broken));
                }
            }
            Some(Err(_)) => {
                for part in [CheckPart::Input, CheckPart::StopKeys] {
                    self.tell(part, too_late(patience));
                }
                return; // the thread is left to itself: it may never come back
            }
        }
        drop(going);
        let _ = holding.await;
    }
}

fn picture(desktop: &dyn Desktop) -> Result<CheckFact, String> {
    let mut capture = desktop.capture().map_err(|error| error.to_string())?;
    let mut frame = Framebuffer::new(Size::default());
    let grabbed = capture.grab(&mut frame);
    grabbed.map_err(|error| error.to_string())?;
    let mut pixels = frame.pixels().iter();
    let first = pixels.next().ok_or("the screen has no pixels")?;
    Ok(CheckFact::Screen {
        size: frame.size(),
        is_blank: pixels.all(|pixel| pixel == first),
        small: Arc::new(small(&frame)),
    })
}

/// What holds mouse and keyboard, and what became of the pointer that was sent somewhere.
type Tried = (Box<dyn Injector>, CheckState);

fn try_pointer(mut hands: Box<dyn Injector>) -> Result<Tried, DesktopError> {
    let found = match (hands.try_pointer()?, hands.sees_pointer()) {
        (true, true) => CheckState::Works(CheckFact::PointerMoved),
        (true, false) => CheckState::Works(CheckFact::PointerTaken),
        (false, _) => CheckState::Fails(CheckFault::PointerStays),
    };
    Ok((hands, found))
}
