//! A person sees all that is held on them, takes it home, and is erased; history stays, and nothing that
//! they were writing is lost.

use axum::http::StatusCode;
use serde_json::Value;
use time::Duration;
use uuid::Uuid;

use super::kept;
use crate::centres::Network;
use crate::config;
use crate::login::sweep_once;
use crate::people::held::{Erased, read};
use crate::people::{Address, persons, places, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, TestApp, both_engines};

const KARI: &str = "kari@kommune.example.org";
const OLA: &str = "ola@kommune.example.org";
const ANNE: &str = "anne@nettverket.example.org";

const LEAVE: &str = "/nb/min-side/slett";

async fn centre(app: &TestApp) -> Uuid {
    let network = Network::load(&app.app.db).await.unwrap();
    places::by_slug(&network, "usht-hedmark").unwrap()
}

async fn id(app: &TestApp, address: &str) -> Uuid {
    let address = Address::parse(address).unwrap();
    persons::by_address(&app.app.db, &address).await.unwrap().unwrap().id
}

async fn with_role<'a>(app: &'a TestApp, address: &str, kind: RoleKind, at: Uuid) -> Browser<'a> {
    Browser::with_role(app, address, kind, Some(at)).await
}

/// A new text; hands back where it is written.
async fn begin(browser: &mut Browser<'_>, title: &str, centre: Option<Uuid>) -> String {
    let centre = centre.map(|centre| centre.to_string()).unwrap_or_default();
    let fields = [("kind", "project"), ("title", title), ("lang", "nb"), ("centre", &centre)];
    let begun = browser.post("/nb/skriv/ny", &fields).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    begun.header("location").to_owned()
}

