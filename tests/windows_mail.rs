//! Invitations by e-mail with the real program in real windows: through the user's own e-mail program, which a script
//! stands in for, through the e-mail portal, and through a real mail server that is set up in the settings.

#![allow(clippy::unwrap_used)]

#[path = "mail/server.rs"]
mod mail_server;
#[path = "mail/portal.rs"]
mod portal;
mod rig;

use std::{
    fs,
    io::Write as _,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use mail_server::{MailServer, NAME, PASSWORD, USER};
use portal::Portal;
use rig::{
    alone, can_run, certificates,
    helping::novice,
    hulp::Hulp,
    person::Person,
    process::{PATIENCE, Running, is_installed, wait_for},
    python,
};

const NOVICE: &str = "Zoë Müller";
const HELPER: &str = "bjorn@hulp.test";

/// What a stand-in for Thunderbird does: writes down its arguments, and says that it is done.
const THUNDERBIRD: &str = "#!/bin/sh\nprintf '%s\\n' \"$@\" > 'FOLDER/arguments.new'\n\
                           mv 'FOLDER/arguments.new' 'FOLDER/arguments'\n";

/// Makes a stand-in for Thunderbird the person's e-mail program; it writes its arguments to the file that comes back.
fn install_thunderbird(person: &Person) -> PathBuf {
    let folder = person.folder();
    let program = folder.join("thunderbird");
    let script = THUNDERBIRD.replace("FOLDER", &folder.to_string_lossy());
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let applications = person.home().join(".local/share/applications");
    fs::create_dir_all(&applications).unwrap();
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Thunderbird\nExec={} %u\nMimeType=x-scheme-handler/mailto;\n",
        program.display()
    );
    fs::write(applications.join("thunderbird.desktop"), entry).unwrap();
    let configuration = person.home().join(".config");
    fs::create_dir_all(&configuration).unwrap();
    let default = "[Default Applications]\nx-scheme-handler/mailto=thunderbird.desktop\n";
    fs::write(configuration.join("mimeapps.list"), default).unwrap();
    folder.join("arguments")
}

/// Whether a program is there that one test needs. Where not, says so; where every check has to run, that is a fault.
fn has(program: &str, test: &str) -> bool {
    let there = is_installed(program);
    let why = format!("{program} is not installed; `make deps` does it");
    assert!(there || std::env::var_os("CI").is_none(), "{test}: {why}");
    if !there {
        // The harness catches what `eprintln!` says, but not this.
        let _ = writeln!(std::io::stderr(), "SKIPPED: {test}: {why}");
    }
    there
}

/// Asks for help by e-mail.
fn invite(hulp: &Hulp<'_>, message: &str) {
    hulp.press("Invite someone to help");
    hulp.write("Your name", NOVICE);
    hulp.write("Message to your helper", message);
    hulp.choose("E-mail");
    hulp.write("To", HELPER);
    hulp.press("Send invitation");
    hulp.await_text("Waiting for your helper");
}

/// The only invitation among the person's files.
fn invitation_file(folder: &Path) -> PathBuf {
    let files = fs::read_dir(folder).unwrap().flatten();
    let mut found = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "hulp"));
    let file = found.next().expect("the saved invitation");
    assert_eq!(found.next(), None);
    file
}

