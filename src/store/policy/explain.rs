//! A policy's file explained line by line, as `hulp policy check` prints it.

use std::fmt;

use super::{
    MAX_POLICY_BYTES, Policy, PolicyError, PolicyFault,
    entries::{self, Entry},
    keys::{self, KEYS},
};
use crate::{invitation::clean_name, language::say};

/// A policy's file, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyExplained {
    /// Every line of the file; none where it is no text.
    pub lines: Vec<ExplainedLine>,
    /// Why it cannot be read as a whole: then everything that a policy governs is closed.
    pub unreadable: Option<PolicyError>,
    /// What is wrong in it otherwise.
    pub faults: Vec<PolicyFault>,
    /// The keys that it leaves out, which are the user's own.
    pub users: Vec<&'static str>,
}

/// A line of a policy's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedLine {
    /// From 1.
    pub number: usize,
    /// The line, made safe to show.
    pub text: String,
    /// What it comes to; nothing for a comment, an empty line, and a line that goes on with the value of the line before.
    pub means: Option<String>,
    /// Whether it is wrong.
    pub is_wrong: bool,
}

/// Explains a policy's file.
pub fn explain_policy(bytes: &[u8]) -> PolicyExplained {
    if bytes.len() > MAX_POLICY_BYTES {
        return unreadable(String::new(), PolicyError::TooLarge);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return unreadable(String::new(), PolicyError::NotText);
    };
    let found = match entries::of_text(text) {
        Ok(entries) => entries,
        Err(error) => return unreadable(text.to_owned(), error),
    };
    let (_, faults) = Policy::read(&found);
    let lines = lines(text, |number| {
        let entry = found.iter().find(|entry| entry.line == Some(number))?;
        let fault = faults.iter().find(|fault| fault.line == Some(number));
        let said = fault.map(PolicyFault::in_words);
        Some((said.unwrap_or_else(|| meaning(entry)), fault.is_some()))
    });
    let is_left_out = |name: &&str| found.iter().all(|entry| entry.key != **name);
    PolicyExplained {
        lines,
        unreadable: None,
        users: KEYS
            .iter()
            .map(|key| key.name)
            .filter(is_left_out)
            .collect(),
        faults,
    }
}

impl PolicyExplained {
    /// Whether nothing is wrong.
    pub fn is_good(&self) -> bool {
        self.unreadable.is_none() && self.faults.is_empty()
    }
}

impl fmt::Display for PolicyExplained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{:>4}  {}", line.number, line.text)?;
            match &line.means {
                Some(fault) if line.is_wrong => {
                    writeln!(f, "      {}", say!("policy-check-wrong", fault = fault))?;
                }
                Some(means) => writeln!(f, "      = {means}")?,
                None => {}
            }
        }
        if !self.lines.is_empty() {
            writeln!(f)?;
        }
        if let Some(error) = &self.unreadable {
            let unreadable = say!("policy-check-unreadable", why = error.in_words());
            return writeln!(f, "{unreadable}\n{}", say!("policy-check-closed"));
        }
        if !self.users.is_empty() {
            let users = self.users.join(", ");
            writeln!(f, "{}", say!("policy-check-users", keys = users))?;
        }
        match self.faults.len() {
            0 => writeln!(f, "{}", say!("policy-check-good")),
            many => writeln!(f, "{}", say!("policy-check-faults", count = many)),
        }
    }
}

fn meaning(entry: &Entry) -> String {
    let mut policy = Policy::default();
    let key = keys::named(&entry.key);
    let taken = key.and_then(|key| {
        (key.take)(&mut policy, &entry.value)?;
        Some((key.says)(&policy))
    });
    taken.unwrap_or_default() // what is wrong has a fault instead
}

fn unreadable(text: String, error: PolicyError) -> PolicyExplained {
    let wrong_line = match &error {
        PolicyError::Syntax { line, .. } => Some(*line),
        _ => None,
    };
    PolicyExplained {
        lines: lines(&text, |number| {
            (wrong_line == Some(number)).then(|| (error.in_words(), true))
        }),
        unreadable: Some(error),
        faults: vec![],
        users: vec![],
    }
}

fn lines(text: &str, explain: impl Fn(usize) -> Option<(String, bool)>) -> Vec<ExplainedLine> {
    let numbered = text.lines().enumerate().map(|(at, line)| {
        let number = at + 1;
        let (means, is_wrong) = explain(number).unzip();
        ExplainedLine {
            number,
            text: clean_name(line),
            means,
            is_wrong: is_wrong == Some(true),
        }
    });
    numbered.collect()
}
