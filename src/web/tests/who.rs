//! Pages of nobody are the same bytes for everybody; pages of somebody known are kept nowhere.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header, request};

use super::HEADERS;
use crate::testing::who::{BROKEN, HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp, both_engines};
use crate::web::asset;

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const PROJECT: &str = "/nb/prosjekter/e2e-rolige-maltider";

/// Each template and each kind of answer: pages, feeds, data, papers, faults.
const PATHS: [&str; 88] = [
    "/nb/",
    "/nn/",
    "/se/",
    "/en/",
    "/nb/?per=2020-06-01",
    "/nb/prosjekter",
    "/nn/prosjekter?status=planned&resultat=worse&tema=ernaering",
    "/nb/prosjekter?sorter=tittel",
    "/nb/prosjekter?per=2023-01-01",
    "/nb/prosjekter?arkiv=1",
    PROJECT,
    "/en/prosjekter/e2e-rolige-maltider",
    "/nb/prosjekter/e2e-langt-ord",
    "/nn/prosjekter/e2e-doemeprosjekt",
    "/nb/prosjekter/e2e-rolige-maltider/kontakt",
    "/nb/prosjekter/e2e-rolige-maltider/kontakt/sendt",
    "/nb/prosjekter/e2e-rolige-maltider/utskrift",
    "/nb/prosjekter/e2e-rolige-maltider/utskrift?valg=1",
    "/nb/prosjekter/e2e-rolige-maltider/versjoner",
    "/nb/prosjekter/e2e-rolige-maltider?per=2010-01-01",
    "/nb/nyheter",
    "/nb/nyheter?arkiv=1",
    "/nb/nyheter/e2e-samling-i-mars",
    "/nb/nyheter/e2e-arkivert-nyhet",
    "/nb/publikasjoner",
    "/nb/publikasjoner/e2e-rapport",
    "/nb/publikasjoner/e2e-rapport?vis=hele",
    "/nb/publikasjoner/e2e-rapport/utskrift",
    "/nb/publikasjoner/e2e-rapport/pdf",
    "/nb/publikasjoner/e2e-rapport/referanse.ris",
    "/nb/publikasjoner/e2e-rapport/referanse.bib",
    "/nb/publikasjoner/e2e-rapport/referanse.json",
    "/nb/publikasjoner/e2e-veileder",
    "/nb/publikasjoner/e2e-veileder/metode",
    "/nb/publikasjoner/e2e-i-tre-utgaver?per=2017-01-01",
    "/nb/publikasjoner/e2e-i-tre-utgaver/versjoner",
    "/nb/publikasjoner/e2e-i-tre-utgaver/versjoner/2",
    "/nb/verktoy",
    "/nb/verktoy/e2e-sjekkliste",
    "/nb/verktoy/e2e-sjekkliste/kom-i-gang",
    "/nn/opplaeringspakker",
    "/nn/opplaeringspakker/e2e-pakke",
    "/nb/arrangementer",
    "/nb/arrangementer?tid=tidligere",
    "/nb/arrangementer/e2e-nettmote",
    "/nb/arrangementer/e2e-nettmote/kalender.ics",
    "/nb/sider/e2e-om-prosjektarbeid",
    "/nb/diagrammer",
    "/nb/logg-inn",
    "/nb/logg-inn/kode",
    "/nb/tema",
    "/nb/tema/ernaering",
    "/nb/tema/fall?per=2022-06-01",
    "/nb/sentre",
    "/nb/sentre?visning=kart",
    "/nn/sentre?visning=tidslinje&per=2017",
    "/nb/sentre?per=i-morgen",
    "/nb/sentre/usht-hedmark",
    "/nb/sentre/usht-hedmark/kontakt",
    "/nb/fylker",
    "/nb/fylker/34",
    "/nb/kommuner",
    "/nb/kommuner/3118",
    "/nb/sok",
    "/nb/sok?q=m%C3%A5ltid",
    "/nb/sok?q=fall&per=2022-06-01",
    "/nn/sok?q=xyzzyplugh",
    "/nb/sok/forslag?q=m",
    "/nb/sok/forslag.json?q=m",
    "/nb/sok.atom?q=m%C3%A5ltid",
    "/nb/alt.atom",
    "/nb/prosjekter.atom",
    "/nb/arrangementer.ics",
    "/nb/folg?side=sok&q=m%C3%A5ltid",
    "/nb/hefte?fra=prosjekter",
    "/nb/tips?side=prosjekter",
    "/nb/tips/sendt?side=prosjekter",
    "/sitemap.xml",
    "/sitemap/innhold-1.xml",
    "/robots.txt",
    "/api/v1/search?q=m%C3%A5ltid",
    "/api/v1/centres",
    "/api/v1/municipalities.csv?per=2012",
    "/nb/finnes-ikke",
    "/nb/prosjekter/e2e-trukket",
    "/nb/prosjekter?side=0",
    "/nb/prosjekter?per=i-fjor",
    "/nb/prosjekter/",
];

