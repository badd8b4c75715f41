//! The tables of adoptions.

pub use adoption::Model as Adoption;
pub use adoption_series::Model as Series;
pub use adoption_stage::Model as Stage;

/// Somebody has taken something into use.
pub mod adoption {
    use sea_orm::entity::prelude::*;

    use crate::adoptions::{Outcome, Standing, Status};
    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "adoption")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The original of what was taken into use.
        pub item_id: Uuid,
        /// By the code of the day that it was said.
        pub municipality: String,
        /// The organisation of the register, where it is one.
        pub place_id: Option<Uuid>,
        /// The unit, as those who work there call it; empty for all of the municipality.
        pub unit: String,
        pub lang: String,
        pub status: String,
        /// What they have changed of it.
        pub adaptation: String,
        pub outcome: Option<String>,
        /// How it went.
        pub told: String,
        /// Whom others may ask: a role, never a name.
        pub contact_role: String,
        /// Another adoption of the same.
        pub learned_from: Option<Uuid>,
        pub standing: String,
        pub example: bool,
        /// Of the newest change.
        pub number: i32,
        /// Who said it; none for what was imported.
        pub person_id: Option<Uuid>,
        pub made_at: Timestamp,
        pub answered_by: Option<Uuid>,
        pub answered_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        pub fn status(&self) -> Status {
            Status::named(&self.status).unwrap_or(Status::Planned)
        }

        pub fn outcome(&self) -> Option<Outcome> {
            self.outcome.as_deref().and_then(Outcome::named)
        }

        pub fn standing(&self) -> Standing {
            Standing::named(&self.standing).unwrap_or(Standing::Waiting)
        }
    }
}

/// From when on an adopter had come so far.
pub mod adoption_stage {
    use sea_orm::entity::prelude::*;

    use crate::adoptions::Status;
    use crate::dates::PartialDate;
    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "adoption_stage")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub adoption_id: Uuid,
        pub status: String,
        /// As precise as it is known: `2026-03`.
        pub day: String,
        pub person_id: Option<Uuid>,
        pub made_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        pub fn status(&self) -> Status {
            Status::named(&self.status).unwrap_or(Status::Planned)
        }

        pub fn day(&self) -> Option<PartialDate> {
            self.day.parse().ok()
        }
    }
}

/// Whose yes an adoption waits for: organisations and centres.
pub mod adoption_asked {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "adoption_asked")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub adoption_id: Uuid,
        pub place_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The numbers of a measure as they were made public; those of whoever began it have no adoption.
pub mod adoption_series {
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    use crate::adoptions::Point;
    use crate::db::Timestamp;
    use crate::work::Shape;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "adoption_series")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub adoption_id: Option<Uuid>,
        /// The measure of its team; none in rows of a program from before, until it is looked for.
        pub measure_id: Option<Uuid>,
        /// Those that have the same key measure the same.
        pub key: String,
        pub name: String,
        pub shape: String,
        pub unit: String,
        pub better: String,
        /// With the measure that they are of, for a program from before.
        pub points: Json,
        pub person_id: Uuid,
        pub made_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        pub fn shape(&self) -> Shape {
            Shape::named(&self.shape).unwrap_or(Shape::Value)
        }

        pub fn points(&self) -> Vec<Point> {
            match serde_json::from_value(self.points.clone()) {
                Ok(Kept::Of { points, .. } | Kept::Alone(points)) => points,
                Err(_) => Vec::new(),
            }
        }

        /// The measure of its team; unknown of those that were shown before it was kept, where it was not found.
        pub fn measure(&self) -> Option<Uuid> {
            if self.measure_id.is_some() {
                return self.measure_id;
            }
            match serde_json::from_value(self.points.clone()) {
                Ok(Kept::Of { measure, .. }) => Some(measure),
                _ => None,
            }
        }
    }

    /// Points as they are kept.
    #[derive(Debug, Serialize, Deserialize)]
    #[serde(untagged)]
    pub enum Kept {
        Of { measure: Uuid, points: Vec<Point> },
        Alone(Vec<Point>),
    }
}
