//! Finds the novice's computer again after the line broke: at once, and then again and again with growing pauses, until this is
//! dropped.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use super::super::shared::Shared;
use crate::{
    invitation::Fingerprint,
    net::{self, Link, Places},
};

/// Before the second try; each pause is twice the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
/// No pause is longer, so that a line which is back is soon found.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);
/// So long one try may take, which is enough on the worst of lines. Longer ones would miss a line that comes back meanwhile: what is
/// under way has growing pauses of its own.
const TRY_TIME: Duration = Duration::from_secs(10);

/// The search. Dropping it ends every try.
pub(super) struct Redial(Pin<Box<dyn Future<Output = Link> + Send>>);

impl Redial {
    /// Searches at these places for the computer with this key. `tries` is how often a line that was found led to nothing: so the
    /// first pause is before the first try.
    pub(super) fn start(
        shared: Arc<Shared>,
        places: Places,
        novice_key: Fingerprint,
        tries: u32,
    ) -> Self {
        Self(Box::pin(async move {
            let mut tries = tries;
            loop {
                if tries > 0 {
                    tokio::time::sleep(pause(tries)).await;
                }
                let connect = net::connect(places.clone(), novice_key, &shared.identity);
                match tokio::time::timeout(TRY_TIME, connect).await {
                    Ok(Ok(link)) => return link,
                    Err(_) => tracing::debug!(tries, "the line is not back in time"),
                    Ok(Err(error)) => tracing::debug!(%error, tries, "the line is not back yet"),
                }
                tries += 1;
            }
        }))
    }

    /// Ends when the computer is found. Dropping the future loses nothing.
    pub(super) async fn found(&mut self) -> Link {
        (&mut self.0).await
    }
}

fn pause(tries: u32) -> Duration {
    let doubled = 2_u32.saturating_pow(tries.saturating_sub(1));
    FIRST_PAUSE.saturating_mul(doubled).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_limit() {
        let pauses: Vec<_> = [1, 2, 3, 4, 5, u32::MAX].map(pause).into();
        let millis = [250, 500, 1000, 2000, 2000, 2000].map(Duration::from_millis);
        assert_eq!(pauses, millis);
    }
}
