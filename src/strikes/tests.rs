//! An administrator finds, looks and strikes: with a reason, in two steps, and readers see the gap.

use axum::http::StatusCode;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::centres::Network;
use crate::extract::tests::made;
use crate::items::read;
use crate::people::audit::Search;
use crate::people::{What, places};
use crate::rights::RoleKind;
use crate::testing::{Browser, TestApp, both_engines};
use crate::themes::{ThemeNames, notes};
use crate::work::{work_change, work_entity};

const ANNE: &str = "anne@nettverket.example.org";
const SIRI: &str = "siri@usht.example.org";
const CENTRE: &str = "usht-oslo";
const OUTSIDE: &str = "/nb/stryk/annet";
/// Synthetic, from the tax authority's own samples.
const NUMBER: &str = "30908299902";

fn line(body: &str) -> Value {
    json!({
        "kind": "page", "external_id": "p1", "lang": "nb", "title": "Nattevakt", "body": body,
        "published_at": "2026-01-10"
    })
}

async fn anne(app: &TestApp) -> Browser<'_> {
    Browser::with_role(app, ANNE, RoleKind::Administrator, None).await
}

/// A work and a row of its history, with a name in both.
async fn work(app: &TestApp) -> (Uuid, Uuid) {
    let (db, clock) = (&app.app.db, &app.app.clock);
    let work = work_entity::Model {
        id: clock.new_id(),
        item_id: None,
        title: "Roligere måltider".to_owned(),
        place: "Hos Kim Hansen".to_owned(),
        place_id: None,
        centre_id: None,
        lang: "nb".to_owned(),
        status: "under_way".to_owned(),
        progress: None,
        aim_what: String::new(),
        aim_whom: String::new(),
        aim_much: String::new(),
        aim_by: None,
        number: 1,
        aim_number: 1,
        made_at: clock.now().into(),
        display_id: None,
    };
    let change = work_change::Model {
        id: clock.new_id(),
        work_id: work.id,
        number: 1,
        what: "aim".to_owned(),
        on_id: None,
        person_id: clock.new_id(),
        made_at: clock.now().into(),
        was: Some(json!({ "title": "Måltider med Kim Hansen", "by": "2027" })),
    };
    let ids = (work.id, change.id);
    let work = work.into_active_model();
    work_entity::Entity::insert(work).exec_without_returning(db).await.unwrap();
    let change = change.into_active_model();
    work_change::Entity::insert(change).exec_without_returning(db).await.unwrap();
    ids
}

async fn told(app: &TestApp, what: What) -> Vec<String> {
    let search = Search { what: Some(what), ..Search::default() };
    let rows = search.some(&app.app.db, (0, 10)).await.unwrap();
    rows.into_iter().map(|row| row.details.to_string()).collect()
}

