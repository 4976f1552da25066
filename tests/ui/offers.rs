//! Offers of help: the question, the list of helpers, and the page from which help is offered.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use egui::Theme;
use hulp::{
    engine::{
        Command, ComputerView, ConnectStep, ConsentView, ExpectedKey, ExpertEnd, ExpertView,
        FixedSetting, HelperStanding, HelpersChange, HelpersCommand, HelpersPaper, OfferedView,
        PaperView, Refusal, SettingsView, StepState, View,
    },
    invitation::{
        Fingerprint, HelperCard, HelperList, ListedHelper, ListedOrganisation, Organisation,
        OrganisationKey, TakenBack,
    },
    ui::StartPage,
};

use crate::pages::{self, Window, now};

const SIZE: [f32; 2] = [780.0, 2400.0];

fn open(view: View) -> Window {
    Window::open(SIZE, Theme::Light, StartPage::Home, view)
}

/// The question about an offer.
pub fn question(at: Instant, organisation: &str, may_control: bool) -> View {
    let mut view = pages::view();
    view.novice.consent = Some(ConsentView {
        question: 11,
        helper_name: "Jan Bakker".into(),
        standing: HelperStanding::New,
        sent: vec![],
        expected_key: ExpectedKey::None,
        offered: Some(OfferedView {
            organisation: organisation.into(),
            is_vouched_for: organisation.starts_with("Helpdesk"),
            may_control,
        }),
        phrase: "orbit velvet canyon lunar".into(),
        deadline: at + Duration::from_millis(44_300),
    });
    view
}

/// Settings with two helpers and an organisation, of which a card was just added.
pub fn helpers() -> View {
    let card = |name: &str, key, days: u64| {
        let until = now() + Duration::from_secs(days * 86_400);
        let from = until - Duration::from_secs(400 * 86_400);
        HelperCard::new(name, "Computer club", Fingerprint([key; 32]), from, until).unwrap()
    };
    let mut view = pages::view();
    view.settings.allow_offers = true;
    view.novice.helpers.list = Arc::new(HelperList {
        helpers: vec![
            ListedHelper {
                card: card("Jan Bakker", 1, 90),
                may_control: true,
            },
            ListedHelper {
                card: card("Eva Jansen", 2, 0),
                may_control: false,
            },
        ],
        organisations: vec![ListedOrganisation {
            organisation: Organisation {
                name: "Helpdesk of Zuid".into(),
                key: OrganisationKey([3; 32]),
            },
            may_control: false,
        }],
        taken_back: [(
            OrganisationKey([3; 32]),
            TakenBack {
                number: 4,
                keys: [Fingerprint([4; 32])].into(),
            },
        )]
        .into(),
        no_signed_cards: false,
    });
    view.novice.helpers.own_words = "dry social catch wolf bulb inner".into();
    view.novice.helpers.change = Some(HelpersChange::Added {
        name: "Jan Bakker".into(),
        words: "zero design loan seven poverty call".into(),
    });
    view
}

pub fn computer(is_new: bool) -> ComputerView {
    ComputerView {
        place: "pc-of-anna".into(),
        words: Some("pioneer find match neglect artist feel".into()),
        is_new,
    }
}

fn paper(computer: ComputerView) -> PaperView {
    PaperView {
        path: None,
        from: computer.place.clone(),
        message: String::new(),
        made: now(),
        expires: now(),
        needs_password: false,
        computer: Some(computer),
    }
}

/// Help is being offered; the novice is asked.
pub fn offering(at: Instant) -> View {
    pages::expert(ExpertView::Connecting {
        paper: paper(computer(true)),
        steps: vec![
            (ConnectStep::LookingUp, StepState::Done),
            (ConnectStep::Reaching, StepState::Done),
            (ConnectStep::Offering, StepState::Done),
            (
                ConnectStep::WaitingForAnswer {
                    deadline: at + Duration::from_millis(51_500),
                },
                StepState::UnderWay,
            ),
        ],
        phrase: Some("orbit velvet canyon lunar".into()),
    })
}

pub fn failed(why: ExpertEnd) -> View {
    pages::expert(ExpertView::Failed {
        paper: paper(computer(false)),
        why,
    })
}

pub fn key_changed() -> View {
    failed(ExpertEnd::KeyChanged {
        words: "pioneer find match neglect artist feel".into(),
        by_address: false,
    })
}

#[test]
fn the_question_says_who_offers_and_what_a_yes_allows() {
    let show = |organisation: &str, may_control| {
        let organisation = organisation.to_owned();
        let mut window = Window::open_at(SIZE, Theme::Light, StartPage::Home, |at| {
            question(at, &organisation, may_control)
        });
        window.wait_for_buttons();
        window
    };
    let mut window = show("Helpdesk of Zuid", true);
    assert!(window.says("Jan Bakker (Helpdesk of Zuid) offers to help you"));
    assert!(window.says(
        "Helpdesk of Zuid, which is on the list of those who may offer help at this computer, says that this is Jan Bakker."
    ));
    assert!(window.says("orbit velvet canyon lunar"));
    assert!(!window.can("Allow"), "before it was said how this began");
    window.click("I called them");
    window.click("Allow");
    let allow = |allow| Command::AnswerHelper {
        question: 11,
        allow,
    };
    assert_eq!(window.engine.asked(), [allow(true)]);
    let mut window = show("", false);
    assert!(window.says("Jan Bakker offers to help you"));
    window.click("We have not spoken");
    assert!(!window.can("Allow"));
    assert!(
        window.says(
            "If you allow it, they see your screen. They cannot use your mouse and keyboard."
        )
    );
    window.click("Decline");
    assert_eq!(window.engine.asked(), [allow(false)]);
}

