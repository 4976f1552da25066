//! The novice's own records of invitations: the only thing that decides who may come in.
//!
//! An invitation that was used, withdrawn, voided or has expired never opens again, whatever is asked: a session that
//! ends late cannot undo `Expire now`.

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use rusqlite::{OptionalExtension, Row, params};
use serde_json::{Value, json};

use super::{Store, StoreError};
use crate::invitation::{
    EndpointId, EndpointKey, Fingerprint, Invitation, InvitationId, InvitationRecord,
    InvitationState, MeetingPoint, PASSWORD_ATTEMPTS, PasswordSalt, PasswordVerifier, SentHow,
    TicketSecret,
};

/// So many ways that one invitation went out are kept; more are of no use to anybody.
pub const MAX_WAYS_KEPT: usize = 12;

impl Store {
    /// Keeps a new invitation. What its relay asks of its users is not kept: that is the settings', and there it is kept once.
    ///
    /// # Errors
    /// If the database fails, or has one of that name.
    pub fn add_invitation(&self, record: &InvitationRecord) -> Result<(), StoreError> {
        let paper = &record.invitation;
        let meeting = paper.meeting.as_ref();
        self.connection().execute(
            "INSERT INTO invitations (id, state, from_name, message, made, expires_secs, expires, addresses, novice_key,
                ticket, salt, memory_kib, passes, password_key, sent, attempts_left, declined,
                endpoint_id, endpoint_key, relay, hints)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
            params![
                paper.id.0,
                state_word(record.state),
                paper.from,
                paper.message,
                date(paper.made),
                paper.expires.timestamp(),
                date(paper.expires),
                lines(&paper.addresses),
                paper.novice_key.0,
                paper.ticket.0,
                paper.password.map(|password| password.salt),
                paper.password.map(|password| password.memory_kib),
                paper.password.map(|password| password.passes),
                record.verifier.as_ref().map(|verifier| verifier.key),
                sent_words(&record.sent),
                record.attempts_left,
                record.declined,
                meeting.map(|meeting| meeting.endpoint.0),
                record.endpoint_key.as_ref().map(|key| key.0),
                meeting.and_then(|meeting| meeting.relay.as_deref()),
                meeting.map(|meeting| lines(&meeting.hints)),
            ],
        )?;
        Ok(())
    }

    /// Every invitation, the newest first.
    ///
    /// # Errors
    /// If the database fails or holds nonsense.
    pub fn invitations(&self) -> Result<Vec<InvitationRecord>, StoreError> {
        let connection = self.connection();
        let mut all =
            connection.prepare("SELECT * FROM invitations ORDER BY made DESC, rowid DESC")?;
        let records = all.query_and_then((), record)?;
        records.collect()
    }

    /// One invitation.
    ///
    /// # Errors
    /// If the database fails or holds nonsense.
    pub fn invitation(&self, id: InvitationId) -> Result<Option<InvitationRecord>, StoreError> {
        let connection = self.connection();
        let mut one = connection.prepare("SELECT * FROM invitations WHERE id = ?1")?;
        one.query_and_then([id.0], record)?.next().transpose()
    }

    /// Keeps where an invitation says from now on that this computer is reached.
    ///
    /// # Errors
    /// If the database fails.
    pub fn set_addresses(
        &self,
        id: InvitationId,
        addresses: &[SocketAddr],
    ) -> Result<(), StoreError> {
        self.connection().execute(
            "UPDATE invitations SET addresses = ?2 WHERE id = ?1",
            (id.0, lines(addresses)),
        )?;
        Ok(())
    }

    /// Keeps where an invitation says from now on that this computer is met, with the key of the endpoint there, and without what
    /// the relay asks of its users.
    ///
    /// # Errors
    /// If the database fails.
    pub fn set_meeting(
        &self,
        id: InvitationId,
        meeting: Option<&(MeetingPoint, EndpointKey)>,
    ) -> Result<(), StoreError> {
        let (point, key) = meeting.map(|(point, key)| (point, key)).unzip();
        self.connection().execute(
            "UPDATE invitations SET endpoint_id = ?2, endpoint_key = ?3, relay = ?4, hints = ?5 WHERE id = ?1",
            params![
                id.0,
                point.map(|point| point.endpoint.0),
                key.map(|key| key.0),
                point.and_then(|point| point.relay.as_deref()),
                point.map(|point| lines(&point.hints)),
            ],
        )?;
        Ok(())
    }

    /// Lets no invitation that waits end later than this after it was made.
    ///
    /// # Errors
    /// If the database fails or holds nonsense.
    pub fn shorten_lifetimes(&self, longest: Duration) -> Result<(), StoreError> {
        let longest = TimeDelta::from_std(longest).unwrap_or(TimeDelta::MAX);
        let records = self.invitations()?;
        self.change(|transaction| {
            for record in &records {
                let paper = &record.invitation;
                let Some(end) = paper.made.checked_add_signed(longest) else {
                    continue;
                };
                if end < paper.expires {
                    transaction.execute(
                        "UPDATE invitations SET expires_secs = ?2, expires = ?3
                         WHERE id = ?1 AND state IN ('open', 'in use')",
                        (paper.id.0, end.timestamp(), date(end)),
                    )?;
                }
            }
            Ok(())
        })
    }

    /// Moves an invitation to another state, and says whether that happened: only one that is open or in use moves.
    ///
    /// # Errors
    /// If the database fails.
    pub fn set_state(&self, id: InvitationId, state: InvitationState) -> Result<bool, StoreError> {
        let changed = self.connection().execute(
            "UPDATE invitations SET state = ?2 WHERE id = ?1 AND state IN ('open', 'in use')",
            (id.0, state_word(state)),
        )?;
        Ok(changed == 1)
    }

    /// Keeps that an invitation went out this way too. Of more than [`MAX_WAYS_KEPT`] the oldest are forgotten.
    ///
    /// # Errors
    /// If the database fails or holds nonsense.
    pub fn add_sent(&self, id: InvitationId, sent: &SentHow) -> Result<(), StoreError> {
        self.change(|transaction| {
            let find = "SELECT sent FROM invitations WHERE id = ?1";
            let found = transaction.query_row(find, [id.0], |row| row.get::<_, String>(0));
            let Some(kept) = found.optional()? else {
                return Ok(());
            };
            let mut ways = read_sent(&kept)?;
            ways.retain(|way| way != sent);
            ways.push(sent.clone());
            let ways = &ways[ways.len().saturating_sub(MAX_WAYS_KEPT)..];
            let keep = "UPDATE invitations SET sent = ?2 WHERE id = ?1";
            transaction.execute(keep, (id.0, sent_words(ways)))?;
            Ok(())
        })
    }

    /// Takes one try at the password, lastingly, before the password is looked at; so no number of connections or
    /// crashes gives more tries than there are. Returns the tries left after this one, or `None` when there was none or
    /// the invitation is over.
    ///
    /// # Errors
    /// If the database fails; then nobody may be let in.
    pub fn take_attempt(&self, id: InvitationId) -> Result<Option<u8>, StoreError> {
        let left = self
            .connection()
            .query_row(
                "UPDATE invitations SET attempts_left = attempts_left - 1
                 WHERE id = ?1 AND state IN ('open', 'in use') AND attempts_left > 0 RETURNING attempts_left",
                [id.0],
                |row| row.get(0),
            )
            .optional()?;
        Ok(left)
    }

    /// Gives a try back: the password was right.
    ///
    /// # Errors
    /// If the database fails.
    pub fn give_attempt_back(&self, id: InvitationId) -> Result<(), StoreError> {
        self.connection().execute(
            "UPDATE invitations SET attempts_left = min(attempts_left + 1, ?2) WHERE id = ?1",
            (id.0, PASSWORD_ATTEMPTS),
        )?;
        Ok(())
    }

    /// Counts that the novice said no, or nothing, to a helper; returns how often now, 0 for no such invitation.
    ///
    /// # Errors
    /// If the database fails.
    pub fn count_decline(&self, id: InvitationId) -> Result<u8, StoreError> {
        let declined = self
            .connection()
            .query_row(
                "UPDATE invitations SET declined = min(declined + 1, 255) WHERE id = ?1 RETURNING declined",
                [id.0],
                |row| row.get(0),
            )
            .optional()?;
        Ok(declined.unwrap_or(0))
    }

    /// Forgets an invitation, and overwrites its secrets. A helper who comes with it is told that it is unknown.
    ///
    /// # Errors
    /// If the database fails.
    pub fn delete_invitation(&self, id: InvitationId) -> Result<(), StoreError> {
        self.connection()
            .execute("DELETE FROM invitations WHERE id = ?1", [id.0])?;
        Ok(())
    }

    /// Lets every open invitation expire whose time has come, and returns these.
    ///
    /// # Errors
    /// If the database fails.
    pub fn expire_due(&self, now: DateTime<Utc>) -> Result<Vec<InvitationId>, StoreError> {
        let connection = self.connection();
        let mut expire = connection.prepare(
            "UPDATE invitations SET state = 'expired' WHERE state = 'open' AND expires_secs <= ?1 RETURNING id",
        )?;
        let ids = expire.query_map([now.timestamp()], |row| row.get(0).map(InvitationId))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// At start: what was in use waits again, for its session ended with the process; what has no tries left is void.
    ///
    /// # Errors
    /// If the database fails.
    pub fn recover(&self) -> Result<(), StoreError> {
        self.change(|transaction| {
            transaction.execute("UPDATE invitations SET state = 'open' WHERE state = 'in use'", ())?;
            transaction.execute(
                "UPDATE invitations SET state = 'voided' WHERE state = 'open' AND attempts_left = 0",
                (),
            )?;
            Ok(())
        })
    }
}

