//! Every key of a policy: what it wants, what it fixes, and what is closed when it cannot be read.

use url::Url;

use super::{ControlPolicy, InviteWay, Policy, Ways, entries::Value};
use crate::{
    invitation::{
        HelperCard, MAX_LIFETIME, MAX_LISTED_HELPERS, MAX_LISTED_ORGANISATIONS, MIN_LIFETIME,
        OrganisationKey, RelayToken, Revoked, clean_message, is_relay, is_relay_token,
        parse_lifetime,
    },
    language::say,
    store::Relays,
};

/// The most characters of an organisation's words: with more, the question itself would be out of sight.
const MAX_CONSENT_CHARS: usize = 400;
/// The longest name of a server, in characters (RFC 1035), with a port.
const MAX_SERVER_CHARS: usize = 253 + 6;
/// How alike two keys are at least to be the same misspelt, from 0 to 1 (Jaro and Winkler). `control` and `controls` are, and
/// `relays` and `delays`; `clipboard` and `keyboard` are not.
const ALIKE: f64 = 0.87;

/// A key of a policy, to whom it may concern.
#[derive(Clone, Copy, Debug)]
pub struct PolicyKey {
    /// Its name.
    pub name: &'static str,
    /// Its values.
    pub wants: Wants,
    /// What it governs.
    pub governs: &'static str,
}

/// What values a key wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// `true` or `false`.
    Switch,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of some of these words, or of none.
    Words(&'static [&'static str]),
    /// A time, such as `8h`.
    Lifetime,
    /// Words for people to read, within so many characters.
    Message(usize),
    /// The address of a relay.
    Relay,
    /// A relay's token.
    Token,
    /// The address of a mailbox server.
    Mailbox,
    /// The name of a server, with a port perhaps.
    Server,
    /// A list of helpers' cards, each as the text of its file.
    Cards,
    /// A list of organisations' keys.
    Keys,
    /// A list of what organisations took back, each as the text of its file.
    Revoked,
}

/// A key of a policy.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) wants: Wants,
    governs: &'static str,
    /// Takes a value in; nothing when it is none of those.
    pub(super) take: fn(&mut Policy, &Value) -> Option<()>,
    /// Closes what it governs.
    pub(super) close: fn(&mut Policy),
    /// What it comes to, once it is taken in or closed.
    pub(super) says: fn(&Policy) -> String,
}

/// Every key of a policy, in the order of an explanation.
pub fn policy_keys() -> impl Iterator<Item = PolicyKey> {
    KEYS.iter().map(|key| PolicyKey {
        name: key.name,
        wants: key.wants,
        governs: key.governs,
    })
}

/// The key of this name.
pub(super) fn named(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

/// The keys that somebody may have meant who wrote this one.
pub(super) fn like(name: &str) -> Vec<&'static Key> {
    let plain = name.to_lowercase().replace(['-', ' ', '.'], "_");
    let alike = |key: &&Key| strsim::jaro_winkler(key.name, &plain) >= ALIKE;
    KEYS.iter().filter(alike).collect()
}

