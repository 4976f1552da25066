//! The pictures of the screen that the novice chose in the desktop's own question.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use super::{
    bus::refused, grants::Grants, picture::Picture, session::Session, stream::PictureStream,
};
use crate::{
    desktop::{Capture, CaptureError, CursorChange, DesktopError},
    screen::{Damage, Framebuffer, Size},
};

/// How long PipeWire may take until the first picture is there.
const FIRST_PICTURE_PATIENCE: Duration = Duration::from_secs(10);

/// The shared screen.
pub(super) struct PortalCapture {
    grants: Arc<Grants>,
    /// What it is seen by while nobody uses mouse and keyboard.
    screen: Arc<Session>,
    feed: Feed,
    /// A session whose pictures did not come.
    blind: Weak<Session>,
    /// All of the next picture is new.
    whole: bool,
}

/// The pictures of one session.
pub(super) struct Feed {
    session: Arc<Session>,
    pub(super) picture: Arc<Picture>,
    _stream: PictureStream,
}

impl PortalCapture {
    /// Asks the novice.
    pub(super) fn open(grants: Arc<Grants>) -> Result<Self, DesktopError> {
        let screen = grants.screen()?;
        let feed = Feed::open(screen.clone())?;
        let capture = Self {
            grants,
            screen,
            feed,
            blind: Weak::new(),
            whole: true,
        };
        capture.grants.show(capture.size());
        Ok(capture)
    }

    /// Looks where it should be looked: while somebody uses mouse and keyboard, at the screen on which they do.
    fn follow(&mut self) -> Result<(), CaptureError> {
        let controlled = self.grants.controlled();
        let seen = controlled.filter(|session| !std::ptr::eq(self.blind.as_ptr(), &**session));
        let wanted = seen.unwrap_or_else(|| self.screen.clone());
        if Arc::ptr_eq(&wanted, &self.feed.session) {
            return Ok(());
        }
        if let Some(why) = self.screen.why_ended() {
            return Err(CaptureError(why.into()));
        }
        match Feed::open(wanted.clone()) {
            Ok(feed) => {
                self.feed = feed;
                self.whole = true;
            }
            Err(error) if Arc::ptr_eq(&wanted, &self.screen) => {
                return Err(CaptureError(error.to_string()));
            }
            Err(error) => {
                tracing::warn!(%error, "no pictures of the screen that is controlled");
                self.blind = Arc::downgrade(&wanted);
            }
        }
        Ok(())
    }
}

impl Capture for PortalCapture {
    fn size(&self) -> Size {
        self.feed.picture.lock().size()
    }

    fn wait(&mut self, patience: Duration) -> Result<bool, CaptureError> {
        self.follow()?;
        if self.whole {
            return Ok(true);
        }
        let latest = self.feed.picture.wait(patience, |latest| latest.has_news());
        match latest.ended() {
            Some(why) if !Arc::ptr_eq(&self.feed.session, &self.screen) => {
                tracing::debug!(why, "the screen is seen as before it was controlled");
                self.blind = Arc::downgrade(&self.feed.session);
                Ok(false)
            }
            Some(why) => Err(CaptureError(why.to_owned())),
            None => Ok(latest.has_news()),
        }
    }

    fn grab(&mut self, frame: &mut Framebuffer) -> Result<Damage, CaptureError> {
        self.follow()?;
        let mut latest = self.feed.picture.lock();
        let damage = latest.copy_to(frame, self.whole);
        self.whole = false;
        self.grants.show(frame.size());
        Ok(damage)
    }

    fn cursor(&mut self) -> CursorChange {
        self.feed.picture.lock().take_cursor()
    }
}

impl Feed {
    /// Opens them, and waits for the first.
    pub(super) fn open(session: Arc<Session>) -> Result<Self, DesktopError> {
        let feed = Self::start(session)?;
        {
            let latest = feed.picture.wait(FIRST_PICTURE_PATIENCE, |latest| {
                latest.size().pixels() > 0 || latest.ended().is_some()
            });
            match latest.ended() {
                Some(why) => return Err(refused(why)),
                None if latest.size().pixels() == 0 => {
                    let text = "your desktop agreed, but sends no pictures of its screen";
                    return Err(refused(text));
                }
                None => {}
            }
        }
        Ok(feed)
    }

    /// Opens them.
    pub(super) fn start(session: Arc<Session>) -> Result<Self, DesktopError> {
        let picture = Arc::new(Picture::new());
        let stream = PictureStream::start(session.pictures()?, session.node(), picture.clone())?;
        let watched = Arc::downgrade(&picture);
        session.when_ended(Box::new(move |why| {
            if let Some(picture) = watched.upgrade() {
                picture.end(why);
            }
        }));
        Ok(Self {
            session,
            picture,
            _stream: stream,
        })
    }
}
