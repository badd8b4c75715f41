//! References are read back by another library, and say no more than is known.

use axum::http::StatusCode;
use serde_json::{Value, json};
use time::macros::date;

use super::{Issued, Reference, bibtex, csl, ris};
use crate::kinds::Citation;
use crate::testing::{Engine, TestApp};

fn reference() -> Reference {
    Reference {
        key: "faglig-retningslinje-2015".to_owned(),
        title: "Fagleg retningslinje: {måltid} & 100 % mat_glede".to_owned(),
        lang: "nn",
        citation: Citation {
            authors: vec!["Helsedirektoratet".to_owned(), "Mat og helse & co".to_owned()],
            publishers: vec!["Helsedirektoratet".to_owned()],
            number: Some("IS-2154".to_owned()),
            isbn: Some("978-82-8081-344-1".to_owned()),
            genre: Some("Retningslinje".to_owned()),
            is_report: true,
            ..Citation::default()
        },
        issued: Some(Issued {
            year: 2015,
            month: Some(3),
            day: None,
            is_circa: false,
            is_unsure: false,
        }),
        url: "https://padriver.example/id/7?per=2020-01-01".to_owned(),
        accessed: date!(2026 - 11 - 22),
        site: "Pådriver".to_owned(),
    }
}

#[test]
fn bibtex_is_read_by_another_library() {
    let written = bibtex::write(&reference());
    let read = biblatex::Bibliography::parse(&written).unwrap();
    let entry = read.get("faglig-retningslinje-2015").unwrap();
    let authors: Vec<String> = entry.author().unwrap().into_iter().map(|p| p.name).collect();
    assert_eq!(authors, ["Helsedirektoratet", "Mat og helse & co"], "never split into names");
    let text = |field: &str| {
        let chunks = entry.get(field).unwrap();
        biblatex::ChunksExt::format_verbatim(chunks)
    };
    assert!(text("title").contains("(måltid) & 100 % mat_glede"), "{}", text("title"));
    assert_eq!(text("number"), "IS-2154");
    assert_eq!(text("year"), "2015");
    assert_eq!(text("url"), "https://padriver.example/id/7?per=2020-01-01");
}

/// A DOI leads where it leads, an institution with «and» in it is one, what is circa stays so, and a comma
/// makes no family name of half an organisation.
#[test]
fn what_other_programs_would_read_otherwise_is_written_for_them() {
    let mut about = reference();
    about.citation.doi = Some("10.1000/182_x".to_owned());
    about.citation.publishers = vec!["Centre for Research and Care".to_owned()];
    about.citation.authors = vec!["Helse, miljø og omsorg".to_owned()];
    about.issued =
        Some(Issued { year: 2008, month: None, day: None, is_circa: true, is_unsure: false });
    let bib = bibtex::write(&about);
    assert!(bib.contains("doi = {10.1000/182_x}"), "{bib}");
    assert!(bib.contains("institution = {{Centre for Research and Care}}"), "{bib}");
    assert!(bib.contains("date = {2008~}") && bib.contains("year = {2008}"), "{bib}");
    let read = biblatex::Bibliography::parse(&bib).unwrap();
    let entry = read.get("faglig-retningslinje-2015").unwrap();
    let institution = biblatex::ChunksExt::format_verbatim(entry.get("institution").unwrap());
    assert_eq!(institution, "Centre for Research and Care");
    assert_eq!(entry.author().unwrap()[0].name, "Helse, miljø og omsorg");
    let csl: Value = serde_json::from_str(&csl::write(&about)).unwrap();
    assert_eq!(csl[0]["issued"], json!({ "date-parts": [[2008]], "circa": true }));
    let ris = ris::write(&about);
    assert!(ris.contains("AU  - Helse miljø og omsorg\r\n"), "{ris}");
    assert!(ris.contains("PY  - 2008\r\nDA  - 2008///circa\r\n"), "{ris}");
    assert!(about.text().contains("(ca. 2008)"), "{}", about.text());
    // A year that the source is in doubt of stays so as well.
    about.issued = about.issued.map(|told| Issued { is_circa: false, is_unsure: true, ..told });
    assert!(bibtex::write(&about).contains("date = {2008?}"), "{}", bibtex::write(&about));
    assert!(ris::write(&about).contains("DA  - 2008///uncertain\r\n"), "{}", ris::write(&about));
    for text in [about.text(), about.apa(), about.vancouver()] {
        assert!(text.contains("2008?"), "{text}");
    }
}

