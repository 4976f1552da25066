//! `mimeapps.list`: which program opens a kind of file by default (Association between MIME types and applications 1.0).
//! Other programs write it too: every line of theirs stays as it is.

const GROUP: &str = "[Default Applications]";

/// The list with this entry before all others of the kind.
pub(super) fn with(list: &str, kind: &str, entry: &str) -> String {
    let mut found = false;
    let mut lines = changed(list, kind, |others| {
        found = true;
        let mut entries = vec![entry];
        entries.extend(others.into_iter().filter(|other| *other != entry));
        entries
    });
    if !found {
        let line = format!("{kind}={entry}\n");
        match lines.iter().position(|line| line.trim() == GROUP) {
            Some(at) => {
                end_line(&mut lines[at]);
                lines.insert(at + 1, line);
            }
            None => {
                lines.last_mut().map(end_line);
                lines.extend([format!("{GROUP}\n"), line]);
            }
        }
    }
    lines.concat()
}

/// The list without it; a group that has nothing left goes too.
pub(super) fn without(list: &str, kind: &str, entry: &str) -> String {
    let mut lines = changed(list, kind, |others| {
        others.into_iter().filter(|other| *other != entry).collect()
    });
    let had_it = lines.concat() != list;
    if had_it && let Some(at) = lines.iter().position(|line| line.trim() == GROUP) {
        let rest = lines[at + 1..].iter();
        let mut group = rest.take_while(|line| !line.starts_with('['));
        if group.all(|line| line.trim().is_empty()) {
            lines.remove(at);
        }
    }
    lines.concat()
}

/// The list's lines, with other entries for the kind; a line with none goes.
fn changed<'a>(
    list: &'a str,
    kind: &str,
    mut change: impl FnMut(Vec<&'a str>) -> Vec<&'a str>,
) -> Vec<String> {
    let mut is_in_group = false;
    let lines = list.split_inclusive('\n').map(|line| {
        if line.starts_with('[') {
            is_in_group = line.trim() == GROUP;
        }
        let value = line.split_once('=').filter(|(key, _)| key.trim() == kind);
        let Some((_, value)) = value.filter(|_| is_in_group) else {
            return line.to_owned();
        };
        let split = value.trim().split(';').map(str::trim);
        let before: Vec<&str> = split.filter(|entry| !entry.is_empty()).collect();
        let after = change(before.clone());
        match after.is_empty() {
            _ if before == after => line.to_owned(),
            true => String::new(),
            false => format!("{kind}={};\n", after.join(";")),
        }
    });
    lines.collect()
}

fn end_line(line: &mut String) {
    if !line.ends_with('\n') {
        line.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: &str = "application/vnd.hulp.invitation+xml";

    fn both_ways(before: &str, after: &str) {
        assert_eq!(with(before, KIND, "hulp.desktop"), after);
        assert_eq!(with(after, KIND, "hulp.desktop"), after, "twice");
        assert_eq!(without(after, KIND, "hulp.desktop"), before);
    }

    #[test]
    fn what_others_wrote_stays() {
        both_ways(
            "",
            "[Default Applications]\napplication/vnd.hulp.invitation+xml=hulp.desktop\n",
        );
        both_ways(
            "# mine\n[Added Associations]\ntext/plain=a.desktop;\n",
            "# mine\n[Added Associations]\ntext/plain=a.desktop;\n[Default Applications]\n\
             application/vnd.hulp.invitation+xml=hulp.desktop\n",
        );
        both_ways(
            "[Default Applications]\ntext/plain=a.desktop\n\n[Removed Associations]\ntext/html=b.desktop\n",
            "[Default Applications]\napplication/vnd.hulp.invitation+xml=hulp.desktop\ntext/plain=a.desktop\n\n\
             [Removed Associations]\ntext/html=b.desktop\n",
        );
    }

    #[test]
    fn another_program_for_the_kind_comes_back() {
        both_ways(
            "[Default Applications]\napplication/vnd.hulp.invitation+xml=editor.desktop;\n",
            "[Default Applications]\napplication/vnd.hulp.invitation+xml=hulp.desktop;editor.desktop;\n",
        );
    }

    #[test]
    fn only_the_group_of_defaults_counts() {
        let added =
            "[Added Associations]\napplication/vnd.hulp.invitation+xml=hulp.desktop;a.desktop;\n";
        assert_eq!(without(added, KIND, "hulp.desktop"), added);
        let list = "[Default Applications]\napplication/vnd.hulp.invitation+xml=hulp.desktop";
        assert_eq!(without(list, KIND, "hulp.desktop"), "");
        assert_eq!(
            without("[Default Applications]\n", KIND, "hulp.desktop"),
            "[Default Applications]\n"
        );
    }
}
