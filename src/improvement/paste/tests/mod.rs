//! Tables by the front door: what is asked before anything is kept, what is kept, and what is not.

mod asked;
mod shapes;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use sea_orm::EntityTrait;

use crate::improvement::tests::{begun, get, on_both, post};
use crate::testing::who::HEADER;
use crate::testing::{Answer, TestApp};
use crate::work::{work_change, work_observation};

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const OLA: &str = "01890000-0000-7000-8000-000000000002";

/// A measure that counts, each month.
const COUNT: [(&str, &str); 4] =
    [("slag", "count"), ("maling", "Fall"), ("teller", ""), ("nevner", "")];

/// The page where tables are pasted.
async fn place(app: &TestApp, more: &[(&str, &str)]) -> String {
    begun(app, more).await.1.replace("/tall/", "/lim-inn/")
}

async fn pasted(app: &TestApp, page: &str, text: &str) -> Answer {
    post(app, KARI, page, &[("tabell", text)]).await
}

/// Sends a file that is called a table.
async fn uploaded(app: &TestApp, page: &str, text: &str) -> Answer {
    let body = format!(
        "--mellom\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"tall.csv\"\r\n\
         Content-Type: text/csv\r\n\r\n{text}\r\n--mellom--\r\n"
    );
    let request = Request::post(page)
        .header(HEADER, KARI)
        .header("content-type", "multipart/form-data; boundary=mellom")
        .header("sec-fetch-site", "same-origin");
    app.ask(request.body(Body::from(body)).unwrap()).await
}

/// Sends what a page carries, with the answers.
async fn answered(app: &TestApp, page: &str, shown: &Answer, more: &[(&str, &str)]) -> Answer {
    let letters = |text: &str| text.replace("&#34;", "\"").replace("&#38;", "&");
    let carried = ["sendt", "rettes", "ark"].map(|name| (name, letters(shown.field(name))));
    let carried = carried.iter().map(|(name, value)| (*name, value.as_str()));
    let fields: Vec<(&str, &str)> = carried.chain(more.iter().copied()).collect();
    post(app, KARI, page, &fields).await
}

/// The numbers that hold.
async fn kept(app: &TestApp) -> Vec<(String, Option<f64>, Option<f64>)> {
    let rows = work_observation::Entity::find().all(&app.app.db).await.unwrap();
    let holds = rows.into_iter().filter(|row| row.replaced_at.is_none());
    let mut rows: Vec<_> =
        holds.map(|row| (row.day.to_string(), row.value, row.denominator)).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows
}

fn is(day: &str, value: f64) -> (String, Option<f64>, Option<f64>) {
    (day.to_owned(), Some(value), None)
}

