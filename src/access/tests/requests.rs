//! Asking for a role: who hears of it, who answers, and that nobody is flooded or let in by it.

use axum::http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use time::Duration;
use uuid::Uuid;

use super::{ANNE, OLA, SIRI, centres, logged, person};
use crate::dates::oslo_day;
use crate::people::roles;
use crate::rights::RoleKind;
use crate::testing::{Browser, TestApp, both_engines};

const ASK: &str = "/nb/min-side/rolle";
const NO: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const WHY: &str = "Jeg skal skrive om måltider for senteret.";

/// The letters that are there now and were not before.
async fn new_letters(app: &TestApp, before: &[String]) -> Vec<String> {
    app.run_jobs().await;
    app.letters().into_iter().filter(|letter| !before.contains(letter)).collect()
}

async fn ask(browser: &mut Browser<'_>, place: Uuid, role: &str) -> StatusCode {
    let place = place.to_string();
    let fields = [("hos", place.as_str()), ("rolle", role), ("grunn", WHY)];
    browser.post(ASK, &fields).await.status
}

/// The way to the answer, as the page of the place has it.
async fn way(browser: &mut Browser<'_>, place: Uuid) -> String {
    let page = browser.get(&format!("/nb/tilgang/{place}")).await;
    assert!(page.has("Ber om en rolle") && page.has(WHY), "{}", page.body);
    let start = format!("/nb/tilgang/{place}/foresporsler/");
    let (_, rest) = page.body.split_once(&start).unwrap();
    format!("{start}{}", rest.split('"').next().unwrap())
}

