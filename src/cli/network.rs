//! Commands on the network: newer places, tables of statements, and what centres owe.

use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use time::Date;

use super::{counted, open};
use crate::centres::{self, Finding, FindingKind, Network};
use crate::clock::Clock;
use crate::config::Common;
use crate::dates::{oslo_day, typed};
use crate::exchange;
use crate::exchange::{Beside, Context, PlacesOutcome, Unplaced};
use crate::places::{self, Places};

#[derive(Subcommand)]
pub enum Centres {
    /// List what is missing, lapsed or contradictory for each centre on a day
    Check {
        /// The day, such as 2017-06-01; today when left out
        #[arg(long, value_name = "DATE", value_parser = day)]
        per: Option<Date>,
    },
}

fn day(text: &str) -> Result<Date, String> {
    let date = typed(text).map_err(|e| e.to_string())?;
    // As on the pages: a year or a month as it was at its end.
    Ok(date.last_day().min(oslo_day(Clock::default().now()).max(date.first_day())))
}

pub async fn centres(common: &Common, asked: &Centres) -> Result<ExitCode, String> {
    let Centres::Check { per } = asked;
    let settings = open::settings(common)?;
    let clock = Clock::default();
    let db = open::database(&settings, &clock).await?;
    let day = per.unwrap_or_else(|| oslo_day(clock.now()));
    let network = Network::load(&db).await.map_err(|e| e.to_string())?;
    let findings = centres::check(&network, day);
    let mut out = std::io::stdout().lock();
    open::piped(out.write_all(report(&network, &findings, day).as_bytes()))?;
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// By centre: what contradicts, then what has lapsed, then in one line all that is missing.
fn report(network: &Network, findings: &[Finding], day: Date) -> String {
    let mut text = String::new();
    for centre in network.on(day) {
        let its: Vec<&Finding> = findings.iter().filter(|f| f.centre == centre.slug).collect();
        if its.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{} ({})", centre.short_on(day), centre.slug);
        for kind in [FindingKind::Contradictory, FindingKind::Lapsed] {
            for finding in its.iter().filter(|finding| finding.kind == kind) {
                let _ = writeln!(text, "  {}: {}", kind.name(), finding.text);
            }
        }
        let missing: Vec<&str> = its
            .iter()
            .filter(|finding| finding.kind == FindingKind::Missing)
            .map(|finding| finding.text.as_str())
            .collect();
        if !missing.is_empty() {
            let _ = writeln!(text, "  {}: {}", FindingKind::Missing.name(), missing.join(", "));
        }
    }
    let of = |kind: FindingKind| findings.iter().filter(|finding| finding.kind == kind).count();
    let _ = writeln!(
        text,
        "{} on {day}: {} contradictory, {} lapsed, {} missing",
        counted(network.on(day).count(), "centre"),
        of(FindingKind::Contradictory),
        of(FindingKind::Lapsed),
        of(FindingKind::Missing)
    );
    text
}

pub async fn import_places(common: &Common, paths: &[PathBuf]) -> Result<ExitCode, String> {
    let mut given = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|e| format!("{name} can't be read: {e}"))?;
        given.push((name, bytes));
    }
    let settings = open::settings(common)?;
    let clock = Clock::default();
    let db = open::database(&settings, &clock).await?;
    let PlacesOutcome { taken, to_file } = match exchange::import_places(&db, &clock, &given).await
    {
        Ok(placed) => placed,
        Err(Unplaced::Faulty(faults)) => {
            open::tell(&faults);
            return Err("the places are refused, and nothing is changed".to_owned());
        }
        Err(Unplaced::LeanedOn(faults)) => {
            open::tell(&faults);
            return Err("the places are refused, as centres or organisations lean on what would \
                        be gone, and nothing is changed"
                .to_owned());
        }
        Err(Unplaced::Database(error)) => return Err(error.to_string()),
    };
    for (name, count) in &taken.files {
        say!("{name}: {} read", counted(*count, "row"));
    }
    if taken.created + taken.updated == 0 {
        say!("All of it is stored already: nothing is changed.");
        return Ok(ExitCode::SUCCESS);
    }
    say!(
        "{} places and changes created, {} updated; the rest stays.",
        taken.created,
        taken.updated
    );
    tell_to_file(to_file);
    Ok(ExitCode::SUCCESS)
}

/// Says what is not done yet, and who does it.
pub fn tell_to_file(count: u64) {
    if count > 0 {
        let wait = if count == 1 { "waits" } else { "wait" };
        say!(
            "{} {wait} to be filed anew: the server does it now, or when it starts. Until then lists \
             show what was filed before.",
            counted(count, "item")
        );
    }
}

/// Reads a table of statements; tells whether it went in.
pub async fn import_table(context: &Context<'_>, name: &str, bytes: &[u8]) -> Result<bool, String> {
    let taken =
        exchange::import_csv(context, bytes).await.map_err(|why| format!("{name}: {why}"))?;
    let told = |failure: &exchange::Failure| format!("{name}, {}", failure.told());
    open::tell(&taken.failures.iter().map(told).collect::<Vec<String>>());
    let noted = |note: &exchange::Note| format!("{name}, line {}: {}", note.line, note.what);
    open::tell(&taken.notes.iter().map(noted).collect::<Vec<String>>());
    say!(
        "{name}: {} created, {} updated, {} unchanged, {} faults",
        taken.created,
        taken.updated,
        taken.unchanged,
        taken.failures.len()
    );
    tell_to_file(taken.to_file);
    Ok(taken.failures.is_empty())
}

pub async fn export(
    common: &Common,
    output: Option<&Path>,
    with_contacts: bool,
) -> Result<ExitCode, String> {
    let settings = open::settings(common)?;
    let db = open::database(&settings, &Clock::default()).await?;
    let as_table = output.is_some_and(|path| path.extension().is_some_and(|e| e == "csv"));
    let mut text = Vec::new();
    let store = open::files(&settings)?;
    output.map(open::folder_of).transpose()?;
    let folder = output.map(|path| path.parent().unwrap_or(Path::new(".")));
    let beside = folder.map(|folder| Beside { db: &db, store: &store, folder });
    if as_table {
        let written = exchange::export_csv(&db, beside.as_ref(), with_contacts).await;
        text = written.map_err(|e| e.to_string())?.into_bytes();
    } else {
        let written =
            exchange::export_registers(&db, &mut text, beside.as_ref(), with_contacts).await;
        let count = written.map_err(|e| e.to_string())?;
        eprintln!("{} written", counted(count, "line"));
    }
    match output {
        None => open::piped(std::io::stdout().lock().write_all(&text))?,
        Some(path) => whole(path, &text)?,
    }
    if let Some(path) = output.filter(|_| as_table) {
        let places = Places::load(&db).await.map_err(|e| e.to_string())?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (name, text) in places::to_csv(&places).map_err(|e| e.to_string())? {
            let beside = path.with_file_name(format!("{stem}-{name}.csv"));
            whole(&beside, text.as_bytes())?;
            eprintln!("{} written", beside.display());
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Under another name until it is whole: a full disk leaves the old file as it was.
fn whole(path: &Path, text: &[u8]) -> Result<(), String> {
    let broken = |e: std::io::Error| format!("{} can't be written: {e}", path.display());
    let unfinished = path.with_extension("unfinished");
    std::fs::write(&unfinished, text).map_err(broken)?;
    std::fs::rename(&unfinished, path).map_err(broken)
}
