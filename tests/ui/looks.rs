//! How the window looks: light or dark, large or small, as the user set it.

use egui::{Key, Modifiers, Theme};
use hulp::{
    engine::{Command, SettingsView, WindowLook},
    ui::StartPage,
};

use crate::pages::{self, Window};

const ALL_OF_IT: [f32; 2] = [780.0, 1200.0];

/// What is asked of the engine when the user changes just this.
fn saved(change: impl FnOnce(&mut SettingsView)) -> [Command; 1] {
    let before = pages::settings();
    let mut after = before.clone();
    change(&mut after);
    [Command::save_settings(&before, after)]
}

fn settings() -> Window {
    Window::open(ALL_OF_IT, Theme::Light, StartPage::Settings, pages::view())
}

#[test]
fn a_look_that_is_chosen_is_kept_and_holds_at_once() {
    let mut window = settings();
    window.click("Dark");
    assert_eq!(
        window.engine.asked(),
        saved(|settings| settings.look = WindowLook::Dark)
    );
    for (look, theme) in [
        (WindowLook::Dark, Theme::Dark),
        (WindowLook::Light, Theme::Light),
    ] {
        window.engine.change(|view| view.settings.look = look);
        window.settle();
        assert_eq!(window.harness.ctx.theme(), theme);
    }
}

#[test]
fn the_text_grows_by_buttons_and_by_keys_up_to_twice_its_size() {
    let mut window = settings();
    window.click("Larger text");
    let larger = saved(|settings| settings.text_size = 115);
    assert_eq!(window.engine.asked(), larger);
    for key in [Key::Plus, Key::Equals] {
        window.key(key, Modifiers::COMMAND | Modifiers::CTRL);
        assert_eq!(window.engine.asked(), larger);
    }
    assert!(!window.can("Smaller text"));
    window.key(Key::Minus, Modifiers::COMMAND | Modifiers::CTRL);
    assert_eq!(window.engine.asked(), [], "there is no smaller one");

    window.engine.change(|view| view.settings.text_size = 200);
    window.settle();
    assert_eq!(window.harness.ctx.zoom_factor(), 2.0);
    assert!(window.says("200 %"));
    assert!(!window.can("Larger text") && window.can("Smaller text"));
}

#[test]
fn a_change_of_the_look_leaves_what_is_being_written_alone() {
    let mut window = settings();
    window.write("Your name", "Zoë");
    window.click("Dark");
    window
        .engine
        .change(|view| view.settings.look = WindowLook::Dark);
    window.settle();
    assert_eq!(window.value("Your name"), "Zoë");
    window.engine.asked();
    window.click("Save settings");
    let Some(Command::SaveSettings(edit)) = window.engine.asked().pop() else {
        panic!("nothing is saved");
    };
    assert_eq!(edit.after.name, "Zoë");
    assert_eq!(edit.before.look, edit.after.look, "it stays what it is");
}
