//! Looks for computers nearby that take offers of help, while somebody looks at the page for it.

use std::{sync::Arc, time::Duration};

use tokio::task::JoinHandle;

use super::{super::shared::Shared, ExpertSide};
use crate::{engine::NearbyView, net::NearbySearch};

/// After a search that could not begin, the next try comes so much later.
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

/// Searches, from when the system allows it.
async fn search(shared: Arc<Shared>) {
    let mut search = loop {
        match NearbySearch::start() {
            Ok(search) => break search,
            Err(error) => {
                let (computers, trouble) = (vec![], Some(error.reason()));
                show(&shared, NearbyView { computers, trouble });
            }
        }
        tokio::time::sleep(SEARCH_AGAIN).await;
    };
    loop {
        let (computers, trouble) = (search.next().await, None);
        show(&shared, NearbyView { computers, trouble });
    }
}

fn show(shared: &Shared, nearby: NearbyView) {
    if shared.publisher.peek().nearby != nearby {
        shared.publisher.change(|view| view.nearby = nearby);
    }
}
