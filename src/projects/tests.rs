//! A project's page shows every fact it has, and leaves out what it has not.

use serde_json::json;

use super::KIND;
use crate::testing::both_engines;
use crate::text;

both_engines! {
    async fn every_field_is_on_the_page(app: TestApp) {
        app.import(&[json!({
            "kind": "project", "external_id": "p", "lang": "nb", "title": "Trygge netter",
            "lead": "Ingress her.", "themes": ["fall"], "counties": ["34"], "centre": "usht-hedmark",
            "municipalities": ["3403"],
            "published_at": "2020-04-27", "updated_at": "2020-05-02",
            "source": { "title": "En kilde til fakta" },
            "facts": {
                "status": "ongoing", "period": { "from": "2019-06", "to": "2021-06" },
                "responsible": ["Ansvarlig senter"], "leaders": [{ "role": "fagutvikler", "name": "Kari Eksempel" }],
                "funders": ["En giver"], "partners": ["En partner"], "aim": "Målet i én setning",
                "user_involvement": "Pårørende var med", "anchoring": "Vedtatt av ledelsen",
                "outcome": "worse", "outcome_note": "Det gikk dårligere.",
                "sections": {
                    "background": "Om bakgrunnen", "aims": "Om målene", "what_we_do": "Om arbeidet",
                    "results": "Om resultatene", "lessons": "Om lærdommen", "how_to_start": "Om starten",
                    "how_to_sustain": "Om fortsettelsen"
                },
                "sources": [{ "text": "Forbedringsguiden", "url": "https://example.org/guide" }],
                "materials": [{ "text": "Håndbok" }]
            }
        })])
        .await;
        let page = app.get("/nb/prosjekter/trygge-netter").await;
        for text in [
            "Trygge netter", "Ingress her.", "27. april 2020", "2. mai 2020", "juni 2019 – juni 2021",
            "Pågikk da siden ble skrevet", "Verre", "Det gikk dårligere.", "Ansvarlig senter", "fagutvikler", "Kari Eksempel",
            "En giver", "En partner", "Målet i én setning", "Pårørende var med", "Vedtatt av ledelsen",
            "Om bakgrunnen", "Om målene", "Om arbeidet", "Om resultatene", "Om lærdommen", "Om starten",
            "Om fortsettelsen", "Forbedringsguiden", "https://example.org/guide", "Håndbok", "USHT Innlandet (Hedmark)",
            "Fall", "Innlandet", "Hamar", "En kilde til fakta", "https://padriver.example/id/",
        ] {
            assert!(page.has(text), "{text} is missing");
        }
        assert!(page.has("href=\"/nb/prosjekter?organisasjon=en-partner\""));
        let english = app.get("/en/prosjekter/trygge-netter").await;
        for text in ["June 2019 – June 2021", "27 April 2020", "lang=\"nb\""] {
            assert!(english.has(text), "{text} is missing");
        }
    }

    async fn what_the_materials_name_is_led_to_where_the_library_has_it(app: TestApp) {
        app.import(&[
            json!({ "kind": "tool", "external_id": "t", "lang": "nb", "title": "Håndbok" }),
            json!({ "kind": "project", "external_id": "p", "lang": "nb", "title": "Med bok", "uses": ["t"],
                    "facts": { "materials": [{ "text": "håndbok" }, { "text": "En plakat" }] } }),
            json!({ "kind": "tool", "external_id": "t2", "lang": "nb", "title": "Tellestreker: skjema for hånd" }),
            json!({ "kind": "project", "external_id": "p2", "lang": "nb", "title": "Med flere", "uses": ["t", "t2"],
                    "facts": { "materials": [{ "text": "Håndbok, én side" }, { "text": "Tellestreker" }, { "text": "Håndboken" }] } }),
        ])
        .await;
        for path in ["/nb/prosjekter/med-bok", "/nb/prosjekter/med-bok/kom-i-gang"] {
            let page = app.get(path).await;
            assert!(page.has("<a href=\"/nb/verktoy/handbok\">håndbok</a>"), "{path}: {}", page.body);
            assert!(page.has("En plakat") && !page.has(">En plakat</a>"), "{path}");
        }
        let page = app.get("/nb/prosjekter/med-flere").await;
        assert!(page.has("<a href=\"/nb/verktoy/handbok\">Håndbok, én side</a>"), "more is said of it: {}", page.body);
        assert!(page.has("/nb/verktoy/tellestreker-skjema-for-hand\">Tellestreker</a>"), "less is said of it");
        assert!(page.has("Håndboken") && !page.has(">Håndboken</a>"), "another name");
    }

    async fn an_organisation_of_an_archived_project_leads_to_a_list_with_history(app: TestApp) {
        app.import(&[json!({
            "kind": "project", "external_id": "p", "lang": "nb", "title": "Grønn hage", "state": "archived",
            "published_at": "2012-01-01", "facts": { "partners": ["Hagelaget"] }
        })]).await;
        let page = app.get("/nb/prosjekter/gronn-hage").await;
        let list = "/nb/prosjekter?organisasjon=hagelaget";
        assert!(page.has(&format!("href=\"{list}&#38;arkiv=1\"")), "{}", page.body);
        assert!(!app.get(list).await.has("Grønn hage"), "or it would not matter");
        assert!(app.get(&format!("{list}&arkiv=1")).await.has("Grønn hage"));
    }

    async fn what_is_not_known_is_left_out(app: TestApp) {
        app.import(&[json!({ "kind": "project", "external_id": "p", "lang": "nb", "title": "Lite kjent" })]).await;
        let page = app.get("/nb/prosjekter/lite-kjent").await;
        for text in ["Samarbeidspartnere", "Materiell", "Bakgrunn", "<dd></dd>", "/kontakt"] {
            assert!(!page.has(text), "{text} should not be there");
        }
    }
}

#[test]
fn faults_name_the_field() {
    let check = |value| (KIND.check)(value).unwrap_err();
    let reversed = check(json!({ "period": { "from": "2021", "to": "2019" } }));
    assert_eq!(reversed[0].path, "facts.period");
    let unknown = check(json!({ "status": "ferdig" }));
    assert!(unknown[0].to_string().contains("ferdig"), "{}", unknown[0]);
    assert_eq!(unknown[0].path, "facts.status");
    let typed = check(json!({ "sections": { "bakgrunn": "x" } }));
    assert_eq!(typed[0].path, "facts.sections.bakgrunn");
    let several =
        check(json!({ "aim": "a\0", "partners": [" "], "leaders": [{ "role": "x".repeat(301) }] }));
    let paths: Vec<&str> = several.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["facts.partners", "facts.leaders.0.role", "facts.aim"]);
    assert_eq!(several[0].key, text::MISSING);
}
