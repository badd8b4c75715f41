//! What a page that shows the fields in its own order asks of them: what is wrong, what is filled in.

use std::collections::BTreeMap;

use super::view::number;
use super::{Control, FieldView, Summary, path};
use crate::text::count_words;

impl FieldView {
    /// Must it be seen at once: is something wrong in it, or does the page open there?
    pub fn is_urgent(&self) -> bool {
        let is_inside = match &self.control {
            Control::Fields { fields } => fields.iter().any(Self::is_urgent),
            Control::Rows { rows, .. } => {
                rows.iter().any(|row| row.fault.is_some() || row.fields.iter().any(Self::is_urgent))
            }
            Control::Grid { rows, .. } => rows.iter().any(|row| row.fault.is_some()),
            _ => false,
        };
        is_inside || self.has_focus || self.fault.is_some()
    }

    /// How many words are written in it.
    pub fn words(&self) -> usize {
        match &self.control {
            Control::Input { value, .. } | Control::Area { value, .. } => count_words(value),
            Control::Fields { fields } => fields.iter().map(Self::words).sum(),
            Control::Rows { rows, .. } => {
                rows.iter().flat_map(|row| &row.fields).map(Self::words).sum()
            }
            _ => 0,
        }
    }

    /// Has somebody filled it in?
    pub fn is_filled(&self) -> bool {
        let is_said = |text: &String| !text.trim().is_empty();
        match &self.control {
            Control::Input { value, .. } | Control::Area { value, .. } => is_said(value),
            Control::Select { options, other } | Control::Boxes { options, other } => {
                options.iter().any(|one| one.is_chosen) || other.as_ref().is_some_and(is_said)
            }
            Control::Radios { options } => options.iter().any(|one| one.is_chosen),
            Control::Tick { is_ticked } => *is_ticked,
            Control::Inputs { values, .. } => values.iter().any(is_said),
            Control::Files { kept, .. } => !kept.is_empty(),
            Control::Fields { fields } => fields.iter().any(Self::is_filled),
            // A row may stand there to be filled in.
            Control::Rows { rows, .. } => {
                rows.iter().flat_map(|row| &row.fields).any(Self::is_filled)
            }
            Control::Grid { rows, .. } => {
                rows.iter().any(|row| row.cells.iter().any(|cell| cell.is_chosen))
            }
        }
    }
}

impl Summary {
    /// Goes down the page as these fields do, where they do not stand in the order of the form.
    pub fn follow<'a>(&mut self, shown: impl IntoIterator<Item = &'a FieldView>) {
        let mut order = BTreeMap::new();
        for field in shown {
            number(std::slice::from_ref(field), &mut order);
        }
        let order: BTreeMap<String, usize> =
            order.into_iter().map(|(name, nth)| (path::id(name), nth)).collect();
        self.faults.sort_by_key(|(id, _)| order.get(id).copied().unwrap_or(usize::MAX));
    }
}
