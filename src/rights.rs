//! Somebody who is known, and what they may do: plain data and small questions.
//!
//! A room finds out who it is ([`Identify`](crate::app::Identify)); a route names the [`Right`]
//! that it asks for. What depends on the thing that is asked for (is it theirs, is it at their
//! organisation?) is asked by the handler, which has it.

use std::borrow::Cow;

use axum::http::Method;
use uuid::Uuid;

use crate::error::Error;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub id: Uuid,
    /// Empty until they have said it.
    pub name: String,
    /// Those that count in this session.
    pub roles: Vec<Role>,
    /// Have they more, that wait for a second step?
    pub waits: bool,
    /// The session that they ask in.
    pub session: Uuid,
    /// What their forms carry, so that they are known to be ours where a browser does not say where a
    /// form comes from.
    pub proof: String,
}

/// What somebody is trusted with, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    pub kind: RoleKind,
    /// The organisation or centre; everywhere when none is named.
    pub at: Option<Uuid>,
}

/// The roles there are, wherever somebody has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// Works in a team.
    Member,
    /// Leads a team.
    TeamLead,
    /// Writes what is published.
    Editor,
    /// Reads what others have written before it is published.
    Reviewer,
    /// Looks after a centre and its people.
    CentreLeader,
    /// Looks after the network in all the country.
    Coordinator,
    /// Looks after the installation and who may do what.
    Administrator,
}

use RoleKind::{Administrator, CentreLeader, Coordinator, Editor, Member, Reviewer, TeamLead};

impl RoleKind {
    pub const ALL: [Self; 7] =
        [Member, TeamLead, Editor, Reviewer, CentreLeader, Coordinator, Administrator];

    /// As it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Member => "member",
            TeamLead => "team_lead",
            Editor => "editor",
            Reviewer => "reviewer",
            CentreLeader => "centre_leader",
            Coordinator => "coordinator",
            Administrator => "administrator",
        }
    }

    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// So much can be done with it that a mailbox alone does not let one in: it counts in sessions that a
    /// second step was taken in.
    pub fn needs_proof(self) -> bool {
        matches!(self, Reviewer | CentreLeader | Coordinator | Administrator)
    }

    /// Held everywhere, or at one organisation or centre.
    pub fn is_everywhere(self) -> bool {
        matches!(self, Coordinator | Administrator)
    }

    /// The roles that whoever has this one may give and take, where they have it.
    pub fn gives(self) -> &'static [Self] {
        match self {
            Administrator => &Self::ALL,
            Coordinator => &[Member, TeamLead, Editor, Reviewer, CentreLeader],
            CentreLeader => &[Member, TeamLead, Editor, Reviewer],
            Member | TeamLead | Editor | Reviewer => &[],
        }
    }
}

impl Who {
    /// Have they the role somewhere?
    pub fn is(&self, kind: RoleKind) -> bool {
        self.roles.iter().any(|role| role.kind == kind)
    }

    /// Have they the role at this organisation, or everywhere?
    pub fn is_at(&self, kind: RoleKind, organisation: Uuid) -> bool {
        let counts = |role: &Role| role.at.is_none_or(|at| at == organisation);
        self.roles.iter().any(|role| role.kind == kind && counts(role))
    }

    /// May they change what is public of this centre, and draw up what is to be?
    pub fn edits_for(&self, centre: Option<Uuid>) -> bool {
        let at = |at| self.is_at(Editor, at) || self.is_at(CentreLeader, at);
        self.is(Coordinator) || centre.is_some_and(at)
    }

    /// Do they look after the texts of this centre, and of no other by right of all the country?
    pub fn edits_at(&self, centre: Uuid) -> bool {
        let there = |role: &Role| role.at == Some(centre);
        let edits = |role: &Role| matches!(role.kind, Editor | CentreLeader);
        self.roles.iter().any(|role| there(role) && edits(role))
    }

    /// May they write in the name of this centre or organisation?
    pub fn writes_for(&self, at: Uuid) -> bool {
        self.is(Coordinator) || self.roles.iter().any(|role| role.at == Some(at))
    }

    /// May they say yes to what others have written for this centre?
    pub fn reviews_for(&self, centre: Option<Uuid>) -> bool {
        let at = |at| self.is_at(Reviewer, at) || self.is_at(CentreLeader, at);
        self.is(Coordinator) || centre.is_some_and(at)
    }

    /// May they give this role there, and take it away? `None` is everywhere.
    pub fn may_give(&self, kind: RoleKind, at: Option<Uuid>) -> bool {
        let counts = |role: &Role| role.at.is_none() || role.at == at;
        let gives = |role: &Role| role.kind.gives().contains(&kind) && counts(role);
        kind.is_everywhere() == at.is_none() && self.roles.iter().any(gives)
    }
}

/// What a route asks of whoever comes, before its handler runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    Anybody,
    /// Anybody who is known.
    LoggedIn,
    /// Who has one of these roles, wherever that is.
    WithRole(&'static [RoleKind]),
    /// Who has one of these at the organisation or centre that the address names (`{at}`), or everywhere.
    WithRoleAt(&'static [RoleKind]),
}

/// A route, and what it asks of whoever comes.
#[derive(Clone, Debug)]
pub struct Door {
    pub method: Method,
    pub pattern: Cow<'static, str>,
    pub right: Right,
}

/// May they use a route that asks for this? `at` is the organisation or centre in its address.
pub fn allows(right: Right, who: Option<&Who>, at: Option<Uuid>) -> Result<(), Error> {
    let may = match (right, who) {
        (Right::Anybody, _) | (Right::LoggedIn, Some(_)) => true,
        (Right::WithRole(roles), Some(who)) => roles.iter().any(|kind| who.is(*kind)),
        (Right::WithRoleAt(roles), Some(who)) => {
            at.is_some_and(|at| roles.iter().any(|kind| who.is_at(*kind, at)))
        }
        (_, None) => false,
    };
    if may { Ok(()) } else { Err(Error::Forbidden) }
}
