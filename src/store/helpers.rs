//! Who may offer help here, and as whom this computer's user offers it.

use rusqlite::{OptionalExtension, Row, Transaction};

use super::{Store, StoreError};
use crate::invitation::{
    CardError, Fingerprint, HelperCard, HelperList, ListedHelper, ListedOrganisation,
    MAX_LISTED_HELPERS, MAX_LISTED_ORGANISATIONS, Organisation, OrganisationKey, Revoked,
    TakenBack,
};

/// The file of the user's own card, which an organisation signed.
const OWN_CARD: &str = "own.hulpcard";

impl Store {
    /// The list of those who may offer help, as the user made it.
    ///
    /// # Errors
    /// If the database fails, or something in it is damaged: a list with a gap in it is none.
    pub fn helper_list(&self) -> Result<HelperList, StoreError> {
        let connection = self.connection();
        let mut find = connection
            .prepare("SELECT card, may_control FROM offering_helpers ORDER BY rowid LIMIT ?1")?;
        let rows = find.query_map([MAX_LISTED_HELPERS as i64], |row| {
            Ok((row.get::<_, String>(0)?, row.get(1)?))
        })?;
        let helpers = rows.map(|row| {
            let (card, may_control) = row?;
            let card = HelperCard::read(card.as_bytes());
            let card = card.map_err(|_| StoreError::Damaged("helper's card"))?;
            Ok(ListedHelper { card, may_control })
        });
        let helpers = helpers.collect::<Result<_, StoreError>>()?;
        let mut find = connection
            .prepare("SELECT key, name, may_control FROM organisations ORDER BY rowid LIMIT ?1")?;
        let rows = find.query_map([MAX_LISTED_ORGANISATIONS as i64], |row| {
            Ok(ListedOrganisation {
                organisation: Organisation {
                    key: OrganisationKey(row.get(0)?),
                    name: row.get(1)?,
                },
                may_control: row.get(2)?,
            })
        })?;
        let organisations = rows.collect::<Result<_, _>>()?;
        let mut find = connection.prepare("SELECT number, keys, organisation FROM revoked")?;
        let rows = find.query_map([], |row| {
            Ok((OrganisationKey(row.get(2)?), taken_back(row)?))
        })?;
        Ok(HelperList {
            helpers,
            organisations,
            taken_back: rows.collect::<Result<_, _>>()?,
            no_signed_cards: false,
        })
    }

    /// Puts a helper on the list, in place of an earlier card of the same computer.
    ///
    /// # Errors
    /// If the database fails, or [`StoreError::ListFull`].
    pub fn list_helper(&self, card: &HelperCard, may_control: bool) -> Result<(), StoreError> {
        self.change(|transaction| {
            transaction.execute(
                "INSERT INTO offering_helpers (key, card, may_control) VALUES (?1, ?2, ?3)
                 ON CONFLICT (key) DO UPDATE SET
                    card = excluded.card, may_control = excluded.may_control",
                (card.key.0, card.to_text(), may_control),
            )?;
            within(transaction, "offering_helpers", MAX_LISTED_HELPERS)
        })
    }

    /// Takes a helper off the list; tells whether they were on it.
    ///
    /// # Errors
    /// If the database fails.
    pub fn unlist_helper(&self, key: &Fingerprint) -> Result<bool, StoreError> {
        let forget = "DELETE FROM offering_helpers WHERE key = ?1";
        Ok(self.connection().execute(forget, [key.0])? > 0)
    }

    /// Puts an organisation on the list, or changes how it stands there.
    ///
    /// # Errors
    /// If the database fails, or [`StoreError::ListFull`].
    pub fn list_organisation(
        &self,
        organisation: &Organisation,
        may_control: bool,
    ) -> Result<(), StoreError> {
        self.change(|transaction| {
            transaction.execute(
                "INSERT INTO organisations (key, name, may_control) VALUES (?1, ?2, ?3)
                 ON CONFLICT (key) DO UPDATE SET
                    name = excluded.name, may_control = excluded.may_control",
                (organisation.key.0, &organisation.name, may_control),
            )?;
            within(transaction, "organisations", MAX_LISTED_ORGANISATIONS)
        })
    }

    /// Takes an organisation off the list; tells whether it was on it. What it took back stays known, so that the organisation
    /// cannot come back without it.
    ///
    /// # Errors
    /// If the database fails.
    pub fn unlist_organisation(&self, key: &OrganisationKey) -> Result<bool, StoreError> {
        let forget = "DELETE FROM organisations WHERE key = ?1";
        Ok(self.connection().execute(forget, [key.0])? > 0)
    }

    /// Notes what an organisation took back, beside what is known of that already; the inner error is for the user.
    ///
    /// # Errors
    /// If the database fails.
    pub fn note_revoked(&self, list: &Revoked) -> Result<Result<(), CardError>, StoreError> {
        let key = list.organisation.0;
        self.change(|transaction| {
            let find = "SELECT number, keys FROM revoked WHERE organisation = ?1";
            let known = transaction.query_row(find, [key], taken_back);
            let all = match list.added_to(known.optional()?.unwrap_or_default()) {
                Ok(all) => all,
                Err(error) => return Ok(Err(error)),
            };
            let keys: Vec<u8> = all.keys.iter().flat_map(|key| key.0).collect();
            transaction.execute(
                "INSERT INTO revoked (organisation, number, keys) VALUES (?1, ?2, ?3)
                 ON CONFLICT (organisation) DO UPDATE SET
                    number = excluded.number, keys = excluded.keys",
                (key, all.number.cast_signed(), keys),
            )?;
            Ok(Ok(()))
        })
    }

    /// The user's own card, if an organisation signed one and it was kept.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn own_card(&self) -> Result<Option<HelperCard>, StoreError> {
        let text = self.secret_text(OWN_CARD)?;
        let card = text.map(|text| HelperCard::read(text.as_bytes()));
        card.transpose()
            .map_err(|_| StoreError::Damaged("card of this computer"))
    }

    /// Keeps the user's own card, in place of another.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn keep_own_card(&self, card: &HelperCard) -> Result<(), StoreError> {
        self.keep_secret_text(OWN_CARD, &card.to_text())
    }
}

/// Nothing is kept if the list is longer than it may be.
fn within(transaction: &Transaction, table: &'static str, most: usize) -> Result<(), StoreError> {
    let count = format!("SELECT count(*) FROM {table}");
    let count: i64 = transaction.query_row(&count, [], |row| row.get(0))?;
    match count > most as i64 {
        true => Err(StoreError::ListFull),
        false => Ok(()),
    }
}

/// Number and keys.
fn taken_back(row: &Row<'_>) -> rusqlite::Result<TakenBack> {
    let keys: Vec<u8> = row.get(1)?;
    let (keys, _) = keys.as_chunks::<32>();
    Ok(TakenBack {
        number: row.get::<_, i64>(0)?.cast_unsigned(),
        keys: keys.iter().copied().map(Fingerprint).collect(),
    })
}
