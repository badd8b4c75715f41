//! All numbers of a work on one screen by its front door: with forms alone, and out of a phone's queue.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use time::Duration;
use uuid::Uuid;

use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp};
use crate::work::{Observation, work_observation};

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const OLA: &str = "01890000-0000-7000-8000-000000000002";
/// Looks like somebody's, and is nobody's.
const NUMBER: &str = "03851598730";

async fn on_both(test: impl AsyncFn(&TestApp)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await.changed(|app| app.identify = by_header);
        test(&app).await;
        app.end().await;
    }
}

async fn get(app: &TestApp, who: &str, path: &str) -> Answer {
    app.ask(Request::get(path).header(HEADER, who).body(Body::empty()).unwrap()).await
}

async fn sent(app: &TestApp, who: &str, path: &str, kind: &str, body: String) -> Answer {
    let request = Request::post(path)
        .header(HEADER, who)
        .header("content-type", kind)
        .header("sec-fetch-site", "same-origin");
    app.ask(request.body(Body::from(body)).unwrap()).await
}

async fn post(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    sent(app, KARI, path, "application/x-www-form-urlencoded", body).await
}

/// Sends a queue; hands back what became of each, and what was said of it.
async fn batch(app: &TestApp, path: &str, entries: &[Value]) -> Vec<Value> {
    batch_at(app, path, None, entries).await
}

/// The same from a phone whose clock shows this, in milliseconds.
async fn batch_at(app: &TestApp, path: &str, now: Option<i64>, entries: &[Value]) -> Vec<Value> {
    let body = json!({ "person": KARI, "now": now, "entries": entries }).to_string();
    let answer = sent(app, KARI, &format!("{path}.json"), "application/json", body).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let answer: Value = serde_json::from_str(&answer.body).unwrap();
    answer["answers"].as_array().unwrap().clone()
}

fn fates(answers: &[Value]) -> Vec<&str> {
    answers.iter().map(|one| one["is"].as_str().unwrap()).collect()
}

/// A work with one measure of this shape, counted each month: the address of its numbers, and the measure.
async fn begun(app: &TestApp, shape: &str) -> (String, Uuid) {
    begun_each(app, shape, "month").await
}

async fn begun_each(app: &TestApp, shape: &str, often: &str) -> (String, Uuid) {
    let fields = [
        ("tittel", "Trygge netter"),
        ("sted", "Avdeling 2"),
        ("hva", "Færre skal falle"),
        ("maling", "Fall"),
        ("slag", shape),
        ("teller", if shape == "share" { "Falt" } else { "" }),
        ("nevner", if shape == "share" { "Beboere" } else { "" }),
        ("hver", often),
        ("retning", "lower"),
    ];
    let started = post(app, "/nb/sett-i-gang", &fields).await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
    let path = format!("{}/tall", started.header("location"));
    let page = get(app, KARI, &path).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let (_, rest) = page.body.split_once("data-measure=\"").expect("a measure");
    (path, rest.split('"').next().unwrap().parse().unwrap())
}

/// The names of the periods that the page asks for, those that are about to begin left out.
fn asked(page: &Answer) -> Vec<String> {
    let rows = page.body.split("data-row=\"").skip(1);
    let rows = rows.filter(|row| !row.split('>').next().unwrap().contains("hidden"));
    rows.map(|row| row.split('"').next().unwrap().to_owned()).collect()
}

/// The numbers that hold, by the day of their period.
async fn held(app: &TestApp) -> Vec<(String, Option<f64>)> {
    let all = work_observation::Entity::find().all(&app.app.db).await.unwrap();
    let now = all.iter().filter(|one| one.replaced_at.is_none());
    let mut now: Vec<_> = now.map(|one: &Observation| (one.day.to_string(), one.value)).collect();
    now.sort_by(|a, b| a.0.cmp(&b.0));
    now
}

async fn rows(app: &TestApp) -> usize {
    work_observation::Entity::find().all(&app.app.db).await.unwrap().len()
}

fn id(n: u128) -> String {
    Uuid::from_u128(0xabc0_0000 + n).to_string()
}

/// The form of two months, October first, as it was filled in.
struct Filled<'a> {
    app: &'a TestApp,
    path: String,
    keys: Vec<String>,
}

