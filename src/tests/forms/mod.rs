//! Every form, faulted in every field: it comes back whole, and says what is wrong where it is wrong.

mod told;

use axum::http::{Method, StatusCode};
use serde_json::json;
use uuid::Uuid;

use super::samples::{answered_by, template};
use crate::centres::Network;
use crate::people::places;
use crate::rights::RoleKind;
use crate::site::Site;
use crate::testing::html::{self, Filling, Input, PageForm};
use crate::testing::{Answer, Browser, TestApp, both_engines};
use told::told;

/// Pages with a form that is filled in. `SENTER` and `ORGANISASJON` stand for one of each.
const WALKED: &[&str] = &[
    "/nb/prosjekter/nattlys/kontakt",
    "/nb/tips?side=prosjekter%2Fnattlys",
    "/nb/meld-hinder",
    "/nb/folg/epost?side=alt",
    "/nb/folg/epost/kode",
    "/nb/logg-inn",
    "/nb/logg-inn/kode",
];

/// Those of people who are known, as an administrator sees them.
const KNOWN: &[&str] = &[
    "/nb/min-side",
    "/nb/min-side/personvern",
    "/nb/min-side/personvern/adresse",
    "/nb/min-side/slett",
    "/nb/min-side/varsler",
    "/nb/tilgang",
    "/nb/tilgang/SENTER",
    "/nb/stryk",
    "/nb/skriv/ny",
    "/nb/register/nytt-senter",
    "/nb/register/ny-organisasjon",
    "/nb/register/nytt-tema",
    "/nb/register/tema/fall",
    "/nb/register/synonymer",
    "/nb/register/forsiden",
    "/nb/register/sentre/SENTER/utsagn?hva=exists",
    "/nb/register/sentre/SENTER/utsagn?hva=name",
    "/nb/register/sentre/SENTER/utsagn?hva=area",
    "/nb/register/sentre/SENTER/utsagn?hva=host",
    "/nb/register/sentre/SENTER/utsagn?hva=satellite",
    "/nb/register/sentre/SENTER/utsagn?hva=contact",
    "/nb/register/sentre/SENTER/utsagn?hva=mandate",
    "/nb/register/sentre/SENTER/utsagn?hva=priority",
    "/nb/register/sentre/SENTER/utsagn?hva=region",
    "/nb/register/sentre/SENTER/utsagn?hva=responsible",
    "/nb/register/sentre/SENTER/utsagn?hva=anchoring",
    "/nb/register/sentre/SENTER/utsagn?hva=placement",
    "/nb/register/sentre/SENTER/utsagn?hva=predecessor",
    "/nb/register/sentre/SENTER/utsagn?hva=agreement",
    "/nb/register/sentre/SENTER/utsagn?hva=council",
    "/nb/register/sentre/SENTER/utsagn?hva=meeting",
    "/nb/register/organisasjoner/ORGANISASJON/utsagn?hva=exists",
    "/nb/register/organisasjoner/ORGANISASJON/utsagn?hva=name",
    "/nb/register/organisasjoner/ORGANISASJON/utsagn?hva=number",
    "/nb/register/organisasjoner/ORGANISASJON/utsagn?hva=seat",
    "/nb/register/organisasjoner/ORGANISASJON/utsagn?hva=part_of",
    "/nb/register/organisasjoner/ORGANISASJON/utsagn?hva=predecessor",
];

