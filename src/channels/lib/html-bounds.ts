/** More HTML than this is not shown; the raw mail keeps all of it. In UTF-16 units. */
const MAX_LENGTH = 2 * 1024 * 1024;

/** Browsers stop at about 512 levels; the parser's time grows with length × depth. */
const MAX_DEPTH = 500;

const TAG = /<(\/?)([a-z][a-z0-9:-]*)/gi;

/** These never stay open in the parser: void elements, and those that the next of their kind closes. */
const FLAT = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

/**
 * Returns HTML that any of our parsers reads in linear time: cut at 2 Mi characters, and reduced to its bare
 * text where it nests deeper than a person ever would, since that only serves to keep a parser busy.
 */
export function boundedHtml(html: string): string {
  const cut = html.slice(0, MAX_LENGTH).replaceAll('\0', '');
  return nestsTooDeep(cut) ? cut.replace(/<[^<>]*>/g, ' ').replaceAll('<', '&lt;') : cut;
}

function nestsTooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (const [, slash, written = ''] of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (FLAT.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash === '/' && count === 0) continue;
    const step = slash === '/' ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
