//! The driver diagram: what the aim hangs on, what that hangs on, and what may be changed.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;

use super::super::may::Standing;
use super::super::tables::{Driver, Link, work_driver, work_link};
use super::super::terms::Changed;
use super::{NewDriver, Refused, Writer, kept, unseen};

impl<C: ConnectionTrait> Writer<'_, C> {
    pub async fn add_driver(&self, work: Uuid, new: NewDriver) -> Result<Uuid, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let row = Driver {
            id: self.clock.new_id(),
            work_id: work,
            level: new.level.name().to_owned(),
            words: new.words,
            place: new.place,
            is_gone: false,
            number: open.next(),
        };
        let id = row.id;
        self.insert(row).await?;
        self.done(&open, (Changed::Driver, Some(id)), None).await?;
        Ok(id)
    }

    /// Writes a driver anew, or with none takes it away.
    pub async fn set_driver(
        &self,
        work: Uuid,
        (driver, seen): (Uuid, i32),
        new: Option<NewDriver>,
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let old = self.driver(work, driver).await?;
        unseen(old.number, seen)?;
        let mut set = work_driver::Entity::update_many()
            .col_expr(work_driver::Column::Number, Expr::value(open.next()))
            .col_expr(work_driver::Column::IsGone, Expr::value(new.is_none()));
        if let Some(new) = new {
            set = set
                .col_expr(work_driver::Column::Level, Expr::value(new.level.name()))
                .col_expr(work_driver::Column::Words, Expr::value(new.words))
                .col_expr(work_driver::Column::Place, Expr::value(new.place));
        }
        set.filter(work_driver::Column::Id.eq(driver)).exec(self.db).await?;
        self.done(&open, (Changed::Driver, Some(driver)), kept(&old)).await
    }

    /// Says that a driver serves another, or no longer does. Nothing serves itself, however far round.
    pub async fn link(
        &self,
        work: Uuid,
        (from, to): (Uuid, Uuid),
        serves: bool,
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        self.driver(work, from).await?;
        self.driver(work, to).await?;
        let (_, links) = open.drivers(self.db).await?;
        let is_it = |link: &Link| link.from_id == from && link.to_id == to;
        if links.iter().any(is_it) == serves {
            return Ok(());
        }
        if serves {
            if reaches(&links, to, from) {
                return Err(Refused::Round);
            }
            let id = self.clock.new_id();
            self.insert(Link { id, work_id: work, from_id: from, to_id: to }).await?;
        } else {
            work_link::Entity::delete_many()
                .filter(work_link::Column::WorkId.eq(work))
                .filter(work_link::Column::FromId.eq(from))
                .filter(work_link::Column::ToId.eq(to))
                .exec(self.db)
                .await?;
        }
        let was = serde_json::json!({ "to": to, "served": !serves });
        self.done(&open, (Changed::Driver, Some(from)), Some(was)).await
    }

    async fn driver(&self, work: Uuid, driver: Uuid) -> Result<Driver, Refused> {
        let found = work_driver::Entity::find_by_id(driver).one(self.db).await?;
        let found = found.filter(|one| one.work_id == work && !one.is_gone);
        found.ok_or(Refused::NotThere)
    }
}

/// Does one serve the other, by way of however many?
fn reaches(links: &[Link], from: Uuid, to: Uuid) -> bool {
    let (mut next, mut seen) = (vec![from], BTreeSet::new());
    while let Some(one) = next.pop() {
        if one == to {
            return true;
        }
        if seen.insert(one) {
            next.extend(links.iter().filter(|link| link.from_id == one).map(|link| link.to_id));
        }
    }
    false
}
