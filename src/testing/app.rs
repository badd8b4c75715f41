//! The whole site in process, entered by the front door.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use time::Date;
use time::format_description::well_known::Iso8601;
use time::macros::time;

use super::{Engine, Folder, NOW, TestDb};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{self, Common, Serving, Settings};
use crate::exchange::{Context, Imported, import_file};
use crate::extract::TextReader;
use crate::files::Files;
use crate::find;
use crate::items::Registers;
use crate::items::catalogue::Catalogue;
use crate::limits::RateLimiters;
use crate::login;
use crate::mail::Post;
use crate::ops;
use crate::page_cache::{PageCache, PublicEdition};
use crate::pdf::Press;
use crate::seal::Seal;
use crate::search::{Index, Missed, Titles};
use crate::site::Site;
use crate::web::Served;

pub struct TestApp {
    pub app: App,
    pub served: Served,
    site: Site,
    database: TestDb,
    folder: Folder,
}

/// What came back, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

/// A second copy of the site, which has nothing of the first in its memory.
pub struct OtherCopy(Served);

impl OtherCopy {
    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(&self.0, Request::get(path).body(Body::empty()).unwrap()).await
    }
}

impl TestApp {
    pub async fn new(engine: Engine) -> Self {
        Self::with(engine, config::RateLimits { on: false, ..config::RateLimits::default() }).await
    }

    pub async fn with(engine: Engine, limits: config::RateLimits) -> Self {
        Self::of(Site::default(), engine, limits).await
    }

    /// A site of other rooms than ours alone.
    pub async fn of(site: Site, engine: Engine, limits: config::RateLimits) -> Self {
        Self::on(TestDb::seeded(engine).await, site, limits).await
    }

    /// The site on a database that is ready to be served from.
    pub async fn on(database: TestDb, site: Site, limits: config::RateLimits) -> Self {
        site.add_words().unwrap();
        // Before the first thing that is counted.
        ops::metrics::install();
        let folder = Folder::new();
        let clock = Clock::fixed(NOW);
        let db = database.db.clone();
        let common = Common {
            database: Some(database.url.clone()),
            data_dir: Some(folder.path().to_owned()),
            ..Common::default()
        };
        let mut settings = Settings::read(&common, &Serving::default()).unwrap();
        settings.limits = limits;
        settings.public_url = Some("https://padriver.example".to_owned());
        let mail = folder.path().join("mail");
        let (index, titles) = (Index::in_memory(&site.search_facets()), Titles::default());
        let pages = PageCache::new(settings.page_cache);
        let catalogue = Catalogue::new(&db);
        catalogue.build().await.unwrap();
        let seal = Seal::load(&db, &clock).await.unwrap();
        let app = App {
            files: Files::at(&settings.files).unwrap(),
            limits: Arc::new(RateLimiters::new(&limits, &site.meters(), &seal, &clock)),
            press: Press::default(),
            settings: Arc::new(settings),
            kinds: site.kinds(),
            menu: site.menu(),
            indexed: site.indexed(),
            doors: site.doors(),
            post: Post::folder(&mail, "Pådriver <ikke-svar@example.org>").unwrap(),
            reader: TextReader::new().unwrap(),
            edition: PublicEdition::new(&catalogue, &clock, &index, &titles, &pages),
            pages,
            catalogue,
            index,
            titles,
            missed: Missed::default(),
            seal,
            identify: login::identify,
            clock,
            db,
        };
        Self { served: site.serve(app.clone()), app, site, database, folder }
    }

    /// The same site with something about it changed, such as its settings.
    pub fn changed(mut self, change: impl FnOnce(&mut App)) -> Self {
        change(&mut self.app);
        self.served = self.site.serve(self.app.clone());
        self
    }

    /// The same site with every page made for each who asks, of the database alone: for what is counted
    /// when it is made, and for what is changed behind the program's back.
    pub fn uncached(self) -> Self {
        self.changed(|app| {
            app.pages = PageCache::default();
            app.catalogue = Catalogue::of_database(&app.db);
        })
    }

    /// The same site, with nothing that can be written.
    pub async fn read_only(self) -> Self {
        let db = self.database.read_only().await;
        self.changed(|app| app.db = db)
    }

    /// The same site with a replica of its database: the same once more.
    pub async fn with_replica(self) -> Self {
        let db = crate::db::connect(self.database_url()).await.unwrap();
        let db = crate::db::with_replica(db, self.database_url()).await.unwrap();
        self.changed(|app| {
            app.catalogue = Catalogue::of_database(&db);
            let App { catalogue, clock, index, titles, pages, .. } = &*app;
            app.edition = PublicEdition::new(catalogue, clock, index, titles, pages);
            app.db = db;
        })
    }

    pub async fn end(self) {
        let Self { app, served, site: _, database, folder } = self;
        drop((app, served, folder));
        database.end().await;
    }

    /// Where the database is, for a program of its own.
    pub fn database_url(&self) -> &str {
        &self.database.url
    }

    /// A connection of its own to the same database, as another program has.
    pub async fn beside(&self) -> crate::db::Db {
        crate::db::connect(&self.database.url).await.unwrap()
    }

