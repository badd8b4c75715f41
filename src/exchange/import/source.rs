//! What is imported: a file, or what can be read only once, such as a pipe. An import reads twice, so
//! that is first kept in a file without a name, which is gone with the program.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

/// Something to import, open at its beginning.
pub struct Source {
    /// What it is called in reports.
    pub name: String,
    pub file: File,
    /// In bytes.
    pub length: u64,
    /// Where the files are that its lines name.
    pub folder: PathBuf,
    /// Statements as CSV, and no lines.
    pub is_table: bool,
}

/// By so much of its beginning it is told what came without a name.
const BEGINNING: u64 = 64 * 1024;

impl Source {
    /// Opens what is at `path`; `-` is standard input. What is no file is kept in the folder `spool`,
    /// which is made when it is not there.
    pub fn open(path: &Path, spool: &Path) -> Result<Self, String> {
        if path == Path::new("-") {
            return Self::once("standard input".to_owned(), io::stdin().lock(), here(), spool);
        }
        let name = path.display().to_string();
        let unreadable = |e: io::Error| format!("{name} can't be read: {e}");
        let mut file = File::open(path).map_err(unreadable)?;
        let about = file.metadata().map_err(unreadable)?;
        // Standard input and pipes of the shell lie beside nothing.
        let is_nameless = path.starts_with("/dev") || path.starts_with("/proc");
        let beside = path.parent().filter(|_| !is_nameless).map(Path::to_owned);
        let folder = beside.unwrap_or_else(here);
        if !about.is_file() {
            return Self::once(name, file, folder, spool);
        }
        let is_table = if is_nameless {
            begins_as_table(&mut file).map_err(unreadable)?
        } else {
            path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
        };
        Ok(Self { name, file, length: about.len(), folder, is_table })
    }

    /// Reads it to its end.
    fn once(
        name: String,
        mut from: impl Read,
        folder: PathBuf,
        spool: &Path,
    ) -> Result<Self, String> {
        let unkept = |e: io::Error| {
            format!("{name} can't be read, or kept in {} while it is: {e}", spool.display())
        };
        std::fs::create_dir_all(spool).map_err(unkept)?;
        let mut file = tempfile::tempfile_in(spool).map_err(unkept)?;
        let length = io::copy(&mut from, &mut file).map_err(unkept)?;
        file.rewind().map_err(unkept)?;
        let is_table = begins_as_table(&mut file).map_err(unkept)?;
        Ok(Self { name, file, length, folder, is_table })
    }
}

fn here() -> PathBuf {
    PathBuf::from(".")
}

/// Are there headings of columns in its first line, the register among them?
fn begins_as_table(file: &mut File) -> io::Result<bool> {
    let mut beginning = Vec::new();
    file.by_ref().take(BEGINNING).read_to_end(&mut beginning)?;
    file.rewind()?;
    let rows = figures::records::read(&beginning).map(|read| read.records).unwrap_or_default();
    let headings = rows.iter().find(|row| !row.is_blank());
    Ok(headings.is_some_and(|row| row.cells.iter().any(|heading| heading.trim() == "register")))
}
