//! What throws somebody out is asked first and told afterwards, in words and by letter; and who can't log in or use
//! their role is counted on for nothing.

use axum::http::StatusCode;

use super::{ANNE, OLA, SIRI, button, centres, person};
use crate::centres::Network;
use crate::people::{places, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, TestApp, both_engines};

const PER: &str = "per@kommune.example.org";

/// The letters to somebody that were not there before, as they are read: what is not ASCII stands in quoted signs.
async fn new_letters(app: &TestApp, before: &[String], to: &str) -> Vec<String> {
    app.run_jobs().await;
    let new = app.letters().into_iter().filter(|letter| !before.contains(letter));
    let theirs = new.filter(|letter| letter.contains(&format!("To: {to}")));
    theirs.map(|letter| letter.replace("=\r\n", "").replace("=3D", "=")).collect()
}

/// The longest word of what a place is called that a letter shows as it is.
async fn word_of(app: &TestApp, place: uuid::Uuid) -> String {
    let network = Network::load(&app.app.db).await.unwrap();
    let today = crate::dates::oslo_day(app.app.clock.now());
    let name = places::name(&network, place, today).unwrap();
    let words = name.split(' ').filter(|word| word.is_ascii());
    words.max_by_key(|word| word.len()).expect("a word without å").to_owned()
}

