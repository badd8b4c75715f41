//! The name behind an address: whoever a project names gets one, known to the register or not.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use super::OldSlugs;
use super::store::organisation;

/// What stands for an organisation in an address. Two spellings that differ in case, blanks or
/// dashes are one organisation.
pub fn slug_of(name: &str) -> String {
    slug::slugify(name)
}

/// Names that texts mention, by slug.
#[derive(Clone, Debug, Default)]
pub struct Mentioned(BTreeMap<String, String>);

/// So many names are remembered in one statement.
const AT_ONCE: usize = 1_000;

impl Mentioned {
    /// The names of one text more. A name that another one has mentioned stays as it was told first.
    pub fn add(&mut self, names: &[String]) {
        let of_text: BTreeMap<String, &String> =
            names.iter().map(|name| (slug_of(name), name)).filter(|(s, _)| !s.is_empty()).collect();
        for (slug, name) in of_text {
            self.0.entry(slug).or_insert_with(|| name.clone());
        }
    }

    /// Remembers the names, so that an address with the slug can say whom it is about. One whose slug
    /// leads to an organisation that has another now has no address of its own.
    pub async fn remember(self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        let all: Vec<(String, String)> = self.0.into_iter().collect();
        for some in all.chunks(AT_ONCE) {
            let slugs: Vec<&String> = some.iter().map(|(slug, _)| slug).collect();
            let old = OldSlugs::among(db, slugs).await?;
            let mut rows = Vec::with_capacity(some.len());
            for (slug, name) in some.iter().filter(|(slug, _)| old.get(slug).is_none()) {
                let (slug, name) = (slug.clone(), name.clone());
                rows.push(organisation::Model { slug, name, id: None }.into_active_model());
            }
            organisation::Entity::insert_many(rows)
                .on_conflict_do_nothing_on([organisation::Column::Slug])
                .exec_without_returning(db)
                .await?;
        }
        Ok(())
    }
}

/// Remembers the names of one text; see [`Mentioned::remember`].
pub async fn remember(db: &impl ConnectionTrait, names: &[String]) -> Result<(), DbErr> {
    let mut mentioned = Mentioned::default();
    mentioned.add(names);
    mentioned.remember(db).await
}

/// The names behind slugs from an address; those that are not known are left out.
pub async fn names(
    db: &impl ConnectionTrait,
    slugs: impl IntoIterator<Item = &String>,
) -> Result<BTreeMap<String, String>, DbErr> {
    let rows = organisation::Entity::find()
        .filter(organisation::Column::Slug.is_in(slugs))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.slug, row.name)).collect())
}

/// A name behind an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub slug: String,
    pub name: String,
    /// The register says who it is; else texts only mention it.
    pub is_known: bool,
}

/// All the names that there are.
pub async fn all_names(db: &impl ConnectionTrait) -> Result<Vec<Name>, DbErr> {
    let rows = organisation::Entity::find().all(db).await?;
    let name = |row: organisation::Model| Name {
        slug: row.slug,
        name: row.name,
        is_known: row.id.is_some(),
    };
    Ok(rows.into_iter().map(name).collect())
}

/// From now on nobody can say whom an address with this slug is about.
pub async fn forget(db: &impl ConnectionTrait, slug: &str) -> Result<(), DbErr> {
    organisation::Entity::delete_by_id(slug).exec(db).await.map(|_| ())
}
