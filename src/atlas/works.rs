//! What the library holds of a place or a centre: a few of each kind, and the way to the rest.

use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::items;
use crate::items::Registers;
use crate::items::list::{self, At, Wanted};
use crate::kinds::Kind;
use crate::library::listing::CardView;

/// The newest of one kind.
pub struct Works {
    /// How many, in words: «6 prosjekter».
    pub counted: Words,
    pub cards: Vec<CardView>,
    /// How many there are besides, where no list has them.
    pub rest: i64,
    /// The whole list, when more is there than what is shown.
    pub more: Option<String>,
}

const SHOWN: u64 = 4;

/// A kind without a list has no words for how many there are.
fn counted(kind: &Kind, count: i64, t: Text) -> Words {
    kind.list.map_or_else(|| t.get(kind.word), |list| t.with(list.count, "count", count))
}

/// What the items filed under the value make use of, by kind and title.
pub async fn used(app: &App, t: Text, filed: (&'static str, &str)) -> Result<Vec<Works>, Error> {
    let registers = Registers::load(&app.db).await?;
    let used = items::uses::used_where(&app.catalogue, filed, t.lang.code()).await?;
    let day = oslo_day(app.clock.now());
    let of_kind = |kind: &&'static Kind| {
        // There is no list of what is made use of, so more of that is shown than of the rest.
        let its = used.first.iter().filter(|item| item.kind == kind.name);
        let cards: Vec<CardView> =
            its.map(|item| CardView::new(item, kind, &registers, t, day)).collect();
        let count = used.counts.get(kind.name).copied().unwrap_or_default();
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let rest = count.saturating_sub(i64::try_from(cards.len()).unwrap_or(i64::MAX)).max(0);
        let counted = counted(kind, count, t);
        (!cards.is_empty()).then_some(Works { counted, cards, rest, more: None })
    };
    Ok(app.kinds.iter().filter_map(|kind| of_kind(&kind)).collect())
}

/// Everything filed under the value, by kind: kinds with nothing are left out.
pub async fn of(
    app: &App,
    t: Text,
    (facet, value): (&'static str, &str),
) -> Result<Vec<Works>, Error> {
    let registers = Registers::load(&app.db).await?;
    let now = At::Now(app.clock.now());
    let wanted = |kind: &Kind| {
        let of_kind = Wanted::of(kind.name, now, t.lang.code()).having(facet, &[value]);
        Wanted { archived: true, per_page: SHOWN, ..of_kind }
    };
    let wanted: Vec<Wanted> = app.kinds.iter().map(wanted).collect();
    let lists = list::lists(&app.catalogue, &wanted).await?;
    let mut works = Vec::new();
    for (kind, listed) in app.kinds.iter().zip(lists) {
        if listed.total == 0 {
            continue;
        }
        let parameter = kind.filters.iter().find(|filter| filter.facet == facet);
        let href = parameter
            .map(|filter| format!("/{}/{}?{}={value}", t.lang.code(), kind.path, filter.parameter));
        let day = now.day();
        let cards = listed.items.iter().map(|item| CardView::new(item, kind, &registers, t, day));
        let total = i64::try_from(listed.total).unwrap_or(i64::MAX);
        works.push(Works {
            counted: counted(kind, total, t),
            cards: cards.collect(),
            rest: 0,
            more: href.filter(|_| listed.total > SHOWN),
        });
    }
    Ok(works)
}
