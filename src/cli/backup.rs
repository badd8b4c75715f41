//! Commands on all there is: copy it, put it back, look through it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser};
use indicatif::ProgressBar;

use super::{counted, open, progress};
use crate::backup::{self, Checked, Error, Key, Shelf, Step};
use crate::clock::Clock;
use crate::config::{Common, Serving, Settings};
use crate::db::{self, Whole};
use crate::files::Place;
use crate::find;
use crate::items::changes;
use crate::ops;
use crate::search::Index;
use crate::site::Site;

#[derive(Args)]
pub struct Backup {
    /// A folder that is not there yet, or `s3://BUCKET/PREFIX` with nothing under it
    #[arg(value_name = "DIR|s3://…")]
    to: String,
    /// Lock it with this key, as `backup-key` or age-keygen makes them; the public half is enough
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

#[derive(Args)]
pub struct Restore {
    /// What `backup` has made
    #[arg(value_name = "DIR|s3://…")]
    from: String,
    /// The key that it is locked with
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// Put it in the place of what is here; that is gone when it is done
    #[arg(long)]
    overwrite: bool,
}

#[derive(Args)]
pub struct Check {
    /// Build the index anew if it is not right, and remove files that belong to nothing
    #[arg(long)]
    repair: bool,
    /// With --repair: bring in files that are missing or damaged from this backup
    #[arg(long, value_name = "DIR|s3://…", requires = "repair")]
    from: Option<String>,
    /// The key that the backup is locked with
    #[arg(long, value_name = "FILE", requires = "from")]
    key_file: Option<PathBuf>,
}

/// What the server is told by the environment, this command is told too.
#[derive(Parser)]
struct Environment {
    #[command(flatten)]
    serving: Serving,
}

pub async fn backup(common: &Common, asked: &Backup) -> Result<ExitCode, String> {
    ops::log::quiet();
    let serving = Environment::try_parse_from(["padriver"]).map_err(|e| e.to_string())?.serving;
    let settings = Settings::read(common, &serving)?;
    let (to, key) = (place(&asked.to)?, key(asked.key_file.as_deref())?);
    let store = open::files(&settings)?;
    let bar = progress::bar(0, "Copying");
    let made = backup::make(&settings, &store, &Clock::default(), &to, key.as_ref(), &|step| {
        show(&bar, step);
    })
    .await;
    bar.finish_and_clear();
    let made = made.map_err(told)?;
    let how = if key.is_some() { ", locked" } else { "" };
    say!("{to}: the database and {}, {} bytes{how}.", counted(made.files, "file"), made.bytes);
    open::tell(&made.troubles);
    Ok(if made.troubles.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

pub async fn restore(site: &Site, common: &Common, asked: &Restore) -> Result<ExitCode, String> {
    ops::log::quiet();
    let settings = open::settings(common)?;
    let (from, key) = (place(&asked.from)?, key(asked.key_file.as_deref())?);
    let store = open::files(&settings)?;
    let bar = progress::bar(0, "Looking through");
    let step = |step| show(&bar, step);
    let done =
        backup::restore(&settings, &store, &from, key.as_ref(), asked.overwrite, &step).await;
    bar.finish_and_clear();
    let done = done.map_err(told)?;
    let items = Box::pin(rebuild(site, settings)).await?;
    say!(
        "The backup of {} is in place: {} and {}.",
        done.manifest.made_at,
        counted(done.files, "file"),
        items
    );
    Ok(ExitCode::SUCCESS)
}

pub async fn check(site: &Site, common: &Common, asked: &Check) -> Result<ExitCode, String> {
    ops::log::quiet();
    let settings = open::settings(common)?;
    if let Some(why) = backup::unfinished(&settings) {
        return Err(why);
    }
    let whole = Whole::of(&settings.database)?;
    let db = whole.open(&settings.database).await?;
    db::check(&db).await.map_err(|e| e.to_string())?;
    let store = open::files(&settings)?;
    let opened = Index::open(&settings.folder("index"), &site.search_facets());
    let opened = opened.map_err(|e| e.to_string())?;
    let bar = progress::bar(0, "Looking");
    let (kinds, now, step) = (site.kinds(), Clock::default().now(), |step| show(&bar, step));
    let found = backup::check(&db, &store, &opened, &kinds, now, &step).await;
    bar.finish_and_clear();
    let mut found = found.map_err(told)?;
    drop(opened);
    if asked.repair {
        let from = asked.from.as_deref().map(place).transpose()?;
        let shelf = from.map(|from| Shelf::open(&from)).transpose().map_err(told)?;
        let key = key(asked.key_file.as_deref())?;
        let source = shelf.as_ref().map(|shelf| (shelf, key.as_ref()));
        for done in backup::repair_files(&db, &store, &mut found, source).await.map_err(told)? {
            say!("{done}");
        }
        if !found.index.is_empty() {
            let items = Box::pin(rebuild(site, settings)).await?;
            say!("the search index is built anew: {items}");
            found.index.clear();
        }
    }
    db.close().await.ok();
    Ok(report(&found))
}

fn report(found: &Checked) -> ExitCode {
    for line in found.lines() {
        say!("{line}");
    }
    if found.is_well() {
        say!("Database, files and search index are well.");
        return ExitCode::SUCCESS;
    }
    if !found.texts.is_empty() {
        say!(
            "What can't be read is stored as it is, and pages leave it out. What is public now is \
             mended by a new revision: import the item with something changed in its line, for an \
             equal one is left alone. What it was, and revisions of before, only a backup brings \
             back: `padriver restore`."
        );
    }
    ExitCode::from(1)
}

pub fn new_key(file: &Path) -> Result<ExitCode, String> {
    let public = backup::write_new_key(file).map_err(told)?;
    say!(
        "{} holds a new key. Keep a copy away from the site: without it no backup opens.",
        file.display()
    );
    say!("Its public half, which can only lock: {public}");
    Ok(ExitCode::SUCCESS)
}

/// Builds the index anew and tells how much is in it. It is large, for it opens the whole program.
async fn rebuild(site: &Site, settings: Settings) -> Result<String, String> {
    let app = open::app(site, settings).await?;
    // What no server has followed yet is in the index too, and it says so.
    changes::settle(&app.db).await.map_err(|e| e.to_string())?;
    let count = find::follow::rebuild(&app, &|_| {}).await.map_err(|e| e.to_string())?;
    app.db.close_by_ref().await.ok();
    Ok(counted(count, "item"))
}

fn place(written: &str) -> Result<Place, String> {
    Place::parse(written).map_err(|why| format!("the place of the backup {why}"))
}

fn key(file: Option<&Path>) -> Result<Option<Key>, String> {
    file.map(Key::read).transpose().map_err(told)
}

fn show(bar: &ProgressBar, step: Step) {
    if let Step::File(done, all) = step {
        bar.set_length(all);
        bar.set_position(done);
    }
}

/// Each part that is damaged has its line before the last.
fn told(error: Error) -> String {
    if let Error::Damaged(parts) = &error {
        open::tell(parts);
    }
    error.to_string()
}
