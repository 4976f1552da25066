//! `Offer help to a computer`: which one?

use egui::{Key, Ui, accesskit::Role};

use crate::{
    engine::{Command, ComputerView, ExpertEnd, NearbyComputer, NearbyView},
    language::say,
    ui::{
        app::{Cx, Go},
        text,
        theme::NEAR,
        widgets::{
            Field, Look, Note, back, button_if, card, gap, group, heading, note, page, quiet,
            text as words, title, wide_button,
        },
    },
};

/// The longest name of a computer with its port, in characters.
const LONGEST_PLACE: usize = 260;

/// What is being filled in.
#[derive(Default)]
pub struct OfferHelp {
    place: String,
    was_shown: bool,
    /// That the old key may be forgotten was said.
    is_replaced: bool,
    /// The offer that failed last.
    failed: Option<(ComputerView, ExpertEnd)>,
}

impl OfferHelp {
    /// Shows it; with why the offer that was made last came to nothing.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        failed: Option<(&ComputerView, &ExpertEnd)>,
    ) -> Option<Go> {
        self.belong_to(failed);
        page(ui, "offer", 620.0, |ui| {
            if back(ui) {
                return Some(Go::CloseInvitation);
            }
            title(ui, say!("offer-to-title"));
            if let Some((computer, why)) = failed {
                self.failure(ui, cx, computer, why);
            }
            quiet(ui, say!("offer-to-for-whom"));
            card(ui, |ui| {
                let field = Field::new(&say!("offer-to-computer"))
                    .hint(&say!("offer-to-computer-hint"))
                    .longest(LONGEST_PLACE)
                    .show(ui, &mut self.place);
                if !std::mem::replace(&mut self.was_shown, true) {
                    field.request_focus();
                }
                let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                ui.add_space(4.0);
                let named = !self.place.trim().is_empty();
                let clicked = button_if(ui, named, Look::Main, &say!("offer-to-offer")).clicked();
                if named && (clicked || entered) {
                    cx.send(Command::Offer(self.place.trim().to_owned()));
                }
            });
            self.nearby(ui, cx);
            None
        })
    }

    /// Those who say that they are there; a click only names one.
    fn nearby(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        gap(ui);
        let NearbyView { computers, trouble } = &cx.view.nearby;
        let label = say!("offer-to-nearby");
        group(ui, "nearby", Role::List, &label, |ui| {
            heading(ui, &label);
            if let Some(trouble) = trouble {
                note(ui, Note::Warning, text::offer::nearby_trouble(trouble));
            } else if computers.is_empty() {
                quiet(ui, say!("offer-to-nearby-none"));
            }
            for NearbyComputer { name, address } in computers {
                if wide_button(ui, Look::Plain, &format!("{name} ({address})")).clicked() {
                    self.place = address.to_string();
                }
                ui.add_space(NEAR);
            }
        });
    }

    fn belong_to(&mut self, failed: Option<(&ComputerView, &ExpertEnd)>) {
        let failed = failed.map(|(computer, why)| (computer.clone(), why.clone()));
        if let Some((computer, _)) = &failed
            && self.failed != failed
        {
            self.place.clone_from(&computer.place);
            self.is_replaced = false;
        }
        self.failed = failed;
    }

    fn failure(&mut self, ui: &mut Ui, cx: &Cx<'_>, computer: &ComputerView, why: &ExpertEnd) {
        let said = text::offer::offer_end(cx.clock, why, &computer.place);
        note(ui, Note::Fault, said.what);
        words(ui, said.next);
        if let ExpertEnd::KeyChanged { by_address, .. } = why {
            // Two steps, and neither of them offers help: nobody gets past the warning by a quick click.
            let is_replaced = match by_address {
                true => say!("offer-to-has-moved"),
                false => say!("offer-to-is-replaced"),
            };
            ui.checkbox(&mut self.is_replaced, is_replaced);
            let forget = button_if(ui, self.is_replaced, Look::Plain, &say!("offer-to-forget"));
            if forget.clicked() {
                cx.send(Command::ForgetComputer(computer.place.clone()));
                cx.send(Command::CloseInvitation);
            }
        }
        gap(ui);
    }
}
