//! The log of what has been done: one's own for everybody, and all of it for administrators, who search it
//! and take it out as a table.

mod all;
mod export;
mod mine;
mod names;
mod row;
#[cfg(test)]
mod tests;
mod told;

pub use told::{ids, on, told};

use crate::kinds::Kinds;
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};

pub const ROOM: Room = Room { name: "logbook", routes, ..Room::EMPTY };

fn routes(_: &Kinds) -> Vec<Route> {
    const ADMINISTRATOR: Right = Right::WithRole(&[RoleKind::Administrator]);
    vec![
        Route::get("/{lang}/min-side/logg", Right::LoggedIn, mine::show),
        Route::get("/{lang}/logg", ADMINISTRATOR, all::show),
        Route::get("/{lang}/logg.csv", ADMINISTRATOR, export::send),
    ]
}
