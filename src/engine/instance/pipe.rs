//! Windows' named pipe. Its default security lets write to it its own user, administrators and the system alone.

use std::{io, path::Path};

use sha2::{Digest, Sha256};
use tokio::net::windows::named_pipe::{
    ClientOptions, NamedPipeClient, NamedPipeServer, ServerOptions,
};

pub(super) type Stream = NamedPipeServer;

/// Where callers come in.
pub(super) struct Door {
    name: String,
    /// Waits for the next caller.
    waiting: NamedPipeServer,
}

impl Door {
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let name = name(folder);
        // The first of this name, so that nobody who took it before listens in.
        let waiting = options().first_pipe_instance(true).create(&name)?;
        Ok(Self { name, waiting })
    }

    /// The next one who comes.
    pub(super) async fn next(&mut self) -> io::Result<Stream> {
        self.waiting.connect().await?;
        let next = options().create(&self.name)?;
        Ok(std::mem::replace(&mut self.waiting, next))
    }
}

/// Calls whoever listens there.
pub(super) async fn call(folder: &Path) -> io::Result<NamedPipeClient> {
    ClientOptions::new().open(name(folder))
}

/// A pipe goes with its process.
pub(super) fn remove(_folder: &Path) {}

fn options() -> ServerOptions {
    let mut options = ServerOptions::new();
    options.reject_remote_clients(true);
    options
}

/// All pipes of a computer share one folder, so each store's has a name of its own.
fn name(folder: &Path) -> String {
    let hash = Sha256::digest(folder.to_string_lossy().as_bytes());
    let hash: String = hash
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!(r"\\.\pipe\hulp-{hash}")
}
