//! Taking into use by the front door: who may say so, who answers, where it shows, and what is shown beside it.

mod kept;
mod place;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::centres::Network;
use crate::exchange::export;
use crate::people::places;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp};
use crate::work::Least;

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const OLA: &str = "01890000-0000-7000-8000-000000000002";
/// Looks like somebody's, and is nobody's.
const NUMBER: &str = "03851598730";
const ITEM: &str = "/nb/prosjekter/trygge-netter";

const SAID: [(&str, &str); 5] = [
    ("kommune", "3403"),
    ("enhet", "Solbakken"),
    ("status", "in_use"),
    ("dag", "mars 2026"),
    ("gikk", "Roligere kvelder."),
];

/// Runs a test on both engines, with people who are known by a header and two projects.
async fn on_both(test: impl AsyncFn(&TestApp)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await.changed(|app| app.identify = by_header);
        app.import(&[project("p1", "Trygge netter", "2020"), project("p2", "Langbordet", "2024")])
            .await;
        test(&app).await;
        app.end().await;
    }
}

fn project(id: &str, title: &str, year: &str) -> Value {
    json!({ "kind": "project", "external_id": id, "lang": "nb", "title": title, "published_at": year })
}

async fn get(app: &TestApp, who: &str, path: &str) -> Answer {
    app.ask(Request::get(path).header(HEADER, who).body(Body::empty()).unwrap()).await
}

async fn post(app: &TestApp, who: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(path)
        .header(HEADER, who)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    app.ask(request.body(Body::from(body)).unwrap()).await
}

/// What is usual, with some of it otherwise.
fn said<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let is_new = |name: &str| more.iter().all(|(other, _)| *other != name);
    SAID.into_iter().filter(|(name, _)| is_new(name)).chain(more.iter().copied()).collect()
}

async fn say(app: &TestApp, who: &str, more: &[(&str, &str)]) -> Answer {
    post(app, who, &format!("{ITEM}/ta-i-bruk"), &said(more)).await
}

/// Somebody who keeps the texts of a centre that serves the municipality of the tests.
async fn editor(app: &TestApp, who: &str) -> String {
    let network = Network::load(&app.app.db).await.unwrap();
    format!("{who} editor@{}", places::by_slug(&network, "usht-hedmark").unwrap())
}

/// The value of the button of this name.
fn button<'a>(page: &'a Answer, name: &str) -> &'a str {
    let (_, rest) = page.body.split_once(&format!("name=\"{name}\" value=\"")).expect("a button");
    rest.split('"').next().unwrap()
}

