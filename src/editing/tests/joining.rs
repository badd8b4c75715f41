//! Two who write in one text: what only one of them changed joins itself, the rest is chosen field by field,
//! and no word of either goes unseen.

use axum::http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{GEIR, RITA, begin, centres, filled, person, pressed, send, write};
use crate::editing::merge::{Piece, common, pieces};
use crate::rights::RoleKind::Editor;
use crate::testing::{Answer, Browser, TestApp, both_engines};

fn told(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{e}: {}", answer.body))
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn what_only_one_has_changed_joins_itself() {
    let joined = |base, mine, theirs| pieces(&words(base), &words(mine), &words(theirs));
    let same = |text: &str| vec![Piece::Joined(words(text))];
    assert_eq!(joined("a b c", "a b c", "a x c"), same("a x c"));
    assert_eq!(joined("a b c d", "x b c d", "a b c y"), same("x b c y"));
    assert_eq!(joined("a b c", "a c", "a b c d"), same("a c d"));
    assert_eq!(joined("a b c", "a x c", "a x c"), same("a x c"), "the same twice is once");
    assert_eq!(joined("", "a", "a"), same("a"));
    assert!(joined("", "", "").is_empty());
    let apart = |mine, theirs| Piece::Apart { mine: words(mine), theirs: words(theirs) };
    let parts = joined("a b c d", "a x c e", "a y c d");
    assert_eq!(parts, [Piece::Joined(words("a")), apart("x", "y"), Piece::Joined(words("c e"))]);
    assert_eq!(joined("a", "a b", "a c"), [Piece::Joined(words("a")), apart("b", "c")]);
    assert_eq!(common(&words("a b c"), &words("a x c")), words("a c"));
}

/// The text as both open it, with a project's three parts.
async fn opened<'a>(
    app: &'a TestApp,
    more: &[(&str, &str)],
) -> (Browser<'a>, Browser<'a>, String, Vec<(String, String)>) {
    let [here, _] = centres(app).await;
    let mut rita = person(app, RITA, Some((Editor, Some(here)))).await;
    let mut geir = person(app, GEIR, Some((Editor, Some(here)))).await;
    let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
    let begun = with(here, more);
    let begun: Vec<(&str, &str)> = begun.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(write(&mut rita, &page, &begun).await.status, StatusCode::SEE_OTHER);
    let of_geir = filled(&mut geir, &page, &begun).await;
    (rita, geir, page, of_geir)
}

fn with(centre: Uuid, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let shared = [("title", "Rolige måltider"), ("lang", "nb")];
    let mut all: Vec<(String, String)> = shared
        .iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name))
        .chain(more)
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    all.push(("centre".to_owned(), centre.to_string()));
    all
}

/// The same form with these values instead.
fn changed(form: &[(String, String)], to: &[(&str, &str)]) -> Vec<(String, String)> {
    let kept = form.iter().filter(|(name, _)| to.iter().all(|(other, _)| other != name));
    let to = to.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    kept.cloned().chain(to).collect()
}

/// Chooses on the page where both stand; what is hidden there goes along.
async fn choose(browser: &mut Browser<'_>, page: &str, choices: &[(&str, &str)]) -> Answer {
    let join = format!("{page}/forskjeller");
    let shown = browser.get(&join).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    let hidden = ["versjon", "fra"].map(|name| (name, shown.field(name).to_owned()));
    let hidden = hidden.iter().map(|(name, value)| (*name, value.as_str()));
    let fields: Vec<(&str, &str)> = hidden.chain(choices.iter().copied()).collect();
    browser.post(&join, &fields).await
}

const BEGUN: [(&str, &str); 2] = [
    ("lead", "Et sykehjem flyttet middagen."),
    ("facts.sections.background", "Først.\n\nSå dette.\n\nTil slutt."),
];

