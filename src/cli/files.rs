//! Files that the command line names.

use std::{
    fs::{self, File},
    io::{Read, Write},
    path::Path,
};

use anyhow::{Context, bail};
use hulp::language::say;
use tempfile::Builder;

/// Who may read a file that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// Its owner alone. One that is there already is never replaced: it may be the only copy of a secret.
    Owner,
    /// Whoever may read the folder's other documents.
    Everybody,
}

/// Reads a file, but not more of it than `max_bytes` and one.
pub(super) fn read(path: &Path, max_bytes: usize) -> anyhow::Result<Vec<u8>> {
    let shown = path.display().to_string();
    let context = || say!("terminal-not-read", path = shown);
    if !fs::metadata(path).with_context(context)?.is_file() {
        bail!("{}", say!("terminal-no-file", path = shown)); // a pipe would keep us waiting
    }
    let mut bytes = Vec::with_capacity(max_bytes + 1);
    let file = File::open(path).with_context(context)?;
    file.take(max_bytes as u64 + 1)
        .read_to_end(&mut bytes)
        .with_context(context)?;
    Ok(bytes)
}

/// Writes a file, whole or not at all; it is on the disk when this returns.
pub(super) fn write(path: &Path, text: &str, whose: For) -> anyhow::Result<()> {
    let shown = path.display().to_string();
    let context = || say!("terminal-not-written", path = shown);
    let path = std::path::absolute(path).with_context(context)?;
    let folder = path.parent().with_context(context)?;
    #[cfg_attr(windows, allow(unused_mut, reason = "its own user's already"))]
    let mut builder = Builder::new();
    #[cfg(unix)]
    if whose == For::Everybody {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666)); // the umask decides
    }
    let mut file = builder.tempfile_in(folder).with_context(context)?;
    file.write_all(text.as_bytes()).with_context(context)?;
    file.as_file().sync_all().with_context(context)?;
    match whose {
        For::Owner => file.persist_noclobber(&path),
        For::Everybody => file.persist(&path),
    }
    .map_err(|error| error.error)
    .with_context(context)?;
    Ok(())
}