both_engines! {
    async fn words_are_found_looked_at_and_struck(app: TestApp) {
        app.import(&[line("Kim Hansen ledet det.")]).await;
        app.import(&[line("Ledet av **Kim** Hansen og andre.")]).await;
        let mut anne = anne(&app).await;
        let found = anne.post("/nb/stryk", &[("hva", "kim hansen")]).await;
        assert!(found.status == StatusCode::OK && found.has("Nattevakt"), "{}", found.body);
        assert!(found.has("i utgave 1, 2"), "{}", found.body);
        let id = found.field("tekst").to_owned();
        let sent = |more: &[(&'static str, &'static str)]| -> Vec<(&str, &str)> {
            let mut all = vec![("hva", "kim hansen"), ("tekst", id.as_str())];
            all.extend_from_slice(more);
            all
        };
        let look = anne.post("/nb/stryk/tekst", &sent(&[])).await;
        assert!(look.status == StatusCode::OK && look.has("Utgave 2"), "{}", look.body);
        assert!(app.get("/nb/sider/nattevakt").await.has("Hansen"), "it was only looked at");
        for (more, fault) in [
            (vec![("gjor", "stryk"), ("sikker", "true")], "grunn"),
            (vec![("gjor", "stryk"), ("grunn", "Etter krav om sletting")], "Kryss av for"),
            (vec![("gjor", "stryk"), ("sikker", "true"), ("grunn", "Om Kim Hansens krav")], "gjentar det"),
        ] {
            let refused = anne.post("/nb/stryk/tekst", &sent(&more)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fault}");
            assert!(refused.has(fault) && refused.has("kim hansen"), "{fault}: {}", refused.body);
            assert!(!refused.has("?:"), "a label that asks is not told of with a colon: {}", refused.body);
        }
        let number = [("gjor", "stryk"), ("sikker", "true"), ("grunn", "Krav fra 30908299902")];
        let refused = anne.post("/nb/stryk/tekst", &sent(&number)).await;
        assert!(refused.has("Krav fra •••••••••••") && !refused.has(NUMBER), "{}", refused.body);
        let all = sent(&[("gjor", "stryk"), ("sikker", "true"), ("grunn", "Etter krav om sletting")]);
        let struck = anne.post("/nb/stryk/tekst", &all).await;
        assert_eq!(struck.header("location"), "/nb/stryk?gjort=tekst", "{}", struck.body);
        assert!(anne.get("/nb/stryk?gjort=tekst").await.has("Sikkerhetskopier"));
        let page = app.get("/nb/sider/nattevakt").await;
        assert!(page.has("[strøket]") && !page.has("Hansen"), "{}", page.body);
        let versions = app.get("/nb/sider/nattevakt/versjoner").await;
        assert!(versions.has("Etter krav om sletting"), "{}", versions.body);
        let log = told(&app, What::PassageStruck).await;
        assert!(log.len() == 1 && log[0].contains("Etter krav") && !log[0].contains("ansen"), "{log:?}");
        assert_eq!(anne.post("/nb/stryk/tekst", &all).await.status, StatusCode::CONFLICT);
        assert!(app.read_files().await > 0, "what is left of the words goes in a job");
    }

    async fn other_texts_that_have_it_are_named_and_can_be_looked_at(app: TestApp) {
        let other = json!({
            "kind": "page", "external_id": "den-andre", "lang": "nn", "title": "Dagvakt", "body": "Kim Hansen kom.",
            "published_at": "2026-01-11"
        });
        app.import(&[line("Kim Hansen ledet det."), other]).await;
        let mut anne = anne(&app).await;
        let id = read::by_external_id(&app.app.db, "p1").await.unwrap().unwrap().id.to_string();
        let shown = anne.post("/nb/stryk/tekst", &[("hva", "kim hansen"), ("tekst", &id)]).await;
        assert!(shown.has("Disse tekstene har det også") && shown.has("<span lang=\"nn\">Dagvakt</span>"), "{}", shown.body);
        assert!(!shown.has("den-andre"), "no id that only programs know: {}", shown.body);
        // The button beside it leads to the same page of that one.
        let (_, rest) = shown.body.split_once("Disse tekstene har det også").unwrap();
        let (_, rest) = rest.split_once("name=\"tekst\" value=\"").unwrap();
        let there = rest.split('"').next().unwrap();
        let next = anne.post("/nb/stryk/tekst", &[("hva", "kim hansen"), ("tekst", there)]).await;
        assert!(next.has("<p class=\"lead\" lang=\"nn\">Dagvakt</p>"), "{}", next.body);
    }

    async fn words_in_the_register_go_from_its_history_too(app: TestApp) {
        let (network, mut anne) = (Network::load(&app.app.db).await.unwrap(), anne(&app).await);
        let at = places::by_slug(&network, CENTRE).unwrap();
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(at)).await;
        let path = format!("/nb/register/sentre/{at}");
        let said = |text| [("text", text), ("source", "Senteret, 2026"), ("from", "2026")];
        let of = format!("{path}/utsagn?hva=priority");
        let first = siri.post(&of, &said("Det Kim Hansen fant")).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
        let other = siri.post(&of, &said("Trygge overganger")).await;
        assert_eq!(other.status, StatusCode::SEE_OTHER, "{}", other.body);
        let public = format!("/nb/sentre/{CENTRE}");
        assert!(app.get(&public).await.has("Kim Hansen") && siri.get(&path).await.has("Kim Hansen"));
        let found = anne.post("/nb/stryk", &[("hva", "kim hansen")]).await;
        assert!(found.has("Registeret over sentre") && found.has("2 steder."), "{}", found.body);
        assert!(found.has("Vi ser ikke i"), "what is not reached is told: {}", found.body);
        let asked = [("hva", "kim hansen"), ("sted", "register")];
        let look = anne.post(OUTSIDE, &asked).await;
        assert!(look.status == StatusCode::OK && look.has("Se før du stryker"), "{}", look.body);
        let unsure = [asked.as_slice(), &[("gjor", "stryk"), ("grunn", "Krav")]].concat();
        assert_eq!(anne.post(OUTSIDE, &unsure).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(app.get(&public).await.has("Kim Hansen"), "it was only looked at");
        let sure = [unsure.as_slice(), &[("sikker", "true")]].concat();
        let struck = anne.post(OUTSIDE, &sure).await;
        assert_eq!(struck.header("location"), "/nb/stryk?gjort=annet", "{}", struck.body);
        assert!(anne.get("/nb/stryk?gjort=annet").await.has("Det er strøket utenfor tekstene"));
        for page in [app.get(&public).await, siri.get(&path).await] {
            assert!(page.has("[strøket]") && page.has("Trygge overganger"), "{}", page.body);
            assert!(!page.has("Hansen"), "{}", page.body);
        }
        let log = told(&app, What::PassageStruck).await;
        assert!(log.len() == 1 && log[0].contains("register") && !log[0].contains("ansen"), "{log:?}");
        assert_eq!(anne.post(OUTSIDE, &sure).await.status, StatusCode::CONFLICT);
        assert!(anne.get("/nb/logg?hva=passage_struck").await.has("Antall steder: 2."));
    }

    async fn why_somebody_asked_for_a_role_is_struck_and_nothing_else_is_looked_at(app: TestApp) {
        let network = Network::load(&app.app.db).await.unwrap();
        let at = places::by_slug(&network, CENTRE).unwrap();
        let mut ola = Browser::new(&app);
        ola.log_in("ola@kommune.example.org").await;
        let place = at.to_string();
        let why = ("grunn", "Jeg tar over for Kim Hansen.");
        let fields = [("hos", place.as_str()), ("rolle", "editor"), why];
        assert_eq!(ola.post("/nb/min-side/rolle", &fields).await.status, StatusCode::SEE_OTHER);
        let mut anne = anne(&app).await;
        let asked = [("hva", "Kim Hansen"), ("sted", "role_requests")];
        let found = anne.post("/nb/stryk", &asked[..1]).await;
        assert!(found.has("Spørsmål om roller") && !found.has("Jeg tar over"), "{}", found.body);
        let sure = [("gjor", "stryk"), ("grunn", "Krav"), ("sikker", "true")];
        let struck = anne.post(OUTSIDE, &[asked.as_slice(), &sure].concat()).await;
        assert_eq!(struck.status, StatusCode::SEE_OTHER, "{}", struck.body);
        let page = anne.get(&format!("/nb/tilgang/{at}")).await;
        assert!(page.has("Jeg tar over for [strøket].") && !page.has("Hansen"), "{}", page.body);
        for (name, value) in [("sted", "konto"), ("sted", "")] {
            let strange = anne.post(OUTSIDE, &[asked[0], (name, value)]).await;
            assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
        }
    }

    async fn notes_reports_and_work_with_its_history_are_reached(app: TestApp) {
        let (db, clock) = (&app.app.db, &app.app.clock);
        let note = ThemeNames { nb: Some("Spør Kim Hansen.".to_owned()), ..ThemeNames::default() };
        notes::put(db, clock, "demens", note).await.unwrap();
        let report = [
            ("hvor", "/nb/prosjekter"),
            ("hva", "Kim Hansen fikk ikke åpnet den."),
            ("utstyr", "Tastatur"),
            ("epost", "kim.hansen@kommune.example.org"),
        ];
        assert_eq!(app.fill_in("/nb/meld-hinder", &report).await.status, StatusCode::SEE_OTHER);
        let (id, change) = work(&app).await;
        let mut anne = anne(&app).await;
        for (area, label) in
            [("themes", "Merknader til temaer"), ("barriers", "Meldte hindre"), ("work", "Forbedringsarbeid, med")]
        {
            let found = anne.post("/nb/stryk", &[("hva", "Kim Hansen")]).await;
            assert!(found.has(label), "{label}: {}", found.body);
            let sure = [
                ("hva", "Kim Hansen"),
                ("sted", area),
                ("gjor", "stryk"),
                ("grunn", "Krav"),
                ("sikker", "true"),
            ];
            let struck = anne.post(OUTSIDE, &sure).await;
            assert_eq!(struck.status, StatusCode::SEE_OTHER, "{area}: {}", struck.body);
        }
        let note = notes::of(db, "demens").await.unwrap();
        assert_eq!(note.nb.as_deref(), Some("Spør [strøket]."));
        let reports = anne.get("/nb/meldte-hindre").await;
        assert!(reports.has("[strøket] fikk ikke") && !reports.has("ansen"), "{}", reports.body);
        let row = work_entity::Entity::find_by_id(id).one(db).await.unwrap().unwrap();
        assert_eq!((row.title.as_str(), row.place.as_str()), ("Roligere måltider", "Hos [strøket]"));
        let row = work_change::Entity::find_by_id(change).one(db).await.unwrap().unwrap();
        let was = row.was.unwrap();
        assert_eq!((&was["title"], &was["by"]), (&json!("Måltider med [strøket]"), &json!("2027")));
        let again = anne.post("/nb/stryk", &[("hva", "Kim Hansen")]).await;
        assert!(again.has("Det står ikke der."), "{}", again.body);
    }

    async fn what_is_looked_for_may_be_a_number_and_is_never_short(app: TestApp) {
        app.import(&[line("Om natta.")]).await;
        let mut anne = anne(&app).await;
        let none = anne.post("/nb/stryk", &[("hva", NUMBER)]).await;
        assert!(none.status == StatusCode::OK && none.has("Ingen tekster har det"), "{}", none.body);
        for short in ["", "om"] {
            let refused = anne.post("/nb/stryk", &[("hva", short)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{short}");
        }
        assert_eq!(app.get("/nb/stryk").await.status, StatusCode::FORBIDDEN);
    }

    async fn a_file_is_looked_at_and_struck(app: TestApp) {
        let bytes = made::pdf(&["Kim Hansen sa det."]);
        std::fs::write(app.folder().join("Rutine.pdf"), &bytes).unwrap();
        let mut one = line("Om natta.");
        one["files"] = json!([{ "file": "Rutine.pdf", "title": "Rutine" }]);
        app.import(&[one]).await;
        let id = crate::files::id_of(&crate::files::digest(&bytes)).to_string();
        let address = format!("/filer/{id}/rutine.pdf");
        let mut anne = anne(&app).await;
        let look = anne.post("/nb/stryk/fil", &[("fil", &address)]).await;
        assert!(look.status == StatusCode::OK && look.has("Nattevakt"), "{}", look.body);
        let reason = ("grunn", "Etter krav om sletting");
        let unsure = anne.post("/nb/stryk/fil", &[("fil", id.as_str()), ("gjor", "stryk"), reason]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(app.get(&address).await.status, StatusCode::OK);
        let sure = [("fil", id.as_str()), ("gjor", "stryk"), reason, ("sikker", "true")];
        let struck = anne.post("/nb/stryk/fil", &sure).await;
        assert_eq!(struck.header("location"), "/nb/stryk?gjort=fil", "{}", struck.body);
        assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
        let again = anne.post("/nb/stryk/fil", &[("fil", &address)]).await;
        assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.has("ingen fil"), "{}", again.body);
        let log = told(&app, What::FileStruck).await;
        assert!(log.len() == 1 && !log[0].contains(&id), "{log:?}");
    }
}
