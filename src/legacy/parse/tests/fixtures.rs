//! Pages of the same shapes as the archived ones, in words of our own, down to the last line.

use super::super::{CentreKind, CentreRow, Kind, Language, Period, SectionRole, Status, read};
use super::{Code, body_of, fixture, has, page, told};

pub(super) const ALL: &[(&str, &str)] = &[
    ("prosjekt_bokmal", include_str!("../../fixtures/prosjekt_bokmal.txt")),
    ("prosjekt_nynorsk", include_str!("../../fixtures/prosjekt_nynorsk.txt")),
    ("prosjekt_gammelt", include_str!("../../fixtures/prosjekt_gammelt.txt")),
    ("prosjekt_sammenskrevet", include_str!("../../fixtures/prosjekt_sammenskrevet.txt")),
    ("nyhet_departement", include_str!("../../fixtures/nyhet_departement.txt")),
    ("nyhet_senter", include_str!("../../fixtures/nyhet_senter.txt")),
    ("nyhet_nynorsk", include_str!("../../fixtures/nyhet_nynorsk.txt")),
    ("sentre_fylker", include_str!("../../fixtures/sentre_fylker.txt")),
    ("sentre_liste", include_str!("../../fixtures/sentre_liste.txt")),
    ("retningslinje", include_str!("../../fixtures/retningslinje.txt")),
    ("tekstside", include_str!("../../fixtures/tekstside.txt")),
];

#[test]
fn line_ends_and_hard_blanks_change_nothing() {
    for (name, text) in ALL {
        let plain = page(text);
        let dos = page(&text.replace('\n', "\r\n"));
        let mac = page(&text.replace('\n', "\r"));
        let hard = page(&text.replace(' ', "\u{A0}"));
        let marked = page(&format!("\u{FEFF}{}", text.trim_start_matches('\u{FEFF}')));
        for other in [dos, mac, hard] {
            assert_eq!(other, plain, "{name}");
        }
        assert_eq!(marked.facts, plain.facts, "{name}");
    }
}

#[test]
fn accounts_of_all_fixtures() {
    for (name, wanted) in super::accounts::ALL {
        let (page, _) = fixture(name);
        let wanted: Vec<&str> = wanted.trim().lines().map(str::trim).collect();
        assert_eq!(told(&page), wanted, "{name}");
    }
    assert_eq!(super::accounts::ALL.len(), ALL.len());
}

#[test]
fn a_project_in_bokmal() {
    let (page, _) = fixture("prosjekt_bokmal");
    assert_eq!((page.kind, page.language), (Kind::Project, Language::Nb));
    assert_eq!(page.title, "Gode måltider hver dag");
    assert!(page.lead.as_deref().is_some_and(|lead| lead.starts_with("Ansatte på sykehjemmet")));
    assert_eq!(page.published.as_deref(), Some("2016-03-03"));
    assert_eq!(page.updated.as_deref(), Some("2017-10-14"));
    assert_eq!(page.image.credit.as_deref(), Some("Ola Prøve / Eksempel kommune"));
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(
        project.responsible,
        ["Utviklingssenter for sykehjem og hjemmetjenester Prøvefylket"]
    );
    assert_eq!(
        project.funders,
        ["Helsedirektoratet", "Fylkesmannen i Prøvefylket", "Eksempelvik kommune"]
    );
    let leaders: Vec<_> = project
        .leaders
        .iter()
        .map(|one| (one.name.as_deref().unwrap_or(""), one.email.as_deref().unwrap_or("")))
        .collect();
    let wanted =
        [("Kari Eksempel", "kari.eksempel@eksempel.no"), ("Ola Prøve", "ola.prove@example.no")];
    assert_eq!(leaders, wanted);
    assert_eq!(project.status, Some(Status::Completed));
    assert_eq!(project.county.as_deref(), Some("Møre og Romsdal"));
    assert_eq!(project.partners[2], "Prøvedal sykehjem, avdeling 2");
    assert_eq!(project.sources[1].text, "Håndbok i forbedringsarbeid");
    assert_eq!(project.sources[1].url.as_deref(), Some("https://www.eksempel.no/handbok.pdf"));
    assert_eq!(project.materials.len(), 2);
    let roles: Vec<SectionRole> = page.sections.iter().map(|section| section.role).collect();
    let wanted = [
        SectionRole::Background,
        SectionRole::Aims,
        SectionRole::WhatWeDo,
        SectionRole::Results,
        SectionRole::Lessons,
        SectionRole::HowToStart,
        SectionRole::HowToSustain,
    ];
    assert_eq!(roles, wanted);
    assert!(page.part(SectionRole::WhatWeDo).starts_with("1. Kartlegger vekt"));
    assert!(body_of(&page, "Erfaringer").ends_with("Send dem til \\[…] innen fredag."));
    assert!(has(&page, 46, Code::PersonligEpost));
}

