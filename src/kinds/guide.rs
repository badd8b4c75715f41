//! What a kind knows of how something like its item is begun and kept up.

use crate::i18n::Words;
use crate::items::Link;

/// All may be empty: the page has steps of its own to offer.
#[derive(Default)]
pub struct Guide {
    /// CommonMark.
    pub how_to_start: String,
    /// What that is how to do: to use a tool or a package, not to begin as others did.
    pub is_use: bool,
    pub how_to_sustain: String,
    pub what_it_took: String,
    /// What it took, in short lines: name and value.
    pub took: Vec<(Words, String)>,
    pub materials: Vec<Link>,
}
