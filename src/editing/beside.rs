//! The original of a translation, to be read beside the form, with what was changed in it since.

use super::desk::{COMPARING, lang_attr};
use super::path;
use crate::app::App;
use crate::error::Error;
use crate::i18n::{Lang, Text, Words};
use crate::items::{Registers, Working, read, working};
use crate::kinds::Kind;
use crate::library::versions::{self, Difference, differences};
use crate::work::Least;

pub struct Original {
    /// Empty when it is the reader's own.
    pub lang: &'static str,
    /// What each part of it is called, and its words as they were written, marks and all.
    pub parts: Vec<(Words, String)>,
    /// It has been published anew since this was made from it.
    pub is_stale: bool,
    /// What it says otherwise since; empty where that can't be told.
    pub changed: Vec<Difference>,
    /// Where that is shown.
    pub languages: String,
}

/// Its public text; the one that the translation was made from, while it was never public.
pub async fn original(
    app: &App,
    t: Text,
    kind: &'static Kind,
    registers: &Registers,
    item: &Working,
) -> Result<Option<Original>, Error> {
    let Some((original, base)) = item.head.original else { return Ok(None) };
    let public = read::public_number(&app.db, original).await?;
    let text = working::revision(&app.db, original, public.unwrap_or(base)).await?;
    let row = read::by_id(&app.db, original).await?;
    let Some((content, row)) = text.and_then(|text| text.content()).zip(row) else {
        return Ok(None);
    };
    let lang = Lang::parse(&row.lang).unwrap_or(t.lang);
    let is_stale = public.is_some_and(|number| number > base);
    let before = if is_stale { working::revision(&app.db, original, base).await? } else { None };
    let least = Least(app.settings.small_numbers);
    let parts = versions::told(kind, registers, (t, lang), (&content, least));
    let changed = match before.and_then(|text| text.content()) {
        None => Vec::new(),
        Some(before) => {
            let registers = registers.clone();
            let until = (tokio::time::Instant::now() + COMPARING).into_std();
            let both = move || {
                differences((kind, &registers, least), (t, lang), (&before, &content), until)
            };
            tokio::task::spawn_blocking(both).await?
        }
    };
    Ok(Some(Original {
        lang: lang_attr(t, &row.lang),
        parts,
        is_stale,
        changed,
        languages: format!("{}/sprak", path(t.lang.code(), item.item.id)),
    }))
}
