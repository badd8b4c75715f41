//! Spellings of project pages that the fixtures do not hold.

use super::super::{Kind, Leader, Page, Project, SectionRole, Status};
use super::{Code, has, page};

fn project(labels: &str) -> (Page, Project) {
    let page = page(&format!(
        "En tittel\n\nEn ingress om saken.\n\n{labels}\n\nHva gjør vi?\n\nVi prøver.\n"
    ));
    assert_eq!(page.kind, Kind::Project, "{labels}");
    let project = page.facts.project.clone().expect("it is a project");
    (page, project)
}

fn name_and_mail(leader: &Leader) -> (&str, &str) {
    (leader.name.as_deref().unwrap_or(""), leader.email.as_deref().unwrap_or(""))
}

#[test]
fn labels_with_and_without_colon_in_both_languages() {
    for labels in [
        "Prosjektansvarlig: Prøvedal kommune\nStatus: Pågående\nPeriode: 2013-2015",
        "Prosjektansvarlig Prøvedal kommune\nStatus Pågående\nPeriode 2013-2015",
        "Prosjektansvarlig - Prøvedal kommune\nStatus - Pågående\nPeriode – 2013-2015",
        "Prosjektansvarleg: Prøvedal kommune\nStatus: Pågåande\nPeriode: 2013-2015",
        "PROSJEKTANSVARLIG : Prøvedal kommune\nSTATUS : PÅGÅENDE\nPERIODE : 2013-2015",
        " • Prosjektansvarlig: Prøvedal kommune\n • Status: Pågående\n • Periode: 2013-2015",
        "Prosjektansvarlig\tPrøvedal kommune\nStatus\tPågående\nPeriode\t2013-2015",
        "Prosjektansvarlig:\n\nPrøvedal kommune\n\nStatus:\n\nPågående\n\nPeriode:\n2013-2015",
        "Prosjektansvarlg: Prøvedal kommune\nStatus: pågår\nPeriodeX: 2013-2015",
    ] {
        let (_, project) = project(labels);
        assert_eq!(project.responsible, ["Prøvedal kommune"], "{labels}");
        assert_eq!(project.status, Some(Status::Ongoing), "{labels}");
        let period = project.period.expect("it has a period");
        assert_eq!(period.from.map(|end| end.edtf).as_deref(), Some("2013"), "{labels}");
    }
}

#[test]
fn status_words() {
    for (word, status) in [
        ("Avslutta", Status::Completed),
        ("Fullført", Status::Completed),
        ("Planlagd", Status::Planned),
        ("Under planlegging", Status::Planned),
        ("Stanset", Status::Stopped),
        ("Avbrote", Status::Stopped),
        ("I gang", Status::Ongoing),
    ] {
        let (_, project) = project(&format!("Prosjektleder: Kari Eksempel\nStatus: {word}"));
        assert_eq!(project.status, Some(status), "{word}");
    }
}

#[test]
fn leaders_on_lines_of_their_own() {
    for labels in [
        "Prosjektledere:\nKari Eksempel, kari@eksempel.no\nOla Prøve, ola@example.no\nTema: Fall",
        "Prosjektledere:\n\n• Kari Eksempel (kari@eksempel.no)\n• Ola Prøve (ola@example.no)\n\nTema: Fall",
        "Prosjektledere:\nKari Eksempel\nkari@eksempel.no\nOla Prøve\nola@example.no\nTema: Fall",
        "Prosjektleder: Kari Eksempel\nkari@eksempel.no\nProsjektleder: Ola Prøve\nola@example.no\nTema: Fall",
        "Prosjektleiarar: Kari Eksempel: kari@eksempel.no og Ola Prøve: ola@example.no\nTema: Fall",
    ] {
        let (page, project) = project(labels);
        let found: Vec<_> = project.leaders.iter().map(name_and_mail).collect();
        let wanted = [("Kari Eksempel", "kari@eksempel.no"), ("Ola Prøve", "ola@example.no")];
        assert_eq!(found, wanted, "{labels}");
        assert_eq!(project.theme.as_deref(), Some("Fall"), "{labels}");
        let mails = page.notes.iter().filter(|note| note.code == Code::PersonligEpost).count();
        assert_eq!(mails, 2, "{labels}");
    }
}

#[test]
fn an_address_with_the_responsible_office_is_somebody_to_turn_to() {
    let (_, project) = project(
        "Prosjektansvarlig: USHT Prøvefylket v/Kari Eksempel, kari@eksempel.no\nStatus: Pågående",
    );
    assert_eq!(project.responsible, ["USHT Prøvefylket v/Kari Eksempel"]);
    assert_eq!(name_and_mail(&project.leaders[0]), ("Kari Eksempel", "kari@eksempel.no"));
    assert_eq!(project.leaders[0].role, "prosjektansvarlig");
}

