//! The log: found again by filter and page, and taken elsewhere, where it still tells what was done to it.

use std::{io::BufReader, path::Path};

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use hulp::{
    invitation::{Fingerprint, InvitationId},
    store::{
        Answer, ControlEndedHow, Helper, LogEvent, LogFault, LogFileError, LogFilter, LogForm,
        LogKind, LogVerdict, MAX_LOG_ROW_BYTES, SessionEndedWhy, SettingChange, Store, StoreError,
        parse_log_time, verify_log_file,
    },
};
use rusqlite::Connection;

use super::{database, every_event, now, open};

fn helper(name: &str, key: u8) -> Helper {
    Helper {
        name: name.into(),
        key: Fingerprint([key; 32]).into(),
        address: "192.0.2.9:50000".parse().unwrap(),
    }
}

/// A session of this helper's, of five lines.
fn session(helper: &Helper) -> Vec<LogEvent> {
    let invitation = || InvitationId([0xcd; 16]).into();
    vec![
        LogEvent::SessionBegan {
            invitation: invitation(),
            helper: helper.clone(),
        },
        LogEvent::ControlAsked,
        LogEvent::ControlGranted,
        LogEvent::ControlEnded {
            how: ControlEndedHow::Escape,
            lasted_secs: 9,
        },
        LogEvent::SessionEnded {
            invitation: invitation(),
            helper: helper.clone(),
            why: SessionEndedWhy::NoviceLeft,
            seen_secs: 60,
            controlled_secs: 9,
            novice_messages: 0,
            helper_messages: 0,
        },
    ]
}

/// Writes them a minute apart.
fn write(store: &Store, events: &[LogEvent]) {
    let mut at = now();
    for event in events {
        store.log(event, at).unwrap();
        at += TimeDelta::minutes(1);
    }
}

fn numbers(store: &Store, filter: &LogFilter) -> Vec<u64> {
    let page = store.log_page(filter, None, 1000).unwrap();
    assert!(!page.has_older);
    page.entries.iter().map(|entry| entry.line.number).collect()
}

#[test]
fn lines_are_found_by_who_kind_time_and_words() {
    let (_folder, store) = open();
    let (kees, mia) = (helper("Kees de Boer", 0xab), helper("Mia", 0xcc));
    write(&store, &[LogEvent::Waiting { port: 4857 }]); // 1
    write(&store, &session(&kees)); // 2 to 6
    write(&store, &session(&mia)); // 7 to 11
    let declined = LogEvent::ConsentAnswered {
        invitation: InvitationId([0xcd; 16]).into(),
        helper: kees,
        answer: Answer::No,
    };
    store.log(&declined, now() + TimeDelta::days(1)).unwrap(); // 12

    let all = LogFilter::default();
    assert_eq!(numbers(&store, &all), (1..=12).rev().collect::<Vec<_>>());
    let who = |who: &str| LogFilter {
        who: who.into(),
        ..LogFilter::default()
    };
    assert_eq!(numbers(&store, &who("de boer")), [12, 6, 5, 4, 3, 2]);
    assert_eq!(numbers(&store, &who(" MIA ")), [11, 10, 9, 8, 7]);
    assert_eq!(numbers(&store, &who("CCCC")), [11, 10, 9, 8, 7]);
    assert_eq!(numbers(&store, &who("nobody")), [0; 0]);
    let kind = |kind| LogFilter {
        kind: Some(kind),
        ..LogFilter::default()
    };
    assert_eq!(
        numbers(&store, &kind(LogKind::Control)),
        [10, 9, 8, 5, 4, 3]
    );
    assert_eq!(numbers(&store, &kind(LogKind::Refusals)), [12]);
    assert_eq!(numbers(&store, &kind(LogKind::Computer)), [1]);
    let time = LogFilter {
        from: parse_log_time("2026-11-23 09:02", &Utc, false),
        to: parse_log_time("2026-11-23 09:02", &Utc, true),
        ..LogFilter::default()
    };
    assert_eq!(numbers(&store, &time), [9, 4], "each session began at nine");
    let next_day = LogFilter {
        from: parse_log_time("2026-11-24", &Utc, false),
        to: parse_log_time("2026-11-24", &Utc, true),
        ..LogFilter::default()
    };
    assert_eq!(numbers(&store, &next_day), [12]);
    let text = LogFilter {
        text: "ESC was".into(),
        ..LogFilter::default()
    };
    assert_eq!(numbers(&store, &text), [10, 5]);
    let both = LogFilter {
        who: "mia".into(),
        from_line: Some(9),
        ..text
    };
    assert_eq!(numbers(&store, &both), [10]);
}

