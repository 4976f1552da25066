//! A way in through the router: one of its ports that leads to ours, asked for by UPnP, PCP or NAT-PMP.
//!
//! Asking sends a multicast (UPnP), which firewalls may ask about; so it is done only while somebody is invited.

use std::{num::NonZeroU16, time::Duration};

use portmapper::{Client, Config, Protocol};
use tokio::{
    sync::{oneshot, watch},
    task::JoinHandle,
    time::{Instant, sleep, timeout, timeout_at},
};

use super::ways::{Mapping, Ways};

/// So long a router may take to answer which of the three it speaks, and to open the port.
const ASK_TIME: Duration = Duration::from_secs(6);
/// A router that opened nothing is asked again after this long: another network, or a setting that was changed.
const ASK_AGAIN_AFTER: Duration = Duration::from_secs(5 * 60);
/// So long closing may take.
const CLOSE_TIME: Duration = Duration::from_secs(2);

/// A port of the router's that is kept open; renewed in time. Dropping it leaves the port to its lease; [`PortMap::close`] closes it.
#[derive(Debug)]
pub(super) struct PortMap {
    /// Dropped to say that it is over.
    close: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl PortMap {
    /// Asks for it, and says in `ways` what became of it.
    pub(super) fn open(port: NonZeroU16, ways: watch::Sender<Ways>) -> Self {
        let (close, closed) = oneshot::channel();
        ways.send_modify(|ways| ways.mapping = Mapping::Asked);
        let task = tokio::spawn(keep(port, ways, closed));
        Self {
            close: Some(close),
            task,
        }
    }

    /// Closes the port, and waits for it.
    pub(super) async fn close(mut self) {
        drop(self.close.take());
        let _ = timeout(CLOSE_TIME, &mut self.task).await;
    }
}

impl Drop for PortMap {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn keep(port: NonZeroU16, ways: watch::Sender<Ways>, mut closed: oneshot::Receiver<()>) {
    let client = Client::new(Config {
        protocol: Protocol::Tcp,
        ..Config::default()
    });
    let mut address = client.watch_external_address();
    let working = async {
        loop {
            let give_up = Instant::now() + ASK_TIME;
            // Unless it knows what the router speaks, the client tries UPnP alone.
            let probed = timeout_at(give_up, client.probe()).await;
            if matches!(probed, Ok(Ok(Ok(found))) if found.upnp || found.pcp || found.nat_pmp) {
                client.update_local_port(port);
                client.procure_mapping();
                let _ = timeout_at(give_up, address.wait_for(Option::is_some)).await;
            }
            loop {
                let now = *address.borrow_and_update();
                let mapping = now.map_or(Mapping::Refused, |at| Mapping::At(at.into()));
                ways.send_if_modified(|ways| {
                    std::mem::replace(&mut ways.mapping, mapping) != mapping
                });
                tokio::select! {
                    changed = address.changed() => if changed.is_err() { return },
                    () = sleep(ASK_AGAIN_AFTER), if now.is_none() => break,
                }
            }
        }
    };
    tokio::select! {
        () = working => {}
        _ = &mut closed => {}
    }
    client.deactivate();
    // It does one thing after the other, so an answer to this one means that the port is closed.
    let _ = timeout(CLOSE_TIME, client.probe()).await;
}
