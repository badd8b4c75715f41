//! Two people walk every route. What readers get is untouched by it: the same bytes, no cookie, out of
//! memory. And nothing that is one's comes to the other, or is kept.

use axum::http::{Method, StatusCode};
use uuid::Uuid;

use super::samples::answered_by;
use crate::centres::Network;
use crate::page_cache::{AddressOf, Entry};
use crate::people::{Address, persons, places};
use crate::rights::{Right, RoleKind};
use crate::site::Site;
use crate::testing::{Answer, Browser, TestApp, both_engines};

/// What has no sample, for it is no page.
const FILES: [&str; 8] = [
    "/sitemap/innhold-1.xml",
    "/nb/publikasjoner/e2e-rapport/referanse.ris",
    "/nb/publikasjoner/e2e-rapport/referanse.bib",
    "/nb/publikasjoner/e2e-rapport/referanse.json",
    "/nb/arrangementer/e2e-nettmote/kalender.ics",
    "/nb/sok.atom?q=fall",
    "/nb/sok/forslag.json?q=m",
    "/api/v1/search?q=fall",
];

/// Style and script are the same for all; who asks is not even looked up.
const ASSETS: [&str; 2] = ["/static/", "/favicon.ico"];

/// An address that a route answers, and whether it is anybody's.
struct Way {
    path: String,
    is_public: bool,
}

/// Each route that is read, by a page of its own where there is one.
fn ways(site: &Site, centre: Uuid, text: &str) -> Vec<Way> {
    let routes: Vec<_> =
        site.routes().into_iter().filter(|route| route.method == Method::GET).collect();
    let samples = site.samples().filter(|one| one.post.is_none() && one.status == 200);
    let paths: Vec<&str> = samples.map(|one| one.path).chain(FILES).collect();
    let patterns = || routes.iter().map(|route| &*route.pattern);
    let answered: Vec<_> =
        paths.iter().map(|path| (answered_by(patterns(), path), *path)).collect();
    let way = |pattern: &str, is_public| {
        let known = answered.iter().find(|(by, path)| *by == Some(pattern) && path.is_ascii());
        let made = || address(pattern, centre, text);
        Way { path: known.map_or_else(made, |(_, path)| (*path).to_owned()), is_public }
    };
    routes.iter().map(|route| way(&route.pattern, route.right == Right::Anybody)).collect()
}

/// An address of the route, with this centre and this text wherever one is named.
fn address(pattern: &str, centre: Uuid, text: &str) -> String {
    let part = |part: &str| match part {
        "{lang}" => "nb".to_owned(),
        "{at}" => centre.to_string(),
        "{id}" => text.to_owned(),
        part if part.starts_with('{') => "x".to_owned(),
        part => part.to_owned(),
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Somebody who is logged in, with what is on their pages and on no other.
struct Person<'a> {
    browser: Browser<'a>,
    name: &'static str,
    address: &'static str,
    /// What their forms carry.
    proof: String,
}

impl<'a> Person<'a> {
    async fn enter(
        app: &'a TestApp,
        name: &'static str,
        address: &'static str,
        role: RoleKind,
    ) -> Self {
        let mut browser = Browser::with_role(app, address, role, None).await;
        let parsed = Address::parse(address).unwrap();
        let person = persons::by_address(&app.app.db, &parsed).await.unwrap().unwrap();
        persons::set_name(&app.app.db, person.id, name).await.unwrap();
        let proof = browser.get("/nb/min-side").await.field("bevis").to_owned();
        Self { browser, name, address, proof }
    }

    /// Their page is theirs: it says so, is kept nowhere, and has nothing that is only the other's.
    async fn walks(&mut self, path: &str, other: (&str, &str)) {
        let (name, proof) = other;
        let theirs = self.browser.get(path).await;
        assert!(!theirs.status.is_server_error(), "{path}: {}", theirs.body);
        if ASSETS.iter().any(|asset| path.starts_with(asset)) {
            return;
        }
        assert_eq!(theirs.header("cache-control"), "private, no-store", "{path}");
        assert_eq!(theirs.header("etag"), "", "{path}");
        // How a draft will look is shown as anybody would read it, and what is taken home has no frame.
        let is_framed = !path.ends_with("/forhandsvis") && !path.ends_with("/personvern.html");
        if is_page(&theirs) && is_framed {
            assert!(theirs.has(&format!("<p>{}</p>", self.name)), "{path}: {}", theirs.body);
        }
        assert!(!theirs.has(&format!("<p>{name}</p>")), "{path} is the other's");
        assert!(!theirs.has(proof), "{path} has what the other's forms carry");
    }
}

fn is_page(answer: &Answer) -> bool {
    answer.status == StatusCode::OK && answer.header("content-type").starts_with("text/html")
}

/// A good page that nothing forbids to keep. Of a search some answers are not worth it.
fn is_to_be_kept(path: &str, answer: &Answer) -> bool {
    is_page(answer)
        && !answer.header("cache-control").contains("no-store")
        && !path.contains("/sok")
}

async fn is_kept(app: &TestApp, path: &str) -> bool {
    let edition = app.app.edition.number().await.expect("the site has an edition");
    matches!(app.app.pages.get(AddressOf { edition, text: path }), Some(Entry::Kept(..)))
}

/// What nobody in particular gets on each, before there are people: none of it sets a cookie.
async fn of_nobody(app: &TestApp, ways: &[Way]) -> Vec<Answer> {
    let mut answers = Vec::with_capacity(ways.len());
    for Way { path, is_public } in ways {
        let answer = app.get(path).await;
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.body);
        assert_eq!(answer.header("set-cookie"), "", "{path}");
        assert_eq!(answer.status == StatusCode::FORBIDDEN, !is_public, "{path}: {}", answer.status);
        answers.push(answer);
    }
    answers
}

