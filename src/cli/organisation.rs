//! `hulp organisation`: signs the cards of an organisation's helpers, and takes them back.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context;
use chrono::Utc;
use clap::Subcommand;
use hulp::{
    invitation::{
        CardError, HelperCard, MAX_CARD_BYTES, MAX_REVOKED_BYTES, OrganisationSecret, Revoked,
        key_words,
    },
    language::say,
};
use zeroize::Zeroizing;

use super::{
    day,
    files::{self, For},
    unusable,
};

/// The extension of the file that everybody may have.
const PUBLIC_EXTENSION: &str = "hulporg";

#[derive(Subcommand)]
pub enum Action {
    /// Make a key for an organisation
    New {
        /// The organisation's name, as novices will see it
        name: String,
        /// Where to save the secret; what novices add goes beside it (.hulporg)
        #[arg(long, value_name = "FILE")]
        save: PathBuf,
    },
    /// Sign a helper's card for the organisation
    Sign {
        /// The card; the signed one takes its place
        card: PathBuf,
        /// The organisation's secret
        #[arg(long, value_name = "FILE")]
        secret: PathBuf,
        /// The list of cards that were taken back (.hulprevoked): none of them is signed again
        #[arg(long, value_name = "FILE")]
        list: Option<PathBuf>,
        /// The words that the helper told you: a card with other ones is not signed. Without this you are asked
        #[arg(long)]
        words: Option<String>,
    },
    /// Take cards back: writes the next list of those that hold no more
    Revoke {
        /// The cards
        #[arg(required = true)]
        cards: Vec<PathBuf>,
        /// The organisation's secret
        #[arg(long, value_name = "FILE")]
        secret: PathBuf,
        /// The list so far (.hulprevoked), or where to begin one; the next one takes its place
        #[arg(long, value_name = "FILE")]
        list: PathBuf,
    },
}

/// Does what is asked.
///
/// # Errors
/// In words for the user.
pub fn run(action: Action) -> anyhow::Result<ExitCode> {
    match action {
        Action::New { name, save } => new(&name, &save)?,
        Action::Sign {
            card,
            secret,
            list,
            words,
        } => sign(
            &card,
            &read_secret(&secret)?,
            list.as_deref(),
            words.as_deref(),
        )?,
        Action::Revoke {
            cards,
            secret,
            list,
        } => revoke(&cards, &read_secret(&secret)?, &list)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn new(name: &str, save: &Path) -> anyhow::Result<()> {
    let secret = OrganisationSecret::generate(name).map_err(unusable)?;
    let public = save.with_extension(PUBLIC_EXTENSION);
    anyhow::ensure!(
        public != save,
        "{}",
        say!("organisation-secret-name", ending = PUBLIC_EXTENSION)
    );
    files::write(save, &secret.to_text(), For::Owner)?;
    let organisation = secret.organisation();
    files::write(&public, &organisation.to_text(), For::Everybody)?;
    let path = save.display().to_string();
    println!("{}", say!("organisation-saved-secret", path = path));
    let (path, words) = (public.display().to_string(), organisation.words());
    println!(
        "{}",
        say!("organisation-novices-add", path = path, words = words)
    );
    let key = organisation.key.to_string();
    println!("{}", say!("organisation-in-policy", key = key));
    Ok(())
}

/// Signs a card, once whoever signs has seen whose it is.
fn sign(
    path: &Path,
    secret: &OrganisationSecret,
    list: Option<&Path>,
    told: Option<&str>,
) -> anyhow::Result<()> {
    let (card, of) = (read_card(path)?, secret.organisation());
    let words = key_words(&card.key);
    let shown = path.display().to_string();
    let what = say!(
        "organisation-card",
        path = shown,
        name = card.name,
        from = day(card.valid_from),
        until = day(card.valid_until),
        words = words
    );
    println!("{what}");
    card.check_time(Utc::now()).map_err(unusable)?;
    if let Some(list) = list {
        let list = read_revoked(list)?;
        anyhow::ensure!(
            list.organisation == of.key,
            "{}",
            say!("organisation-other-list")
        );
        anyhow::ensure!(
            !list.keys.contains(&card.key),
            "{}",
            say!("organisation-taken-back")
        );
    }
    match told {
        Some(told) => {
            let is_same = told.split_whitespace().eq(words.split(' '));
            anyhow::ensure!(is_same, "{}", say!("organisation-other-words"));
        }
        None => {
            println!("{}", say!("organisation-sign", name = of.name));
            let mut answer = String::new();
            std::io::stdin().read_line(&mut answer)?;
            let is_yes = ["y", &say!("organisation-yes")]
                .iter()
                .any(|yes| answer.trim().eq_ignore_ascii_case(yes));
            anyhow::ensure!(is_yes, "{}", say!("organisation-not-signed"));
        }
    }
    files::write(path, &secret.sign_card(card).to_text(), For::Everybody)?;
    println!(
        "{}",
        say!("organisation-signed", path = shown, name = of.name)
    );
    Ok(())
}

fn revoke(cards: &[PathBuf], secret: &OrganisationSecret, list: &Path) -> anyhow::Result<()> {
    let mut next = match list.exists() {
        true => Some(read_revoked(list)?),
        false => None,
    };
    for card in cards {
        next = Some(
            secret
                .revoke(next, read_card(card)?.key)
                .map_err(unusable)?,
        );
    }
    if let Some(next) = next {
        files::write(list, &next.to_text(), For::Everybody)?;
        let saved = say!(
            "organisation-saved-list",
            path = list.display().to_string(),
            number = next.number,
            count = next.keys.len()
        );
        println!("{saved}");
    }
    Ok(())
}

fn read_card(path: &Path) -> anyhow::Result<HelperCard> {
    let bytes = files::read(path, MAX_CARD_BYTES)?;
    of_file(path, HelperCard::read(&bytes))
}

fn read_revoked(path: &Path) -> anyhow::Result<Revoked> {
    let bytes = files::read(path, MAX_REVOKED_BYTES)?;
    of_file(path, Revoked::read(&bytes))
}

fn read_secret(path: &Path) -> anyhow::Result<OrganisationSecret> {
    let bytes = Zeroizing::new(files::read(path, MAX_CARD_BYTES)?);
    of_file(path, OrganisationSecret::read(&bytes))
}

/// What was read of this file.
fn of_file<T>(path: &Path, read: Result<T, CardError>) -> anyhow::Result<T> {
    read.map_err(unusable).with_context(|| {
        let path = path.display().to_string();
        say!("terminal-not-used", path = path)
    })
}