/// What has no language in its address and yet words: it is in the reader's.
const UNTOLD: [&str; 3] = ["/", "/nowhere", "/filer/ingen/fil.pdf"];

async fn site(engine: Engine) -> TestApp {
    let app = TestApp::new(engine).await;
    filled(&app).await;
    app
}

async fn filled(app: &TestApp) {
    app.import_samples().await;
    app.index().await;
}

/// All addresses: those of files and lasting ones have ids in them, which pages tell.
async fn paths(app: &TestApp) -> Vec<String> {
    let mut paths: Vec<String> = PATHS.iter().map(|path| (*path).to_owned()).collect();
    for (page, start) in
        [(PROJECT, "/filer/"), ("/nb/verktoy/e2e-sjekkliste", "/filer/"), (PROJECT, "/id/")]
    {
        let body = app.get(page).await.body;
        let (_, rest) = body.split_once(start).unwrap_or_else(|| panic!("{page} has no {start}"));
        paths.push(format!("{start}{}", rest.split(['"', '?', '#', '<']).next().unwrap()));
    }
    paths
}

/// A page as the first visitor asks for it.
async fn plain(app: &TestApp, path: &str) -> Answer {
    app.ask(from("192.0.2.1:4000", Request::get(path)).body(Body::empty()).unwrap()).await
}

/// The same as another asks for it, who is elsewhere and sends all that a browser may.
async fn dressed(app: &TestApp, path: &str) -> Answer {
    let mut request = from("[2001:db8::7]:50000", Request::get(path))
        .header(header::COOKIE, format!("theme=dark; __Host-okt={}; a=b", "ab".repeat(32)))
        .header(header::AUTHORIZATION, "Basic a2FyaTpoZW1tZWxpZw==")
        .header(header::USER_AGENT, "Mozilla/5.0 (iPhone)")
        .header(header::REFERER, "https://example.org/?q=hemmelig")
        .header(header::ACCEPT, "text/html,*/*;q=0.8")
        .header(header::HOST, "elsewhere.example")
        .header("x-forwarded-for", "198.51.100.4")
        .header("x-forwarded-host", "elsewhere.example")
        .header("sec-ch-ua-mobile", "?1")
        .header("dnt", "1")
        .header(HEADER, KARI);
    if says_language(path) {
        request = request.header(header::ACCEPT_LANGUAGE, "se,en;q=0.9");
    }
    app.ask(request.body(Body::empty()).unwrap()).await
}

fn says_language(path: &str) -> bool {
    ["/nb/", "/nn/", "/se/", "/en/"].iter().any(|start| path.starts_with(start))
}

pub fn from(address: &str, request: request::Builder) -> request::Builder {
    request.extension(ConnectInfo(address.parse::<SocketAddr>().unwrap()))
}

async fn known(app: &TestApp, path: &str) -> Answer {
    app.ask(Request::get(path).header(HEADER, KARI).body(Body::empty()).unwrap()).await
}

both_engines! {
    async fn pages_of_nobody_are_the_same_for_everybody(app: TestApp) {
        filled(&app).await;
        for path in paths(&app).await {
            let first = plain(&app, &path).await;
            assert!(!first.status.is_server_error(), "{path}");
            assert_eq!(
                first.but_its_own(),
                dressed(&app, &path).await.but_its_own(),
                "{path}"
            );
            assert_eq!(first.header("set-cookie"), "", "{path}");
            assert!(!first.header("cache-control").is_empty(), "{path}");
            let varies = first.headers.get_all(header::VARY).iter();
            let varies: Vec<_> = varies.map(|value| value.to_str().unwrap()).collect();
            assert_eq!(varies.contains(&"accept-language"), path.starts_with("/id/"), "{path}");
        }
    }
}

