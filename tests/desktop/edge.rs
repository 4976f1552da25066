//! The edge shows what it must, and is in nobody's way.

use hulp::{
    desktop::{Desktop, Edge},
    screen::Rect,
};
use x11rb::protocol::xproto::{ConfigureWindowAux, ConnectionExt as _, StackMode};
use x11rb::wrapper::ConnectionExt as _;

use crate::xserver::{XServer, until};

/// A pixel of each side of a screen.
fn sides(server: &XServer, width: u32, height: u32) -> [u32; 4] {
    let (middle_x, middle_y) = (width / 2, height / 2);
    [
        (middle_x, 2),
        (middle_x, height - 2),
        (2, middle_y),
        (width - 2, middle_y),
    ]
    .map(|(x, y)| server.pixels(Rect::new(x, y, 1, 1))[0])
}

fn is_colour(sides: [u32; 4]) -> bool {
    sides[0] != 0 && sides.iter().all(|side| *side == sides[0])
}

#[test]
fn the_edge_has_a_colour_for_each_state() {
    let Some(server) = XServer::start("640x480x24") else {
        return;
    };
    let desktop = server.desktop();
    let mut seen = Vec::new();
    for edge in [Edge::Seen, Edge::Controlled, Edge::Paused, Edge::Seen] {
        desktop.show_edge(edge);
        let last = seen.last().copied().unwrap_or_default();
        until("another colour", || {
            let now = sides(&server, 640, 480);
            is_colour(now) && now[0] != last
        });
        seen.push(sides(&server, 640, 480)[0]);
    }
    assert_eq!(seen[0], seen[3]);
    assert_eq!(server.pixels(Rect::new(20, 20, 1, 1)), [0], "only the edge");
    desktop.show_edge(Edge::Off);
    until("it is gone", || sides(&server, 640, 480) == [0; 4]);
    desktop.show_edge(Edge::Off);
}

#[test]
fn the_edge_takes_no_click_and_stays_on_top() {
    let Some(server) = XServer::start("640x480x24") else {
        return;
    };
    let desktop = server.desktop();
    desktop.show_edge(Edge::Controlled);
    until("the edge shows", || is_colour(sides(&server, 640, 480)));
    let colour = sides(&server, 640, 480);
    let window = server.window(Rect::new(0, 0, 640, 480), 0x0011_2233);
    until("it is above a new window", || {
        sides(&server, 640, 480) == colour
    });
    let above = ConfigureWindowAux::new().stack_mode(StackMode::ABOVE);
    server.conn.configure_window(window, &above).unwrap();
    server.conn.sync().unwrap();
    until("it is above again", || sides(&server, 640, 480) == colour);
    server.button_presses();
    for (x, y) in [(320, 2), (320, 478), (2, 240), (638, 240), (0, 0)] {
        server.move_pointer(x, y);
        server.click(1);
    }
    assert_eq!(
        server.button_presses(),
        5,
        "the window below got every click"
    );
}

#[test]
fn the_edge_follows_the_screen() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let desktop = server.desktop();
    desktop.show_edge(Edge::Seen);
    until("the edge shows", || is_colour(sides(&server, 1280, 800)));
    if server.set_mode(640, 480).is_none() {
        return;
    }
    until("it is around the new size", || {
        is_colour(sides(&server, 640, 480))
    });
    assert_eq!(server.pixels(Rect::new(320, 240, 1, 1)), [0]);
}

#[test]
fn a_desktop_that_is_dropped_leaves_no_edge() {
    let Some(server) = XServer::start("640x480x24") else {
        return;
    };
    let desktop = server.desktop();
    desktop.show_edge(Edge::Seen);
    until("the edge shows", || is_colour(sides(&server, 640, 480)));
    drop(desktop);
    until("it is gone", || sides(&server, 640, 480) == [0; 4]);
}
