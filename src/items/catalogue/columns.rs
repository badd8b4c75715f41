//! The catalogue itself: rows as columns, and for each thing that lists narrow by the set of its rows.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use roaring::RoaringBitmap;
use uuid::Uuid;

use super::entry::{Entry, EntryRow, Millis, NEVER};
use super::orders::Ordered;
use super::runs::{Run, Runs};

/// No row, no item.
const NONE: u32 = u32::MAX;

#[derive(Debug, Default)]
pub struct Columns {
    pub(super) items: Vec<ItemRow>,
    pub(super) item_of_id: HashMap<Uuid, u32>,
    /// The translations of each original that has any.
    pub(super) families: HashMap<u32, Vec<u32>>,

    // By row.
    pub(super) rows: Vec<Row>,
    /// It was so after the first, up to and with the second.
    pub(super) spans: Vec<(Millis, Millis)>,
    pub(super) texts: Vec<Uuid>,
    /// When it takes place, for what does.
    pub(super) when: HashMap<u32, (Millis, Millis)>,
    pub(super) free: Vec<u32>,
    pub(super) title_keys: Runs<u8>,
    pub(super) filed_under: Runs<u32>,

    // Sets of rows.
    pub(super) now: RoaringBitmap,
    pub(super) archived: RoaringBitmap,
    /// Of items that are translations of others.
    pub(super) translations: RoaringBitmap,
    pub(super) timed: RoaringBitmap,
    /// Nobody knows when they were published.
    pub(super) undated: RoaringBitmap,
    pub(super) kinds: HashMap<String, RoaringBitmap>,
    pub(super) langs: HashMap<String, RoaringBitmap>,
    /// Originals of now that can be read in a language, by that language.
    pub(super) superseded: HashMap<String, RoaringBitmap>,
    pub(super) facets: HashMap<String, HashMap<String, u32>>,
    /// What is filed under each value.
    pub(super) values: Vec<RoaringBitmap>,

    pub(super) by_age: Ordered,
    pub(super) by_title: Ordered,
    pub(super) by_start: Ordered,
}

#[derive(Debug)]
pub struct ItemRow {
    pub id: Uuid,
    pub(super) original: u32,
    /// The first of its rows; each leads to the next.
    pub(super) first: u32,
    pub(super) published: Millis,
}

#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub item: u32,
    pub(super) next: u32,
    pub(super) title_key: Run,
    pub(super) filed_under: Run,
}

impl Columns {
    pub fn texts(&self) -> usize {
        self.rows.len() - self.free.len()
    }

    /// Takes in what has changed: of each id what anybody can read of it now, if anything.
    pub fn apply(&mut self, changed: &[Uuid], entries: Vec<Entry>) {
        self.remove(changed);
        self.add(entries);
        self.settle();
    }

    /// Takes away all rows of items, and each place where they are told of.
    fn remove(&mut self, ids: &[Uuid]) {
        let mut gone = RoaringBitmap::new();
        for id in ids {
            let Some(item) = self.item_of_id.get(id).copied() else { continue };
            gone.extend(self.rows_of(item));
            self.leave_family(item);
            self.items[item as usize].first = NONE;
        }
        if gone.is_empty() {
            return;
        }
        for row in &gone {
            let Row { title_key, filed_under, .. } = self.rows[row as usize];
            self.title_keys.free(title_key);
            self.filed_under.free(filed_under);
            // Nobody finds it by the day, nor what was filed under.
            self.spans[row as usize] = (NEVER, NEVER);
            self.rows[row as usize].title_key = Run::default();
            self.rows[row as usize].filed_under = Run::default();
            self.when.remove(&row);
        }
        let named = self.kinds.values_mut().chain(self.langs.values_mut());
        let named = named.chain(self.superseded.values_mut()).chain(&mut self.values);
        let own = [
            &mut self.now,
            &mut self.archived,
            &mut self.translations,
            &mut self.timed,
            &mut self.undated,
        ];
        for set in named.chain(own) {
            *set -= &gone;
        }
        for order in [&mut self.by_age, &mut self.by_title, &mut self.by_start] {
            order.remove(&gone);
        }
        self.free.extend(&gone);
    }

