//! A text in its languages: begun beside the original, marked until it is looked through, told of when the
//! original moves on.

use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::{GEIR, OLA, RITA, centres, person, pressed, retired, write};
use crate::items::read;
use crate::rights::RoleKind::{Coordinator, Editor, Reviewer};
use crate::testing::{Answer, Browser, TestApp, both_engines};

/// A reviewer has taken a second step.
async fn reviewer(app: &TestApp, at: Uuid) -> Browser<'_> {
    person(app, GEIR, Some((Reviewer, Some(at)))).await
}

async fn original(app: &TestApp, body: &str) -> Uuid {
    app.import(&[
        json!({ "kind": "news", "external_id": "a", "lang": "nb", "title": "Samling i mars",
        "lead": "Vi sees.", "body": body, "centre": "usht-hedmark", "published_at": "2026-01-01" }),
    ])
    .await;
    read::by_external_id(&app.app.db, "a").await.unwrap().unwrap().id
}

async fn begin(browser: &mut Browser<'_>, of: Uuid, fields: &[(&str, &str)]) -> Answer {
    let fields: Vec<(&str, &str)> = [("gjor", "oversett")].iter().chain(fields).copied().collect();
    browser.post(&format!("/nb/skriv/{of}/sprak"), &fields).await
}

const NYNORSK: [(&str, &str); 3] =
    [("til", "nn"), ("tittel", "Samling til sommaren"), ("maate", "machine")];

