//! The layers hold: who may import whom, and which outside name may be said where.
#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each folder of `src/` and the folders that it may import. Siblings on a floor do not import each other.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    // 1: pure, and knows nothing of the house
    ("screen", &[]),
    ("input", &[]),
    ("invitation", &[]),
    ("language", &[]),
    // 2
    ("protocol", &["screen", "input", "invitation"]),
    ("net", &["invitation"]),
    ("desktop", &["screen", "input", "language"]),
    ("delivery", &["invitation", "language"]),
    ("store", &["invitation", "language"]),
    // 3: the rules, pure
    ("session", &["protocol", "screen", "input", "invitation"]),
    // 4
    (
        "engine",
        &[
            "session",
            "net",
            "desktop",
            "delivery",
            "store",
            "screen",
            "input",
            "invitation",
            "language",
        ],
    ),
    // 5
    (
        "ui",
        &["engine", "screen", "input", "invitation", "language"],
    ),
];

/// Each outside name and the only folders that may say it.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("tokio", &["engine", "net", "delivery"]),
    ("iroh", &["net"]),
    ("simple_dns", &["net"]),
    ("gethostname", &["net"]),
    ("ring::signature", &["invitation"]),
    ("portmapper", &["net"]),
    ("rustls", &["net", "delivery"]),
    ("rcgen", &["net"]),
    ("rusqlite", &["store"]),
    ("png::", &["engine"]),
    ("fluent", &["language"]),
    ("sys_locale", &["language"]),
    ("postcard", &["protocol", "screen"]),
    ("quick_xml", &["invitation"]),
    ("lettre", &["delivery"]),
    ("keyring::", &["store"]),
    ("zbus", &["desktop"]),
    ("argon2", &["invitation"]),
    ("spake2", &["session", "delivery"]),
    ("crypto_secretbox", &["delivery"]),
    ("tungstenite", &["delivery"]),
    ("tokio_xmpp", &["delivery"]),
    ("n0_dns_resolver", &["delivery"]),
    ("zstd", &["screen"]),
    ("rayon", &["screen"]),
    ("egui", &["ui"]),
    ("eframe", &["ui"]),
    ("winit", &["ui"]),
    ("rfd", &["ui"]),
    ("xcap", &["desktop"]),
    ("enigo", &["desktop"]),
    ("x11rb", &["desktop"]),
    ("objc2", &["desktop"]),
    ("windows_sys", &["desktop"]),
    ("wayland_client", &["desktop"]),
    ("wayland_protocols", &["desktop"]),
    ("unsafe ", &["desktop"]),
    ("target_os", &["desktop", "net", "store"]),
    ("std::thread", &["engine", "desktop", "ui"]),
    ("std::fs", &["engine", "delivery", "store", "desktop"]),
    ("std::net", &["net", "invitation", "engine"]),
    ("Instant::now", &["engine", "ui", "net", "desktop", "store"]),
    ("Utc::now", &["engine", "ui"]),
    ("SystemTime::now", &[]),
    ("println!", &[]),
    ("process::exit", &[]),
];

/// The folders that must run in virtual time: no clock, no thread, no file, no socket. `screen` may have several cores at the same
/// work, for the outcome is that of one.
const PURE: &[&str] = &["screen", "input", "invitation", "protocol", "session"];

#[test]
fn folders_import_only_what_the_plan_allows() {
    let mut faults = vec![];
    for (folder, allowed) in MAY_IMPORT {
        for (path, code) in sources(folder) {
            for target in crate_paths(&code) {
                if target != *folder && !allowed.contains(&target.as_str()) {
                    faults.push(format!("{} imports {target}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn outside_names_stay_where_they_belong() {
    let mut faults = vec![];
    for (folder, _) in MAY_IMPORT {
        for (path, code) in sources(folder) {
            for (name, homes) in ONLY_IN {
                if !homes.contains(folder) && code.contains(name) {
                    faults.push(format!("{} says {name}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_rules_and_the_formats_are_pure() {
    const IMPURE: &[&str] = &[
        "std::fs",
        "std::thread",
        "TcpStream",
        "UdpSocket",
        "::now()",
        "async fn",
        "std::env",
    ];
    let mut faults = vec![];
    for folder in PURE {
        for (path, code) in sources(folder) {
            for name in IMPURE {
                if code.contains(name) {
                    faults.push(format!("{} says {name}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_opens_with_its_purpose() {
    for (folder, _) in MAY_IMPORT {
        for (path, _) in sources(folder) {
            let text = fs::read_to_string(&path).unwrap();
            assert!(
                text.starts_with("//! "),
                "{} has no //! line",
                path.display()
            );
        }
    }
}

#[test]
fn every_folder_is_on_the_plan_and_on_the_map() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let map = fs::read_to_string(src.join("lib.rs")).unwrap();
    for entry in fs::read_dir(src).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if ["lib.rs", "main.rs", "cli"].contains(&name.as_str()) {
            continue; // the program's own: on the top floor
        }
        assert!(
            MAY_IMPORT.iter().any(|(folder, _)| *folder == name),
            "src/{name} is not on the plan"
        );
        assert!(
            map.contains(&format!("[`{name}`]")),
            "src/{name} is not on lib.rs's map"
        );
    }
}

/// All files of a folder, without their comments and tests.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = vec![];
    let mut todo = vec![
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src")
            .join(folder),
    ];
    while let Some(dir) = todo.pop() {
        for path in fs::read_dir(dir).unwrap().flatten().map(|e| e.path()) {
            if path.is_dir() {
                todo.push(path);
                continue;
            }
            if path.extension().is_none_or(|ending| ending != "rs")
                || path.file_name().is_some_and(|name| name == "tests.rs")
            {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("\n#[cfg(test)]").next().unwrap();
            let code = code
                .lines()
                .map(|line| line.split("//").next().unwrap())
                .collect::<Vec<_>>()
                .join("\n");
            found.push((path, code));
        }
    }
    assert!(!found.is_empty(), "src/{folder} has no sources");
    found
}

/// The first segment after each `crate::`, also inside `use crate::{a, b::{c}}`.
fn crate_paths(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = code[at + 7..].trim_start();
        let Some(list) = rest.strip_prefix('{') else {
            found.insert(first_segment(rest));
            continue;
        };
        let (mut depth, mut word) = (0, String::new());
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    found.insert(first_segment(&word));
                    word.clear();
                    continue;
                }
                _ => {}
            }
            word.push(c);
        }
        found.insert(first_segment(&word));
    }
    found.remove("");
    found
}

fn first_segment(path: &str) -> String {
    path.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}
