//! The program: arguments in, the real desktop, the engine and the window put together.

#![cfg_attr(windows, windows_subsystem = "windows")] // a double click opens no console

mod cli;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use clap::{Parser, Subcommand};
use cli::handing_over::{
    Left, first_of, hand_over, open_apart, own_quietly, page_parser, start_again,
};
use hulp::{
    delivery,
    desktop::{self, OpenEvent},
    engine::{
        Command, Duty, Engine, EngineConfig, InviteHow, InviteRequest, InviteView, Secret, View,
        Wish,
    },
    invitation::parse_lifetime,
    language::{Language, say},
    store::{self, Store},
    ui::{self, Bridge, StartPage},
};
use zeroize::Zeroizing;

/// How long making an invitation may take: stretching the password and writing the file take about a second.
const INVITE_PATIENCE: Duration = Duration::from_secs(30);

/// Remote assistance without an account: invite someone, let them see your screen, let them help, and stop them with one key.
#[derive(Parser)]
#[command(name = "hulp", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Invitations to open (.hulp): gives help to whoever made them, each in a window of its own
    files: Vec<PathBuf>,
    /// Start without a window, and wait for helpers; nothing happens where Hulp runs already
    #[arg(long, conflicts_with = "files")]
    background: bool,
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
        #[arg(long, value_name = "TIME", default_value = "6h", value_parser = read_lifetime)]
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
    /// Offer help to a computer whose list of helpers you are on
    Offer {
        /// Its name or address, with a port after a colon where it has another than 4857
        computer: String,
    },
    /// Open the window, or bring it to the front where it is open already
    Show {
        /// At this page
        #[arg(value_parser = page_parser(), default_value = "home")]
        page: StartPage,
    },
    /// Try every part of this computer that Hulp needs, and say what works and what to do about the rest
    Check {
        /// For programs: one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Print, export or check the log of this computer's invitations, consents, control periods and refusals
    Log(cli::log::Arguments),
    /// How this computer is known to those whom you may offer help
    #[command(subcommand)]
    Identity(cli::identity::Action),
    /// Sign the cards of an organisation's helpers, and take them back
    #[command(subcommand)]
    Organisation(cli::organisation::Action),
    /// Have a double click on an invitation open this program, for you alone; a package or an installer does it for everybody
    Register {
        /// Take that back
        #[arg(long)]
        remove: bool,
    },
    /// For administrators: the policy that is over the users' settings
    Policy {
        #[command(subcommand)]
        action: cli::policy::PolicyAction,
    },
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
    desktop::use_parents_console();
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
    Language::find_when_needed(users_language);
    said(run(Arguments::parse()))
}

/// The language that the user chose, or else the system's. The engine reads it with all settings.
fn users_language() -> Language {
    let folder = Store::default_folder().ok();
    folder
        .and_then(|folder| store::chosen_language(&folder))
        .unwrap_or_else(Language::of_system)
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
    match (arguments.action, arguments.files) {
        (Some(Action::Policy { action }), _) => Ok(cli::looked(cli::policy::run(action))),
        (Some(Action::Log(arguments)), _) => Ok(cli::looked(cli::log::run(arguments))),
        (Some(Action::Check { json }), _) => Ok(cli::looked(cli::check::run(json))),
        (Some(Action::Show { page }), _) => open_or_hand_over(page, &Wish::Show(Some(page))),
        (Some(Action::Offer { computer }), _) => {
            let offer = Some(Command::Offer(computer));
            open_window(StartPage::Offer, offer, Duty::Helping, false)
        }
        (Some(Action::Register { remove: false }), _) => cli::register::register(),
        (Some(Action::Register { remove: true }), _) => cli::register::remove(),
        (Some(Action::Identity(action)), _) => cli::identity::run(action),
        (Some(Action::Organisation(action)), _) => cli::organisation::run(action),
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
            open_or_hand_over(StartPage::Waiting, &Wish::Invite(request))
        }
        (None, _) if arguments.background => wait_in_background(),
        (None, files) if files.is_empty() => open_or_hand_over(StartPage::Home, &Wish::Show(None)),
        (None, files) => {
            desktop::check_display()?;
            let file = first_of(&files)?;
            let open = Some(Command::Open(file));
            open_window(StartPage::Expert, open, Duty::Helping, false)
        }
    }
}

