//! Whom the law on languages binds, and how: told by the sort of organisation that a text belongs to.

use uuid::Uuid;

use crate::centres::Network;
use crate::items::{Owner, Registers};
use crate::organisations::Kind;

/// What the law asks of whoever a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// A central body of the state: so much of each of the two over time ([`LEAST`](super::shares::LEAST)).
    State,
    /// A regional one: what the municipalities of its area have decided.
    Regional,
    /// Municipalities, centres, users' organisations and others, and what belongs to nobody.
    Other,
}

impl Body {
    pub fn of(network: &Network, registers: &Registers, owner: Option<Uuid>) -> Self {
        let Some(Owner::Organisation { slug, .. }) = registers.owner(owner) else {
            return Self::Other;
        };
        match network.organisations.get(slug).map(|organisation| organisation.kind) {
            Some(Kind::Directorate) => Self::State,
            Some(Kind::CountyGovernor) => Self::Regional,
            _ => Self::Other,
        }
    }

    pub fn key(self) -> &'static str {
        match self {
            Self::State => "languages-body-state",
            Self::Regional => "languages-body-regional",
            Self::Other => "languages-body-other",
        }
    }
}
