//! Of which year things are: Oslo's, what goes on still until the day that is looked at, and none of
//! what nobody knows.

use serde_json::{Value, json};
use time::Duration;

use super::{choices, line, titles};
use crate::testing::both_engines;

fn project(id: &str, title: &str, published: &str, facts: &Value) -> Value {
    line("project", id, title, &json!({ "published_at": published, "facts": facts }))
}

both_engines! {
    async fn news_is_of_the_year_that_it_was_in_oslo(app: TestApp) {
        let news = |id: &str, at: &str| line("news", id, id, &json!({ "published_at": at }));
        app.import(&[
            news("for", "2024-12-31T22:59:59Z"),
            news("etter", "2024-12-31T23:00:00Z"),
            news("sommer", "2025-06-30T22:30:00Z"),
            news("aaret", "2011"),
            news("maaneden", "2012-01"),
        ])
        .await;
        assert_eq!(choices(&app, "/nb/nyheter", "aar").await, "2025:2 2024:1 2012:1 2011:1");
        assert_eq!(titles(&app, "/nb/nyheter?aar=2024").await, ["for"]);
        assert_eq!(titles(&app, "/nb/nyheter?aar=2025").await, ["sommer", "etter"]);
        assert_eq!(choices(&app, "/nb/nyheter?per=2025-02-01", "aar").await, "2025:1 2024:1 2012:1 2011:1");
    }

    async fn what_nobody_knows_the_day_of_is_of_no_year_until_somebody_finds_out(app: TestApp) {
        let news = |text: &str, at: &str, more: &Value| {
            let mut news = line("news", "u", "Uten dato", more);
            (news["published_at"], news["body"]) = (json!(at), json!(text));
            news
        };
        app.import(&[news("x", "unknown", &json!({}))]).await;
        app.app.clock.advance(Duration::days(1));
        app.import(&[news("y", "unknown", &json!({}))]).await;
        for path in ["/nb/nyheter", "/nb/nyheter?per=2026-11-22"] {
            assert_eq!(titles(&app, path).await, ["Uten dato"], "{path}");
            assert_eq!(choices(&app, path, "aar").await, "", "{path}");
        }
        assert_eq!(titles(&app, "/nb/nyheter?aar=2026").await, Vec::<String>::new());
        app.import(&[news("y", "2010-05-04", &json!({ "updated_at": "2026-11-23" }))]).await;
        for path in ["/nb/nyheter", "/nb/nyheter?per=2026-11-22"] {
            assert_eq!(choices(&app, path, "aar").await, "2010:1", "{path}: of all its texts");
        }
    }

    async fn what_goes_on_still_is_of_every_year_until_the_day_that_is_looked_at(app: TestApp) {
        app.import(&[
            project("p", "Pågår", "2023-05-01", &json!({ "status": "ongoing", "period": { "from": "2023" } })),
            project("u", "Uten status", "2024-05-01", &json!({ "period": { "from": "2024-06" } })),
            project("f", "Ferdig", "2023-05-01", &json!({ "status": "completed", "period": { "from": "2022" } })),
            project("k", "Kommer", "2024-05-01", &json!({ "status": "planned", "period": { "from": "2027" } })),
            project("s", "Slutt", "2023-05-01", &json!({ "period": { "from": "2022", "to": "2023" } })),
        ])
        .await;
        let years = async |path: &str| choices(&app, path, "aar").await;
        assert_eq!(years("/nb/prosjekter").await, "2027:1 2026:2 2025:2 2024:2 2023:2 2022:2");
        assert_eq!(years("/nb/prosjekter?per=2024-12-31").await, "2027:1 2024:2 2023:2 2022:2");
        assert_eq!(years("/nb/prosjekter?per=2025-01-01").await, "2027:1 2025:2 2024:2 2023:2 2022:2");
        assert_eq!(years("/nb/prosjekter?per=2023-12-31").await, "2023:2 2022:2");
        // Its own choice does not narrow its counts.
        assert_eq!(years("/nb/prosjekter?aar=2025").await, "2027:1 2026:2 2025:2 2024:2 2023:2 2022:2");
        assert_eq!(years("/nb/prosjekter?status=ongoing_open").await, "2026:1 2025:1 2024:1 2023:1");
        let found = async |query: &str| titles(&app, &format!("/nb/prosjekter?sorter=tittel&{query}")).await.join(", ");
        assert_eq!(found("aar=2026").await, "Pågår, Uten status");
        assert_eq!(found("aar=2023").await, "Pågår, Slutt");
        assert_eq!(found("aar=2022&aar=2025").await, "Ferdig, Pågår, Slutt, Uten status");
        assert_eq!(found("aar=2027").await, "Kommer", "nobody knows what goes on then");
        assert_eq!(found("aar=2025&per=2024-12-31").await, "");
        assert_eq!(found("aar=2024&per=2024-12-31").await, "Pågår, Uten status");
        assert_eq!(found("aar=1899").await, "");
        // A year later nothing need be filed anew.
        app.app.clock.advance(Duration::days(40));
        assert_eq!(years("/nb/prosjekter").await, "2027:3 2026:2 2025:2 2024:2 2023:2 2022:2");
    }

    /// What a text said of itself holds until its period is over, on cards, in lists and in counts.
    async fn what_was_to_be_over_goes_on_no_more(app: TestApp) {
        app.import(&[
            project("g", "Gikk til 2021", "2020-04-27", &json!({ "status": "ongoing", "period": { "from": "2019-06", "to": "2021-06" } })),
            project("e", "Går ennå", "2024-05-01", &json!({ "status": "ongoing", "period": { "from": "2024", "to": "2026-11" } })),
            project("u", "Uten slutt", "2010-05-01", &json!({ "status": "ongoing", "period": { "from": "2010" } })),
            project("k", "Skulle komme", "2021-05-01", &json!({ "status": "planned", "period": { "from": "2022", "to": "2022" } })),
            project("f", "Ferdig", "2021-05-01", &json!({ "status": "completed", "period": { "from": "2020", "to": "2021" } })),
            project("b", "Burde ha begynt", "2021-05-01", &json!({ "status": "planned", "period": { "from": "2022-03" } })),
            project("d", "Uten dager", "2021-05-01", &json!({ "status": "planned" })),
        ])
        .await;
        let found = async |query: &str| titles(&app, &format!("/nb/prosjekter?sorter=tittel&{query}")).await.join(", ");
        assert_eq!(found("status=was_planned").await, "Burde ha begynt, Skulle komme", "it was to begin long ago");
        assert_eq!(found("status=planned&per=2022-03-31").await, "Burde ha begynt, Skulle komme");
        assert_eq!(found("status=planned&per=2022-04-01").await, "Skulle komme");
        assert_eq!(found("status=ongoing").await, "Går ennå");
        assert_eq!(found("status=ongoing_open").await, "Uten slutt", "nobody says that it goes on still");
        assert_eq!(found("status=planned_open").await, "Uten dager");
        assert_eq!(found("status=was_ongoing").await, "Gikk til 2021");
        assert_eq!(found("status=was_planned&status=completed").await, "Burde ha begynt, Ferdig, Skulle komme");
        assert_eq!(found("status=planned").await, "");
        assert_eq!(found("status=ongoing&per=2021-06-30").await, "Gikk til 2021");
        assert_eq!(found("status=ongoing&status=ongoing_open&per=2021-07-01").await, "Uten slutt");
        let page = app.get("/nb/prosjekter?status=was_ongoing").await;
        assert!(page.has("Pågikk da siden ble skrevet") && !page.has("Pågående,"));
        // Where nobody says when it ends, it is told what is known.
        let open = app.get("/nb/prosjekter/uten-slutt").await;
        assert!(open.has("Pågående da siden sist ble oppdatert, fra"), "{}", open.body);
        let until = app.get("/nb/prosjekter/gar-enna").await;
        assert!(until.has("Pågående, 2024"), "{}", until.body);
        let listed = app.get("/nb/prosjekter?status=ongoing_open").await;
        assert!(listed.has("Pågående da siden sist ble oppdatert"), "{}", listed.body);
        let planned = app.get("/nb/prosjekter/uten-dager").await;
        assert!(planned.has("Planlagt da siden sist ble oppdatert"), "{}", planned.body);
        let begun = app.get("/nb/prosjekter/burde-ha-begynt").await;
        assert!(begun.has("Var planlagt da siden ble skrevet"), "{}", begun.body);
        // Tables say the same as lists.
        let rows: serde_json::Value = serde_json::from_str(&app.get("/nb/prosjekter.json").await.body).unwrap();
        let told = |title: &str| {
            let row = rows.as_array().unwrap().iter().find(|row| row["title"] == title).unwrap();
            row["status"].as_str().unwrap().to_owned()
        };
        let all = ["Går ennå", "Uten slutt", "Burde ha begynt", "Uten dager", "Ferdig"].map(told);
        assert_eq!(all, ["ongoing", "ongoing_open", "was_planned", "planned_open", "completed"]);
        app.app.clock.advance(Duration::days(40));
        assert_eq!(found("status=ongoing").await, "", "nothing need be filed anew");
        assert_eq!(found("status=was_ongoing").await, "Gikk til 2021, Går ennå");
    }

    async fn what_has_ended_since_went_on_then(app: TestApp) {
        app.import(&[project("p", "Pågår", "2021-05-01", &json!({ "period": { "from": "2020" } }))]).await;
        let mut ended = project("p", "Ferdig", "2021-05-01", &json!({ "period": { "from": "2020", "to": "2021" } }));
        ended["updated_at"] = json!("2024-02-01");
        app.import(&[ended]).await;
        assert_eq!(choices(&app, "/nb/prosjekter", "aar").await, "2021:1 2020:1");
        assert_eq!(choices(&app, "/nb/prosjekter?per=2023-07-01", "aar").await, "2023:1 2022:1 2021:1 2020:1");
        assert_eq!(titles(&app, "/nb/prosjekter?per=2023-07-01&aar=2022").await, ["Pågår"]);
        assert_eq!(titles(&app, "/nb/prosjekter?aar=2022").await, Vec::<String>::new());
    }
}
