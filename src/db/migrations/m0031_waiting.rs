//! What waits for somebody is asked for by every page that they see, and what they write by their own: both
//! are found among texts by how far these have come and by who wrote them.

use sea_orm_migration::prelude::*;

use super::{index, step};

step!("0031_waiting", vec![index("revision", &["stage"]), index("revision", &["author"])]);
