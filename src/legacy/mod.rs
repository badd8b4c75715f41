//! Reads plain-text pages of the network's old sites into items: nothing left out in silence.

mod draft;
mod kept;
pub mod parse;
#[cfg(test)]
mod tests;

use std::path::Path;

use serde::Serialize;

pub use draft::line;

use crate::exchange::{Context, ItemLine, store_line};
use crate::items::Stored;
use parse::{LineAccount, Note, Page};

/// What became of one file; the JSON report is a list of these.
#[derive(Debug, Serialize)]
pub struct Report {
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<parse::Kind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<parse::Language>,
    /// `created`, `updated`, `unchanged`, or `dry run`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stored: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    /// What stands in the register of the old page and of ours: the facts as they were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<parse::Facts>,
    pub sections: Vec<parse::Section>,
    /// What an editor should look at on the page …
    pub notes: Vec<Note>,
    /// … and what it says that has no place in our registers.
    pub unplaced: Vec<String>,
    /// One for each line of the file, in order.
    pub lines: Vec<LineAccount>,
    /// How many lines went where.
    pub summary: std::collections::BTreeMap<String, usize>,
}

/// Reads one file and, with `store`, writes it. Nothing of a refused file is written.
pub async fn read_file(
    context: &Context<'_>,
    path: &Path,
    publish: bool,
    dry_run: bool,
) -> Result<Report, String> {
    let file = path.display().to_string();
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or("side").to_owned();
    let bytes = match read_some(path) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Report::refused(file, format!("the file can't be read: {error}"))),
    };
    let page = match parse::read(&name, &bytes) {
        Ok(page) => page,
        Err(refusal) => return Ok(Report::refused(file, refusal.to_string())),
    };
    let line: ItemLine = draft::line(&page, context.registers, publish);
    let unplaced = draft::unplaced(&page, &line, context.registers);
    let mut report = Report::of(file, page);
    report.unplaced = unplaced;
    if dry_run {
        report.stored = Some("dry run");
        return Ok(report);
    }
    match store_line(context, line).await {
        Ok(stored) => {
            report.id = Some(stored.id());
            report.stored = Some(match stored {
                Stored::Created(_) => "created",
                Stored::Updated(_) => "updated",
                Stored::Unchanged(_) => "unchanged",
            });
            Ok(report)
        }
        Err(stop) => match stop.of_line() {
            Ok(why) => {
                report.refused = Some(why.join("; "));
                Ok(report)
            }
            Err(why) => Err(format!("{}: {why}", report.file)),
        },
    }
}

/// Reads no more of a huge file than is needed to refuse it.
fn read_some(path: &Path) -> std::io::Result<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let most = parse::MAX_BYTES as u64 + 1;
    std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl Report {
    fn refused(file: String, why: String) -> Self {
        Self {
            file,
            refused: Some(why),
            kind: None,
            title: None,
            language: None,
            stored: None,
            id: None,
            facts: None,
            sections: Vec::new(),
            notes: Vec::new(),
            unplaced: Vec::new(),
            lines: Vec::new(),
            summary: std::collections::BTreeMap::new(),
        }
    }

    fn of(file: String, page: Page) -> Self {
        let mut summary = std::collections::BTreeMap::new();
        for account in &page.lines {
            let what = serde_json::to_value(&account.what).unwrap_or_default();
            let name = what.get("as").and_then(serde_json::Value::as_str).unwrap_or_default();
            *summary.entry(name.to_owned()).or_insert(0) += 1;
        }
        let mut facts = page.facts;
        // The addresses go to the server's own table; a report may be passed around.
        if let Some(project) = &mut facts.project {
            for leader in &mut project.leaders {
                leader.email = leader.email.as_ref().map(|_| "(kept on the server)".to_owned());
            }
        }
        Self {
            file,
            refused: None,
            kind: Some(page.kind),
            title: Some(page.title),
            language: Some(page.language),
            stored: None,
            id: None,
            facts: Some(facts),
            sections: page.sections,
            notes: page.notes,
            unplaced: Vec::new(),
            lines: page.lines,
            summary,
        }
    }
}
