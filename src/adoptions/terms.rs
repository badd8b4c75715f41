//! The closed sets of words of adoptions.

use crate::closed::closed;

closed!(
    /// How far an adopter has come.
    Status {
        Planned = "planned" "adoption-status-planned",
        Trying = "trying" "adoption-status-trying",
        InUse = "in_use" "adoption-status-in-use",
        Stopped = "stopped" "adoption-status-stopped",
    }
);

closed!(
    /// How it went in their hands, as they say themselves.
    Outcome {
        Improved = "improved" "adoption-outcome-improved",
        NoChange = "no_change" "adoption-outcome-no-change",
        Worse = "worse" "adoption-outcome-worse",
        Unclear = "unclear" "adoption-outcome-unclear",
        NotMeasured = "not_measured" "adoption-outcome-not-measured",
    }
);

closed!(
    /// Whether somebody at the organisation stands behind it.
    Standing {
        Waiting = "waiting" "adoption-standing-waiting",
        Public = "public" "adoption-standing-public",
        Refused = "refused" "adoption-standing-refused",
    }
);

impl Status {
    /// Is it in their hands now? What is only planned, or over, does not count in lists.
    pub fn is_in_hand(self) -> bool {
        matches!(self, Self::Trying | Self::InUse)
    }
}
