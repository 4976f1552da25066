//! A policy as entries, wherever it was read: keys, values, and the lines they stand in.

use toml::{Spanned, de::DeTable, de::DeValue};

use super::{PolicyError, keys};

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) value: Value,
    /// In a file: from 1.
    pub(super) line: Option<usize>,
}

/// What a key can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Switch(bool),
    Text(String),
    List(Vec<Value>),
    /// What no key wants.
    Other,
}

impl Entry {
    /// Key and value, short, and without what is a secret.
    pub(super) fn for_the_log(&self) -> (String, String) {
        let is_secret = keys::named(&self.key).is_some_and(|key| key.wants == keys::Wants::Token);
        let value = match &self.value {
            _ if is_secret => "a secret".to_owned(),
            Value::Switch(on) => on.to_string(),
            Value::Text(text) => text.clone(),
            Value::List(list) => {
                let texts = list.iter().map(|one| match one {
                    Value::Text(text) => text.as_str(),
                    _ => "?",
                });
                texts.collect::<Vec<_>>().join(", ")
            }
            Value::Other => "?".to_owned(),
        };
        (self.key.clone(), value)
    }
}

/// The entries of a policy's file, in the order of its lines.
pub(super) fn of_text(text: &str) -> Result<Vec<Entry>, PolicyError> {
    let table = DeTable::parse(text).map_err(|error| PolicyError::Syntax {
        line: line_at(text, error.span().map_or(0, |span| span.start)),
        said: error.message().to_owned(),
    })?;
    let mut entries: Vec<_> = (table.into_inner().into_iter())
        .map(|(key, value)| Entry {
            line: Some(line_at(text, key.span().start)),
            key: key.into_inner().into_owned(),
            value: of_toml(value),
        })
        .collect();
    entries.sort_by_key(|entry| entry.line);
    Ok(entries)
}

fn of_toml(value: Spanned<DeValue<'_>>) -> Value {
    match value.into_inner() {
        DeValue::Boolean(on) => Value::Switch(on),
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Array(list) => Value::List(list.into_iter().map(of_toml).collect()),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Table(_) => {
            Value::Other
        }
    }
}

fn line_at(text: &str, at: usize) -> usize {
    let before = &text.as_bytes()[..at.min(text.len())];
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}
