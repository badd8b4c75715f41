//! The example library: facts of the network in our own words, and items marked as examples.

use std::path::Path;

use crate::app::{App, InBar, MenuEntry};
use crate::config::Settings;
use crate::exchange::{self, Context};
use crate::items::Registers;
use crate::kinds::Kinds;
use crate::rights::Right;
use crate::room::{Room, Route};

mod kept;
mod people;
mod teams;
#[cfg(test)]
mod tests;

/// One page, by which anybody becomes one of the example people. Only the demo has it.
pub const ROOM: Room = Room {
    name: "demo",
    routes,
    menu: &[MenuEntry {
        path: people::PATH,
        label: "examples-menu",
        order: 250,
        in_bar: InBar::Never,
    }],
    ..Room::EMPTY
};

fn routes(_: &Kinds) -> Vec<Route> {
    let path = format!("/{{lang}}/{}", people::PATH);
    vec![
        Route::get(path.clone(), Right::Anybody, people::show),
        Route::post(path, Right::Anybody, people::become_one),
    ]
}

const ITEMS: &str = include_str!("../../data/demo/items.jsonl");

/// Who has taken some of them into use.
const ADOPTIONS: &str = include_str!("../../data/demo/adoptions.jsonl");

/// What one centre owes, filled in with examples: agreements, council, contact.
const NETWORK: &str = include_str!("../../data/demo/network.jsonl");

/// A picture or a file by its name; the lists are made by the build from folders of `data/demo`.
struct Example {
    name: &'static str,
    bytes: &'static [u8],
}
include!(concat!(env!("OUT_DIR"), "/pictures.rs"));
include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The mark of a folder that the demo made, and may empty.
const MARK: &str = "padriver-demo";

/// Empties the demo's own folder. A folder that the demo did not make is never touched.
pub fn clear(settings: &Settings) -> Result<(), String> {
    let folder = &settings.data_dir;
    let name = folder.display();
    let in_folder = folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if in_folder && !folder.join(MARK).exists() {
        return Err(format!(
            "{name} has something in it that the demo did not make; give an empty folder with --data-dir"
        ));
    }
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|e| format!("{name} can't be emptied: {e}"))?;
    }
    std::fs::create_dir_all(folder).map_err(|e| format!("{name} can't be made: {e}"))?;
    std::fs::write(folder.join(MARK), "The demo made this folder and empties it at each start.\n")
        .map_err(|e| format!("{name} can't be written: {e}"))
}

/// Puts the examples into the database, by the front door: the import that everyone uses.
pub async fn fill(app: &App) -> Result<(), String> {
    let folder = app.settings.folder("examples");
    let broken = |e: std::io::Error| format!("{} can't be written: {e}", folder.display());
    for (within, examples) in [("images", PICTURES), ("files", FILES)] {
        let within = folder.join(within);
        std::fs::create_dir_all(&within).map_err(broken)?;
        for Example { name, bytes } in examples {
            std::fs::write(within.join(name), bytes).map_err(broken)?;
        }
    }
    let files =
        [("network.jsonl", NETWORK), ("items.jsonl", ITEMS), ("adoptions.jsonl", ADOPTIONS)];
    for (name, lines) in files {
        let file = folder.join(name);
        std::fs::write(&file, lines).map_err(broken)?;
        import(app, &folder, &file).await?;
    }
    people::fill(app).await.map_err(|error| error.to_string())?;
    teams::fill(app).await.map_err(|error| error.to_string())
}

async fn import(app: &App, folder: &Path, file: &Path) -> Result<(), String> {
    let registers = Registers::load(&app.db).await.map_err(|e| e.to_string())?;
    let context = Context {
        db: &app.db,
        clock: &app.clock,
        files: &app.files,
        kinds: &app.kinds,
        registers: &registers,
        folder,
        force: false,
        over_strikes: false,
    };
    let imported = exchange::import_file(&context, file, &|_| {}).await?;
    match imported.failures.first() {
        None => Ok(()),
        Some(failure) => Err(format!("example {}: {}", failure.line, failure.why.join("; "))),
    }
}
