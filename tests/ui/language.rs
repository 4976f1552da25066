//! The language of the window.

use egui::Theme;
use hulp::{
    engine::{Command, SettingsView},
    language::Language,
    ui::StartPage,
};

use crate::pages::{self, Window};

#[test]
fn a_language_is_chosen_by_its_own_name_and_spoken_at_once() {
    let mut window = Window::open(
        [800.0, 900.0],
        Theme::Light,
        StartPage::Settings,
        pages::view(),
    );
    window.click("Language");
    window.click("Nederlands");
    window.click("Save settings");
    let dutch = SettingsView {
        language: Some(Language::Dutch),
        ..pages::settings()
    };
    assert_eq!(
        window.engine.asked(),
        [Command::save_settings(&pages::settings(), dutch.clone())]
    );
    window.engine.change(|view| view.settings = dutch.clone());
    window.settle();
    assert!(window.says("Uw instellingen zijn opgeslagen."));
    assert_eq!(window.value("Uw naam"), "Anna Bakker");
    assert!(!window.says("Your name"));
    // And back, by whoever reads no Dutch.
    window.click("Taal (Language)");
    window.click("English");
    assert!(window.can("Instellingen opslaan"));
    // Another Hulp of the user's was faster.
    window.engine.change(|view| view.settings.language = None);
    window.settle();
    assert!(window.says("Your name"));
}
