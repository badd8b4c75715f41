//! Lists, filters, counts, languages and texts that are safe to show.

use axum::http::StatusCode;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::i18n::{Lang, Text};
use crate::items::slug_of;
use crate::markdown::{Placement, plain, render};
use crate::testing::{Engine, TestApp, both_engines};

fn project(id: &str, title: &str, more: &Value) -> Value {
    let mut line = json!({ "kind": "project", "external_id": id, "lang": "nb", "title": title });
    for (name, value) in more.as_object().unwrap() {
        line[name] = value.clone();
    }
    line
}

async fn with_three(app: &TestApp) {
    app.import(&[
        project("a", "Ål i gang", &json!({
            "themes": ["fall"], "counties": ["50"], "published_at": "2020-01-01",
            "facts": { "status": "completed", "outcome": "improved", "period": { "from": "2018", "to": "2019" } }
        })),
        project("b", "Zoom", &json!({
            "themes": ["ernaering"], "counties": ["50", "18"], "published_at": "2021-01-01",
            "facts": { "status": "ongoing", "outcome": "no_change", "period": { "from": "2019-06" } }
        })),
        project("c", "Ærlig talt", &json!({
            "themes": ["fall"], "counties": ["18"], "published_at": "2022-01-01", "centre": "usht-hedmark",
            "facts": { "status": "completed", "outcome": "no_change", "partners": ["Fjord kommune"] }
        })),
    ])
    .await;
}

/// The titles of a list in their order.
async fn titles(app: &TestApp, query: &str) -> Vec<&'static str> {
    let page = app.get(&format!("/nb/prosjekter{query}")).await;
    assert_eq!(page.status, StatusCode::OK, "{query}: {}", page.body);
    let mut found: Vec<(usize, &str)> = ["Ål i gang", "Zoom", "Ærlig talt"]
        .into_iter()
        .filter_map(|title| Some((page.body.find(&format!(">{title}</a></h3>"))?, title)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, title)| title).collect()
}

/// The count beside a choice of a filter.
fn count(body: &str, id: &str) -> Option<String> {
    let at = body.find(&format!("for=\"{id}\""))?;
    let rest = body[at..].split_once("class=\"count\">")?.1;
    Some(rest.split('<').next()?.to_owned())
}

