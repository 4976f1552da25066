//! The socket of free systems and of macOS: a file in the store's folder.

use std::{
    fs, io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use tokio::net::{UnixListener, UnixStream};

/// Its name.
const SOCKET: &str = "hulp.socket";

pub(super) type Stream = UnixStream;

/// Where callers come in.
pub(super) struct Door(UnixListener);

impl Door {
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let path = path(folder);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let listener = UnixListener::bind(&path)?;
        // The folder keeps others out already, also before this.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
        Ok(Self(listener))
    }

    /// The next one who comes and is the same user.
    pub(super) async fn next(&mut self) -> io::Result<Stream> {
        loop {
            let (stream, _) = self.0.accept().await?;
            if is_ours(&stream)? {
                return Ok(stream);
            }
            tracing::warn!("another user called");
        }
    }
}

/// Calls whoever listens there, if it is the same user.
pub(super) async fn call(folder: &Path) -> io::Result<Stream> {
    let stream = UnixStream::connect(path(folder)).await?;
    match is_ours(&stream)? {
        true => Ok(stream),
        false => Err(io::ErrorKind::PermissionDenied.into()),
    }
}

/// Takes away what is listened at; that it is gone already is as well.
pub(super) fn remove(folder: &Path) {
    let _ = fs::remove_file(path(folder));
}

fn path(folder: &Path) -> PathBuf {
    folder.join(SOCKET)
}

/// Whether the same user is at the other end. Who we are tells a pair of our own.
fn is_ours(stream: &UnixStream) -> io::Result<bool> {
    let (own, _) = UnixStream::pair()?;
    Ok(stream.peer_cred()?.uid() == own.peer_cred()?.uid())
}
