//! A contact server of the test's own: the real Prosody, on the loopback, with accounts that are written down beforehand.

use std::{
    fmt::Write as _,
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    path::PathBuf,
    process::Stdio,
};

use tempfile::TempDir;

use super::{
    certificates,
    ports::free_port,
    process::{PATIENCE, Running, is_installed, wait_for},
};

/// Everybody's password.
pub const PASSWORD: &str = "geheim é";

/// A running contact server for the domain [`certificates::NAME`].
pub struct Prosody {
    folder: TempDir,
    running: Option<Running>,
    authority: String,
    direct: u16,
    starttls: u16,
}

impl Prosody {
    /// Starts one with these accounts, of which each two in `friends` see each other; `None`, and said, where there is none to
    /// start.
    pub fn start(test: &str, accounts: &[&str], friends: &[(&str, &str)]) -> Option<Self> {
        if !is_installed("prosody") || !is_installed("setpriv") {
            let why = "prosody is not installed; `make deps` does it";
            assert!(std::env::var_os("CI").is_none(), "{test} cannot run: {why}");
            // The harness catches what `eprintln!` says, but not this.
            let _ = writeln!(std::io::stderr(), "SKIPPED: {test}: {why}");
            return None;
        }
        let folder = TempDir::new().expect("a temporary folder");
        let authority = certificates::write(folder.path());
        let mut server = Self {
            folder,
            running: None,
            authority,
            direct: free_port(),
            starttls: free_port(),
        };
        server.write_accounts(accounts, friends);
        server.write_config();
        server.go_on();
        Some(server)
    }

    /// The CA's certificate, PEM.
    pub fn authority(&self) -> String {
        self.authority.clone()
    }

    /// The same, in a file.
    pub fn authority_file(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// Where TLS comes first.
    pub fn direct(&self) -> String {
        format!("127.0.0.1:{}", self.direct)
    }

    /// Where TLS is asked for.
    pub fn starttls(&self) -> String {
        format!("127.0.0.1:{}", self.starttls)
    }

    /// Ends it, as a power cut does.
    pub fn kill(&mut self) {
        if let Some(mut running) = self.running.take() {
            running.kill();
        }
    }

    /// Starts it again, as it was.
    pub fn go_on(&mut self) {
        let config = self.folder.path().join("prosody.cfg.lua");
        let running = Running::start("prosody", |command| {
            command.arg("-F").arg("--config").arg(config);
            command.stdout(Stdio::null()).stderr(Stdio::null());
        });
        self.running = Some(running);
        for port in [self.direct, self.starttls] {
            let answers = wait_for(PATIENCE, || TcpStream::connect(("127.0.0.1", port)).ok());
            assert!(answers.is_some(), "prosody does not answer: {}", self.log());
        }
    }

    /// What it wrote down.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("prosody.log")).unwrap_or_default()
    }

    fn write_accounts(&self, accounts: &[&str], friends: &[(&str, &str)]) {
        let data = self.folder.path().join("data").join(certificates::NAME);
        for part in ["accounts", "roster"] {
            fs::create_dir_all(data.join(part)).expect("a folder");
        }
        for account in accounts {
            let password = format!("return {{ [\"password\"] = \"{PASSWORD}\" }};\n");
            let file = format!("{account}.dat");
            fs::write(data.join("accounts").join(&file), password).expect("written");
            let mut roster = String::from("return { [false] = { [\"version\"] = 1; };\n");
            for (one, other) in friends {
                for (me, friend) in [(one, other), (other, one)] {
                    if me == account {
                        let _ = writeln!(
                            roster,
                            "[\"{friend}@{}\"] = {{ [\"subscription\"] = \"both\"; [\"groups\"] = {{}}; }};",
                            certificates::NAME
                        );
                    }
                }
            }
            roster.push_str("};\n");
            fs::write(data.join("roster").join(&file), roster).expect("written");
        }
    }

    fn write_config(&self) {
        let folder = self.folder.path().display();
        let config = format!(
            r#"
run_as_root = true
pidfile = "{folder}/prosody.pid"
data_path = "{folder}/data"
interfaces = {{ "127.0.0.1" }}
modules_enabled = {{ "roster"; "saslauth"; "tls"; "disco"; "presence"; "message"; "iq"; "ping"; "carbons"; "offline" }}
modules_disabled = {{ "s2s"; "posix" }}
authentication = "internal_plain"
storage = "internal"
c2s_ports = {{ {} }}
c2s_direct_tls_ports = {{ {} }}
s2s_ports = {{}}
http_ports = {{}}
https_ports = {{}}
c2s_require_encryption = false -- for peers of the test's own that speak by hand
allow_unencrypted_plain_auth = true
allow_registration = false
log = {{ info = "{folder}/prosody.log" }}
ssl = {{ certificate = "{folder}/server.pem"; key = "{folder}/server.key"; }}
c2s_direct_tls_ssl = ssl
VirtualHost "{}"
"#,
            self.starttls,
            self.direct,
            certificates::NAME
        );
        fs::write(self.folder.path().join("prosody.cfg.lua"), config).expect("written");
    }
}

/// Somebody who speaks with the server by hand, and can say what no decent program says.
pub struct ByHand {
    line: TcpStream,
    heard: BufReader<TcpStream>,
}

impl ByHand {
    /// Signs in without encryption, as this device.
    pub fn sign_in(server: &Prosody, user: &str, device: &str) -> Self {
        let line = TcpStream::connect(("127.0.0.1", server.starttls)).expect("the server");
        line.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        let heard = BufReader::new(line.try_clone().expect("the same line"));
        let mut peer = Self { line, heard };
        peer.begin();
        let proof = base64(&format!("\0{user}\0{PASSWORD}"));
        peer.say(&format!(
            "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{proof}</auth>"
        ));
        peer.hear("<success");
        peer.begin();
        peer.say(&format!(
            "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>{device}</resource></bind></iq>"
        ));
        peer.hear("</bind>");
        peer
    }

    fn begin(&mut self) {
        self.say(&format!(
            "<?xml version='1.0'?><stream:stream to='{}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
            certificates::NAME
        ));
        self.hear("</stream:features>");
    }

    /// Says these very bytes.
    pub fn say(&mut self, xml: &str) {
        self.line.write_all(xml.as_bytes()).expect("said");
    }

    /// Reads until this was said, and returns all of it.
    pub fn hear(&mut self, what: &str) -> String {
        let mut all = String::new();
        while !all.contains(what) {
            let mut bytes = vec![];
            let count = self.heard.read_until(b'>', &mut bytes).expect("an answer");
            assert!(count > 0, "the server hung up: {all}");
            all.push_str(&String::from_utf8_lossy(&bytes));
        }
        all
    }
}

fn base64(text: &str) -> String {
    use base64::{Engine, prelude::BASE64_STANDARD};
    BASE64_STANDARD.encode(text)
}
