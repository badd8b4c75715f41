//! Those for whom something waits are told on their page, and by letter as often as they choose.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;
use time::Duration;
use uuid::Uuid;

use super::round;
use crate::centres::Network;
use crate::items::{self, reviews};
use crate::people::{Address, persons, places, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, TestApp, both_engines};

const RITA: &str = "rita@senter.example.org";

async fn centre(app: &TestApp) -> Uuid {
    let network = Network::load(&app.app.db).await.unwrap();
    places::by_slug(&network, "usht-hedmark").unwrap()
}

async fn editor<'a>(app: &'a TestApp, address: &str, at: Uuid) -> Browser<'a> {
    let mut browser = Browser::new(app);
    browser.log_in(address).await;
    let address = Address::parse(address).unwrap();
    let person = persons::by_address(&app.app.db, &address).await.unwrap().unwrap();
    let role = Role { kind: RoleKind::Editor, at: Some(at) };
    roles::give(&app.app.db, &app.app.clock, person.id, role, None).await.unwrap();
    browser
}

async fn id(app: &TestApp, address: &str) -> Uuid {
    let address = Address::parse(address).unwrap();
    persons::by_address(&app.app.db, &address).await.unwrap().unwrap().id
}

/// A text whose day it is to be looked through has been: written and made public long ago.
async fn overdue(app: &TestApp, rita: &mut Browser<'_>, at: Uuid) {
    let at = at.to_string();
    let begun = rita
        .post(
            "/nb/skriv/ny",
            &[("kind", "news"), ("title", "Vaktliste"), ("lang", "nb"), ("centre", &at)],
        )
        .await;
    let page = begun.header("location").to_owned();
    let shown = rita.get(&page).await;
    let (number, person) = (shown.field("versjon").to_owned(), shown.field("hvem").to_owned());
    let fields = [
        ("versjon", number.as_str()),
        ("hvem", &person),
        ("title", "Vaktliste"),
        ("lang", "nb"),
        ("centre", &at),
        ("review_by", "24.11.2026"),
    ];
    assert_eq!(rita.post(&page, &fields).await.status, StatusCode::SEE_OTHER);
    publish(app, &page).await;
}

/// Makes public what is written there, whoever says yes.
async fn publish(app: &TestApp, page: &str) {
    let id: Uuid = page.rsplit('/').next().unwrap().parse().unwrap();
    let writer = crate::items::Writer::new(&app.app.db, &app.app.clock, app.app.kinds.stored());
    let number = crate::items::Working::open(&app.app.db, id).await.unwrap().unwrap().number();
    writer.publish(id, number, app.app.clock.now()).await.unwrap();
}

/// A text that came in, with this body now.
async fn original(app: &TestApp, body: &str) -> Uuid {
    app.import(&[
        json!({ "kind": "news", "external_id": "a", "lang": "nb", "title": "Samling i mars",
        "lead": "Vi sees.", "body": body, "centre": "usht-hedmark", "published_at": "2026-01-01" }),
    ])
    .await;
    items::read::by_external_id(&app.app.db, "a").await.unwrap().unwrap().id
}

/// What is written on the morning after so many days.
async fn mornings(app: &TestApp, days: i64) -> Vec<String> {
    let before = app.letters();
    app.app.clock.advance(Duration::days(days));
    round::once(&app.app).await.unwrap();
    app.run_jobs().await;
    app.letters().into_iter().filter(|letter| !before.contains(letter)).collect()
}

const SIRI: &str = "siri@senter.example.org";
const ANNE: &str = "anne@nettverket.example.org";

/// Those for whom something waits: who leads the centre, and an administrator; and the text that was passed on.
struct Waiting<'a> {
    siri: Browser<'a>,
    anne: Browser<'a>,
    text: String,
}

