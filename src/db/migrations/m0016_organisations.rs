//! Organisations have an id that lasts, and slugs that they no longer have lead on.

use std::collections::BTreeMap;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use sha2::{Digest, Sha256};

use super::{Step, belongs, column, index, table, unique, uuid, uuid_or_null};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "0016_organisations"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::take(manager, steps()).await?;
        give_ids(manager.get_connection()).await
    }
}

fn steps() -> Vec<Step> {
    let mut old = table(
        "organisation_old_slug",
        vec![column("slug", |c| c.text().not_null().primary_key()), uuid("organisation_id")],
    );
    old.foreign_key(&mut belongs("organisation_old_slug", "organisation_id", "organisation"));
    vec![
        // Empty for a name that texts mention and nobody has said anything of; so the program before
        // this one can still add names.
        super::add_column("organisation", uuid_or_null("id")),
        unique("organisation", &["id"]),
        Step::Table(old),
        index("organisation_old_slug", &["organisation_id"]),
    ]
}

mod organisation {
    use sea_orm_migration::sea_orm;
    use sea_orm_migration::sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub slug: String,
        pub name: String,
        pub id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod statement {
    use sea_orm_migration::sea_orm;
    use sea_orm_migration::sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "statement")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub register: String,
        pub subject: String,
        pub position: i32,
        pub what: String,
        pub fields: Json,
        pub valid_to: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Every organisation that something is said of gets an id, and a row where it has none.
async fn give_ids(db: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    let statements = statement::Entity::find()
        .filter(statement::Column::Register.eq("organisation"))
        .order_by_asc(statement::Column::Subject)
        .order_by_asc(statement::Column::Position)
        .all(db)
        .await?;
    let mut by_subject: BTreeMap<&str, Vec<&statement::Model>> = BTreeMap::new();
    for statement in &statements {
        by_subject.entry(&statement.subject).or_default().push(statement);
    }
    for (slug, said) in by_subject {
        let row = organisation::Entity::find_by_id(slug).one(db).await?;
        let is_new = row.is_none();
        let name = row.map_or_else(|| name_of(slug, &said), |row| row.name);
        let row = organisation::Model { slug: slug.to_owned(), name, id: Some(id_of(slug)) };
        let row = row.into_active_model();
        if is_new {
            organisation::Entity::insert(row).exec_without_returning(db).await?;
        } else {
            organisation::Entity::update(row.reset_all()).exec(db).await?;
        }
    }
    Ok(())
}

/// What it is called now, else what it was called last.
fn name_of(slug: &str, said: &[&statement::Model]) -> String {
    let names = || said.iter().filter(|statement| statement.what == "name");
    let name = names().find(|name| name.valid_to.is_none()).or_else(|| names().next_back());
    let name = name.and_then(|name| name.fields.get("name")?.as_str());
    name.unwrap_or(slug).to_owned()
}

/// As `organisations::id_of`: the same in every installation.
pub(super) fn id_of(slug: &str) -> sea_orm_migration::sea_orm::prelude::Uuid {
    let digest = Sha256::digest(format!("organisation {slug}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
