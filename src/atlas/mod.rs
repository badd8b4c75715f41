//! The network through time: its centres, counties and municipalities on any day, as pages and as data.

mod absent;
mod api;
mod centre;
mod country;
mod county;
mod drawn;
mod epochs;
mod list;

mod local;
mod municipalities;
mod municipality;
mod per;
mod register;
mod said;
mod samples;
#[cfg(test)]
mod tests;
mod views;
mod works;
mod years;

use crate::app::{InBar, MenuEntry};
use crate::kinds::Kinds;
use crate::rights::Right;
use crate::room::{Room, Route};

pub use country::today as today_map;
pub use per::Per;
pub use said::{StatementView, Teller};

pub const ROOM: Room = Room {
    name: "atlas",
    routes,
    menu: &[MenuEntry {
        path: "sentre",
        label: "web-menu-centres",
        order: 80,
        in_bar: InBar::WithRoom,
    }],
    indexed: &["sentre"],
    tasks: &[drawn::READ_AHEAD],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

fn routes(_: &Kinds) -> Vec<Route> {
    let mut routes = vec![
        Route::get("/{lang}/sentre", Right::Anybody, views::show),
        Route::get("/{lang}/sentre/{slug}", Right::Anybody, centre::show),
        Route::get("/{lang}/fylker", Right::Anybody, county::list),
        Route::get("/{lang}/fylker/{slug}", Right::Anybody, county::show),
        Route::get("/{lang}/kommuner", Right::Anybody, municipalities::list),
        Route::get("/{lang}/kommuner/{slug}", Right::Anybody, municipality::show),
    ];
    routes.extend(api::routes());
    routes
}
