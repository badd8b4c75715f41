//! Pages of the old sites become items, whole and with their own dates.

use std::path::{Path, PathBuf};

use axum::http::StatusCode;

use super::{Report, read_file};
use crate::items::Registers;
use crate::testing::{Engine, TestApp, both_engines};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/legacy/fixtures")
}

async fn read(app: &TestApp, path: &Path, publish: bool, dry_run: bool) -> Report {
    let registers = Registers::load(&app.app.db).await.unwrap();
    let context = app.context(&registers, Path::new("."));
    read_file(&context, path, publish, dry_run).await.unwrap()
}

fn all(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    files
}

/// What these say went nowhere before.
const LOSSY: [&str; 4] = [
    "Lindring i Prøvedal\n\nPublisert 25. mars 2019\n\nOpplæring for ansatte.\n\n\
     Prosjektleder: Kari Eksempel, Senter i Prøvedal, kari@eksempel.no\nTema: Gartneri\n\
     Fylke: Akershus (Romerike)\nKommune: Prøvedal\n\
     Finansieringskilde: Fylkesmannen i Oslo og Akershus\nStatus: På gang igjen\n\
     Periode: Fase 1: 2014-2015 Fase 2: 2015-2016\nFerdig: 2018\n\nFoto: Forsiden av rapporten\n\n\
     Bakgrunn\n\nAnsatte ville lære mer.\n\nLast ned rapporten her.\n\nMetode og tiltak\n\n\
     Fase I-2014:\n\n • Kurs\n\nResultater\n\nAlle har gått kurset.\n\nLenker\nwww.eksempel.no\n",
    "Tilskot\n\nOrdninga er kunngjord.\n\nLes meir om ordninga på heimesida.\n\nKven kan søkje:\n\
     Kommunar og lag\n",
    "To hender på et bord\n\nBordet i Prøvedal\n\nVi spiser sammen hver dag, og ser hva det gjør.\n\n\
     Prosjektleder: Kari Eksempel\nStatus: Pågående\nProsjektnummer: 4711\n\nBakgrunn\n\nMange satt alene.\n",
    "Arkivert innhold: siden ble sist oppdatert i 2014\n\nBrev om hygiene\n\nBrevet ble sendt til alle kommuner i landet.\n",
];

fn line_count(path: &Path) -> usize {
    std::fs::read_to_string(path).unwrap().lines().count()
}