#[test]
fn a_project_in_nynorsk_with_values_under_their_labels() {
    let (page, _) = fixture("prosjekt_nynorsk");
    assert_eq!((page.kind, page.language), (Kind::Project, Language::Nn));
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(project.leaders.len(), 2);
    assert_eq!(project.theme.as_deref(), Some("Pasientforløp"));
    assert_eq!(project.status, Some(Status::Ongoing));
    assert_eq!(project.period_raw.as_deref(), Some("frå hausten 2017"));
    assert!(has(&page, 22, Code::PeriodeAarstid));
    assert_eq!(project.partners, ["Prøvedal kommune", "Eksempelvik kommune"]);
    assert_eq!(project.sources.len(), 1);
    assert_eq!(page.links.len(), 1);
    assert!(body_of(&page, "Kva gjer vi?").starts_with("- Ringjer pasienten"));
}

#[test]
fn an_old_project_with_slips() {
    let (page, _) = fixture("prosjekt_gammelt");
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(project.leaders[0].detail.as_deref(), Some("fagutvikler"));
    assert_eq!((project.status, project.status_raw.as_deref()), (None, Some("I startgropa")));
    assert!(project.period.as_ref().is_some_and(Period::years_only));
    assert_eq!(
        project.partners,
        ["Prøvedal kommune", "Musikkskolen i Eksempelvik", "Demensforeningen"]
    );
    for (line, code) in [
        (9, Code::EtikettAvvik),
        (9, Code::PersonligEpost),
        (10, Code::TomVerdi),
        (11, Code::TemaAnnet),
        (13, Code::StatusUkjent),
        (14, Code::PeriodeBareAar),
        (22, Code::TomSeksjon),
        (26, Code::Telefonnummer),
        (28, Code::LenkeUtenAdresse),
        (0, Code::ManglerFelt),
    ] {
        assert!(has(&page, line, code), "{line} {code:?}");
    }
    assert_eq!(body_of(&page, "Mål"), "Færre situasjoner med uro.");
}

#[test]
fn a_project_with_labels_run_together() {
    let (page, _) = fixture("prosjekt_sammenskrevet");
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(project.responsible, ["Prøvedal kommune"]);
    let names: Vec<_> = project.leaders.iter().filter_map(|one| one.name.as_deref()).collect();
    assert_eq!(names, ["Ola Prøve", "Kari Eksempel", "Anne Prøvesen"]);
    assert!(project.leaders.iter().all(|one| one.email.is_some()));
    assert_eq!(project.leaders[2].role, "kontaktperson");
    assert_eq!(project.theme.as_deref(), Some("Rehabilitering"));
    assert_eq!(project.county.as_deref(), Some("Prøvefylket"));
    assert_eq!(project.status, Some(Status::Planned));
    let period = project.period.as_ref().expect("it has a period");
    let ends = (period.from.as_ref(), period.to.as_ref());
    assert_eq!(ends.0.map(|end| end.edtf.as_str()), Some("2019-02-01"));
    assert_eq!(ends.1.map(|end| end.edtf.as_str()), Some("2020-12-31"));
    assert!(body_of(&page, "Hva gjør vi?").starts_with("- Kartlegger"));
    assert_eq!(page.links[0].url.as_deref(), Some("http://prosjekt.eksempel.no/hverdag_1"));
}

#[test]
fn news_of_a_ministry() {
    let (page, _) = fixture("nyhet_departement");
    assert_eq!((page.kind, page.archived), (Kind::News, true));
    assert_eq!(page.title, "Nytt læringsnettverk for hjemmetjenesten");
    assert_eq!(page.published.as_deref(), Some("2011-10-12"));
    let news = page.facts.news.as_ref().expect("it is news");
    assert_eq!(news.published_under.as_deref(), Some("Regjeringen Prøve I"));
    assert_eq!(news.publisher.as_deref(), Some("Eksempeldepartementet"));
    assert_eq!(news.label.as_deref(), Some("Pressemelding"));
    assert_eq!(page.links.len(), 3);
    assert!(page.body().starts_with("– Kommunene skal lære av hverandre, sier statsråd"));
    assert!(page.body().contains("\n\n– Vi gleder oss!\n\n"));
}

