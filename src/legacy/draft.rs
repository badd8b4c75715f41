//! Turns a page that was read into a line of the exchange format, which everything enters by.

use std::collections::BTreeSet;

use serde_json::json;
use time::Date;
use time::format_description::well_known::Iso8601;

use super::kept;
use super::parse::{self, Kind, News, Page, Project, Reference, SectionRole, Status};
use crate::dates::{PartialDate, Period};
use crate::exchange::ItemLine;
use crate::items::{Archived, Contact, Registers, Source, State, UNKNOWN};
use crate::publications;

/// The page as a draft; with `publish`, published with its own dates.
pub fn line(page: &Page, registers: &Registers, publish: bool) -> ItemLine {
    let kind = match page.kind {
        Kind::Project => "project",
        Kind::News => "news",
        Kind::Guideline => "publication",
        Kind::CentreOverview | Kind::Text => "page",
    };
    let news = page.facts.news.clone().unwrap_or_default();
    // What is personal or spoilt is looked at first.
    let is_sound = page.to_look_at().next().is_none();
    let state = match (publish && is_sound, page.archived) {
        (false, _) => State::Draft,
        (true, false) => State::Published,
        (true, true) => State::Archived,
    };
    let archived = page.archived.then(|| Archived {
        label: None,
        published_under: news.published_under.clone(),
        publisher: news.publisher.clone(),
    });
    let mut line = ItemLine {
        kind: kind.to_owned(),
        external_id: format!("legacy:{}", page.name),
        lang: page.language.code().to_owned(),
        title: page.title.clone(),
        lead: page.lead.clone().unwrap_or_default(),
        state,
        archived,
        published_at: page.published.as_deref().and_then(published),
        updated_at: page.updated.as_deref().and_then(day),
        source: Some(Source {
            title: format!("Innlest fra nettverkets gamle nettsider ({})", page.name),
            url: None,
            note: lost_picture(page),
        }),
        ..ItemLine::default()
    };
    match (&page.facts.project, page.kind) {
        (Some(project), Kind::Project) => of_project(&mut line, page, project, registers),
        (_, Kind::Guideline) => of_guideline(&mut line, page),
        (_, Kind::News) => of_news(&mut line, page, &news),
        _ => line.body = page.body(),
    }
    line.published_at.get_or_insert_with(|| UNKNOWN.to_owned());
    kept::keep(page, &mut line);
    line
}

/// A page may be published on a day, in a month or in a year: as precisely as it says.
fn published(text: &str) -> Option<String> {
    text.parse::<PartialDate>().ok().map(String::from)
}

/// A month or a year can't say when a page was changed.
fn day(text: &str) -> Option<String> {
    Date::parse(text, &Iso8601::DATE).ok().map(|day| day.to_string())
}

/// Names on the page that none of our registers has: they stand in the report, for an editor.
pub fn unplaced(page: &Page, line: &ItemLine, registers: &Registers) -> Vec<String> {
    let mut unplaced = misspelt_hosts(page, registers);
    if let Some(project) = &page.facts.project {
        if let Some(theme) = project.theme.as_ref().filter(|_| line.themes.is_empty()) {
            unplaced.push(format!("the theme «{theme}» is none of ours: the item has no theme"));
        }
        if let Some(county) = project.county.as_ref().filter(|_| line.counties.is_empty()) {
            unplaced.push(format!("the county «{county}» is not known: the item has none"));
        }
        if !project.responsible.is_empty() && line.centre.is_none() {
            let names = project.responsible.join(", ");
            unplaced.push(format!("no centre of ours is named in «{names}»"));
        }
        if !project.municipalities.is_empty() {
            let names = project.municipalities.join(", ");
            unplaced.push(format!("municipalities are named: {names}; enter their numbers"));
        }
    }
    if let Some(first) = page.to_look_at().filter_map(|note| note.line).min() {
        unplaced.push(format!(
            "kept as a draft: look at line {first} and what else is noted before it is public"
        ));
    }
    if line.published_at.as_deref() == Some(UNKNOWN) && line.state.is_visible() {
        unplaced.push("nothing says when it was published: the page shows no date".to_owned());
    }
    unplaced
}

