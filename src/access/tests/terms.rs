//! Roles that end by themselves, those that are to be confirmed, and the way to organisations.

use axum::http::StatusCode;
use time::Duration;

use super::{ANNE, OLA, SIRI, centres, person};
use crate::centres::Network;
use crate::people::roles;
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
        // All that is wrong is said at once.
        let fields = [("epost", "ola@"), ("til", "1.1.2020")];
        let wrong = leader.post(&format!("{page}/inviter"), &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for told in ["Velg en rolle.", "Siste dag må være i dag eller senere", "hele e-postadressen"] {
            assert!(wrong.has(told), "{told}: {}", wrong.body);
        }
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

    async fn who_may_confirm_finds_it_among_what_waits(app: TestApp) {
        const ASKED: &str = "Bekreft eller ta bort rollen til";
        let [here, there] = centres(&app).await;
        let mut leader = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let mut editor = Browser::with_role(&app, OLA, RoleKind::Editor, Some(here)).await;
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let _far = Browser::with_role(&app, "per@kommune.example.org", RoleKind::Member, Some(there)).await;
        editor.post("/nb/min-side", &[("navn", "Ola Prøve")]).await;
        app.app.clock.advance(Duration::days(363));
        leader.log_in(SIRI).await;
        assert!(!leader.get("/nb/min-side").await.has(ASKED), "it is not a year");
        app.app.clock.advance(Duration::days(2));
        // The editor's to the leader; the leader's, and the member's where nobody leads, to the administrator.
        for (browser, address, count) in [(&mut leader, SIRI, 1), (&mut anne, ANNE, 2), (&mut editor, OLA, 0)] {
            browser.log_in(address).await;
            let mine = browser.get("/nb/min-side").await;
            assert_eq!(mine.body.matches(ASKED).count(), count, "{address}: {}", mine.body);
        }
        let mine = leader.get("/nb/min-side").await;
        let page = format!("/nb/tilgang/{here}");
        for said in ["Ola Prøve", "Redaktør", "sist bekreftet", &format!("href=\"{page}\"")] {
            assert!(mine.has(said), "{said}: {}", mine.body);
        }
        let today = crate::dates::oslo_day(app.app.clock.now());
        let held = roles::of(&app.app.db, person(&app, OLA).await, today).await.unwrap();
        let confirmed = leader.post(&format!("{page}/roller"), &[("bekreft", &held[0].id.to_string())]).await;
        assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.body);
        assert!(!leader.get("/nb/min-side").await.has(ASKED));
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