pub(super) const KEYS: &[Key] = &[
    Key {
        name: "allow_invitations",
        wants: Wants::Switch,
        governs: "Whether this computer makes and answers invitations.",
        take: |policy, value| set(&mut policy.allow_invitations, switch(value)),
        close: |policy| policy.allow_invitations = Some(false),
        says: |policy| match policy.allow_invitations {
            Some(true) => say!("policy-allow-invitations"),
            _ => {
                say!("policy-no-invitations")
            }
        },
    },
    Key {
        name: "control",
        wants: Wants::Word(&["allowed", "view only"]),
        governs: "Whether helpers can be given control of this computer, or see its screen only.",
        take: |policy, value| set(&mut policy.control, control(value)),
        close: |policy| policy.control = Some(ControlPolicy::ViewOnly),
        says: |policy| match policy.control {
            Some(ControlPolicy::Allowed) => {
                say!("policy-control-allowed")
            }
            _ => say!("policy-control-view-only"),
        },
    },
    Key {
        name: "longest_lifetime",
        wants: Wants::Lifetime,
        governs: "The longest time that an invitation holds, also one that was made before.",
        take: |policy, value| set(&mut policy.longest_lifetime_secs, lifetime(value)),
        close: |policy| policy.longest_lifetime_secs = Some(MIN_LIFETIME.as_secs()),
        says: |policy| {
            let secs = policy.longest_lifetime_secs.unwrap_or_default();
            say!("policy-longest-lifetime", time = time_in_words(secs))
        },
    },
    Key {
        name: "ways",
        wants: Wants::Words(&["file", "email", "code", "contact"]),
        governs: "The ways that invitations travel. An invitation that went out in none of them is refused.",
        take: |policy, value| set(&mut policy.ways, ways(value)),
        close: |policy| policy.ways = Some(Ways::NONE),
        says: |policy| {
            let ways = policy.ways.unwrap_or_default();
            let mut names = vec![];
            for way in InviteWay::ALL {
                names.extend(ways.has(way).then_some(way.name()));
            }
            match names.is_empty() {
                true => say!("policy-no-ways"),
                false => say!("policy-ways", ways = names.join(", ")),
            }
        },
    },
    Key {
        name: "offers",
        wants: Wants::Switch,
        governs: "Whether helpers on the list may offer help to this computer, and contacts to this user.",
        take: |policy, value| set(&mut policy.offers, switch(value)),
        close: |policy| policy.offers = Some(false),
        says: |policy| match policy.offers {
            Some(true) => {
                say!("policy-offers")
            }
            _ => say!("policy-no-offers"),
        },
    },
    Key {
        name: "offers_control",
        wants: Wants::Word(&["allowed", "view only"]),
        governs: "Whether helpers on the list who offer help can be given control, or see the screen only; a contact who offers help is invited, and `control` says what they get. Without it `control` says so, and whom the user lets see only stays with that.",
        take: |policy, value| set(&mut policy.offers_control, control(value)),
        close: |policy| policy.offers_control = Some(ControlPolicy::ViewOnly),
        says: |policy| match policy.offers_control {
            Some(ControlPolicy::Allowed) => {
                say!("policy-offers-control")
            }
            _ => say!("policy-offers-view-only"),
        },
    },
    Key {
        name: "helpers",
        wants: Wants::Cards,
        governs: "The cards of the helpers who may offer help; the user adds none.",
        take: |policy, value| set(&mut policy.helpers, cards(value)),
        close: |policy| policy.helpers = Some(vec![]),
        says: |policy| match policy.helpers.as_ref().map_or(0, Vec::len) {
            0 => say!("policy-no-helpers"),
            many => say!("policy-helpers", count = many),
        },
    },
    Key {
        name: "organisation_keys",
        wants: Wants::Keys,
        governs: "The keys of organisations whose helpers may offer help; the user adds none.",
        take: |policy, value| set(&mut policy.organisation_keys, keys(value)),
        close: |policy| policy.organisation_keys = Some(vec![]),
        says: |policy| match policy.organisation_keys.as_ref().map_or(0, Vec::len) {
            0 => say!("policy-no-organisations"),
            many => say!("policy-organisations", count = many),
        },
    },
    Key {
        name: "revoked_cards",
        wants: Wants::Revoked,
        governs: "The lists of the cards that organisations took back; they count beside what the user knows of.",
        take: |policy, value| set(&mut policy.revoked_cards, revoked(value)),
        // Whom they took back is not known, so nobody's card counts that an organisation signed, not even one that is named.
        close: |policy| {
            policy.organisation_keys = Some(vec![]);
            policy.signed_cards_are_closed = true;
        },
        says: |policy| match &policy.revoked_cards {
            None => say!("policy-no-signed-cards"),
            Some(lists) => {
                let keys: usize = lists.iter().map(|list| list.keys.len()).sum();
                say!("policy-taken-back", count = keys)
            }
        },
    },
    Key {
        name: "relays",
        wants: Wants::Word(&["public", "own", "none"]),
        governs: "Which relays are used: those that everybody may use, the one of `relay`, or none.",
        take: |policy, value| set(&mut policy.relays, relays(value)),
        close: |policy| policy.relays = Some(Relays::None),
        says: |policy| match policy.relays {
            Some(Relays::Public) => say!("policy-relays-public"),
            Some(Relays::Own) => say!("policy-relays-own"),
            _ => say!("policy-relays-none"),
        },
    },
    Key {
        name: "relay",
        wants: Wants::Relay,
        governs: "The organisation's own relay.",
        take: |policy, value| set(&mut policy.relay, relay(value)),
        close: |policy| policy.relays = Some(Relays::None),
        says: |policy| match &policy.relay {
            Some(relay) => say!("policy-relay", relay = relay),
            None => say!("policy-relays-none"),
        },
    },
    Key {
        name: "relay_token",
        wants: Wants::Token,
        governs: "What the organisation's own relay asks of its users. Everybody who can read the policy can read it.",
        take: |policy, value| set(&mut policy.relay_token, token(value)),
        close: |policy| policy.relays = Some(Relays::None),
        says: |policy| match policy.relay_token {
            Some(_) => say!("policy-relay-token"),
            None => say!("policy-relays-none"),
        },
    },
    Key {
        name: "mailbox",
        wants: Wants::Mailbox,
        governs: "The mailbox server where the two sides of a code meet.",
        take: |policy, value| set(&mut policy.mailbox, mailbox(value)),
        close: |policy| close_way(policy, InviteWay::Code),
        says: |policy| match &policy.mailbox {
            Some(mailbox) => say!("policy-mailbox", mailbox = mailbox),
            None => say!("policy-no-codes"),
        },
    },
    Key {
        name: "contacts_server",
        wants: Wants::Server,
        governs: "The server through which the user signs in for contacts.",
        take: |policy, value| set(&mut policy.contacts_server, server(value)),
        close: |policy| {
            close_way(policy, InviteWay::Contact);
            policy.contacts_are_closed = true;
        },
        says: |policy| match &policy.contacts_server {
            Some(server) => say!("policy-contacts-server", server = server),
            None => say!("policy-no-contacts"),
        },
    },
    Key {
        name: "log_required",
        wants: Wants::Switch,
        governs: "Whether there is no session when the log cannot be written.",
        take: |policy, value| set(&mut policy.log_required, switch(value)),
        close: |policy| policy.log_required = Some(true),
        says: |policy| match policy.log_required {
            Some(false) => say!("policy-log-not-required"),
            _ => say!("policy-log-required"),
        },
    },
    Key {
        name: "log_pictures",
        wants: Wants::Switch,
        governs: "Whether the log keeps pictures of the screen at the beginning and the end of each control period.",
        take: |policy, value| set(&mut policy.log_pictures, switch(value)),
        close: |policy| policy.log_pictures = Some(false),
        says: |policy| match policy.log_pictures {
            Some(true) => say!("policy-log-pictures"),
            _ => say!("policy-no-log-pictures"),
        },
    },
    Key {
        name: "consent_text_see",
        wants: Wants::Message(MAX_CONSENT_CHARS),
        governs: "The organisation's own words beside the question who may see the screen.",
        take: |policy, value| set(&mut policy.consent_text_see, message(value)),
        close: |policy| {
            // Who is to be told something before they say yes cannot be asked without it.
            policy.allow_invitations = Some(false);
            policy.offers = Some(false);
        },
        says: |policy| match &policy.consent_text_see {
            Some(_) => say!("policy-consent-see"),
            None => say!("policy-no-consent-see"),
        },
    },
    Key {
        name: "consent_text_control",
        wants: Wants::Message(MAX_CONSENT_CHARS),
        governs: "The organisation's own words beside the question for control.",
        take: |policy, value| set(&mut policy.consent_text_control, message(value)),
        close: |policy| policy.control = Some(ControlPolicy::ViewOnly),
        says: |policy| match &policy.consent_text_control {
            Some(_) => say!("policy-consent-control"),
            None => say!("policy-no-consent-control"),
        },
    },
    Key {
        name: "clipboard",
        wants: Wants::Switch,
        governs: "Whether the clipboard may be shared in a session.",
        take: |policy, value| set(&mut policy.clipboard, switch(value)),
        close: |policy| policy.clipboard = Some(false),
        says: |policy| match policy.clipboard {
            Some(true) => say!("policy-clipboard"),
            _ => say!("policy-no-clipboard"),
        },
    },
    Key {
        name: "files",
        wants: Wants::Switch,
        governs: "Whether files may be sent in a session, either way.",
        take: |policy, value| set(&mut policy.files, switch(value)),
        close: |policy| policy.files = Some(false),
        says: |policy| match policy.files {
            Some(true) => say!("policy-files"),
            _ => say!("policy-no-files"),
        },
    },
    Key {
        name: "talking",
        wants: Wants::Switch,
        governs: "Whether the two may talk through Hulp in a session.",
        take: |policy, value| set(&mut policy.talking, switch(value)),
        close: |policy| policy.talking = Some(false),
        says: |policy| match policy.talking {
            Some(true) => say!("policy-talking"),
            _ => say!("policy-no-talking"),
        },
    },
];

