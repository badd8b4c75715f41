//! The examples go in, are marked, and name no one.

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use serde_json::Value;

use super::{ITEMS, ROOM, clear, fill};
use crate::config::{RateLimits, Settings};
use crate::people::persons;
use crate::rights::RoleKind;
use crate::site::Site;
use crate::testing::{Browser, Engine, Folder, TestApp, both_engines};
use crate::work::work_entity;

both_engines! {
    async fn every_example_goes_in_and_has_its_page(app: TestApp) {
        fill(&app.app).await.unwrap();
        let mut examples = 0;
        for line in ITEMS.lines() {
            let item: Value = serde_json::from_str(line).unwrap();
            let id = item["external_id"].as_str().unwrap();
            let found = crate::items::read::by_external_id(&app.app.db, id).await.unwrap().unwrap();
            let there = app.get(&format!("/id/{}", found.id)).await;
            let page = app.get(there.header("location")).await;
            assert_eq!(page.status, StatusCode::OK, "{id}");
            if item["example"] == true {
                examples += 1;
                assert!(page.has("data-kind=\"example\""), "{id}");
            }
            if let Some(email) = item["contact"]["email"].as_str() {
                assert!(email.ends_with("@example.org"), "{id}");
                assert!(!page.has(email), "{id}");
            }
        }
        assert!(examples >= 40, "{examples}");
        // Three teams, whose charts are on the public pages and in their workspace.
        let succeeded = app.get("/nb/prosjekter/lyset-langs-gulvlisten").await;
        for text in ["Målet og tallene", "<svg", "Sko med hælen mot senga", "tall.csv"] {
            assert!(succeeded.has(text), "{text}: {}", succeeded.body);
        }
        assert!(!succeeded.has("ikke noe tydelig signal"), "{}", succeeded.body);
        assert_eq!(work_entity::Entity::find().all(&app.app.db).await.unwrap().len(), 3);
        // A tool and a package that others begin from.
        for page in ["verktoy/huskeliste-for-kveldsrunden", "opplaeringspakker/ro-rundt-bordet"] {
            assert!(app.get(&format!("/nb/{page}")).await.has("sett-i-gang%3Ffra%3D"), "{page}");
        }
        // What is said only in an attachment is found, with its page.
        assert_eq!(app.read_files().await, 3);
        app.index().await;
        let found = app.get("/nb/sok?q=svelgvansker").await;
        let place = "I vedlegget «Når maten blir stående: veileder til samtalen» (PDF), side 4";
        assert!(found.has(place) && found.has("#page=4"), "{}", found.body);
        let centre = app.get("/nb/sentre/usht-hedmark").await;
        for text in ["data-kind=\"example\"", "Sykehuset Innlandet", "Møte i rådet", "usht-hedmark/kontakt"] {
            assert!(centre.has(text), "{text}");
        }
        assert!(!centre.has("@example.org"));
        let form = app.get("/nb/sentre/usht-hedmark/kontakt").await;
        assert!(form.has("leder av senteret") && !form.has("@example.org"));
    }
}

#[test]
fn a_folder_that_the_demo_did_not_make_is_left_alone() {
    let folder = Folder::new();
    std::fs::write(folder.path().join("viktig.txt"), "behold").unwrap();
    let common =
        crate::config::Common { data_dir: Some(folder.path().to_owned()), ..Default::default() };
    let settings = Settings::read(&common, &crate::config::Serving::default()).unwrap();
    assert!(clear(&settings).unwrap_err().contains("did not make"));
    assert!(folder.path().join("viktig.txt").exists());
    std::fs::remove_file(folder.path().join("viktig.txt")).unwrap();
    clear(&settings).unwrap();
    std::fs::write(folder.path().join("padriver.db"), "gammel").unwrap();
    clear(&settings).unwrap();
    assert!(!folder.path().join("padriver.db").exists());
}

const PEOPLE: &str = "/nb/eksempelfolk";