/// Does what is wanted in the Hulp that runs already, else in a window of this process.
fn open_or_hand_over(start: StartPage, wish: &Wish) -> anyhow::Result<ExitCode> {
    desktop::check_display()?;
    let duty = match hand_over(&Store::default_folder()?, wish)? {
        Left::Nothing(code) => return Ok(code),
        Left::Window(duty) => duty,
    };
    let first = match wish {
        Wish::Show(_) => None,
        Wish::Invite(request) => Some(Command::Invite(request.clone())),
    };
    open_window(start, first, duty, false)
}

/// Waits for helpers without a window, as a start at log-in does; whoever does that already goes on alone.
fn wait_in_background() -> anyhow::Result<ExitCode> {
    desktop::check_display()?;
    match own_quietly(&Store::default_folder()?)? {
        Some(duty) => open_window(StartPage::Home, None, duty, true),
        None => Ok(ExitCode::SUCCESS),
    }
}

/// Starts the engine and shows the window until the user closes it; in the background as soon as there is something to show.
fn open_window(
    start: StartPage,
    first: Option<Command>,
    duty: Duty,
    in_background: bool,
) -> anyhow::Result<ExitCode> {
    let store_folder = Store::default_folder()?;
    let desktop = desktop::native(std::env::current_exe().ok());
    let owns = matches!(duty, Duty::Everything(_));
    let options = ui::Options {
        suggested_path: Arc::new(|name| {
            delivery::default_folder().join(delivery::suggested_file_name(name))
        }),
        in_background,
        display_opened: {
            let desktop = desktop.clone();
            Arc::new(move |display| desktop.own_windows_are_on(display))
        },
        heed_presses: {
            let desktop = desktop.clone();
            Arc::new(move |is_written| desktop.own_windows_heed_presses(is_written))
        },
        bring_forward: desktop.brings_forward(),
    };
    let make_bridge = move |wake: ui::Wake| {
        let changed = Arc::new(Changed::default());
        let announce = {
            let changed = changed.clone();
            Arc::new(move || {
                changed.announce();
                wake();
            })
        };
        let engine = Engine::start(EngineConfig {
            duty,
            display: desktop::display_name(),
            tray_words: Some(Arc::new(ui::tray_look)),
            speaks: true,
            ..EngineConfig::new(store_folder, desktop, announce)
        })?;
        if let Some(command) = first {
            let inviting = matches!(command, Command::Invite(_));
            engine.send(complete(command, &engine.view()));
            if inviting {
                wait_for_invitation(&engine, &changed)?;
            }
        }
        Ok::<_, anyhow::Error>(Arc::new(Running(engine)) as Arc<dyn Bridge>)
    };
    // The window is open already when the system tells: each invitation gets its own, as an argument would.
    let _events = desktop::OpenEvents::listen(owns, |opened| {
        let started = match opened {
            OpenEvent::Files(files) => open_apart(&files),
            OpenEvent::Again => start_again(),
        };
        if let Err(error) = started {
            tracing::error!("what was opened did not open: {error:#}");
        }
    });
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
                let path = path.display().to_string();
                println!("{}", say!("terminal-saved", path = path));
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
        "{}",
        say!("terminal-not-made", secs = INVITE_PATIENCE.as_secs())
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

fn read_lifetime(text: &str) -> Result<Duration, String> {
    parse_lifetime(text).ok_or_else(|| "say it as 90m, 6h or 2d".to_owned())
}

/// The first line of a file, without its line end.
fn read_password(path: &Path) -> anyhow::Result<Secret> {
    let shown = path.display().to_string();
    let text = Zeroizing::new(
        std::fs::read_to_string(path).with_context(|| say!("terminal-not-read", path = shown))?,
    );
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        bail!("{}", say!("terminal-no-password", path = shown));
    }
    Ok(Secret(Zeroizing::new(line.to_owned())))
}
