//! Where readers will find a text: made of the title that is published, shown before, and named by who likes.

use axum::http::StatusCode;

use super::{begin, published, two_at_a_centre, write};
use crate::testing::both_engines;

both_engines! {
    async fn an_address_follows_the_title_until_readers_have_it(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let centre = here.to_string();
        let page = begin(&mut rita, "news", "Sak om Kari Nordmann 15034510188", Some(here)).await;
        // It leads to what was masked.
        let page = page.split('?').next().unwrap().to_owned();
        let steps = format!("{page}/steg");
        assert!(rita.get(&steps).await.has("/nb/nyheter/sak-om-kari-nordmann</code>"));
        let fields = [("title", "Ny rutine for nattevakter"), ("lang", "nb"), ("centre", centre.as_str())];
        assert_eq!(write(&mut rita, &page, &fields).await.status, StatusCode::SEE_OTHER);
        for browser in [&mut rita, &mut geir] {
            let shown = browser.get(&steps).await;
            assert!(shown.has("Teksten får adressen <code>/nb/nyheter/ny-rutine-for-nattevakter</code>"), "{}", shown.body);
            assert!(!shown.has("kari-nordmann"));
        }
        assert!(rita.get(&steps).await.has("felt=slug#slug") && !geir.get(&steps).await.has("felt=slug#slug"));
        published(&mut rita, &mut geir, &page).await;
        assert_eq!(app.get("/nb/nyheter/ny-rutine-for-nattevakter").await.status, StatusCode::OK);
        assert_eq!(app.get("/nb/nyheter/sak-om-kari-nordmann").await.status, StatusCode::NOT_FOUND);
        assert!(!app.get("/nb/nyheter").await.has("kari-nordmann"));
        // What readers have stays where it is when only its title changes.
        let fields = [("title", "Rutine for alle vakter"), fields[1], fields[2]];
        assert_eq!(write(&mut rita, &page, &fields).await.status, StatusCode::SEE_OTHER);
        assert!(!rita.get(&steps).await.has("flytter siden"));
        published(&mut rita, &mut geir, &page).await;
        assert!(app.get("/nb/nyheter/ny-rutine-for-nattevakter").await.has("Rutine for alle vakter"));
    }

    async fn who_writes_names_an_address_and_the_old_one_leads_on(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let centre = here.to_string();
        let page = begin(&mut rita, "news", "Rolige kvelder", Some(here)).await;
        let steps = format!("{page}/steg");
        let with = |title: &'static str, slug: &'static str| {
            [("title", title), ("lang", "nb"), ("centre", centre.as_str()), ("slug", slug)]
        };
        // Nothing else of the form waits for what is wrong with it, and what was typed is there.
        for wrong in ["Rolige Kvelder", "sak-010190-12345", "a--b"] {
            let refused = write(&mut rita, &page, &with("Rolige kvelder", wrong)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(refused.has("En adresse har bare små bokstaver") && refused.has("href=\"#slug\""), "{}", refused.body);
            assert!(refused.has(&format!("value=\"{wrong}\"")), "{wrong}: {}", refused.body);
        }
        let named = write(&mut rita, &page, &with("Rolige kvelder", "kveldsro")).await;
        assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.body);
        let renamed = write(&mut rita, &page, &with("Rolige netter", "kveldsro")).await;
        assert_eq!(renamed.status, StatusCode::SEE_OTHER);
        assert!(rita.get(&steps).await.has("<code>/nb/nyheter/kveldsro</code>"));
        // Left empty it is the title's again.
        let emptied = write(&mut rita, &page, &with("Rolige netter", "")).await;
        assert_eq!(emptied.status, StatusCode::SEE_OTHER);
        assert!(rita.get(&steps).await.has("<code>/nb/nyheter/rolige-netter</code>"));
        published(&mut rita, &mut geir, &page).await;
        assert!(rita.get(&page).await.has("value=\"rolige-netter\""));
        let moved = write(&mut rita, &page, &with("Rolige netter", "nattero")).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
        for browser in [&mut rita, &mut geir] {
            let shown = browser.get(&steps).await;
            assert!(shown.has("flytter siden") && shown.has("<code>/nb/nyheter/nattero</code>"), "{}", shown.body);
        }
        assert_eq!(app.get("/nb/nyheter/rolige-netter").await.status, StatusCode::OK);
        assert_eq!(app.get("/nb/nyheter/nattero").await.status, StatusCode::NOT_FOUND);
        published(&mut rita, &mut geir, &page).await;
        assert_eq!(app.get("/nb/nyheter/nattero").await.status, StatusCode::OK);
        let old = app.get("/nb/nyheter/rolige-netter").await;
        assert_eq!(old.header("location"), "/nb/nyheter/nattero");
    }
}
