//! Pages that were read as something else in silence: what is not understood is said, and stays in its place.

use super::super::{Kind, Page, SectionRole};
use super::{Code, body_of, has, page};

fn note_of(page: &Page, code: Code) -> Option<usize> {
    page.notes.iter().find(|note| note.code == code).and_then(|note| note.line)
}

#[test]
fn what_showed_a_picture_above_the_title_is_no_title() {
    for (picture, title) in [
        ("To hender rundt et rekkverk", "Roligere netter på Solbakken"),
        ("Beboer i rullestol", "Bedre stell i Prøvedal"),
    ] {
        let page = page(&format!(
            "{picture}\n\n{title}\n\nVi prøver stille alarmer om natten, og ser om færre faller.\n\n\
             Om prosjektet\n\nProsjektleder: Kari Eksempel\nStatus: Pågående\n\nBakgrunn\n\nMange falt.\n"
        ));
        assert_eq!(page.title, title);
        assert_eq!(page.image.alt.as_deref(), Some(picture));
        assert!(page.lead.as_deref().is_some_and(|lead| lead.starts_with("Vi prøver")));
        assert!(has(&page, 1, Code::MuligBildetekst));
    }
    // A title that has the text below it, and one that says what is done.
    for title in ["Eldre i Prøvedal", "Gode måltider for eldre"] {
        let page =
            page(&format!("{title}\n\nBakgrunn\n\nMange spiste lite.\n\nTiltak\n\nSuppe.\n"));
        assert_eq!((page.title.as_str(), page.image.alt), (title, None));
    }
}

#[test]
fn headings_of_phases_stand_where_they_stood() {
    let page = page(
        "Roligere netter\n\nProsjektleder: Kari Eksempel\nStatus: Pågående\n\nMetode og tiltak\n\n\
         Fase I-2014:\n\n • Kartlegging\n\nFase II-2015:\n\n • Utprøving\n\nResultater\n\nFærre fall.\n",
    );
    assert_eq!(
        page.part(SectionRole::WhatWeDo),
        "### Metode og tiltak\n\n### Fase I-2014\n\n- Kartlegging\n\n### Fase II-2015\n\n- Utprøving"
    );
    assert_eq!(page.part(SectionRole::Results), "Færre fall.");
    assert_eq!(page.part(SectionRole::Background), "");
}

#[test]
fn a_label_that_nobody_knows_ends_what_stands_above_it() {
    let page = page(
        "Velferdsteknologi i Prøvedal\n\nEt samarbeid mellom kommuner.\n\nFinansiert av:\n\
         Prøvedal kommune\nProsjektnummer:\n5678\nProsjektleder:\nKari Eksempel\n",
    );
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(project.funders, ["Prøvedal kommune"]);
    assert_eq!(project.leaders[0].name.as_deref(), Some("Kari Eksempel"));
    assert_eq!(body_of(&page, "Prosjektnummer"), "5678");
    assert!(has(&page, 7, Code::EtikettUkjent));
}

#[test]
fn one_institution_with_og_in_its_name_is_one() {
    let page = page(
        "Tittel\n\nProsjektleder: Kari Eksempel\nFinansieringskilde: Fylkesmannen i Oslo og Akershus\n\
         Periode: Fase 1: 2014-2015 Fase 2: 2015-2016\nFerdig: 2018\n\nBakgrunn\n\nEn tekst.\n",
    );
    let project = page.facts.project.as_ref().expect("it is a project");
    assert_eq!(project.funders, ["Fylkesmannen i Oslo og Akershus"]);
    assert!(has(&page, 5, Code::PeriodeUlest));
    let end = project.period.as_ref().and_then(|period| period.to.as_ref());
    assert_eq!(end.map(|end| end.edtf.as_str()), Some("2018"));
}

#[test]
fn words_that_were_a_link_stay_in_the_text_and_a_last_short_line_is_none() {
    let page = page(
        "Tilskot til møteplassar\n\nOrdninga er kunngjord.\n\nMålet er å motverke einsemd.\n\n\
         Les meir om ordninga på heimesida.\n\nSøknadsfrist:\n19.01.2018\nKven kan søkje:\n\
         Kommunar, stiftelsar, lag\n",
    );
    let body = page.body();
    let at = |words: &str| body.find(words).unwrap_or_else(|| panic!("{words} is lost: {body}"));
    assert!(
        at("Les meir") < at("Søknadsfrist") && at("Kven kan søkje") < at("Kommunar, stiftelsar")
    );
    assert!(page.links.is_empty());
    assert!(has(&page, 7, Code::LenkeUtenAdresse) && !has(&page, 12, Code::LenkeUtenAdresse));
    let lone = super::page("Tittel\n\nIngress her.\n\nEn tekst om saken.\n\nHilsen alle oss\n");
    assert!(lone.links.is_empty() && lone.body().ends_with("Hilsen alle oss"), "{}", lone.body());
}

