//! How two people belong together. Read as "the other is my ...": the daughter's relation to her mother is `Parent`.
//! Only a word; what it allows is decided in `family`.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    Spouse,
    Parent,
    Child,
    Sibling,
    Grandparent,
    Grandchild,
    OtherRelative,
    Friend,
}

impl Relation {
    pub const ALL: [Self; 8] =
        [Self::Parent, Self::Spouse, Self::Child, Self::Sibling, Self::Grandparent, Self::Grandchild, Self::OtherRelative, Self::Friend];

    /// Text key; the same word without `relation-` is the value in forms and tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Spouse => "relation-spouse",
            Self::Parent => "relation-parent",
            Self::Child => "relation-child",
            Self::Sibling => "relation-sibling",
            Self::Grandparent => "relation-grandparent",
            Self::Grandchild => "relation-grandchild",
            Self::OtherRelative => "relation-other-relative",
            Self::Friend => "relation-friend",
        }
    }

    /// Text key of the word for a woman or a man who stands in this relation: 「母亲」, 「儿子」.
    pub fn word_key(self, woman: bool) -> String {
        format!("{}-{}", self.key(), if woman { "woman" } else { "man" })
    }

    pub fn slug(self) -> &'static str {
        self.key().strip_prefix("relation-").unwrap_or("")
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.slug() == slug)
    }

    /// The same bond seen from the other side.
    pub fn inverse(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            Self::Grandparent => Self::Grandchild,
            Self::Grandchild => Self::Grandparent,
            same @ (Self::Spouse | Self::Sibling | Self::OtherRelative | Self::Friend) => same,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn every_relation_comes_back_from_its_slug_its_inverse_and_its_store() {
        for relation in Relation::ALL {
            assert_eq!(Relation::from_slug(relation.slug()), Some(relation));
            assert_eq!(relation.inverse().inverse(), relation);
            assert_eq!(serde_json::to_string(&relation).unwrap(), format!("\"{}\"", relation.slug()));
        }
        assert_eq!(Relation::Parent.inverse(), Relation::Child);
    }
}
