//! Which organisation a line is about: known by its id, or by a slug that it has or has had.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::store::{self, StatedOrganisations};
use crate::statements::{Faults, StatementFault};

/// The id of an organisation that came in without one: made of the slug that it had first, so that
/// what is shipped, or migrated, has the same id in every installation.
pub fn id_of(slug: &str) -> Uuid {
    let of = format!("organisation {slug}");
    crate::files::id_of(&crate::files::digest(of.as_bytes()))
}

/// As [`id_of`]; another when one that has been renamed since has that.
pub(super) fn free_id(slug: &str, taken: &BTreeSet<Uuid>) -> Uuid {
    let mut id = id_of(slug);
    let mut n = 1;
    while taken.contains(&id) {
        n += 1;
        id = id_of(&format!("{slug} {n}"));
    }
    id
}

/// What a file says of who an organisation is: its id, when it gives one, the slugs that it has had,
/// and the row that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub id: Option<Uuid>,
    pub old_slugs: BTreeSet<String>,
    pub row: String,
}

/// Which organisation a slug in a file stands for, and the slugs that it gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    pub id: Uuid,
    /// The slug that it has from now on.
    pub slug: String,
    /// The slug that it had, when this one is new.
    pub had: Option<String>,
    /// Slugs that lead to it from now on, besides.
    pub led_from: Vec<String>,
}

/// The organisations that the register holds, by slug and by id, with the former slugs that lead to
/// them: an import is compared with it to tell who is meant.
#[derive(Clone, Debug, Default)]
pub struct KnownOrganisations {
    ids: BTreeMap<String, Uuid>,
    slugs: BTreeMap<Uuid, String>,
    old: BTreeMap<String, Uuid>,
}

impl KnownOrganisations {
    pub async fn load(
        db: &impl ConnectionTrait,
        said: &StatedOrganisations,
    ) -> Result<Self, DbErr> {
        Ok(Self::of(said, store::old_slugs(db).await?))
    }

    pub(super) fn of(said: &StatedOrganisations, old: BTreeMap<String, Uuid>) -> Self {
        let ids: BTreeMap<String, Uuid> =
            said.iter().map(|(slug, (id, _))| (slug.clone(), *id)).collect();
        let slugs = ids.iter().map(|(slug, id)| (*id, slug.clone())).collect();
        Self { ids, slugs, old }
    }

    /// Who each slug of a file stands for. Refused are a slug that another organisation has or has
    /// had, and two lines about one organisation.
    pub fn place(
        &self,
        claims: &BTreeMap<String, Claim>,
    ) -> Result<BTreeMap<String, Identity>, Faults> {
        let mut taken: BTreeSet<Uuid> = self.slugs.keys().copied().collect();
        taken.extend(claims.values().filter_map(|claim| claim.id));
        let (mut placed, mut faults) = (BTreeMap::new(), Faults::new());
        let mut rows: BTreeMap<Uuid, (&str, &str)> = BTreeMap::new();
        for (slug, claim) in claims {
            let one = match self.one(slug, claim, &taken) {
                Ok(one) => one,
                Err(fault) => {
                    faults.push(fault);
                    continue;
                }
            };
            if let Some((other, row)) = rows.insert(one.id, (slug, &claim.row)) {
                let rule = format!(
                    "{other:?} and {slug:?} are the same organisation, {}: it has one slug at a time",
                    one.id
                );
                faults.push(StatementFault::new(rule, vec![row.to_owned(), claim.row.clone()]));
            }
            taken.insert(one.id);
            placed.insert(slug.clone(), one);
        }
        faults.extend(self.lead(claims, &mut placed));
        if faults.is_empty() { Ok(placed) } else { Err(faults) }
    }

    fn one(
        &self,
        slug: &str,
        claim: &Claim,
        taken: &BTreeSet<Uuid>,
    ) -> Result<Identity, StatementFault> {
        let placed =
            |id, slug: &str, had| Identity { id, slug: slug.to_owned(), had, led_from: Vec::new() };
        let holder = self.ids.get(slug).or_else(|| self.old.get(slug)).copied();
        let Some(id) = claim.id else {
            // A slug that leads on is understood as the organisation that it leads to.
            let now = holder.and_then(|id| Some((id, self.slugs.get(&id)?)));
            return Ok(match now {
                Some((id, now)) => placed(id, now, None),
                None => placed(free_id(slug, taken), slug, None),
            });
        };
        if let Some(holder) = holder.filter(|holder| *holder != id) {
            let now = self.slugs.get(&holder).map_or(slug, String::as_str);
            let rule = if now == slug {
                format!("the slug {slug:?} is that of another organisation, {holder}")
            } else {
                format!("the slug {slug:?} leads to {now:?}, which had it: take another")
            };
            return Err(StatementFault::new(rule, vec![claim.row.clone()]));
        }
        let had = self.slugs.get(&id).filter(|had| *had != slug).cloned();
        Ok(placed(id, slug, had))
    }

    /// Which slugs lead to each from now on. Refused are those that another organisation has or has
    /// had, here or in the file.
    fn lead(
        &self,
        claims: &BTreeMap<String, Claim>,
        placed: &mut BTreeMap<String, Identity>,
    ) -> Faults {
        let mut faults = Faults::new();
        let mut holders: BTreeMap<String, (Uuid, &str)> = BTreeMap::new();
        for (slug, placed) in placed.iter() {
            holders.insert(placed.slug.clone(), (placed.id, claims[slug].row.as_str()));
        }
        for (slug, one) in placed.iter_mut() {
            let claim = &claims[slug];
            for old in claim.old_slugs.iter().filter(|old| one.had.as_ref() != Some(old)) {
                let stored = self.ids.get(old).or_else(|| self.old.get(old)).copied();
                let in_file = holders.insert(old.clone(), (one.id, &claim.row));
                let others_row = in_file.filter(|(id, _)| *id != one.id).map(|(_, row)| row);
                let is_others = stored.is_some_and(|id| id != one.id);
                if is_others || others_row.is_some() {
                    let rule =
                        format!("`old_slugs`: {old:?} is or was that of another organisation");
                    let rows = others_row.into_iter().chain([claim.row.as_str()]);
                    faults.push(StatementFault::new(rule, rows.map(str::to_owned).collect()));
                } else if *old == one.slug {
                    let rule = format!("`old_slugs`: {old:?} is the slug that it has");
                    faults.push(StatementFault::new(rule, vec![claim.row.clone()]));
                } else if stored.is_none() {
                    one.led_from.push(old.clone());
                }
            }
        }
        faults
    }
}
