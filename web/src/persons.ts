// Where numbers are pasted: a list of people is stopped before any of it leaves the browser, by the rule that the
// server has. Without script the server stops it, before anything is kept.
import given from "../../crates/norsk/data/given-names.txt";
import people from "../../crates/figures/data/people.txt";
import { tell } from "./numbers/rows";
import { found, listsOf } from "./persons/found";

const place = document.querySelector<HTMLElement>("[data-persons]");
const name = place?.dataset.persons ?? "";
const field = document.querySelector<HTMLTextAreaElement>(`main textarea[name="${name}"]`);
if (place && field) {
  const lists = listsOf(people, given);
  field.form?.addEventListener("submit", (event) => {
    const person = found(field.value, lists);
    if (person === null) return;
    event.preventDefault();
    // Also what is sent by another script stays here, and nothing of it is left in the field.
    event.stopImmediatePropagation();
    field.value = "";
    tell(field, (person === "number" ? place.dataset.number : place.dataset.name) ?? "");
    field.focus();
  }, { capture: true });
}
