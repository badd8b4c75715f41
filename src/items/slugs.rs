//! Addresses of items: made of the title, free when they are given, and never taken from anybody.

use std::collections::{BTreeMap, HashMap, HashSet};

use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::tables::{item, old_slug};
use super::{Head, Item};
use crate::clock::Clock;

/// The address that an item has when a text with this head and title is the one it goes by: the one that is
/// wanted; else it is made of the title for as long as nobody has read the text there, for what it once was
/// called is nobody's to know. A page that is public keeps the one it has when only its title changes.
pub(super) async fn next(
    db: &impl ConnectionTrait,
    item: &Item,
    head: &Head,
    title: &str,
) -> Result<String, DbErr> {
    let of_title = || item.was_never_public().then(|| slug_of(title));
    match head.slug.clone().or_else(of_title) {
        Some(wanted) if wanted != item.slug => free(db, &item.kind, &wanted, Some(item.id)).await,
        _ => Ok(item.slug.clone()),
    }
}

/// `wanted`, with a number behind it when another item has or had it.
pub(super) async fn free(
    db: &impl ConnectionTrait,
    kind: &str,
    wanted: &str,
    of: Option<Uuid>,
) -> Result<String, DbErr> {
    let mut known = Known::default();
    known.take(db, (kind, wanted), of).await
}

/// The same for new items of these kinds, in their order: none gets what one before it has got.
pub(super) async fn free_for_all(
    db: &impl ConnectionTrait,
    wanted: &[(&str, String)],
) -> Result<Vec<String>, DbErr> {
    let mut counts: BTreeMap<Wanted<'_>, usize> = BTreeMap::new();
    for (kind, slug) in wanted {
        *counts.entry((*kind, slug.as_str())).or_default() += 1;
    }
    // As many as would be needed if the first were taken: mostly enough for all.
    let first: Vec<(Wanted<'_>, usize)> =
        counts.into_iter().map(|(wanted, count)| (wanted, count + 1)).collect();
    let mut known = Known::default();
    known.look_up(db, &first, None).await?;
    let mut free = Vec::with_capacity(wanted.len());
    for (kind, slug) in wanted {
        free.push(known.take(db, (*kind, slug.as_str()), None).await?);
    }
    Ok(free)
}

/// Kind and slug.
type Wanted<'w> = (&'w str, &'w str);

/// So many more addresses are looked up at most when all so far are taken.
const FURTHER: usize = 1_000;

/// Which addresses are taken, as far as that has been looked up.
#[derive(Default)]
struct Known<'w> {
    /// By kind.
    taken: HashMap<String, HashSet<String>>,
    /// Up to which number each has been looked up.
    until: HashMap<Wanted<'w>, usize>,
}

impl<'w> Known<'w> {
    /// The first that is free, which it is not from now on.
    async fn take(
        &mut self,
        db: &impl ConnectionTrait,
        (kind, wanted): Wanted<'w>,
        of: Option<Uuid>,
    ) -> Result<String, DbErr> {
        let mut n = 1;
        loop {
            if self.until.get(&(kind, wanted)).is_none_or(|until| *until < n) {
                let until = (4 * n).min(n + FURTHER);
                self.look_up(db, &[((kind, wanted), until)], of).await?;
            }
            let slug = numbered(wanted, n);
            if self.taken.entry(kind.to_owned()).or_default().insert(slug.clone()) {
                return Ok(slug);
            }
            n += 1;
        }
    }

