//! Words are counted by language, kind, centre and year, for those who look after the country alone.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::people::{Address, persons, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, TestApp, both_engines};

const ANNE: &str = "anne@nettverket.example.org";

fn news(id: &str, lang: &str, day: &str, words: usize) -> Value {
    json!({ "kind": "news", "external_id": id, "lang": lang, "title": "Tittel", "published_at": day,
        "body": vec!["ord"; words - 1].join(" ") })
}

async fn coordinator(app: &TestApp) -> Browser<'_> {
    let mut browser = Browser::new(app);
    browser.log_in(ANNE).await;
    let address = Address::parse(ANNE).unwrap();
    let person = persons::by_address(&app.app.db, &address).await.unwrap().unwrap();
    let role = Role { kind: RoleKind::Coordinator, at: None };
    roles::give(&app.app.db, &app.app.clock, person.id, role, None).await.unwrap();
    browser.set_up_app().await;
    browser
}

both_engines! {
    async fn words_are_counted_by_year_kind_and_language(app: TestApp) {
        app.import(&[
            news("a", "nb", "2024-03-01", 80),
            news("b", "nn", "2024-04-01", 20),
            news("c", "nn", "2025-04-01", 40),
            // The last evening of the year in Oslo is of that year.
            news("d", "en", "2025-12-31", 7),
        ])
        .await;
        let mut anne = coordinator(&app).await;
        let table = anne.get("/nb/malform.csv").await;
        assert_eq!(table.status, StatusCode::OK, "{}", table.body);
        let lines: Vec<&str> = table.body.lines().collect();
        assert_eq!(lines, [
            "\u{feff}Publisert;Type;Hører til;Hvem loven gjelder;Språk;Tekster;Ord",
            "2024;Nyhet;;Kommuner, sentre og andre;Bokmål;1;80",
            "2024;Nyhet;;Kommuner, sentre og andre;Nynorsk;1;20",
            "2025;Nyhet;;Kommuner, sentre og andre;English;1;7",
            "2025;Nyhet;;Kommuner, sentre og andre;Nynorsk;1;40",
        ]);
        let page = anne.get("/nb/malform").await;
        assert!(page.status == StatusCode::OK && page.has("57 % bokmål, 43 % nynorsk"), "{}", page.body);
        assert!(page.has("80 % bokmål, 20 % nynorsk") && page.has("Under 25 %"), "{}", page.body);
        let only = anne.get("/nb/malform.csv?fra=2025&til=2025").await;
        assert!(!only.has("2024") && only.has("2025;Nyhet;;Kommuner, sentre og andre;Nynorsk;1;40"), "{}", only.body);
        for wrong in ["fra=1700", "til=tull", "fra=2025&til=2024"] {
            let answer = anne.get(&format!("/nb/malform?{wrong}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
    }

    async fn those_whom_the_law_binds_are_told_apart(app: TestApp) {
        let of = |id: &str, owner: &str, lang: &str, words: usize| {
            let mut line = news(id, lang, "2025-03-01", words);
            line["centre"] = json!(owner);
            line
        };
        app.import(&[
            of("a", "helsedirektoratet", "nb", 90),
            of("b", "helsedirektoratet", "nn", 10),
            of("c", "usht-hedmark", "nb", 60),
            of("d", "usht-hedmark", "nn", 40),
        ])
        .await;
        let mut anne = coordinator(&app).await;
        let table = anne.get("/nb/malform.csv").await;
        for line in [
            "2025;Nyhet;Helsedirektoratet;Sentrale statsorganer;Bokmål;1;90",
            "2025;Nyhet;Helsedirektoratet;Sentrale statsorganer;Nynorsk;1;10",
            ";Kommuner, sentre og andre;Bokmål;1;60",
        ] {
            assert!(table.has(line), "{line}: {}", table.body);
        }
        let page = anne.get("/nb/malform").await;
        assert!(page.has("90 % bokmål, 10 % nynorsk") && page.has("60 % bokmål, 40 % nynorsk"), "{}", page.body);
        let warned = page.body.matches("data-color=\"warning\">Under 25 %").count();
        assert_eq!(warned, 2, "the body and all such bodies, and nobody else: {}", page.body);
        assert!(page.has("Helsedirektoratet") && !page.has("Ingen av tekstene hører til et statsorgan"));
    }

    async fn an_empty_library_has_no_shares(app: TestApp) {
        let mut anne = coordinator(&app).await;
        let page = anne.get("/nb/malform").await;
        assert!(page.status == StatusCode::OK && !page.has("% nynorsk"), "{}", page.body);
        assert_eq!(app.get("/nb/malform").await.status, StatusCode::FORBIDDEN);
    }
}
