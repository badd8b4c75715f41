//! Where else the passage stands: other items, and names of organisations that only texts mention.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;

use super::Passage;
use crate::items::tables::{contact, facet, item, revision, revision_facet};
use crate::organisations::{self, FACET, Name, slug_of};
use crate::{centres, statements};

/// What other items say.
#[derive(Default)]
pub(super) struct Others {
    /// Those that hold the passage, by their external ids.
    pub holding: Vec<String>,
    /// The slugs of names that stand in them.
    named: BTreeSet<String>,
}

/// So many items are looked at in one question.
const AT_ONCE: usize = 50;

pub(super) async fn others(
    db: &impl ConnectionTrait,
    but: Uuid,
    passage: &Passage,
) -> Result<Others, DbErr> {
    let slugs: BTreeSet<String> =
        names(db, passage).await?.into_iter().map(|row| row.slug).collect();
    let all: Vec<(Uuid, String)> = item::Entity::find()
        .select_only()
        .columns([item::Column::Id, item::Column::ExternalId])
        .filter(item::Column::Id.ne(but))
        .order_by_asc(item::Column::ExternalId)
        .into_tuple()
        .all(db)
        .await?;
    let mut others = Others::default();
    for some in all.chunks(AT_ONCE) {
        let ids = || some.iter().map(|(id, _)| *id);
        let mut holding = BTreeSet::new();
        let texts = revision::Entity::find().filter(revision::Column::ItemId.is_in(ids()));
        for text in texts.all(db).await? {
            let mut look = |words: &str| {
                // Seldom is there such a name, and a text is long.
                let slug = Some(words).filter(|_| !slugs.is_empty()).map(slug_of);
                others.named.extend(slug.filter(|slug| slugs.contains(slug)));
                if passage.is_in(words) {
                    holding.insert(text.item_id);
                }
            };
            each(&text.content.0, &mut look);
            look(text.note.as_deref().unwrap_or_default());
        }
        let contacts = contact::Entity::find().filter(contact::Column::ItemId.is_in(ids()));
        for contact in contacts.all(db).await? {
            if passage.is_in(&contact.role) || passage.is_in_address(&contact.email) {
                holding.insert(contact.item_id);
            }
        }
        let told = some.iter().filter(|(id, _)| holding.contains(id));
        others.holding.extend(told.map(|(_, external_id)| external_id.clone()));
    }
    Ok(others)
}

fn each(value: &Value, look: &mut impl FnMut(&str)) {
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
    passage: &Passage,
    others: &Others,
) -> Result<Names, DbErr> {
    let rows = names(db, passage).await?;
    let mut became = Names::default();
    if rows.is_empty() {
        return Ok(became);
    }
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
            || others.named.contains(&row.slug)
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
