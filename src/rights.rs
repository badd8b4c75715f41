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
    pub what: What,
    /// The organisation; everywhere when none is named.
    pub at: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
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
    pub fn is(&self, what: What) -> bool {
        self.roles.iter().any(|role| role.what == what)
    }

    /// Have they the role at this organisation, or everywhere?
    pub fn is_at(&self, what: What, organisation: Uuid) -> bool {
        let counts = |role: &Role| role.at.is_none_or(|at| at == organisation);
        self.roles.iter().any(|role| role.what == what && counts(role))
    }
}

/// What a route asks of whoever comes, before its handler runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    Anybody,
    /// Anybody who is known.
    LoggedIn,
    /// Who has one of these roles, wherever that is.
    WithRole(&'static [What]),
}

/// May they use a route that asks for this?
pub fn allows(right: Right, who: Option<&Who>) -> Result<(), Error> {
    let may = match (right, who) {
        (Right::Anybody, _) | (Right::LoggedIn, Some(_)) => true,
        (Right::WithRole(roles), Some(who)) => roles.iter().any(|what| who.is(*what)),
        (Right::LoggedIn | Right::WithRole(_), None) => false,
    };
    if may { Ok(()) } else { Err(Error::Forbidden) }
}
