//! The method by its front door: what is suggested, what a team says, and their own words; and the
//! templates that we ship.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use sea_orm::EntityTrait;

use crate::centres::Network;
use crate::i18n::Lang;
use crate::improvement::tests::{CENTRE, KARI, NUMBER, OLA, begun, get, on_both, post};
use crate::people::places;
use crate::work::method::{Said, all, newest, offered};
use crate::work::work_change;

/// The names that are the model's own, as they stand in print. All else is our wording, and says so.
const VERIFIED: [&str; 5] = ["Forberede", "Planlegge", "Utføre", "Evaluere", "Følge opp"];

#[test]
fn the_templates_are_whole_and_tell_what_is_ours() {
    let mut versions = BTreeSet::new();
    for method in all() {
        assert!(versions.insert((&method.name, method.version)), "{} twice", method.name);
        let (mut texts, mut ids): (Vec<&Said>, _) =
            (vec![&method.title, &method.about], BTreeSet::new());
        for phase in &method.phases {
            assert!(!phase.steps.is_empty(), "{}", phase.id);
            assert!(ids.insert(&phase.id), "{} twice", phase.id);
            assert_eq!(phase.is_ours, !VERIFIED.contains(&phase.title[&Lang::Nb].as_str()));
            texts.extend([&phase.title, &phase.help]);
            for step in &phase.steps {
                assert!(step.is_ours && ids.insert(&step.id), "{}", step.id);
                texts.extend([&step.title, &step.help]);
                texts.extend(step.tools.iter().map(|tool| &tool.title));
            }
        }
        // They are names of fields too.
        let is_plain = |id: &&String| id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        assert!(ids.iter().all(is_plain), "{ids:?}");
        for text in texts {
            for lang in [Lang::Nb, Lang::Nn, Lang::En] {
                assert!(text.get(&lang).is_some_and(|words| !words.is_empty()), "{text:?}");
            }
        }
        assert_eq!(newest(&method.name).map(|one| one.name.as_str()), Some(method.name.as_str()));
    }
    let phases: Vec<&str> =
        all()[0].phases.iter().map(|phase| phase.title[&Lang::Nb].as_str()).collect();
    assert_eq!(phases, VERIFIED);
    assert_eq!(offered().count(), 2);
}

