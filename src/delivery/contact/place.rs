//! Where a domain's contact server is: SRV records (RFC 6120 section 3.2, XEP-0368), or what the user typed.

use std::time::Duration;

use n0_dns_resolver::{DnsResolver, SrvRecordData};
use tokio::time::timeout;

use super::ContactError;

/// The port where TLS comes first, by custom; another one than 5222 says nothing.
const PORT_DIRECT: u16 = 5223;
/// The registered port, where TLS comes after a request for it.
const PORT_STARTTLS: u16 = 5222;
/// The most places that are tried; a domain has two or three.
const MAX_PLACES: usize = 8;
/// How long the question for them may take.
const LOOKUP_PATIENCE: Duration = Duration::from_secs(6);

/// A place where a server may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) host: String,
    pub(super) port: u16,
    /// Whether TLS comes first there; else it is asked for.
    pub(super) direct: bool,
}

/// Whether this can be a server that the user typed: a host, and a port behind `:` where it is an unusual one.
pub fn is_server(text: &str) -> bool {
    typed(text).is_ok()
}

/// The places for an account at `domain`, best first.
pub(super) async fn places(domain: &str, server: Option<&str>) -> Result<Vec<Place>, ContactError> {
    if let Some(server) = server {
        return typed(server);
    }
    // The system's name servers alone: whose server one asks for is nobody else's business.
    let resolver = DnsResolver::builder().use_system_config().build();
    let ask = |service: &str| resolver.lookup_srv(format!("{service}.{domain}"));
    let (direct, on_request) = tokio::join!(
        timeout(LOOKUP_PATIENCE, ask("_xmpps-client._tcp")),
        timeout(LOOKUP_PATIENCE, ask("_xmpp-client._tcp")),
    );
    Ok(in_order(
        domain,
        direct.ok().and_then(Result::ok).unwrap_or_default(),
        on_request.ok().and_then(Result::ok).unwrap_or_default(),
    ))
}

/// Both kinds in one list (XEP-0368); at equal priority TLS comes first, and then the heavier one. A server that spreads its
/// users by weight is met often enough by the one user of this computer.
fn in_order(
    domain: &str,
    direct: Vec<SrvRecordData>,
    on_request: Vec<SrvRecordData>,
) -> Vec<Place> {
    let mut found: Vec<_> = direct
        .into_iter()
        .map(|record| (record, true))
        .chain(on_request.into_iter().map(|record| (record, false)))
        .filter(|(record, _)| !record.target.trim_matches('.').is_empty()) // "." says: not here
        .collect();
    found.sort_by_key(|(record, direct)| (record.priority, !direct, u16::MAX - record.weight));
    if found.is_empty() {
        return vec![Place {
            host: domain.to_owned(),
            port: PORT_STARTTLS,
            direct: false,
        }];
    }
    found
        .into_iter()
        .take(MAX_PLACES)
        .map(|(record, direct)| Place {
            host: record.target.trim_end_matches('.').to_owned(),
            port: record.port,
            direct,
        })
        .collect()
}

/// What the user typed does not say how TLS begins there, so both ways are tried.
fn typed(text: &str) -> Result<Vec<Place>, ContactError> {
    let text = text.trim();
    let unbracketed = |host: &str| {
        host.strip_prefix('[')
            .and_then(|host| host.strip_suffix(']'))
            .unwrap_or(host)
            .to_owned()
    };
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port))
            if !text.ends_with(']') && (!host.contains(':') || host.ends_with(']')) =>
        {
            let port: u16 = port.parse().map_err(|_| ContactError::NotAServer)?;
            (unbracketed(host), Some(port))
        }
        _ => (unbracketed(text), None),
    };
    let host_is_one = !host.is_empty()
        && host
            .chars()
            .all(|sign| sign.is_alphanumeric() || "-._:%".contains(sign));
    if !host_is_one || port == Some(0) {
        return Err(ContactError::NotAServer);
    }
    Ok([(PORT_DIRECT, true), (PORT_STARTTLS, false)]
        .map(|(usual, direct)| Place {
            host: host.clone(),
            port: port.unwrap_or(usual),
            direct,
        })
        .to_vec())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn record(priority: u16, weight: u16, port: u16, target: &str) -> SrvRecordData {
        SrvRecordData {
            priority,
            weight,
            port,
            target: target.to_owned(),
        }
    }

    fn shown(places: &[Place]) -> Vec<String> {
        places
            .iter()
            .map(|place| {
                let how = if place.direct { "direct" } else { "starttls" };
                format!("{} {} {how}", place.host, place.port)
            })
            .collect()
    }

    #[test]
    fn the_domain_says_where_its_server_is() {
        let places = in_order(
            "example.org",
            vec![
                record(5, 1, 443, "b.example.org."),
                record(5, 9, 443, "a.example.org."),
            ],
            vec![
                record(1, 0, 5222, "c.example.org"),
                record(5, 0, 5222, "d.example.org"),
            ],
        );
        assert_eq!(
            shown(&places),
            [
                "c.example.org 5222 starttls",
                "a.example.org 443 direct",
                "b.example.org 443 direct",
                "d.example.org 5222 starttls"
            ]
        );
    }

    #[test]
    fn a_domain_that_says_nothing_is_its_own_server() {
        let places = in_order("example.org", vec![], vec![record(0, 0, 0, ".")]);
        assert_eq!(shown(&places), ["example.org 5222 starttls"]);
    }

    #[test]
    fn what_was_typed_is_tried_both_ways() {
        for (text, expected) in [
            (
                "chat.example.org",
                [
                    "chat.example.org 5223 direct",
                    "chat.example.org 5222 starttls",
                ],
            ),
            (
                " 127.0.0.1:7777 ",
                ["127.0.0.1 7777 direct", "127.0.0.1 7777 starttls"],
            ),
            ("[::1]:7777", ["::1 7777 direct", "::1 7777 starttls"]),
            ("::1", ["::1 5223 direct", "::1 5222 starttls"]),
        ] {
            assert_eq!(shown(&typed(text).unwrap()), expected, "{text}");
        }
        for bad in [
            "",
            "a b",
            "https://example.org",
            "example.org:0",
            "example.org:99999",
            "example.org:x",
            "me@example.org",
        ] {
            assert!(!is_server(bad), "{bad}");
        }
    }
}
