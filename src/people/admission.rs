//! Who may have an account: anybody with an address of their own, unless the settings narrow it.

use sea_orm::ConnectionTrait;
use time::OffsetDateTime;

use super::{Address, Entry, Person, What, invitations, persons};
use crate::clock::Clock;
use crate::config;
use crate::db::DbErr;
use crate::i18n::Lang;

/// May whoever has this address log in? All of it is asked of each address, so that it takes as long.
pub async fn is_admitted(
    db: &impl ConnectionTrait,
    settings: &config::People,
    address: &Address,
    now: OffsetDateTime,
) -> Result<bool, DbErr> {
    let is_known = persons::by_address(db, address).await?.is_some();
    let invited = invitations::waiting(db, &[address.to_string()], now).await?;
    Ok(is_known || !invited.is_empty() || settings.admits(address.as_str()))
}

/// The person whose address this was just shown to be, with a new account where they had none. None
/// for one who may not have any.
pub async fn enter(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    settings: &config::People,
    address: &Address,
    lang: Lang,
) -> Result<Option<Person>, DbErr> {
    if let Some(person) = persons::by_address(tx, address).await? {
        return Ok(Some(person));
    }
    if !is_admitted(tx, settings, address, clock.now()).await? {
        return Ok(None);
    }
    let person = persons::make(tx, clock, Some(address), lang).await?;
    let entry = Entry::of(What::AccountMade).by(Some(person.id)).on("person", person.id);
    entry.write(tx, clock).await?;
    Ok(Some(person))
}