/// Turns `%C3%AB` into `ë`.
fn decoded(text: &str) -> String {
    let mut bytes = vec![];
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let hex = [rest.next().unwrap(), rest.next().unwrap()];
            let hex = std::str::from_utf8(&hex).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_own_program_opens_with_message_and_attachment() {
    let test = "the_own_program_opens_with_message_and_attachment";
    if !can_run(test) || !has("xdg-email", test) {
        return;
    }
    let _alone = alone();
    let at_novice = novice();
    let arguments = install_thunderbird(&at_novice);
    let zoe = Hulp::start(&at_novice, [""; 0]);
    let hostile = "L'imprimante, c'est \"fini\"',attachment='/etc/passwd\nTweede regel & meer?";
    invite(&zoe, hostile);
    zoe.await_text(&format!(
        "has a message ready for {HELPER}: press Send there"
    ));
    zoe.await_text("Attachment missing? Here is the file");
    let told = wait_for(PATIENCE, || fs::read_to_string(&arguments).ok());
    let told = told.expect("the e-mail program was opened");
    let file = invitation_file(&at_novice.home());
    assert!(told.starts_with("-compose\n"), "{told}");
    assert!(told.contains(&format!("to='{HELPER},'")), "{told}");
    let attached = format!("attachment='{}'\n", file.display());
    assert!(told.ends_with(&attached), "{told}");
    assert_eq!(told.matches("attachment=").count(), 1, "{told}");
    assert!(!told.trim_end().contains("\nBcc"), "{told}");
    let told = decoded(&told).replace("\r\n", "\n");
    assert!(
        told.contains(&format!("subject={NOVICE} asks for your help")),
        "{told}"
    );
    assert!(told.contains(hostile), "{told}");
    zoe.await_text(&file.file_name().unwrap().to_string_lossy());

    // Resend, from the list.
    fs::remove_file(&arguments).unwrap();
    zoe.press("Invitation status");
    zoe.press("Resend");
    zoe.press("Send again");
    assert!(wait_for(PATIENCE, || arguments.exists().then_some(())).is_some());
    zoe.await_text("has a message ready");
    assert_eq!(invitation_file(&at_novice.home()), file);
}

#[test]
fn the_portal_is_given_the_open_file() {
    if !can_run("the_portal_is_given_the_open_file") {
        return;
    }
    let _alone = alone();
    let at_novice = novice();
    let portal = Portal::start(at_novice.bus().address());
    let zoe = Hulp::start(&at_novice, [""; 0]);
    invite(&zoe, "De printer zwijgt.");
    zoe.await_text(&format!(
        "has a message ready for {HELPER}: press Send there"
    ));
    let asked = portal.asked();
    assert_eq!(asked.address, HELPER);
    assert!(asked.subject.starts_with(NOVICE), "{asked:?}");
    assert!(asked.body.contains("De printer zwijgt."), "{asked:?}");
    let file = invitation_file(&at_novice.home());
    assert_eq!(asked.attachment, fs::read(file).unwrap());
}

#[test]
fn without_a_program_the_file_and_the_text_are_shown() {
    if !can_run("without_a_program_the_file_and_the_text_are_shown") {
        return;
    }
    let _alone = alone();
    let at_novice = novice();
    let zoe = Hulp::start(&at_novice, [""; 0]);
    invite(&zoe, "De printer zwijgt.");
    zoe.await_text("Hulp found no e-mail program on this computer");
    let file = invitation_file(&at_novice.home());
    zoe.await_text(&file.file_name().unwrap().to_string_lossy());
    zoe.await_button("Copy the text");
}

/// Sets up that mail server, with a wrong password at first.
fn set_up(zoe: &Hulp<'_>, server: &MailServer) {
    zoe.press("Settings");
    zoe.press("E-mail");
    zoe.choose("The mail server below");
    zoe.write("E-mail address", "zoe@hulp.test");
    let guessed = zoe.field("Server").unwrap().text();
    assert_eq!(guessed.unwrap(), "smtp.hulp.test");
    zoe.write("Server", NAME);
    zoe.write("Port", &server.port.to_string());
    zoe.write("User name", USER);
    zoe.write("Password", "wachtwoord e");
    zoe.press("Send a test message");
    zoe.await_text("did not accept your user name and password");
    zoe.write("Password", PASSWORD);
    zoe.press("Send a test message");
    zoe.await_text("Look whether it came in at zoe@hulp.test");
    assert_eq!(server.message(1).text("subject"), "Test message from Hulp");
    zoe.press("Save settings");
    zoe.await_text("Your settings are saved.");
}

/// Starts a keyring on the person's bus, and waits for it.
fn start_keyring(person: &Person) -> Running {
    let running = Running::start("sh", |command| {
        person.environment(command);
        command.args([
            "-c",
            "printf keyring > \"$HOME/keyring\"; exec gnome-keyring-daemon --foreground --unlock \
             --components=secrets < \"$HOME/keyring\" > /dev/null 2>&1",
        ]);
    });
    let bus = zbus::blocking::connection::Builder::address(person.bus().address());
    let bus = bus.and_then(|builder| builder.build()).unwrap();
    let names = zbus::blocking::fdo::DBusProxy::new(&bus).unwrap();
    let there = wait_for(PATIENCE, || {
        let name = "org.freedesktop.secrets".try_into().unwrap();
        names.name_has_owner(name).unwrap().then_some(())
    });
    assert!(there.is_some(), "the keyring did not start");
    running
}

#[test]
fn the_keyring_has_the_password_and_nothing_else_has() {
    let test = "the_keyring_has_the_password_and_nothing_else_has";
    if !can_run(test) || !has("gnome-keyring-daemon", test) {
        return;
    }
    let Some(server) = MailServer::start("STARTTLS", test) else {
        return;
    };
    let _alone = alone();
    let at_novice = novice();
    at_novice.set("SSL_CERT_FILE", &server.ca_file().to_string_lossy());
    let _keyring = start_keyring(&at_novice);
    let mut zoe = Hulp::start(&at_novice, [""; 0]);
    set_up(&zoe, &server);
    zoe.await_text("The password is in this computer's keyring.");
    zoe.kill();
    drop(zoe);

    let zoe = Hulp::start(&at_novice, [""; 0]);
    invite(&zoe, "Nog een keer.");
    zoe.await_text(&format!("Sent to {HELPER}."));
    assert_eq!(server.message(2).0["logged_in"], true);
    let store = at_novice.home().join(".local/share/hulp");
    let files = fs::read_dir(store).unwrap().flatten();
    // The socket is nothing to read.
    for file in files.filter(|file| file.file_type().unwrap().is_file()) {
        let bytes = fs::read(file.path()).unwrap();
        let secret = PASSWORD.as_bytes();
        let found = bytes.windows(secret.len()).any(|part| part == secret);
        assert!(!found, "{:?}", file.path());
    }
}

#[test]
fn a_mail_server_is_set_up_tested_and_used() {
    let test = "a_mail_server_is_set_up_tested_and_used";
    if !can_run(test) {
        return;
    }
    let Some(server) = MailServer::start("STARTTLS", test) else {
        return;
    };
    let _alone = alone();
    let at_novice = novice();
    // As if an administrator had added the CA to those that the system trusts.
    at_novice.set("SSL_CERT_FILE", &server.ca_file().to_string_lossy());
    let zoe = Hulp::start(&at_novice, [""; 0]);
    set_up(&zoe, &server);
    zoe.await_text("until you close Hulp"); // there is no keyring here
    zoe.press("Back");

    invite(&zoe, "De printer zwijgt — écht.");
    zoe.await_text(&format!("Sent to {HELPER}."));
    let message = server.message(2);
    assert_eq!(message.text("sender_name"), NOVICE);
    assert!(
        message
            .text("body")
            .starts_with("De printer zwijgt — écht.")
    );
    let (name, _, bytes) = message.attachment();
    assert_eq!(name, format!("Invitation from {NOVICE}.hulp"));
    assert!(bytes.starts_with(b"<?xml"));
    let settings = at_novice.home().join(".local/share/hulp/settings.toml");
    let settings = fs::read_to_string(settings).unwrap();
    assert!(settings.contains("[email]"), "{settings}");
    assert!(!settings.contains("wachtwoord"), "{settings}");
}