impl Filled<'_> {
    fn name(&self, input: &str, nth: usize) -> String {
        format!("{input}_{}", self.keys[nth])
    }

    /// Sends what was typed of October and of November, each of 21, under the same names each time.
    async fn send(&self, october: &str, november: &str, more: &[(&str, &str)]) -> Answer {
        let mut fields = Vec::new();
        for (nth, typed) in [october, november].into_iter().enumerate() {
            fields.push((self.name("sendt", nth), id(2 + nth as u128)));
            fields.push((self.name("tall", nth), typed.to_owned()));
            fields.push((self.name("av", nth), "21".to_owned()));
        }
        let fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        post(self.app, &self.path, &fields.chain(more.iter().copied()).collect::<Vec<_>>()).await
    }
}

/// September has its number, so October and November are missing.
async fn two_missing(app: &TestApp) -> (Filled<'_>, Uuid) {
    let (path, measure) = begun(app, "share").await;
    let first =
        json!({ "sent": id(1), "measure": measure, "day": "2026-09-01", "value": 3, "all": 21 });
    assert_eq!(fates(&batch(app, &path, &[first]).await), ["kept"]);
    let page = get(app, KARI, &path).await;
    assert!(page.has("oktober 2026") && page.has("november 2026") && page.has("Kari Prøve"));
    let form = Filled { app, path, keys: asked(&page) };
    assert_eq!(form.keys.len(), 2, "{}", page.body);
    assert_eq!(page.field(&form.name("av", 0)), "21", "as many as last time");
    (form, measure)
}

fn is(day: &str, value: Option<f64>) -> (String, Option<f64>) {
    (day.to_owned(), value)
}

#[tokio::test]
async fn all_that_is_missing_is_filled_in_at_once() {
    on_both(async |app| {
        let (form, _) = two_missing(app).await;
        // What can't be read stops all of it, and all of it comes back.
        let wrong = form.send("elleve", "4", &[]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.body);
        let typed = (wrong.field(&form.name("tall", 0)), wrong.field(&form.name("tall", 1)));
        assert_eq!(typed, ("elleve", "4"));
        assert_eq!(rows(app).await, 1);
        let masked = form.send(NUMBER, "4", &[]).await;
        assert!(masked.status == StatusCode::UNPROCESSABLE_ENTITY && !masked.has(NUMBER));
        // More than all is told at its month; the other is entered.
        let half = form.send("22", "4", &[]).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(half.has("Flere enn alle") && half.has("Ett tall er lagret."), "{}", half.body);
        assert_eq!(asked(&half), form.keys[..1]);
        let whole = form.send("5", "4", &[]).await;
        assert_eq!(whole.status, StatusCode::SEE_OTHER, "{}", whole.body);
        // The answer may be lost on its way: the same form once more changes nothing.
        assert_eq!(form.send("5", "4", &[]).await.status, StatusCode::SEE_OTHER);
        let now = [is("2026-10-01", Some(5.0)), is("2026-11-01", Some(4.0))];
        assert_eq!(held(app).await[1..], now);
        let page = get(app, KARI, whole.header("location")).await;
        assert!(page.has("2 tall er lagret.") && asked(&page).is_empty(), "{}", page.body);
        assert!(page.has("Fall, oktober 2026: 5 av 21"));
    })
    .await;
}

#[tokio::test]
async fn what_was_just_entered_is_undone_and_nobody_to_count_is_an_answer() {
    on_both(async |app| {
        let (form, measure) = two_missing(app).await;
        form.send("5", "4", &[]).await;
        // Undone, it is missing again, and both stand in the history. Twice is once.
        let own = format!("{measure}_{}", id(2));
        for _ in 0..2 {
            let undone = post(app, &form.path, &[("angre", own.as_str())]).await;
            assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.body);
        }
        let now = [is("2026-10-01", None), is("2026-11-01", Some(4.0))];
        assert_eq!(held(app).await[1..], now);
        assert_eq!(rows(app).await, 4);
        assert_eq!(asked(&get(app, KARI, &form.path).await), form.keys[..1]);
        let (sent, again) = (form.name("sendt", 0), id(9));
        let nobody = [(sent.as_str(), again.as_str()), ("ingen", form.keys[0].as_str())];
        let nobody = post(app, &form.path, &nobody).await;
        assert_eq!(nobody.status, StatusCode::SEE_OTHER, "{}", nobody.body);
        assert_eq!(held(app).await[1], is("2026-10-01", Some(0.0)));
    })
    .await;
}

