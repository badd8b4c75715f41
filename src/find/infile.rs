//! A place in an attachment, as a link that says where it is.

use crate::files;
use crate::i18n::{Text, Words};
use crate::search::InFile;

pub struct InFileView {
    pub href: String,
    pub label: Words,
}

impl InFileView {
    pub fn new(found: &InFile, t: Text) -> Self {
        let ending = ending(found);
        let kind = files::TYPES.into_iter().find(|kind| kind.ending == ending);
        let kind = kind.map_or(ending, |kind| kind.short);
        let name = found.name.as_str();
        let label = match found.page {
            None => t.with2("find-in-file", "name", name, "type", kind),
            Some(page) => {
                let key = match ending {
                    "xlsx" | "ods" => "find-in-file-sheet",
                    "pptx" | "odp" => "find-in-file-slide",
                    _ => "find-in-file-page",
                };
                t.with3(key, "name", name, "type", kind, "number", page)
            }
        };
        Self { href: format!("/{}", path(found)), label }
    }
}

fn ending(found: &InFile) -> &str {
    found.url_path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// A PDF is opened at the page; other programs have no such address.
pub fn path(found: &InFile) -> String {
    match found.page {
        Some(page) if ending(found) == "pdf" => format!("{}#page={page}", found.url_path),
        _ => found.url_path.clone(),
    }
}
