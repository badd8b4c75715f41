//! Small tests, status, log, tasks and who took part, by their pages: what is kept, corrected, refused and counted.

use axum::http::StatusCode;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;

use crate::improvement::tests::{CENTRE, KARI, NUMBER, OLA, begun, get, on_both, post, said};
use crate::items::item_entity;
use crate::testing::TestApp;
use crate::work::{work_change, work_entity, work_involvement, work_log, work_task};

const FIRST: &str = "01890000-0000-7000-8000-0000000000b1";
const SECOND: &str = "01890000-0000-7000-8000-0000000000b2";

const PLAN: [(&str, &str); 6] = [
    ("hva", "Kortere kø ved buffeten"),
    ("tror", "Fem flere spiser opp"),
    ("hvem_hvor", "Kveldsvakta, 2. etasje"),
    ("fra", "3.11.2026"),
    ("ser", "Vi teller tallerkener"),
    ("sendt", FIRST),
];

const STUDY: [(&str, &str); 6] = [
    ("til", "17.11.2026"),
    ("gikk", "To kvelder manglet vi folk"),
    ("stemte", "partly"),
    ("laert", "Køen kom av brettene"),
    ("avgjort", "adapt"),
    ("neste", "Brett på bordene"),
];

/// The fields, with others in place of those of the same name.
fn but<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let is_new = |name: &str| more.iter().all(|(other, _)| *other != name);
    fields.iter().copied().filter(|(name, _)| is_new(name)).chain(more.iter().copied()).collect()
}

async fn changes(app: &TestApp) -> usize {
    work_change::Entity::find().all(&app.app.db).await.unwrap().len()
}

#[tokio::test]
async fn a_test_is_planned_once_and_stands_on_the_chart() {
    on_both(async |app| {
        let (work, number) = begun(app, &[]).await;
        let list = format!("{work}/utprovinger");
        let new = format!("{list}/ny");
        for month in ["oktober 2026", "november 2026"] {
            let fields = said("18", "24", &[("annen_tid", month)]);
            assert_eq!(post(app, KARI, &number, &fields).await.status, StatusCode::SEE_OTHER);
        }
        // The first test of the start is number 1.
        assert!(get(app, KARI, &list).await.has("1. Middag klokka fire"));
        let silent = post(app, KARI, &new, &but(&PLAN, &[("tror", "")])).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(silent.has("Kortere kø ved buffeten") && silent.has("Kveldsvakta, 2. etasje"));
        assert_eq!((silent.field("sendt"), silent.field("fra")), (FIRST, "3.11.2026"));
        let before = changes(app).await;
        // The answer may be lost on its way: the same once more is one test.
        for _ in 0..2 {
            let planned = post(app, KARI, &new, &PLAN).await;
            assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.body);
        }
        assert_eq!(changes(app).await, before + 1);
        let log = get(app, KARI, &list).await;
        assert!(log.has("2. Kortere kø ved buffeten") && log.has("Fem flere spiser opp"));
        assert!(log.has("Prøves nå") && !log.has("3. Kortere"), "{}", log.body);
        let chart = get(app, KARI, &work).await;
        // By the number that it has in the log.
        assert!(chart.has("2 · november 2026: PDSA: Kortere kø ved buffeten"), "{}", chart.body);
    })
    .await;
}

