//! A kind of published thing: what its room tells the rest of the site about it.

use std::ops::Deref;
use std::sync::Arc;

use super::card::CardFoot;
use super::filters::Filter;
use super::guide::Guide;
use super::printable::Printable;
use super::sharing::Sharing;
use crate::i18n::Text;
use crate::items::{self, Card, Content, Shown};

/// What a kind adds to the shared machinery. A room names it in its `ROOM`; that is all it takes to
/// be imported, listed, searched and exported.
#[derive(Clone, Copy)]
pub struct Kind {
    /// What the store knows of it: its name, its facts.
    pub store: items::Kind,
    /// The key of what one of it is called: «Prosjekt».
    pub word: &'static str,
    /// The noun in the address: `prosjekter`.
    pub path: &'static str,
    /// Does its page show the text itself, or only what its facts tell?
    pub has_body: bool,
    /// Do lists show the day it was published?
    pub is_dated: bool,
    /// What a card says of what it kept of the facts.
    pub card_foot: fn(&Card, Text) -> CardFoot,
    /// The kind's list; a kind without one is reached by its items' addresses and by search.
    pub list: Option<Headings>,
    /// What a list of the kind can be narrowed by.
    pub filters: &'static [Filter],
    /// What it tells on paper beside title, lead and body.
    pub printable: fn(&Shown, Text) -> Printable,
    /// What search engines, reference managers, calendars and lists of versions are told.
    pub sharing: Sharing,
    /// The key of what a reader is asked to do who wonders about an item.
    pub ask: &'static str,
    /// How something like an item is begun, for kinds that can be a model for others.
    pub guide: Option<fn(&Content, Text) -> Guide>,
}

impl Kind {
    /// A kind that keeps no facts of its own, for a room to say what is different in its.
    pub const PLAIN: Self = Self {
        store: items::Kind::plain(""),
        word: "",
        path: "",
        has_body: true,
        is_dated: false,
        card_foot: |_, _| CardFoot::default(),
        filters: &[],
        printable: |_, _| Printable::default(),
        list: None,
        sharing: Sharing::PLAIN,
        ask: "library-ask-others",
        guide: None,
    };
}

impl Deref for Kind {
    type Target = items::Kind;

    fn deref(&self) -> &items::Kind {
        &self.store
    }
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.store.fmt(f)
    }
}

/// What the list of a kind is called, what it says first, and how it tells how many there are.
#[derive(Clone, Copy)]
pub struct Headings {
    pub heading: &'static str,
    pub lead: &'static str,
    pub count: &'static str,
}

/// The kinds that this site has, in the order of its rooms. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Kinds {
    all: Arc<[&'static Kind]>,
    stored: Arc<[&'static items::Kind]>,
}

impl Kinds {
    pub fn new(kinds: impl IntoIterator<Item = &'static Kind>) -> Self {
        let all: Arc<[&'static Kind]> = kinds.into_iter().collect();
        let stored = all.iter().map(|kind| &kind.store).collect();
        Self { all, stored }
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &'static Kind> + use<'_> {
        self.all.iter().copied()
    }

    /// The kind called `name` in tables and in the exchange format.
    pub fn named(&self, name: &str) -> Option<&'static Kind> {
        self.iter().find(|kind| kind.name == name)
    }

    /// The kind whose addresses begin with this noun.
    pub fn at(&self, path: &str) -> Option<&'static Kind> {
        self.iter().find(|kind| kind.path == path)
    }

    /// What a search of all kinds is narrowed by: the filters that say so, each facet once.
    pub fn searched(&self) -> Vec<&'static Filter> {
        let mut searched: Vec<&'static Filter> = Vec::new();
        for filter in self.iter().flat_map(|kind| kind.filters).filter(|filter| filter.searched) {
            if searched.iter().all(|known| known.facet != filter.facet) {
                searched.push(filter);
            }
        }
        searched
    }

    /// The same as the store knows them.
    pub fn stored(&self) -> &[&'static items::Kind] {
        &self.stored
    }
}
