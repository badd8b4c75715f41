//! Every kind is written by its own form; and what is struck by law is struck beside the texts as well.

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::{RITA, begin, centres, filled, person, send, write};
use crate::db;
use crate::editing::notes;
use crate::forms::Filled;
use crate::items::{Elsewhere, Passage, Working, Writer, remark, set_aside};
use crate::rights::RoleKind::{Administrator, Coordinator, Editor};
use crate::testing::{both_engines, full_facts};

fn id(page: &str) -> Uuid {
    page.rsplit('/').next().unwrap().parse().unwrap()
}

both_engines! {
    async fn each_kind_is_written_by_its_own_form(app: TestApp) {
        let mut anne = person(&app, "anne@nettverket.example.org", Some((Coordinator, None))).await;
        for kind in app.app.kinds.iter() {
            let name = kind.name;
            let page = begin(&mut anne, name, &format!("Om {name}"), None).await;
            let facts = full_facts(name);
            let typed = Filled::of(&(kind.form)(), &facts).typed;
            let shared = [("title", "Alt er fylt ut"), ("lang", "nb"), ("lead", "Kort sagt.")];
            let mut fields = filled(&mut anne, &page, &shared).await;
            for input in typed.names() {
                let of_input = typed.values(input).iter();
                fields.extend(of_input.map(|value| (format!("facts.{input}"), value.clone())));
            }
            if kind.has_body {
                fields.push(("body".to_owned(), "## Bakgrunn\n\nDet begynte slik.".to_owned()));
            }
            let saved = send(&mut anne, &page, &fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{name}: {}", saved.body);
            let stored = Working::open(&app.app.db, id(&page)).await.unwrap().unwrap();
            assert_eq!(stored.content().facts, (kind.check)(facts).unwrap(), "{name}");
            assert_eq!(stored.number(), 2, "{name}");
            let shown = anne.get(&page).await;
            assert!(shown.status == StatusCode::OK && shown.has("Kort sagt."), "{name}");
            let preview = anne.get(&format!("{page}/forhandsvis")).await;
            assert_eq!(preview.status, StatusCode::OK, "{name}: {}", preview.body);
            assert!(preview.has("Forhåndsvisning") && preview.has("Alt er fylt ut"), "{name}");
            assert_eq!(preview.has("Det begynte slik."), kind.has_body, "{name}");
        }
    }

    async fn what_is_struck_is_struck_from_remarks_and_texts_set_aside(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let fields = |lead: &'static str| -> Vec<(&str, &str)> {
            vec![("title", "Rolige måltider"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead)]
        };
        let late = filled(&mut rita, &page, &fields("Sent: Kari Nordmann i nummer 4.")).await;
        write(&mut rita, &page, &fields("Kari Nordmann i nummer 4.")).await;
        assert_eq!(send(&mut rita, &page, &late).await.status, StatusCode::CONFLICT);
        let remarked = [("sted", "Kari Nordmann"), ("merknad", "Skal Kari Nordmann nevnes?")];
        rita.post(&format!("{page}/merknader"), &remarked).await;
        let (db, clock) = (&app.app.db, &app.app.clock);
        let passage = Passage::new("Kari Nordmann").unwrap();
        let elsewhere = Elsewhere::look(db, clock, id(&page), &passage).await.unwrap();
        let tx = db::begin(db).await.unwrap();
        let writer = Writer::new(&tx, clock, app.app.kinds.stored());
        let struck = writer.strike_passage(id(&page), &passage, "[…]", "Personvern", &elsewhere).await;
        assert!(!struck.unwrap().is_nothing());
        tx.commit().await.unwrap();
        let remarks = remark::Entity::find().all(db).await.unwrap();
        let aside = set_aside::Entity::find().all(db).await.unwrap();
        assert_eq!((remarks.len(), aside.len()), (1, 1));
        for text in [&remarks[0].passage, &remarks[0].words, &aside[0].content.to_string()] {
            assert!(text.contains("[…]") && !text.contains("Nordmann"), "{text}");
        }
        let shown = rita.get(&format!("{page}/forskjeller")).await;
        assert!(shown.status == StatusCode::OK && !shown.has("Nordmann"), "{}", shown.body);
    }

    async fn what_stands_only_in_a_remark_or_an_answer_is_found_and_struck(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let mut anne = person(&app, "anne@nettverket.example.org", Some((Administrator, None))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let remarks = format!("{page}/merknader");
        let said = rita.post(&remarks, &[("merknad", "Spør Kari Nordmann om dette.")]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        let (db, asked) = (&app.app.db, ("hva", "kari nordmann"));
        let remark = remark::Entity::find().one(db).await.unwrap().unwrap();
        notes::resolve(db, &app.app.clock, (id(&page), remark.id), Some(remark.person_id)).await.unwrap();
        let answered = (id(&page), remark.id);
        notes::reply(db, &app.app.clock, answered, remark.person_id, "Kari Nordmann svarte.").await.unwrap();
        let found = anne.post("/nb/stryk", &[asked]).await;
        assert!(found.has("Rolige måltider") && found.has("eller en merknad"), "{}", found.body);
        let text = found.field("tekst").to_owned();
        let sure = [asked, ("tekst", text.as_str()), ("gjor", "stryk"), ("sikker", "true"), ("grunn", "Etter krav")];
        let struck = anne.post("/nb/stryk/tekst", &sure).await;
        assert_eq!(struck.status, StatusCode::SEE_OTHER, "{}", struck.body);
        let shown = rita.get(&remarks).await;
        assert!(shown.has("Spør [strøket] om dette.") && shown.has("[strøket] svarte."), "{}", shown.body);
        assert!(!shown.has("Nordmann"), "{}", shown.body);
        assert!(anne.post("/nb/stryk", &[asked]).await.has("Ingen tekster har det"));
    }

    async fn what_may_not_be_kept_after_a_strike_is_shown_once_to_who_wrote_it(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let old = "Kari Nordmann i nummer 4.";
        let fields = |lead: &'static str, results: &'static str| -> Vec<(&str, &str)> {
            vec![
                ("title", "Rolige måltider"),
                ("lang", "nb"),
                ("centre", centre.as_str()),
                ("lead", lead),
                ("facts.sections.results", results),
            ]
        };
        write(&mut rita, &page, &fields(old, old)).await;
        let anew = filled(&mut rita, &page, &fields("Skrevet på nytt. Mer.", old)).await;
        let longer = "Kari Nordmann i nummer 4.\n\nEn linje til.";
        let on = filled(&mut rita, &page, &fields(old, longer)).await;
        let (db, clock) = (&app.app.db, &app.app.clock);
        let passage = Passage::new("Kari Nordmann").unwrap();
        let elsewhere = Elsewhere::look(db, clock, id(&page), &passage).await.unwrap();
        let tx = db::begin(db).await.unwrap();
        let writer = Writer::new(&tx, clock, app.app.kinds.stored());
        writer.strike_passage(id(&page), &passage, "[strøket]", "Personvern", &elsewhere).await.unwrap();
        tx.commit().await.unwrap();
        // The script leaves it in the page, until it is sent by the button.
        let script = send(&mut rita, &format!("{page}/lagre.json"), &anew).await;
        assert!(script.status == StatusCode::CONFLICT && !script.has("\"join\""), "{}", script.body);
        let sent = send(&mut rita, &page, &anew).await;
        assert!(sent.status == StatusCode::CONFLICT && sent.has("Skrevet på nytt. Mer.</textarea>"), "{}", sent.body);
        assert!(sent.has("Dette skrev du, og det er ikke lagret"), "{}", sent.body);
        let aside = format!("{:?}", set_aside::Entity::find().all(db).await.unwrap());
        assert!(!aside.contains("Skrevet på nytt"), "{aside}");
        assert!(!rita.get(&format!("{page}/forskjeller")).await.has("Skrevet på nytt"));
        // Where the words are seen by what stands around them, the rest of the field is kept.
        let sent = send(&mut rita, &page, &on).await;
        assert!(sent.status == StatusCode::CONFLICT && !sent.has("det er ikke lagret"), "{}", sent.body);
        assert!(sent.has("En linje til.") && !sent.has("Nordmann"), "{}", sent.body);
    }

    async fn what_is_struck_does_not_come_back_from_a_form_that_was_open(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let fields = |title: &'static str| -> Vec<(&str, &str)> {
            vec![("title", title), ("lang", "nb"), ("centre", centre.as_str()), ("lead", "Kari Nordmann i nummer 4.")]
        };
        write(&mut rita, &page, &fields("Rolige måltider")).await;
        let mut late = fields("Rolige måltider hver dag");
        late.push(("facts.sections.results", "Kari Nordmann sa ja."));
        let late = filled(&mut rita, &page, &late).await;
        let (db, clock) = (&app.app.db, &app.app.clock);
        let passage = Passage::new("Kari Nordmann").unwrap();
        let elsewhere = Elsewhere::look(db, clock, id(&page), &passage).await.unwrap();
        let tx = db::begin(db).await.unwrap();
        let writer = Writer::new(&tx, clock, app.app.kinds.stored());
        let struck = writer.strike_passage(id(&page), &passage, "[strøket]", "Personvern", &elsewhere).await;
        assert!(!struck.unwrap().is_nothing());
        tx.commit().await.unwrap();
        let script = send(&mut rita, &format!("{page}/lagre.json"), &late).await;
        assert!(script.status == StatusCode::CONFLICT && script.has("Ikke lagret: noe er strøket"), "{}", script.body);
        let sent = send(&mut rita, &page, &late).await;
        assert!(sent.status == StatusCode::CONFLICT && !sent.has("Nordmann"), "{}", sent.body);
        assert!(sent.has("Noe er strøket fra denne teksten etter at du åpnet den"), "{}", sent.body);
        let aside = set_aside::Entity::find().all(db).await.unwrap();
        assert!(aside.len() == 1 && !format!("{aside:?}").contains("Nordmann"), "{aside:?}");
        // Nothing of it is put in unasked; what is chosen is.
        let (number, base) = (sent.field("versjon").to_owned(), sent.field("fra").to_owned());
        let choice = [("versjon", number.as_str()), ("fra", base.as_str()), ("valg_1", "min"), ("valg_2", "min")];
        let chosen = rita.post(&format!("{page}/forskjeller"), &choice).await;
        assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.body);
        let stored = Working::open(db, id(&page)).await.unwrap().unwrap().content();
        assert_eq!((stored.title.as_str(), stored.lead.as_str()), ("Rolige måltider hver dag", "[strøket] i nummer 4."));
        assert!(stored.facts.to_string().contains("[strøket] sa ja."), "{}", stored.facts);
    }
}
