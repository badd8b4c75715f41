import { button, open, part, put, said } from "./dialog";

interface Picture { name: string; alt: string; src: string | null }

/** Puts in the line that shows one of the text's pictures. How it is sent in and described is another page. */
export function picture(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const { pictureHeading = "", pictureNone = "", pictureFiles = "", pictureName = "", editor = "" } = form.dataset;
  const pictures = JSON.parse(form.dataset.pictures ?? "[]") as Picture[];
  const { selectionEnd: at } = area;
  const insert = (name: string) => {
    dialog.close();
    const before = area.value.slice(0, at).replace(/\n*$/, "");
    const after = area.value.slice(at).replace(/^\n*/, "");
    // On a line of its own, with a blank one on each side.
    const line = `${before && "\n\n"}![](bilde:${name})${after && "\n\n"}`;
    put(area, line, before.length, area.value.length - after.length);
  };
  const dialog = open(said(form, pictureHeading), (into) => {
    if (pictures.length === 0) into.append(part("p", pictureNone));
    const list = document.createElement("ul");
    list.className = "plain";
    list.append(...pictures.map((one) => {
      const words = `${pictureName} ${one.name}${one.alt && `: ${one.alt}`}`;
      const choice = button(words, () => insert(one.name), "tertiary");
      const row = document.createElement("li");
      if (one.src) {
        const small = document.createElement("img");
        small.src = one.src;
        small.alt = "";
        small.width = 96;
        row.append(small, " ");
      }
      row.append(choice);
      return row;
    }));
    const files = document.createElement("a");
    files.href = `${editor}/filer`;
    files.textContent = pictureFiles;
    const way = document.createElement("p");
    way.append(files);
    into.append(list, way);
  });
}
