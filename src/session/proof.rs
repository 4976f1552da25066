//! What proves the ticket, and what the password's proof is made of.

use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::invitation::TicketSecret;

/// The proof of a ticket on one connection: HMAC-SHA-256 over the TLS exporter.
pub(super) fn ticket_proof(ticket: &TicketSecret, exporter: &[u8; 32]) -> [u8; 32] {
    mac(&ticket.0, &[b"hulp ticket v1", exporter])
        .finalize()
        .into_bytes()
        .into()
}

/// What SPAKE2 proves instead of the password: the stretched password bound to the ticket.
pub(super) fn auth_key(stretched: &[u8; 32], ticket: &TicketSecret) -> Zeroizing<[u8; 32]> {
    let mac = mac(stretched, &[b"hulp auth key v1", &ticket.0]);
    Zeroizing::new(mac.finalize().into_bytes().into())
}

fn mac(key: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    parts.iter().for_each(|part| mac.update(part));
    mac
}
