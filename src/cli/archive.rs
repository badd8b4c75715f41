//! The archive package of a centre or an organisation, as a file.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use time::Date;
use tokio::sync::mpsc;

use super::open;
use crate::archive::gather::{self, Asked, Source};
use crate::archive::pack::pack;
use crate::centres::Network;
use crate::clock::Clock;
use crate::config::Common;
use crate::dates::{PartialDate, oslo_day};
use crate::db;
use crate::error::Error;
use crate::i18n::{Lang, Text};
use crate::ops;
use crate::people::{Entry, What, places};
use crate::site::Site;
use crate::work::Least;

#[derive(Args)]
pub struct Archive {
    /// The centre or organisation, as its address has it: usht-hedmark
    #[arg(value_name = "SLUG")]
    place: String,
    /// The first day, month or year of it, as in 2026 or 2026-01-01
    #[arg(long, value_name = "DATE")]
    from: String,
    /// The last one
    #[arg(long, value_name = "DATE")]
    to: String,
    /// The file to write
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// The language of what is said around the texts: nb, nn, se or en
    #[arg(long, default_value = "nb", value_name = "LANGUAGE")]
    language: String,
}

fn date(name: &str, written: &str) -> Result<PartialDate, String> {
    let wrong = |_| format!("{name}: {written:?} is no day, month or year, as in 2026-01-31");
    written.parse::<PartialDate>().map_err(wrong)
}

/// The first day and the last.
fn period(asked: &Archive) -> Result<(Date, Date), String> {
    let from = date("from", &asked.from)?.first_day();
    let to = date("to", &asked.to)?.last_day();
    if from > to {
        return Err(format!("from: {from} is after {to}"));
    }
    Ok((from, to))
}

pub async fn run(common: &Common, asked: Archive) -> Result<ExitCode, String> {
    ops::log::quiet();
    let lang = Lang::parse(&asked.language)
        .ok_or_else(|| format!("language: {:?} is not one of nb, nn, se, en", asked.language))?;
    let (from, to) = period(&asked)?;
    let settings = open::settings(common)?;
    let clock = Clock::default();
    let db = open::database(&settings, &clock).await?;
    let network = Network::load(&db).await.map_err(|e| e.to_string())?;
    let place = places::by_slug(&network, &asked.place)
        .ok_or_else(|| format!("there is no centre or organisation {:?}", asked.place))?;
    let name = places::name(&network, place, oslo_day(clock.now())).unwrap_or(&asked.place);
    let of = Asked { place, name: name.to_owned(), from, to };
    let files = open::files(&settings)?;
    let (site, t) = (settings.site(), Text::new(lang));
    let kinds = Site::default().kinds();
    let least = Least(settings.small_numbers);
    let source = Source { db: db.clone(), clock: clock.clone(), files, site, kinds, t, least };
    write(&source, &of, &asked.output).await?;
    note(&source, &of).await.map_err(|e| e.to_string())?;
    say!("{} is written", asked.output.display());
    Ok(ExitCode::SUCCESS)
}

/// Under another name until it is whole.
async fn write(source: &Source, of: &Asked, output: &std::path::Path) -> Result<(), String> {
    let unfinished = output.with_extension("unfinished");
    let told = |e: std::io::Error| format!("{} can't be written: {e}", unfinished.display());
    let file = BufWriter::new(File::create(&unfinished).map_err(told)?);
    let (pieces, coming) = mpsc::channel(2);
    let packing = tokio::task::spawn_blocking(move || pack(coming, file).map(drop));
    let gathered = gather::gather(source, of, &pieces).await;
    // Else whoever packs would wait for more.
    drop(pieces);
    let packed = packing.await.map_err(|e| e.to_string())?;
    let done = match (packed, gathered) {
        (Ok(()), Ok(())) => std::fs::rename(&unfinished, output).map_err(told),
        (_, Err(error)) => Err(error.to_string()),
        (Err(error), Ok(())) => Err(error.to_string()),
    };
    if done.is_err() {
        std::fs::remove_file(&unfinished).ok();
    }
    done
}

/// That it was taken out stands in the log, by nobody in particular.
async fn note(source: &Source, of: &Asked) -> Result<(), Error> {
    let told = serde_json::json!({ "at": of.place, "from": of.from.to_string(),
        "to": of.to.to_string() });
    let place = of.place;
    db::transaction::<(), Error, _>(&source.db, |tx| {
        let (clock, told) = (source.clock.clone(), told.clone());
        Box::pin(async move {
            let entry = Entry::of(What::ArchiveTaken).on("place", place);
            Ok(entry.telling(told).write(tx, &clock).await?)
        })
    })
    .await
}
