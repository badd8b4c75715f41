//! What a theme says of itself before its shelves: what has worked, what has not, and where to begin, as its
//! own items tell it.

use super::filters::{NOT_WELL, OUTCOME};
use crate::error::Error;
use crate::i18n::Words;
use crate::items::list::Wanted;
use crate::items::{Item, Registers};
use crate::kinds::Kinds;
use crate::library::listing::CardView;
use crate::library::moment::Moment;
use crate::web::Visit;

/// A sentence, and what it leads to.
pub struct Line {
    pub words: Words,
    pub leads: Option<Words>,
    pub cards: Vec<CardView>,
}

/// So many examples stand by each sentence.
const EXAMPLES: u64 = 2;
/// What somebody begins with: made to be used as it is.
const TO_USE: [&str; 2] = ["tool", "package"];

/// Nothing of a theme under which nobody has told how anything went, and nothing is there to use.
pub async fn of(
    moment: &Moment<'_>,
    kinds: &Kinds,
    registers: &Registers,
    visit: &Visit,
    theme: &str,
) -> Result<Vec<Line>, Error> {
    let t = visit.t;
    let tried = kinds.iter().filter(|kind| kind.filters.iter().any(|one| one.facet == OUTCOME));
    let mut all = moment.all().having("theme", &[theme]);
    all.kinds = tried.map(|kind| kind.name).collect();
    let some = |wanted: Wanted| Wanted { per_page: EXAMPLES, ..wanted };
    let mut to_use = moment.all().having("theme", &[theme]);
    to_use.kinds =
        kinds.iter().map(|kind| kind.name).filter(|name| TO_USE.contains(name)).collect();
    let asked = [
        some(all.clone().having(OUTCOME, &["improved"])),
        some(all.having(OUTCOME, &NOT_WELL)),
        some(to_use),
    ];
    let [worked, failed, begin] = moment.counted(asked).await?;
    let view = |items: &[Item]| -> Vec<CardView> {
        let card = |item: &Item| {
            let kind = kinds.named(&item.kind)?;
            Some(CardView::new(item, kind, registers, t, moment.day()).then(visit))
        };
        items.iter().filter_map(card).collect()
    };
    let mut lines = Vec::new();
    let mut say = |words: Words, leads: Option<Words>, cards: Vec<CardView>| {
        if !cards.is_empty() {
            lines.push(Line { words, leads, cards });
        }
    };
    say(
        t.with("themes-worked", "count", worked.total),
        Some(t.get("themes-worked-see")),
        view(&worked.items),
    );
    say(
        t.with("themes-failed", "count", failed.total),
        Some(t.get("themes-failed-see")),
        view(&failed.items),
    );
    say(t.get("themes-begin"), None, view(&begin.items));
    Ok(lines)
}
