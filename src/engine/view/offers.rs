//! What the user can see of offers of help.

use std::sync::Arc;

use crate::{
    invitation::{CardError, HelperCard, HelperList, Organisation},
    net::NearbyComputer,
    store::StoreError,
};

/// What makes a question one about an offer: [`super::ConsentView::offered`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedView {
    /// The helper's organisation; may be empty.
    pub organisation: String,
    /// That organisation is on the list, and says who they are. Otherwise it is what they say themselves.
    pub is_vouched_for: bool,
    /// Whether they can ask for control; else they only see.
    pub may_control: bool,
}

/// Who may offer help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpersView {
    /// The list, as it holds: the administrator's policy is over it.
    pub list: Arc<HelperList>,
    /// The words of this computer's own key, for whoever offers help here for the first time.
    pub own_words: String,
    /// What became of the last change, until that was read.
    pub change: Option<HelpersChange>,
}

/// What a file says that was read for the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpersPaper {
    /// A helper's card.
    Card(Box<HelperCard>),
    /// An organisation's key.
    Organisation(Organisation),
    /// What an organisation took back.
    TakenBack {
        /// The organisation's name, where it is known.
        organisation: String,
        /// So many of its helpers' computers.
        helpers: usize,
    },
}

/// What became of a change of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpersChange {
    /// A file was read, and is added or not as the user says.
    Read(HelpersPaper),
    /// A helper or an organisation is on it.
    Added {
        /// The name.
        name: String,
        /// The words of the key, to compare by telephone.
        words: String,
    },
    /// A helper or an organisation of this name is off it.
    Removed(String),
    /// What an organisation took back is noted.
    TakenBack {
        /// The organisation's name.
        organisation: String,
        /// So many of its helpers' computers are on its list now.
        helpers: usize,
    },
    /// Nothing is changed; why.
    Failed(HelpersFault),
}

/// Why the list was not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpersFault {
    /// The policy decides who is on it.
    NotYours,
    /// What an organisation took back that stands for nobody here.
    OfNobodyHere,
    /// There is nothing to add: no file was read.
    NothingRead,
    /// The file cannot be used.
    Card(CardError),
    /// The system says no, in its own words.
    System(String),
}

impl From<CardError> for HelpersFault {
    fn from(error: CardError) -> Self {
        Self::Card(error)
    }
}

impl From<StoreError> for HelpersFault {
    fn from(error: StoreError) -> Self {
        Self::System(error.to_string())
    }
}

/// The computers nearby that take offers of help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NearbyView {
    /// Those that were heard, by name; what they say of themselves proves nothing.
    pub computers: Vec<NearbyComputer>,
    /// Why none can be heard, in the system's words.
    pub trouble: Option<String>,
}

/// A computer that help is offered to without an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComputerView {
    /// As the user named it.
    pub place: String,
    /// The words of its key, once it was reached.
    pub words: Option<String>,
    /// Whether it was never met before.
    pub is_new: bool,
}