#[test]
fn times_are_read_by_the_clock_on_the_wall() {
    let zone = FixedOffset::east_opt(3600).unwrap();
    let at = |text: &str| Some(text.parse::<DateTime<Utc>>().unwrap());
    assert_eq!(
        parse_log_time(" 2026-11-26 ", &zone, false),
        at("2026-11-25T23:00:00Z")
    );
    assert_eq!(
        parse_log_time("2026-11-26", &zone, true),
        at("2026-11-26T23:00:00Z")
    );
    assert_eq!(
        parse_log_time("2026-11-26 14:30", &zone, true),
        at("2026-11-26T13:31:00Z")
    );
    for nonsense in [
        "",
        "yesterday",
        "2026-13-01",
        "2026-11-26 25:00",
        "26-11",
        "+262142-12-31",
    ] {
        assert_eq!(parse_log_time(nonsense, &zone, true), None, "{nonsense}");
    }
}

/// Puts many lines into the log at once, as `store/log.rs` documents them.
fn write_many(folder: &Path, count: u64, event: impl Fn(u64) -> LogEvent) {
    let database = database(folder);
    let mut before = *b"hulp: the log begins here, v1...";
    database.execute_batch("BEGIN").unwrap();
    for number in 1..=count {
        let json = serde_json::to_string(&event(number)).unwrap();
        let micros = now().timestamp_micros() + number as i64;
        let mut bytes = b"hulp log line v1".to_vec();
        bytes.extend(before);
        bytes.extend(number.to_le_bytes());
        bytes.extend(micros.to_le_bytes());
        bytes.extend(json.bytes());
        before = <sha2::Sha256 as sha2::Digest>::digest(bytes).into();
        database
            .execute(
                "INSERT INTO log VALUES (?1, ?2, ?3, ?4)",
                (number as i64, micros, json, before),
            )
            .unwrap();
    }
    let head = "INSERT INTO log_head VALUES (1, ?1, ?2)";
    database.execute(head, (count as i64, before)).unwrap();
    database.execute_batch("COMMIT").unwrap();
}

#[test]
fn a_long_log_is_read_a_page_at_a_time() {
    let (folder, store) = open();
    let kees = helper("Kees", 1);
    // One session over three thousand lines, with a line of this user's own in each hundred.
    write_many(folder.path(), 3500, |number| match number {
        10 => session(&kees).swap_remove(0),
        3400 => session(&kees).swap_remove(4),
        number if number % 100 == 0 => LogEvent::Waiting {
            port: number as u16,
        },
        _ => LogEvent::Paused,
    });
    drop(store);
    let store = Store::open(folder.path()).unwrap();
    assert!(store.verify_log().unwrap().is_whole());
    let waits = LogFilter {
        kind: Some(LogKind::Computer),
        ..LogFilter::default()
    };
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let page = store.log_page(&waits, before, 10).unwrap();
        assert!(page.entries.len() <= 10);
        seen.extend(page.entries.iter().map(|entry| entry.line.number));
        before = seen.last().copied();
        if !page.has_older {
            break;
        }
    }
    let expected: Vec<u64> = (1..=35)
        .rev()
        .map(|n| n * 100)
        .filter(|n| *n != 3400)
        .collect();
    assert_eq!(seen, expected);
    // Whoever was here is known far from where that was said.
    let of_kees = LogFilter {
        who: "kees".into(),
        ..LogFilter::default()
    };
    let page = store.log_page(&of_kees, Some(2000), 2).unwrap();
    let found: Vec<_> = page.entries.iter().map(|entry| entry.line.number).collect();
    assert_eq!((found, page.has_older), (vec![1999, 1998], true));
    let after = store.log_page(&of_kees, Some(10), 50).unwrap();
    assert!(
        after.entries.is_empty(),
        "before the session nobody was here"
    );
    let newest = store.log_page(&of_kees, None, 1).unwrap();
    assert_eq!(newest.entries[0].line.number, 3400);
}

