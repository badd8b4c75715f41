//! Writes adoptions. Whatever changes what everybody may read also says anew who has taken the item into use.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, PaginatorTrait};
use serde_json::json;
use time::Date;

use super::tables::adoption_series::Kept;
use super::tables::{Adoption, Series, adoption, adoption_asked, adoption_series, adoption_stage};
use super::terms::{Outcome, Standing, Status};
use super::{Point, Refused, answerers, answers, may_write, read, speaks_for};
use crate::centres::Network;
use crate::clock::Clock;
use crate::dates::{PartialDate, oslo_day};
use crate::db::insert_all;
use crate::items::adopted;
use crate::people::{Entry as Logged, What};
use crate::rights::Who;
use crate::work::{Better, Shape};

/// So many of one person's may wait for an answer at a time.
const MOST_WAITING: u64 = 20;
/// A chain is followed so far.
const LONGEST: usize = 2_000;

/// What an adopter tells, and may tell otherwise later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub status: Status,
    /// Since when.
    pub day: PartialDate,
    pub adaptation: String,
    pub outcome: Option<Outcome>,
    pub told: String,
    pub contact_role: String,
    pub learned_from: Option<Uuid>,
}

/// «We take this into use.»
#[derive(Clone, Debug)]
pub struct Said {
    /// An original.
    pub item: Uuid,
    /// By today's code.
    pub municipality: String,
    pub place: Option<Uuid>,
    pub unit: String,
    pub lang: String,
    pub told: Told,
}

/// Numbers to be shown beside those of others.
#[derive(Clone, Debug)]
pub struct NewSeries {
    pub item: Uuid,
    pub measure: Uuid,
    pub adoption: Option<Uuid>,
    pub key: String,
    pub name: String,
    pub shape: Shape,
    pub unit: String,
    pub better: Better,
    pub points: Vec<Point>,
}

/// An adoption as another installation has it.
#[derive(Clone, Debug)]
pub struct Imported {
    pub id: Uuid,
    pub said: Said,
    pub example: bool,
    /// All that it has been, the last of them what it is.
    pub stages: Vec<(Status, PartialDate)>,
}

/// Writes in one transaction.
pub struct Writer<'a, C> {
    pub(super) db: &'a C,
    clock: &'a Clock,
    network: &'a Network,
}

impl<'a, C: ConnectionTrait> Writer<'a, C> {
    pub fn new(db: &'a C, clock: &'a Clock, network: &'a Network) -> Self {
        Self { db, clock, network }
    }

    /// Public at once when whoever says it speaks for the place; else it waits for somebody who does.
    pub async fn say(&self, who: &Who, said: &Said) -> Result<(Uuid, Standing), Refused> {
        self.is_first(said).await?;
        self.is_no_ring(None, said).await?;
        let of = (said.municipality.as_str(), said.place);
        let is_theirs = speaks_for(who, self.network, of, self.today());
        let standing = if is_theirs { Standing::Public } else { Standing::Waiting };
        if standing == Standing::Waiting {
            self.has_room(who).await?;
        }
        let id = self.clock.new_id();
        let row = self.row(id, said, standing, Some(who.id));
        adoption::Entity::insert(row.into_active_model()).exec_without_returning(self.db).await?;
        self.add_stage(id, (said.told.status, said.told.day), Some(who.id)).await?;
        // Kept also of what is public: whoever could have said yes may change it.
        self.ask(id, of).await?;
        if standing == Standing::Public {
            self.settle(said.item).await?;
        }
        let entry = Logged::of(What::AdoptionSaid).by(Some(who.id)).on("adoption", id);
        let entry = entry.telling(json!({ "item": said.item, "standing": standing.name() }));
        entry.write(self.db, self.clock).await?;
        Ok((id, standing))
    }

    /// What is told of it now. `seen` is the number that it had when it was read.
    pub async fn change(
        &self,
        who: &Who,
        (id, seen): (Uuid, i32),
        told: &Told,
    ) -> Result<(), Refused> {
        let old = self.open(who, id).await?;
        if old.number != seen {
            return Err(Refused::Stale);
        }
        let said = said(&old, told);
        self.is_no_ring(Some(id), &said).await?;
        let mut new = self.row(id, &said, old.standing(), old.person_id);
        (new.number, new.made_at, new.example) = (old.number + 1, old.made_at, old.example);
        (new.answered_by, new.answered_at) = (old.answered_by, old.answered_at);
        self.put(new).await?;
        let stages = read::stages(self.db, [id]).await?.remove(&id).unwrap_or_default();
        let is_same = stages.last().is_some_and(|last| {
            last.status == told.status.name() && last.day == told.day.to_string()
        });
        if !is_same {
            self.add_stage(id, (told.status, told.day), Some(who.id)).await?;
        }
        if old.standing() == Standing::Public {
            self.settle(old.item_id).await?;
        }
        let entry = Logged::of(What::AdoptionChanged).by(Some(who.id)).on("adoption", id);
        Ok(entry.write(self.db, self.clock).await?)
    }

