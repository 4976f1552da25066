//! Programs that the rig starts: each ends with its owner, also after a panic and when the test itself is killed.

use std::{
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process_group};

/// How long anything may take before the rig calls it broken. Generous: busy build machines are slow, and a condition
/// that comes true is never waited for any longer.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// How long a program has to end by itself once it is asked to.
const GRACE: Duration = Duration::from_secs(3);

/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(20);

/// Waits until `condition` gives something; `None` when `patience` is over.
pub fn wait_for<T>(patience: Duration, mut condition: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + patience;
    loop {
        if let Some(found) = condition() {
            return Some(found);
        }
        if Instant::now() > deadline {
            return None;
        }
        std::thread::sleep(GLANCE);
    }
}

/// Whether a program can be found in `PATH`.
pub fn is_installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// A running program and all that it started.
pub struct Running {
    name: String,
    child: Child,
}

impl Running {
    /// Starts it in a process group of its own. `setpriv` has the kernel end it with the thread that started it, so that
    /// nothing stays behind when the test is interrupted.
    pub fn start(program: &str, prepare: impl FnOnce(&mut Command)) -> Self {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "TERM", "--", program]);
        command.stdin(Stdio::null()).process_group(0);
        prepare(&mut command);
        let child = command
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {program}: {error}"));
        Self {
            name: program.to_owned(),
            child,
        }
    }

    /// The same, and its first line on standard output, which says that it is ready.
    pub fn start_and_read_line(
        program: &str,
        prepare: impl FnOnce(&mut Command),
    ) -> (Self, String) {
        let mut running = Self::start(program, |command| {
            command.stdout(Stdio::piped());
            prepare(command);
        });
        let output = running
            .child
            .stdout
            .take()
            .expect("standard output is piped");
        let mut line = String::new();
        let read = BufReader::new(output).read_line(&mut line);
        assert!(
            matches!(read, Ok(length) if length > 0),
            "{program} ended before it was ready"
        );
        (running, line.trim().to_owned())
    }

    /// Its process number: `setpriv` becomes the program, so it is the program's own.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Its process and those that it started, which outlive it where it does not wait for them.
    pub fn group(&self) -> Vec<u32> {
        let group = self.pid().to_string();
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let numbers = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        numbers
            .filter(|number: &u32| {
                let stat = std::fs::read_to_string(format!("/proc/{number}/stat"));
                let stat = stat.unwrap_or_default();
                let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
                fields.split_whitespace().nth(2) == Some(group.as_str())
            })
            .collect()
    }

    /// How it ended, if it did.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("its own child")
    }

    /// Ends the program itself at once, as `kill -9` does; what it started is left alone.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// To it and to all that it started.
    fn signal(&self, signal: Signal) {
        if let Some(pid) = i32::try_from(self.pid()).ok().and_then(Pid::from_raw) {
            // A group that is gone already is what was wanted.
            let _ = kill_process_group(pid, signal);
        }
    }

    /// The process's resident memory in KiB, and the processor time it used so far in clock ticks.
    pub fn cost(&self) -> Option<(u64, u64)> {
        let folder = Path::new("/proc").join(self.pid().to_string());
        let statm = std::fs::read_to_string(folder.join("statm")).ok()?;
        let pages: u64 = statm.split(' ').nth(1)?.parse().ok()?;
        let stat = std::fs::read_to_string(folder.join("stat")).ok()?;
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
        Some((pages * 4, ticks))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Asked first, so that an X server takes its lock away and a launcher its children.
        self.signal(Signal::TERM);
        wait_for(GRACE, || {
            matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)).then_some(())
        });
        self.signal(Signal::KILL);
        let _ = self.child.wait();
    }
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.name, self.child.id())
    }
}
