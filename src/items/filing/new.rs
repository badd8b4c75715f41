//! How new items are filed: the rows are made before anything of them is written.

use super::{FiledBy, ListEntry, PublicText, card, facet_rows, facets_of};
use crate::clock::Clock;
use crate::items::tables::{facet, revision, revision_card, revision_facet};
use crate::items::{Content, Item, Kind};

/// The rows that new items are filed by.
#[derive(Default)]
pub struct NewFiling {
    pub cards: Vec<revision_card::Model>,
    pub text_facets: Vec<revision_facet::Model>,
    pub facets: Vec<facet::Model>,
}

impl NewFiling {
    /// Files an item as [`file`](super::file) would once it is written. Of its texts the oldest comes
    /// first; the last is the one that its row tells of.
    pub fn add<'t>(
        &mut self,
        clock: &Clock,
        (kind, by): (&Kind, &FiledBy),
        item: &Item,
        texts: impl DoubleEndedIterator<Item = (&'t revision::Model, &'t Content)>,
    ) {
        let mut replaced_at = None;
        for (n, (row, content)) in texts.rev().enumerate() {
            let is_last = n == 0;
            let facets = facets_of(kind, item, content, by);
            if let Some(published_at) = row.published_at {
                let text = PublicText { id: row.id, number: row.number, published_at };
                let entry = if is_last {
                    ListEntry::of_item(item, content)
                } else {
                    ListEntry::of(kind, content)
                };
                let card = card(item.id, &text, entry);
                self.cards.push(revision_card::Model { replaced_at, ..card });
                replaced_at = Some(text.ends_one_before(replaced_at));
                let row = |(facet, value): &(String, String)| revision_facet::Model {
                    revision_id: text.id,
                    facet: facet.clone(),
                    value: value.clone(),
                };
                self.text_facets.extend(facets.iter().map(row));
            }
            if is_last {
                self.facets.extend(facet_rows(clock, item.id, facets));
            }
        }
    }
}
