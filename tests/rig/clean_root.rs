//! A Debian on which nothing of Hulp ever was, as `make clean-root` makes it: what a program there needs, its package has to ask for.

use std::{
    ffi::{OsStr, OsString},
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

use super::{person::Person, process::Running};

/// Lays a root over the clean one, in memory, and waits in it. What is written there is gone with the last program in it. Of this
/// computer it has the display's socket and the person's folder; the network is this computer's, so that it can be helped from.
const LAY: &str = r#"
set -e
clean=$1 archives=$2 place=$3
shift 3
mount -t tmpfs -o size=2g,mode=755 hulp "$place"
cd "$place"
mkdir written work root
mount -t overlay -o "lowerdir=$clean,upperdir=written,workdir=work" hulp root
cd root
mount -t proc proc proc
mount -t tmpfs -o mode=1777 hulp dev/shm
mount -t devpts -o newinstance,ptmxmode=666 hulp dev/pts
mount --bind "$archives" var/cache/apt/archives
for folder; do
    mkdir -p ".$folder"
    mount --bind "$folder" ".$folder"
done
cp /etc/resolv.conf etc/resolv.conf
exec chroot . sh -c 'echo ready; exec sleep infinity'
"#;

/// The X servers' sockets.
const SOCKETS: &str = "/tmp/.X11-unix";

/// The root, as one person has it.
pub struct CleanRoot<'a> {
    person: &'a Person,
    /// Ended first: what is mounted goes with it.
    keeper: Running,
    _place: TempDir,
}

impl<'a> CleanRoot<'a> {
    /// Lays it; says so where there is none, or where nothing may be mounted.
    pub fn lay(test: &str, person: &'a Person) -> Option<Self> {
        let made = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/clean-root");
        let why = if !made.is_dir() {
            "there is no clean Debian here; `make clean-root` makes it"
        } else if !may_mount() {
            "nothing may be mounted here"
        } else {
            return Some(Self::over(&made, person));
        };
        // The harness catches what `eprintln!` says, but not this.
        let _ = writeln!(std::io::stderr(), "SKIPPED: {test}: {why}");
        None
    }

    fn over(made: &Path, person: &'a Person) -> Self {
        let place = tempfile::tempdir().expect("a temporary folder");
        let (keeper, _) = Running::start_and_read_line("unshare", |command| {
            command.args(["--mount", "sh", "-c", LAY, "sh"]);
            command.arg(made.join("root")).arg(made.join("archives"));
            command.arg(place.path()).arg(SOCKETS).arg(person.folder());
        });
        // What programs there are, and where, is the root's.
        person.set(
            "PATH",
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        );
        Self {
            person,
            keeper,
            _place: place,
        }
    }

    /// The program that goes into the root, and what it is told for one of the root's own to take its place.
    pub fn enter<A: AsRef<OsStr>>(
        &self,
        program: impl IntoIterator<Item = A>,
    ) -> (&'static str, Vec<OsString>) {
        let keeper = format!("--target={}", self.keeper.pid());
        let mut arguments: Vec<OsString> = vec![keeper.into()];
        arguments.extend(["--mount", "--root", "--wd", "--"].map(Into::into));
        arguments.extend(program.into_iter().map(|word| word.as_ref().to_owned()));
        ("nsenter", arguments)
    }

    /// Runs a program there to its end.
    pub fn run(&self, program: &[&str]) -> Output {
        let (enter, arguments) = self.enter(program);
        let mut command = Command::new(enter);
        self.person.environment(&mut command);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command.args(arguments).stdin(Stdio::null());
        command.output().expect("nsenter")
    }

    /// The same, of one that has nothing to complain of, and what it says.
    pub fn tell(&self, program: &[&str]) -> String {
        let ran = self.run(program);
        let [words, complaints] =
            [&ran.stdout, &ran.stderr].map(|words| String::from_utf8_lossy(words));
        assert!(ran.status.success(), "{program:?}: {words}{complaints}");
        words.trim().to_owned()
    }
}

fn may_mount() -> bool {
    let tried = Command::new("unshare").args(["--mount", "true"]).output();
    tried.is_ok_and(|tried| tried.status.success())
}
