//! The proxy that leads to the relay, as programs customarily find it: the user's setting, else the environment's
//! `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, in capitals or not.

use std::{io, time::Duration};

use percent_encoding::percent_decode_str;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};
use url::{Host, Url};
use zeroize::Zeroizing;

/// So long a proxy may take to answer.
const ASK_TIME: Duration = Duration::from_secs(3);
/// The most bytes of its answer's first line.
const MAX_LINE_BYTES: u64 = 256;

/// What the setting says when no proxy is to be used, whatever the environment says.
const NO_PROXY_AT_ALL: &str = "none";

/// A proxy's address that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no address of an HTTP proxy, such as http://proxy.example:3128")]
pub struct NotAProxy(pub String);

/// The HTTP proxy on the way to a relay, as it is set.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Proxy {
    /// Its address, without a password; empty for what the environment says, `none` for none.
    pub address: String,
    /// The password of the user whom the address names.
    pub password: Option<Zeroizing<String>>,
}

impl Proxy {
    /// At this address, with no password.
    pub fn at(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            password: None,
        }
    }
}

impl std::fmt::Debug for Proxy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Proxy({:?})", without_password(&self.address).0)
    }
}

/// Whose password a proxy asks for, and which proxy, by host and port. Nothing where the address names no user.
pub fn proxy_account(address: &str) -> Option<(String, String)> {
    let url = parse(address.trim()).ok()?;
    let user = percent_decode_str(url.username()).decode_utf8_lossy();
    let place = format!("{}:{}", url.host_str()?, url.port_or_known_default()?);
    (!user.is_empty()).then(|| (user.into_owned(), place))
}

/// A proxy's address without the password that may stand in it, and that password.
pub fn without_password(address: &str) -> (String, Option<Zeroizing<String>>) {
    let begin = address.find("://").map_or(0, |at| at + 3);
    let end = address[begin..].find('/');
    let end = end.map_or(address.len(), |at| begin + at);
    let login = address[begin..end].rsplit_once('@');
    let Some((user, password)) = login.and_then(|(login, _)| login.split_once(':')) else {
        return (address.to_owned(), None);
    };
    let after = begin + user.len() + 1 + password.len();
    let decoded = percent_decode_str(password).decode_utf8_lossy();
    let password = Zeroizing::new(decoded.into_owned());
    let address = [&address[..begin], user, &address[after..]].concat();
    (
        address,
        Some(password).filter(|password| !password.is_empty()),
    )
}

/// Whether this can be the setting: nothing, `none`, or an HTTP proxy's address.
pub fn is_proxy_setting(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text == NO_PROXY_AT_ALL || parse(text).is_ok()
}

/// The proxy for a server.
///
/// # Errors
/// When the setting or the environment names one that cannot be used; it is not passed by in silence.
pub(super) fn proxy_for(server: &Url, proxy: &Proxy) -> Result<Option<Url>, NotAProxy> {
    choose(server, proxy, |name| std::env::var(name).ok())
}

/// Asks a proxy to let us through to a server, and tells what it says if it does not. One that wants a name and a password is
/// not asked: that is for whoever uses it.
pub(super) async fn ask(proxy: &Url, server: &Url) -> Result<(), String> {
    if proxy.scheme() != "http" || !proxy.username().is_empty() {
        return Ok(());
    }
    let asked = tokio::time::timeout(ASK_TIME, connect(proxy, server)).await;
    match asked {
        Ok(Ok(said)) if said.split(' ').nth(1) == Some("200") => Ok(()),
        Ok(Ok(said)) => Err(format!("it says {}", said.trim().escape_default())),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("it does not answer".to_owned()),
    }
}

