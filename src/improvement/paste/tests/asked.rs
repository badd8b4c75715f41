//! What a table may mean two things by: asked by the front door, and kept as it was answered.

use axum::http::StatusCode;

use super::{COUNT, KARI, answered, is, kept, pasted, place};
use crate::improvement::tests::{get, on_both};

#[tokio::test]
async fn no_other_column_is_kept_for_the_one_that_is_named() {
    on_both(async |app| {
        let page = place(app, &COUNT).await;
        for text in [
            "Måned\tBeboerdøgn\n2026-09\t600\n2026-10\t601\n",
            "Måned\tFall\tBeboerdøgn\n2026-09\t\t600\n2026-10\t\t601\n",
            "Måned\tFall hittil i år\n2026-09\t30\n2026-10\t36\n",
        ] {
            let shown = pasted(app, &page, text).await;
            assert!(shown.has("Hvilken kolonne er «Fall»?"), "{text}: {}", shown.body);
            let early = answered(app, &page, &shown, &[("lagre", "ja")]).await;
            assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
            assert!(kept(app).await.is_empty(), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_footnote_stays_with_its_number() {
    on_both(async |app| {
        let page = place(app, &COUNT).await;
        let text = "Måned\tFall\n2026-08\tingen\n2026-09\t3 (to fra sykehus)\n2026-10\t5*\n\t\n* ny seksjon åpnet\t\n";
        let shown = pasted(app, &page, text).await;
        assert!(shown.has("Betyr det 0, eller at ingen har talt?"), "{}", shown.body);
        let answers = [("fotnoter", "bruk"), ("null", "bruk"), ("lagre", "ja")];
        let saved = answered(app, &page, &shown, &answers).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let right = [is("2026-08-01", 0.0), is("2026-09-01", 3.0), is("2026-10-01", 5.0)];
        assert_eq!(kept(app).await, right);
        let number = page.replace("/lim-inn/", "/tall/");
        for (month, words) in [("2026-09", "to fra sykehus"), ("2026-10", "ny seksjon åpnet")] {
            let history = get(app, KARI, &format!("{number}?tid={month}")).await;
            assert!(history.has(words), "{words}: {}", history.body);
        }
    })
    .await;
}

#[tokio::test]
async fn what_has_not_begun_and_a_lone_day_are_asked_about() {
    on_both(async |app| {
        let page = place(app, &COUNT).await;
        let text = "Dato\tFall\n1.9.2026\t3\n2.10.2026\t4\n1.12.2026\t5\n";
        let shown = pasted(app, &page, text).await;
        for told in ["har ikke begynt ennå", "desember 2025", "Tallet gjelder hele tiden"] {
            assert!(shown.has(told), "{told}: {}", shown.body);
        }
        let early = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept(app).await.is_empty());
        let answers = [("framtid", "aaret_for"), ("finere", "hele"), ("lagre", "ja")];
        let saved = answered(app, &page, &shown, &answers).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let right = [is("2025-12-01", 5.0), is("2026-09-01", 3.0), is("2026-10-01", 4.0)];
        assert_eq!(kept(app).await, right);
    })
    .await;
}

#[tokio::test]
async fn more_than_all_may_have_changed_places() {
    on_both(async |app| {
        let page = place(app, &[]).await;
        let text = "Måned\tHoldt vekta\tBle veid\n2026-09\t25\t24\n2026-10\t20\t24\n";
        let shown = pasted(app, &page, text).await;
        assert!(shown.has("Har de to byttet plass?"), "{}", shown.body);
        let saved = answered(app, &page, &shown, &[("byttet", "bytt"), ("lagre", "ja")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let of = |day: &str, value, all| (day.to_owned(), Some(value), Some(all));
        assert_eq!(kept(app).await, [of("2026-09-01", 24.0, 25.0), of("2026-10-01", 20.0, 24.0)]);
    })
    .await;
}

const MINUTES: [(&str, &str); 4] =
    [("slag", "value"), ("maling", "Minutter"), ("teller", ""), ("nevner", "")];

#[tokio::test]
async fn decimals_are_neither_dropped_nor_guessed() {
    on_both(async |app| {
        let page = place(app, &MINUTES).await;
        let text = "Måned,Minutter\naug 2026,12,5\nsep 2026,13\n";
        let shown = pasted(app, &page, text).await;
        assert!(shown.has("flere celler enn overskriften"), "{}", shown.body);
        let early = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept(app).await.is_empty());
        let answers = [("delt", "desimal"), ("lagre", "ja")];
        let saved = answered(app, &page, &shown, &answers).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(kept(app).await, [is("2026-08-01", 12.5), is("2026-09-01", 13.0)]);
        // A comma in one line and a point in another.
        let text = "Måned\tMinutter\n2026-09\t13\n2026-10\t1.234,50\n2026-07\t2,500.75\n";
        let shown = pasted(app, &page, text).await;
        assert!(shown.has("Noen tall har komma og andre punktum"), "{}", shown.body);
        let early = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(kept(app).await.len(), 2);
        let both = [("desimal", "begge"), ("lagre", "ja")];
        let saved = answered(app, &page, &shown, &both).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(kept(app).await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn a_number_too_many_is_asked_about_before_the_others_are_taken() {
    on_both(async |app| {
        let page = place(app, &[]).await;
        let text =
            "Måned\tHoldt vekta\tBle veid\n2026-08\t18\t24\n2026-09\t2\t19\t24\n2026-10\t20\t24\n";
        let shown = pasted(app, &page, text).await;
        assert!(shown.has("tall også der det ikke er noen overskrift"), "{}", shown.body);
        let early = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept(app).await.is_empty());
        let saved = answered(app, &page, &shown, &[("delt", "utelat"), ("lagre", "ja")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let of = |day: &str, value, all| (day.to_owned(), Some(value), Some(all));
        assert_eq!(kept(app).await, [of("2026-08-01", 18.0, 24.0), of("2026-10-01", 20.0, 24.0)]);
    })
    .await;
}

/// Hours are not kept as minutes because their digits are understood.
#[tokio::test]
async fn a_number_in_another_unit_is_said_to_be_and_is_not_kept() {
    on_both(async |app| {
        let minutes = [
            ("slag", "value"),
            ("maling", "Ventetid"),
            ("teller", ""),
            ("nevner", ""),
            ("enhet", "minutter"),
        ];
        let page = place(app, &minutes).await;
        let text = "Måned\tVentetid\n2026-09\t2 timer\n2026-10\t45 min\n";
        let shown = pasted(app, &page, text).await;
        assert!(shown.has("En annen enhet enn målingen er i"), "{}", shown.body);
        let early = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept(app).await.is_empty());
        let answers = [("feil", "utelat"), ("lagre", "ja")];
        let saved = answered(app, &page, &shown, &answers).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(kept(app).await, [is("2026-10-01", 45.0)]);
        let headed = pasted(app, &page, "Måned\tVentetid (timer)\n2026-08\t2\n").await;
        assert!(headed.has("En annen enhet enn målingen er i"), "{}", headed.body);
    })
    .await;
}

/// Formulas that came as their text, and what a spreadsheet made a date of.
#[tokio::test]
async fn what_is_wrong_with_each_line_is_shown_although_most_are_wrong() {
    on_both(async |app| {
        let page = place(app, &COUNT).await;
        let text = "Måned\tFall\n2026-08\t=SUM(B2:B5)\n2026-09\t02.jan\n2026-10\t5\n";
        let shown = pasted(app, &page, text).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        assert!(shown.has("Tallet ble ikke forstått") && shown.has("=SUM(B2:B5)"));
        assert!(shown.has("Ser ut som en dato."), "{}", shown.body);
        let saved = answered(app, &page, &shown, &[("feil", "utelat"), ("lagre", "ja")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(kept(app).await, [is("2026-10-01", 5.0)]);
    })
    .await;
}

/// The others are not all of them.
#[tokio::test]
async fn yes_and_no_are_not_kept_as_a_part_and_its_whole() {
    on_both(async |app| {
        let page = place(app, &[("teller", ""), ("nevner", "")]).await;
        let text = "Måned\tJa\tNei\n2026-09\t12\t18\n2026-10\t14\t16\n";
        let shown = pasted(app, &page, text).await;
        let early = answered(app, &page, &shown, &[("lagre", "ja")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", early.body);
        assert!(kept(app).await.is_empty());
    })
    .await;
}
