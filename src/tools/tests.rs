//! Tools: found by what one needs them for, told with what they take, and a way to start with them.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::testing::both_engines;

fn tool(id: &str, facts: &Value) -> Value {
    json!({
        "kind": "tool", "external_id": id, "lang": "nb", "title": id, "themes": ["fall"],
        "body": "Et ark til veggen.", "facts": facts
    })
}

both_engines! {
    async fn tools_are_found_by_type_phase_time_and_target_group(app: TestApp) {
        app.import(&[
            tool("rask", &json!({ "type": "checklist", "phases": ["carry_out"], "minutes": 15, "target_groups": ["staff"] })),
            tool("treg", &json!({ "type": "method", "phases": ["prepare", "carry_out"], "minutes": 600, "target_groups": ["leaders", "staff"] })),
        ])
        .await;
        for (query, rask, treg) in [
            ("", true, true),
            ("?type=checklist", true, false),
            ("?fase=prepare", false, true),
            ("?varighet=quarter", true, false),
            ("?varighet=longer", false, true),
            ("?malgruppe=leaders&fase=carry_out", false, true),
        ] {
            let page = app.get(&format!("/nb/verktoy{query}")).await;
            assert_eq!(page.has("/nb/verktoy/rask\""), rask, "{query}");
            assert_eq!(page.has("/nb/verktoy/treg\""), treg, "{query}");
        }
        assert!(app.get("/nb/verktoy").await.has("Sjekkliste · 15 minutter"));
        assert_eq!(app.get("/nb/verktoy?type=hammer").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn a_tool_tells_what_it_takes_and_where_it_is_used(app: TestApp) {
        app.import(&[
            tool("ark", &json!({
                "type": "form", "phases": ["evaluate"], "minutes": 90, "time_note": "per avdeling",
                "licence": "CC BY 4.0", "licence_url": "https://creativecommons.org/licenses/by/4.0/",
                "how_to_use": "Heng det **opp**.", "links": [{ "text": "Film", "url": "https://example.org/film" }]
            })),
            json!({ "kind": "tool", "external_id": "ark-en", "lang": "en", "title": "Sheet", "translation_of": "ark" }),
            json!({ "kind": "project", "external_id": "p", "lang": "nb", "title": "Med ark", "uses": ["ark", "kommer"],
                    "facts": { "outcome": "improved" } }),
        ])
        .await;
        let page = app.get("/nb/verktoy/ark").await;
        for text in [
            "1 time og 30 minutter, per avdeling", "Evaluere", "Heng det <strong>opp</strong>.", "https://example.org/film",
            "href=\"https://creativecommons.org/licenses/by/4.0/\"", "id=\"brukt-i\"", "href=\"/nb/prosjekter/med-ark\"",
            "data-outcome=\"improved\"", "href=\"/nb/verktoy/ark/kom-i-gang\"",
        ] {
            assert!(page.has(text), "{text} is missing");
        }
        assert!(app.get("/nb/prosjekter/med-ark").await.has("href=\"/nb/verktoy/ark\""));
        let english = app.get("/en/prosjekter/med-ark").await;
        assert!(english.has("href=\"/en/verktoy/sheet\""), "in the reader's language");
        let translated = app.get("/en/verktoy/sheet").await;
        assert!(translated.has("href=\"/en/prosjekter/med-ark\""), "what the original is used in, the translation is");
    }

    async fn a_tool_that_many_use_names_the_newest_and_counts_the_rest(app: TestApp) {
        let mut ark = tool("ark", &json!({ "type": "form" }));
        ark["published_at"] = json!("2000-01-01");
        let mut lines = vec![ark];
        lines.extend((1..=25).map(|n| json!({
            "kind": "project", "external_id": format!("p{n}"), "lang": "nb", "title": format!("Med ark {n}"),
            "uses": ["ark"], "published_at": format!("20{n:02}-01-01"),
        })));
        // In another language it is the same project.
        lines.push(json!({
            "kind": "project", "external_id": "p25-en", "lang": "en", "title": "With a sheet", "translation_of": "p25",
            "uses": ["ark"], "published_at": "2025-01-02",
        }));
        app.import(&lines).await;
        let named = |page: &str| page.matches("href=\"/nb/prosjekter/").count();
        let page = app.get("/nb/verktoy/ark").await;
        assert_eq!(named(&page.body), 20, "{}", page.body);
        assert!(page.has("og 5 til") && !page.has("/nb/prosjekter/med-ark-5\""));
        assert!(page.has("/nb/prosjekter/med-ark-25\"") || page.has("/nb/prosjekter/with-a-sheet\""));
        let then = app.get("/nb/verktoy/ark?per=2011-06-01").await;
        assert_eq!((then.status, named(&then.body)), (StatusCode::OK, 11), "{}", then.body);
        assert!(!then.has("og 5 til") && then.has("/nb/prosjekter/med-ark-5?per="));
    }

    async fn the_way_to_start_is_no_dead_end(app: TestApp) {
        app.import(&[
            json!({ "kind": "project", "external_id": "p", "lang": "nb", "title": "Nattlys", "centre": "usht-hedmark",
                    "contact": { "role": "nattsykepleier", "email": "natt@senter.example.org" },
                    "facts": { "period": { "from": "2019" }, "sections": {
                        "how_to_start": "Begynn med én vakt.", "how_to_sustain": "Mål videre.", "what_it_took": "Tre timer i uka."
                    } } }),
            json!({ "kind": "package", "external_id": "k", "lang": "nn", "title": "Pakke" }),
        ])
        .await;
        assert!(app.get("/nb/prosjekter/nattlys").await.has("href=\"/nb/prosjekter/nattlys/kom-i-gang\""));
        let told = app.get("/nb/prosjekter/nattlys/kom-i-gang").await;
        for text in ["Begynn med én vakt.", "Mål videre.", "Tre timer i uka.", "2019", "/nb/prosjekter/nattlys/kontakt", "nattsykepleier", "/nb/sentre/usht-hedmark"] {
            assert!(told.has(text), "{text} is missing");
        }
        // A tool is used, not started as a project; what made things worse is no model for others.
        let tool = app.get("/nn/opplaeringspakker/pakke").await;
        assert!(tool.has("Ta det i bruk hos dykk") && !tool.has("Start eit prosjekt som dette"));
        app.import(&[json!({ "kind": "project", "external_id": "w", "lang": "nb", "title": "Verre", "facts": { "outcome": "worse" } })]).await;
        assert!(!app.get("/nb/prosjekter/verre").await.has("kom-i-gang"));
        let untold = app.get("/nn/opplaeringspakker/pakke/kom-i-gang").await;
        assert_eq!(untold.status, StatusCode::OK);
        assert!(untold.has("Prøv i det små.") && untold.has("href=\"/nn/sentre\""));
        assert_eq!(app.get("/nb/nyheter/x/kom-i-gang").await.status, StatusCode::NOT_FOUND);
        app.import(&[json!({ "kind": "project", "external_id": "p", "lang": "nb", "title": "Nattlys", "slug": "lyset" })]).await;
        let moved = app.get("/nb/prosjekter/nattlys/kom-i-gang").await;
        assert_eq!(moved.header("location"), "/nb/prosjekter/lyset/kom-i-gang");
    }

    async fn facts_that_make_no_sense_are_refused_by_name(app: TestApp) {
        for (facts, field) in [
            (json!({ "type": "hammer" }), "facts.type"),
            (json!({ "minutes": 0 }), "facts.minutes"),
            (json!({ "minutes": -5 }), "facts.minutes"),
            (json!({ "phases": ["later"] }), "facts.phases.0"),
            (json!({ "licence_url": "javascript:alert(1)" }), "facts.licence_url"),
            (json!({ "links": [{ "text": "x", "url": "ftp://x" }] }), "facts.links.0.url"),
            (json!({ "how_to_use": "a\u{0}" }), "facts.how_to_use"),
            (json!({ "time": 5 }), "facts.time"),
        ] {
            let refused = app.import_text(&tool("x", &facts).to_string()).await;
            assert!(refused.failures[0].why[0].starts_with(&format!("`{field}`")), "{:?}", refused.failures);
        }
    }
}
