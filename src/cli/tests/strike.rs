//! What is said of a strike: of addresses that lead nowhere any more, and of attachments that stand.

use serde_json::{Value, json};

use crate::cli::strike::around;
use crate::cli::strike_told as told;
use crate::db;
use crate::extract::tests::made;
use crate::items::{Passage, WriteError, Writer, files, read};
use crate::testing::{TestApp, both_engines};

fn line(title: &str, body: &str) -> Value {
    json!({
        "kind": "project", "external_id": "p1", "lang": "nb", "title": title, "body": body,
        "published_at": "2026-01-10"
    })
}

/// What is said to go, and what to stand, when the passage is struck from `p1`. Nothing is done, unless
/// it is said so.
async fn said(app: &TestApp, passage: &str) -> (Vec<String>, Vec<String>) {
    said_of(app, &Passage::new(passage).unwrap(), false).await
}

async fn said_of(app: &TestApp, passage: &Passage, yes: bool) -> (Vec<String>, Vec<String>) {
    let db = &app.app.db;
    let item = read::by_external_id(db, "p1").await.unwrap().unwrap();
    let around = around(&app.app, &item, passage).await.unwrap();
    let tx = db::begin(db).await.unwrap();
    let struck = Writer::new(&tx, &app.app.clock, app.app.kinds.stored())
        .strike_passage(item.id, passage, "[strøket]", "Personvern", &around.elsewhere)
        .await
        .unwrap();
    let ended = if yes { tx.commit().await } else { tx.rollback().await };
    ended.unwrap();
    (told::struck(&item, "prosjekter", &struck), told::left(&item, passage, &struck, &around))
}

fn has(lines: &[String], line: &str) -> bool {
    lines.iter().any(|one| one == line)
}