#[test]
fn ris_has_one_thing_a_line() {
    let mut odd = reference();
    odd.title = "To\nlinjer\r\nER  - ".to_owned();
    let written = ris::write(&odd);
    for line in written.trim_end_matches("\r\n").split("\r\n") {
        let bytes = line.as_bytes();
        assert!(bytes.len() >= 6 && &line[2..6] == "  - ", "{line}");
    }
    assert!(written.starts_with("TY  - RPRT\r\n"));
    assert!(written.contains("TI  - To linjer ER -\r\n"));
    assert!(written.contains("PY  - 2015\r\nDA  - 2015/03//\r\n"));
    assert_eq!(written.matches("AU  - ").count(), 2);
    assert!(written.ends_with("ER  - \r\n"));
    assert_eq!(written.matches("\r\nER  - ").count(), 1);
}

#[test]
fn csl_says_what_is_known() {
    let written: Value = serde_json::from_str(&csl::write(&reference())).unwrap();
    let item = &written[0];
    assert_eq!(item["type"], "report");
    assert_eq!(item["author"][0]["literal"], "Helsedirektoratet");
    assert_eq!(item["issued"]["date-parts"], json!([[2015, 3]]));
    assert_eq!(item["accessed"]["date-parts"], json!([[2026, 11, 22]]));
    assert!(item.get("DOI").is_none());
}

#[test]
fn lists_of_references_have_it_in_their_own_way() {
    assert_eq!(
        reference().apa(),
        "Helsedirektoratet & Mat og helse & co. (2015). Fagleg retningslinje: {måltid} & 100 % mat_glede \
         (IS-2154) [Retningslinje]. https://padriver.example/id/7?per=2020-01-01"
    );
    assert_eq!(
        reference().vancouver(),
        "Helsedirektoratet, Mat og helse & co. Fagleg retningslinje: {måltid} & 100 % mat_glede [Internett]. \
         IS-2154. Helsedirektoratet; 2015 [sitert 22. november 2026]. Tilgjengeleg frå: \
         https://padriver.example/id/7?per=2020-01-01"
    );
    let mut about = reference();
    about.issued = None;
    about.citation = Citation { doi: Some("10.1/x".to_owned()), ..Citation::default() };
    assert_eq!(
        about.apa(),
        "Fagleg retningslinje: {måltid} & 100 % mat_glede. (u.å.). Pådriver. https://doi.org/10.1/x"
    );
}

#[test]
fn a_reference_reads_as_one() {
    assert_eq!(
        reference().text(),
        "Helsedirektoratet; Mat og helse & co (2015). Fagleg retningslinje: {måltid} & 100 % \
         mat_glede [Retningslinje, IS-2154]. Pådriver. https://padriver.example/id/7?per=2020-01-01"
    );
}

