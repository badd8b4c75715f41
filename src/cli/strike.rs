//! Commands that take something away for good: a draft, or what the law wants gone from history.

use std::io::Read;
use std::process::ExitCode;

use clap::Subcommand;
use uuid::Uuid;

use super::open;
use super::strike_told::{self as told, Attached};
use crate::app::App;
use crate::config::Common;
use crate::db::{self, DbErr};
use crate::find::snapshot;
use crate::i18n::{Lang, Text};
use crate::items::{
    Discarded, Elsewhere, Holder, Item, Passage, WriteError, Writer, catalogue, read,
};
use crate::print;
use crate::site::Site;
use crate::text::check_line;

#[derive(Subcommand)]
pub enum Command {
    /// Strike a passage, read from standard input, from every revision of an item, its contact, its
    /// address, its index, papers and copies. A gap shows where it stood
    Passage {
        /// The external id of the item, its id, or its address
        item: String,
        /// Strike also the genitive and the definite forms of its last word: `Nordmanns`,
        /// `sykehjemmet`
        #[arg(long)]
        forms: bool,
        #[command(flatten)]
        how: How,
    },
    /// Strike a file from every item and every statement that has it, with its bytes
    File {
        /// The address of the file, or its id
        file: String,
        #[command(flatten)]
        how: How,
    },
}

#[derive(clap::Args)]
pub struct How {
    /// Why, in words that everybody may read; never what it was
    #[arg(long)]
    reason: String,
    /// Do it; without this it is only told what would be struck
    #[arg(long)]
    yes: bool,
}

/// The longest passage, in bytes.
const LONGEST: u64 = 100_000;

pub async fn run(site: &Site, common: &Common, command: Command) -> Result<ExitCode, String> {
    let app = open::app(site, open::settings(common)?).await?;
    match command {
        Command::Passage { item, forms, how } => passage(&app, &item, forms, &how).await,
        Command::File { file, how } => file_of(&app, &file, &how).await,
    }
}

async fn passage(app: &App, item: &str, forms: bool, how: &How) -> Result<ExitCode, String> {
    let item = find(app, item).await?;
    let mut text = String::new();
    let read = std::io::stdin().take(LONGEST).read_to_string(&mut text);
    read.map_err(|e| format!("the passage can't be read: {e}"))?;
    let passage = Passage::new(&text).map_err(|e| e.to_string())?;
    let passage = if forms { passage.with_forms() } else { passage };
    let reason = reason(how)?;
    if passage.clone().with_forms().is_in(&reason) {
        return Err("the reason repeats the passage, and everybody can read it".to_owned());
    }
    let gap = Text::new(Lang::parse(&item.lang).unwrap_or(Lang::Nb)).plain("library-struck-gap");
    // All that takes long is looked at first: while the transaction lasts, others wait to write.
    let around = around(app, &item, &passage).await.map_err(|e| e.to_string())?;
    let tx = db::begin(&app.db).await.map_err(|e| e.to_string())?;
    let struck = Writer::new(&tx, &app.clock, app.kinds.stored())
        .strike_passage(item.id, &passage, &gap, &reason, &around.elsewhere)
        .await
        .map_err(|e| e.to_string())?;
    let noun = app.kinds.named(&item.kind).map_or("", |kind| kind.path);
    told::say(told::struck(&item, noun, &struck));
    told::say(told::left(&item, &passage, &struck, &around));
    if struck.is_nothing() {
        say!("The passage is nowhere in {}. Nothing was changed.", item.external_id);
        // Somebody may have struck it before, and not have got it out of the log of the database.
        tx.rollback().await.map_err(|e| e.to_string())?;
        if how.yes {
            told::cleaned(&db::clean(&app.db).await.map_err(|e| e.to_string())?);
        }
        return Ok(ExitCode::from(1));
    }
    finish(app, tx, how.yes).await
}

/// What is looked at before anything is struck.
pub async fn around(app: &App, item: &Item, passage: &Passage) -> Result<Around, DbErr> {
    Ok(Around {
        elsewhere: Elsewhere::look(&app.db, &app.clock, item.id, passage).await?,
        files: told::attached(app, item, passage).await?,
        translations: read::translations(&app.db, item).await?,
    })
}

/// What the item is among, as far as a strike does not touch it.
pub struct Around {
    pub elsewhere: Elsewhere,
    /// The files of the item, now or once, with the passage or its kin in their text.
    pub files: Vec<Attached>,
    pub translations: Vec<Item>,
}

