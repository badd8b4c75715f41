//! A database that an earlier program made: it migrates on both engines, and every page reads as it did.

use sea_orm::ConnectionTrait;
use time::OffsetDateTime;
use time::macros::datetime;

use crate::clock::Clock;
use crate::config::RateLimits;
use crate::items::refile;
use crate::site::Site;
use crate::testing::{Engine, NOW, TestApp, TestDb};
use crate::{db, start};

/// What the program wrote, and each of its pages as text, by address. `README.md` says how.
const SQLITE: &str = include_str!("sqlite.sql");
const POSTGRES: &str = include_str!("postgres.sql");
const PAGES: &str = include_str!("pages.txt");

/// When the pages were read.
const READ: OffsetDateTime = datetime!(2026-11-29 12:00 UTC);

/// What reads otherwise on purpose once all is filed anew: the program before filed what went on under
/// the years until its own, and said so of days before those years too.
const MENDED: [(&str, &str, &str); 1] = [(
    "/nb/prosjekter?per=2024-06-01",
    "År År 2026 1 treff 2025 1 treff 2024 1 treff",
    "År År 2024 1 treff",
)];

/// What is put otherwise on purpose since then, on any page.
const REWORDED: [(&str, &str); 15] = [
    ("your own e-mail program", "your own email program"),
    // The sentence on how it went has a name of its own, and facts stand as in the form.
    ("Endret: Tittel, Kort om resultatet, Bilde", "Endret: Tittel, Resultatet i én setning, Bilde"),
    (
        "på tre avdelinger Kort om resultatet Flere",
        "på tre avdelinger Resultatet i én setning Flere",
    ),
    ("Ved bordet, Revidert, Versjon.", "Ved bordet, Versjon, Revidert."),
    (
        "Revidert Lagt til: september 2021 Slutt på endringen. Versjon Tatt bort: 2 Slutt på endringen. \
         Lagt til: 3 Slutt på endringen.",
        "Versjon Tatt bort: 2 Slutt på endringen. Lagt til: 3 Slutt på endringen. \
         Revidert Lagt til: september 2021 Slutt på endringen.",
    ),
    // An event's calendar stands beside its day, and a centre's facts are said once.
    ("Legg i kalenderen Skriv ut, og velg", "Skriv ut, og velg"),
    ("Prøvesenteret fra 2015 Fakta", "Prøvesenteret Fakta"),
    (
        "Utviklingssenter for sykehjem og hjemmetjenester Utviklingssenter for sykehjem og hjemmetjenester \
         Innlandet (Hedmark) fra 1. januar 2017 Fakta",
        "Utviklingssenter for sykehjem og hjemmetjenester Innlandet (Hedmark) Fakta",
    ),
    // A link is heard as a sentence, and what is counted stands in the plural.
    ("Les Utg", "Les utg"),
    ("Se endringene Utgave", "Se endringene i utgave"),
    ("Prosjekt (1) Maten", "1 prosjekt Maten"),
    // What goes on without an end went on when it was last told of: more is not known.
    ("målt Pågående Lag", "målt Pågående da siden sist ble oppdatert Lag"),
    ("Pågående, fra 2023 Kort", "Pågående da siden sist ble oppdatert, fra 2023 Kort"),
    ("Status Pågående Periode", "Status Pågående da siden sist ble oppdatert Periode"),
    ("Status Pågående 1 treff", "Status Pågående da siden sist ble oppdatert 1 treff"),
];

/// What is new on purpose since then: the way to begin a work of one's own, who has taken it into use, what one
/// often comes for near the top, and the way in to a centre and to all that is said of it.
const ADDED: [&str; 19] = [
    " Sett i gang Svar på tre spørsmål, legg inn det første tallet, og se diagrammet.",
    " Sett i gang I bruk hos andre Ingen har sagt at de har tatt det i bruk ennå Vi tar dette i bruk",
    " Set i gang I bruk hos andre Ingen har sagt at dei har teke det i bruk enno Vi tek dette i bruk",
    " Get going In use elsewhere Nobody has said yet that they have adopted it We are adopting this",
    " I bruk hos andre Ingen har sagt at de har tatt det i bruk ennå Vi tar dette i bruk",
    " Mest tatt i bruk",
    // A list is data as well.
    " Listen som data: Excel , CSV , JSON . Skal du åpne listen i et regneark, velger du Excel. De andre er for programmer.",
    " Legg i kalenderen Ta kontakt Skriv ut",
    " Legg i kalenderen Skriv ut",
    " Ta kontakt Skriv ut Vis til teksten",
    " Ta kontakt Skriv ut",
    " Skriv ut Vis til teksten",
    " Get in touch Print Cite",
    " Get in touch Print",
    " Print Cite",
    " Vertskommunen Hamar har sitt eget nettsted og kan vise deg videre: hamar.kommune.no .",
    " Kryss av alle Fjern alle kryss",
    " Vis alt fra 1 kilde",
    " Vis alt fra 2 kilder",
];

