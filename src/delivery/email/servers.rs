//! Which mail server an address probably has.

use super::Security;

/// Where mail of this domain is sent from, as its provider tells its customers; the others follow the custom of
/// `smtp.DOMAIN`, port 587, STARTTLS.
const KNOWN: &[(&[&str], &str, Security)] = &[
    (&["gmail.com", "googlemail.com"], "smtp.gmail.com", TLS),
    (
        &[
            "outlook.com",
            "hotmail.com",
            "live.com",
            "live.nl",
            "msn.com",
            "hotmail.nl",
        ],
        "smtp-mail.outlook.com",
        STARTTLS,
    ),
    (
        &["icloud.com", "me.com", "mac.com"],
        "smtp.mail.me.com",
        STARTTLS,
    ),
    (
        &["yahoo.com", "yahoo.nl", "ymail.com"],
        "smtp.mail.yahoo.com",
        TLS,
    ),
    (
        &["kpnmail.nl", "planet.nl", "hetnet.nl", "kpnplanet.nl"],
        "smtp.kpnmail.nl",
        STARTTLS,
    ),
    (
        &["gmx.net", "gmx.de", "gmx.at", "gmx.ch"],
        "mail.gmx.net",
        STARTTLS,
    ),
    (&["t-online.de"], "securesmtp.t-online.de", TLS),
    (&["fastmail.com", "fastmail.fm"], "smtp.fastmail.com", TLS),
    (&["posteo.de", "posteo.net"], "posteo.de", TLS),
    (&["telenet.be"], "smtp.telenet.be", STARTTLS),
];

const TLS: Security = Security::Tls;
const STARTTLS: Security = Security::StartTls;

/// A server to begin with; the user can change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerGuess {
    /// Its name.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// How the line is made secure.
    pub security: Security,
}

/// Which mail server this address probably has; nothing for what is no address yet.
pub fn guess_server(address: &str) -> Option<ServerGuess> {
    let (user, domain) = address.trim().rsplit_once('@')?;
    let domain = domain.to_lowercase();
    let is_domain = domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !domain.contains(char::is_whitespace);
    if user.is_empty() || !is_domain {
        return None;
    }
    let known = KNOWN
        .iter()
        .find(|(domains, ..)| domains.contains(&&*domain));
    let (server, security) = known.map_or_else(
        || (format!("smtp.{domain}"), STARTTLS),
        |(_, server, security)| ((*server).to_owned(), *security),
    );
    Some(ServerGuess {
        server,
        port: security.usual_port(),
        security,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_from_the_address() {
        let guess = |address| guess_server(address).map(|guess| (guess.server, guess.port));
        assert_eq!(
            guess(" Zoe@GMail.com "),
            Some(("smtp.gmail.com".into(), 465))
        );
        assert_eq!(
            guess("anna@bakkerij.nl"),
            Some(("smtp.bakkerij.nl".into(), 587))
        );
        for unfinished in [
            "", "anna", "anna@", "@x.nl", "anna@nl", "anna@x.", "a@b c.nl",
        ] {
            assert_eq!(guess(unfinished), None, "{unfinished}");
        }
    }
}
