//! Whose export it is: what the files of one archive say together.

use crate::facts::{fold_name, profile_key};

/// What is known of the owner of a group of files.
#[derive(Clone, Debug, Default)]
pub struct Owner {
    /// Name in the profile file: the best spelling.
    pub profile_name: Option<String>,
    /// Name in the messages.
    pub message_name: Option<String>,
    /// Name in the invitations.
    pub invitation_name: Option<String>,
    /// Name in the file's own name.
    pub file_name: Option<String>,
    /// The same as one word, where that is how it stood: its parts are guessed.
    pub file_name_joined: Option<String>,
    /// The name that a person gave for files that state none.
    pub given_name: Option<String>,
    /// Profile address in the messages.
    pub profile_url: Option<String>,
    /// Profile address in the invitations.
    pub invitation_url: Option<String>,
    /// Who may be meant, likeliest first, where nothing settles it.
    pub candidates: Vec<String>,
}

impl Owner {
    /// The name the files state, best spelling first.
    pub fn stated_name(&self) -> Option<&str> {
        let names = [&self.profile_name, &self.message_name, &self.invitation_name, &self.file_name];
        names.into_iter().flatten().map(String::as_str).find(|name| !name.is_empty())
    }

    /// The stated name, else the given one.
    pub fn name(&self) -> Option<&str> {
        self.stated_name().or(self.given_name.as_deref())
    }

    /// The profile address that the files state.
    pub fn any_url(&self) -> Option<&str> {
        self.profile_url.as_deref().or(self.invitation_url.as_deref())
    }

    /// Whether two groups of files are one person's: by profile address where both know one, else by name.
    pub fn same_as(&self, other: &Owner) -> bool {
        match (self.any_url(), other.any_url()) {
            (Some(mine), Some(theirs)) => profile_key(mine) == profile_key(theirs),
            _ => match (self.stated_name(), other.stated_name()) {
                (Some(mine), Some(theirs)) if self.is_guessed() || other.is_guessed() => {
                    joined(mine) == joined(theirs)
                }
                (Some(mine), Some(theirs)) => fold_name(mine) == fold_name(theirs),
                _ => false,
            },
        }
    }

    /// Whether the parts of the stated name are guessed.
    pub fn is_guessed(&self) -> bool {
        self.file_name_joined.is_some() && self.stated_name() == self.file_name.as_deref()
    }
}

/// A name without its blanks, comparable.
fn joined(name: &str) -> String {
    fold_name(name).split_whitespace().collect()
}

/// A name with one blank between its words and none around it.
pub fn tidy_name(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_outweighs_a_spelling() {
        let owner = |name: &str, url: Option<&str>| Owner {
            profile_name: Some(name.into()),
            profile_url: url.map(str::to_owned),
            ..Owner::default()
        };
        let ada = owner("Ada Ek", Some("https://www.linkedin.com/in/ada"));
        assert!(ada.same_as(&owner("Ada Ek-Berg", Some("http://linkedin.com/in/Ada/"))));
        assert!(!ada.same_as(&owner("Ada Ek", Some("https://www.linkedin.com/in/ada2"))));
        assert!(ada.same_as(&owner("ada  EK", None)));
    }

    #[test]
    fn the_profile_spells_best() {
        let owner = Owner {
            message_name: Some("Ada".into()),
            profile_name: Some("Ada Ek".into()),
            given_name: Some("x".into()),
            ..Owner::default()
        };
        assert_eq!(owner.name(), Some("Ada Ek"));
    }
}
