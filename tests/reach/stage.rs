//! One scenario from beginning to end, in namespaces of its own: the test starts the stage, the stage makes the world and
//! starts the roles in it, and both only read what the others say.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
};

use hulp::engine::{Reached, Relays};

use super::{
    breaks::{self, Break},
    roles::{self, Role},
    world::{At, Ended, PROXY, Router, Wan, World},
};

/// Which scenario the stage plays.
const SCENARIO: &str = "HULP_REACH_SCENARIO";
/// How a line begins that a test reads.
const SAID: &str = "REACH ";
/// One world at a time: there are two processors, and times are to be compared.
static STAGE: Mutex<()> = Mutex::new(());

/// Who is where, and what is to come of it.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub name: &'static str,
    pub novice_router: Router,
    pub helper_router: Router,
    pub helper_is_near: bool,
    pub wan: Wan,
    /// Which relays the settings name.
    pub relays: Relays,
    /// Whether the novice's Hulp is closed and started again while the invitation is on its way.
    pub restarts: bool,
    /// Whether the relay goes away in the middle of the session, and comes back.
    pub relay_restarts: bool,
    /// What breaks in the middle of the session, if that is what it is about.
    pub broken: Option<Break>,
    /// Which way the session goes at last, or until something breaks.
    pub at_last: Reached,
    /// What the novice's page says of the ways.
    pub ways: &'static [&'static str],
}

impl Scenario {
    /// Both behind usual routers, with a relay, through which it goes.
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            novice_router: Router::Usual,
            helper_router: Router::Usual,
            helper_is_near: false,
            wan: Wan::Up,
            relays: Relays::Own,
            restarts: false,
            relay_restarts: false,
            broken: None,
            at_last: Reached::ThroughRelay,
            ways: &[],
        }
    }
}

/// Plays it, and prints its line of the table.
pub fn play(scenario: Scenario) {
    let _alone = STAGE.lock().unwrap_or_else(PoisonError::into_inner);
    play_in_a_process(&scenario);
}

/// Plays all of these at the same time, each in a world of its own: most of theirs is waiting. Nothing else is played meanwhile.
pub fn play_together(scenarios: &[Scenario]) {
    let _alone = STAGE.lock().unwrap_or_else(PoisonError::into_inner);
    thread::scope(|scope| {
        for scenario in scenarios {
            scope.spawn(|| play_in_a_process(scenario));
        }
    });
}

fn play_in_a_process(scenario: &Scenario) {
    if let Err(why) = namespaces() {
        println!(
            "SKIPPED: reach, {}: no network namespaces here: {why}",
            scenario.name
        );
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let said = format!("{scenario:?}");
    let mut stage = unshare();
    stage.arg(std::env::current_exe().unwrap());
    stage.args(["--exact", "stage", "--ignored", "--nocapture"]);
    stage
        .env(SCENARIO, scenario.write())
        .env(roles::FOLDER, folder.path());
    let output = stage.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{text}\n{errors}");
    let row = text.lines().find_map(|line| line.split_once("ROW "));
    let table = match scenario.broken {
        Some(_) => "LIVED",
        None => "REACHED",
    };
    // The harness may have begun this line.
    println!("\n{table} {}", row.expect("a row of the table").1);
}

/// A command in mount, network and process namespaces of its own; all that it leaves behind ends with it.
fn unshare() -> Command {
    let mut unshare = Command::new("unshare");
    unshare.args(["--net", "--mount", "--pid", "--fork", "--kill-child"]);
    if !rustix::process::geteuid().is_root() {
        unshare.args(["--user", "--map-root-user"]);
    }
    unshare
}

/// Whether namespaces can be made here, and what they need is installed.
fn namespaces() -> Result<(), String> {
    const NEEDED: &str = "mount -t tmpfs hulpr /mnt && ip link add hulpr type bridge && nft list ruleset && command -v miniupnpd";
    let tried = unshare().args(["sh", "-c", NEEDED]).output();
    let tried = tried.map_err(|error| error.to_string())?;
    match tried.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&tried.stderr)
            .trim()
            .replace('\n', "; ")),
    }
}