fn exported(store: &Store, filter: &LogFilter, form: LogForm) -> String {
    let mut out = Vec::new();
    store.export_log(filter, form, &Utc, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn check(file: &str) -> LogVerdict {
    verify_log_file(BufReader::new(file.as_bytes())).unwrap()
}

/// A log of nine lines, exported.
fn nine() -> Vec<String> {
    let (_folder, store) = open();
    for port in 1001..=1009 {
        store.log(&LogEvent::Waiting { port }, now()).unwrap();
    }
    let file = exported(&store, &LogFilter::default(), LogForm::JsonLines);
    file.lines().map(str::to_owned).collect()
}

#[test]
fn an_exported_log_is_checked_on_any_computer() {
    let (_folder, store) = open();
    write(&store, &every_event());
    let file = exported(&store, &LogFilter::default(), LogForm::JsonLines);
    let verdict = check(&file);
    assert!(verdict.is_whole(), "{:?}", verdict.faults);
    let here = store.verify_log().unwrap();
    assert_eq!((verdict.lines, verdict.head), (here.lines, here.head));
    assert!(!verdict.is_part);
    for row in file.lines() {
        let _: serde_json::Value = serde_json::from_str(row).unwrap();
    }

    let some = LogFilter {
        kind: Some(LogKind::Refusals),
        ..LogFilter::default()
    };
    let part = exported(&store, &some, LogForm::JsonLines);
    let verdict = check(&part);
    assert!(verdict.is_whole(), "{:?}", verdict.faults);
    assert!(verdict.is_part && verdict.lines == 7, "{verdict:?}");
    let tampered = part
        .replace("left\":4", "left\":3")
        .replace("left\\\":4", "left\\\":3");
    assert_ne!(tampered, part);
    assert_ne!(check(&tampered).faults, []);
    let fewer: Vec<_> = part
        .lines()
        .enumerate()
        .filter(|(at, _)| *at != 2)
        .map(|(_, row)| row)
        .collect();
    assert_eq!(
        check(&fewer.join("\n")).faults,
        [LogFault::CutOff { had: 7, has: 6 }]
    );
}

#[test]
fn tampering_with_an_exported_log_shows_which_line() {
    let after = |tamper: &dyn Fn(&mut Vec<String>)| {
        let mut rows = nine();
        tamper(&mut rows);
        check(&rows.join("\n")).faults
    };
    let changed = |number| LogFault::Changed { number };
    assert_eq!(after(&|_| ()), []);
    // Row 0 tells of the rest, so row 4 is line 4.
    assert_eq!(
        after(&|rows| rows[4] = rows[4].replace("1004", "1005")),
        [changed(4)]
    );
    assert_eq!(
        after(&|rows| rows[4] = rows[4].replace("T09:00:00", "T09:00:01")),
        [changed(4)]
    );
    let hash = |row: &str| row.rsplit_once("\"hash\":").unwrap().1.to_owned();
    assert_eq!(
        after(&|rows| rows[4] = rows[4].replace(&hash(&rows[4]), &hash(&rows[6]))),
        [changed(4)]
    );
    assert_eq!(
        after(&|rows| {
            let number = rows[4].replace("\"number\":4", "\"number\":5");
            rows[4] = number;
        })[..1],
        [LogFault::Missing { first: 4, last: 4 }]
    );
    assert_eq!(
        after(&|rows| drop(rows.remove(4))),
        [LogFault::Missing { first: 4, last: 4 }]
    );
    assert_eq!(
        after(&|rows| drop(rows.drain(1..4))),
        [LogFault::Missing { first: 1, last: 3 }]
    );
    assert_eq!(
        after(&|rows| rows.swap(4, 5)),
        [LogFault::Moved { number: 4, was: 4 }]
    );
    assert_eq!(
        after(&|rows| {
            let row = rows.remove(2);
            rows.push(row);
        }),
        [LogFault::Moved { number: 2, was: 2 }]
    );
    assert_eq!(
        after(&|rows| rows.insert(4, rows[4].clone())),
        [LogFault::Moved { number: 4, was: 4 }]
    );
    assert_eq!(
        after(&|rows| rows.truncate(7)),
        [LogFault::CutOff { had: 9, has: 6 }]
    );
    assert_eq!(
        after(&|rows| rows.truncate(1)),
        [LogFault::CutOff { had: 9, has: 0 }]
    );
    for nonsense in ["", "{}", "[", "{\"number\":4}", "null"] {
        let faults = after(&|rows| rows[4] = nonsense.into());
        assert!(
            faults.contains(&LogFault::NoLine { row: 5 }),
            "{nonsense}: {faults:?}"
        );
        assert!(
            faults.contains(&LogFault::Missing { first: 4, last: 4 }),
            "{nonsense}: {faults:?}"
        );
    }
    let words_alone = |rows: &mut Vec<String>| rows[4] = rows[4].replacen("1004", "1005", 1);
    let more = |rows: &mut Vec<String>| {
        rows[4] = rows[4].replace("\"hash\":", "\"text\":\"x\",\"hash\":");
    };
    for tamper in [&words_alone as &dyn Fn(&mut Vec<String>), &more] {
        let faults = after(tamper);
        let passed = "what no hash is over is let pass";
        assert!(faults.contains(&LogFault::NoLine { row: 5 }), "{passed}");
    }
}

#[test]
fn a_rewritten_end_shows_by_what_was_told_of_it() {
    // As one who knows how the chain is made: the last line is another, with the right hash.
    let mut rows = nine();
    let field = |row: &str, name: &str| {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        row[name].as_str().unwrap().to_owned()
    };
    let (folder, store) = open();
    for port in 1001..=1009 {
        let port = if port == 1009 { 2000 } else { port };
        store.log(&LogEvent::Waiting { port }, now()).unwrap();
    }
    let other = exported(&store, &LogFilter::default(), LogForm::JsonLines);
    let others: Vec<_> = other.lines().map(str::to_owned).collect();
    assert_eq!(
        field(&rows[9], "hash_before"),
        field(&others[9], "hash_before")
    );
    rows[9].clone_from(&others[9]);
    assert_eq!(
        check(&rows.join("\n")).faults,
        [LogFault::Rewritten { number: 9 }]
    );
    // The same in the store, with the hash that belongs to it.
    let database: Connection = database(folder.path());
    database
        .execute_batch(&format!(
            "DROP TRIGGER log_is_not_changed;
             UPDATE log SET event = replace(event, '2000', '1009'), hash = x'{}' WHERE number = 9",
            field(&nine()[9], "hash")
        ))
        .unwrap();
    assert_eq!(
        store.verify_log().unwrap().faults,
        [LogFault::Rewritten { number: 9 }]
    );
}

#[test]
fn the_widest_line_fits_into_an_exported_row_and_a_wider_one_is_refused() {
    let (_folder, store) = open();
    let wide = |count: usize| LogEvent::SettingsChanged {
        changes: (0..count)
            .map(|_| SettingChange {
                setting: "\"".repeat(512).into(),
                old: "\\".repeat(512).into(),
                new: "\"".repeat(512).into(),
            })
            .collect(),
    };
    let refused = store.log(&wide(22), now());
    assert!(
        matches!(refused, Err(StoreError::Unwritable(_))),
        "{refused:?}"
    );
    store.log(&wide(20), now()).unwrap();
    let file = exported(&store, &LogFilter::default(), LogForm::JsonLines);
    let longest = file.lines().map(str::len).max().unwrap();
    assert!(longest < MAX_LOG_ROW_BYTES, "{longest}");
    assert!(check(&file).is_whole());
}

#[test]
fn lines_of_a_kind_are_found_by_an_index() {
    let (folder, _store) = open();
    let database = database(folder.path());
    let plan: String = database
        .query_row(
            r#"EXPLAIN QUERY PLAN SELECT number FROM log WHERE substr(event, 1, 24) = '{"event":"session_began"'"#,
            (),
            |row| row.get("detail"),
        )
        .unwrap();
    assert!(
        plan.contains("USING") && plan.contains("log_kinds"),
        "{plan}"
    );
}

#[test]
fn what_is_no_exported_log_is_said_and_costs_little() {
    let fault = |file: &[u8]| verify_log_file(BufReader::new(file)).unwrap_err();
    for nonsense in [&b""[..], b"\n", b"{}", b"{\"number\":1}", &[0xff; 99]] {
        assert!(matches!(fault(nonsense), LogFileError::NoLog));
    }
    let newer = nine()[0].replace("\"hulp_log\":1", "\"hulp_log\":2");
    assert!(matches!(fault(newer.as_bytes()), LogFileError::Newer(2)));
    assert!(matches!(
        fault(nine()[1..].join("\n").as_bytes()),
        LogFileError::NoLog
    ));
    // A row without an end, and a file of nothing but faults.
    let endless = format!("{}\n{}", nine()[0], "[".repeat(9 * MAX_LOG_ROW_BYTES));
    assert!(check(&endless).faults.len() >= 9);
    let (first, second) = (&nine()[0], &nine()[2]);
    let all_wrong = second.replace("1002", "1003") + "\n";
    let many = format!("{first}\n{}", all_wrong.repeat(100_000));
    assert_eq!(check(&many).faults.len(), 32);
}

#[test]
fn hostile_words_do_no_harm_in_any_form() {
    let (folder, store) = open();
    let evil = "<script>alert(1)</script>\u{1b}]0;x\u{7}\r\n\u{202e}\"Anna' & co";
    write(&store, &session(&helper(evil, 1)));
    // And a line that no Hulp of today wrote.
    let json = "{\"event\":\"x\",\n\"a\":\"\u{1b}[2J\u{202e}<b>\"}";
    let hash = [7_u8; 32];
    database(folder.path())
        .execute("INSERT INTO log VALUES (6, 0, ?1, ?2)", (json, hash))
        .unwrap();
    let all = LogFilter::default();
    for form in [LogForm::Text, LogForm::Report, LogForm::JsonLines] {
        let out = exported(&store, &all, form);
        for sign in ['\u{1b}', '\u{7}', '\u{202e}', '\r'] {
            assert!(!out.contains(sign), "{form:?} has {sign:?}");
        }
        assert!(out.contains("Anna"), "{form:?}");
    }
    let report = exported(&store, &all, LogForm::Report);
    assert!(!report.contains("<script") && !report.contains("<b>"));
    assert!(report.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert_eq!(
        report.matches("<tr>").count(),
        7,
        "a row each, and the head's"
    );
    let rows = exported(&store, &all, LogForm::JsonLines);
    assert_eq!(rows.lines().count(), 7);
    assert_eq!(
        check(&rows).faults,
        [LogFault::Changed { number: 6 }],
        "and what it is not goes with it"
    );
    let text = exported(&store, &all, LogForm::Text);
    assert_eq!(text.lines().position(str::is_empty), Some(6), "a line each");
}

#[test]
fn a_file_with_the_log_is_replaced_whole_and_private() {
    let (folder, store) = open();
    write(&store, &every_event());
    let all = LogFilter::default();
    let path = folder.path().join("log.html");
    std::fs::write(&path, "an older one").unwrap();
    store
        .export_log_to_file(&all, LogForm::Report, &Utc, &path)
        .unwrap();
    let written = std::fs::read_to_string(&path).unwrap();
    assert_eq!(written, exported(&store, &all, LogForm::Report));
    assert!(written.contains("The log is whole: 41 lines."));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let nowhere = folder.path().join("no folder/log.html");
    assert!(
        store
            .export_log_to_file(&all, LogForm::Report, &Utc, &nowhere)
            .is_err()
    );
}