    /// Yes or no from somebody who speaks for the place.
    pub async fn answer(&self, who: &Who, id: Uuid, is_yes: bool) -> Result<(), Refused> {
        let old = read::by_id(self.db, id).await?.ok_or(Refused::NotThere)?;
        let asked = read::asked_of(self.db, id).await?;
        if old.standing() != Standing::Waiting || !answers(who, &asked) {
            return Err(Refused::NotThere);
        }
        let standing = if is_yes { Standing::Public } else { Standing::Refused };
        let (item, number) = (old.item_id, old.number + 1);
        let new = Adoption {
            standing: standing.name().to_owned(),
            answered_by: Some(who.id),
            answered_at: Some(self.clock.now().into()),
            number,
            ..old
        };
        self.put(new).await?;
        if is_yes {
            self.settle(item).await?;
        }
        let entry = Logged::of(What::AdoptionAnswered).by(Some(who.id)).on("adoption", id);
        let entry = entry.telling(json!({ "standing": standing.name() }));
        Ok(entry.write(self.db, self.clock).await?)
    }

    /// Shows numbers to all, in place of those that were shown under the same key before.
    pub async fn show(&self, who: &Who, new: NewSeries) -> Result<(), Refused> {
        if let Some(id) = new.adoption {
            let adoption = self.open(who, id).await?;
            if adoption.item_id != new.item || adoption.standing() != Standing::Public {
                return Err(Refused::NotThere);
            }
        }
        let (item, adoption) = (new.item, new.adoption);
        self.take_away(item, adoption, &new.key).await?;
        let row = Series {
            id: self.clock.new_id(),
            item_id: item,
            adoption_id: adoption,
            measure_id: Some(new.measure),
            key: new.key,
            name: new.name,
            shape: new.shape.name().to_owned(),
            unit: new.unit,
            better: new.better.name().to_owned(),
            points: json!(Kept::Of { measure: new.measure, points: new.points }),
            person_id: who.id,
            made_at: self.clock.now().into(),
        };
        let row = row.into_active_model();
        adoption_series::Entity::insert(row).exec_without_returning(self.db).await?;
        self.settle(item).await
    }

    /// Shows them no more.
    pub async fn hide(
        &self,
        (item, adoption): (Uuid, Option<Uuid>),
        key: &str,
    ) -> Result<(), Refused> {
        self.take_away(item, adoption, key).await?;
        self.settle(item).await
    }

    /// Takes in what another installation has; tells whether anything is otherwise than before, and
    /// whether it is new.
    pub async fn take_in(&self, line: &Imported) -> Result<(bool, bool), Refused> {
        let old = read::by_id(self.db, line.id).await?;
        let of = (line.said.municipality.as_str(), line.said.place);
        let mut new = self.row(line.id, &line.said, Standing::Public, None);
        new.example = line.example;
        let stages = read::stages(self.db, [line.id]).await?.remove(&line.id).unwrap_or_default();
        let had = stages.iter().map(|stage| (stage.status.clone(), stage.day.clone()));
        let has = line.stages.iter().map(|(s, day)| (s.name().to_owned(), day.to_string()));
        let is_new = old.is_none();
        if let Some(old) = old {
            (new.number, new.made_at, new.person_id) = (old.number, old.made_at, old.person_id);
            (new.answered_by, new.answered_at) = (old.answered_by, old.answered_at);
            if new == old && had.eq(has) {
                return Ok((false, false));
            }
            new.number += 1;
            self.put(new).await?;
        } else {
            let row = new.into_active_model();
            adoption::Entity::insert(row).exec_without_returning(self.db).await?;
            self.ask(line.id, of).await?;
        }
        let of_it = adoption_stage::Column::AdoptionId.eq(line.id);
        adoption_stage::Entity::delete_many().filter(of_it).exec(self.db).await?;
        for stage in &line.stages {
            self.add_stage(line.id, *stage, None).await?;
        }
        self.settle(line.said.item).await?;
        Ok((true, is_new))
    }

    /// Says anew how many have it in hand, and where.
    pub async fn settle(&self, item: Uuid) -> Result<(), Refused> {
        let all = read::of_item(self.db, item).await?;
        let in_hand: Vec<&Adoption> = all.iter().filter(|one| one.status().is_in_hand()).collect();
        let today = self.today();
        let now = |one: &&Adoption| {
            let said = oslo_day(*one.made_at);
            let now = self.network.places.follow(&one.municipality, said, today);
            now.into_iter().map(|now| now.code.clone()).collect::<Vec<_>>()
        };
        let places: BTreeSet<String> = in_hand.iter().flat_map(now).collect();
        Ok(adopted::set(self.db, self.clock, item, (in_hand.len(), &places)).await?)
    }

    fn today(&self) -> Date {
        oslo_day(self.clock.now())
    }

