//! Free desktops: what the shared database of file types takes a file for, and whose that type is.

use std::path::Path;

use super::Opener;
use crate::desktop::question::ask;

/// How Hulp's own entry among the desktop's programs is called.
const OWN_ENTRY: &str = "hulp";

pub(in crate::desktop) fn opener_of(file: &Path) -> Opener {
    let Some(kind) = kind_of(&file.to_string_lossy()) else {
        return Opener::Unknown;
    };
    match ask("xdg-mime", &["query", "default", &kind]) {
        None => Opener::Unknown,
        Some(entry) => named(&entry),
    }
}

/// What kind of file the desktop takes it for. GLib, which most file managers use, is asked first: outside of the large desktops
/// `xdg-mime` asks `file`, which looks at the bytes alone and does not know the kinds that programs bring along.
fn kind_of(path: &str) -> Option<String> {
    let told = ask("gio", &["info", "-a", "standard::content-type", path]);
    let named = told.iter().flat_map(|told| told.lines());
    named
        .filter_map(|line| line.trim().strip_prefix("standard::content-type: "))
        .map(str::to_owned)
        .next()
        .or_else(|| ask("xdg-mime", &["query", "filetype", path]))
}

fn named(entry: &str) -> Opener {
    match entry.strip_suffix(".desktop").unwrap_or(entry) {
        "" => Opener::Nobody,
        OWN_ENTRY => Opener::Hulp,
        other => Opener::Another(other.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_told_by_their_names() {
        assert_eq!(named("hulp.desktop"), Opener::Hulp);
        assert_eq!(named(""), Opener::Nobody);
        let other = Opener::Another("org.gnome.TextEditor".into());
        assert_eq!(named("org.gnome.TextEditor.desktop"), other);
    }
}
