// Lets a pointer, a finger or the keyboard walk along the points of a chart: the chosen one is marked in
// the picture and said in words. Without script the same words stand in the table below it.
export function points(root: ParentNode = document): void {
  for (const figure of root.querySelectorAll<HTMLElement>(".chart-figure")) {
    const rows = [...figure.querySelectorAll<HTMLTableRowElement>("tbody tr")];
    const says = figure.querySelector(".chart-says");
    if (!says || rows.length < 2 || figure.querySelector(".chart-picker")) continue;

    const pictures = [...figure.querySelectorAll<SVGSVGElement>("svg[data-points]")].map(
      (svg) => ({ svg, places: placesOf(svg) }),
    );
    const { picker, slider, said } = pickerOf(figure, rows.length);
    const headings = [...figure.querySelectorAll("thead th")].map((cell) => cell.textContent ?? "");
    const show = () => {
      const at = Number(slider.value) - 1;
      const row = rows[at];
      if (!row) return;
      said.textContent = inWords(row, headings);
      slider.setAttribute("aria-valuetext", said.textContent);
      for (const { svg, places } of pictures) mark(svg, places[at]);
    };
    slider.addEventListener("input", show);
    for (const { svg, places } of pictures) {
      const pick = (event: PointerEvent) => {
        slider.value = String(nearest(svg, places, event.clientX) + 1);
        show();
      };
      svg.addEventListener("pointermove", pick);
      svg.addEventListener("pointerdown", pick);
    }
    show();
    says.before(picker);
  }
}

interface Place { x: number; y: number | null }

function placesOf(svg: SVGSVGElement): Place[] {
  return (svg.dataset.points ?? "").split(" ").map((pair) => {
    const [x, y] = pair.split(",");
    return { x: Number(x), y: y === "-" ? null : Number(y) };
  });
}

function pickerOf(figure: HTMLElement, count: number) {
  const picker = document.createElement("div");
  picker.className = "chart-picker";
  const hint = document.createElement("p");
  hint.className = "chart-picker-hint";
  hint.textContent = figure.dataset.read ?? "";
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "1";
  slider.max = String(count);
  slider.value = slider.max;
  const title = figure.querySelector("figcaption")?.textContent ?? "";
  slider.setAttribute("aria-label", `${hint.textContent}: ${title}`);
  const said = document.createElement("p");
  said.className = "chart-picker-says";
  picker.append(slider, said, hint);
  return { picker, slider, said };
}

function inWords(row: HTMLTableRowElement, headings: string[]): string {
  return [...row.cells]
    .map((cell, at) => (at === 0 ? cell.textContent : cell.textContent && `${headings[at]}: ${cell.textContent}`))
    .filter(Boolean)
    .join(", ");
}

// A line through the chosen point and a ring around it; only the line where it has no value.
function mark(svg: SVGSVGElement, place: Place | undefined): void {
  const here = svg.querySelector(".chart-here");
  if (!here || !place) return;
  here.removeAttribute("display");
  here.setAttribute("transform", `translate(${place.x} 0)`);
  const ring = here.querySelector("circle");
  ring?.setAttribute("cy", String(place.y ?? -99));
}

function nearest(svg: SVGSVGElement, places: Place[], clientX: number): number {
  const box = svg.getBoundingClientRect();
  const x = ((clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
  let best = 0;
  places.forEach((place, at) => {
    if (Math.abs(place.x - x) < Math.abs((places[best]?.x ?? Infinity) - x)) best = at;
  });
  return best;
}
