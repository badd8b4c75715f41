//! Another address of one who is logged in: shown to be theirs by a code that comes there.

use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use time::OffsetDateTime;

use super::attempts::{LASTS, TRIES, new_code};
use super::persons::{self, email};
use super::{Address, Entry, What};
use crate::clock::Clock;
use crate::db::Timestamp;
use crate::seal::Seal;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "address_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    pub address: String,
    /// A keyed digest of the code.
    pub code: String,
    pub tries: i32,
    pub expires_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

fn purpose(person: Uuid) -> String {
    format!("address {person}")
}

/// Begins anew: the code that is to be sent there. Nothing here depends on whose the address is.
pub async fn begin(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seal: &Seal,
    (person, address): (Uuid, &Address),
) -> Result<String, DbErr> {
    Entity::delete_by_id(person).exec(tx).await?;
    let code = new_code(clock);
    let row = Model {
        person_id: person,
        address: address.as_str().to_owned(),
        code: seal.digest(&purpose(person), &code),
        tries: 0,
        expires_at: (clock.now() + LASTS).into(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(code)
}

/// What came of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// The address is theirs from now on.
    Right,
    Wrong {
        left: u64,
    },
    /// Too late, too often, or never asked for.
    Over,
    /// It is another account's. Only who reads the mailbox hears of it.
    Taken,
}

/// Holds a code against the one that was sent.
pub async fn hold(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seal: &Seal,
    person: Uuid,
    typed: &str,
) -> Result<Held, DbErr> {
    let is_usable = |row: &Model| row.expires_at > clock.now() && row.tries < TRIES;
    let found = Entity::find_by_id(person).one(tx).await?.filter(is_usable);
    let Some(row) = found else { return Ok(Held::Over) };
    if !seal.is_digest(&purpose(person), typed, &row.code) {
        let tries = row.tries + 1;
        let counted = Entity::update_many().col_expr(Column::Tries, Expr::value(tries));
        counted.filter(Column::PersonId.eq(person)).exec(tx).await?;
        return Ok(match u64::try_from(TRIES - tries) {
            Ok(left @ 1..) => Held::Wrong { left },
            _ => Held::Over,
        });
    }
    Entity::delete_by_id(person).exec(tx).await?;
    let Some(address) = Address::parse(&row.address) else { return Ok(Held::Over) };
    if let Some(other) = persons::by_address(tx, &address).await? {
        return Ok(if other.id == person { Held::Right } else { Held::Taken });
    }
    let email = email::Model {
        id: clock.new_id(),
        person_id: person,
        address: row.address,
        confirmed_at: clock.now().into(),
    };
    email::Entity::insert(email.into_active_model()).exec_without_returning(tx).await?;
    let entry = Entry::of(What::AddressAdded).by(Some(person)).on("person", person);
    entry.write(tx, clock).await?;
    Ok(Held::Right)
}

/// The address that a code was sent to, while it can be typed.
pub async fn waiting(
    db: &impl ConnectionTrait,
    person: Uuid,
    now: OffsetDateTime,
) -> Result<Option<String>, DbErr> {
    let found = Entity::find_by_id(person).one(db).await?;
    let row = found.filter(|row| row.expires_at > now && row.tries < TRIES);
    Ok(row.map(|row| row.address))
}

pub async fn sweep(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<u64, DbErr> {
    let gone = Entity::delete_many().filter(Column::ExpiresAt.lt(now)).exec(db).await?;
    Ok(gone.rows_affected)
}