async fn file_of(app: &App, file: &str, how: &How) -> Result<ExitCode, String> {
    let id = file.split('/').find_map(|part| part.parse::<Uuid>().ok());
    let id = id.ok_or("that is no file: give its address, as /filer/…, or its id")?;
    let reason = reason(how)?;
    let tx = db::begin(&app.db).await.map_err(|e| e.to_string())?;
    let all = Writer::new(&tx, &app.clock, app.kinds.stored())
        .strike_file(id, &reason)
        .await
        .map_err(|e| no_file(id, &e))?;
    for (holder, struck) in all {
        match holder {
            Holder::Item(item) => {
                let item = read::by_id(&tx, item).await.map_err(|e| e.to_string())?;
                told::say(item.map(|item| told::counts(&item, struck)));
            }
            Holder::Centre(slug) => told::say([told::of_centre(&slug, struck)]),
        }
    }
    if how.yes {
        say!("Its bytes and their text go when a running server comes to it.");
    }
    finish(app, tx, how.yes).await
}

pub(super) fn no_file(id: Uuid, error: &WriteError) -> String {
    match error {
        WriteError::Missing => format!("there is no file {id}. It may have been struck before"),
        other => format!("{id}: {other}"),
    }
}

fn reason(how: &How) -> Result<String, String> {
    check_line("reason", &how.reason, 300, true).map_err(|e| e.to_string())
}

/// Papers that are made may have it too; they are made anew when somebody asks for them.
async fn finish(app: &App, tx: db::Tx, is_meant: bool) -> Result<ExitCode, String> {
    let told = |e: DbErr| e.to_string();
    if !is_meant {
        tx.rollback().await.map_err(told)?;
        say!("Nothing was changed. Say --yes to strike it for good.");
        return Ok(ExitCode::SUCCESS);
    }
    print::recall(&tx, app.clock.now()).await.map_err(told)?;
    tx.commit().await.map_err(told)?;
    print::sweep_once(app).await.map_err(|e| e.to_string())?;
    snapshot::forget(&app.files).await.map_err(|e| e.to_string())?;
    let kept = app.settings.catalogue_file();
    catalogue::forget(&kept).map_err(|e| format!("{}: {e}", kept.display()))?;
    say!("It is struck. Backups and exports made before still have it: see to them too.");
    told::cleaned(&db::clean(&app.db).await.map_err(told)?);
    say!(
        "The folder `index` of each copy may hold old words for a while, where no page shows them: \
         `padriver reindex` writes it anew."
    );
    Ok(ExitCode::SUCCESS)
}

pub async fn discard(site: &Site, common: &Common, item: &str) -> Result<ExitCode, String> {
    let app = open::app(site, open::settings(common)?).await?;
    let item = find(&app, item).await?;
    let tx = db::begin(&app.db).await.map_err(|e| e.to_string())?;
    let discarded = Writer::new(&tx, &app.clock, app.kinds.stored())
        .discard(item.id, item.revision)
        .await
        .map_err(|e| format!("{}: {e}", item.external_id))?;
    tx.commit().await.map_err(|e| e.to_string())?;
    match discarded {
        Discarded::Item => {
            say!("{} is gone. It was never public.", item.external_id);
        }
        Discarded::Draft => {
            say!("The draft is gone. What is public of {} stands.", item.external_id);
        }
    }
    say!(
        "Files that only it had are on no page any more. Their bytes and text go when a running \
         server comes to it, an hour after they came in at the earliest."
    );
    Ok(ExitCode::SUCCESS)
}

/// By its external id, its id, or an address of its page.
async fn find(app: &App, named: &str) -> Result<Item, String> {
    let told = |e: DbErr| e.to_string();
    if let Some(item) = read::by_external_id(&app.db, named).await.map_err(told)? {
        return Ok(item);
    }
    let parts: Vec<&str> = named.split(['?', '#']).next().unwrap_or(named).split('/').collect();
    if let Some(id) = parts.iter().find_map(|part| part.parse::<Uuid>().ok())
        && let Some(item) = read::by_id(&app.db, id).await.map_err(told)?
    {
        return Ok(item);
    }
    for (noun, slug) in parts.iter().zip(parts.iter().skip(1)) {
        let kind = app.kinds.iter().find(|kind| kind.path == *noun);
        let Some(kind) = kind else { continue };
        if let Some(item) = read::by_address(&app.db, kind.name, slug).await.map_err(told)? {
            return Ok(item);
        }
    }
    Err(format!("there is no item {named:?}"))
}