/// The first line of its answer.
async fn connect(proxy: &Url, server: &Url) -> io::Result<String> {
    let port = proxy.port_or_known_default().unwrap_or_default();
    let host = proxy.host_str().unwrap_or_default();
    let stream = TcpStream::connect((host.trim_matches(['[', ']']), port)).await?;
    let target = format!(
        "{}:{}",
        server.host_str().unwrap_or_default(),
        server.port_or_known_default().unwrap_or_default()
    );
    let mut stream = BufReader::new(stream);
    let request = format!("CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut line = String::new();
    stream.take(MAX_LINE_BYTES).read_line(&mut line).await?;
    Ok(line)
}

fn choose(
    server: &Url,
    proxy: &Proxy,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Option<Url>, NotAProxy> {
    match proxy.address.trim() {
        "" => {}
        NO_PROXY_AT_ALL => return Ok(None),
        address => {
            let mut url = parse(address)?;
            if let Some(password) = &proxy.password
                && !url.username().is_empty()
            {
                // Of what is in it, only this would be taken for something else.
                let password = Zeroizing::new(password.replace('%', "%25"));
                let _ = url.set_password(Some(&password)); // it has a host
            }
            return Ok(Some(url));
        }
    }
    let either = |name: &str| {
        let said = variable(&name.to_lowercase()).or_else(|| variable(name));
        said.map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
    };
    if either("NO_PROXY").is_some_and(|list| is_excepted(server, &list)) {
        return Ok(None);
    }
    let address = either("HTTPS_PROXY").or_else(|| either("ALL_PROXY"));
    address.map(|address| parse(&address)).transpose()
}

fn parse(address: &str) -> Result<Url, NotAProxy> {
    // `proxy.example:3128` alone is customary; as a URL it would be a scheme `proxy.example`.
    let full = match address.contains("://") {
        true => address.to_owned(),
        false => format!("http://{address}"),
    };
    // Name and password may stand before the host; they are for nobody to read.
    let shown = address.rsplit('@').next().unwrap_or_default();
    Url::parse(&full)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.host().is_some())
        .ok_or_else(|| NotAProxy(shown.chars().take(80).collect()))
}

/// Whether `NO_PROXY` names the server: `*`, a host, a domain with all below it, or an address, each perhaps with a port.
fn is_excepted(server: &Url, list: &str) -> bool {
    let Some(host) = server.host() else {
        return false;
    };
    let port = server.port_or_known_default();
    list.split([',', ' '])
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .any(|entry| {
            if entry == "*" {
                return true;
            }
            let (name, wanted_port) = match entry.rsplit_once(':') {
                Some((name, digits)) if !name.contains(':') || name.ends_with(']') => {
                    (name, digits.parse::<u16>().ok())
                }
                _ => (entry, None),
            };
            if wanted_port.is_some() && wanted_port != port {
                return false;
            }
            match &host {
                Host::Domain(domain) => {
                    let domain = domain.trim_end_matches('.').to_lowercase();
                    let name = name.trim_start_matches("*.").trim_start_matches('.');
                    let name = name.to_lowercase();
                    domain == name || domain.ends_with(&format!(".{name}"))
                }
                Host::Ipv4(ip) => name == ip.to_string(),
                Host::Ipv6(ip) => name.trim_matches(['[', ']']) == ip.to_string(),
            }
        })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn found(setting: &str, variables: &[(&str, &str)]) -> Result<Option<String>, NotAProxy> {
        let server = Url::parse("https://relay.example.org").unwrap();
        let variable = |name: &str| {
            let said = variables.iter().find(|(known, _)| *known == name);
            said.map(|(_, value)| (*value).to_owned())
        };
        let chosen = choose(&server, &Proxy::at(setting), variable)?;
        Ok(chosen.map(|url| url.to_string()))
    }

    #[test]
    fn the_setting_goes_before_the_environment() {
        let variables = [("HTTPS_PROXY", "http://there:1"), ("NO_PROXY", "*")];
        let here = Some("http://here:3128/".to_owned());
        assert_eq!(found("http://here:3128", &variables), Ok(here.clone()));
        assert_eq!(found(" here:3128 ", &[]), Ok(here));
        assert_eq!(found("none", &variables[..1]), Ok(None));
        assert_eq!(found("", &[]), Ok(None));
    }

    #[test]
    fn the_environment_is_read_as_is_customary() {
        let there = Some("http://there:1/".to_owned());
        for (variables, expected) in [
            (&[("HTTPS_PROXY", "http://there:1")][..], &there),
            (&[("https_proxy", "there:1")], &there),
            (&[("ALL_PROXY", "http://there:1")], &there),
            (&[("HTTP_PROXY", "http://there:1")], &None),
            (&[("HTTPS_PROXY", "there:1"), ("ALL_PROXY", "b:2")], &there),
            (&[("HTTPS_PROXY", "there:1"), ("NO_PROXY", "*")], &None),
            (
                &[("https_proxy", "there:1"), ("no_proxy", "a, .example.org")],
                &None,
            ),
            (
                &[("https_proxy", "there:1"), ("no_proxy", "example.org:443")],
                &None,
            ),
            (
                &[("https_proxy", "there:1"), ("no_proxy", "example.org:80")],
                &there,
            ),
            (
                &[("https_proxy", "there:1"), ("no_proxy", "ample.org")],
                &there,
            ),
        ] {
            assert_eq!(&found("", variables).unwrap(), expected, "{variables:?}");
        }
    }

    #[test]
    fn a_password_is_put_in_where_the_address_names_its_user() {
        let server = Url::parse("https://relay.example.org").unwrap();
        let with = |address: &str, password: &str| {
            let proxy = Proxy {
                password: Some(password.to_owned().into()),
                ..Proxy::at(address)
            };
            assert!(!format!("{proxy:?}").contains(password));
            let chosen = choose(&server, &proxy, |_| None).unwrap();
            chosen.map(|url| url.to_string())
        };
        let there = |login: &str| Some(format!("http://{login}proxy:3128/"));
        assert_eq!(
            with("http://anna@proxy:3128", "geheim"),
            there("anna:geheim@")
        );
        assert_eq!(with("proxy:3128", "geheim"), there(""));
        // And out again, as it was.
        for password in ["a:b@c/d", "100%25", "sp ace", "gehéim"] {
            let address = with("anna@proxy:3128", password).unwrap();
            let (without, found) = without_password(&address);
            assert_eq!(without, "http://anna@proxy:3128/");
            assert_eq!(found.unwrap().as_str(), password);
        }
    }

    #[test]
    fn a_password_is_taken_out_of_an_address_and_the_rest_stays_as_it_was() {
        for (typed, address, password) in [
            (
                "http://anna:s%40x@proxy:1/",
                "http://anna@proxy:1/",
                Some("s@x"),
            ),
            ("anna:a@b@proxy:1", "anna@proxy:1", Some("a@b")),
            ("http://anna:@proxy", "http://anna@proxy", None),
            ("http://anna@proxy:1", "http://anna@proxy:1", None),
            ("http://proxy:1/a@b", "http://proxy:1/a@b", None),
            ("proxy:3128", "proxy:3128", None),
            ("none", "none", None),
            ("", "", None),
            ("é:é@é", "é@é", Some("é")),
        ] {
            let (without, found) = without_password(typed);
            assert_eq!(without, address);
            assert_eq!(found.as_ref().map(|found| found.as_str()), password);
            assert_eq!(without_password(&without), (without.clone(), None));
        }
    }

    #[test]
    fn a_password_is_of_a_user_at_a_proxy() {
        let account = |address| proxy_account(address);
        let anna = Some(("anna".to_owned(), "proxy:3128".to_owned()));
        assert_eq!(account("http://anna@proxy:3128"), anna);
        assert_eq!(account(" anna@Proxy:3128/ "), anna);
        assert_ne!(account("anna@proxy"), anna);
        for nobody in ["", "none", "proxy:3128", "socks5://anna@proxy:1"] {
            assert_eq!(account(nobody), None, "{nobody}");
        }
    }

    #[test]
    fn what_is_no_http_proxy_is_said_without_its_password() {
        let said = found("socks5://anna:secret@proxy:1080", &[]).unwrap_err();
        assert_eq!(said, NotAProxy("proxy:1080".into()));
        for wrong in ["http://", "ftp://proxy", "http:// a b"] {
            assert!(!is_proxy_setting(wrong), "{wrong}");
            assert!(found("", &[("ALL_PROXY", wrong)]).is_err(), "{wrong}");
        }
        assert!(is_proxy_setting("") && is_proxy_setting("none") && is_proxy_setting("p:8080"));
    }
}
