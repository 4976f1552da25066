//! A small internet: two homes behind routers, and a relay between them.
//!
//! ```text
//! novice 10.1.0.2 -- router 45.33.7.1 -- internet (relay 45.33.7.10) -- router 45.33.7.2 -- helper 10.2.0.2
//! neighbour 10.1.0.3 --'                    |
//!                                    router 45.33.7.3 -- 10.3.0.2, where the novice can move to
//! ```
//!
//! The outer addresses look public, for routers open no ports otherwise (miniupnpd refuses reserved ones).

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

pub const RELAY: &str = "45.33.7.10";
pub const PROXY: &str = "10.1.0.1:3128";

/// How a home's router treats what goes out and comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Router {
    /// As most do: what goes out makes a hole for the answers, each port of a computer's always the same one.
    Usual,
    /// Opens ports when it is asked (miniupnpd).
    OpensPorts,
    /// Another port for everybody that is spoken to, so that no hole can be told of.
    Symmetric,
    /// Lets out TCP to port 443, and nothing else.
    WebOnly,
    /// Lets out nothing; an HTTP proxy stands beside it.
    ProxyOnly,
}

/// The line between the novice's router and the internet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wan {
    Up,
    Down,
}

/// Whose computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Internet,
    NoviceRouter,
    HelperRouter,
    OtherRouter,
    Novice,
    Neighbour,
    Helper,
}

/// The namespaces; they go with the process that made them, for they are its own.
pub struct World {
    folder: PathBuf,
    daemons: Vec<Ended>,
}

impl At {
    const ALL: [Self; 7] = [
        Self::Internet,
        Self::NoviceRouter,
        Self::HelperRouter,
        Self::OtherRouter,
        Self::Novice,
        Self::Neighbour,
        Self::Helper,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Internet => "hulpr-internet",
            Self::NoviceRouter => "hulpr-router1",
            Self::HelperRouter => "hulpr-router2",
            Self::OtherRouter => "hulpr-router3",
            Self::Novice => "hulpr-novice",
            Self::Neighbour => "hulpr-neighbour",
            Self::Helper => "hulpr-helper",
        }
    }

    /// The router's end of its cable.
    fn port(self) -> &'static str {
        self.name().trim_start_matches("hulpr-")
    }
}

impl World {
    /// Makes it, within this process's own mount and network namespaces; leases and the like lie in `folder`.
    pub fn make(folder: &Path, novice: Router, helper: Router, wan: Wan) -> Self {
        for folder in ["/run", "/var/run"] {
            if !Path::new(folder).is_symlink() {
                run("mount", &["-t", "tmpfs", "hulpr", folder]);
            }
        }
        std::fs::create_dir_all("/run/netns").unwrap();
        for place in At::ALL {
            ip(&["netns", "add", place.name()]);
            ip(&["-n", place.name(), "link", "set", "lo", "up"]);
        }
        let internet = At::Internet.name();
        ip(&["-n", internet, "link", "add", "net", "type", "bridge"]);
        ip(&["-n", internet, "link", "set", "net", "up"]);
        let relay = format!("{RELAY}/24");
        ip(&["-n", internet, "addr", "add", &relay, "dev", "net"]);
        let mut world = Self {
            folder: folder.to_owned(),
            daemons: Vec::new(),
        };
        world.home(1, At::NoviceRouter, novice);
        world.home(2, At::HelperRouter, helper);
        world.home(3, At::OtherRouter, Router::Usual);
        host(At::Novice, At::NoviceRouter, "10.1.0.2", "10.1.0.1");
        host(At::Neighbour, At::NoviceRouter, "10.1.0.3", "10.1.0.1");
        host(At::Helper, At::HelperRouter, "10.2.0.2", "10.2.0.1");
        world.set_wan(wan);
        world
    }

    /// Opens or breaks the line between the novice's router and the internet.
    pub fn set_wan(&self, wan: Wan) {
        let state = match wan {
            Wan::Up => "up",
            Wan::Down => "down",
        };
        ip(&["-n", At::NoviceRouter.name(), "link", "set", "wan", state]);
    }

    /// Puts the cable between the novice's computer and its router in, or pulls it out: the computer's end loses its carrier.
    pub fn set_novice_cable(&self, is_in: bool) {
        let state = if is_in { "up" } else { "down" };
        let (router, port) = (At::NoviceRouter.name(), At::Novice.port());
        ip(&["-n", router, "link", "set", port, state]);
    }

    /// Gives a computer behind the novice's router another address there, as another lease would.
    pub fn set_address(&self, at: At, address: &str) {
        let address = format!("{address}/24");
        ip(&[
            "-n",
            at.name(),
            "addr",
            "flush",
            "dev",
            "eth0",
            "scope",
            "global",
        ]);
        ip(&["-n", at.name(), "addr", "add", &address, "dev", "eth0"]);
        ip(&[
            "-n",
            at.name(),
            "route",
            "add",
            "default",
            "via",
            "10.1.0.1",
        ]);
    }

    /// Takes the novice's computer to the third home.
    pub fn move_novice(&self) {
        ip(&["-n", At::Novice.name(), "link", "del", "eth0"]);
        host(At::Novice, At::OtherRouter, "10.3.0.2", "10.3.0.1");
    }