    /// Looks up each with all its numbers until this one.
    async fn look_up(
        &mut self,
        db: &impl ConnectionTrait,
        further: &[(Wanted<'w>, usize)],
        of: Option<Uuid>,
    ) -> Result<(), DbErr> {
        let mut asked: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (wanted, until) in further {
            let from = self.until.insert(*wanted, *until).unwrap_or(0) + 1;
            let (kind, slug) = *wanted;
            asked.entry(kind).or_default().extend((from..=*until).map(|n| numbered(slug, n)));
        }
        for (kind, slug) in taken(db, asked, of).await? {
            self.taken.entry(kind).or_default().insert(slug);
        }
        Ok(())
    }
}

fn numbered(wanted: &str, n: usize) -> String {
    if n == 1 { wanted.to_owned() } else { format!("{wanted}-{n}") }
}

/// Those of the addresses, by kind, that items other than this one have or have had.
async fn taken(
    db: &impl ConnectionTrait,
    asked: BTreeMap<&str, Vec<String>>,
    of: Option<Uuid>,
) -> Result<Vec<(String, String)>, DbErr> {
    let (mut now, mut once) = (Condition::any(), Condition::any());
    for (kind, slugs) in asked {
        now = now.add(item::Column::Kind.eq(kind).and(item::Column::Slug.is_in(slugs.clone())));
        once = once.add(old_slug::Column::Kind.eq(kind).and(old_slug::Column::Slug.is_in(slugs)));
    }
    let mut now = item::Entity::find()
        .select_only()
        .columns([item::Column::Kind, item::Column::Slug])
        .filter(now);
    let mut once = old_slug::Entity::find()
        .select_only()
        .columns([old_slug::Column::Kind, old_slug::Column::Slug])
        .filter(once);
    if let Some(id) = of {
        now = now.filter(item::Column::Id.ne(id));
        once = once.filter(old_slug::Column::ItemId.ne(id));
    }
    let mut all: Vec<(String, String)> = now.into_tuple().all(db).await?;
    all.extend(once.into_tuple::<(String, String)>().all(db).await?);
    Ok(all)
}

/// The item's address now leads to the one it will have.
pub(super) async fn keep(
    db: &impl ConnectionTrait,
    clock: &Clock,
    old: &Item,
) -> Result<(), DbErr> {
    old_slug::Entity::delete_many()
        .filter(old_slug::Column::Kind.eq(&old.kind))
        .filter(old_slug::Column::Slug.eq(&old.slug))
        .exec(db)
        .await?;
    let row = old_slug::Model {
        id: clock.new_id(),
        item_id: old.id,
        kind: old.kind.clone(),
        slug: old.slug.clone(),
    };
    old_slug::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// An address of at most 80 letters, cut between words. No number stands in it that looks like a person's,
/// also where the text may keep it: an address is passed on, and kept by others, for ever.
pub fn slug_of(title: &str) -> String {
    let said = norsk::identity::masked(title, ' ', |_| false);
    let full = without_numbers(slug::slugify(said.as_deref().unwrap_or(title)));
    let mut short = String::new();
    for word in full.split('-') {
        if !short.is_empty() && short.len() + word.len() >= 80 {
            break;
        }
        if !short.is_empty() {
            short.push('-');
        }
        short.extend(word.chars().take(80));
    }
    // Where it is cut, and where signs fell out between groups, another may have come about.
    let short = without_numbers(short);
    if short.is_empty() { "uten-tittel".to_owned() } else { short }
}

/// Whatever the check sums say: in an address nobody can see that it is another thing.
fn without_numbers(mut slug: String) -> String {
    loop {
        let words: Vec<&str> = slug.split('-').filter(|word| !word.is_empty()).collect();
        let is_number = |at: usize| {
            let long = |at: usize| words.get(at).map_or(0, |word| digits_of(word));
            let is_first = (long(at), long(at + 1)) == (6, 5);
            let is_last = at > 0 && (long(at - 1), long(at)) == (6, 5);
            long(at) >= 11 || is_first || is_last
        };
        let kept = words.iter().enumerate().filter(|(at, _)| !is_number(*at));
        let kept = kept.map(|(_, word)| *word).collect::<Vec<_>>().join("-");
        match norsk::identity::masked(&kept, '-', |_| false) {
            Some(masked) => slug = masked,
            None if kept == slug => return kept,
            None => slug = kept,
        }
    }
}

/// How many digits a word of an address has, where it has nothing else.
fn digits_of(word: &str) -> usize {
    if word.bytes().all(|byte| byte.is_ascii_digit()) { word.len() } else { 0 }
}
