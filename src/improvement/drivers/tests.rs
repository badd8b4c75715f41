//! The driver diagram by its front door: built, moved, linked to several, taken away and put back.

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::centres::Network;
use crate::db;
use crate::improvement::tests::{CENTRE, KARI, NUMBER, OLA, begun, get, on_both, post};
use crate::people::places;
use crate::rights::Who;
use crate::testing::{Answer, TestApp};
use crate::work::{Level, MOST_DRIVERS, NewDriver, Refused, Writer, work_change, work_entity};

/// Adds a driver and tells its id.
async fn added(app: &TestApp, page: &str, fields: &[(&str, &str)]) -> String {
    let answer = post(app, KARI, &format!("{page}/ny"), fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let (_, id) = answer.header("location").rsplit_once("#d-").expect("the way to the driver");
    id.to_owned()
}

async fn driver(app: &TestApp, page: &str, words: &str, level: &str, under: &[&str]) -> String {
    let mut fields = vec![("ord", words), ("niva", level)];
    fields.extend(under.iter().map(|id| ("under", *id)));
    added(app, page, &fields).await
}

fn reworded<'a>(words: &'a str, seen: &'a str) -> [(&'a str, &'a str); 3] {
    [("ord", words), ("niva", "secondary"), ("sett", seen)]
}

/// The words of the drivers in the order of the outline; those that stand twice are told once.
fn order<'a>(page: &Answer, words: &[&'a str]) -> Vec<&'a str> {
    // After the drawing, which has its own order.
    let (_, list) = page.body.split_once("hang-list").expect("an outline");
    let mut found: Vec<(usize, &str)> =
        words.iter().filter_map(|one| Some((list.find(&format!(">{one}<"))?, *one))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, one)| one).collect()
}

#[tokio::test]
async fn one_driver_serves_several_and_hangs_together_with_measures_and_tests() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let page = format!("{work}/drivere");
        let empty = get(app, KARI, &page).await;
        assert!(empty.has("ingen drivere ennå") && !empty.has("<svg class=\"hang\""));
        assert!(empty.has("hvor mye og innen når"), "the aim lacks how much: {}", empty.body);
        let calm = driver(app, &page, "Ro rundt bordet", "primary", &[]).await;
        let help = driver(app, &page, "Hjelp når det trengs", "primary", &[]).await;
        let both = [calm.as_str(), help.as_str()];
        let staff = driver(app, &page, "Personalet sitter ved bordet", "secondary", &both).await;
        // What is to be added below has its level and what it serves filled in.
        let form = get(app, KARI, &format!("{page}/ny?under={staff}")).await;
        assert!(form.has("value=\"idea\" checked"), "{}", form.body);
        assert!(form.has(&format!("value=\"{staff}\" checked")), "{}", form.body);
        let (measure, test) = (form.field("malinger"), form.field("utprovinger"));
        let fields = [
            ("ord", "Middag klokka fire"),
            ("niva", "idea"),
            ("under", staff.as_str()),
            ("malinger", measure),
            ("utprovinger", test),
        ];
        let idea = added(app, &page, &fields).await;
        let shown = get(app, KARI, &page).await;
        for told in [
            "role=\"img\"",
            "Endringsideer",
            "prøves nå",
            "Virker også på",
            "Står også et annet sted",
            "Måles med",
            "Utprøving:",
            format!("href=\"{work}/tall/{measure}\"").as_str(),
            format!("id=\"d-{idea}\"").as_str(),
        ] {
            assert!(shown.has(told), "{told}: {}", shown.body);
        }
        // Told whole in one place, and the way there in the other.
        assert_eq!(shown.body.matches(&format!("id=\"d-{staff}\"")).count(), 1);
        assert_eq!(shown.body.matches(&format!("href=\"#d-{staff}\"")).count(), 1);
        let of_work = get(app, KARI, &work).await;
        assert!(of_work.has("<svg class=\"hang\"") && of_work.has("Hjelp når det trengs"));
        // The form of it shows the same, and saved again it changes nothing.
        let form = get(app, KARI, &format!("{page}/{idea}")).await;
        assert!(form.has(&format!("value=\"{test}\" checked")), "{}", form.body);
        let changes = work_change::Entity::find().all(&app.app.db).await.unwrap().len();
        let again: Vec<_> = fields.into_iter().chain([("sett", form.field("sett"))]).collect();
        let saved = post(app, KARI, &format!("{page}/{idea}"), &again).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert!(get(app, KARI, saved.header("location")).await.has("» er lagret."));
        let now = work_change::Entity::find().all(&app.app.db).await.unwrap().len();
        assert_eq!(now, changes);
    })
    .await;
}

