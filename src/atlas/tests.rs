//! Every page and every row, for today and for any other day, by the front door.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::testing::{Engine, TestApp, both_engines};

async fn api(app: &TestApp, path: &str) -> Vec<Value> {
    let answer = app.get(&format!("/api/v1/{path}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    serde_json::from_str(&answer.body).unwrap()
}

fn project() -> Value {
    json!({
        "kind": "project", "external_id": "p1", "lang": "nb", "title": "Rolige morgener",
        "published_at": "2012-05-01", "centre": "usht-akershus", "municipalities": ["0219"],
        "facts": { "period": { "from": "2012", "to": "2013" } }
    })
}

both_engines! {
    async fn what_has_been_done_is_counted_in_words(app: TestApp) {
        let one = |n: usize| {
            let mut one = project();
            one["external_id"] = json!(format!("p{n}"));
            one["title"] = json!(format!("Rolige morgener {n}"));
            one
        };
        app.import(&[one(1)]).await;
        let page = app.get("/nb/sentre/usht-akershus").await;
        assert!(page.has("<strong>1 prosjekt</strong>"), "{}", page.body);
        let many: Vec<Value> = (1..6).map(one).collect();
        app.import(&many).await;
        for (lang, counted, all) in [
            ("nb", "<strong>5 prosjekter</strong>", "Se alle 5 prosjekter</a>"),
            ("nn", "<strong>5 prosjekt</strong>", "Sjå alle 5 prosjekt</a>"),
            ("en", "<strong>5 projects</strong>", "See all 5 projects</a>"),
        ] {
            let page = app.get(&format!("/{lang}/sentre/usht-akershus")).await;
            assert!(page.has(counted) && page.has(all), "{}", page.body);
        }
    }

    async fn the_list_is_of_today_or_of_any_day(app: TestApp) {
        let today = app.get("/nb/sentre").await;
        assert_eq!(today.status, StatusCode::OK);
        for text in ["I dag er det 21 sentre.", "Siste kilde som sier at de er til, er fra 2017.", "Én nyere opplysning er fra 2020.", "/nb/kommuner/3222\"", "Songdalen</a> <span class=\"quiet\">(nå Kristiansand)", "USHT for den samiske befolkningen", "USHT Helse Fonna", "Vefsn", "Alstahaug", "kildene er ikke enige"] {
            assert!(today.has(text), "{text}");
        }
        assert!(!today.has("Siden ca. 2008"), "what is over has an end");
        let then = app.get("/nb/sentre?per=2008-10-01").await;
        for text in ["1. oktober 2008 var det 22 sentre.", "Oslo (Bjerke bydel)</a>", "Vågå", "Skjåk", "Lom", "2008", "noindex"] {
            assert!(then.has(text), "{text}");
        }
        for typed in ["2008", "1.10.2008", "2008-10"] {
            assert_eq!(app.get(&format!("/nn/sentre?per={typed}")).await.status, StatusCode::OK);
        }
        for (per, told) in [
            ("1.1.2008", "1. januar 2008 var det 3 sentre."),
            ("1.7.2008", "1. juli 2008 var det minst 3, kanskje 22 sentre."),
            ("2008", "31. desember 2008 var det 22 sentre."),
            ("2008", "«2008» vises slik det var 31. desember 2008."),
            ("1999", "31. desember 1999 var det kanskje 3 sentre."),
            ("1.6.2011", "1. juni 2011 var det enten 22 sentre eller de 36 som kom etter."),
            ("1.6.2011", "Kan ha sluttet før denne dagen."),
            ("1.6.2011", "Kan ha begynt senere dette året."),
            ("2005", "Kilden sier ikke når det begynte."),
            ("juni 2017", "30. juni 2017 var det 21 sentre."),
            ("1.6.17", "1. juni 2017 var det 21 sentre."),
            ("1. kvartal 2017", "«1. kvartal 2017» vises slik det var 31. mars 2017."),
            ("uke 5 2017", "«uke 5 2017» vises slik det var 5. februar 2017."),
            ("2014", "Kildene sier ikke om de var for sykehjem"),
        ] {
            let page = app.get(&format!("/nb/sentre?per={}", per.replace(' ', "+"))).await;
            assert!(page.has(told), "{per}: {told}");
        }
        let fault = app.get("/nb/sentre?per=i+fjor").await;
        assert!(fault.has("Skriv et år eller en dato, som 2008, juni 2017, 1.6.2017 eller 2017-06-01."));
        assert_eq!(app.get("/nb/sentre?per=2008&per=2009").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (lang, told) in [
            ("nb", "Slik det er kjent i dag, er det 21 sentre 1. januar 2030."),
            ("nn", "Slik det er kjent i dag, er det 21 senter 1. januar 2030."),
            ("en", "As known today, there are 21 centres on 1 January 2030."),
        ] {
            let ahead = app.get(&format!("/{lang}/sentre?per=2030-01-01")).await;
            assert!(ahead.has(told), "{lang}");
            assert!(!ahead.has(" var det 21") && !ahead.has("there were"));
        }
        let over = app.get("/nb/sentre/undervisningshjemmetjeneste-akershus?per=2030").await;
        for text in ["31. desember 2030 er ikke kommet ennå.", "Finnes ikke lenger", "Senteret er ikke til 31. desember 2030."] {
            assert!(over.has(text), "{text}");
        }
        assert!(today.has("Område: <a href=\"/nb/fylker/32\">Akershus</a>"));
        assert!(today.has("Område: <a href=\"/nb/fylker/34\">Hedmark</a> <span class=\"quiet\">(nå Innlandet)"));
        assert!(today.has("Område: Helse Fonna"));
        for past in ["/nb/fylker/54", "/nb/fylker/54?per=2023-12-31"] {
            let then = app.get(past).await;
            assert!(then.has("Finnmark</a> <span class=\"quiet\">(da Troms og Finnmark)"), "{past}: {}", then.body);
            assert!(!then.has("(nå Troms og Finnmark)"), "it is that no more");
        }
        let none = app.get("/nb/sentre?per=1990").await;
        assert!(none.has("var det ingen sentre"));
    }

    async fn a_day_that_is_none_is_said_to_be_so_with_what_was_typed(app: TestApp) {
        for path in ["sentre", "fylker", "sentre/usht-oslo", "fylker/03", "kommuner/0301"] {
            let page = app.get(&format!("/nb/{path}?per=31.2.2017%3Cb%3E")).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            assert!(page.has("per-feil"), "{path}");
            assert!(page.has("31.2.2017&#60;b&#62;"), "{path}");
        }
        for path in ["sentre/finnes-ikke", "fylker/99", "kommuner/0000", "kommuner/x"] {
            assert_eq!(app.get(&format!("/nb/{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn a_centre_tells_all_that_is_said_of_it(app: TestApp) {
        app.import(&[project()]).await;
        let page = app.get("/nb/sentre/usht-akershus").await;
        for text in [
            "Lørenskog", "Rolige morgener", "Undervisningshjemmetjeneste Akershus",
            "002_5a8ef6a0a4448f64.txt", "Samfunnsoppdrag", "/nb/kommuner/3201", "/nb/kommuner/3222\"",
            "Sist bekreftet av en kilde</dt><dd>2017", "Her er det ikke oppgitt noen å skrive til.",
            // Whose site it is is said: the host municipality's, which was not tried.
            "Vertskommunen Lørenskog har sitt eget nettsted", ">lorenskog.kommune.no</a>",
        ] {
            assert!(page.has(text), "{text}");
        }
        // Who hosts and whom it serves come before all else, and a source is told once.
        assert!(page.body.find("id=\"fakta\"") < page.body.find("id=\"omraade\""));
        assert_eq!(page.body.matches("002_5a8ef6a0a4448f64.txt").count(), 1);
        let english = app.get("/en/sentre/usht-akershus").await;
        for text in ["<h1 class=\"ds-heading\" data-size=\"xl\"><span lang=\"nb\">", "<span lang=\"nb\">Pådriver for"] {
            assert!(english.has(text), "{text}");
        }
        let old = app.get("/nb/sentre/undervisningshjemmetjeneste-akershus").await;
        assert!(old.has("Senteret var ikke til 22. november 2026."));
        assert!(old.has("UHT Akershus") && old.has("Finnes ikke lenger"));
        let early = app.get("/nb/sentre/usht-akershus?per=1.1.2010").await;
        assert!(early.has("Fantes ikke ennå") && early.has("Her står det slik det var 1. januar 2017."));
        let disputed = app.get("/en/sentre/usht-nordland").await;
        for text in ["Vefsn", "Alstahaug", "The sources disagree."] {
            assert!(disputed.has(text), "{text}");
        }
        let nb = app.get("/nb/sentre/usht-nordland").await;
        assert!(!nb.has("Kildene er ikke enige:"), "it is said once");
        let fonna = app.get("/nb/sentre/usht-helse-fonna").await;
        for text in ["Kildene sier ikke hvilke kommuner senteret er til for.", "Det kan gjelde kommuner i", "/nb/fylker/46", "/nb/fylker/11"] {
            assert!(fonna.has(text), "{text}");
        }
        assert!(!fonna.has("id=\"omraade\""));
        let merged = app.get("/nb/sentre/usht-ostfold").await;
        assert!(merged.has("nå Indre Østfold"));
    }

    async fn a_project_is_found_where_its_place_is_now(app: TestApp) {
        app.import(&[project()]).await;
        for query in ["fylke=02", "fylke=30", "fylke=32", "kommune=0219", "kommune=3024", "kommune=3201"] {
            let page = app.get(&format!("/nb/prosjekter?{query}")).await;
            assert!(page.has("Rolige morgener"), "{query}");
        }
        for query in ["fylke=03", "fylke=31", "kommune=3203"] {
            let page = app.get(&format!("/nb/prosjekter?{query}")).await;
            assert!(!page.has("Rolige morgener"), "{query}");
        }
        assert_eq!(app.get("/nb/prosjekter?kommune=0000").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for page in ["fylker/02", "fylker/30", "fylker/32", "kommuner/0219", "kommuner/3024", "kommuner/3201"] {
            assert!(app.get(&format!("/nb/{page}")).await.has("Rolige morgener"), "{page}");
        }
        app.index().await;
        assert!(app.get("/nb/sok?q=morgener&fylke=32").await.has("/nb/prosjekter/rolige-morgener"));
    }

    async fn a_county_and_a_municipality_tell_what_became_of_them(app: TestApp) {
        let viken = app.get("/nb/fylker/30").await;
        for text in ["Viken", "Fylket var ikke til", "21 kommuner gikk til", "22 kommuner kom fra", "51 kommuner"] {
            assert!(viken.has(text), "{text}");
        }
        let akershus = app.get("/nb/fylker/32").await;
        assert!(akershus.has("USHT Akershus") && akershus.has("/nb/kommuner/3201"));
        assert!(app.get("/nb/fylker/56").await.has("USHT for den samiske befolkningen"));
        assert!(app.get("/nb/fylker").await.has("15 fylker"));
        let early = app.get("/nb/fylker?per=1980").await;
        assert!(early.has("begynner i 1999") && !early.has("0 fylker"));
        let before = app.get("/nb/kommuner?per=1990-01-01").await;
        for text in ["448 kommuner 1. januar 1990.", "Fylket er ikke kjent", "/nb/kommuner/0219?per=1990-01-01", "begynner i 1999"] {
            assert!(before.has(text), "{text}");
        }
        assert_eq!(api(&app, "municipalities?per=1990-01-01").await.len(), 448);
        let old = app.get("/nb/kommuner/0219").await;
        assert!(!old.has("Finnes ikke lenger") && !old.has("Ble til"));
        for text in ["Bærum", "Har fått nytt nummer", "Fikk nytt nummer:", "3024 Bærum", "/nb/kommuner/3024", "var ikke til under dette nummeret", "/nb/kommuner/3201"] {
            assert!(old.has(text), "{text}");
        }
        for (page, centre) in [
            ("fylker/46", "USHT Helse Fonna"), ("fylker/12", "USHT Helse Fonna"), ("fylker/11", "USHT Helse Fonna"),
            ("kommuner/1106", "USHT Helse Fonna"), ("kommuner/4601", "USHT Helse Fonna"),
            ("kommuner/5610", "USHT for den samiske befolkningen"),
        ] {
            let page = app.get(&format!("/nb/{page}")).await;
            let after = page.body.split("Kan også gjelde her").nth(1).unwrap_or_default();
            assert!(after.contains(centre), "{centre}");
        }
        assert!(app.get("/nb/kommuner/1106").await.has("Vert for <a href=\"/nb/sentre/usht-helse-fonna\""));
        let counties = app.get("/nb/fylker").await;
        assert!(counties.has("USHT Rogaland</a>") && counties.has("/nb/kommuner\""));
        let all = app.get("/nb/kommuner").await;
        assert!(all.has("357 kommuner 22. november 2026.") && all.has("/nb/kommuner/5610\""));
        assert!(app.get("/nb/fylker/32?per=2010").await.has("Fantes ikke ennå"));
        let merged = app.get("/nb/kommuner/3118").await;
        assert!(merged.has("Indre Østfold") && merged.has("USHT Østfold"));
    }

    async fn what_projects_make_use_of_is_taken_into_use_where_they_are(app: TestApp) {
        let empty = app.get("/nb/kommuner/3201").await;
        assert!(empty.has("Ingen har meldt at de har tatt noe i bruk ennå."));
        let tool = json!({
            "kind": "tool", "external_id": "t1", "lang": "nb", "title": "Nattskjema", "published_at": "2011-01-01",
            "centre": "usht-akershus", "facts": { "type": "checklist" },
        });
        let mut using = project();
        using["uses"] = json!(["t1"]);
        app.import(&[tool, using]).await;
        for page in ["kommuner/3201", "kommuner/0219", "fylker/32"] {
            let page = app.get(&format!("/nb/{page}")).await;
            let after = page.body.split("id=\"brukt\"").nth(1).unwrap();
            assert!(after.contains("Nattskjema"), "{}", page.status);
        }
        assert!(app.get("/nb/kommuner/0301").await.has("Ingen har meldt"));
        // Of many the first are named, and all are counted.
        let tool = |n: usize| json!({
            "kind": "tool", "external_id": format!("u{n}"), "lang": "nb", "title": format!("Skjema {n:02}"),
            "facts": { "type": "checklist" },
        });
        let mut lines: Vec<_> = (0..25).map(tool).collect();
        let mut using = project();
        using["uses"] = (0..25).map(|n| format!("u{n}")).collect();
        lines.push(using);
        app.import(&lines).await;
        let page = app.get("/nb/fylker/32").await;
        assert!(page.has("25 verktøy") && page.has("og 5 til"), "{}", page.body);
        assert!(page.has("/nb/verktoy/skjema-19\"") && !page.has("/nb/verktoy/skjema-20\""));
    }

    async fn the_rows_of_any_day_are_open_data(app: TestApp) {
        assert_eq!(api(&app, "municipalities").await.len(), 357);
        assert_eq!(api(&app, "municipalities?per=1999-01-01").await.len(), 435);
        assert_eq!(api(&app, "counties?per=2018-06-01").await.len(), 18);
        let centres = api(&app, "centres?per=2017-06-01").await;
        assert_eq!(centres.len(), 21);
        let nordland = centres.iter().find(|row| row["slug"] == "usht-nordland").unwrap();
        assert_eq!(nordland["hosts"], json!(["Vestvågøy"]));
        assert_eq!(nordland["satellites"], json!(["Vefsn", "Alstahaug"]));
        assert_eq!(nordland["counties"], json!(["18"]));
        assert_eq!((&nordland["disputed"], &nordland["certain"]), (&json!(["satellite"]), &json!(true)));
        let said = nordland["statements"].as_array().unwrap();
        let disputed: Vec<_> = said.iter().filter(|s| s["disputed"] == json!(true)).collect();
        assert_eq!(disputed.len(), 2);
        assert_eq!((&disputed[1]["municipality"], &disputed[1]["source_ref"]), (&json!("1820"), &json!("centres.csv")));
        let today = api(&app, "centres").await;
        let akershus = today.iter().find(|row| row["slug"] == "usht-akershus").unwrap();
        assert_eq!((&akershus["counties"], &akershus["counties_then"]), (&json!(["32"]), &json!(["02"])));
        let vestfold = today.iter().find(|row| row["slug"] == "usht-vestfold").unwrap();
        assert_eq!(vestfold["counties"], json!(["39"]), "not Buskerud for Svelvik");
        assert_eq!((&akershus["host_codes"], &akershus["host_codes_then"]), (&json!(["3222"]), &json!(["0230"])));
        let haugesund = api(&app, "municipalities").await.into_iter().find(|row| row["code"] == "1106").unwrap();
        assert_eq!((&haugesund["centres"], &haugesund["possible_centres"]), (&json!(["usht-rogaland"]), &json!(["usht-helse-fonna"])));
        let csv = app.get("/api/v1/centres.csv?per=2017-06-01").await;
        assert!(csv.body.starts_with("slug,") && csv.body.lines().next().unwrap().contains(",disputed,"));
        assert!(!csv.body.contains("statements"));
        assert!(nordland["sources"][0].as_str().unwrap().contains("002_5a8ef6a0a4448f64.txt"));
        let some = api(&app, "municipalities?limit=2&offset=1").await;
        assert_eq!(some.len(), 2);
        assert_eq!((&some[0]["code"], &some[0]["county_name"]), (&json!("1101"), &json!("Rogaland")));
        let baerum = api(&app, "municipalities").await.into_iter().find(|row| row["code"] == "3201");
        assert_eq!(baerum.unwrap()["centres"], json!(["usht-akershus"]));
        assert!(api(&app, "organisations").await.iter().any(|row| row["slug"] == "helse-fonna"));
        let plain = app.get("/api/v1/centres?per=2008-10-01").await;
        assert_eq!(plain.header("x-total-count"), "22");
        assert_eq!(plain.header("access-control-allow-origin"), "*");
        for path in ["centres.xlsx?per=2008-10-01", "centres?per=2008-10-01&format=xlsx"] {
            let book = app.get(&format!("/api/v1/{path}")).await;
            assert!(book.header("content-type").contains("spreadsheetml"), "{:?}", book.headers);
            assert_eq!((book.header("x-total-count"), book.header("access-control-allow-origin")), ("22", "*"));
        }
        assert!(app.get("/nb/sentre").await.has("href=\"/api/v1/centres.xlsx\">Excel</a>"));
        for path in ["centres.csv?per=2008-10-01", "centres?per=2008-10-01&format=csv"] {
            let csv = app.get(&format!("/api/v1/{path}")).await;
            assert!(csv.header("content-type").starts_with("text/csv"));
            assert_eq!(csv.body.lines().count(), 23);
            assert!(csv.body.contains("Vågå; Skjåk; Lom"));
        }
    }
}

#[tokio::test]
async fn it_is_said_what_a_development_centre_is() {
    let app = TestApp::new(Engine::Sqlite).await;
    for (lang, told) in [
        ("nb", "Hva er et utviklingssenter?"),
        ("nn", "Kva er eit utviklingssenter?"),
        ("en", "What is a development centre?"),
    ] {
        let page = app.get(&format!("/{lang}/sentre")).await;
        assert!(page.has(told) && page.has("1999"), "{lang}");
    }
    app.end().await;
}

#[tokio::test]
async fn what_is_not_understood_is_told() {
    let app = TestApp::new(Engine::Sqlite).await;
    for query in [
        "per=igår",
        "per=2008&per=2009",
        "per=2017-13-01",
        "limit=-1",
        "offset=x",
        "format=xml",
        "dag=1",
        "per=%00",
    ] {
        let answer = app.get(&format!("/api/v1/centres?{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        let told =
            [("dag=1", "dag"), ("per=igår", "1.6.2017"), ("per=2008&per=2009", "more than once")];
        if let Some((_, word)) = told.iter().find(|(asked, _)| *asked == query) {
            assert!(answer.has(word), "{query}: {}", answer.body);
        }
        assert!(answer.header("content-type").starts_with("application/problem+json"));
    }
    app.end().await;
}

#[tokio::test]
async fn every_page_is_told_in_every_language() {
    let app = TestApp::new(Engine::Sqlite).await;
    app.import(&[project()]).await;
    for lang in ["nb", "nn", "se", "en"] {
        for path in [
            "sentre",
            "sentre?per=2014",
            "sentre?per=2008",
            "fylker",
            "fylker/54",
            "kommuner/1850",
            "sentre/usht-helse-fonna",
            "sentre/usht-hordaland-2011",
            "sentre/usht-den-samiske-befolkningen?per=2009",
        ] {
            let page = app.get(&format!("/{lang}/{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "{lang}/{path}");
        }
    }
    app.end().await;
}