#[tokio::test]
async fn what_has_no_language_in_its_address_says_that_it_varies() {
    let app = site(Engine::Sqlite).await;
    for path in UNTOLD {
        let in_lang = async |lang| {
            let request = Request::get(path).header(header::ACCEPT_LANGUAGE, lang);
            app.ask(request.body(Body::empty()).unwrap()).await
        };
        let (nynorsk, english) = (in_lang("nn").await, in_lang("en").await);
        let answer = |answer: &Answer| (answer.header("location").to_owned(), answer.body.clone());
        assert_ne!(answer(&nynorsk), answer(&english), "{path}");
        let varies = english.headers.get_all(header::VARY).iter();
        assert!(varies.into_iter().any(|value| value == "accept-language"), "{path}");
    }
    app.end().await;
}

#[tokio::test]
async fn pages_of_somebody_known_are_kept_nowhere() {
    let app = site(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    let untold = UNTOLD.iter().map(|path| (*path).to_owned());
    for path in paths(&app).await.into_iter().chain(untold) {
        let theirs = known(&app, &path).await;
        assert_eq!(theirs.header("cache-control"), "private, no-store", "{path}");
        assert_eq!(theirs.header("etag"), "", "{path}");
        let nobodys = app.get(&path).await;
        assert_eq!(theirs.status, nobodys.status, "{path}");
        assert_ne!(nobodys.header("cache-control"), "private, no-store", "{path}");
        // What they kept before they were known is not taken for theirs.
        let again = Request::get(&path).header(HEADER, KARI);
        let again = again.header(header::IF_NONE_MATCH, nobodys.header("etag"));
        let again = app.ask(again.body(Body::empty()).unwrap()).await;
        assert_eq!(again.status, theirs.status, "{path}");
        assert_eq!(
            again.unstamped(),
            theirs.unstamped().replace(theirs.header("x-request-id"), again.header("x-request-id")),
            "{path}"
        );
    }
    let head = Request::head(PROJECT).header(HEADER, KARI).body(Body::empty()).unwrap();
    let head = app.ask(head).await;
    assert_eq!(head.header("cache-control"), "private, no-store");
    assert_eq!((head.header("etag"), head.body.as_str()), ("", ""));
    assert_eq!(head.header("content-length"), known(&app, PROJECT).await.body.len().to_string());
    // Style and script are the same for all, under names that stand for their bytes.
    let style = known(&app, asset("app.css")).await;
    assert_eq!(style.header("cache-control"), "public, max-age=31536000, immutable");
    app.end().await;
}

#[tokio::test]
async fn forms_that_are_refused_are_kept_nowhere_either() {
    let app = site(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    for (path, site, status) in [
        (format!("{PROJECT}/kontakt"), "same-origin", StatusCode::UNPROCESSABLE_ENTITY),
        ("/nb/tips?side=prosjekter".to_owned(), "same-origin", StatusCode::UNPROCESSABLE_ENTITY),
        (format!("{PROJECT}/kontakt"), "cross-site", StatusCode::FORBIDDEN),
        ("/nb/prosjekter".to_owned(), "same-origin", StatusCode::METHOD_NOT_ALLOWED),
    ] {
        let request = Request::post(&path)
            .header(HEADER, KARI)
            .header("sec-fetch-site", site)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from("epost=nei"))
            .unwrap();
        let answer = app.ask(request).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("cache-control"), "private, no-store", "{path}");
    }
    app.end().await;
}

#[tokio::test]
async fn who_can_not_be_looked_up_is_told_so_and_is_not_nobody() {
    let app = site(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    let request = Request::get("/nn/prosjekter").header(HEADER, BROKEN);
    let answer = app.ask(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.has("<html lang=\"nn\"") && answer.has(answer.header("x-request-id")));
    for (name, value) in HEADERS {
        assert!(answer.header(name).contains(value), "{name}");
    }
    assert!(!answer.has("sessions"), "the cause is for the log alone");
    let style = Request::get(asset("app.css")).header(HEADER, BROKEN);
    assert_eq!(app.ask(style.body(Body::empty()).unwrap()).await.status, StatusCode::OK);
    app.end().await;
}
