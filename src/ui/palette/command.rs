//! What can be called by its name.

use crate::store::{Theme, WorkspaceId};
use crate::text::Locale;
use crate::ui::route::Page;
use crate::views::Filter;

/// Something that can be called by its name.
#[derive(Clone, Debug)]
pub struct Command {
    /// Under which it is remembered; none for one whose id would hold a person's name.
    pub id: Option<String>,
    /// What kind of thing it is, in words.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Whether it stands in the list before anything is written.
    pub is_listed: bool,
    /// Whether it is in force already.
    pub is_on: bool,
    /// The keys that do the same, where there are any.
    pub keys: Option<Keys>,
    /// What it does.
    pub run: Run,
}

/// What a command does.
#[derive(Clone, Debug)]
pub enum Run {
    /// Opens a page under the same selection.
    Open(Page),
    /// Goes to a section of the open page, by its place among them.
    Section(usize),
    /// Puts a selection in force.
    Select(Box<Filter>),
    /// Puts a theme in force.
    Theme(Theme),
    /// Puts a language in force.
    Language(Locale),
    /// Opens a workspace.
    Workspace(WorkspaceId),
    /// Does something else.
    Act(Act),
}

/// An action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Chooses files to be read.
    Choose,
    /// Asks for a text to be read.
    Paste,
    /// Reads the sample data.
    Sample,
    /// Takes the newest change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Saves the workspace as a file.
    Backup,
    /// Chooses such a file to be opened.
    Restore,
    /// Saves how the workspace counts.
    Setup,
    /// Asks for the name of a new workspace.
    Make,
    /// Asks for another name of the open one.
    Rename,
    /// Asks whether the open one shall be deleted.
    Delete,
    /// Prints the page.
    Print,
    /// Goes back to the selection that holds at first.
    Reset,
    /// Shows the slides.
    Present,
    /// Lists the keys.
    Keys,
}

impl Act {
    /// All of them, in the order of the list, with the key of their names.
    pub const ALL: [(Act, &str); 15] = [
        (Act::Choose, "action.choose_files"),
        (Act::Paste, "paste.title"),
        (Act::Sample, "action.try_sample"),
        (Act::Undo, "action.undo"),
        (Act::Redo, "action.redo"),
        (Act::Backup, "action.backup"),
        (Act::Restore, "action.restore"),
        (Act::Setup, "palette.setup"),
        (Act::Make, "workspace.new"),
        (Act::Rename, "workspace.rename_title"),
        (Act::Delete, "palette.delete_workspace"),
        (Act::Print, "palette.print"),
        (Act::Reset, "palette.reset"),
        (Act::Present, "slides.present"),
        (Act::Keys, "keys.title"),
    ];

    /// The keys that do the same.
    pub fn keys(self) -> Option<Keys> {
        match self {
            Act::Undo => Some(Keys::Undo),
            Act::Redo => Some(Keys::Redo),
            Act::Present => Some(Keys::Present),
            Act::Keys => Some(Keys::Help),
            _ => None,
        }
    }
}

/// Keys that work on every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// The list of everything.
    Palette,
    /// The list of keys.
    Help,
    /// Take the newest change back.
    Undo,
    /// Make it again.
    Redo,
    /// The slides.
    Present,
}

impl Keys {
    /// What was pressed, if it is one of them. `bare` are the keys without Ctrl or ⌘.
    pub fn of(key: &str, command: bool, shift: bool, bare: bool) -> Option<Keys> {
        match (key.to_lowercase().as_str(), command, shift) {
            ("k", true, false) => Some(Keys::Palette),
            ("z", true, false) => Some(Keys::Undo),
            ("z", true, true) | ("y", true, false) => Some(Keys::Redo),
            ("?", false, _) if bare => Some(Keys::Help),
            ("p", false, false) if bare => Some(Keys::Present),
            ("/", false, false) if bare => Some(Keys::Palette),
            _ => None,
        }
    }

    /// How they are written. `command` is the name of the Ctrl or ⌘ key.
    pub fn written(self, command: &str) -> Vec<String> {
        let with =
            |keys: &[&str]| std::iter::once(command).chain(keys.iter().copied()).map(str::to_owned).collect();
        match self {
            Keys::Palette => with(&["K"]),
            Keys::Help => vec!["?".to_owned()],
            Keys::Undo => with(&["Z"]),
            Keys::Redo => with(&["Shift", "Z"]),
            Keys::Present => vec!["P".to_owned()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_apart() {
        assert_eq!(Keys::of("k", true, false, true), Some(Keys::Palette));
        assert_eq!(Keys::of("Z", true, true, false), Some(Keys::Redo));
        assert_eq!(Keys::of("z", true, false, false), Some(Keys::Undo));
        assert_eq!(Keys::of("?", false, true, true), Some(Keys::Help));
        // They can be turned off, for who speaks to the computer or presses keys by chance.
        assert_eq!(Keys::of("?", false, true, false), None);
        assert_eq!(Keys::of("p", false, false, true), Some(Keys::Present));
        assert_eq!(Keys::of("p", false, false, false), None);
        assert_eq!(Keys::of("/", false, false, false), None);
        assert_eq!(Keys::of("k", false, false, true), None);
        assert_eq!(Keys::Redo.written("Ctrl"), ["Ctrl", "Shift", "Z"]);
    }

    #[test]
    fn every_action_is_listed_once() {
        for (at, (act, key)) in Act::ALL.iter().enumerate() {
            assert!(Act::ALL.iter().skip(at + 1).all(|(other, name)| other != act && name != key));
        }
    }
}