both_engines! {
    async fn addresses_of_now_and_before_are_told(app: TestApp) {
        app.import(&[line("Om Kari Nordmann", "Hei.")]).await;
        let (goes, stands) = said(&app, "Kari Nordmann").await;
        let now = "p1: its address. /prosjekter/om-kari-nordmann leads nowhere any more; \
                   the page is at /prosjekter/om-stroket";
        assert!(has(&goes, now), "{goes:?}");
        assert!(has(&goes, "p1: 1 place(s) in 1 revision(s)"), "{goes:?}");
        assert_eq!(stands, Vec::<String>::new());
        let mut moved = line("Nattevakt", "Hei igjen.");
        moved["slug"] = json!("nattevakt");
        app.import(&[moved]).await;
        let (goes, _) = said(&app, "Kari Nordmann").await;
        let old = "p1: an address that led to it: /prosjekter/om-kari-nordmann leads nowhere any more";
        assert!(has(&goes, old), "{goes:?}");
        assert!(!goes.iter().any(|line| line.contains("its address.")), "the one of now stands: {goes:?}");
        let (goes, _) = said(&app, "Nattevakt").await;
        assert!(!goes.iter().any(|line| line.contains("led to it")), "{goes:?}");
    }

    async fn attachments_that_have_it_are_told_with_how_to_strike_them(app: TestApp) {
        let (with, without) = (made::pdf(&["Forside", "Kari Nordmann sa det."]), made::pdf(&["Noe annet."]));
        std::fs::write(app.folder().join("Rutine.pdf"), &with).unwrap();
        std::fs::write(app.folder().join("Annet.pdf"), &without).unwrap();
        let mut one = line("Nattevakt", "Kari Nordmann var her.");
        one["files"] = json!([{ "file": "Rutine.pdf", "title": "Rutine" }, { "file": "Annet.pdf", "title": "Annet" }]);
        app.import(&[one]).await;
        assert_eq!(said(&app, "Kari Nordmann").await.1, Vec::<String>::new(), "nobody has read them yet");
        assert_eq!(app.read_files().await, 2);
        let id = crate::files::id_of(&crate::files::digest(&with));
        let told = format!("Not touched: the text of the file rutine.pdf has it. Say `padriver strike file {id}`");
        assert_eq!(said(&app, "Kari Nordmann").await.1, std::slice::from_ref(&told));
        // Also one that only an earlier text has.
        app.import(&[line("Nattevakt", "Ny tekst.")]).await;
        assert_eq!(said(&app, "Kari Nordmann").await.1, [told]);
        let done = db::transaction::<Vec<_>, WriteError, _>(&app.app.db, |tx| {
            let app = app.app.clone();
            Box::pin(async move {
                Writer::new(tx, &app.clock, app.kinds.stored()).strike_file(id, "Personvern").await
            })
        });
        assert_eq!(done.await.unwrap().len(), 1);
        assert_eq!(said(&app, "Kari Nordmann").await.1, Vec::<String>::new());
    }

    async fn inflected_and_compound_words_that_stand_are_told_with_how_often(app: TestApp) {
        std::fs::write(app.folder().join("Om.pdf"), made::pdf(&["Zebraolsenfamilien og Zebraolsen"])).unwrap();
        let mut one = line("Nattevakt", "Zebraolsen kom. Zebraolsens hus, *Zebra*olsens hage og Zebraolsenfamilien.");
        one["contact"] = json!({ "role": "Zebraolsens leder", "email": "leder@example.org" });
        one["files"] = json!([{ "file": "Om.pdf", "title": "Om" }]);
        let mut other = line("Dagvakt", "Hos Zebraolsens, i Zebraolsens hus.");
        other["external_id"] = json!("p2");
        app.import(&[one, other]).await;
        assert_eq!(app.read_files().await, 1);
        let passage = Passage::new("Zebraolsen").unwrap();
        let id = files::of_item(&app.app.db, read::by_external_id(&app.app.db, "p1").await.unwrap().unwrap().id).await.unwrap()[0];
        let file = format!("in the text of the file om.pdf. Say `padriver strike file {id}`");
        let others = "Not touched: «zebraolsens», 2 times in other items: p2";
        let what_to_do = "Say --forms to strike «zebraolsens» from p1 too. Other words are passages of their own.";
        let (goes, stands) = said_of(&app, &passage, true).await;
        assert_eq!(goes, ["p1: 1 place(s) in 1 revision(s)"]);
        assert_eq!(stands, [
            "Not touched: «zebraolsenfamilien», 1 time in p1",
            "Not touched: «zebraolsens», 3 times in p1",
            "Not touched: the text of the file om.pdf has it. Say `padriver strike file ID`",
            "Not touched: «zebraolsenfamilien», 1 time FILE",
            others,
            what_to_do,
        ].map(|line| line.replace("FILE", &file).replace("ID`", &format!("{id}`"))));
        // A second run finds nothing to strike, and says what is left.
        let (goes, stands) = said_of(&app, &passage, true).await;
        assert_eq!(goes, [""; 0]);
        assert!(has(&stands, "Not touched: «zebraolsens», 3 times in p1") && has(&stands, what_to_do), "{stands:?}");
        // What the flag takes along is told, and gone then.
        let forms = passage.with_forms();
        let (goes, stands) = said_of(&app, &forms, true).await;
        assert!(has(&goes, "p1: among these «zebraolsens», 2 times"), "{goes:?}");
        assert!(has(&goes, "p1: the role of the contact; the contact itself stays"), "{goes:?}");
        assert!(!stands.iter().any(|line| line.contains("«zebraolsens»") && line.ends_with("in p1")), "{stands:?}");
        assert!(has(&stands, others) && !has(&stands, what_to_do), "{stands:?}");
        assert!(has(&stands, "Words that are to go too are passages of their own."), "{stands:?}");
        let body = async || match read::by_slug(&app.app.db, "project", "nattevakt", None).await.unwrap() {
            read::Found::Here(shown) => shown.content.body,
            _ => panic!("it is there"),
        };
        let text = body().await;
        assert!(text.contains("Zebraolsenfamilien") && !text.to_lowercase().contains("olsens"), "{text}");
        let (goes, stands) = said_of(&app, &Passage::new("Zebraolsenfamilien").unwrap(), true).await;
        assert_eq!(goes, ["p1: 1 place(s) in 1 revision(s)"], "{stands:?}");
        assert!(!body().await.to_lowercase().contains("olsen"));
    }

    async fn of_a_name_of_two_words_each_is_looked_for(app: TestApp) {
        app.import(&[line("Nattevakt", "Kari Zebraolsen kom. Kari Zebraolsens hus. Hos Zebraolsen, sa K. Zebraolsens mor.")]).await;
        let (goes, stands) = said(&app, "Kari Zebraolsen").await;
        assert!(has(&goes, "p1: 1 place(s) in 1 revision(s)"), "{goes:?}");
        assert_eq!(stands, [
            "Not touched: «kari», 1 time in p1",
            "Not touched: «kari zebraolsens», 1 time in p1",
            "Not touched: «zebraolsen», 1 time in p1",
            "Not touched: «zebraolsens», 2 times in p1",
            "Say --forms to strike «kari zebraolsens» from p1 too. Other words are passages of their own.",
        ]);
        let (goes, stands) = said_of(&app, &Passage::new("Kari Zebraolsen").unwrap().with_forms(), false).await;
        assert!(has(&goes, "p1: 2 place(s) in 1 revision(s)"), "{goes:?}");
        assert!(has(&goes, "p1: among these «kari zebraolsens», 1 time"), "{goes:?}");
        assert_eq!(stands.len(), 3, "{stands:?}");
        // Of a whole sentence, words that anybody says are not.
        let (_, stands) = said(&app, "Hos Zebraolsen, sa K. Zebraolsens mor").await;
        assert!(stands.iter().all(|line| !line.contains("«hus»") && !line.contains("«mor»")), "{stands:?}");
    }

    async fn an_address_in_the_genitive_is_told_and_can_be_struck(app: TestApp) {
        app.import(&[line("Zebraolsens hus", "Hei.")]).await;
        let passage = Passage::new("Zebraolsen").unwrap();
        let (goes, stands) = said_of(&app, &passage, false).await;
        assert_eq!(goes, [""; 0]);
        assert!(stands[0].starts_with("Not touched: «zebraolsens», "), "title and address: {stands:?}");
        said_of(&app, &passage.with_forms(), true).await;
        assert_eq!(app.get("/nb/prosjekter/zebraolsens-hus").await.status.as_u16(), 404);
        assert!(app.get("/nb/prosjekter/stroket-hus").await.has("[strøket] hus"));
    }

    async fn what_else_stands_is_told(app: TestApp) {
        let mut english = line("Night shift", "Hi.");
        (english["external_id"], english["lang"]) = (json!("p1-en"), json!("en"));
        english["translation_of"] = json!("p1");
        let mut other = line("Dagvakt", "Kari Nordmann igjen.");
        other["external_id"] = json!("p2");
        app.import(&[line("Nattevakt", "Kari Nordmann sa det."), english, other]).await;
        let (_, stands) = said(&app, "Kari Nordmann").await;
        assert_eq!(stands, ["Not touched: p2 has it too", "p1-en is a translation of it: look there too."]);
    }
}
