//! The team of a work: who is in it and who is asked, who else sees the work, who in the leadership stands
//! behind it, and the display on the ward.

pub mod anchor;
pub mod board;
pub mod change;
pub mod invite;
mod letter;
pub mod sharing;
pub mod show;
#[cfg(test)]
mod tests;

use uuid::Uuid;

use crate::i18n::{Lang, Text, Words};
use crate::limits::{Declared, per_hour};
use crate::work::{Member, Open, TeamRole, Work};

/// Invitations to teams that one person sends.
pub const INVITATIONS: Declared = Declared {
    name: "team_invitations",
    shared: true,
    quota: |limits| per_hour(limits.invitations_per_hour),
};

/// Words of the team's own, in the language that they wrote them in.
fn own(t: Text, work: &Work, text: &str) -> Words {
    Words::name(t.lang, text, Lang::parse(&work.lang).unwrap_or(Lang::Nb))
}

/// What it means that somebody leaves the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// The work stays with the others.
    Free,
    /// It is over, and nobody else of the team could open it.
    Last,
    /// They lead, and give the lead on first.
    Leads,
    /// It goes on, and nobody else could open it.
    Alone,
}

impl Leaving {
    pub fn of(open: &Open, me: Uuid) -> Self {
        let has_lead = |one: &Member| one.role == TeamRole::Lead.name();
        let mut others = open.team.iter().filter(|one| one.person_id.is_some_and(|id| id != me));
        let is_alone = others.clone().next().is_none();
        let leads = open.team.iter().any(|one| one.person_id == Some(me) && has_lead(one));
        match (is_alone, open.is_over()) {
            (true, true) => Self::Last,
            (true, false) => Self::Alone,
            (false, false) if leads && !others.any(has_lead) => Self::Leads,
            (false, _) => Self::Free,
        }
    }

    pub fn is_alone(self) -> bool {
        self == Self::Alone
    }

    pub fn may(self) -> bool {
        matches!(self, Self::Free | Self::Last)
    }

    /// The sentence that says so.
    pub fn key(self) -> &'static str {
        match self {
            Self::Free => "team-leave-lead",
            Self::Last => "team-leave-last",
            Self::Leads => "team-leave-pass",
            Self::Alone => "team-leave-alone",
        }
    }
}