/// Without the reference in APA and Vancouver, which the program before did not tell.
fn without_styles(reads: &str) -> String {
    let heading = [" APA og Vancouver", " APA and Vancouver"];
    let Some(begin) = heading.into_iter().find_map(|words| reads.find(words)) else {
        return reads.to_owned();
    };
    let last = ["Tilgjengelig fra: ", "Tilgjengeleg frå: ", "Available from: "];
    let of = |words: &str| Some(begin + reads[begin..].find(words)? + words.len());
    let address = last.into_iter().find_map(of).expect("Vancouver ends in an address");
    let (_, rest) = reads[address..].split_once(' ').unwrap_or_default();
    format!("{} {rest}", &reads[..begin])
}

/// What is read between the landmarks of a page, with one space between any two words.
fn text(page: &str) -> String {
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
    let main = main.map_or(page, |(main, _)| main);
    let main = without_paper(main);
    let mut rest = main.split_once('>').map_or("", |(_, inside)| inside);
    let mut text = String::new();
    while let Some((before, tag)) = rest.split_once('<') {
        text += before;
        text.push(' ');
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    let words: Vec<String> = (text + rest).split_whitespace().map(without_id).collect();
    words.join(" ")
}

/// Without the chapters of a publication that are seen on paper only.
fn without_paper(main: &str) -> String {
    let Some((before, rest)) = main.split_once("<div class=\"on-paper\">") else {
        return main.to_owned();
    };
    let after = rest.split_once("</article>").map_or("", |(_, after)| after);
    format!("{before}</article>{after}")
}

/// The databases of the two engines were made apart, and the ids in them are others.
fn without_id(word: &str) -> String {
    match word.split_once("/id/") {
        Some((before, id)) if id.len() >= 36 => format!("{before}/id/*{}", &id[36..]),
        _ => word.to_owned(),
    }
}

/// Each address with the status and the text that the program before answered.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAGES.lines().map(|line| line.split_once('\t').expect("an address, a tab, a text"))
}

async fn migrated(engine: Engine) -> TestApp {
    let test = TestDb::empty(engine).await;
    let made = if engine == Engine::Sqlite { SQLITE } else { POSTGRES };
    test.db.execute_unprepared(made).await.unwrap();
    db::migrate(&test.db).await.unwrap();
    db::check(&test.db).await.unwrap();
    // As the program does when it starts.
    let (clock, kinds) = (Clock::fixed(NOW), Site::default().kinds());
    start::load_registers(&test.db, &clock).await.unwrap();
    refile::file_unfiled(&test.db, &clock, kinds.stored()).await.unwrap();
    TestApp::on(test, Site::default(), RateLimits { on: false, ..RateLimits::default() }).await
}

async fn every_page_reads_as_it_did(engine: Engine) {
    let app = migrated(engine).await;
    // Some pages say which day it is.
    app.app.clock.advance(READ - NOW);
    assert!(pages().count() > 30);
    let mut other = Vec::new();
    // Before and after all is filed anew, which the server does beside the pages.
    for filed in [false, true] {
        if filed {
            assert!(app.run_jobs().await > 0);
        }
        for (address, was) in pages() {
            let mended = MENDED.iter().filter(|(of, ..)| filed && *of == address);
            let was = mended.fold(was.to_owned(), |was, (_, wrong, right)| {
                assert!(was.contains(wrong), "{address}");
                was.replace(wrong, right)
            });
            let was = REWORDED.iter().fold(was, |was, (old, new)| was.replace(old, new));
            let answer = app.get(address).await;
            let reads = match answer.header("location") {
                "" => text(&answer.body),
                there => there.to_owned(),
            };
            let reads = without_styles(&format!("{} {reads}", answer.status.as_u16()));
            let new = ADDED.iter().filter(|new| !was.contains(**new));
            let reads = new.fold(reads, |reads, new| reads.replacen(new, "", 1));
            if reads != was {
                other
                    .push(format!("{address}, filed anew: {filed}\n  read {was}\n  reads {reads}"));
            }
        }
    }
    assert!(other.is_empty(), "{engine:?}: {}", other.join("\n"));
    app.end().await;
}

#[tokio::test]
async fn every_page_reads_as_it_did_on_sqlite() {
    every_page_reads_as_it_did(Engine::Sqlite).await;
}

#[tokio::test]
async fn every_page_reads_as_it_did_on_postgres() {
    every_page_reads_as_it_did(Engine::Postgres).await;
}
