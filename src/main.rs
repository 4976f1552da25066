//! The program: arguments in, the real desktop, the engine and the window put together.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use chrono::Local;
use clap::{Parser, Subcommand};
use hulp::{
    delivery, desktop,
    engine::{Command, Engine, EngineConfig, InviteHow, InviteRequest, InviteView, Secret, View},
    store::{Store, log_report},
    ui::{self, Bridge, StartPage},
};
use zeroize::Zeroizing;

/// How long making an invitation may take: stretching the password and writing the file take about a second.
const INVITE_PATIENCE: Duration = Duration::from_secs(30);

/// Remote assistance without an account: invite someone, let them see your screen, let them help, and stop them with one key.
#[derive(Parser)]
#[command(name = "hulp", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// An invitation to open (.hulp): gives help to whoever made it
    file: Option<PathBuf>,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Subcommand)]
enum Action {
    /// Make an invitation, save it as a file, and wait for your helper
    Invite {
        /// Where to save it
        #[arg(long, value_name = "FILE")]
        save: PathBuf,
        /// How long it holds: 90m, 6h, 2d
        #[arg(long, value_name = "TIME", default_value = "6h", value_parser = parse_lifetime)]
        expires: Duration,
        /// Your name, as your helper will see it
        #[arg(long)]
        name: Option<String>,
        /// A word to your helper
        #[arg(long, default_value = "")]
        message: String,
        /// A file whose first line is the password that your helper must give
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
    },
    /// Print the log of this computer's invitations, consents, control periods and refusals, and check it
    Log,
}

/// What `HULP_LOG` asks for, without what is said with contact servers and proxies: passwords and invitations are in it.
fn what_is_logged() -> tracing_subscriber::EnvFilter {
    let asked = tracing_subscriber::EnvFilter::try_from_env("HULP_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("error,hulp=warn"));
    [
        "iroh_relay::client::tls=off", // what is said with a proxy has its password in it
        "tokio_xmpp::xmlstream=off",
        "tokio_xmpp::xmlstream::capture=off",
        "tokio_xmpp::xmlstream::common=off",
    ]
    .into_iter()
    .filter_map(|directive| directive.parse().ok())
    .fold(asked, tracing_subscriber::EnvFilter::add_directive)
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(what_is_logged())
        .with_writer(std::io::stderr)
        .init();
    if std::env::args_os()
        .nth(1)
        .is_some_and(|first| first == desktop::GUARD_ARGUMENT)
    {
        return said(
            desktop::guard_held_keys()
                .map_err(Into::into)
                .map(|()| ExitCode::SUCCESS),
        );
    }
    said(run(Arguments::parse()))
}

/// Tells what went wrong, once.
fn said(result: anyhow::Result<ExitCode>) -> ExitCode {
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("hulp: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    match (arguments.action, arguments.file) {
        (Some(Action::Log), _) => print_log(),
        (
            Some(Action::Invite {
                save,
                expires,
                name,
                message,
                password_file,
            }),
            _,
        ) => {
            let request = InviteRequest {
                name: name.unwrap_or_default(),
                message,
                lifetime: expires,
                password: password_file.as_deref().map(read_password).transpose()?,
                how: InviteHow::File(std::path::absolute(save)?),
            };
            open_window(StartPage::Waiting, Some(Command::Invite(request)))
        }
        (None, Some(file)) => {
            let file = std::path::absolute(file)?;
            open_window(StartPage::Expert, Some(Command::Open(file)))
        }
        (None, None) => open_window(StartPage::Home, None),
    }
}

/// Starts the engine and shows the window until the user closes it.
fn open_window(start: StartPage, first: Option<Command>) -> anyhow::Result<ExitCode> {
    desktop::check_display()?;
    let store_folder = Store::default_folder()?;
    let options = ui::Options {
        suggested_path: Arc::new(|name| {
            delivery::default_folder().join(delivery::suggested_file_name(name))
        }),
    };
    let make_bridge = move |wake: ui::Wake| {
        let changed = Arc::new(Changed::default());
        let engine = Engine::start(EngineConfig::new(
            store_folder,
            desktop::native(std::env::current_exe().ok()),
            {
                let changed = changed.clone();
                Arc::new(move || {
                    changed.announce();
                    wake();
                })
            },
        ))?;
        if let Some(command) = first {
            let inviting = matches!(command, Command::Invite(_));
            engine.send(complete(command, &engine.view()));
            if inviting {
                wait_for_invitation(&engine, &changed)?;
            }
        }
        Ok::<_, anyhow::Error>(Arc::new(Running(engine)) as Arc<dyn Bridge>)
    };
    ui::run(options, make_bridge, start)?;
    Ok(ExitCode::SUCCESS)
}

/// Fills in the name from the settings, where the command line gave none.
fn complete(command: Command, view: &View) -> Command {
    match command {
        Command::Invite(request) if request.name.is_empty() => Command::Invite(InviteRequest {
            name: view.settings.name.clone(),
            ..request
        }),
        other => other,
    }
}

/// Waits until the invitation of the command line is saved, so that a fault is told where it was typed.
fn wait_for_invitation(engine: &Engine, changed: &Changed) -> anyhow::Result<()> {
    let deadline = Instant::now() + INVITE_PATIENCE;
    while Instant::now() < deadline {
        match &engine.view().novice.invite {
            InviteView::Saved { path, .. } => {
                println!("Saved {}. Waiting for your helper.", path.display());
                return Ok(());
            }
            InviteView::Failed(fault) => bail!("{}", ui::invite_fault(fault)),
            // Only a file is asked for on the command line.
            InviteView::Nothing
            | InviteView::Working
            | InviteView::Coded { .. }
            | InviteView::Mailed { .. }
            | InviteView::Called { .. } => {
                changed.wait(Duration::from_millis(100));
            }
        }
    }
    bail!(
        "the invitation could not be made within {} seconds",
        INVITE_PATIENCE.as_secs()
    )
}

/// Lets the main thread wait for news of the engine.
#[derive(Default)]
struct Changed(Mutex<()>, Condvar);

impl Changed {
    fn announce(&self) {
        self.1.notify_all();
    }

    fn wait(&self, longest: Duration) {
        let guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.1.wait_timeout(guard, longest));
    }
}

