//! A mailbox server of the test's own, and the Python client beside it: the real ones from PyPI, in an environment of their own.

use std::{
    io::Write,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
};

use tempfile::TempDir;

use super::{
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
    port: u16,
    folder: TempDir,
}

impl Mailbox {
    /// Starts one; `None` where there is none to start.
    pub fn start(test: &str) -> Option<Self> {
        let programs = programs(test)?;
        let socket = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = socket.local_addr().expect("its number").port();
        drop(socket);
        let folder = TempDir::new().expect("a temporary folder");
        let twist = programs.join("twist");
        let running = Running::start(&twist.to_string_lossy(), |command| {
            command.args(["--log-level=warn", "wormhole-mailbox"]);
            command.arg(format!("--port=tcp:{port}:interface=127.0.0.1"));
            command.current_dir(folder.path()).stdout(Stdio::null());
        });
        let answers = wait_for(PATIENCE, || TcpStream::connect(("127.0.0.1", port)).ok());
        assert!(answers.is_some(), "the mailbox server does not answer");
        Some(Self {
            programs,
            running,
            port,
            folder,
        })
    }

    /// Where it is.
    pub fn address(&self) -> String {
        format!("ws://127.0.0.1:{}/v1", self.port)
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
