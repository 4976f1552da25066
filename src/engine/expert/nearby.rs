//! Looks for computers nearby that take offers of help, while somebody looks at the page for it.

use std::{sync::Arc, time::Duration};

use tokio::task::JoinHandle;

use super::{super::shared::Shared, ExpertSide};
use crate::{
    engine::{NearbyTrouble, NearbyView},
    net::NearbySearch,
};

/// After a search that could not begin, or ended, the next one begins so much later.
const SEARCH_AGAIN: Duration = Duration::from_secs(5);

/// The search. Dropped, it is over.
pub(super) struct Lookout(JoinHandle<()>);

impl Drop for Lookout {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl ExpertSide {
    pub(super) fn look_nearby(&mut self, look: bool) {
        if !look || !self.shared.nearby {
            self.lookout = None;
            show(&self.shared, NearbyView::default());
        } else if self.lookout.is_none() {
            show(&self.shared, NearbyView::default()); // what the last one heard
            self.lookout = Some(Lookout(tokio::spawn(search(self.shared.clone()))));
        }
    }
}

/// Searches, and once more whenever that comes to an end: more is said on the network at times than a search takes in.
async fn search(shared: Arc<Shared>) {
    loop {
        let trouble = match NearbySearch::start() {
            Ok(mut search) => {
                while let Some(computers) = search.next().await {
                    let trouble = None;
                    show(&shared, NearbyView { computers, trouble });
                }
                NearbyTrouble::TooMuch
            }
            Err(error) => NearbyTrouble::Unheard(error.reason()),
        };
        let (computers, trouble) = (vec![], Some(trouble));
        show(&shared, NearbyView { computers, trouble });
        tokio::time::sleep(SEARCH_AGAIN).await;
    }
}

fn show(shared: &Shared, nearby: NearbyView) {
    if shared.publisher.peek().nearby != nearby {
        shared.publisher.change(|view| view.nearby = nearby);
    }
}
