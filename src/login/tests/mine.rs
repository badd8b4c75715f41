//! One's own page: what waits first, what one writes, how few questions that takes, and the ring in the
//! masthead of every page.

use axum::http::StatusCode;
use uuid::Uuid;

use super::KARI;
use crate::centres::Network;
use crate::people::places;
use crate::rights::RoleKind::{CentreLeader, Editor, Reviewer};
use crate::testing::{Browser, TestApp, both_engines};
use crate::web::asset;

const RITA: &str = "rita@senter.example.org";
const GEIR: &str = "geir@senter.example.org";

/// What the page may ask the database, those who ask who it is with it.
const MOST: u64 = 15;

async fn centre(app: &TestApp) -> Uuid {
    let network = Network::load(&app.app.db).await.unwrap();
    places::by_slug(&network, "usht-hedmark").unwrap()
}

/// A text of the centre that nobody has seen.
async fn begin(browser: &mut Browser<'_>, title: &str, centre: Uuid) -> String {
    let centre = centre.to_string();
    let fields = [("kind", "news"), ("title", title), ("lang", "nb"), ("centre", &centre)];
    let begun = browser.post("/nb/skriv/ny", &fields).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    begun.header("location").to_owned()
}

async fn hand_in(browser: &mut Browser<'_>, page: &str) {
    let steps = format!("{page}/steg");
    let number = browser.get(&steps).await.field("versjon").to_owned();
    let sent = browser.post(&steps, &[("versjon", &number), ("gjor", "send-inn")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
}

fn ring(count: usize) -> String {
    format!("<span class=\"ringed\">{count}<span class=\"ds-sr-only\"> venter på deg</span></span>")
}

both_engines! {
    async fn what_waits_is_counted_on_every_page_and_one_thing_comes_first(app: TestApp) {
        let here = centre(&app).await;
        let mut rita = Browser::with_role(&app, RITA, Editor, Some(here)).await;
        let mut geir = Browser::with_role(&app, GEIR, Reviewer, Some(here)).await;
        assert!(!geir.get("/nb/").await.has("class=\"ringed\""), "nothing waits yet");
        assert!(geir.get("/nb/min-side").await.has("Ingenting venter på deg nå"));
        let titles = ["Frokost", "Middag", "Kvelds", "Turer", "Sang"];
        for title in titles {
            let page = begin(&mut rita, title, here).await;
            hand_in(&mut rita, &page).await;
        }
        for page in ["/nb/", "/nb/prosjekter", "/nb/finnes-ikke", "/nb/min-side"] {
            assert!(geir.get(page).await.has(&ring(5)), "{page}");
            assert!(!rita.get(page).await.has("class=\"ringed\""), "{page}: not for who wrote them");
        }
        let mine = geir.get("/nb/min-side").await;
        assert_eq!(mine.body.matches("<a class=\"ds-button\"").count(), 1, "{}", mine.body);
        assert!(mine.has("4 ting til") && mine.has("Vis 1 til"), "{}", mine.body);
        for title in titles {
            assert!(mine.has(&format!("«{title}»")), "{title}: {}", mine.body);
        }
        let reviewed = rita.get("/nb/min-side").await;
        assert!(reviewed.has("Til gjennomlesing") && reviewed.has("Nyhet"), "{}", reviewed.body);
    }

    async fn whoever_else_writes_is_named_beside_the_text(app: TestApp) {
        let here = centre(&app).await;
        let mut rita = Browser::with_role(&app, RITA, Editor, Some(here)).await;
        let mut kari = Browser::with_role(&app, KARI, Editor, Some(here)).await;
        kari.post("/nb/min-side", &[("navn", "Kari Prøve")]).await;
        let page = begin(&mut rita, "Frokost", here).await;
        assert!(!rita.get("/nb/min-side").await.has("har også skrevet her"));
        let shown = kari.get(&page).await;
        let (number, whose) = (shown.field("versjon").to_owned(), shown.field("hvem").to_owned());
        let centre = here.to_string();
        let fields = [
            ("versjon", number.as_str()),
            ("hvem", &whose),
            ("title", "Frokost i ro"),
            ("lang", "nb"),
            ("centre", &centre),
        ];
        let saved = kari.post(&page, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert!(rita.get("/nb/min-side").await.has("Kari Prøve har også skrevet her"));
        assert!(!kari.get("/nb/min-side").await.has("Kari Prøve har også skrevet her"), "not of herself");
    }

    async fn the_page_asks_the_database_no_more_than_a_few_times(app: TestApp) {
        let here = centre(&app).await;
        let mut rita = Browser::with_role(&app, RITA, Editor, Some(here)).await;
        let mut geir = Browser::with_role(&app, GEIR, CentreLeader, Some(here)).await;
        for title in ["Frokost", "Middag", "Kvelds"] {
            let page = begin(&mut rita, title, here).await;
            hand_in(&mut rita, &page).await;
            begin(&mut geir, title, here).await;
        }
        geir.get("/nb/min-side").await;
        // Somebody else's changes are looked for now and then, which no page is to blame for.
        let mut least = u64::MAX;
        for _ in 0..5 {
            let before = app.app.db.questions();
            let mine = geir.get("/nb/min-side").await;
            assert!(mine.status == StatusCode::OK && mine.has(&ring(3)), "{}", mine.body);
            least = least.min(app.app.db.questions() - before);
        }
        assert!(least <= MOST, "{least}");
    }

    async fn pages_of_nobody_know_of_no_ring(app: TestApp) {
        let front = app.get("/nb/").await;
        assert!(!front.has("class=\"ringed\"") && !front.has(asset("known.css")));
        assert!(front.has("<nav class=\"langs\"") && !front.has("Logg ut"));
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        let front = kari.get("/nb/").await;
        assert!(front.has(asset("known.css")) && !front.has("<nav class=\"langs\""), "{}", front.body);
        // The menu and the foot have the languages still.
        assert_eq!(front.body.matches(">Nynorsk<").count(), 2, "{}", front.body);
        assert!(front.has("/nb/veiledning\"") && front.has("/nb/min-side/personvern\"") && front.has("Logg ut"));
    }
}
