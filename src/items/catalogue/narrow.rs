//! What of some items was public on a day, narrowed by what they were filed under then: for a search of
//! that day.

use std::collections::{BTreeMap, BTreeSet};

use roaring::RoaringBitmap;
use time::OffsetDateTime;
use uuid::Uuid;

use super::super::list::{At, Counts, Wanted, in_time};
use super::Catalogue;
use super::ask::{Live, counted, number, union};
use super::columns::Columns;

/// Within a group any of the values will do; the groups must all hold. Empty: no filter.
#[derive(Clone, Debug, Default)]
pub struct Narrowing {
    pub kinds: BTreeSet<String>,
    pub langs: BTreeSet<String>,
    pub facets: BTreeMap<String, BTreeSet<String>>,
    /// Takes in what was kept only as history.
    pub archived: bool,
}

/// A group's own choice does not narrow its own counts.
#[derive(Debug, Default)]
pub struct Narrowed {
    /// Which of the items, by their places among those that were asked about.
    pub chosen: Vec<usize>,
    pub kinds: BTreeMap<String, i64>,
    pub langs: BTreeMap<String, i64>,
    pub facets: Counts,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Group<'a> {
    Kind,
    Lang,
    Facet(&'a str),
}

impl Catalogue {
    /// `None` until the catalogue stands. The counts are of `facets`.
    pub async fn narrow(
        &self,
        ids: &[Uuid],
        until: OffsetDateTime,
        by: &Narrowing,
        facets: &[&'static str],
    ) -> Option<Narrowed> {
        // The language plays no part in which there were.
        let wanted = Wanted::all(At::Past(until), "");
        self.ask(&wanted, |columns, live| columns.narrow(live, ids, by, wanted.at, facets)).await
    }
}

impl Columns {
    fn narrow(
        &self,
        live: &Live,
        ids: &[Uuid],
        by: &Narrowing,
        at: At,
        facets: &[&'static str],
    ) -> Narrowed {
        let row_of = |id: &Uuid| {
            let mut rows = self.rows_of_id(id);
            rows.find(|row| {
                live.all.contains(*row) && (by.archived || !self.archived.contains(*row))
            })
        };
        let rows: Vec<Option<u32>> = ids.iter().map(row_of).collect();
        let all: RoaringBitmap = rows.iter().flatten().copied().collect();
        let mut filters: Vec<(Group<'_>, RoaringBitmap)> = Vec::new();
        if !by.kinds.is_empty() {
            filters.push((Group::Kind, union(by.kinds.iter().filter_map(|k| self.kinds.get(k)))));
        }
        if !by.langs.is_empty() {
            filters.push((Group::Lang, union(by.langs.iter().filter_map(|l| self.langs.get(l)))));
        }
        for (facet, values) in by.facets.iter().filter(|(_, values)| !values.is_empty()) {
            filters.push((Group::Facet(facet), self.having(facet, values, at.day())));
        }
        let but_for = |group: Option<Group<'_>>| {
            let others = filters.iter().filter(|(of, _)| Some(*of) != group);
            others.fold(all.clone(), |rows, (_, filter)| rows & filter)
        };
        let held = but_for(None);
        let of_facet = |facet: &&'static str| {
            let rows = but_for(Some(Group::Facet(facet)));
            let count = |value: u32| number(rows.intersection_len(&self.values[value as usize]));
            let counts = counted(self.facets.get(*facet)?, count);
            Some(((*facet).to_owned(), in_time(facet, counts, at)))
        };
        let named = |group, sets: &std::collections::HashMap<String, RoaringBitmap>| {
            let rows = but_for(Some(group));
            let count = |(name, set): (&String, &RoaringBitmap)| {
                (name.clone(), number(rows.intersection_len(set)))
            };
            sets.iter().map(count).filter(|(_, count)| *count > 0).collect()
        };
        let is_held = |row: &Option<u32>| row.is_some_and(|row| held.contains(row));
        Narrowed {
            chosen: rows
                .iter()
                .enumerate()
                .filter(|(_, row)| is_held(row))
                .map(|(n, _)| n)
                .collect(),
            kinds: named(Group::Kind, &self.kinds),
            langs: named(Group::Lang, &self.langs),
            facets: facets.iter().filter_map(of_facet).collect(),
        }
    }
}
