//! Statements of centres and organisations: said, changed, taken away, and joined with what files say.

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use serde_json::json;

use super::{CENTRE, KARI, centre, coordinator, get, on_both, post};
use crate::centres::{self, LISTS, Network};
use crate::exchange::{Imported, import_file};
use crate::items::Registers;
use crate::people::What;
use crate::people::audit::{self, Search};
use crate::rights::RoleKind;
use crate::statements::Raw;
use crate::testing::{Answer, Browser, Engine, TestApp, html};

pub(super) const TOLD: &str = "Trygge overganger mellom sykehus og kommune";
const PRIORITY: [(&str, &str); 3] =
    [("text", TOLD), ("source", "Senteret, 2026"), ("from", "2026")];

pub(super) async fn public(app: &TestApp) -> String {
    app.get(&format!("/nb/sentre/{CENTRE}")).await.body
}

/// The mark of the first statement of a kind.
async fn mark(app: &TestApp, what: &str) -> String {
    let said = centres::said_of(&app.app.db, centres::REGISTER, CENTRE).await.unwrap().unwrap();
    centres::mark(said.iter().find(|raw| raw.what == what).unwrap())
}

/// What is said of the centre now, as a line of a file.
pub(super) async fn line(app: &TestApp) -> String {
    let said = centres::said_of(&app.app.db, centres::REGISTER, CENTRE).await.unwrap().unwrap();
    let statements: Vec<_> = said.iter().map(|raw| raw.to_json(&LISTS)).collect();
    json!({ "kind": "centre", "slug": CENTRE, "statements": statements }).to_string()
}

pub(super) async fn import(app: &TestApp, line: &str, force: bool) -> Imported {
    let file = app.folder().join("centre.jsonl");
    std::fs::write(&file, line).unwrap();
    let registers = Registers::load(&app.app.db).await.unwrap();
    let mut context = app.context(&registers, app.folder());
    context.force = force;
    import_file(&context, &file, &|_| {}).await.unwrap()
}

