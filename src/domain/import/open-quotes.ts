/** Stands for a quotation mark that opens nothing. */
export const STRAY = '\0';

/** How a table is written: what separates its cells and its lines. */
type Shape = Readonly<{ text: string; delimiter: string; newline: string }>;

type Cell = Readonly<{
  from: number;
  to: number;
  /** `loose`: its quotes end before something that is no border. `open`: they never end. */
  kind: 'plain' | 'quoted' | 'loose' | 'open';
  /** Where its quotes end; `from` in plain ones. */
  quoted: number;
}>;

/** Tables narrower than this have multi-line cells that look like lines of their own. */
const FEWEST_COLUMNS = 3;
/** In a line with more stray quotes than this, none is believed any more. */
const MOST_STRAY = 20;

/**
 * The text with `STRAY` for each quotation mark that begins a cell and is never closed, which would make one record of all lines
 * up to the next quoted cell. Such a mark is known by what follows: no other mark, or one that opens a further cell, or lines
 * each of which has as many cells as the first record of the text. Quoted cells of several lines stay as they are (RFC 4180, 2.6).
 */
export function markOpenQuotes(shape: Shape): string {
  const { text, newline } = shape;
  const parts: string[] = [];
  let columns = 0;
  for (let at = 0; at < text.length; ) {
    const lineEnd = endOfLine(shape, at);
    const isPlain = columns > 0 && !text.slice(at, lineEnd).includes('"');
    const record = isPlain ? { end: lineEnd, stray: [] } : readRecord(shape, { at, columns });
    if (record.end > at) columns ||= cellsOf(shape, at, new Set(record.stray)).length;
    const end = Math.min(record.end + newline.length, text.length);
    parts.push(...marked(text.slice(at, end), at, record.stray));
    at = end;
  }
  return parts.join('');
}

function marked(text: string, at: number, stray: readonly number[]): string[] {
  const borders = [at - 1, ...stray.toSorted((one, other) => one - other)];
  return borders.map((border, index) => {
    const piece = text.slice(border + 1 - at, (borders[index + 1] ?? at + text.length) - at);
    return index === 0 ? piece : STRAY + piece;
  });
}

type Start = Readonly<{ at: number; columns: number }>;

function readRecord(shape: Shape, { at, columns }: Start): { end: number; stray: readonly number[] } {
  const stray = new Set<number>();
  for (;;) {
    const cells = cellsOf(shape, at, stray);
    const found = strayAmong(shape, cells, columns);
    if (!found) return { end: cells.at(-1)?.to ?? shape.text.length, stray: [...stray] };
    stray.add(found.from);
    if (stray.size > MOST_STRAY) {
      const end = endOfLine(shape, at);
      return { end, stray: placesOf('"', shape.text.slice(at, end)).map((place) => at + place) };
    }
  }
}

const placesOf = (sign: string, text: string): number[] =>
  [...text].flatMap((each, place) => (each === sign ? [place] : []));

/** The cells of the record that begins here. What begins at a place of `stray` is a plain one. */
function cellsOf(shape: Shape, at: number, stray: ReadonlySet<number>): Cell[] {
  const { text, delimiter } = shape;
  const cells: Cell[] = [];
  for (let from = at; ; ) {
    const cell = cellAt(shape, from, stray.has(from));
    cells.push(cell);
    if (!text.startsWith(delimiter, cell.to) || cell.kind === 'open') return cells;
    from = cell.to + delimiter.length;
  }
}

function cellAt(shape: Shape, from: number, isStray: boolean): Cell {
  const { text, delimiter, newline } = shape;
  if (isStray || text[from] !== '"')
    return { from, to: borderAfter(shape, from), kind: 'plain', quoted: from };
  const mark = loneMark(text, from + 1);
  if (mark < 0) return { from, to: text.length, kind: 'open', quoted: text.length };
  const next = mark + 1;
  const isEnd = next === text.length || [delimiter, newline].some((sign) => text.startsWith(sign, next));
  if (isEnd) return { from, to: next, kind: 'quoted', quoted: mark };
  return { from, to: borderAfter(shape, next), kind: 'loose', quoted: mark };
}

/** The first quotation mark that is not doubled; -1 without one. */
function loneMark(text: string, from: number): number {
  let mark = text.indexOf('"', from);
  while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  return mark;
}

function borderAfter({ text, delimiter, newline }: Shape, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && !text.startsWith(newline, at)) at++;
  return at;
}

function endOfLine({ text, newline }: Shape, from: number): number {
  const found = text.indexOf(newline, from);
  return found < 0 ? text.length : found;
}

/** The first cell of a record whose quotation mark opens nothing. */
function strayAmong(shape: Shape, cells: readonly Cell[], columns: number): Cell | undefined {
  const { text, delimiter, newline } = shape;
  const holds = ({ from, quoted }: Cell, sign: string) => text.slice(from, quoted).includes(sign);
  const open = cells.find(
    (cell) =>
      cell.kind === 'open' ||
      (cell.kind === 'loose' && (holds(cell, newline) || (cells.length < columns && holds(cell, delimiter)))),
  );
  if (open) return open;
  const long = cells.find((cell) => cell.kind === 'quoted' && holds(cell, newline));
  return long && areLinesWhole(shape, cells, columns) ? long : undefined;
}

/** True when every line of a record has as many cells as there are columns, so that each is a record itself. */
function areLinesWhole(
  { text, delimiter, newline }: Shape,
  cells: readonly Cell[],
  columns: number,
): boolean {
  if (columns < FEWEST_COLUMNS) return false;
  const lines = text.slice(cells[0]?.from, cells.at(-1)?.to).split(newline);
  return lines.every((line) => line.split(delimiter).length === columns);
}
