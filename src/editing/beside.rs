//! The original of a translation, to be read beside the form.

use super::desk::lang_attr;
use super::path;
use crate::app::App;
use crate::error::Error;
use crate::i18n::{Lang, Text, Words};
use crate::items::{Registers, Working, read, working};
use crate::kinds::Kind;
use crate::library::versions;

pub struct Original {
    /// Empty when it is the reader's own.
    pub lang: &'static str,
    /// What each part of it is called, and its words as they were written, marks and all.
    pub parts: Vec<(Words, String)>,
    /// It has been published anew since this was made from it.
    pub is_stale: bool,
    /// Where that is shown.
    pub languages: String,
}

/// Its public text; the one that the translation was made from, while it was never public.
pub async fn original(
    app: &App,
    t: Text,
    kind: &Kind,
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
    Ok(Some(Original {
        lang: lang_attr(t, &row.lang),
        parts: versions::told(kind, registers, (t, lang), &content),
        is_stale: public.is_some_and(|number| number > base),
        languages: format!("{}/sprak", path(t.lang.code(), item.item.id)),
    }))
}
