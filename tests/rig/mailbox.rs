//! A mailbox server of the test's own, and the Python client beside it: the real ones from PyPI, in an environment of their own.

use std::{
    io::Write,
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
};

use tempfile::TempDir;

use super::{
    certificates,
    ports::free_port,
    process::{PATIENCE, Running, wait_for},
    python,
};

/// What is installed, exactly.
const PACKAGES: [&str; 2] = [
    "magic-wormhole-mailbox-server==0.8.0",
    "magic-wormhole==0.24.0",
];

/// Where its programs are; says so, once for each test, where they cannot be had.
pub fn programs(test: &str) -> Option<&'static Path> {
    static PROGRAMS: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    match PROGRAMS.get_or_init(|| python::programs("mailbox", &PACKAGES)) {
        Ok(folder) => Some(folder),
        Err(why) => {
            // The harness catches what `eprintln!` says, but not this.
            let _ = writeln!(
                std::io::stderr(),
                "SKIPPED: {test}: no mailbox server: {why}"
            );
            None
        }
    }
}

/// A running mailbox server on the loopback.
pub struct Mailbox {
    programs: &'static Path,
    running: Running,
    scheme: &'static str,
    port: u16,
    folder: TempDir,
}

impl Mailbox {
    /// Starts one; `None` where there is none to start.
    pub fn start(test: &str) -> Option<Self> {
        Self::begin(test, "ws")
    }

    /// Starts one that is only reached over TLS, with a certificate of the CA of [`Self::ca_file`].
    pub fn start_secure(test: &str) -> Option<Self> {
        Self::begin(test, "wss")
    }

    fn begin(test: &str, scheme: &'static str) -> Option<Self> {
        let programs = programs(test)?;
        let port = free_port();
        let folder = TempDir::new().expect("a temporary folder");
        let at = match scheme {
            "ws" => format!("tcp:{port}:interface=127.0.0.1"),
            _ => {
                certificates::write(folder.path());
                let files = "privateKey=server.key:certKey=server.pem";
                format!("ssl:{port}:interface=127.0.0.1:{files}")
            }
        };
        let twist = programs.join("twist");
        let running = Running::start(&twist.to_string_lossy(), |command| {
            command.args(["--log-level=warn", "wormhole-mailbox"]);
            command.arg(format!("--port={at}"));
            command.current_dir(folder.path()).stdout(Stdio::null());
        });
        let answers = wait_for(PATIENCE, || TcpStream::connect(("127.0.0.1", port)).ok());
        assert!(answers.is_some(), "the mailbox server does not answer");
        Some(Self {
            programs,
            running,
            scheme,
            port,
            folder,
        })
    }

    /// Where it is.
    pub fn address(&self) -> String {
        format!("{}://{}:{}/v1", self.scheme, certificates::NAME, self.port)
    }

    /// The certificate of the CA that has to be trusted.
    pub fn ca_file(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// Ends it, as a power cut does.
    pub fn kill(&mut self) {
        self.running.kill();
    }

    /// Runs the Python client to its end.
    pub fn wormhole(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(self.programs.join("wormhole"));
        command
            .args(["--relay-url", &self.address()])
            .args(arguments);
        command
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path());
        command.env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
        command.output().expect("the Python client")
    }
}
