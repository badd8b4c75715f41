import { DROPPED, button, open, part, pending, put, said } from "./dialog";

/** The first row is the headings; `marks` is the line below them, with how each column stands. */
interface Grid { rows: string[][]; marks: string[] }

/** They want it in the text. */
const INSERTED = "inserted";

/** A table is written cell by cell: the one that the cursor is in, or a new one. It is saved as it is written, as the text is. */
export function table(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const { start, end, grid } = around(area);
  // A table stands on lines of its own.
  const above = start > 0 && start === end ? (area.value[start - 1] === "\n" ? "\n" : "\n\n") : "";
  const words = form.dataset;
  const before = written(grid);
  const isNew = start === end;
  const isWritten = () => written(grid) !== before && (!isNew || grid.rows.some((line) => line.some((cell) => cell.trim())));
  const text = () => above + written(grid);
  /** The text is saved with the table, or as it is where nothing is written in that. */
  const changed = () => {
    if (isWritten()) pending.set(area, () => area.value.slice(0, start) + text() + area.value.slice(end));
    else pending.delete(area);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  let [row, column] = [0, 0];
  const cells = document.createElement("table");

  const draw = () => {
    const top = document.createElement("tr");
    top.append(part("td", ""), ...grid.marks.map((_, c) => called(`${words.tableColumn ?? ""} ${c + 1}`)));
    cells.replaceChildren(top, ...grid.rows.map((line, r) => {
      const drawn = document.createElement("tr");
      drawn.append(called(r === 0 ? (words.tableHead ?? "") : `${words.tableRow ?? ""} ${r + 1}`), ...line.map((text, c) => {
        const cell = document.createElement("td");
        const input = document.createElement("input");
        input.className = "ds-input";
        input.value = text;
        input.setAttribute("aria-label", `${words.tableRow ?? ""} ${r + 1}, ${words.tableColumn ?? ""} ${c + 1}`);
        input.addEventListener("input", () => {
          line[c] = input.value;
          changed();
        });
        input.addEventListener("focus", () => ([row, column] = [r, c]));
        cell.append(input);
        return cell;
      }));
      return drawn;
    }));
    const [r, c] = [Math.min(row, grid.rows.length - 1), Math.min(column, grid.marks.length - 1)];
    cells.rows[r + 1]?.cells[c + 1]?.querySelector("input")?.focus();
  };
  const change = (what: () => void) => () => {
    what();
    draw();
    changed();
  };
  const addRow = change(() => {
    grid.rows.splice(row + 1, 0, grid.marks.map(() => ""));
    [row, column] = [row + 1, 0];
  });
  const addColumn = change(() => {
    column += 1;
    for (const line of [...grid.rows, grid.marks]) line.splice(column, 0, line === grid.marks ? "---" : "");
  });
  const dropRow = change(() => grid.rows.length > 1 && grid.rows.splice(row, 1));
  const dropColumn = change(() => {
    if (grid.marks.length > 1) for (const line of [...grid.rows, grid.marks]) line.splice(column, 1);
  });
  const dialog = open(said(form, words.toolTable), (into) => {
    const scroll = document.createElement("div");
    scroll.className = "scroll";
    scroll.append(cells);
    const bar = document.createElement("div");
    bar.className = "marks";
    bar.append(
      button(words.tableAddRow ?? "", addRow), button(words.tableAddColumn ?? "", addColumn),
      button(words.tableDropRow ?? "", dropRow), button(words.tableDropColumn ?? "", dropColumn),
      button(words.tableDone ?? "", () => dialog.close(INSERTED), "primary"),
    );
    into.append(scroll, bar);
  }, isWritten);
  dialog.addEventListener("close", () => {
    const wasPending = pending.delete(area);
    // Closed by none of the buttons, as when somebody else logs in here: it is theirs still.
    if (dialog.returnValue === INSERTED || (dialog.returnValue !== DROPPED && isWritten())) put(area, text(), start, end);
    else if (wasPending) area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  draw();
}

/** What a row or a column is called, where it is seen. */
function called(words: string): HTMLElement {
  const name = part("th", words);
  name.className = "quiet";
  return name;
}

const isRow = (line: string) => /^\s*\|/.test(line);
const isMarks = (line: string) => /^[\s|:-]+$/.test(line) && line.includes("-");

export function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\\|/g, "|"));
}

export function written({ rows, marks }: Grid): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.trim().replace(/\s*\n\s*/g, " ").replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |\n`;
  const [first = [], ...rest] = rows;
  return line(first) + line(marks) + rest.map(line).join("");
}

/** The table that the cursor is in, and where it stands; else an empty one at the cursor. */
function around(area: HTMLTextAreaElement): { start: number; end: number; grid: Grid } {
  const lines = area.value.split("\n");
  const at = area.value.slice(0, area.selectionEnd).split("\n").length - 1;
  let [from, to] = [at, at];
  while (from > 0 && isRow(lines[from - 1] ?? "")) from -= 1;
  while (to + 1 < lines.length && isRow(lines[to + 1] ?? "")) to += 1;
  const [first = "", marks = "", ...rest] = lines.slice(from, to + 1);
  if (isRow(lines[at] ?? "") && isMarks(marks)) {
    const start = lines.slice(0, from).reduce((sum, line) => sum + line.length + 1, 0);
    const end = Math.min(area.value.length, start + lines.slice(from, to + 1).reduce((sum, line) => sum + line.length + 1, 0));
    const width = Math.max(...[first, marks, ...rest].map((line) => cellsOf(line).length));
    const wide = (line: string, fill: string) => Array.from({ length: width }, (_, nth) => cellsOf(line)[nth] ?? fill);
    return { start, end, grid: { rows: [wide(first, ""), ...rest.map((line) => wide(line, ""))], marks: wide(marks, "---") } };
  }
  const start = area.selectionEnd;
  return { start, end: start, grid: { rows: [["", ""], ["", ""]], marks: ["---", "---"] } };
}
