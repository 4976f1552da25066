//! A mailbox server of the test's own, and the Python client beside it: the real ones from PyPI, in target/mailbox.

use std::{
    fs,
    io::Write,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
};

use tempfile::TempDir;

use super::process::{PATIENCE, Running, wait_for};

/// What is installed, exactly.
const PACKAGES: [&str; 2] = [
    "magic-wormhole-mailbox-server==0.8.0",
    "magic-wormhole==0.24.0",
];

/// Where its programs are; says so, once for each test, where they cannot be had.
pub fn programs(test: &str) -> Option<&'static Path> {
    static PROGRAMS: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    match PROGRAMS.get_or_init(install) {
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

fn install() -> Result<PathBuf, String> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = target.parent().unwrap_or(target).join("mailbox");
    let programs = folder.join("bin");
    let installed = folder.join("installed");
    let wanted = PACKAGES.join("\n");
    if fs::read_to_string(&installed).is_ok_and(|found| found == wanted) {
        return Ok(programs);
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ];
    run(Command::new(programs.join("python"))
        .args(pip)
        .args(PACKAGES))?;
    fs::write(installed, wanted).map_err(|error| error.to_string())?;
    Ok(programs)
}

fn run(command: &mut Command) -> Result<(), String> {
    let ran = command.stdin(Stdio::null()).output();
    let ran = ran.map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&ran.stderr);
    match ran.status.success() {
        true => Ok(()),
        false => Err(said.lines().last().unwrap_or("pip failed").to_owned()),
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
