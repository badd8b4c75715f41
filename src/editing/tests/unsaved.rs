//! One field that is wrong holds up none of the others, and nothing that was typed in it is lost.

use axum::http::StatusCode;
use serde_json::Value;

use super::{GEIR, RITA, begin, centres, filled, person, pressed, send, write};
use crate::rights::RoleKind::Editor;
use crate::testing::both_engines;

both_engines! {
    async fn what_is_wrong_comes_back_as_it_was_typed_to_its_writer_alone(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let right = [("title", "Rolige måltider"), ("lang", "nb"), ("centre", centre.as_str()), ("review_by", "1.2.2027")];
        write(&mut rita, &page, &right).await;
        let wrong = [
            ("title", "Rolige måltider"),
            ("lang", "nb"),
            ("centre", centre.as_str()),
            ("lead", "Lagres likevel."),
            ("review_by", "31.2.2027"),
            ("source.url", "https://eksempel.example.org"),
        ];
        let sent = filled(&mut rita, &page, &wrong).await;
        let save = format!("{page}/lagre.json");
        let answer = send(&mut rita, &save, &sent).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let told: Value = serde_json::from_str(&answer.body).unwrap();
        let said = told["said"].as_str().unwrap();
        for part in ["Lagret ", "Skal sees gjennom innen: Denne datoen finnes ikke i kalenderen.", "Dette må fylles ut."] {
            assert!(said.contains(part), "{part}: {said}");
        }
        // What stood there before is what is saved of it; what she typed is hers alone.
        let shown = rita.get(&page).await;
        assert!(shown.has("Lagres likevel.") && shown.has("value=\"31.2.2027\""), "{}", shown.body);
        for part in ["\nhttps://eksempel.example.org</textarea>", "finnes ikke i kalenderen"] {
            assert!(shown.has(part), "{part}: {}", shown.body);
        }
        assert!(shown.has("data-own=\"stored\"") && shown.has("men dette må rettes før det kommer med: "), "{}", shown.body);
        let of_geir = geir.get(&page).await;
        assert!(of_geir.has("Lagres likevel.") && of_geir.has("value=\"2027-02-01\""), "{}", of_geir.body);
        assert!(!of_geir.has("31.2.2027") && !of_geir.has("ds-error-summary"));
        assert!(rita.get(&format!("{page}/steg")).await.has("er ikke med i teksten"));
        assert!(!geir.get(&format!("{page}/steg")).await.has("er ikke med i teksten"));
        // By the button too, and then the next save is written on what was saved.
        let pressed = write(&mut rita, &page, &wrong[..5]).await;
        assert_eq!(pressed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(pressed.has("men dette må rettes før det kommer med: ") && pressed.has("value=\"31.2.2027\""), "{}", pressed.body);
        let number = pressed.field("versjon").to_owned();
        let mended = [("versjon", number.as_str()), ("hvem", sent[1].1.as_str()), right[0], right[1], right[2], ("review_by", "28.2.2027")];
        let mended = rita.post(&page, &mended).await;
        assert_eq!(mended.status, StatusCode::SEE_OTHER, "{}", mended.body);
        let shown = rita.get(&page).await;
        assert!(shown.has("value=\"2027-02-28\"") && !shown.has("ds-error-summary"), "{}", shown.body);
    }

    async fn joining_two_texts_leaves_what_waits_in_other_fields(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let fields = |lead: &'static str, day: &'static str| -> Vec<(&str, &str)> {
            vec![("title", "Samling i mars"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead), ("review_by", day)]
        };
        let of_geir = filled(&mut geir, &page, &fields("Geirs ingress.", "31.2.2027")).await;
        write(&mut rita, &page, &fields("Ritas ingress.", "")).await;
        let apart = send(&mut geir, &format!("{page}/lagre.json"), &of_geir).await;
        assert_eq!(apart.status, StatusCode::CONFLICT, "{}", apart.body);
        let join = geir.get(&format!("{page}/forskjeller")).await;
        let (number, base) = (join.field("versjon").to_owned(), join.field("fra").to_owned());
        let chosen = [("versjon", number.as_str()), ("fra", base.as_str()), ("valg_1", "begge")];
        let joined = geir.post(&format!("{page}/forskjeller"), &chosen).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.body);
        let shown = geir.get(&page).await;
        assert!(shown.has("Ritas ingress. Geirs ingress.") && shown.has("value=\"31.2.2027\""), "{}", shown.body);
    }

    async fn a_form_that_came_in_halves_is_not_saved_in_part(app: TestApp) {
        let mut rita = person(&app, RITA, None).await;
        let page = begin(&mut rita, "news", "Samling i mars", None).await;
        let odd = [("title", "Samling i april"), ("lang", "nb"), ("fremmed", "felt")];
        let sent = filled(&mut rita, &page, &odd).await;
        let answer = send(&mut rita, &format!("{page}/lagre.json"), &sent).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
        assert!(answer.has("\"saved\":false") && !rita.get(&page).await.has("Samling i april"));
    }

    async fn what_others_read_is_not_taken_back_by_a_form_that_is_wrong(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        pressed(&mut rita, &page, "send-inn").await;
        let wrong = [("title", ""), ("lang", "nb"), ("centre", centre.as_str()), ("lead", "Ikke ennå.")];
        let refused = write(&mut rita, &page, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.has("Ikke ennå."), "{}", refused.body);
        let shown = rita.get(&page).await;
        assert!(!shown.has("Ikke ennå.") && shown.has("Teksten er til gjennomlesing"), "{}", shown.body);
    }
}
