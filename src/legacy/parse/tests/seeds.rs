//! The five archived pages themselves, where they are at hand; they are not part of this package.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::{CentreKind, Kind, Page, SectionRole, Status};
use super::{Code, body_of, has, page};

/// `PADRIVER_SEEDS`, or `../shared/seeds` beside the package.
fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    std::env::var_os("PADRIVER_SEEDS").map_or_else(beside, PathBuf::from)
}

fn seed(start: &str) -> Option<(Page, String)> {
    let files = fs::read_dir(folder()).ok().into_iter().flatten().flatten();
    let found = files.map(|file| file.path()).find(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start))
    });
    let Some(path) = found else {
        println!("skipped: no page {start} in {}", folder().display());
        return None;
    };
    let text = fs::read_to_string(&path).expect("the page is readable");
    Some((page(&text), text))
}

#[test]
fn the_news_of_2008() {
    let Some((page, text)) = seed("000_") else { return };
    assert_eq!(page.lines.len(), text.lines().count());
    assert_eq!(
        (page.kind, page.title.as_str()),
        (Kind::News, "Skal bidra til gode hjemmetjenester")
    );
    assert!(
        page.lead.as_deref().is_some_and(|lead| lead.starts_with("Omsorgsforsknigssentrene i"))
    );
    assert_eq!(page.lines[2].parts.len(), 2);
    assert!(page.lines[2].parts[0].what.is_dropped());
    let news = page.facts.news.as_ref().expect("it is news");
    assert!(news.byline.is_some());
    let rows = &page.facts.centres.as_ref().expect("it names centres").rows;
    let home_care: Vec<_> =
        rows.iter().filter(|row| row.kind == Some(CentreKind::TeachingHomeCare)).collect();
    assert_eq!(home_care.len(), 19);
    assert!(home_care.iter().all(|row| row.area_is_county && !row.from_prose));
    assert_eq!(home_care[1].hosts, ["Bjerke bydel"]);
    assert_eq!(home_care[4].hosts, ["Vågå", "Sjåk", "Lom"]);
    assert_eq!(home_care[8].area.as_deref(), Some("Aust-Agder"));
    assert_eq!(home_care[18].hosts, ["Sør-Varanger"]);
    let nursing: Vec<_> =
        rows.iter().filter(|row| row.kind == Some(CentreKind::TeachingNursingHome)).collect();
    let units: Vec<_> = nursing.iter().filter_map(|row| row.unit.as_deref()).collect();
    assert_eq!(units, ["Søbstad sykehjem", "Rokilde sykehjem", "Verdal bo- og helsetun"]);
    assert_eq!(nursing[0].hosts, ["Trondheim"]);
    assert_eq!(nursing[1].area.as_deref(), Some("Møre og Romsdal"));
    assert_eq!(nursing[2].area.as_deref(), Some("Nord-Trøndelag"));
    let headings: Vec<_> = page.sections.iter().filter_map(|one| one.heading.as_deref()).collect();
    assert_eq!(headings.len(), 3);
    assert_eq!(headings[1], "Skal styrke kvaliteten");
    assert_eq!(page.links[0].text, "Les mer om undervisningssykehjemmene");
    assert!(has(&page, 3, Code::BildefilITekst) && has(&page, 46, Code::LenkeUtenAdresse));
}

#[test]
fn the_news_of_2011() {
    let Some((page, _)) = seed("001_") else { return };
    assert_eq!((page.kind, page.archived), (Kind::News, true));
    assert!(page.title.starts_with("Nettsted skal gi nye verktøy"));
    let news = page.facts.news.as_ref().expect("it is news");
    assert!(news.published_under.as_deref().is_some_and(|name| name.starts_with("Regjeringen ")));
    assert_eq!(news.publisher.as_deref(), Some("Helse- og omsorgsdepartementet"));
    assert!(page.lines[4].what.is_dropped(), "the mark stands twice");
    let quotes = page.body().matches("\n\n– ").count();
    assert_eq!(quotes, 2);
    assert!(page.body().contains("i”Kompetanseløftet 2015”."));
    assert_eq!(page.links.len(), 2);
    assert!(has(&page, 27, Code::Typografi));
    assert_eq!(page.sections.len(), 1);
}

