//! Roles that end by themselves, reminders of those to be confirmed, and the way to organisations.

use axum::http::StatusCode;
use time::Duration;

use super::{ANNE, OLA, SIRI, centres};
use crate::access::remind;
use crate::centres::Network;
use crate::rights::RoleKind;
use crate::testing::{Browser, both_engines};

both_engines! {
    async fn a_role_ends_when_the_invitation_says(app: TestApp) {
        let [here, _] = centres(&app).await;
        let page = format!("/nb/tilgang/{here}");
        let mut leader = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let invite = |until| [("epost", OLA), ("rolle", "editor"), ("til", until)];
        let past = leader.post(&format!("{page}/inviter"), &invite("21.11.2026")).await;
        assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(past.has("Siste dag må være i dag eller senere") && past.has("value=\"21.11.2026\""));
        let invited = leader.post(&format!("{page}/inviter"), &invite("30.11.2026")).await;
        assert_eq!(invited.status, StatusCode::SEE_OTHER, "{}", invited.body);
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let id = ola.get("/nb/min-side").await.field("invitasjon").to_owned();
        ola.post("/nb/min-side/invitasjon", &[("invitasjon", &id), ("svar", "ja")]).await;
        assert!(ola.get("/nb/min-side").await.has("til og med 30. november 2026"));
        assert!(leader.get(&page).await.has("Gjelder til og med 30. november 2026"));
        app.app.clock.advance(Duration::days(8));
        ola.log_in(OLA).await;
        assert!(ola.get("/nb/min-side").await.has("til og med 30. november 2026"), "the last day");
        app.app.clock.advance(Duration::days(1));
        ola.log_in(OLA).await;
        assert!(ola.get("/nb/min-side").await.has("Du har ingen roller ennå"));
    }

    async fn an_administrator_is_one_until_another_is(app: TestApp) {
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let fields = [("epost", OLA), ("rolle", "administrator"), ("til", "2027")];
        let refused = anne.post("/nb/tilgang/inviter", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.has("ingen siste dag"), "{}", refused.body);
    }

    async fn who_may_confirm_is_reminded_and_not_each_day(app: TestApp) {
        let [here, there] = centres(&app).await;
        let _leader = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let _editor = Browser::with_role(&app, OLA, RoleKind::Editor, Some(here)).await;
        let _anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let _far = Browser::with_role(&app, "per@kommune.example.org", RoleKind::Member, Some(there)).await;
        app.run_jobs().await;
        assert_eq!(remind::once(&app.app).await.unwrap(), 0);
        app.app.clock.advance(Duration::days(365));
        let before = app.letters();
        // The editor's to the leader; the leader's, and the member's where nobody leads, to the administrator.
        assert_eq!(remind::once(&app.app).await.unwrap(), 3);
        assert_eq!(remind::once(&app.app).await.unwrap(), 0);
        assert_eq!(app.run_jobs().await, 3);
        let new: Vec<String> = app.letters().into_iter().filter(|one| !before.contains(one)).collect();
        let to = |address: &str| new.iter().filter(|one| one.contains(&format!("To: {address}"))).count();
        assert_eq!((to(SIRI), to(ANNE), to(OLA)), (1, 2, 0));
        assert!(new.iter().all(|one| !one.contains("per@") && one.contains("/nb/tilgang/")));
        app.app.clock.advance(Duration::days(30));
        assert_eq!(remind::once(&app.app).await.unwrap(), 3, "once more, for nobody has answered");
    }

    async fn organisations_are_found_by_name(app: TestApp) {
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let network = Network::load(&app.app.db).await.unwrap();
        let today = crate::dates::oslo_day(app.app.clock.now());
        let one = network.organisations.iter().next().unwrap();
        let (id, name) = (one.id, one.name_on(today).to_owned());
        let link = format!("href=\"/nb/tilgang/{id}\"");
        assert!(!anne.get("/nb/tilgang").await.has(&link));
        let word = form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>();
        let found = anne.get(&format!("/nb/tilgang?sted={word}")).await;
        assert!(found.status == StatusCode::OK && found.has(&link), "{name}: {}", found.body);
        // Whatever somebody says behind it.
        let found = anne.get(&format!("/nb/tilgang?sted={word}+kommune")).await;
        assert!(found.has(&link), "{name} kommune: {}", found.body);
        let none = anne.get("/nb/tilgang?sted=xyzzy").await;
        assert!(none.has("ingen organisasjon med det navnet"), "{}", none.body);
        let begin = "/nb/register/ny-organisasjon?name=xyzzy";
        assert!(none.has(&format!("href=\"{begin}\"")), "{}", none.body);
        assert!(anne.get(begin).await.has("value=\"xyzzy\""), "what was looked for is there");
        let _member = Browser::with_role(&app, OLA, RoleKind::Member, Some(id)).await;
        assert!(anne.get("/nb/tilgang").await.has(&link), "where somebody has a role");
        assert_eq!(anne.get(&format!("/nb/tilgang/{id}")).await.status, StatusCode::OK);
    }

    async fn who_may_do_what_is_a_page(app: TestApp) {
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let page = anne.get("/nb/rettigheter").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        for (words, route) in [
            ("Se hvem som har roller hos et senter", "/tilgang/{at}"),
            ("Stenge og åpne kontoer", "/tilgang/konto"),
            ("Se hele loggen", "/logg"),
        ] {
            assert!(page.has(words) && page.has(&format!("<code>{route}</code>")), "{words}: {}", page.body);
        }
        assert!(!page.has("<code>/prosjekter</code>"), "what anybody may is no row");
    }
}
