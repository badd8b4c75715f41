//! The catalogue answers as the database does, whatever has happened and whichever day is asked for.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{Catalogue, Made, forget};
use crate::db::unseen::PAGES;
use crate::items::adopted;
use crate::items::list::{self, At, Counts, Sort, Wanted, When};
use crate::items::{read, uses};
use crate::testing::{Dice, Engine, NOW, TestApp, both_engines};

const THEMES: [&str; 3] = ["fall", "ernaering", "munnhelse"];
const COUNTIES: [&str; 3] = ["18", "50", "34"];
const LANGS: [&str; 3] = ["nb", "nn", "en"];
const FACETS: [&str; 7] = ["theme", "county", "municipality", "year", "status", "form", "nothing"];
const ITEMS: usize = 60;

/// A line of the exchange format: a text of one of sixty items, a third of them translations.
fn line(n: usize, dice: &mut Dice) -> Value {
    let original = if n % 3 == 2 { Some(n - 2) } else { None };
    let of = original.unwrap_or(n);
    let kind = ["project", "news", "event", "tool"][of % 4];
    let words = ["Ås", "Aalesund", "Ære", "Øst", "Zebra", "Å gå", "abc", "Éva"];
    let mut line = json!({
        "kind": kind, "external_id": format!("x:{n}"),
        "lang": if original.is_some() { LANGS[1 + n % 2] } else { LANGS[of % 2] },
        "title": format!("{} {n}", dice.of(&words)),
        "lead": "Ingress.", "body": "Tekst.",
        "published_at": match n % 7 {
            0 => "unknown".to_owned(),
            1 => format!("{}", 2010 + of % 5),
            _ => format!("2015-{:02}-{:02}", 1 + n % 12, 1 + n % 28),
        },
        "themes": [dice.of(&THEMES)], "counties": [dice.of(&COUNTIES)],
    });
    if kind == "event" {
        let day = format!("20{}-0{}-11", 17 + dice.below(12), 1 + dice.below(9));
        line["facts"] = json!({ "starts": day, "form": "in_person", "place": "Hamar" });
    }
    if kind == "project" {
        let status = ["ongoing", "planned", "completed"][n / 4 % 3];
        let end = format!("20{}-0{}", 14 + n % 5, 1 + n % 9);
        // Nobody has said when some of them end.
        let open = json!({ "from": "2014" });
        let period = if n.is_multiple_of(3) { open } else { json!({ "from": "2014", "to": end }) };
        line["facts"] = json!({ "status": status, "period": period });
    }
    if let Some(original) = original {
        line["translation_of"] = json!(format!("x:{original}"));
    }
    line["state"] = json!(dice.of(&[
        "published",
        "published",
        "published",
        "published",
        "archived",
        "withdrawn",
        "draft",
    ]));
    line
}

fn wanted(dice: &mut Dice) -> Wanted {
    let at = match dice.below(4) {
        0 | 1 => At::Now(NOW),
        2 => At::Past(
            datetime!(2015-01-01 0:00 UTC)
                + Duration::days(40 * i64::try_from(dice.below(110)).unwrap()),
        ),
        // At the very instant of a change.
        _ => At::Past(
            datetime!(2017-01-31 23:00 UTC)
                + Duration::days(i64::try_from(dice.below(40)).unwrap()),
        ),
    };
    let mut wanted = Wanted::all(at, dice.of(&["nb", "nn", "en", "se"]));
    wanted.kinds =
        dice.of(&[&[][..], &["project"], &["event"], &["news", "tool"], &["page"]]).to_vec();
    wanted.archived = dice.below(2) == 0;
    wanted.when = dice.of(&[None, None, None, Some(When::Coming), Some(When::Past)]);
    wanted.sort = dice.of(&[Sort::Newest, Sort::Oldest, Sort::Title, Sort::Adopted]);
    (wanted.page, wanted.per_page) = dice.of(&[(0, 3), (1, 5), (3, 7), (0, 100), (2, 100)]);
    if dice.below(2) == 0 {
        wanted = wanted
            .having("theme", dice.of(&[&["fall"][..], &["fall", "munnhelse"], &["ukjent"], &[]]));
    }
    if dice.below(3) == 0 {
        wanted = wanted.having("county", &[dice.of(&COUNTIES)]);
    }
    if dice.below(3) == 0 {
        wanted = wanted.having("year", dice.of(&[&["2015"][..], &["2014", "2018"], &["2026"]]));
    }
    // What is so until a day.
    if wanted.per_page == 5 {
        wanted = wanted.having("status", &["ongoing_open", "was_planned"]);
    }
    if dice.below(4) == 0 {
        wanted = wanted.having(adopted::PLACE, dice.of(&[&["0301"][..], &["0301", "4601"], &[]]));
    }
    wanted
}

