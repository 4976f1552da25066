//! `hulp identity`: how this computer is known to those whom its user may offer help.

use std::{path::PathBuf, process::ExitCode};

use anyhow::bail;
use chrono::{TimeDelta, Utc};
use clap::Subcommand;
use hulp::{
    engine,
    invitation::{Fingerprint, HelperCard, MAX_CARD_BYTES, key_words},
    language::say,
    store::{SettingsFound, Store},
};

use super::{
    day,
    files::{self, For},
    open_store, qr, unusable,
};

#[derive(Subcommand)]
pub enum Action {
    /// Print this computer's key and its words
    Show,
    /// Write the card that others put on their list, so that you may offer them help
    Export {
        /// Where to save it (.hulpcard)
        file: PathBuf,
        /// Your name, as they will see it
        #[arg(long)]
        name: Option<String>,
        /// The organisation that you help for
        #[arg(long, default_value = "")]
        organisation: String,
        /// For how many days it holds
        #[arg(long, value_name = "DAYS", default_value_t = 365, value_parser = clap::value_parser!(u32).range(1..=3650))]
        valid: u32,
        /// Where to save it as a QR picture too (.svg)
        #[arg(long, value_name = "FILE")]
        qr: Option<PathBuf>,
    },
    /// Keep the card that your organisation signed, to show it where you offer help
    Keep {
        /// The signed card
        card: PathBuf,
    },
}

/// Does what is asked.
///
/// # Errors
/// In words for the user.
pub fn run(action: Action) -> anyhow::Result<ExitCode> {
    let store = open_store()?;
    let key = engine::identity(&store)?.fingerprint();
    match action {
        Action::Show => show(&store, &key)?,
        Action::Export {
            file,
            name,
            organisation,
            valid,
            qr,
        } => {
            let name = match name {
                Some(name) => name,
                None => match store.settings()? {
                    SettingsFound::Kept(settings) => settings.name,
                    SettingsFound::Missing | SettingsFound::Broken => String::new(),
                },
            };
            if name.is_empty() {
                bail!("{}", say!("identity-say-your-name"));
            }
            let from = Utc::now();
            let until = from + TimeDelta::days(valid.into());
            let card = HelperCard::new(&name, &organisation, key, from, until).map_err(unusable)?;
            let text = card.to_text();
            files::write(&file, &text, For::Everybody)?;
            if let Some(qr) = qr {
                // A telephone needs no comments.
                let lines = text.lines().filter(|line| !line.starts_with('#'));
                let picture = qr::svg(&lines.collect::<Vec<_>>().join("\n"))?;
                files::write(&qr, &picture, For::Everybody)?;
            }
            let (path, words) = (file.display().to_string(), key_words(&key));
            println!("{}", say!("identity-saved", path = path, words = words));
        }
        Action::Keep { card } => {
            let card = files::read(&card, MAX_CARD_BYTES)?;
            let card = HelperCard::read(&card).map_err(unusable)?;
            if card.key != key {
                bail!("{}", say!("identity-other-computer"));
            }
            if card.signed_by().is_none() {
                bail!("{}", say!("identity-not-signed"));
            }
            card.check_time(Utc::now()).map_err(unusable)?;
            store.keep_own_card(&card)?;
            let kept = say!(
                "identity-kept",
                name = card.name,
                organisation = card.organisation,
                until = day(card.valid_until)
            );
            println!("{kept}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn show(store: &Store, key: &Fingerprint) -> anyhow::Result<()> {
    println!("{}", say!("identity-key", key = key.to_string()));
    println!("{}", say!("identity-words", words = key_words(key)));
    if let Some(card) = store.own_card()? {
        let card = say!(
            "identity-card",
            name = card.name,
            organisation = card.organisation,
            until = day(card.valid_until)
        );
        println!("{card}");
    }
    Ok(())
}
