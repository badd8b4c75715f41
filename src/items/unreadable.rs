//! Looks through all texts, of now and before, for what can't be read of them where they are stored.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::tables::{item, revision};
use super::{Content, Item, Kind};

/// Texts of one item of which the same can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableTexts {
    pub item: Uuid,
    pub external_id: String,
    /// By their numbers.
    pub revisions: Vec<i32>,
    /// What of them, such as `facts.leaders.1.name`; empty when it is all of them.
    pub paths: Vec<String>,
    /// Is one of them what the public would read?
    pub is_public: bool,
}

/// So many items are looked at in one question, with all their texts.
const AT_ONCE: u64 = 50;

/// All there are, each text once, in the order of the items.
pub async fn unreadable_texts(
    db: &impl ConnectionTrait,
    kinds: &[&'static Kind],
) -> Result<Vec<UnreadableTexts>, DbErr> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = items_after(db, after).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = Some(last.id);
        let texts = revision::Entity::find()
            .filter(revision::Column::ItemId.is_in(page.iter().map(|item| item.id)))
            .order_by_asc(revision::Column::Number)
            .all(db)
            .await?;
        for item in &page {
            let own: Vec<&revision::Model> =
                texts.iter().filter(|text| text.item_id == item.id).collect();
            let kind = kinds.iter().find(|kind| kind.name == item.kind).copied();
            found.extend(of_item(item, &own, kind));
        }
    }
}

async fn items_after(db: &impl ConnectionTrait, after: Option<Uuid>) -> Result<Vec<Item>, DbErr> {
    let mut page = item::Entity::find().order_by_asc(item::Column::Id).limit(AT_ONCE);
    if let Some(id) = after {
        page = page.filter(item::Column::Id.gt(id));
    }
    page.all(db).await
}

fn of_item(
    item: &Item,
    texts: &[&revision::Model],
    kind: Option<&'static Kind>,
) -> Vec<UnreadableTexts> {
    let public = texts.iter().rfind(|text| text.is_published()).map(|text| text.number);
    let mut alike: BTreeMap<Vec<String>, Vec<i32>> = BTreeMap::new();
    for text in texts {
        if let Some(paths) = paths(text, kind) {
            alike.entry(paths).or_default().push(text.number);
        }
    }
    let told = |(paths, revisions): (Vec<String>, Vec<i32>)| UnreadableTexts {
        item: item.id,
        external_id: item.external_id.clone(),
        is_public: item.state().is_visible() && public.is_some_and(|n| revisions.contains(&n)),
        revisions,
        paths,
    };
    alike.into_iter().map(told).collect()
}

/// What of the text can't be read; `None` when all of it can. The log is told by whoever shows it.
fn paths(text: &revision::Model, kind: Option<&'static Kind>) -> Option<Vec<String>> {
    let Some(content) = Content::of_stored(&text.content.0) else { return Some(Vec::new()) };
    let of_facts = kind.map(|kind| (kind.unreadable)(&content)).unwrap_or_default();
    let paths = [content.unreadable, of_facts].concat();
    (!paths.is_empty()).then_some(paths)
}