    /// Another copy of the program, on the same database and the same files.
    pub async fn copy(&self) -> OtherCopy {
        let mut app = self.app.clone();
        app.db = self.beside().await;
        app.files = Files::at(&app.settings.files).unwrap();
        app.catalogue = Catalogue::of_database(&app.db);
        app.pages = PageCache::new(app.settings.page_cache);
        let App { catalogue, clock, index, titles, pages, .. } = &app;
        app.edition = PublicEdition::new(catalogue, clock, index, titles, pages);
        OtherCopy(self.site.serve(app))
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        Answer::of(&self.served, request).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form as a browser on our own page would.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(path, "application/x-www-form-urlencoded", body).await
    }

    /// Sends a body as it is, of whatever kind, from our own page.
    pub async fn send(&self, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin")
            .body(body.into())
            .unwrap();
        self.ask(request).await
    }

    /// Sends a form six times at once, as somebody does who presses and presses.
    pub async fn press_and_press(&self, path: &str, fields: &[(&str, &str)]) -> [Answer; 6] {
        let press = || self.post(path, fields);
        // On the heap: six requests are large.
        Box::pin(async { tokio::join!(press(), press(), press(), press(), press(), press()) })
            .await
            .into()
    }

    /// What an import needs, with its files in this folder.
    pub fn context<'a>(
        &'a self,
        registers: &'a Registers,
        folder: &'a std::path::Path,
    ) -> Context<'a> {
        let App { db, clock, files, kinds, .. } = &self.app;
        let (force, over_strikes) = (false, false);
        Context { db, clock, files, kinds, registers, folder, force, over_strikes }
    }

    /// Imports lines of the exchange format, as the command does.
    pub async fn import_text(&self, lines: &str) -> Imported {
        let file = self.folder.path().join("lines.jsonl");
        std::fs::write(&file, lines).unwrap();
        let registers = Registers::load(&self.app.db).await.unwrap();
        import_file(&self.context(&registers, self.folder()), &file, &|_| {}).await.unwrap()
    }

    /// Imports lines that must all be good.
    pub async fn import(&self, lines: &[serde_json::Value]) {
        let text: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let imported = self.import_text(&text.join("\n")).await;
        assert_eq!(imported.failures, []);
    }

    /// Imports each line on the day that it says it was changed, as if it had come in then: a text that
    /// takes the place of another is public from the day of the import on, and not before.
    pub async fn import_in_time(&self, lines: &[serde_json::Value]) {
        let clock = &self.app.clock;
        let now = clock.now();
        for line in lines {
            let day = line["updated_at"].as_str().and_then(|day| day.get(..10));
            let day = day.map(|day| Date::parse(day, &Iso8601::DATE).unwrap());
            // In Oslo it is still the same day.
            let then = day.map_or(now, |day| day.with_time(time!(20:00)).assume_utc());
            clock.advance(then - now);
            self.import(std::slice::from_ref(line)).await;
            clock.advance(now - then);
        }
    }

    /// Imports what the browser's checks walk through.
    pub async fn import_samples(&self) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("e2e/content");
        let registers = Registers::load(&self.app.db).await.unwrap();
        let context = self.context(&registers, &folder);
        let imported = import_file(&context, &folder.join("items.jsonl"), &|_| {}).await.unwrap();
        assert_eq!(imported.failures, []);
    }

    /// Brings the search index up to the change feed, as the running server does all the time.
    pub async fn index(&self) {
        find::follow::keep_synonyms(&self.app, &mut None).await.unwrap();
        find::follow::keep_names(&self.app, &mut None).await.unwrap();
        find::follow::catch_up(&self.app).await.unwrap();
    }

    /// Runs every job that is due; tells how many there were.
    pub async fn run_jobs(&self) -> usize {
        self.site.worker(&self.app).run_dry().await.unwrap()
    }

    /// Reads every attachment that waits, as the running server does; tells how many there were.
    pub async fn read_files(&self) -> usize {
        self.site.long_worker(&self.app).run_dry().await.unwrap()
    }

    /// The letters sent so far, as they went out.
    pub fn letters(&self) -> Vec<String> {
        let Ok(entries) = self.folder.path().join("mail").read_dir() else { return Vec::new() };
        entries.map(|e| std::fs::read_to_string(e.unwrap().path()).unwrap()).collect()
    }
}

impl Answer {
    async fn of(served: &Served, request: Request<Body>) -> Self {
        let (parts, body) = served.answer(request).await.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Self { status: parts.status, headers: parts.headers, body }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// All but what each answer has of its own: what names the request, and the stamp of a form.
    pub fn but_its_own(&self) -> (StatusCode, HeaderMap, String) {
        let mut headers = self.headers.clone();
        let id = headers.remove("x-request-id").expect("each answer names its request");
        let body = self.unstamped().replace(id.to_str().unwrap(), "");
        (self.status, headers, body)
    }

    /// Each form has a stamp of its own.
    pub fn unstamped(&self) -> String {
        let found = self.body.split_once("name=\"stempel\" value=\"");
        let parts = found.and_then(|(before, rest)| Some((before, rest.split_once('"')?.1)));
        parts.map_or_else(|| self.body.clone(), |(before, after)| format!("{before}{after}"))
    }

    /// The value of a field of a form on the page.
    pub fn field(&self, name: &str) -> &str {
        let at = self.body.find(&format!("name=\"{name}\"")).expect(name);
        let rest = &self.body[at..];
        rest.split_once("value=\"").and_then(|(_, v)| v.split_once('"')).expect(name).0
    }
}
