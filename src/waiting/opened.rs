//! Which texts on their way somebody may open, by where they have a role.

use uuid::Uuid;

use crate::items::working::Reach;
use crate::rights::RoleKind::{CentreLeader, Coordinator, Editor, Reviewer};
use crate::rights::{Role, Who};

/// As `editing::may` has it: where a role has ended, none of those there that others have begun is named to them any
/// more.
pub fn reach(who: &Who) -> Reach {
    let reads = |role: &&Role| matches!(role.kind, Editor | Reviewer | CentreLeader);
    let places: Option<Vec<Uuid>> = who.roles.iter().filter(reads).map(|role| role.at).collect();
    Reach {
        reads: places.filter(|_| !who.is(Coordinator)),
        writes: who.roles.iter().filter_map(|role| role.at).collect(),
    }
}
