//! What is shown before a text is handed in: which version goes, to whom, and what they see of it.

use super::asks::Asked;
use super::desk::{at, called};
use super::receipts::Receipt;
use crate::app::App;
use crate::error::Error;
use crate::i18n::Words;
use crate::items::{Stage, Working};
use crate::web::Visit;

/// The version that was saved on the way here, in the address: another may have come since.
const SAVED: &str = "utgave";

/// The page that shows it, of what was saved just now. Nothing is handed in before it is pressed there.
pub fn address(here: &str, saved: i32) -> String {
    format!("{}&{SAVED}={saved}", Receipt::ToHandIn.on(&format!("{here}/steg")))
}

pub struct Handing {
    /// The version, when it was saved, and by whom.
    pub what: Words,
    /// To how many it goes, where nobody is chosen.
    pub readers: usize,
    /// They pressed the button of the editor, and it was saved once more after that.
    is_asked: bool,
    is_newer: bool,
}

impl Handing {
    /// What is told of it above the rest.
    pub fn notice(&self, stage: Option<Stage>) -> Option<&'static str> {
        match stage {
            Some(Stage::Draft) if self.is_newer => Some("editing-handing-newer"),
            None if self.is_asked => Some("editing-handing-same"),
            _ => None,
        }
    }
}

pub async fn of(app: &App, visit: &Visit, item: &Working, asked: &Asked) -> Result<Handing, Error> {
    let t = visit.t;
    let newest = &item.newest;
    let name = match newest.author {
        Some(author) => called(app, t, author).await?,
        None => t.plain("editing-imported"),
    };
    let when = at(t, *newest.created_at);
    let what = t.with3("editing-version", "number", newest.number, "at", when, "name", name);
    let query = visit.parameters()?;
    let saved = query.get(SAVED).map(str::parse::<i32>).transpose();
    let saved = saved.map_err(|_| Error::NotUnderstood(SAVED))?;
    let is_newer = saved.is_some_and(|saved| saved != item.number());
    Ok(Handing { what, readers: asked.may.len(), is_asked: saved.is_some(), is_newer })
}
