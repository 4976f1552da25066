//! Free desktops: a desktop entry in the user's `autostart` folder (XDG Desktop Application Autostart, and Desktop Entry 1.5 for what
//! stands in it).

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use directories::BaseDirs;

use super::{AutostartError, BACKGROUND_ARGUMENT, file};
use crate::desktop::registration::Program;

const FILE: &str = "hulp.desktop";
/// The most bytes of an entry that is read.
const MAX_ENTRY_BYTES: u64 = 64 * 1024;

pub(super) fn is_on() -> bool {
    place().is_some_and(|place| is_on_at(&place))
}

pub(super) fn turn_on(program: &Path) -> Result<(), AutostartError> {
    let place = place().ok_or(AutostartError::Unknown("where your settings are"))?;
    file::replace(&place, text(program)?.as_bytes())
}

pub(super) fn turn_off() -> Result<(), AutostartError> {
    let place = place().ok_or(AutostartError::Unknown("where your settings are"))?;
    file::remove(&place)
}

/// `XDG_CONFIG_HOME`, where that is a whole path, else `~/.config`.
fn place() -> Option<PathBuf> {
    let folders = BaseDirs::new()?;
    Some(folders.config_dir().join("autostart").join(FILE))
}

/// Desktops have their own switches for it: `Hidden` in all, and GNOME's.
fn is_on_at(place: &Path) -> bool {
    let mut text = String::new();
    let read = File::open(place).map(|file| file.take(MAX_ENTRY_BYTES).read_to_string(&mut text));
    if !matches!(read, Ok(Ok(_))) {
        return false;
    }
    let value = |key: &str| {
        let mut lines = text.lines();
        lines.find_map(|line| {
            let (found, value) = line.split_once('=')?;
            (found.trim() == key).then(|| value.trim())
        })
    };
    let starts_program =
        value("TryExec").is_none_or(|program| Path::new(&program.replace(r"\\", r"\")).is_file());
    value("Exec").is_some()
        && value("Hidden") != Some("true")
        && value("X-GNOME-Autostart-enabled") != Some("false")
        && starts_program
}

fn text(program: &Path) -> Result<String, AutostartError> {
    let Program { value, command } = Program::at(program).ok_or(AutostartError::Path)?;
    Ok(format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Version=1.5\n\
         Name=Hulp\n\
         Comment=Waits for your helpers without a window\n\
         Icon=hulp\n\
         Exec={command} {BACKGROUND_ARGUMENT}\n\
         TryExec={value}\n\
         Terminal=false\n\
         StartupNotify=false\n"
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::{
        fs,
        os::unix::{ffi::OsStrExt, fs::PermissionsExt},
        process::Command,
    };

    use super::*;
    use crate::desktop::question::ask;

    /// What a folder may be called, for all that quotes, field codes and escapes are made of.
    const FOLDERS: [&str; 7] = [
        "plain",
        "two words",
        "100 % %f %%u",
        "\"quoted\" 'and' so",
        "$HOME `id` ~ # ; & | < > * ?",
        "back\\slash \\n \\s \\\"",
        "é 漢 👋",
    ];

    #[test]
    fn the_program_stands_in_it_as_the_specification_says() {
        let text = text(Path::new("/a b/\"$x`\\%f/hulp")).unwrap();
        let exec = r#"Exec=env "/a b/\\"\\$x\\`\\\\%%f/hulp" --background"#;
        assert!(text.lines().any(|line| line == exec), "{text}");
        let try_exec = r#"TryExec=/a b/"$x`\\%f/hulp"#;
        assert!(text.lines().any(|line| line == try_exec), "{text}");
    }

    #[test]
    fn what_cannot_be_written_is_refused() {
        for path in [
            Path::new("/home/a=b/hulp"),
            Path::new("/home/a\nExec=rm/hulp"),
            Path::new(std::ffi::OsStr::from_bytes(b"/home/\xff/hulp")),
        ] {
            assert_eq!(text(path), Err(AutostartError::Path));
        }
    }

    #[test]
    fn wherever_the_program_lies_its_entry_is_found_to_be_on() {
        let home = tempfile::tempdir().unwrap();
        for folder in FOLDERS {
            let program = home.path().join(folder).join("hulp");
            fs::create_dir(program.parent().unwrap()).unwrap();
            fs::write(&program, "").unwrap();
            let place = home.path().join(folder).join("autostart/hulp.desktop");
            assert!(!is_on_at(&place));
            file::replace(&place, text(&program).unwrap().as_bytes()).unwrap();
            assert!(is_on_at(&place), "{folder}");
            fs::remove_file(&program).unwrap();
            assert!(!is_on_at(&place), "nothing is started: {folder}");
        }
    }

    #[test]
    fn what_cannot_be_written_is_told_plainly() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("autostart");
        fs::write(&folder, "").unwrap();
        let place = folder.join("hulp.desktop");
        let fault = file::replace(&place, b"").unwrap_err().to_string();
        assert!(fault.ends_with("something else is in its place"), "{fault}");
        assert!(fault.contains(&*place.to_string_lossy()), "{fault}");
        assert_eq!(file::remove(&place), Ok(()), "there is none");
    }

    #[test]
    fn desktops_own_switches_count() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("hulp.desktop");
        for (line, on) in [
            ("", true),
            ("Hidden=true\n", false),
            ("Hidden=false\n", true),
            ("X-GNOME-Autostart-enabled = false\n", false),
            ("X-GNOME-Autostart-enabled=true\n", true),
        ] {
            let text = text(Path::new("/bin/sh")).unwrap();
            fs::write(&place, text + line).unwrap();
            assert_eq!(is_on_at(&place), on, "{line}");
        }
        fs::write(&place, [0xff; 40]).unwrap();
        assert!(!is_on_at(&place));
    }

    /// What a desktop does with it, by GLib: the program starts, with our argument alone.
    #[test]
    fn a_desktop_starts_the_program_wherever_it_lies() {
        if ask("gio", &["version"]).is_none() {
            eprintln!("a_desktop_starts_the_program_wherever_it_lies: no gio, not tried");
            return;
        }
        let home = tempfile::tempdir().unwrap();
        for folder in FOLDERS {
            let program = home.path().join(folder).join("hulp");
            let told = home.path().join("told");
            fs::create_dir(program.parent().unwrap()).unwrap();
            let script = format!(
                "#!/bin/sh\nprintf '%s|' \"$0\" \"$@\" > '{0}.new'; mv '{0}.new' '{0}'\n",
                told.display()
            );
            fs::write(&program, script).unwrap();
            fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
            let place = home.path().join("hulp.desktop");
            file::replace(&place, text(&program).unwrap().as_bytes()).unwrap();
            let launched = Command::new("gio").arg("launch").arg(&place).status();
            assert!(launched.unwrap().success(), "{folder}");
            let started = (0..500).find_map(|_| {
                let told = fs::read_to_string(&told).ok();
                if told.is_none() {
                    std::thread::sleep(std::time::Duration::from_millis(20));
                }
                told
            });
            let expected = format!("{}|{BACKGROUND_ARGUMENT}|", program.display());
            assert_eq!(started, Some(expected), "{folder}");
            fs::remove_file(&told).unwrap();
        }
    }
}
