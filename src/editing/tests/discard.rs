//! A draft is thrown away only after a question, and what was done is told once, where it is so.

use axum::http::StatusCode;

use super::{
    GEIR, OLA, RITA, begin, centres, person, press, pressed, retire, two_at_a_centre, write,
};
use crate::rights::RoleKind::Editor;
use crate::testing::both_engines;

both_engines! {
    async fn a_draft_is_thrown_away_after_a_question(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut geir = person(&app, GEIR, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let fields = [("title", "Samling i mars"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", "Alle er med.")];
        write(&mut geir, &page, &fields).await;
        let steps = rita.get(&format!("{page}/steg")).await;
        assert!(steps.has(&format!("href=\"{page}/kast\"")) && !steps.has("value=\"kast\""), "{}", steps.body);
        let ask = rita.get(&format!("{page}/kast")).await;
        assert_eq!(ask.status, StatusCode::OK, "{}", ask.body);
        for part in ["Vil du kaste dette utkastet?", "hele teksten med alle utgaver", "Det kan ikke angres.", "har skrevet i det"] {
            assert!(ask.has(part), "{part}: {}", ask.body);
        }
        assert!(rita.get(&page).await.has("Alle er med."), "a question throws nothing away");
        let mut ola = person(&app, OLA, None).await;
        assert_eq!(ola.get(&format!("{page}/kast")).await.status, StatusCode::FORBIDDEN);
        let gone = press(&mut rita, &page, "kast").await;
        assert_eq!((gone.status, gone.header("location")), (StatusCode::SEE_OTHER, "/nb/skriv?gjort=kastet"));
        assert!(rita.get("/nb/skriv?gjort=kastet").await.has("Teksten er kastet."));
        assert_eq!(rita.get(&format!("{page}/kast")).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_was_done_is_told_on_the_page_after_and_only_while_it_is_so(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        let steps = format!("{page}/steg");
        for (who, button, word, said) in [
            (0, "send-inn", "sendt", "Teksten er sendt til gjennomlesing"),
            (1, "godkjenn", "godkjent", "Du har godkjent denne utgaven"),
            (0, "ta-tilbake", "tilbake", "Teksten er et utkast igjen"),
            (0, "send-inn", "sendt", "Teksten er sendt til gjennomlesing"),
            (1, "godkjenn", "godkjent", "Du har godkjent denne utgaven"),
            (0, "publiser", "publisert", "Teksten er publisert."),
            (0, "arkiver", "arkivert", "Teksten er flyttet til arkivet"),
            (0, "trekk", "trukket", "Teksten er trukket tilbake"),
            (0, "hent-fram", "hentet", "Teksten er publisert igjen"),
        ] {
            let browser = if who == 0 { &mut rita } else { &mut geir };
            let there = format!("{steps}?gjort={word}");
            let done = match button {
                "arkiver" | "trekk" => retire(browser, &page, button).await,
                _ => press(browser, &page, button).await,
            };
            assert_eq!((done.status, done.header("location")), (StatusCode::SEE_OTHER, there.as_str()), "{}", done.body);
            let shown = browser.get(&there).await;
            assert!(shown.has(said) && shown.has("role=\"status\" tabindex=\"-1\" autofocus"), "{word}: {}", shown.body);
            assert!(!browser.get(&steps).await.has("data-receipt"), "{word}");
        }
        // Nobody is told by an address what is not so, nor in words that are not ours.
        for word in ["sendt", "satt", "arkivert", "kastet", "alt", "%3Cb%3E"] {
            let shown = rita.get(&format!("{steps}?gjort={word}")).await;
            assert!(shown.status == StatusCode::OK && !shown.has("data-receipt"), "{word}");
        }
        assert!(!rita.get("/nb/skriv?gjort=sendt").await.has("data-receipt"));
        let centre = here.to_string();
        let fields = [("title", "Samling i mai"), ("lang", "nb"), ("centre", centre.as_str())];
        write(&mut rita, &page, &fields).await;
        let ask = rita.get(&format!("{page}/kast")).await;
        assert!(ask.has("den publiserte teksten, med de tidligere utgavene"), "{}", ask.body);
        pressed(&mut rita, &page, "kast").await;
        assert!(rita.get(&format!("{steps}?gjort=utkast-kastet")).await.has("Utkastet er kastet."));
    }
}
