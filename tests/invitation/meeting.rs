//! Where an invitation says that the novice's computer is met: written, read, and of every wrong kind.

use hulp::invitation::{
    EndpointId, MAX_HINTS, MAX_RELAY_BYTES, MAX_RELAY_TOKEN_BYTES, MeetingPoint, RelayToken,
    open_paper,
};

use super::{fault, sample, with};

const ID: &str = "Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8";

fn point() -> MeetingPoint {
    MeetingPoint {
        endpoint: EndpointId([0x0f; 32]),
        relay: Some("https://relay.example.org/".into()),
        token: Some(token("a long <secret> word")),
        hints: vec![
            "192.0.2.7:51820".parse().unwrap(),
            "[2001:db8::7]:51820".parse().unwrap(),
        ],
    }
}

fn token(text: &str) -> RelayToken {
    RelayToken(text.to_owned().into())
}

/// The sample with something more about its computer.
fn told(more: &str) -> String {
    with("\n  </computer>", &format!("{more}\n  </computer>"))
}

fn endpoint(inside: &str) -> String {
    told(&format!("<endpoint id=\"{ID}\">{inside}</endpoint>"))
}

fn read(xml: &str) -> Option<MeetingPoint> {
    open_paper(xml.as_bytes()).unwrap().meeting
}

#[test]
fn a_meeting_point_stands_in_the_file_as_documented() {
    let mut paper = sample();
    paper.meeting = Some(point());
    let xml = paper.to_xml();
    let expected = format!(
        "
    <endpoint id=\"{ID}\">
      <relay>https://relay.example.org/</relay>
      <token>a long &lt;secret&gt; word</token>
      <address>192.0.2.7:51820</address>
      <address>[2001:db8::7]:51820</address>
    </endpoint>
"
    );
    assert!(xml.contains(&expected), "{}", *xml);
    assert_eq!(open_paper(xml.as_bytes()), Ok(paper));
    assert_eq!(read(&sample().to_xml()), None, "an older file has none");
}

#[test]
fn what_no_relay_can_be_is_left_out_and_the_rest_stays() {
    for relay in [
        "",
        "relay.example.org",
        "ftp://relay.example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://anna:secret@relay.example.org",
        "https://relay.example.org/?token=1",
        "https://relay.example.org/#x",
        "https://relay example.org",
        "https://rel\u{e4}y.example.org",
        "https://a\\b",
        "HTTPS://RELAY",
    ] {
        let point = read(&endpoint(&format!("<relay>{relay}</relay>"))).unwrap();
        assert_eq!(point.relay, None, "{relay}");
        assert_eq!(point.endpoint, EndpointId([0x0f; 32]));
    }
    let inside =
        "<address>192.0.2.7:0</address><address>relay:7</address><address>0.0.0.0:7</address>
        <address>224.0.0.1:7</address><address>192.0.2.7:7</address><address>192.0.2.7:7</address>
        <later>x<address>192.0.2.9:9</address></later>";
    let point = read(&endpoint(inside)).unwrap();
    assert_eq!(point.hints, ["192.0.2.7:7".parse().unwrap()]);
    // As a later format may have it.
    assert_eq!(
        read(&told("<relay>https://relay.example.org</relay>")),
        None
    );
}

#[test]
fn what_a_relay_asks_of_its_users_goes_with_it_and_is_shown_to_nobody() {
    const RELAY: &str = "<relay>https://relay.example.org</relay>";
    let brought = |inside: &str| read(&endpoint(inside)).unwrap().token;
    let longest = "t".repeat(MAX_RELAY_TOKEN_BYTES);
    for good in ["secret", "a b", "\"~!&amp;", &longest] {
        let said = good.replace("&amp;", "&");
        let inside = format!("<token> {good}\n</token>{RELAY}");
        assert_eq!(brought(&inside), Some(token(&said)), "{good}");
    }
    for wrong in ["", " ", "ge\u{e9}im", "two\nlines", "tab\tbed", "&#127;"] {
        let inside = format!("{RELAY}<token>{wrong}</token>");
        assert_eq!(brought(&inside), None, "{wrong:?}");
    }
    assert_eq!(brought(RELAY), None, "an older file has none");
    // No relay, no token: there is nobody to give it to.
    assert_eq!(brought("<token>secret</token>"), None);
    assert_eq!(brought("<relay>relay</relay><token>secret</token>"), None);
    assert!(!format!("{:?}", point()).contains("secret"));
    let mut paper = sample();
    paper.meeting = Some(MeetingPoint {
        relay: None,
        ..point()
    });
    assert!(!paper.to_xml().contains("secret"));
}

#[test]
fn what_is_broken_or_endless_is_refused() {
    let long = format!("https://{}", "a".repeat(MAX_RELAY_BYTES));
    let many = |count: usize| {
        let hints = (1..=count).map(|port| format!("<address>192.0.2.7:{port}</address>"));
        endpoint(&hints.collect::<String>())
    };
    assert_eq!(read(&many(MAX_HINTS)).unwrap().hints.len(), MAX_HINTS);
    for (wrong, words) in [
        (told("<endpoint/>"), "id is missing"),
        (told("<endpoint id=\"\"/>"), "id is damaged"),
        (told("<endpoint id=\"Dw8P\"/>"), "id is damaged"),
        (
            told(&format!("<endpoint id=\"{ID}{ID}\"/>")),
            "id is damaged",
        ),
        (told(&format!("<endpoint id=\"{ID}\"/>").repeat(2)), "twice"),
        (endpoint(&format!("<relay>{long}</relay>")), "endless"),
        (
            endpoint(&"<relay>https://relay.example.org</relay>".repeat(2)),
            "twice",
        ),
        (
            endpoint(&format!(
                "<token>{}</token>",
                "t".repeat(MAX_RELAY_TOKEN_BYTES + 1)
            )),
            "endless",
        ),
        (endpoint(&"<token>secret</token>".repeat(2)), "twice"),
        (endpoint("words"), "text stands where none belongs"),
        (many(MAX_HINTS + 1), "more addresses"),
        (many(1300), "more addresses"),
    ] {
        assert!(fault(&wrong).contains(words), "{words}: {}", fault(&wrong));
    }
}

#[test]
fn ten_thousand_addresses_are_too_large_a_file() {
    let hints = "<address>192.0.2.7:7</address>".repeat(10_000);
    let read = open_paper(endpoint(&hints).as_bytes());
    assert_eq!(read, Err(hulp::invitation::PaperError::TooLarge));
}