    /// Without their places in the orders: [`Columns::settle`] gives them those.
    pub fn add(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            let item = self.intern(entry.id);
            let original = entry.original.map_or(NONE, |id| self.intern(id));
            let row = &mut self.items[item as usize];
            (row.original, row.published) = (original, entry.published);
            for row in &entry.rows {
                let number = self.add_row(item, row);
                named(&mut self.kinds, &entry.kind).insert(number);
                named(&mut self.langs, &entry.lang).insert(number);
                let own = [
                    (row.is_now, &mut self.now),
                    (row.archived, &mut self.archived),
                    (row.when.is_some(), &mut self.timed),
                    (entry.undated, &mut self.undated),
                    (original != NONE, &mut self.translations),
                ];
                for (_, set) in own.into_iter().filter(|(is_in, _)| *is_in) {
                    set.insert(number);
                }
            }
            if original != NONE {
                self.families.entry(original).or_default().push(item);
            }
            self.see_family(if original == NONE { item } else { original });
        }
    }

    pub fn settle(&mut self) {
        let mut orders =
            [&mut self.by_age, &mut self.by_title, &mut self.by_start].map(std::mem::take);
        let [by_age, by_title, by_start] = &mut orders;
        by_age.settle(|a, b| self.compare_age(a, b));
        by_title.settle(|a, b| self.compare_title(a, b));
        by_start.settle(|a, b| self.compare_start(a, b));
        [self.by_age, self.by_title, self.by_start] = orders;
        self.title_keys.tidied(self.rows.iter_mut().map(|row| &mut row.title_key));
        self.filed_under.tidied(self.rows.iter_mut().map(|row| &mut row.filed_under));
    }

    /// What the items alone tell: which is which, and which are translations of which.
    pub(super) fn name_items(&mut self) {
        for (number, item) in (0..).zip(&self.items) {
            self.item_of_id.insert(item.id, number);
            if item.original != NONE {
                self.families.entry(item.original).or_default().push(number);
            }
        }
    }

    fn intern(&mut self, id: Uuid) -> u32 {
        let next = u32::try_from(self.items.len()).unwrap_or(NONE);
        *self.item_of_id.entry(id).or_insert_with(|| {
            self.items.push(ItemRow { id, original: NONE, first: NONE, published: 0 });
            next
        })
    }

    /// The number that the row got.
    fn add_row(&mut self, item: u32, row: &EntryRow) -> u32 {
        let filed: Vec<u32> =
            row.facets.iter().map(|(facet, value)| self.value(facet, value)).collect();
        let new = Row {
            item,
            next: self.items[item as usize].first,
            title_key: self.title_keys.put(&row.title_key),
            filed_under: self.filed_under.put(&filed),
        };
        let span = (row.from, row.until);
        let number = if let Some(number) = self.free.pop() {
            let at = number as usize;
            (self.rows[at], self.spans[at], self.texts[at]) = (new, span, row.text);
            number
        } else {
            self.rows.push(new);
            self.spans.push(span);
            self.texts.push(row.text);
            u32::try_from(self.rows.len() - 1).unwrap_or(NONE)
        };
        self.items[item as usize].first = number;
        for value in filed {
            self.values[value as usize].insert(number);
        }
        if let Some(when) = row.when {
            self.when.insert(number, when);
            self.by_start.add(number);
        }
        self.by_age.add(number);
        self.by_title.add(number);
        number
    }

    fn value(&mut self, facet: &str, value: &str) -> u32 {
        if let Some(known) = self.facets.get(facet).and_then(|values| values.get(value)) {
            return *known;
        }
        let number = u32::try_from(self.values.len()).unwrap_or(NONE);
        self.values.push(RoaringBitmap::new());
        self.facets.entry(facet.to_owned()).or_default().insert(value.to_owned(), number);
        number
    }

    pub(super) fn rows_of(&self, item: u32) -> impl Iterator<Item = u32> {
        let mut next = self.items[item as usize].first;
        std::iter::from_fn(move || {
            let row = self.rows.get(next as usize)?;
            Some(std::mem::replace(&mut next, row.next))
        })
    }

    pub(super) fn rows_of_id(&self, id: &Uuid) -> impl Iterator<Item = u32> {
        let item = self.item_of_id.get(id);
        item.into_iter().flat_map(|item| self.rows_of(*item))
    }

    /// The rows of what a translation was translated from.
    pub(super) fn rows_of_original(&self, row: u32) -> impl Iterator<Item = u32> {
        let original = self.items[self.rows[row as usize].item as usize].original;
        let there = (original != NONE).then(|| self.rows_of(original));
        there.into_iter().flatten()
    }

    fn leave_family(&mut self, item: u32) {
        let original = std::mem::replace(&mut self.items[item as usize].original, NONE);
        if original == NONE {
            return;
        }
        if let Some(family) = self.families.get_mut(&original) {
            family.retain(|other| *other != item);
        }
        self.see_family(original);
    }

    /// Sees anew in which languages an original can be read.
    fn see_family(&mut self, original: u32) {
        let Some(family) = self.families.get(&original) else { return };
        let now = |item: u32| self.rows_of(item).filter(|row| self.now.contains(*row));
        let Some(own) = now(original).next() else { return };
        let translated: Vec<u32> = family.iter().flat_map(|item| now(*item)).collect();
        for (lang, rows) in &self.langs {
            let set = self.superseded.entry(lang.clone()).or_default();
            if translated.iter().any(|row| rows.contains(*row)) {
                set.insert(own);
            } else {
                set.remove(own);
            }
        }
    }

    /// The newest last; what nobody knows the day of before all else.
    pub(super) fn compare_age(&self, a: u32, b: u32) -> Ordering {
        let key = |row: u32| {
            let item = &self.items[self.rows[row as usize].item as usize];
            (!self.undated.contains(row), item.published, item.id)
        };
        key(a).cmp(&key(b)).then(a.cmp(&b))
    }

    pub(super) fn compare_title(&self, a: u32, b: u32) -> Ordering {
        let key = |row: u32| {
            let Row { item, title_key, .. } = self.rows[row as usize];
            (self.title_keys.get(title_key), self.items[item as usize].id)
        };
        key(a).cmp(&key(b)).then(a.cmp(&b))
    }

    pub(super) fn compare_start(&self, a: u32, b: u32) -> Ordering {
        let key = |row: u32| {
            let starts = self.when.get(&row).map(|(starts, _)| *starts);
            (starts, self.items[self.rows[row as usize].item as usize].id)
        };
        key(a).cmp(&key(b)).then(a.cmp(&b))
    }

    /// What a row is filed under, by the numbers of the values.
    pub(super) fn filed_under(&self, row: u32) -> &[u32] {
        self.filed_under.get(self.rows[row as usize].filed_under)
    }
}

