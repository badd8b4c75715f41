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

impl Status {
    /// The team says that it has come to its end.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Finished | Self::Stopped)
    }
}

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
    Quarter = "quarter" "work-frequency-quarter",
    Tertial = "tertial" "work-frequency-tertial",
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
        Imported = "imported" "work-changed-imported",
        Undone = "import_undone" "work-changed-undone",
        Cycle = "cycle" "work-changed-cycle",
        Studied = "studied" "work-changed-studied",
        Note = "note" "work-changed-note",
        Logged = "logged" "work-changed-logged",
        Task = "task" "work-changed-task",
        Involvement = "involvement" "work-changed-involvement",
        Method = "method" "work-method-changed",
        Step = "step" "work-method-changed-step",
        Invited = "invited" "team-changed-invited",
        Anchored = "anchored" "team-changed-anchored",
        Display = "display" "team-changed-display",
        Chart = "chart" "work-changed-chart",
        Published = "published" "work-changed-published",
    }
);

closed!(
    /// Whether numbers of a measure are wanted.
    Counting {
        Active = "active" "work-counting-active",
        Paused = "paused" "work-counting-paused",
        Ended = "ended" "work-counting-ended",
    }
);

closed!(
    /// What is said of a place on a chart.
    MarkKind {
        Split = "split" "work-mark-split",
        Exclude = "exclude" "work-mark-exclude",
        Freeze = "freeze" "work-mark-freeze",
    }
);

closed!(
    /// How far the team says that a step of their method has come.
    StepState {
        Begun = "begun" "work-method-begun",
        Done = "done" "work-method-done",
        Skipped = "skipped" "work-method-skipped",
    }
);

closed!(
    /// What a work has that shows that a step has been taken.
    Sign {
        Team = "team" "work-method-sign-team",
        Sponsor = "sponsor" "work-method-sign-sponsor",
        Users = "users" "work-method-sign-users",
        Aim = "aim" "work-method-sign-aim",
        WholeAim = "whole_aim" "work-method-sign-whole-aim",
        Drivers = "drivers" "work-method-sign-drivers",
        Ideas = "ideas" "work-method-sign-ideas",
        Measures = "measures" "work-method-sign-measures",
        Goals = "goals" "work-method-sign-goals",
        Numbers = "numbers" "work-method-sign-numbers",
        Cycles = "cycles" "work-method-sign-cycles",
        Studied = "studied" "work-method-sign-studied",
        Decided = "decided" "work-method-sign-decided",
        Adopted = "adopted" "work-method-sign-adopted",
        Finished = "finished" "work-method-sign-finished",
    }
);

closed!(
    /// What stands in the log of a team.
    LogKind {
        Meeting = "meeting" "work-log-meeting",
        Decision = "decision" "work-log-decision",
    }
);

closed!(
    /// When in the work users or next of kin took part: the phases of Modell for kvalitetsforbedring.
    InvolvementPhase {
        Prepare = "prepare" "work-phase-prepare",
        Plan = "plan" "work-phase-plan",
        Do = "do" "work-phase-do",
        Evaluate = "evaluate" "work-phase-evaluate",
        FollowUp = "follow_up" "work-phase-follow-up",
    }
);

closed!(
    /// How they took part, each more than the one before.
    InvolvementWay {
        Asked = "asked" "work-way-asked",
        InTeam = "in_team" "work-way-in-team",
        Decided = "decided" "work-way-decided",
    }
);

closed!(
    /// Who took part, by role and never by name.
    Involved {
        Users = "users" "work-involved-users",
        NextOfKin = "next_of_kin" "work-involved-next-of-kin",
        Both = "both" "work-involved-both",
    }
);

closed!(
    /// How far the team says that it has come, in tenths of the scale from 0.5 to 5.0. The scale is IHI's,
    /// the words are ours.
    Progress {
        Intent = "5" "work-progress-5",
        Formed = "10" "work-progress-10",
        Planning = "15" "work-progress-15",
        Active = "20" "work-progress-20",
        Testing = "25" "work-progress-25",
        Slight = "30" "work-progress-30",
        Better = "35" "work-progress-35",
        Much = "40" "work-progress-40",
        Lasting = "45" "work-progress-45",
        Outstanding = "50" "work-progress-50",
    }
);

impl Progress {
    /// Of a number of tenths, as a work keeps it.
    pub fn of(tenths: i32) -> Option<Self> {
        Self::named(&tenths.to_string())
    }

    pub fn tenths(self) -> Option<i32> {
        self.name().parse().ok()
    }
}

impl Shape {
    /// Is it a part of something that is counted as well?
    pub fn has_denominator(self) -> bool {
        matches!(self, Self::Share | Self::Rate)
    }

    /// Does it count whole things above the line?
    pub fn is_counted(self) -> bool {
        !matches!(self, Self::Value)
    }

    /// The charts that can be made of it, the one to begin with first. Times between events are known
    /// only where each has its day.
    pub fn charts(self, frequency: Frequency) -> &'static [Chart] {
        match (self, frequency) {
            (Self::Share, _) => &[Chart::Run, Chart::P, Chart::PPrime],
            (Self::Count, Frequency::Day) => &[Chart::Run, Chart::C, Chart::T],
            (Self::Count, _) => &[Chart::Run, Chart::C],
            (Self::Rate, _) => &[Chart::Run, Chart::U, Chart::UPrime],
            (Self::Value, _) => &[Chart::Run, Chart::I, Chart::T, Chart::G],
        }
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

impl Better {
    /// Of what grows when this shrinks.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Higher => Self::Lower,
            Self::Lower => Self::Higher,
            Self::Neither => Self::Neither,
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
