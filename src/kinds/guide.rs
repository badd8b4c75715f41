//! What a kind knows of how something like its item is begun and kept up.

use crate::i18n::Words;
use crate::items::Link;

/// All may be empty: the page has steps of its own to offer.
#[derive(Default)]
pub struct Guide {
    /// CommonMark.
    pub how_to_start: String,
    /// `how_to_start` tells how the thing itself is used, a tool or a package; otherwise it tells how
    /// others began.
    pub is_use: bool,
    /// Nothing that others should begin as this was: it made things worse, or is not done yet.
    pub is_no_model: bool,
    /// CommonMark.
    pub how_to_sustain: String,
    /// CommonMark.
    pub what_it_took: String,
    /// The same in short lines, name and value: how long, who, with whose money.
    pub resources: Vec<(Words, String)>,
    pub materials: Vec<Link>,
}
