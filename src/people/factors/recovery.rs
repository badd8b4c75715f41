//! Codes to write down, each good once, for the day that an app or a key is lost.

use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

use super::{Shown, tries};
use crate::clock::Clock;
use crate::seal::Seal;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// A keyed digest of it.
    pub code: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

const COUNT: usize = 10;
/// Letters and digits that nobody takes for each other.
const SIGNS: [u8; 32] = *b"abcdefghijkmnpqrstuvwxyz23456789";
/// In all, and in each group: 60 bits.
const LENGTH: usize = 12;
const GROUP: usize = 4;

fn purpose(person: Uuid) -> String {
    format!("recovery {person}")
}

/// New ones in the place of those before. They are told now, and never again.
pub async fn renew(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seal: &Seal,
    person: Uuid,
) -> Result<Vec<String>, DbErr> {
    remove(tx, person).await?;
    let codes: Vec<String> = (0..COUNT).map(|_| new_code(clock)).collect();
    let rows = codes.iter().map(|code| Model {
        id: clock.random_id(),
        person_id: person,
        code: seal.digest(&purpose(person), &plain(code)),
    });
    let rows: Vec<ActiveModel> = rows.map(Model::into_active_model).collect();
    Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(codes)
}

/// `abcd-efgh-2345`.
fn new_code(clock: &Clock) -> String {
    let mut bits = clock.random_id().as_u64_pair().1;
    let mut code = String::new();
    for at in 0..LENGTH {
        if at > 0 && at % GROUP == 0 {
            code.push('-');
        }
        let sign = usize::try_from(bits & 31).unwrap_or_default();
        code.push(char::from(SIGNS[sign]));
        bits >>= 5;
    }
    code
}

/// As it is compared: without what people put between.
fn plain(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Holds a code against those of a person; a right one is used up.
pub async fn hold(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seal: &Seal,
    (person, typed): (Uuid, &str),
) -> Result<Shown, DbErr> {
    let now = clock.now();
    if let Some(seconds) = tries::wait(tx, person, now).await? {
        return Ok(Shown::Wait(seconds));
    }
    let typed = plain(typed);
    let rows = Entity::find().filter(Column::PersonId.eq(person)).all(tx).await?;
    let is_it = |row: &&Model| seal.is_digest(&purpose(person), &typed, &row.code);
    // Each is looked at, so that it takes as long.
    let fitting: Vec<Uuid> = rows.iter().filter(is_it).map(|row| row.id).collect();
    let Some(id) = fitting.first() else {
        tries::wrong(tx, person, now).await?;
        return Ok(Shown::Wrong);
    };
    Entity::delete_by_id(*id).exec(tx).await?;
    tries::right(tx, person).await?;
    Ok(Shown::Right)
}

/// How many are left.
pub async fn left(db: &impl ConnectionTrait, person: Uuid) -> Result<usize, DbErr> {
    let count = Entity::find().filter(Column::PersonId.eq(person)).count(db).await?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

pub async fn remove(tx: &impl ConnectionTrait, person: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::PersonId.eq(person)).exec(tx).await?;
    Ok(())
}
