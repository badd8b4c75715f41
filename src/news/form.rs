//! What is asked about a piece of news: a field for each of its facts.

use super::LINE;
use crate::forms::{Field, Form};
use crate::library::fields::LIMIT;

pub fn form() -> Form {
    let fields = [
        Field::line("byline", "news-byline", LINE).helped("news-byline-help"),
        Field::line("publisher", "news-publisher", LINE),
        Field::line("image_credit", "news-image-credit", LINE).helped("news-image-credit-help"),
        Field::line("image_alt", "news-image-missing", LINE).helped("news-image-missing-help"),
    ];
    Form::new(LIMIT, fields)
}