both_engines! {
    async fn lists_are_sorted_by_day_and_by_the_norwegian_alphabet(app: TestApp) {
        with_three(&app).await;
        assert_eq!(titles(&app, "").await, ["Ærlig talt", "Zoom", "Ål i gang"]);
        assert_eq!(titles(&app, "?sorter=eldste").await, ["Ål i gang", "Zoom", "Ærlig talt"]);
        assert_eq!(titles(&app, "?sorter=tittel").await, ["Zoom", "Ærlig talt", "Ål i gang"]);
    }

    async fn filters_narrow_and_widen(app: TestApp) {
        with_three(&app).await;
        assert_eq!(titles(&app, "?tema=fall").await, ["Ærlig talt", "Ål i gang"]);
        assert_eq!(titles(&app, "?tema=fall&tema=ernaering").await.len(), 3, "any of a facet");
        assert_eq!(titles(&app, "?tema=fall&fylke=18").await, ["Ærlig talt"], "all of the facets");
        assert_eq!(titles(&app, "?resultat=no_change&status=ongoing_open").await, ["Zoom"]);
        assert_eq!(titles(&app, "?senter=usht-hedmark").await, ["Ærlig talt"]);
        assert_eq!(titles(&app, "?organisasjon=fjord-kommune").await, ["Ærlig talt"]);
        assert_eq!(titles(&app, "?aar=2018").await, ["Ål i gang"]);
        assert_eq!(titles(&app, "?aar=2024").await, ["Zoom"], "one without an end goes on");
        assert_eq!(titles(&app, "?tema=fall&status=planned").await, Vec::<&str>::new());
    }

    async fn counts_say_what_one_more_choice_would_give(app: TestApp) {
        with_three(&app).await;
        let all = app.get("/nb/prosjekter").await.body;
        assert_eq!(count(&all, "tema-fall").as_deref(), Some("2"));
        assert_eq!(count(&all, "fylke-18").as_deref(), Some("2"));
        let some = app.get("/nb/prosjekter?tema=fall").await.body;
        assert_eq!(count(&some, "tema-ernaering").as_deref(), Some("1"), "not narrowed by its own facet");
        assert_eq!(count(&some, "fylke-50").as_deref(), Some("1"), "narrowed by the others");
        assert_eq!(count(&some, "status-ongoing"), None);
        assert_eq!(count(&some, "status-ongoing_open"), None);
        assert!(some.contains("2 prosjekter"));
    }

    async fn a_list_is_data_as_well(app: TestApp) {
        with_three(&app).await;
        app.import(&[project("d", "=SUM(A1)", &json!({ "published_at": "2011", "facts": { "outcome": "worse" } }))]).await;
        let json = app.get("/nb/prosjekter.json?sorter=eldste").await;
        assert!(json.header("content-type").starts_with("application/json"));
        assert_eq!(json.header("access-control-allow-origin"), "*");
        let rows: Value = serde_json::from_str(&json.body).unwrap();
        let rows = rows.as_array().unwrap();
        assert_eq!(rows.len(), 4);
        assert_eq!((&rows[0]["published"], &rows[0]["outcome"]), (&json!("2011"), &json!("worse")));
        let first = &rows[1];
        assert_eq!((&first["title"], &first["outcome"], &first["status"]), (&json!("Ål i gang"), &json!("improved"), &json!("completed")));
        assert_eq!((&first["county"], &first["theme"]), (&json!(["50"]), &json!(["fall"])));
        assert!(first["year"].as_array().unwrap().contains(&json!("2019")), "{first}");
        assert_eq!(first["url"], "https://padriver.example/nb/prosjekter/al-i-gang");
        let csv = app.get("/nb/prosjekter.csv?resultat=no_change").await;
        assert!(csv.header("content-type").starts_with("text/csv"));
        assert_eq!(csv.body.lines().count(), 3, "{}", csv.body);
        assert!(csv.body.starts_with("id,external_id,kind,lang,title,lead,url,published,changed,owner,archived,theme,outcome,status,county"));
        assert!(csv.has("18; 50"), "{}", csv.body);
        let all = app.get("/nb/prosjekter.csv").await;
        assert!(all.has(",'=SUM(A1),"), "no formula: {}", all.body);
        let page = app.get("/nb/prosjekter?resultat=no_change&side=1").await;
        assert!(page.has("href=\"/nb/prosjekter.csv?resultat=no_change\""), "{}", page.body);
        // For people there is a workbook: their spreadsheet takes the commas of a CSV for others.
        assert!(page.has("href=\"/nb/prosjekter.xlsx?resultat=no_change\" rel=\"nofollow\">Excel</a>"), "{}", page.body);
        let book = app.get("/nb/prosjekter.xlsx?resultat=no_change").await;
        assert!(book.header("content-type").contains("spreadsheetml"), "{:?}", book.headers);
        assert_eq!(book.header("content-disposition"), "attachment; filename=\"prosjekter.xlsx\"");
        assert!(!app.get("/nb/prosjekter?per=2026-11-01").await.has("prosjekter.csv"));
        for (path, status) in [
            ("prosjekter.csv?resultat=tull", StatusCode::UNPROCESSABLE_ENTITY),
            ("prosjekter.json?per=2021", StatusCode::UNPROCESSABLE_ENTITY),
            ("nyheter.json", StatusCode::OK),
            ("sider.json", StatusCode::NOT_FOUND),
        ] {
            assert_eq!(app.get(&format!("/nb/{path}")).await.status, status, "{path}");
        }
    }

    async fn pages_of_a_list(app: TestApp) {
        let lines: Vec<Value> = (0..45).map(|n| project(&format!("p{n}"), &format!("Nummer {n}"), &json!({}))).collect();
        app.import(&lines).await;
        let stories = |body: &str| body.matches("class=\"story\"").count();
        let first = app.get("/nb/prosjekter").await;
        assert_eq!(stories(&first.body), 20);
        assert!(first.has("href=\"/nb/prosjekter?side=3\""));
        assert_eq!(stories(&app.get("/nb/prosjekter?side=3").await.body), 5);
        assert_eq!(app.get("/nb/prosjekter?side=4").await.status, StatusCode::NOT_FOUND);
        for odd in ["0", "-1", "1.5", "x", "99999999999999999999"] {
            let answer = app.get(&format!("/nb/prosjekter?side={odd}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
        }
    }

    async fn of_an_item_and_its_translations_a_list_shows_one(app: TestApp) {
        app.import(&[
            project("a", "Ål i gang", &json!({})),
            json!({ "kind": "project", "external_id": "a-en", "lang": "en", "title": "Under way", "translation_of": "a" }),
        ])
        .await;
        let nb = app.get("/nb/prosjekter").await;
        assert!(nb.has("Ål i gang") && !nb.has("Under way"));
        let en = app.get("/en/prosjekter").await;
        assert!(en.has("Under way") && !en.has("Ål i gang"));
        let page = app.get("/nb/prosjekter/under-way").await;
        assert!(page.has("<article lang=\"en\""), "shown in the language that it has");
        assert!(page.has("href=\"/nb/prosjekter/al-i-gang\""));
        assert!(page.has("rel=\"canonical\" href=\"https://padriver.example/en/prosjekter/under-way\""));
        for beside in ["kom-i-gang", "utskrift", "versjoner", "i-bruk"] {
            let page = app.get(&format!("/nb/prosjekter/al-i-gang/{beside}")).await;
            assert!(page.has(&format!("href=\"/en/prosjekter/under-way/{beside}\"")), "{beside} leads to the same of the translation");
        }
    }

    async fn the_foot_of_a_page_leads_to_the_translation_where_there_is_one(app: TestApp) {
        let page = |id: &str, lang: &str, title: &str, of: Option<&str>| {
            json!({ "kind": "page", "external_id": id, "lang": lang, "title": title, "slug": id, "translation_of": of })
        };
        app.import(&[page("om", "nb", "Om oss", None)]).await;
        assert!(app.get("/en/prosjekter").await.has("href=\"/en/sider/om\""));
        let original = app.get("/en/sider/om").await;
        assert!(original.has("Om oss") && original.has("lang=\"nb\""));
        app.import(&[page("about", "en", "About us", Some("om"))]).await;
        let answer = app.get("/en/sider/om").await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/en/sider/about"));
        // Whoever wants to read the original still can, and comes back.
        let english = app.get("/en/sider/about").await;
        assert!(english.has("About us") && english.has("href=\"/nb/sider/om\""));
        assert!(app.get("/nb/sider/om").await.has("href=\"/en/sider/about\""));
        assert!(app.get("/nn/sider/om").await.has("Om oss"));
    }

    async fn of_translations_that_came_in_the_days_tell_whether_the_original_is_newer(app: TestApp) {
        let page = |id: &str, lang: &str, of: Option<&str>, updated: &str| {
            json!({ "kind": "page", "external_id": id, "lang": lang, "title": id, "slug": id, "translation_of": of,
                "published_at": "2020-01-01", "updated_at": updated })
        };
        app.import(&[
            page("rutine", "nb", None, "2024-05-01"),
            page("rutine-nn", "nn", Some("rutine"), "2020-01-02"),
            page("plan", "nb", None, "2020-01-01"),
            page("plan-nn", "nn", Some("plan"), "2020-01-02"),
        ])
        .await;
        let older = app.get("/nn/sider/rutine-nn").await;
        assert!(older.has("Originalen er endra") && older.has("href=\"/nn/sider/rutine/versjoner\""), "{}", older.body);
        assert!(!app.get("/nn/sider/plan-nn").await.has("Originalen er endra"));
        assert!(!app.get("/nb/sider/rutine").await.has("Originalen er"));
    }

    async fn permanent_addresses_lead_on(app: TestApp) {
        let id = "01942f6e-0000-7000-8000-000000000001";
        app.import(&[project("a", "Ål i gang", &json!({ "id": id }))]).await;
        let answer = app.get(&format!("/id/{id}")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header("location"), "/nb/prosjekter/al-i-gang");
        for path in ["/id/abc", "/id/01942f6e-0000-7000-8000-000000000002", "/filer/abc/x.png", "/filer/01942f6e-0000-7000-8000-000000000002/x"] {
            assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn a_value_that_there_is_not_is_said_to_be_so() {
    let app = TestApp::new(Engine::Sqlite).await;
    for query in [
        "tema=ingen",
        "fylke=99",
        "status=ferdig",
        "resultat=bra",
        "senter=ingen",
        "aar=i-fjor",
        "organisasjon=ingen",
        "sorter=farge",
        "tema=%ff",
        "tema=%00",
    ] {
        let answer = app.get(&format!("/nb/prosjekter?{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(answer.has("<h1"), "{query}");
    }
    for slug in ["%ff", "a%00b", "ingen", &"x".repeat(5_000)] {
        assert_eq!(app.get(&format!("/nb/prosjekter/{slug}")).await.status, StatusCode::NOT_FOUND);
    }
    app.end().await;
}

#[test]
fn a_text_is_safe_and_its_outline_whole() {
    let t = Text::new(Lang::Nb);
    let text = "# Først\n\n#### Så\n\n<script>alert(1)</script> x\n\n<b onclick=x>fet</b> [x](javascript:alert(1)) \
        [y](https://example.org)\n\n| a | b |\n|:-|-:|\n| 1 | 2 |\n\n# Først\n";
    let rendered = render(text, &Placement::page(t));
    let html = &rendered.html;
    assert!(html.contains("<h2 id=\"t-forst\">Først</h2>"), "{html}");
    assert!(html.contains("<h3 id=\"t-sa\">Så</h3>"), "no level is skipped: {html}");
    assert!(html.contains("<h2 id=\"t-forst-2\">"), "{html}");
    assert!(html.contains("aria-label=\"Tabell 1: Så\""), "named by what it stands under: {html}");
    assert!(html.contains("<th scope=\"col\">a</th>") && !html.contains("<th>"), "{html}");
    assert!(html.contains("href=\"https://example.org\""), "{html}");
    let silent = render("##\n\nTekst.\n\n### <br>\n\nMer.", &Placement::page(t));
    assert!(!silent.html.contains("<h") && silent.headings.is_empty(), "{}", silent.html);
    for bad in ["<script", "onclick", "javascript:", "align=", "style="] {
        assert!(!html.contains(bad), "{bad} in {html}");
    }
    assert_eq!(rendered.headings.len(), 2);
    let table = "| a |\n|-|\n| 1 |\n\n## Så\n\n| b |\n|-|\n| 2 |\n";
    let part = render(table, &Placement::part("resultater", "Resultater", t)).html;
    for name in ["\"Tabell 1: Resultater\"", "\"Tabell 2: Resultater, Så\""] {
        assert!(part.contains(name), "a part's tables are told apart from those of others: {part}");
    }
    let (headings, body) = plain(text);
    assert_eq!(headings, "Først\nSå\nFørst\n");
    assert!(body.contains('1') && !body.contains('|'), "{body}");
}

#[test]
fn slugs_are_short_and_never_empty() {
    assert_eq!(slug_of("Årlig gjennomgang på sjukeheim"), "arlig-gjennomgang-pa-sjukeheim");
    assert_eq!(slug_of("…"), "uten-tittel");
    assert!(slug_of(&"ord ".repeat(100)).len() <= 80);
    assert!(slug_of(&"å".repeat(500)).len() <= 80);
}

#[test]
fn no_address_has_a_number_that_looks_like_a_persons() {
    let said = [
        "Sak 15034510188",
        "Sak 010190 12345",
        "Sak 010190-12345",
        "Sak 04181907790",
        "Sak 12345678901",
        "Sak «010190», (12345)",
    ];
    for title in said {
        let slug = slug_of(title);
        assert!(slug.starts_with("sak"), "{slug}");
        assert!(norsk::identity::look_alikes(&slug).is_empty(), "{slug}");
        for number in ["010190", "12345", "15034510188", "04181907790"] {
            assert!(!slug.contains(number), "{slug}");
        }
    }
    assert_eq!(slug_of("Sak 010190-12345 om mat"), "sak-om-mat");
    assert_eq!(slug_of("Måling 2024-2025-2026, 40 av 50"), "maling-2024-2025-2026-40-av-50");
}

proptest! {
    #[test]
    fn no_text_breaks_the_page(text in "\\PC{0,200}", level in "#{0,7}") {
        let t = Text::new(Lang::Nb);
        let text = format!("{level} {text}\n\n- {text}\n\n<{text}>");
        let html = render(&text, &Placement::part("bakgrunn", "Bakgrunn", t)).html;
        prop_assert!(!html.to_lowercase().contains("<script"));
        prop_assert!(!html.contains(" on") || !html.contains("<img"));
        let slug = slug_of(&text);
        prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
    }
}
