//! What a centre or an organisation takes to its archive: its texts, decisions and log of a period, with
//! files, digests and a manifest, as one package.

mod decisions;
pub mod gather;
pub mod pack;
mod page;
mod send;
#[cfg(test)]
mod tests;
mod text;

use crate::kinds::Kinds;
use crate::limits::{Declared, per_hour};
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};

pub const ROOM: Room = Room { name: "archive", routes, meters: &[&PACKAGES], ..Room::EMPTY };

/// Packages that somebody takes out: each reads all that a place has.
const PACKAGES: Declared = Declared {
    name: "archive_packages",
    shared: false,
    quota: |limits| per_hour(limits.forms_per_hour),
};

fn routes(_: &Kinds) -> Vec<Route> {
    const THERE: Right = Right::WithRoleAt(&[
        RoleKind::CentreLeader,
        RoleKind::Coordinator,
        RoleKind::Administrator,
    ]);
    vec![
        Route::get("/{lang}/tilgang/{at}/arkiv", THERE, page::show),
        Route::get("/{lang}/tilgang/{at}/arkiv.zip", THERE, send::send),
    ]
}

/// The organisation or centre of the address.
#[derive(serde::Deserialize)]
struct At {
    at: uuid::Uuid,
}