#[tokio::test]
async fn a_leader_keeps_their_own_centre_and_readers_see_it_at_once() {
    on_both(async |app| {
        let (here, there) = (centre(app, CENTRE).await, centre(app, "usht-hedmark").await);
        let leader = format!("{KARI} centre_leader@{here}");
        let page = format!("/nb/register/sentre/{here}");
        assert!(!public(app).await.contains(TOLD));
        let path = format!("{page}/utsagn?hva=priority");
        assert_eq!(get(app, &leader, &path).await.status, StatusCode::OK);
        let said = post(app, &leader, &path, &PRIORITY).await;
        assert_eq!(
            (said.status, said.header("location")),
            (StatusCode::SEE_OTHER, format!("{page}?gjort=lagret").as_str()),
            "{}",
            said.body
        );
        let receipt = get(app, &leader, said.header("location")).await;
        assert!(receipt.has("role=\"status\"") && receipt.has("Lagret."), "{}", receipt.body);
        let shown = public(app).await;
        assert!(shown.contains(TOLD) && shown.contains("Senteret, 2026"));
        let register = get(app, &leader, &page).await;
        assert!(register.has(TOLD) && register.has("Lagt til eller endret"), "{}", register.body);
        let elsewhere = format!("/nb/register/sentre/{there}/utsagn?hva=priority");
        assert_eq!(post(app, &leader, &elsewhere, &PRIORITY).await.status, StatusCode::FORBIDDEN);
        let new = post(app, &leader, "/nb/register/nytt-senter", &[]).await;
        assert_eq!(new.status, StatusCode::FORBIDDEN);
        let log = audit::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!(log.iter().filter(|row| row.what == "statement_said").count(), 1);
        // Taken away again.
        let seen = mark(app, "priority").await;
        let asked = post(app, &leader, &path, &[("utsagn", &seen), ("ta_bort", "ja")]).await;
        assert!(asked.status == StatusCode::OK && asked.has(TOLD), "{}", asked.body);
        assert!(
            asked.has("Ja, ta den bort") && public(app).await.contains(TOLD),
            "it is asked first"
        );
        let taken = post(app, &leader, &path, &[("utsagn", &seen), ("ta_bort", "sikker")]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert!(
            get(app, &leader, taken.header("location")).await.has("Opplysningen er tatt bort.")
        );
        // Who asks for it once more is told what is said now.
        let gone = post(app, &leader, &path, &[("utsagn", &seen), ("ta_bort", "sikker")]).await;
        assert_eq!(gone.status, StatusCode::CONFLICT, "{}", gone.body);
        assert!(!public(app).await.contains(TOLD));
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_once() {
    on_both(async |app| {
        let at = centre(app, CENTRE).await;
        let who = coordinator();
        let path = format!("/nb/register/sentre/{at}/utsagn?hva=agreement");
        // Of each of several, and of dots that they stand for a number and no more.
        let number = "30908299902";
        let parties =
            [("with", "Ingen slike"), ("with", "Ingen slike"), ("about", "alt"), ("source", "Oss")];
        let numbers = ["with", "with", "about", "from", "to", "source"].map(|name| (name, number));
        for (fields, count) in [(parties.as_slice(), 1), (numbers.as_slice(), 5)] {
            let answer = post(app, &who, &path, fields).await;
            let (_, summary) = answer.body.split_once("ds-error-summary").expect("it is refused");
            let (summary, _) = summary.split_once("</ul>").unwrap();
            assert_eq!(summary.matches("<li>").count(), count, "{summary}");
            assert!(!answer.has(number), "{}", answer.body);
        }
    })
    .await;
}

#[tokio::test]
async fn what_an_import_would_refuse_is_refused_with_all_that_was_typed() {
    on_both(async |app| {
        let at = centre(app, CENTRE).await;
        let who = coordinator();
        let path = |what: &str| format!("/nb/register/sentre/{at}/utsagn?hva={what}");
        post(app, &who, &path("priority"), &PRIORITY).await;
        for (what, fields, told) in [
            (
                "priority",
                [PRIORITY.as_slice(), &[("note", "En gang til")]].concat(),
                "sier det samme to ganger",
            ),
            ("responsible", vec![("role", "Kari Nordmann"), ("source", "Oss")], "Skriv rollen"),
            ("responsible", vec![("role", "leder")], "Kilde"),
            ("host", vec![("municipality", "Ingensteds"), ("source", "Oss")], "Ingensteds"),
            (
                "agreement",
                vec![("with", "Ingen slike"), ("about", "alt"), ("source", "Oss")],
                "Ingen slike",
            ),
            (
                "priority",
                vec![("text", "Før var alt"), ("source", "Oss"), ("from", "2020"), ("to", "2019")],
                "Før var alt",
            ),
            (
                "priority",
                vec![("text", "Før senteret"), ("source", "Oss"), ("from", "1990")],
                "ikke til i hele",
            ),
        ] {
            let answer = post(app, &who, &path(what), &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{what} {fields:?}");
            for (_, typed) in &fields {
                assert!(answer.has(typed), "{typed} is lost");
            }
            assert!(answer.has(told), "{told}: {}", answer.body);
            let is_at_field = !answer.has("href=\"#send\"");
            assert!(is_at_field, "what is wrong leads to its field: {}", answer.body);
        }
        // Sent twice, as by two clicks, it is said once.
        let again = post(app, &who, &path("priority"), &PRIORITY).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.body);
        let said = centres::said_of(&app.app.db, centres::REGISTER, CENTRE).await.unwrap().unwrap();
        let has_it = |raw: &&Raw| raw.fields.get("text") == TOLD;
        assert_eq!(said.iter().filter(has_it).count(), 1);
        let log = Search { what: Some(What::StatementSaid), ..Search::default() };
        assert_eq!(log.count(&app.app.db).await.unwrap(), 1, "what was said already is not noted");
        // The only statement of what it is can't go.
        let seen = mark(app, "exists").await;
        let sure = [("utsagn", seen.as_str()), ("ta_bort", "sikker")];
        let gone = post(app, &who, &path("exists"), &sure).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(gone.has("kan endres, men ikke tas bort"), "{}", gone.body);
        assert_eq!(get(app, &who, &path("slags")).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_over_what_they_have_not_seen() {
    on_both(async |app| {
        let (at, who) = (centre(app, CENTRE).await, coordinator());
        let path = format!("/nb/register/sentre/{at}/utsagn?hva=priority");
        post(app, &who, &path, &PRIORITY).await;
        let seen = mark(app, "priority").await;
        let changed = |text| {
            [
                ("utsagn", seen.as_str()),
                ("text", text),
                ("source", "Senteret, 2026"),
                ("from", "2026"),
            ]
        };
        let first = post(app, &who, &path, &changed("Det den første skrev")).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
        let second = post(app, &who, &path, &changed("Det den andre skrev")).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.has("Det den andre skrev") && second.has("Det den første skrev"));
        let shown = public(app).await;
        assert!(shown.contains("Det den første skrev") && !shown.contains("Det den andre skrev"));
        // Saved once more, it is said as well: another priority.
        let again = post(app, &who, &path, &changed("Det den andre skrev")[1..]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.body);
        assert!(public(app).await.contains("Det den andre skrev"));
    })
    .await;
}

#[tokio::test]
async fn an_import_keeps_to_what_was_said_by_form() {
    on_both(async |app| {
        let (at, who) = (centre(app, CENTRE).await, coordinator());
        let before = line(app).await;
        let path = |what: &str| format!("/nb/register/sentre/{at}/utsagn?hva={what}");
        post(app, &who, &path("priority"), &PRIORITY).await;
        let seen = mark(app, "mandate").await;
        let mandate = [
            ("utsagn", seen.as_str()),
            ("text", "Et nytt oppdrag"),
            ("source", "Brevet, 2026"),
            ("from", "2017"),
        ];
        let changed = post(app, &who, &path("mandate"), &mandate).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
        // The file knows of neither, and undoes neither; twice is as once.
        for _ in 0..2 {
            let imported = import(app, &before, false).await;
            assert_eq!(
                (imported.failures.len(), imported.notes.len()),
                (0, 1),
                "{:?}",
                imported.failures
            );
            let shown = public(app).await;
            assert!(shown.contains(TOLD) && shown.contains("Et nytt oppdrag"));
            assert!(
                !shown.contains("Pådriver for kunnskapsbasert praksis"),
                "what was changed does not come back"
            );
        }
        assert_eq!(import(app, &before, false).await.unchanged, 1);
        // What goes out comes in as it was.
        let now = line(app).await;
        let same = import(app, &now, false).await;
        assert_eq!((same.unchanged, same.notes.len()), (1, 0));
        // With leave the file wins, and the history says so.
        assert_eq!(import(app, &before, true).await.updated, 1);
        let shown = public(app).await;
        assert!(!shown.contains(TOLD) && shown.contains("Pådriver for kunnskapsbasert praksis"));
        let page = get(app, &who, &format!("/nb/register/sentre/{at}")).await;
        assert!(page.has("skrevet over av en fil siden") && page.has(TOLD), "{}", page.body);
        assert!(import(app, &before, false).await.notes.is_empty(), "nothing stands any more");
    })
    .await;
}

#[tokio::test]
async fn organisations_are_begun_and_named_in_statements() {
    on_both(async |app| {
        let who = coordinator();
        let form = "/nb/register/ny-organisasjon";
        assert_eq!(get(app, &who, form).await.status, StatusCode::OK);
        let fields = [
            ("type", "nursing_home"),
            ("name", "Solbakken prøvesykehjem"),
            ("source", "Oss, 2026"),
            ("from", "2020"),
        ];
        let begun = post(app, &who, form, &fields).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let page = begun.header("location").to_owned();
        let shown = get(app, &who, &page).await;
        let is_told = shown.has("Solbakken prøvesykehjem") && shown.has("role=\"status\"");
        assert!(is_told, "{}", shown.body);
        let page = page.strip_suffix("?gjort=begynt").expect("a receipt").to_owned();
        let again = post(app, &who, form, &fields).await;
        assert!(
            again.status == StatusCode::UNPROCESSABLE_ENTITY && again.has("er tatt"),
            "{}",
            again.body
        );
        let seat = post(
            app,
            &who,
            &format!("{page}/utsagn?hva=seat"),
            &[("municipality", "Oslo"), ("source", "Oss, 2026"), ("from", "2020")],
        )
        .await;
        assert_eq!(seat.status, StatusCode::SEE_OTHER, "{}", seat.body);
        let number = post(
            app,
            &who,
            &format!("{page}/utsagn?hva=number"),
            &[("orgnr", "123456789"), ("source", "Oss")],
        )
        .await;
        assert_eq!(number.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = get(app, &who, &page).await;
        let (_, past) = told.body.split_once("id=\"historie\"").expect("what was done");
        assert!(past.contains("Sykehjem") && past.contains("Oslo"), "{past}");
        assert!(!past.contains("nursing_home") && !past.contains(": 0301"), "{past}");
        let at = centre(app, CENTRE).await;
        let seat = [
            ("organisation", "Solbakken prøvesykehjem"),
            ("role", "representant"),
            ("source", "Oss, 2026"),
            ("from", "2026"),
        ];
        let council =
            post(app, &who, &format!("/nb/register/sentre/{at}/utsagn?hva=council"), &seat).await;
        assert_eq!(council.status, StatusCode::SEE_OTHER, "{}", council.body);
        assert!(public(app).await.contains("Solbakken prøvesykehjem"));
        let found = get(app, &who, "/nb/register?sok=solbakken").await;
        assert!(found.has(&page), "{}", found.body);
    })
    .await;
}

pub(super) const NUMBER: &str = "03851598730";
pub(super) const REASON: &str = "Saksnummeret i arkivet";

/// A priority with a number in its note; `said` is the tick, and what the number is.
pub(super) async fn noted(
    app: &TestApp,
    who: &str,
    page: &str,
    number: &str,
    said: [&str; 2],
) -> Answer {
    let note = format!("Se sak {number} i arkivet");
    let beside =
        [("note", note.as_str()), ("ikke-fodselsnummer", said[0]), ("hva-tallet-er", said[1])];
    post(app, who, page, &[&PRIORITY[..], &beside[..]].concat()).await
}

#[tokio::test]
async fn a_tick_frees_the_number_that_was_masked_and_no_other() {
    on_both(async |app| {
        const OTHER: &str = "30908299902";
        let (at, who) = (centre(app, CENTRE).await, coordinator());
        let page = format!("/nb/register/sentre/{at}/utsagn?hva=priority");
        let asked = noted(app, &who, &page, NUMBER, ["", ""]).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            asked.has("Dette er ikke et fødselsnummer") && !asked.has(NUMBER),
            "{}",
            asked.body
        );
        let tick = asked.field("ikke-fodselsnummer").to_owned();
        // A word is no reason, and dots are no number.
        for (number, reason, told) in [
            (NUMBER, "sak", "med minst ti tegn"),
            (NUMBER, "Sak 03851598730 i arkivet", "med minst ti tegn"),
            ("•••••••••••", REASON, "Skriv tallet på nytt, eller ta bort krysset"),
            (OTHER, REASON, "Sifrene er byttet ut med prikker"),
        ] {
            let said = noted(app, &who, &page, number, [&tick, reason]).await;
            assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY, "{number} {reason}");
            assert!(said.has(told), "{number} {reason}: {}", said.body);
            assert!(
                said.has("Se sak ••••••••••• i arkivet") && said.has(TOLD),
                "{number} {reason}"
            );
            assert!(!said.has(NUMBER) && !said.has(OTHER), "{number} {reason}");
        }
        let rows = Search { what: Some(What::NumberSpared), ..Search::default() };
        assert_eq!(rows.count(&app.app.db).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_number_is_masked_and_all_that_is_wrong_is_said_at_once() {
    on_both(async |app| {
        let (at, who) = (centre(app, CENTRE).await, coordinator());
        let path = |what: &str| format!("/nb/register/sentre/{at}/utsagn?hva={what}");
        let note = format!("Se sak {NUMBER} i arkivet");
        let fields = [&PRIORITY[..], &[("note", note.as_str())]].concat();
        let masked = post(app, &who, &path("priority"), &fields).await;
        assert_eq!(masked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            masked.has("Se sak ••••••••••• i arkivet") && !masked.has(NUMBER),
            "{}",
            masked.body
        );
        assert!(
            masked.has("Sifrene er byttet ut med prikker") && masked.has(TOLD),
            "{}",
            masked.body
        );
        let fields = [&PRIORITY[..], &[("note", "Se sak ••••••••••• i arkivet")]].concat();
        let sent = post(app, &who, &path("priority"), &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        // Also what only the rules of the register refuse, beside what the form does.
        let wrong = [("role", "Kari Nordmann"), ("from", "2026"), ("to", "2019")];
        let told = post(app, &who, &path("responsible"), &wrong).await;
        for at in ["#role", "#to", "#source"] {
            assert!(told.has(&format!("href=\"{at}\"")), "{at}: {}", told.body);
        }
        let new = post(app, &who, "/nb/register/ny-organisasjon", &[("name", note.as_str())]).await;
        assert!(!new.has(NUMBER) && new.has("Sifrene er byttet ut med prikker"), "{}", new.body);
    })
    .await;
}

/// What an agreement is about.
const AGREED: [(&str, &str); 3] =
    [("about", "Praksis for alle"), ("source", "Oss, 2026"), ("from", "2026")];

#[tokio::test]
async fn an_agreement_is_with_organisations_municipalities_and_centres() {
    on_both(async |app| {
        let (at, who) = (centre(app, CENTRE).await, coordinator());
        let page = format!("/nb/register/sentre/{at}");
        let path = format!("{page}/utsagn?hva=agreement");
        let form = get(app, &who, &path).await;
        for told in [
            "Begynn å skrive navnet",
            "list=\"with-forslag\"",
            "<option value=\"Elverum\"",
            "Ny organisasjon",
        ] {
            assert!(form.has(told), "{told}: {}", form.body);
        }
        // Who may not add an organisation is told who may.
        let leader = format!("{KARI} centre_leader@{at}");
        let form = get(app, &leader, &path).await;
        assert!(form.has("En koordinator kan legge den til") && !form.has("Ny organisasjon"));
        let network = Network::load(&app.app.db).await.unwrap();
        let name = |slug: &str| network.centre(slug).unwrap().name_on(time::Date::MAX).to_owned();
        let (own, other) = (name(CENTRE), name("usht-hedmark"));
        let send = async |with: &[&str]| {
            let fields: Vec<(&str, &str)> =
                with.iter().map(|one| ("with", *one)).chain(AGREED).collect();
            post(app, &who, &path, &fields).await
        };
        let lacking = send(&["Elverum", "Nystiftelsen"]).await;
        assert_eq!(lacking.status, StatusCode::UNPROCESSABLE_ENTITY);
        for kept in [
            "type=\"text\" value=\"Elverum\"",
            ">Part 1</label>",
            "href=\"/nb/register/ny-organisasjon?name=Nystiftelsen\"",
        ] {
            assert!(lacking.has(kept), "{kept}: {}", lacking.body);
        }
        let alone = send(&[own.as_str()]).await;
        assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
        let is_told = alone.has("Senteret er selv part") && alone.has("href=\"#with\"");
        assert!(is_told, "{}", alone.body);
        let said = send(&["Elverum", own.as_str(), other.as_str(), "Helsedirektoratet"]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        let stored =
            centres::said_of(&app.app.db, centres::REGISTER, CENTRE).await.unwrap().unwrap();
        let agreement = stored.iter().find(|raw| raw.fields.get("about") == "Praksis for alle");
        let with = agreement.map(|raw| raw.fields.get("with"));
        assert_eq!(with, Some("3420;usht-hedmark;helsedirektoratet"));
        assert!(public(app).await.contains("/nb/kommuner/3420"), "readers are led there");
        // What was done is told by names, as what is said.
        let page = get(app, &who, &page).await;
        let (_, past) = page.body.split_once("id=\"historie\"").expect("what was done");
        assert!(past.contains("Elverum") && past.contains("Helsedirektoratet"), "{past}");
        assert!(!past.contains("3420") && !past.contains("helsedirektoratet"), "{past}");
        // It is changed as anything else that is said.
        let changed =
            stored.iter().find(|raw| raw.fields.get("about") == "Praksis for alle").unwrap();
        let form = get(app, &who, &format!("{path}&utsagn={}", centres::mark(changed))).await;
        for party in ["Elverum", "Helsedirektoratet"] {
            assert!(form.has(&format!("type=\"text\" value=\"{party}\"")), "{}", form.body);
        }
    })
    .await;
}

#[tokio::test]
async fn a_centre_is_begun() {
    on_both(async |app| {
        let who = coordinator();
        let new = [
            ("type", "utviklingssenter"),
            ("name", "Prøvesenteret"),
            ("source", "Oss, 2026"),
            ("from", "2026"),
        ];
        let centre = post(app, &who, "/nb/register/nytt-senter", &new).await;
        assert_eq!(centre.status, StatusCode::SEE_OTHER, "{}", centre.body);
        assert!(app.get("/nb/sentre/provesenteret").await.has("Prøvesenteret"));
    })
    .await;
}

/// What is sent when the session is over waits for who wrote it, and is sent once they have logged in.
#[tokio::test]
async fn what_is_said_after_the_session_is_over_is_not_lost() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await;
        let here = centre(&app, CENTRE).await;
        let leader = "siri@senter.example.org";
        let mut siri = Browser::with_role(&app, leader, RoleKind::CentreLeader, Some(here)).await;
        let path = format!("/nb/register/sentre/{here}/utsagn?hva=priority");
        let whose = siri.get(&path).await.field("hvem").to_owned();
        siri.cookies.clear();
        let mut fields = PRIORITY.to_vec();
        fields.push(("hvem", whose.as_str()));
        let out = siri.post(&path, &fields).await;
        assert!(out.status == StatusCode::FORBIDDEN && !out.has(TOLD), "{}", out.body);
        assert!(out.has("Du er ikke logget inn lenger"), "{}", out.body);
        assert!(!public(&app).await.contains(TOLD));
        siri.log_in(leader).await;
        let list = siri.get("/nb/skriv").await;
        let (_, rest) = list.body.split_once("/nb/skriv/ventet/").expect("it waits");
        let waits = format!("/nb/skriv/ventet/{}", rest.split('"').next().unwrap());
        let mut forms = html::forms(&siri.get(&waits).await.body).into_iter();
        let form = forms.find(|form| form.action == path).expect("it can be sent");
        let pairs = form.pairs();
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let said = siri.post(&form.action, &pairs).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        assert!(public(&app).await.contains(TOLD));
        assert!(!siri.get("/nb/skriv").await.has("/nb/skriv/ventet/"), "it waits no more");
        app.end().await;
    }
}
