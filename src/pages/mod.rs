//! Pages that stand for themselves: about, accessibility, privacy, how improvement work is done.

mod samples;

use crate::items;
use crate::kinds::Kind;
use crate::kinds::filters::THEME;
use crate::kinds::sharing::{Schema, Sharing};
use crate::library::article::{self, Details};
use crate::room::Room;

/// A page is its text; it has no facts, and no list leads to it.
pub static KIND: Kind = Kind {
    store: items::Kind::plain("page"),
    word: "pages-word",
    path: "sider",
    filters: &[THEME],
    sharing: Sharing { schema: |_| Schema::of("WebPage"), ..Sharing::PLAIN },
    ..Kind::PLAIN
};

pub const ROOM: Room = Room {
    name: "pages",
    kinds: &[&KIND],
    routes: |_| article::routes(&KIND, |_, _| Details::default()),
    samples: samples::SAMPLES,
    ..Room::EMPTY
};
