//! Holds what somebody sent against what another saved meanwhile, and against what both began from. What
//! joins itself is saved at once.

use std::collections::BTreeMap;

use serde_json::Value;

use super::desk::Desk;
use super::joining::{self, Join};
use super::save::{Halt, Sending, save, set_aside};
use super::struck::{Gaps, Kept, Lost};
use super::told::said;
use super::units::{read_back, units};
use super::{content, form, held, unsaved};
use crate::app::App;
use crate::error::Error;
use crate::forms::{Filled, Submitted};
use crate::i18n::{Text, Words};
use crate::items::{Head, Stage, WriteError, working};
use crate::web::Visit;

/// Both texts held against the one that they came from.
pub struct Meeting {
    pub join: Join,
    /// What the text makes use of: none of it is in the form's value.
    pub uses: Vec<String>,
    /// Where something was struck from the text since they opened it.
    pub struck: Option<Struck>,
}

pub struct Struck {
    /// What may be kept of what they sent.
    pub mine: Value,
    unsaved: Vec<(String, String)>,
    /// The paths of the fields where what is saved stands.
    pub fields: Vec<String>,
    lost: Lost,
}

/// What they wrote in a field that is not kept: shown to them once.
pub struct Unkept {
    pub label: Words,
    pub words: String,
}

/// What became of a text that another had saved before.
pub enum Met {
    /// It is saved with what they wrote.
    Joined {
        number: i32,
        /// What the fields are called that another changed, and what their inputs hold now.
        taken: Vec<Words>,
        fields: Vec<(String, Vec<String>)>,
    },
    /// Both are kept, and somebody is to choose.
    Apart,
    /// So too, but without what was struck from the text meanwhile, and without this.
    Struck(Vec<Unkept>),
}

impl Desk {
    /// The form and the uses of a revision, as the form reads them today; nothing where it is gone.
    async fn of_revision(
        &self,
        app: &App,
        number: i32,
    ) -> Result<Option<(Value, Vec<String>)>, Error> {
        let row = working::revision(&app.db, self.item.item.id, number).await?;
        let Some((row, content)) = row.and_then(|row| row.content().map(|text| (row, text))) else {
            return Ok(None);
        };
        let mut item = self.item.clone();
        let of_item = Head {
            lang: item.item.lang.clone(),
            centre: item.item.centre_id,
            slug: Some(item.item.slug.clone()).filter(|_| !item.item.was_never_public()),
            ..item.head.clone()
        };
        item.head = row.head().filter(|_| !row.is_published()).unwrap_or(of_item);
        item.newest = row;
        let stored = form::value(self.kind, &self.registers, &item, &content);
        Ok(Some((read_back(&self.form, &stored, &self.known), content.uses)))
    }

    pub async fn meeting(
        &self,
        app: &App,
        began: i32,
        (mine, uses): (&Value, &[String]),
        (wrong, unsaved): (&[String], &[(String, String)]),
    ) -> Result<Meeting, Error> {
        let base = self.of_revision(app, began).await?;
        let theirs = read_back(&self.form, &self.stored(), &self.known);
        let of_base = base.as_ref().map(|(value, _)| value);
        let is_struck = working::struck_since(&app.db, self.item.item.id, began).await?;
        let struck = is_struck.then(|| self.struck(of_base, (mine, &theirs), unsaved));
        let join = match &struck {
            Some(struck) => joining::by_choice(&self.form, of_base, (&struck.mine, &theirs), wrong),
            None => joining::join(&self.form, of_base, (mine, &theirs), wrong),
        };
        let none = Vec::new();
        let before = base.as_ref().map_or(&none, |(_, uses)| uses);
        let uses = joining::sets(before, uses, &self.content.uses);
        Ok(Meeting { join, uses, struck })
    }

    fn struck(
        &self,
        base: Option<&Value>,
        (mine, theirs): (&Value, &Value),
        unsaved: &[(String, String)],
    ) -> Struck {
        let gaps = Gaps::all();
        let found = gaps.found(base, mine);
        let Kept { value: mine, struck: fields, mut lost } =
            gaps.kept(&self.form, base, (mine, theirs), &found);
        let (unsaved, unkept) =
            gaps.kept_typed(&self.form, base, theirs, (unsaved.to_vec(), found.as_slice()));
        lost.extend(unkept);
        Struck { mine, unsaved, fields, lost }
    }

    fn unkept(&self, t: Text, lost: &[(String, Value)]) -> Vec<Unkept> {
        let units = units(&self.form);
        let told = |(path, value): &(String, Value)| {
            let unit = units.iter().find(|unit| unit.path == *path)?;
            let words = said(t, &self.known, &unit.field.kind, value);
            Some(Unkept { label: unit.field.label.say(t), words })
        };
        lost.iter().filter_map(told).collect()
    }

    /// What they sent, without what was struck.
    fn without(&self, sending: &Sending, struck: Struck) -> Sending {
        let uses = sending.written.draft.content.uses.clone();
        let mut written =
            content::written(self.kind, &struck.mine, &self.item, self.content.clone());
        written.draft.content.uses = uses;
        Sending { written, form: struck.mine, unsaved: struck.unsaved, ..sending.clone() }
    }

