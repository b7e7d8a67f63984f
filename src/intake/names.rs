//! Names found inside archives and given to uploads, made safe to show and to match.

/// What a name inside an archive stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EntryName {
    /// A file, with its path: `/` between folders, no characters that hide or reorder others.
    File(String),
    /// A folder, or a side file that systems add (`__MACOSX/`, `._x`, `.DS_Store`).
    Clutter,
    /// A name that points outside the archive, or holds a NUL: no export has one.
    Unsafe,
}

/// Reads the name of an archive entry.
pub(super) fn entry_name(raw: &str) -> EntryName {
    let path = raw.replace('\\', "/");
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.contains('\0') || path.starts_with('/') || drive || path.split('/').any(|part| part == "..") {
        return EntryName::Unsafe;
    }
    let shown = shown(&path);
    let parts: Vec<&str> = shown.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    match parts.last() {
        None => EntryName::Clutter,
        Some(_) if path.ends_with('/') || parts.contains(&"__MACOSX") => EntryName::Clutter,
        Some(name)
            if name.starts_with("._") || matches!(*name, ".DS_Store" | "Thumbs.db" | "desktop.ini") =>
        {
            EntryName::Clutter
        }
        Some(_) => EntryName::File(parts.join("/")),
    }
}

/// A name without control characters and without those that change the direction of text, so that
/// what is shown is what is there.
pub(super) fn shown(name: &str) -> String {
    name.chars()
        .filter(|c| {
            !c.is_control()
                && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
        })
        .collect()
}

/// The one folder that all paths lie in, if there is one: archives packed again gain it.
pub(super) fn wrapping_folder<'a>(mut paths: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let (folder, _) = paths.next()?.split_once('/')?;
    paths.all(|path| path.split_once('/').is_some_and(|(other, _)| other == folder)).then_some(folder)
}

/// The part of a path after its last folder.
pub(super) fn base_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Connections.csv", EntryName::File("Connections.csv".into()))]
    #[case("Jobs\\Job Applications.csv", EntryName::File("Jobs/Job Applications.csv".into()))]
    #[case("./a//b.csv", EntryName::File("a/b.csv".into()))]
    #[case("invoice\u{202e}fdp.csv", EntryName::File("invoicefdp.csv".into()))]
    #[case("a\tb.csv", EntryName::File("ab.csv".into()))]
    #[case("../Connections.csv", EntryName::Unsafe)]
    #[case("a/../../b.csv", EntryName::Unsafe)]
    #[case("/etc/passwd", EntryName::Unsafe)]
    #[case("\\\\host\\x.csv", EntryName::Unsafe)]
    #[case("C:\\x.csv", EntryName::Unsafe)]
    #[case("a\0.csv", EntryName::Unsafe)]
    #[case("Articles/", EntryName::Clutter)]
    #[case("__MACOSX/._Connections.csv", EntryName::Clutter)]
    #[case("x/._Shares.csv", EntryName::Clutter)]
    #[case("", EntryName::Clutter)]
    fn entry_names(#[case] raw: &str, #[case] expected: EntryName) {
        assert_eq!(entry_name(raw), expected);
    }

    #[rstest]
    #[case(&["Export/a.csv", "Export/Jobs/b.csv"], Some("Export"))]
    #[case(&["a.csv", "Jobs/b.csv"], None)]
    #[case(&["x/a.csv", "y/b.csv"], None)]
    #[case(&[], None)]
    fn wrapping_folders(#[case] paths: &[&str], #[case] expected: Option<&str>) {
        assert_eq!(wrapping_folder(paths.iter().copied()), expected);
    }
}