#[tokio::test]
async fn a_table_is_shown_kept_known_again_and_undone() {
    on_both(async |app| {
        let page = place(app, &COUNT).await;
        assert!(get(app, KARI, &page).await.has("Lim inn tall fra et regneark"));
        let text = "Måned\tFall\r\nsept. 2026\t3\r\n2026-10\t5\r\nSum\t8\r\n";
        let shown = pasted(app, &page, text).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        assert!(shown.has("september 2026: 3") && shown.has("oktober 2026: 5"), "{}", shown.body);
        assert!(shown.has("En sum eller et mål, ikke med"));
        assert!(kept(app).await.is_empty());
        let saved = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let right = [is("2026-09-01", 3.0), is("2026-10-01", 5.0)];
        assert_eq!(kept(app).await, right);
        // The answer was lost on its way, and the same is sent again; and then pasted again.
        let again = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.body);
        let shown = pasted(app, &page, text).await;
        assert!(shown.has("står der fra før"), "{}", shown.body);
        let same = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert!(same.header("location").ends_with("?likt=ja"), "{}", same.body);
        assert_eq!(work_observation::Entity::find().all(&app.app.db).await.unwrap().len(), 2);
        // Undone in one step.
        let first = get(app, KARI, saved.header("location")).await;
        assert!(
            first.has("Tallene er lagret.") && first.has("2 tall ble lagt inn"),
            "{}",
            first.body
        );
        let sent = first.field("sendt").to_owned();
        let undo = format!("{page}/angre");
        let undone = post(app, KARI, &undo, &[("sendt", &sent)]).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.body);
        assert!(kept(app).await.iter().all(|(_, value, _)| value.is_none()));
        assert!(!get(app, KARI, &page).await.has("Angre hele tabellen"));
        post(app, KARI, &undo, &[("sendt", &sent)]).await;
        let changes = work_change::Entity::find().all(&app.app.db).await.unwrap();
        let what = |name: &str| changes.iter().filter(|change| change.what == name).count();
        assert_eq!((what("imported"), what("import_undone")), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_kept_before_its_questions_are_answered() {
    on_both(async |app| {
        let page = place(app, &COUNT).await;
        let text = "Dato\tFall\n46174\t9\n46204\t12*\n46235\t<5\nsonn\t4\n";
        let shown = pasted(app, &page, text).await;
        for told in ["Excels nummer på en dag", "1. juni 2026"] {
            assert!(shown.has(told), "{told}: {}", shown.body);
        }
        let refused = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answers = [
            ("dagnumre", "1900"),
            ("fotnoter", "bruk"),
            ("grense", "utelat"),
            ("feil", "utelat"),
            ("lagre", "ja"),
        ];
        let half = answered(app, &page, &shown, &[answers[0], answers[1], answers[4]]).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept(app).await.is_empty());
        let saved = answered(app, &page, &half, &answers).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(kept(app).await, [is("2026-06-01", 9.0), is("2026-07-01", 12.0)]);
    })
    .await;
}

#[tokio::test]
async fn another_number_is_asked_about_and_comes_back_when_undone() {
    on_both(async |app| {
        let page = place(app, &COUNT).await;
        let keep = [("lagre", "ja")];
        let shown = pasted(app, &page, "Måned\tFall\n2026-09\t3\n2026-10\t5\n").await;
        answered(app, &page, &shown, &keep).await;
        let shown = pasted(app, &page, "Måned\tFall\n2026-09\t4\n2026-10\t5\n2026-11\t6\n").await;
        assert!(shown.has("fra før står det 3"), "{}", shown.body);
        let silent = answered(app, &page, &shown, &keep).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let why = [("lagre", "ja"), ("ulike", "erstatt"), ("grunn", "Talte feil")];
        let silent = answered(app, &page, &shown, &why[..2]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let saved = answered(app, &page, &shown, &why).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let right = [is("2026-09-01", 4.0), is("2026-10-01", 5.0), is("2026-11-01", 6.0)];
        assert_eq!(kept(app).await, right);
        let sent = get(app, KARI, &page).await.field("sendt").to_owned();
        post(app, KARI, &format!("{page}/angre"), &[("sendt", &sent)]).await;
        let none = ("2026-11-01".to_owned(), None, None);
        assert_eq!(kept(app).await, [is("2026-09-01", 3.0), is("2026-10-01", 5.0), none]);
        // What was there when it was shown is no longer: a colleague was quicker.
        let mine = pasted(app, &page, "Måned\tFall\n2026-09\t7\n").await;
        let theirs = pasted(app, &page, "Måned\tFall\n2026-09\t8\n").await;
        answered(app, &page, &theirs, &why).await;
        let late = answered(app, &page, &mine, &why).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.has("Noen har endret et av tallene imens"), "{}", late.body);
        assert_eq!(kept(app).await[0], is("2026-09-01", 8.0));
        let kept_theirs = [("lagre", "ja"), ("ulike", "behold")];
        answered(app, &page, &late, &kept_theirs).await;
        assert_eq!(kept(app).await[0], is("2026-09-01", 8.0));
    })
    .await;
}

#[tokio::test]
async fn a_list_of_people_is_neither_kept_nor_shown() {
    on_both(async |app| {
        let page = place(app, &COUNT).await;
        for (text, secret) in [
            ("Beboer\tMåned\tFall\n03851598730\t2026-09\t2\n", "03851598730"),
            ("Kari Nordmann\t12.03.1941\t2\n", "Nordmann"),
            ("Navn\tFall\nOla Fiktiv\t2\n", "Fiktiv"),
            ("Måned\tBeboer\tFall\n2026-09\tK.N.\t2\n", "K.N."),
            ("Måned\tFall\tMerknad\n2026-09\t2\tKari Nordmann falt på badet\n", "Nordmann"),
            ("Måned\tFall\n2026-09\t3 (Kari Nordmann)\n", "Nordmann"),
            ("Måned\tFall\tMerknad\n2026-09\t2\tgjelder 1203 3812 345\n", "3812"),
        ] {
            let stopped = pasted(app, &page, text).await;
            assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
            assert!(stopped.has("ds-error-summary") && !stopped.has(secret), "{}", stopped.body);
        }
        assert!(kept(app).await.is_empty());
        let masked = pasted(app, &page, "Måned\tFall\n2026-09\t2\n").await;
        let why = [("grunn", "Gjelder 03851598730"), ("lagre", "ja")];
        assert!(!answered(app, &page, &masked, &why).await.has("03851598730"));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_table_is_said() {
    on_both(async |app| {
        let page = place(app, &[]).await;
        for (fields, told) in [
            (vec![("tabell", "")], "Lim inn en tabell, eller velg en fil."),
            (vec![("tabell", "bare ord")], "Ingen kolonne sier når"),
            (vec![("tabell", "Måned\tTall\n2026-09\t2\n")], "trenger to kolonner"),
            (vec![("ark", "{")], "kan ikke åpnes"),
            (vec![("ark", "[]"), ("lagre", "ja")], "kan ikke åpnes"),
        ] {
            let answer = post(app, KARI, &page, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
            assert!(answer.has(told), "{told}: {}", answer.body);
        }
        assert!(
            !get(app, KARI, &page).await.has("Tabellen <span class=\"need\">"),
            "a table or a file is needed"
        );
        // Something else may be called a table.
        for other in ["%PDF-1.7\n1 0 obj\n", "\r\n{\\rtf1 Fall}", "GIF89a"] {
            let answer = uploaded(app, &page, other).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{other}");
            assert!(answer.has("ikke en tabell vi kan lese"), "{other}: {}", answer.body);
        }
        let share = pasted(app, &page, "Måned\tHoldt vekta\tBle veid\n2026-09\t18\t24\n").await;
        let saved = answered(app, &page, &share, &[("lagre", "ja")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(kept(app).await, [("2026-09-01".to_owned(), Some(18.0), Some(24.0))]);
        assert_eq!(get(app, OLA, &page).await.status, StatusCode::NOT_FOUND);
        let theirs = post(app, OLA, &page, &[("tabell", "2026-09\t2")]).await;
        assert_eq!(theirs.status, StatusCode::NOT_FOUND);
        let undo = post(app, KARI, &format!("{page}/angre"), &[("sendt", "x")]).await;
        assert_eq!(undo.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}
