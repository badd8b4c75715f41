//! Handed to somebody by name, spoken of at its place, public at another hour or not at all, and taken from
//! readers with a reason.

use axum::http::StatusCode;
use time::{Date, Duration, Month};
use uuid::Uuid;

use super::{
    GEIR, OLA, RITA, begin, centres, filled, lead_is, person, press, pressed, retired, send,
    two_at_a_centre, write,
};
use crate::people::{Address, persons, roles};
use crate::rights::Role;
use crate::rights::RoleKind::{Administrator, Editor, Reviewer};
use crate::testing::{Answer, Browser, TestApp, both_engines};

const SIRI: &str = "siri@senter.example.org";
const PUBLIC: &str = "/nb/nyheter/samling-i-mars";

/// A text with this lead, of a centre.
async fn news(browser: &mut Browser<'_>, at: Uuid, lead: &str) -> String {
    let page = begin(browser, "news", "Samling i mars", Some(at)).await;
    lead_is(browser, &page, at, lead).await;
    page
}

async fn named<'a>(app: &'a TestApp, address: &str, name: &str, at: Uuid) -> Browser<'a> {
    let mut browser = person(app, address, Some((Reviewer, Some(at)))).await;
    let said = browser.post("/nb/min-side", &[("navn", name)]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    browser
}

/// What stands before this in the page, after the last of that.
fn between(body: &str, from: &str, to: &str) -> String {
    let (before, _) = body.split_once(to).unwrap_or_else(|| panic!("{to}: {body}"));
    let (_, found) = before.rsplit_once(from).unwrap_or_else(|| panic!("{from}: {body}"));
    found.to_owned()
}

/// Presses a button of the way, with these beside.
async fn way(browser: &mut Browser<'_>, page: &str, fields: &[(&str, &str)]) -> Answer {
    let steps = format!("{page}/steg");
    let number = browser.get(&steps).await.field("versjon").to_owned();
    let number = [("versjon", number.as_str())];
    let fields: Vec<(&str, &str)> = number.into_iter().chain(fields.iter().copied()).collect();
    browser.post(&steps, &fields).await
}

/// An administrator strikes these words from the one text that has them.
async fn struck(anne: &mut Browser<'_>, words: &str) {
    let found = anne.post("/nb/stryk", &[("hva", words)]).await;
    let text = found.field("tekst").to_owned();
    let sure = [
        ("hva", words),
        ("tekst", text.as_str()),
        ("gjor", "stryk"),
        ("sikker", "true"),
        ("grunn", "Etter krav"),
    ];
    let struck = anne.post("/nb/stryk/tekst", &sure).await;
    assert_eq!(struck.status, StatusCode::SEE_OTHER, "{words}: {}", struck.body);
}

async fn waits_for(browser: &mut Browser<'_>, what: &str) -> bool {
    let mine = browser.get("/nb/min-side").await;
    assert_eq!(mine.status, StatusCode::OK, "{}", mine.body);
    mine.has(what)
}

