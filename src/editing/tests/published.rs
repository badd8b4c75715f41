//! What becomes of a text when others have published it, and what is asked before they do.

use axum::http::StatusCode;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    GEIR, OLA, RITA, begin, centres, lead_is, person, press, pressed, published, retired,
    two_at_a_centre, write,
};
use crate::people::{Address, persons, roles};
use crate::rights::RoleKind::{Editor, Reviewer, TeamLead};
use crate::testing::{Answer, Browser, TestApp, both_engines};

/// A text by somebody who leads a team there, as it stands with them.
async fn written(browser: &mut Browser<'_>, at: Uuid) -> String {
    let page = begin(browser, "news", "Samling i mars", Some(at)).await;
    lead_is(browser, &page, at, "Vi sees i mars. Ta med niste.").await;
    page
}

/// Takes every role from somebody.
async fn without_roles(app: &TestApp, address: &str) {
    let (db, clock) = (&app.app.db, &app.app.clock);
    let address = Address::parse(address).unwrap();
    let person = persons::by_address(db, &address).await.unwrap().unwrap();
    let today = crate::dates::oslo_day(clock.now());
    roles::Entity::update_many()
        .col_expr(roles::Column::ValidTo, Expr::value(Some(today)))
        .filter(roles::Column::PersonId.eq(person.id))
        .exec(db)
        .await
        .unwrap();
}

