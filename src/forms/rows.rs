//! Rows of a group, added and taken away by buttons that send the form: no script is needed.

use super::{FieldKind, Form, Submitted, path};

/// The names of the buttons; their value is the path of the group, or of the row.
pub(super) const ADD: &str = "ny-rad";
pub(super) const REMOVE: &str = "fjern-rad";

impl Submitted {
    /// Does what such a button asks for. `true` when one was pressed: then nothing is to be stored,
    /// and the page is shown again with all that was typed.
    pub(super) fn rearrange(&mut self, form: &Form) -> bool {
        if !form.has_buttons() {
            return false;
        }
        let (add, remove) = (self.take(ADD), self.take(REMOVE));
        match (add.last(), remove.last()) {
            (Some(group), _) => self.add_row(form, group),
            (None, Some(row)) => self.remove_row(form, row),
            (None, None) => return false,
        }
        true
    }

    fn add_row(&mut self, form: &Form, group: &str) {
        let Some(field) = path::find(&form.fields, group) else { return };
        let FieldKind::Group { fields, most, .. } = &field.kind else { return };
        let mut rows = self.rows(group);
        if rows.len() >= *most {
            self.broken.push(super::read::too_many(group, *most, rows.len() + 1));
            return;
        }
        let number = rows.last().map_or(0, |last| last + 1);
        rows.push(number);
        self.set_rows(group, rows);
        self.settle(&form.fields, "", true);
        let number = self.rows(group).last().copied().unwrap_or(number);
        let first = fields.first().map(|field| field.key.as_str()).unwrap_or_default();
        self.focus = Some(format!("{group}.{number}.{first}"));
    }

    fn remove_row(&mut self, form: &Form, row: &str) {
        let Some((group, number)) = row.rsplit_once('.') else { return };
        let Some(number) = path::row(number) else { return };
        let kind = path::find(&form.fields, group).map(|field| &field.kind);
        match kind {
            Some(FieldKind::Group { .. }) => {
                self.move_row(group, number, None);
                let rest = self.rows(group).into_iter().filter(|one| *one != number);
                let rest: Vec<usize> = rest.collect();
                self.set_rows(group, rest);
            }
            Some(FieldKind::File { .. }) => self.move_row(group, number, None),
            _ => return,
        }
        self.settle(&form.fields, "", true);
        self.focus = Some(group.to_owned());
    }

    /// Numbers the rows of all groups from 0, so that a row has the same number in what was typed
    /// and in the value. Blank rows fall away unless they are to be shown.
    pub(super) fn settle(&mut self, fields: &[super::Field], before: &str, keep_blank: bool) {
        for field in fields {
            let path = path::join(before, &field.key);
            match &field.kind {
                FieldKind::Part { fields } => self.settle(fields, &path, keep_blank),
                FieldKind::Group { fields, .. } => {
                    let mut count = 0;
                    for number in self.rows(&path) {
                        // From within, so that a row of blank rows is blank.
                        self.settle(fields, &format!("{path}.{number}"), keep_blank);
                        if !keep_blank && !self.has(&format!("{path}.{number}")) {
                            self.move_row(&path, number, None);
                            continue;
                        }
                        if number != count {
                            self.move_row(&path, number, Some(count));
                        }
                        count += 1;
                    }
                    self.set_rows(&path, 0..count);
                }
                _ => {}
            }
        }
    }
}
