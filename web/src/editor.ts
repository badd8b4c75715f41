// What script adds where a text is written. The page is whole without it: each button sends the form.
import { keeping } from "./editor/keeping";
import { pasting } from "./editor/paste";
import { saving } from "./editor/saving";
import { toolbars } from "./editor/toolbar";

const form = document.querySelector<HTMLFormElement>("form[data-editor]");
if (form) {
  toolbars(form);
  pasting(form);
  void keeping(form).then((kept) => saving(form, kept));
}
