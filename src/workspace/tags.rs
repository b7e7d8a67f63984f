//! What a person said of single posts: whether each has an attribute. Words of the definitions say the rest.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::metrics::Attribute;

/// What a person said of single posts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostTags {
    /// By post: the attributes spoken of, and whether it has them.
    posts: BTreeMap<String, BTreeMap<Attribute, bool>>,
}

impl PostTags {
    /// What was said of a post's attribute.
    pub fn said(&self, post: &str, attribute: Attribute) -> Option<bool> {
        self.posts.get(post)?.get(&attribute).copied()
    }

    /// Says it; `None` takes back what was said. Whether that changes anything.
    pub fn say(&mut self, post: &str, attribute: Attribute, is_on: Option<bool>) -> bool {
        if post.is_empty() || self.said(post, attribute) == is_on {
            return false;
        }
        match is_on {
            Some(is_on) => {
                self.posts.entry(post.to_owned()).or_default().insert(attribute, is_on);
            }
            None => {
                if let Some(said) = self.posts.get_mut(post) {
                    said.remove(&attribute);
                }
                self.posts.retain(|_, said| !said.is_empty());
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_holds_until_it_is_taken_back() {
        let mut tags = PostTags::default();
        assert!(tags.say("linkedin 7", Attribute::Image, Some(false)));
        assert!(!tags.say("linkedin 7", Attribute::Image, Some(false)));
        assert_eq!(tags.said("linkedin 7", Attribute::Image), Some(false));
        assert_eq!(tags.said("linkedin 7", Attribute::Educate), None);
        let text = serde_json::to_string(&tags).unwrap();
        assert_eq!(serde_json::from_str::<PostTags>(&text).unwrap(), tags);
        assert!(tags.say("linkedin 7", Attribute::Image, None));
        assert_eq!(tags, PostTags::default());
    }

    #[test]
    fn a_post_without_a_name_cannot_be_spoken_of() {
        assert!(!PostTags::default().say("", Attribute::Image, Some(true)));
    }
}