#[test]
fn news_of_a_centre_with_an_image_name_glued_to_the_lead() {
    let (page, _) = fixture("nyhet_senter");
    assert_eq!(page.kind, Kind::News);
    assert_eq!(
        page.lead.as_deref(),
        Some(
            "Prøvedal sykehjem har fått fylkets pris for arbeid med fall. Prisen deles ut hvert år."
        )
    );
    assert_eq!(page.image.file.as_deref(), Some("KARIEKSEMPEL300X200__17"));
    assert_eq!(page.image.caption.as_deref(), Some("Deltakerne på samlingen i Prøvedal."));
    assert_eq!(page.image.credit.as_deref(), Some("Per Eksempel"));
    let news = page.facts.news.as_ref().expect("it is news");
    assert_eq!(news.byline.as_deref(), Some("Ola Prøve"));
    let rows = &page.facts.centres.as_ref().expect("it names centres").rows;
    let listed: Vec<&CentreRow> = rows.iter().filter(|row| !row.from_prose).collect();
    assert_eq!(listed.len(), 4);
    assert_eq!(listed[1].hosts, ["Prøve bydel"]);
    assert_eq!(listed[2].hosts, ["Fjell", "Dal", "Vik"]);
    assert_eq!(listed[3].hosts, ["Sør-Prøvedal"]);
    assert_eq!(listed[3].area.as_deref(), Some("Nord-Trøndelag"));
    let prose: Vec<&CentreRow> = rows.iter().filter(|row| row.from_prose).collect();
    let units: Vec<_> = prose.iter().filter_map(|row| row.unit.as_deref()).collect();
    assert_eq!(units, ["Prøvedal sykehjem", "Fjellet bosenter", "Sjøsiden helsetun"]);
    assert_eq!(prose[1].hosts, ["Dalen"]);
    assert!(prose.iter().all(|row| row.kind == Some(CentreKind::TeachingNursingHome)));
    assert!(page.body().ends_with("Ta kontakt med \\[…] for mer."));
    assert!(has(&page, 3, Code::BildefilITekst) && has(&page, 20, Code::Typografi));
}

#[test]
fn news_in_nynorsk_with_hard_line_ends() {
    let (page, _) = fixture("nyhet_nynorsk");
    assert_eq!((page.kind, page.language), (Kind::News, Language::Nn));
    assert_eq!(page.published.as_deref(), Some("2015-05-14"));
    assert_eq!(page.image.credit.as_deref(), Some("Per Eksempel"));
    assert!(page.body().contains("vernepleiarar kan melde seg på"));
    assert!(page.body().contains("<post@eksempel.no>"), "an office keeps its address");
    assert!(has(&page, 9, Code::LenkeUtenAdresse));
}

#[test]
fn centres_by_county() {
    let (page, _) = fixture("sentre_fylker");
    assert_eq!(page.kind, Kind::CentreOverview);
    assert!(page.image.alt.as_deref().is_some_and(|alt| alt.starts_with("Smilende sykepleier")));
    let centres = page.facts.centres.as_ref().expect("it lists centres");
    assert_eq!(centres.valid_from.as_deref(), Some("2018-02-01"));
    assert_eq!(centres.exceptions, ["Unntak er Rogaland, med to sentre."]);
    let short: Vec<String> = centres
        .rows
        .iter()
        .map(|row| {
            let area = row.area.as_deref().unwrap_or("");
            format!("{area}: {} + {}", row.hosts.join(", "), row.satellites.join(", "))
        })
        .collect();
    let wanted = [
        "Finnmark: Sør-Eksempel + ",
        "Nordland: Prøvedal + Eksempelvik",
        "Helse Prøve: Fjelldal + ",
        "Hedmark: Vikdal + Nordvik, Sørvik",
        "Rogaland: Havvik + Landvik",
        "Oslo: Bydel Eksempel + ",
        "Akershus: Skogvik + ",
    ];
    assert_eq!(short, wanted);
    assert!(centres.rows.iter().all(|row| row.kind == Some(CentreKind::Both)));
    assert_eq!(centres.rows[6].unit.as_deref(), Some("Skogvik sykehjem"));
    assert!(has(&page, 14, Code::Skrivefeil) && has(&page, 15, Code::OmraadeIkkeFylke));
    assert!(has(&page, 9, Code::UnntakIProsa));
}