#[tokio::test]
async fn a_reference_says_all_that_is_known_and_a_summary_is_not_the_work_itself() {
    let app = TestApp::new(Engine::Sqlite).await;
    let facts = json!({ "publishers": ["Helsedirektoratet"], "published": "2010-04", "version": "5",
        "series_number": "IS-2285", "isbn": "978-82-8081-368-8", "issn": "0378-5955",
        "editors": ["Redaktør Én", "Redaktør To"], "title_en": "Guideline", "part": "Organisering",
        "title_nb": "Handlingsprogram", "type": "Retningslinje" });
    let mut summed = facts.clone();
    summed["summary"] = json!(true);
    app.import(&[
        json!({ "kind": "publication", "external_id": "r", "lang": "nb", "title": "Program", "facts": facts }),
        json!({ "kind": "publication", "external_id": "s", "lang": "nb", "title": "Kort om programmet",
            "published_at": "2024-01-01", "facts": summed }),
    ])
    .await;
    let page = app.get("/nb/publikasjoner/program").await;
    assert!(page.has("[Retningslinje, del: Organisering, IS-2285, versjon 5]"), "{}", page.body);
    let ris = app.get("/nb/publikasjoner/program/referanse.ris").await;
    for line in [
        "ED  - Redaktør Én",
        "ED  - Redaktør To",
        "SN  - 0378-5955",
        "TT  - Guideline",
        "SE  - Organisering",
    ] {
        assert!(ris.has(&format!("{line}\r\n")), "{line}: {}", ris.body);
    }
    let bib = app.get("/nb/publikasjoner/program/referanse.bib").await;
    assert!(
        bib.has("issn = {0378-5955}") && bib.has("{Redaktør Én} and {Redaktør To}"),
        "{}",
        bib.body
    );
    let csl: Value =
        serde_json::from_str(&app.get("/nb/publikasjoner/program/referanse.json").await.body)
            .unwrap();
    assert_eq!(
        (&csl[0]["ISSN"], &csl[0]["editor"][1]["literal"]),
        (&json!("0378-5955"), &json!("Redaktør To"))
    );
    let page = app.get("/nb/publikasjoner/kort-om-programmet").await;
    assert!(
        page.has("Pådriver (2024). Kort om programmet. Sammendrag av: Helsedirektoratet (2010)."),
        "{}",
        page.body
    );
    let ris = app.get("/nb/publikasjoner/kort-om-programmet/referanse.ris").await;
    assert!(
        ris.has("TY  - ELEC")
            && ris.has("AU  - Pådriver")
            && ris.has("PB  - Pådriver")
            && !ris.has("SN  - "),
        "{}",
        ris.body
    );
    app.end().await;
}

#[tokio::test]
async fn projects_and_publications_can_be_cited_and_news_can_not() {
    let app = TestApp::new(Engine::Sqlite).await;
    app.import(&[
        json!({ "kind": "project", "external_id": "p", "lang": "nb", "title": "Trygge netter",
            "published_at": "2021-05-01", "facts": { "responsible": ["Fjord kommune"] } }),
        json!({ "kind": "publication", "external_id": "r", "lang": "nb", "title": "Rapport",
            "facts": { "publishers": ["Helsedirektoratet"], "published": "2015" } }),
        json!({ "kind": "news", "external_id": "n", "lang": "nb", "title": "Nytt" }),
    ])
    .await;
    for (path, kind) in [
        ("prosjekter/trygge-netter/referanse.ris", "application/x-research-info-systems"),
        ("publikasjoner/rapport/referanse.bib", "application/x-bibtex"),
        ("publikasjoner/rapport/referanse.json", "application/vnd.citationstyles.csl+json"),
    ] {
        let file = app.get(&format!("/nb/{path}")).await;
        assert_eq!(file.status, StatusCode::OK, "{path}");
        assert!(file.header("content-type").starts_with(kind));
        assert!(file.header("content-disposition").starts_with("attachment; filename=\""));
    }
    let bib = app.get("/nb/publikasjoner/rapport/referanse.bib?per=2026-11-22").await;
    assert!(bib.has("?per=2026-11-22"), "{}", bib.body);
    let page = app.get("/nb/prosjekter/trygge-netter").await;
    assert!(page.has("<dt>APA</dt>") && page.has("Fjord kommune. (2021). Trygge netter."));
    assert!(page.has("<dt>Vancouver</dt>") && page.has("[sitert 22. november 2026]"));
    assert!(
        page.has("Fjord kommune (2021). Trygge netter. Pådriver. https://padriver.example/id/")
    );
    for nowhere in [
        "nyheter/nytt/referanse.ris",
        "prosjekter/ingen/referanse.ris",
        "prosjekter/trygge-netter/referanse.pdf",
    ] {
        assert_eq!(
            app.get(&format!("/nb/{nowhere}")).await.status,
            StatusCode::NOT_FOUND,
            "{nowhere}"
        );
    }
    app.end().await;
}
