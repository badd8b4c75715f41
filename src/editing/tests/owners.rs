//! A text belongs to an organisation of the register as it may to a centre, and rights and pages follow.

use axum::http::StatusCode;

use super::{GEIR, OLA, RITA, begin, person, pressed, write};
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::rights::RoleKind::{Editor, Reviewer};
use crate::testing::both_engines;

both_engines! {
    async fn an_organisation_has_texts_of_its_own(app: TestApp) {
        let network = Network::load(&app.app.db).await.unwrap();
        let unit = network.organisations.get("sobstad-sykehjem").expect("a unit of the register");
        let (id, name) = (unit.id, unit.name_on(oslo_day(app.app.clock.now())).to_owned());
        let owner = id.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(id)))).await;
        let mut geir = person(&app, GEIR, Some((Reviewer, Some(id)))).await;
        let mut ola = person(&app, OLA, None).await;
        assert!(rita.get("/nb/skriv/ny").await.has(&name));
        assert!(!ola.get("/nb/skriv/ny").await.has(&owner));
        let page = begin(&mut rita, "project", "Rolige måltider", Some(id)).await;
        let fields = [
            ("title", "Rolige måltider"),
            ("lang", "nb"),
            ("centre", owner.as_str()),
            ("lead", "Et sykehjem flyttet middagen."),
            ("facts.status", "ongoing"),
        ];
        let saved = write(&mut rita, &page, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(ola.get(&page).await.status, StatusCode::FORBIDDEN);
        pressed(&mut rita, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        pressed(&mut rita, &page, "publiser").await;
        let public = app.get("/nb/prosjekter/rolige-maltider").await;
        assert!(public.status == StatusCode::OK && public.has(&name), "{}", public.body);
        let list = format!("/nb/prosjekter?organisasjon={}", unit.slug);
        assert!(public.has(&list) && app.get(&list).await.has("Rolige måltider"));
        // Anybody with the same role elsewhere has no say here.
        let mut other = person(&app, "eli@kommune.example.org", Some((Editor, Some(app.app.clock.new_id())))).await;
        assert_eq!(other.get(&page).await.status, StatusCode::FORBIDDEN);
    }
}
