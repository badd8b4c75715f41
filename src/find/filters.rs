//! What a search can be narrowed by, each value with how much it would find.

use crate::app::App;
use crate::error::Error;
use crate::i18n::{Lang, Text, Words};
use crate::items::Registers;
use crate::kinds::{Filter, Order};
use crate::library::listing::{self, FilterView, OptionView};
use crate::search;
use crate::web::Query;

/// The parameter of how it went, as lists have it.
pub const OUTCOME: &str = "resultat";
/// What did not work is worth as much as what did: one choice for both ways that can happen.
const DID_NOT_WORK: &str = "virket-ikke";
const NOT_WELL: [&str; 2] = ["no_change", "worse"];

/// The filter of the kind that tells how it went.
fn outcome(app: &App) -> Option<&'static Filter> {
    app.kinds.iter().flat_map(|kind| kind.filters).find(|filter| filter.facet == "outcome")
}

/// The outcomes that an address asks for.
pub fn outcomes<'a>(app: &App, asked: impl Iterator<Item = &'a str>) -> Result<Vec<String>, Error> {
    let known = |value: &str| {
        let order = outcome(app).map(|filter| &filter.order);
        matches!(order, Some(Order::Fixed(values)) if values.contains(&value))
    };
    let mut all = Vec::new();
    for value in asked {
        match value {
            DID_NOT_WORK | "did_not_work" => all.extend(NOT_WELL.map(str::to_owned)),
            value if known(value) => all.push(value.to_owned()),
            _ => return Err(Error::NotUnderstood(OUTCOME)),
        }
    }
    Ok(all)
}

/// A filter: parameter, heading, unfolded, counts, and how a value is called.
type Group<'a> =
    (&'static str, &'a str, bool, &'a [(String, u64)], &'a dyn Fn(&str) -> Option<Words>);

pub fn all(
    app: &App,
    facets: &search::Facets,
    query: &Query,
    registers: &Registers,
    t: Text,
) -> Vec<FilterView> {
    let kind = |name: &str| app.kinds.named(name).map(|kind| t.get(kind.word));
    let theme = |slug: &str| registers.themes.get(slug).map(|theme| theme.said(t));
    let own = |text: String| Words::name(t.lang, text, t.lang);
    let county =
        |code: &str| registers.counties.get(code).map(|_| own(registers.counties.label(code, t)));
    let lang = |code: &str| Lang::parse(code).map(|l| Words::name(t.lang, l.own_name(), l));
    let groups: [Group<'_>; 4] = [
        ("type", "find-filter-kind", true, &facets.kinds, &kind),
        ("tema", "library-filter-theme", true, &facets.themes, &theme),
        ("fylke", "library-filter-county", false, &facets.counties, &county),
        ("spraak", "find-filter-lang", false, &facets.langs, &lang),
    ];
    let view = |(parameter, heading, open, counts, label): Group<'_>| {
        let chosen: Vec<&str> = query.all(parameter).collect();
        let missing = chosen.iter().filter(|v| counts.iter().all(|(value, _)| value != **v));
        let found = counts.iter().map(|(value, n)| (value.as_str(), *n));
        let mut options: Vec<OptionView> = found
            .chain(missing.map(|value| (*value, 0)))
            .filter_map(|(value, n)| {
                Some(OptionView {
                    value: value.to_owned(),
                    label: label(value)?,
                    count: i64::try_from(n).unwrap_or(i64::MAX),
                    checked: chosen.contains(&value),
                    part: false,
                })
            })
            .collect();
        if parameter == "tema" {
            options = listing::themes(options, registers, t);
        } else {
            t.sort_by_key(&mut options, |option| option.label.as_str());
        }
        FilterView {
            parameter,
            heading: t.get(heading),
            open: open || !chosen.is_empty(),
            chosen: chosen.len(),
            options,
        }
    };
    let mut all: Vec<FilterView> = groups.into_iter().map(view).collect();
    if let Some(went) = went(app, facets, query, registers, t) {
        all.insert(2, went);
    }
    all.retain(|filter| !filter.options.is_empty());
    all
}

/// How it went; under «virket ikke» the two ways of that.
fn went(
    app: &App,
    facets: &search::Facets,
    query: &Query,
    registers: &Registers,
    t: Text,
) -> Option<FilterView> {
    let filter = outcome(app)?;
    let Order::Fixed(order) = filter.order else { return None };
    let chosen: Vec<&str> = query.all(OUTCOME).collect();
    let count = |value: &str| {
        let found = facets.outcomes.iter().find(|(name, _)| name == value);
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
    for value in order {
        if *value == NOT_WELL[0] {
            option(DID_NOT_WORK, Some(t.get("find-did-not-work")), not_well, false);
        }
        option(value, (filter.label)(registers, value, t), count(value), NOT_WELL.contains(value));
    }
    Some(FilterView {
        parameter: OUTCOME,
        heading: t.get(filter.heading),
        open: true,
        chosen: options.iter().filter(|option| option.checked).count(),
        options,
    })
}
