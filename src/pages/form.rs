//! What is asked about a page: nothing beside its text.

use crate::forms::Form;
use crate::library::fields::LIMIT;

pub fn form() -> Form {
    Form::new(LIMIT, [])
}