/// Hosts and satellites that are no municipality, now or ever, with what they may have been meant as.
fn misspelt_hosts(page: &Page, registers: &Registers) -> Vec<String> {
    let rows = page.facts.centres.iter().flat_map(|centres| &centres.rows);
    let names = rows.flat_map(|row| row.hosts.iter().chain(&row.satellites));
    let mut told = Vec::new();
    for name in names {
        let is_district = name.to_lowercase().contains("bydel");
        if is_district || registers.places.is_called(name) {
            continue;
        }
        let why = match registers.places.almost_called(name) {
            Some(meant) => format!("no municipality is called «{name}»; is it «{meant}»?"),
            None => format!("no municipality is called «{name}»"),
        };
        if !told.contains(&why) {
            told.push(why);
        }
    }
    told
}

/// What the page said of a picture that has not come with it.
fn lost_picture(page: &Page) -> Option<String> {
    let alt = page.image.alt.as_ref().map(|alt| format!("Bildet på siden viste: {alt}."));
    let credit = page.image.credit.as_ref().map(|name| format!("Bilde på siden: {name}."));
    let caption = page.image.caption.as_ref().map(|text| format!("Bildetekst på siden: «{text}»."));
    let told: Vec<String> = alt.into_iter().chain(credit).chain(caption).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn of_news(line: &mut ItemLine, page: &Page, news: &News) {
    line.body = page.body();
    line.facts = json!({
        "byline": news.byline,
        "image_credit": page.image.credit,
        "image_alt": page.image.alt,
        "publisher": news.publisher,
    });
}

fn of_guideline(line: &mut ItemLine, page: &Page) {
    line.body = page.body();
    let Some(facts) = &page.facts.guideline else { return };
    if let Some(title) = &facts.title_no {
        // The page is a part of the publication: both names are needed to know it.
        line.lead = match line.lead.as_str() {
            "" => format!("Fra «{title}»."),
            lead => format!("{lead} Fra «{title}»."),
        };
    }
    if line.published_at.is_none() {
        line.published_at = facts.published.as_deref().and_then(published);
    }
    let updated = facts.revised.as_deref().and_then(day);
    if line.updated_at.is_none() && updated > line.published_at {
        line.updated_at = updated;
    }
    // A number that is not one is left out here and stands in the report.
    let isbn = facts.isbn.clone().filter(|isbn| isbn.parse::<norsk::Isbn>().is_ok());
    let left_empty: BTreeSet<&str> = facts
        .empty
        .iter()
        .map(|name| if *name == "title_no" { "title_nb" } else { name })
        .collect();
    // The page is a part of the publication when it has a title of its own.
    let whole = facts.title_no.as_ref().is_none_or(|title| *title == page.title);
    let part = facts.part.clone().or_else(|| (!whole).then(|| page.title.clone()));
    // The label of the number is «IS-nr»: without it the number says little.
    let series = facts.series_number.as_ref().map(|number| {
        let bare = number.chars().all(|c| c.is_ascii_digit());
        if bare { format!("IS-{number}") } else { number.clone() }
    });
    let doi = facts.doi.as_ref().map(|doi| doi.trim_start_matches("https://doi.org/"));
    let date = |text: &Option<String>| text.clone().filter(|t| t.parse::<PartialDate>().is_ok());
    line.facts = json!({
        "title_nb": facts.title_no,
        "part": part,
        "left_empty": left_empty,
        "title_en": facts.title_en,
        "version": facts.version,
        "status": facts.status,
        "series_number": series,
        "isbn": isbn,
        "doi": doi.filter(|doi| publications::is_doi(doi)),
        "revised": date(&facts.revised),
        "next_revision": date(&facts.next_revision),
        "published": date(&facts.published),
        "expires": date(&facts.expires),
        "publishers": facts.publishers,
        "editors": facts.editors,
        "type": facts.kind,
    });
}

fn of_project(line: &mut ItemLine, page: &Page, project: &Project, registers: &Registers) {
    // A period that ends before it begins is told in the notes and left for an editor.
    let period = span(project.period.as_ref());
    let start = period.first_day();
    if let Some(raw) = &project.county {
        line.counties = counties(raw, start, registers);
    }
    let centre = project.responsible.iter().find_map(|name| registers.centres.spoken_of(name));
    line.centre = centre.map(|centre| centre.slug.clone());
    if let Some(raw) = &project.theme {
        line.themes = themes(raw, registers);
    }
    line.contact = project.leaders.iter().find_map(|leader| {
        let email = leader.email.clone()?;
        Some(Some(Contact { role: leader.role.to_owned(), email }))
    });
    let leaders: Vec<_> = project
        .leaders
        .iter()
        .map(|leader| json!({ "role": role(leader), "name": leader.name }))
        .collect();
    let links = |references: &[Reference]| -> Vec<_> {
        let is_web = |url: &&String| url.starts_with("http://") || url.starts_with("https://");
        references
            .iter()
            .map(|r| json!({ "text": r.text, "url": r.url.as_ref().filter(is_web) }))
            .collect()
    };
    let status = project.status.map(|status| match status {
        Status::Planned => "planned",
        Status::Ongoing => "ongoing",
        Status::Completed => "completed",
        Status::Stopped => "stopped",
    });
    let part = |role: SectionRole| page.part(role);
    let sources: Vec<Reference> = project.sources.iter().chain(&page.links).cloned().collect();
    line.facts = json!({
        "status": status,
        "period": period,
        "responsible": project.responsible,
        "leaders": leaders,
        "funders": project.funders,
        "partners": project.partners,
        "sections": {
            "background": part(SectionRole::Background),
            "aims": part(SectionRole::Aims),
            "what_we_do": part(SectionRole::WhatWeDo),
            "results": part(SectionRole::Results),
            "lessons": part(SectionRole::Lessons),
            "how_to_start": part(SectionRole::HowToStart),
            "how_to_sustain": part(SectionRole::HowToSustain),
        },
        "sources": links(&sources),
        "materials": links(&project.materials),
    });
}

/// What somebody was in the project, with the title or the workplace that stood beside the name.
fn role(leader: &parse::Leader) -> String {
    const LONGEST: usize = 200;
    let detail = leader.detail.as_ref().filter(|detail| detail.chars().count() < LONGEST);
    detail.map_or_else(|| leader.role.to_owned(), |detail| format!("{}, {detail}", leader.role))
}

fn span(read: Option<&parse::Period>) -> Period {
    let Some(read) = read else { return Period::default() };
    let date = |at: &Option<parse::Moment>| at.as_ref().and_then(|at| at.edtf.parse().ok());
    Period::new(date(&read.from), date(&read.to)).unwrap_or_default()
}

/// «Innlandet (Hedmark)» is Innlandet, in Hedmark of before: the outer name is the county of the
/// project's time; several stand with commas or «og» between.
fn counties(raw: &str, start: Option<Date>, registers: &Registers) -> Vec<String> {
    let outer = raw.split('(').next().unwrap_or(raw);
    let mut codes: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        let name = name.trim().trim_end_matches('.');
        let found = registers.counties.named(name, start);
        if let Some(county) = found
            && !codes.contains(&county.code)
        {
            codes.push(county.code.clone());
        }
        found.is_some()
    };
    if add(outer) {
        return codes;
    }
    for part in outer.split([',', ';', '/']) {
        // «Møre og Romsdal» is one county.
        if !add(part) {
            for name in part.split(" og ") {
                add(name);
            }
        }
    }
    codes
}

/// What the old sites called some of our themes.
const OLD_THEMES: [(&str, &str); 6] = [
    ("utviklingshemmede", "utviklingshemming"),
    ("kreftomsorg", "lindrende-behandling"),
    ("palliasjon", "lindrende-behandling"),
    ("rehabilitering", "hverdagsrehabilitering"),
    ("legemiddelbruk", "legemidler"),
    ("demensomsorg", "demens"),
];

/// Themes of ours with the name of the old one, or with the first part of it.
fn themes(raw: &str, registers: &Registers) -> Vec<String> {
    let outer = raw.split('(').next().unwrap_or(raw);
    let names = std::iter::once(outer).chain(outer.split([',', ';', '/']));
    let mut slugs: Vec<String> = Vec::new();
    for name in names {
        let ours = OLD_THEMES.iter().find(|(old, _)| name.trim().eq_ignore_ascii_case(old));
        let name = ours.map_or(name, |(_, slug)| slug);
        if let Some(theme) = registers.themes.named(name)
            && !slugs.contains(&theme.slug)
        {
            slugs.push(theme.slug.clone());
        }
    }
    slugs
}