/// Some are taken into use, and some no more.
async fn adopt(app: &TestApp, dice: &mut Dice) {
    for n in (0..ITEMS).step_by(3) {
        let db = &app.app.db;
        let found = read::by_external_id(db, &format!("x:{n}")).await.unwrap();
        let Some(item) = found else { continue };
        let places = dice.of(&[&[][..], &["0301"], &["4601"], &["0301", "4601"]]);
        let places: BTreeSet<String> = places.iter().map(|code| (*code).to_owned()).collect();
        let count = places.len() * (1 + dice.below(2));
        adopted::set(db, &app.app.clock, item.id, (count, &places)).await.unwrap();
    }
}

#[derive(Debug, PartialEq)]
struct Answers {
    total: u64,
    page: Vec<(Uuid, String, String, OffsetDateTime)>,
    counts: Counts,
    themes: BTreeMap<String, i64>,
    kinds: BTreeMap<String, i64>,
    archived: u64,
    these: Vec<Uuid>,
}

async fn answers(library: &Catalogue, wanted: &Wanted, ids: &[Uuid]) -> Answers {
    let listed = list::list(library, wanted).await.unwrap();
    let mut these = list::these(library, ids, wanted).await.unwrap();
    these.sort_by_key(|item| item.id);
    Answers {
        total: listed.total,
        page: listed
            .items
            .into_iter()
            .map(|item| (item.id, item.title, item.card, item.updated_at.into()))
            .collect(),
        counts: list::counts(library, wanted, &FACETS).await.unwrap(),
        themes: list::counts_of(library, wanted, "theme").await.unwrap(),
        kinds: list::by_kind(library, wanted).await.unwrap(),
        archived: list::archived(library, wanted).await.unwrap(),
        these: these.into_iter().map(|item| item.id).collect(),
    }
}

