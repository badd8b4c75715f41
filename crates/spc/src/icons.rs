//! The two icons of NHS *Making Data Count*: does it vary by more than chance, and is the target
//! within reach?

use crate::analysis::{Analysis, Side};

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Better {
    Higher,
    Lower,
    /// Neither: we only want to know.
    Neither,
}

/// What the newest point says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Variation {
    /// Nothing but chance.
    Common,
    /// A signal, on the better side.
    Improving(Side),
    /// A signal, on the worse side.
    Concerning(Side),
    /// A signal where no side is better.
    Changed(Side),
}

/// Whether a target is met by the process as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Assurance {
    /// All common variation is on the right side of the target.
    Passes,
    /// The target is between the limits: chance decides.
    HitOrMiss,
    /// No common variation reaches the target.
    Fails,
}

impl Analysis {
    /// The variation icon: whether the newest point with a value is part of a signal, and on which
    /// side of the centre line it is. `None` without a value.
    ///
    /// ```
    /// use spc::{Better, Chart, Plan, RuleSet, Series, Side, Variation};
    /// let waiting = Series::of([9.0, 8.0, 9.0, 8.0, 9.0, 8.0, 9.0, 4.0, 3.0, 4.0, 3.0, 4.0, 3.0, 4.0]);
    /// let plan = Plan { rules: RuleSet::making_data_count(), ..Plan::new(Chart::I) };
    /// let icon = plan.analyse(&waiting)?.variation(Better::Lower);
    /// assert_eq!(icon, Some(Variation::Improving(Side::Below)));
    /// # Ok::<(), spc::Fault>(())
    /// ```
    pub fn variation(&self, better: Better) -> Option<Variation> {
        let columns = &self.columns;
        let last = columns.y.iter().rposition(|y| y.is_finite())?;
        if self.signals_at(last).next().is_none() {
            return Some(Variation::Common);
        }
        let side = if columns.side[last] < 0 { Side::Below } else { Side::Above };
        Some(match (better, side) {
            (Better::Neither, side) => Variation::Changed(side),
            (Better::Higher, Side::Above) | (Better::Lower, Side::Below) => {
                Variation::Improving(side)
            }
            _ => Variation::Concerning(side),
        })
    }

    /// The assurance icon: `target` against the limits at the last point. `None` without limits or
    /// without a better side.
    pub fn assurance(&self, target: f64, better: Better) -> Option<Assurance> {
        let part = self.parts.last()?;
        let (lcl, ucl) = (part.lcl?, part.ucl?);
        let (pass_below, pass_above) = match better {
            Better::Higher => (Assurance::Passes, Assurance::Fails),
            Better::Lower => (Assurance::Fails, Assurance::Passes),
            Better::Neither => return None,
        };
        Some(if target < lcl {
            pass_below
        } else if target > ucl {
            pass_above
        } else {
            Assurance::HitOrMiss
        })
    }
}