/// Presses a button of the page of languages.
async fn say(browser: &mut Browser<'_>, page: &str, what: &str) {
    let languages = format!("{page}/sprak");
    let number = browser.get(&languages).await.field("versjon").to_owned();
    let said = browser.post(&languages, &[("versjon", &number), ("gjor", what)]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{what}: {}", said.body);
    assert_eq!(said.header("location"), format!("{languages}?gjort={what}"));
    let told = browser.get(said.header("location")).await;
    assert!(told.has("som en ny utgave"), "that it is to be handed in is told: {}", told.body);
}

async fn publish(rita: &mut Browser<'_>, geir: &mut Browser<'_>, page: &str) {
    pressed(rita, page, "send-inn").await;
    pressed(geir, page, "godkjenn").await;
    pressed(rita, page, "publiser").await;
}

both_engines! {
    async fn a_translation_is_made_beside_its_original_and_follows_it(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let of = original(&app, "Ta med matpakke.").await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = reviewer(&app, here).await;
        assert!(rita.get("/nb/nyheter/samling-i-mars").await.has(&format!("/nb/skriv/{of}/sprak")));
        let begun = begin(&mut rita, of, &NYNORSK).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let page = begun.header("location").to_owned();
        let beside = rita.get(&page).await;
        assert!(beside.has("id=\"original\"") && beside.has("Ta med matpakke."), "{}", beside.body);
        // Nothing of it is public, and nobody begins the same once more.
        assert!(!app.get("/nn/nyheter/samling-i-mars").await.has("Samling til sommaren"));
        assert_eq!(begin(&mut rita, of, &NYNORSK).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("title", "Samling til sommaren"), ("lead", "Vi møtest."),
            ("body", "Ta med niste."), ("lang", "nn"), ("centre", centre.as_str())];
        assert_eq!(write(&mut rita, &page, &fields).await.status, StatusCode::SEE_OTHER);
        publish(&mut rita, &mut geir, &page).await;
        let public = app.get("/nn/nyheter/samling-til-sommaren").await;
        assert!(public.status == StatusCode::OK && public.has("omsett av eit program"), "{}", public.body);
        // Who changes the language of the page comes to the text in that language.
        let there = "href=\"/nn/nyheter/samling-til-sommaren\" lang=\"nn\"";
        assert!(app.get("/nb/nyheter/samling-i-mars").await.has(there));
        assert!(public.has("href=\"/nb/nyheter/samling-i-mars\" lang=\"nb\""));
        assert!(!public.has("Originalen er endra"));
        // The original moves on.
        app.app.clock.advance(time::Duration::minutes(5));
        original(&app, "Ta med matpakke og sekk.").await;
        assert!(app.get("/nn/nyheter/samling-til-sommaren").await.has("Originalen er endra"));
        assert!(rita.get(&page).await.has("Originalen er publisert på nytt"));
        let changed = rita.get(&format!("{page}/sprak")).await;
        assert!(changed.has("<ins>") && changed.has(" og sekk"), "{}", changed.body);
        say(&mut rita, &page, "folger").await;
        say(&mut rita, &page, "gjennomgatt").await;
        // Until that is published readers are told what they were.
        assert!(app.get("/nn/nyheter/samling-til-sommaren").await.has("omsett av eit program"));
        publish(&mut rita, &mut geir, &page).await;
        let public = app.get("/nn/nyheter/samling-til-sommaren").await;
        assert!(public.has("Ta med niste.") && !public.has("omsett av eit program") && !public.has("Originalen er endra"), "{}", public.body);
    }

    async fn a_number_in_the_title_of_a_translation_is_told_at_once(app: TestApp) {
        let of = original(&app, "Ta med matpakke.").await;
        let mut ola = person(&app, OLA, None).await;
        let mut fields = NYNORSK.to_vec();
        fields.retain(|(name, _)| *name != "tittel");
        fields.push(("tittel", "Konto 03851598730"));
        let begun = begin(&mut ola, of, &fields).await;
        assert!(begun.header("location").ends_with("?skjult=title"), "{}", begun.body);
        let shown = ola.get(begun.header("location")).await;
        assert!(shown.has("Noe er skjult") && shown.has("Konto •••••••••••"), "{}", shown.body);
    }

    async fn whoever_can_read_a_text_may_begin_and_nobody_else(app: TestApp) {
        let [here, _] = centres(&app).await;
        let of = original(&app, "Ta med matpakke.").await;
        let mut ola = person(&app, OLA, None).await;
        for (field, wrong) in [("til", "nb"), ("tittel", ""), ("maate", "trylleri")] {
            let fields: Vec<(&str, &str)> =
                NYNORSK.into_iter().map(|(name, value)| if name == field { (name, wrong) } else { (name, value) }).collect();
            let refused = begin(&mut ola, of, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(field == "tittel" || refused.has("value=\"Samling til sommaren\""), "{}", refused.body);
        }
        // Theirs alone, in no centre's name.
        let page = begin(&mut ola, of, &NYNORSK).await.header("location").to_owned();
        assert_eq!(ola.get(&page).await.status, StatusCode::OK);
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        assert_eq!(rita.get(&page).await.status, StatusCode::FORBIDDEN);
        let seen = rita.get(&format!("/nb/skriv/{of}/sprak")).await;
        assert!(seen.has("Nynorsk") && !seen.has("Samling til sommaren"), "{}", seen.body);
        // A text that nobody has published is told of to nobody.
        assert_eq!(rita.get(&format!("{page}/sprak")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(rita.post(&format!("{page}/sprak"), &[("gjor", "gjennomgatt"), ("versjon", "1")]).await.status, StatusCode::FORBIDDEN);
        let late = ola.post(&format!("{page}/sprak"), &[("gjor", "gjennomgatt"), ("versjon", "7")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        for nonsense in [vec![("gjor", "alt")], vec![("gjor", "folger")], Vec::new()] {
            let answer = ola.post(&format!("{page}/sprak"), &nonsense).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{nonsense:?}");
        }
    }

    async fn what_is_not_translated_is_told_and_not_counted(app: TestApp) {
        let [here, _] = centres(&app).await;
        let of = original(&app, "Ta med matpakke og sekk til turen.").await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = reviewer(&app, here).await;
        let page = begin(&mut rita, of, &NYNORSK).await.header("location").to_owned();
        let met = "På plass:</strong> En oversettelse som sier det samme";
        for shown in [rita.get(&page).await, rita.get(&format!("{page}/steg")).await] {
            assert!(shown.has("er ikke oversatt") && !shown.has(met), "{}", shown.body);
        }
        assert!(rita.get(&format!("{page}/sprak")).await.has("de samme ordene som originalen"));
        publish(&mut rita, &mut geir, &page).await;
        let knut = "knut@nettverket.example.org";
        let mut knut = person(&app, knut, Some((Coordinator, None))).await;
        let table = knut.get("/nb/malform.csv").await;
        assert!(table.has(";Nynorsk;1;3\n"), "the title alone: {}", table.body);
        let centre = here.to_string();
        let fields = [("title", "Samling til sommaren"), ("lead", "Vi møtest."),
            ("body", "Hugs niste og ryggsekk til turen."), ("lang", "nn"), ("centre", centre.as_str())];
        assert_eq!(write(&mut rita, &page, &fields).await.status, StatusCode::SEE_OTHER);
        assert!(rita.get(&format!("{page}/steg")).await.has(met));
        publish(&mut rita, &mut geir, &page).await;
        let table = knut.get("/nb/malform.csv").await;
        assert!(table.has(";Nynorsk;1;11\n"), "{}", table.body);
    }

    async fn a_title_that_is_the_same_in_both_languages_is_no_fault(app: TestApp) {
        let [here, _] = centres(&app).await;
        let title = "Livsglede for eldre Hamar";
        app.import(&[json!({ "kind": "news", "external_id": "a", "lang": "nb", "title": title,
            "lead": "Vi sees.", "body": "Ta med matpakke og sekk til turen.", "centre": "usht-hedmark",
            "published_at": "2026-01-01" })])
        .await;
        let of = read::by_external_id(&app.app.db, "a").await.unwrap().unwrap().id;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let begun = begin(&mut rita, of, &[("til", "nn"), ("tittel", title), ("maate", "machine")]).await;
        let page = begun.header("location").to_owned();
        // As long as nothing is translated, the title is not either.
        assert!(rita.get(&format!("{page}/steg")).await.has("«Tittel» er ikke oversatt"));
        let centre = here.to_string();
        let fields = [("title", title), ("lead", "Vi møtest."), ("lang", "nn"), ("centre", centre.as_str()),
            ("body", "Hugs niste og ryggsekk til turen.")];
        assert_eq!(write(&mut rita, &page, &fields).await.status, StatusCode::SEE_OTHER);
        let steps = rita.get(&format!("{page}/steg")).await;
        assert!(steps.has("På plass:</strong> «Tittel» står som i originalen") && !steps.has("er ikke oversatt"), "{}", steps.body);
        assert!(steps.has("På plass:</strong> En oversettelse som sier det samme"), "{}", steps.body);
        assert!(!rita.get(&format!("{page}/sprak")).await.has("de samme ordene som originalen"));
    }

    async fn who_looks_after_a_translation_is_told_that_its_original_moved_on(app: TestApp) {
        let [here, _] = centres(&app).await;
        let of = original(&app, "Ta med matpakke.").await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = reviewer(&app, here).await;
        let page = begin(&mut rita, of, &NYNORSK).await.header("location").to_owned();
        publish(&mut rita, &mut geir, &page).await;
        let told = "Originalen er endret, så oversettelsen";
        assert!(!rita.get("/nb/min-side").await.has(told));
        app.app.clock.advance(time::Duration::minutes(5));
        original(&app, "Ta med matpakke og sekk.").await;
        let mine = rita.get("/nb/min-side").await;
        assert!(mine.has(told) && mine.has(&format!("{page}/sprak#endret")), "{}", mine.body);
        assert!(!geir.get("/nb/min-side").await.has(told));
        let mut ola = person(&app, OLA, Some((Editor, Some(here)))).await;
        assert!(ola.get("/nb/min-side").await.has(told), "who keeps it is told as well");
        assert!(rita.get(&format!("/nb/skriv/{of}/sprak")).await.has("Originalen er endret"));
        // It is on its way again.
        say(&mut rita, &page, "folger").await;
        assert!(!rita.get("/nb/min-side").await.has(told));
    }

    async fn readers_of_a_translation_are_told_what_became_of_its_original(app: TestApp) {
        let [here, _] = centres(&app).await;
        let of = original(&app, "Ta med matpakke.").await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = reviewer(&app, here).await;
        let page = begin(&mut rita, of, &NYNORSK).await.header("location").to_owned();
        publish(&mut rita, &mut geir, &page).await;
        let (of, there) = (format!("/nb/skriv/{of}"), "/nn/nyheter/samling-til-sommaren");
        let told = "men leserne har oversettelsen som før";
        let labels = [("arkiver", "Originalen er i arkivet"), ("trekk", "Originalen er trekt tilbake")];
        for (button, label) in labels {
            assert!(!app.get(there).await.has(label), "{button}");
            // Whoever does it is told what stands, and where it is taken away in its turn.
            let asked = rita.get(&format!("{of}/steg?spor={button}")).await;
            assert!(asked.has("Disse oversettelsene blir stående"), "{}", asked.body);
            assert!(asked.has(&format!("href=\"{page}/steg\"")), "{}", asked.body);
            retired(&mut rita, &of, button).await;
            let shown = app.get(there).await;
            assert!(shown.status == StatusCode::OK && shown.has(label), "{button}: {}", shown.body);
            // Who may do the same with the translation is told of it, and nobody else.
            let mine = rita.get("/nb/min-side").await;
            assert!(mine.has(told) && mine.has(&format!("href=\"{page}/steg\"")), "{}", mine.body);
            assert!(!geir.get("/nb/min-side").await.has(told));
        }
        pressed(&mut rita, &of, "hent-fram").await;
        assert!(!app.get(there).await.has("Originalen er trekt tilbake"));
        assert!(!rita.get("/nb/min-side").await.has(told));
        retired(&mut rita, &page, "trekk").await;
        let asked = rita.get(&format!("{of}/steg?spor=trekk")).await;
        assert!(!asked.has("Disse oversettelsene blir stående"), "{}", asked.body);
    }
}