fn set<T>(field: &mut Option<T>, value: Option<T>) -> Option<()> {
    *field = Some(value?);
    Some(())
}

fn close_way(policy: &mut Policy, way: InviteWay) {
    policy.ways = Some(policy.ways.unwrap_or_default().without(way));
}

fn switch(value: &Value) -> Option<bool> {
    match value {
        Value::Switch(on) => Some(*on),
        _ => None,
    }
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// A list of at most so many texts.
fn texts(value: &Value, most: usize) -> Option<Vec<&str>> {
    match value {
        Value::List(list) if list.len() <= most => list.iter().map(text).collect(),
        _ => None,
    }
}

fn control(value: &Value) -> Option<ControlPolicy> {
    match text(value)? {
        "allowed" => Some(ControlPolicy::Allowed),
        "view only" => Some(ControlPolicy::ViewOnly),
        _ => None,
    }
}

fn lifetime(value: &Value) -> Option<u64> {
    let lifetime = parse_lifetime(text(value)?)?;
    (MIN_LIFETIME..=MAX_LIFETIME)
        .contains(&lifetime)
        .then_some(lifetime.as_secs())
}

fn ways(value: &Value) -> Option<Ways> {
    let names = texts(value, InviteWay::ALL.len())?;
    names.into_iter().try_fold(Ways::NONE, |ways, name| {
        let named = |way: &InviteWay| way.name() == name;
        Some(ways.with(InviteWay::ALL.into_iter().find(named)?))
    })
}

fn relays(value: &Value) -> Option<Relays> {
    match text(value)? {
        "public" => Some(Relays::Public),
        "own" => Some(Relays::Own),
        "none" => Some(Relays::None),
        _ => None,
    }
}

fn relay(value: &Value) -> Option<String> {
    let text = text(value)?;
    let has_host = Url::parse(text).is_ok_and(|url| url.has_host());
    (is_relay(text) && has_host).then(|| text.to_owned())
}

fn token(value: &Value) -> Option<RelayToken> {
    let text = text(value)?;
    is_relay_token(text).then(|| RelayToken(text.to_owned().into()))
}

fn mailbox(value: &Value) -> Option<String> {
    let text = text(value)?;
    let url = Url::parse(text).ok()?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "ws" | "wss") && url.has_host() && is_plain).then(|| text.to_owned())
}