/// Those of a team, as who leads it sees them, and of a text that they write: `ARBEID`, `MALING` and
/// `TEKST` stand for one of each.
const WORK: &[&str] = &[
    "/nb/sett-i-gang",
    "/nb/arbeid/ARBEID/del",
    "/nb/arbeid/ARBEID/deling",
    "/nb/arbeid/ARBEID/drivere/ny",
    "/nb/arbeid/ARBEID/faser/forberede_kjent",
    "/nb/arbeid/ARBEID/forankring",
    "/nb/arbeid/ARBEID/logg",
    "/nb/arbeid/ARBEID/mal",
    "/nb/arbeid/ARBEID/malinger/MALING/diagram",
    "/nb/arbeid/ARBEID/malinger/MALING/endre",
    "/nb/arbeid/ARBEID/malinger/MALING/inndeling",
    "/nb/arbeid/ARBEID/malinger/MALING/mal",
    "/nb/arbeid/ARBEID/malinger/MALING/merke",
    "/nb/arbeid/ARBEID/malinger/ny",
    "/nb/arbeid/ARBEID/medvirkning",
    "/nb/arbeid/ARBEID/merke",
    "/nb/arbeid/ARBEID/metode",
    "/nb/arbeid/ARBEID/metode/ord",
    "/nb/arbeid/ARBEID/oppgaver",
    "/nb/arbeid/ARBEID/status",
    "/nb/arbeid/ARBEID/tall",
    "/nb/arbeid/ARBEID/tall/MALING",
    "/nb/arbeid/ARBEID/team",
    "/nb/arbeid/ARBEID/utprovinger/ny",
    "/nb/skriv/TEKST/merknader",
    "/nb/skriv/TEKST/sprak",
    "/nb/prosjekter/nattlys/ta-i-bruk",
];

/// What else is sent, and why nobody fills it in wrongly here.
const ELSEWHERE: &[(&str, &str)] = &[
    ("/{lang}/logg-ut", "a button"),
    ("/{lang}/logg-inn/hos/{tilbyder}", "a button"),
    ("/{lang}/logg-inn/trinn-to", "waits in the middle of a log-in: src/second/tests"),
    ("/{lang}/logg-inn/trinn-to/nokkel", "a button"),
    ("/{lang}/logg-inn/trinn-to/nokkel/svar", "sent by a key"),
    ("/{lang}/min-side/trinn-to", "buttons"),
    ("/{lang}/min-side/trinn-to/app", "waits for an app: src/second/tests"),
    ("/{lang}/min-side/trinn-to/nokkel", "a button"),
    ("/{lang}/min-side/trinn-to/nokkel/svar", "sent by a key"),
    ("/{lang}/min-side/invitasjon", "buttons"),
    ("/{lang}/min-side/organisasjon", "a button"),
    ("/{lang}/min-side/okter", "buttons"),
    ("/{lang}/min-side/personvern/kode", "waits for a letter: src/privacy/tests.rs"),
    ("/{lang}/brev-som-ikke-kom-fram", "buttons: src/outbox/tests.rs"),
    ("/{lang}/tilgang/roller", "buttons, with who takes over: src/access/tests"),
    ("/{lang}/tilgang/konto", "buttons"),
    ("/{lang}/tilgang/{at}/roller", "buttons, with who takes over: src/access/tests"),
    ("/{lang}/tilgang/{at}/sporsmal", "buttons"),
    ("/{lang}/tilgang/{at}/foresporsler/{id}", "wants a question: src/access/tests"),
    ("/{lang}/min-side/rolle", "in two steps: src/access/tests"),
    ("/{lang}/min-side/rolle/trekk", "a button"),
    ("/{lang}/meldte-hindre", "buttons"),
    ("/{lang}/stryk/tekst", "wants words that stand somewhere: src/strikes/tests.rs"),
    ("/{lang}/stryk/fil", "wants a file: src/strikes/tests.rs"),
    ("/{lang}/stryk/annet", "wants words that stand somewhere: src/strikes/tests.rs"),
    ("/{lang}/register/tekster", "buttons"),
    ("/{lang}/register/venter", "buttons: src/register/tests/waiting.rs"),
    ("/{lang}/folg/avmelding/{token}", "a button"),
    ("/{lang}/varsler/avmelding/{token}", "a button"),
    ("/{lang}/hefte", "src/print/booklet"),
    ("/{lang}/bruk/svar", "buttons"),
    ("/{lang}/bruk/{id}", "the form of …/ta-i-bruk"),
    ("/{lang}/skriv/{id}", "what is unfinished is saved, and never refused: src/editing/tests"),
    ("/{lang}/skriv/behold", "what was typed elsewhere: src/editing/tests/lost.rs"),
    ("/{lang}/skriv/ventet/{id}", "as it was sent, before the log-in"),
    ("/{lang}/skriv/{id}/lagre.json", "sent by the script"),
    ("/{lang}/skriv/{id}/her.json", "sent by the script"),
    ("/{lang}/skriv/{id}/steg", "buttons: src/editing/tests"),
    ("/{lang}/skriv/{id}/versjoner", "buttons"),
    ("/{lang}/skriv/{id}/forskjeller", "wants two who write: src/editing/tests/joining.rs"),
    ("/{lang}/skriv/{id}/filer", "files: src/editing/tests"),
    ("/{lang}/skriv/{id}/filer/{upload}", "files: src/editing/tests"),
    ("/{lang}/skriv/{id}/filer/{upload}/samtykke", "files: src/editing/tests"),
    ("/{lang}/skriv/{id}/modell", "empty rows fall away: src/improvement/model/tests.rs"),
    ("/{lang}/arbeid/{id}/drivere", "buttons"),
    ("/{lang}/arbeid/{id}/drivere/{driver}", "the form of …/ny"),
    ("/{lang}/arbeid/{id}/deling/tavle", "buttons"),
    ("/{lang}/arbeid/{id}/team", "buttons"),
    ("/{lang}/arbeid/{id}/logg/{entry}", "the form of the list"),
    ("/{lang}/arbeid/{id}/oppgaver/{entry}", "the form of the list"),
    ("/{lang}/arbeid/{id}/medvirkning/{entry}", "the form of the list"),
    ("/{lang}/arbeid/{id}/utprovinger/{nth}", "wants a cycle: src/improvement/log/tests.rs"),
    ("/{lang}/arbeid/{id}/utprovinger/{nth}/plan", "the form of …/ny"),
    ("/{lang}/arbeid/{id}/malinger/{measure}/telles", "buttons"),
    ("/{lang}/arbeid/{id}/malinger/{measure}/bort", "a button"),
    ("/{lang}/arbeid/{id}/tall.json", "sent by the script"),
    ("/{lang}/arbeid/{id}/lim-inn/{measure}", "in two steps: src/improvement/paste/tests.rs"),
    ("/{lang}/arbeid/{id}/lim-inn/{measure}/angre", "a button"),
    ("/{lang}/arbeid/{id}/vis-tall", "wants numbers of others: src/adoption/tests/mod.rs"),
];

