//! Who is in the team, and who else sees the work.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;
use time::Date;

use super::super::may::Standing;
use super::super::read::Open;
use super::super::tables::{Member, work, work_member};
use super::super::terms::{Changed, TeamRole};
use super::{Refused, Writer};
use crate::dates::oslo_day;
use crate::people::{Entry as Logged, What};

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Takes somebody into the team, or gives them another role in it. Who has no account is a role only.
    pub async fn join(
        &self,
        work: Uuid,
        person: Option<Uuid>,
        role: TeamRole,
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Leads).await?;
        self.take_in(&open, person, role).await
    }

    /// Gives somebody in the team another role.
    pub async fn set_role(&self, work: Uuid, member: Uuid, role: TeamRole) -> Result<(), Refused> {
        let open = self.open(work, Standing::Leads).await?;
        let found = open.team.iter().find(|one| one.id == member).ok_or(Refused::NotThere)?;
        if found.person_id.is_some() {
            return self.take_in(&open, found.person_id, role).await;
        }
        if found.role == role.name() {
            return Ok(());
        }
        self.end_member(member).await?;
        self.add_member(work, None, role).await?;
        self.done(&open, (Changed::Joined, None), Some(json!({ "role": found.role }))).await
    }

    /// Another leads from now on, and whoever did is a member.
    pub async fn pass_lead(&self, work: Uuid, to: Uuid) -> Result<(), Refused> {
        let open = self.open(work, Standing::Leads).await?;
        let next = open.team.iter().find(|one| one.id == to).and_then(|one| one.person_id);
        let next = next.filter(|person| *person != self.who.id).ok_or(Refused::NotThere)?;
        self.hand_over(work, next).await?;
        self.take_in(&open, Some(next), TeamRole::Lead).await?;
        // Of an adviser who keeps a work that nobody led, nothing is to be taken.
        if !open.team.iter().any(|one| one.person_id == Some(self.who.id)) {
            return Ok(());
        }
        let open = self.open(work, Standing::Leads).await?;
        self.take_in(&open, Some(self.who.id), TeamRole::Member).await
    }

    pub(super) async fn take_in(
        &self,
        open: &Open,
        person: Option<Uuid>,
        role: TeamRole,
    ) -> Result<(), Refused> {
        let work = open.work.id;
        let is_them = |member: &&Member| person.is_some() && member.person_id == person;
        let before = open.team.iter().find(is_them);
        if before.is_some_and(|member| member.role == role.name()) {
            return Ok(());
        }
        if let Some(member) = before {
            self.end_member(member.id).await?;
        }
        if let Some(person) = person.filter(|_| role != TeamRole::Lead) {
            self.withdraw_all_by(work, person).await?;
        }
        self.add_member(work, person, role).await?;
        let was = before.map(|member| json!({ "role": member.role }));
        self.done(open, (Changed::Joined, person), was).await?;
        let entry = Logged::of(What::TeamJoined).by(Some(self.who.id)).on("work", work);
        let told = json!({ "person": person, "role": role.name() });
        Ok(entry.telling(told).write(self.db, self.clock).await?)
    }

    /// Ends somebody's part in the team: their own, or another's for who leads.
    pub async fn leave(&self, work: Uuid, member: Uuid) -> Result<(), Refused> {
        let open = self.open(work, Standing::Reads).await?;
        let found = open.team.iter().find(|one| one.id == member).ok_or(Refused::NotThere)?;
        if found.person_id != Some(self.who.id) && open.standing < Standing::Leads {
            return Err(Refused::May);
        }
        self.end_member(member).await?;
        if let Some(person) = found.person_id {
            self.withdraw_all_by(work, person).await?;
        }
        let was = Some(json!({ "role": found.role }));
        self.done(&open, (Changed::Left, found.person_id), was).await?;
        let entry = Logged::of(What::TeamLeft).by(Some(self.who.id)).on("work", work);
        let told = json!({ "person": found.person_id, "role": found.role });
        Ok(entry.telling(told).write(self.db, self.clock).await?)
    }

    /// The centre whose advisers may read the work from now on; with none, the team alone.
    pub async fn share_with(&self, work: Uuid, centre: Option<Uuid>) -> Result<(), Refused> {
        let open = self.open(work, Standing::Leads).await?;
        if open.work.centre_id == centre {
            return Ok(());
        }
        work::Entity::update_many()
            .col_expr(work::Column::CentreId, Expr::value(centre))
            .filter(work::Column::Id.eq(work))
            .exec(self.db)
            .await?;
        let was = Some(json!({ "centre": open.work.centre_id }));
        self.done(&open, (Changed::Adviser, centre), was).await?;
        let entry = Logged::of(What::WorkShared).by(Some(self.who.id)).on("work", work);
        Ok(entry.telling(json!({ "centre": centre })).write(self.db, self.clock).await?)
    }

    pub(super) async fn add_member(
        &self,
        work: Uuid,
        person: Option<Uuid>,
        role: TeamRole,
    ) -> Result<(), DbErr> {
        let row = Member {
            id: self.clock.new_id(),
            work_id: work,
            person_id: person,
            role: role.name().to_owned(),
            valid_from: self.today(),
            valid_to: None,
            reminded_on: None,
        };
        self.insert(row).await
    }

    pub(super) async fn end_member(&self, member: Uuid) -> Result<(), DbErr> {
        work_member::Entity::update_many()
            .col_expr(work_member::Column::ValidTo, Expr::value(Some(self.today())))
            .filter(work_member::Column::Id.eq(member))
            .exec(self.db)
            .await?;
        Ok(())
    }

    pub(super) fn today(&self) -> Date {
        oslo_day(self.clock.now())
    }
}
