//! Who may say yes to a text: those who can be asked by name to look through it, and whose yes counts.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use time::Date;
use uuid::Uuid;

use crate::app::App;
use crate::dates::oslo_day;
use crate::i18n::Text;
use crate::items::{Working, reviews};
use crate::people::persons::person;
use crate::people::roles;
use crate::rights::RoleKind::{CentreLeader, Coordinator, Reviewer};

/// Those who hold a role that day by which they look through texts of its owner, and who have not written in
/// it, as [`may::review`](super::may::review) has it: with what they are called.
pub async fn readers(
    db: &impl ConnectionTrait,
    item: &Working,
    today: Date,
) -> Result<BTreeMap<Uuid, String>, DbErr> {
    let owner = item.item.centre_id;
    let mut held = roles::at(db, None, today).await?;
    if owner.is_some() {
        held.extend(roles::at(db, owner, today).await?);
    }
    let looks = |row: &roles::Model| {
        row.role().is_some_and(|role| match role.kind {
            Coordinator => true,
            Reviewer | CentreLeader => owner.is_some(),
            _ => false,
        })
    };
    let theirs = held.iter().filter(|row| looks(row)).map(|row| row.person_id);
    let ids: BTreeSet<Uuid> = theirs.filter(|id| !item.writers.contains(id)).collect();
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(ids))
        .filter(person::Column::DisabledAt.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// One who can be asked.
pub struct Reader {
    pub id: Uuid,
    pub name: String,
    pub is_asked: bool,
}

/// Who is asked now, and who else could be.
pub struct Asked {
    pub readers: Vec<Reader>,
    /// Those who may say yes, also those who have not said their names.
    pub may: BTreeSet<Uuid>,
    /// Who is asked, what they are called, where they may say yes still.
    pub name: Option<String>,
    /// Somebody is asked who may not say yes any more.
    pub is_over: bool,
}

/// By their names; those who have not said theirs can be asked by nobody.
pub async fn of(app: &App, t: Text, item: &Working) -> Result<Asked, DbErr> {
    let readers = readers(&app.db, item, oslo_day(app.clock.now())).await?;
    let asked = reviews::asked(&app.db, item.item.id).await?.map(|row| row.person_id);
    let name = asked.and_then(|id| readers.get(&id).cloned());
    let is_over = asked.is_some() && name.is_none();
    let may = readers.keys().copied().collect();
    let named = readers.into_iter().filter(|(_, name)| !name.trim().is_empty());
    let reader = |(id, name): (Uuid, String)| Reader { id, name, is_asked: asked == Some(id) };
    let mut readers: Vec<Reader> = named.map(reader).collect();
    t.sort_by_key(&mut readers, |reader| reader.name.as_str());
    Ok(Asked { readers, may, name, is_over })
}