both_engines! {
    async fn fields_that_only_one_changed_are_joined_without_asking(app: TestApp) {
        let (mut rita, mut geir, page, of_geir) = opened(&app, &BEGUN).await;
        let of_rita = filled(&mut rita, &page, &[]).await;
        let of_rita = changed(&of_geir, &[("hvem", of_rita[1].1.as_str()), ("lead", "Ritas ingress.")]);
        assert_eq!(send(&mut rita, &page, &of_rita).await.status, StatusCode::SEE_OTHER);
        // He never saw her lead: it is not wiped by what his form still holds.
        let mine = changed(&of_geir, &[("facts.sections.results", "Geirs resultater.")]);
        let joined = send(&mut geir, &page, &mine).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.body);
        assert_eq!(joined.header("location"), format!("{page}?gjort=samlet"));
        let shown = geir.get(joined.header("location")).await;
        assert!(shown.has("Ritas ingress.") && shown.has("Geirs resultater."), "{}", shown.body);
        assert!(shown.has("satt sammen med det du skrev") && !shown.has("Begge er tatt vare på"));
    }

    async fn the_script_is_told_what_another_changed(app: TestApp) {
        let (mut rita, mut geir, page, of_geir) = opened(&app, &BEGUN).await;
        let of_rita = filled(&mut rita, &page, &[]).await;
        let of_rita = changed(&of_geir, &[("hvem", of_rita[1].1.as_str()), ("lead", "Ritas ingress.")]);
        send(&mut rita, &page, &of_rita).await;
        let save = format!("{page}/lagre.json");
        let mine = changed(&of_geir, &[("facts.sections.results", "Geirs resultater.")]);
        let answer = send(&mut geir, &save, &mine).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let first = told(&answer);
        assert_eq!(first["fields"], json!([["lead", ["Ritas ingress."]]]));
        assert!(first["said"].as_str().unwrap().contains("Endringer fra noen andre"), "{first}");
        // The answer was lost on its way, and the same comes once more: it is known again.
        let again = told(&send(&mut geir, &save, &mine).await);
        assert_eq!((&again["saved"], &again["number"]), (&json!(true), &first["number"]));
        // Both change the same: it waits, and neither is written over.
        let clash = changed(&of_geir, &[("lead", "Geirs ingress.")]);
        let apart = send(&mut geir, &save, &clash).await;
        assert_eq!(apart.status, StatusCode::CONFLICT, "{}", apart.body);
        assert!(rita.get(&page).await.has("Ritas ingress."));
        assert!(geir.get(&format!("{page}/forskjeller")).await.has("<mark>Geirs</mark>"));
    }

    async fn a_longer_text_is_joined_by_paragraph(app: TestApp) {
        let (mut rita, mut geir, page, of_geir) = opened(&app, &BEGUN).await;
        let of_rita = filled(&mut rita, &page, &[]).await;
        let hers = "Først, sier Rita.\n\nSå dette.\n\nTil slutt.\n\nOg litt til fra Rita.";
        let of_rita =
            changed(&of_geir, &[("hvem", of_rita[1].1.as_str()), ("facts.sections.background", hers)]);
        send(&mut rita, &page, &of_rita).await;
        let his = "Først.\n\nSå dette, sier Geir.\n\nTil slutt.";
        let joined = send(&mut geir, &page, &changed(&of_geir, &[("facts.sections.background", his)])).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.body);
        let both = "Først, sier Rita.\n\nSå dette, sier Geir.\n\nTil slutt.\n\nOg litt til fra Rita.";
        let shown = geir.get(&page).await;
        assert!(shown.has(both), "{}", shown.body);
    }

    async fn each_choice_is_made_for_its_field(app: TestApp) {
        let (mut rita, mut geir, page, of_geir) = opened(&app, &BEGUN).await;
        let of_rita = filled(&mut rita, &page, &[]).await;
        let hers = [
            ("hvem", of_rita[1].1.as_str()),
            ("title", "Ritas tittel"),
            ("lead", "Ritas ingress."),
            ("facts.sections.background", "Ritas start.\n\nSå dette.\n\nRitas slutt."),
        ];
        send(&mut rita, &page, &changed(&of_geir, &hers)).await;
        let his = [
            ("title", "Geirs tittel"),
            ("lead", "Geirs ingress."),
            ("facts.sections.background", "Geirs start.\n\nSå dette.\n\nTil slutt."),
            ("facts.sections.results", "Bare fra Geir."),
        ];
        let met = send(&mut geir, &page, &changed(&of_geir, &his)).await;
        assert_eq!(met.status, StatusCode::CONFLICT, "{}", met.body);
        assert!(met.has("Satt sammen av seg selv") && met.has("endringen din er med"), "{}", met.body);
        // A choice that is not made is asked for, and those that are made stand.
        let half = choose(&mut geir, &page, &[("valg_1", "min")]).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", half.body);
        assert!(half.has("Velg hva som skal stå i «Ingress».") && half.has("ds-error-summary"), "{}", half.body);
        assert!(half.has("value=\"min\" checked"), "{}", half.body);
        let choices = [("valg_1", "min"), ("valg_2", "begge"), ("valg_3", "begge")];
        let joined = choose(&mut geir, &page, &choices).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.body);
        let shown = geir.get(&page).await;
        for kept in [
            "Geirs tittel</textarea>",
            "Ritas ingress. Geirs ingress.</textarea>",
            "Ritas start.\n\nGeirs start.\n\nSå dette.\n\nRitas slutt.</textarea>",
            "Bare fra Geir.</textarea>",
        ] {
            assert!(shown.has(kept), "{kept}: {}", shown.body);
        }
        assert!(!shown.has("Begge er tatt vare på"));
    }

    async fn a_text_that_waits_goes_by_no_other_way_than_a_choice(app: TestApp) {
        let (mut rita, mut geir, page, of_geir) = opened(&app, &BEGUN).await;
        let of_rita = filled(&mut rita, &page, &[]).await;
        let hers = [("hvem", of_rita[1].1.as_str()), ("lead", "Ritas ingress.")];
        send(&mut rita, &page, &changed(&of_geir, &hers)).await;
        let late = changed(&of_geir, &[("lead", "Geirs ingress."), ("note", "Geirs merknad")]);
        assert_eq!(send(&mut geir, &page, &late).await.status, StatusCode::CONFLICT);
        // He opens the text anew and writes on, and has not seen the other yet.
        let [first, _] = centres(&app).await;
        let place = first.to_string();
        let anew = [("title", "Rolige måltider"), ("lang", "nb"), ("centre", place.as_str()), ("lead", "Noe nytt.")];
        assert_eq!(write(&mut geir, &page, &anew).await.status, StatusCode::SEE_OTHER);
        assert!(geir.get(&page).await.has("Begge er tatt vare på"), "it waits still");
        // Somebody saves while he chooses: he is asked once more.
        let join = format!("{page}/forskjeller");
        let shown = geir.get(&join).await;
        let (number, base) = (shown.field("versjon").to_owned(), shown.field("fra").to_owned());
        let theirs = [("title", "Rolige måltider"), ("lang", "nb"), ("centre", place.as_str()), ("lead", "Rita igjen.")];
        write(&mut rita, &page, &theirs).await;
        let chosen = [("versjon", number.as_str()), ("fra", base.as_str()), ("valg_1", "min")];
        let moved = geir.post(&join, &chosen).await;
        assert!(moved.status == StatusCode::CONFLICT && moved.has("mens du valgte"), "{}", moved.body);
        assert!(geir.get(&page).await.has("Rita igjen."));
        // Or he goes on without it, when he says so.
        let dropped = choose(&mut geir, &page, &[("gjor", "kast")]).await;
        assert_eq!(dropped.header("location"), format!("{page}?gjort=uten-din"), "{}", dropped.body);
        assert!(geir.get(dropped.header("location")).await.has("Her er teksten som er lagret"));
        assert_eq!(geir.get(&join).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_others_read_is_not_joined_without_asking(app: TestApp) {
        let (mut rita, mut geir, page, of_geir) = opened(&app, &BEGUN).await;
        let of_rita = filled(&mut rita, &page, &[]).await;
        let hers = [("hvem", of_rita[1].1.as_str()), ("lead", "Ritas ingress.")];
        send(&mut rita, &page, &changed(&of_geir, &hers)).await;
        pressed(&mut rita, &page, "send-inn").await;
        let mine = changed(&of_geir, &[("facts.sections.results", "Geirs resultater.")]);
        let met = send(&mut geir, &page, &mine).await;
        assert_eq!(met.status, StatusCode::CONFLICT, "{}", met.body);
        assert!(met.has("til gjennomlesing") && met.has("Dere har ikke endret det samme"), "{}", met.body);
        assert!(!rita.get(&page).await.has("Geirs resultater."));
        let joined = choose(&mut geir, &page, &[]).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.body);
        let shown = rita.get(&page).await;
        assert!(shown.has("Geirs resultater.") && shown.has("Ritas ingress."), "{}", shown.body);
    }
}
