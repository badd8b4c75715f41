//! What was struck does not come back by an import: which strikes a line may undo. Of a file a keyed
//! digest is kept, so it is known wherever it comes. Of a passage nothing is, for words can be guessed;
//! so no line brings any words at all to an item from which some were struck.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::clock::Clock;
use crate::db::{Reads, Timestamp};
use crate::items::Incoming;
use crate::items::tables::struck;
use crate::items::write::Writer;
use crate::seal::Seal;

/// That a file was struck, and why.
#[derive(Clone, Debug)]
pub struct StruckFile {
    pub at: OffsetDateTime,
    pub reason: String,
}

/// Was the file with this id struck, from any item?
pub async fn struck_file(
    db: &impl ConnectionTrait,
    file: Uuid,
) -> Result<Option<StruckFile>, DbErr> {
    let Some(seal) = Seal::kept(db).await? else { return Ok(None) };
    let row = struck::Entity::find()
        .filter(struck::Column::File.eq(file_key(&seal, file)))
        .order_by_desc(struck::Column::At)
        .one(db)
        .await?;
    Ok(row.map(|row| StruckFile { at: row.at.into(), reason: row.reason }))
}

/// An import that was told so brings struck files back to these, items or centres: that is kept with
/// the strikes, and shown where they are.
pub async fn struck_files_again(
    db: &impl ConnectionTrait,
    clock: &Clock,
    of: &[Uuid],
    files: &[Uuid],
) -> Result<(), DbErr> {
    let Some(seal) = Seal::kept(db).await? else { return Ok(()) };
    let keys = files.iter().map(|file| file_key(&seal, *file));
    struck::Entity::update_many()
        .col_expr(struck::Column::WrittenOverAt, Expr::value(Timestamp::from(clock.now())))
        .filter(struck::Column::ItemId.is_in(of.iter().copied()))
        .filter(struck::Column::File.is_in(keys))
        .exec(db)
        .await?;
    Ok(())
}

pub(super) fn file_key(seal: &Seal, file: Uuid) -> String {
    seal.digest("struck file", &file.to_string())
}

/// What a line has that the item has not.
#[derive(Clone, Debug, Default)]
pub(in crate::items::write) struct Brings {
    /// In its text, in its contact, in its address.
    pub words: bool,
    pub files: Vec<Uuid>,
}

/// Was it struck of the item that comes anew?
pub(in crate::items::write) fn is_strike_of(row: &struck::Model, new: &Incoming) -> bool {
    new.id == Some(row.item_id) || row.external_id.as_ref() == Some(&new.external_id)
}

/// May what comes anew be what was struck? A file that is known by its digest is looked at where it is
/// read.
pub(in crate::items::write) fn stands_against(row: &struck::Model, new: &Incoming) -> bool {
    let has_files = || new.content.files_and_picture().next().is_some();
    is_strike_of(row, new) && (!row.is_file() || (row.file.is_none() && has_files()))
}

impl<C: Reads> Writer<'_, C> {
    /// The strikes of an item, the newest first.
    pub(in crate::items::write) async fn strikes_of(
        &self,
        item: Uuid,
    ) -> Result<Vec<struck::Model>, DbErr> {
        struck::Entity::find()
            .filter(struck::Column::ItemId.eq(item))
            .order_by_desc(struck::Column::At)
            .all(self.db)
            .await
    }

    /// Those of them that a line may undo.
    pub(in crate::items::write) async fn undone_by(
        &self,
        mut strikes: Vec<struck::Model>,
        brings: &Brings,
    ) -> Result<Vec<struck::Model>, DbErr> {
        let seal = Seal::kept(self.db).await?;
        let key = |file: &Uuid| seal.as_ref().map(|seal| file_key(seal, *file));
        let keys: Vec<String> = brings.files.iter().filter_map(key).collect();
        strikes.retain(|row| match &row.file {
            Some(file) => keys.contains(file),
            // Struck before digests were kept: it may be any.
            None if row.is_file() => !brings.files.is_empty(),
            None => brings.words,
        });
        Ok(strikes)
    }

    /// Those of items that were thrown away and come anew, the newest first.
    pub(in crate::items::write) async fn strikes_of_thrown_away(
        &self,
        all: &[&Incoming],
    ) -> Result<Vec<struck::Model>, DbErr> {
        let names = all.iter().map(|new| new.external_id.as_str());
        let ids = all.iter().filter_map(|new| new.id);
        let of_them = Condition::any()
            .add(struck::Column::ExternalId.is_in(names))
            .add(struck::Column::ItemId.is_in(ids));
        struck::Entity::find().filter(of_them).order_by_desc(struck::Column::At).all(self.db).await
    }

    /// An import was told to write over these: that is kept, and shown where they are.
    pub(in crate::items::write) async fn write_over(
        &self,
        item: &str,
        strikes: &[struck::Model],
    ) -> Result<(), DbErr> {
        if strikes.is_empty() {
            return Ok(());
        }
        tracing::warn!(item, strikes = strikes.len(), "an import writes over what was struck");
        let now = Timestamp::from(self.clock.now());
        struck::Entity::update_many()
            .col_expr(struck::Column::WrittenOverAt, Expr::value(now))
            .filter(struck::Column::Id.is_in(strikes.iter().map(|row| row.id)))
            .exec(self.db)
            .await?;
        Ok(())
    }
}
