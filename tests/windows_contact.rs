//! Contacts with the real program in real windows, over a real Prosody: signing in, asking a contact for help, and the session
//! that comes of it.

#![allow(clippy::unwrap_used)]

mod rig;

use rig::{
    alone, can_run, certificates,
    helping::{EXPERT, NOVICE, expert, let_in, novice},
    hulp::Hulp,
    prosody::{PASSWORD, Prosody},
};

/// Signs in, with a wrong password at first.
fn sign_in(hulp: &Hulp<'_>, server: &Prosody, user: &str) {
    hulp.press("Settings");
    hulp.press("Contacts");
    hulp.write("Contact address", &format!("{user}@{}", certificates::NAME));
    hulp.write("Contact server", &server.starttls());
    hulp.write("Password", "geheim e");
    hulp.press("Sign in");
    hulp.await_text("did not accept this address and password");
    hulp.write("Password", PASSWORD);
    hulp.press("Sign in");
    hulp.await_text("You are signed in");
}

#[test]
fn a_contact_is_asked_declines_accepts_and_helps() {
    let test = "a_contact_is_asked_declines_accepts_and_helps";
    if !can_run(test) {
        return;
    }
    let Some(server) = Prosody::start(test, &["anna", "ben"], &[]) else {
        return;
    };
    let _alone = alone();
    let (at_novice, at_expert) = (novice(), expert());
    for person in [&at_novice, &at_expert] {
        // As if an administrator had added the CA to those that the system trusts.
        person.set("SSL_CERT_FILE", &server.authority_file().to_string_lossy());
    }
    let anna = Hulp::start(&at_novice, [""; 0]);
    let ben = Hulp::start(&at_expert, [""; 0]);
    ben.press("Settings");
    ben.write("Your name", EXPERT);
    ben.press("Save settings");
    ben.await_text("Your settings are saved.");
    ben.press("Back");
    sign_in(&anna, &server, "anna");
    sign_in(&ben, &server, "ben");

    // Each sees the other when both have said yes.
    anna.write("Add a contact", "ben@localhost");
    anna.press("Add");
    ben.await_text("anna@localhost wants to see when you are there");
    ben.press("Accept anna@localhost");
    anna.await_text("There, with Hulp");
    anna.press("Back");
    ben.press("Back");

    anna.press("Invite someone to help");
    anna.choose("A contact");
    anna.choose("ben (ben@localhost)");
    anna.write("Your name", NOVICE);
    anna.write("Message to your helper", "The letters are gone again.");
    anna.press("Ask ben for help");
    anna.await_text("Hulp is ringing ben");
    ben.await_text("anna asks for your help");
    ben.await_text("The letters are gone again.");
    ben.answer("Decline");
    anna.await_text("ben declined.");

    anna.press("Ask ben again");
    ben.await_text("anna asks for your help");
    ben.answer("Accept");
    anna.await_text("ben@localhost");
    let_in(&anna, &ben);
}