/// One name that no form has: whatever else is sent with it, nothing is changed.
const STRANGER: &str = "finnes-ikke";

type Pairs = Vec<(String, String)>;

fn is_elsewhere(pattern: &str) -> bool {
    ELSEWHERE.iter().any(|(one, _)| *one == pattern)
}

#[test]
fn every_form_is_walked_or_said_to_be_elsewhere() {
    let site = Site::default();
    let routes = site.routes();
    let sent: Vec<&str> = routes
        .iter()
        .filter(|route| route.method == Method::POST)
        .map(|route| &*route.pattern)
        .collect();
    // The address of a page is that of its form, or the form stands on the page above it.
    let opened = WALKED.iter().chain(KNOWN).chain(WORK).flat_map(|page| {
        let path = page.split('?').next().unwrap_or_default();
        [path.to_owned(), format!("{path}/inviter"), format!("{path}/bort")]
    });
    let opened: Vec<String> = opened
        .filter_map(|path| answered_by(sent.iter().copied(), &path))
        .map(|pattern| template(&site, pattern))
        .collect();
    let forgotten: Vec<String> = sent
        .iter()
        .map(|pattern| template(&site, pattern))
        .filter(|pattern| !opened.contains(pattern) && !is_elsewhere(pattern))
        .collect();
    assert!(forgotten.is_empty(), "nobody faults these: {forgotten:?}");
    for (one, _) in ELSEWHERE {
        let is_there = |pattern: &&str| template(&site, pattern) == *one;
        assert!(sent.iter().any(is_there), "{one} is gone: mend the list");
    }
}

/// The inputs that somebody fills in, and that take a value of their own.
fn asked(form: &PageForm) -> impl Iterator<Item = &Input> {
    form.inputs.iter().filter(|input| !matches!(input.filling, Filling::Hidden | Filling::File))
}