both_engines! {
    async fn who_began_a_text_goes_on_with_it_when_it_is_public(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut ola = person(&app, OLA, Some((TeamLead, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let page = written(&mut ola, here).await;
        pressed(&mut ola, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        assert!(!ola.get("/nb/min-side").await.has("Publisert av det du har begynt på"));
        pressed(&mut geir, &page, "publiser").await;
        for part in ["", "/forhandsvis", "/steg", "/merknader", "/versjoner", "/filer", "/sprak"] {
            let shown = ola.get(&format!("{page}{part}")).await;
            assert_eq!(shown.status, StatusCode::OK, "{part}: {}", shown.body);
        }
        let mine = ola.get("/nb/min-side").await;
        assert!(mine.has("Publisert av det du har begynt på") && mine.has(&format!("{page}/steg")), "{}", mine.body);
        // A new draft of it touches nothing that is public, and is published by others.
        lead_is(&mut ola, &page, here, "Vi sees i april.").await;
        assert!(app.get("/nb/nyheter/samling-i-mars").await.has("Vi sees i mars."));
        for button in ["godkjenn", "publiser", "arkiver", "trekk"] {
            let number = ola.get(&format!("{page}/steg")).await.field("versjon").to_owned();
            let fields = [("versjon", number.as_str()), ("gjor", button), ("grunn", "Fordi.")];
            let refused = ola.post(&format!("{page}/steg"), &fields).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{button}");
        }
        pressed(&mut ola, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        pressed(&mut geir, &page, "publiser").await;
        assert!(app.get("/nb/nyheter/samling-i-mars").await.has("Vi sees i april."));
        // What another writes in it is not theirs to throw away.
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        lead_is(&mut rita, &page, here, "Vi sees i mai.").await;
        assert_eq!(ola.get(&format!("{page}/kast")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(press(&mut ola, &page, "kast").await.status, StatusCode::FORBIDDEN);
    }

    async fn who_changes_what_is_public_is_told_what_readers_have_meanwhile(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = written(&mut rita, here).await;
        let is_told = |page: &Answer| page.has("Leserne ser denne utgaven") || page.has("Leserne ser utgaven fra");
        assert!(!is_told(&rita.get(&page).await));
        published(&mut rita, &mut geir, &page).await;
        let shown = rita.get(&page).await;
        assert!(shown.has("Leserne ser denne utgaven.") && !shown.has("Leserne ser utgaven fra"), "{}", shown.body);
        lead_is(&mut rita, &page, here, "Vi sees i april.").await;
        for part in ["", "/steg"] {
            let shown = rita.get(&format!("{page}{part}")).await;
            assert!(shown.has("Leserne ser utgaven fra ") && shown.has("Utkast"), "{part}: {}", shown.body);
        }
        // What is taken away has no readers.
        retired(&mut rita, &page, "trekk").await;
        for part in ["", "/steg"] {
            let shown = rita.get(&format!("{page}{part}")).await;
            assert!(!is_told(&shown) && shown.has("Leserne ser ingenting før denne utgaven"), "{part}: {}", shown.body);
        }
    }

    async fn who_writes_for_the_place_no_more_goes_on_with_nothing(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut ola = person(&app, OLA, Some((TeamLead, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let page = written(&mut ola, here).await;
        pressed(&mut ola, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        pressed(&mut geir, &page, "publiser").await;
        without_roles(&app, OLA).await;
        ola.log_in(OLA).await;
        assert_eq!(ola.get(&page).await.status, StatusCode::FORBIDDEN);
        let mine = ola.get("/nb/min-side").await;
        assert!(mine.has("/nb/nyheter/samling-i-mars") && !mine.has(&format!("{page}/steg")), "{}", mine.body);
    }

    async fn what_is_lacking_is_asked_about_once(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = written(&mut rita, here).await;
        pressed(&mut rita, &page, "send-inn").await;
        let steps = format!("{page}/steg");
        let shown = geir.get(&steps).await;
        let (number, lacks) = (shown.field("versjon").to_owned(), shown.field("mangler").to_owned());
        assert!(!shown.has("name=\"likevel\""), "{}", shown.body);
        let press = [("versjon", number.as_str()), ("mangler", &lacks), ("gjor", "godkjenn")];
        let asked = geir.post(&steps, &press).await;
        assert!(asked.status == StatusCode::CONFLICT && asked.has("Dette mangler.") && asked.has("name=\"likevel\""), "{}", asked.body);
        assert!(geir.get(&steps).await.has("value=\"godkjenn\""), "nothing is done");
        let again: Vec<(&str, &str)> = press.into_iter().chain([("likevel", "ja")]).collect();
        assert_eq!(geir.post(&steps, &again).await.status, StatusCode::SEE_OTHER);
        // Who has said yes is not asked to say it again.
        let shown = geir.get(&steps).await;
        assert!(shown.has("Du har sagt ja til denne utgaven.") && !shown.has("value=\"godkjenn\""), "{}", shown.body);
        // A yes to what is a draft again is none, and nobody is told that it was given.
        pressed(&mut rita, &page, "ta-tilbake").await;
        let late = geir.post(&steps, &again).await;
        assert!(late.status == StatusCode::CONFLICT && late.has("utkast igjen") && !late.has("Det er alt gjort"), "{}", late.body);
    }

    async fn a_day_that_has_been_is_no_day_to_look_through_it_by(app: TestApp) {
        let [here, _] = centres(&app).await;
        let at = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let fields = [("title", "Samling i mars"), ("lang", "nb"), ("centre", &at), ("review_by", "1.1.2020")];
        write(&mut rita, &page, &fields).await;
        let steps = rita.get(&format!("{page}/steg")).await;
        assert!(steps.has("Dagen for ny gjennomgang er passert"), "{}", steps.body);
        pressed(&mut rita, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        assert_eq!(press(&mut rita, &page, "publiser").await.status, StatusCode::CONFLICT);
        assert_eq!(app.get("/nb/nyheter/samling-i-mars").await.status, StatusCode::NOT_FOUND);
    }

    async fn two_presses_begin_one_text(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let first = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        assert_eq!(begin(&mut rita, "news", "Samling i mars", Some(here)).await, first);
        assert_ne!(begin(&mut rita, "project", "Samling i mars", Some(here)).await, first);
        lead_is(&mut rita, &first, here, "Vi sees.").await;
        assert_ne!(begin(&mut rita, "news", "Samling i mars", Some(here)).await, first, "that one is written in");
        let second = begin(&mut rita, "news", "Samling i mai", Some(here)).await;
        app.app.clock.advance(time::Duration::minutes(2));
        assert_ne!(begin(&mut rita, "news", "Samling i mai", Some(here)).await, second, "so late it is meant");
    }

    async fn a_text_is_remarked_on_as_readers_have_it(app: TestApp) {
        let [here, _] = centres(&app).await;
        let at = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let fields = [
            ("title", "Rolige måltider"),
            ("lang", "nb"),
            ("centre", at.as_str()),
            ("facts.status", "completed"),
            ("facts.outcome", "improved"),
            ("facts.outcome_note", "Fra 12 til 4"),
            ("facts.sections.background", "Middagen kom klokka ett.\n\n| A | B |\n|---|---|\n| 1 | 2 |"),
            ("facts.sections.what_we_do", "Vi flyttet den."),
            ("facts.sections.how_to_start", "Spør kjøkkenet."),
        ];
        let saved = write(&mut rita, &page, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let shown = rita.get(&format!("{page}/merknader")).await;
        let text = shown.body.split_once("id=\"teksten\"").map_or("", |(_, text)| text);
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
        assert!(!text.contains("improved") && !text.contains("completed"), "{text}");
        let order = [">Bakgrunn<", "Middagen kom", "A | B", "1 | 2", "Vi flyttet den.", "Spør kjøkkenet."];
        let places = order.map(place);
        assert!(places.is_sorted(), "{places:?}");
        assert!(place("Fra 12 til 4") < place(">Bakgrunn<"));
    }
}
