//! What was typed elsewhere and is kept as a new draft is kept once, however often that is asked for: the draft is
//! known by a keyed digest of what it was made of and by whom, and forgotten with it.

use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

use super::{held, may};
use crate::app::App;
use crate::db;
use crate::forms::Submitted;
use crate::items::{Draft, Working, WriteError, Writer};
use crate::kinds::Kind;
use crate::rights::Who;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "kept_anew")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    pub item_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What the digests are for.
const PURPOSE: &str = "kept as a new draft";

/// The draft that it is kept in.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    pub item: Uuid,
    /// Has its writer gone on from there? Then nothing is written over.
    pub has_gone_on: bool,
}

/// By who keeps it and all that came, but for what is of the page that it came from.
pub fn digest(app: &App, who: Uuid, sent: &Submitted, left: &[&str]) -> String {
    let mut told = who.to_string();
    for name in sent.names().filter(|name| !left.contains(name)) {
        for value in sent.values(name) {
            told.push('\0');
            told.push_str(name);
            told.push('\0');
            told.push_str(value);
        }
    }
    app.seal.digest(PURPOSE, &told)
}

/// Begins the draft, or finds the one that was begun of the same.
pub async fn begin(
    app: &App,
    kind: &'static Kind,
    (draft, digest): (Draft, String),
    (who, held): (&Who, Option<Uuid>),
) -> Result<Kept, WriteError> {
    db::transaction::<Kept, WriteError, _>(&app.db, |tx| {
        let (clock, kinds, who) = (app.clock.clone(), app.kinds.clone(), who.clone());
        let (draft, digest) = (draft.clone(), digest.clone());
        Box::pin(async move {
            held::forget(tx, who.id, held).await?;
            if let Some(found) = Entity::find_by_id(digest.clone()).one(tx).await?
                && let Some(text) = Working::open(tx, found.item_id).await?
                // Of one that was passed on they are to have another.
                && may::write(&who, &text)
            {
                return Ok(Kept { item: found.item_id, has_gone_on: text.number() > 1 });
            }
            let writer = Writer::new(tx, &clock, kinds.stored()).by(who.id);
            let item = writer.create(&kind.store, &draft).await?;
            remember(tx, Model { digest, item_id: item }).await?;
            Ok(Kept { item, has_gone_on: false })
        })
    })
    .await
}

async fn remember(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let over = OnConflict::column(Column::Digest).update_column(Column::ItemId).to_owned();
    Entity::insert(row.into_active_model()).on_conflict(over).exec_without_returning(tx).await?;
    Ok(())
}