fn server(value: &Value) -> Option<String> {
    let text = text(value)?;
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) => (host, port.parse::<u16>().is_ok_and(|port| port > 0)),
        None => (text, true),
    };
    let is_name = url::Host::parse(host).is_ok();
    (is_name && port && text.chars().count() <= MAX_SERVER_CHARS).then(|| text.to_owned())
}

fn message(value: &Value) -> Option<String> {
    let text = clean_message(text(value)?);
    (1..=MAX_CONSENT_CHARS)
        .contains(&text.chars().count())
        .then_some(text)
}

fn cards(value: &Value) -> Option<Vec<HelperCard>> {
    let cards = texts(value, MAX_LISTED_HELPERS)?.into_iter();
    cards
        .map(|card| HelperCard::read(card.as_bytes()).ok())
        .collect()
}

fn keys(value: &Value) -> Option<Vec<OrganisationKey>> {
    let keys = texts(value, MAX_LISTED_ORGANISATIONS)?;
    keys.into_iter().map(key).collect()
}

fn revoked(value: &Value) -> Option<Vec<Revoked>> {
    let lists = texts(value, MAX_LISTED_ORGANISATIONS)?.into_iter();
    lists
        .map(|list| Revoked::read(list.as_bytes()).ok())
        .collect()
}

/// 64 hexadecimal digits.
fn key(text: &str) -> Option<OrganisationKey> {
    let (digits, rest) = text.as_bytes().as_chunks::<2>();
    let mut key = [0; 32];
    let is_hex = text.bytes().all(|digit| digit.is_ascii_hexdigit());
    if digits.len() != key.len() || !rest.is_empty() || !is_hex {
        return None;
    }
    for (byte, digits) in key.iter_mut().zip(digits) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(OrganisationKey(key))
}

/// A lifetime; none is finer than a minute.
fn time_in_words(secs: u64) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    match secs {
        secs if secs.is_multiple_of(DAY) => say!("policy-days", count = secs / DAY),
        secs if secs.is_multiple_of(HOUR) => say!("policy-hours", count = secs / HOUR),
        secs => say!("policy-minutes", count = secs / MINUTE),
    }
}

impl Wants {
    /// What a value must be, in the user's language.
    pub(super) fn in_words(self) -> String {
        let quoted = |words: &[&str]| {
            let words: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
            words.join(", ")
        };
        match self {
            Self::Switch => say!("policy-wants-switch"),
            Self::Word(words) => say!("policy-wants-word", words = quoted(words)),
            Self::Words(words) => say!("policy-wants-words", words = quoted(words)),
            Self::Lifetime => say!("policy-wants-lifetime"),
            Self::Message(chars) => say!("policy-wants-message", most = chars),
            Self::Relay => say!("policy-wants-relay"),
            Self::Token => say!("policy-wants-token"),
            Self::Mailbox => say!("policy-wants-mailbox"),
            Self::Server => say!("policy-wants-server"),
            Self::Cards => say!("policy-wants-cards", most = MAX_LISTED_HELPERS),
            Self::Keys => say!("policy-wants-keys", most = MAX_LISTED_ORGANISATIONS),
            Self::Revoked => say!("policy-wants-revoked", most = MAX_LISTED_ORGANISATIONS),
        }
    }
}