both_engines! {
    async fn a_person_sees_and_takes_home_what_is_held_on_them_and_nobody_else_does(app: TestApp) {
        let at = centre(&app).await;
        let mut kari = with_role(&app, KARI, RoleKind::Editor, at).await;
        kari.post("/nb/min-side", &[("navn", "Kari <Prøve>")]).await;
        begin(&mut kari, "Rolige netter", Some(at)).await;
        let page = kari.get("/nb/min-side/personvern").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        for said in [KARI, "Kari &#60;Prøve&#62;", "Redaktør", "Navn endret", "Bokmål", "Kode på e-post", "Det du har skrevet", "i 400 dager"] {
            assert!(page.has(said), "{said}: {}", page.body);
        }
        assert!(page.header("cache-control").contains("no-store"));
        let taken = kari.get("/nb/min-side/personvern.json").await;
        assert!(taken.header("content-disposition").starts_with("attachment"));
        let all: Value = serde_json::from_str(&taken.body).unwrap();
        assert_eq!(all["tables"]["email"]["rows"][0]["address"], KARI);
        assert_eq!(all["tables"]["person"]["rows"][0]["name"], "Kari <Prøve>");
        assert_eq!(all["tables"]["revision"]["count"], 1);
        let read = kari.get("/nb/min-side/personvern.html").await;
        assert!(read.header("content-disposition").contains("mine-opplysninger.html"));
        for said in [KARI, "Kari &#60;Prøve&#62;", "Navn endret", "Her har vi ingenting om deg"] {
            assert!(read.has(said), "{said}: {}", read.body);
        }
        assert!(!read.has("<script") && !read.has("href=") && !read.has("src="), "it needs nothing else to be read");
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        assert!(!ola.get("/nb/min-side/personvern.html").await.has("Kari"));
        let other = ola.get("/nb/min-side/personvern.json").await;
        assert!(other.has(OLA) && !other.has(KARI) && !other.has("Kari"));
        assert!(kari.get("/nb/min-side/logg").await.has("Egne opplysninger hentet ut"));
        for path in ["/nb/min-side/personvern", "/nb/min-side/personvern.json", "/nb/min-side/personvern.html", LEAVE] {
            assert_eq!(app.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }

    async fn what_one_has_written_is_taken_home_in_words_with_who_did_what(app: TestApp) {
        let at = centre(&app).await;
        let mut siri = with_role(&app, ANNE, RoleKind::CentreLeader, at).await;
        let mut kari = with_role(&app, KARI, RoleKind::Editor, at).await;
        let mut ola = with_role(&app, OLA, RoleKind::Editor, at).await;
        let text = begin(&mut kari, "Bare mitt", None).await;
        begin(&mut ola, "Olas utkast", Some(at)).await;
        let shown = kari.get(&text).await;
        let (number, whose) = (shown.field("versjon").to_owned(), shown.field("hvem").to_owned());
        let fields = [
            ("versjon", number.as_str()),
            ("hvem", &whose),
            ("title", "Bare mitt ennå"),
            ("lang", "nb"),
            ("lead", "Vi prøvde å dempe lyset."),
        ];
        let saved = kari.post(&text, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let today = crate::dates::oslo_day(app.app.clock.now());
        let held = roles::of(&app.app.db, id(&app, KARI).await, today).await.unwrap();
        let confirm = [("bekreft", held[0].id.to_string())];
        let confirm: Vec<(&str, &str)> = confirm.iter().map(|(name, id)| (*name, id.as_str())).collect();
        let confirmed = siri.post(&format!("/nb/tilgang/{at}/roller"), &confirm).await;
        assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.body);
        let read = kari.get("/nb/min-side/personvern.html").await;
        for said in ["<h3>Bare mitt ennå</h3>", "Vi prøvde å dempe lyset.", ">Av<", "<td>noen andre</td>", "<td>deg</td>"] {
            assert!(read.has(said), "{said}: {}", read.body);
        }
        assert!(!read.has("Olas utkast"), "{}", read.body);
        assert!(!read.has("<td>Bare mitt</td>"), "it is called as it was last saved: {}", read.body);
        assert!(kari.get("/nb/min-side/personvern").await.has("Bare mitt ennå"));
        let taken = kari.get("/nb/min-side/personvern.json").await;
        let all: Value = serde_json::from_str(&taken.body).unwrap();
        let [told] = all["texts"].as_array().unwrap().as_slice() else { panic!("{}", taken.body) };
        assert_eq!(told["content"]["title"], "Bare mitt ennå");
        assert_eq!(told["content"]["lead"], "Vi prøvde å dempe lyset.");
        assert_eq!(all["names"][told["item_id"].as_str().unwrap()], "Bare mitt ennå");
        let log = all["tables"]["audit_log"]["rows"].as_array().unwrap();
        let actor = |what: &str| log.iter().find(|row| row["what"] == what).map(|row| &row["actor"]);
        assert_eq!(actor("role_confirmed").unwrap(), "other", "{log:?}");
        assert_eq!(actor("logged_in").unwrap(), &all["person"], "{log:?}");
        assert!(!taken.has(&id(&app, ANNE).await.to_string()), "another has no id there");
    }

    async fn what_is_wrong_is_put_right(app: TestApp) {
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        let page = "/nb/min-side/personvern";
        let refused = kari.post(page, &[("sprak", "fr")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.has("href=\"#sprak\""), "{}", refused.body);
        let saved = kari.post(page, &[("sprak", "nn")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let shown = kari.get(saved.header("location")).await;
        assert!(shown.has("role=\"status\"") && shown.has("value=\"nn\" checked"), "{}", shown.body);
        assert!(!kari.get(&format!("{page}?gjort=noe-annet")).await.has("role=\"status\""));
        let person = persons::by_id(&app.app.db, id(&app, KARI).await).await.unwrap().unwrap();
        assert_eq!(person.lang, "nn");
        let last = kari.post(page, &[("fjern", KARI)]).await;
        assert!(last.status == StatusCode::CONFLICT && last.has("Den siste adressen må stå"), "{}", last.body);
        assert_eq!(kari.post(page, &[("fjern", OLA)]).await.status, StatusCode::CONFLICT, "not theirs");
    }

    async fn an_address_is_added_by_the_code_that_comes_there(app: TestApp) {
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        let (ask, code_page) = ("/nb/min-side/personvern/adresse", "/nb/min-side/personvern/kode");
        assert_eq!(kari.post(ask, &[("epost", "ikke")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let new = "kari@senter.example.org";
        let before = app.letters();
        let sent = kari.post(ask, &[("epost", new)]).await;
        assert_eq!((sent.status, sent.header("location")), (StatusCode::SEE_OTHER, code_page), "{}", sent.body);
        app.run_jobs().await;
        let code = kari.code_in_letter(new, &before).unwrap();
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let refused = kari.post(code_page, &[("kode", wrong)]).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.has("4 ganger til"), "{}", refused.body);
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        let added = kari.post(code_page, &[("kode", &spaced)]).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
        app.run_jobs().await;
        assert!(app.letters().iter().any(|one| one.contains(&format!("To: {KARI}")) && one.contains("lagt til")));
        // The old one can go now, and the new one leads in.
        assert_eq!(kari.post("/nb/min-side/personvern", &[("fjern", KARI)]).await.status, StatusCode::SEE_OTHER);
        let mut phone = Browser::new(&app);
        phone.log_in(new).await;
        // Another's address is not theirs, though they could read its letters.
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let before = app.letters();
        kari.post(ask, &[("epost", OLA)]).await;
        app.run_jobs().await;
        let code = kari.code_in_letter(OLA, &before).unwrap();
        let taken = kari.post(code_page, &[("kode", &code)]).await;
        assert!(taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.has("en annen konto"), "{}", taken.body);
        assert!(taken.has(&format!("value=\"{OLA}\"")), "what was typed is there still: {}", taken.body);
        let over = kari.post(code_page, &[("kode", &code)]).await;
        assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY, "a code is good once");
    }

    async fn who_is_erased_is_gone_and_what_they_were_writing_is_not(app: TestApp) {
        let at = centre(&app).await;
        let mut kari = with_role(&app, KARI, RoleKind::Editor, at).await;
        let mut ola = with_role(&app, OLA, RoleKind::Member, at).await;
        kari.post("/nb/min-side", &[("navn", "Kari Prøve")]).await;
        let of_centre = begin(&mut kari, "Rolige netter", Some(at)).await;
        let private = begin(&mut kari, "Bare mitt", None).await;
        assert_eq!(ola.get(&of_centre).await.status, StatusCode::FORBIDDEN);
        let refused = kari.post(LEAVE, &[("utkast", "ingen-slik")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.has("Sett kryss her") && refused.has("href=\"#utkast\""), "{}", refused.body);
        let who = id(&app, KARI).await;
        let choice = format!("sted-{at}");
        let asked = kari.post(LEAVE, &[("utkast", &choice), ("sikker", "true")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        assert!(kari.get(LEAVE).await.has("Behold kontoen"));
        let mine = kari.get("/nb/min-side").await;
        assert!(mine.has("Kontoen din blir slettet") && mine.has("Behold kontoen"), "{}", mine.body);
        app.run_jobs().await;
        assert!(app.letters().iter().any(|one| one.contains(KARI) && one.contains("slettes")));
        // They think again, and then once more.
        assert_eq!(kari.post(LEAVE, &[("behold", "ja")]).await.status, StatusCode::SEE_OTHER);
        app.app.clock.advance(Duration::days(8));
        sweep_once(&app.app).await.unwrap();
        assert_eq!(id(&app, KARI).await, who, "nothing is done of what was taken back");
        kari.log_in(KARI).await;
        kari.post(LEAVE, &[("utkast", &choice), ("sikker", "true")]).await;
        app.app.clock.advance(Duration::days(6));
        sweep_once(&app.app).await.unwrap();
        assert_eq!(id(&app, KARI).await, who, "not before its day");
        app.app.clock.advance(Duration::days(1));
        sweep_once(&app.app).await.unwrap();
        let person = persons::by_id(&app.app.db, who).await.unwrap().unwrap();
        assert!(person.name.is_empty() && person.erased_at.is_some() && person.is_disabled());
        assert!(!kari.is_known().await);
        let held = read(&app.app.db, who, &[KARI.to_owned()], 10).await.unwrap();
        for part in held.iter().filter(|part| matches!(part.held.erased, Erased::Gone | Erased::PassedOn)) {
            assert!(part.rows.is_empty(), "{} holds {:?}", part.held.table, part.rows);
        }
        // Colleagues open both texts; the newest version still stands.
        ola.log_in(OLA).await;
        for (text, title) in [(&of_centre, "Rolige netter"), (&private, "Bare mitt")] {
            let page = ola.get(text).await;
            assert!(page.status == StatusCode::OK && page.has(title), "{}", page.body);
        }
        assert!(ola.get("/nb/skriv").await.has("Bare mitt"));
        // The address is free: who has it is somebody new.
        kari.log_in(KARI).await;
        assert_ne!(id(&app, KARI).await, who);
        assert_eq!(kari.get(&of_centre).await.status, StatusCode::FORBIDDEN);
    }

    async fn what_nobody_is_to_have_is_thrown_away_and_a_person_can_be_named(app: TestApp) {
        let at = centre(&app).await;
        let mut kari = with_role(&app, KARI, RoleKind::Editor, at).await;
        let mut ola = with_role(&app, OLA, RoleKind::Member, at).await;
        let private = begin(&mut kari, "Bare mitt", None).await;
        let of_ola = begin(&mut ola, "Olas", None).await;
        kari.post(LEAVE, &[("utkast", "slett"), ("sikker", "true")]).await;
        let heir = format!("person-{}", id(&app, KARI).await);
        app.app.clock.advance(Duration::minutes(1));
        let asked = ola.post(LEAVE, &[("utkast", &heir), ("sikker", "true")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        app.app.clock.advance(Duration::days(8));
        sweep_once(&app.app).await.unwrap();
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Coordinator, None).await;
        assert_eq!(anne.get(&private).await.status, StatusCode::NOT_FOUND);
        // Whoever was to have it was erased before: the coordinators find it.
        let left = anne.get(&of_ola).await;
        assert!(left.status == StatusCode::OK && left.has("Olas"), "{}", left.body);
        assert!(anne.get("/nb/skriv").await.has("Olas"));
    }

    async fn what_becomes_of_each_text_is_said_at_the_choice_and_done(app: TestApp) {
        let at = centre(&app).await;
        let mut kari = with_role(&app, KARI, RoleKind::Editor, at).await;
        let mut ola = with_role(&app, OLA, RoleKind::Editor, at).await;
        let private = begin(&mut kari, "Bare mitt", None).await;
        let of_centre = begin(&mut kari, "I senterets navn", Some(at)).await;
        let shared = begin(&mut kari, "Skrevet av to", Some(at)).await;
        let form = ola.get(&shared).await;
        let (number, person, place) = (form.field("versjon").to_owned(), form.field("hvem").to_owned(), at.to_string());
        let fields = [("versjon", number.as_str()), ("hvem", &person), ("title", "Skrevet av to"), ("lang", "nb"), ("centre", &place), ("lead", "Olas ord.")];
        assert_eq!(ola.post(&shared, &fields).await.status, StatusCode::SEE_OTHER);
        let asked = kari.get(LEAVE).await;
        let of = |title: &str| {
            let (_, rest) = asked.body.split_once(&format!("<strong>{title}</strong>")).expect(title);
            rest.split_once("</ul>").unwrap().0.to_owned()
        };
        for title in ["Bare mitt", "I senterets navn"] {
            assert!(of(title).contains("Velger du «Ingen»: slettes"), "{}", of(title));
        }
        assert!(of("I senterets navn").contains("Velger du et sted: går til"), "{}", of("I senterets navn"));
        assert!(of("Skrevet av to").contains("andre har også skrevet i den"), "{}", of("Skrevet av to"));
        assert!(asked.has("koordinatorene i nettverket åpne"));
        kari.post(LEAVE, &[("utkast", "slett"), ("sikker", "true")]).await;
        let due = kari.get(LEAVE).await;
        assert_eq!(due.body.matches("<li>Slettes.</li>").count(), 2, "{}", due.body);
        app.app.clock.advance(Duration::days(8));
        sweep_once(&app.app).await.unwrap();
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Coordinator, None).await;
        ola.log_in(OLA).await;
        for gone in [&private, &of_centre] {
            assert_eq!(ola.get(gone).await.status, StatusCode::NOT_FOUND);
            assert_eq!(anne.get(gone).await.status, StatusCode::NOT_FOUND);
        }
        // What has passed on is told of as the rule is: there, and by the coordinators.
        for browser in [&mut ola, &mut anne] {
            let left = browser.get(&shared).await;
            assert!(left.status == StatusCode::OK && left.has("Olas ord."), "{}", left.body);
            assert!(left.has("Den som begynte på denne teksten, har sluttet. Alle med en rolle ved"), "{}", left.body);
        }
    }

    async fn the_last_administrator_is_not_erased_and_an_old_session_is_not_enough(app: TestApp) {
        let mut anne = Browser::new(&app);
        anne.log_in(ANNE).await;
        let role = Role { kind: RoleKind::Administrator, at: None };
        roles::give(&app.app.db, &app.app.clock, id(&app, ANNE).await, role, None).await.unwrap();
        anne.set_up_app().await;
        let fields = [("utkast", "slett"), ("sikker", "true")];
        let refused = anne.post(LEAVE, &fields).await;
        assert!(refused.status == StatusCode::CONFLICT && refused.has("siste administratoren"), "{}", refused.body);
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        for _ in 0..2 {
            app.app.clock.advance(Duration::minutes(20));
            assert!(kari.is_known().await);
        }
        let stale = kari.post(LEAVE, &fields).await;
        assert!(stale.status == StatusCode::CONFLICT && stale.has("Logg inn på nytt"), "{}", stale.body);
        assert!(kari.get(LEAVE).await.has("/nb/logg-inn?til="));
    }

    async fn who_takes_a_role_away_names_who_goes_on(app: TestApp) {
        let at = centre(&app).await;
        let mut siri = with_role(&app, ANNE, RoleKind::CentreLeader, at).await;
        let mut kari = with_role(&app, KARI, RoleKind::Editor, at).await;
        let mut ola = with_role(&app, OLA, RoleKind::Member, at).await;
        let text = begin(&mut kari, "Rolige netter", Some(at)).await;
        let today = crate::dates::oslo_day(app.app.clock.now());
        let held = roles::of(&app.app.db, id(&app, KARI).await, today).await.unwrap();
        let (role, heir) = (held[0].id.to_string(), id(&app, OLA).await.to_string());
        let page = format!("/nb/tilgang/{at}");
        let asked = siri.get(&format!("{page}/roller?ta={role}")).await;
        assert!(asked.has(&format!("<option value=\"{heir}\">")), "{}", asked.body);
        let stranger = Uuid::from_u128(7).to_string();
        for (til, status) in [
            (stranger.as_str(), StatusCode::CONFLICT),
            ("tull", StatusCode::UNPROCESSABLE_ENTITY),
            (heir.as_str(), StatusCode::SEE_OTHER),
        ] {
            let answer = siri.post(&format!("{page}/roller"), &[("ta", &role), ("til", til)]).await;
            assert_eq!(answer.status, status, "{til}: {}", answer.body);
        }
        assert_eq!(ola.get(&text).await.status, StatusCode::OK);
        assert!(ola.get("/nb/skriv").await.has("Rolige netter"));
        kari.log_in(KARI).await;
        assert_eq!(kari.get(&text).await.status, StatusCode::FORBIDDEN);
        // It was given and taken on one day, and is not said to have ended before it began.
        let page = kari.get("/nb/min-side/personvern").await;
        assert!(page.has("22. november 2026") && !page.has("21. november 2026"), "{}", page.body);
    }

    async fn a_text_stays_with_the_place_when_a_role_ends_by_its_date(app: TestApp) {
        let at = centre(&app).await;
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        let today = crate::dates::oslo_day(app.app.clock.now());
        let until = today.checked_add(Duration::days(10));
        let role = Role { kind: RoleKind::Member, at: Some(at) };
        roles::give_until(&app.app.db, &app.app.clock, id(&app, KARI).await, (role, until), None).await.unwrap();
        let mut ola = with_role(&app, OLA, RoleKind::Member, at).await;
        let text = begin(&mut kari, "Rolige netter", Some(at)).await;
        app.app.clock.advance(Duration::days(11));
        assert!(sweep_once(&app.app).await.unwrap() > 0);
        kari.log_in(KARI).await;
        ola.log_in(OLA).await;
        assert_eq!(kari.get(&text).await.status, StatusCode::FORBIDDEN, "it is the centre's");
        assert!(!kari.get("/nb/skriv").await.has("Rolige netter"));
        assert_eq!(ola.get(&text).await.status, StatusCode::OK);
        assert!(ola.get("/nb/skriv").await.has("Rolige netter"));
    }
}

#[tokio::test]
async fn who_is_erased_is_in_no_file_of_the_database() {
    let app = TestApp::new(crate::testing::Engine::Sqlite).await;
    let address = "qvisthammerli@kommune.example.org";
    let is_there = || {
        let file = app.database_url().strip_prefix("sqlite:").unwrap();
        let parts =
            ["", "-wal"].map(|end| std::fs::read(format!("{file}{end}")).unwrap_or_default());
        parts.iter().any(|all| all.windows(address.len()).any(|part| part == address.as_bytes()))
    };
    let mut somebody = Browser::new(&app);
    somebody.log_in(address).await;
    assert!(is_there());
    let asked = somebody.post(LEAVE, &[("utkast", "slett"), ("sikker", "true")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    app.app.clock.advance(Duration::days(8));
    sweep_once(&app.app).await.unwrap();
    app.run_jobs().await;
    // The last letter has gone; nobody but its file knows where to.
    app.app.clock.advance(Duration::minutes(11));
    assert!(app.read_files().await > 0);
    assert!(!is_there());
    app.end().await;
}

#[tokio::test]
async fn what_is_kept_is_told_to_everybody_from_the_list() {
    let app = TestApp::new(crate::testing::Engine::Sqlite).await;
    for lang in ["nb", "nn", "en", "se"] {
        let page = app.get(&format!("/{lang}/lagring")).await;
        assert!(page.status == StatusCode::OK && page.has("400"), "{}", page.body);
        assert!(!page.has(" 0 da"), "nothing is kept for no days: {}", page.body);
    }
    app.end().await;
}

#[test]
fn the_document_says_what_the_program_does() {
    let written = include_str!("../../docs/ops/privacy.md");
    let made = kept::document(&config::People::default());
    assert!(written.contains(&made), "put this into docs/ops/privacy.md:\n{made}");
}