#[tokio::test]
async fn how_a_test_went_leads_to_the_next() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let list = format!("{work}/utprovinger");
        let new = format!("{list}/ny");
        assert_eq!(post(app, KARI, &new, &PLAN).await.status, StatusCode::SEE_OTHER);
        let one = format!("{list}/2");
        let (early, late) = (("til", "1.11.2026"), ("til", "1.12.2026"));
        for (wrong, told) in [
            (early, "før den begynte"),
            (late, "er ikke kommet ennå"),
            (("til", "i går"), "i går"),
            (("avgjort", ""), "Hva gjør dere med endringen?"),
            (("stemte", "kanskje"), "kanskje"),
        ] {
            let refused = post(app, KARI, &one, &but(&STUDY, &[wrong])).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
            assert!(refused.has(told) && refused.has("Køen kom av brettene"), "{}", refused.body);
        }
        let seen = get(app, KARI, &one).await.field("sett").to_owned();
        let study = but(&STUDY, &[("sett", &seen)]);
        for _ in 0..2 {
            let studied = post(app, KARI, &one, &study).await;
            assert_eq!(studied.status, StatusCode::SEE_OTHER, "{}", studied.body);
        }
        let page = get(app, KARI, &one).await;
        assert!(page.has("Tilpasset") && page.has("To kvelder manglet vi folk"), "{}", page.body);
        assert!(page.has(&format!("{new}?etter=2")), "{}", page.body);
        // The next goes on from it: what was to be tried stands there.
        let next = get(app, KARI, &format!("{new}?etter=2")).await;
        assert!(next.has("Brett på bordene") && next.has("Vi teller tallerkener"));
        assert_eq!((next.field("etter"), next.field("fra")), ("2", "2026-11-22"));
        let on =
            [("hva", "Brett på bordene"), ("tror", "Ingen kø"), ("etter", "2"), ("sendt", SECOND)];
        let planned = post(app, KARI, &new, &but(&PLAN, &on)).await;
        assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.body);
        let third = get(app, KARI, &format!("{list}/3")).await;
        assert!(third.has("Bygger på") && third.has("Utprøving 2"), "{}", third.body);
        for nowhere in ["4", "0", "-1", "x", "99999999999"] {
            let answer = get(app, KARI, &format!("{list}/{nowhere}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
        let asked = get(app, KARI, &format!("{new}?etter=x")).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn what_a_test_was_stays_when_it_is_corrected() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let one = format!("{work}/utprovinger/1");
        let plan = format!("{one}/plan");
        let form = get(app, KARI, &plan).await;
        assert!(form.has("Middag klokka fire"), "{}", form.body);
        let seen = form.field("sett").to_owned();
        let fields = but(&PLAN, &[("hva", "Middag halv fem"), ("sett", &seen)]);
        let first = post(app, KARI, &plan, &fields).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
        // Who had the older form open is shown both, and may send again.
        let other = but(&PLAN, &[("hva", "Middag klokka fem"), ("sett", &seen)]);
        let second = post(app, KARI, &plan, &other).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.has("Middag halv fem") && second.has("Middag klokka fem"));
        let now = second.field("sett").to_owned();
        let again = but(&PLAN, &[("hva", "Middag klokka fem"), ("sett", &now)]);
        assert_eq!(post(app, KARI, &plan, &again).await.status, StatusCode::SEE_OTHER);
        let page = get(app, KARI, &one).await;
        for stood in ["Middag klokka fem", "Middag halv fem", "Middag klokka fire", "Stod til"] {
            assert!(page.has(stood), "{stood}: {}", page.body);
        }
        // How it went is refused the same way.
        let stale = post(app, KARI, &one, &but(&STUDY, &[("sett", &seen)])).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);
        assert!(stale.has("Køen kom av brettene"));
        let log = get(app, KARI, &format!("{work}/endringer")).await;
        assert!(log.has("Planen for en utprøving rettet") && log.has("Middag klokka fire"));
        let masked = but(&PLAN, &[("hva", NUMBER)]);
        let masked = post(app, KARI, &format!("{work}/utprovinger/ny"), &masked).await;
        assert_eq!(masked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(masked.has("ligner et fødselsnummer") && !masked.has(NUMBER), "{}", masked.body);
        // A team may say that it is none, once for all that it writes in this work.
        let tick = masked.field("ikke-fodselsnummer").to_owned();
        let said = [
            ("hva", NUMBER),
            ("sendt", SECOND),
            ("ikke-fodselsnummer", tick.as_str()),
            ("hva-tallet-er", "Varenummeret på brettene"),
        ];
        let kept = post(app, KARI, &format!("{work}/utprovinger/ny"), &but(&PLAN, &said)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        assert!(get(app, KARI, &format!("{work}/utprovinger")).await.has(NUMBER));
        let plan = format!("{work}/utprovinger/2/plan");
        let seen = get(app, KARI, &plan).await.field("sett").to_owned();
        let again = but(&PLAN, &[("hva", NUMBER), ("ser", "Vi teller brett"), ("sett", &seen)]);
        assert_eq!(post(app, KARI, &plan, &again).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn how_it_went_is_read_first_and_corrected_in_a_form_that_is_folded() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let one = format!("{work}/utprovinger/1");
        let page = get(app, KARI, &one).await;
        assert!(!page.has("Rett hvordan det gikk"), "nothing is told yet: {}", page.body);
        // It began today.
        let fields = but(&STUDY, &[("til", "22.11.2026"), ("sett", page.field("sett"))]);
        assert_eq!(post(app, KARI, &one, &fields).await.status, StatusCode::SEE_OTHER);
        let page = get(app, KARI, &one).await;
        let folded = "<details class=\"adding\"><summary>Rett hvordan det gikk</summary>";
        assert!(page.has("Køen kom av brettene") && page.has(folded), "{}", page.body);
        // What is refused is not hidden from whoever is to mend it.
        let wrong = but(&fields, &[("laert", ""), ("sett", page.field("sett"))]);
        let refused = post(app, KARI, &one, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.has("<details class=\"adding\" open>"), "{}", refused.body);
    })
    .await;
}

#[tokio::test]
async fn the_team_sets_its_status_and_what_it_was_is_told() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let page = format!("{work}/status");
        let form = get(app, KARI, &page).await;
        assert!(form.has("settes av teamet") && form.has("2,5: vi prøver endringer"));
        for wrong in [
            [("status", "borte"), ("framdrift", "25")],
            [("status", "active"), ("framdrift", "26")],
            [("status", ""), ("framdrift", "25")],
        ] {
            let refused = post(app, KARI, &page, &wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        }
        let before = changes(app).await;
        for step in ["25", "25", "35"] {
            let fields = [("status", "active"), ("framdrift", step)];
            assert_eq!(post(app, KARI, &page, &fields).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(changes(app).await, before + 2);
        let shown = get(app, KARI, &work).await;
        assert!(
            shown.has("<strong>3,5</strong> bedre") && shown.has("Satt av teamet"),
            "{}",
            shown.body
        );
        let history = get(app, KARI, &page).await;
        assert!(history.has("2,5: vi prøver endringer") && history.has("Stod til"));
    })
    .await;
}

#[tokio::test]
async fn meetings_and_decisions_are_kept_and_put_right() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let log = format!("{work}/logg");
        let empty = post(app, KARI, &log, &[("slag", "meeting"), ("hva", "Rakk ikke alt")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.has("Rakk ikke alt"), "{}", empty.body);
        let meeting = [
            ("slag", "meeting"),
            ("dag", "5.11.2026"),
            ("hva", "Vi prøver en uke til"),
            ("sendt", FIRST),
        ];
        for _ in 0..2 {
            assert_eq!(post(app, KARI, &log, &meeting).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(work_log::Entity::find().all(&app.app.db).await.unwrap().len(), 1);
        let shown = get(app, KARI, &log).await;
        assert!(shown.has("Vi prøver en uke til") && shown.has("Møte · 5. november 2026"));
        let entry = format!("{log}/{FIRST}");
        let seen = get(app, KARI, &entry).await.field("sett").to_owned();
        let fields = but(&meeting, &[("slag", "decision"), ("sett", &seen)]);
        assert_eq!(post(app, KARI, &entry, &fields).await.status, StatusCode::SEE_OTHER);
        let older = but(&meeting, &[("hva", "Noe annet"), ("sett", &seen)]);
        let stale = post(app, KARI, &entry, &older).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);
        assert!(stale.has("Beslutning · 5. november 2026") && stale.has("Noe annet"));
    })
    .await;
}