#[tokio::test]
async fn a_team_that_succeeded_shows_all_that_a_team_keeps() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let limits = RateLimits { on: false, ..RateLimits::default() };
        let app = TestApp::of(Site::default().with(&ROOM), engine, limits).await;
        fill(&app.app).await.unwrap();
        let mut lead = Browser::new(&app);
        lead.post(PEOPLE, &[("rolle", "team_lead")]).await;
        let list = lead.get("/nb/arbeid").await;
        let row = list.body.split("<li").find(|row| row.contains("Lyset langs gulvlisten"));
        let (_, work) = row.expect("the work").split_once("/nb/arbeid/").unwrap();
        let work = format!("/nb/arbeid/{}", work.split('"').next().unwrap());
        for (page, told) in [
            (
                "",
                &["Mona Eksempel", "Måleansvarlig", "Leder som står bak", "Helseutvalget", "4,5"][..],
            ),
            ("/team", &["Representant for brukere eller pårørende", "Siri Eksempel"]),
            ("/logg", &["Beboerrådet valgte fargen", "Siste møte"]),
            ("/oppgaver", &["Skrive huskelisten for kveldsrunden"]),
            ("/forankring", &["Virksomhetsleder", "Førti minutter i uka"]),
            ("/medvirkning", &["En pårørende var med på møtene"]),
            ("/drivere", &["Lyslist fra seng til bad på ni rom"]),
            ("/deling", &["Det som er publisert, kan alle lese.", "Les den offentlige siden"]),
        ] {
            let answer = lead.get(&format!("{work}{page}")).await;
            for told in told {
                assert!(answer.has(told), "{page} {told}: {}", answer.body);
            }
        }
        // What is finished suggests what comes after, and asks for nothing more.
        let page = lead.get(&work).await;
        assert!(
            page.has("Arbeidet er delt med alle") && page.has("ingen utprøving pågår"),
            "{}",
            page.body
        );
        for asked in ["Foreslått nå", "Begynn med noe lite", "Legg inn tallet for"] {
            assert!(!page.has(asked), "{asked}: {}", page.body);
        }
        let numbers = lead.get(&format!("{work}/tall")).await;
        assert!(numbers.has("ikke spurt om flere tall"), "{}", numbers.body);
        assert!(
            !numbers.has("Tell mens det skjer") && !numbers.has("Eldre som mangler"),
            "{}",
            numbers.body
        );
        // An adopter has numbers beside, and who took part is counted, as examples.
        let others = app.get("/nb/prosjekter/lyset-langs-gulvlisten/i-bruk").await;
        for told in ["Tallene ved siden av hverandre", "Granlia omsorgssenter", "Lia bo- og"] {
            assert!(others.has(told), "{told}: {}", others.body);
        }
        let counted = app.get("/nb/medvirkning").await;
        let all = "Alle publiserte arbeid</th><td>3</td><td>2</td><td>1</td><td>2</td>";
        assert!(counted.has(all) && counted.has("eksempler som er talt"), "{}", counted.body);
        // One that goes on into the next year has nobody in it yet.
        assert!(counted.has("2026</th>") && !counted.has("2027</th>"), "{}", counted.body);
        app.end().await;
    }
}

#[tokio::test]
async fn in_the_demo_one_click_makes_one_any_of_the_example_people() {
    let limits = RateLimits { on: false, ..RateLimits::default() };
    let app = TestApp::of(Site::default().with(&ROOM), Engine::Sqlite, limits).await;
    for _ in 0..2 {
        fill(&app.app).await.unwrap();
    }
    assert_eq!(persons::all(&app.app.db).await.unwrap().len(), RoleKind::ALL.len());
    let mut browser = Browser::new(&app);
    let page = browser.get(PEOPLE).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.has("href=\"/nb/eksempelfolk\""), "it is in the menu");
    for kind in RoleKind::ALL {
        assert!(page.has(&format!("name=\"rolle\" value=\"{}\"", kind.name())), "{kind:?}");
        let entered = browser.post(PEOPLE, &[("rolle", kind.name())]).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.body);
        let mine = browser.get("/nb/min-side").await;
        assert!(mine.has(&format!("{}@example.org", kind.name())), "{kind:?}: {}", mine.body);
        assert!(!mine.has("Du har ingen roller ennå"), "{kind:?}");
        let access = browser.get("/nb/tilgang").await.status;
        let may = matches!(kind, RoleKind::Coordinator | RoleKind::Administrator);
        assert_eq!(access == StatusCode::OK, may, "{kind:?}");
    }
    let nobody = browser.post(PEOPLE, &[("rolle", "konge")]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.end().await;
}

#[tokio::test]
async fn nothing_but_the_demo_has_that_page() {
    let app = TestApp::new(Engine::Sqlite).await;
    fill(&app.app).await.unwrap();
    let mut browser = Browser::new(&app);
    assert_eq!(browser.get(PEOPLE).await.status, StatusCode::NOT_FOUND);
    let answer = browser.post(PEOPLE, &[("rolle", "administrator")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(browser.cookies.is_empty());
    app.end().await;
}