/// The engine, as the window knows it.
struct Running(Engine);

impl Bridge for Running {
    fn view(&self) -> Arc<View> {
        self.0.view()
    }

    fn send(&self, command: Command) {
        self.0.send(command);
    }

    fn close(&self) {
        self.0.shutdown();
    }
}

fn print_log() -> anyhow::Result<ExitCode> {
    let folder = Store::default_folder()?;
    let store =
        Store::open(&folder).with_context(|| format!("cannot open {}", folder.display()))?;
    let verdict = store.verify_log()?;
    print!("{}", log_report(&store.log_lines()?, &verdict, &Local));
    Ok(if verdict.is_whole() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// `90m`, `6h`, `2d`; a number alone is hours.
fn parse_lifetime(text: &str) -> Result<Duration, String> {
    const MINUTE: u64 = 60;
    let text = text.trim();
    let (digits, unit) = text.split_at(
        text.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len()),
    );
    let seconds = match unit.trim() {
        "m" | "min" => MINUTE,
        "" | "h" => 60 * MINUTE,
        "d" => 24 * 60 * MINUTE,
        _ => return Err("say it as 90m, 6h or 2d".to_owned()),
    };
    digits
        .parse::<u64>()
        .ok()
        .and_then(|count| count.checked_mul(seconds))
        .filter(|seconds| *seconds > 0)
        .map(Duration::from_secs)
        .ok_or_else(|| "say it as 90m, 6h or 2d".to_owned())
}

/// The first line of a file, without its line end.
fn read_password(path: &Path) -> anyhow::Result<Secret> {
    let text = Zeroizing::new(
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?,
    );
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        bail!("{} has no password in its first line", path.display());
    }
    Ok(Secret(Zeroizing::new(line.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lifetimes_are_read_as_people_write_them() {
        assert_eq!(parse_lifetime("90m"), Ok(Duration::from_secs(5400)));
        assert_eq!(parse_lifetime("6h"), Ok(Duration::from_secs(21_600)));
        assert_eq!(parse_lifetime("6"), Ok(Duration::from_secs(21_600)));
        assert_eq!(parse_lifetime(" 2 d "), Ok(Duration::from_secs(172_800)));
        for nonsense in [
            "",
            "0h",
            "-3h",
            "6w",
            "h",
            "99999999999999999999d",
            "18446744073709551615d",
        ] {
            assert!(parse_lifetime(nonsense).is_err(), "{nonsense}");
        }
    }
}
