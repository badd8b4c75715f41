//! Asking people into a team: whoever has an address, also before they have an account.

use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::super::may::Standing;
use super::super::read::{Open, team};
use super::super::tables::work;
use super::super::terms::{Changed, TeamRole};
use super::{Refused, Writer};
use crate::config;
use crate::people::invitations::{self, Column, Entity, Model};
use crate::people::{Address, Entry as Logged, What};

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Asks whoever has the address into the team. Asked again, it takes the place of the one before.
    pub async fn invite(
        &self,
        work: Uuid,
        settings: &config::People,
        (to, role): (&Address, TeamRole),
    ) -> Result<Model, Refused> {
        let open = self.open(work, Standing::Leads).await?;
        Entity::delete_many()
            .filter(Column::Address.eq(to.as_str()))
            .filter(Column::WorkId.eq(work))
            .exec(self.db)
            .await?;
        let now = self.clock.now();
        let row = Model {
            id: self.clock.new_id(),
            address: to.as_str().to_owned(),
            kind: invitations::kind_in_team(role.name()),
            place_id: None,
            work_id: Some(work),
            valid_to: None,
            invited_by: Some(self.who.id),
            made_at: now.into(),
            expires_at: (now + settings.invitation()).into(),
        };
        Entity::insert(row.clone().into_active_model()).exec_without_returning(self.db).await?;
        self.done(&open, (Changed::Invited, Some(row.id)), None).await?;
        let entry = Logged::of(What::Invited).by(Some(self.who.id)).on("invitation", row.id);
        let told = json!({ "role": role.name(), "work": work });
        entry.telling(told).write(self.db, self.clock).await?;
        Ok(row)
    }

    /// Takes an invitation back.
    pub async fn withdraw(&self, work: Uuid, invitation: Uuid) -> Result<(), Refused> {
        let open = self.open(work, Standing::Leads).await?;
        let gone = Entity::delete_many().filter(Column::Id.eq(invitation));
        let gone = gone.filter(Column::WorkId.eq(work)).exec(self.db).await?;
        if gone.rows_affected == 0 {
            return Err(Refused::NotThere);
        }
        // Whose address it was is nobody's business any more.
        let was = Some(json!({ "withdrawn": true }));
        self.done(&open, (Changed::Invited, Some(invitation)), was).await?;
        let entry = Logged::of(What::InvitationWithdrawn).by(Some(self.who.id));
        let entry = entry.on("invitation", invitation);
        Ok(entry.write(self.db, self.clock).await?)
    }

    /// Takes whoever writes into the team, by an invitation that they have just said yes to. It has been
    /// taken away in the same transaction (`invitations::answer`).
    pub async fn accept(&self, invitation: &Model) -> Result<(), Refused> {
        let (id, role) = invitation.in_team().ok_or(Refused::NotThere)?;
        let role = TeamRole::named(role).ok_or(Refused::NotThere)?;
        let work = work::Entity::find_by_id(id).one(self.db).await?.ok_or(Refused::NotThere)?;
        let team = team(self.db, id).await?;
        // They are not in it yet: how they stand to it is not asked.
        let open = Open { work, team, standing: Standing::Reads };
        self.take_in(&open, Some(self.who.id), role).await
    }

    /// What somebody may no longer give, nobody gets of them.
    pub(super) async fn withdraw_all_by(&self, work: Uuid, person: Uuid) -> Result<(), DbErr> {
        Entity::delete_many()
            .filter(Column::WorkId.eq(work))
            .filter(Column::InvitedBy.eq(person))
            .exec(self.db)
            .await?;
        Ok(())
    }

    /// What whoever leads has sent goes on in the name of the one who leads now.
    pub(super) async fn hand_over(&self, work: Uuid, to: Uuid) -> Result<(), DbErr> {
        Entity::update_many()
            .col_expr(Column::InvitedBy, Expr::value(Some(to)))
            .filter(Column::WorkId.eq(work))
            .filter(Column::InvitedBy.eq(self.who.id))
            .exec(self.db)
            .await?;
        Ok(())
    }
}
