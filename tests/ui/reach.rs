//! Every page can be used by name, and nothing on it lies outside the window or over something else.

use egui::{Rect, Theme, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hulp::{
    engine::{ControlView, ExpertView, HelperStanding, Refusal, RelayFault, View},
    ui::StartPage,
};

use crate::pages::{self, Window};

/// A page's name, what there is to see, and the controls that lead to it.
type Reached = (&'static str, fn() -> View, &'static [&'static str]);

/// Every page at the sizes that its window may have.
fn every_page(look: impl Fn(&str, &mut Window)) {
    // tall enough that nothing scrolls: what is scrolled away lies behind other things
    let narrow = [460.0, 2300.0];
    let wide = [900.0, 1800.0];
    let view = |make: fn() -> View| make;
    let home: [Reached; 27] = [
        ("home", view(pages::with_invitations), &[]),
        (
            "invite",
            view(pages::view),
            &["Invite someone to help", "Require a password"],
        ),
        (
            "status",
            view(pages::with_invitations),
            &["Invitation status", "Details"],
        ),
        (
            "resend",
            view(pages::with_invitations),
            &["Invitation status", "Resend"],
        ),
        ("settings", view(pages::view), &["Settings"]),
        (
            "settings for help",
            view(pages::view),
            &["Settings", "Receiving help"],
        ),
        (
            "settings of the network",
            view(pages::view),
            &["Settings", "Network"],
        ),
        (
            "settings of contacts",
            view(crate::contacts::refused),
            &["Settings", "Contacts"],
        ),
        (
            "settings of e-mail",
            view(pages::view),
            &["Settings", "E-mail"],
        ),
        (
            "a proxy's fault",
            || {
                pages::not_reached(Some(RelayFault::Proxy {
                    proxy: "proxy.example:3128".into(),
                    error: "it says 407".into(),
                }))
            },
            &[],
        ),
        ("a policy's fault", view(crate::policy::unreadable), &[]),
        (
            "settings under a policy",
            view(crate::policy::strict),
            &["Settings", "Network"],
        ),
        (
            "ways under a policy",
            view(crate::policy::strict),
            &["Invite someone to help"],
        ),
        (
            "check",
            view(crate::checking::working),
            &["Check this computer"],
        ),
        (
            "check with faults",
            view(crate::checking::failing),
            &["Check this computer"],
        ),
        ("open", view(pages::view), &["Open an invitation"]),
        ("ended", view(pages::ended), &[]),
        ("windows invitation", view(pages::windows_invitation), &[]),
        ("session", || pages::novice_session(ControlView::None), &[]),
        (
            "controlled",
            || pages::novice_session(pages::granted()),
            &[],
        ),
        (
            "settings in a session",
            || pages::novice_session(pages::granted()),
            &["Settings"],
        ),
        ("stopped", view(pages::stopped), &[]),
        (
            "paper",
            || pages::expert(ExpertView::Opened(pages::paper())),
            &[],
        ),
        (
            "refused",
            || pages::failed(Refusal::WrongPassword { attempts_left: 1 }),
            &[],
        ),
        ("expert's end", view(pages::expert_ended), &[]),
        ("console", || pages::console(ControlView::None), &[]),
        (
            "console in control",
            || pages::console(pages::granted()),
            &[],
        ),
    ];
    for size in [narrow, wide] {
        for (name, view, clicks) in home {
            let mut window = Window::open(size, Theme::Light, StartPage::Home, view());
            window.settle();
            for click in clicks {
                window.harness.get_by_label(click).scroll_to_me();
                window.settle();
                window.click(click);
            }
            look(&format!("{name} at {size:?}"), &mut window);
        }
        for standing in [HelperStanding::New, pages::known()] {
            let mut window = Window::open_at(size, Theme::Light, StartPage::Home, |now| {
                pages::consent(now, standing)
            });
            window.wait_for_buttons();
            look(&format!("consent at {size:?}"), &mut window);
        }
        let mut window = Window::open_at(size, Theme::Light, StartPage::Expert, pages::connecting);
        window.settle();
        look(&format!("connecting at {size:?}"), &mut window);
    }
}

fn is_control(role: Role) -> bool {
    egui::accessibility::is_input(role) && role != Role::Splitter
}

#[test]
fn every_control_has_a_name() {
    every_page(|name, window| {
        let unnamed = window.harness.unnamed_widgets();
        assert!(unnamed.is_empty(), "{name}: {unnamed:?}");
    });
}

#[test]
fn no_two_controls_of_a_page_have_the_same_name() {
    every_page(|name, window| {
        let mut names: Vec<_> = (window.harness.root().children_recursive())
            .map(|node| node.accesskit_node())
            .filter(|node| is_control(node.role()) && !node.is_hidden())
            .map(|node| format!("{:?} {}", node.role(), node.label().unwrap_or_default()))
            .collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "{name}: {names:?}");
    });
}

#[test]
fn nothing_lies_outside_or_over_something_else() {
    every_page(|name, window| {
        if name.starts_with("settings in a session") {
            return; // that window is small, so they scroll
        }
        let all = window.harness.ctx.viewport_rect();
        let mut placed: Vec<(String, Rect)> = vec![];
        for node in window.harness.root().children_recursive() {
            let data = node.accesskit_node();
            let leaf =
                is_control(data.role()) || matches!(data.role(), Role::Label | Role::Heading);
            // words within a control are part of it, and those of the chat scroll behind its edge
            let within = std::iter::successors(data.parent(), |node| node.parent())
                .any(|around| is_control(around.role()) || around.role() == Role::Log);
            if !leaf || within || data.is_hidden() || data.raw_bounds().is_none() {
                continue;
            }
            let rect = node.rect();
            if rect.area() < 1.0 {
                continue;
            }
            let label = format!("{:?} {:?}", data.role(), data.label().or(data.value()));
            assert!(
                rect.left() >= all.left() - 0.5 && rect.right() <= all.right() + 0.5,
                "{name}: {label} at {rect:?} is not within {all:?}"
            );
            for (other, taken) in &placed {
                let both = rect.shrink(1.0).intersect(taken.shrink(1.0));
                assert!(
                    !both.is_positive(),
                    "{name}: {label} at {rect:?} over {other} at {taken:?}"
                );
            }
            placed.push((label, rect));
        }
        assert!(placed.len() > 2, "{name}: there is something to see");
    });
}