both_engines! {
    async fn a_remark_is_answered_where_it_stands(app: TestApp) {
        let [here, elsewhere] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let page = news(&mut rita, here, "Vi sees i mars. Ta med niste.").await;
        let remarks = format!("{page}/merknader");
        // A line is quoted by its link, so that nobody needs to copy on a phone.
        let picked = geir.get(&format!("{remarks}?avsnitt=2")).await;
        assert_eq!(picked.body.matches("Vi sees i mars. Ta med niste.").count(), 2, "{}", picked.body);
        assert_eq!(geir.get(&format!("{remarks}?avsnitt=9")).await.status, StatusCode::NOT_FOUND);
        let vague = geir.post(&remarks, &[("sted", "i"), ("merknad", "Hvilken?")]).await;
        assert!(vague.status == StatusCode::UNPROCESSABLE_ENTITY && vague.has("flere steder"), "{}", vague.body);
        let said = geir.post(&remarks, &[("sted", "Ta med  niste."), ("merknad", "Hvor mye?")]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        let shown = rita.get(&remarks).await;
        assert!(shown.has("<mark>Ta med niste.</mark>") && shown.has("id=\"sted-1\""), "{}", shown.body);
        assert!(shown.has("Fra teksten:</p>") && shown.has("<blockquote class=\"quote\">Ta med"), "{}", shown.body);
        assert!(waits_for(&mut rita, "Svar på en merknad i").await);
        assert!(!waits_for(&mut geir, "Svar på en merknad i").await);
        let id = between(&shown.body, "name=\"lost\" value=\"", "\">Merk som løst");
        assert!(rita.get(&format!("{remarks}?svar={id}")).await.has("Send svaret"));
        let empty = rita.post(&remarks, &[("til", &id), ("ord", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", empty.body);
        let answered = rita.post(&remarks, &[("til", &id), ("ord", "En matpakke.")]).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.body);
        // It is the other's turn.
        assert!(!waits_for(&mut rita, "Svar på en merknad i").await);
        assert!(waits_for(&mut geir, "Svar på en merknad i").await);
        assert!(geir.get(&remarks).await.has("En matpakke."));
        // Resolved by those who write and by whoever made it; opened again by all who read along.
        let mut siri = person(&app, SIRI, Some((Reviewer, Some(here)))).await;
        assert_eq!(siri.post(&remarks, &[("lost", &id)]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(geir.post(&remarks, &[("lost", &id)]).await.status, StatusCode::SEE_OTHER);
        assert!(!rita.get(&remarks).await.has("<mark>"));
        assert_eq!(siri.post(&remarks, &[("apne", &id)]).await.status, StatusCode::SEE_OTHER);
        assert!(rita.get(&remarks).await.has("<mark>"));
        // A later text that says it otherwise is told of, and loses no word of the talk.
        lead_is(&mut rita, &page, here, "Vi sees i mars. Ta med mat.").await;
        let later = rita.get(&remarks).await;
        assert!(later.has("Dette står ikke lenger slik") && !later.has("<mark>") && later.has("En matpakke."), "{}", later.body);
        // Others' are nobody else's, nor is one of another text.
        let other = news(&mut rita, here, "Noe annet.").await;
        let strange = rita.post(&format!("{other}/merknader"), &[("til", &id), ("ord", "Hei")]).await;
        assert_eq!(strange.status, StatusCode::NOT_FOUND);
        let mut ola = person(&app, OLA, Some((Reviewer, Some(elsewhere)))).await;
        assert_eq!(ola.post(&remarks, &[("til", &id), ("ord", "Hei")]).await.status, StatusCode::FORBIDDEN);
    }

    async fn a_text_is_handed_to_somebody_by_name(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = named(&app, GEIR, "Geir Prøve", here).await;
        let mut siri = named(&app, SIRI, "Siri Prøve", here).await;
        let page = news(&mut rita, here, "Vi sees.").await;
        let shown = rita.get(&format!("{page}/steg")).await;
        let id = |name: &str| between(&shown.body, "<option value=\"", &format!("\">{name}"));
        let (to_geir, to_siri) = (id("Geir Prøve"), id("Siri Prøve"));
        assert!(!shown.has("Rita"), "nobody reads their own");
        let strange = Uuid::from_u128(7).to_string();
        for (whom, status) in [("tull", StatusCode::UNPROCESSABLE_ENTITY), (strange.as_str(), StatusCode::CONFLICT)] {
            let refused = way(&mut rita, &page, &[("gjor", "send-inn"), ("leser", whom)]).await;
            assert_eq!(refused.status, status, "{whom}: {}", refused.body);
        }
        assert!(rita.get(&format!("{page}/steg")).await.has("Utkast"), "nothing is half done");
        let handed = way(&mut rita, &page, &[("gjor", "send-inn"), ("leser", &to_geir)]).await;
        assert_eq!(handed.status, StatusCode::SEE_OTHER, "{}", handed.body);
        assert!(waits_for(&mut geir, "Du er bedt om å lese").await);
        assert!(!waits_for(&mut siri, "Samling i mars").await);
        // They change their mind.
        let asked = way(&mut rita, &page, &[("gjor", "be-om"), ("leser", &to_siri)]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        assert!(rita.get(&format!("{page}/steg")).await.has("Siri Prøve er bedt om å lese gjennom"));
        assert!(waits_for(&mut siri, "Du er bedt om å lese").await);
        assert!(!waits_for(&mut geir, "Samling i mars").await);
        let asked = way(&mut rita, &page, &[("gjor", "be-om"), ("leser", "")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        assert!(waits_for(&mut siri, "Les gjennom").await && waits_for(&mut geir, "Les gjennom").await);
        // Nobody waits for ever for one who does not come.
        way(&mut rita, &page, &[("gjor", "be-om"), ("leser", &to_siri)]).await;
        assert!(!waits_for(&mut geir, "Samling i mars").await);
        app.app.clock.advance(Duration::days(8));
        geir.log_in(GEIR).await;
        assert!(waits_for(&mut geir, "Les gjennom").await);
        pressed(&mut geir, &page, "godkjenn").await;
        // Who has said yes is not asked any more; whoever wrote is told that it can go on.
        assert!(!waits_for(&mut geir, "Samling i mars").await);
        rita.log_in(RITA).await;
        assert!(waits_for(&mut rita, "klar til å publiseres").await);
    }

    async fn an_hour_is_moved_and_called_off(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = news(&mut rita, here, "Vi sees.").await;
        pressed(&mut rita, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        for day in ["23.11.2026", "25.11.2026"] {
            let at = [("gjor", "tidspunkt"), ("naar.day", day), ("naar.clock", "09.00")];
            let set = way(&mut rita, &page, &at).await;
            assert_eq!(set.status, StatusCode::SEE_OTHER, "{day}: {}", set.body);
        }
        app.app.clock.advance(Duration::days(1));
        app.run_jobs().await;
        assert_eq!(app.get(PUBLIC).await.status, StatusCode::NOT_FOUND, "it was moved to a later day");
        rita.log_in(RITA).await;
        pressed(&mut rita, &page, "avlys").await;
        assert_eq!(press(&mut rita, &page, "avlys").await.status, StatusCode::CONFLICT, "once is enough");
        app.app.clock.advance(Duration::days(3));
        app.run_jobs().await;
        assert_eq!(app.get(PUBLIC).await.status, StatusCode::NOT_FOUND, "it was called off");
        rita.log_in(RITA).await;
        pressed(&mut rita, &page, "publiser").await;
        assert_eq!(app.get(PUBLIC).await.status, StatusCode::OK, "the yes stood");
    }

    async fn a_yes_counts_as_long_as_its_role(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = news(&mut rita, here, "Vi sees.").await;
        pressed(&mut rita, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        let at = [("gjor", "tidspunkt"), ("naar.day", "25.11.2026"), ("naar.clock", "09.00")];
        assert_eq!(way(&mut rita, &page, &at).await.status, StatusCode::SEE_OTHER);
        let db = &app.app.db;
        let geir = persons::by_address(db, &Address::parse(GEIR).unwrap()).await.unwrap().unwrap();
        let role = Role { kind: Reviewer, at: Some(here) };
        let end = Date::from_calendar_date(2026, Month::November, 24).unwrap();
        roles::give_until(db, &app.app.clock, geir.id, (role, Some(end)), None).await.unwrap();
        app.app.clock.advance(Duration::days(4));
        app.run_jobs().await;
        assert_eq!(app.get(PUBLIC).await.status, StatusCode::NOT_FOUND);
        rita.log_in(RITA).await;
        let steps = rita.get(&format!("{page}/steg")).await;
        assert!(steps.has("Til gjennomlesing") && steps.has("har ikke rollen nå"), "{}", steps.body);
        let refused = press(&mut rita, &page, "publiser").await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
        let mut siri = person(&app, SIRI, Some((Reviewer, Some(here)))).await;
        pressed(&mut siri, &page, "godkjenn").await;
        pressed(&mut rita, &page, "publiser").await;
        assert_eq!(app.get(PUBLIC).await.status, StatusCode::OK);
    }

    async fn a_save_at_the_same_moment_makes_nothing_else_public(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        for round in 0..6 {
            let title = format!("Samling nummer {round}");
            let page = begin(&mut rita, "news", &title, Some(here)).await;
            let text = |lead: &'static str| -> [(&str, &str); 4] {
                [("title", title.as_str()), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead)]
            };
            write(&mut rita, &page, &text("Dette er lest.")).await;
            pressed(&mut rita, &page, "send-inn").await;
            pressed(&mut geir, &page, "godkjenn").await;
            let late = filled(&mut rita, &page, &text("Dette har ingen lest.")).await;
            let (steps, number) = (format!("{page}/steg"), late[0].1.clone());
            let publish = [("versjon", number.as_str()), ("gjor", "publiser")];
            let (published, saved) =
                tokio::join!(geir.post(&steps, &publish), send(&mut rita, &page, &late));
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
            let public = app.get(&format!("/nb/nyheter/samling-nummer-{round}")).await;
            assert!(!public.has("Dette har ingen lest."), "{}", public.body);
            match published.status {
                StatusCode::SEE_OTHER => assert!(public.has("Dette er lest."), "{}", public.body),
                StatusCode::CONFLICT => assert_eq!(public.status, StatusCode::NOT_FOUND),
                other => panic!("{other}: {}", published.body),
            }
        }
    }

    async fn no_hour_brings_back_what_was_withdrawn(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = news(&mut rita, here, "Vi sees.").await;
        for (lead, button) in [("Vi sees.", "publiser"), ("Vi sees igjen.", "tidspunkt")] {
            lead_is(&mut rita, &page, here, lead).await;
            pressed(&mut rita, &page, "send-inn").await;
            pressed(&mut geir, &page, "godkjenn").await;
            let at = [("gjor", button), ("naar.day", "25.11.2026"), ("naar.clock", "09.00")];
            let fields = if button == "publiser" { &at[..1] } else { &at[..] };
            let done = way(&mut rita, &page, fields).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{button}: {}", done.body);
        }
        retired(&mut rita, &page, "trekk").await;
        app.app.clock.advance(Duration::days(4));
        app.run_jobs().await;
        assert_eq!(app.get(PUBLIC).await.status, StatusCode::GONE);
    }

    async fn a_text_is_taken_from_readers_with_a_reason(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = news(&mut rita, here, "Vi sees.").await;
        // What it waits for is told as it is now, also to who has no button for it.
        let waits = "må si ja før teksten kan publiseres";
        assert!(rita.get(&format!("{page}/steg")).await.has(waits));
        pressed(&mut rita, &page, "send-inn").await;
        assert!(geir.get(&format!("{page}/steg")).await.has(waits));
        // Which text it was stands in the log of who sent it.
        let log = rita.get("/nb/min-side/logg").await;
        let (_, sent) = log.body.split_once("Tekst sendt til gjennomlesing").expect("it is told");
        assert!(sent.split("</li>").next().unwrap().contains("Samling i mars"), "{}", log.body);
        pressed(&mut geir, &page, "godkjenn").await;
        let yes = rita.get(&format!("{page}/steg")).await;
        assert!(yes.has("har sagt ja. Teksten kan publiseres.") && !yes.has(waits), "{}", yes.body);
        pressed(&mut rita, &page, "publiser").await;
        let done = geir.get(&format!("{page}/steg")).await;
        assert!(done.has("Teksten er publisert, og ingenting venter") && !done.has(waits), "{}", done.body);
        assert!(done.has("Du skal ikke gjøre noe her nå."), "{}", done.body);
        for (button, told) in [("arkiver", "Historisk arkiv"), ("trekk", "Adressen sier at teksten er trukket")] {
            let asked = rita.get(&format!("{page}/steg?spor={button}")).await;
            assert!(asked.has(told) && asked.has("name=\"grunn\""), "{}", asked.body);
            let refused = press(&mut rita, &page, button).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.has(told), "{}", refused.body);
            assert_eq!(app.get(PUBLIC).await.status, StatusCode::OK, "nothing is done before they say why");
            // Who only reads along is asked nothing.
            assert!(!geir.get(&format!("{page}/steg?spor={button}")).await.has("name=\"grunn\""));
            retired(&mut rita, &page, button).await;
            assert!(geir.get(&format!("{page}/steg")).await.has("Erstattet av en ny. ("));
        }
        let gone = app.get(PUBLIC).await;
        assert!(gone.status == StatusCode::GONE && !gone.has("Erstattet av en ny."), "{}", gone.body);
        pressed(&mut rita, &page, "hent-fram").await;
        assert_eq!(app.get(PUBLIC).await.status, StatusCode::OK);
        assert!(!geir.get(&format!("{page}/steg")).await.has("Erstattet av en ny."));
    }

    async fn a_text_that_something_is_struck_from_waits_for_the_same_people(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let mut anne = person(&app, "anne@nettverket.example.org", Some((Administrator, None))).await;
        let page = news(&mut rita, here, "Per Persson kom. Kari Karlsen gikk. Nils Nilsen ble.").await;
        struck(&mut anne, "Per Persson").await;
        // A strike takes a number and makes no text: the newest stands among what they write still.
        assert!(rita.get("/nb/skriv").await.has("Samling i mars"));
        assert!(waits_for(&mut rita, "Samling i mars").await);
        pressed(&mut rita, &page, "send-inn").await;
        struck(&mut anne, "Kari Karlsen").await;
        assert!(waits_for(&mut geir, "Les gjennom").await);
        assert!(geir.get("/nb/skriv").await.has("Samling i mars"));
        pressed(&mut geir, &page, "godkjenn").await;
        struck(&mut anne, "Nils Nilsen").await;
        assert!(!waits_for(&mut geir, "Les gjennom").await);
        assert!(waits_for(&mut rita, "klar til å publiseres").await);
        pressed(&mut rita, &page, "publiser").await;
        assert!(!waits_for(&mut rita, "klar til å publiseres").await);
        let shown = app.get(PUBLIC).await;
        assert!(shown.body.matches("[strøket]").count() >= 3 && !shown.has("Nilsen"), "{}", shown.body);
    }
}
