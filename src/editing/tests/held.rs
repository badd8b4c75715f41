//! A session that ends in the middle of a long form: the text comes back with the log-in, to its writer alone.

use axum::http::StatusCode;
use time::Duration;

use super::{GEIR, RITA, begin, centres, filled, person, send};
use crate::rights::RoleKind::Editor;
use crate::testing::{Answer, both_engines};

/// Where a page of the log-in leads back to.
fn there(answer: &Answer) -> String {
    let (_, rest) = answer.body.split_once("logg-inn?til=").expect("the way to the log-in");
    let there = rest.split('"').next().unwrap();
    percent_encoding::percent_decode_str(there).decode_utf8().unwrap().into_owned()
}

/// The hidden inputs of the page's first form in its main part, as a browser sends them.
fn hidden(page: &Answer) -> Vec<(String, String)> {
    let (_, main) = page.body.split_once("<main").unwrap();
    let form = main.split("</form>").next().unwrap();
    let inputs = form.split("<input type=\"hidden\" name=\"").skip(1);
    let pair = |input: &str| {
        let (name, rest) = input.split_once("\" value=\"").unwrap();
        (name.to_owned(), rest.split('"').next().unwrap().to_owned())
    };
    inputs.map(pair).collect()
}

both_engines! {
    async fn what_was_sent_without_a_session_comes_back_with_the_log_in(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let fields = [
            ("title", "Rolige måltider"),
            ("lang", "nb"),
            ("centre", centre.as_str()),
            ("lead", "Skrevet lenge. 03851598730"),
            ("facts.sections.background", "To\r\nlinjer"),
        ];
        let sent = filled(&mut rita, &page, &fields).await;
        app.app.clock.advance(Duration::hours(2));
        let out = send(&mut rita, &page, &sent).await;
        assert_eq!(out.status, StatusCode::FORBIDDEN, "{}", out.body);
        assert!(out.has("Du er ikke logget inn lenger") && !out.has("Skrevet lenge"), "{}", out.body);
        let waiting = there(&out);
        assert_eq!(app.get(&waiting).await.status, StatusCode::FORBIDDEN);
        // Nobody else finds it, whatever address they have.
        let mut geir = person(&app, GEIR, Some((Editor, Some(here)))).await;
        assert_eq!(geir.get(&waiting).await.status, StatusCode::NOT_FOUND);
        assert_eq!(geir.post(&waiting, &[]).await.status, StatusCode::NOT_FOUND);
        assert!(!geir.get("/nb/skriv").await.has("Ikke lagret ennå"));
        rita.log_in(RITA).await;
        assert!(rita.get("/nb/skriv").await.has(&waiting));
        assert!(rita.get("/nb/min-side").await.has(&waiting));
        let held = rita.get(&waiting).await;
        assert_eq!(held.status, StatusCode::OK, "{}", held.body);
        assert!(held.has("Skrevet lenge. •••••••••••") && !held.has("03851598730"));
        let shown = send(&mut rita, &page, &hidden(&held)).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        assert!(shown.has("Skrevet lenge.") && shown.has("linjer"), "{}", shown.body);
        assert!(shown.has("name=\"ventet\""), "the form knows where it comes from");
        assert!(!rita.get(&page).await.has("Skrevet lenge."), "it is not saved yet");
        // Who begins anew before they have looked for it still has it.
        let anew = [("title", "Rolige kvelder"), fields[1], fields[2]];
        let other = filled(&mut rita, &page, &anew).await;
        assert_eq!(send(&mut rita, &page, &other).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rita.get(&waiting).await.status, StatusCode::OK);
        let mut again = hidden(&held);
        again.retain(|(name, _)| name != "vis");
        // What was saved since is in other fields: the two are joined.
        let joined = send(&mut rita, &page, &again).await;
        assert_eq!((joined.status, joined.header("location")), (StatusCode::SEE_OTHER, format!("{page}?gjort=samlet").as_str()));
        let shown = rita.get(&page).await;
        assert!(shown.has("Skrevet lenge.") && shown.has("Rolige kvelder"), "{}", shown.body);
        assert_eq!(rita.get(&waiting).await.status, StatusCode::NOT_FOUND, "it has arrived");
    }

    async fn a_form_of_another_is_kept_for_them_and_shown_to_nobody_else(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let sent = filled(&mut rita, &page, &[("title", "Rolige måltider"), ("lead", "Bare mitt.")]).await;
        // Geir logs in in the browser that Rita left open; he has no right to her text at all.
        let mut geir = person(&app, GEIR, None).await;
        let out = send(&mut geir, &page, &sent).await;
        assert_eq!(out.status, StatusCode::FORBIDDEN, "{}", out.body);
        assert!(!out.has("Bare mitt.") && out.has("en annen"), "{}", out.body);
        assert!(!geir.get("/nb/skriv").await.has("Ikke lagret ennå"));
        let list = rita.get("/nb/skriv").await;
        let (_, rest) = list.body.split_once("href=\"/nb/skriv/ventet/").expect("it waits for her");
        let waiting = format!("/nb/skriv/ventet/{}", rest.split('"').next().unwrap());
        assert!(rita.get(&waiting).await.has("Bare mitt."));
        assert_eq!(rita.post(&waiting, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rita.get(&waiting).await.status, StatusCode::NOT_FOUND);
    }

    async fn nobody_keeps_much_and_nothing_for_long(app: TestApp) {
        let mut rita = person(&app, RITA, None).await;
        let page = begin(&mut rita, "project", "Rolige måltider", None).await;
        let sent = filled(&mut rita, &page, &[("title", "Rolige\0 måltider")]).await;
        app.app.clock.advance(Duration::hours(2));
        for _ in 0..7 {
            let out = send(&mut rita, &page, &sent).await;
            assert_eq!(out.status, StatusCode::FORBIDDEN, "{}", out.body);
        }
        let nobodys = [("hvem", "01890000-0000-7000-8000-000000000001"), ("title", "Fra ingen")];
        let refused = rita.post(&page, &nobodys).await;
        assert!(refused.status == StatusCode::FORBIDDEN && !refused.has("logg-inn?til=%2Fnb%2Fskriv%2Fventet"));
        rita.log_in(RITA).await;
        let waiting = |list: &Answer| list.body.matches("/nb/skriv/ventet/").count();
        assert_eq!(waiting(&rita.get("/nb/skriv").await), 5);
        app.app.clock.advance(Duration::days(1));
        app.run_jobs().await;
        rita.log_in(RITA).await;
        assert_eq!(waiting(&rita.get("/nb/skriv").await), 0);
    }
}
