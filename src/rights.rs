//! Somebody who is known, and what they may do: plain data and small questions.
//!
//! A room finds out who it is ([`Identify`](crate::app::Identify)); a route names the [`Right`]
//! that it asks for. What depends on the thing that is asked for (is it theirs, is it at their
//! organisation?) is asked by the handler, which has it.

use uuid::Uuid;

use crate::error::Error;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub id: Uuid,
    pub name: String,
    pub roles: Vec<Role>,
}

/// What somebody is trusted with, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    pub kind: RoleKind,
    /// The organisation; everywhere when none is named.
    pub at: Option<Uuid>,
}

/// The roles there are, wherever somebody has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// Works in a team.
    Member,
    /// Reads and publishes what others have written.
    Editor,
    /// Looks after a centre and its people.
    Coordinator,
    /// Looks after the installation.
    Operator,
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
}

/// What a route asks of whoever comes, before its handler runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    Anybody,
    /// Anybody who is known.
    LoggedIn,
    /// Who has one of these roles, wherever that is.
    WithRole(&'static [RoleKind]),
}

/// May they use a route that asks for this?
pub fn allows(right: Right, who: Option<&Who>) -> Result<(), Error> {
    let may = match (right, who) {
        (Right::Anybody, _) | (Right::LoggedIn, Some(_)) => true,
        (Right::WithRole(roles), Some(who)) => roles.iter().any(|kind| who.is(*kind)),
        (Right::LoggedIn | Right::WithRole(_), None) => false,
    };
    if may { Ok(()) } else { Err(Error::Forbidden) }
}
