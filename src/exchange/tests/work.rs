//! A team's work travels with its text, and what no chart can be made of is refused.

use serde_json::{Value, json};

use super::exported;
use crate::exchange::Failure;
use crate::testing::both_engines;

fn line() -> Value {
    json!({ "kind": "project", "external_id": "p1", "lang": "nb", "title": "Trygge netter",
        "published_at": "2020-04-27",
        "work": {
            "day": "2020-04-20",
            "aim": { "what": "Færre fall", "much": "halvparten", "by": "2020-12" },
            "drivers": [
                { "level": "primary", "words": "Veien til badet" },
                { "level": "idea", "words": "Lys langs gulvet", "serves": [0], "measures": [0] },
            ],
            "method": { "name": "forbedringsmodellen", "own": { "hva_maal": "Hit vil vi" } },
            "measures": [{ "name": "Fall om natten", "kind": "outcome", "better": "lower", "shape": "count",
                "frequency": "month", "plan": { "source": "Fallskjema" }, "goals": [{ "value": 4, "by": "2020-12" }],
                "numbers": [{ "day": "2020-01-01", "value": 8 }, { "day": "2020-02-01", "value": 3 }],
                "open": true }],
            "cycles": [{ "plan": "Ett rom", "from": "2020-02-03", "to": "2020-02-14", "matched": "yes",
                "learned": "Varmt lys virker", "act": "adopt", "idea": 1 }],
            "notes": [{ "day": "2020-02-10", "words": "Lys på alle rom", "measure": 0 }],
        } })
}

both_engines! {
    async fn it_goes_out_as_it_came_in_and_twice_is_once(app: TestApp) {
        app.import(&[line()]).await;
        let out = exported(&app, false).await;
        let work = &serde_json::from_str::<Value>(out.trim()).unwrap()["work"];
        assert_eq!(work["drivers"], line()["work"]["drivers"]);
        assert_eq!(work["cycles"], line()["work"]["cycles"]);
        assert_eq!(work["method"], line()["work"]["method"]);
        assert_eq!(work["measures"][0]["numbers"][1], json!({ "day": "2020-02-01", "value": 3.0 }));
        let again = app.import_text(&out).await;
        assert_eq!((again.unchanged, again.updated, again.failures.len()), (1, 0, 0));
        let page = app.get("/nb/prosjekter/trygge-netter").await;
        for told in ["Færre fall", "Fall om natten", "<svg", "Lys langs gulvet", "Varmt lys virker", "Måles med"] {
            assert!(page.has(told), "{told}: {}", page.body);
        }
        // What drives the aim is drawn, and told with each under what it serves.
        let (_, list) = page.body.split_once("<svg class=\"hang\"").expect("a diagram");
        let (_, list) = list.split_once("hang-list").expect("an outline");
        let (above, below) = list.split_once("<ul>").expect("what serves it");
        assert!(above.contains("Veien til badet") && !above.contains("Lys langs gulvet"), "{above}");
        assert!(below.contains("Lys langs gulvet"), "{below}");
        assert!(page.has("Endringsidé: <span>Lys langs gulvet</span>"), "{}", page.body);
        assert!(page.has("Gikk det som vi trodde? ") && !page.has("trodde?:"), "{}", page.body);
        assert!(app.get("/nb/prosjekter/trygge-netter/tall.csv").await.has("2020-02-01,3,"));
        for paper in ["plakat.pdf", "plakat.pdf?ark=a1", "lysbilder.pdf"] {
            let made = app.get(&format!("/nb/prosjekter/trygge-netter/{paper}")).await;
            assert_eq!(made.header("content-type"), "application/pdf", "{paper}: {}", made.body);
        }
        // Another text of it keeps what the one before said.
        let mut later = line();
        later["work"]["measures"][0]["numbers"][1]["value"] = json!(2);
        let changed = app.import_text(&later.to_string()).await;
        assert_eq!(changed.updated, 1);
    }

    async fn what_no_chart_can_be_made_of_is_refused_by_its_path(app: TestApp) {
        for (place, value, told) in [
            ("work.aims", json!("x"), "work"),
            ("work.measures.0.shape", json!("song"), "work.measures.0.shape"),
            ("work.measures.0.name", json!(""), "work.measures.0"),
            ("work.measures.0.numbers.0.value", json!(1.5), "work.measures.0.numbers.0.value"),
            ("work.measures.0.numbers.0.day", json!("2020-02-01"), "work.measures.0.numbers.1.day"),
            ("work.measures.0.numbers.0.day", json!("2020"), "work.measures.0.numbers.0.day"),
            ("work.drivers.0.serves", json!([1]), "work.drivers.0.serves"),
            ("work.drivers.0.serves", json!([7]), "work.drivers.0.serves"),
            ("work.cycles.0.idea", json!(2), "work.cycles.0.idea"),
            ("work.drivers.1.measures", json!([1]), "work.drivers.1.measures"),
            ("work.method.name", json!(""), "work.method"),
            ("work.notes.0.measure", json!(3), "work.notes.0.measure"),
            ("work.aim.what", json!("03851598730"), "work.aim.what"),
            ("work", json!([]), ""),
        ] {
            let mut line = line();
            let pointer = format!("/{}", place.replace('.', "/"));
            let (within, last) = pointer.rsplit_once('/').unwrap();
            line.pointer_mut(within).unwrap()[last] = value.clone();
            let imported = app.import_text(&line.to_string()).await;
            if told.is_empty() {
                // An empty list is as if it were not there.
                assert_eq!(imported.failures, []);
                continue;
            }
            let why = imported.failures.first().map(Failure::told).unwrap_or_default();
            assert!(why.contains(told), "{place} {value}: {why}");
        }
    }
}