/// The form with something else in each input: what `typed` says of it, or what stands there.
fn with(form: &PageForm, typed: impl Fn(usize, &Input) -> Option<Vec<String>>) -> Pairs {
    let each = form.inputs.iter().enumerate().flat_map(|(number, input)| {
        let is_asked = !matches!(input.filling, Filling::Hidden | Filling::File);
        let other = if is_asked { typed(number, input) } else { None };
        let values = other.unwrap_or_else(|| input.values.clone());
        values.into_iter().map(|value| (input.name.clone(), value)).collect::<Pairs>()
    });
    each.chain([(STRANGER.to_owned(), "x".to_owned())]).collect()
}

struct Walk<'w, 'a> {
    browser: &'w mut Browser<'a>,
    page: String,
    form: PageForm,
}

impl Walk<'_, '_> {
    async fn send(&mut self, pairs: &[(String, String)]) -> Answer {
        let action = if self.form.action.is_empty() { &self.page } else { &self.form.action };
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.browser.post(action, &pairs).await
    }

    /// Sends what is refused whatever it is: the ids that the summary leads to.
    async fn refused(&mut self, pairs: &[(String, String)], what: &str) -> (Vec<String>, PageForm) {
        let answer = self.send(pairs).await;
        let page = format!("{} at {}, {what}", self.form.action, self.page);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}: {}", answer.body);
        let leads = told(&answer.body, &page);
        let back = form_at(&answer.body, &self.form.action);
        (leads, back.unwrap_or_else(|| panic!("{page}: the form is gone")))
    }

    /// Is each of these inputs led to, itself or all that it is a part of?
    fn is_led_to(&self, leads: &[String], inputs: &[&Input], what: &str) {
        for input in inputs {
            let is_it =
                |lead: &String| *lead == input.id || input.id.starts_with(&format!("{lead}-"));
            let page = &self.page;
            assert!(leads.iter().any(is_it), "{page}: {} is {what}, and {leads:?}", input.name);
        }
    }

    async fn all(&mut self) {
        self.comes_back().await;
        self.is_empty().await;
        self.is_too_long().await;
        self.is_no_choice().await;
        self.comes_twice().await;
    }

    /// All that is typed, ticked and chosen is there still.
    async fn comes_back(&mut self) {
        let sent = with(&self.form, |number, input| match &input.filling {
            Filling::One(all) => Some(all.last().cloned().into_iter().collect()),
            Filling::Some(all) => Some(all.clone()),
            _ => Some(vec![format!("Ærlig «{number}» <b> & \"så\"")]),
        });
        let (leads, back) = self.refused(&sent, "typed").await;
        assert!(!leads.is_empty());
        let back = back.pairs();
        let asked: Vec<&str> = asked(&self.form).map(|input| input.name.as_str()).collect();
        for pair in sent.iter().filter(|(name, _)| asked.contains(&name.as_str())) {
            assert!(back.contains(pair), "{}: {pair:?} is lost: {back:?}", self.page);
        }
    }

    async fn is_empty(&mut self) {
        let sent = with(&self.form, |_, input| match &input.filling {
            Filling::Line | Filling::Text => Some(vec![String::new()]),
            _ => Some(Vec::new()),
        });
        let (leads, _) = self.refused(&sent, "empty").await;
        let needed = asked(&self.form).any(|input| input.is_needed);
        let is_said = leads.iter().any(|lead| lead != "send");
        assert!(is_said || !needed, "{}: nothing is said to be missing", self.page);
    }

    async fn is_too_long(&mut self) {
        let is_line = |input: &Input| input.filling == Filling::Line && !input.is_shared;
        let sent = with(&self.form, |_, input| is_line(input).then(|| vec!["a".repeat(1_000)]));
        let (leads, _) = self.refused(&sent, "too long").await;
        let form = self.form.clone();
        let lines: Vec<&Input> = form.inputs.iter().filter(|input| is_line(input)).collect();
        self.is_led_to(&leads, &lines, "too long");
    }

    async fn is_no_choice(&mut self) {
        let is_choice = |input: &Input| {
            matches!(input.filling, Filling::One(_) | Filling::Some(_)) && !input.is_shared
        };
        let wrong = || vec!["ikke-blant-disse".to_owned()];
        let sent = with(&self.form, |_, input| is_choice(input).then(wrong));
        let (leads, _) = self.refused(&sent, "no choice").await;
        let form = self.form.clone();
        // A tick is a tick whatever it says.
        let of_several = |input: &&Input| {
            is_choice(input) && !matches!(&input.filling, Filling::Some(all) if all.len() == 1)
        };
        let choices: Vec<&Input> = form.inputs.iter().filter(of_several).collect();
        self.is_led_to(&leads, &choices, "none of the choices");
    }

    async fn comes_twice(&mut self) {
        let is_single = |input: &Input| input.filling == Filling::Line && !input.is_shared;
        let both = || vec!["en".to_owned(), "to".to_owned()];
        let sent = with(&self.form, |_, input| is_single(input).then(both));
        let (leads, _) = self.refused(&sent, "twice").await;
        let form = self.form.clone();
        let lines: Vec<&Input> = form.inputs.iter().filter(|input| is_single(input)).collect();
        self.is_led_to(&leads, &lines, "sent twice");
    }
}

