//! Offers of help under the administrator's policy: it says who may offer, and what they get, whatever the user's own list says.
#![cfg(all(unix, not(target_os = "macos")))]

use hulp::{
    engine::{
        Command, ControlEnd, ControlRefusal, End, ExpertEnd, FixedSetting, HelpersChange,
        HelpersCommand, ListenView, Refusal, Timing,
    },
    invitation::{HelperCard, OrganisationSecret},
};

use super::{
    offers::{add, allow_offers, card, key, not_on_list, offer, offered_by, port, refused, taking},
    people::{Person, take_control},
    policy::sql,
};

/// `key = [text, ..]`, with texts of several lines.
fn list(key: &str, texts: &[String]) -> String {
    let texts = texts.iter().map(|text| format!("'''\n{text}'''"));
    format!("{key} = [{}]", texts.collect::<Vec<_>>().join(", "))
}

fn names(card: &HelperCard) -> String {
    format!("offers = true\n{}", list("helpers", &[card.to_text()]))
}

fn fixed(novice: &Person, setting: FixedSetting) {
    novice.wait("the policy", |view| {
        view.settings.fixes(setting).then_some(())
    });
}

#[test]
fn the_policys_helpers_are_heard_and_the_users_own_are_not() {
    let (expert, other) = (Person::new(), Person::new());
    let policy = format!(
        "allow_invitations = false\n{}",
        names(&card(&expert, "Jan Bakker"))
    );
    let novice = Person::under_policy(&policy);
    port(&novice);
    let no = add(&novice, &card(&other, "Eva").to_text(), true);
    assert!(matches!(no, HelpersChange::Failed(_)), "{no:?}");
    // Whatever lies in the store.
    novice
        .store()
        .list_helper(&card(&other, "Eva"), true)
        .unwrap();
    let novice = novice.restart();
    offer(&other, &novice);
    assert_eq!(refused(&other), not_on_list());
    offer(&expert, &novice);
    let consent = novice.consent();
    assert_eq!(
        offered_by(&consent),
        ("Jan Bakker".into(), "Helpdesk".into(), true)
    );
    novice.answer(&consent, true);
    novice.session();
    expert.sees(&novice.desktop.screen());
    take_control(&novice, &expert);
}

#[test]
fn sight_alone_stays_so_when_control_is_allowed_again() {
    let expert = Person::new();
    let policy = format!(
        "offers_control = \"view only\"\n{}",
        names(&card(&expert, "Jan"))
    );
    let novice = Person::under_policy(&policy);
    offer(&expert, &novice);
    let consent = novice.consent();
    assert!(!offered_by(&consent).2);
    novice.answer(&consent, true);
    novice.session();
    expert.console();
    novice.set_policy(Some(&format!("control = \"view only\"\n{policy}")));
    fixed(&novice, FixedSetting::AllowControl);
    novice.set_policy(Some(&policy));
    novice.wait("the old policy", |view| {
        (!view.settings.fixes(FixedSetting::AllowControl)).then_some(())
    });
    expert.send(Command::TakeControl);
    expert.see_console("no control", |session| {
        session.control_refused == Some(ControlRefusal::PolicyForbids)
    });
}

#[test]
fn a_policy_without_offers_ends_what_came_of_one_and_closes_the_door() {
    let expert = Person::new();
    let novice = taking(&expert, true, Timing::default());
    offer(&expert, &novice);
    novice.answer(&novice.consent(), true);
    novice.session();
    expert.console();
    novice.set_policy(Some("offers = false"));
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::PolicyForbids));
    novice.wait("the closed door", |view| {
        (view.novice.listen == ListenView::Off).then_some(())
    });
    allow_offers(&novice, true);
    fixed(&novice, FixedSetting::AllowOffers);
    assert_eq!(novice.view().novice.listen, ListenView::Off);
}

#[test]
fn a_helper_whom_the_policy_names_no_more_is_sent_away() {
    let expert = Person::new();
    let novice = Person::under_policy(&names(&card(&expert, "Jan")));
    offer(&expert, &novice);
    novice.answer(&novice.consent(), true);
    novice.session();
    expert.console();
    novice.set_policy(Some("offers = true\nhelpers = []"));
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NotOnList));
}

