//! When anything was changed last is asked for by feeds: one row, however many there are.

use sea_orm_migration::prelude::*;

use super::{index, step};

step!("0020_changed", vec![index("item", &["updated_at"])]);
