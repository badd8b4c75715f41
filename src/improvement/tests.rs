//! The workspace by its front door: from nothing to a chart, what is not understood, and who sees it.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use sea_orm::EntityTrait;

use crate::centres::Network;
use crate::db;
use crate::items::{WriteError, Writer, item_entity};
use crate::people::{audit, places};
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp};
use crate::work::{work_change, work_entity, work_observation};

pub(super) const KARI: &str = "01890000-0000-7000-8000-000000000001";
pub(super) const OLA: &str = "01890000-0000-7000-8000-000000000002";
const SENT: &str = "01890000-0000-7000-8000-0000000000aa";
pub(super) const CENTRE: &str = "usht-hedmark";
/// Looks like somebody's, and is nobody's.
pub(super) const NUMBER: &str = "03851598730";

const START: [(&str, &str); 11] = [
    ("tittel", "Rolige måltider"),
    ("sted", "Solbakken, 2. etasje"),
    ("hva", "Flere skal holde vekta"),
    ("innen", "juni 2027"),
    ("maling", "Beboere som holder vekta"),
    ("slag", "share"),
    ("teller", "Holdt vekta"),
    ("nevner", "Ble veid"),
    ("hver", "month"),
    ("retning", "higher"),
    ("endring", "Middag klokka fire"),
];

/// Runs a test on both engines, with people who are known by a header.
pub(super) async fn on_both(test: impl AsyncFn(&TestApp)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await.changed(|app| app.identify = by_header);
        test(&app).await;
        app.end().await;
    }
}

pub(super) async fn get(app: &TestApp, who: &str, path: &str) -> Answer {
    app.ask(Request::get(path).header(HEADER, who).body(Body::empty()).unwrap()).await
}

pub(super) async fn post(app: &TestApp, who: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(path)
        .header(HEADER, who)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    app.ask(request.body(Body::from(body)).unwrap()).await
}

/// The address of a work that has begun, and of the page where its number is entered.
pub(super) async fn begun(app: &TestApp, more: &[(&str, &str)]) -> (String, String) {
    // What is said more takes the place of what is usual.
    let is_new = |name: &str| more.iter().all(|(other, _)| *other != name);
    let usual = START.iter().filter(|(name, _)| is_new(name));
    let fields: Vec<_> = usual.chain(more).copied().collect();
    let started = post(app, KARI, "/nb/sett-i-gang", &fields).await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
    let work = started.header("location").to_owned();
    let page = get(app, KARI, &work).await;
    let (_, rest) = page.body.split_once(&format!("{work}/tall/")).expect("a form for a number");
    (work.clone(), format!("{work}/tall/{}", rest.split('"').next().unwrap()))
}

pub(super) fn said<'a>(
    value: &'a str,
    all: &'a str,
    more: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let fields = [("tall", value), ("av", all), ("tid", "2026-11-01")];
    // What is said more takes the place of what is usual.
    let is_new = |name: &str| more.iter().all(|(other, _)| *other != name);
    fields.into_iter().filter(|(name, _)| is_new(name)).chain(more.iter().copied()).collect()
}