fn record(row: &Row) -> Result<InvitationRecord, StoreError> {
    let password = salt(row)?;
    let key: Option<[u8; 32]> = row.get("password_key")?;
    let addresses = read_lines(&row.get::<_, String>("addresses")?)?;
    let endpoint_key: Option<[u8; 32]> = row.get("endpoint_key")?;
    Ok(InvitationRecord {
        invitation: Invitation {
            id: InvitationId(row.get("id")?),
            from: row.get("from_name")?,
            message: row.get("message")?,
            made: read_date(row.get("made")?)?,
            expires: read_date(row.get("expires")?)?,
            addresses,
            meeting: meeting(row)?,
            novice_key: Fingerprint(row.get("novice_key")?),
            ticket: TicketSecret(row.get("ticket")?),
            password,
        },
        state: read_state(&row.get::<_, String>("state")?)?,
        sent: read_sent(&row.get::<_, String>("sent")?)?,
        verifier: password
            .zip(key)
            .map(|(salt, key)| PasswordVerifier { salt, key }),
        endpoint_key: endpoint_key.map(EndpointKey),
        attempts_left: row.get("attempts_left")?,
        declined: row.get("declined")?,
    })
}

fn lines(addresses: &[SocketAddr]) -> String {
    let lines: Vec<_> = addresses.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn read_lines(addresses: &str) -> Result<Vec<SocketAddr>, StoreError> {
    let addresses = addresses.lines().map(str::parse).collect::<Result<_, _>>();
    addresses.map_err(|_| damaged())
}

fn meeting(row: &Row) -> Result<Option<MeetingPoint>, StoreError> {
    let Some(endpoint) = row.get("endpoint_id")? else {
        return Ok(None);
    };
    let hints: Option<String> = row.get("hints")?;
    Ok(Some(MeetingPoint {
        endpoint: EndpointId(endpoint),
        relay: row.get("relay")?,
        token: None,
        hints: read_lines(&hints.unwrap_or_default())?,
    }))
}

fn salt(row: &Row) -> Result<Option<PasswordSalt>, StoreError> {
    let Some(salt) = row.get("salt")? else {
        return Ok(None);
    };
    Ok(Some(PasswordSalt {
        salt,
        memory_kib: row.get("memory_kib")?,
        passes: row.get("passes")?,
    }))
}

fn damaged() -> StoreError {
    StoreError::Damaged("invitation")
}

fn date(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

fn read_date(text: String) -> Result<DateTime<Utc>, StoreError> {
    let at = DateTime::parse_from_rfc3339(&text).map_err(|_| damaged())?;
    Ok(at.to_utc())
}

fn state_word(state: InvitationState) -> &'static str {
    match state {
        InvitationState::Open => "open",
        InvitationState::InUse => "in use",
        InvitationState::Used => "used",
        InvitationState::Expired => "expired",
        InvitationState::Withdrawn => "withdrawn",
        InvitationState::Voided => "voided",
    }
}

fn read_state(word: &str) -> Result<InvitationState, StoreError> {
    use InvitationState as S;
    [
        S::Open,
        S::InUse,
        S::Used,
        S::Expired,
        S::Withdrawn,
        S::Voided,
    ]
    .into_iter()
    .find(|state| state_word(*state) == word)
    .ok_or_else(damaged)
}

/// A path that is no Unicode is kept as near as Unicode comes: it is shown and offered again, nothing more.
fn sent_words(sent: &[SentHow]) -> String {
    let ways = sent.iter().map(|way| match way {
        SentHow::File(path) => json!(["file", path.to_string_lossy()]),
        SentHow::Code => json!(["code", ""]),
        SentHow::Email { to } => json!(["e-mail", to]),
        SentHow::Contact { address } => json!(["contact", address]),
        SentHow::Offer { to } => json!(["offer", to]),
    });
    Value::from_iter(ways).to_string()
}

fn read_sent(words: &str) -> Result<Vec<SentHow>, StoreError> {
    let ways: Vec<(String, String)> = serde_json::from_str(words).map_err(|_| damaged())?;
    let ways = ways.into_iter().map(|(how, to)| match how.as_str() {
        "file" => Ok(SentHow::File(PathBuf::from(to))),
        "code" => Ok(SentHow::Code),
        "e-mail" => Ok(SentHow::Email { to }),
        "contact" => Ok(SentHow::Contact { address: to }),
        "offer" => Ok(SentHow::Offer { to }),
        _ => Err(damaged()),
    });
    ways.collect()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn any_way() -> impl Strategy<Value = SentHow> {
        prop_oneof![
            any::<String>().prop_map(|path| SentHow::File(PathBuf::from(path))),
            Just(SentHow::Code),
            any::<String>().prop_map(|to| SentHow::Email { to }),
            any::<String>().prop_map(|address| SentHow::Contact { address }),
            any::<String>().prop_map(|to| SentHow::Offer { to }),
        ]
    }

    proptest! {
        #[test]
        fn the_ways_that_are_kept_are_read(ways in vec(any_way(), 0..MAX_WAYS_KEPT)) {
            prop_assert_eq!(read_sent(&sent_words(&ways)).ok(), Some(ways));
        }

        #[test]
        fn what_no_hulp_wrote_is_an_answer(words in r#"(\[(\["[a-z-]{0,8}"(,"x")?\],?){0,3}\]|\PC{0,60})"#) {
            if let Ok(ways) = read_sent(&words) {
                prop_assert_eq!(read_sent(&sent_words(&ways)).ok(), Some(ways));
            }
        }
    }
}
