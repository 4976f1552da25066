//! Every page for who uses no mouse, sees little, or sees nothing: with the usual text, and with text twice as large.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    time::Duration,
};

use egui::{
    Event, Id, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rect, Shape, Theme,
    TouchPhase, Vec2, WidgetRect,
    accessibility::is_input,
    accesskit::{Action, Live, NodeId, Role},
    epaint::ClippedShape,
};
use egui_kittest::kittest::{AccessKitNode, NodeT as _};

use crate::{
    pages::Window,
    pictures::{self, CONSOLE, Page, SESSION},
};

/// More controls than any page has.
const MANY: usize = 200;

/// A control has the keyboard in sight where so much of its height is seen, in points.
const SEEN: f32 = 20.0;

/// Rounding of places, in points.
const NEARLY: f32 = 1.5;

/// The ring of what has the keyboard stands no farther from it, in points.
const RING: f32 = 6.0;

/// Longer than any countdown, in seconds.
const LONG: u64 = 70;
/// How often a countdown is spoken: when it begins and near its end, and no more, for it would drown everything else.
const SPOKEN: std::ops::RangeInclusive<usize> = 2..=4;

/// A page at a size of text.
struct Trial {
    page: Page,
    window: Window,
}

/// Does this with every page, and says of all of them what is wrong.
fn each(faults_of: impl Fn(&mut Trial) -> Vec<String>) {
    let mut faults = vec![];
    for text_size in [100, 200] {
        for page in pictures::all() {
            let name = page.name;
            let mut trial = Trial::open(page, text_size);
            for fault in faults_of(&mut trial) {
                faults.push(format!("{name} at {text_size} %: {fault}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

impl Trial {
    fn open(page: Page, text_size: u16) -> Self {
        let window = page.open_enlarged(text_size);
        Self { page, window }
    }

    fn nodes(&self) -> impl Iterator<Item = AccessKitNode<'_>> {
        let root = self.window.harness.root();
        root.children_recursive()
            .map(|node| node.accesskit_node())
            .filter(|node| !node.is_hidden())
    }

    /// What the user can do something with now.
    fn controls(&self) -> impl Iterator<Item = AccessKitNode<'_>> {
        self.nodes().filter(|node| {
            let acts = is_input(node.role()) || node.role() == Role::Row;
            acts && node.data().supports_action(Action::Click) && !node.is_disabled()
        })
    }

    /// What takes a click now, as egui has it, whatever it says to be. Words that can be marked take one too, and go by drags.
    fn clickable(&self) -> Vec<WidgetRect> {
        self.window.harness.ctx.viewport(|viewport| {
            let widgets = viewport.prev_pass.widgets.layers();
            let widgets = widgets.flat_map(|(_, widgets)| widgets);
            let clickable = widgets.filter(|widget| {
                let only_marks = widget.sense.senses_drag() && !widget.sense.is_focusable();
                widget.enabled && widget.sense.senses_click() && !only_marks
            });
            clickable.copied().collect()
        })
    }

    fn focused(&self) -> Option<Id> {
        self.window.harness.ctx.memory(|memory| memory.focused())
    }

    /// The whole of a control, and what of it is seen.
    fn place(&self, control: Id) -> Option<(Rect, Rect)> {
        let ctx = &self.window.harness.ctx;
        let response = ctx.read_response(control)?;
        let seen = response.interact_rect.intersect(ctx.viewport_rect());
        Some((response.rect, seen))
    }

    /// What a screen reader says of a control: its role, and its name if it has one.
    fn said_of(&self, control: Id) -> (Role, String) {
        let node = self.nodes().find(|node| id(node) == control.accesskit_id());
        node.map_or((Role::Unknown, String::new()), |node| {
            (node.role(), node.label().unwrap_or_default())
        })
    }

    /// Whether the ring of what has the keyboard is painted around this control, which is seen there.
    fn has_ring_around(&self, whole: Rect, seen: Rect) -> bool {
        let harness = &self.window.harness;
        let ring = harness.ctx.global_style().visuals.selection.stroke;
        (harness.output().shapes.iter()).any(|part| {
            let ClippedShape {
                clip_rect, shape, ..
            } = part;
            let (edge, stroke) = match shape {
                Shape::Rect(rect) => (rect.rect, rect.stroke),
                Shape::Circle(circle) => (circle.visual_bounding_rect(), circle.stroke),
                _ => return false,
            };
            let edge = edge.intersect(*clip_rect);
            stroke == ring && edge.intersects(seen) && whole.expand(RING).contains_rect(edge)
        })
    }

    /// Whether keys go to the other computer here, all of them but the way out.
    fn keys_go_elsewhere(&self) -> bool {
        self.page.size == CONSOLE
    }

    fn size(&self) -> Vec2 {
        self.window.harness.ctx.viewport_rect().size()
    }
}

fn id(node: &AccessKitNode<'_>) -> NodeId {
    node.locate().0
}

fn described(node: &AccessKitNode<'_>) -> String {
    let name = node.label().or_else(|| node.value());
    format!("{:?} {:?}", node.role(), name.unwrap_or_default())
}

/// What stands over a control: the names of the groups that it is in.
fn path(node: &AccessKitNode<'_>) -> Vec<String> {
    std::iter::successors(node.parent(), AccessKitNode::parent)
        .filter_map(|node| node.label())
        .collect()
}

#[test]
fn every_control_has_a_name_of_its_own() {
    each(|trial| {
        let mut faults = trial.window.harness.unnamed_widgets();
        let mut known = BTreeSet::new();
        for control in trial.controls() {
            let name = control.label().unwrap_or_default();
            if name.trim().is_empty() {
                faults.push(format!("{} has no name", described(&control)));
            }
            if name.contains(|sign| matches!(sign, '\u{e000}'..='\u{f8ff}')) {
                faults.push(format!("{} spells its picture", described(&control)));
            }
            if !known.insert((format!("{:?}", control.role()), name, path(&control))) {
                faults.push(format!("{} is there twice", described(&control)));
            }
        }
        faults
    });
}

#[test]
fn the_keyboard_alone_comes_to_every_control_and_shows_where_it_is() {
    each(|trial| {
        let mut faults = vec![];
        let mut visited = HashSet::new();
        let (mut first, mut before) = (None, None);
        let mut jumps = vec![];
        for _ in 0..MANY {
            trial.window.key(Key::Tab, Modifiers::NONE);
            trial.window.settle(); // what scrolls comes to rest
            let Some(focused) = trial.focused() else {
                continue;
            };
            let (role, name) = trial.said_of(focused);
            let name = format!("{role:?} {name:?}");
            if let Some(before) = before.replace(focused)
                && let (Some((from, _)), Some((to, _))) =
                    (trial.place(before), trial.place(focused))
                && goes_back(from, to)
            {
                jumps.push(name.clone());
            }
            if first == Some(focused) {
                break;
            }
            first.get_or_insert(focused);
            if !visited.insert(focused) {
                faults.push("the keyboard goes round without its beginning".into());
                break;
            }
            if role == Role::Unknown || name.ends_with("\"\"") {
                faults.push(format!(
                    "{name} has the keyboard, and a screen reader is silent"
                ));
            }
            let Some((whole, seen)) = trial.place(focused) else {
                faults.push("what has the keyboard is not there".into());
                continue;
            };
            if seen.height() < whole.height().min(SEEN) || seen.width() < whole.width() - NEARLY {
                faults.push(format!(
                    "{name} has the keyboard out of sight: {seen} of {whole}"
                ));
            }
            let is_screen = trial.keys_go_elsewhere() && name.contains("Screen of");
            if !is_screen && !trial.has_ring_around(whole, seen) {
                faults.push(format!("{name} has the keyboard and does not show it"));
            }
            if is_screen {
                trial.window.key(
                    Key::Enter,
                    Modifiers::CTRL | Modifiers::ALT | Modifiers::SHIFT,
                );
            }
        }
        if jumps.len() > 1 {
            // Once in a round it comes back to the beginning.
            let to = jumps.join(", ");
            faults.push(format!("the keyboard jumps back, to {to}"));
        }
        let left_out = trial.clickable().into_iter().map(|widget| widget.id);
        for control in left_out.filter(|id| !visited.contains(id)) {
            let (role, name) = trial.said_of(control);
            faults.push(format!("{role:?} {name:?} is for the mouse alone"));
        }
        faults
    });
}

/// Whether who reads would have to turn back from the one to the other.
fn goes_back(from: Rect, to: Rect) -> bool {
    let on_a_line =
        from.y_range().contains(to.center().y) && to.y_range().contains(from.center().y);
    match on_a_line {
        true => to.right() <= from.left() + NEARLY,
        false => to.bottom() <= from.top() + NEARLY,
    }
}

#[test]
fn every_word_can_be_brought_into_sight() {
    each(|trial| {
        let mut faults = BTreeSet::new();
        let mut seen = BTreeMap::new();
        look(trial, &mut seen, &mut faults);
        let size = trial.size();
        for height in [0.35, 0.6, 0.8] {
            if trial.page.size == CONSOLE {
                break; // nothing scrolls there but the other's screen
            }
            let at = Pos2::new(size.x / 2.0, size.y * height);
            trial.window.harness.event(Event::PointerMoved(at));
            // What was clicked may be far down, and the chat shows what is new.
            let step = if trial.page.size == SESSION {
                size.y / 20.0 // its chat is small
            } else {
                size.y / 4.0
            };
            for by in [step, -step] {
                for _ in 0..MANY {
                    let before = painted(&trial.window.harness.output().shapes);
                    wheel(trial, by);
                    look(trial, &mut seen, &mut faults);
                    if painted(&trial.window.harness.output().shapes) == before {
                        break;
                    }
                }
            }
        }
        let shows_itself = |node: &AccessKitNode<'_>| {
            matches!(
                node.role(),
                Role::Label
                    | Role::Heading
                    | Role::Button
                    | Role::CheckBox
                    | Role::RadioButton
                    | Role::Tab
            )
        };
        for node in trial.nodes().filter(shows_itself) {
            let words = match node.role() {
                Role::Label => node.value(),
                _ => node.label(),
            };
            let words = words.unwrap_or_default();
            let all_rows = seen.get(&words).is_some_and(|rows: &Rows| rows.all());
            if !words.trim().is_empty() && !all_rows {
                faults.insert(format!("{:?} {words:?} cannot be seen", node.role()));
            }
        }
        faults.into_iter().collect()
    });
}

/// Which rows of a text were seen.
#[derive(Default)]
struct Rows(Vec<bool>);

impl Rows {
    fn all(&self) -> bool {
        self.0.iter().all(|seen| *seen)
    }
}

/// Takes down what is in sight, and what is cut off at a side.
fn look(trial: &Trial, seen: &mut BTreeMap<String, Rows>, faults: &mut BTreeSet<String>) {
    let window = trial.window.harness.ctx.viewport_rect();
    // A field shows that part of its text where its user writes.
    let in_fields: HashSet<_> = (trial.nodes())
        .filter(|node| is_input(node.role()))
        .filter_map(|node| node.value())
        .collect();
    for ClippedShape {
        clip_rect, shape, ..
    } in &trial.window.harness.output().shapes
    {
        let clip = clip_rect.intersect(window);
        each_text(shape, &mut |text| {
            let words = text.galley.job.text.clone();
            let rows = seen.entry(words.clone()).or_default();
            rows.0.resize(text.galley.rows.len(), false);
            for (row, was_seen) in text.galley.rows.iter().zip(&mut rows.0) {
                let place = row
                    .rect_without_leading_space()
                    .translate(text.pos.to_vec2());
                let clip = clip.expand(NEARLY);
                *was_seen |= clip.contains_rect(place) || place.width() == 0.0;
                let is_there = clip.y_range().contains(place.center().y) && clip.is_positive();
                if is_there
                    && !in_fields.contains(&words)
                    && !place.is_negative()
                    && !clip.x_range().expand(NEARLY).contains(place.right())
                {
                    faults.insert(format!("{words:?} is cut off at the side"));
                }
            }
        });
    }
}

fn each_text(shape: &Shape, tell: &mut impl FnMut(&egui::epaint::TextShape)) {
    match shape {
        Shape::Text(text) => tell(text),
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| each_text(shape, tell)),
        _ => {}
    }
}

/// All texts with their places, to tell whether something moved.
fn painted(shapes: &[ClippedShape]) -> Vec<(String, Pos2)> {
    let mut found = vec![];
    for ClippedShape { shape, .. } in shapes {
        each_text(shape, &mut |text| {
            found.push((text.galley.job.text.clone(), text.pos));
        });
    }
    found
}

fn wheel(trial: &mut Trial, by: f32) {
    trial.window.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, by),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    trial.window.settle();
}

/// The words that a screen reader speaks by itself.
fn spoken(window: &Window) -> BTreeSet<String> {
    let nodes = window.harness.root().children_recursive();
    nodes
        .map(|node| node.accesskit_node())
        .filter(|node| node.live() != Live::Off)
        .filter_map(|node| node.label().or_else(|| node.value()))
        .collect()
}

#[test]
fn a_countdown_is_spoken_and_not_every_second() {
    let mut faults = vec![];
    let mut counting = 0;
    for page in pictures::all() {
        let mut window = page.open_enlarged(100);
        let begin = window.instant;
        let mut after = |secs| {
            let then = begin - Duration::from_secs(secs);
            window.engine.change(|view| *view = (page.view)(then));
            window.harness.run_steps(2);
            (painted(&window.harness.output().shapes), spoken(&window))
        };
        after(0); // what was clicked comes to rest
        if after(0).0 == after(1).0 {
            continue; // it counts nothing
        }
        counting += 1;
        let mut said: Vec<_> = (0..LONG).map(|secs| after(secs).1).collect();
        said.dedup();
        if !SPOKEN.contains(&said.len()) {
            let (name, times) = (page.name, said.len());
            faults.push(format!("{name}: {times} things are said in a countdown"));
        }
    }
    assert!(counting > 0, "no page counts anything");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn nothing_moves_by_itself() {
    each(|trial| {
        let before = trial.window.harness.output().shapes.clone();
        trial.window.settle();
        let moves = trial.window.harness.output().shapes != before;
        Vec::from_iter(moves.then(|| "something moves".to_owned()))
    });
    let trial = Trial::open(pictures::all().remove(0), 100);
    for theme in [Theme::Light, Theme::Dark] {
        let style = trial.window.harness.ctx.style_of(theme);
        assert_eq!(style.animation_time, 0.0);
        assert_eq!(style.scroll_animation, egui::style::ScrollAnimation::none());
        assert!(!style.visuals.text_cursor.blink);
    }
}
