//! What a question names that has a page of its own: places of today and before, centres, themes, organisations, and
//! what takes place. It answers before the texts do, and all of it is in memory.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use time::Date;

use super::suggest::{self, Suggestion};
use crate::app::App;
use crate::i18n::{Lang, Text};
use crate::items::Registers;
use crate::places::Municipality;
use crate::search::{Called, Named, Names, Titled, Typed};
use crate::web::Visit;

const COUNTY: &str = "county";
const MUNICIPALITY: &str = "municipality";
const CENTRE: &str = "centre";
const THEME: &str = "theme";
pub const ORGANISATION: &str = "organisation";
/// A municipality that is no more, under that name.
pub const FORMER: &str = "former_municipality";
const FORMER_COUNTY: &str = "former_county";

/// Of what takes place so many are told, and so many titles are looked through for them.
const MOST_EVENTS: usize = 2;
const LOOKED_AT: usize = 20;

/// All that the registers know by name. What is added first is told first.
pub fn names(registers: &Registers, today: Date) -> Names {
    let mut known = Names::default();
    let mut add = |kind, key: &str, called, all: &[&str]| {
        known.add(is(kind, key, all[0]), called, all);
    };
    for one in registers.places.on(today) {
        add(MUNICIPALITY, &one.code, Called::Place, &[one.name.as_str()]);
    }
    for one in registers.counties.on(today) {
        add(COUNTY, &one.code, Called::Place, &[one.name.as_str()]);
    }
    let centres = || registers.centres.iter();
    for one in centres().filter(|centre| centre.valid_to.is_none()) {
        add(CENTRE, &one.slug, Called::Body, &[one.short_name.as_str(), one.name.as_str()]);
    }
    for one in registers.themes.iter() {
        let others = one.se.as_deref().into_iter();
        let all: Vec<&str> = [&*one.nb, &*one.nn, &*one.en].into_iter().chain(others).collect();
        add(THEME, &one.slug, Called::Subject, &all);
    }
    for (slug, name) in registers.registered.iter() {
        known.add_suggested(is(ORGANISATION, slug, name), Called::Body, &[name]);
    }
    for (one, now) in former(registers, today) {
        let until = one.valid_to.map(|day| day.year().to_string());
        let named = Named { until, now, ..is(FORMER, &one.code, &one.name) };
        known.add_suggested(named, Called::Place, &[one.name.as_str()]);
    }
    for one in registers.counties.iter().filter(|county| !county.is_on(today)) {
        if registers.counties.on(today).any(|other| other.name == one.name) {
            continue;
        }
        let until = one.valid_to.map(|day| day.year().to_string());
        let named = Named { until, ..is(FORMER_COUNTY, &one.code, &one.name) };
        known.add(named, Called::Place, &[one.name.as_str()]);
    }
    for one in centres().filter(|centre| centre.valid_to.is_some()) {
        let until = one.valid_to.as_deref().and_then(|day| day.get(..4)).map(str::to_owned);
        let named = Named { until, ..is(CENTRE, &one.slug, &one.short_name) };
        known.add(named, Called::Body, &[one.short_name.as_str(), one.name.as_str()]);
    }
    known
}

fn is(kind: &'static str, key: &str, name: &str) -> Named {
    Named { kind, key: key.to_owned(), name: name.to_owned(), ..Named::default() }
}

/// The municipalities that are no more, each with the names of what it has become; not where that has its name.
fn former(registers: &Registers, today: Date) -> Vec<(&Municipality, Vec<String>)> {
    let first = |name: &str| name.split(" - ").next().unwrap_or(name).to_owned();
    let mut last: BTreeMap<(String, Vec<String>), &Municipality> = BTreeMap::new();
    let all = registers.places.municipalities().iter();
    for one in all.filter(|one| one.valid_from <= today && !one.is_on(today)) {
        let now = registers.places.follow(&one.code, one.valid_from, today);
        let now: Vec<String> = now.into_iter().map(|one| first(&one.name)).collect();
        let name = first(&one.name);
        if now.contains(&name) {
            continue;
        }
        let held = last.entry((name, now)).or_insert(one);
        if held.valid_to < one.valid_to {
            *held = one;
        }
    }
    last.into_iter().map(|((_, now), one)| (one, now)).collect()
}

/// What is answered before the texts, on the first page of a search of now.
pub fn answers(
    app: &App,
    registers: &Registers,
    visit: &Visit,
    words: &str,
    page: u64,
) -> Vec<Suggestion> {
    if visit.at.is_some() || page > 1 {
        return Vec::new();
    }
    let named = app.index.names().named(words);
    let mut all: Vec<_> = named.iter().map(|named| view(registers, visit.t, named)).collect();
    let events = events(app, visit.t.lang, words).into_iter();
    all.extend(events.filter_map(|event| suggest::of_title(app, visit.t, event)));
    all
}

/// What takes place and is named by its title, or by a part of it that few have in theirs.
pub fn events(app: &App, lang: Lang, words: &str) -> Vec<Titled> {
    let takes_place = |title: &Titled| {
        let kind = app.kinds.named(&title.kind);
        kind.is_some_and(|kind| kind.sharing.happening.is_some())
    };
    let titles = app.titles.find(&Typed::read(words), lang.code(), LOOKED_AT);
    let titles: Vec<Titled> = titles.into_iter().filter(takes_place).collect();
    let mut known = Names::default();
    for title in &titles {
        known.add(
            is("", &title.id.to_string(), &title.title),
            Called::Body,
            &[title.title.as_str()],
        );
    }
    let named = known.named(words);
    let is_named = |title: &Titled| named.iter().any(|named| named.key == title.id.to_string());
    titles.into_iter().filter(is_named).take(MOST_EVENTS).collect()
}

/// The address of its page, without the language.
pub fn path(named: &Named) -> String {
    let key = &named.key;
    match named.kind {
        COUNTY | FORMER_COUNTY => format!("fylker/{key}"),
        CENTRE => format!("sentre/{key}"),
        THEME => format!("tema/{key}"),
        ORGANISATION => format!("prosjekter?organisasjon={key}"),
        _ => format!("kommuner/{key}"),
    }
}

/// With what it is, in the reader's language.
pub fn view(registers: &Registers, t: Text, named: &Named) -> Suggestion {
    let href = format!("/{}/{}", t.lang.code(), path(named));
    let (mut text, mut lang) = (named.name.clone(), "");
    let until = named.until.clone().unwrap_or_default();
    let note = match named.kind {
        MUNICIPALITY => {
            let county = registers.counties.name(named.key.get(..2).unwrap_or_default());
            t.plain_with("find-suggestions-municipality", "county", county)
        }
        FORMER if named.now.is_empty() => {
            t.plain_with("find-named-municipality-was", "year", until)
        }
        FORMER => {
            let now = named.now.join(", ");
            t.plain_with2("find-named-municipality-became", "year", until, "now", now)
        }
        COUNTY => t.plain("find-suggestions-county"),
        FORMER_COUNTY => t.plain_with("find-named-county-was", "year", until),
        CENTRE if named.until.is_some() => t.plain_with("find-named-centre-was", "year", until),
        CENTRE => t.plain("find-suggestions-centre"),
        ORGANISATION => t.plain("find-suggestions-organisation"),
        _ => {
            if let Some(theme) = registers.themes.get(&named.key) {
                let said = theme.said(t);
                theme.name(t.lang).clone_into(&mut text);
                lang = if said.lang() == t.lang { "" } else { said.lang().code() };
            }
            t.plain("library-filter-theme")
        }
    };
    Suggestion { text, href, note, lang }
}
