//! What has only something of what was asked for: it stands below a line, folded, neither mixed in nor thrown
//! away. It goes on where what stands above ends, on the same pages.

#[cfg(test)]
mod tests;

use super::page::{HitView, PER_PAGE};
use crate::i18n::{Text, Words};
use crate::search::{self, SearchResults};
use crate::web::Query;
use crate::web::pager::{self, Pager};

/// Which pages there are.
#[derive(Clone, Copy)]
pub struct Pages {
    /// Those that have something above the line; 0 where nothing is.
    above: u64,
    pub last: u64,
}

impl Pages {
    pub fn of(found: &SearchResults) -> Self {
        // Nobody reads past this; the index does not sort further.
        let deepest = search::DEEPEST as u64 / PER_PAGE;
        let all = (found.total + found.below) as u64;
        let above = (found.total as u64).div_ceil(PER_PAGE).min(deepest);
        Self { above, last: pager::pages(all, PER_PAGE).min(deepest) }
    }

    /// While something stands above, the pages of that; then those of all.
    pub fn pager(self, path: &str, query: &Query, page: u64) -> Pager {
        Pager::new(path, query, page, if page <= self.above { self.above } else { self.last })
    }
}

pub struct Fold {
    pub summary: Words,
    pub hits: Vec<HitView>,
    /// Nothing stands above it on this page.
    pub open: bool,
    /// To more of it, from the page where what stands above ends.
    pub next: Option<String>,
}

impl Fold {
    /// `hits`: those of this page that stand below. None where what stands above goes on.
    pub fn new(
        t: Text,
        below: usize,
        hits: Vec<HitView>,
        pages: Pages,
        page: u64,
        href: impl Fn(u64) -> String,
    ) -> Option<Self> {
        if below == 0 || page < pages.above {
            return None;
        }
        let open = page > pages.above;
        let next = (!open && page < pages.last).then(|| href(page + 1));
        Some(Self { summary: t.with("find-below", "count", below), hits, open, next })
    }
}
