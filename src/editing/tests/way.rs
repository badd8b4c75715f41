//! From «Ny tekst» to the public page, at once and at an hour, and back again.

use axum::http::StatusCode;
use time::Duration;

use super::{GEIR, RITA, begin, centres, person, press, pressed, retired, two_at_a_centre, write};
use crate::rights::RoleKind::{Editor, Reviewer};
use crate::testing::both_engines;

const TEXT: [(&str, &str); 8] = [
    ("title", "Rolige måltider"),
    ("lead", "Et sykehjem flyttet middagen."),
    ("facts.sections.background", "Middagen kom klokka ett."),
    ("lang", "nb"),
    ("facts.status", "ongoing"),
    ("facts.sections.results", "Flere holder **vekta**."),
    ("contact.role", "kvalitetsrådgiver"),
    ("contact.email", "post@kommune.example.org"),
];

/// The same with the centre, which the text would else leave.
fn at(centre: &str) -> Vec<(&str, &str)> {
    TEXT.into_iter().chain([("centre", centre)]).collect()
}

both_engines! {
    async fn a_text_is_written_looked_through_and_published(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        assert!(rita.get("/nb/min-side").await.has("Rolige måltider"));
        let saved = write(&mut rita, &page, &at(&centre)).await;
        let there = format!("{page}?gjort=lagret");
        assert_eq!((saved.status, saved.header("location")), (StatusCode::SEE_OTHER, there.as_str()), "{}", saved.body);
        assert!(rita.get(&there).await.has("Utkastet er lagret."));
        let shown = rita.get(&page).await;
        assert!(shown.has("Middagen kom klokka ett.") && shown.has("value=\"kvalitetsrådgiver\""));
        // The very page of its kind, for those who write alone.
        let preview = rita.get(&format!("{page}/forhandsvis")).await;
        assert_eq!(preview.status, StatusCode::OK, "{}", preview.body);
        assert!(preview.has("Forhåndsvisning") && preview.has("Flere holder <strong>vekta</strong>."));
        assert!(preview.has("noindex") && preview.header("cache-control").contains("no-store"));
        assert_eq!(app.get("/nb/prosjekter/rolige-maltider").await.status, StatusCode::NOT_FOUND);
        let steps = rita.get(&format!("{page}/steg")).await;
        assert!(steps.has("Mangler:</strong> <a href=\"") && steps.has("felt=facts-period#facts-period\">Tidsrommet</a>") && steps.has("På plass:</strong> Stedet"), "{}", steps.body);
        // Nobody says yes to what they have written, and nothing is public without a yes.
        pressed(&mut rita, &page, "send-inn").await;
        assert_eq!(press(&mut rita, &page, "godkjenn").await.status, StatusCode::FORBIDDEN);
        let refused = press(&mut rita, &page, "publiser").await;
        assert!(refused.status == StatusCode::CONFLICT && refused.has("har godkjent denne utgaven"), "{}", refused.body);
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        assert!(geir.get("/nb/skriv").await.has("Venter på at du leser"));
        // Whoever only reads it along is led to where they say yes, from its preview and from its own address.
        let steps = format!("{page}/steg");
        assert!(preview.has(&format!("href=\"{page}\"")) && preview.has(&format!("href=\"{steps}\"")), "{}", preview.body);
        let along = geir.get(&format!("{page}/forhandsvis")).await;
        assert!(along.has(&format!("href=\"{steps}\"")) && !along.has(&format!("href=\"{page}\"")), "{}", along.body);
        let led = geir.get(&page).await;
        assert_eq!((led.status, led.header("location")), (StatusCode::SEE_OTHER, steps.as_str()), "{}", led.body);
        pressed(&mut geir, &page, "godkjenn").await;
        pressed(&mut rita, &page, "publiser").await;
        let public = app.get("/nb/prosjekter/rolige-maltider").await;
        assert_eq!(public.status, StatusCode::OK, "{}", public.body);
        assert!(public.has("Flere holder <strong>vekta</strong>.") && public.has("kvalitetsrådgiver"));
        assert!(!public.has("Forhåndsvisning") && !public.has("post@kommune.example.org"));
        // A draft beside it touches nothing that readers see, their contact neither.
        let mut other = at(&centre);
        other.retain(|(name, _)| !matches!(*name, "title" | "contact.role"));
        other.extend([("title", "Et annet navn"), ("contact.role", "leder")]);
        assert_eq!(write(&mut rita, &page, &other).await.status, StatusCode::SEE_OTHER);
        let public = app.get("/nb/prosjekter/rolige-maltider").await;
        assert!(public.has("Rolige måltider") && public.has("kvalitetsrådgiver") && !public.has("Et annet navn"));
        pressed(&mut rita, &page, "kast").await;
        assert!(rita.get(&page).await.has("value=\"kvalitetsrådgiver\""));
        retired(&mut rita, &page, "arkiver").await;
        retired(&mut rita, &page, "trekk").await;
        assert_eq!(app.get("/nb/prosjekter/rolige-maltider").await.status, StatusCode::GONE);
        pressed(&mut rita, &page, "hent-fram").await;
        assert_eq!(app.get("/nb/prosjekter/rolige-maltider").await.status, StatusCode::OK);
    }

    async fn who_presses_too_late_is_told_how_it_is_now(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let centre = here.to_string();
        assert_eq!(write(&mut rita, &page, &at(&centre)).await.status, StatusCode::SEE_OTHER);
        pressed(&mut rita, &page, "send-inn").await;
        let steps = format!("{page}/steg");
        let shown = geir.get(&steps).await;
        let number = shown.field("versjon").to_owned();
        let yes = [("versjon", number.as_str()), ("gjor", "godkjenn"), ("mangler", "3")];
        let asked = geir.post(&steps, &yes).await;
        assert!(asked.status == StatusCode::CONFLICT && asked.has("trykker du en gang til"), "{}", asked.body);
        assert!(asked.has("value=\"godkjenn\""), "there is a button to press: {}", asked.body);
        pressed(&mut rita, &page, "ta-tilbake").await;
        let late = geir.post(&steps, &yes).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.has("Teksten er et utkast igjen") && !late.has("trykker du en gang til"), "{}", late.body);
        // An hour that must be said is not called optional.
        pressed(&mut rita, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        let hour = rita.get(&steps).await;
        assert!(hour.has("Tidspunkt <span class=\"need\">(må fylles ut)"), "{}", hour.body);
        let number = hour.field("versjon").to_owned();
        let none = rita.post(&steps, &[("versjon", &number), ("gjor", "tidspunkt")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.has("href=\"#naar\""), "{}", none.body);
    }

    async fn what_must_be_filled_in_is_told_as_what_it_is(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "event", "Fagdag om måltider", Some(here)).await;
        let steps = rita.get(&format!("{page}/steg")).await;
        assert!(steps.has("«Begynner» må fylles ut") && !steps.has(": Dette må fylles ut"), "{}", steps.body);
    }

    async fn a_yes_is_for_one_revision(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        write(&mut rita, &page, &at(&centre)).await;
        pressed(&mut rita, &page, "send-inn").await;
        let old = geir.get(&format!("{page}/steg")).await.field("versjon").to_owned();
        let mut changed = at(&centre);
        changed.extend([("source.title", "Egen måling")]);
        assert_eq!(write(&mut rita, &page, &changed).await.status, StatusCode::SEE_OTHER);
        // What Geir has on the screen is no longer the newest.
        let steps = format!("{page}/steg");
        let late = geir.post(&steps, &[("versjon", &old), ("gjor", "godkjenn")]).await;
        assert!(late.status == StatusCode::CONFLICT && late.has("Noen har lagret siden"), "{}", late.body);
        pressed(&mut rita, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        changed.extend([("source.note", "Til og med oktober.")]);
        write(&mut rita, &page, &changed).await;
        let refused = press(&mut rita, &page, "publiser").await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "the yes was to the one before");
        assert_eq!(app.get("/nb/prosjekter/rolige-maltider").await.status, StatusCode::NOT_FOUND);
    }

    async fn a_text_is_public_at_its_hour_as_the_clock_shows_it(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let fields = [("title", "Samling i mars"), ("lang", "nb"), ("centre", centre.as_str())];
        write(&mut rita, &page, &fields).await;
        pressed(&mut rita, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        let steps = format!("{page}/steg");
        let number = rita.get(&steps).await.field("versjon").to_owned();
        let mut at = async |day: &str, clock: &str| {
            let fields = [
                ("versjon", number.as_str()),
                ("gjor", "tidspunkt"),
                ("naar.day", day),
                ("naar.clock", clock),
            ];
            rita.post(&steps, &fields).await
        };
        // The clock leaps over it; it has been; none is named.
        for (day, clock) in [("28.3.2027", "02.30"), ("1.1.2026", "09.00"), ("", "")] {
            let refused = at(day, clock).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day} {clock}");
            assert!(refused.has(&format!("value=\"{day}\"")), "{}", refused.body);
        }
        // The clock shows it twice: they are asked which, and nothing is done until they say.
        let asked = at("31.10.2027", "02.30").await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.has("value=\"andre\"") && asked.has("value=\"31.10.2027\""), "{}", asked.body);
        assert!(!geir.get(&steps).await.has("to ganger den natta"));
        for (which, told) in [("forste", "den første gangen"), ("andre", "den andre gangen")] {
            let fields = [
                ("versjon", number.as_str()),
                ("gjor", "tidspunkt"),
                ("naar.day", "31.10.2027"),
                ("naar.clock", "02.30"),
                ("gang", which),
            ];
            let chosen = geir.post(&steps, &fields).await;
            assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.body);
            let shown = geir.get(&steps).await;
            assert!(shown.has("to ganger den natta") && shown.has(told), "{which}");
        }
        assert_eq!(at("23.11.2026", "09.00").await.status, StatusCode::SEE_OTHER);
        assert!(!geir.get(&steps).await.has("to ganger den natta"));
        app.run_jobs().await;
        assert_eq!(app.get("/nb/nyheter/samling-i-mars").await.status, StatusCode::NOT_FOUND);
        app.app.clock.advance(Duration::days(1));
        app.run_jobs().await;
        assert_eq!(app.get("/nb/nyheter/samling-i-mars").await.status, StatusCode::OK);
    }

    async fn a_text_past_its_day_says_so_to_readers(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let fields = [
            ("title", "Samling i mars"),
            ("lang", "nb"),
            ("centre", centre.as_str()),
            ("review_by", "30.11.2026"),
        ];
        write(&mut rita, &page, &fields).await;
        pressed(&mut rita, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        pressed(&mut rita, &page, "publiser").await;
        assert!(!app.get("/nb/nyheter/samling-i-mars").await.has("Kan være utdatert"));
        app.app.clock.advance(Duration::days(9));
        assert!(app.get("/nb/nyheter/samling-i-mars").await.has("Kan være utdatert"));
    }
}