both_engines! {
    async fn every_page_goes_in_and_every_line_is_accounted_for(app: TestApp) {
        for path in all(&fixtures()) {
            let report = read(&app, &path, true, false).await;
            assert_eq!(report.refused, None, "{}", path.display());
            assert_eq!(report.stored, Some("created"), "{}", path.display());
            assert_eq!(report.lines.len(), line_count(&path), "{}", path.display());
            let again = read(&app, &path, true, false).await;
            assert_eq!(again.stored, Some("unchanged"), "{}", path.display());
            // What somebody should look at first is not public yet.
            if report.notes.iter().any(|note| note.code.holds_back()) {
                let hidden = app.get(&format!("/id/{}", report.id.unwrap())).await;
                assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{}", path.display());
                assert!(report.unplaced.iter().any(|why| why.contains("kept as a draft")));
                continue;
            }
            let there = app.get(&format!("/id/{}", report.id.unwrap())).await;
            assert_eq!(there.status, StatusCode::SEE_OTHER);
            let page = app.get(there.header("location")).await;
            assert_eq!(page.status, StatusCode::OK, "{}", path.display());
            // The address of an office may stand; a person's never.
            let text = page.body.replace("post@eksempel.no", "");
            assert!(!text.contains("@example") && !text.contains("@eksempel"), "{}", path.display());
        }
    }

    /// The report calls nothing kept that is not in the item.
    async fn every_line_that_is_kept_is_found_again_in_the_item(app: TestApp) {
        let registers = Registers::load(&app.app.db).await.unwrap();
        let mut pages: Vec<(String, Vec<u8>)> = all(&fixtures())
            .into_iter()
            .map(|path| (path.display().to_string(), std::fs::read(path).unwrap()))
            .collect();
        pages.extend(LOSSY.iter().map(|text| ((*text).to_owned(), text.as_bytes().to_vec())));
        for (name, bytes) in pages {
            let page = crate::legacy::parse::read("side.txt", &bytes).unwrap();
            let line = crate::legacy::line(&page, &registers, true);
            assert_eq!(crate::legacy::kept::lacking(&page, &line), Vec::<String>::new(), "{name}");
            let told = serde_json::to_string(&line).unwrap().to_lowercase();
            for (what, text) in page.lines.iter().flat_map(crate::legacy::parse::LineAccount::kept) {
                if matches!(what, crate::legacy::parse::LineFate::Field { .. }) {
                    continue;
                }
                // A label stands for the fact.
                let value = text.split_once(':').map_or("", |(_, value)| value);
                let words = value.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
                for word in words {
                    assert!(told.contains(&word.to_lowercase()), "{name}: «{word}» is lost");
                }
            }
        }
    }

    /// Where readers were led from a page that is old is no part of the mark.
    async fn what_stands_beside_the_mark_of_the_archive_is_quoted(app: TestApp) {
        let registers = Registers::load(&app.app.db).await.unwrap();
        let told = |mark: &str| {
            let text = format!("{mark}\n\nBrev om hygiene\n\nBrevet ble sendt til alle kommuner i landet.\n");
            let page = crate::legacy::parse::read("side.txt", text.as_bytes()).unwrap();
            assert!(page.archived, "{mark}");
            serde_json::to_string(&crate::legacy::line(&page, &registers, true)).unwrap()
        };
        for mark in [
            "Denne siden er ikke oppdatert. Bruk den nye veilederen om håndvask.",
            "Siden er arkivert, se den nye veilederen om håndvask.",
        ] {
            assert!(told(mark).contains("den nye veilederen om håndvask"), "{mark}");
        }
        let alone = told("Dette er en arkivert side. Innholdet kan være utdatert.");
        assert!(!alone.contains("På siden sto også"), "{alone}");
    }

    async fn what_has_no_place_of_its_own_is_quoted_on_the_page(app: TestApp) {
        let path = app.folder().join("lindring.txt");
        std::fs::write(&path, LOSSY[0]).unwrap();
        let report = read(&app, &path, true, false).await;
        let there = app.get(&format!("/id/{}", report.id.unwrap())).await;
        let page = app.get(there.header("location")).await;
        for text in ["Senter i Prøvedal", "Fase 1: 2014-2015 Fase 2: 2015-2016", "Last ned rapporten her.", "Fylkesmannen i Oslo og Akershus"] {
            assert!(page.has(text), "{text} is missing");
        }
    }

    /// The item has the year of a season, and nothing of a period that ends before it begins.
    async fn a_period_that_is_not_whole_in_the_item_is_quoted(app: TestApp) {
        for period in ["høsten 2017 – våren 2019", "2013–2012", "uke 5-10 2016", "1. halvår 2014"] {
            let path = app.folder().join("roligere-netter.txt");
            let text = format!(
                "Roligere netter\n\nVi prøver stille alarmer om natten, og ser om færre faller.\n\n\
                 Prosjektleder: Kari Eksempel\nStatus: Avsluttet\nPeriode: {period}\n\n\
                 Bakgrunn\n\nMange falt.\n"
            );
            std::fs::write(&path, text).unwrap();
            let report = read(&app, &path, true, false).await;
            let there = app.get(&format!("/id/{}", report.id.unwrap())).await;
            let page = app.get(there.header("location")).await;
            assert!(page.has(&format!("På siden sto også: «Periode: {period}».")), "{period}");
        }
    }

    async fn a_guideline_shows_all_that_its_old_page_told(app: TestApp) {
        let report = read(&app, &fixtures().join("retningslinje.txt"), true, false).await;
        let there = app.get(&format!("/id/{}", report.id.unwrap())).await;
        let page = app.get(there.header("location")).await;
        for text in [
            "Nasjonal veileder for forebygging av fall", "National guide to the prevention of falls", "Forebygging", "2.1", "Under revisjon",
            "IS-9999", "1. juni 2014", "2. mai 2012", "Helsedirektoratet, Folkehelseinstituttet", "<dt>DOI</dt><dd><span class=\"quiet\">Ikke oppgitt",
        ] {
            assert!(page.has(text), "{text} is missing");
        }
        assert!(!page.has("978-82-000-0000-1"), "a number that is none is told in the report instead");
    }

    async fn old_news_tells_under_whom_it_was_published(app: TestApp) {
        let report = read(&app, &fixtures().join("nyhet_departement.txt"), true, false).await;
        let there = app.get(&format!("/id/{}", report.id.unwrap())).await;
        let page = app.get(there.header("location")).await;
        for text in ["Historisk arkiv", "Publisert under: Regjeringen Prøve I", "Utgiver: Eksempeldepartementet", "12. oktober 2011"] {
            assert!(page.has(text), "{text} is missing");
        }
    }

    async fn without_publish_a_page_is_a_draft(app: TestApp) {
        let path = all(&fixtures()).remove(0);
        let report = read(&app, &path, false, false).await;
        assert_eq!(report.stored, Some("created"));
        let hidden = app.get(&format!("/id/{}", report.id.unwrap())).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    }

    async fn a_dry_run_writes_nothing(app: TestApp) {
        let path = all(&fixtures()).remove(0);
        assert_eq!(read(&app, &path, true, true).await.stored, Some("dry run"));
        assert_eq!(read(&app, &path, true, false).await.stored, Some("created"));
    }

    async fn what_is_no_page_is_refused_and_changes_nothing(app: TestApp) {
        let files: [(&str, Vec<u8>); 5] = [
            ("tom.txt", Vec::new()),
            ("blank.txt", b" \n\n".to_vec()),
            ("bilde.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
            ("latin.txt", b"Prosjektansvarlig: H\xf8yanger\n".to_vec()),
            ("stor.txt", vec![b'a'; 50 * 1024 * 1024]),
        ];
        for (name, bytes) in files {
            let path = app.folder().join(name);
            std::fs::write(&path, bytes).unwrap();
            let report = read(&app, &path, true, false).await;
            assert!(report.refused.is_some(), "{name}");
            assert_eq!(report.id, None);
        }
        let missing = read(&app, &app.folder().join("ingen.txt"), true, false).await;
        assert!(missing.refused.unwrap().contains("can't be read"));
        assert!(!app.get("/nb/prosjekter").await.has("class=\"story\""));
    }
}

/// The real pages that the reader was made for, where they are at hand: they are not ours to ship.
#[tokio::test]
async fn the_seeds_where_they_are_present() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !seeds.is_dir() {
        println!("skipped: no seeds beside the project");
        return;
    }
    let app = TestApp::new(Engine::Sqlite).await;
    let mut pages = String::new();
    for path in all(&seeds) {
        let report = read(&app, &path, true, false).await;
        assert_eq!(report.refused, None, "{}", path.display());
        assert_eq!(report.lines.len(), line_count(&path));
        let there = app.get(&format!("/id/{}", report.id.unwrap())).await;
        let page = app.get(there.header("location")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", path.display());
        pages.push_str(&page.body);
    }
    for text in [
        "juni 2019 – juni 2021",
        "27. april 2020",
        "Helsedirektoratet",
        "Innlandet",
        "978-82-8081-368-8",
        "Regjeringen Stoltenberg II",
        "Helse- og omsorgsdepartementet",
        "Vefsn",
        "Bjerke bydel",
        "USHT Innlandet (Hedmark)",
        "/tema/utviklingshemming",
        "IS-2285",
        "Ikke oppgitt",
    ] {
        assert!(pages.contains(text), "{text}");
    }
    assert!(!pages.contains("kommune.no"), "an address has slipped out");
    app.end().await;
}