#[tokio::test]
async fn tasks_are_done_and_taken_away_and_the_log_of_changes_tells() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let tasks = format!("{work}/oppgaver");
        let task = [
            ("hva", "Ring kjøkkenet"),
            ("hvem", ""),
            ("hvem", "Avdelingsleder"),
            ("frist", "1.12.2026"),
            ("sendt", SECOND),
        ];
        let added = post(app, KARI, &tasks, &task).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
        assert!(get(app, KARI, &tasks).await.has("Avdelingsleder · frist 1. desember 2026"));
        let one = format!("{tasks}/{SECOND}");
        for _ in 0..2 {
            let done = post(app, KARI, &one, &[("ferdig", "ja")]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        }
        let rows = work_task::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!((rows[0].role.as_str(), rows[0].person_id), ("Avdelingsleder", None));
        assert!(get(app, KARI, &tasks).await.has("Avdelingsleder · gjort 22. november 2026"));
        let seen = get(app, KARI, &one).await.field("sett").to_owned();
        let gone = post(app, KARI, &one, &[("ta_bort", "ja"), ("sett", &seen)]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
        assert!(!get(app, KARI, &tasks).await.has("Ring kjøkkenet"));
        assert_eq!(get(app, KARI, &one).await.status, StatusCode::NOT_FOUND);
        // What was taken away is told in the log of changes.
        let changes = get(app, KARI, &format!("{work}/endringer")).await;
        for told in ["Oppgave rettet", "Ring kjøkkenet", "Oppgave lagt til", "Satt i gang"] {
            assert!(changes.has(told), "{told}: {}", changes.body);
        }
        let first = get(app, KARI, &format!("{work}/endringer?for=2")).await;
        assert!(first.has("Satt i gang") && !first.has("Oppgave rettet"), "{}", first.body);
        let asked = get(app, KARI, &format!("{work}/endringer?for=x")).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn who_took_part_is_counted_where_the_work_is_published() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let page = format!("{work}/medvirkning");
        let asked = [
            ("hvilke", "next_of_kin"),
            ("hvordan", "asked"),
            ("fase", "plan"),
            ("dag", "mars 2026"),
            ("hva", "To pårørende fortalte om kveldene"),
            ("sendt", FIRST),
        ];
        let lacking = post(app, KARI, &page, &but(&asked, &[("fase", "")])).await;
        assert_eq!(lacking.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(lacking.has("To pårørende fortalte om kveldene"));
        assert_eq!(post(app, KARI, &page, &asked).await.status, StatusCode::SEE_OTHER);
        let told = get(app, KARI, &page).await;
        assert!(told.has("Pårørende · De ble spurt · Planlegge · mars 2026"), "{}", told.body);
        // Nothing of it is public before the work is.
        assert!(app.get("/nb/medvirkning").await.has("Ingen arbeid"));
        publish(app).await;
        let row = |name: &str, [works, asked, in_team, decided]: [u8; 4]| {
            let cells = [works, asked, in_team, decided].map(|n| format!("<td>{n}</td>"));
            format!("<tr><th scope=\"row\">{name}</th>{}</tr>", cells.concat())
        };
        let counted = app.get("/nb/medvirkning").await;
        assert_eq!(counted.status, StatusCode::OK);
        for name in ["Alle publiserte arbeid", "Fall", "Innlandet", "2025", "2026"] {
            assert!(counted.has(&row(name, [1, 1, 0, 0])), "{name}: {}", counted.body);
        }
        assert!(!counted.has("To pårørende fortalte"), "what they wrote is theirs");
        // The page is kept in memory, and knows at once.
        let decided = but(&asked, &[("hvordan", "decided"), ("hva", ""), ("sendt", SECOND)]);
        assert_eq!(post(app, KARI, &page, &decided).await.status, StatusCode::SEE_OTHER);
        let counted = app.get("/nb/medvirkning").await;
        assert!(counted.has(&row("Fall", [1, 1, 0, 1])), "{}", counted.body);
        let entry = format!("{page}/{FIRST}");
        let seen = get(app, KARI, &entry).await.field("sett").to_owned();
        let gone = post(app, KARI, &entry, &[("ta_bort", "ja"), ("sett", &seen)]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
        let counted = app.get("/nb/medvirkning").await;
        assert!(counted.has(&row("Alle publiserte arbeid", [1, 0, 0, 1])), "{}", counted.body);
        let rows = work_involvement::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!(rows.len(), 2, "what is taken away stays for the history");
    })
    .await;
}

/// A published text takes the place of the draft that tells of the work.
async fn publish(app: &TestApp) {
    app.import(&[json!({
        "kind": "project", "external_id": "rolige", "lang": "nb", "title": "Rolige måltider hos oss",
        "published_at": "2026-10-01", "themes": ["fall"], "counties": ["34"],
        "facts": { "status": "completed", "period": { "from": "2025", "to": "2026" } },
    })])
    .await;
    let db = &app.app.db;
    let items = item_entity::Entity::find().all(db).await.unwrap();
    let item = items.iter().find(|item| item.external_id == "rolige").unwrap().id;
    let work = work_entity::Entity::find().one(db).await.unwrap().unwrap();
    let mut work = work.into_active_model();
    work.item_id = Set(Some(item));
    work.update(db).await.unwrap();
}

#[tokio::test]
async fn only_the_team_writes_and_only_its_work() {
    on_both(async |app| {
        let network = crate::centres::Network::load(&app.app.db).await.unwrap();
        let centre = crate::people::places::by_slug(&network, CENTRE).unwrap().to_string();
        let (shared, _) = begun(app, &[("senter", &centre)]).await;
        let (other, _) = begun(app, &[]).await;
        let adviser = format!("{OLA} editor@{centre}");
        let log = format!("{shared}/logg");
        let meeting =
            [("slag", "meeting"), ("dag", "5.11.2026"), ("hva", "Møte om mat"), ("sendt", FIRST)];
        assert_eq!(post(app, KARI, &log, &meeting).await.status, StatusCode::SEE_OTHER);
        for page in ["utprovinger", "utprovinger/1", "logg", "oppgaver", "medvirkning", "endringer"]
        {
            let path = format!("{shared}/{page}");
            assert_eq!(get(app, &adviser, &path).await.status, StatusCode::OK, "{page}");
            assert_eq!(get(app, OLA, &path).await.status, StatusCode::NOT_FOUND, "{page}");
            assert_eq!(app.get(&path).await.status, StatusCode::FORBIDDEN, "{page}");
        }
        for page in ["utprovinger/ny", "utprovinger/1/plan", "status"] {
            let path = format!("{shared}/{page}");
            assert_eq!(get(app, &adviser, &path).await.status, StatusCode::FORBIDDEN, "{page}");
        }
        for (page, fields) in [
            ("utprovinger/ny", &PLAN[..]),
            ("utprovinger/1", &STUDY[..]),
            ("utprovinger/1/plan", &PLAN[..]),
            ("status", &[("status", "paused")][..]),
            ("logg", &meeting[..]),
        ] {
            let path = format!("{shared}/{page}");
            let answer = post(app, &adviser, &path, fields).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{page}");
        }
        // An entry of one work is not to be had, nor taken, by way of another.
        let crossed = format!("{other}/logg/{FIRST}");
        assert_eq!(get(app, KARI, &crossed).await.status, StatusCode::NOT_FOUND);
        let taken = post(app, KARI, &format!("{other}/logg"), &meeting).await;
        assert_eq!(taken.status, StatusCode::NOT_FOUND, "{}", taken.body);
    })
    .await;
}

/// A free text with a full name is kept, and whoever writes is told of it.
#[tokio::test]
async fn a_full_name_in_what_is_written_is_told_and_stops_nobody() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let hint = "«Kari Nordmann» ser ut som et fullt navn";
        let new = format!("{work}/utprovinger/ny");
        let plan = but(&PLAN, &[("hva", "Prøve lys hos Kari Nordmann på rom 12")]);
        let planned = post(app, KARI, &new, &plan).await;
        assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.body);
        let test = get(app, KARI, &format!("{work}/utprovinger/2")).await;
        assert!(test.has(hint), "{}", test.body);
        let first = get(app, KARI, &format!("{work}/utprovinger/1")).await;
        assert!(!first.has("ser ut som et fullt navn"), "{}", first.body);
    })
    .await;
}

