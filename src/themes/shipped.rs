//! The themes that come with the program, and the table made of them and of what has been changed.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::change::{self, FORMERLY, row};
use super::theme;
use crate::clock::Clock;
use crate::db::{self, DbErr};

const SHIPPED: &str = include_str!("../../data/themes.csv");

/// Says which edition of the themes the database holds; see [`db::CachedEdition`].
pub const EDITION: &str = "themes.content";

/// A shipped theme, with the slugs it has had.
struct Shipped {
    theme: theme::Model,
    formerly: Vec<String>,
}

fn read(clock: &Clock) -> Result<Vec<Shipped>, DbErr> {
    let unreadable = |e| DbErr::Custom(format!("the shipped themes can't be read: {e}"));
    let mut shipped = Vec::new();
    for (position, row) in (0..).zip(csv::Reader::from_reader(SHIPPED.as_bytes()).records()) {
        let row = row.map_err(unreadable)?;
        let some = |n: usize| Some(row[n].to_owned()).filter(|text| !text.is_empty());
        let formerly = row[6].split('|').map(str::trim).filter(|slug| !slug.is_empty());
        shipped.push(Shipped {
            formerly: formerly.map(str::to_owned).collect(),
            theme: theme::Model {
                id: clock.new_id(),
                slug: row[0].to_owned(),
                parent: some(1),
                nb: row[2].to_owned(),
                nn: row[3].to_owned(),
                se: some(4),
                en: row[5].to_owned(),
                position,
            },
        });
    }
    Ok(shipped)
}

/// Fills the table from the file that comes with the program, and then with what has been changed
/// here.
pub async fn load_shipped(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    let shipped = read(clock)?;
    // What the file says of former slugs stands among the changes, before those made here.
    row::Entity::delete_many().filter(row::Column::What.eq(FORMERLY)).exec(db).await?;
    let mut number = 0;
    for Shipped { theme, formerly } in &shipped {
        for slug in formerly {
            number -= 1;
            let old = row::Model {
                id: clock.new_id(),
                number,
                what: FORMERLY.to_owned(),
                slug: slug.clone(),
                became: Some(theme.slug.clone()),
                nb: None,
                nn: None,
                se: None,
                en: None,
            };
            row::Entity::insert(old.into_active_model()).exec_without_returning(db).await?;
        }
    }
    rebuild(db, clock, shipped.into_iter().map(|shipped| shipped.theme).collect()).await
}

/// The table anew, of what is shipped and what has been changed here.
pub(super) async fn rebuild_from_shipped(
    db: &impl ConnectionTrait,
    clock: &Clock,
) -> Result<(), DbErr> {
    let shipped = read(clock)?;
    rebuild(db, clock, shipped.into_iter().map(|shipped| shipped.theme).collect()).await
}

async fn rebuild(
    db: &impl ConnectionTrait,
    clock: &Clock,
    mut rows: Vec<theme::Model>,
) -> Result<(), DbErr> {
    db::begin_edition(db, clock, EDITION).await?;
    for made in change::all(db).await? {
        change::apply(&mut rows, &made, clock);
    }
    theme::Entity::delete_many().exec(db).await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    theme::Entity::insert_many(rows).exec_without_returning(db).await?;
    db::set_edition(db, EDITION, clock.new_id().to_string()).await
}

/// Says that something beside the list is another: what anybody keeps of the themes is out of date.
pub(super) async fn new_edition(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    db::set_edition(db, EDITION, clock.new_id().to_string()).await
}

/// Themes that a program before this one wrote have none.
pub async fn give_edition(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    if db::edition(db, EDITION).await?.is_none() {
        db::set_edition(db, EDITION, clock.new_id().to_string()).await?;
    }
    Ok(())
}

/// What [`load_shipped`] would write, to tell whether it already has.
pub fn shipped_digest() -> String {
    crate::files::digest(SHIPPED.as_bytes())
}
