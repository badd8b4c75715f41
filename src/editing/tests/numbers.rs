//! A number that looks like a person's and is none: its writer says why, and a reviewer sees it.

use axum::http::StatusCode;

use super::{GEIR, RITA, begin, centres, filled, person, press, pressed, send, write};
use crate::people::{What, audit};
use crate::rights::RoleKind::{Editor, Reviewer};
use crate::testing::both_engines;

/// Synthetic, from the tax authority's own samples.
const NUMBER: &str = "03851598730";
const OTHER: &str = "30908299902";

both_engines! {
    async fn a_number_in_the_title_of_a_new_text_is_told_at_once(app: TestApp) {
        let mut rita = person(&app, RITA, None).await;
        let fields = [("kind", "news"), ("title", "Konto 03851598730"), ("lang", "nb"), ("centre", "")];
        let begun = rita.post("/nb/skriv/ny", &fields).await;
        assert!(begun.header("location").ends_with("?skjult=title"), "{}", begun.body);
        let shown = rita.get(begun.header("location")).await;
        assert!(shown.has("Noe er skjult") && shown.has("<a href=\"#title\">"), "{}", shown.body);
        assert!(shown.has("Konto •••••••••••") && !shown.has(NUMBER), "{}", shown.body);
    }

    async fn a_number_that_is_none_is_kept_with_its_reason(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let fields = |lead: &'static str, which: &'static str, reason: &'static str| -> Vec<(&str, &str)> {
            vec![("title", "Samling i mars"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead), ("unntak-tall", which), ("unntak", reason)]
        };
        let reason = "Kontonummeret til kurset";
        // A word is no reason, a number is none for itself, and a reason is of one number that is named.
        for (which, reason, said) in [
            (NUMBER, "konto", "med minst ti tegn"),
            (NUMBER, "", "Skriv også hva tallet er"),
            (NUMBER, NUMBER, "uten å skrive tallet selv"),
            (NUMBER, "Konto 038515-98730 til kurset", "uten å skrive tallet selv"),
            ("", reason, "Skriv også hvilket tall"),
            ("123", reason, "Skriv ett tall på elleve siffer"),
            ("03851598730 30908299902", reason, "Skriv ett tall på elleve siffer"),
        ] {
            let refused = write(&mut rita, &page, &fields("Betal til 03851598730 nå.", which, reason)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{which} {reason}");
            assert!(refused.has(said) && refused.has("Betal til ••••••••••• nå."), "{which} {reason}: {}", refused.body);
            assert!(!refused.has(NUMBER) && !refused.has("038515-98730"), "{which} {reason}");
        }
        // What is said frees that one alone; of what stands nowhere it frees nothing, and nothing that was said is lost.
        for lead in ["Betal til 03851598730 nå.", "Betal til ••••••••••• nå."] {
            let refused = write(&mut rita, &page, &fields(lead, OTHER, reason)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{lead}");
            assert!(refused.has("Tallet står ikke i teksten") && !refused.has(NUMBER), "{}", refused.body);
            assert!(refused.has(&format!("value=\"{OTHER}\"")) && refused.has(reason), "{}", refused.body);
        }
        let dots = write(&mut rita, &page, &fields("Betal.", NUMBER, "•••••••••••")).await;
        assert!(dots.status == StatusCode::UNPROCESSABLE_ENTITY && dots.has("med minst ti tegn"), "{}", dots.body);
        let lead = "Betal til 03851598730, ikke til 30908299902.";
        let saved = write(&mut rita, &page, &fields(lead, "038515 98730", reason)).await;
        assert!(saved.header("location").contains("skjult=lead"), "the other is masked: {}", saved.body);
        let shown = rita.get(&page).await;
        assert!(shown.has("Betal til 03851598730, ikke til •••••••••••."), "{}", shown.body);
        let saved = write(&mut rita, &page, &fields("Betal til 03851598730 nå.", "", "")).await;
        assert_eq!(saved.header("location"), format!("{page}?gjort=lagret"), "{}", saved.body);
        // Where no reviewer is shown it, it does not stay.
        let mut noted = fields("Betal til 03851598730 nå.", NUMBER, reason);
        noted.push(("note", "Nytt nummer: 03851598730"));
        let saved = write(&mut rita, &page, &noted).await;
        assert!(saved.header("location").contains("skjult=note"), "{}", saved.body);
        assert!(rita.get(&page).await.has("Nytt nummer: •••••••••••"));
        // It is known from then on, in each way of saving and of writing it; another is not, also while the
        // reason still stands.
        let both = fields("Betal til 038515 98730, ikke til 30908299902.", NUMBER, reason);
        let sent = filled(&mut rita, &page, &both).await;
        let script = send(&mut rita, &format!("{page}/lagre.json"), &sent).await;
        assert!(script.has("\"saved\":true") && script.has("\"masked\":[\"lead\"]"), "{}", script.body);
        assert!(script.has("\"shown\":[[\"lead\",\"Betal til 038515 98730, ikke til •••••••••••.\"]]"), "{}", script.body);
        let shown = rita.get(&page).await;
        assert!(shown.has("038515 98730, ikke til •••••••••••.") && !shown.has(OTHER), "{}", shown.body);
        write(&mut rita, &page, &fields("Betal til 03851598730.", "", "")).await;
        // Nobody's remark loses a number without a word; one that is known to be none stays.
        let remark = format!("Er {OTHER} rett, og ikke {NUMBER}?");
        let told = rita.post(&format!("{page}/merknader"), &[("merknad", &remark)]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.body);
        assert!(told.has("Er ••••••••••• rett, og ikke 03851598730?") && told.has("ligner et fødselsnummer"), "{}", told.body);
        assert!(told.has("Sifrene er byttet ut med prikker") && !told.has("under teksten"), "{}", told.body);
        assert!(told.has("Dette er ikke et fødselsnummer"), "{}", told.body);
        let asked = rita.post(&format!("{page}/merknader"), &[("merknad", "Er 03851598730 rett?")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        let passage = [("merknad", "Er det rett?"), ("sted", "Betal til 03851598730")];
        let asked = rita.post(&format!("{page}/merknader"), &passage).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        pressed(&mut rita, &page, "send-inn").await;
        // Whoever reads it through sees the number and why, and says so.
        let steps = geir.get(&format!("{page}/steg")).await;
        assert!(steps.has(NUMBER) && steps.has(reason), "{}", steps.body);
        let blind = press(&mut geir, &page, "godkjenn").await;
        assert!(blind.status == StatusCode::CONFLICT && blind.has("kryss av"), "{}", blind.body);
        let number = steps.field("versjon").to_owned();
        let fields = [("versjon", number.as_str()), ("gjor", "godkjenn"), ("tall", "sett")];
        let seen = geir.post(&format!("{page}/steg"), &fields).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
        pressed(&mut rita, &page, "publiser").await;
        assert!(app.get("/nb/nyheter/samling-i-mars").await.has("Betal til 03851598730."));
        let log = audit::Search { what: Some(What::NumberSpared), ..audit::Search::default() };
        let rows = log.some(&app.app.db, (0, 10)).await.unwrap();
        assert_eq!(rows.len(), 1);
        let told = rows[0].details.to_string();
        assert!(told.contains(reason) && !told.contains(NUMBER), "{told}");
    }

    async fn what_is_said_of_a_number_is_kept_with_it_when_something_else_is_wrong(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let (lead, reason) = ("Betal til 03851598730 nå.", "Kontonummeret til kurset");
        let said = [("title", ""), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead), ("unntak-tall", NUMBER), ("unntak", reason)];
        let refused = write(&mut rita, &page, &said).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        // The text is saved with the number, so the reason is too, and both are asked of no more.
        assert!(refused.has(lead) && !refused.has(reason), "{}", refused.body);
        let log = audit::Search { what: Some(What::NumberSpared), ..audit::Search::default() };
        let rows = log.some(&app.app.db, (0, 10)).await.unwrap();
        assert!(rows.len() == 1 && rows[0].details.to_string().contains(reason), "{}", rows.len());
        assert!(rita.get(&page).await.has(lead));
        let steps = rita.get(&format!("{page}/steg")).await;
        assert!(steps.has(reason), "who reads it through is told: {}", steps.body);
    }

    async fn a_number_that_is_none_is_none_in_a_translation(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let reason = "Kontonummeret til kurset";
        let lead = "Betal til 03851598730 nå.";
        let said = [("title", "Samling i mars"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead), ("unntak-tall", NUMBER), ("unntak", reason)];
        assert_eq!(write(&mut rita, &page, &said).await.status, StatusCode::SEE_OTHER);
        pressed(&mut rita, &page, "send-inn").await;
        let number = geir.get(&format!("{page}/steg")).await.field("versjon").to_owned();
        let yes = [("versjon", number.as_str()), ("gjor", "godkjenn"), ("tall", "sett")];
        assert_eq!(geir.post(&format!("{page}/steg"), &yes).await.status, StatusCode::SEE_OTHER);
        pressed(&mut rita, &page, "publiser").await;
        // The title too may name it.
        let fields = [("gjor", "oversett"), ("til", "nn"), ("tittel", "Samling, konto 03851598730"), ("maate", "person")];
        let begun = rita.post(&format!("{page}/sprak"), &fields).await;
        assert!(begun.status == StatusCode::SEE_OTHER && !begun.header("location").contains("skjult"), "{}", begun.body);
        let there = begun.header("location").to_owned();
        assert!(rita.get(&there).await.has(lead));
        let nynorsk = "Betal til 038515 98730 no, ikkje til 30908299902.";
        let fields = [("title", "Samling, konto 03851598730"), ("lang", "nn"), ("centre", centre.as_str()), ("lead", nynorsk)];
        let sent = filled(&mut rita, &there, &fields).await;
        let script = send(&mut rita, &format!("{there}/lagre.json"), &sent).await;
        assert!(script.has("\"saved\":true") && script.has("\"masked\":[\"lead\"]"), "{}", script.body);
        let shown = rita.get(&there).await;
        assert!(shown.has("Betal til 038515 98730 no, ikkje til •••••••••••.") && shown.has("konto 03851598730"), "{}", shown.body);
        // Whoever looks through the translation sees why.
        let saved = write(&mut rita, &there, &[("title", "Samling i mars"), ("lang", "nn"), ("centre", centre.as_str()), ("lead", "Betal til 038515 98730 no.")]).await;
        assert_eq!(saved.header("location"), format!("{there}?gjort=lagret"), "{}", saved.body);
        pressed(&mut rita, &there, "send-inn").await;
        let steps = geir.get(&format!("{there}/steg")).await;
        assert!(steps.has("038515 98730") && steps.has(reason), "{}", steps.body);
        // What another text says of it frees nothing here.
        let other = begin(&mut rita, "news", "En annen samling", Some(here)).await;
        let fields = [("title", "En annen samling"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead)];
        assert!(write(&mut rita, &other, &fields).await.header("location").contains("skjult=lead"));
    }
}
