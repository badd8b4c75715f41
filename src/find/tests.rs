//! What is published is found, what is changed is found anew, and odd questions get an answer.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::http::StatusCode;
use sea_orm::{ConnectionTrait, DbBackend};
use serde_json::{Value, json};
use uuid::Uuid;

use super::follow;
use crate::app::App;
use crate::config::RateLimits;
use crate::db;
use crate::items::changes;
use crate::search::{Index, Query};
use crate::site::Site;
use crate::testing::{Engine, Folder, TestApp, both_engines};

fn fall() -> Value {
    json!({
        "kind": "project", "external_id": "fall", "lang": "nb", "title": "Trygge netter",
        "lead": "Færre fall om natta.", "themes": ["fall"], "counties": ["50"],
        "facts": { "sections": { "results": "Fallene ble **halvert** på et år." } }
    })
}

async fn api(app: &TestApp, query: &str) -> Value {
    let answer = app.get(&format!("/api/v1/search?{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

async fn uuid_of(app: &TestApp, query: &str) -> Uuid {
    api(app, query).await["hits"][0]["id"].as_str().unwrap().parse().unwrap()
}

both_engines! {
    async fn what_can_only_mean_one_thing_is_said_once(app: TestApp) {
        app.import(&[fall()]).await;
        app.index().await;
        for page in [
            "sok?q=fall&q=natt", "sok?q=fall&q=fall", "sok?side=1&side=2", "sok?arkiv=1&arkiv=1", "sok.atom?q=a&q=b",
            "sok/forslag?q=a&q=b", "sok/forslag.json?q=a&q=b", "prosjekter?side=1&side=2", "prosjekter?arkiv=1&arkiv=",
            "prosjekter?sorter=tittel&sorter=eldste", "arrangementer?tid=tidligere&tid=", "folg?side=sok&q=a&q=b",
            "folg?side=sok&side=prosjekter", "hefte?fra=sok&q=fall&q=natt", "hefte?fra=sok&fra=tema&q=fall",
            "tips?side=prosjekter&side=sok",
        ] {
            let answer = app.get(&format!("/nb/{page}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
        }
        for query in ["q=a&q=b", "limit=1&limit=2", "offset=0&offset=1", "archived=true&archived=false"] {
            let answer = app.get(&format!("/api/v1/search?{query}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
            assert!(answer.has("more than once"), "{}", answer.body);
        }
        // What narrows may be said more than once.
        for page in ["sok?q=fall&tema=fall&tema=ernaering", "prosjekter?fylke=50&fylke=18"] {
            assert_eq!(app.get(&format!("/nb/{page}")).await.status, StatusCode::OK, "{page}");
        }
    }

    async fn an_index_that_is_cut_off_while_it_is_built_is_not_the_whole(app: TestApp) {
        let one = |n: usize| json!({
            "kind": "news", "external_id": format!("n{n}"), "lang": "nb", "title": format!("Nytt {n:03}"),
        });
        app.import(&(0..45).map(one).collect::<Vec<_>>()).await;
        app.index().await;
        assert_eq!(app.app.index.count(), 45);
        let begun = AtomicBool::new(false);
        let progress = |_: u64| begun.store(true, Ordering::Relaxed);
        let some_are_in = async {
            while !begun.load(Ordering::Relaxed) {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            biased;
            _ = follow::rebuild(&app.app, &progress) => panic!("it came to its end"),
            () = some_are_in => {}
        }
        for _ in 0..50 {
            assert_eq!(app.app.index.count(), 45, "the one before stands");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn a_published_item_is_found_and_a_withdrawn_one_is_not(app: TestApp) {
        app.import(&[fall()]).await;
        app.index().await;
        let found = api(&app, "q=fall").await;
        assert_eq!(found["total"], 1);
        let hit = &found["hits"][0];
        assert_eq!(hit["external_id"], "fall");
        assert_eq!(hit["kind"], "project");
        assert_eq!(hit["lang"], "nb");
        assert_eq!(hit["url"], "https://padriver.example/nb/prosjekter/trygge-netter");
        assert!(hit["score"].as_f64().unwrap() > 0.0);
        assert!(hit["snippet"].as_str().unwrap().contains("fall"));
        let mut changed = fall();
        changed["lead"] = json!("Bedre måltider.");
        changed["facts"] = json!({});
        changed["themes"] = json!([]);
        app.import(&[changed.clone()]).await;
        app.index().await;
        assert_eq!(api(&app, "q=fall").await["total"], 0);
        assert_eq!(api(&app, "q=m%C3%A5ltid").await["total"], 1);
        changed["state"] = json!("withdrawn");
        app.import(&[changed]).await;
        app.index().await;
        assert_eq!(api(&app, "q=").await["total"], 0);
    }

    async fn whoever_asks_for_a_value_that_there_is_not_is_told_which_there_are(app: TestApp) {
        for (query, told) in [
            ("kind=prosjekt", "it takes project, tool"),
            ("lang=no", "it takes nb, nn, se, en"),
            ("outcome=good", "it takes improved, no_change"),
            ("archived=1", "it takes true or false"),
            ("theme=fall&theme=ingen", "no such value"),
            ("county=99", "no such value"),
            ("as_typed=ja", "it takes true or false"),
        ] {
            let answer = app.get(&format!("/api/v1/search?{query}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
            assert!(answer.has(told), "{query}: {}", answer.body);
        }
        assert_eq!(app.get("/api/v1/search?outcome=did_not_work").await.status, StatusCode::OK);
    }

    async fn what_is_found_can_be_had_the_newest_first(app: TestApp) {
        let line = |id: &str, title: &str, body: &str, day: &str| json!({
            "kind": "page", "external_id": id, "lang": "nb", "title": title, "body": body, "published_at": day,
        });
        app.import(&[
            line("a", "Fall om natta", "Fall og fall.", "2015-01-01"),
            line("b", "Noe annet", "Et fall er nevnt.", "2024-01-01"),
            line("c", "Uten", "Ingenting.", "2025-01-01"),
        ]).await;
        app.index().await;
        let ids = |found: &Value| -> Vec<String> {
            found["hits"].as_array().unwrap().iter().map(|hit| hit["external_id"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(ids(&api(&app, "q=fall").await), ["a", "b"]);
        assert_eq!(ids(&api(&app, "q=fall&sort=date").await), ["b", "a"], "and only what is a hit");
        assert_eq!(app.get("/api/v1/search?q=fall&sort=best").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = app.get("/nb/sok?q=fall&sorter=nyeste").await;
        assert!(page.body.find("Noe annet") < page.body.find("om natta"), "{}", page.body);
        assert!(page.has("aria-current=\"true\">Nyeste først") && page.has("anførselstegn"), "{}", page.body);
        assert_eq!(app.get("/nb/sok?q=fall&sorter=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!app.get("/nb/sok").await.has("Treffer best"), "nothing fits better without words");
    }

    async fn a_theme_says_what_worked_what_did_not_and_where_to_begin(app: TestApp) {
        let project = |id: &str, title: &str, outcome: &str| json!({
            "kind": "project", "external_id": id, "lang": "nb", "title": title, "themes": ["fall"],
            "facts": { "outcome": outcome },
        });
        app.import(&[project("a", "Lys langs gulvet", "improved"), project("b", "Alarmer", "worse"), project("c", "Sensorer", "no_change")]).await;
        let page = app.get("/nb/tema/fall").await;
        assert!(page.has("1 prosjekt har gitt bedre resultat. Se for eksempel: <a href=\"/nb/prosjekter/lys-langs-gulvet\">"), "{}", page.body);
        assert!(page.has("2 prosjekter virket ikke slik de håpet."), "{}", page.body);
        assert!(!page.has("Klart til å ta i bruk"), "there is nothing of the kind");
        app.import(&[json!({ "kind": "tool", "external_id": "t", "lang": "en", "title": "Checklist", "themes": ["fall"] })]).await;
        let page = app.get("/nb/tema/fall").await;
        assert!(page.has("Klart til å ta i bruk: <a href=\"/nb/verktoy/checklist\" lang=\"en\" hreflang=\"en\">Checklist</a>"), "{}", page.body);
        assert!(!app.get("/nb/tema/ernaering").await.has("bedre resultat"), "of its own items alone");
    }

    async fn a_work_and_its_translations_are_one_hit_that_names_its_languages(app: TestApp) {
        app.import(&[
            json!({ "kind": "page", "external_id": "a", "lang": "nb", "title": "Fall om natta", "body": "Delirium.", "themes": ["fall"] }),
            json!({ "kind": "page", "external_id": "b", "lang": "nb", "title": "Noe annet", "body": "Delirium.", "themes": ["fall"] }),
        ]).await;
        app.index().await;
        // It comes later, and lies in another part of the index.
        app.import(&[json!({ "kind": "page", "external_id": "a-en", "lang": "en", "title": "Falls at night",
            "body": "Delirium.", "translation_of": "a", "themes": ["fall"] })]).await;
        app.index().await;
        let found = api(&app, "q=delirium").await;
        assert_eq!(found["total"], 2, "{found}");
        assert_eq!(found["facets"]["theme"]["fall"], 2, "works are counted: {found}");
        assert_eq!(found["facets"]["lang"], json!({ "nb": 2, "en": 1 }), "{found}");
        let hits = found["hits"].as_array().unwrap();
        let both: Vec<&Value> = hits.iter().filter(|hit| hit["also"].is_array()).collect();
        assert_eq!((hits.len(), both.len()), (2, 1), "{found}");
        for (lang, shown, other) in [("nb", "om natta", "Falls"), ("en", "Falls", "om natta")] {
            let page = app.get(&format!("/{lang}/sok?q=delirium")).await;
            assert!(page.has(shown) && !page.has(other), "in the reader's own language: {}", page.body);
        }
        let page = app.get("/nb/sok?q=delirium").await;
        assert!(page.has("Også på: <a href=\"/en/sider/falls-at-night\" lang=\"en\" hreflang=\"en\">English</a>"), "{}", page.body);
        let narrowed = api(&app, "q=delirium&lang=en").await;
        assert_eq!((&narrowed["total"], &narrowed["hits"][0]["external_id"]), (&json!(1), &json!("a-en")));
        assert_eq!(narrowed["facets"]["lang"], json!({ "nb": 2, "en": 1 }), "what each would find");
        assert_eq!(api(&app, "q=delirium&limit=1&offset=1").await["hits"].as_array().unwrap().len(), 1);
    }

    async fn drafts_are_never_found(app: TestApp) {
        let mut draft = fall();
        draft["state"] = json!("draft");
        app.import(&[draft]).await;
        app.index().await;
        assert_eq!(api(&app, "").await["total"], 0);
    }

    async fn a_rebuild_gives_what_following_gave(app: TestApp) {
        let page = json!({ "kind": "page", "external_id": "om", "lang": "nn", "title": "Om fall" });
        app.import(&[fall(), page]).await;
        app.index().await;
        let followed = api(&app, "q=fall").await;
        assert_eq!(followed["total"], 2);
        assert_eq!(follow::rebuild(&app.app, &|_| {}).await.unwrap(), 2);
        assert_eq!(api(&app, "q=fall").await, followed);
        // Nothing new: following once more changes nothing.
        follow::catch_up(&app.app).await.unwrap();
        assert_eq!(api(&app, "q=fall").await, followed);
    }

    async fn a_change_of_a_transaction_held_open_past_a_thousand_later_ones_is_not_missed(app: TestApp) {
        let page = json!({ "kind": "page", "external_id": "om", "lang": "nb", "title": "Om oss" });
        app.import(&[fall(), page]).await;
        app.index().await;
        let (late, busy) = (uuid_of(&app, "q=fall").await, uuid_of(&app, "q=oss").await);
        let (db, clock) = (&app.app.db, &app.app.clock);
        // Taken out of the index, so that only the late change brings it back.
        app.app.index.apply(&[], &[late], app.app.index.seen()).unwrap();
        let other = app.beside().await;
        let held = db::begin(&other).await.unwrap();
        changes::again(&held, clock, &[late]).await.unwrap();
        let writes = async {
            for _ in 0..21 {
                changes::again(db, clock, &[busy; 50]).await.unwrap();
                follow::catch_up(&app.app).await.unwrap();
            }
        };
        if db.get_database_backend() == DbBackend::Sqlite {
            // One writer at a time: the thousand wait until it has come to an end.
            let commit = async {
                tokio::time::sleep(std::time::Duration::from_millis(200)).await;
                held.commit().await.unwrap();
            };
            tokio::join!(writes, commit);
        } else {
            writes.await;
            assert_eq!(api(&app, "q=fall").await["total"], 0, "it is not committed yet");
            held.commit().await.unwrap();
        }
        app.index().await;
        assert_eq!(api(&app, "q=fall").await["total"], 1);
        other.close().await.unwrap();
    }

    async fn a_row_that_the_program_before_writes_is_in_the_feed(app: TestApp) {
        app.import(&[fall()]).await;
        app.index().await;
        let late = uuid_of(&app, "q=fall").await;
        app.app.index.apply(&[], &[late], app.app.index.seen()).unwrap();
        let old = r#"INSERT INTO "change" ("item_id", "at") SELECT "item_id", "at" FROM "change""#;
        app.app.db.execute_unprepared(old).await.unwrap();
        app.index().await;
        assert_eq!(api(&app, "q=fall").await["total"], 1);
    }

    async fn two_who_follow_at_once_give_each_change_one_place(app: TestApp) {
        app.import(&[fall()]).await;
        let late = { app.index().await; uuid_of(&app, "q=fall").await };
        let others = [app.beside().await, app.beside().await];
        let before = changes::newest(&app.app.db).await.unwrap();
        for _ in 0..5 {
            changes::again(&app.app.db, &app.app.clock, &[late; 20]).await.unwrap();
            let (a, b, c) = tokio::join!(
                changes::settle(&app.app.db), changes::settle(&others[0]), changes::settle(&others[1])
            );
            a.and(b).and(c).unwrap();
        }
        let found = changes::after(&app.app.db, before, 1000).await.unwrap();
        let places: Vec<i64> = found.iter().map(|change| change.position).collect();
        assert_eq!(places.len(), 100);
        assert!(places.is_sorted_by(|a, b| a < b), "{places:?}");
        assert_eq!(changes::newest(&app.app.db).await.unwrap(), u64::try_from(places[99]).unwrap());
        for other in others {
            other.close().await.unwrap();
        }
    }

    async fn the_page_shows_hits_with_the_found_words_marked(app: TestApp) {
        app.import(&[fall()]).await;
        app.index().await;
        let page = app.get("/nb/sok?q=fall").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.has("<mark>fall</mark>"), "{}", page.body);
        assert!(page.has("1 treff"));
        assert!(page.has("value=\"fall\""));
        let none = app.get("/nb/sok?q=kvantefysikk").await;
        assert_eq!(none.status, StatusCode::OK);
        assert!(none.has("/nb/prosjekter"));
        let filtered = app.get("/nb/sok?q=fall&tema=fall&fylke=50&type=project&spraak=nb").await;
        assert!(filtered.has("1 treff"));
        assert!(app.get("/nb/sok?q=fall&type=news").await.has("href=\"/nb/sok?q=fall\""), "a way back");
    }

    async fn archived_items_are_found_only_when_asked_for(app: TestApp) {
        let mut old = fall();
        old["state"] = json!("archived");
        app.import(&[old]).await;
        app.index().await;
        assert_eq!(api(&app, "q=fall").await["total"], 0);
        assert_eq!(api(&app, "q=fall&archived=true").await["total"], 1);
        assert!(app.get("/nb/sok?q=fall&arkiv=1").await.has("Trygge netter"));
    }

    async fn what_did_not_work_is_one_choice(app: TestApp) {
        let with = |id: &str, outcome: &str| json!({
            "kind": "project", "external_id": id, "lang": "nb", "title": format!("Fall {id}"),
            "facts": { "outcome": outcome }
        });
        app.import(&[with("a", "improved"), with("b", "worse"), with("c", "no_change")]).await;
        app.index().await;
        let page = app.get("/nb/sok?q=fall").await;
        assert!(page.has("id=\"resultat-virket-ikke\""), "{}", page.body);
        let chosen = app.get("/nb/sok?q=fall&resultat=virket-ikke").await;
        assert!(chosen.has("2 treff") && chosen.has("</span>Virket ikke</a>"), "{}", chosen.body);
        assert!(!chosen.has("fall-a"));
        assert!(app.get("/nb/sok?q=fall&resultat=worse&type=project").await.has("1 treff"));
        assert_eq!(api(&app, "q=fall&outcome=did_not_work").await["total"], 2);
        let all = api(&app, "q=fall").await;
        assert_eq!(all["facets"]["outcome"], json!({ "improved": 1, "no_change": 1, "worse": 1 }));
        assert_eq!(all["facets"]["kind"]["project"], 3);
        let feed = app.get("/nb/sok.atom?q=fall&resultat=virket-ikke").await;
        assert!(feed.has("fall-b") && feed.has("fall-c") && !feed.has("fall-a"));
    }

    /// Why it is a hit is told in the reader's language, and so that they see where it stands.
    async fn what_a_hit_is_filed_under_is_told_in_the_readers_language(app: TestApp) {
        app.import(&[json!({
            "kind": "project", "external_id": "s", "lang": "nb", "title": "Ro om natta",
            "lead": "Det er stille der.", "themes": ["varsling-og-sensorer"]
        })])
        .await;
        app.index().await;
        let told = async |page: &str| {
            let body = app.get(page).await.body;
            let (_, rest) = body.split_once("class=\"tail quiet\">").unwrap_or_else(|| panic!("{page}: {body}"));
            rest.split_once("</p>").unwrap().0.to_owned()
        };
        let arrow = "<span aria-hidden=\"true\">›</span>";
        assert_eq!(
            told("/nb/sok?q=sensorer").await,
            format!("Står under: Velferdsteknologi {arrow} Varsling og <mark>sensorer</mark>")
        );
        // The theme above it shows what is meant by its part.
        assert_eq!(
            told("/nb/sok?q=velferdsteknologi").await,
            format!("Står under: <mark>Velferdsteknologi</mark> {arrow} Varsling og sensorer")
        );
        assert_eq!(
            told("/en/sok?q=sensorer").await,
            format!(
                "Filed under: Welfare technology {arrow} Alarms and sensors \
                 (<span lang=\"nb\">Varsling og <mark>sensorer</mark></span>)"
            )
        );
    }

    async fn a_misspelt_word_is_set_right_and_one_can_insist(app: TestApp) {
        app.import(&[json!({ "kind": "project", "external_id": "d", "lang": "nb", "title": "Demens hjemme" })]).await;
        app.index().await;
        let page = app.get("/nb/sok?q=demnes").await;
        assert!(page.has("1 treff") && page.has("Her er treff for <a href=\"/nb/sok?q=demens\">"), "{}", page.body);
        assert!(page.has("href=\"/nb/sok?q=demnes&#38;ordrett=1\""));
        let exact = app.get("/nb/sok?q=demnes&ordrett=1").await;
        assert!(exact.has("Mente du <a href=\"/nb/sok?q=demens\">"), "{}", exact.body);
        assert_eq!(api(&app, "q=demnes").await["meant"], "demens");
        assert_eq!(api(&app, "q=demnes&as_typed=true").await["total"], 0);
    }

    async fn right_words_are_never_set_right(app: TestApp) {
        let title = |id: &str, lang: &str, title: &str| json!({ "kind": "page", "external_id": id, "lang": lang, "title": title });
        app.import(&[
            title("a", "nb", "Senga er liten"), title("b", "nb", "Bidra til fiske i Verdal"),
            title("c", "en", "Beside the bed"), title("d", "nb", "Ferje til sogn"),
        ]).await;
        app.index().await;
        // Places of today and of before, with letters of their own or without, and with an -s.
        for name in ["Senja", "Senjas", "L%C3%B8ten", "Loten", "Vardal", "Giske", "Hidra", "Fedje", "Skogn"] {
            assert_eq!(api(&app, &format!("q={name}")).await["meant"], Value::Null, "{name}");
            assert!(!app.get(&format!("/nb/sok?q={name}")).await.has("Her er treff for"), "{name}");
        }
        let right = app.get("/en/sok?q=bedside").await;
        // Nor is it promised elsewhere, where it would be set right.
        assert!(!right.has("class=\"meant\"") && !right.has("class=\"ways-on\""), "{}", right.body);
        let set_right = app.get("/nb/sok?q=snega").await;
        assert!(set_right.has("Her er treff for <a href=\"/nb/sok?q=senga\">"), "{}", set_right.body);
        assert!(set_right.has("q=snega&#38;ordrett=1"), "{}", set_right.body);
    }

    async fn a_page_without_hits_knows_ways_on(app: TestApp) {
        let mut old = fall();
        old["external_id"] = json!("gammel");
        old["title"] = json!("Gamle snublesteiner");
        old["state"] = json!("archived");
        app.import(&[fall(), old]).await;
        app.index().await;
        let filtered = app.get("/nb/sok?q=fall&fylke=03").await;
        assert!(filtered.has("href=\"/nb/sok?q=fall\"") && filtered.has("Søk uten filtre: 1 treff"), "{}", filtered.body);
        assert!(filtered.has("href=\"/nb/fylker/03\""));
        let archived = app.get("/nb/sok?q=snublestein").await;
        assert!(archived.has("arkiv=1\">Søk også i det historiske arkivet: 1 treff"), "{}", archived.body);
        let quoted = app.get("/nb/sok?q=%22netter+trygge%22").await;
        assert!(quoted.has("Søk på ordene hver for seg: 1 treff"), "{}", quoted.body);
        let none = app.get("/nb/sok?q=qwxz+xyz").await;
        assert!(none.has("href=\"/nb/sentre\"") && none.has("href=\"/nb/tema/fall\""));
    }

    async fn what_is_alike_stands_at_the_foot(app: TestApp) {
        let project = |id: &str, lang: &str, title: &str, text: &str| json!({
            "kind": "project", "external_id": id, "lang": lang, "title": title,
            "facts": { "sections": { "results": text } }
        });
        let mut translated = project("a-nn", "nn", "Færre fall på natta", "Sensorar og nattrundar mot fall.");
        translated["translation_of"] = json!("a");
        app.import(&[
            project("a", "nb", "Færre fall om natta", "Sensorer og nattrunder mot fall."),
            translated,
            project("b", "nb", "Sensorer mot fall", "Nattrunder med sensorer mot fall."),
            project("c", "nb", "Ro ved måltidet", "Mat og drikke ved bordet."),
        ]).await;
        app.index().await;
        let page = app.get("/nb/prosjekter/faerre-fall-om-natta").await;
        assert!(page.has("id=\"lignende\"") && page.has("/nb/prosjekter/sensorer-mot-fall"), "{}", page.body);
        let alike = page.body.split("id=\"lignende\"").nth(1).unwrap();
        let alike = alike.split("</section>").next().unwrap();
        assert!(!alike.contains("faerre-fall-pa-natta") && !alike.contains("ro-ved-maltidet"));
        assert!(!app.get("/nb/prosjekter/ro-ved-maltidet").await.has("id=\"lignende\""));
    }

    async fn themes_have_their_page(app: TestApp) {
        app.import(&[fall()]).await;
        let themes = app.get("/nb/tema").await;
        assert!(themes.has("href=\"/nb/tema/fall\""));
    }
}

#[tokio::test]
async fn what_is_not_understood_is_told() {
    let app = TestApp::new(Engine::Sqlite).await;
    for query in [
        "kind=hus",
        "lang=de",
        "limit=abc",
        "limit=101",
        "offset=-1",
        "offset=10001",
        "archived=kanskje",
        "ukjent=1",
    ] {
        let answer = app.get(&format!("/api/v1/search?{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert_eq!(answer.header("content-type"), "application/problem+json; charset=utf-8");
        let told: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(told["status"], 422);
    }
    for query in ["tema=ingen", "fylke=99", "type=hus", "spraak=de", "side=0", "side=x", "arkiv=2"]
    {
        let answer = app.get(&format!("/nb/sok?{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(answer.has("<h1"), "{query}");
    }
    // What others hang on to a link is no fault of the reader's.
    assert_eq!(app.get("/nb/sok?q=fall&fbclid=abc").await.status, StatusCode::OK);
    assert_eq!(app.get("/nb/prosjekter?utm_source=brev").await.status, StatusCode::OK);
    assert_eq!(app.get("/nb/sok?side=99").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/nb/sok?side=99999").await.status, StatusCode::NOT_FOUND);
    app.end().await;
}

#[tokio::test]
async fn no_words_are_too_odd() {
    let app = TestApp::new(Engine::Sqlite).await;
    app.import(&[fall()]).await;
    app.index().await;
    let long = "fall ".repeat(500);
    for words in
        ["\"", "-", "a AND (", "*:*", "title:x", "🦀", "' OR 1=1 --", "<script>", long.trim()]
    {
        let query = crate::web::Query::default().with("q", words).to_string();
        let page = app.get(&format!("/nb/sok{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{words}");
        assert!(!page.has("<script>"), "{words}");
    }
    app.end().await;
}

#[tokio::test]
async fn the_limits_hold_and_say_when_to_come_back() {
    let limits = RateLimits {
        on: true,
        api_per_second: 1,
        api_burst: 2,
        searches_per_minute: 1,
        ..RateLimits::default()
    };
    let app = TestApp::with(Engine::Sqlite, limits).await.uncached();
    for _ in 0..2 {
        assert_eq!(app.get("/api/v1/search").await.status, StatusCode::OK);
    }
    let third = app.get("/api/v1/search").await;
    assert_eq!(third.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(third.header("retry-after"), "1");
    assert_eq!(app.get("/nb/sok").await.status, StatusCode::OK);
    let page = app.get("/nb/sok").await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.has("<h1"));
    let seconds = page.header("retry-after");
    let ending = if seconds == "1" { "" } else { "er" };
    assert!(page.has(&format!("om {seconds} sekund{ending}.")), "{seconds}: {}", page.body);
    app.end().await;
}

/// As another program on the same folder does while it writes.
fn hold_the_writer(folder: &std::path::Path) -> tantivy::IndexWriter {
    let mut versions = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let version = versions.find(|path| path.join("meta.json").is_file()).expect("an index");
    tantivy::Index::open_in_dir(version).unwrap().writer(20_000_000).unwrap()
}

#[tokio::test]
async fn a_change_that_could_not_be_written_is_written_later_also_after_a_restart() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await;
        let folder = Folder::new();
        let opened = || Index::open(folder.path(), &Site::default().search_facets()).unwrap().index;
        let copy = App { index: opened(), ..app.app.clone() };
        follow::begin(&copy).await.unwrap();
        let found = |copy: &App, words: &str| {
            let query = Query { words: words.to_owned(), as_typed: true, ..Query::default() };
            copy.index.search(&query).unwrap().total
        };
        let held = hold_the_writer(folder.path());
        app.import(&[fall()]).await;
        assert!(!follow::keep_up(&copy).await, "{engine:?}");
        assert!(copy.index.is_stuck());
        assert_eq!(found(&copy, "fall"), 0);
        // Another change comes in, and is not written in its place.
        app.import(&[
            json!({ "kind": "page", "external_id": "kake", "lang": "nb", "title": "Gulrotkake" }),
        ])
        .await;
        assert!(!follow::keep_up(&copy).await);
        drop(held);
        assert!(follow::keep_up(&copy).await);
        assert!(!copy.index.is_stuck());
        assert_eq!((found(&copy, "fall"), found(&copy, "gulrotkake")), (1, 1));
        // The program ends while nothing can be written.
        let held = hold_the_writer(folder.path());
        let mut changed = fall();
        changed["title"] = json!("Trekkfugler");
        app.import(&[changed]).await;
        assert!(!follow::keep_up(&copy).await);
        drop((copy, held));
        let copy = App { index: opened(), ..app.app.clone() };
        follow::begin(&copy).await.unwrap();
        assert!(follow::keep_up(&copy).await);
        assert_eq!(found(&copy, "trekkfugler"), 1, "{engine:?}");
        app.end().await;
    }
}

#[tokio::test]
async fn the_open_api_is_described_on_the_site() {
    let app = TestApp::new(Engine::Sqlite).await;
    for lang in ["nb", "nn", "se", "en"] {
        let page = app.get(&format!("/{lang}/api")).await;
        assert_eq!(page.status, StatusCode::OK, "{lang}");
        for told in ["The open API</h1>", "/api/v1/search", "/api/v1/centres", "prosjekter.csv"] {
            assert!(page.has(told), "{lang} {told}");
        }
        assert!(!page.has(".md"), "it leads to no file of the repository");
        assert!(app.get(&format!("/{lang}/")).await.has(&format!("href=\"/{lang}/api\"")));
    }
    app.end().await;
}
