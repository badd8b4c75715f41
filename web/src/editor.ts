// What script adds where a text is written. The page is whole without it: each button sends the form.
import { chapters } from "./editor/chapters";
import { body, keeping } from "./editor/keeping";
import { lookAlikes } from "./editor/mask";
import { pasting } from "./editor/paste";
import { saving } from "./editor/saving";
import { toolbars } from "./editor/toolbar";

const form = document.querySelector<HTMLFormElement>("form[data-editor]");
if (form) {
  // What holds only with script is said only then.
  for (const one of form.querySelectorAll<HTMLElement>("[data-by-script], [data-by-hand]")) one.hidden = "byHand" in one.dataset;
  toolbars(form);
  chapters(form);
  pasting(form);
  // What the server shows unmasked has been said to be no number of a person.
  const spared = new Set([...body(form).values()].flatMap(lookAlikes));
  void keeping(form, spared).then((kept) => saving(form, kept, spared));
}
