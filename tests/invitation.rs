//! The invitation's file: what is written can be read, and nothing that comes instead of one does harm.

#![allow(clippy::unwrap_used)]

#[path = "invitation/meeting.rs"]
mod meeting;

use std::{net::SocketAddr, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use hulp::invitation::{
    EndpointId, Fingerprint, Grade, Invitation, InvitationId, InvitationState, MAX_ADDRESSES,
    MAX_FILE_BYTES, MAX_LIFETIME, MAX_MESSAGE_BYTES, MAX_NAME_BYTES, MIN_PASSWORD_CHARS,
    MeetingPoint, NewInvitation, PASSWORD_ATTEMPTS, PaperError, PasswordSalt, RelayToken, SentHow,
    TicketSecret, Weakness, auth_key, clean_message, clean_name, easy_password, open_paper,
    strength, stretch, ticket_proof, verify_ticket_proof,
};
use proptest::prelude::*;
use zeroize::Zeroizing;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn sample() -> Invitation {
    Invitation {
        id: InvitationId([0xfb; 16]),
        from: "Anna Bakker".into(),
        message: "The printer says <PC LOAD LETTER> & \"nothing\" else.\n\nCan you look?".into(),
        made: at("2026-11-23T09:00:00Z"),
        expires: at("2026-11-23T15:00:00Z"),
        addresses: vec![
            "192.0.2.7:4857".parse().unwrap(),
            "[2001:db8::7]:4857".parse().unwrap(),
        ],
        meeting: None,
        novice_key: Fingerprint([0xef; 32]),
        ticket: TicketSecret([0xbf; 32]),
        password: Some(PasswordSalt {
            salt: [0xfe; 16],
            memory_kib: 65536,
            passes: 3,
        }),
    }
}

fn new_invitation() -> NewInvitation {
    NewInvitation {
        name: " Anna\tBakker ".into(),
        message: "Help!\r\n".into(),
        lifetime: Duration::from_secs(6 * 60 * 60),
        addresses: sample().addresses,
        meeting: None,
        novice_key: Fingerprint([3; 32]),
        password: None,
        sent: SentHow::File("anna.hulp".into()),
    }
}

/// The sample with one text replaced by another, which must be in it.
fn with(old: &str, new: &str) -> String {
    let xml = sample().to_xml();
    assert!(xml.contains(old), "{old} is not in {}", *xml);
    xml.replacen(old, new, 1)
}

fn fault(xml: &str) -> String {
    match open_paper(xml.as_bytes()) {
        Err(PaperError::NotAnInvitation(what)) => what,
        other => panic!("{other:?} came of {xml}"),
    }
}

#[test]
fn the_file_is_as_documented() {
    let expected = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- An invitation to help somebody at their computer, made by Hulp (remote assistance).
     Open it with Hulp, and only if you know who sent it. Give it to nobody else. -->
<hulp-invitation version="1.0" id="-_v7-_v7-_v7-_v7-_v7-w">
  <from>Anna Bakker</from>
  <message>The printer says &lt;PC LOAD LETTER&gt; &amp; &quot;nothing&quot; else.

Can you look?</message>
  <made>2026-11-23T09:00:00Z</made>
  <expires>2026-11-23T15:00:00Z</expires>
  <computer key="sha256:7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-8">
    <address>192.0.2.7:4857</address>
    <address>[2001:db8::7]:4857</address>
  </computer>
  <ticket>v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v78</ticket>
  <password function="argon2id" salt="_v7-_v7-_v7-_v7-_v7-_g" memory-kib="65536" passes="3"/>
</hulp-invitation>
"#;
    assert_eq!(*sample().to_xml(), expected);
    assert_eq!(open_paper(expected.as_bytes()).unwrap(), sample());
}

#[test]
fn the_documentations_example_is_an_invitation() {
    let documentation = include_str!("../src/invitation/xml/mod.rs");
    let lines = documentation
        .lines()
        .skip_while(|line| *line != "//! ```xml")
        .skip(1);
    let example: Vec<_> = lines
        .take_while(|line| *line != "//! ```")
        .map(|line| &line[4..])
        .collect();
    let paper = open_paper(example.join("\n").as_bytes()).unwrap();
    assert_eq!(
        (paper.from.as_str(), paper.addresses.len()),
        ("Anna Bakker", 2)
    );
    assert!(paper.password.is_some());
}

#[test]
fn what_editors_and_mail_do_to_a_file_does_no_harm() {
    let xml = sample().to_xml();
    let same = [
        format!("\u{feff}{}", *xml),
        xml.replace('\n', "\r\n"),
        xml.replace("UTF-8", "utf-8"),
        xml.split_once('\n').unwrap().1.to_owned(),
        with(
            "<from>Anna Bakker",
            "<from>\n  <![CDATA[Anna]]> &#66;&#x61;kker\n  ",
        ),
        with(
            "id=\"-_v7-_v7-_v7-_v7-_v7-w",
            "id='+/v7+/v7+/v7+/v7+/v7+w=='",
        )
        .replace("'\">", "'>"),
        with("<ticket>", "<ticket>\n\t"),
        with("2026-11-23T15:00:00Z", "2026-11-23T17:00:00.000+02:00"),
        format!("{}<!-- footer -->\n\n", *xml),
    ];
    for xml in same {
        assert_eq!(open_paper(xml.as_bytes()).as_ref(), Ok(&sample()), "{xml}");
    }
}

#[test]
fn later_versions_may_add_things() {
    let added = [
        with(
            "<from>",
            "<relay url='https://x/'><from>Mallory</from><deep><er/></deep></relay><from>",
        ),
        with("<address>", "<relay>&amp;</relay><address kind='tcp'>"),
        with("version=\"1.0\"", "version=\"1.7\" mood='good'"),
        with(
            "passes=\"3\"/>",
            "passes=\"3\" lanes='1'><hint>text</hint></password>",
        ),
        with(
            "<address>192.0.2.7:4857</address>",
            "<address>192.0.2.7:4857</address><address>later:anna.example</address>",
        ),
    ];
    for xml in added {
        assert_eq!(open_paper(xml.as_bytes()).as_ref(), Ok(&sample()), "{xml}");
    }
}

#[test]
fn another_major_version_is_told_apart_whatever_else_it_holds() {
    let newer = "<hulp-invitation version=\"2.1\"><all>is new</all></hulp-invitation>";
    assert_eq!(
        open_paper(newer.as_bytes()),
        Err(PaperError::NewerVersion(2))
    );
    for nonsense in ["0.9", "", "1.x", "-1", "1.0.0", "99999999999999"] {
        fault(&with(
            "version=\"1.0\" id",
            &format!("version=\"{nonsense}\" id"),
        ));
    }
}

#[test]
fn a_file_that_was_cut_off_is_refused_at_every_byte() {
    let xml = sample().to_xml();
    let end = xml.trim_end().len();
    for cut in 0..end {
        let outcome = open_paper(&xml.as_bytes()[..cut]);
        assert!(
            matches!(outcome, Err(PaperError::NotAnInvitation(_))),
            "{cut}: {outcome:?}"
        );
    }
    assert_eq!(open_paper(&xml.as_bytes()[..end]), Ok(sample()));
}

#[test]
fn a_huge_file_is_refused() {
    let padded = |bytes: usize| {
        let xml = sample().to_xml();
        let padding = " ".repeat(bytes - xml.len());
        format!("{}{padding}", *xml)
    };
    assert_eq!(open_paper(padded(MAX_FILE_BYTES).as_bytes()), Ok(sample()));
    assert_eq!(
        open_paper(padded(MAX_FILE_BYTES + 1).as_bytes()),
        Err(PaperError::TooLarge)
    );
    assert_eq!(
        open_paper(&vec![b'<'; 100 << 20]),
        Err(PaperError::TooLarge)
    );
    assert_eq!(
        Invitation::from_xml(&vec![b'<'; 100 << 20]),
        Err(PaperError::TooLarge)
    );
}

#[test]
fn deep_nesting_is_no_harm() {
    let deep = with(
        "<from>",
        &format!("{}{}<from>", "<a>".repeat(9000), "</a>".repeat(9000)),
    );
    assert_eq!(open_paper(deep.as_bytes()), Ok(sample()));
    fault(&"<a>".repeat(MAX_FILE_BYTES / 3));
    fault(&with("<from>", &"<a>".repeat(9000)));
}

#[test]
fn document_types_and_entities_are_refused() {
    let dtd = |dtd: &str, from: &str| {
        with("<hulp-invitation", &format!("{dtd}<hulp-invitation")).replace("Anna Bakker", from)
    };
    let billion_laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let faults = [
        fault(&dtd(billion_laughs, "&c;")),
        fault(&dtd(
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
            "&a;",
        )),
        fault(&dtd(
            "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\">",
            "Anna",
        )),
        fault(&dtd("<!DOCTYPE hulp-invitation>", "Anna")),
        fault(&with("<from>", "<new><!DOCTYPE x></new><from>")),
    ];
    assert!(
        faults.iter().all(|fault| fault.contains("document type")),
        "{faults:?}"
    );
    for from in [
        "&c;",
        "&nbsp;",
        "&#0;",
        "&#xd800;",
        "&#x110000;",
        "&;",
        "&lt",
        "& ",
        "&#;",
    ] {
        fault(&with("Anna Bakker", from));
    }
    fault(&with("version=\"1.0\" id", "version=\"&one;\" id"));
    fault(&with("<from>", "<new>&other;</new><from>"));
}

#[test]
fn another_encoding_is_refused_in_words() {
    assert!(fault(&with("UTF-8", "ISO-8859-1")).contains("UTF-8"));
    assert!(fault(&with("UTF-8", "UTF-16")).contains("UTF-8"));
    let latin1 = [b"<hulp-invitation><from>Zo".as_slice(), &[0xeb], b"</from>"].concat();
    let utf16: Vec<u8> = sample()
        .to_xml()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [latin1, utf16.clone(), [vec![0xff, 0xfe], utf16].concat()] {
        let outcome = open_paper(&bytes);
        assert!(
            matches!(outcome, Err(PaperError::NotAnInvitation(_))),
            "{outcome:?}"
        );
    }
}

#[test]
fn what_is_missing_is_named() {
    for (old, new, name) in [
        ("  <from>Anna Bakker</from>\n", "", "from"),
        ("  <made>2026-11-23T09:00:00Z</made>\n", "", "made"),
        ("  <expires>2026-11-23T15:00:00Z</expires>\n", "", "expires"),
        (
            "  <ticket>v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v78</ticket>\n",
            "",
            "ticket",
        ),
        (" id=\"-_v7-_v7-_v7-_v7-_v7-w\"", "", "id"),
        ("version=\"1.0\" id", "id", "version"),
        (
            " key=\"sha256:7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-8\"",
            "",
            "key",
        ),
        (" salt=\"_v7-_v7-_v7-_v7-_v7-_g\"", "", "salt"),
        (" memory-kib=\"65536\"", "", "memory-kib"),
        (" passes=\"3\"", "", "passes"),
        (" function=\"argon2id\"", "", "function"),
    ] {
        assert!(fault(&with(old, new)).contains(name), "{name}");
    }
    let no_computer = "<hulp-invitation version='1.0' id='-_v7-_v7-_v7-_v7-_v7-w'><from>A</from><made>2026-11-23T09:00:00Z</made><expires>2026-11-23T10:00:00Z</expires></hulp-invitation>";
    assert!(fault(no_computer).contains("computer"));
}

#[test]
fn what_stands_there_twice_is_refused() {
    for twice in [
        "<from>B</from>",
        "<message>b</message><message>c</message>",
        "<made>2026-11-23T09:00:00Z</made>",
        "<ticket>v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v78</ticket>",
        "<computer key=\"sha256:7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-8\"/>",
        "<password function=\"argon2id\" salt=\"_v7-_v7-_v7-_v7-_v7-_g\" memory-kib=\"65536\" passes=\"3\"/>",
    ] {
        assert!(
            fault(&with("  <from>", &format!("{twice}<from>"))).contains("twice"),
            "{twice}"
        );
    }
    fault(&with("id=", "id=\"AAAAAAAAAAAAAAAAAAAAAA\" id="));
    fault(&format!("{0}{0}", *sample().to_xml()));
    fault(&format!("{}<from>B</from>", *sample().to_xml()));
    fault(&format!("{}text", *sample().to_xml()));
    fault(&with("  <from>", "text<from>"));
}

#[test]
fn damaged_secrets_are_refused() {
    let ticket = "v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v78";
    for damaged in [
        "",
        "AAAA",
        "!!!!",
        &ticket[..42],
        &format!("{ticket}AAAA"),
        "ö",
    ] {
        let what = fault(&with(ticket, damaged));
        assert!(what.contains("ticket") && !what.contains("v7-_"), "{what}");
    }
    fault(&with("sha256:", "sha1:"));
    fault(&with("sha256:", ""));
}

#[test]
fn dates_that_make_no_sense_are_refused() {
    for nonsense in [
        "",
        "soon",
        "2026-11-23",
        "2026-13-23T09:00:00Z",
        "1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2026-11-23T09:00:00",
        "+262142-12-31T23:59:59Z",
        "2026-11-23T25:00:00Z",
        "0000-00-00T00:00:00Z",
    ] {
        fault(&with("2026-11-23T09:00:00Z", nonsense));
        fault(&with("2026-11-23T15:00:00Z", nonsense));
    }
    assert!(fault(&with("2026-11-23T15:00:00Z", "2026-11-23T09:00:00Z")).contains("dates"));
    assert!(fault(&with("2026-11-23T15:00:00Z", "2028-11-23T09:00:00Z")).contains("dates"));
}

#[test]
fn addresses_are_few_and_possible() {
    let addresses = |count: usize| {
        let all: String = (0..count)
            .map(|n| format!("<address>10.0.{}.{}:4857</address>", n / 256, n % 256))
            .collect();
        with(
            "<address>192.0.2.7:4857</address>\n    <address>[2001:db8::7]:4857</address>",
            &all,
        )
    };
    assert_eq!(
        open_paper(addresses(0).as_bytes()).unwrap().addresses.len(),
        0
    );
    assert_eq!(
        open_paper(addresses(MAX_ADDRESSES).as_bytes())
            .unwrap()
            .addresses
            .len(),
        MAX_ADDRESSES
    );
    assert!(fault(&addresses(MAX_ADDRESSES + 1)).contains("addresses"));
    assert!(fault(&addresses(1000)).contains("addresses"));
    assert_eq!(
        open_paper(addresses(10_000).as_bytes()),
        Err(PaperError::TooLarge)
    );

    for skipped in [
        "0.0.0.0:1",
        "[::]:1",
        "192.0.2.1:0",
        "224.0.0.1:1",
        "[ff02::1]:1",
        "255.255.255.255:9",
        "host:1",
        "1.2.3.4",
        "",
        "192.0.2.7:4857",
    ] {
        let xml = with(
            "<address>[",
            &format!("<address>{skipped}</address><address>["),
        );
        assert_eq!(open_paper(xml.as_bytes()), Ok(sample()), "{skipped}");
    }
}

#[test]
fn the_novices_own_scopes_stay_at_home() {
    let mut local = sample();
    local.addresses = vec!["[fe80::1%3]:4857".parse().unwrap()];
    let read = open_paper(local.to_xml().as_bytes()).unwrap();
    assert_eq!(
        read.addresses,
        ["[fe80::1]:4857".parse::<SocketAddr>().unwrap()]
    );
}

#[test]
fn stretching_that_is_too_weak_or_too_dear_is_refused_before_any_work() {
    let one_tib = "1073741824";
    for (old, new) in [
        ("memory-kib=\"65536\"", format!("memory-kib=\"{one_tib}\"")),
        ("memory-kib=\"65536\"", "memory-kib=\"65535\"".into()),
        ("memory-kib=\"65536\"", "memory-kib=\"262145\"".into()),
        ("memory-kib=\"65536\"", "memory-kib=\"-1\"".into()),
        (
            "memory-kib=\"65536\"",
            "memory-kib=\"99999999999999999999\"".into(),
        ),
        ("passes=\"3\"", "passes=\"2\"".into()),
        ("passes=\"3\"", "passes=\"11\"".into()),
        ("passes=\"3\"", "passes=\"4294967295\"".into()),
    ] {
        let outcome = open_paper(with(old, &new).as_bytes());
        assert!(
            matches!(outcome, Err(PaperError::Stretching(_))),
            "{new}: {outcome:?}"
        );
    }
    let dear = PasswordSalt {
        salt: [0; 16],
        memory_kib: 1 << 30,
        passes: 3,
    };
    assert!(matches!(
        stretch("secret", &dear),
        Err(PaperError::Stretching(_))
    ));
    let endless = PasswordSalt {
        salt: [0; 16],
        memory_kib: 65536,
        passes: u32::MAX,
    };
    assert!(matches!(
        stretch("secret", &endless),
        Err(PaperError::Stretching(_))
    ));
    fault(&with("argon2id", "md5"));
}

#[test]
fn names_and_messages_have_limits_and_no_tricks() {
    fault(&with("Anna Bakker", ""));
    fault(&with("Anna Bakker", "\u{202e}\u{200b}"));
    fault(&with("Anna Bakker", &"a".repeat(MAX_NAME_BYTES + 1)));
    fault(&with("The printer", &"a".repeat(MAX_MESSAGE_BYTES + 1)));
    let trick = with("Anna Bakker", "Anna&#x202e;&#27;[2J&#10;Bakker");
    assert_eq!(open_paper(trick.as_bytes()).unwrap().from, "Anna[2J Bakker");
}

#[test]
fn other_files_are_refused_in_words() {
    assert!(fault("<html><body/></html>").contains("html"));
    for other in [
        "",
        " ",
        "hello",
        "{}",
        "<",
        "<a",
        "</a>",
        "<a></b>",
        "%PDF-1.7",
        "<?xml",
        "\0\0\0",
        "<hulp-invitation/>",
    ] {
        fault(other);
    }
    let long = fault(&format!("<{}\u{202e}/>", "x".repeat(5000)));
    assert!(long.len() < 200, "{long}");
}

#[test]
fn windows_invitations_are_explained() {
    let explained = |bytes: &[u8]| match open_paper(bytes) {
        Err(PaperError::WindowsRemoteAssistance { from, expires }) => (from, expires),
        other => panic!("{other:?}"),
    };
    let xp = include_str!("data/msrc/TEST_MSRC_INCIDENT_FILE_TYPE1.xml");
    let xp_says = (
        Some("Administrator".to_owned()),
        Some(at("2011-09-01T22:35:41Z")),
    );
    assert_eq!(explained(xp.as_bytes()), xp_says);

    let vista = include_str!("data/msrc/TEST_MSRC_INCIDENT_FILE_TYPE2.xml");
    let vista_says = (Some("awake".to_owned()), Some(at("2014-07-08T16:17:43Z")));
    assert_eq!(explained(vista.as_bytes()), vista_says);

    let bare = include_str!("data/msrc/connectionstr2.xml");
    assert_eq!(explained(bare.as_bytes()), (None, None));

    for (text, says) in [(xp, xp_says), (vista, vista_says), (bare, (None, None))] {
        let units: Vec<u16> = text.encode_utf16().collect();
        let le: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let be: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(explained(&[[0xff, 0xfe].as_slice(), &le].concat()), says);
        assert_eq!(explained(&[[0xfe, 0xff].as_slice(), &be].concat()), says);
        assert_eq!(explained(&le), says);
        assert_eq!(explained(&be), says);
        assert_eq!(explained(format!("\u{feff}\r\n{text}").as_bytes()), says);
    }
}

#[test]
fn a_windows_invitation_with_nonsense_in_it_is_still_one() {
    let nonsense = |attributes: &str| {
        let text =
            format!("<UPLOADINFO TYPE=\"Escalated\"><UPLOADDATA {attributes}/></UPLOADINFO>");
        match open_paper(text.as_bytes()) {
            Err(PaperError::WindowsRemoteAssistance { from, expires }) => (from, expires),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(nonsense(""), (None, None));
    assert_eq!(
        nonsense("USERNAME=\"\u{202e}\" DtStart=\"x\" DtLength=\"1\""),
        (None, None)
    );
    assert_eq!(
        nonsense("DtStart=\"9223372036854775807\" DtLength=\"9223372036854775807\""),
        (None, None)
    );
    assert_eq!(
        nonsense("USERNAME=\"O&apos;Brien &amp; co\"").0.as_deref(),
        Some("O'Brien & co")
    );
    assert_eq!(
        nonsense("XUSERNAME=\"a\" USERNAME='b'").0.as_deref(),
        Some("b")
    );
    assert_eq!(nonsense("USERNAME=\"unclosed"), (None, None));
    assert_eq!(
        nonsense(&format!("USERNAME=\"{}\"", "n".repeat(5000))),
        (None, None)
    );
}

#[test]
fn an_invitation_is_made_whole() {
    let now = at("2026-11-23T09:00:00.75Z");
    let record = new_invitation().make(now).unwrap();
    let paper = &record.invitation;
    assert_eq!(
        (paper.from.as_str(), paper.message.as_str()),
        ("Anna Bakker", "Help!")
    );
    assert_eq!(paper.made, at("2026-11-23T09:00:00Z"));
    assert_eq!(paper.expires, at("2026-11-23T15:00:00Z"));
    assert_eq!(paper.addresses, sample().addresses);
    assert_eq!(
        (record.state, record.attempts_left),
        (InvitationState::Open, PASSWORD_ATTEMPTS)
    );
    assert_eq!((paper.password, record.verifier.clone()), (None, None));
    assert_eq!(open_paper(paper.to_xml().as_bytes()).as_ref(), Ok(paper));

    let other = new_invitation().make(now).unwrap();
    assert_ne!(other.invitation.id, paper.id);
    assert_ne!(other.invitation.ticket, paper.ticket);
}

#[test]
fn a_password_never_travels_and_the_record_proves_it() {
    let mut new = new_invitation();
    new.password = Some(Zeroizing::new("Correct horse".into()));
    let record = new.make(at("2026-11-23T09:00:00Z")).unwrap();
    let verifier = record.verifier.as_ref().unwrap();
    assert_eq!(record.invitation.password, Some(verifier.salt));
    assert_eq!(
        *stretch("Correct horse", &verifier.salt).unwrap(),
        verifier.key
    );
    assert_ne!(
        *stretch("correct horse", &verifier.salt).unwrap(),
        verifier.key
    );
    let xml = record.invitation.to_xml();
    assert!(!xml.contains("orrect"));
    let shown = format!("{record:?}");
    assert!(
        !shown.contains("orrect") && !shown.contains(&format!("{:?}", verifier.key)),
        "{shown}"
    );
    assert!(
        !shown.contains(&format!("{:?}", record.invitation.ticket.0)),
        "{shown}"
    );
}

#[test]
fn faults_of_the_novices_are_told_apart() {
    let make = |change: fn(&mut NewInvitation)| {
        let mut new = new_invitation();
        change(&mut new);
        assert_eq!(new.check().is_err(), new.clone().make(Utc::now()).is_err());
        new.check()
    };
    assert_eq!(
        make(|new| new.name = " \u{200b}".into()),
        Err(PaperError::Name)
    );
    assert_eq!(make(|new| new.name = "é".repeat(65)), Err(PaperError::Name));
    assert_eq!(make(|new| new.name = "é".repeat(64)), Ok(()));
    assert_eq!(
        make(|new| new.message = "x".repeat(4097)),
        Err(PaperError::Message)
    );
    assert_eq!(
        make(|new| new.lifetime = Duration::ZERO),
        Err(PaperError::Lifetime)
    );
    assert_eq!(
        make(|new| new.lifetime = Duration::MAX),
        Err(PaperError::Lifetime)
    );
    assert_eq!(make(|new| new.lifetime = MAX_LIFETIME), Ok(()));
    let short = Err(PaperError::PasswordTooShort(MIN_PASSWORD_CHARS));
    assert_eq!(
        make(|new| new.password = Some(Zeroizing::new("  five5  ".into()))),
        short
    );

    let clock = |now| new_invitation().make(at(now)).map(|_| ());
    assert_eq!(clock("1970-01-01T00:00:00Z"), Err(PaperError::Clock));
    assert_eq!(clock("2199-12-31T23:00:00Z"), Err(PaperError::Clock));
}

#[test]
fn stretching_is_argon2id_as_others_do_it() {
    let salt = PasswordSalt {
        salt: *b"1234567890123456",
        memory_kib: 65536,
        passes: 3,
    };
    let key = stretch("correct horse", &salt).unwrap();
    // argon2-cffi 25.1: hash_secret_raw(b"correct horse", b"1234567890123456", 3, 65536, 1, 32, Type.ID)
    assert_eq!(hex(&*key), ARGON2_REFERENCE);
}

const ARGON2_REFERENCE: &str = "32b334606d79885b1a2d64482b4b42eb00a48fa35b637d3f8f99f5850badbe34";

#[test]
fn a_password_is_the_same_from_another_keyboard() {
    let salt = PasswordSalt {
        salt: [1; 16],
        memory_kib: 65536,
        passes: 3,
    };
    let composed = stretch("caf\u{e9} noir", &salt).unwrap();
    assert_eq!(composed, stretch("  cafe\u{301} noir\n", &salt).unwrap());
    assert_ne!(composed, stretch("cafe noir", &salt).unwrap());
}

#[test]
fn proofs_are_bound_to_their_connection_and_ticket() {
    let ticket = TicketSecret(std::array::from_fn(|n| n as u8));
    let proof = ticket_proof(&ticket, &[7; 32]);
    // Python's hmac: HMAC-SHA-256 of b"hulp ticket proof v1" + bytes([7] * 32) under bytes(range(32))
    assert_eq!(
        hex(&proof),
        "b576a285bb70069f47cfa0f74d0c8f1d0eaf549ef5fafba2058c3fd1aade2230"
    );
    assert!(verify_ticket_proof(&ticket, &[7; 32], &proof));
    assert!(!verify_ticket_proof(&ticket, &[8; 32], &proof));
    assert!(!verify_ticket_proof(
        &TicketSecret([0; 32]),
        &[7; 32],
        &proof
    ));
    // b"hulp auth key v1" + bytes(range(32)) under bytes([9] * 32)
    assert_eq!(
        hex(&*auth_key(&[9; 32], &ticket)),
        "820e6c2391d0099f99a3786c8ffe302fab4d5226bbc9ad18e72bf25429afdd9a"
    );
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn weak_passwords_are_called_weak_and_why() {
    for (password, weakness) in [
        ("12345", Weakness::TooShort),
        ("     x     ", Weakness::TooShort),
        ("password", Weakness::Common),
        ("aaaaaaaa", Weakness::Pattern),
        ("qwertyuiop", Weakness::Common),
    ] {
        let strength = strength(password);
        assert_eq!(
            (strength.grade, strength.weakness),
            (Grade::Weak, Some(weakness)),
            "{password}"
        );
    }
    assert!(!strength("12345").is_allowed());
    assert!(strength("password").is_allowed());
    let strong = strength("u7#Kq-vwop 93 marmalade");
    assert_eq!((strong.grade, strong.weakness), (Grade::Strong, None));
}

#[test]
fn easy_passwords_are_strong_and_new_each_time() {
    let passwords: Vec<_> = (0..50).map(|_| easy_password().unwrap()).collect();
    for password in &passwords {
        assert_eq!(password.split('-').count(), 4, "{}", **password);
        assert!(
            password
                .split('-')
                .all(|word| bip39::Language::English.find_word(word).is_some())
        );
        assert!(strength(password).grade >= Grade::Good, "{}", **password);
    }
    let distinct: std::collections::HashSet<_> = passwords.iter().map(|p| p.to_string()).collect();
    assert_eq!(distinct.len(), passwords.len());
}

prop_compose! {
    fn any_invitation()(
        id in any::<[u8; 16]>(),
        from in "\\PC{1,30}",
        message in any::<String>(),
        made_secs in 1_577_836_800_i64..7_000_000_000,
        lifetime_secs in 1_i64..31_000_000,
        v4 in proptest::collection::vec(([1_u8..224, 0..255, 0..255, 0..255], 1_u16..), 0..30),
        v6 in proptest::collection::vec((1_u128..(0xff00 << 112), 1_u16..), 0..30),
        key in any::<[u8; 32]>(),
        ticket in any::<[u8; 32]>(),
        meeting in proptest::option::of((
            any::<[u8; 32]>(),
            proptest::option::of("https?://[a-z.]{1,60}(:[0-9]{1,5})?/?"),
            proptest::option::of("[!-~]([ -~]{0,60}[!-~])?"),
            1_u16..,
        )),
        password in proptest::option::of((any::<[u8; 16]>(), 65536_u32..=262144, 3_u32..=10)),
    ) -> Invitation {
        let made = DateTime::from_timestamp(made_secs, 0).unwrap();
        let mut addresses = Vec::new();
        for address in v4.into_iter().map(SocketAddr::from).chain(v6.into_iter().map(|(ip, port)| {
            SocketAddr::from((std::net::Ipv6Addr::from(ip), port))
        })) {
            if !addresses.contains(&address) {
                addresses.push(address);
            }
        }
        Invitation {
            id: InvitationId(id),
            from,
            message,
            made,
            expires: made + TimeDelta::seconds(lifetime_secs),
            addresses,
            meeting: meeting.map(|(id, relay, token, port)| MeetingPoint {
                endpoint: EndpointId(id),
                token: token.filter(|_| relay.is_some()).map(|token| RelayToken(token.into())),
                relay,
                hints: vec![(std::net::Ipv4Addr::LOCALHOST, port).into()],
            }),
            novice_key: Fingerprint(key),
            ticket: TicketSecret(ticket),
            password: password.map(|(salt, memory_kib, passes)| PasswordSalt { salt, memory_kib, passes }),
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_can_be_read(mut paper in any_invitation()) {
        let xml = paper.to_xml();
        paper.from = clean_name(&paper.from);
        paper.message = clean_message(&paper.message);
        prop_assume!(!paper.from.is_empty());
        prop_assert_eq!(open_paper(xml.as_bytes()), Ok(paper));
    }

    #[test]
    fn cleaning_twice_changes_nothing_more(text in any::<String>()) {
        prop_assert_eq!(clean_name(&clean_name(&text)), clean_name(&text));
        prop_assert_eq!(clean_message(&clean_message(&text)), clean_message(&text));
    }

    #[test]
    fn any_bytes_are_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(open_paper(&bytes).is_err());
    }

    #[test]
    fn damaged_files_are_an_answer(
        file in 0..4_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..12),
    ) {
        let xp = include_str!("data/msrc/TEST_MSRC_INCIDENT_FILE_TYPE1.xml");
        let mut bytes = match file {
            0 | 1 => sample().to_xml().as_bytes().to_vec(),
            2 => xp.as_bytes().to_vec(),
            _ => xp.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        };
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => bytes.extend_from_within(at..),
                _ => bytes.truncate(at + 1),
            }
        }
        if let Ok(paper) = open_paper(&bytes) {
            prop_assert!(paper.addresses.len() <= MAX_ADDRESSES && paper.from.len() <= MAX_NAME_BYTES);
            prop_assert_eq!(open_paper(paper.to_xml().as_bytes()), Ok(paper));
        }
    }
}