    /// The adoption, if they may change it.
    async fn open(&self, who: &Who, id: Uuid) -> Result<Adoption, Refused> {
        let found = read::by_id(self.db, id).await?.ok_or(Refused::NotThere)?;
        let asked = read::asked_of(self.db, id).await?;
        if may_write(who, &found, &asked) { Ok(found) } else { Err(Refused::NotThere) }
    }

    fn row(&self, id: Uuid, said: &Said, standing: Standing, person: Option<Uuid>) -> Adoption {
        let told = &said.told;
        Adoption {
            id,
            item_id: said.item,
            municipality: said.municipality.clone(),
            place_id: said.place,
            unit: said.unit.clone(),
            lang: said.lang.clone(),
            status: told.status.name().to_owned(),
            adaptation: told.adaptation.clone(),
            outcome: told.outcome.map(|outcome| outcome.name().to_owned()),
            told: told.told.clone(),
            contact_role: told.contact_role.clone(),
            learned_from: told.learned_from,
            standing: standing.name().to_owned(),
            example: false,
            number: 1,
            person_id: person,
            made_at: self.clock.now().into(),
            answered_by: None,
            answered_at: None,
        }
    }

    async fn put(&self, row: Adoption) -> Result<(), DbErr> {
        let row = adoption::ActiveModel::from(row).reset_all();
        adoption::Entity::update(row).exec(self.db).await?;
        Ok(())
    }

    async fn add_stage(
        &self,
        adoption: Uuid,
        (status, day): (Status, PartialDate),
        person: Option<Uuid>,
    ) -> Result<(), DbErr> {
        let row = adoption_stage::Model {
            id: self.clock.new_id(),
            adoption_id: adoption,
            status: status.name().to_owned(),
            day: day.to_string(),
            person_id: person,
            made_at: self.clock.now().into(),
        };
        let row = row.into_active_model();
        adoption_stage::Entity::insert(row).exec_without_returning(self.db).await?;
        Ok(())
    }

    async fn ask(&self, adoption: Uuid, of: (&str, Option<Uuid>)) -> Result<(), DbErr> {
        let row = |place_id: Uuid| adoption_asked::Model {
            id: self.clock.new_id(),
            adoption_id: adoption,
            place_id,
        };
        let rows = answerers(self.network, of, self.today()).into_iter().map(row);
        insert_all(self.db, rows.collect::<Vec<adoption_asked::Model>>()).await
    }

    pub(super) async fn take_away(
        &self,
        item: Uuid,
        adoption: Option<Uuid>,
        key: &str,
    ) -> Result<(), DbErr> {
        use adoption_series::Column::{AdoptionId, ItemId, Key};
        let same = adoption_series::Entity::delete_many().filter(ItemId.eq(item));
        let whose = adoption.map_or_else(|| AdoptionId.is_null(), |id| AdoptionId.eq(id));
        same.filter(Key.eq(key)).filter(whose).exec(self.db).await?;
        Ok(())
    }

    /// The same place says it once.
    async fn is_first(&self, said: &Said) -> Result<(), Refused> {
        let there = read::of_item_in(self.db, said.item, &said.municipality).await?;
        let unit = said.unit.to_lowercase();
        let is_same =
            |one: &&Adoption| one.place_id == said.place && one.unit.to_lowercase() == unit;
        there.iter().find(is_same).map_or(Ok(()), |one| Err(Refused::Twice(one.id)))
    }

    async fn has_room(&self, who: &Who) -> Result<(), Refused> {
        use adoption::Column::{PersonId, Standing as Stands};
        let own = adoption::Entity::find().filter(PersonId.eq(who.id));
        let waiting = own.filter(Stands.eq(Standing::Waiting.name())).count(self.db).await?;
        if waiting < MOST_WAITING { Ok(()) } else { Err(Refused::TooMany) }
    }

    /// Whom they learned it from has it of the same text, and did not learn it from them.
    async fn is_no_ring(&self, own: Option<Uuid>, said: &Said) -> Result<(), Refused> {
        let Some(first) = said.told.learned_from else { return Ok(()) };
        let all = read::of_item(self.db, said.item).await?;
        let from: BTreeMap<Uuid, Option<Uuid>> =
            all.iter().map(|one| (one.id, one.learned_from)).collect();
        if !from.contains_key(&first) {
            return Err(Refused::NotThere);
        }
        let chain = std::iter::successors(Some(first), |id| from.get(id).copied().flatten());
        if chain.take(LONGEST).any(|id| Some(id) == own) { Err(Refused::Round) } else { Ok(()) }
    }
}

/// What is said of it now, with the part of it that does not change.
fn said(row: &Adoption, told: &Told) -> Said {
    Said {
        item: row.item_id,
        municipality: row.municipality.clone(),
        place: row.place_id,
        unit: row.unit.clone(),
        lang: row.lang.clone(),
        told: told.clone(),
    }
}