both_engines! {
    async fn it_answers_as_the_database_does_whatever_happens(app: TestApp) {
        let database = Catalogue::of_database(&app.app.db);
        let mut dice = Dice(11);
        let mut found = 0;
        let first = datetime!(2016-06-01 12:00 UTC);
        // One at an instant that is asked for.
        let days = [first, datetime!(2017-02-10 23:00 UTC), datetime!(2018-05-04 8:00 UTC), NOW];
        for day in days {
            app.app.clock.advance(day - app.app.clock.now());
            // First of all each item, and then some of them anew.
            let mut lines: Vec<Value> = Vec::new();
            for n in 0..ITEMS {
                let line = line(n, &mut dice);
                if day == first || dice.below(3) == 0 {
                    lines.push(line);
                }
            }
            let written: Vec<String> = lines.iter().map(Value::to_string).collect();
            app.import_text(&written.join("\n")).await;
            adopt(&app, &mut dice).await;
            let fresh = Catalogue::new(&app.app.db);
            fresh.build().await.unwrap();
            let all = Wanted { archived: true, per_page: 100, ..Wanted::all(At::Now(NOW), "nb") };
            let ids = list::first(&database, &all, 100).await.unwrap();
            let ids: Vec<Uuid> = ids.iter().map(|item| item.id).step_by(2).collect();
            let begun = database.first().await.unwrap();
            assert!(begun.is_some());
            for library in [&app.app.catalogue, &fresh] {
                assert_eq!(library.first().await.unwrap(), begun);
            }
            for _ in 0..100 {
                let wanted = wanted(&mut dice);
                let expected = answers(&database, &wanted, &ids).await;
                found += expected.page.len();
                // The one has followed since there was nothing, the other was made just now.
                for library in [&app.app.catalogue, &fresh] {
                    assert_eq!(answers(library, &wanted, &ids).await, expected, "{wanted:?}");
                }
            }
        }
        assert!(found > 250, "{found} is too little to show anything");
    }

    async fn what_was_kept_is_followed_from_there(app: TestApp) {
        let database = Catalogue::of_database(&app.app.db);
        let file = app.folder().join("catalogue");
        let mut dice = Dice(5);
        let lines = |from: usize, to: usize, dice: &mut Dice| {
            (from..to).map(|n| line(n, dice).to_string() + "\n").collect::<String>()
        };
        app.import_text(&lines(0, ITEMS, &mut dice)).await;
        let first = Catalogue::kept_in(&app.app.db, file.clone());
        assert_eq!(first.build().await.unwrap(), Made::OfDatabase);
        assert!(first.keep().await.unwrap());
        assert!(!first.keep().await.unwrap(), "it is kept already");
        for since in 0..3 {
            // Some are changed after it was kept, in one more way each time.
            app.app.clock.advance(Duration::days(40));
            app.import_text(&lines(10 * since, 10 * since + 9, &mut dice)).await;
            let second = Catalogue::kept_in(&app.app.db, file.clone());
            assert_eq!(second.build().await.unwrap(), Made::Kept);
            for _ in 0..40 {
                let wanted = wanted(&mut dice);
                let expected = answers(&database, &wanted, &[]).await;
                assert_eq!(answers(&second, &wanted, &[]).await, expected, "{wanted:?}");
            }
            assert!(second.keep().await.unwrap());
            // And it can be changed like any other.
            app.import_text(&lines(0, ITEMS, &mut dice)).await;
            let wanted = wanted(&mut dice);
            let expected = answers(&database, &wanted, &[]).await;
            assert_eq!(answers(&second, &wanted, &[]).await, expected, "{wanted:?}");
        }
    }

    async fn what_is_not_whole_or_of_another_database_is_not_trusted(app: TestApp) {
        let file = app.folder().join("catalogue");
        let mut dice = Dice(7);
        app.import_text(&(0..9).map(|n| line(n, &mut dice).to_string() + "\n").collect::<String>()).await;
        let first = Catalogue::kept_in(&app.app.db, file.clone());
        first.build().await.unwrap();
        assert!(first.keep().await.unwrap());
        let whole = std::fs::read(&file).unwrap();
        let made = async |bytes: &[u8]| {
            std::fs::write(&file, bytes).unwrap();
            Catalogue::kept_in(&app.app.db, file.clone()).build().await.unwrap()
        };
        assert_eq!(made(&whole).await, Made::Kept);
        for at in (0..whole.len()).step_by(97) {
            let mut turned = whole.clone();
            turned[at] ^= 0x40;
            assert_eq!(made(&turned).await, Made::OfDatabase, "byte {at} is another");
            assert_eq!(made(&whole[..at]).await, Made::OfDatabase, "it ends at byte {at}");
        }
        let other = TestApp::new(Engine::Sqlite).await;
        other.import_text(&(0..9).map(|n| line(n, &mut dice).to_string() + "\n").collect::<String>()).await;
        std::fs::write(&file, &whole).unwrap();
        let theirs = Catalogue::kept_in(&other.app.db, file.clone());
        assert_eq!(theirs.build().await.unwrap(), Made::OfDatabase);
        other.end().await;
        forget(&file).unwrap();
        forget(&file).unwrap();
        assert_eq!(Catalogue::kept_in(&app.app.db, file.clone()).build().await.unwrap(), Made::OfDatabase);
    }

    async fn what_changes_while_it_is_written_down_is_not_kept(app: TestApp) {
        let mut dice = Dice(9);
        app.import_text(&(0..9).map(|n| line(n, &mut dice).to_string() + "\n").collect::<String>()).await;
        let shared = &app.app.catalogue.shared;
        app.app.catalogue.look().await.unwrap();
        let turn = shared.held.read().unwrap().as_ref().unwrap().turn;
        let half = shared.slice(turn, 0).unwrap();
        assert!(half.is_full(), "there is more than one slice");
        assert!(shared.slice(turn, half.taken.len()).is_some());
        let mut new = line(100, &mut dice);
        new["state"] = json!("published");
        app.import_text(&new.to_string()).await;
        app.app.catalogue.look().await.unwrap();
        assert!(shared.slice(turn, half.taken.len()).is_none());
    }

    async fn several_lists_are_one_question(app: TestApp) {
        let mut dice = Dice(3);
        app.import_text(&(0..ITEMS).map(|n| line(n, &mut dice).to_string() + "\n").collect::<String>()).await;
        let of = |kind| Wanted { per_page: 4, ..Wanted::of(kind, At::Now(NOW), "nb") };
        let wanted = ["project", "news", "page", "event"].map(of);
        let together = list::lists(&app.app.catalogue, &wanted).await.unwrap();
        for (wanted, listed) in wanted.iter().zip(together) {
            let alone = list::list(&app.app.catalogue, wanted).await.unwrap();
            assert_eq!((listed.total, listed.items), (alone.total, alone.items));
        }
    }

    async fn what_is_made_use_of_is_told_as_the_database_does_also_when_it_is_kept(app: TestApp) {
        let database = Catalogue::of_database(&app.app.db);
        let names: Vec<String> = (0..25).map(|n| format!("t{n}")).collect();
        let tool = |n: usize, name: &String| json!({
            "kind": "tool", "external_id": name, "lang": "nb", "title": format!("Skjema {:02}", (n * 7) % 25),
        });
        let mut lines: Vec<Value> = (0..).zip(&names).map(|(n, name)| tool(n, name)).collect();
        lines.push(json!({ "kind": "news", "external_id": "n", "lang": "nn", "title": "Nytt" }));
        let of_project: Vec<&str> = names.iter().map(String::as_str).chain(["n"]).collect();
        lines.push(json!({
            "kind": "project", "external_id": "p", "lang": "nb", "title": "Bruker", "counties": ["18"], "uses": of_project,
        }));
        app.import(&lines).await;
        let told = async |library: &Catalogue, lang: &str| {
            let used = uses::used_where(library, ("county", "18"), lang).await.unwrap();
            let ids: Vec<Uuid> = used.first.iter().map(|item| item.id).collect();
            (used.counts, ids)
        };
        // What is kept of one state is not told in the next: more and more of it is translated.
        for (lang, of) in [("nn", "t1"), ("en", "t1"), ("nn", "t2"), ("nb", "n")] {
            let kind = if of == "n" { "news" } else { "tool" };
            app.import(&[json!({
                "kind": kind, "external_id": format!("{of}-{lang}"), "lang": lang, "title": format!("{of} til {lang}"),
                "translation_of": of,
            })])
            .await;
            for lang in ["nb", "nn", "en", "se"] {
                let expected = told(&database, lang).await;
                assert_eq!((expected.0["tool"], expected.1.len()), (25, 21), "{lang}");
                for _ in 0..2 {
                    assert_eq!(told(&app.app.catalogue, lang).await, expected, "{lang}");
                }
            }
            assert_ne!(told(&database, "nn").await.1, told(&database, "nb").await.1);
        }
    }

    async fn what_another_program_writes_is_seen(app: TestApp) {
        let mut dice = Dice(3);
        let all = Wanted { archived: true, per_page: 100, ..Wanted::all(At::Now(NOW), "nb") };
        // Another program has a catalogue of its own, which knows of no write of ours.
        let beside = Catalogue::new(&app.beside().await);
        beside.build().await.unwrap();
        assert_eq!(list::list(&beside, &all).await.unwrap().total, 0);
        app.import_text(&(0..ITEMS).map(|n| line(n, &mut dice).to_string() + "\n").collect::<String>()).await;
        let expected = list::list(&app.app.catalogue, &all).await.unwrap().total;
        assert!(expected > 20);
        tokio::time::sleep(PAGES).await;
        assert_eq!(list::list(&beside, &all).await.unwrap().total, expected);
    }
}