/// The relatives of some items, by their ids.
#[derive(Debug)]
pub struct Families {
    /// One item in its other languages.
    pub own: Vec<Uuid>,
    /// The translations to a language, by what they were translated from.
    pub translated: HashMap<Uuid, Uuid>,
}

impl Columns {
    pub fn families(&self, of: Uuid, others: &[Uuid], lang: &str) -> Families {
        let original = |id: &Uuid| {
            let item = *self.item_of_id.get(id)?;
            let original = self.items[item as usize].original;
            Some(if original == NONE { item } else { original })
        };
        let translations =
            |original: u32| -> &[u32] { self.families.get(&original).map_or(&[], Vec::as_slice) };
        let is_there = |item: &u32| self.items[*item as usize].first != NONE;
        let own = original(&of).map_or_else(Vec::new, |original| {
            let family = std::iter::once(original).chain(translations(original).iter().copied());
            let ids = family.filter(is_there).map(|item| self.items[item as usize].id);
            ids.filter(|id| *id != of).collect()
        });
        let in_lang = self.langs.get(lang);
        let is_in_lang = |item: &&u32| {
            self.rows_of(**item).any(|row| in_lang.is_some_and(|rows| rows.contains(row)))
        };
        let originals = others.iter().filter_map(original);
        let translated = originals.filter_map(|original| {
            let item = translations(original).iter().find(is_in_lang)?;
            Some((self.items[original as usize].id, self.items[*item as usize].id))
        });
        Families { own, translated: translated.collect() }
    }

    /// All texts of the works that some items belong to, of those that are there in several languages.
    pub fn relatives(&self, of: &[Uuid]) -> HashSet<Uuid> {
        let original = |id: &Uuid| {
            let item = *self.item_of_id.get(id)?;
            let original = self.items[item as usize].original;
            Some(if original == NONE { item } else { original })
        };
        let mut relatives = HashSet::new();
        for original in of.iter().filter_map(original) {
            let Some(translations) = self.families.get(&original) else { continue };
            let family = std::iter::once(&original).chain(translations);
            let family = family.map(|item| &self.items[*item as usize]);
            relatives.extend(family.filter(|item| item.first != NONE).map(|item| item.id));
        }
        relatives
    }
}

fn named<'s>(sets: &'s mut HashMap<String, RoaringBitmap>, name: &str) -> &'s mut RoaringBitmap {
    sets.entry(name.to_owned()).or_default()
}