#[test]
fn the_overview_of_2017() {
    let Some((page, _)) = seed("002_") else { return };
    assert_eq!(page.kind, Kind::CentreOverview);
    assert!(page.title.starts_with("Fremtidens utviklingssentre"));
    assert!(page.image.alt.as_deref().is_some_and(|alt| alt.starts_with("Person holder")));
    assert!(page.lead.as_deref().is_some_and(|lead| lead.ends_with("i hvert fylke.")));
    let centres = page.facts.centres.as_ref().expect("it lists centres");
    assert_eq!(centres.rows.len(), 20);
    assert_eq!(centres.valid_from.as_deref(), Some("2017-01-01"));
    assert_eq!(centres.exceptions.len(), 1);
    let satellites: Vec<(&str, Vec<String>)> = centres
        .rows
        .iter()
        .filter(|row| !row.satellites.is_empty())
        .map(|row| (row.area.as_deref().unwrap_or(""), row.satellites.clone()))
        .collect();
    let named = |area, names: &[&str]| (area, names.iter().map(ToString::to_string).collect());
    let wanted = [
        named("Nordland", &["Vefsn"]),
        named("Vest-Agder", &["Songdalen"]),
        named("Hedmark", &["Elverum", "Stange"]),
    ];
    assert_eq!(satellites, wanted);
    assert!(centres.rows.iter().all(|row| row.hosts.len() == 1));
    let other: Vec<_> = centres.rows.iter().filter(|row| !row.area_is_county).collect();
    assert_eq!(other.len(), 1);
    assert_eq!(other[0].area.as_deref(), Some("Helse Fonna"));
    assert!(has(&page, 21, Code::Skrivefeil) && has(&page, 29, Code::Skrivefeil));
    assert!(!has(&page, 37, Code::Skrivefeil) && has(&page, 15, Code::LenkeUtenAdresse));
    assert_eq!(page.lines[38].parts.len(), 2);
    assert!(page.lines[0].what.is_dropped() && page.lines[38].what.is_dropped());
}

#[test]
fn the_guideline_of_2015() {
    let Some((page, _)) = seed("003_") else { return };
    assert_eq!(page.kind, Kind::Guideline);
    assert_eq!(page.title, "Utviklingssenter for sykehjem og hjemmetjenester");
    assert_eq!(page.published.as_deref(), Some("2010-04-22"));
    assert_eq!(page.updated.as_deref(), Some("2015-03-26"));
    let facts = page.facts.guideline.as_ref().expect("it is a guideline");
    assert!(facts.title_no.as_deref().is_some_and(|title| title.starts_with("Nasjonalt handl")));
    assert_eq!(facts.isbn.as_deref(), Some("978-82-8081-368-8"));
    assert_eq!(facts.series_number.as_deref(), Some("2285"));
    assert_eq!((facts.version.as_deref(), facts.status.as_deref()), (Some("5"), Some("Publisert")));
    assert_eq!(facts.revised.as_deref(), Some("2015-03-26"));
    assert_eq!(facts.published.as_deref(), Some("2010-04-22"));
    assert_eq!(facts.publishers, ["Helsedirektoratet"]);
    assert_eq!(facts.kind.as_deref(), Some("Nasjonale retningslinjer"));
    assert_eq!(facts.empty, ["title_en", "doi", "next_revision", "expires", "editors"]);
    assert_eq!(facts.chapters, ["Definisjon", "Oppgaver", "Organisering"]);
    assert_eq!(facts.part.as_deref(), Some("Organisering"));
    assert!(page.lines[6..11].iter().all(|line| line.what.is_dropped()));
    assert_eq!(body_of(&page, "Organisering").lines().count(), 7);
    assert!(!has(&page, 17, Code::IsbnFeil) && has(&page, 42, Code::LenkeSomTekst));
}

#[test]
fn the_project_of_2020() {
    let Some((page, _)) = seed("004_") else { return };
    assert_eq!(page.kind, Kind::Project);
    assert!(page.title.starts_with("Vi kan og vi gjør det! Kompetanseheving"));
    assert!(page.lead.as_deref().is_some_and(|lead| lead.starts_with("Styrke fagkompetanse")));
    assert_eq!(page.published.as_deref(), Some("2020-04-27"));
    assert_eq!(page.updated.as_deref(), Some("2020-04-27"));
    assert!(page.image.credit.is_some());
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(
        project.responsible,
        ["Utviklingssenter for sykehjem og hjemmetjenester Innlandet (Hedmark)"]
    );
    assert_eq!(project.funders, ["Helsedirektoratet"]);
    assert_eq!(project.leaders.len(), 1);
    assert!(project.leaders[0].name.is_some() && project.leaders[0].email.is_some());
    assert_eq!(
        project.theme.as_deref(),
        Some("Utviklingshemmede (innovasjon og tjenesteutvikling)")
    );
    assert_eq!(project.county.as_deref(), Some("Innlandet (Hedmark)"));
    assert_eq!(project.status, Some(Status::Ongoing));
    let period = project.period.as_ref().expect("it has a period");
    assert_eq!(period.from.as_ref().map(|end| end.edtf.as_str()), Some("2019-06"));
    assert_eq!(period.to.as_ref().map(|end| end.edtf.as_str()), Some("2021-06"));
    let lengths = (project.partners.len(), project.sources.len(), project.materials.len());
    assert_eq!(lengths, (10, 4, 1));
    let roles: Vec<SectionRole> = page.sections.iter().map(|section| section.role).collect();
    assert_eq!(roles, [SectionRole::Background, SectionRole::Aims, SectionRole::WhatWeDo]);
    assert_eq!(body_of(&page, "Hva gjør vi?").lines().count(), 6);
    assert!(has(&page, 24, Code::PersonligEpost) && has(&page, 61, Code::Typografi));
}