    /// A router with the network behind it.
    fn home(&mut self, number: u8, at: At, router: Router) {
        let name = at.name();
        let port = format!("port{number}");
        let peer = [
            "type",
            "veth",
            "peer",
            "name",
            &port,
            "netns",
            At::Internet.name(),
        ];
        ip(&[&["-n", name, "link", "add", "wan"][..], &peer].concat());
        ip(&[
            "-n",
            At::Internet.name(),
            "link",
            "set",
            &port,
            "master",
            "net",
            "up",
        ]);
        let outer = format!("45.33.7.{number}/24");
        ip(&["-n", name, "addr", "add", &outer, "dev", "wan"]);
        ip(&["-n", name, "link", "set", "wan", "up"]);
        ip(&["-n", name, "link", "add", "lan", "type", "bridge"]);
        ip(&["-n", name, "link", "set", "lan", "up"]);
        let inner = format!("10.{number}.0.1/24");
        ip(&["-n", name, "addr", "add", &inner, "dev", "lan"]);
        finish(
            self.command(at, "sh")
                .args(["-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"]),
        );
        self.filter(at, &rules(router));
        if router == Router::OpensPorts {
            self.open_ports_when_asked(at);
        }
    }

    fn filter(&self, at: At, rules: &str) {
        let mut nft = self.command(at, "nft");
        let mut nft = nft.args(["-f", "-"]).stdin(Stdio::piped()).spawn().unwrap();
        nft.stdin
            .take()
            .unwrap()
            .write_all(rules.as_bytes())
            .unwrap();
        assert!(nft.wait().unwrap().success(), "nft: {rules}");
    }

    fn open_ports_when_asked(&mut self, at: At) {
        let leases = self.folder.join("leases");
        let config = self.folder.join("miniupnpd.conf");
        let text = format!("{MINIUPNPD}lease_file={}\n", leases.display());
        std::fs::write(&config, text).unwrap();
        let mut daemon = self.command(at, "miniupnpd");
        daemon.arg("-d").arg("-f").arg(&config);
        daemon.arg("-P").arg(self.folder.join("miniupnpd.pid"));
        daemon.stdout(Stdio::null()).stderr(Stdio::null());
        self.daemons.push(Ended(daemon.spawn().unwrap()));
    }

    /// A program at one of the places.
    pub fn command(&self, at: At, program: &str) -> Command {
        let mut command = Command::new("nsenter");
        command.arg(format!("--net=/run/netns/{}", at.name()));
        command.arg(program);
        command
    }

    /// The ports that the novice's router has opened, as its rules say.
    pub fn opened_ports(&self) -> String {
        let mut list = self.command(At::NoviceRouter, "nft");
        let listed = list.args(["list", "chain", "inet", "filter", "prerouting_miniupnpd"]);
        String::from_utf8(listed.output().unwrap().stdout).unwrap()
    }
}

const MINIUPNPD: &str = "ext_ifname=wan
listening_ip=lan
enable_upnp=yes
enable_natpmp=yes
secure_mode=yes
system_uptime=yes
upnp_table_name=filter
upnp_nat_table_name=filter
upnp_forward_chain=miniupnpd
upnp_nat_chain=prerouting_miniupnpd
upnp_nat_postrouting_chain=postrouting_miniupnpd
uuid=11111111-2222-3333-4444-555555555555
allow 1024-65535 10.1.0.0/24 1024-65535
deny 0-65535 0.0.0.0/0 0-65535
";

fn rules(router: Router) -> String {
    let random = match router {
        Router::Symmetric => "fully-random",
        _ => "",
    };
    let out = match router {
        Router::WebOnly => "iifname lan tcp dport 443 accept",
        Router::ProxyOnly => "",
        _ => "iifname lan accept",
    };
    let (forward, opened) = match router {
        Router::OpensPorts => (
            "jump miniupnpd",
            "chain miniupnpd { }
             chain prerouting { type nat hook prerouting priority -100; policy accept; jump prerouting_miniupnpd; }
             chain prerouting_miniupnpd { }
             chain postrouting { type nat hook postrouting priority 99; policy accept; jump postrouting_miniupnpd; }
             chain postrouting_miniupnpd { }",
        ),
        _ => ("", ""),
    };
    format!(
        "table ip nat {{
            chain post {{ type nat hook postrouting priority 100; oifname wan masquerade {random}; }}
        }}
        table inet filter {{
            {opened}
            chain forward {{
                type filter hook forward priority 0; policy drop;
                ct state established,related accept
                {out}
                ct status dnat accept
                {forward}
            }}
            chain input {{
                type filter hook input priority 0; policy accept;
                iifname wan ct state new drop
            }}
        }}"
    )
}

fn host(at: At, router: At, address: &str, gateway: &str) {
    let (name, port) = (at.name(), at.port());
    let peer = ["peer", "name", "eth0", "netns", name];
    ip(&[
        &["-n", router.name(), "link", "add", port, "type", "veth"][..],
        &peer,
    ]
    .concat());
    ip(&[
        "-n",
        router.name(),
        "link",
        "set",
        port,
        "master",
        "lan",
        "up",
    ]);
    let address = format!("{address}/24");
    ip(&["-n", name, "addr", "add", &address, "dev", "eth0"]);
    ip(&["-n", name, "link", "set", "eth0", "up"]);
    ip(&["-n", name, "route", "add", "default", "via", gateway]);
}

fn ip(arguments: &[&str]) {
    run("ip", arguments);
}

fn run(program: &str, arguments: &[&str]) {
    finish(Command::new(program).args(arguments));
}

fn finish(command: &mut Command) {
    let status = command.status().unwrap();
    assert!(status.success(), "{command:?}");
}

/// A process that is ended when it is not needed any more.
pub struct Ended(pub Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
