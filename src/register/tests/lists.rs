//! Themes, synonyms, the front page's choice and the standing pages.

use axum::http::StatusCode;
use serde_json::json;

use super::{KARI, coordinator, get, on_both, post};
use crate::find::synonyms;
use crate::items::read;
use crate::testing::TestApp;

async fn filled(app: &TestApp) {
    app.import(&[json!({
        "kind": "project", "external_id": "p", "lang": "nb", "title": "Nattlys", "themes": ["trygge-netter"]
    })])
    .await;
    app.index().await;
}

/// The fields of the form of a theme, with the mark that the page carries.
fn theme<'a>(
    seen: &'a str,
    nb: &'a str,
    slug: &'a str,
    parent: &'a str,
) -> Vec<(&'a str, &'a str)> {
    vec![
        ("sett", seen),
        ("nb", nb),
        ("nn", "Trygge netter"),
        ("en", "Safe nights"),
        ("overtema", parent),
        ("adresse", slug),
        ("note_nb", "Om å sove trygt, ikke om fall."),
    ]
}

#[tokio::test]
async fn centres_of_today_stand_apart_from_those_before_and_are_looked_for() {
    on_both(async |app| {
        let who = coordinator();
        let page = get(app, &who, "/nb/register").await;
        let (_, list) = page.body.split_once("id=\"sentre\"").expect("the centres");
        let (now, rest) = list.split_once("id=\"tidligere\"").expect("those before");
        let (before, _) = rest.split_once("</section>").unwrap();
        let old = "Undervisningshjemmetjenesten Akershus";
        assert!(!now.contains(old) && before.contains(old), "{before}");
        let (_, of_old) = before.split_once(old).unwrap();
        let (years, _) = of_old.split_once("</li>").unwrap();
        assert!(years.contains("–"), "from when until when: {years}");
        let found = get(app, &who, "/nb/register?senter=AKERSHUS").await;
        assert!(found.has(old) && !found.has("Undervisningshjemmetjenesten Aust-Agder"));
        let none = get(app, &who, "/nb/register?senter=ingenting").await;
        assert!(none.has("Ingenting her har det du leter etter."), "{}", none.body);
    })
    .await;
}

