//! A certificate for a server of the test's own, of a CA that only the test trusts.

use std::{fs, path::Path};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

/// The server's name in its certificate.
pub const NAME: &str = "localhost";

/// Writes `ca.pem`, `server.pem` and `server.key` into a folder, and returns the CA's certificate, PEM.
pub fn write(folder: &Path) -> String {
    let ca_key = KeyPair::generate().expect("a key");
    let mut ca = CertificateParams::new(vec![]).expect("no names");
    ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let ca_pem = ca.self_signed(&ca_key).expect("a certificate").pem();
    let issuer = Issuer::new(ca, ca_key);
    let key = KeyPair::generate().expect("a key");
    let server = CertificateParams::new(vec![NAME.to_owned()]).expect("a name");
    let server = server.signed_by(&key, &issuer).expect("a certificate");
    for (name, text) in [
        ("ca.pem", ca_pem.clone()),
        ("server.pem", server.pem()),
        ("server.key", key.serialize_pem()),
    ] {
        fs::write(folder.join(name), text).expect("written");
    }
    ca_pem
}