/// Of the forms that are sent there, the one with most to fill in.
fn form_at(body: &str, action: &str) -> Option<PageForm> {
    let there = html::forms(body).into_iter().filter(|form| form.action == action);
    there.max_by_key(|form| asked(form).count())
}

async fn walk(browser: &mut Browser<'_>, page: &str) {
    let shown = browser.get(page).await;
    assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.body);
    let mut actions: Vec<String> = html::forms(&shown.body)
        .into_iter()
        .filter(|form| asked(form).next().is_some())
        .map(|form| form.action)
        .collect();
    actions.sort();
    actions.dedup();
    assert!(!actions.is_empty(), "{page} has no form");
    for action in actions {
        let form = form_at(&shown.body, &action).expect("it is there");
        Walk { browser: &mut *browser, page: page.to_owned(), form }.all().await;
    }
}

/// A project that is public; a centre and an organisation.
async fn filled(app: &TestApp) -> [Uuid; 2] {
    app.import(&[json!({
        "kind": "project", "external_id": "p1", "lang": "nb", "title": "Nattlys",
        "contact": { "role": "prosjektleder", "email": "leder@senter.example.org" },
    })])
    .await;
    let network = Network::load(&app.app.db).await.unwrap();
    let centre = places::by_slug(&network, "usht-oslo").unwrap();
    [centre, network.organisations.iter().next().unwrap().id]
}

/// A work with one measure, and a text that is written: where they are.
async fn begun(browser: &mut Browser<'_>) -> [String; 3] {
    let [work, measure] = browser.begin_work().await;
    let fields = [("kind", "project"), ("title", "Rolige netter"), ("lang", "nb"), ("centre", "")];
    let text = browser.post("/nb/skriv/ny", &fields).await;
    assert_eq!(text.status, StatusCode::SEE_OTHER, "{}", text.body);
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    [last(&work), measure, last(text.header("location"))]
}

both_engines! {
    async fn forms_for_anybody_come_back_whole(app: TestApp) {
        filled(&app).await;
        let mut browser = Browser::new(&app);
        for page in WALKED {
            walk(&mut browser, page).await;
        }
        assert_eq!(app.run_jobs().await, 0, "nothing that was refused was sent");
    }

    async fn forms_for_those_who_are_known_come_back_whole(app: TestApp) {
        let [centre, organisation] = filled(&app).await;
        let mut anne = Browser::with_role(&app, "anne@nettverket.example.org", RoleKind::Administrator, None).await;
        for page in KNOWN {
            let page = page.replace("SENTER", &centre.to_string());
            let page = page.replace("ORGANISASJON", &organisation.to_string());
            walk(&mut anne, &page).await;
        }
    }

    async fn forms_of_a_team_come_back_whole(app: TestApp) {
        filled(&app).await;
        let mut kari = Browser::new(&app);
        kari.log_in("kari@kommune.example.org").await;
        let [work, measure, text] = begun(&mut kari).await;
        for page in WORK {
            let page = page.replace("ARBEID", &work).replace("MALING", &measure);
            walk(&mut kari, &page.replace("TEKST", &text)).await;
        }
    }
}
