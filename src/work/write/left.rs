//! What becomes of works when somebody leaves the unit that they belong to, and when units become one: they go to a
//! colleague who is named, or stay with the team. Nothing is left that nobody can open.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{QueryOrder, QuerySelect};
use serde_json::json;

use super::super::log::work_task;
use super::super::may::Standing;
use super::super::read::{self, Open};
use super::super::tables::{Member, work, work_member};
use super::super::terms::{Changed, TeamRole};
use super::{Refused, Writer};
use crate::clock::Clock;
use crate::db::DbErr;
use crate::people::{Entry as Logged, What};
use crate::rights::Who;

/// Nobody is in more teams of one unit.
const MOST: u64 = 200;

/// Ends a person's part in the teams of a unit that they have left. A colleague who is named takes it over,
/// with what they were to do; without one the team goes on, and those who look after the unit or the
/// network open what no team is left for. Tells how many works there were.
pub async fn leave_unit(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (person, unit): (Uuid, Uuid),
    heir: Option<Uuid>,
    by: Option<Uuid>,
) -> Result<u64, Refused> {
    // In whose name it is written: of a role that ended by its date, that of whoever had it.
    let who = Who {
        id: by.unwrap_or(person),
        name: String::new(),
        roles: Vec::new(),
        waits: false,
        session: Uuid::nil(),
        proof: String::new(),
    };
    let writer = Writer::new(tx, clock, &who);
    let theirs = Query::select()
        .column(work::Column::Id)
        .from(work::Entity)
        .and_where(work::Column::PlaceId.eq(unit))
        .to_owned();
    let members = work_member::Entity::find()
        .filter(work_member::Column::PersonId.eq(person))
        .filter(work_member::Column::ValidTo.is_null())
        .filter(work_member::Column::WorkId.in_subquery(theirs))
        .order_by_asc(work_member::Column::Id)
        .limit(MOST)
        .all(tx)
        .await?;
    for member in &members {
        writer.hand_on(member, person, heir).await?;
    }
    Ok(u64::try_from(members.len()).unwrap_or_default())
}

/// Works of places that are over are those of the ones that came of them. Tells how many there were.
pub async fn move_on(tx: &impl ConnectionTrait, over: &[(Uuid, Uuid)]) -> Result<u64, DbErr> {
    let heirs: BTreeMap<Uuid, Uuid> = over.iter().copied().collect();
    let mut count = 0;
    for column in [work::Column::CentreId, work::Column::PlaceId] {
        // Few of the places that are over have any.
        let left: Vec<Uuid> = work::Entity::find()
            .select_only()
            .column(column)
            .distinct()
            .filter(column.is_in(heirs.keys().copied()))
            .into_tuple()
            .all(tx)
            .await?;
        for from in left {
            let moved = work::Entity::update_many()
                .col_expr(column, Expr::value(heirs.get(&from).copied()))
                .filter(column.eq(from))
                .exec(tx)
                .await?;
            count += moved.rows_affected;
        }
    }
    Ok(count)
}

impl<C: ConnectionTrait> Writer<'_, C> {
    async fn hand_on(
        &self,
        member: &Member,
        person: Uuid,
        heir: Option<Uuid>,
    ) -> Result<(), Refused> {
        let id = member.work_id;
        let found = work::Entity::find_by_id(id).one(self.db).await?;
        let work = found.ok_or(Refused::NotThere)?;
        self.end_member(member.id).await?;
        self.withdraw_all_by(id, person).await?;
        if let Some(heir) = heir {
            self.take_over(id, heir, &member.role).await?;
        }
        work_task::Entity::update_many()
            .col_expr(work_task::Column::PersonId, Expr::value(heir))
            .filter(work_task::Column::WorkId.eq(id))
            .filter(work_task::Column::PersonId.eq(person))
            .filter(work_task::Column::DoneOn.is_null())
            .exec(self.db)
            .await?;
        let open = Open { work, team: Vec::new(), standing: Standing::Leads };
        let was = Some(json!({ "role": member.role }));
        self.done(&open, (Changed::Left, Some(person)), was).await?;
        let entry = Logged::of(What::TeamLeft).by(Some(self.who.id)).on("work", id);
        let told = json!({ "person": person, "role": member.role, "heir": heir });
        Ok(entry.telling(told).write(self.db, self.clock).await?)
    }

    /// Somebody has the part of another from now on; what they had in the team gives way to leading it.
    async fn take_over(&self, work: Uuid, heir: Uuid, role: &str) -> Result<(), Refused> {
        let role = TeamRole::named(role).unwrap_or(TeamRole::Member);
        let team = read::team(self.db, work).await?;
        let before = team.iter().find(|one| one.person_id == Some(heir));
        if let Some(before) = before {
            if role != TeamRole::Lead || before.role == role.name() {
                return Ok(());
            }
            self.end_member(before.id).await?;
        }
        Ok(self.add_member(work, Some(heir), role).await?)
    }
}
