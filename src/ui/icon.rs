//! The pictures beside words: Lucide's, so that all are drawn by one hand, as a font of the few that are used here.
//!
//! A picture stands for the same thing on every page, and never without its word. Screen readers hear the word alone.

use egui::{Align2, Atom, Color32, FontData, FontFamily, FontId, Rect, TextStyle, Ui, Vec2, vec2};

/// How large a picture is beside the words of a button, in points.
const ON_BUTTON: f32 = 22.0;

/// Names each picture, and where it stands in the font.
macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $sign:literal,)*) => {
        /// What a picture stands for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon {
            $($(#[$doc])* $name,)*
        }

        impl Icon {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name),*];

            fn sign(self) -> char {
                match self {
                    $(Self::$name => $sign,)*
                }
            }
        }
    };
}

icons! {
    /// To where one came from.
    Back = '\u{e048}', // arrow-left
    /// The first page.
    Home = '\u{e0f5}', // house
    /// Somebody is asked to help.
    Invite = '\u{e46c}', // user-round-plus
    /// An invitation that came.
    Invitation = '\u{e363}', // mail-open
    /// A code that is typed.
    TypeCode = '\u{e284}', // keyboard
    /// Help that nobody asked for.
    Offer = '\u{e3b8}', // hand-helping
    /// The invitations, and what became of them.
    Status = '\u{e086}', // clipboard-list
    /// The log.
    Log = '\u{e45f}', // scroll-text
    /// What works on this computer.
    Check = '\u{e482}', // monitor-check
    /// The settings.
    Settings = '\u{e154}', // settings
    /// A contact.
    Contact = '\u{e468}', // user-round
    /// A code that is read out.
    Telephone = '\u{e133}', // phone
    /// An e-mail.
    Email = '\u{e10f}', // mail
    /// To be kept as a file.
    Save = '\u{e14d}', // save
    /// A file is chosen.
    Browse = '\u{e247}', // folder-open
    /// Into the clipboard.
    Copy = '\u{e09e}', // copy
    /// A message goes out.
    Send = '\u{e152}', // send
    /// Yes.
    Yes = '\u{e06c}', // check
    /// No.
    No = '\u{e1b2}', // x
    /// Good to know.
    Plain = '\u{e0f9}', // info
    /// It works, it is done.
    Good = '\u{e226}', // circle-check
    /// Take care.
    Warning = '\u{e193}', // triangle-alert
    /// It went wrong.
    Fault = '\u{e084}', // circle-x
    /// Nothing, neither good nor bad.
    Absent = '\u{e07e}', // circle-minus
    /// Somebody or something is waited for.
    Waiting = '\u{e296}', // hourglass
    /// The screen is seen.
    Seen = '\u{e0ba}', // eye
    /// The screen is not seen.
    Unseen = '\u{e0bb}', // eye-off
    /// Mouse and keyboard are used by somebody else.
    Control = '\u{e1c3}', // mouse-pointer-2
    /// Their end, on the expert's side.
    Release = '\u{e6a6}', // mouse-pointer-2-off
    /// Their end, on the novice's.
    Stop = '\u{e1d7}', // hand
    /// Nobody sees anything for a while.
    Pause = '\u{e12e}', // pause
    /// And on again.
    Resume = '\u{e13c}', // play
    /// The end of a session.
    Disconnect = '\u{e45d}', // unplug
    /// There is no line.
    Broken = '\u{e1af}', // wifi-off
    /// Each pixel of the other screen is one of this screen's.
    ActualSize = '\u{e1b6}', // zoom-in
    /// The other screen is made to fit.
    Scale = '\u{e2ec}', // scaling
    /// All of this screen for the other one.
    FullScreen = '\u{e112}', // maximize
    /// And back.
    LeaveFullScreen = '\u{e11a}', // minimize
    /// What is written to each other.
    Chat = '\u{e117}', // message-square
}

impl Icon {
    /// The picture in a button, in the colour of its words.
    pub fn on_button(self) -> Atom<'static> {
        Atom::paint(Vec2::splat(ON_BUTTON), move |ui, args| {
            self.paint(ui, args.rect, args.fallback_text_color);
        })
    }

    /// The picture before words of this size, as high as one line of them.
    pub fn before(self, ui: &mut Ui, words: &TextStyle, ink: Color32) {
        let size = vec2(Self::width_before(ui, words), ui.text_style_height(words));
        let (_, place) = ui.allocate_space(size);
        self.paint(ui, place, ink);
    }

    /// How wide it is there, in points.
    pub fn width_before(ui: &Ui, words: &TextStyle) -> f32 {
        ui.text_style_height(words) * 0.9
    }

    /// The picture in the middle of this place.
    pub fn paint(self, ui: &Ui, place: Rect, ink: Color32) {
        let font = FontId::new(place.size().min_elem(), family());
        ui.painter().text(
            place.center(),
            Align2::CENTER_CENTER,
            self.sign(),
            font,
            ink,
        );
    }
}

/// The font's name among the window's.
pub fn family() -> FontFamily {
    FontFamily::Name("icons".into())
}

/// The font itself.
pub fn font() -> FontData {
    FontData::from_static(include_bytes!("../../assets/icons/lucide/lucide.ttf"))
}

/// How wide a picture on a button is, in points.
pub fn width_on_button() -> f32 {
    ON_BUTTON
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme;

    #[test]
    fn each_picture_is_in_the_font_and_no_other_one() {
        let ctx = egui::Context::default();
        theme::apply(&ctx);
        ctx.run_ui(egui::RawInput::default(), |_| ())
            .drop_without_applying_deltas();
        let font = FontId::new(ON_BUTTON, family());
        let known = ctx.fonts_mut(|fonts| fonts.characters(&family()).clone());
        for icon in Icon::ALL {
            assert!(
                ctx.fonts_mut(|fonts| fonts.has_glyph(&font, icon.sign())),
                "{icon:?} is drawn as an empty box"
            );
        }
        let signs = known
            .keys()
            .filter(|sign| ('\u{e000}'..='\u{f8ff}').contains(*sign));
        assert_eq!(
            signs.count(),
            Icon::ALL.len(),
            "assets/icons/lucide/subset was not run"
        );
    }
}
