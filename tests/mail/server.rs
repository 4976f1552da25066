//! A real mail server (aiosmtpd, from PyPI) on loopback, with a certificate of a CA of its own.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    thread,
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;
use tempfile::TempDir;

pub use crate::certificates::NAME;
use crate::{certificates, python};

/// The one user of the server.
pub const USER: &str = "zoe";
/// Their password.
pub const PASSWORD: &str = "wachtwoord é";

const AIOSMTPD: &str = "aiosmtpd==1.4.6";
/// How long a message may take to come in.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running server.
pub struct MailServer {
    process: Child,
    pub port: u16,
    /// The CA's certificate, PEM.
    pub ca: String,
    folder: TempDir,
}

impl MailServer {
    /// Starts one: `STARTTLS`, `TLS`, `PLAIN` or `DIES`. None where the server cannot be had; then that is said.
    pub fn start(mode: &str, test: &str) -> Option<Self> {
        static PROGRAMS: OnceLock<Result<PathBuf, String>> = OnceLock::new();
        let programs = match PROGRAMS.get_or_init(|| python::programs("mail", &[AIOSMTPD])) {
            Ok(programs) => programs,
            Err(why) => {
                // The harness catches what `eprintln!` says, but not this.
                let _ = writeln!(std::io::stderr(), "SKIPPED: {test}: no mail server: {why}");
                return None;
            }
        };
        let folder = TempDir::new().unwrap();
        let ca = certificates::write(folder.path());
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail/server.py");
        let mut process = Command::new(programs.join("python"))
            .arg(script)
            .arg(folder.path())
            .arg(mode)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null()) // it tells of each line that a test breaks
            .spawn()
            .unwrap();
        let mut port = String::new();
        let mut said = BufReader::new(process.stdout.take().unwrap());
        said.read_line(&mut port).unwrap();
        let port = port.trim().parse().expect("the server's port");
        Some(Self {
            process,
            port,
            ca,
            folder,
        })
    }

    /// Where the CA's certificate lies.
    pub fn ca_file(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// The message of this number, counted from 1, once it is there.
    pub fn message(&self, number: usize) -> Received {
        let path = self.folder.path().join(format!("{number}.json"));
        let give_up = Instant::now() + PATIENCE;
        while !path.exists() {
            assert!(Instant::now() < give_up, "message {number} never came");
            thread::sleep(Duration::from_millis(20));
        }
        Received(serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
    }

    /// How many messages came.
    pub fn count(&self) -> usize {
        let files = fs::read_dir(self.folder.path()).unwrap().flatten();
        files
            .filter(|file| file.path().extension().is_some_and(|e| e == "eml"))
            .count()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.process.stdin.take()); // it ends with its input
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A message as Python's email library reads it.
pub struct Received(pub Value);

impl Received {
    pub fn text(&self, what: &str) -> &str {
        self.0[what].as_str().unwrap()
    }

    pub fn header_names(&self) -> Vec<String> {
        let headers = self.0["headers"].as_array().unwrap().iter();
        headers
            .map(|h| h[0].as_str().unwrap().to_lowercase())
            .collect()
    }

    /// Name, type and bytes of the only attachment.
    pub fn attachment(&self) -> (String, String, Vec<u8>) {
        let [one] = &self.0["attachments"].as_array().unwrap()[..] else {
            panic!("{}", self.0);
        };
        let text = |what: &str| one[what].as_str().unwrap().to_owned();
        (
            text("name"),
            text("type"),
            STANDARD.decode(text("bytes")).unwrap(),
        )
    }
}
