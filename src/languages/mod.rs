//! How much of what is public is written in which language: for those who answer for it that bokmål and
//! nynorsk both have their share.

mod bodies;
mod export;
mod shares;
mod show;
#[cfg(test)]
mod tests;

use crate::kinds::Kinds;
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};

pub const ROOM: Room = Room { name: "languages", routes, ..Room::EMPTY };

fn routes(_: &Kinds) -> Vec<Route> {
    const NATIONAL: Right = Right::WithRole(&[RoleKind::Coordinator, RoleKind::Administrator]);
    vec![
        Route::get("/{lang}/malform", NATIONAL, show::show),
        Route::get("/{lang}/malform.csv", NATIONAL, export::send),
    ]
}