#[tokio::test]
async fn from_nothing_to_a_chart_and_a_number_that_is_corrected() {
    on_both(async |app| {
        let form = get(app, KARI, "/nb/sett-i-gang").await;
        assert!(form.status == StatusCode::OK && form.has("Hva skal bli bedre?"), "{}", form.body);
        let (work, number) = begun(app, &[]).await;
        let page = get(app, KARI, &work).await;
        for told in [
            "Rolige måltider",
            "Bare teamet ser dette.",
            "Legg inn tallet for november 2026",
            "Holdt vekta",
            "Middag klokka fire",
            "juni 2027",
            "Teamleder",
            "Diagrammet kommer",
        ] {
            assert!(page.has(told), "{told}: {}", page.body);
        }
        assert!(get(app, KARI, "/nb/arbeid").await.has("Rolige måltider"));
        let fields = said("19", "24", &[("sendt", SENT)]);
        let saved = post(app, KARI, &number, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        // The answer may be lost on its way: the same once more is one number.
        assert_eq!(post(app, KARI, &number, &fields).await.status, StatusCode::SEE_OTHER);
        let page = get(app, KARI, saved.header("location")).await;
        assert!(page.has("Tallet er lagret.") && page.has("<svg") && page.has("19 av 24"));
        // One point alone is of its month as well.
        assert!(page.has("<th scope=\"row\">november 2026</th>"), "{}", page.body);
        // What was before the team began is missed by nobody.
        let entry = get(app, KARI, &number).await;
        assert!(entry.has(">oktober 2026<") && !entry.has("mangler<"), "{}", entry.body);
        assert_eq!(work_observation::Entity::find().all(&app.app.db).await.unwrap().len(), 1);
        // Another number for the same month is asked about, with all that was typed.
        let other = post(app, KARI, &number, &said("18", "24", &[])).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(other.has("står det 19 av 24 fra før"), "{}", other.body);
        assert_eq!(other.field("tall"), "18");
        let there = other.field("rettes").to_owned();
        let silent = post(app, KARI, &number, &said("18", "24", &[("rettes", &there)])).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let why = [("rettes", there.as_str()), ("grunn", "Talte en for mye")];
        let mended = post(app, KARI, &number, &said("18", "24", &why)).await;
        assert_eq!(mended.status, StatusCode::SEE_OTHER, "{}", mended.body);
        let history = get(app, KARI, &format!("{number}?tid=2026-11-01")).await;
        assert!(history.has("Talte en for mye") && history.has("19 av 24, lagt inn av"));
        assert_eq!((history.field("tall"), history.field("av")), ("18", "24"));
        // Taken back, it is missing again.
        let there = history.field("rettes").to_owned();
        let back = [("rettes", there.as_str()), ("grunn", "Feil avdeling"), ("ta_bort", "ja")];
        let silent = post(app, KARI, &number, &said("", "", &[back[0], back[2]])).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let back = post(app, KARI, &number, &said("", "", &back)).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
        assert!(get(app, KARI, &work).await.has("Legg inn tallet for november 2026"));
        let log = audit::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!(log.iter().filter(|row| row.what == "work_begun").count(), 1);
        let changes = work_change::Entity::find().all(&app.app.db).await.unwrap();
        // Begun, its measure, its first test, the number, and two corrections.
        assert_eq!(changes.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn the_chart_leads_to_all_its_numbers_and_who_entered_each() {
    on_both(async |app| {
        let (work, number) = begun(app, &[]).await;
        assert!(!get(app, KARI, &number).await.has("id=\"tallene\""), "there are none yet");
        for (month, value) in [("oktober 2026", "17"), ("november 2026", "19")] {
            let fields = said(value, "24", &[("annen_tid", month)]);
            assert_eq!(post(app, KARI, &number, &fields).await.status, StatusCode::SEE_OTHER);
        }
        let there = get(app, KARI, &format!("{number}?tid=2026-11-01")).await;
        let why = [("rettes", there.field("rettes")), ("grunn", "Talte en for mye")];
        let mended = post(app, KARI, &number, &said("18", "24", &why)).await;
        assert_eq!(mended.status, StatusCode::SEE_OTHER, "{}", mended.body);
        assert!(get(app, KARI, &work).await.has(&format!("href=\"{number}#tallene\"")));
        let page = get(app, KARI, &number).await;
        let (_, list) = page.body.split_once("id=\"tallene\"").expect("the list");
        for told in [
            "?tid=2026-11-01\">november 2026<",
            "<td>18 av 24</td>",
            "<td>17 av 24</td>",
            "<td>noen i teamet</td>",
            "<td>22. november 2026</td>",
            "Talte en for mye",
        ] {
            assert!(list.contains(told), "{told}: {list}");
        }
        assert!(!list.contains("19 av 24"), "what was corrected is told with its period");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_understood_is_said_and_kept() {
    on_both(async |app| {
        let (_, number) = begun(app, &[]).await;
        for (value, all, more, told) in [
            ("elleve", "24", ("annen_tid", ""), "helt tall"),
            ("25", "24", ("annen_tid", ""), "Flere enn alle"),
            ("1", "0", ("annen_tid", ""), "av ingen"),
            ("1", "24", ("annen_tid", "desember 2026"), "er ikke kommet ennå"),
            ("1", "24", ("annen_tid", "2026"), "ikke forstått nøyaktig nok"),
            ("1", "24", ("annen_tid", "uke 9"), "ikke forstått nøyaktig nok"),
            ("1", "24", ("annen_tid", "31.2.2026"), "31.2.2026"),
            ("1", "24", ("annen_tid", "i fjor"), "i fjor"),
            ("1", "24", ("tid", "i går"), "i går"),
            ("-1", "24", ("annen_tid", ""), "-1"),
            ("1", "24", ("ukjent", "felt"), "ukjent"),
        ] {
            let answer = post(app, KARI, &number, &said(value, all, &[more])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{value} {more:?}");
            assert!(answer.has(told), "{told}: {}", answer.body);
            assert_eq!((answer.field("tall"), answer.field("av")), (value, all));
        }
        assert!(work_observation::Entity::find().all(&app.app.db).await.unwrap().is_empty());
        // An older month, written as people write it; and nobody to count is an answer.
        let older =
            post(app, KARI, &number, &said("12", "20", &[("annen_tid", "mars 2025")])).await;
        assert_eq!(older.status, StatusCode::SEE_OTHER, "{}", older.body);
        let none = post(app, KARI, &number, &said("", "", &[("ingen", "ja")])).await;
        assert_eq!(none.status, StatusCode::SEE_OTHER, "{}", none.body);
        let rows = work_observation::Entity::find().all(&app.app.db).await.unwrap();
        let mut rows: Vec<_> =
            rows.iter().map(|row| (row.day.to_string(), row.value, row.denominator)).collect();
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        let is = |day: &str, value, all| (day.to_owned(), Some(value), Some(all));
        assert_eq!(rows, [is("2025-03-01", 12.0, 20.0), is("2026-11-01", 0.0, 0.0)]);
        for query in ["?tid=x", "?tid=", "?tid=2026-13-01"] {
            let asked = get(app, KARI, &format!("{number}{query}")).await;
            assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_start_that_lacks_something_comes_back_and_keeps_no_identity_number() {
    on_both(async |app| {
        let empty = post(app, KARI, "/nb/sett-i-gang", &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let words = format!("Ring {NUMBER} i dag");
        let fields: Vec<_> = START
            .iter()
            .copied()
            .chain([("hvem", words.as_str()), ("mye", "mest mulig")])
            .collect();
        let masked = post(app, KARI, "/nb/sett-i-gang", &fields).await;
        assert_eq!(masked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(masked.has("ligner et fødselsnummer") && masked.has("Ring •••••••••••"));
        assert!(masked.has("mest mulig") && !masked.has(NUMBER), "{}", masked.body);
        let (work, number) = begun(app, &[]).await;
        let note = format!("{work}/merke");
        let masked = post(app, KARI, &note, &[("hva", NUMBER), ("dag", "3.11.2026")]).await;
        assert!(masked.status == StatusCode::UNPROCESSABLE_ENTITY && !masked.has(NUMBER));
        let noted = post(app, KARI, &note, &[("hva", "Ny vaktplan"), ("dag", "3.11.2026")]).await;
        assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.body);
        let ahead = post(app, KARI, &note, &[("hva", "Ferie"), ("dag", "juli 2027")]).await;
        assert!(ahead.status == StatusCode::UNPROCESSABLE_ENTITY && ahead.has("Ferie"));
        for month in ["oktober 2026", "november 2026"] {
            let fields = said("18", "24", &[("annen_tid", month)]);
            assert_eq!(post(app, KARI, &number, &fields).await.status, StatusCode::SEE_OTHER);
        }
        // It stands on the chart at its month, and in the list below.
        assert!(get(app, KARI, &work).await.has("november 2026: Ny vaktplan"));
    })
    .await;
}

#[tokio::test]
async fn a_count_may_say_what_is_counted_and_a_work_may_be_nowhere() {
    on_both(async |app| {
        let more = [
            ("slag", "count"),
            ("teller", "Fall på badet"),
            ("nevner", ""),
            ("sted", ""),
            ("tall", "7\n5\n6"),
        ];
        let is_new = |name: &str| more.iter().all(|(other, _)| *other != name);
        let usual = START.iter().filter(|(name, _)| is_new(name));
        let fields: Vec<_> = usual.chain(&more).copied().collect();
        let started = post(app, KARI, "/nb/sett-i-gang", &fields).await;
        assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
        let page = get(app, KARI, started.header("location")).await;
        assert!(page.has("3 tall er lagret."), "{}", page.body);
        let work = started.header("location").split('?').next().unwrap();
        let (_, number) = page.body.split_once(&format!("{work}/tall/")).expect("its numbers");
        let number = number.split(['"', '#']).next().unwrap();
        let number = get(app, KARI, &format!("{work}/tall/{number}")).await;
        assert!(number.has("Fall på badet"), "{}", number.body);
        let entry = get(app, KARI, &format!("{work}/tall")).await;
        assert!(entry.has(">Rolige måltider</p>"), "nothing stands behind it: {}", entry.body);
    })
    .await;
}

#[tokio::test]
async fn it_is_private_until_the_team_shares_it() {
    on_both(async |app| {
        let network = Network::load(&app.app.db).await.unwrap();
        let centre = places::by_slug(&network, CENTRE).unwrap().to_string();
        let (alone, number) = begun(app, &[]).await;
        let (shared, its_number) = begun(app, &[("senter", &centre)]).await;
        let adviser = format!("{OLA} editor@{centre}");
        let coordinator = format!("{OLA} coordinator");
        for (who, path, status) in [
            (OLA, &alone, StatusCode::NOT_FOUND),
            (adviser.as_str(), &alone, StatusCode::NOT_FOUND),
            (coordinator.as_str(), &alone, StatusCode::NOT_FOUND),
            (coordinator.as_str(), &shared, StatusCode::NOT_FOUND),
            (OLA, &number, StatusCode::NOT_FOUND),
            (adviser.as_str(), &shared, StatusCode::OK),
            (adviser.as_str(), &its_number, StatusCode::FORBIDDEN),
        ] {
            assert_eq!(get(app, who, path).await.status, status, "{who} {path}");
        }
        let theirs = get(app, &adviser, "/nb/arbeid").await;
        assert!(theirs.has(&shared) && !theirs.has(&alone) && theirs.has("Veileder"));
        let written = post(app, &adviser, &its_number, &said("1", "2", &[])).await;
        assert_eq!(written.status, StatusCode::FORBIDDEN);
        let note = [("hva", "Besøk av senteret"), ("dag", "3.11.2026")];
        let noted = post(app, &adviser, &format!("{shared}/merke"), &note).await;
        assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.body);
        assert!(get(app, KARI, &shared).await.has("Bare teamet og veilederne ved"));
        assert!(app.get(&shared).await.status == StatusCode::FORBIDDEN);
        // The measure of one work is not to be had by way of another.
        let measure = its_number.rsplit('/').next().unwrap();
        let crossed = format!("{alone}/tall/{measure}");
        assert_eq!(get(app, KARI, &crossed).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_parts_of_a_work_lead_to_pages_that_whoever_reads_it_has() {
    on_both(async |app| {
        let network = Network::load(&app.app.db).await.unwrap();
        let centre = places::by_slug(&network, CENTRE).unwrap().to_string();
        let (work, _) = begun(app, &[("senter", &centre)]).await;
        let adviser = format!("{OLA} editor@{centre}");
        for (who, is_lead) in [(KARI, true), (adviser.as_str(), false)] {
            for end in [
                "",
                "/malinger",
                "/utprovinger",
                "/drivere",
                "/faser",
                "/logg",
                "/oppgaver",
                "/medvirkning",
                "/endringer",
                "/team",
                "/deling",
                "/forankring",
            ] {
                let page = get(app, who, &format!("{work}{end}")).await;
                assert_eq!(page.status, StatusCode::OK, "{who} {end}");
                let here = format!("href=\"{work}{end}\" aria-current=");
                assert!(page.has(&here), "{here}: {}", page.body);
                let share = format!("href=\"{work}/del\"");
                assert_eq!(page.has(&share), is_lead, "{who} {end}: {}", page.body);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_work_that_is_over_is_shared_and_no_longer_asks_for_numbers() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let (asked, shares) =
            ("Legg inn tallet for november 2026", "Lag utkast til offentlig side");
        let page = get(app, KARI, &work).await;
        assert!(page.has(asked) && !page.has(shares), "{}", page.body);
        let over = post(app, KARI, &format!("{work}/status"), &[("status", "finished")]).await;
        assert_eq!(over.status, StatusCode::SEE_OTHER, "{}", over.body);
        let page = get(app, KARI, &work).await;
        assert!(!page.has(asked) && page.has(shares), "{}", page.body);
        // The step that is suggested is one of those that come when all is tried.
        let [early, late] = ["Se hva som er kjent fra før", "Se på tallene sammen"];
        assert!(!page.has(early) && page.has(&format!("Foreslått nå: {late}")), "{}", page.body);
        let phases = get(app, KARI, &format!("{work}/faser")).await;
        let (_, suggested) = phases.body.split_once("Foreslått nå").expect("a suggestion");
        let late = suggested.find(late).expect("it is there");
        assert!(suggested.find(early).is_none_or(|early| late < early), "{}", phases.body);
        let numbers = get(app, KARI, &format!("{work}/tall")).await;
        assert!(numbers.has("ikke spurt om flere tall") && !numbers.has("name=\"tall_"));
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_over_an_aim_that_they_have_not_seen() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let page = format!("{work}/mal");
        let form = get(app, KARI, &page).await;
        assert!(form.has("Flere skal holde vekta") && form.has("2027-06"), "{}", form.body);
        let seen = form.field("sett").to_owned();
        let aim = |what: &'static str, seen: &str| {
            let fields = [("tittel", "Rolige måltider"), ("hva", what), ("sett", seen)];
            fields.map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let send = async |what, seen: &str| {
            let fields = aim(what, seen);
            let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            post(app, KARI, &page, &fields).await
        };
        let first = send("Alle skal holde vekta", &seen).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
        let second = send("Ingen skal gå ned", &seen).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.has("Alle skal holde vekta") && second.has("Ingen skal gå ned"));
        let now = second.field("sett").to_owned();
        let third = send("Ingen skal gå ned", &now).await;
        assert_eq!(third.status, StatusCode::SEE_OTHER, "{}", third.body);
        assert_eq!(send("", &now).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let changes = work_change::Entity::find().all(&app.app.db).await.unwrap();
        let aims: Vec<_> = changes.iter().filter(|change| change.what == "aim").collect();
        assert_eq!(aims.len(), 2);
        let kept = |text: &str| {
            aims.iter().any(|one| one.was.as_ref().is_some_and(|was| was["what"] == text))
        };
        assert!(kept("Flere skal holde vekta") && kept("Alle skal holde vekta"));
    })
    .await;
}

#[tokio::test]
async fn the_work_stays_when_its_text_is_thrown_away() {
    on_both(async |app| {
        let (path, _) = begun(app, &[]).await;
        assert!(get(app, KARI, "/nb/skriv").await.has("Rolige måltider"));
        let db = &app.app.db;
        let work = work_entity::Entity::find().one(db).await.unwrap().unwrap();
        let item = work.item_id.expect("a text that is to tell of it");
        let draft = item_entity::Entity::find_by_id(item).one(db).await.unwrap().unwrap();
        let revision = draft.revision;
        db::transaction::<(), WriteError, _>(db, |tx| {
            let (clock, kinds) = (app.app.clock.clone(), app.app.kinds.clone());
            Box::pin(async move {
                Writer::new(tx, &clock, kinds.stored()).discard(item, revision).await?;
                Ok(())
            })
        })
        .await
        .unwrap();
        let work = work_entity::Entity::find().one(db).await.unwrap().unwrap();
        assert_eq!(work.item_id, None);
        assert!(get(app, KARI, &path).await.has("Flere skal holde vekta"));
    })
    .await;
}

/// What is pasted in the start is understood as on the page for tables, and asked about as there.
#[tokio::test]
async fn a_start_takes_what_is_pasted_and_asks_what_it_means() {
    on_both(async |app| {
        let count = [("slag", "count"), ("maling", "Fall"), ("teller", ""), ("nevner", "")];
        let with = |numbers: &'static str, more: &[(&'static str, &'static str)]| {
            let mut fields = [&count[..], &[("tall", numbers)], more].concat();
            let usual = START.iter().filter(|(name, _)| fields.iter().all(|(own, _)| own != name));
            let usual: Vec<_> = usual.copied().collect();
            fields.extend(usual);
            fields
        };
        let kept = async || {
            let rows = work_observation::Entity::find().all(&app.app.db).await.unwrap();
            rows.into_iter().map(|row| (row.day.to_string(), row.value)).collect::<Vec<_>>()
        };
        for text in ["7 5 6", "12 34", "Beboer\tFall\nK.N.\t2", "januar 2026\tmange"] {
            let refused = post(app, KARI, "/nb/sett-i-gang", &with(text, &[])).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
            assert!(!refused.has("K.N."), "{}", refused.body);
        }
        let text = "Måned\tFall\nseptember 2026\t7\noktober 2026\t3 (to fra sykehus)";
        let asked = post(app, KARI, "/nb/sett-i-gang", &with(text, &[])).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.has("Skal tallet brukes uten det?"), "{}", asked.body);
        assert!(asked.has("3 (to fra sykehus)") && kept().await.is_empty());
        let saved = post(app, KARI, "/nb/sett-i-gang", &with(text, &[("fotnoter", "bruk")])).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let right = [("2026-09-01", 7.0), ("2026-10-01", 3.0)];
        assert_eq!(kept().await, right.map(|(day, value)| (day.to_owned(), Some(value))));
    })
    .await;
}

#[tokio::test]
async fn a_number_in_per_cent_may_have_its_sign_and_what_looks_like_a_slip_is_asked_about() {
    on_both(async |app| {
        let fields = [("slag", "value"), ("maling", "Andel"), ("teller", ""), ("nevner", "")];
        let (work, number) = begun(app, &[&fields[..], &[("enhet", "%")]].concat()).await;
        let typed = |value: &'static str, more: &[(&'static str, &'static str)]| {
            [&[("tall", value), ("tid", "2026-11-01")], more].concat()
        };
        for (value, told) in [
            ("0,75", "1 % eller mindre"),
            ("175", "mer enn 100 %"),
            ("-5", "mindre enn 0 %"),
            ("1.234", "Skriv 1234 eller 1,234"),
            ("7 5", "høyst 3 desimaler"),
        ] {
            let asked = post(app, KARI, &number, &typed(value, &[])).await;
            assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
            assert!(asked.has(told) && asked.field("tall") == value, "{told}: {}", asked.body);
            let screen = format!("{work}/tall");
            assert!(work_observation::Entity::find().all(&app.app.db).await.unwrap().is_empty());
            // The screen of all that is missing says the same.
            let form = get(app, KARI, &screen).await;
            let (_, row) = form.body.split_once("name=\"tall_").expect("a field");
            let key = row.split('"').next().unwrap();
            let name = format!("tall_{key}");
            let asked = post(app, KARI, &screen, &[(name.as_str(), value)]).await;
            assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
            assert!(asked.has(told), "{told}: {}", asked.body);
        }
        let old = typed("75", &[("annen_tid", "mars 1999")]);
        let asked = post(app, KARI, &number, &old).await;
        assert!(asked.has("lenge før de andre tallene"), "{}", asked.body);
        let signed = post(app, KARI, &number, &typed("75 %", &[])).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.body);
        let sure = [("annen_tid", "oktober 2026"), ("sikker", "ja")];
        let sure = post(app, KARI, &number, &typed("0,75", &sure)).await;
        assert_eq!(sure.status, StatusCode::SEE_OTHER, "{}", sure.body);
        let rows = work_observation::Entity::find().all(&app.app.db).await.unwrap();
        let mut values: Vec<f64> = rows.into_iter().filter_map(|row| row.value).collect();
        values.sort_by(f64::total_cmp);
        assert_eq!(values, [0.75, 75.0]);
    })
    .await;
}

#[tokio::test]
async fn some_of_all_may_be_typed_in_one_field_and_dates_that_have_been_are_asked_about() {
    on_both(async |app| {
        let (work, number) = begun(app, &[("mal", "90 %")]).await;
        let both = post(app, KARI, &number, &said("18 av 24", "", &[])).await;
        assert_eq!(both.status, StatusCode::SEE_OTHER, "{}", both.body);
        let rows = work_observation::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!((rows[0].value, rows[0].denominator), (Some(18.0), Some(24.0)));
        let measure = number.replace("/tall/", "/malinger/");
        let goal = format!("{measure}/mal");
        let signed = post(app, KARI, &goal, &[("verdi", "90 %"), ("fra", "mars 2026")]).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.body);
        let fields = [("verdi", "90"), ("fra", "mai 2026"), ("innen", "mars 2026")];
        let backwards = post(app, KARI, &goal, &fields).await;
        assert_eq!(backwards.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(backwards.has("Har de to datoene byttet plass?"), "{}", backwards.body);
        let mut aim = vec![("tittel", "Vekt"), ("hva", "Flere holder vekta"), ("innen", "2020-06")];
        let page = format!("{work}/mal");
        let seen = get(app, KARI, &page).await.field("sett").to_owned();
        aim.push(("sett", seen.as_str()));
        let past = post(app, KARI, &page, &aim).await;
        assert!(past.has("Er året riktig?"), "{}", past.body);
        aim.push(("sikker", "ja"));
        let sure = post(app, KARI, &page, &aim).await;
        assert_eq!(sure.status, StatusCode::SEE_OTHER, "{}", sure.body);
        let begun: Vec<_> = START.iter().filter(|(name, _)| *name != "innen").copied().collect();
        let begun = [&begun[..], &[("innen", "juni 2020")]].concat();
        let past = post(app, KARI, "/nb/sett-i-gang", &begun).await;
        assert!(past.status == StatusCode::UNPROCESSABLE_ENTITY && past.has("Er året riktig?"));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_left_out_where_no_number_is() {
    on_both(async |app| {
        let (_, number) = begun(app, &[]).await;
        for month in ["august 2026", "november 2026"] {
            let fields = said("18", "24", &[("annen_tid", month)]);
            assert_eq!(post(app, KARI, &number, &fields).await.status, StatusCode::SEE_OTHER);
        }
        let mark = number.replace("/tall/", "/malinger/") + "/inndeling";
        let fields = [("hva", "exclude"), ("tid", "september 2026"), ("grunn", "Ferie")];
        let refused = post(app, KARI, &mark, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.has("ikke noe tall å utelate"), "{}", refused.body);
    })
    .await;
}

/// Of what happens now and then most months have none: those that have are no shift, whichever was last.
#[tokio::test]
async fn what_is_rare_is_told_no_shift_of() {
    on_both(async |app| {
        let months: Vec<&str> = (0..30).map(|at| if at % 3 == 1 { "1" } else { "0" }).collect();
        let months = months.join("\n");
        let fields = [
            ("hva", "Færre skal få trykksår"),
            ("maling", "Nye trykksår"),
            ("slag", "count"),
            ("hver", "month"),
            ("retning", "lower"),
            ("tall", months.as_str()),
        ];
        let started = post(app, KARI, "/nb/sett-i-gang", &fields).await;
        assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
        let page = get(app, KARI, started.header("location")).await;
        assert!(page.has("For mange målinger ligger på medianen"), "{}", page.body);
        assert!(!page.has("feil retning") && !page.has("har økt"), "{}", page.body);
    })
    .await;
}
