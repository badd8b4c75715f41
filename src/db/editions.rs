//! Which edition of a register the database holds, and registers kept in memory until it changes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use tokio::time::Instant;

use super::connection::{Db, Tx};
use super::unseen;
use crate::clock::Clock;

pub mod register {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "register")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub digest: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub async fn edition(db: &impl ConnectionTrait, name: &str) -> Result<Option<String>, DbErr> {
    let row = register::Entity::find_by_id(name).one(db).await?;
    Ok(row.map(|row| row.digest))
}

/// Says that the register `name` is now the edition `digest`: in the transaction that made it so.
pub async fn set_edition(
    db: &impl ConnectionTrait,
    name: &str,
    digest: String,
) -> Result<(), DbErr> {
    let row = register::Model { name: name.to_owned(), digest };
    let newer = OnConflict::column(register::Column::Name)
        .update_column(register::Column::Digest)
        .to_owned();
    register::Entity::insert(row.into_active_model())
        .on_conflict(newer)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Says that the register `name` is being written: the first thing in the transaction that does it.
/// Until [`set_edition`] ends it the register is of an edition that nobody else ever sees, so what is
/// [`CachedEdition`] of it meanwhile is asked for by nobody. And who writes it at the same time meets
/// us here, whatever rows each of them touches.
pub async fn begin_edition(
    db: &impl ConnectionTrait,
    clock: &Clock,
    name: &str,
) -> Result<(), DbErr> {
    set_edition(db, name, format!("{} is written", clock.random_id())).await
}

/// What can say which editions the database holds: by asking it, unless it is known.
pub trait Reads: ConnectionTrait {
    /// Of the database itself, as it was a moment ago and before any write of ours. A transaction
    /// asks: it sees what it has written.
    fn seen_editions(&self) -> Option<Arc<Editions>> {
        None
    }
}

impl Reads for Db {
    fn seen_editions(&self) -> Option<Arc<Editions>> {
        self.editions().of_now(self.writes())
    }
}

impl Reads for Tx {}

/// By the name of the register.
pub type Editions = BTreeMap<String, String>;

/// The editions as they were seen last; clones share them.
#[derive(Clone, Debug, Default)]
pub(super) struct SeenEditions(Arc<RwLock<Option<SeenAt>>>);

#[derive(Clone, Debug)]
struct SeenAt {
    /// How often this program had written by then.
    writes: u64,
    at: Instant,
    editions: Arc<Editions>,
}

impl SeenEditions {
    fn of_now(&self, writes: u64) -> Option<Arc<Editions>> {
        let seen = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let seen = seen.as_ref()?;
        let stands = seen.writes == writes && seen.at.elapsed() < unseen::EDITIONS;
        stands.then(|| Arc::clone(&seen.editions))
    }

    fn keep(&self, seen: SeenAt) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(seen);
    }
}

/// A register that nearly every page asks, some thousand rows: read whole, and kept in memory for
/// as long as the database says that it holds the same edition. Two editions never have the same
/// mark.
pub struct CachedEdition<T>(Mutex<Option<(String, Arc<T>)>>);

impl<T> CachedEdition<T> {
    #[expect(clippy::new_without_default, reason = "made once, as a static")]
    pub const fn new() -> Self {
        Self(Mutex::new(None))
    }

    /// What is made of the registers `names`; `read` is run only when one of them is another edition
    /// than that which is kept. One small query otherwise.
    pub async fn get<Read>(
        &self,
        db: &impl Reads,
        names: &[&str],
        read: impl Fn() -> Read,
    ) -> Result<Arc<T>, DbErr>
    where
        Read: Future<Output = Result<T, DbErr>> + Send,
    {
        let seen = db.seen_editions().and_then(|seen| of_names(&seen, names));
        if let Some(seen) = seen
            && let Some((of, kept)) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner)
            && *of == seen
        {
            return Ok(Arc::clone(kept));
        }
        let Some(mut edition) = editions(db, names).await? else {
            // What has no edition can't be told from what it will be.
            return Ok(Arc::new(read().await?));
        };
        loop {
            let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some((of, kept)) = kept
                && of == edition
            {
                return Ok(kept);
            }
            let fresh = Arc::new(read().await?);
            // Read in several queries: a new edition between them would have made a mixture.
            let Some(still) = editions(db, names).await? else { return Ok(fresh) };
            if still == edition {
                let copy = (edition, Arc::clone(&fresh));
                *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(copy);
                return Ok(fresh);
            }
            edition = still;
        }
    }
}

/// The edition of every register, in one text: another one when any of them is another.
pub async fn all_editions(db: &Db) -> Result<String, DbErr> {
    let (writes, at) = (db.writes(), Instant::now());
    let rows = register::Entity::find().all(db).await?;
    let editions: Editions = rows.into_iter().map(|row| (row.name, row.digest)).collect();
    let text = editions.iter().flat_map(|(name, digest)| [name, " ", digest, "\n"]).collect();
    db.editions().keep(SeenAt { writes, at, editions: Arc::new(editions) });
    Ok(text)
}

/// The editions of all of `names`; `None` when one has none.
async fn editions(db: &impl ConnectionTrait, names: &[&str]) -> Result<Option<String>, DbErr> {
    let rows = register::Entity::find()
        .filter(register::Column::Name.is_in(names.iter().copied()))
        .all(db)
        .await?;
    let editions = rows.into_iter().map(|row| (row.name, row.digest)).collect();
    Ok(of_names(&editions, names))
}

fn of_names(editions: &Editions, names: &[&str]) -> Option<String> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names.iter().map(|name| Some(format!("{} ", editions.get(*name)?))).collect()
}