both_engines! {
    async fn an_administrator_who_can_not_use_the_role_does_not_count(app: TestApp) {
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let role = Role { kind: RoleKind::Administrator, at: None };
        roles::give(&app.app.db, &app.app.clock, person(&app, OLA).await, role, None).await.unwrap();
        assert_eq!(ola.get("/nb/logg").await.status, StatusCode::FORBIDDEN, "the role waits for a step");
        let taken = button(&anne.get("/nb/tilgang").await.body, "ta", ANNE);
        let account = person(&app, ANNE).await.to_string();
        for (path, fields) in [
            ("/nb/tilgang/roller", vec![("ta", taken.as_str())]),
            ("/nb/tilgang/konto", vec![("steng", account.as_str())]),
            ("/nb/min-side/slett", vec![("utkast", "slett"), ("sikker", "true")]),
        ] {
            let refused = anne.post(path, &fields).await;
            assert_eq!(refused.status, StatusCode::CONFLICT, "{path}: {}", refused.body);
            assert!(refused.has("siste administratoren") && refused.has("ekstra trinnet"), "{path}: {}", refused.body);
        }
        ola.set_up_app().await;
        assert_eq!(ola.get("/nb/logg").await.status, StatusCode::OK);
        let done = anne.post("/nb/tilgang/roller", &[("ta", &taken)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }

    async fn who_comes_by_others_that_vouch_for_both_steps_counts(app: TestApp) {
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut ola = Browser::with_role(&app, OLA, RoleKind::Administrator, None).await;
        // As it is of one who was vouched for: a session that counts, and no step of ours.
        let of_ola = person(&app, OLA).await;
        crate::people::factors::totp::remove(&app.app.db, of_ola).await.unwrap();
        assert_eq!(ola.get("/nb/logg").await.status, StatusCode::OK);
        let taken = button(&anne.get("/nb/tilgang").await.body, "ta", ANNE);
        let done = anne.post("/nb/tilgang/roller", &[("ta", &taken)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }

    async fn one_is_asked_before_a_role_is_taken(app: TestApp) {
        let [here, there] = centres(&app).await;
        let page = format!("/nb/tilgang/{here}");
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let mut ola = Browser::with_role(&app, OLA, RoleKind::Editor, Some(here)).await;
        let _far = Browser::with_role(&app, PER, RoleKind::Editor, Some(there)).await;
        let list = siri.get(&page).await;
        assert!(!list.has("name=\"ta\""), "no button takes a role at once: {}", list.body);
        let role = button(&list.body, "ta", OLA);
        let asked = siri.get(&format!("{page}/roller?ta={role}")).await;
        assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
        let heir = format!("<option value=\"{}\">", person(&app, SIRI).await);
        for told in ["Ta bort rollen?", OLA, "Redaktør", "logget ut overalt", heir.as_str()] {
            assert!(asked.has(told), "{told}: {}", asked.body);
        }
        assert!(ola.is_known().await, "nothing has happened yet");
        app.run_jobs().await;
        let before = app.letters();
        let done = siri.post(&format!("{page}/roller"), &[("ta", asked.field("ta"))]).await;
        assert_eq!(done.header("location"), format!("{page}?gjort=tatt-bort"), "{}", done.body);
        assert!(siri.get(done.header("location")).await.has("Rollen er tatt bort"));
        assert!(!ola.is_known().await);
        let letters = new_letters(&app, &before, OLA).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(letter.contains(" din hos ") && letter.contains(&word_of(&app, here).await), "{letter}");
        // Done already, of another place, not theirs to take, and nothing at all.
        let today = crate::dates::oslo_day(app.app.clock.now());
        let held = roles::all(&app.app.db, today).await.unwrap();
        let at = |place| held.iter().find(|row| row.place_id == Some(place)).unwrap().id.to_string();
        for (id, status) in [
            (role, StatusCode::CONFLICT),
            (at(there), StatusCode::CONFLICT),
            (at(here), StatusCode::FORBIDDEN),
            ("tull".to_owned(), StatusCode::UNPROCESSABLE_ENTITY),
            (String::new(), StatusCode::UNPROCESSABLE_ENTITY),
        ] {
            let answer = siri.get(&format!("{page}/roller?ta={id}")).await;
            assert_eq!(answer.status, status, "{id}: {}", answer.body);
        }
    }

    async fn what_becomes_of_invitations_and_of_who_leads_is_told_as_it_is(app: TestApp) {
        let [here, _] = centres(&app).await;
        let page = format!("/nb/tilgang/{here}");
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        assert!(!anne.get(&page).await.has("Uten leder"));
        // One has said yes to her, and one has not answered.
        for to in [OLA, PER] {
            let sent = siri.post(&format!("{page}/inviter"), &[("epost", to), ("rolle", "editor")]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        }
        let role = Role { kind: RoleKind::Editor, at: Some(here) };
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let mine = ola.get("/nb/min-side").await;
        let yes = [("invitasjon", mine.field("invitasjon")), ("svar", "ja")];
        let yes = ola.post("/nb/min-side/invitasjon", &yes).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
        let taken = button(&anne.get(&page).await.body, "ta", SIRI);
        let asked = anne.get(&format!("{page}/roller?ta={taken}")).await;
        for told in ["ingen har svart på ennå, blir trukket tilbake", "beholder de", "Ingen andre leder "] {
            assert!(asked.has(told), "{told}: {}", asked.body);
        }
        let account = anne.get(&format!("/nb/tilgang/konto?steng={}", person(&app, SIRI).await)).await;
        assert!(account.has("Ingen andre leder ") && account.has("ingen har svart på"), "{}", account.body);
        let done = anne.post(&format!("{page}/roller"), &[("ta", &taken)]).await;
        let after = anne.get(done.header("location")).await;
        assert!(after.has("Rollen er tatt bort") && after.has("Uten leder"), "{}", after.body);
        assert!(!after.has(PER), "nobody waits to answer her: {}", after.body);
        let today = crate::dates::oslo_day(app.app.clock.now());
        let held = roles::of(&app.app.db, person(&app, OLA).await, today).await.unwrap();
        assert!(held.iter().any(|row| row.role() == Some(role)), "who has said yes keeps it");
        // Of two leaders one can go without a word of it, and nothing of it is said of other roles.
        let leads = Role { kind: RoleKind::CentreLeader, at: Some(here) };
        let of_siri = person(&app, SIRI).await;
        roles::give(&app.app.db, &app.app.clock, of_siri, leads, None).await.unwrap();
        let _per = Browser::with_role(&app, PER, RoleKind::CentreLeader, Some(here)).await;
        let list = anne.get(&page).await;
        assert!(!list.has("Uten leder"), "{}", list.body);
        for who in [SIRI, OLA] {
            let asked = anne.get(&format!("{page}/roller?ta={}", button(&list.body, "ta", who))).await;
            assert!(asked.has("Ta bort rollen?") && !asked.has("Ingen andre leder"), "{who}: {}", asked.body);
        }
    }

    async fn one_is_asked_before_an_account_is_closed_or_its_steps_are_reset(app: TestApp) {
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::Coordinator, None).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let page = "/nb/tilgang";
        let list = anne.get(page).await;
        assert!(!list.has("name=\"steng\"") && !list.has("name=\"nullstill\""), "{}", list.body);
        let (of_siri, of_ola) = (person(&app, SIRI).await, person(&app, OLA).await);
        for (button, question, receipt, told) in [
            ("nullstill", "Nullstille det ekstra trinnet?", "nullstilt", "Det ekstra trinnet er nullstilt"),
            ("steng", "Stenge kontoen?", "stengt", "Kontoen er stengt"),
        ] {
            siri.log_in(SIRI).await;
            let asked = anne.get(&format!("{page}/konto?{button}={of_siri}")).await;
            assert!(asked.status == StatusCode::OK && asked.has(question) && asked.has(SIRI), "{}", asked.body);
            assert!(siri.is_known().await, "nothing has happened yet");
            let done = anne.post(&format!("{page}/konto"), &[(button, asked.field(button))]).await;
            assert_eq!(done.header("location"), format!("{page}?gjort={receipt}"), "{}", done.body);
            assert!(anne.get(done.header("location")).await.has(told));
            assert!(!siri.is_known().await);
            siri.authenticator = None;
        }
        // Closed already, and one without a step.
        for rest in [format!("steng={of_siri}"), format!("nullstill={of_ola}")] {
            let gone = anne.get(&format!("{page}/konto?{rest}")).await;
            assert!(gone.status == StatusCode::CONFLICT && gone.has("Det er alt gjort"), "{rest}: {}", gone.body);
        }
        assert_eq!(anne.get(&format!("{page}/konto")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let opened = anne.post(&format!("{page}/konto"), &[("apne", &of_siri.to_string())]).await;
        assert!(anne.get(opened.header("location")).await.has("Kontoen er åpnet igjen"));
    }

    async fn who_can_not_log_in_is_marked_and_inherits_nothing(app: TestApp) {
        let [here, _] = centres(&app).await;
        let page = format!("/nb/tilgang/{here}");
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let _ola = Browser::with_role(&app, OLA, RoleKind::Editor, Some(here)).await;
        let _per = Browser::with_role(&app, PER, RoleKind::Editor, Some(here)).await;
        let role = button(&siri.get(&page).await.body, "ta", OLA);
        let question = format!("{page}/roller?ta={role}");
        let closed = person(&app, PER).await.to_string();
        let choice = format!("<option value=\"{closed}\">");
        assert!(siri.get(&question).await.has(&choice));
        anne.post("/nb/tilgang/konto", &[("steng", &closed)]).await;
        let list = siri.get(&page).await;
        let row = list.body.split("<li>").find(|row| row.contains(PER)).unwrap();
        assert!(row.contains("Stengt") && list.body.matches("Stengt").count() == 1, "{}", list.body);
        assert!(!siri.get(&question).await.has(&choice));
        let fields = [("ta", role.as_str()), ("til", closed.as_str())];
        let refused = siri.post(&format!("{page}/roller"), &fields).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
        assert!(siri.get(&page).await.has(&format!("?ta={role}")), "the role is still there");
        // Nor is it told that there is somebody with that role to turn to.
        let mut kari = Browser::new(&app);
        kari.log_in("kari@kommune.example.org").await;
        let counted = kari.get(&format!("/nb/min-side/rolle?hos={here}")).await;
        assert!(counted.has("Redaktør: 1"), "{}", counted.body);
    }

    async fn an_invitation_says_who_invites_until_when_and_what_it_takes(app: TestApp) {
        let [here, _] = centres(&app).await;
        let page = format!("/nb/tilgang/{here}");
        let invite = format!("{page}/inviter");
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        app.run_jobs().await;
        let before = app.letters();
        let fields = [("epost", OLA), ("rolle", "reviewer"), ("til", "31.12.2027")];
        let sent = siri.post(&invite, &fields).await;
        assert!(siri.get(sent.header("location")).await.has("Invitasjonen er sendt"), "{}", sent.body);
        let letters = new_letters(&app, &before, OLA).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        for told in [SIRI, "31. desember 2027", "ekstra trinn i innloggingen"] {
            assert!(letter.contains(told), "{told}: {letter}");
        }
        let last = "Rollen gjelder til og med 31. desember 2027";
        assert!(siri.get(&page).await.has(last));
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let mine = ola.get("/nb/min-side").await;
        assert!(mine.has(last), "{}", mine.body);
        let id = mine.field("invitasjon").to_owned();
        ola.post("/nb/min-side/invitasjon", &[("invitasjon", &id), ("svar", "ja")]).await;
        // The same again would change nothing; another last day does.
        let again = siri.post(&invite, &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.body);
        assert!(again.has("har allerede rollen her") && again.has("value=\"31.12.2027\""), "{}", again.body);
        let longer = [("epost", OLA), ("rolle", "reviewer"), ("til", "31.12.2028")];
        assert_eq!(siri.post(&invite, &longer).await.status, StatusCode::SEE_OTHER);
    }
}
