//! Where else the passage stands: other items, and names of organisations that only texts mention.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;

use super::{Kin, KinWords, Passage, around, beside};
use crate::clock::Clock;
use crate::items::tables::{contact, facet, item, revision, revision_facet};
use crate::organisations::{self, FACET, Name, slug_of};
use crate::{centres, statements};

/// What other items say. It is looked up before the transaction of a strike, for it takes long in a
/// large library, and who writes would wait for as long.
///
/// That is safe though somebody writes between the two. Which items hold the passage is only told.
/// A name is forgotten only when nothing says it, and what others write meanwhile may only add to
/// what says it: [`forget_names`] reads the revisions that may have come since inside the
/// transaction, by their ids, which grow with time. What is said no more since, or is a name only
/// since then, stands until the next strike.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// Those that hold the passage, by their external ids.
    pub(super) holding: Vec<String>,
    /// Words that are kin to it, and where they stand.
    kin: BTreeMap<String, Spread>,
    /// The slugs of the names that were looked for …
    looked_for: BTreeSet<String>,
    /// … and of those among them that stand in other items.
    named: BTreeSet<String>,
    /// No revision that has been written since has a lower id.
    since: Uuid,
}

/// How often a word stands in other items, and in which, by their external ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    pub times: usize,
    pub items: Vec<String>,
}

/// So many items are looked at in one question.
const AT_ONCE: usize = 50;

/// Clocks may differ by as much, and a transaction last as long, between the id of a revision and the
/// instant that others see it.
const SLACK: time::Duration = time::Duration::HOUR;

impl Elsewhere {
    /// Looks through all items but one.
    pub async fn look(
        db: &impl ConnectionTrait,
        clock: &Clock,
        but: Uuid,
        passage: &Passage,
    ) -> Result<Self, DbErr> {
        let since = clock.id_before(SLACK);
        let names = names(db, passage).await?.into_iter();
        let looked_for: BTreeSet<String> = names.map(|row| row.slug).collect();
        let (holding, kin) = (Vec::new(), BTreeMap::new());
        let mut found = Self { holding, kin, looked_for, named: BTreeSet::new(), since };
        let kin = Kin::of(passage);
        let all: Vec<(Uuid, String)> = item::Entity::find()
            .select_only()
            .columns([item::Column::Id, item::Column::ExternalId])
            .filter(item::Column::Id.ne(but))
            .order_by_asc(item::Column::ExternalId)
            .into_tuple()
            .all(db)
            .await?;
        for some in all.chunks(AT_ONCE) {
            found.look_at(db, some, passage, &kin).await?;
        }
        Ok(found)
    }

    async fn look_at(
        &mut self,
        db: &impl ConnectionTrait,
        some: &[(Uuid, String)],
        passage: &Passage,
        kin: &Kin,
    ) -> Result<(), DbErr> {
        let ids = || some.iter().map(|(id, _)| *id);
        let mut holding = BTreeSet::new();
        let mut said: BTreeMap<Uuid, KinWords> = BTreeMap::new();
        let texts = revision::Entity::find().filter(revision::Column::ItemId.is_in(ids()));
        for text in texts.all(db).await? {
            let said = said.entry(text.item_id).or_default();
            each_word(&text, &mut |words: &str| {
                if passage.is_in(words) {
                    holding.insert(text.item_id);
                }
                kin.count(words, said);
            });
            self.named.extend(named_in(&text, &self.looked_for));
        }
        let contacts = contact::Entity::find().filter(contact::Column::ItemId.is_in(ids()));
        for contact in contacts.all(db).await? {
            if passage.is_in(&contact.role) || passage.is_in_address(&contact.email) {
                holding.insert(contact.item_id);
            }
            let said = said.entry(contact.item_id).or_default();
            kin.count(&contact.role, said);
            kin.count(&contact.email, said);
        }
        let ids: Vec<Uuid> = ids().collect();
        holding.extend(beside::holding(db, &ids, passage).await?);
        holding.extend(around::holding(db, &ids, passage).await?);
        for (id, external_id) in some {
            for (word, times) in said.get(id).into_iter().flat_map(KinWords::all) {
                let spread = self.kin.entry(word.to_owned()).or_default();
                spread.times += times;
                spread.items.push(external_id.clone());
            }
        }
        let told = some.iter().filter(|(id, _)| holding.contains(id));
        self.holding.extend(told.map(|(_, external_id)| external_id.clone()));
        Ok(())
    }

    /// The items that hold it, by their external ids.
    pub fn holding(&self) -> &[String] {
        &self.holding
    }

