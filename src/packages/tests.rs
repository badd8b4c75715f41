//! Training packages: modules with their material, how to try them out, and what came of it.

use serde_json::json;

use crate::testing::both_engines;

both_engines! {
    async fn a_package_is_told_module_by_module(app: TestApp) {
        app.import(&[json!({
            "kind": "package", "external_id": "tidlig-ute", "lang": "nb", "title": "Tidlig ute",
            "facts": {
                "aim": "Alle ser **tegnene**.", "target_groups": ["staff", "students"],
                "modules": [
                    { "title": "Se", "minutes": 30, "text": "Hva ser du?", "checklist": ["Puls", "Pust"],
                      "questions": ["Når ble du sist urolig?"], "materials": [{ "text": "Kort", "url": "https://example.org/kort" }] },
                    { "title": "Si fra", "minutes": 45 }
                ],
                "try_out": { "method": "To uker på én avdeling.", "model": "Forbedringsmodellen." },
                "experience": "Ni team har prøvd.", "publisher": "USHT (eksempel)"
            }
        })])
        .await;
        let page = app.get("/nb/opplaeringspakker/tidlig-ute").await;
        for text in [
            "Alle ser <strong>tegnene</strong>.", "<h3 id=\"modul-1\">Se</h3>", "30 minutter", "Puls", "Når ble du sist urolig?",
            "href=\"https://example.org/kort\"", "<h3 id=\"modul-2\">Si fra</h3>", "1 time og 15 minutter",
            "To uker på én avdeling.", "Forbedringsmodellen.", "Ni team har prøvd.", "Elever, lærlinger og studenter",
        ] {
            assert!(page.has(text), "{text} is missing");
        }
        let list = app.get("/nb/opplaeringspakker?malgruppe=students&varighet=half_day").await;
        assert!(list.has("2 moduler · 1 time og 15 minutter"));
        app.index().await;
        assert!(app.get("/nb/sok?q=urolig&type=package").await.has("/nb/opplaeringspakker/tidlig-ute"), "its questions are searched");
    }

    async fn a_module_is_refused_by_its_number(app: TestApp) {
        for (modules, field) in [
            (json!([{ "title": "A" }, { "title": "" }]), "facts.modules.1.title"),
            (json!([{ "title": "A", "minutes": 100_000 }]), "facts.modules.0.minutes"),
            (json!([{ "title": "A", "materials": [{ "text": "x", "url": "file:///etc/passwd" }] }]), "facts.modules.0.materials.0.url"),
            (json!(vec![json!({ "title": "A" }); 13]), "facts.modules"),
        ] {
            let line = json!({ "kind": "package", "external_id": "x", "lang": "nb", "title": "x", "facts": { "modules": modules } });
            let refused = app.import_text(&line.to_string()).await;
            assert!(refused.failures[0].why[0].starts_with(&format!("`{field}`")), "{:?}", refused.failures);
        }
    }
}