#[test]
fn nobodys_own_words_stand_where_the_list_speaks() {
    let mut window = Window::open_at(SIZE, Theme::Light, StartPage::Home, |at| {
        let mut view = question(at, "Rabobank", true);
        view.policy.consent_text_see = Some("Ask for the number of your ticket.".into());
        if let Some(consent) = &mut view.novice.consent {
            consent.helper_name = "Jan (Rabobank)".into();
        }
        view
    });
    window.wait_for_buttons();
    assert!(window.says("Jan Rabobank offers to help you"));
    assert!(window.says("They say themselves that they are of Rabobank."));
    assert!(
        window.says("Ask for the number of your ticket."),
        "the organisation's words"
    );
}

#[test]
fn a_card_is_seen_before_it_is_added() {
    let mut view = helpers();
    let of = view.novice.helpers.list.helpers[0].card.clone();
    view.settings.fixed.push(FixedSetting::OffersControl);
    view.novice.helpers.change = Some(HelpersChange::Read(HelpersPaper::Card(Box::new(of))));
    let mut window = open(view);
    window.click("Settings");
    window.click("Receiving help");
    assert!(window.says("The card of Jan Bakker, who says that they are of Computer club"));
    assert!(window.says("Its words: "));
    assert!(!window.can("May ask to control this computer"));
    window.click("Cancel");
    let seen = Command::Helpers(HelpersCommand::Seen);
    assert_eq!(window.engine.asked(), [seen]);
}

#[test]
fn the_list_of_helpers_is_changed_at_once() {
    let mut view = helpers();
    let of = view.novice.helpers.list.helpers[0].card.clone();
    view.novice.helpers.change = Some(HelpersChange::Read(HelpersPaper::Card(Box::new(of))));
    let mut window = open(view);
    window.click("Settings");
    window.click("Receiving help");
    assert!(window.says("Jan Bakker (Computer club)"));
    assert!(window.says("Everybody whose card Helpdesk of Zuid has signed"));
    window.write("Helper's card", " /media/stick/jan.hulpcard ");
    window.click("Read the file");
    window.click("May ask to control this computer");
    window.click("Add to the list");
    window.click("Remove Eva Jansen");
    window.click("Remove Helpdesk of Zuid");
    assert_eq!(
        window.engine.asked(),
        [
            HelpersCommand::Read(PathBuf::from("/media/stick/jan.hulpcard")),
            HelpersCommand::Add { may_control: true },
            HelpersCommand::RemoveHelper(Fingerprint([2; 32])),
            HelpersCommand::RemoveOrganisation(OrganisationKey([3; 32])),
        ]
        .map(Command::Helpers)
    );
}

#[test]
fn offers_are_taken_only_when_the_user_says_so() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Receiving help");
    assert!(window.says("Nobody is on the list, so nobody can offer help."));
    window.click("Allow helpers to offer help");
    window.click("Save settings");
    let settings = SettingsView {
        allow_offers: true,
        ..pages::view().settings
    };
    assert_eq!(
        window.engine.asked(),
        [Command::save_settings(&pages::view().settings, settings)]
    );
}

#[test]
fn help_is_offered_to_the_computer_that_was_named() {
    let mut window = open(pages::view());
    window.click("Offer help to a computer");
    assert!(!window.can("Offer help"));
    window.write("Computer", " pc-of-anna:5000 ");
    window.click("Offer help");
    let offer = Command::Offer("pc-of-anna:5000".into());
    assert!(window.engine.asked().contains(&offer));
}

#[test]
fn a_refused_offer_says_why_and_keeps_the_name() {
    let window = open(failed(ExpertEnd::Refused(Refusal::NotOnList)));
    assert!(window.says("pc-of-anna takes no offers of help from you."));
    assert_eq!(window.value("Computer"), "pc-of-anna");
    assert!(window.can("Offer help"));
}

#[test]
fn nobody_gets_past_a_changed_key_by_accident() {
    let mut window = open(key_changed());
    assert!(window.says("STOP: pc-of-anna is not the computer that it was before."));
    assert!(!window.can("Forget the old words"));
    window.click("I have asked: that computer was replaced or set up anew");
    window.engine.asked();
    window.click("Forget the old words");
    let asked = window.engine.asked();
    assert_eq!(asked[0], Command::ForgetComputer("pc-of-anna".into()));
    let offers = |command: &Command| matches!(command, Command::Offer(_));
    assert!(!asked.iter().any(offers), "that is another click");
}

#[test]
fn an_address_that_another_computer_has_now_is_no_alarm() {
    let mut window = open(failed(ExpertEnd::KeyChanged {
        words: "pioneer find match neglect artist feel".into(),
        by_address: true,
    }));
    assert!(!window.says("STOP"));
    assert!(window.says("Another computer is at pc-of-anna now than the one that Hulp met there"));
    assert!(window.says("Networks give addresses to other computers in time"));
    assert!(!window.can("Forget the old words"));
    window.click("I have asked: the computer that I mean has this address now");
    window.click("Forget the old words");
    let asked = window.engine.asked();
    assert!(asked.contains(&Command::ForgetComputer("pc-of-anna".into())));
}
