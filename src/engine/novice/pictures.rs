//! Pictures of the screen at the beginning and at the end of a period of control, for the novice's log alone.

use std::{
    io,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
};

use chrono::Utc;

use super::super::{
    picture::{PICTURES_ROOM_BYTES, encode_png},
    shared::Shared,
    worker::Worker,
};
use crate::{
    screen::Framebuffer,
    store::{Helper, PictureMoment},
};

/// Keeps the pictures of one period of control, on a thread of its own: packing one takes longer than the helper's picture may wait.
pub(super) struct Pictures {
    to: Sender<(PictureMoment, Framebuffer)>,
    began: bool,
}

impl Pictures {
    /// Makes ready for this helper's control.
    pub(super) fn start(shared: &Arc<Shared>, helper: Helper) -> io::Result<Self> {
        let (to, taken) = channel();
        let with = shared.clone();
        let run = move || keep(&with, &helper, taken);
        shared.threads.spawn("hulp-pictures", run)?;
        Ok(Self { to, began: false })
    }

    /// Control began.
    pub(super) fn begin(&mut self, worker: &Worker) {
        self.began = true;
        worker.photograph(PictureMoment::ControlBegan, self.to.clone());
    }

    /// It ended, if it had begun.
    pub(super) fn end(self, worker: &Worker) {
        if self.began {
            worker.photograph(PictureMoment::ControlEnded, self.to);
        }
    }
}

fn keep(shared: &Shared, helper: &Helper, taken: Receiver<(PictureMoment, Framebuffer)>) {
    for (moment, frame) in taken {
        let png = match encode_png(&frame) {
            Ok(png) => png,
            Err(error) => {
                tracing::error!(%error, "a picture of the screen was not packed");
                continue;
            }
        };
        let store = &shared.store;
        let kept = store.keep_picture(&png, moment, helper, PICTURES_ROOM_BYTES, Utc::now());
        if let Err(error) = kept {
            tracing::error!(%error, "a picture of the screen was not kept");
        }
    }
}
