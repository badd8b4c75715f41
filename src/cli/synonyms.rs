//! Commands on the synonyms: a file in, and out again.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;

use super::open;
use crate::clock::Clock;
use crate::config::Common;
use crate::dates::oslo_day;
use crate::db;
use crate::find::synonyms;

#[derive(Subcommand)]
pub enum Command {
    /// Put the list of a CSV file in place of the one there is: whole, or not at all when anything is
    /// wrong. A running server uses it within a second
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Write over what people have said and taken away by form
        #[arg(long)]
        force: bool,
    },
    /// Write the list as CSV, as it can be imported
    Export {
        /// Write to this file instead of to standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Write the list that comes with this program
        #[arg(long)]
        shipped: bool,
    },
}

pub async fn run(common: &Common, command: Command) -> Result<ExitCode, String> {
    let settings = open::settings(common)?;
    let clock = Clock::default();
    match command {
        Command::Import { file, force } => {
            let pairs = read(&file, &clock)?;
            let db = open::database(&settings, &clock).await?;
            import(&db, &clock, (pairs, force), &file).await
        }
        Command::Export { output, shipped } => {
            let pairs = if shipped {
                synonyms::shipped(&clock)
            } else {
                synonyms::all(&open::database(&settings, &clock).await?).await
            };
            let text = synonyms::write(&pairs.map_err(|e| e.to_string())?);
            match output {
                None => print!("{text}"),
                Some(path) => std::fs::write(&path, text)
                    .map_err(|e| format!("{} can't be written: {e}", path.display()))?,
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn read(path: &Path, clock: &Clock) -> Result<Vec<synonyms::Pair>, String> {
    let name = path.display();
    let bytes = std::fs::read(path).map_err(|e| format!("{name} can't be read: {e}"))?;
    synonyms::read(&bytes, oslo_day(clock.now())).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(|why| format!("{name}, {why}")).collect();
        format!("the synonyms are left as they were\n{}", faults.join("\n"))
    })
}

async fn import(
    db: &db::Db,
    clock: &Clock,
    (pairs, force): (Vec<synonyms::Pair>, bool),
    path: &Path,
) -> Result<ExitCode, String> {
    type Imported = Result<synonyms::Done, Vec<String>>;
    let done = db::transaction::<Imported, db::DbErr, _>(db, |tx| {
        let (clock, pairs) = (clock.clone(), pairs.clone());
        Box::pin(async move { synonyms::import(tx, &clock, &pairs, force).await })
    })
    .await
    .map_err(|e| e.to_string())?;
    let synonyms::Done { added, removed, unchanged, kept, left_out } = done.map_err(|faults| {
        let faults = faults.join("\n");
        format!(
            "with what people have said by form the list makes no sense, and nothing is changed; \
             --force lets the file win\n{faults}"
        )
    })?;
    let name = path.display();
    say!("{name}: {added} added, {removed} removed, {unchanged} unchanged");
    if kept + left_out > 0 {
        say!(
            "{name}: {kept} said by form stand, {left_out} taken away by form are left out; --force \
             lets the file win"
        );
    }
    Ok(ExitCode::SUCCESS)
}