#[tokio::test]
async fn a_theme_is_named_moved_and_described_and_its_address_leads_on() {
    on_both(async |app| {
        filled(app).await;
        let (who, path) = (coordinator(), "/nb/register/tema/trygge-netter");
        let page = get(app, &who, path).await;
        let seen = page.field("sett").to_owned();
        let made = post(app, &who, path, &theme(&seen, "Rolige netter", "rolige-netter", "")).await;
        assert_eq!(
            made.header("location"),
            "/nb/register/tema/rolige-netter?gjort=lagret",
            "{}",
            made.body
        );
        app.run_jobs().await;
        assert_eq!(
            app.get("/nb/tema/trygge-netter").await.header("location"),
            "/nb/tema/rolige-netter"
        );
        let public = app.get("/nb/tema/rolige-netter").await;
        assert!(
            public.has("Rolige netter") && public.has("Om å sove trygt") && public.has("Nattlys")
        );
        assert!(!app.get("/nb/tema/fall").await.has("Nattlys"), "it is no part of it any more");
        // What another has changed meanwhile is not written over.
        let path = "/nb/register/tema/rolige-netter";
        let stale =
            post(app, &who, path, &theme(&seen, "Uten å ha sett", "rolige-netter", "")).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert!(stale.has("Uten å ha sett") && stale.has("Rolige netter"), "{}", stale.body);
        assert!(stale.has("<title>Feil:") && stale.has("role=\"alert\""), "it is said first");
        let seen = stale.field("sett").to_owned();
        let taken = post(app, &who, path, &theme(&seen, "Rolige netter", "demens", "")).await;
        assert!(
            taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.has("har hørt"),
            "{}",
            taken.body
        );
        let alike = post(app, &who, path, &theme(&seen, "Fall", "rolige-netter", "")).await;
        assert_eq!(alike.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", alike.body);
        assert!(alike.has("heter det samme") && alike.has("href=\"#nb\""), "{}", alike.body);
        let nobody = post(app, &format!("{KARI} editor"), path, &[]).await;
        assert_eq!(nobody.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn a_theme_is_merged_by_who_is_sure_and_not_while_it_has_parts() {
    on_both(async |app| {
        filled(app).await;
        let (who, path) = (coordinator(), "/nb/register/tema/trygge-netter");
        let seen = get(app, &who, path).await.field("sett").to_owned();
        let merged =
            post(app, &who, &format!("{path}/bort"), &[("sett", &seen), ("inn_i", "demens")]).await;
        assert!(
            merged.status == StatusCode::UNPROCESSABLE_ENTITY && merged.has("href=\"#sikker\""),
            "what is not taken back is asked about: {}",
            merged.body
        );
        assert!(merged.has("<option value=\"demens\" selected"), "{}", merged.body);
        let sure = [("sett", seen.as_str()), ("inn_i", "demens"), ("sikker", "true")];
        let merged = post(app, &who, &format!("{path}/bort"), &sure).await;
        assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.body);
        app.run_jobs().await;
        assert!(app.get("/nb/tema/demens").await.has("Nattlys"));
        let parts = get(app, &who, "/nb/register/tema/fall").await.field("sett").to_owned();
        let refused = post(
            app,
            &who,
            "/nb/register/tema/fall/bort",
            &[("sett", &parts), ("legg_ned", "ja"), ("sikker", "true")],
        )
        .await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.has("Temaet har deler"),
            "{}",
            refused.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_new_theme_needs_its_names() {
    on_both(async |app| {
        let (who, path) = (coordinator(), "/nb/register/nytt-tema");
        let half = post(app, &who, path, &[("nb", "Gulv")]).await;
        assert!(half.status == StatusCode::UNPROCESSABLE_ENTITY && half.has("Gulv"));
        let whole = [("nb", "Gulv"), ("nn", "Golv"), ("en", "Floors"), ("overtema", "fall")];
        let made = post(app, &who, path, &whole).await;
        assert_eq!(made.header("location"), "/nb/register/tema/gulv?gjort=lagret", "{}", made.body);
        assert!(app.get("/nn/tema/gulv").await.has("Golv"));
    })
    .await;
}

#[tokio::test]
async fn a_pair_of_synonyms_stands_against_the_next_file() {
    on_both(async |app| {
        let (who, path) = (coordinator(), "/nb/register/synonymer");
        let pair =
            [("ord", "kontor"), ("synonym", "arbeidsplass"), ("slag", "same"), ("source", "Oss")];
        let added = post(app, &who, path, &pair).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
        let again = post(app, &who, path, &pair).await;
        assert!(
            again.status == StatusCode::UNPROCESSABLE_ENTITY && again.has("står i listen fra før")
        );
        let same = post(
            app,
            &who,
            path,
            &[("ord", "kontor"), ("synonym", "Kontor"), ("slag", "same"), ("source", "Oss")],
        )
        .await;
        assert!(same.status == StatusCode::UNPROCESSABLE_ENTITY && same.has("det samme ordet"));
        // A pair of the file is taken away.
        let (db, clock) = (&app.app.db, &app.app.clock);
        let shipped = synonyms::shipped(clock).unwrap();
        let first = shipped.first().unwrap();
        let sought = format!(
            "{path}?sok={}",
            form_urlencoded::byte_serialize(first.term.as_bytes()).collect::<String>()
        );
        let page = get(app, &who, &sought).await;
        let mark = page
            .body
            .split("name=\"ta_bort\" value=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        let taken = post(app, &who, path, &[("ta_bort", &mark)]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert_eq!(post(app, &who, path, &[("ta_bort", &mark)]).await.status, StatusCode::CONFLICT);
        let done = synonyms::import(db, clock, &shipped, false).await.unwrap().unwrap();
        assert_eq!((done.kept, done.left_out), (1, 1));
        let all = synonyms::all(db).await.unwrap();
        assert!(all.iter().any(|pair| pair.term == "kontor"));
        assert_eq!(all.len(), shipped.len());
        let forced = synonyms::import(db, clock, &shipped, true).await.unwrap().unwrap();
        assert_eq!((forced.kept, forced.left_out), (0, 0));
        assert_eq!(synonyms::all(db).await.unwrap(), shipped);
    })
    .await;
}

#[tokio::test]
async fn what_is_chosen_stands_on_the_front_page() {
    on_both(async |app| {
        filled(app).await;
        let (who, path) = (coordinator(), "/nb/register/forsiden");
        let front = app.get("/nb/").await;
        assert!(!front.has("id=\"valgt\"") && front.has("id=\"nye\""), "{}", front.body);
        let unknown =
            post(app, &who, path, &[("sett", "0"), ("sider", "/nb/prosjekter/finnes-ikke")]).await;
        assert!(unknown.status == StatusCode::UNPROCESSABLE_ENTITY && unknown.has("finnes-ikke"));
        let address = "https://padriver.example/nb/prosjekter/nattlys";
        let chosen = post(app, &who, path, &[("sett", "0"), ("sider", address)]).await;
        assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.body);
        let front = app.get("/nb/").await;
        assert!(front.has("id=\"valgt\""), "{}", front.body);
        assert!(!front.has("id=\"nye\""), "it stands there once: {}", front.body);
        let stale = post(app, &who, path, &[("sett", "0"), ("sider", "")]).await;
        assert!(stale.status == StatusCode::CONFLICT && stale.has("/nb/prosjekter/nattlys"));
        assert!(get(app, &who, path).await.has("Nattlys"), "the history tells it by its title");
        let none = post(app, &who, path, &[("sett", "1"), ("sider", "")]).await;
        assert_eq!(none.status, StatusCode::SEE_OTHER, "{}", none.body);
        assert!(!app.get("/nb/").await.has("id=\"valgt\""));
    })
    .await;
}

#[tokio::test]
async fn standing_pages_are_begun_in_each_language_at_the_address_of_the_foot() {
    on_both(async |app| {
        let (who, path) = (coordinator(), "/nb/register/tekster");
        assert!(get(app, &who, path).await.has("Begynn å skrive"));
        let begun = post(app, &who, path, &[("tekst", "om"), ("sprak", "nb")]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let place = begun.header("location").to_owned();
        assert!(place.starts_with("/nb/skriv/"));
        let again = post(app, &who, path, &[("tekst", "om"), ("sprak", "nb")]).await;
        assert_eq!(again.header("location"), place, "it is begun once");
        let other = post(app, &who, path, &[("tekst", "om"), ("sprak", "nn")]).await;
        assert_ne!(other.header("location"), place);
        let page = get(app, &who, path).await;
        assert!(
            page.has(&place) && page.has("utkast") && page.has("Om nettstaden"),
            "{}",
            page.body
        );
        let strange = post(app, &who, path, &[("tekst", "noe"), ("sprak", "nb")]).await;
        assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_standing_page_is_translated_from_what_readers_have() {
    on_both(async |app| {
        app.import(&[
            json!({ "kind": "page", "external_id": "om", "lang": "nb", "title": "Om", "body": "Vi er her.",
            "published_at": "2026-01-10" }),
        ])
        .await;
        let (who, db) = (coordinator(), &app.app.db);
        let original = read::by_address(db, "page", "om").await.unwrap().unwrap().id;
        let draft = [("versjon", "1"), ("hvem", KARI), ("title", "Om oss"), ("lang", "nb")];
        let saved = post(app, &who, &format!("/nb/skriv/{original}"), &draft).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let asked = [("tekst", "om"), ("sprak", "nn")];
        let begun = post(app, &who, "/nb/register/tekster", &asked).await;
        let page = begun.header("location").rsplit('/').next().unwrap().parse().unwrap();
        let page = read::by_id(db, page).await.unwrap().unwrap();
        // Once the draft is public, the translation is known to lag behind.
        assert_eq!((page.original_id, page.original_revision), (Some(original), Some(1)));
    })
    .await;
}
