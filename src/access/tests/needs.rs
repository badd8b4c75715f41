//! What the page tells of texts and of teams' work is what the doors do: asked of the same functions, and held here to
//! what was meant and to what somebody meets who comes.

use std::fmt::Write;

use axum::body::Body;
use axum::http::{Request, StatusCode};

use super::centres;
use crate::access::acts::ACTS;
use crate::access::needs::{Needs, Reach, Text, reach};
use crate::editing::may::Does;
use crate::rights::{Right, RoleKind};
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Browser, Engine, TestApp, both_engines};

/// Who may, of all that more than the route decides.
const EXPECTED: &str = "\
access-can-text-begin-for: member there, team_lead there, editor there, reviewer there, centre_leader there, coordinator
access-can-text-begin-site: coordinator
access-can-text-write-own: everybody known
access-can-text-write-draft: editor there, centre_leader there
access-can-text-write-passed-on: member there, team_lead there, editor there, reviewer there, centre_leader there, coordinator
access-can-text-write-public: editor there, centre_leader there, coordinator
access-can-text-read-draft: editor there, reviewer there, centre_leader there
access-can-text-read: editor there, reviewer there, centre_leader there, coordinator
access-can-text-hand-in: everybody known
access-can-text-review: reviewer there, centre_leader there, coordinator
access-can-text-publish: editor there, reviewer there, centre_leader there, coordinator
access-can-text-retire: editor there, centre_leader there, coordinator
access-can-text-remarks: editor there, reviewer there, centre_leader there, coordinator
access-can-text-files: editor there, centre_leader there, coordinator
access-can-work-see: everybody known
access-can-work-see-others: editor there, centre_leader there
access-can-work-numbers: everybody known
access-can-work-numbers-others: nobody
access-can-work-plan: everybody known
access-can-work-measures: everybody known
access-can-work-note: everybody known
access-can-work-note-others: editor there, centre_leader there
access-can-work-log: everybody known
access-can-work-team: everybody known
access-can-work-team-lead: everybody known
access-can-work-left: team_lead there, editor there, centre_leader there, coordinator
access-can-work-share: everybody known
access-can-adopt-answer: team_lead there, editor there, centre_leader there, coordinator
";

fn told(needs: Needs) -> String {
    let of = |role| reach(Right::LoggedIn, needs, role);
    if of(None) == Reach::Always {
        return "everybody known".to_owned();
    }
    let roles = RoleKind::ALL.into_iter().filter_map(|kind| match of(Some(kind)) {
        Reach::Nowhere => None,
        Reach::There => Some(format!("{} there", kind.name())),
        Reach::Everywhere | Reach::Always => Some(kind.name().to_owned()),
    });
    let roles = roles.collect::<Vec<_>>().join(", ");
    if roles.is_empty() { "nobody".to_owned() } else { roles }
}

#[test]
fn what_things_ask_for_is_what_was_meant() {
    let mut found = String::new();
    for said in ACTS.iter().flat_map(|act| act.said) {
        if !matches!(said.needs, Needs::Route) {
            writeln!(found, "{}: {}", said.key, told(said.needs)).unwrap();
        }
    }
    assert_eq!(found, EXPECTED, "who may do what has changed:\n{found}");
}

#[tokio::test]
async fn the_page_says_who_may_approve_and_where() {
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    let who = "01890000-0000-7000-8000-000000000001 administrator";
    let request = Request::builder().uri("/nb/rettigheter").header(HEADER, who);
    let page = app.ask(request.body(Body::empty()).unwrap()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let (_, row) = page.body.split_once("Godkjenne en tekst som andre har skrevet</th>").unwrap();
    let (row, _) = row.split_once("</tr>").unwrap();
    for cell in [
        "Innlogget uten rolle: </span>Nei",
        "Medlem av et team: </span>Nei",
        "Gjennomleser: </span>Bare egen",
        "Senterleder: </span>Bare egen",
        "Administrator: </span>Nei",
    ] {
        assert!(row.contains(cell), "{cell}: {row}");
    }
    let (_, row) = page.body.split_once("Skrive i et utkast man selv har begynt på</th>").unwrap();
    let (row, _) = row.split_once("</tr>").unwrap();
    assert!(row.contains("Innlogget uten rolle: </span>Ja"), "{row}");
    assert!(row.contains("Senterleder: </span>Ja"), "{row}");
    // What all may who are logged in is said once on a phone, and what some may is said of each.
    let all = page.body.split("<tr").filter(|row| row.contains("Alle som er innlogget: </span>"));
    let all: Vec<&str> = all.collect();
    assert!(all.iter().any(|row| row.contains("man selv har begynt på</th>")), "{}", page.body);
    assert!(
        all.iter().all(|row| row.starts_with(" data-same>") && !row.contains(">Bare egen")),
        "{all:?}"
    );
    app.end().await;
}

/// What somebody meets at a text: to write, to read, to say yes.
async fn met(browser: &mut Browser<'_>, page: &str) -> [bool; 3] {
    let writes = browser.get(page).await.status == StatusCode::OK;
    let steps = browser.get(&format!("{page}/steg")).await;
    let reads = steps.status == StatusCode::OK;
    [writes, reads, reads && steps.has("value=\"godkjenn\"")]
}

both_engines! {
    async fn the_doors_do_what_the_page_says_of_texts(app: TestApp) {
        let [here, elsewhere] = centres(&app).await;
        let mut rita = Browser::with_role(&app, "rita@senter.example.org", RoleKind::Editor, Some(here)).await;
        let mut pages = Vec::new();
        for title in ["Rolige måltider", "Rolige netter"] {
            let centre = here.to_string();
            let fields = [("kind", "project"), ("title", title), ("lang", "nb"), ("centre", &centre)];
            let begun = rita.post("/nb/skriv/ny", &fields).await;
            assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
            pages.push(begun.header("location").to_owned());
        }
        let steps = format!("{}/steg", pages[1]);
        let number = rita.get(&steps).await.field("versjon").to_owned();
        let handed_in = rita.post(&steps, &[("versjon", number.as_str()), ("gjor", "send-inn")]).await;
        assert_eq!(handed_in.status, StatusCode::SEE_OTHER, "{}", handed_in.body);
        let mut tried = 0;
        for (n, kind) in RoleKind::ALL.into_iter().enumerate() {
            let places = if kind.is_everywhere() { vec![None] } else { vec![Some(here), Some(elsewhere)] };
            for (m, at) in places.into_iter().enumerate() {
                let address = format!("nummer{n}{m}@kommune.example.org");
                let mut somebody = Browser::with_role(&app, &address, kind, at).await;
                for (page, text) in pages.iter().zip([Text::Draft, Text::HandedIn]) {
                    let may = |does| match reach(Right::LoggedIn, Needs::Text(does, text), Some(kind)) {
                        Reach::Nowhere => false,
                        Reach::There => at != Some(elsewhere),
                        Reach::Everywhere | Reach::Always => true,
                    };
                    // Nobody says yes to what isn't handed in.
                    let reviews = may(Does::Review) && matches!(text, Text::HandedIn);
                    let expected = [may(Does::Write), may(Does::Read), reviews];
                    assert_eq!(met(&mut somebody, page).await, expected, "{kind:?} {at:?} {text:?}");
                    tried += 1;
                }
            }
        }
        assert_eq!(tried, 24);
    }
}