#[test]
fn an_organisation_of_the_policy_stands_for_its_helpers_until_it_takes_them_back() {
    let expert = Person::new();
    let secret = OrganisationSecret::generate("Helpdesk of Zuid").unwrap();
    let of = secret.organisation().key;
    let signed = secret.sign_card(card(&expert, "Jan Bakker"));
    expert.store().keep_own_card(&signed).unwrap();
    let policy = format!("offers = true\norganisation_keys = [\"{of}\"]");
    let novice = Person::under_policy(&policy);
    offer(&expert, &novice);
    let consent = novice.consent();
    assert_eq!(
        offered_by(&consent),
        ("Jan Bakker".into(), "Helpdesk of Zuid".into(), true)
    );
    let revoked = secret.revoke(None, key(&expert)).unwrap();
    let policy = format!("{policy}\n{}", list("revoked_cards", &[revoked.to_text()]));
    novice.set_policy(Some(&policy));
    assert_eq!(refused(&expert), not_on_list());
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
}

#[test]
fn control_ends_when_the_policy_lets_offering_helpers_see_only() {
    let expert = Person::new();
    let policy = names(&card(&expert, "Jan"));
    let novice = Person::under_policy(&policy);
    offer(&expert, &novice);
    novice.answer(&novice.consent(), true);
    novice.session();
    take_control(&novice, &expert);
    novice.set_policy(Some(&format!("offers_control = \"view only\"\n{policy}")));
    expert.see_console("the end of control", |session| {
        session.last_control_end == Some(ControlEnd::PolicyForbids)
    });
    expert.send(Command::TakeControl);
    expert.see_console("no control", |session| {
        session.control_refused == Some(ControlRefusal::PolicyForbids)
    });
}

#[test]
fn an_offer_that_cannot_be_written_down_comes_to_nothing() {
    let expert = Person::new();
    let policy = names(&card(&expert, "Jan"));
    let novice = Person::under_policy(&format!("log_required = true\n{policy}"));
    port(&novice);
    let database = sql(&novice);
    for event in ["offer_asked", "offer_answered", "helper_proved"] {
        let fails = format!(
            "CREATE TRIGGER disk_is_full BEFORE INSERT ON log WHEN NEW.event LIKE '%\"{event}\"%'
             BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        );
        database.execute_batch(&fails).unwrap();
        offer(&expert, &novice);
        if event != "offer_asked" {
            novice.answer(&novice.consent(), true);
        }
        let forbidden = ExpertEnd::Refused(Refusal::PolicyForbids);
        assert_eq!(refused(&expert), forbidden, "{event}");
        novice.wait("no question", |view| {
            view.novice.consent.is_none().then_some(())
        });
        assert_eq!(novice.desktop.opened(), Default::default(), "{event}");
        database.execute_batch("DROP TRIGGER disk_is_full").unwrap();
    }
    // The first one that can be written down is heard at once.
    offer(&expert, &novice);
    novice.answer(&novice.consent(), true);
    novice.session();
}

#[test]
fn a_list_of_the_policys_organisation_can_be_added_for_it_only_closes() {
    let expert = Person::new();
    let secret = OrganisationSecret::generate("Helpdesk of Zuid").unwrap();
    let stranger = OrganisationSecret::generate("Helpdesk of Noord").unwrap();
    let of = secret.organisation().key;
    let signed = secret.sign_card(card(&expert, "Jan"));
    expert.store().keep_own_card(&signed).unwrap();
    let policy = format!("offers = true\norganisation_keys = [\"{of}\"]");
    let novice = Person::under_policy(&policy);
    offer(&expert, &novice);
    novice.consent();
    let foreign = stranger.revoke(None, signed.key).unwrap();
    let no = add(&novice, &foreign.to_text(), true);
    assert!(matches!(no, HelpersChange::Failed(_)), "{no:?}");
    let noted = add(
        &novice,
        &secret.revoke(None, signed.key).unwrap().to_text(),
        true,
    );
    assert!(
        matches!(noted, HelpersChange::TakenBack { .. }),
        "{noted:?}"
    );
    assert_eq!(refused(&expert), not_on_list());
}

#[test]
fn what_the_policy_decides_of_the_list_the_user_does_not() {
    let expert = Person::new();
    let novice = taking(&expert, true, Timing::default());
    novice.set_policy(Some(
        "offers_control = \"view only\"\nhelpers = []\norganisation_keys = []",
    ));
    fixed(&novice, FixedSetting::OffersControl);
    let remove = HelpersCommand::RemoveHelper(key(&expert));
    novice.send(Command::Helpers(remove));
    novice.wait("a no", |view| {
        let change = view.novice.helpers.change.as_ref()?;
        matches!(change, HelpersChange::Failed(_)).then_some(())
    });
    // The user's own is as it was, for the day when the administrator takes the policy away.
    assert_eq!(novice.store().helper_list().unwrap().helpers.len(), 1);
}