    /// A joined text as it can be saved, after the newest.
    pub fn joined(&self, value: &Value, uses: &[String]) -> Option<Sending> {
        let read = Filled::read(&self.form, Filled::of(&self.form, value).typed, &self.known);
        let between = content::faults(&read.value, &read.faults);
        let kept = self.kept(&read.and(between))?;
        let mut sending = self.sending(&Submitted::default(), kept, false);
        sending.seen = self.item.number();
        sending.written.draft.content.uses = uses.to_vec();
        Some(sending)
    }

    /// With what they typed in other fields and could not save: a text that is joined says nothing of it,
    /// but for the fields that it brings.
    pub async fn unsaved(
        &self,
        app: &App,
        mut now: Vec<(String, String)>,
        given: &[String],
    ) -> Result<Vec<(String, String)>, Error> {
        let units = units(&self.form);
        let path = |name: &str| units.iter().find(|unit| unit.has(name)).map(|unit| &unit.path);
        let told: Vec<_> = now.iter().filter_map(|(name, _)| path(name)).chain(given).collect();
        let before = unsaved::of(&app.db, self.item.item.id, self.who.id).await?;
        let waits = |name: &str| path(name).is_some_and(|path| !told.contains(&path));
        let more: Vec<_> = before.into_iter().filter(|(name, _)| waits(name)).collect();
        now.extend(more);
        Ok(now)
    }

    pub fn labels(&self, t: Text, paths: &[String]) -> Vec<Words> {
        let all = units(&self.form).into_iter().filter(|unit| paths.contains(&unit.path));
        all.map(|unit| unit.field.label.say(t)).collect()
    }

    /// What the inputs of these fields hold, and which of them hold nothing now.
    fn inputs(&self, taken: &[String], before: &Value, now: &Value) -> Vec<(String, Vec<String>)> {
        let (before, now) = (Filled::of(&self.form, before), Filled::of(&self.form, now));
        let taken: Vec<_> =
            units(&self.form).into_iter().filter(|unit| taken.contains(&unit.path)).collect();
        let mut inputs = BTreeMap::new();
        for name in before.typed.names().chain(now.typed.names()) {
            if taken.iter().any(|unit| unit.has(name)) {
                inputs.insert(name.to_owned(), now.typed.values(name).to_vec());
            }
        }
        inputs.into_iter().collect()
    }

    /// May it be joined without asking? Never what others are reading, and by the script only what it can
    /// show where it stands.
    fn joins_itself(&self, meeting: &Meeting, by_itself: bool) -> bool {
        let is_draft = self.item.stage() == Some(Stage::Draft);
        let taken = &meeting.join.taken;
        let is_shown = meeting.uses == self.content.uses
            && units(&self.form).iter().all(|one| !taken.contains(&one.path) || one.is_plain());
        is_draft && meeting.join.is_clean() && (!by_itself || is_shown)
    }
}

/// Somebody has saved meanwhile: what they wrote and what is sent are joined where no word of either has
/// to go, and else kept side by side.
pub async fn meet(app: &App, visit: &Visit, sending: &Sending) -> Result<Met, Error> {
    // Anew: it is the newest text that it is held against.
    let desk = Desk::open(app, visit, sending.item).await?;
    let mine = (&sending.form, sending.written.draft.content.uses.as_slice());
    let wrong = (sending.wrong.as_slice(), sending.unsaved.as_slice());
    let mut meeting = desk.meeting(app, sending.seen, mine, wrong).await?;
    if let Some(struck) = meeting.struck.take() {
        let unkept = desk.unkept(visit.t, &struck.lost);
        set_aside(app, &desk.without(sending, struck)).await?;
        // What was held until they were back has arrived, and has what was struck still.
        held::forget(&app.db, sending.who.id, sending.held).await?;
        return Ok(Met::Struck(unkept));
    }
    let value = &meeting.join.value;
    // What is wrong as it is stored stays as it is; what they sent is to be saved whole.
    let is_whole =
        |joined: &Sending| joined.wrong.iter().all(|path| !meeting.join.given.contains(path));
    let joined = desk.joined(value, &meeting.uses).filter(is_whole);
    if let Some(joined) = joined.filter(|_| desk.joins_itself(&meeting, sending.by_itself)) {
        let unsaved = sending.unsaved.clone();
        let joined = Sending {
            unsaved: desk.unsaved(app, unsaved, &meeting.join.given).await?,
            wrong: sending.wrong.clone(),
            joins: Some(sending.seen),
            by_itself: sending.by_itself,
            spared: sending.spared.clone(),
            held: sending.held,
            ..joined
        };
        match save(app, &joined).await {
            Ok(number) => {
                let taken = desk.labels(visit.t, &meeting.join.taken);
                let fields = desk.inputs(&meeting.join.taken, &sending.form, &joined.form);
                return Ok(Met::Joined { number, taken, fields });
            }
            Err(Halt::Write(WriteError::Stale { .. }) | Halt::HandedIn) => {}
            Err(halt) => return Err(halt.into()),
        }
    }
    set_aside(app, sending).await?;
    Ok(Met::Apart)
}