#[test]
fn messages_of_the_old_site_are_no_part_of_the_page() {
    let page = page(
        "Du benytter en nettleser vi ikke støtter. Se informasjon om nettlesere\n\n\
         Vedlegg 2. Måling i sykehjem\n\nBegrep\n\nEn måling er noe som gjøres flere ganger.\n",
    );
    assert_eq!(page.title, "Vedlegg 2. Måling i sykehjem");
    assert!(page.lines[0].what.is_dropped() && has(&page, 1, Code::Nettlesermelding));
}

#[test]
fn the_mark_of_the_archive_may_have_words_after_it() {
    for mark in [
        "Historisk arkiv",
        "Historisk arkiv Dette innholdet er arkivert og vil ikke bli oppdatert.",
        "Dette innhaldet er arkivert og blir ikkje oppdatert",
        "Historisk arkiv - dette innholdet blir ikke oppdatert",
        "Arkiv: Dette innholdet er arkivert",
        "Innholdet på denne siden er ikke lenger oppdatert.",
        "Arkivert innhold: siden ble sist oppdatert i 2014",
        "ARKIVERT",
        "[Arkiv]",
        "Arkivert 12.3.2018",
        "Arkivert den 12. mars 2018",
        "ARKIV: Artikkel fra 2012",
        "Dette er en arkivert side. Innholdet kan være utdatert.",
        "Sida er arkivert og vert ikkje oppdatert",
        "Siden er ikke oppdatert siden 2014 og er kun tilgjengelig av historiske årsaker.",
        "OBS! Dette innholdet er gammelt og blir ikke oppdatert",
        "This page is archived",
    ] {
        let page = page(&format!("{mark}\n\nBakgrunn\n\nBrevet handler om hygiene på sykehjem.\n"));
        assert!(page.archived, "{mark}");
        assert_eq!((page.kind, page.title.as_str()), (Kind::News, "Bakgrunn"), "{mark}");
    }
    for title in [
        "Historisk arkiv over prosjekter",
        "Arkivet i Prøvedal",
        "Arkiv: slik finner du fram",
        "Siden sist har vi oppdatert planen",
    ] {
        let other = page(&format!("{title}\n\nHer ligger det som er avsluttet.\n\nMer tekst.\n"));
        assert!(!other.archived, "{title}");
        assert_eq!(other.title, title);
    }
}

#[test]
fn what_is_personal_is_no_title_and_looked_at_first() {
    let page = page(
        "+47 75 00 00 00 post(alfa)eksempel.no\n\nKonferanse om demens\n\nMange kom for å høre på.\n\n\
         Fra venstre: Kari Eksempel, Ola Prøve og Per Eksempel\n\nTelefon: 57 00 00 00\n\n400 00 000\n",
    );
    assert_eq!(page.title, "Konferanse om demens");
    assert!(has(&page, 1, Code::Telefonnummer) && has(&page, 1, Code::SkjultAdresse));
    assert!(has(&page, 7, Code::Navneliste));
    assert!(has(&page, 9, Code::Telefonnummer) && has(&page, 11, Code::Telefonnummer));
    for text in
        ["Ring 40000001 i dag", "Vi svarer på 400 00 001.", "Kontakt oss: 75000001, hele dagen"]
    {
        let told = super::page(&format!("Tittel\n\n{text}.\n"));
        assert!(has(&told, 3, Code::Telefonnummer), "{text}");
    }
    for text in [
        "i 2014 og 2015",
        "org.nr. 974 760 673",
        "ISBN 978-82-8081-368-8",
        "10 000 000",
        "sak 20151234",
        "25000000 kroner",
        "dagen 31122014",
    ] {
        let plain = super::page(&format!("Tittel\n\nDette gjaldt {text} i landet.\n"));
        assert_eq!(note_of(&plain, Code::Telefonnummer), None, "{text}");
    }
}