/// A year later nobody has said that the roles are still right. Per has just come, writes and leaves; Ola asks for a
/// role, and somebody tells of what they can't use.
async fn some_of_each(app: &TestApp, here: Uuid) -> Waiting<'_> {
    const KARI: &str = "kari@senter.example.org";
    const OLA: &str = "ola@kommune.example.org";
    const PER: &str = "per@senter.example.org";
    let at = here.to_string();
    let mut siri = Browser::with_role(app, SIRI, RoleKind::CentreLeader, Some(here)).await;
    let mut anne = Browser::with_role(app, ANNE, RoleKind::Administrator, None).await;
    let mut kari = editor(app, KARI, here).await;
    kari.post("/nb/min-side", &[("navn", "Kari Redaktør")]).await;
    app.app.clock.advance(Duration::days(365));
    let mut writer = editor(app, PER, here).await;
    let fields = [("kind", "news"), ("title", "Rolige netter"), ("lang", "nb"), ("centre", &at)];
    let text = writer.post("/nb/skriv/ny", &fields).await.header("location").to_owned();
    siri.log_in(SIRI).await;
    let today = crate::dates::oslo_day(app.app.clock.now());
    let held = roles::of(&app.app.db, id(app, PER).await, today).await.unwrap();
    let (role, heir) = (held[0].id.to_string(), id(app, SIRI).await.to_string());
    // A moment later than what Per saved.
    app.app.clock.advance(Duration::minutes(1));
    let taken = [("ta", role.as_str()), ("til", &heir)];
    let taken = siri.post(&format!("/nb/tilgang/{here}/roller"), &taken).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    let mut ola = Browser::new(app);
    ola.log_in(OLA).await;
    ola.post("/nb/min-side", &[("navn", "Ola Medlem")]).await;
    let asked = [("hos", at.as_str()), ("rolle", "member"), ("grunn", "Jeg er med i teamet.")];
    assert_eq!(ola.post("/nb/min-side/rolle", &asked).await.status, StatusCode::SEE_OTHER);
    let report =
        [("hvor", "/nb/"), ("hva", "Menyen kan ikke åpnes."), ("utstyr", ""), ("epost", "")];
    assert_eq!(app.fill_in("/nb/meld-hinder", &report).await.status, StatusCode::SEE_OTHER);
    anne.log_in(ANNE).await;
    for browser in [&mut siri, &mut anne] {
        browser.post("/nb/min-side/varsler", &[("hvor_ofte", "day")]).await;
    }
    round::once(&app.app).await.unwrap();
    app.run_jobs().await;
    Waiting { siri, anne, text }
}

/// A letter as it is read: lettre writes what is not ASCII by quoted signs.
fn read(letter: &str) -> String {
    letter.replace("=\r\n", "").replace("=3D", "=")
}

/// A work with one measure, counted each month; hands back where its number is entered.
async fn work(kari: &mut Browser<'_>) -> String {
    let [work, measure] = kari.begin_work().await;
    format!("{work}/tall/{measure}")
}