both_engines! {
    async fn who_has_no_address_is_promised_no_letter(app: TestApp) {
        use crate::people::persons::email;
        let [here, _] = centres(&app).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let theirs = email::Column::PersonId.eq(person(&app, OLA).await);
        // As one is who came by a provider that vouches for no address.
        email::Entity::delete_many().filter(theirs).exec(&app.app.db).await.unwrap();
        for page in ["/nb/min-side", "/nb/min-side/varsler"] {
            let page = ola.get(page).await;
            assert!(page.has("ingen e-postadresse til deg") && page.has("/nb/min-side/personvern/adresse"), "{}", page.body);
            assert!(!page.has("ett brev om morgenen") && !page.has("Vi skriver når noe venter"), "{}", page.body);
        }
        assert_eq!(ola.get("/nb/min-side/personvern/adresse").await.status, StatusCode::OK);
        assert_eq!(ask(&mut ola, here, "editor").await, StatusCode::SEE_OTHER);
        let sent = ola.get(&format!("{ASK}?sendt=ja")).await;
        assert!(sent.has("kommer ikke noe brev") && !sent.has("Du får e-post"), "{}", sent.body);
        let there = siri.get(&format!("/nb/tilgang/{here}")).await;
        assert!(there.has("En som ikke har skrevet navnet sitt"), "{}", there.body);
        ola.post("/nb/min-side", &[("navn", "Ola Prøve")]).await;
        let there = siri.get(&format!("/nb/tilgang/{here}")).await;
        assert!(there.has("Ola Prøve") && !there.has("()"), "{}", there.body);
        // Whoever has one is told where the letters go.
        let chosen = siri.get("/nb/min-side/varsler").await;
        assert!(chosen.has("ett brev om morgenen") && chosen.has(SIRI), "{}", chosen.body);
    }

    async fn one_asks_and_whoever_leads_there_answers(app: TestApp) {
        let [here, there] = centres(&app).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        assert!(ola.get("/nb/min-side").await.has(&format!("href=\"{ASK}\"")));
        let found = ola.get(&format!("{ASK}?sted=innlandet")).await;
        let by_name = ola.get(&format!("{ASK}?sted=finnes-ikke")).await;
        assert!(found.status == StatusCode::OK && by_name.has("Vi fant ingen med det navnet"));
        assert!(by_name.has("Mangler kommunen eller virksomheten din?"), "{}", by_name.body);
        // A municipality without roles of its own leads to the centre that works for it.
        for sought in ["hamar", "Hamar+kommune"] {
            let served = ola.get(&format!("{ASK}?sted={sought}")).await;
            assert!(served.has("Hamar kommune har ikke egne roller her ennå"), "{}", served.body);
            assert!(served.has(&format!("href=\"{ASK}?hos={here}\"")), "{}", served.body);
            assert!(!served.has("Vi fant ingen med det navnet"), "{}", served.body);
        }
        assert!(ola.get(&format!("{ASK}?sted=kommune")).await.has("Mangler kommunen"));
        let page = ola.get(&format!("{ASK}?hos={here}")).await;
        assert!(page.has("Senterleder: 1") && page.has("De som ser til rollene hos"), "{}", page.body);
        assert!(!page.has(SIRI), "nobody is named");
        // What is lacking is told, and what was typed is there.
        let place = here.to_string();
        let fields = [("hos", place.as_str()), ("rolle", "editor"), ("grunn", "")];
        let lacking = ola.post(ASK, &fields).await;
        assert!(lacking.status == NO && lacking.has("Skriv hvorfor du trenger rollen"));
        assert!(lacking.has(&format!("name=\"hos\" value=\"{place}\"")));
        let number = [("hos", place.as_str()), ("rolle", "editor"), ("grunn", "Jeg er 17912099997 her")];
        let masked = ola.post(ASK, &number).await;
        assert!(masked.status == NO && masked.has("Jeg er ••••••••••• her") && !masked.has("17912099997"), "{}", masked.body);
        assert!(masked.has("Sifrene er byttet ut med prikker"), "{}", masked.body);
        for (role, place) in [("administrator", place.as_str()), ("coordinator", place.as_str()), ("editor", "x")] {
            let fields = [("hos", place), ("rolle", role), ("grunn", WHY)];
            assert_eq!(ola.post(ASK, &fields).await.status, NO, "{role} {place}");
        }
        app.run_jobs().await;
        let before = app.letters();
        assert_eq!(ask(&mut ola, here, "editor").await, StatusCode::SEE_OTHER);
        assert_eq!(ask(&mut ola, here, "editor").await, NO, "once is enough");
        let letters = new_letters(&app, &before).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains(&format!("To: {SIRI}")), "{}", letters[0]);
        // It waits on her page, and on the page of the place; who leads elsewhere sees nothing of it.
        let mine = siri.get("/nb/min-side").await;
        assert!(mine.has("Svar på om du vil gi en rolle til") && mine.has("foresporsler/"), "{}", mine.body);
        let way = way(&mut siri, here).await;
        let other = "leder@annet.example.org";
        let mut other = Browser::with_role(&app, other, RoleKind::CentreLeader, Some(there)).await;
        assert!(!other.get("/nb/min-side").await.has("foresporsler/"));
        assert_eq!(other.get(&way).await.status, StatusCode::FORBIDDEN);
        let elsewhere = way.replace(&here.to_string(), &there.to_string());
        assert_eq!(other.get(&elsewhere).await.status, StatusCode::NOT_FOUND);
        let stolen = other.post(&elsewhere, &[("svar", "ja")]).await;
        assert_eq!(stolen.status, StatusCode::NOT_FOUND);
        assert_eq!(ola.post(&way, &[("svar", "ja")]).await.status, StatusCode::FORBIDDEN);
        // Bad answers come back with what was typed.
        let shown = siri.get(&way).await;
        assert!(shown.has(OLA) && shown.has("Redaktør") && shown.has(WHY), "{}", shown.body);
        for (fields, said) in [
            (vec![], "Velg ja eller nei"),
            (vec![("svar", "nei")], "hvorfor du sier nei"),
            (vec![("svar", "ja"), ("til", "1.1.2020")], "i dag eller senere"),
        ] {
            let refused = siri.post(&way, &fields).await;
            assert!(refused.status == NO && refused.has(said), "{said}: {}", refused.body);
        }
        app.run_jobs().await;
        let before = app.letters();
        let yes = siri.post(&way, &[("svar", "ja"), ("til", "31.12.2030")]).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
        let letters = new_letters(&app, &before).await;
        assert!(letters.len() == 1 && letters[0].contains(&format!("To: {OLA}")));
        assert!(siri.get(&way).await.has("Det er svart på dette"));
        let today = oslo_day(app.app.clock.now());
        let held = roles::of(&app.app.db, person(&app, OLA).await, today).await.unwrap();
        assert_eq!((held.len(), held[0].place_id), (1, Some(here)));
        assert!(held[0].valid_to.is_some());
        assert!(ola.get(ASK).await.has("Gitt"));
        assert_eq!(ask(&mut ola, here, "editor").await, NO, "they have it");
        for what in ["role_asked", "role_answered", "role_given"] {
            assert!(logged(&app, what).await > 0, "{what}");
        }
    }

    async fn a_no_says_why_and_one_can_think_again(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        assert_eq!(ask(&mut ola, here, "reviewer").await, StatusCode::SEE_OTHER);
        let way = way(&mut siri, here).await;
        let fields = [("svar", "nei"), ("grunn", "Vi har fire allerede.")];
        assert_eq!(siri.post(&way, &fields).await.status, StatusCode::SEE_OTHER);
        let page = ola.get(ASK).await;
        assert!(page.has("Ikke gitt") && page.has("Vi har fire allerede."), "{}", page.body);
        // Another's is not taken back, one's own is.
        assert_eq!(ask(&mut ola, here, "member").await, StatusCode::SEE_OTHER);
        let id = ola.get(ASK).await.field("trekk").to_owned();
        siri.post(&format!("{ASK}/trekk"), &[("trekk", &id)]).await;
        assert!(ola.get(ASK).await.has("Venter på svar"));
        ola.post(&format!("{ASK}/trekk"), &[("trekk", &id)]).await;
        assert!(!ola.get(ASK).await.has("Venter på svar"));
        assert_eq!(logged(&app, "role_asked_back").await, 1);
        // What was answered is forgotten after a while.
        app.app.clock.advance(Duration::days(400));
        crate::login::sweep_once(&app.app).await.unwrap();
        ola.log_in(OLA).await;
        assert!(!ola.get(ASK).await.has("Vi har fire allerede."));
    }

    async fn who_answers_after_somebody_else_is_told_what_was_answered(app: TestApp) {
        let [_, there] = centres(&app).await;
        let knut = "knut@nettverket.example.org";
        let mut coordinator = Browser::with_role(&app, knut, RoleKind::Coordinator, None).await;
        coordinator.post("/nb/min-side", &[("navn", "Knut Prøve")]).await;
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        assert_eq!(ask(&mut ola, there, "editor").await, StatusCode::SEE_OTHER);
        let way = way(&mut anne, there).await;
        let yes = coordinator.post(&way, &[("svar", "ja"), ("til", "31.12.2030")]).await;
        let place = format!("/nb/tilgang/{there}");
        assert_eq!(yes.header("location"), format!("{place}?gjort=gitt"), "{}", yes.body);
        assert!(coordinator.get(yes.header("location")).await.has("Rollen er gitt."));
        app.run_jobs().await;
        let before = app.letters();
        let late = anne.post(&way, &[("svar", "nei"), ("grunn", "Vi har fire allerede.")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
        let told = ["Det er svart på dette", "Knut Prøve", OLA, "Redaktør", "Gitt", "31. desember 2030"];
        for told in told.into_iter().chain(["er ikke sendt", "Vi har fire allerede."]) {
            assert!(late.has(told), "{told}: {}", late.body);
        }
        assert_eq!(new_letters(&app, &before).await.len(), 0);
        // The link of the letter says the same.
        let read = anne.get(&way).await;
        assert!(read.status == StatusCode::OK && read.has("Knut Prøve") && !read.has("er ikke sendt"));
        // To who may not answer it is as shut as before.
        assert_eq!(ola.get(&way).await.status, StatusCode::FORBIDDEN);
    }

    async fn where_nobody_leads_the_coordinators_answer(app: TestApp) {
        let [here, there] = centres(&app).await;
        let knut = "knut@nettverket.example.org";
        let mut coordinator = Browser::with_role(&app, knut, RoleKind::Coordinator, None).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        assert!(ola.get(&format!("{ASK}?hos={there}")).await.has("koordinatorene i nettverket svarer deg"));
        app.run_jobs().await;
        let before = app.letters();
        assert_eq!(ask(&mut ola, there, "editor").await, StatusCode::SEE_OTHER);
        // A centre leader is chosen by those who look after the country, whoever leads there now.
        assert_eq!(ask(&mut ola, here, "centre_leader").await, StatusCode::SEE_OTHER);
        let letters = new_letters(&app, &before).await;
        assert!(letters.len() == 2 && letters.iter().all(|one| one.contains(&format!("To: {knut}"))));
        let national = coordinator.get("/nb/tilgang").await;
        assert!(national.has("ber om rollen «Redaktør»") && national.has("ber om rollen «Senterleder»"));
        assert!(!siri.get(&format!("/nb/tilgang/{here}")).await.has("Ber om en rolle"));
        let way = way(&mut coordinator, here).await;
        assert_eq!(siri.get(&way).await.status, StatusCode::FORBIDDEN, "no leader makes another");
        assert_eq!(coordinator.post(&way, &[("svar", "ja")]).await.status, StatusCode::SEE_OTHER);
        // Nobody answers for themselves.
        assert_eq!(ask(&mut coordinator, there, "editor").await, StatusCode::SEE_OTHER);
        assert!(!coordinator.get("/nb/tilgang").await.has(&format!("{knut} ber om")));
    }

    async fn nobody_asks_for_more_than_can_be_answered(app: TestApp) {
        let [here, there] = centres(&app).await;
        let _anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        for role in ["member", "team_lead", "editor", "reviewer", "centre_leader"] {
            assert_eq!(ask(&mut ola, here, role).await, StatusCode::SEE_OTHER, "{role}");
        }
        let place = there.to_string();
        let fields = [("hos", place.as_str()), ("rolle", "member"), ("grunn", WHY)];
        let full = ola.post(ASK, &fields).await;
        assert!(full.status == NO && full.has("så mange roller som det går an"), "{}", full.body);
    }

    async fn a_page_that_is_shut_says_what_opens_it(app: TestApp) {
        let [here, _] = centres(&app).await;
        let _siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let _anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let page = format!("/nb/tilgang/{here}");
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let nobody = app.get(&page).await;
        for shut in [&ola.get(&page).await, &nobody] {
            assert_eq!(shut.status, StatusCode::FORBIDDEN);
            for said in ["en av disse rollene hos", "Senterleder (én har den)", "Administrator (én har den)", "Nasjonal koordinator (ingen har den nå)"] {
                assert!(shut.has(said), "{said}: {}", shut.body);
            }
            assert!(!shut.has(SIRI), "nobody is named");
        }
        assert!(nobody.has("Logg inn") && nobody.has("rolle%3Frolle%3Dcentre_leader"), "{}", nobody.body);
        assert!(ola.get(&page).await.has("/nb/min-side/rolle?rolle=centre_leader"));
        let national = ola.get("/nb/logg").await;
        assert!(national.has("Administrator (én har den)") && national.has("Rollen gis av en administrator"));
        assert!(app.get("/nb/min-side").await.has("for dem som er logget inn"));
        // Led here, the role is chosen already.
        let there = ola.get(&format!("{ASK}?rolle=centre_leader&hos={here}")).await;
        assert!(there.status == StatusCode::OK && (there.has("selected") || there.has("checked")), "{}", there.body);
    }
}
