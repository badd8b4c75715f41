//! Holds the words in `locales/` against their uses in `src/`: what is missing, unused or badly
//! filled.

mod catalogue;
mod lexer;
mod source;
mod tests;

use std::path::Path;

use catalogue::Catalogue;
use source::Uses;

/// All faults in the words and uses below a folder that holds `locales/` and `src/`.
pub(super) fn faults_below(top: &Path) -> Vec<String> {
    let mut catalogue = Catalogue::default();
    for (path, text) in files(&top.join("locales"), &["ftl"]) {
        let stem = |path: &Path| path.file_stem().map(|name| name.to_string_lossy().into_owned());
        let (lang, room) = (path.parent().and_then(stem), stem(&path));
        catalogue.add(&lang.unwrap_or_default(), &room.unwrap_or_default(), &text);
    }
    let mut uses = Uses::default();
    for (path, text) in files(&top.join("src"), &["rs", "html"]) {
        let path = path.strip_prefix(top).unwrap_or(&path);
        // Tests use made-up keys, and a use in a test alone is no use.
        let in_tests = path.iter().any(|part| {
            part == "tests.rs" || part == "tests" || part == "testing" || part == "scan"
        });
        if !in_tests {
            uses.add(&path.to_string_lossy(), &text);
        }
    }
    faults(&catalogue, &uses)
}

/// All faults in these words and these uses.
fn faults(catalogue: &Catalogue, uses: &Uses) -> Vec<String> {
    let mut faults = catalogue.faults();
    faults.extend(uses.faults(catalogue));
    for key in catalogue.keys() {
        if !uses.names(key) && !catalogue.refers_to(key) {
            faults.push(format!("{key}: used nowhere in src"));
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

/// The files below a folder with one of the endings, and their text, in the order of their names.
fn files(folder: &Path, endings: &[&str]) -> Vec<(std::path::PathBuf, String)> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending)) {
            let text = std::fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            found.push((path, text));
        }
    }
    found.sort();
    found
}
