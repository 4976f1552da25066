//! What macOS' user must allow, and how that is said. Pure.

/// Something that Hulp may do only when the user said so in System Settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leave {
    /// To see the screen.
    See,
    /// To use mouse and keyboard.
    Control,
    /// To hear the user's own keys.
    Hear,
}

impl Leave {
    /// What for.
    fn purpose(self) -> &'static str {
        match self {
            Self::See => "see this screen",
            Self::Control => "use mouse and keyboard",
            Self::Hear => "hear your own Esc and Ctrl+C",
        }
    }

    /// Where it is given, as System Settings has it.
    fn page(self) -> &'static str {
        match self {
            Self::See => "Screen & System Audio Recording",
            Self::Control => "Accessibility",
            Self::Hear => "Input Monitoring",
        }
    }
}

/// What to do about what is lacking, all of it at once; nothing where nothing is.
pub(super) fn advice(lacking: &[Leave]) -> Option<String> {
    let join = |word, part: fn(Leave) -> &'static str| {
        let parts: Vec<_> = lacking.iter().map(|leave| part(*leave)).collect();
        parts.join(word)
    };
    let switch = match lacking {
        [] => return None,
        [_] => "switch Hulp on there",
        _ => "switch Hulp on in each of them",
    };
    Some(format!(
        "macOS does not let Hulp {} yet; open System Settings, Privacy & Security, {}, {switch}, and start Hulp again",
        join(" or ", Leave::purpose),
        join(" and ", Leave::page),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_lacking_is_said_at_once() {
        let said = |lacking: &[Leave]| advice(lacking).unwrap_or_default();
        assert_eq!(advice(&[]), None);
        assert_eq!(
            said(&[Leave::See]),
            "macOS does not let Hulp see this screen yet; open System Settings, Privacy & Security, Screen & System Audio Recording, \
             switch Hulp on there, and start Hulp again"
        );
        assert_eq!(
            said(&[Leave::Control, Leave::Hear]),
            "macOS does not let Hulp use mouse and keyboard or hear your own Esc and Ctrl+C yet; open System Settings, Privacy & \
             Security, Accessibility and Input Monitoring, switch Hulp on in each of them, and start Hulp again"
        );
    }
}
