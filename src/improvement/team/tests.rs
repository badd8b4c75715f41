//! The team by its front door: asked in by e-mail, leaving, passing on the lead, who sees, who said yes, and
//! the display on the ward.

use axum::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use time::Duration;
use uuid::Uuid;

use crate::centres::Network;
use crate::login::sweep_once;
use crate::people::invitations;
use crate::people::{Address, persons, places};
use crate::rights::RoleKind::{Administrator, Coordinator, Editor};
use crate::testing::{Browser, TestApp, both_engines};
use crate::work::{work_change, work_member};

const KARI: &str = "kari@kommune.example.org";
const OLA: &str = "ola@kommune.example.org";
const RITA: &str = "rita@senter.example.org";
const ANNE: &str = "anne@nettverket.example.org";
/// Looks like somebody's, and is nobody's.
const NUMBER: &str = "03851598730";

const START: [(&str, &str); 10] = [
    ("tittel", "Rolige netter"),
    ("sted", "Solbakken"),
    ("hva", "Flere skal sove"),
    ("maling", "Sov hele natta"),
    ("slag", "share"),
    ("teller", "Sov"),
    ("nevner", "Telte"),
    ("hver", "month"),
    ("retning", "higher"),
    ("endring", "Lyset av klokka ti"),
];

async fn centre(app: &TestApp) -> Uuid {
    let network = Network::load(&app.app.db).await.unwrap();
    places::by_slug(&network, "usht-hedmark").unwrap()
}

async fn id(app: &TestApp, address: &str) -> Uuid {
    let address = Address::parse(address).unwrap();
    persons::by_address(&app.app.db, &address).await.unwrap().unwrap().id
}

/// Somebody who has logged in, and said what they are called.
async fn known<'a>(app: &'a TestApp, address: &str, name: &str) -> Browser<'a> {
    let mut browser = Browser::new(app);
    browser.log_in(address).await;
    browser.post("/nb/min-side", &[("navn", name)]).await;
    browser
}

/// A work of Kari's: its address, and that of the page where its number is entered.
async fn begun(kari: &mut Browser<'_>) -> (String, String) {
    begun_with(kari, &START).await
}

async fn begun_with(kari: &mut Browser<'_>, fields: &[(&str, &str)]) -> (String, String) {
    let started = kari.post("/nb/sett-i-gang", fields).await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
    let work = started.header("location").to_owned();
    let page = kari.get(&work).await;
    let (_, rest) = page.body.split_once(&format!("{work}/tall/")).expect("a form for a number");
    (work.clone(), format!("{work}/tall/{}", rest.split('"').next().unwrap()))
}

/// Asks somebody in, who says yes.
async fn joined<'a>(
    app: &'a TestApp,
    kari: &mut Browser<'_>,
    work: &str,
    (address, name, role): (&str, &str, &str),
) -> Browser<'a> {
    let fields = [("epost", address), ("rolle", role)];
    let asked = kari.post(&format!("{work}/team/inviter"), &fields).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    app.run_jobs().await;
    let mut browser = known(app, address, name).await;
    let invitation = browser.get("/nb/min-side").await.field("invitasjon").to_owned();
    let fields = [("invitasjon", invitation.as_str()), ("svar", "ja")];
    let yes = browser.post("/nb/min-side/invitasjon", &fields).await;
    assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
    browser
}