/// The same for the reader. What is shut tells how many have the role that opens it, so there the words may
/// change when somebody gets one.
fn is_as(after: &Answer, before: &Answer, is_public: bool) -> bool {
    if is_public {
        after.but_its_own() == before.but_its_own()
    } else {
        (after.status, after.header("cache-control"))
            == (before.status, before.header("cache-control"))
    }
}

both_engines! {
    async fn what_readers_get_is_untouched_by_people(app: TestApp) {
        app.import_samples().await;
        app.index().await;
        let network = Network::load(&app.app.db).await.unwrap();
        let centre = places::by_slug(&network, "usht-hedmark").unwrap();
        // Of those who write: somebody else's text to either of the two.
        let mut writer = Browser::new(&app);
        writer.log_in("rita@kommune.example.org").await;
        let fields = [("kind", "news"), ("title", "Bare et utkast"), ("lang", "nb"), ("centre", "")];
        let begun = writer.post("/nb/skriv/ny", &fields).await;
        let text = begun.header("location").rsplit('/').next().unwrap().to_owned();
        let ways = ways(&Site::default(), centre, &text);
        assert!(ways.len() > 120, "{}", ways.len());
        let before = of_nobody(&app, &ways).await;
        app.app.pages.clear();

        let mut anne =
            Person::enter(&app, "Anne Prøve", "anne@nettverket.example.org", RoleKind::Administrator).await;
        let mut knut =
            Person::enter(&app, "Knut Prøve", "knut@nettverket.example.org", RoleKind::Coordinator).await;
        let marks = [&anne, &knut].map(|one| [one.name.to_owned(), one.address.to_owned(), one.proof.clone()]);
        let mut kept = Vec::new();
        for (Way { path, is_public }, before) in ways.iter().zip(&before) {
            anne.walks(path, (knut.name, knut.proof.as_str())).await;
            assert!(!is_kept(&app, path).await, "{path}: what is hers is kept");
            assert!(is_as(&app.get(path).await, before, *is_public), "{path}");
            knut.walks(path, (anne.name, anne.proof.as_str())).await;
            let after = app.get(path).await;
            assert!(is_as(&after, before, *is_public), "{path}: {}", after.body);
            for mark in marks.as_flattened() {
                assert!(!after.has(mark), "{path} tells readers of {mark}");
            }
            let stays = is_kept(&app, path).await;
            assert!(*is_public || !stays, "{path} is not for anybody, and is kept");
            assert!(stays || !is_to_be_kept(path, before), "{path} is made for each reader");
            kept.extend(stays.then_some((path, before)));
        }

        // Without a database only memory answers.
        app.app.db.close_by_ref().await.unwrap();
        assert!(kept.len() > 50, "{}", kept.len());
        for (path, before) in kept {
            assert_eq!(app.get(path).await.but_its_own(), before.but_its_own(), "{path}");
        }
    }
}
