//! The database's tables, and how an older database becomes today's.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// A step for each version; `PRAGMA user_version` counts those that were taken. Steps are added, never changed.
const STEPS: &[&str] = &[
    // 1: invitations, helpers and the log
    "CREATE TABLE invitations (
        id            BLOB NOT NULL PRIMARY KEY,
        state         TEXT NOT NULL,
        from_name     TEXT NOT NULL,
        message       TEXT NOT NULL,
        made          TEXT NOT NULL, -- RFC 3339
        expires_secs  INTEGER NOT NULL, -- since 1970, for comparing
        expires       TEXT NOT NULL,
        addresses     TEXT NOT NULL, -- a line each
        novice_key    BLOB NOT NULL,
        ticket        BLOB NOT NULL,
        salt          BLOB,
        memory_kib    INTEGER,
        passes        INTEGER,
        password_key  BLOB, -- the stretched password
        sent_how      TEXT NOT NULL,
        sent_to       TEXT NOT NULL,
        attempts_left INTEGER NOT NULL,
        declined      INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE helpers (
        key       BLOB NOT NULL PRIMARY KEY,
        name      TEXT NOT NULL,
        sessions  INTEGER NOT NULL,
        last      TEXT NOT NULL
    ) STRICT;
    CREATE TABLE log (
        number    INTEGER NOT NULL PRIMARY KEY,
        at_micros INTEGER NOT NULL, -- since 1970, UTC
        event     TEXT NOT NULL, -- JSON
        hash      BLOB NOT NULL -- over the hash of the line before and all of this line
    ) STRICT;
    CREATE TABLE log_head (
        only_row  INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        number    INTEGER NOT NULL,
        hash      BLOB NOT NULL
    ) STRICT;
    -- Against mistakes; whoever means it can drop these, and then the hashes tell.
    CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
        BEGIN SELECT RAISE(ABORT, 'the log is not changed'); END;
    CREATE TRIGGER log_is_not_shortened BEFORE DELETE ON log
        BEGIN SELECT RAISE(ABORT, 'the log is not shortened'); END;",
    // 2: one invitation goes out in several ways
    "ALTER TABLE invitations ADD COLUMN sent TEXT NOT NULL DEFAULT '[]'; -- JSON: [[how, to], ..], the latest last
    UPDATE invitations SET sent = json_array(json_array(sent_how, sent_to));
    ALTER TABLE invitations DROP COLUMN sent_how;
    ALTER TABLE invitations DROP COLUMN sent_to;",
    // 3: where an invitation says that this computer is met when no address leads there
    "ALTER TABLE invitations ADD COLUMN endpoint_id BLOB;
    ALTER TABLE invitations ADD COLUMN endpoint_key BLOB;
    ALTER TABLE invitations ADD COLUMN relay TEXT;
    ALTER TABLE invitations ADD COLUMN hints TEXT; -- a line each",
    // 4: who may offer help here, and whom help was offered to
    "CREATE TABLE offering_helpers (
        key         BLOB NOT NULL PRIMARY KEY,
        card        TEXT NOT NULL, -- as it was given out
        may_control INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE organisations (
        key         BLOB NOT NULL PRIMARY KEY,
        name        TEXT NOT NULL,
        may_control INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE revoked (
        organisation BLOB NOT NULL PRIMARY KEY,
        number       INTEGER NOT NULL, -- only grows
        keys         BLOB NOT NULL -- 32 bytes each
    ) STRICT;
    CREATE TABLE computers (
        place TEXT NOT NULL PRIMARY KEY,
        key   BLOB NOT NULL,
        last  TEXT NOT NULL -- RFC 3339, in UTC
    ) STRICT;",
    // 5: a log's lines of one kind are found without reading all of it
    "CREATE INDEX log_kinds ON log (substr(event, 1, 24), number);",
];

/// Brings the database up to date, all of it or nothing.
pub(super) fn bring_up_to_date(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: u32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let taken = version as usize;
    if taken > STEPS.len() {
        return Err(StoreError::Newer(version));
    }
    for step in &STEPS[taken..] {
        transaction.execute_batch(step)?;
    }
    if taken < STEPS.len() {
        transaction.pragma_update(None, "user_version", STEPS.len() as u32)?;
    }
    transaction.commit()?;
    Ok(())
}
