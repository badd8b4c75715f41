//! Who is trusted with what: invitations, roles and accounts, for those who look after them.

mod acts;
mod answered;
mod ask;
mod asked;
mod change;
mod find;
mod invite;
mod matrix;
mod needs;
mod question;
mod respond;
mod show;
#[cfg(test)]
mod tests;

use uuid::Uuid;

use crate::kinds::Kinds;
use crate::limits::{Declared, per_hour};
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};
use crate::web::receipt::Receipts;

pub const ROOM: Room =
    Room { name: "access", routes, meters: &[&INVITATIONS, &ROLE_REQUESTS], ..Room::EMPTY };

/// Invitations that one person sends.
const INVITATIONS: Declared = Declared {
    name: "invitations",
    shared: true,
    quota: |limits| per_hour(limits.invitations_per_hour),
};

/// Roles that one person asks for: each is a letter to others.
const ROLE_REQUESTS: Declared = Declared {
    name: "role_requests",
    shared: true,
    quota: |limits| per_hour(limits.role_requests_per_hour),
};

/// Who looks after people, each where they do.
const CARERS: &[RoleKind] =
    &[RoleKind::CentreLeader, RoleKind::Coordinator, RoleKind::Administrator];

fn routes(_: &Kinds) -> Vec<Route> {
    const NATIONAL: Right = Right::WithRole(&[RoleKind::Coordinator, RoleKind::Administrator]);
    const ADMINISTRATOR: Right = Right::WithRole(&[RoleKind::Administrator]);
    const THERE: Right = Right::WithRoleAt(CARERS);
    vec![
        Route::get("/{lang}/tilgang", NATIONAL, show::everywhere),
        Route::post("/{lang}/tilgang/inviter", ADMINISTRATOR, invite::everywhere).held(),
        Route::get("/{lang}/tilgang/roller", ADMINISTRATOR, question::everywhere),
        Route::post("/{lang}/tilgang/roller", ADMINISTRATOR, change::everywhere),
        Route::get("/{lang}/tilgang/konto", ADMINISTRATOR, question::account),
        Route::post("/{lang}/tilgang/konto", ADMINISTRATOR, change::account),
        Route::get("/{lang}/rettigheter", ADMINISTRATOR, matrix::show),
        Route::get("/{lang}/tilgang/{at}", THERE, show::at),
        Route::post("/{lang}/tilgang/{at}/inviter", THERE, invite::at).held(),
        Route::get("/{lang}/tilgang/{at}/roller", THERE, question::at),
        Route::post("/{lang}/tilgang/{at}/roller", THERE, change::at),
        Route::post("/{lang}/tilgang/{at}/sporsmal", THERE, asked::answer),
        Route::get("/{lang}/tilgang/{at}/foresporsler/{id}", THERE, respond::show),
        Route::post("/{lang}/tilgang/{at}/foresporsler/{id}", THERE, respond::send),
        Route::get("/{lang}/min-side/rolle", Right::LoggedIn, ask::show),
        Route::post("/{lang}/min-side/rolle", Right::LoggedIn, ask::send).held(),
        Route::post("/{lang}/min-side/rolle/trekk", Right::LoggedIn, ask::take_back),
    ]
}

/// What the page of a place says of what has just been done.
const RECEIPTS: Receipts = &[
    ("tatt-bort", "access-done-taken"),
    ("bekreftet", "access-done-confirmed"),
    ("trukket", "access-done-withdrawn"),
    ("stengt", "access-done-closed"),
    ("apnet", "access-done-opened"),
    ("nullstilt", "access-done-reset"),
    ("invitert", "access-done-invited"),
    (GIVEN, "access-done-given"),
    (REFUSED, "access-done-refused"),
];

/// Of the answer to one who asks.
const GIVEN: &str = "gitt";
const REFUSED: &str = "avslatt";

/// So much a form of this room may hold.
const LIMIT: usize = 16 * 1024;

/// The organisation or centre of the address.
#[derive(serde::Deserialize)]
pub struct At {
    at: Uuid,
}

/// Where a page of this room is.
fn path(lang: &str, place: Option<Uuid>) -> String {
    match place {
        Some(place) => format!("/{lang}/tilgang/{place}"),
        None => format!("/{lang}/tilgang"),
    }
}
