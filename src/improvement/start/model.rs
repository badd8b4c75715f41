//! What another has shared, as something to begin from: aim, drivers, measures and their plan come along.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::Told;
use crate::app::App;
use crate::error::Error;
use crate::forms::Filled;
use crate::i18n::{Lang, Text, Words};
use crate::items::{Item, Shown, changes};
use crate::work::{Level, NewDriver, NewMeasure, Refused, Shared, Writer};

/// A public text with what it shares.
#[derive(Clone)]
pub struct Model {
    item: Item,
    path: &'static str,
    shared: Shared,
}

impl Model {
    /// The text with this id, if it is public and of a kind that others begin from.
    pub async fn find(app: &App, id: Option<Uuid>) -> Result<Option<Self>, Error> {
        let Some(id) = id else { return Ok(None) };
        let found = changes::visible(&app.db, &[id]).await?.pop();
        let Some(Shown { item, content, .. }) = found else { return Ok(None) };
        let kind = app.kinds.named(&item.kind).filter(|kind| kind.guide.is_some());
        let Some(kind) = kind else { return Ok(None) };
        let mut shared = Shared::of(content.work.as_ref()).unwrap_or_default().as_model();
        if shared.aim.what.is_empty() {
            let aim = content.facts.get("aim").and_then(serde_json::Value::as_str);
            aim.unwrap_or_default().clone_into(&mut shared.aim.what);
        }
        Ok(Some(Self { item, path: kind.path, shared }))
    }

    pub fn has_measures(&self) -> bool {
        !self.shared.measures.is_empty()
    }

    pub fn external_id(&self) -> String {
        self.item.external_id.clone()
    }

    /// What may be left as it is.
    pub fn fill_in(&self, filled: &mut Filled) {
        let aim = &self.shared.aim;
        for (name, said) in [("hva", &aim.what), ("hvem", &aim.whom), ("mye", &aim.much)] {
            if !said.is_empty() {
                filled.typed.set(name, said.as_str());
            }
        }
    }

    pub fn told(&self, t: Text) -> Told {
        let lang = Lang::parse(&self.item.lang).unwrap_or(t.lang);
        Told {
            title: Words::name(t.lang, self.item.title.as_str(), lang),
            href: format!("/{}/{}/{}", t.lang.code(), self.path, self.item.slug),
            measures: self.shared.measures.iter().map(|measure| measure.name.clone()).collect(),
            id: self.item.id,
        }
    }

    pub fn measures(&self) -> Vec<NewMeasure> {
        self.shared.measures.iter().map(NewMeasure::from).collect()
    }

    /// Drivers and the method come along, and what others tried becomes ideas to try.
    pub async fn bring<C: ConnectionTrait>(
        &self,
        writer: &Writer<'_, C>,
        work: Uuid,
    ) -> Result<(), Refused> {
        writer.began_from(work, self.item.id).await?;
        let drivers = &self.shared.drivers;
        writer.bring_drivers(work, drivers).await?;
        if let Some(method) = &self.shared.method {
            writer.bring_method(work, method).await?;
        }
        let is_new = |plan: &&str| {
            !plan.is_empty() && drivers.iter().all(|driver| driver.words.trim() != *plan)
        };
        // The change that a test tried out comes along as what it is.
        let loose = self.shared.cycles.iter().filter(|cycle| cycle.idea.is_none());
        let tried: Vec<&str> = loose.map(|cycle| cycle.plan.trim()).filter(is_new).collect();
        let first = i32::try_from(drivers.len()).unwrap_or(0) + 1;
        for (place, plan) in (first..).zip(tried) {
            let new = NewDriver { level: Level::Idea, words: plan.to_owned(), place };
            writer.add_driver(work, new).await?;
        }
        Ok(())
    }
}