/// A title of a test stands on every chart and display: nobody's name with a birth, and nothing that looks like
/// a number of somebody, in any of what a team writes. What was typed comes back.
#[tokio::test]
async fn nobody_stands_in_what_a_team_writes() {
    const NAMED: &str = "Antisklisokker til Kari Hansen f. 12.03.1934";
    // Its check digits are nobody's.
    const NUMBERED: &str = "Sokker til 12033412345";
    on_both(async |app| {
        let (work, number) = begun(app, &[]).await;
        let measure = number.replace("/tall/", "/malinger/");
        let changed = changes(app).await;
        for (page, field) in [
            (format!("{work}/utprovinger/ny"), "hva"),
            (format!("{work}/utprovinger/1"), "laert"),
            (format!("{work}/logg"), "hva"),
            (format!("{work}/oppgaver"), "hva"),
            (format!("{work}/medvirkning"), "hva"),
            (format!("{work}/forankring"), "hva"),
            (format!("{work}/mal"), "hva"),
            (format!("{work}/merke"), "hva"),
            (format!("{work}/drivere/ny"), "ord"),
            (format!("{measure}/merke"), "hva"),
            ("/nb/sett-i-gang".to_owned(), "tittel"),
        ] {
            for typed in [NAMED, NUMBERED] {
                let refused = post(app, KARI, &page, &[(field, typed)]).await;
                assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
                let is_told = refused.has("kan peke på en person");
                assert!(is_told && refused.has(typed), "{page}: {}", refused.body);
            }
        }
        assert_eq!(changes(app).await, changed);
        // Without the person it is a test like any other.
        let fields = but(&PLAN, &[("hva", "Antisklisokker til dem som går om natta")]);
        let new = format!("{work}/utprovinger/ny");
        assert_eq!(post(app, KARI, &new, &fields).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

/// Weeks are days where a day is asked for, as everywhere else.
#[tokio::test]
async fn a_week_is_understood_where_a_day_is_asked_for() {
    on_both(async |app| {
        let (work, number) = begun(app, &[]).await;
        let measure = number.replace("/tall/", "/malinger/");
        let new = format!("{work}/utprovinger/ny");
        let planned = post(app, KARI, &new, &but(&PLAN, &[("fra", "uke 25")])).await;
        assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.body);
        let one = get(app, KARI, &format!("{work}/utprovinger/2/plan")).await;
        assert_eq!(one.field("fra"), "2026-06-15", "{}", one.body);
        for (page, fields) in [
            (format!("{work}/merke"), &[("hva", "Ny leder"), ("dag", "uke 9 2026")][..]),
            (format!("{measure}/merke"), &[("hva", "Nytt skjema"), ("dag", "Uke 9")]),
            (
                format!("{measure}/mal"),
                &[("verdi", "80"), ("fra", "uke 9"), ("innen", "uke 20 2027")],
            ),
        ] {
            let kept = post(app, KARI, &page, fields).await;
            assert_eq!(kept.status, StatusCode::SEE_OTHER, "{page}: {}", kept.body);
        }
        // No year has so many.
        let none =
            post(app, KARI, &format!("{work}/merke"), &[("hva", "Nytt"), ("dag", "uke 60")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!((none.field("dag"), none.field("hva")), ("uke 60", "Nytt"));
    })
    .await;
}

#[tokio::test]
async fn tests_of_one_day_have_the_same_order_on_the_chart_as_on_the_page() {
    on_both(async |app| {
        let (work, number) = begun(app, &[]).await;
        for month in ["oktober 2026", "november 2026"] {
            let fields = said("18", "24", &[("annen_tid", month)]);
            assert_eq!(post(app, KARI, &number, &fields).await.status, StatusCode::SEE_OTHER);
        }
        let new = format!("{work}/utprovinger/ny");
        for (plan, sent) in [("Brett", FIRST), ("Stoler", SECOND)] {
            let fields = but(&PLAN, &[("hva", plan), ("sendt", sent)]);
            assert_eq!(post(app, KARI, &new, &fields).await.status, StatusCode::SEE_OTHER);
        }
        let leader = [("hva", "Ny leder"), ("dag", "3.11.2026")];
        let noted = post(app, KARI, &format!("{work}/merke"), &leader).await;
        assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.body);
        let page = get(app, KARI, &work).await;
        let at = |words: &str| page.body.find(words).unwrap_or_else(|| panic!("{}", page.body));
        assert!(at("PDSA: Brett") < at("PDSA: Stoler"));
        // What is no test has no number that could be taken for one.
        assert!(page.has("A · november 2026: Ny leder"), "{}", page.body);
    })
    .await;
}
