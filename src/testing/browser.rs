//! A browser that keeps its cookies, for people who log in by the front door.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::request::Builder;
use axum::http::{Request, StatusCode, header};
use time::Duration;
use uuid::Uuid;

use crate::people::attempts::{DIGITS, LONG};
use crate::people::{Address, persons, roles};
use crate::rights::{Role, RoleKind};

use super::{Answer, TestApp};

pub struct Browser<'a> {
    app: &'a TestApp,
    pub cookies: BTreeMap<String, String>,
    peer: SocketAddr,
    /// The key of the app that makes codes for whoever uses the browser.
    pub authenticator: Option<String>,
}

/// The page of the second step.
const STEP: &str = "/nb/logg-inn/trinn-to";

/// Where a form says that it comes from.
pub const OURS: &[(&str, &str)] = &[("sec-fetch-site", "same-origin")];

impl<'a> Browser<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        Self::at(app, "192.0.2.1")
    }

    /// A browser in another network.
    pub fn at(app: &'a TestApp, address: &str) -> Self {
        let peer = SocketAddr::new(address.parse().unwrap(), 4000);
        Self { app, cookies: BTreeMap::new(), peer, authenticator: None }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form as our own page does.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_from(OURS, path, fields).await
    }

    /// Sends a form with other headers, or none, that tell where it comes from.
    pub async fn post_from(
        &mut self,
        from: &[(&str, &str)],
        path: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = "application/x-www-form-urlencoded";
        let mut request = Request::post(path).header(header::CONTENT_TYPE, kind);
        for (name, value) in from {
            request = request.header(*name, *value);
        }
        self.send(request, Body::from(body)).await
    }

    /// Sends a file under this name, as the form of our page does.
    pub async fn send_file(&mut self, path: &str, name: &str, bytes: &[u8]) -> Answer {
        const BETWEEN: &str = "----padriver-test";
        let head = format!(
            "--{BETWEEN}\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        let end = format!("\r\n--{BETWEEN}--\r\n");
        let body = [head.as_bytes(), bytes, end.as_bytes()].concat();
        let kind = format!("multipart/form-data; boundary={BETWEEN}");
        let mut request = Request::post(path).header(header::CONTENT_TYPE, kind);
        for (name, value) in OURS {
            request = request.header(*name, *value);
        }
        self.send(request, Body::from(body)).await
    }

    async fn send(&mut self, request: Builder, body: Body) -> Answer {
        let pairs: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request.extension(ConnectInfo(self.peer));
        if !pairs.is_empty() {
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        let answer = self.app.ask(request.body(body).unwrap()).await;
        for set in answer.headers.get_all(header::SET_COOKIE) {
            self.keep(set.to_str().unwrap());
        }
        answer
    }

    fn keep(&mut self, set: &str) {
        for said in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite="] {
            assert!(set.starts_with("__Host-") && set.contains(said), "{set}");
        }
        let (name, value) = set.split(';').next().unwrap().split_once('=').unwrap();
        if set.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Asks for a code; the one in the letter, should there be any.
    pub async fn ask_for_code(&mut self, address: &str) -> Option<String> {
        let before = self.app.letters();
        let answer = self.post("/nb/logg-inn", &[("epost", address)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert_eq!(answer.header("location"), "/nb/logg-inn/kode");
        self.app.run_jobs().await;
        self.code_in_letter(address, &before)
    }

    /// The code in a letter to this address that was not among those before.
    pub fn code_in_letter(&self, address: &str, before: &[String]) -> Option<String> {
        let to = format!("To: {}", address.to_lowercase());
        let letters = self.app.letters();
        let mut new = letters.iter().filter(|one| !before.contains(one) && one.contains(&to));
        new.find_map(|letter| code_in(letter))
    }

    pub async fn type_code(&mut self, code: &str) -> Answer {
        self.post("/nb/logg-inn/kode", &[("kode", code)]).await
    }

    /// Logs in as a person does.
    pub async fn log_in(&mut self, address: &str) {
        let code = self.ask_for_code(address).await.expect("a letter with a code");
        let answer = self.type_code(&code).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        if answer.header("location").starts_with(STEP) && self.authenticator.is_some() {
            // The code before may have been taken already.
            self.app.app.clock.advance(Duration::seconds(30));
            let code = self.app_code();
            let taken = self.post(STEP, &[("kode", &code)]).await;
            assert_eq!(taken.header("location"), "/nb/min-side", "{}", taken.body);
        }
    }

    /// Somebody who has logged in, and has this role: with a second step, where the role asks for one.
    pub async fn with_role(
        app: &'a TestApp,
        address: &str,
        kind: RoleKind,
        at: Option<Uuid>,
    ) -> Self {
        let mut browser = Self::new(app);
        browser.log_in(address).await;
        let address = Address::parse(address).unwrap();
        let person = persons::by_address(&app.app.db, &address).await.unwrap().unwrap();
        let role = Role { kind, at };
        roles::give(&app.app.db, &app.app.clock, person.id, role, None).await.unwrap();
        if kind.needs_proof() {
            browser.set_up_app().await;
        }
        browser
    }

    /// What the app shows now.
    pub fn app_code(&self) -> String {
        let key = self.authenticator.as_ref().expect("an app was set up");
        let key = totp_rs::Secret::try_from_base32(key.replace(' ', "")).unwrap();
        let app = totp_rs::Builder::new().with_secret(key).build().unwrap();
        let now = u64::try_from(self.app.app.clock.now().unix_timestamp()).unwrap();
        app.generate(now).to_string()
    }

    /// Sets up an app as a person does, and takes it into use; tells the recovery codes.
    pub async fn set_up_app(&mut self) -> Vec<String> {
        let manage = "/nb/min-side/trinn-to";
        let begun = self.post(manage, &[("app", "ja")]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let page = self.get(begun.header("location")).await;
        let (_, rest) = page.body.split_once("<code id=\"nokkel\">").expect("the key as text");
        self.authenticator = Some(rest.split('<').next().unwrap().to_owned());
        let code = self.app_code();
        let done = self.post(&format!("{manage}/app"), &[("kode", &code)]).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        // The letter that tells of it.
        self.app.run_jobs().await;
        let codes = done.body.split("<li><code>").skip(1);
        codes.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
    }

    /// Begins a work with one measure, counted each month: its address, and the id of the measure.
    pub async fn begin_work(&mut self) -> [String; 2] {
        let fields = [
            ("tittel", "Nattero"),
            ("sted", "Solbakken"),
            ("hva", "Flere skal sove"),
            ("maling", "Sov hele natta"),
            ("slag", "count"),
            ("hver", "month"),
            ("retning", "higher"),
        ];
        let begun = self.post("/nb/sett-i-gang", &fields).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let work = begun.header("location").split('?').next().unwrap().to_owned();
        let page = self.get(&work).await;
        let (_, rest) =
            page.body.split_once(&format!("{work}/tall/")).expect("a form for a number");
        [work, rest.split(['"', '?', '#']).next().unwrap().to_owned()]
    }

    /// Is somebody logged in here?
    pub async fn is_known(&mut self) -> bool {
        self.get("/nb/min-side").await.status == StatusCode::OK
    }
}

/// Six digits on a line of their own.
fn code_in(letter: &str) -> Option<String> {
    let plain = |line: &str| line.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let is_code = |line: &String| {
        matches!(line.len(), DIGITS | LONG) && line.bytes().all(|byte| byte.is_ascii_digit())
    };
    letter.lines().map(plain).find(is_code)
}
