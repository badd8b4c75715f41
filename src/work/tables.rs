//! The tables of improvement work.

use serde::{Deserialize, Serialize};

pub use work::Model as Work;
pub use work_anchor::Model as Anchor;
pub use work_change::Model as Change;
pub use work_cycle::Model as Cycle;
pub use work_definition::Model as Definition;
pub use work_driver::Model as Driver;
pub use work_driver_measure::Model as DriverMeasure;
pub use work_goal::Model as Goal;
pub use work_link::Model as Link;
pub use work_mark::Model as Mark;
pub use work_measure::Model as MeasureRow;
pub use work_member::Model as Member;
pub use work_method::Model as MethodRow;
pub use work_note::Model as Note;
pub use work_observation::Model as Observation;
pub use work_step::Model as StepRow;

/// What a measure's plan tells beside its definition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// Who and what is counted, and who is not.
    pub inclusion: String,
    pub source: String,
    /// How the numbers are gathered, and of how many.
    pub sample: String,
    /// A role, never a name.
    pub responsible: String,
    pub baseline: String,
    /// How the results are used.
    pub used_for: String,
    /// Has the team said that it counts people, or that it does not? Small numbers of people are held back
    /// wherever others than the team read them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<bool>,
}

/// A team's work. The text that tells of it to the public is an item of its own.
pub mod work {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "work")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Option<Uuid>,
        pub title: String,
        /// The unit, as those who work there call it.
        pub place: String,
        /// The organisation of the register that it belongs to.
        pub place_id: Option<Uuid>,
        /// The centre whose advisers may read it, when the team wants that.
        pub centre_id: Option<Uuid>,
        pub lang: String,
        pub status: String,
        /// Tenths of the scale from 0.5 to 5.0, as the team has set it.
        pub progress: Option<i32>,
        pub aim_what: String,
        pub aim_whom: String,
        pub aim_much: String,
        /// As precise as it is known: `2027-06`.
        pub aim_by: Option<String>,
        /// Of the newest change.
        pub number: i32,
        pub aim_number: i32,
        pub made_at: Timestamp,
        /// What the link to the display on the ward is made of, while there is one.
        pub display_id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who is in the team, from when until when. Without an account they are a role only.
pub mod work_member {
    use sea_orm::entity::prelude::*;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "work_member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub person_id: Option<Uuid>,
        pub role: String,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
        /// The day that the last letter told them of a number.
        pub reminded_on: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A node of the driver diagram; what is gone stays for the history.
pub mod work_driver {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_driver")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub level: String,
        pub words: String,
        pub place: i32,
        pub is_gone: bool,
        pub number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One driver serves another, nearer to the aim.
pub mod work_link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "work_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub from_id: Uuid,
        pub to_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is measured. What its numbers mean stands in its definitions.
pub mod work_measure {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_measure")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub kind: String,
        pub better: String,
        pub place: i32,
        /// Of the definition that holds now.
        pub version: i32,
        pub is_ended: bool,
        pub number: i32,
        /// The short names of the chart and its rules; none for the run chart and its usual rules.
        pub chart: Option<String>,
        pub rules: Option<String>,
        /// No numbers are wanted from this day on.
        pub paused_from: Option<Date>,
        /// When it was paused last, numbers are wanted again from this day on.
        pub resumed_from: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the numbers of a measure mean, from one version on.
pub mod work_definition {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_definition")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub measure_id: Uuid,
        pub version: i32,
        pub name: String,
        pub shape: String,
        pub unit: String,
        /// A rate is per so many.
        pub per: i32,
        /// What is counted above the line, and what below it.
        pub numerator: String,
        pub denominator: String,
        /// So that two who count get the same number.
        pub definition: String,
        pub frequency: String,
        pub plan: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the team has said of a place on a chart: a new part begins, a number is left out, or the lines of
/// its part are computed up to there. The day is the first of a period.
pub mod work_mark {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_mark")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub measure_id: Uuid,
        pub kind: String,
        pub day: Date,
        pub reason: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is aimed at, from a day on; it may change.
pub mod work_goal {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_goal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub measure_id: Uuid,
        pub value: f64,
        pub from_day: Option<Date>,
        pub reached_by: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A number. One that was replaced stays, with who and why beside the one that took its place.
pub mod work_observation {
    use sea_orm::entity::prelude::*;
    use time::Date;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "work_observation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub measure_id: Uuid,
        /// The definition that it was counted by.
        pub version: i32,
        /// The first day of its period.
        pub day: Date,
        /// The number, or what is above the line. None: it was taken back.
        pub value: Option<f64>,
        pub denominator: Option<f64>,
        /// Why it replaces another, and the words that stood beside it in its table.
        pub reason: String,
        pub person_id: Uuid,
        pub made_at: Timestamp,
        pub replaced_at: Option<Timestamp>,
        pub sent_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A small test of change: plan, do, study, act.
pub mod work_cycle {
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_cycle")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        /// Counted from 1.
        pub nth: i32,
        /// The one that it goes on from.
        pub follows: Option<i32>,
        /// The change idea that it tests.
        pub driver_id: Option<Uuid>,
        pub plan: String,
        pub prediction: String,
        pub who_where: String,
        /// How it is seen whether it works.
        pub seen_by: String,
        pub from_day: Option<Date>,
        pub to_day: Option<Date>,
        pub did: String,
        pub matched: Option<String>,
        pub learned: String,
        pub act: Option<String>,
        pub next: String,
        pub number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Something that happened, for one chart or for all.
pub mod work_note {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_note")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub measure_id: Option<Uuid>,
        pub day: Date,
        pub words: String,
        pub is_gone: bool,
        pub number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Somebody in the leadership who stands behind the work, by role.
pub mod work_anchor {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_anchor")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        /// Never a name.
        pub role: String,
        pub said_on: Date,
        /// What they said yes to.
        pub words: String,
        pub is_gone: bool,
        pub number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One write, in the order of the work, with what stood there before.
pub mod work_change {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "work_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub number: i32,
        pub what: String,
        pub on_id: Option<Uuid>,
        pub person_id: Uuid,
        pub made_at: Timestamp,
        /// The row as it was; none for what is new.
        pub was: Option<Json>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A measure shows whether a driver is as it should be.
pub mod work_driver_measure {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "work_driver_measure")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub driver_id: Uuid,
        pub measure_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The method that a work follows: a template, in one of its versions.
pub mod work_method {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_method")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub name: String,
        pub version: i32,
        /// What the team or its programme calls phases and steps, by their ids.
        pub own: Json,
        pub number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the team says of a step.
pub mod work_step {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_step")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        /// By its id in the template.
        pub step: String,
        pub state: Option<String>,
        pub words: String,
        pub number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