#[test]
fn empty_labels_do_not_swallow_what_follows() {
    let (page, project) = project(
        "Prosjektansvarlig:\n\nProsjektleder: -\nFinansieringskilde:\nTema: Fall\nStatus:\nPeriode: tre år",
    );
    assert!(project.responsible.is_empty() && project.funders.is_empty());
    assert_eq!((project.status, project.theme.as_deref()), (None, Some("Fall")));
    assert_eq!((project.period, project.period_raw.as_deref()), (None, Some("tre år")));
    for line in [5, 7, 8, 10] {
        assert!(has(&page, line, Code::TomVerdi), "line {line}");
    }
    assert!(has(&page, 11, Code::PeriodeUlest));
}

#[test]
fn reversed_and_doubtful_periods_are_told() {
    let (page, _) = project("Status: Pågående\nPeriode: 2015 - 2013\nProsjektleder: Kari Eksempel");
    assert!(has(&page, 6, Code::PeriodeSnudd));
    let (page, _) = project("Status: Pågående\nPeriode: 2010-12\nProsjektleder: Kari Eksempel");
    assert!(has(&page, 6, Code::PeriodeTvetydig));
}

#[test]
fn organisations_with_og_in_their_name_stay_whole() {
    let (_, project) = project(
        "Status: Pågående\nFinansiering: Helse- og omsorgsdepartementet, Sogn og Fjordane fylkeskommune \
         og Møre og Romsdal fylkeskommune",
    );
    assert_eq!(
        project.funders,
        [
            "Helse- og omsorgsdepartementet",
            "Sogn og Fjordane fylkeskommune",
            "Møre og Romsdal fylkeskommune"
        ]
    );
}

#[test]
fn labels_after_the_text_are_read_too() {
    let page = page(
        "Tittel\nIngress som står først.\nBakgrunn\nEn tekst om saken.\nHva gjør vi?\nVi prøver.\n\
         Prosjektansvarlig: Prøvedal kommune\nFylke: Oslo\nTema: Fall og brudd\n",
    );
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(project.county.as_deref(), Some("Oslo"));
    assert_eq!(page.lead.as_deref(), Some("Ingress som står først."));
    assert_eq!(page.part(SectionRole::WhatWeDo), "Vi prøver.");
}

#[test]
fn headings_with_more_words_and_unknown_ones() {
    let (page, _) = project("Prosjektleder: Kari Eksempel\nStatus: Pågående");
    assert_eq!(page.sections.len(), 1);
    let page = super::page(
        "Tittel\n\nProsjektleder: Kari Eksempel\nStatus: Pågående\n\nResultater så langt:\n\nBra.\n\n\
         Slik er gruppa satt sammen\n\nEn fra hver avdeling er med i den.\n\nMål for året\n\n- Ett\n- To\n",
    );
    let found: Vec<_> = page
        .sections
        .iter()
        .map(|section| (section.heading.as_deref().unwrap_or(""), section.role))
        .collect();
    let wanted = [
        ("Resultater så langt", SectionRole::Results),
        ("Slik er gruppa satt sammen", SectionRole::Other),
        ("Mål for året", SectionRole::Aims),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn an_intro_to_the_partners_is_text_and_no_partner() {
    let page = super::page(
        "Tittel\nProsjektleder: Kari Eksempel\nStatus: Avsluttet\nSamarbeidspartnere\n\
         I prosjektet samarbeider vi med:\n- Prøvedal kommune\n- Eksempelvik kommune\nMateriell:\n- Plakat\n",
    );
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(project.partners, ["Prøvedal kommune", "Eksempelvik kommune"]);
    assert_eq!(project.materials.len(), 1);
    assert_eq!(page.sections[0].body, "I prosjektet samarbeider vi med:");
}

#[test]
fn a_menu_of_themes_above_the_title_is_no_title() {
    let page = super::page(
        "Alle prosjekter\n\nTema\n• Demens\n• Ernæring\n\nTips en venn\nTittelen\n\nIngress her.\n\n\
         Prosjektleder: Kari Eksempel\nStatus: Avsluttet\nPeriode: 2013\n",
    );
    assert_eq!((page.kind, page.title.as_str()), (Kind::Project, "Tittelen"));
    assert!(page.lines[4].what.is_dropped());
}

#[test]
fn a_heading_after_the_bullets_of_the_partners_is_a_heading() {
    let page = super::page(
        "Tittel\nProsjektleder: Kari Eksempel\nStatus: Avsluttet\n\nSamarbeidspartnere\n\n\
         • Prøvedal kommune\n\nOrganisering av arbeidet\n\nEn gruppe møttes hver måned.\n",
    );
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(project.partners, ["Prøvedal kommune"]);
    assert_eq!(page.sections[0].heading.as_deref(), Some("Organisering av arbeidet"));
}
