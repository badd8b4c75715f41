//! Opens what a command works on: settings, database, registers, files, index.

use std::path::Path;
use std::sync::Arc;

use crate::adoptions;
use crate::app::App;
use crate::backup;
use crate::clock::Clock;
use crate::config::{Common, Serving, Settings};
use crate::db::{self, Db};
use crate::extract::TextReader;
use crate::files::Files;
use crate::items::catalogue::Catalogue;
use crate::items::{Registers, refile};
use crate::limits::RateLimiters;
use crate::login;
use crate::mail::Post;
use crate::page_cache::{PageCache, PublicEdition};
use crate::pdf::Press;
use crate::seal::Seal;
use crate::search::{Index, Missed, Titles};
use crate::site::Site;
use crate::start;
use crate::work::Least;

pub fn settings(common: &Common) -> Result<Settings, String> {
    Settings::read(common, &Serving::default())
}

/// The database, migrated, with the registers that come with the program.
pub async fn database(settings: &Settings, clock: &Clock) -> Result<Db, String> {
    if let Some(why) = backup::unfinished(settings) {
        return Err(why);
    }
    if settings.database.starts_with("sqlite:") {
        std::fs::create_dir_all(&settings.data_dir).map_err(|e| {
            format!("the data folder {} can't be made: {e}", settings.data_dir.display())
        })?;
    }
    let db = db::connect(&settings.database).await.map_err(|e| e.to_string())?;
    // Once more: one that has begun since may not have seen us.
    if let Some(why) = backup::unfinished(settings) {
        db.close().await.ok();
        return Err(why);
    }
    db::migrate(&db).await.map_err(|e| e.to_string())?;
    start::load_registers(&db, clock).await.map_err(|e| e.to_string())?;
    Ok(db)
}

/// A database in memory, for a command that must leave the real one alone.
pub async fn throw_away(clock: &Clock) -> Result<Db, String> {
    let db = db::connect("sqlite::memory:").await.map_err(|e| e.to_string())?;
    db::migrate(&db).await.map_err(|e| e.to_string())?;
    start::load_registers(&db, clock).await.map_err(|e| e.to_string())?;
    Ok(db)
}

pub fn files(settings: &Settings) -> Result<Files, String> {
    let files =
        Files::at(&settings.files).map_err(|e| format!("files: {}: {e}", settings.files))?;
    Ok(files.up_to(settings.max_file_size))
}

pub async fn registers(db: &Db) -> Result<Registers, String> {
    Registers::load(db).await.map_err(|e| e.to_string())
}

/// The whole program.
pub async fn app(site: &Site, settings: Settings) -> Result<App, String> {
    let post = post(&settings)?;
    let reader = TextReader::new().map_err(|e| format!("the program can't find itself: {e}"))?;
    let clock = Clock::default();
    let mut db = database(&settings, &clock).await?;
    if let Some(replica) = &settings.database_replica {
        let with = db::with_replica(db, replica).await;
        db = with.map_err(|e| format!("database-replica: {e}"))?;
    }
    // Lists of any day are whole from the first page on.
    let kinds = site.kinds();
    let filed = refile::file_unfiled(&db, &clock, kinds.stored()).await;
    let count = filed.map_err(|e| e.to_string())?;
    if count > 0 {
        tracing::info!(count, "items that another program has written are filed");
    }
    // What is told of numbers side by side is by the limit of today, from the first page on.
    let sifted = adoptions::sift(&db, &clock, Least(settings.small_numbers)).await;
    let count = sifted.map_err(|e| e.to_string())?;
    if count > 0 {
        tracing::info!(count, "numbers that are shown are held against what may be told today");
    }
    let opened = Index::open(&settings.folder("index"), &site.search_facets());
    let opened = opened.map_err(|e| e.to_string())?;
    let seal = Seal::load(&db, &clock).await.map_err(|e| e.to_string())?;
    let (titles, pages) = (Titles::default(), PageCache::new(settings.page_cache));
    let catalogue = Catalogue::kept_in(&db, settings.catalogue_file());
    Ok(App {
        edition: PublicEdition::new(&catalogue, &clock, &opened.index, &titles, &pages),
        pages,
        catalogue,
        files: files(&settings)?,
        limits: Arc::new(RateLimiters::new(&settings.limits, &site.meters(), &seal, &clock)),
        press: Press::default(),
        settings: Arc::new(settings),
        kinds,
        menu: site.menu(),
        indexed: site.indexed(),
        doors: site.doors(),
        post,
        reader,
        index: opened.index,
        titles,
        missed: Missed::default(),
        seal,
        identify: login::identify,
        clock,
        db,
    })
}

fn post(settings: &Settings) -> Result<Post, String> {
    let post = match &settings.smtp_url {
        Some(url) => Post::smtp(url, &settings.mail_from).map_err(|e| format!("smtp-url: {e}")),
        None => Post::folder(&settings.folder("mail"), &settings.mail_from)
            .map_err(|e| format!("mail-from: {e}")),
    };
    Ok(post?.answered_by(settings.feedback_address.as_deref()))
}

/// Makes the folder that a file is to be written in, when it is not there.
pub fn folder_of(file: &Path) -> Result<(), String> {
    let Some(folder) = file.parent() else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|e| format!("{} can't be made: {e}", folder.display()))
}

/// Says what is wrong, but no more than a person reads.
pub fn tell(faults: &[String]) {
    const TOLD: usize = 100;
    for fault in faults.iter().take(TOLD) {
        eprintln!("{fault}");
    }
    if faults.len() > TOLD {
        eprintln!("… and {} more", faults.len() - TOLD);
    }
}

/// Who has read enough of what is written, as `head` has, is no fault.
pub fn piped(written: std::io::Result<()>) -> Result<(), String> {
    match written {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(e.to_string()),
        _ => Ok(()),
    }
}