/// The stage itself.
pub fn run() {
    let Ok(scenario) = std::env::var(SCENARIO) else {
        return; // started by hand
    };
    let scenario = Scenario::read(&scenario);
    let folder = roles::folder();
    let (novice_router, helper_router) = (scenario.novice_router, scenario.helper_router);
    let world = World::make(&folder, novice_router, helper_router, scenario.wan);
    let start = |role, at| {
        let mut server = Player::start(&world, role, at, &scenario);
        server.hears("ready");
        server
    };
    let mut relay = (scenario.relays == Relays::Own).then(|| start(Role::Relay, At::Internet));
    let with_proxy = novice_router == Router::ProxyOnly;
    let _proxy = with_proxy.then(|| start(Role::Proxy, At::NoviceRouter));
    let mut novice = Player::start(&world, Role::Novice, At::Novice, &scenario);
    let made = novice.hears("invited");
    // Invitations take longer on their way than relays take to be found.
    if scenario.wan == Wan::Up {
        novice.confirms(scenario.ways);
    }
    novice.tell("");
    novice.hears("here");
    if novice_router == Router::OpensPorts {
        let opened = world.opened_ports();
        assert!(
            opened.contains("dnat"),
            "the router opened a port: {opened}"
        );
    }
    let at = match scenario.helper_is_near {
        true => At::Neighbour,
        false => At::Helper,
    };
    let mut helper = Player::start(&world, Role::Helper, at, &scenario);
    let pixels = helper.hears("pixels");
    let (millis, first) = pixels.split_once(' ').unwrap();
    let at_last = helper.hears("settled");
    if let Some(broken) = scenario.broken {
        let set_relay = |is_there: bool| {
            relay = is_there.then(|| start(Role::Relay, At::Internet));
        };
        let row = breaks::act(broken, &world, set_relay, &mut novice, &mut helper);
        println!("ROW {:44} {at_last:>17} -> {row}", scenario.name);
        return;
    }
    if scenario.relay_restarts {
        drop(relay.take());
        relay = Some(start(Role::Relay, At::Internet));
    }
    novice.tell("");
    helper.hears("saw the last");
    novice.confirms(scenario.ways);
    novice.tell("");
    novice.hears("closed");
    drop(relay);
    if novice_router == Router::OpensPorts {
        let left = world.opened_ports();
        assert!(!left.contains("dnat"), "the port is closed again: {left}");
    }
    let warnings = std::fs::read_to_string(folder.join("novice.log")).unwrap();
    let count = warnings.lines().count();
    assert!(count < 20, "nothing is logged in a loop:\n{warnings}");
    println!(
        "ROW {:32} {:>6} ms to the invitation {:>6} ms from Connect to the picture   {} -> {}",
        scenario.name, made, millis, first, at_last
    );
}

/// Somebody in the world.
pub struct Player {
    role: Role,
    process: Ended,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

impl Player {
    fn start(world: &World, role: Role, at: At, scenario: &Scenario) -> Self {
        let this = std::env::current_exe().unwrap();
        let mut command = world.command(at, this.to_str().unwrap());
        command.args(["--exact", "role", "--ignored", "--nocapture"]);
        command.env(roles::ROLE, role.name());
        command.env(SCENARIO, scenario.write());
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            command.env_remove(name);
        }
        command.env("SSL_CERT_FILE", roles::folder().join("relay.crt"));
        if role == Role::Novice && scenario.novice_router == Router::ProxyOnly {
            command.env("HTTPS_PROXY", format!("http://{PROXY}"));
        }
        let mut child: Child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self {
            role,
            process: Ended(child),
            lines,
        }
    }

    /// Waits for what it says, and gives what follows the word.
    pub fn hears(&mut self, word: &str) -> String {
        let role = self.role;
        for line in self.lines.by_ref().map_while(Result::ok) {
            let said = line.split_once(SAID).map(|(_, said)| said);
            if let Some(said) = said.and_then(|said| said.strip_prefix(word)) {
                return said.trim().to_owned();
            }
        }
        panic!("{role:?} ended before it said {word}");
    }

    /// Waits until its page says so of each of these ways.
    fn confirms(&mut self, ways: &[&str]) {
        for way in ways {
            self.tell(way);
            self.hears("way");
        }
    }

    pub fn tell(&mut self, what: &str) {
        let to = self.process.0.stdin.as_mut().unwrap();
        writeln!(to, "{what}").unwrap();
    }
}

/// Says something to the stage.
pub fn say(what: &str) {
    println!("{SAID}{what}");
}

impl Scenario {
    /// As an environment variable carries it: what the roles must know.
    fn write(&self) -> String {
        let all = [
            self.name.to_owned(),
            format!("{:?}", self.novice_router),
            format!("{:?}", self.helper_router),
            self.helper_is_near.to_string(),
            format!("{:?}", self.wan),
            self.relays.to_string(),
            self.restarts.to_string(),
            self.relay_restarts.to_string(),
            self.broken.map_or(String::new(), Break::write),
            format!("{:?}", self.at_last),
            self.ways.join(";"),
        ];
        all.join("|")
    }

    fn read(text: &str) -> Self {
        let parts: Vec<&'static str> = text.to_owned().leak().split('|').collect();
        let router = |name: &str| {
            [
                Router::Usual,
                Router::OpensPorts,
                Router::Symmetric,
                Router::WebOnly,
                Router::ProxyOnly,
            ]
            .into_iter()
            .find(|router| format!("{router:?}") == name)
            .unwrap()
        };
        let relays = [Relays::Public, Relays::Own, Relays::None];
        let ways: Vec<&str> = parts[10].split(';').filter(|way| !way.is_empty()).collect();
        Self {
            name: parts[0],
            novice_router: router(parts[1]),
            helper_router: router(parts[2]),
            helper_is_near: parts[3] == "true",
            wan: if parts[4] == "Up" { Wan::Up } else { Wan::Down },
            relays: *relays
                .iter()
                .find(|relays| relays.to_string() == parts[5])
                .unwrap(),
            restarts: parts[6] == "true",
            relay_restarts: parts[7] == "true",
            broken: Break::read(parts[8]),
            at_last: read_reached(parts[9]),
            ways: ways.leak(),
        }
    }

    /// The scenario that a role is in.
    pub fn of_this_process() -> Self {
        Self::read(&std::env::var(SCENARIO).unwrap())
    }
}

pub fn read_reached(name: &str) -> Reached {
    [
        Reached::SameNetwork,
        Reached::Directly,
        Reached::ThroughRelay,
    ]
    .into_iter()
    .find(|reached| format!("{reached:?}") == name)
    .unwrap()
}

/// Where a role finds what another left there.
pub fn invitation(folder: &Path) -> std::path::PathBuf {
    folder.join("invitation.hulp")
}
