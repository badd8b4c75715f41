//! What happens before the first request: the registers that come with the program are in place.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};

use crate::clock::Clock;
use crate::db::{self, Db, DbErr, register};
use crate::find::synonyms;
use crate::items::refile::{self, Concerned};
use crate::{centres, places, themes};

/// Loads each shipped register whose edition the database does not hold yet. Two copies that start
/// together do it one after the other.
pub async fn load_registers(db: &Db, clock: &Clock) -> Result<(), DbErr> {
    let shipped = [
        ("places", places::shipped_digest()),
        ("themes", themes::shipped_digest()),
        ("centres", centres::shipped_digest()),
        ("synonyms", synonyms::shipped_digest()),
        ("filing", refile::EDITION.to_owned()),
    ];
    for (name, digest) in shipped {
        if is_loaded(db, name, &digest).await? {
            continue;
        }
        db::bulk_transaction::<(), DbErr, _>(db, |tx| {
            let (clock, digest) = (clock.clone(), digest.clone());
            Box::pin(async move {
                claim(tx, name).await?;
                if is_loaded(tx, name, &digest).await? {
                    return Ok(());
                }
                match name {
                    "places" => {
                        places::load_shipped(tx, &clock).await?;
                        refile::request(tx, &clock, Concerned::All).await?;
                    }
                    "themes" => {
                        themes::load_shipped(tx, &clock).await?;
                        refile::request(tx, &clock, Concerned::All).await?;
                    }
                    "centres" => centres::load_shipped(tx, &clock).await?,
                    "synonyms" => synonyms::load_shipped(tx, &clock).await?,
                    _ => {
                        refile::request(tx, &clock, Concerned::All).await?;
                    }
                }
                db::set_edition(tx, name, digest).await
            })
        })
        .await?;
    }
    themes::give_edition(db, clock).await
}

async fn is_loaded(db: &impl ConnectionTrait, name: &str, digest: &str) -> Result<bool, DbErr> {
    Ok(db::edition(db, name).await?.as_deref() == Some(digest))
}

/// Writes the register's row first of all: a second copy waits here until the first has committed.
async fn claim(db: &impl ConnectionTrait, name: &str) -> Result<(), DbErr> {
    let row = register::Model { name: name.to_owned(), digest: String::new() };
    let same =
        OnConflict::column(register::Column::Name).update_column(register::Column::Name).to_owned();
    register::Entity::insert(row.into_active_model())
        .on_conflict(same)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
