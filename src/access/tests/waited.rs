//! What is typed when the session has ended waits for its writer, and is sent once they have logged in.

use axum::http::StatusCode;

use super::{OLA, SIRI, centres};
use crate::rights::RoleKind;
use crate::testing::{Answer, Browser, both_engines, html};

const SEND: &str = "/nb/skriv/ventet/";

/// The page to log in on leads to what waits; shown there, it is sent as it was.
async fn send_again(browser: &mut Browser<'_>, address: &str, out: &Answer, path: &str) -> Answer {
    assert_eq!(out.status, StatusCode::FORBIDDEN, "{}", out.body);
    assert!(out.has("Du er ikke logget inn lenger") && out.has("logg-inn?til="), "{}", out.body);
    browser.log_in(address).await;
    let list = browser.get("/nb/skriv").await;
    let (_, rest) = list.body.split_once(SEND).expect("it waits");
    let waits = format!("{SEND}{}", rest.split('"').next().unwrap());
    let shown = browser.get(&waits).await;
    let mut forms = html::forms(&shown.body).into_iter();
    let form = forms.find(|form| form.action == path).expect("it can be sent");
    // What they wrote is there to be read before it is sent.
    let is_written = |(_, value): &&(String, String)| value.contains(' ') || value.contains('@');
    for (_, words) in form.pairs().iter().filter(is_written) {
        assert!(shown.has(&format!("<blockquote>{words}</blockquote>")), "{words}: {}", shown.body);
    }
    let pairs = form.pairs();
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let sent = browser.post(path, &pairs).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(!browser.get("/nb/skriv").await.has(SEND), "it waits no more");
    sent
}

both_engines! {
    async fn a_role_asked_for_when_the_session_is_over_is_asked_for_all_the_same(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let (path, here) = ("/nb/min-side/rolle", here.to_string());
        let whose = ola.get(&format!("{path}?hos={here}")).await.field("hvem").to_owned();
        ola.cookies.clear();
        let fields = [("hos", here.as_str()), ("rolle", "editor"), ("grunn", "Skal skrive."), ("hvem", whose.as_str())];
        let out = ola.post(path, &fields).await;
        assert!(!out.has("Skal skrive."));
        send_again(&mut ola, OLA, &out, path).await;
        assert!(ola.get(path).await.has("Redaktør"));
    }

    async fn an_invitation_a_name_and_an_address_are_not_lost_with_the_session(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let page = format!("/nb/tilgang/{here}");
        let whose = siri.get(&page).await.field("hvem").to_owned();
        let invite = format!("{page}/inviter");
        let forms: [(&str, &[(&str, &str)]); 3] = [
            (invite.as_str(), &[("epost", OLA), ("rolle", "editor"), ("hvem", whose.as_str())]),
            ("/nb/min-side", &[("navn", "Siri Prøve"), ("hvem", whose.as_str())]),
            ("/nb/min-side/personvern/adresse", &[("epost", "siri@annet.example.org"), ("hvem", whose.as_str())]),
        ];
        for (path, fields) in forms {
            siri.cookies.remove("__Host-okt");
            let out = siri.post(path, fields).await;
            send_again(&mut siri, SIRI, &out, path).await;
        }
        assert!(siri.get(&page).await.has(OLA));
        assert!(siri.get("/nb/min-side").await.has("Siri Prøve"));
        assert!(siri.get("/nb/min-side/personvern/kode").await.has("siri@annet.example.org"));
        // One's own address is no new one.
        let own = siri.post("/nb/min-side/personvern/adresse", &[("epost", SIRI)]).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(own.has("alt lagt til denne adressen"), "{}", own.body);
        // Nobody does it for another who has logged in in the same browser since.
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let theirs = ola.post("/nb/min-side", &[("navn", "Siri Prøve"), ("hvem", whose.as_str())]).await;
        assert_eq!(theirs.status, StatusCode::FORBIDDEN);
    }
}
