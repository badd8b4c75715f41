//! Letters to people with an account about what waits for them: one a day or a week, as they choose, and
//! none where nothing does.

mod choice;
mod leave;
mod letter;
mod round;
mod store;
#[cfg(test)]
mod tests;

use crate::kinds::Kinds;
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::tasks::{Course, Task};

pub const ROOM: Room = Room {
    name: "notices",
    routes,
    jobs: |worker, app| {
        let app = app.clone();
        worker.on(move |round: round::Round| {
            let app = app.clone();
            async move { round::run(&app, round).await }
        })
    },
    tasks: &[Task {
        name: "notices",
        course: Course::Endless,
        needed: false,
        run: |app| Box::pin(round::now_and_then(app)),
    }],
    ..Room::EMPTY
};

fn routes(_: &Kinds) -> Vec<Route> {
    vec![
        Route::get("/{lang}/min-side/varsler", Right::LoggedIn, choice::show),
        Route::post("/{lang}/min-side/varsler", Right::LoggedIn, choice::send),
        // Whoever has the letter can leave, logged in or not.
        Route::get("/{lang}/varsler/avmelding/{token}", Right::Anybody, leave::show),
        Route::post("/{lang}/varsler/avmelding/{token}", Right::Anybody, leave::send),
    ]
}
