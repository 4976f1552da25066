//! What servers say in words, and what the system says of them.

use std::io::{Error, ErrorKind};

use crate::invitation::clean_name;

/// How Rust's library begins what a failed look-up of a name says; it has no kind of its own.
const LOOKUP_FAILED: &str = "failed to lookup address information";
/// Windows' number for that (`WSAHOST_NOT_FOUND`).
const HOST_NOT_FOUND: i32 = 11001;

/// The most characters of a server's own words that are shown.
const MAX_WORDS_CHARS: usize = 200;

/// A stranger's words in one short line.
pub(super) fn plain(words: &str) -> String {
    let start: String = words.chars().take(MAX_WORDS_CHARS).collect();
    clean_name(&start)
}

/// Why a server was not reached, the rest of a sentence: in plain words where the system has those of programmers.
pub(super) fn unreached(error: &Error) -> String {
    let words = error.to_string();
    let plainly = match error.kind() {
        ErrorKind::ConnectionRefused => "nothing answers there",
        ErrorKind::TimedOut => "it does not answer",
        ErrorKind::NetworkDown | ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable => {
            "no way leads there"
        }
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::UnexpectedEof => {
            "it hung up"
        }
        _ if words.starts_with(LOOKUP_FAILED) || error.raw_os_error() == Some(HOST_NOT_FOUND) => {
            "its name was not found"
        }
        _ => return plain(&words),
    };
    plainly.to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::net::{TcpListener, TcpStream};

    use super::*;

    #[test]
    fn the_systems_own_words_are_told_plainly() {
        let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
        let there = nobody.local_addr().unwrap();
        drop(nobody);
        let refused = TcpStream::connect(there).unwrap_err();
        assert_eq!(unreached(&refused), "nothing answers there");
        // By RFC 6761 nobody has a name below `invalid`.
        let unknown = TcpStream::connect(("nowhere.invalid", 1)).unwrap_err();
        assert_eq!(unreached(&unknown), "its name was not found");
        let other = Error::other("on\nfire");
        assert_eq!(unreached(&other), "on fire");
    }
}
