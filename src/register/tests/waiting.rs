//! A number that looks like a person's and is said to be none is public when another has looked, and not before.

use axum::http::StatusCode;

use super::statements::{NUMBER, REASON, TOLD, import, line, noted, public};
use super::{CENTRE, KARI, centre, coordinator, get, on_both, post};
use crate::centres::{self, Network, waiting};
use crate::people::What;
use crate::people::audit::Search;
use crate::statements::by_form;
use crate::testing::TestApp;

const OLA: &str = "01890000-0000-7000-8000-000000000002";
const LIST: &str = "/nb/register/venter";

fn another() -> String {
    format!("{OLA} coordinator")
}

/// A priority with a number that is said to be none, until it waits. Tells the page of the form.
async fn held(app: &TestApp, who: &str) -> String {
    let page = format!("/nb/register/sentre/{}/utsagn?hva=priority", centre(app, CENTRE).await);
    let asked = noted(app, who, &page, NUMBER, ["", ""]).await;
    let tick = asked.field("ikke-fodselsnummer").to_owned();
    let kept = noted(app, who, &page, NUMBER, [&tick, REASON]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    assert!(kept.header("location").ends_with("?gjort=venter"), "{}", kept.header("location"));
    page
}

/// The id of the only one that waits.
async fn only(app: &TestApp) -> String {
    let all = waiting::of(&app.app.db, None).await.unwrap();
    assert_eq!(all.len(), 1);
    all[0].id.to_string()
}

async fn count(app: &TestApp, what: What) -> u64 {
    Search { what: Some(what), ..Search::default() }.count(&app.app.db).await.unwrap()
}

#[tokio::test]
async fn a_number_that_is_no_persons_waits_for_another_and_is_public_then() {
    on_both(async |app| {
        let who = coordinator();
        let page = held(app, &who).await;
        // Nothing public has it: the page, the data, the export, the history of what was said.
        let before = line(app).await;
        assert!(!before.contains(TOLD) && !before.contains(NUMBER));
        assert!(!public(app).await.contains(TOLD));
        let api = app.get("/api/v1/centres").await.body;
        assert!(!api.contains(TOLD) && !api.contains(NUMBER), "{api}");
        let said = by_form::history(&app.app.db, centres::REGISTER, CENTRE, 10).await.unwrap();
        assert!(said.is_empty(), "{said:?}");
        // Sent twice it waits once, also when the number is known in the place.
        assert_eq!(noted(app, &who, &page, NUMBER, ["", ""]).await.status, StatusCode::SEE_OTHER);
        let id = only(app).await;
        assert_eq!(count(app, What::StatementHeld).await, 1);
        // Whoever wrote it sees that it waits, and does not answer for it.
        let own = get(app, &who, LIST).await;
        assert!(own.has(NUMBER) && own.has("Du skrev dette selv"), "{}", own.body);
        let yes = [("id", id.as_str()), ("svar", "ja")];
        assert_eq!(post(app, &who, LIST, &yes).await.status, StatusCode::FORBIDDEN);
        // Another has it on their page, with the number, the reason and the whole statement.
        let mine = get(app, &another(), "/nb/min-side").await;
        assert!(mine.has("1 opplysning i registeret med et tall"), "{}", mine.body);
        assert!(!get(app, &who, "/nb/min-side").await.has("1 opplysning i registeret med et tall"));
        let list = get(app, &another(), LIST).await;
        assert!(list.has(NUMBER) && list.has(REASON) && list.has(TOLD), "{}", list.body);
        let let_through = post(app, &another(), LIST, &yes).await;
        assert_eq!(let_through.status, StatusCode::SEE_OTHER, "{}", let_through.body);
        assert!(line(app).await.contains("Se sak 03851598730 i arkivet"));
        assert!(public(app).await.contains(TOLD), "the register is read as before");
        // It is said by who wrote it; who looked stands in the log, and the number nowhere in it.
        let said = by_form::history(&app.app.db, centres::REGISTER, CENTRE, 10).await.unwrap();
        assert_eq!(said[0].person_id.to_string(), KARI);
        for what in [What::NumberSpared, What::StatementHeld, What::StatementLooked] {
            let rows = Search { what: Some(what), ..Search::default() };
            let rows = rows.some(&app.app.db, (0, 10)).await.unwrap();
            assert_eq!(rows.len(), 1, "{what:?}");
            assert!(!rows[0].details.to_string().contains(NUMBER), "{}", rows[0].details);
            let is_reason = rows[0].details.to_string().contains(REASON);
            assert!(is_reason || what == What::StatementLooked, "{}", rows[0].details);
        }
        // What another has looked at there need not be looked at again.
        let again = noted(app, &who, &page, NUMBER, ["", ""]).await;
        assert!(again.header("location").ends_with("?gjort=lagret"), "{}", again.body);
        // An answer to what waits no more is told so.
        let late = post(app, &another(), LIST, &yes).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        // A file says nothing of its numbers: there it is refused.
        let refused = import(app, &line(app).await, false).await;
        let refused = format!("{refused:?}");
        assert!(refused.contains("looks like a national identity number"), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn what_is_turned_down_is_gone_and_waits_again_when_it_is_sent_again() {
    on_both(async |app| {
        let here = centre(app, CENTRE).await;
        let there = centre(app, "usht-hedmark").await;
        let who = format!("{KARI} centre_leader@{here}");
        let page = held(app, &who).await;
        let id = only(app).await;
        let no = [("id", id.as_str()), ("svar", "nei")];
        // A leader elsewhere neither sees it nor answers.
        let stranger = format!("{OLA} centre_leader@{there}");
        let list = get(app, &stranger, LIST).await;
        assert!(list.has("Ingenting venter") && !list.has(NUMBER), "{}", list.body);
        assert_eq!(post(app, &stranger, LIST, &no).await.status, StatusCode::FORBIDDEN);
        let turned_down = post(app, &another(), LIST, &no).await;
        assert_eq!(turned_down.status, StatusCode::SEE_OTHER, "{}", turned_down.body);
        assert!(waiting::of(&app.app.db, None).await.unwrap().is_empty());
        assert!(!public(app).await.contains(TOLD));
        let again = noted(app, &who, &page, NUMBER, ["", ""]).await;
        assert!(again.header("location").ends_with("?gjort=venter"), "{}", again.body);
        // Whoever wrote it may take it back.
        let id = only(app).await;
        let back = post(app, &who, LIST, &[("id", id.as_str()), ("svar", "nei")]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
        assert!(waiting::of(&app.app.db, None).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_a_rule_refuses_is_refused_at_once_and_what_is_begun_waits_whole() {
    on_both(async |app| {
        let who = coordinator();
        let page = format!("/nb/register/sentre/{}/utsagn?hva=priority", centre(app, CENTRE).await);
        let note = format!("Se sak {NUMBER} i arkivet");
        let early = [("text", TOLD), ("source", "Oss"), ("from", "1990"), ("note", note.as_str())];
        let asked = post(app, &who, &page, &early).await;
        let tick = asked.field("ikke-fodselsnummer").to_owned();
        let said = [("ikke-fodselsnummer", tick.as_str()), ("hva-tallet-er", REASON)];
        let refused = post(app, &who, &page, &[&early[..], &said[..]].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        assert!(refused.has("ikke til i hele"), "{}", refused.body);
        let form = "/nb/register/ny-organisasjon";
        let fields = [
            ("type", "nursing_home"),
            ("name", "Solbakken prøvesykehjem"),
            ("source", "Oss, 2026"),
            ("from", "2020"),
            ("note", note.as_str()),
        ];
        let asked = post(app, &who, form, &fields).await;
        let tick = asked.field("ikke-fodselsnummer").to_owned();
        let said = [("ikke-fodselsnummer", tick.as_str()), ("hva-tallet-er", REASON)];
        let begun = post(app, &who, form, &[&fields[..], &said[..]].concat()).await;
        assert_eq!(begun.header("location"), format!("{LIST}?gjort=venter"), "{}", begun.body);
        let is_there = async || {
            let network = Network::load(&app.app.db).await.unwrap();
            network.organisations.iter().any(|one| one.slug.starts_with("solbakken"))
        };
        assert!(!is_there().await);
        let list = get(app, &another(), LIST).await;
        assert!(list.has("Solbakken prøvesykehjem") && list.has(NUMBER), "{}", list.body);
        let id = only(app).await;
        let yes = post(app, &another(), LIST, &[("id", id.as_str()), ("svar", "ja")]).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
        assert!(is_there().await);
    })
    .await;
}

/// An address is public in the log and in links before anybody could look at a number in it.
#[tokio::test]
async fn no_address_has_a_number() {
    on_both(async |app| {
        let (who, form) = (coordinator(), "/nb/register/ny-organisasjon");
        let name = format!("Solbakken {NUMBER}");
        let fields = [
            ("type", "nursing_home"),
            ("name", name.as_str()),
            ("source", "Oss, 2026"),
            ("from", "2020"),
        ];
        let asked = post(app, &who, form, &fields).await;
        let tick = asked.field("ikke-fodselsnummer").to_owned();
        let said = [("ikke-fodselsnummer", tick.as_str()), ("hva-tallet-er", REASON)];
        let refused = post(app, &who, form, &[&fields[..], &said[..]].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        assert!(refused.has("Skriv en adresse uten tallet"), "{}", refused.body);
        assert!(waiting::of(&app.app.db, None).await.unwrap().is_empty());
        let address = [("adresse", "solbakken")];
        let fields = [&fields[..], &said[..], &address[..]].concat();
        let begun = post(app, &who, form, &fields).await;
        assert_eq!(begun.header("location"), format!("{LIST}?gjort=venter"), "{}", begun.body);
        for what in [What::NumberSpared, What::StatementHeld] {
            let rows = Search { what: Some(what), ..Search::default() };
            let rows = rows.some(&app.app.db, (0, 10)).await.unwrap();
            assert_eq!(rows.len(), 1, "{what:?}");
            assert!(!rows[0].details.to_string().contains(NUMBER), "{}", rows[0].details);
        }
    })
    .await;
}

#[tokio::test]
async fn no_number_belongs_in_a_theme_or_in_a_pair_of_words() {
    on_both(async |app| {
        let who = coordinator();
        for (page, field) in
            [("/nb/register/nytt-tema", "note_nb"), ("/nb/register/synonymer", "source")]
        {
            let told = format!("Se {NUMBER}");
            let fields =
                [(field, told.as_str()), ("ikke-fodselsnummer", "0"), ("hva-tallet-er", REASON)];
            let refused = post(app, &who, page, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
            assert!(refused.has("Se •••••••••••") && !refused.has(NUMBER), "{}", refused.body);
            assert!(!refused.has("Dette er ikke et fødselsnummer"), "{}", refused.body);
        }
        assert_eq!(count(app, What::NumberSpared).await, 0);
    })
    .await;
}
