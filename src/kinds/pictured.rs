//! The pictures within a text, as they stand on its page.

use askama::Template;

use crate::i18n::Text;
use crate::items::{Content, Image, Placed};
use crate::markdown::Figures;

#[derive(Template)]
#[template(path = "kinds/figure.html")]
struct Figure<'a> {
    t: Text,
    image: &'a Image,
    /// The language of our words, where the text is in another.
    ours: &'static str,
}

/// Where a picture stood that the text has no more: a consent to it is over, or it was taken out.
#[derive(Template)]
#[template(path = "kinds/gap.html")]
struct Gap {
    t: Text,
    ours: &'static str,
}

/// In the page of a text in the language `lang`.
pub fn figures(lang: &str, content: &Content, t: Text) -> Figures {
    let ours = if lang == t.lang.code() { "" } else { t.lang.code() };
    let figure = |one: &Placed| {
        let figure = Figure { t, image: &one.image, ours };
        Some((one.name.clone(), figure.render().ok()?))
    };
    let gap = Gap { t, ours }.render().unwrap_or_default();
    Figures::new(content.pictures.iter().filter_map(figure).collect(), gap)
}