#[tokio::test]
async fn the_menu_of_languages_leads_to_the_same_page_of_the_translation() {
    on_both(async |app| {
        let mut english = project("p1-en", "Safe nights", "2020");
        (english["lang"], english["translation_of"]) = (json!("en"), json!("p1"));
        app.import(&[english]).await;
        for page in ["i-bruk", "ta-i-bruk"] {
            let there = get(app, KARI, &format!("{ITEM}/{page}")).await;
            assert!(there.has(&format!("href=\"/en/prosjekter/safe-nights/{page}\"")), "{page}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_somebody_without_a_role_says_waits_for_a_yes() {
    on_both(async |app| {
        let here = format!("{ITEM}/i-bruk");
        assert!(app.get(&here).await.has("Ingen har sagt"));
        assert!(app.get(ITEM).await.has("Ingen har sagt"));
        assert_eq!(app.get(&format!("{ITEM}/ta-i-bruk")).await.status, StatusCode::FORBIDDEN);
        let more = [
            ("tilpasning", "Bare i helgene"),
            ("utfall", "improved"),
            ("kontakt", "Fagkoordinator"),
        ];
        let sent = say(app, KARI, &more).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert!(get(app, KARI, sent.header("location")).await.has("Venter på ja"));
        // Nobody else sees it before the yes, neither on the pages nor in the data.
        assert!(!app.get(&here).await.has("Solbakken"));
        assert_eq!(app.get("/api/v1/adoptions").await.body, "[]");
        let coordinator = format!("{OLA} coordinator");
        let there = editor(app, OLA).await;
        let member = there.replace("editor", "member");
        assert!(!get(app, &member, "/nb/bruk").await.has("Solbakken"));
        assert!(get(app, &coordinator, "/nb/bruk").await.has("Solbakken"));
        assert!(get(app, &there, "/nb/min-side").await.has("Si ja eller nei"));
        let queue = get(app, &there, "/nb/bruk").await;
        assert!(queue.has("Solbakken, Hamar") && queue.has("Roligere kvelder."), "{}", queue.body);
        // All that they say yes to, and who said it.
        for told in
            ["Bare i helgene", "Det ble bedre", "Fagkoordinator", "mars 2026", "november 2026"]
        {
            assert!(queue.has(told), "{told}: {}", queue.body);
        }
        let id = button(&queue, "ja").to_owned();
        let refused = post(app, &member, "/nb/bruk/svar", &[("ja", &id)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let yes = post(app, &there, "/nb/bruk/svar", &[("ja", &id)]).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
        // The pages that were kept in memory have grown old.
        let page = app.get(&here).await;
        for told in [
            "Solbakken, Hamar",
            "Roligere kvelder.",
            "mars 2026",
            "map-group",
            "Kart over kommunene",
        ] {
            assert!(page.has(told), "{told}: {}", page.body);
        }
        assert!(app.get(ITEM).await.has("Tatt i bruk ett sted"));
        let again = post(app, &there, "/nb/bruk/svar", &[("nei", &id)]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert!(say(app, OLA, &[]).await.has("har alt sagt"));
    })
    .await;
}

#[tokio::test]
async fn what_looks_like_a_formula_is_text_in_a_spreadsheet() {
    on_both(async |app| {
        let there = editor(app, KARI).await;
        let more = [("enhet", "=HYPERLINK(\"http://x.example\")"), ("tilpasning", "-2+3")];
        let sent = say(app, &there, &more).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let csv = app.get("/api/v1/adoptions.csv").await;
        assert!(csv.has("\"'=HYPERLINK(") && csv.has(",'-2+3,"), "{}", csv.body);
    })
    .await;
}

#[tokio::test]
async fn whoever_speaks_for_the_place_says_it_at_once_and_tells_how_it_goes() {
    on_both(async |app| {
        let there = editor(app, KARI).await;
        let sent = say(app, &there, &[]).await;
        assert_eq!(sent.header("location"), format!("{ITEM}/i-bruk"), "{}", sent.body);
        let first = rows(app).await[0]["id"].as_str().unwrap().to_owned();
        let more = [("enhet", "Furu"), ("status", "trying"), ("laert_av", first.as_str())];
        assert_eq!(say(app, &there, &more).await.status, StatusCode::SEE_OTHER);
        let second = rows(app).await[1]["id"].as_str().unwrap().to_owned();
        let page = app.get(&format!("{ITEM}/i-bruk")).await;
        assert!(page.has("class=\"chain\"") && page.has("class=\"tree\""), "{}", page.body);
        assert!(app.get(ITEM).await.has("Tatt i bruk 2 steder"));
        // Another reads it and may not change it.
        let path = format!("/nb/bruk/{first}");
        assert_eq!(get(app, OLA, &path).await.status, StatusCode::NOT_FOUND);
        let form = get(app, &there, &path).await;
        assert!(form.has("Roligere kvelder.") && form.has("2026-03"), "{}", form.body);
        let seen = form.field("sett").to_owned();
        let told = |seen: &str, from: &str| {
            [("status", "stopped"), ("dag", "2026-10"), ("laert_av", from), ("sett", seen)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let change = async |seen: &str, from: &str| {
            let fields = told(seen, from);
            let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            post(app, &there, &path, &fields).await
        };
        let round = change(&seen, &second).await;
        assert!(round.has("har lært det av dere") && round.has("2026-10"), "{}", round.body);
        let changed = change(&seen, "").await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
        assert!(change(&seen, "").await.has("har endret dette siden"));
        let stages = rows(app).await[0]["stages"].clone();
        assert_eq!(stages[0]["since"], "2026-03");
        assert_eq!(stages[1], json!({ "status": "stopped", "since": "2026-10" }));
        // What is over does not count.
        assert!(app.get(ITEM).await.has("Tatt i bruk ett sted"));
    })
    .await;
}

#[tokio::test]
async fn whoever_could_say_yes_to_it_says_it_at_once_and_never_answers_their_own() {
    on_both(async |app| {
        let lead = editor(app, KARI).await.replace("editor", "team_lead");
        let sent = say(app, &lead, &[]).await;
        assert_eq!(sent.header("location"), format!("{ITEM}/i-bruk"), "{}", sent.body);
        let own = get(app, &lead, "/nb/bruk").await;
        assert!(own.has("Kan leses av alle") && !own.has("Stemmer det?"), "{}", own.body);
        // Another's still waits for them.
        assert_eq!(say(app, OLA, &[("enhet", "Furu")]).await.status, StatusCode::SEE_OTHER);
        let queue = get(app, &lead, "/nb/bruk").await;
        assert!(queue.has("Stemmer det?") && queue.has("Furu, Hamar"), "{}", queue.body);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_named_to_all_and_a_plan_for_a_day_that_is_over_is_asked_about() {
    on_both(async |app| {
        let there = editor(app, KARI).await;
        let born = "Kari Nordmann f. 12.03.1938, 12033812345";
        for (name, typed, says) in [
            ("kontakt", "Kari Nordmann 91234567 kari@hamar.no", "Skriv en rolle"),
            ("kontakt", "Kari Nordmann, fagsykepleier", "Skriv en rolle"),
            ("gikk", born, "kan peke på en person"),
            ("tilpasning", born, "kan peke på en person"),
            ("enhet", "Rommet til Kari Nordmann, født 1938", "kan peke på en person"),
        ] {
            let sent = say(app, &there, &[(name, typed)]).await;
            assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            assert!(sent.has(says) && sent.has("Kari Nordmann"), "{typed}: {}", sent.body);
        }
        assert!(rows(app).await.is_empty());
        let planned = [("status", "planned"), ("dag", "mars 2020")];
        assert!(!get(app, &there, &format!("{ITEM}/ta-i-bruk")).await.has("name=\"passert\""));
        let asked = say(app, &there, &planned).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            asked.has("Dagen er alt passert") && asked.has("name=\"passert\""),
            "{}",
            asked.body
        );
        let meant =
            [planned[0], planned[1], ("passert", "true"), ("kontakt", "Fagsykepleier på natt")];
        let sent = say(app, &there, &meant).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        // What is told anew is asked the same.
        let path = format!("/nb/bruk/{}", rows(app).await[0]["id"].as_str().unwrap());
        let seen = get(app, &there, &path).await.field("sett").to_owned();
        let told = [
            ("status", "planned"),
            ("dag", "2020-05"),
            ("kontakt", "Kari Nordmann"),
            ("sett", seen.as_str()),
        ];
        let again = post(app, &there, &path, &told).await;
        assert!(again.has("Skriv en rolle"), "{}", again.body);
        let told = [told[0], told[1], told[3]];
        assert!(post(app, &there, &path, &told).await.has("Dagen er alt passert"));
    })
    .await;
}

async fn rows(app: &TestApp) -> Vec<Value> {
    serde_json::from_str(&app.get("/api/v1/adoptions").await.body).unwrap()
}

#[tokio::test]
async fn lists_go_by_it_and_tell_what_is_used_near_by() {
    on_both(async |app| {
        let there = editor(app, KARI).await;
        let list = "/nb/prosjekter?sorter=bruk";
        let order =
            |page: &Answer| page.body.find("trygge-netter\"") < page.body.find("langbordet\"");
        assert!(!order(&app.get(list).await), "the newest first, when nobody has any");
        assert_eq!(say(app, &there, &[]).await.status, StatusCode::SEE_OTHER);
        let page = app.get(list).await;
        assert!(order(&page), "{}", page.body);
        assert_eq!(
            app.get("/nb/nyheter?sorter=bruk").await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        for (place, is_there) in [("3403", true), ("3407", true), ("0301", false), ("3103", true)] {
            let near = app.get(&format!("/nb/tatt-i-bruk?kommune={place}")).await;
            assert_eq!(near.has("Trygge netter"), is_there, "{place}: {}", near.body);
            assert!(!near.has("Langbordet"), "{place}");
        }
        assert!(app.get("/nb/tatt-i-bruk").await.has("Trygge netter"));
        let unknown = app.get("/nb/tatt-i-bruk?kommune=9999").await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_comes_back_with_all_that_was_typed() {
    on_both(async |app| {
        let words = format!("Spør {NUMBER}");
        for (more, says) in [
            (&[("kommune", "Ingensteds")][..], "Ingensteds"),
            (&[("dag", "2027-05")][..], "ikke kommet ennå"),
            (&[("status", "")][..], "Roligere kvelder."),
            (&[("laert_av", KARI)][..], "Roligere kvelder."),
            (&[("tilpasning", words.as_str())][..], "ligner et fødselsnummer"),
        ] {
            let sent = say(app, KARI, more).await;
            assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{more:?}");
            assert!(sent.has(says) && sent.has("Solbakken"), "{more:?}: {}", sent.body);
            assert!(!sent.has(NUMBER));
        }
        assert!(!get(app, KARI, "/nb/bruk").await.has("Solbakken"));
        for path in ["/nb/bruk/x", "/nb/prosjekter/ingen/i-bruk", "/nb/prosjekter/ingen/ta-i-bruk"]
        {
            assert_eq!(get(app, KARI, path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for query in ["item=x", "limit=-1", "per=2020", "item="] {
            let asked = app.get(&format!("/api/v1/adoptions/numbers?{query}")).await;
            assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        }
    })
    .await;
}

const WORK: [(&str, &str); 8] = [
    ("tittel", "Netter"),
    ("sted", "Solbakken"),
    ("hva", "Færre uro"),
    ("maling", "Rolige netter"),
    ("slag", "share"),
    ("hver", "month"),
    ("retning", "higher"),
    ("teller", "Rolige"),
];

/// A work with some months of numbers, by somebody; its address.
async fn work(app: &TestApp, who: &str, numbers: &[(&str, &str, &str)]) -> String {
    let begun = post(app, who, "/nb/sett-i-gang", &WORK).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    let work = begun.header("location").to_owned();
    let page = get(app, who, &work).await;
    let (_, rest) = page.body.split_once(&format!("{work}/tall/")).expect("a form for a number");
    let number = format!("{work}/tall/{}", rest.split('"').next().unwrap());
    for (n, (month, value, all)) in (1..).zip(numbers) {
        let sent = Uuid::from_u128(n).to_string();
        let fields = [
            ("tall", *value),
            ("av", *all),
            ("tid", "2026-11-01"),
            ("annen_tid", *month),
            ("sendt", sent.as_str()),
        ];
        let saved = post(app, who, &number, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    }
    work
}

/// Of twenty each, by month.
const MONTHS: [(&str, &str, &str); 3] =
    [("august 2026", "3", "20"), ("september 2026", "12", "20"), ("oktober 2026", "18", "20")];

/// Who has said it already is not asked to say it.
#[tokio::test]
async fn what_waits_for_a_yes_is_not_asked_for_once_more() {
    on_both(async |app| {
        let page = format!("{}/vis-tall", work(app, KARI, &[]).await);
        assert!(get(app, KARI, &page).await.has("Si først på siden"));
        assert_eq!(say(app, KARI, &[]).await.status, StatusCode::SEE_OTHER);
        let shown = get(app, KARI, &page).await;
        assert!(shown.has("venter på ja"), "{}", shown.body);
        assert!(!shown.has("Si først på siden"));
    })
    .await;
}

#[tokio::test]
async fn numbers_of_the_same_measure_stand_side_by_side_and_few_are_never_shown() {
    on_both(async |app| {
        let (kari, ola) = (editor(app, KARI).await, editor(app, OLA).await);
        assert_eq!(say(app, &kari, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(say(app, &ola, &[("enhet", "Furu")]).await.status, StatusCode::SEE_OTHER);
        let ids: Vec<String> =
            rows(app).await.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
        for (who, adoption) in [(&kari, &ids[0]), (&ola, &ids[1])] {
            let work = work(app, who, &MONTHS).await;
            assert!(get(app, who, &work).await.has("vis-tall"));
            let page = format!("{work}/vis-tall");
            assert_eq!(get(app, KARI, &page).await.status == StatusCode::OK, who == &kari);
            let form = get(app, who, &page).await;
            let measure = choice(&form, "maling");
            let same = if who == &ola { choice(&form, "som") } else { String::new() };
            let mut fields = vec![("maling", measure.as_str()), ("hvor", adoption.as_str())];
            // The first has nothing to say that theirs is the same as.
            if who == &ola {
                fields.push(("som", &same));
            }
            // Nobody shows anything without saying that they do.
            fields.push(("teller", "personer"));
            let silent = post(app, who, &page, &fields).await;
            assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
            let fields: Vec<_> = fields.into_iter().chain([("alle", "true")]).collect();
            let shown = post(app, who, &page, &fields).await;
            assert_eq!(shown.status, StatusCode::SEE_OTHER, "{}", shown.body);
        }
        let page = app.get(&format!("{ITEM}/i-bruk")).await;
        assert_eq!(page.body.matches("ved-siden-1").count(), 2, "{}", page.body);
        assert!(page.has("Tallene fra Solbakken, Hamar") && page.has("Tallene fra Furu, Hamar"));
        // What is left when some are held back is not told of as if it were all.
        assert!(page.has("2 er holdt tilbake"), "{}", page.body);
        assert!(!page.has("chart-centre"), "{}", page.body);
        let item =
            rows(app).await[0]["item"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let numbers = app.get(&format!("/api/v1/adoptions/numbers?item={item}")).await;
        let numbers: Vec<Value> = serde_json::from_str(&numbers.body).unwrap();
        assert_eq!(numbers.len(), 6);
        // Three of twenty is fewer than may be shown.
        let of: Vec<(&Value, &Value)> = numbers.iter().map(|n| (&n["day"], &n["value"])).collect();
        assert_eq!(of[0], (&json!("2026-08-01"), &Value::Null));
        assert_eq!(of[1], (&json!("2026-09-01"), &json!(0.6)));
        // And so are the two that are not among eighteen of twenty.
        assert_eq!(of[2], (&json!("2026-10-01"), &Value::Null));
        assert!(numbers.iter().all(|one| one["key"] == numbers[0]["key"]));
        // And it can be taken back.
        let work = get(app, &kari, "/nb/arbeid").await;
        let (_, rest) = work.body.split_once("/nb/arbeid/").unwrap();
        let page = format!("/nb/arbeid/{}/vis-tall", rest.split('"').next().unwrap());
        let shown = get(app, &kari, &page).await;
        let gone = button(&shown, "bort").to_owned();
        let hidden = post(app, &kari, &page, &[("bort", &gone)]).await;
        assert_eq!(hidden.status, StatusCode::SEE_OTHER, "{}", hidden.body);
        let alone = app.get(&format!("{ITEM}/i-bruk")).await;
        assert!(!alone.has("Tallene fra Solbakken"));
        // One alone is drawn whole, with its words.
        assert!(alone.has("chart-figure") && alone.has("sier det ikke noe om"), "{}", alone.body);
        one_answer_for_each_measure(app, &kari, (&page, &ids[0], &item)).await;
    })
    .await;
}

/// Whom a measure counts is said once, and where it is said in two ways the stricter holds.
async fn one_answer_for_each_measure(
    app: &TestApp,
    kari: &str,
    (page, adopted, item): (&str, &str, &str),
) {
    // What are no people is shown whole, by the same rule as on a page of its own.
    let measure = choice(&get(app, kari, page).await, "maling");
    let adoption = [("hvor", adopted), ("teller", "annet"), ("alle", "true")];
    let fields: Vec<_> = adoption.into_iter().chain([("maling", measure.as_str())]).collect();
    // There is one answer for each measure, and where they differ the stricter holds.
    let again = post(app, kari, page, &fields).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.has("teller personer, og det gjelder overalt"), "{}", again.body);
    let share = page.replace("/vis-tall", "/del");
    let shown = post(app, kari, &share, &[("maling_0", "vis")]).await;
    assert_eq!(shown.status, StatusCode::SEE_OTHER, "{}", shown.body);
    let again = post(app, kari, page, &fields).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.body);
    assert_eq!(held_back(app, item).await, 2);
    // Said to be people where the work is shared, it is so here at once.
    let people = [("maling_0", "vis"), ("maling_0", "folk")];
    let people = post(app, kari, &share, &people).await;
    assert_eq!(people.status, StatusCode::SEE_OTHER, "{}", people.body);
    assert_eq!(held_back(app, item).await, 4);
}

/// How many numbers of those who take it into use are not told to others.
async fn held_back(app: &TestApp, item: &str) -> usize {
    let numbers = app.get(&format!("/api/v1/adoptions/numbers?item={item}")).await;
    let numbers: Vec<Value> = serde_json::from_str(&numbers.body).unwrap();
    numbers.iter().filter(|one| one["value"].is_null()).count()
}

/// The first value that can be chosen of a field.
fn choice(page: &Answer, name: &str) -> String {
    let name = format!("name=\"{name}\"");
    let value = |part: &str| {
        let value = part.split_once("value=\"")?.1.split('"').next()?;
        (!value.is_empty()).then(|| value.to_owned())
    };
    let inputs = page.body.split("<input ").filter_map(|part| part.split('>').next());
    let ticked = inputs.filter(|input| input.contains(&name)).find_map(value);
    ticked.unwrap_or_else(|| {
        let (_, select) = page.body.split_once(&name).expect("a field");
        let mut options = select.split("</select>").next().unwrap().split("<option ").skip(1);
        options.find_map(value).expect("a choice")
    })
}

fn line(id: &str, more: Value) -> Value {
    let mut line = json!({ "kind": "adoption", "id": id, "of": "p1", "municipality": "3403",
        "unit": "Solbakken", "lang": "nb", "outcome": "improved", "told": "Roligere.",
        "stages": [{ "status": "trying", "since": "2025-09" }, { "status": "in_use", "since": "2026" }] });
    for (key, value) in more.as_object().unwrap() {
        line[key] = value.clone();
    }
    line
}

#[tokio::test]
async fn lines_carry_it_out_and_in_and_the_same_twice_changes_nothing() {
    on_both(async |app| {
        let lines = [
            line(KARI, json!({})),
            line(OLA, json!({ "municipality": "0301", "learned_from": KARI, "example": true })),
        ];
        app.import(&lines).await;
        let page = app.get(&format!("{ITEM}/i-bruk")).await;
        assert!(page.has("Solbakken, Oslo") && page.has("Det ble bedre") && page.has("Eksempel"));
        let mut out = Vec::new();
        let (kinds, db, files) = (&app.app.kinds, &app.app.db, &app.app.files);
        let exported =
            export(kinds, db, files, &mut out, None, (false, Least::USUAL)).await.unwrap();
        assert_eq!(exported.adoptions, 2);
        let out = String::from_utf8(out).unwrap();
        let written: Vec<Value> = out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .filter(|line: &Value| line["kind"] == "adoption")
            .collect();
        assert_eq!(written, lines);
        let again = app.import_text(&out).await;
        assert_eq!((again.created, again.updated, again.unchanged), (0, 0, 4), "{again:?}");
        let told = line(KARI, json!({ "told": "Fortsatt rolig." }));
        let changed = app.import_text(&told.to_string()).await;
        assert_eq!((changed.created, changed.updated, changed.unchanged), (0, 1, 0));
        assert!(app.get(&format!("{ITEM}/i-bruk")).await.has("Fortsatt rolig."));
        for more in [
            json!({ "of": "p9" }),
            json!({ "municipality": "9999" }),
            json!({ "stages": [] }),
            json!({ "organisation": "ingen" }),
            json!({ "told": format!("Ring {NUMBER}") }),
            json!({ "lang": "de" }),
            json!({ "outcome": "good" }),
            json!({ "colour": "red" }),
        ] {
            let refused = app.import_text(&line(KARI, more.clone()).to_string()).await;
            assert_eq!(refused.failures.len(), 1, "{more}");
        }
    })
    .await;
}
