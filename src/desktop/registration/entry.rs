//! Hulp's entry among the desktop's programs, with the path of this very program (Desktop Entry Specification 1.5).

use std::path::Path;

use super::RegistrationError;

/// The entry that a package installs: there the program is found by its name.
const PACKAGED: &str = include_str!("../../../assets/linux/hulp.desktop");
const BY_NAME: &str = "hulp";

/// The entry for the program at `path`.
///
/// # Errors
/// [`RegistrationError::OddPath`] for a path that no entry can have.
pub(super) fn entry(path: &Path) -> Result<String, RegistrationError> {
    let program = Program::at(path).ok_or_else(|| RegistrationError::OddPath(path.to_owned()))?;
    let Program { value, command } = program;
    let lines = PACKAGED.lines().map(|line| match line.split_once('=') {
        Some((key @ "TryExec", BY_NAME)) => format!("{key}={value}\n"),
        Some((key @ "Exec", packaged)) => {
            let arguments = packaged.strip_prefix(BY_NAME).unwrap_or_default();
            format!("{key}={command}{arguments}\n")
        }
        _ => format!("{line}\n"),
    });
    Ok(lines.collect())
}

/// A program in an entry.
pub(in crate::desktop) struct Program {
    /// Its path, as `TryExec` has it.
    pub(in crate::desktop) value: String,
    /// As `Exec` has it, before its arguments.
    pub(in crate::desktop) command: String,
}

impl Program {
    /// The one with this path, unless no entry can have that: where it is not UTF-8, or has control characters, or an equal sign,
    /// which the specification forbids and `env` would take for a variable's.
    pub(in crate::desktop) fn at(path: &Path) -> Option<Self> {
        let text = path.to_str()?;
        if text.contains(|sign: char| sign.is_control() || sign == '=') {
            return None;
        }
        Some(Self {
            value: escaped(text),
            command: escaped(&command(text)),
        })
    }
}

/// The program as `Exec` has it. A plain path stays as it is, for the `xdg-open` of bare window managers knows no quotes. `env`
/// stands before any other: to see whether the program is there, `xdg-mime` takes the first word as it is, quotes too, and GLib
/// does before it turns `%%` back into `%`.
fn command(path: &str) -> String {
    let is_plain = path
        .chars()
        .all(|sign| sign.is_alphanumeric() || "/._-+".contains(sign));
    if is_plain {
        return path.to_owned();
    }
    let mut quoted = String::from("env \"");
    for sign in path.chars() {
        match sign {
            '"' | '`' | '$' | '\\' => quoted.extend(['\\', sign]),
            '%' => quoted.push_str("%%"),
            _ => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

/// A text as the value of any key.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_command_of_the_entry_names_the_program() {
        let text = entry(Path::new("/home/zoë/bin/hulp-0.1")).unwrap();
        assert!(text.contains("\nTryExec=/home/zoë/bin/hulp-0.1\n"));
        assert!(text.contains("\nExec=/home/zoë/bin/hulp-0.1 %F\n"));
        assert!(text.contains("\nExec=/home/zoë/bin/hulp-0.1 show invite\n"));
        assert!(!text.contains("Exec=hulp"));
        assert_eq!(text.lines().count(), PACKAGED.lines().count());
    }

    #[test]
    fn odd_paths_are_quoted() {
        let text = entry(Path::new(r#"/tmp/it's "5 %" $HOME `x` \n/hulp"#)).unwrap();
        assert!(
            text.contains(
                "\nExec=env \"/tmp/it's \\\\\"5 %%\\\\\" \\\\$HOME \\\\`x\\\\` \\\\\\\\n/hulp\" %F\n"
            ),
            "{text}"
        );
        assert!(text.contains("\nTryExec=/tmp/it's \"5 %\" $HOME `x` \\\\n/hulp\n"));
        assert!(
            entry(Path::new("/opt/my tools/hulp"))
                .unwrap()
                .contains("\nExec=env \"/opt/my tools/hulp\" %F\n")
        );
    }

    #[test]
    fn what_no_entry_can_say_is_refused() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
        let not_utf8 = Path::new(OsStr::from_bytes(b"/tmp/\xff/hulp"));
        for path in [
            not_utf8,
            Path::new("/tmp/a\nb/hulp"),
            Path::new("/tmp/a=b/hulp"),
        ] {
            assert!(matches!(
                entry(path),
                Err(RegistrationError::OddPath(odd)) if odd == path
            ));
        }
    }
}
