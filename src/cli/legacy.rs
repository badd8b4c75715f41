//! `import-legacy`: pages of the old sites, with an account of every line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::{counted, open, progress};
use crate::clock::Clock;
use crate::config::Common;
use crate::exchange::Context;
use crate::legacy::{Report, read_file};
use crate::site::Site;

#[derive(Args)]
pub struct Legacy {
    /// Tell what would be read, write nothing to the database
    #[arg(long)]
    dry_run: bool,
    /// Publish with the pages' own dates, instead of making drafts
    #[arg(long)]
    publish: bool,
    /// Write an account of every line as JSON
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub async fn import(site: &Site, common: &Common, asked: &Legacy) -> Result<ExitCode, String> {
    let kinds = site.kinds();
    let settings = open::settings(common)?;
    let clock = Clock::default();
    let db = if asked.dry_run {
        open::throw_away(&clock).await?
    } else {
        open::database(&settings, &clock).await?
    };
    let files = open::files(&settings)?;
    let registers = open::registers(&db).await?;
    let context = Context {
        db: &db,
        clock: &clock,
        files: &files,
        kinds: &kinds,
        registers: &registers,
        folder: Path::new("."),
        force: false,
        over_strikes: false,
    };
    let bar = progress::bar(asked.files.len() as u64, "Reading");
    let mut reports = Vec::new();
    for path in &asked.files {
        reports.push(read_file(&context, path, asked.publish, asked.dry_run).await?);
        bar.inc(1);
    }
    bar.finish_and_clear();
    if let Some(path) = &asked.report {
        let text = serde_json::to_string_pretty(&reports).map_err(|e| e.to_string())?;
        std::fs::write(path, text + "\n")
            .map_err(|e| format!("the report {} can't be written: {e}", path.display()))?;
    }
    for report in &reports {
        tell(report);
    }
    let failed = reports.iter().any(|report| report.refused.is_some());
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// One line a file, then what an editor should look at.
fn tell(report: &Report) {
    let file = &report.file;
    if let Some(why) = &report.refused {
        eprintln!("{file}: {why}");
        return;
    }
    let kind = report.kind.map(|kind| format!("{kind:?}").to_lowercase()).unwrap_or_default();
    let (title, stored) = (report.title.as_deref().unwrap_or(""), report.stored.unwrap_or(""));
    let lines = counted(report.lines.len(), "line");
    say!("{file}: {kind} «{title}», {lines}, {stored}");
    for unplaced in &report.unplaced {
        say!("  {unplaced}");
    }
    for note in &report.notes {
        let at = note.line.map(|line| format!("line {line}: ")).unwrap_or_default();
        say!("  {at}{}", note.text);
    }
}