#[test]
fn centres_in_plain_lines() {
    let (page, _) = fixture("sentre_liste");
    let centres = page.facts.centres.as_ref().expect("it lists centres");
    let areas: Vec<_> = centres.rows.iter().filter_map(|row| row.area.as_deref()).collect();
    assert_eq!(areas, ["Østfold", "Hedmark", "Nordland", "Oslo"]);
    assert_eq!(centres.rows[2].hosts, ["Nordvik", "Sørvik"]);
    assert!(page.body().starts_with("- Eksempelvik kommune i Østfold\n- Prøvedal"));
}

#[test]
fn a_guideline() {
    let (page, _) = fixture("retningslinje");
    assert_eq!((page.kind, page.title.as_str()), (Kind::Guideline, "Fall hos eldre i hjemmet"));
    assert_eq!(page.published.as_deref(), Some("2012-05-02"));
    let facts = page.facts.guideline.as_ref().expect("it is a guideline");
    assert_eq!(facts.title_no.as_deref(), Some("Nasjonal veileder for forebygging av fall"));
    assert_eq!(facts.title_en.as_deref(), Some("National guide to the prevention of falls"));
    assert_eq!(facts.publishers, ["Helsedirektoratet", "Folkehelseinstituttet"]);
    assert_eq!(facts.editors, ["Kari Eksempel"]);
    assert_eq!(facts.next_revision.as_deref(), Some("2016"));
    assert_eq!((facts.part.as_deref(), &facts.empty[..]), (Some("Forebygging"), &["doi"][..]));
    assert_eq!(facts.chapters, ["1 Innledning", "1.1 Hvem veilederen er for", "2 Anbefalinger"]);
    assert!(has(&page, 16, Code::IsbnFeil) && has(&page, 17, Code::TomVerdi));
    assert!(body_of(&page, "2 Anbefalinger").ends_with("<http://www.eksempel.no/fall.123.html>"));
}

#[test]
fn a_page_of_text_with_marks_that_mean_nothing() {
    let (page, _) = fixture("tekstside");
    assert_eq!((page.kind, page.title.as_str()), (Kind::Text, "Om senteret"));
    let body = page.body();
    for written in [
        "\\# ikke en overskrift",
        "\\+ pluss er ikke et punkt",
        "1\\. januar er kontoret stengt.",
        "\\* og \\_under\\_ og \\[klamme](x) og \\<b> og \\&amp; skal",
        "<https://eksempel.no/kart_(stor)> eller [www.eksempel.no](<https://www.eksempel.no>).",
        "1) Ta bussen\n2) Gå av ved kirka",
    ] {
        assert!(body.contains(written), "{written}\nin\n{body}");
    }
    assert!(body.ends_with("Ansvarlig for siden er Per Eksempel."));
}

#[test]
fn the_report_is_json_with_a_word_for_every_line() {
    let (page, text) = fixture("prosjekt_bokmal");
    let json = serde_json::to_value(&page).expect("a page is JSON");
    let lines = json["lines"].as_array().expect("lines are listed");
    assert_eq!(lines.len(), text.lines().count());
    let words = ["field", "section", "list", "dropped", "kept_as_text"];
    assert!(lines.iter().all(|line| words.contains(&line["as"].as_str().unwrap_or(""))));
    assert_eq!(lines[1]["reason"], "navigation of the old site");
    assert_eq!(lines[19]["parts"][1]["name"], "leaders.email");
    assert_eq!(json["notes"][0]["code"], "personlig-epost");
    assert_eq!(json["facts"]["project"]["status"], "completed");
}

#[test]
fn a_page_without_words_takes_its_title_from_the_file() {
    let page = read("mappe/side_12.txt", b"Skriv ut\n").expect("it is text");
    assert_eq!((page.kind, page.title.as_str()), (Kind::Text, "side_12"));
    assert!(has(&page, 0, Code::ManglerFelt));
}

#[test]
fn rows_of_a_table_and_dates_after_the_kind_of_page() {
    let page = page(
        "Sentrene\n\nFinnmark\tSør-Eksempel kommune\nNordland – Prøvedal kommune\n\
         Troms | Nordvik kommune med Sørvik kommune som satellitt\nOslo kommune er stor.\n",
    );
    let rows = &page.facts.centres.as_ref().expect("it lists centres").rows;
    let hosts: Vec<&str> = rows.iter().map(|row| row.hosts[0].as_str()).collect();
    assert_eq!(hosts, ["Sør-Eksempel", "Prøvedal", "Nordvik"]);
    let page = super::page("Tittel\n\nPressemelding, 12.10.2011\n\nEn ingress.\n\nOg mer tekst.\n");
    assert_eq!((page.kind, page.published.as_deref()), (Kind::News, Some("2011-10-12")));
}