/// What stands above a title on old sites, and is none.
#[test]
fn what_stands_above_a_title_is_none() {
    let titled = |above: &str| {
        page(&format!(
            "{above}\n\nStandard for pleie\n\nSiden handler om pleie i sykehjem, og om hvordan det går.\n\n\
             Mer\n\nEn tekst til om det samme.\n"
        ))
    };
    for dropped in [
        "Javascript må være slått på",
        "Søk Meny",
        "Nynorsk | Bokmål | English",
        "Utskriftsvennlig versjon",
        "A A A",
        "Denne nettsiden bruker cookies.",
        "Siden krever Flash Player",
        "Internet Explorer støttes ikke lenger",
        "Hopp direkte til innholdet",
        "Skip to content",
        "Du er her:",
        "Lytt til innholdet",
        "Kommentarer (0)",
    ] {
        let page = titled(dropped);
        assert_eq!(page.title, "Standard for pleie", "{dropped}");
        assert!(page.lines[0].what.is_dropped(), "{dropped}");
    }
    for kept in [
        "Publisert av Kari Eksempel 22.03.2016",
        "mandag 22. mars 2016 kl. 12:00",
        "22.03.2016 Skriv ut",
        "Side 1 av 2",
        "© Utviklingssenteret",
        "post snabel-a eksempel.no",
        "kari at eksempel.no",
        "E-post: post@eksempel.no",
        "Besøksadresse: Prøveveien 1, 9999 Prøvedal",
        "Org.nr. 999 999 999",
        "utviklingssenter.eksempel.no",
        "http://www.eksempel.no/side.123",
        "Illustrasjonsfoto",
        "[Bilde]",
    ] {
        let page = titled(kept);
        assert_eq!(page.title, "Standard for pleie", "{kept}");
    }
    for hidden in [
        "post snabel-a eksempel.no",
        "kari at eksempel.no",
        "post(at)eksempel(punktum)no",
        "post krøllalfa eksempel punktum no",
        "kari at eksempel dot no",
    ] {
        assert!(has(&titled(hidden), 1, Code::SkjultAdresse), "{hidden}");
    }
    let plain = page("Tittel\n\nHan sier at helsenorge.no er nyttig for mange.\n");
    assert_eq!(note_of(&plain, Code::SkjultAdresse), None);
}

#[test]
fn letters_that_came_apart_are_said() {
    for text in [
        "Antall Ăžkte i perioden, og Ă„rsaken er ukjent.",
        "De gikk pÃ¥ tur.",
        "Alt er â€“ fint.",
        "S?knaden ble sendt f?r jul.",
        "De ?nsket noe annet.",
        "Sï¿½knaden ble sendt.",
        "S&oslash;knaden ble sendt.",
        "S&#248;knaden ble sendt.",
        "S=F8knaden ble sendt.",
        "S%C3%B8knaden ble sendt.",
        "Smør pŒ brødet.",
        "<p>En tekst med koder.</p>",
    ] {
        let page = page(&format!("Tittel\n\n{text}\n"));
        assert!(has(&page, 3, Code::OdelagtTekst), "{text}");
        assert!(page.to_look_at().next().is_some());
    }
    for text in [
        "Čáhcesuolu, São Paulo, Ålesund og à la carte.",
        "Hvem? Hva? Se https://eksempel.no/sok?q=fall og eksempel.no?id=1 for mer.",
        "Bruk & og <b> med måte: 20 °C, R&D, 50 %.",
    ] {
        let sound = page(&format!("Tittel\n\n{text}\n"));
        assert_eq!(note_of(&sound, Code::OdelagtTekst), None, "{text}");
    }
}

/// A line of the old page's own small facts is none of the page's headings.
#[test]
fn small_facts_are_no_headings_and_no_lead() {
    let page = page(
        "Konferanse i Prøvedal\n\nForfatter(e): Eksempel, Kari\n\nSted: Hotellet i Prøvedal\n\n\
         Antall sider: 84\n\nProgrammet begynner klokka ni, og vi slutter klokka tre.\n",
    );
    assert_eq!(page.title, "Konferanse i Prøvedal");
    assert_eq!(page.lead, None);
    assert!(page.sections.iter().all(|section| section.heading.is_none()), "{}", page.body());
    for text in ["Sted: Hotellet i Prøvedal", "Antall sider: 84", "klokka ni"] {
        assert!(page.body().contains(text), "{text} is lost");
    }
}

#[test]
fn the_second_heading_of_a_part_is_kept() {
    let page = page(
        "Roligere netter\n\nProsjektleder: Kari Eksempel\nStatus: Avsluttet\n\nMål: Bedre søvn\n\n\
         Delmål\n\nFærre turer om natten.\n\nResultat\n\nFærre falt.\n\nEvaluering\n\n\
         Ansatte var fornøyde.\n",
    );
    assert_eq!(page.part(SectionRole::Aims), "Bedre søvn\n\n### Delmål\n\nFærre turer om natten.");
    assert_eq!(
        page.part(SectionRole::Results),
        "Færre falt.\n\n### Evaluering\n\nAnsatte var fornøyde."
    );
}