/// The value of the button of this name, at the row that says `who`.
fn button(page: &str, name: &str, who: &str) -> String {
    let row = page
        .split("<li>")
        .find(|row| row.contains(who) && row.contains(&format!("name=\"{name}\"")));
    let row = row.unwrap_or_else(|| panic!("no {name} for {who}: {page}"));
    let (_, rest) = row.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Who leads now, as the team has them.
async fn of_ola(app: &TestApp) -> String {
    let all = work_member::Entity::find().all(&app.app.db).await.unwrap();
    let lead = all.iter().find(|one| one.role == "lead" && one.valid_to.is_none());
    lead.expect("somebody leads").id.to_string()
}

/// The address of the display, behind the site's.
fn link(app: &TestApp, page: &str) -> String {
    let (_, rest) =
        page.split_once(&format!("href=\"{}/nb/tavle/", app.app.public_url())).expect(page);
    format!("/nb/tavle/{}", rest.split('"').next().unwrap())
}

both_engines! {
    async fn who_is_asked_in_gets_a_letter_and_needs_no_account_before(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, _) = begun(&mut kari).await;
        let (team, invite) = (format!("{work}/team"), format!("{work}/team/inviter"));
        let before = app.letters();
        let sent = kari.post(&invite, &[("epost", OLA), ("rolle", "data_lead")]).await;
        assert_eq!((sent.status, sent.header("location")), (StatusCode::SEE_OTHER, team.as_str()), "{}", sent.body);
        // Asked once more, there is one invitation.
        kari.post(&invite, &[("epost", OLA), ("rolle", "data_lead")]).await;
        assert_eq!(invitations::Entity::find().count(&app.app.db).await.unwrap(), 1);
        assert!(kari.get(&team).await.has(OLA));
        app.run_jobs().await;
        let letters = app.letters();
        let letter = letters.iter().find(|letter| !before.contains(letter)).unwrap();
        assert!(letter.contains(&format!("To: {OLA}")) && letter.contains("/nb/logg-inn"), "{letter}");
        assert!(!letter.contains("Kari") && !letter.contains(KARI), "{letter}");
        let mut ola = known(&app, OLA, "Ola Prøve").await;
        let mine = ola.get("/nb/min-side").await;
        for said in ["«Rolige netter» ved Solbakken som: Måleansvarlig", "class=\"ringed\">1<", "Du er ikke med i noe"] {
            assert!(mine.has(said), "{said}: {}", mine.body);
        }
        assert_eq!(ola.get(&work).await.status, StatusCode::NOT_FOUND);
        let waiting = mine.field("invitasjon").to_owned();
        let fields = [("invitasjon", waiting.as_str()), ("svar", "ja")];
        let other = kari.post("/nb/min-side/invitasjon", &fields).await;
        assert_eq!(other.status, StatusCode::CONFLICT, "nobody answers for another");
        let yes = ola.post("/nb/min-side/invitasjon", &fields).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
        let mine = ola.get("/nb/min-side").await;
        assert!(mine.has("Rolige netter") && mine.has("Måleansvarlig") && !mine.has("class=\"ringed\""), "{}", mine.body);
        assert!(mine.has("Du har ingen roller ennå"), "a role in a team is none at a place: {}", mine.body);
        assert!(ola.get(&work).await.has("<b>Ola Prøve</b> <span>Måleansvarlig"));
        assert!(kari.get(&team).await.has("Ola Prøve"));
        let again = kari.post(&invite, &[("epost", OLA), ("rolle", "member")]).await;
        assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.has("med i teamet allerede"), "{}", again.body);
        assert_eq!(again.field("epost"), OLA);
    }

    async fn an_invitation_is_declined_taken_back_and_runs_out(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, _) = begun(&mut kari).await;
        let (team, invite) = (format!("{work}/team"), format!("{work}/team/inviter"));
        let mut ola = known(&app, OLA, "Ola Prøve").await;
        let fields = [("epost", OLA), ("rolle", "member")];
        kari.post(&invite, &fields).await;
        let waiting = ola.get("/nb/min-side").await.field("invitasjon").to_owned();
        ola.post("/nb/min-side/invitasjon", &[("invitasjon", &waiting), ("svar", "nei")]).await;
        assert_eq!(ola.get(&work).await.status, StatusCode::NOT_FOUND);
        kari.post(&invite, &fields).await;
        let taken = button(&kari.get(&team).await.body, "trekk", OLA);
        let back = kari.post(&team, &[("trekk", &taken)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
        let gone = kari.post(&team, &[("trekk", &taken)]).await;
        assert_eq!(gone.status, StatusCode::CONFLICT);
        assert!(!ola.get("/nb/min-side").await.has("Rolige netter"));
        kari.post(&invite, &fields).await;
        app.app.clock.advance(Duration::days(15));
        ola.log_in(OLA).await;
        assert!(!ola.get("/nb/min-side").await.has("Rolige netter"));
        sweep_once(&app.app).await.unwrap();
        assert_eq!(invitations::Entity::find().count(&app.app.db).await.unwrap(), 0);
    }

    async fn whoever_has_no_name_is_offered_to_write_it(app: TestApp) {
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        let (work, _) = begun(&mut kari).await;
        let team = kari.get(&format!("{work}/team")).await;
        assert!(team.has("Skriv navnet ditt"), "{}", team.body);
        let mut ola = joined(&app, &mut kari, &work, (OLA, "Ola Prøve", "member")).await;
        assert!(!ola.get(&format!("{work}/team")).await.has("Skriv navnet ditt"));
    }

    async fn what_is_wrong_with_an_invitation_is_said_and_kept(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, _) = begun(&mut kari).await;
        let invite = format!("{work}/team/inviter");
        for (email, role, told) in [
            (OLA, "", "Velg hvilken rolle"),
            ("ola", "member", "ola"),
            ("", "lead", "må kunne logge inn"),
            ("", "data_lead", "må kunne logge inn"),
            (NUMBER, "member", "ligner et fødselsnummer"),
            (OLA, "konge", "konge"),
        ] {
            let refused = kari.post(&invite, &[("epost", email), ("rolle", role)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{email} {role}");
            assert!(refused.has(told) && !refused.has(NUMBER), "{told}: {}", refused.body);
        }
        assert_eq!(invitations::Entity::find().count(&app.app.db).await.unwrap(), 0);
        // Without an account they are a role, and nobody's name is asked for.
        let role = kari.post(&invite, &[("epost", ""), ("rolle", "representative")]).await;
        assert_eq!(role.status, StatusCode::SEE_OTHER, "{}", role.body);
        let team = kari.get(&format!("{work}/team")).await;
        assert!(team.has("Med i rollen, uten konto") && team.has("Representant for brukere"), "{}", team.body);
        for wrong in [&[("leder", "x")][..], &[], &[("rolle", work.rsplit('/').next().unwrap()), ("som", "konge")]] {
            let answer = kari.post(&format!("{work}/team"), wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        }
    }

    async fn the_lead_is_passed_on_and_nothing_is_left_that_nobody_can_open(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, _) = begun(&mut kari).await;
        let team = format!("{work}/team");
        let mut ola = joined(&app, &mut kari, &work, (OLA, "Ola Prøve", "member")).await;
        // A member says nothing of who is in it.
        let invite = [("epost", RITA), ("rolle", "member")];
        assert_eq!(ola.post(&format!("{team}/inviter"), &invite).await.status, StatusCode::FORBIDDEN);
        let of_kari = work_member::Entity::find().all(&app.app.db).await.unwrap();
        let of_kari = of_kari.iter().find(|one| one.role == "lead").unwrap().id.to_string();
        assert_eq!(ola.post(&team, &[("slutt", &of_kari)]).await.status, StatusCode::FORBIDDEN);
        assert!(!ola.get(&team).await.has("name=\"leder\""));
        kari.post(&format!("{team}/inviter"), &invite).await;
        // Whoever leads gives the lead on before they leave, and is asked whether they mean it.
        let page = kari.get(&team).await;
        assert!(page.has("Gi ledelsen videre til en av de andre") && !page.has("Ja, gå ut"), "{}", page.body);
        let stays = kari.post(&team, &[("slutt", &of_kari)]).await;
        assert_eq!(stays.status, StatusCode::CONFLICT, "{}", stays.body);
        let lead = button(&kari.get(&team).await.body, "leder", "Ola Prøve");
        let passed = kari.post(&team, &[("leder", &lead), ("som", "member")]).await;
        assert_eq!(passed.status, StatusCode::SEE_OTHER, "{}", passed.body);
        let now = kari.get(&work).await;
        assert!(now.has("<b>Ola Prøve</b> <span>Teamleder") && now.has("<b>Kari Prøve</b> <span>Teammedlem"), "{}", now.body);
        assert_eq!(kari.post(&team, &[("leder", &lead)]).await.status, StatusCode::FORBIDDEN);
        // What Kari had sent waits still, and is now Ola's to take back.
        assert!(ola.get(&team).await.has(RITA));
        let other = button(&ola.get(&team).await.body, "rolle", "Kari Prøve");
        ola.post(&team, &[("rolle", &other), ("som", "sponsor")]).await;
        assert!(ola.get(&work).await.has("<b>Kari Prøve</b> <span>Leder som står bak"));
        let number = kari.get(&work).await;
        assert!(number.status == StatusCode::OK && !number.has("Legg inn tallet"), "{}", number.body);
        // Each leaves; the last of them leaves it to those who look after the country.
        let own = button(&kari.get(&team).await.body, "slutt", "Kari Prøve");
        let left = kari.post(&team, &[("slutt", &own)]).await;
        assert_eq!((left.status, left.header("location")), (StatusCode::SEE_OTHER, "/nb/arbeid"));
        assert_eq!(kari.get(&work).await.status, StatusCode::NOT_FOUND);
        // Nobody leaves alone a work that goes on: it would be lost to all of them.
        let page = ola.get(&team).await;
        assert!(page.has("Du er den eneste i teamet med konto") && !page.has("Ja, gå ut"), "{}", page.body);
        let own = of_ola(&app).await;
        let stays = ola.post(&team, &[("slutt", &own)]).await;
        assert!(stays.status == StatusCode::CONFLICT && stays.has("avslutt arbeidet"), "{}", stays.body);
        let ended = ola.post(&format!("{work}/status"), &[("status", "finished")]).await;
        assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.body);
        let page = ola.get(&team).await;
        assert_eq!(button(&page.body, "slutt", "Ola Prøve"), own, "{}", page.body);
        assert!(page.has("kan bare de som ser etter nettverket åpne det"), "{}", page.body);
        ola.post(&team, &[("slutt", &own)]).await;
        assert_eq!(ola.get(&work).await.status, StatusCode::NOT_FOUND);
        assert_eq!(invitations::Entity::find().count(&app.app.db).await.unwrap(), 0, "what nobody may give is not given");
        let mut anne = Browser::with_role(&app, ANNE, Coordinator, None).await;
        assert!(anne.get(&team).await.has("Ingen med konto er med"));
    }

    async fn advisers_read_when_the_team_has_chosen_their_centre(app: TestApp) {
        let here = centre(&app).await;
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, number) = begun(&mut kari).await;
        let sharing = format!("{work}/deling");
        let mut rita = Browser::with_role(&app, RITA, Editor, Some(here)).await;
        assert_eq!(rita.get(&work).await.status, StatusCode::NOT_FOUND);
        let page = kari.get(&sharing).await;
        for said in ["Bare teamet ser dette.", "ikke for å rangere", "aldri navn, romnummer", "færre enn fem"] {
            assert!(page.has(said), "{said}: {}", page.body);
        }
        for wrong in ["ingen", "01890000-0000-7000-8000-000000000009"] {
            let refused = kari.post(&sharing, &[("senter", wrong)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        let shared = kari.post(&sharing, &[("senter", &here.to_string())]).await;
        assert_eq!((shared.status, shared.header("location")), (StatusCode::SEE_OTHER, sharing.as_str()), "{}", shared.body);
        assert!(kari.get(&sharing).await.has("Bare teamet og veilederne ved"));
        assert_eq!(rita.get(&work).await.status, StatusCode::OK);
        for (page, status) in [(&sharing, StatusCode::OK), (&number, StatusCode::FORBIDDEN)] {
            assert_eq!(rita.get(page).await.status, status, "{page}");
        }
        assert_eq!(rita.post(&sharing, &[("senter", "")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(kari.post(&sharing, &[("senter", "")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rita.get(&work).await.status, StatusCode::NOT_FOUND);
    }

    async fn an_invitation_to_a_work_that_is_nowhere_tells_of_no_place(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let nowhere: Vec<_> = START.into_iter().filter(|(name, _)| *name != "sted").collect();
        let (work, _) = begun_with(&mut kari, &nowhere).await;
        let before = app.letters();
        let invite = format!("{work}/team/inviter");
        kari.post(&invite, &[("epost", OLA), ("rolle", "sponsor")]).await;
        app.run_jobs().await;
        let letters = app.letters();
        let letter = letters.iter().find(|letter| !before.contains(letter)).unwrap();
        assert!(!letter.contains(" ved ."), "{letter}");
        let mut ola = known(&app, OLA, "Ola Prøve").await;
        let mine = ola.get("/nb/min-side").await;
        assert!(mine.has("«Rolige netter» som: Leder som står bak"), "{}", mine.body);
    }

    async fn who_said_yes_is_written_down_by_role(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, _) = begun(&mut kari).await;
        let page = format!("{work}/forankring");
        let yes = [("rolle", "Enhetsleder"), ("dag", "3.11.2026"), ("hva", "To timer i uka")];
        let said = kari.post(&page, &yes).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        let shown = kari.get(&page).await;
        assert!(shown.has("Enhetsleder") && shown.has("Sa ja 3. november 2026") && shown.has("To timer i uka"), "{}", shown.body);
        for (role, day, told) in [
            ("", "3.11.2026", "Hvem sa ja?"),
            ("Enhetsleder", "", "Når?"),
            ("Enhetsleder", "2030", "Året alene er ikke nok"),
            ("Kari Nordmann", "3.11.2026", "Skriv rollen, ikke et navn"),
            ("Enhetsleder", "i fjor en gang", "i fjor en gang"),
            ("Enhetsleder", "3.11.2027", "er ikke kommet ennå"),
            (NUMBER, "3.11.2026", "ligner et fødselsnummer"),
        ] {
            let refused = kari.post(&page, &[("rolle", role), ("dag", day), ("hva", "Noe")]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{role} {day}");
            assert!(refused.has(told) && refused.has("Noe</textarea>") && !refused.has(NUMBER), "{told}: {}", refused.body);
        }
        let mut ola = joined(&app, &mut kari, &work, (OLA, "Ola Prøve", "sponsor")).await;
        let read = ola.get(&page).await;
        assert!(read.has("Enhetsleder") && !read.has("name=\"bort\""), "{}", read.body);
        assert_eq!(ola.post(&page, &yes).await.status, StatusCode::FORBIDDEN);
        let one = button(&kari.get(&page).await.body, "bort", "Enhetsleder");
        for _ in 0..2 {
            assert_eq!(kari.post(&page, &[("bort", &one)]).await.status, StatusCode::SEE_OTHER);
        }
        assert!(kari.get(&page).await.has("Ingen er skrevet ned"));
        let changes = work_change::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!(changes.iter().filter(|one| one.what == "anchored").count(), 2);
    }

    async fn the_display_is_opened_by_a_link_that_the_team_takes_back(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, number) = begun(&mut kari).await;
        let (sharing, make) = (format!("{work}/deling"), format!("{work}/deling/tavle"));
        for (month, value) in [("september 2026", "9"), ("oktober 2026", "11")] {
            let fields = [("tall", value), ("av", "20"), ("annen_tid", month)];
            let saved = kari.post(&number, &fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        }
        let of_team = kari.get(&format!("{work}/tavle")).await;
        assert!(of_team.has("<svg") && of_team.has("Tilbake til arbeidet"), "{}", of_team.body);
        assert!(!kari.get(&sharing).await.has("/nb/tavle/"));
        assert_eq!(app.get(&format!("{work}/tavle")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(kari.post(&make, &[("lenke", "ja")]).await.status, StatusCode::SEE_OTHER);
        let first = link(&app, &kari.get(&sharing).await.body);
        assert!(kari.get(&work).await.has("Bare teamet ser dette. Den som har lenken til tavla, ser tavla."));
        let shown = app.get(&first).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        for said in ["Rolige netter", "Solbakken", "Flere skal sove", "Lyset av klokka ti", "<svg", "11 av 20"] {
            assert!(shown.has(said), "{said}: {}", shown.body);
        }
        for personal in ["Kari", KARI, "Teamleder", "bevis", "<script"] {
            assert!(!shown.has(personal), "{personal}: {}", shown.body);
        }
        assert_eq!(shown.header("refresh"), format!("600; url={first}?hentet=selv"));
        assert!(shown.header("cache-control").contains("no-store") && shown.has("noindex"));
        assert_eq!(shown.header("referrer-policy"), "no-referrer");
        assert_eq!(shown.header("content-security-policy"), app.get("/nb/").await.header("content-security-policy"));
        assert_eq!(app.get(&format!("{first}?fornyes=nei")).await.header("refresh"), "");
        // New numbers come with the next.
        kari.post(&number, &[("tall", "13"), ("av", "20"), ("annen_tid", "november 2026")]).await;
        assert!(app.get(&first).await.has("13 av 20"));
        // Another link takes its place, and none is left when it is taken back.
        kari.post(&make, &[("lenke", "ja")]).await;
        let second = link(&app, &kari.get(&sharing).await.body);
        assert_eq!(app.get(&first).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.get(&second).await.status, StatusCode::OK);
        kari.post(&make, &[("lenke", "nei")]).await;
        for gone in [second.as_str(), "/nb/tavle/tull"] {
            assert_eq!(app.get(gone).await.status, StatusCode::NOT_FOUND, "{gone}");
        }
        assert_eq!(kari.post(&make, &[("lenke", "kanskje")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn the_display_says_what_the_numbers_on_its_charts_mean(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, number) = begun(&mut kari).await;
        for (month, value) in [("august 2026", "9"), ("september 2026", "11"), ("oktober 2026", "12")] {
            let fields = [("tall", value), ("av", "20"), ("annen_tid", month)];
            assert_eq!(kari.post(&number, &fields).await.status, StatusCode::SEE_OTHER);
        }
        for (day, words) in [("1.9.2026", "Nye gardiner på alle rommene i andre etasje"), ("2.9.2026", "Fem nye vikarer"),
            ("3.9.2026", "Kveldsmaten flyttet til klokka ni hver dag"), ("4.9.2026", "Alle fikk opplæring i god søvn"),
            ("5.9.2026", "Ny nattevakt"), ("6.9.2026", "Lyset i gangen ble dempet for godt")] {
            let noted = kari.post(&format!("{work}/merke"), &[("dag", day), ("hva", words)]).await;
            assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.body);
        }
        let board = kari.get(&format!("{work}/tavle")).await;
        let (_, marks) = board.body.split_once("board-marks").expect(&board.body);
        for said in ["A · september 2026: ", "Nye gardiner", "F · ", "Lyset i gangen"] {
            assert!(marks.contains(said), "{said}: {marks}");
        }
        assert_eq!(board.body.matches("board-marks").count(), 1, "told once: {}", board.body);
    }

    async fn a_display_that_fetches_itself_keeps_nobody_logged_in(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, _) = begun(&mut kari).await;
        kari.post(&format!("{work}/deling/tavle"), &[("lenke", "ja")]).await;
        let open = link(&app, &kari.get(&format!("{work}/deling")).await.body);
        let hers = format!("{work}/tavle?hentet=selv");
        for minutes in [10, 20, 30, 40, 50] {
            app.app.clock.advance(Duration::minutes(10));
            assert_eq!(kari.get(&hers).await.status, StatusCode::OK, "{minutes}");
        }
        app.app.clock.advance(Duration::minutes(11));
        assert_eq!(kari.get(&hers).await.status, StatusCode::FORBIDDEN);
        // The one by the link goes on, whoever was logged in there.
        assert_eq!(kari.get(&format!("{open}?hentet=selv")).await.status, StatusCode::OK);
    }

    async fn the_link_leaves_out_numbers_of_few(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, number) = begun(&mut kari).await;
        let fields = [("tall", "1"), ("av", "4"), ("annen_tid", "oktober 2026")];
        kari.post(&number, &fields).await;
        kari.post(&format!("{work}/deling/tavle"), &[("lenke", "ja")]).await;
        let sharing = kari.get(&format!("{work}/deling")).await;
        assert!(sharing.has("De kunne pekt på én person") && sharing.has("Ett tall er holdt tilbake"), "{}", sharing.body);
        let shown = app.get(&link(&app, &sharing.body)).await;
        assert!(shown.has("Diagrammet vises ikke her") && !shown.has("<svg") && !shown.has("1 av 4"), "{}", shown.body);
        assert!(kari.get(&format!("{work}/tavle")).await.has("1 av 4"), "the team sees its own");
    }

    async fn the_link_holds_back_small_numbers_of_people(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let fields = START.map(|(name, value)| match name {
            "maling" => (name, "Beboere med trykksår"),
            "slag" => (name, "count"),
            _ => (name, value),
        });
        let fields: Vec<_> =
            fields.into_iter().filter(|(name, _)| !matches!(*name, "teller" | "nevner")).collect();
        let (work, number) = begun_with(&mut kari, &fields).await;
        for (month, value) in [("august 2026", "7"), ("september 2026", "6"), ("oktober 2026", "3")] {
            let saved = kari.post(&number, &[("tall", value), ("annen_tid", month)]).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        }
        kari.post(&format!("{work}/deling/tavle"), &[("lenke", "ja")]).await;
        let sharing = kari.get(&format!("{work}/deling")).await;
        assert!(sharing.has("Beboere med trykksår: Ett tall er holdt tilbake"), "{}", sharing.body);
        let shown = app.get(&link(&app, &sharing.body)).await;
        assert!(shown.has("september 2026: 6") && shown.has("Ett tall er holdt tilbake"), "{}", shown.body);
        assert!(!shown.has("oktober 2026: 3") && !shown.has("chart-centre"), "{}", shown.body);
        assert!(kari.get(&format!("{work}/tavle")).await.has("oktober 2026: 3"), "the team sees its own");
    }

    async fn the_display_has_room_for_four_with_numbers_first_and_says_how_many_are_left(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, _) = begun(&mut kari).await;
        let mut last = String::new();
        for name in ["Fall", "Uro", "Besøk", "Turer", "Samtaler"] {
            let fields = [("navn", name), ("type", "process"), ("slag", "count"), ("hver", "month"), ("retning", "lower")];
            let added = kari.post(&format!("{work}/malinger/ny"), &fields).await;
            assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
            added.header("location").split('?').next().unwrap().clone_into(&mut last);
        }
        let number = format!("{work}/tall/{}", last.rsplit('/').next().unwrap());
        let saved = kari.post(&number, &[("tall", "9"), ("annen_tid", "oktober 2026")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let board = kari.get(&format!("{work}/tavle")).await;
        assert_eq!(board.body.matches("board-chart\"").count(), 4, "{}", board.body);
        assert!(board.has("oktober 2026: 9") && board.has("2 målinger til får ikke plass"), "{}", board.body);
    }

    async fn what_is_counted_each_day_is_told_by_its_month_outside_the_team(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let fields = START.map(|(name, value)| match name {
            "slag" => (name, "count"),
            "hver" => (name, "day"),
            _ => (name, value),
        });
        let fields: Vec<_> =
            fields.into_iter().filter(|(name, _)| !matches!(*name, "teller" | "nevner")).collect();
        let (work, number) = begun_with(&mut kari, &fields).await;
        for (day, value) in [("2.10.2026", "1"), ("5.10.2026", "2"), ("20.11.2026", "4")] {
            let saved = kari.post(&number, &[("tall", value), ("annen_tid", day)]).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        }
        kari.post(&format!("{work}/deling/tavle"), &[("lenke", "ja")]).await;
        let open = link(&app, &kari.get(&format!("{work}/deling")).await.body);
        let shown = app.get(&open).await;
        assert!(shown.has("oktober 2026: 3"), "{}", shown.body);
        for day in ["5. oktober", "20. november"] {
            assert!(!shown.has(day), "{day}: {}", shown.body);
        }
        assert!(kari.get(&format!("{work}/tavle")).await.has("20. november 2026: 4"));
    }

    async fn who_can_log_in_no_more_leads_nothing(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, _) = begun(&mut kari).await;
        let team = format!("{work}/team");
        let mut ola = joined(&app, &mut kari, &work, (OLA, "Ola Prøve", "member")).await;
        kari.post(&format!("{team}/inviter"), &[("epost", RITA), ("rolle", "member")]).await;
        assert!(!ola.get(&team).await.has("name=\"epost\""));
        let mut anne = Browser::with_role(&app, ANNE, Administrator, None).await;
        let closing = id(&app, KARI).await.to_string();
        let closed = anne.post("/nb/tilgang/konto", &[("steng", &closing)]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
        // Whoever writes leads, and what Kari had sent is withdrawn.
        let page = ola.get(&team).await;
        assert!(page.has("name=\"epost\"") && !page.has("Kari Prøve") && !page.has(RITA), "{}", page.body);
        anne.post("/nb/tilgang/konto", &[("apne", &closing)]).await;
        kari.log_in(KARI).await;
        assert!(kari.get(&team).await.has("name=\"epost\""), "she leads again");
        assert!(!ola.get(&team).await.has("name=\"epost\""));
    }

    async fn who_is_erased_leaves_the_work_and_what_was_written_to_the_team(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (work, number) = begun(&mut kari).await;
        kari.post(&number, &[("tall", "9"), ("av", "20"), ("annen_tid", "oktober 2026")]).await;
        joined(&app, &mut kari, &work, (OLA, "Ola Prøve", "sponsor")).await;
        joined(&app, &mut kari, &work, (RITA, "Rita Prøve", "member")).await;
        let who = id(&app, KARI).await;
        let asked = kari.post("/nb/min-side/slett", &[("utkast", "slett"), ("sikker", "true")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        app.app.clock.advance(Duration::days(8));
        sweep_once(&app.app).await.unwrap();
        let members = work_member::Entity::find().all(&app.app.db).await.unwrap();
        assert!(members.iter().all(|one| one.person_id != Some(who)), "{members:?}");
        // Whoever writes leads; whoever reads still reads.
        let (mut rita, mut ola) = (Browser::new(&app), Browser::new(&app));
        rita.log_in(RITA).await;
        ola.log_in(OLA).await;
        let page = rita.get(&work).await;
        assert!(page.has("9 av 20") && page.has("Flere skal sove") && !page.has("Kari"), "{}", page.body);
        assert!(rita.get(&format!("{work}/team")).await.has("name=\"epost\""));
        assert!(!ola.get(&format!("{work}/team")).await.has("name=\"epost\""));
        let of_october = rita.get(&format!("{number}?tid=2026-10-01")).await;
        assert!(of_october.has("lagt inn av noen i teamet"), "{}", of_october.body);
        // The address is somebody new's.
        kari.log_in(KARI).await;
        assert_eq!(kari.get(&work).await.status, StatusCode::NOT_FOUND);
    }

    async fn the_number_of_a_period_that_is_over_waits_for_whoever_looks_after_it(app: TestApp) {
        let mut kari = known(&app, KARI, "Kari Prøve").await;
        let (_, number) = begun(&mut kari).await;
        let waits = "Legg inn tallet for november 2026 i";
        assert!(!kari.get("/nb/min-side").await.has(waits), "the month is not over");
        app.app.clock.advance(Duration::days(9));
        kari.log_in(KARI).await;
        let mine = kari.get("/nb/min-side").await;
        let field = format!("{number}?tid=2026-11-01#tall");
        assert!(mine.has(waits) && mine.has(&field) && mine.has("class=\"ringed\">1<"), "{}", mine.body);
        let (page, id) = field.split_once('#').unwrap();
        let page = kari.get(page).await;
        assert!(page.has(&format!("id=\"{id}\"")) && page.has("value=\"2026-11-01\""), "{}", page.body);
        // Another looks after the numbers from now on.
        let work = number.split("/tall/").next().unwrap();
        let mut ola = joined(&app, &mut kari, work, (OLA, "Ola Prøve", "data_lead")).await;
        assert!(ola.get("/nb/min-side").await.has(waits));
        assert!(!kari.get("/nb/min-side").await.has(waits));
        let saved = ola.post(&number, &[("tall", "12"), ("av", "20"), ("tid", "2026-11-01")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let mine = ola.get("/nb/min-side").await;
        assert!(!mine.has(waits) && !mine.has("class=\"ringed\""), "{}", mine.body);
    }
}