#[tokio::test]
async fn another_number_that_came_meanwhile_is_asked_about_in_the_form() {
    on_both(async |app| {
        let (path, measure) = begun(app, "share").await;
        let key = asked(&get(app, KARI, &path).await).remove(0);
        let name = |input: &str| format!("{input}_{key}");
        let other = json!({ "sent": id(1), "measure": measure, "day": "2026-11-01", "value": 3, "all": 21 });
        batch(app, &path, &[other]).await;
        let (tall, av, rettes, grunn) = (name("tall"), name("av"), name("rettes"), name("grunn"));
        let mut fields = vec![(tall.as_str(), "4"), (av.as_str(), "21")];
        let met = post(app, &path, &fields).await;
        assert_eq!(met.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(met.has("står det 3 av 21 fra før"), "{}", met.body);
        assert_eq!(met.field(&tall), "4");
        let there = met.field(&rettes).to_owned();
        fields.push((rettes.as_str(), there.as_str()));
        assert_eq!(post(app, &path, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        fields.push((grunn.as_str(), "Talte en for lite"));
        let mended = post(app, &path, &fields).await;
        assert_eq!(mended.status, StatusCode::SEE_OTHER, "{}", mended.body);
        assert_eq!(held(app).await, [is("2026-11-01", Some(4.0))]);
        // Names that no form of ours has are told, and change nothing.
        for (name, value) in [
            ("tall_x", "1"),
            ("ingen", "x_1"),
            ("tall_00000000000000000000000000000001_2461000", "1"),
            ("ingen", "00000000000000000000000000000001_2461000"),
        ] {
            let answer = post(app, &path, &[(name, value)]).await;
            assert!(answer.status.is_client_error() || answer.status.is_redirection(), "{name}");
        }
        assert_eq!(rows(app).await, 2);
    })
    .await;
}

/// What a phone typed while its clock showed another day than ours is asked about: it would stand on the wrong
/// day, and nobody would see it.
#[tokio::test]
async fn a_clock_that_goes_wrong_puts_nothing_on_the_wrong_day() {
    const DAY: i64 = 86_400_000;
    on_both(async |app| {
        let (path, measure) = begun_each(app, "count", "day").await;
        let now = app.app.clock.now().unix_timestamp() * 1_000;
        let tap = |n: u128, day: &str, at: i64| {
            json!({ "sent": id(n), "measure": measure, "day": day, "more": 1, "at": at })
        };
        // A day ahead: today by the phone is tomorrow.
        let ahead = now + DAY;
        let told = batch_at(app, &path, Some(ahead), &[tap(1, "2026-11-23", ahead)]).await;
        assert_eq!(fates(&told), ["clock"]);
        assert!(told[0]["said"].as_str().unwrap().contains("22. november 2026"), "{told:?}");
        assert_eq!(told[0]["days"][0]["day"], "2026-11-22");
        assert_eq!(told[0]["days"].as_array().unwrap().len(), 1, "tomorrow has not begun");
        // The page asks for the server's day: that is right, whatever the phone shows.
        let kept = [tap(2, "2026-11-22", ahead)];
        assert_eq!(fates(&batch_at(app, &path, Some(ahead), &kept).await), ["kept"]);
        // Sent two days later, the day that it was typed for has begun, and is as wrong as before.
        app.app.clock.advance(Duration::days(2));
        let later = ahead + 2 * DAY;
        let told = batch_at(app, &path, Some(later), &[tap(1, "2026-11-23", ahead)]).await;
        assert_eq!((fates(&told), told[0]["days"].as_array().unwrap().len()), (vec!["clock"], 2));
        // A day behind: a tap is of the moment.
        let behind = now - DAY;
        let told =
            batch_at(app, &path, Some(behind + 2 * DAY), &[tap(3, "2026-11-21", behind)]).await;
        assert_eq!(fates(&told), ["clock"]);
        assert_eq!(held(app).await, [("2026-11-22".to_owned(), Some(1.0))]);
        // Whoever has been asked has said which.
        let mut chosen = tap(1, "2026-11-22", ahead);
        chosen["sure"] = json!(true);
        let answers = batch_at(app, &path, Some(later), &[chosen.clone(), chosen]).await;
        assert_eq!(fates(&answers), ["kept", "known"]);
        assert_eq!(held(app).await, [("2026-11-22".to_owned(), Some(2.0))]);
        // Some minutes are no fault.
        let soon = now + 2 * DAY + 60_000;
        let told = batch_at(app, &path, Some(soon), &[tap(4, "2026-11-24", soon)]).await;
        assert_eq!(fates(&told), ["kept"]);
    })
    .await;
}

#[tokio::test]
async fn a_queue_is_answered_one_by_one_and_may_be_sent_again() {
    on_both(async |app| {
        let (path, measure) = begun(app, "share").await;
        let entry = |n: u128, day: &str, value: f64| {
            json!({ "sent": id(n), "measure": measure, "day": day, "value": value, "all": 21 })
        };
        let queue = [
            entry(1, "2026-10-01", 4.0),
            entry(2, "2026-11-01", 5.0),
            // The clock of the phone is ahead: it is asked which month it is of.
            entry(3, "2026-12-01", 6.0),
            entry(4, "2026-10-17", 4.0),
            entry(5, "2026-10-01", 7.0),
            entry(6, "2026-09-01", 22.0),
            json!({ "sent": id(7), "measure": Uuid::nil(), "day": "2026-09-01", "value": 1, "all": 2 }),
            json!({ "sent": id(8), "measure": measure, "day": "i går", "value": 1, "all": 2 }),
            json!({ "sent": id(9), "measure": measure, "day": "2026-09-01", "value": 1e300, "all": 2 }),
            json!({ "sent": 5 }),
            json!(null),
        ];
        let expected = [
            "kept", "kept", "clock", "known", "conflict", "refused", "refused", "refused", "refused",
            "refused", "refused",
        ];
        let answers = batch(app, &path, &queue).await;
        assert_eq!(fates(&answers), expected, "{answers:?}");
        assert_eq!(answers[4]["said"], "For oktober 2026 står det 4 av 21 fra før.");
        assert_eq!(answers[1]["sent"], id(2));
        // Nothing is lost and nothing doubled when all of it comes again.
        let mut again = expected;
        again[..2].fill("known");
        assert_eq!(fates(&batch(app, &path, &queue).await), again);
        assert_eq!(rows(app).await, 2);
        // Whoever has met another number says which is wrong, and why.
        let mut mine = entry(5, "2026-10-01", 7.0);
        mine["instead"] = answers[4]["there"].clone();
        assert_eq!(fates(&batch(app, &path, &[mine.clone()]).await), ["refused"], "without a word");
        mine["reason"] = json!(format!("Beboer {NUMBER}"));
        assert_eq!(fates(&batch(app, &path, &[mine.clone()]).await), ["refused"], "an identity number");
        mine["reason"] = json!("Talte\u{0} for få");
        assert_eq!(fates(&batch(app, &path, &[mine.clone(), mine]).await), ["kept", "known"]);
        let undo = json!({ "sent": id(20), "measure": measure, "undo": id(5) });
        assert_eq!(fates(&batch(app, &path, &[undo.clone(), undo]).await), ["kept", "known"]);
        assert_eq!(held(app).await[0], is("2026-10-01", Some(4.0)), "as before");
        // What somebody has written over is theirs.
        let stale = json!({ "sent": id(21), "measure": measure, "undo": id(1) });
        assert_eq!(fates(&batch(app, &path, &[stale]).await), ["refused"]);
        app.app.clock.advance(Duration::days(10));
        assert_eq!(fates(&batch(app, &path, &queue[2..3]).await), ["kept"]);
    })
    .await;
}

#[tokio::test]
async fn each_tap_is_one_event_whoever_taps() {
    on_both(async |app| {
        let (path, measure) = begun(app, "count").await;
        let tap = |n: u128, more: i32| {
            json!({ "sent": id(n), "measure": measure, "day": "2026-11-01", "more": more })
        };
        let (one, other) = ([tap(1, 1), tap(2, 1), tap(3, 1)], [tap(11, 1), tap(12, 1)]);
        for taps in [&one[..], &other[..], &one[..], &other[..]] {
            batch(app, &path, taps).await;
        }
        let november = |value| [is("2026-11-01", Some(value))];
        assert_eq!(held(app).await, november(5.0));
        batch(app, &path, &[tap(4, -1)]).await;
        assert_eq!(held(app).await, november(4.0));
        // By the buttons, without script.
        let page = get(app, KARI, &path).await;
        assert!(page.has("<output>4</output>"), "{}", page.body);
        let (key, name) = (page.field_of_button("en_til"), format!("trykk_{}", measure.simple()));
        let named = page.field(&name).to_owned();
        for _ in 0..2 {
            let tapped = post(app, &path, &[("en_til", key.as_str()), (name.as_str(), named.as_str())]).await;
            assert_eq!(tapped.status, StatusCode::SEE_OTHER, "{}", tapped.body);
        }
        assert_eq!(held(app).await, november(5.0), "the same tap is one");
        let far = fates(&batch(app, &path, &[tap(5, i32::MAX)]).await).join("");
        assert_eq!(far, "refused");
        batch(app, &path, &[tap(6, -900)]).await;
        assert_eq!(held(app).await, november(0.0), "never fewer than none");
    })
    .await;
}

#[tokio::test]
async fn what_a_rate_counts_is_tapped_and_what_it_is_of_is_written_once() {
    on_both(async |app| {
        let (path, measure) = begun(app, "rate").await;
        let page = get(app, KARI, &path).await;
        let (key, name) = (page.field_of_button("en_til"), format!("trykk_{}", measure.simple()));
        let (below, first) = (format!("trykkav_{}", measure.simple()), page.field(&name).to_owned());
        let fields = |all| {
            [("en_til", key.as_str()), (name.as_str(), first.as_str()), (below.as_str(), all)]
        };
        for wrong in ["", "mange", "0"] {
            let refused = post(app, &path, &fields(wrong)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}: {}", refused.body);
        }
        assert_eq!(rows(app).await, 0);
        let tapped = post(app, &path, &fields("601,5")).await;
        assert_eq!(tapped.status, StatusCode::SEE_OTHER, "{}", tapped.body);
        let page = get(app, KARI, &path).await;
        assert!(page.has("<output>1</output>") && page.field(&below) == "601,5", "{}", page.body);
        // A phone need not say it again, and may.
        let tap = |n: u128, day: &str, all: Value| {
            json!({ "sent": id(n), "measure": measure, "day": day, "more": 1, "all": all })
        };
        let queue = [
            tap(1, "2026-11-01", Value::Null),
            tap(2, "2026-11-01", json!(620)),
            tap(3, "2026-10-01", Value::Null),
        ];
        assert_eq!(fates(&batch(app, &path, &queue).await), ["kept"; 3]);
        assert_eq!(fates(&batch(app, &path, &queue).await), ["known"; 3]);
        let wrong = [tap(4, "2026-11-01", json!(-3))];
        assert_eq!(fates(&batch(app, &path, &wrong).await), ["refused"]);
        let all = work_observation::Entity::find().all(&app.app.db).await.unwrap();
        let holds = all.iter().filter(|one| one.replaced_at.is_none());
        let mut holds: Vec<_> =
            holds.map(|one| (one.day.to_string(), one.value, one.denominator)).collect();
        holds.sort_by(|a, b| a.0.cmp(&b.0));
        let is = |day: &str, value, all| (day.to_owned(), Some(value), Some(all));
        assert_eq!(holds, [is("2026-10-01", 1.0, 620.0), is("2026-11-01", 3.0, 620.0)]);
    })
    .await;
}

#[tokio::test]
async fn nobody_sends_what_another_has_typed() {
    on_both(async |app| {
        let (path, measure) = begun(app, "share").await;
        let entry = json!({ "sent": id(1), "measure": measure, "day": "2026-11-01", "value": 3, "all": 21 });
        let body = json!({ "person": KARI, "entries": [entry] }).to_string();
        let json = format!("{path}.json");
        let kind = "application/json";
        let by_ola = sent(app, OLA, &json, kind, body.clone()).await;
        assert_eq!(by_ola.status, StatusCode::FORBIDDEN);
        let ola = body.replace(KARI, OLA);
        assert_eq!(sent(app, OLA, &json, kind, ola).await.status, StatusCode::NOT_FOUND);
        let elsewhere = Request::post(&json)
            .header(HEADER, KARI)
            .header("content-type", kind)
            .header("sec-fetch-site", "cross-site");
        let elsewhere = app.ask(elsewhere.body(Body::from(body.clone())).unwrap()).await;
        assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
        let nobody = Request::post(&json).header("sec-fetch-site", "same-origin");
        let nobody = app.ask(nobody.body(Body::from(body)).unwrap()).await;
        assert_eq!(nobody.status, StatusCode::FORBIDDEN, "logged out");
        for wrong in ["", "{", "[]", "{\"person\":\"x\",\"entries\":[]}"] {
            let answer = sent(app, KARI, &json, kind, wrong.to_owned()).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        let many = json!({ "person": KARI, "entries": vec![0; 201] }).to_string();
        let many = sent(app, KARI, &json, kind, many).await;
        assert_eq!(many.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(get(app, OLA, &path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(rows(app).await, 0);
        // The service worker is for those who enter numbers, and no page but theirs can be under it.
        let worker = get(app, KARI, "/nb/arbeid/uten-nett.js").await;
        assert_eq!(worker.status, StatusCode::OK);
        assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
        assert!(worker.header("content-security-policy").contains("connect-src 'self'"));
        assert_eq!(worker.header("service-worker-allowed"), "", "no wider than where it stands");
        assert_eq!(app.get("/nb/arbeid/uten-nett.js").await.status, StatusCode::FORBIDDEN);
        assert!(!app.get("/nb/").await.has("uten-nett.js"));
    })
    .await;
}

impl Answer {
    /// The value of the first button of this name.
    fn field_of_button(&self, name: &str) -> String {
        let (_, rest) = self.body.split_once(&format!("name=\"{name}\" value=\"")).expect(name);
        rest.split('"').next().unwrap().to_owned()
    }
}

/// Nothing happened is said of what is counted. A value that was not measured is no 0.
#[tokio::test]
async fn a_value_that_was_not_measured_is_no_nought() {
    on_both(async |app| {
        let (path, measure) = begun(app, "value").await;
        let page = get(app, KARI, &path).await;
        let key = asked(&page).remove(0);
        let one = format!("{path}/{measure}");
        let work = path.trim_end_matches("/tall");
        for shown in [&page, &get(app, KARI, &one).await, &get(app, KARI, work).await] {
            assert!(!shown.has("name=\"ingen\""), "{}", shown.body);
        }
        // A page that was had before has the button still.
        post(app, &path, &[("ingen", key.as_str())]).await;
        let alone = post(app, &one, &[("ingen", "ja"), ("tid", "2026-11-01")]).await;
        assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", alone.body);
        assert_eq!(rows(app).await, 0);
        let (count, _) = begun(app, "count").await;
        assert!(get(app, KARI, &count).await.has("name=\"ingen\""));
    })
    .await;
}

/// From the number that stands there one may go to a period that has none: nothing is corrected then.
#[tokio::test]
async fn a_period_that_was_empty_asks_for_no_reason_and_a_day_is_asked_about() {
    on_both(async |app| {
        let (path, measure) = begun(app, "count").await;
        let one = format!("{path}/{measure}");
        let first = [("tall", "3"), ("tid", "2026-11-01")];
        assert_eq!(post(app, &one, &first).await.status, StatusCode::SEE_OTHER);
        let page = get(app, KARI, &format!("{one}?tid=2026-11-01")).await;
        let there = page.field("rettes").to_owned();
        let correcting = |more: &[(&'static str, &'static str)]| {
            let mut fields = vec![("tall", "4"), ("rettes", there.as_str()), ("grunn", "")];
            fields.extend(more);
            fields
        };
        let same = post(app, &one, &correcting(&[("tid", "2026-11-01")])).await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY, "it is a correction");
        for more in [
            &[("tid", "2026-10-01")][..],
            &[("tid", "2026-11-01"), ("annen_tid", "september 2026")],
        ] {
            let saved = post(app, &one, &correcting(more)).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        }
        let is = |day: &str, value: f64| (day.to_owned(), Some(value));
        let now = [is("2026-09-01", 4.0), is("2026-10-01", 4.0), is("2026-11-01", 3.0)];
        assert_eq!(held(app).await, now);
        // One day is no month, unless they say so; its first and its last are how many write it.
        let day = [("tall", "5"), ("annen_tid", "13.1.2024")];
        let asked = post(app, &one, &day).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", asked.body);
        assert!(asked.has("hele januar 2024") && asked.field("annen_tid") == "13.1.2024");
        assert_eq!(rows(app).await, 3);
        let sure = [day[0], day[1], ("sikker", "ja")];
        assert_eq!(post(app, &one, &sure).await.status, StatusCode::SEE_OTHER);
        let last = [("tall", "6"), ("annen_tid", "29.2.2024")];
        assert_eq!(post(app, &one, &last).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

/// All that is missing is counted, also what is so old that it has no field of its own here.
#[tokio::test]
async fn all_that_is_missing_is_counted() {
    on_both(async |app| {
        let (path, measure) = begun_each(app, "count", "day").await;
        let old = json!({ "sent": id(1), "measure": measure, "day": "2025-07-10", "value": 2 });
        assert_eq!(fates(&batch(app, &path, &[old]).await), ["kept"]);
        let page = get(app, KARI, &path).await;
        assert!(page.has("Eldre som mangler (497)") && page.has("/lim-inn/"), "{}", page.body);
        assert_eq!(asked(&page).len(), 24);
    })
    .await;
}
