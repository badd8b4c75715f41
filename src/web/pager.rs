//! Pages of a list: which there are, and their addresses.

use crate::web::Query;

/// One entry in the row of page numbers: a link to a page, or the gap between two that are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageLink {
    Page { number: u64, href: String, current: bool },
    Gap,
}

#[derive(Clone, Debug, Default)]
pub struct Pager {
    pub steps: Vec<PageLink>,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// How many pages `total` rows fill; an empty list still has one.
pub fn pages(total: u64, per_page: u64) -> u64 {
    total.div_ceil(per_page).max(1)
}

impl Pager {
    /// First, last and the neighbours of `current`, with gaps between.
    pub fn new(path: &str, query: &Query, current: u64, last: u64) -> Self {
        let href = |page: u64| {
            let number = if page == 1 { String::new() } else { page.to_string() };
            format!("{path}{}", query.with("side", &number))
        };
        let near = current.saturating_sub(1)..=current + 1;
        let mut steps = Vec::new();
        for number in 1..=last {
            if number == 1 || number == last || near.contains(&number) {
                steps.push(PageLink::Page {
                    number,
                    href: href(number),
                    current: number == current,
                });
            } else if steps.last() != Some(&PageLink::Gap) {
                steps.push(PageLink::Gap);
            }
        }
        Self {
            steps,
            previous: (current > 1).then(|| href(current - 1)),
            next: (current < last).then(|| href(current + 1)),
        }
    }

    pub fn is_needed(&self) -> bool {
        self.steps.len() > 1
    }
}