#[tokio::test]
async fn drivers_are_moved_reworded_taken_away_and_put_back() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let page = format!("{work}/drivere");
        let first = driver(app, &page, "Ro", "primary", &[]).await;
        let second = driver(app, &page, "Mat", "primary", &[]).await;
        driver(app, &page, "Dempet lys", "secondary", &[&first]).await;
        let low = driver(app, &page, "Lav lyd", "secondary", &[&second]).await;
        driver(app, &page, "Varm mat", "secondary", &[&second]).await;
        let all = ["Ro", "Mat", "Dempet lys", "Lav lyd", "Varm mat"];
        let shown = get(app, KARI, &page).await;
        assert_eq!(order(&shown, &all), ["Ro", "Dempet lys", "Mat", "Lav lyd", "Varm mat"]);
        let moved = post(app, KARI, &page, &[("ned", &low)]).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
        let shown = get(app, KARI, moved.header("location")).await;
        assert!(shown.has("«Lav lyd» er flyttet."), "{}", shown.body);
        assert_eq!(order(&shown, &all), ["Ro", "Dempet lys", "Mat", "Varm mat", "Lav lyd"]);
        // It is the last there: pressed once more, by a page of before, it stays.
        post(app, KARI, &page, &[("ned", &low)]).await;
        post(app, KARI, &page, &[("opp", &second)]).await;
        let shown = get(app, KARI, &page).await;
        assert_eq!(order(&shown, &all), ["Mat", "Varm mat", "Lav lyd", "Ro", "Dempet lys"]);
        // Two had it open: the second sees what the first wrote, and keeps what they wrote.
        let form = format!("{page}/{low}");
        let seen = get(app, KARI, &form).await.field("sett").to_owned();
        let one = post(app, KARI, &form, &reworded("Radioen av", &seen)).await;
        assert_eq!(one.status, StatusCode::SEE_OTHER, "{}", one.body);
        let other = post(app, KARI, &form, &reworded("TV av", &seen)).await;
        assert_eq!(other.status, StatusCode::CONFLICT, "{}", other.body);
        assert!(other.has("Radioen av") && other.field("ord") == "TV av");
        // Without a tick it hangs on nothing, which is said.
        assert!(get(app, KARI, &page).await.has("Ikke koblet til noe ennå"));
        // What served the one that is taken away stays, and so does the link when it is put back.
        let seen = get(app, KARI, &format!("{page}/{first}")).await.field("sett").to_owned();
        let take = [("ta_bort", "ja"), ("sett", seen.as_str())];
        let taken = post(app, KARI, &format!("{page}/{first}"), &take).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        let shown = get(app, KARI, taken.header("location")).await;
        assert_eq!(order(&shown, &["Ro", "Dempet lys"]), ["Dempet lys"]);
        let late = [("ord", "Ro og fred"), ("niva", "primary"), ("sett", seen.as_str())];
        let late = post(app, KARI, &format!("{page}/{first}"), &late).await;
        assert!(late.status == StatusCode::CONFLICT && late.field("ord") == "Ro og fred");
        assert!(late.has(&format!("action=\"{page}/ny\"")), "{}", late.body);
        let back = post(app, KARI, &page, &[("angre", shown.field("angre"))]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
        let shown = get(app, KARI, &page).await;
        assert_eq!(order(&shown, &all), ["Mat", "Varm mat", "Ro", "Dempet lys"]);
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_is_said_and_kept() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let page = format!("{work}/drivere");
        let calm = driver(app, &page, "Ro", "primary", &[]).await;
        let low = driver(app, &page, "Lav lyd", "secondary", &[&calm]).await;
        let nobody = Uuid::from_u128(7).to_string();
        for (fields, told) in [
            (vec![("ord", ""), ("niva", "idea")], "Hva er det?"),
            (vec![("ord", "TV av"), ("niva", "")], "Hva slags?"),
            (vec![("ord", "TV av"), ("niva", "tertiary")], "tertiary"),
            (vec![("ord", "TV av"), ("niva", "idea"), ("under", nobody.as_str())], nobody.as_str()),
            (
                vec![("ord", "TV av"), ("niva", "secondary"), ("under", low.as_str())],
                "krysset ved «Lav lyd»",
            ),
            (
                vec![("ord", "TV av"), ("niva", "primary"), ("under", calm.as_str())],
                "krysset ved «Ro»",
            ),
            (vec![("ord", "TV av"), ("niva", "idea"), ("utprovinger", "x")], "x"),
            (vec![("ord", "TV av"), ("niva", "idea"), ("ukjent", "felt")], "ukjent"),
        ] {
            let answer = post(app, KARI, &format!("{page}/ny"), &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
            assert!(answer.has(told), "{told}: {}", answer.body);
            assert_eq!(answer.field("ord"), fields[0].1);
        }
        let ring = format!("Ring {NUMBER}");
        let masked = [("ord", ring.as_str()), ("niva", "primary")];
        let masked = post(app, KARI, &format!("{page}/ny"), &masked).await;
        assert_eq!(masked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(masked.has("ligner et fødselsnummer") && !masked.has(NUMBER));
        for fields in [vec![], vec![("opp", "x")], vec![("ned", nobody.as_str())]] {
            let answer = post(app, KARI, &page, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
            assert!(answer.has("id=\"send\""), "the fault leads somewhere: {}", answer.body);
        }
        for path in [format!("{page}/x"), format!("{page}/{nobody}")] {
            assert_eq!(get(app, KARI, &path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        // A primary driver becomes secondary: what hung on it as secondary hangs on nothing then.
        let seen = get(app, KARI, &format!("{page}/{calm}")).await.field("sett").to_owned();
        let lower = [("ord", "Ro"), ("niva", "secondary"), ("sett", seen.as_str())];
        let lower = post(app, KARI, &format!("{page}/{calm}"), &lower).await;
        assert_eq!(lower.status, StatusCode::SEE_OTHER, "{}", lower.body);
        let shown = get(app, KARI, &page).await;
        let (_, loose) = shown.body.split_once("Ikke koblet").expect("some hang on nothing");
        assert!(loose.contains(">Ro<") && loose.contains(">Lav lyd<"), "{loose}");
    })
    .await;
}

#[tokio::test]
async fn a_diagram_has_room_for_so_many() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let page = format!("{work}/drivere");
        let id = work_entity::Entity::find().one(&app.app.db).await.unwrap().unwrap().id;
        let kari = Who {
            id: KARI.parse().unwrap(),
            name: String::new(),
            roles: Vec::new(),
            waits: false,
            session: Uuid::nil(),
            proof: String::new(),
        };
        db::transaction::<(), Refused, _>(&app.app.db, |tx| {
            let (clock, kari) = (app.app.clock.clone(), kari.clone());
            Box::pin(async move {
                let writer = Writer::new(tx, &clock, &kari);
                for n in 0..MOST_DRIVERS {
                    let new =
                        NewDriver { level: Level::Idea, words: format!("Idé {n}"), place: 0 };
                    writer.add_driver(id, new).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
        let fields = [("ord", "En til"), ("niva", "idea")];
        let full = post(app, KARI, &format!("{page}/ny"), &fields).await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(full.has("så mange drivere") && full.field("ord") == "En til");
        assert_eq!(get(app, KARI, &page).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn who_reads_sees_the_diagram_and_changes_nothing() {
    on_both(async |app| {
        let network = Network::load(&app.app.db).await.unwrap();
        let centre = places::by_slug(&network, CENTRE).unwrap().to_string();
        let (work, _) = begun(app, &[("senter", &centre)]).await;
        let page = format!("{work}/drivere");
        let calm = driver(app, &page, "Ro rundt bordet", "primary", &[]).await;
        let adviser = format!("{OLA} editor@{centre}");
        let shown = get(app, &adviser, &page).await;
        assert!(shown.has("Ro rundt bordet") && !shown.has("Flytt") && !shown.has("/drivere/ny"));
        for path in [format!("{page}/ny"), format!("{page}/{calm}")] {
            assert_eq!(get(app, &adviser, &path).await.status, StatusCode::FORBIDDEN, "{path}");
            let fields = [("ord", "Noe annet"), ("niva", "primary"), ("sett", "3")];
            let written = post(app, &adviser, &path, &fields).await;
            assert_eq!(written.status, StatusCode::FORBIDDEN, "{path}");
            assert_eq!(get(app, OLA, &path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(post(app, &adviser, &page, &[("opp", &calm)]).await.status, 403);
        assert_eq!(get(app, OLA, &page).await.status, StatusCode::NOT_FOUND);
        // The driver of one work is not to be had by way of another.
        let (other, _) = begun(app, &[]).await;
        let crossed = format!("{other}/drivere/{calm}");
        assert_eq!(get(app, KARI, &crossed).await.status, StatusCode::NOT_FOUND);
        let moved = post(app, KARI, &format!("{other}/drivere"), &[("angre", &calm)]).await;
        assert_eq!(moved.status, StatusCode::UNPROCESSABLE_ENTITY);
        // In English, with the team's words marked as theirs.
        let english = get(app, KARI, &page.replacen("/nb/", "/en/", 1)).await;
        assert!(english.has("Primary drivers") && english.has("<span lang=\"nb\">Ro rundt bordet"));
        assert!(english.has("font-size=\"15.5\" lang=\"nb\""), "{}", english.body);
    })
    .await;
}
