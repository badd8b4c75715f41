//! What a search can be narrowed by, each value with how much it would find: kind, language, and the
//! facets that the rooms let search narrow by.

use std::collections::BTreeMap;

use crate::app::App;
use crate::error::Error;
use crate::i18n::{Lang, Text, Words};
use crate::items::Registers;
use crate::kinds::{Filter, Order};
use crate::library::listing::{self, FilterView, OptionView};
use crate::search::Counts;
use crate::web::Query;

/// How it went is told apart from the others: one choice has two values in it.
pub(super) const OUTCOME: &str = "outcome";
/// What did not work is worth as much as what did: one choice for both ways that can happen.
const DID_NOT_WORK: &str = "virket-ikke";
pub(super) const NOT_WELL: [&str; 2] = ["no_change", "worse"];

/// The values that an address asks for, by facet. `name` says which parameter a filter has there,
/// and `is_known` whether it has a value.
pub fn chosen(
    app: &App,
    query: &Query,
    name: impl Fn(&Filter) -> &'static str,
    is_known: impl Fn(&Filter, &str) -> bool,
) -> Result<BTreeMap<String, Vec<String>>, Error> {
    let mut chosen = BTreeMap::new();
    for filter in app.kinds.searched() {
        let mut values = Vec::new();
        for value in query.all(name(filter)) {
            match value {
                DID_NOT_WORK | "did_not_work" if filter.facet == OUTCOME => {
                    values.extend(NOT_WELL.map(str::to_owned));
                }
                value if is_known(filter, value) => values.push(value.to_owned()),
                _ => return Err(Error::NotUnderstood(name(filter))),
            }
        }
        if !values.is_empty() {
            chosen.insert(filter.facet.to_owned(), values);
        }
    }
    Ok(chosen)
}

pub fn all(
    app: &App,
    counts: &Counts,
    query: &Query,
    registers: &Registers,
    t: Text,
) -> Vec<FilterView> {
    let kind = |name: &str| app.kinds.named(name).map(|kind| t.get(kind.word));
    let lang = |code: &str| Lang::parse(code).map(|l| Words::name(t.lang, l.own_name(), l));
    let of_facet = |filter: &Filter| {
        let counts = counts.of(filter.facet);
        if filter.facet == OUTCOME {
            return outcome(filter, counts, query, registers, t);
        }
        let label = |value: &str| (filter.label)(registers, value, t);
        let options = options(filter.parameter, counts, query, &label);
        let options = listing::in_order(filter, options, registers, t);
        view(filter.parameter, filter.heading, filter.open, options, t)
    };
    let by_label = |parameter, counts, label: &dyn Fn(&str) -> Option<Words>| {
        let mut options = options(parameter, counts, query, label);
        t.sort_by_key(&mut options, |option| option.label.as_str());
        options
    };
    let kinds = by_label("type", &counts.kinds, &kind);
    let langs = by_label("spraak", &counts.langs, &lang);
    let mut all = vec![view("type", "find-filter-kind", true, kinds, t)];
    all.extend(app.kinds.searched().into_iter().map(of_facet));
    all.push(view("spraak", "find-filter-lang", false, langs, t));
    all.retain(|filter| !filter.options.is_empty());
    all
}

/// What was found, and what is chosen though nothing was.
fn options(
    parameter: &str,
    counts: &[(String, u64)],
    query: &Query,
    label: &dyn Fn(&str) -> Option<Words>,
) -> Vec<OptionView> {
    let chosen: Vec<&str> = query.all(parameter).collect();
    let missing = chosen.iter().filter(|v| counts.iter().all(|(value, _)| value != **v));
    let found = counts.iter().map(|(value, n)| (value.as_str(), *n));
    let option = |(value, n): (&str, u64)| {
        Some(OptionView {
            value: value.to_owned(),
            label: label(value)?,
            count: i64::try_from(n).unwrap_or(i64::MAX),
            checked: chosen.contains(&value),
            part: false,
        })
    };
    found.chain(missing.map(|value| (*value, 0))).filter_map(option).collect()
}

fn view(
    parameter: &'static str,
    heading: &str,
    open: bool,
    options: Vec<OptionView>,
    t: Text,
) -> FilterView {
    let chosen = options.iter().filter(|option| option.checked).count();
    FilterView { parameter, heading: t.get(heading), open: open || chosen > 0, chosen, options }
}

/// How it went; under «virket ikke» the two ways of that.
fn outcome(
    filter: &Filter,
    counts: &[(String, u64)],
    query: &Query,
    registers: &Registers,
    t: Text,
) -> FilterView {
    let chosen: Vec<&str> = query.all(filter.parameter).collect();
    let count = |value: &str| {
        let found = counts.iter().find(|(name, _)| name == value);
        found.map_or(0, |(_, count)| i64::try_from(*count).unwrap_or(i64::MAX))
    };
    let mut options = Vec::new();
    let mut option = |value: &str, label: Option<Words>, count: i64, part: bool| {
        let checked = chosen.contains(&value);
        if let Some(label) = label.filter(|_| count > 0 || checked) {
            options.push(OptionView { value: value.to_owned(), label, count, checked, part });
        }
    };
    let not_well: i64 = NOT_WELL.iter().map(|value| count(value)).sum();
    let order: &[&str] = if let Order::Fixed(order) = filter.order { order } else { &[] };
    for value in order {
        if *value == NOT_WELL[0] {
            option(DID_NOT_WORK, Some(t.get("find-did-not-work")), not_well, false);
        }
        option(value, (filter.label)(registers, value, t), count(value), NOT_WELL.contains(value));
    }
    view(filter.parameter, filter.heading, filter.open, options, t)
}
