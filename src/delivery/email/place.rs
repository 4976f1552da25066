//! Where the attachment lies while a mail program takes it.

use std::path::{Path, PathBuf};

use directories::UserDirs;

use crate::invitation::{EXTENSION, InvitationId};

/// So many signs of the invitation's name are in the file's.
const ID_CHARS: usize = 8;

/// Where to save the attachment for a mail program: near where the novice saves files, and in plain ASCII, since some
/// programs and the script `xdg-email` break at an apostrophe, a comma or an accent in a path.
pub fn attachment_place(suggested: &Path, id: InvitationId) -> PathBuf {
    let near = suggested.parent().map(Path::to_owned);
    let folder = near
        .iter()
        .cloned()
        .chain(usual_folders())
        .find(|folder| folder.is_dir() && is_plain(folder));
    let id: String = id.to_string().chars().take(ID_CHARS).collect();
    folder
        .or(near)
        .unwrap_or_default()
        .join(format!("Invitation-{id}.{EXTENSION}"))
}

/// Where users look for their files, and last where every program may write.
fn usual_folders() -> Vec<PathBuf> {
    let user = UserDirs::new();
    let known = user.iter().flat_map(|user| {
        let folders = [user.document_dir(), user.download_dir()];
        folders.into_iter().flatten().chain([user.home_dir()])
    });
    let mut folders: Vec<_> = known.map(Path::to_owned).collect();
    folders.push(std::env::temp_dir());
    folders
}

/// Whether every program takes this path as it is.
fn is_plain(path: &Path) -> bool {
    path.to_str().is_some_and(|path| {
        path.chars()
            .all(|sign| sign.is_ascii_alphanumeric() || r"/\:._-~".contains(sign))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_place_is_near_if_plain_and_always_plain() {
        let folder = tempfile::tempdir().unwrap();
        let id = InvitationId([0xab; 16]);
        let near = attachment_place(&folder.path().join("Invitation from Zoë.hulp"), id);
        assert_eq!(near, folder.path().join("Invitation-abababab.hulp"));
        for odd in ["Zoë's files", "a,b", "with space"] {
            let odd = folder.path().join(odd);
            std::fs::create_dir(&odd).unwrap();
            let elsewhere = attachment_place(&odd.join("x.hulp"), id);
            assert!(is_plain(&elsewhere), "{}", elsewhere.display());
            assert!(elsewhere.parent().unwrap().is_dir());
        }
    }
}
