//! What makes a hit of something whose words do not show it: the theme, place or organisation that it is filed under. A
//! theme is told in the reader's language, with the one that it is a part of, and with its parts that are meant.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::items::read;
use crate::search::{Hit, MarkedPiece};
use crate::themes::{Themes, theme};

pub struct FiledView {
    /// What the theme is a part of; empty for what is a part of nothing.
    pub whole: String,
    pub name: Vec<MarkedPiece>,
    /// The parts of it that it stands under.
    pub parts: String,
    /// The name that was found, where the reader's language has another, and its language.
    pub found: Option<(&'static str, Vec<MarkedPiece>)>,
}

impl FiledView {
    /// As it was found: places and organisations have one name.
    fn plain(name: Vec<MarkedPiece>) -> Self {
        Self { whole: String::new(), name, parts: String::new(), found: None }
    }
}

/// By hit, the themes that it stands under.
pub type Filed = HashMap<Uuid, BTreeSet<String>>;

/// Of those hits that need it, in one question.
pub async fn load(app: &App, hits: &[Hit]) -> Result<Filed, Error> {
    let ids: Vec<Uuid> = hits.iter().filter(|hit| hit.filed.is_some()).map(|hit| hit.id).collect();
    if ids.is_empty() {
        return Ok(Filed::new());
    }
    let of_theme = |facets: Vec<(String, String)>| -> BTreeSet<String> {
        facets.into_iter().filter(|(facet, _)| facet == "theme").map(|(_, slug)| slug).collect()
    };
    let facets = read::facets(&app.db, &ids).await?;
    Ok(facets.into_iter().map(|(id, facets)| (id, of_theme(facets))).collect())
}

/// The languages that the index knows the names of themes in.
const NAMED: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

pub fn view(
    pieces: Vec<MarkedPiece>,
    themes: &Themes,
    its: Option<&BTreeSet<String>>,
    lang: Lang,
) -> FiledView {
    let found: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let its: Vec<&theme::Model> =
        its.into_iter().flatten().filter_map(|slug| themes.get(slug)).collect();
    let language_of = |theme: &theme::Model| NAMED.into_iter().find(|of| theme.name(*of) == found);
    let named = its.iter().find_map(|&theme| Some((theme, language_of(theme)?)));
    let Some((theme, found_in)) = named else { return FiledView::plain(pieces) };
    let whole = theme.parent.as_deref().map(|slug| themes.name(slug, lang)).unwrap_or_default();
    let is_part = |part: &&&theme::Model| part.parent.as_deref() == Some(theme.slug.as_str());
    let parts: Vec<&str> = its.iter().filter(is_part).map(|part| part.name(lang)).collect();
    let name = theme.name(lang);
    let (name, found) = if name == found {
        (pieces, None)
    } else {
        let name = vec![MarkedPiece { text: name.to_owned(), hit: false }];
        (name, Some((found_in.code(), pieces)))
    };
    FiledView { whole: whole.to_owned(), name, parts: parts.join(", "), found }
}
