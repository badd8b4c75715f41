//! Commands on the data: import, export, migrate, reindex.

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use super::{counted, network, open, progress};
use crate::clock::Clock;
use crate::config::Common;
use crate::exchange::{self, Context, Imported, Source};
use crate::find;
use crate::items::Over;
use crate::ops;
use crate::site::Site;
use crate::work::Least;

pub async fn import(
    site: &Site,
    common: &Common,
    paths: &[std::path::PathBuf],
    Over { edits: force, strikes: over_strikes }: Over,
) -> Result<ExitCode, String> {
    ops::log::quiet();
    let kinds = site.kinds();
    let settings = open::settings(common)?;
    let clock = Clock::default();
    let db = open::database(&settings, &clock).await?;
    let files = open::files(&settings)?;
    let registers = open::registers(&db).await?;
    let mut failed = false;
    for path in paths {
        let Source { name, mut file, length, folder, is_table } =
            Source::open(path, &settings.data_dir)?;
        let context = Context {
            db: &db,
            clock: &clock,
            files: &files,
            kinds: &kinds,
            registers: &registers,
            folder: &folder,
            force,
            over_strikes,
        };
        if is_table {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map_err(|e| format!("{name} can't be read: {e}"))?;
            failed |= !network::import_table(&context, &name, &bytes).await?;
            continue;
        }
        let bar = progress::bar(length, "Importing");
        let imported =
            exchange::import_lines(&context, &name, file, &|bytes| bar.set_position(bytes)).await;
        bar.finish_and_clear();
        let imported = imported?;
        let told = |failure: &exchange::Failure| format!("{name}, {}", failure.told());
        open::tell(&imported.failures.iter().map(told).collect::<Vec<String>>());
        let noted = |note: &exchange::Note| format!("{name}, line {}: {}", note.line, note.what);
        open::tell(&imported.notes.iter().map(noted).collect::<Vec<String>>());
        open::tell(lacking(&name, &imported).as_slice());
        say!(
            "{name}: {} created, {} updated, {} unchanged, {} refused",
            imported.created,
            imported.updated,
            imported.unchanged,
            imported.failures.len()
        );
        network::tell_to_file(imported.to_file);
        failed |= !imported.failures.is_empty();
    }
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// What an export to standard output leaves out, when it is not here either.
fn lacking(
    name: &str,
    Imported { without_picture, without_files, .. }: &Imported,
) -> Option<String> {
    let pictures = counted(*without_picture, "picture");
    let files = format!("files of {}", counted(*without_files, "item"));
    let what = match (without_picture, without_files) {
        (0, 0) => return None,
        (_, 0) => pictures,
        (0, _) => files,
        _ => format!("{pictures} and {files}"),
    };
    Some(format!(
        "{name}: not here, for the lines have left it out: {what}. Where they come from, \
         `padriver export --output FILE` writes it beside them"
    ))
}

pub async fn export(
    site: &Site,
    common: &Common,
    output: Option<&Path>,
    with_contacts: bool,
) -> Result<ExitCode, String> {
    ops::log::quiet();
    let settings = open::settings(common)?;
    let db = open::database(&settings, &Clock::default()).await?;
    let files = open::files(&settings)?;
    let kinds = site.kinds();
    // As it holds today, not when each text was written.
    let least = Least(settings.small_numbers);
    let exported = match output {
        None => {
            let mut out = std::io::stdout().lock();
            exchange::export(&kinds, &db, &files, &mut out, None, (with_contacts, least)).await
        }
        Some(path) => {
            open::folder_of(path)?;
            // Under another name until it is whole: a full disk leaves the old file as it was.
            let unfinished = path.with_extension("unfinished");
            let file = std::fs::File::create(&unfinished)
                .map_err(|e| format!("{} can't be written: {e}", unfinished.display()))?;
            let mut out = std::io::BufWriter::new(file);
            let folder = path.parent().unwrap_or(Path::new("."));
            let how = (with_contacts, least);
            let exported = exchange::export(&kinds, &db, &files, &mut out, Some(folder), how).await;
            drop(out);
            if exported.is_ok() {
                std::fs::rename(&unfinished, path)
                    .map_err(|e| format!("{} can't be written: {e}", path.display()))?;
            } else {
                std::fs::remove_file(&unfinished).ok();
            }
            exported
        }
    };
    let exported = exported.map_err(|e| e.to_string())?;
    let (items, files) = (counted(exported.lines, "item"), counted(exported.files, "file"));
    eprintln!("{items} and {files} written");
    if exported.adoptions > 0 {
        eprintln!("{} written", counted(exported.adoptions, "adoption"));
    }
    let lacks = exported.left_out > 0;
    if lacks && output.is_none() {
        eprintln!(
            "{} left out: --output FILE writes them beside the lines. A line tells in `left_out` \
             what it lacks, and an import leaves that as it is",
            counted(exported.left_out, "file")
        );
    } else if lacks {
        let files = counted(exported.left_out, "file");
        eprintln!("{files} not written, for the bytes are missing: `padriver check` tells which");
    }
    if exported.unreadable > 0 {
        let texts = counted(exported.unreadable, "text");
        eprintln!("{texts} can't be read, all or in part: the log tells which");
    }
    if exported.unreadable > 0 || (lacks && output.is_some()) {
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

pub async fn migrate(common: &Common) -> Result<ExitCode, String> {
    let settings = open::settings(common)?;
    open::database(&settings, &Clock::default()).await?;
    say!("The database is up to date.");
    Ok(ExitCode::SUCCESS)
}

pub async fn reindex(site: &Site, common: &Common) -> Result<ExitCode, String> {
    let settings = open::settings(common)?;
    let app = open::app(site, settings).await?;
    let bar = progress::bar(0, "Indexing");
    let count = find::follow::rebuild(&app, &|done| {
        bar.set_length(done);
        bar.set_position(done);
    })
    .await
    .map_err(|e| e.to_string())?;
    bar.finish_and_clear();
    say!("In the index: {}.", counted(count, "item"));
    Ok(ExitCode::SUCCESS)
}
