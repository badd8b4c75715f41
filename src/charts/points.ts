// Lets the keyboard, a finger or a pointer walk along the points of a chart: a slider under the
// picture says each point in words. Without script the same words stand in the table below it.
export function points(root: ParentNode = document): void {
  for (const figure of root.querySelectorAll<HTMLElement>(".chart-figure")) {
    const rows = [...figure.querySelectorAll<HTMLTableRowElement>("tbody tr")];
    const says = figure.querySelector(".chart-says");
    if (!says || rows.length < 2 || figure.querySelector(".chart-picker")) continue;

    const headings = [...figure.querySelectorAll("thead th")].map((cell) => cell.textContent ?? "");
    const words = (row: HTMLTableRowElement) =>
      [...row.cells]
        .map((cell, at) => (at === 0 ? cell.textContent : cell.textContent && `${headings[at]}: ${cell.textContent}`))
        .filter(Boolean)
        .join(", ");

    const picker = document.createElement("div");
    picker.className = "chart-picker";
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = "1";
    slider.max = String(rows.length);
    slider.value = slider.max;
    slider.setAttribute("aria-label", figure.querySelector("caption")?.textContent ?? "");
    const said = document.createElement("output");
    const say = () => {
      const row = rows[Number(slider.value) - 1];
      if (!row) return;
      said.value = words(row);
      slider.setAttribute("aria-valuetext", said.value);
    };
    slider.addEventListener("input", say);
    say();
    picker.append(slider, said);
    says.before(picker);
  }
}
