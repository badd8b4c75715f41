//! Every kind is written by its own form; and what is struck by law is struck beside the texts as well.

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::{RITA, begin, centres, filled, person, send, write};
use crate::db;
use crate::forms::Filled;
use crate::items::{Elsewhere, Passage, Working, Writer, remark, set_aside};
use crate::rights::RoleKind::{Coordinator, Editor};
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
