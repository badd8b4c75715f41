//! How many tips there may be: from one network, in one name, to one address, and in all. Of all copies of
//! the server together, but for tries, which write nothing.

use crate::limits::{Declared, per_day, per_hour};

/// Tries, right or wrong: a guard against robots, far above what people need.
pub const TRIES: Declared = Declared {
    name: "tip_tries",
    shared: false,
    quota: |limits| per_hour(limits.tip_tries_per_hour),
};

/// Tips that are sent by one visitor.
pub const SENT: Declared = Declared {
    name: "tips",
    shared: true,
    quota: |limits| per_day(limits.tips_per_network_per_day),
};

/// In the name of one address.
pub const FROM: Declared = Declared {
    name: "tips_from",
    shared: true,
    quota: |limits| per_day(limits.tips_per_sender_per_day),
};

/// To one address.
pub const TO: Declared = Declared {
    name: "tips_to",
    shared: true,
    quota: |limits| per_day(limits.tips_per_address_per_day),
};

/// From everybody: whatever else fails, no more leave than this.
pub const ALL: Declared = Declared {
    name: "tips_of_all",
    shared: true,
    quota: |limits| per_hour(limits.tips_in_all_per_hour),
};

pub const METERS: &[&Declared] = &[&TRIES, &SENT, &FROM, &TO, &ALL];