both_engines! {
    async fn a_number_that_is_due_is_told_of_once_with_the_way_to_its_field(app: TestApp) {
        const KARI: &str = "kari@kommune.example.org";
        let here = centre(&app).await;
        let mut kari = editor(&app, KARI, here).await;
        kari.post("/nb/min-side/varsler", &[("hvor_ofte", "day")]).await;
        let number = work(&mut kari).await;
        overdue(&app, &mut kari, here).await;
        round::once(&app.app).await.unwrap();
        let letters = mornings(&app, 1).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(letter.contains("Vaktliste") && !letter.contains("Nattero"), "November is not over: {letter}");
        // On the second of December it is; what was told before is not told again with it.
        let letters = mornings(&app, 9).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        let letter = read(letter);
        assert!(letter.contains("Nattero, Sov hele natta: november 2026"), "{letter}");
        assert!(!letter.contains("Vaktliste"), "{letter}");
        let link = format!("{}{number}?tid=2026-11-01#tall", app.app.public_url());
        assert!(letter.contains(&link), "{letter}");
        assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{letter}");
        assert!(mornings(&app, 1).await.is_empty(), "nothing is reminded of twice");
        // The next month is another number, and the text is told of again after four weeks.
        let letters = mornings(&app, 31).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        let letter = read(letter);
        assert!(letter.contains("Sov hele natta: desember 2026"), "{letter}");
        assert!(!letter.contains("tid=2026-11-01") && letter.contains("Vaktliste"), "{letter}");
        // One that is entered is not told of.
        kari.log_in(KARI).await;
        let saved = kari.post(&number, &[("tall", "7"), ("annen_tid", "januar 2027")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let letters = mornings(&app, 31).await;
        assert!(letters.iter().all(|letter| !read(letter).contains("Nattero")), "{letters:?}");
    }

    async fn a_task_is_told_of_a_week_before_and_once_more_when_it_is_late(app: TestApp) {
        const KARI: &str = "kari@kommune.example.org";
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        kari.post("/nb/min-side/varsler", &[("hvor_ofte", "day")]).await;
        let number = work(&mut kari).await;
        let tasks = format!("{}/oppgaver", number.split("/tall/").next().unwrap());
        // Of the tasks of a role whoever leads is told.
        for (what, day) in [("Bestill vekt", "5.12.2026"), ("Vask skap", "1.3.2027")] {
            let task = [("hva", what), ("hvem", ""), ("hvem", "Avdelingsleder"), ("frist", day)];
            let added = kari.post(&tasks, &task).await;
            assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
        }
        assert!(!kari.get("/nb/min-side").await.has("Bestill vekt"));
        round::once(&app.app).await.unwrap();
        assert!(mornings(&app, 1).await.is_empty(), "it is not soon");
        let letters = mornings(&app, 6).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        let letter = read(letter);
        assert!(letter.contains("Nattero: Bestill vekt, innen 5. desember 2026"), "{letter}");
        assert!(letter.contains(&format!("{}{tasks}", app.app.public_url())), "{letter}");
        assert!(!letter.contains("Vask skap"), "{letter}");
        let letters = mornings(&app, 7).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(read(letter).contains("Nattero: Bestill vekt, skulle v"), "{letter}");
        assert!(mornings(&app, 1).await.is_empty(), "nothing is told twice");
        kari.log_in(KARI).await;
        let mine = kari.get("/nb/min-side").await;
        let told = ["«Bestill vekt»", "skulle vært gjort innen 5. desember 2026", tasks.as_str()];
        assert!(told.iter().all(|told| mine.has(told)), "{}", mine.body);
        assert!(!mine.has("Vask skap"), "{}", mine.body);
        let list = kari.get(&tasks).await;
        assert!(list.has("frist 5. desember 2026 · forsinket"), "{}", list.body);
    }

    async fn what_waits_is_told_once_until_it_is_another(app: TestApp) {
        let here = centre(&app).await;
        let mut rita = editor(&app, RITA, here).await;
        // Somebody for whom nothing waits.
        Browser::new(&app).log_in("ola@kommune.example.org").await;
        assert!(rita.get("/nb/min-side").await.has("Ingenting venter på deg nå"));
        overdue(&app, &mut rita, here).await;
        let mine = rita.get("/nb/min-side").await;
        assert!(mine.has("innen 24. november 2026") && mine.has("«Vaktliste»"), "{}", mine.body);
        round::once(&app.app).await.unwrap();
        let letters = mornings(&app, 1).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(letter.contains(&format!("To: {RITA}")) && letter.contains("Vaktliste, innen 24. november"), "{letter}");
        assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{letter}");
        assert!(mornings(&app, 7).await.is_empty(), "the same is not told each week");
        assert_eq!(mornings(&app, 28).await.len(), 1, "nor is it forgotten");
        // By one press of a mail program, without logging in.
        let (_, rest) = letter.split_once("List-Unsubscribe: <").expect("where it is left");
        let end = rest.split('>').next().unwrap().strip_prefix(&app.app.public_url()).unwrap();
        assert!(app.get(end).await.has("Ja, ikke send flere"));
        let request = Request::post(end).body(Body::from("List-Unsubscribe=One-Click")).unwrap();
        let left = app.ask(request).await;
        assert!(left.status == StatusCode::OK && left.has("ikke flere brev"), "{}", left.body);
        assert!(mornings(&app, 28).await.is_empty());
        assert_eq!(app.get("/nb/varsler/avmelding/tull").await.status, StatusCode::NOT_FOUND);
    }

    async fn who_has_a_translation_is_told_once_of_each_change_of_its_original(app: TestApp) {
        let of = original(&app, "Ta med matpakke.").await;
        let mut rita = editor(&app, RITA, centre(&app).await).await;
        rita.post("/nb/min-side/varsler", &[("hvor_ofte", "day")]).await;
        let fields = [("gjor", "oversett"), ("til", "nn"), ("tittel", "Samling til sommaren"), ("maate", "person")];
        let begun = rita.post(&format!("/nb/skriv/{of}/sprak"), &fields).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let page = begun.header("location").to_owned();
        publish(&app, &page).await;
        round::once(&app.app).await.unwrap();
        assert!(mornings(&app, 1).await.is_empty(), "it says what the original says");
        original(&app, "Ta med matpakke og sekk.").await;
        let letters = mornings(&app, 1).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        let letter = read(letter);
        assert!(letter.contains(&format!("To: {RITA}")) && letter.contains("Oversettelser der originalen er endret"), "{letter}");
        let link = format!("{}{page}/sprak#endret", app.app.public_url());
        assert!(letter.contains("- Samling til sommaren, originalen publisert") && letter.contains(&link), "{letter}");
        for days in [1, 28] {
            assert!(mornings(&app, days).await.is_empty(), "the same change is told of once");
        }
        // What else waits is told of without it.
        rita.log_in(RITA).await;
        overdue(&app, &mut rita, centre(&app).await).await;
        let letters = mornings(&app, 1).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(letter.contains("Vaktliste") && !letter.contains("Samling til sommaren"), "{letter}");
        // Another change is told of, in the language of whoever reads it, and what was told before is not.
        rita.log_in(RITA).await;
        let saved = rita.post("/nb/min-side/personvern", &[("sprak", "nn")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        original(&app, "Ta med matpakke, sekk og gode sko.").await;
        let letters = mornings(&app, 1).await;
        let told = |letter: &&String| letter.contains("Omsetjingar der originalen er endra");
        let letter = read(letters.iter().find(told).expect("a letter in nynorsk"));
        assert!(letter.contains(&link.replace("/nb/", "/nn/")), "{letter}");
        assert!(mornings(&app, 1).await.is_empty(), "and once");
    }

    async fn who_is_asked_by_name_to_read_is_told_alone(app: TestApp) {
        const GEIR: &str = "geir@senter.example.org";
        let here = centre(&app).await;
        let mut rita = editor(&app, RITA, here).await;
        for address in [GEIR, SIRI] {
            Browser::with_role(&app, address, RoleKind::Reviewer, Some(here)).await;
        }
        let at = here.to_string();
        let fields = [("kind", "news"), ("title", "Vaktliste"), ("lang", "nb"), ("centre", &at)];
        let page = rita.post("/nb/skriv/ny", &fields).await.header("location").to_owned();
        let steps = format!("{page}/steg");
        let number = rita.get(&steps).await.field("versjon").to_owned();
        let handed = rita.post(&steps, &[("versjon", &number), ("gjor", "send-inn")]).await;
        assert_eq!(handed.status, StatusCode::SEE_OTHER, "{}", handed.body);
        let (db, clock) = (&app.app.db, &app.app.clock);
        let geir = persons::by_address(db, &Address::parse(GEIR).unwrap()).await.unwrap().unwrap();
        let text: Uuid = page.rsplit('/').next().unwrap().parse().unwrap();
        reviews::ask(db, clock, (text, Some(geir.id)), geir.id).await.unwrap();
        round::once(&app.app).await.unwrap();
        let letters = mornings(&app, 1).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        let letter = read(letter);
        assert!(letter.contains(&format!("To: {GEIR}")) && letter.contains("Tekster du er bedt om"), "{letter}");
        assert!(letter.contains("- Vaktliste") && letter.contains(&format!("{page}/steg")), "{letter}");
        // A week later nobody has come: it is for whoever is first.
        let letters = mornings(&app, 7).await;
        assert!(letters.iter().any(|letter| letter.contains(&format!("To: {SIRI}"))), "{letters:?}");
    }

    async fn the_letter_tells_of_all_that_the_page_does(app: TestApp) {
        let here = centre(&app).await;
        let Waiting { mut siri, mut anne, text } = some_of_each(&app, here).await;
        let ring = |count: usize| format!("<span class=\"ringed\">{count}<span");
        let mine = siri.get("/nb/min-side").await;
        for said in ["Ola Medlem", "Kari Redaktør", "Ta over", "«Rolige netter»", "Gitt videre til deg"] {
            assert!(mine.has(said), "{said}: {}", mine.body);
        }
        assert!(mine.has(&ring(3)) && siri.get("/nb/skriv").await.has("Gitt videre til deg"), "{}", mine.body);
        let runs = anne.get("/nb/min-side").await;
        assert!(runs.has(&ring(2)) && runs.has("1 melding om hinder"), "{}", runs.body);
        let letters = mornings(&app, 1).await;
        let to = |address: &str| {
            let theirs = letters.iter().find(|letter| letter.contains(&format!("To: {address}")));
            read(theirs.unwrap_or_else(|| panic!("no letter to {address}: {letters:?}")))
        };
        let count = |letter: &str| letter.lines().filter(|line| line.starts_with("- ")).count();
        let link = |path: &str| format!("{}{path}", app.app.public_url());
        let letter = to(SIRI);
        for said in [
            "Noen ber om en rolle",
            "- Ola Medlem, spurt",
            "(Medlem av et team, ",
            link(&format!("/nb/tilgang/{here}/foresporsler/")).as_str(),
            "- Kari Redakt",
            "sist bekreftet",
            "Tekster som er gitt videre",
            "- Rolige netter, gitt videre",
            link(&text).as_str(),
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        ] {
            assert!(letter.contains(said), "{said}: {letter}");
        }
        assert_eq!(count(&letter), 3, "{letter}");
        let letter = to(ANNE);
        assert!(letter.contains("- 1 melding om hinder") && letter.contains(&link("/nb/meldte-hindre")), "{letter}");
        assert!(!letter.contains("Menyen") && count(&letter) == 2, "nothing that anybody may write: {letter}");
        assert!(mornings(&app, 1).await.is_empty(), "the same is not told each day");
    }

    async fn a_text_that_was_passed_on_waits_until_somebody_goes_on_with_it(app: TestApp) {
        let here = centre(&app).await;
        let Waiting { mut siri, text, .. } = some_of_each(&app, here).await;
        assert!(siri.get("/nb/min-side").await.has("Gitt videre til deg"));
        let shown = siri.get(&text).await;
        let (number, whose) = (shown.field("versjon").to_owned(), shown.field("hvem").to_owned());
        let at = here.to_string();
        let fields = [
            ("versjon", number.as_str()),
            ("hvem", &whose),
            ("title", "Rolige netter hjemme"),
            ("lang", "nb"),
            ("centre", &at),
        ];
        let saved = siri.post(&text, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let mine = siri.get("/nb/min-side").await;
        assert!(mine.has("Rolige netter hjemme") && !mine.has("Gitt videre til deg"), "{}", mine.body);
        assert!(mine.has("<span class=\"ringed\">2<span"), "{}", mine.body);
    }

    async fn remarks_are_told_of_by_text_on_the_page_and_in_the_letter(app: TestApp) {
        let here = centre(&app).await;
        let mut rita = editor(&app, RITA, here).await;
        let mut geir = Browser::with_role(&app, "geir@senter.example.org", RoleKind::Reviewer, Some(here)).await;
        rita.post("/nb/min-side/varsler", &[("hvor_ofte", "day")]).await;
        let at = here.to_string();
        for title in ["Frokost", "Middag"] {
            let fields = [("kind", "news"), ("title", title), ("lang", "nb"), ("centre", &at)];
            let page = rita.post("/nb/skriv/ny", &fields).await.header("location").to_owned();
            let steps = format!("{page}/steg");
            let number = rita.get(&steps).await.field("versjon").to_owned();
            let handed = rita.post(&steps, &[("versjon", &number), ("gjor", "send-inn")]).await;
            assert_eq!(handed.status, StatusCode::SEE_OTHER, "{}", handed.body);
            for words in ["Hvor mange?", "Hvor lenge?"] {
                let sent = geir.post(&format!("{page}/merknader"), &[("merknad", words)]).await;
                assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
            }
        }
        assert!(rita.get("/nb/").await.has("<span class=\"ringed\">2<"), "one for each text with remarks");
        round::once(&app.app).await.unwrap();
        let letters = mornings(&app, 1).await;
        let letter = letters.iter().find(|letter| letter.contains(&format!("To: {RITA}")));
        let letter = read(letter.expect("a letter to who wrote them"));
        for title in ["Frokost", "Middag"] {
            assert!(letter.contains(&format!("- {title}: 2 merknader, siste merknad ")), "{title}: {letter}");
        }
        assert!(letter.contains("(Nyhet, "), "{letter}");
    }

    async fn everybody_chooses_how_often(app: TestApp) {
        let mut rita = editor(&app, RITA, centre(&app).await).await;
        let page = "/nb/min-side/varsler";
        let shown = rita.get(page).await;
        assert!(shown.status == StatusCode::OK && shown.has(RITA), "{}", shown.body);
        for wrong in ["", "hvert minutt"] {
            let refused = rita.post(page, &[("hvor_ofte", wrong)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        for often in ["day", "never", "week"] {
            let saved = rita.post(page, &[("hvor_ofte", often)]).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
            let at = rita.get(saved.header("location")).await;
            assert!(at.has("role=\"status\"") && at.has(&format!("value=\"{often}\" checked")), "{often}: {}", at.body);
        }
        assert_eq!(app.get(page).await.status, StatusCode::FORBIDDEN);
    }

    async fn texts_of_others_are_told_to_nobody_else(app: TestApp) {
        app.import(&[json!({ "kind": "news", "external_id": "n", "lang": "nb", "title": "Nytt" })]).await;
        let here = centre(&app).await;
        let mut rita = editor(&app, RITA, here).await;
        overdue(&app, &mut rita, here).await;
        let mut ola = Browser::new(&app);
        ola.log_in("ola@kommune.example.org").await;
        assert!(!ola.get("/nb/min-side").await.has("Vaktliste"));
    }
}
