//! The administrator's policy with the real program in real windows, where it stands: `/etc/hulp/policy.toml`, in a mount namespace
//! of the test's own.
#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

mod rig;

use std::{fs, io::Write, os::unix::fs::PermissionsExt, path::PathBuf};

use rig::{
    alone, can_run,
    helping::{EXPERT, NOVICE, connect, expert, is_enabled, novice, open},
    hulp::Hulp,
    person::Person,
    process::PATIENCE,
};

/// Puts a copy of `/etc` in the place of it, and becomes the program.
const ADMINISTERED: &str = "mount --bind \"$0\" /etc && exec \"$@\"";

/// A copy of `/etc` with Hulp's folder in it, for the administrator of one person's computer.
struct Administrator(PathBuf);

impl Administrator {
    fn of(person: &Person) -> Self {
        let etc = person.folder().join("etc");
        let copied = std::process::Command::new("cp")
            .args(["--archive", "/etc"])
            .arg(&etc)
            .status();
        assert!(copied.unwrap().success());
        fs::create_dir_all(etc.join("hulp")).unwrap();
        fs::set_permissions(etc.join("hulp"), fs::Permissions::from_mode(0o755)).unwrap();
        Self(etc)
    }

    fn rules(&self, policy: &str) {
        let new = self.0.join("hulp/new");
        fs::write(&new, policy).unwrap();
        fs::set_permissions(&new, fs::Permissions::from_mode(0o644)).unwrap();
        fs::rename(new, self.0.join("hulp/policy.toml")).unwrap();
    }

    fn start<'a>(&self, person: &'a Person, arguments: &[&str]) -> Hulp<'a> {
        let mut all = vec!["--mount", "--", "sh", "-c", ADMINISTERED];
        all.push(self.0.to_str().unwrap());
        all.push(env!("CARGO_BIN_EXE_hulp"));
        all.extend(arguments);
        Hulp::start_by(person, "unshare", all)
    }
}

#[test]
fn a_policy_holds_is_shown_and_ends_what_it_forbids() {
    let test = "a_policy_holds_is_shown_and_ends_what_it_forbids";
    if !can_run(test) {
        return;
    }
    if !rustix::process::geteuid().is_root() {
        // To anybody else the namespace shows no file of root's.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: {test}: only root can be an administrator"
        );
        return;
    }
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    let administrator = Administrator::of(&at_novice);
    administrator.rules(
        "control = \"view only\"\nways = [\"file\"]\nlongest_lifetime = \"8h\"\n\
         consent_text_see = \"Helpdesk staff wear a badge.\"\n",
    );
    let file = at_novice.folder().join("invitation.hulp");
    let novice = administrator.start(
        &at_novice,
        &["invite", "--name", NOVICE, "--save", file.to_str().unwrap()],
    );
    novice.await_text("Waiting for your helper");
    novice.press("Home");
    novice.press("Settings");
    novice.press("Receiving help");
    novice.await_text("Set by your administrator");
    let control = novice.expect("setting of control", PATIENCE, || {
        novice.named("Allow this computer to be controlled")
    });
    assert!(!control.is(atspi::State::Enabled), "it is greyed");
    novice.press("Back");

    let expert = open(&at_expert, &file);
    connect(&expert, None);
    novice.await_text("May someone see your screen?");
    novice.await_text("Helpdesk staff wear a badge.");
    novice.choose("I called them");
    novice.answer("Allow");
    novice.await_text(&format!("{EXPERT} can see your screen."));
    expert.expect("Take control", PATIENCE, || expert.named("Take control"));
    assert!(!is_enabled(&expert, "Take control"));

    // Half a policy is none: everything is closed.
    administrator.rules("control = \"allowed\"\nways = [");
    novice.await_text("Your administrator does not allow this session any more");
    expert.await_text("does not allow this session any more");
    novice.press("Done");
    novice.await_text("Your administrator's policy cannot be read");
    novice.press("Invite someone to help");
    novice.await_text("Your administrator does not allow invitations from this computer.");
}
