//! Addresses of items: made of the title, free when they are given, and never taken from anybody.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use uuid::Uuid;

use super::Item;
use super::tables::{item, old_slug};
use crate::clock::Clock;

/// `wanted`, with a number behind it when another item has or had it.
pub(super) async fn free(
    db: &impl ConnectionTrait,
    kind: &str,
    wanted: &str,
    of: Option<Uuid>,
) -> Result<String, DbErr> {
    for n in 1.. {
        let slug = if n == 1 { wanted.to_owned() } else { format!("{wanted}-{n}") };
        let mut taken = item::Entity::find()
            .filter(item::Column::Kind.eq(kind))
            .filter(item::Column::Slug.eq(&slug));
        let mut once = old_slug::Entity::find()
            .filter(old_slug::Column::Kind.eq(kind))
            .filter(old_slug::Column::Slug.eq(&slug));
        if let Some(id) = of {
            taken = taken.filter(item::Column::Id.ne(id));
            once = once.filter(old_slug::Column::ItemId.ne(id));
        }
        if taken.count(db).await? + once.count(db).await? == 0 {
            return Ok(slug);
        }
    }
    Ok(wanted.to_owned())
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

/// An address of at most 80 letters, cut between words.
pub fn slug_of(title: &str) -> String {
    let full = slug::slugify(title);
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
    if short.is_empty() { "uten-tittel".to_owned() } else { short }
}
