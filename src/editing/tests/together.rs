//! Two at one text: neither loses a word. And what the script sends while somebody writes.

use axum::http::StatusCode;
use serde_json::Value;

use super::{GEIR, RITA, begin, centres, filled, person, press, pressed, send, write};
use crate::rights::RoleKind::Editor;
use crate::testing::{Answer, both_engines};

fn told(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{e}: {}", answer.body))
}

both_engines! {
    async fn a_stale_save_keeps_both_and_shows_them_to_be_joined(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let fields = |lead: &'static str| -> Vec<(&str, &str)> {
            vec![("title", "Rolige måltider"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead)]
        };
        let of_geir = filled(&mut geir, &page, &fields("Geir skrev dette.")).await;
        assert_eq!(write(&mut rita, &page, &fields("Rita skrev dette.")).await.status, StatusCode::SEE_OTHER);
        let met = send(&mut geir, &page, &of_geir).await;
        assert_eq!(met.status, StatusCode::CONFLICT, "{}", met.body);
        assert!(met.has("<mark>Geir</mark> skrev dette.") && met.has("<mark>Rita</mark> skrev dette."), "{}", met.body);
        assert!(rita.get(&page).await.has("Rita skrev dette."), "nothing is written over");
        // It is there another day, in another browser.
        assert!(geir.get(&page).await.has("Begge er tatt vare på"));
        let join = geir.get(&format!("{page}/forskjeller")).await;
        assert!(join.has("<mark>Geir</mark>") && join.has("<mark>Rita</mark>"), "{}", join.body);
        assert!(!rita.get(&page).await.has("Begge er tatt vare på"), "nor is it anybody else's");
        let (number, base) = (join.field("versjon").to_owned(), join.field("fra").to_owned());
        let chosen = [("versjon", number.as_str()), ("fra", base.as_str()), ("valg_1", "min")];
        let joined = geir.post(&format!("{page}/forskjeller"), &chosen).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.body);
        assert!(geir.get(&page).await.has("Geir skrev dette."));
        assert!(!geir.get(&page).await.has("Begge er tatt vare på"));
        assert_eq!(geir.get(&format!("{page}/forskjeller")).await.status, StatusCode::NOT_FOUND);
        // All of it is among the versions, any two can be held together, and any brought back.
        let versions = format!("{page}/versjoner");
        // Of none that is public, the newest is held against the one before it.
        let offered = geir.get(&versions).await;
        let number: i32 = offered.field("versjon").parse().unwrap();
        for at in [number, number - 1] {
            assert!(offered.has(&format!("<option value=\"{at}\" selected")), "{at}: {}", offered.body);
        }
        let both = geir.get(&format!("{versions}?fra=2&til=3")).await;
        assert!(both.has("<del>") && both.has("<ins>") && both.has("Rita"), "{}", both.body);
        let number = both.field("versjon").to_owned();
        let back = geir.post(&versions, &[("versjon", &number), ("hent", "2")]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
        assert!(geir.get(back.header("location")).await.has("Den gamle utgaven er hentet fram"));
        assert!(geir.get(&page).await.has("Rita skrev dette."));
        let late = geir.post(&versions, &[("versjon", &number), ("hent", "3")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
    }

    async fn the_script_hears_saved_only_when_it_is(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let save = format!("{page}/lagre.json");
        let fields = [("title", "Rolige måltider"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", "En gang.")];
        let sent = filled(&mut rita, &page, &fields).await;
        let first = send(&mut rita, &save, &sent).await;
        assert_eq!(first.status, StatusCode::OK, "{}", first.body);
        let first = told(&first);
        assert_eq!(first["saved"], true);
        assert_eq!(first["number"], 2);
        assert!(first["said"].as_str().unwrap().starts_with("Lagret "));
        // The answer was lost on its way, and the same comes again.
        let again = send(&mut rita, &save, &sent).await;
        assert_eq!(again.status, StatusCode::OK, "{}", again.body);
        assert_eq!(told(&again)["number"], 2);
        // One wrong field holds up none of the others, and stays as it was typed.
        let mut wrong = sent.clone();
        wrong[0].1 = "2".to_owned();
        wrong.extend([("facts.period.from".to_owned(), "i fjor".to_owned())]);
        wrong.retain(|(name, _)| name != "lead");
        wrong.push(("lead".to_owned(), "To ganger.".to_owned()));
        let partly = send(&mut rita, &save, &wrong).await;
        assert_eq!(partly.status, StatusCode::OK, "{}", partly.body);
        let partly = told(&partly);
        assert_eq!((&partly["saved"], &partly["number"]), (&Value::from(true), &Value::from(3)));
        let said = partly["said"].as_str().unwrap();
        assert!(said.contains("men dette må rettes før det kommer med: Periode: Skriv datoen som"), "{said}");
        let shown = rita.get(&page).await;
        assert!(shown.has("To ganger.") && shown.has("value=\"i fjor\""), "{}", shown.body);
        // Somebody else's session sends nothing in this one's name.
        let mut geir = person(&app, GEIR, Some((Editor, Some(here)))).await;
        let other = send(&mut geir, &save, &sent).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", other.body);
        assert_eq!(told(&other)["saved"], false);
        // A tab of theirs that was left open hides what stands in it.
        let away = geir.post(&format!("{page}/her.json"), &[("hvem", &sent[1].1)]).await;
        assert_eq!(away.status, StatusCode::FORBIDDEN);
        assert_eq!(told(&away)["away"], true, "{}", away.body);
        let sent = filled(&mut geir, &page, &fields).await;
        let here = geir.post(&format!("{page}/her.json"), &[("hvem", &sent[1].1)]).await;
        assert_eq!(here.status, StatusCode::OK, "{}", here.body);
        assert!(rita.get(&page).await.has("Skriver her nå"));
        // What others are reading is not taken back by a tab that was left open.
        pressed(&mut rita, &page, "send-inn").await;
        let mut late = filled(&mut rita, &page, &fields).await;
        late.push(("source.title".to_owned(), "Sent".to_owned()));
        let late = send(&mut rita, &save, &late).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
        assert_eq!(told(&late)["saved"], false);
        assert_eq!(press(&mut rita, &page, "ta-tilbake").await.status, StatusCode::SEE_OTHER);
    }

    async fn remarks_stand_at_their_passage_until_they_are_resolved(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let fields = [
            ("title", "Rolige måltider"),
            ("lang", "nb"),
            ("centre", centre.as_str()),
            ("facts.sections.lessons", "De fleste middagene er **uten avbrudd**."),
        ];
        write(&mut rita, &page, &fields).await;
        let remarks = format!("{page}/merknader");
        let nowhere = rita.post(&remarks, &[("sted", "Alle middagene"), ("merknad", "Hvor mange?")]).await;
        assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nowhere.has("Hvor mange?") && nowhere.has("Alle middagene"), "all that was typed is kept");
        let added = rita.post(&remarks, &[("sted", "middagene er uten avbrudd"), ("merknad", "Hvor mange?")]).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
        assert!(rita.get(&format!("{page}/steg")).await.has("/merknader\">Svar på alle merknader</a>"));
        let shown = rita.get(&remarks).await;
        let (_, rest) = shown.body.split_once("name=\"lost\" value=\"").unwrap();
        let id = rest.split('"').next().unwrap().to_owned();
        assert_eq!(rita.post(&remarks, &[("lost", &id)]).await.status, StatusCode::SEE_OTHER);
        assert!(rita.get(&format!("{page}/steg")).await.has("På plass:</strong> Svar på alle merknader"));
        let changed: Vec<(&str, &str)> = fields.iter().filter(|(name, _)| *name != "facts.sections.lessons").copied().collect();
        write(&mut rita, &page, &changed).await;
        assert!(rita.get(&remarks).await.has("Dette står ikke lenger slik"));
    }

    async fn who_has_logged_out_is_told_of_no_more(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let whose = rita.get(&page).await.field("hvem").to_owned();
        let centre = here.to_string();
        let fields = [("title", "Samling i mars"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", "Alle er med.")];
        assert_eq!(write(&mut geir, &page, &fields).await.status, StatusCode::SEE_OTHER);
        let here = format!("{page}/her.json");
        assert!(!rita.post(&here, &[("hvem", &whose)]).await.has("\"others\":\"\""));
        geir.post("/nb/logg-ut", &[]).await;
        assert!(rita.post(&here, &[("hvem", &whose)]).await.has("\"others\":\"\""));
    }
}