    /// Words in other items that are kin to the passage.
    pub fn kin(&self) -> &BTreeMap<String, Spread> {
        &self.kin
    }

    /// The names that stand in another item, as it was looked at or as it has been written since.
    async fn named_now(
        &self,
        db: &impl ConnectionTrait,
        but: Uuid,
    ) -> Result<BTreeSet<String>, DbErr> {
        let mut named = self.named.clone();
        let since = revision::Entity::find()
            .filter(revision::Column::Id.gte(self.since))
            .filter(revision::Column::ItemId.ne(but));
        for text in since.all(db).await? {
            named.extend(named_in(&text, &self.looked_for));
        }
        Ok(named)
    }
}

/// A revision that has the passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandsIn {
    pub number: i32,
    pub places: i32,
    /// It is what readers see, or was.
    pub is_public: bool,
}

impl StandsIn {
    /// The revisions of an item that have it, the oldest first.
    pub async fn of(
        db: &impl ConnectionTrait,
        item: Uuid,
        passage: &Passage,
    ) -> Result<Vec<Self>, DbErr> {
        let texts = revision::Entity::find()
            .filter(revision::Column::ItemId.eq(item))
            .order_by_asc(revision::Column::Number)
            .all(db)
            .await?;
        let stands = texts.iter().map(|text| {
            let mut places = 0;
            each_word(text, &mut |words: &str| {
                places += passage.struck_from(words, "").map_or(0, |(_, found)| found);
            });
            Self { number: text.number, places, is_public: text.is_published() }
        });
        Ok(stands.filter(|one| one.places > 0).collect())
    }
}

/// Which of the names, by their slugs, stand in a text as they are.
fn named_in(text: &revision::Model, slugs: &BTreeSet<String>) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    // Seldom is there such a name, and a text is long.
    if !slugs.is_empty() {
        each_word(text, &mut |words: &str| {
            named.extend(Some(slug_of(words)).filter(|slug| slugs.contains(slug)));
        });
    }
    named
}

/// Whatever stands in a revision, each string by itself.
pub(super) fn each_word(text: &revision::Model, look: &mut impl FnMut(&str)) {
    each(&text.content.0, look);
    look(text.note.as_deref().unwrap_or_default());
}

pub(super) fn each(value: &Value, look: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => look(text),
        Value::Array(all) => all.iter().for_each(|one| each(one, look)),
        Value::Object(all) => all.values().for_each(|one| each(one, look)),
        _ => {}
    }
}

/// The names with the passage in them.
async fn names(db: &impl ConnectionTrait, passage: &Passage) -> Result<Vec<Name>, DbErr> {
    let mut names = organisations::all_names(db).await?;
    names.retain(|one| passage.is_in(&one.name));
    Ok(names)
}

/// What became of the names of organisations with the passage in them.
#[derive(Default)]
pub(super) struct Names {
    pub gone: Vec<String>,
    pub kept: Vec<String>,
}

/// Forgets the names that nothing says any more.
pub(super) async fn forget_names(
    db: &impl ConnectionTrait,
    item: Uuid,
    passage: &Passage,
    elsewhere: &Elsewhere,
) -> Result<Names, DbErr> {
    let rows = names(db, passage).await?;
    let mut became = Names::default();
    if rows.is_empty() {
        return Ok(became);
    }
    let named = elsewhere.named_now(db, item).await?;
    let mut said = BTreeSet::new();
    for register in [centres::REGISTER, organisations::REGISTER] {
        for (subject, raws) in statements::all(db, register).await? {
            let values = raws.iter().flat_map(|raw| raw.fields.values());
            said.extend(values.map(|value| slug_of(value)));
            said.insert(subject);
        }
    }
    for row in rows {
        let is_said = row.is_known
            || said.contains(&row.slug)
            || !elsewhere.looked_for.contains(&row.slug)
            || named.contains(&row.slug)
            || is_filed_under(db, &row.slug).await?;
        if is_said {
            became.kept.push(row.name);
        } else {
            organisations::forget(db, &row.slug).await?;
            became.gone.push(row.name);
        }
    }
    Ok(became)
}

async fn is_filed_under(db: &impl ConnectionTrait, slug: &str) -> Result<bool, DbErr> {
    let now = facet::Entity::find()
        .filter(facet::Column::Facet.eq(FACET))
        .filter(facet::Column::Value.eq(slug));
    let then = revision_facet::Entity::find()
        .filter(revision_facet::Column::Facet.eq(FACET))
        .filter(revision_facet::Column::Value.eq(slug));
    Ok(now.count(db).await? + then.count(db).await? > 0)
}