#[tokio::test]
async fn a_team_sees_what_it_has_done_and_one_step_to_take_next() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let page = format!("{work}/faser");
        let first = get(app, KARI, &page).await;
        for told in [
            "Forberede",
            "Følge opp",
            "Stegene har vi skrevet.",
            "Dere kan gå fram og tilbake",
            "Målet er skrevet",
            "Utprøvinger: 1",
            "href=\"#forberede_kjent\"",
        ] {
            assert!(first.has(told), "{told}: {}", first.body);
        }
        // The last step first: nothing forces an order.
        for (step, state) in
            [("folge_opp_del", "done"), ("forberede_kjent", "skipped"), ("forberede_team", "begun")]
        {
            let form = get(app, KARI, &format!("{page}/{step}")).await;
            let fields = [
                ("status", state),
                ("gjort", "Leste retningslinjen"),
                ("sett", form.field("sett")),
            ];
            let said = post(app, KARI, &format!("{page}/{step}"), &fields).await;
            assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        }
        let shown = get(app, KARI, &page).await;
        assert!(shown.has("Leste retningslinjen") && shown.has("Ikke aktuelt for oss"));
        assert!(shown.has("href=\"#forberede_team\""), "{}", shown.body);
        assert!(get(app, KARI, &work).await.has("Foreslått nå: Samle et team"));
        // Somebody has written it since: both are shown.
        let step = format!("{page}/forberede_team");
        let late = [("status", "done"), ("gjort", "Vi er fire"), ("sett", "0")];
        let late = post(app, KARI, &step, &late).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
        assert!(late.has("Leste retningslinjen") && late.has("Vi er fire"));
        let ring = format!("Ring {NUMBER}");
        for (fields, told) in [
            ([("status", "ferdig"), ("gjort", "Vi er fire")], "ferdig"),
            ([("status", "done"), ("gjort", ring.as_str())], "ligner et fødselsnummer"),
        ] {
            let answer = post(app, KARI, &step, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.has(told) && !answer.has(NUMBER), "{told}: {}", answer.body);
        }
        for lang in ["nn", "en", "se"] {
            let other = page.replacen("/nb/", &format!("/{lang}/"), 1);
            assert_eq!(get(app, KARI, &other).await.status, StatusCode::OK, "{lang}");
        }
        let none = get(app, KARI, &format!("{page}/finnes_ikke")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_team_chooses_its_method_and_calls_its_parts_what_it_likes() {
    on_both(async |app| {
        let (work, _) = begun(app, &[]).await;
        let (page, choose) = (format!("{work}/faser"), format!("{work}/metode"));
        let words = format!("{choose}/ord");
        let form = get(app, KARI, &words).await;
        assert!(form.has("Forberede") && form.field("sett") == "0", "{}", form.body);
        let own =
            [("forberede", "Komme i gang"), ("forberede_team", "Finn folkene"), ("sett", "0")];
        let said = post(app, KARI, &words, &own).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        let shown = get(app, KARI, &page).await;
        assert!(shown.has("Komme i gang") && shown.has("Finn folkene") && !shown.has(">Forberede"));
        // A page of before the choice was written.
        let stale = [("metode", "forbedringsmodellen"), ("sett", "0")];
        let stale = post(app, KARI, &choose, &stale).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);
        let seen = stale.field("sett").to_owned();
        let chosen = [("metode", "forbedringsmodellen"), ("sett", seen.as_str())];
        let chosen = post(app, KARI, &choose, &chosen).await;
        assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.body);
        let shown = get(app, KARI, &page).await;
        assert!(shown.has("Hva vil vi oppnå?") && shown.has("våre ord") && shown.has("Langley"));
        // Whoever goes back finds their words again.
        let seen = get(app, KARI, &choose).await.field("sett").to_owned();
        let back = [("metode", "kvalitetsforbedring"), ("sett", seen.as_str())];
        assert_eq!(post(app, KARI, &choose, &back).await.status, StatusCode::SEE_OTHER);
        assert!(get(app, KARI, &page).await.has("Komme i gang"));
        for method in ["", "kvalitetsforbedring-1", "x"] {
            let none = post(app, KARI, &choose, &[("metode", method), ("sett", "0")]).await;
            assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "{method}");
        }
        let long = "å".repeat(201);
        let long = post(app, KARI, &words, &[("forberede", &long), ("sett", "0")]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        let changes = work_change::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!(changes.iter().filter(|change| change.what == "method").count(), 3);
    })
    .await;
}

#[tokio::test]
async fn who_reads_sees_the_phases_and_writes_nothing_in_them() {
    on_both(async |app| {
        let network = Network::load(&app.app.db).await.unwrap();
        let centre = places::by_slug(&network, CENTRE).unwrap().to_string();
        let (work, _) = begun(app, &[("senter", &centre)]).await;
        let adviser = format!("{OLA} editor@{centre}");
        let shown = get(app, &adviser, &format!("{work}/faser")).await;
        assert!(shown.has("Forberede") && !shown.has("Skriv hva dere har gjort"));
        assert_eq!(get(app, OLA, &format!("{work}/faser")).await.status, StatusCode::NOT_FOUND);
        for path in ["faser/forberede_team", "metode", "metode/ord"] {
            let path = format!("{work}/{path}");
            assert_eq!(get(app, &adviser, &path).await.status, StatusCode::FORBIDDEN, "{path}");
            let written = post(app, &adviser, &path, &[("sett", "0")]).await;
            assert_eq!(written.status, StatusCode::FORBIDDEN, "{path}");
            assert_eq!(get(app, OLA, &path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}
