//! The closed sets of words of improvement work.

use spc::Chart;

use crate::closed::closed;

closed!(
    /// Where the work is in its life, as the team says.
    Status {
        Planned = "planned" "work-status-planned",
        Active = "active" "work-status-active",
        Paused = "paused" "work-status-paused",
        Finished = "finished" "work-status-finished",
        Stopped = "stopped" "work-status-stopped",
    }
);

closed!(
    /// A representative is of users or next of kin.
    TeamRole {
        Lead = "lead" "work-role-lead",
        DataLead = "data_lead" "work-role-data-lead",
        Member = "member" "work-role-member",
        Sponsor = "sponsor" "work-role-sponsor",
        Representative = "representative" "work-role-representative",
    }
);

closed!(
    /// The family of measures: what is to be better, what is done for it, what must not be worse.
    MeasureKind {
        Outcome = "outcome" "work-kind-outcome",
        Process = "process" "work-kind-process",
        Balancing = "balancing" "work-kind-balancing",
    }
);

closed!(
    /// What a number of a measure is made of.
    Shape {
        Share = "share" "work-shape-share",
        Count = "count" "work-shape-count",
        Rate = "rate" "work-shape-rate",
        Value = "value" "work-shape-value",
    }
);

closed!(Frequency {
    Day = "day" "work-frequency-day",
    Week = "week" "work-frequency-week",
    Month = "month" "work-frequency-month",
});

closed!(Better {
    Higher = "higher" "work-better-higher",
    Lower = "lower" "work-better-lower",
    Neither = "neither" "work-better-neither",
});

closed!(Level {
    Primary = "primary" "work-level-primary",
    Secondary = "secondary" "work-level-secondary",
    Idea = "idea" "work-level-idea",
});

closed!(
    /// How it went, held against what was predicted.
    Matched {
        Yes = "yes" "work-matched-yes",
        Partly = "partly" "work-matched-partly",
        No = "no" "work-matched-no",
    }
);

closed!(Act {
    Adopt = "adopt" "work-act-adopt",
    Adapt = "adapt" "work-act-adapt",
    Abandon = "abandon" "work-act-abandon",
});

closed!(
    /// What was written, in the log of a work.
    Changed {
        Begun = "begun" "work-changed-begun",
        Aim = "aim" "work-changed-aim",
        Status = "status" "work-changed-status",
        Adviser = "adviser" "work-changed-adviser",
        Joined = "joined" "work-changed-joined",
        Left = "left" "work-changed-left",
        Driver = "driver" "work-changed-driver",
        Measure = "measure" "work-changed-measure",
        Definition = "definition" "work-changed-definition",
        Goal = "goal" "work-changed-goal",
        Number = "number" "work-changed-number",
        Corrected = "corrected" "work-changed-corrected",
        Cycle = "cycle" "work-changed-cycle",
        Studied = "studied" "work-changed-studied",
        Note = "note" "work-changed-note",
        Published = "published" "work-changed-published",
    }
);

impl Shape {
    /// Is it a part of something that is counted as well?
    pub fn has_denominator(self) -> bool {
        matches!(self, Self::Share | Self::Rate)
    }

    /// Does it count whole things above the line?
    pub fn is_counted(self) -> bool {
        !matches!(self, Self::Value)
    }

    /// The control chart that fits it, for when a team wants limits.
    pub fn control_chart(self) -> Chart {
        match self {
            Self::Share => Chart::P,
            Self::Count => Chart::C,
            Self::Rate => Chart::U,
            Self::Value => Chart::I,
        }
    }
}

impl From<Better> for spc::Better {
    fn from(better: Better) -> Self {
        match better {
            Better::Higher => Self::Higher,
            Better::Lower => Self::Lower,
            Better::Neither => Self::Neither,
        }
    }
}
