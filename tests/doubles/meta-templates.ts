import type { Told } from './server';

type Template = Record<string, unknown>;
type Component = { type: string; text?: string; format?: string; buttons?: { type: string; url?: string }[] };

/** In pages; a cursor stands for how many came before. */
export function templatePage(templates: readonly Template[], query: URLSearchParams): Told {
  const from = Number(query.get('after') ?? 0);
  const until = from + Math.min(Number(query.get('limit') ?? 25), 100);
  const next = until < templates.length ? { next: 'https://graph.facebook.com/next' } : {};
  const paging = { cursors: { before: String(from), after: String(until) }, ...next };
  return { json: { data: templates.slice(from, until), paging } };
}

const blanksIn = (text = ''): number => new Set(text.match(/\{\{\w+\}\}/g) ?? []).size;

/** How many values each component wants: its heading and its body by their blanks, each link with an open end one. */
function wantedBy(components: readonly Component[]): string[] {
  return components.flatMap(({ type, text, format, buttons = [] }) => {
    if (type === 'BUTTONS')
      return buttons.flatMap(({ url }, at) => (blanksIn(url) > 0 ? [`button${at}:1`] : []));
    const count = type === 'HEADER' && format !== 'TEXT' ? 1 : blanksIn(text);
    return count > 0 ? [`${type.toLowerCase()}:${count}`] : [];
  });
}

type Given = { type: string; index?: string; parameters: unknown[] };

/** What WhatsApp says of a text that it does not know, or in which not exactly all is filled in (contracts D.2); null when all is well. */
export function wrongTemplate(
  templates: readonly Template[],
  content: Record<string, unknown>,
): Readonly<{ status: number; code: number; why: string }> | null {
  const language = (content['language'] as { code?: string } | undefined)?.code;
  const found = templates.find((each) => each['name'] === content['name'] && each['language'] === language);
  if (!found) return { status: 404, code: 132001, why: 'Template name does not exist in the translation' };
  const given = ((content['components'] ?? []) as Given[]).map(
    ({ type, index, parameters }) => `${type}${type === 'button' ? index : ''}:${parameters.length}`,
  );
  const wanted = wantedBy(found['components'] as Component[]);
  return given.sort().join() === wanted.sort().join()
    ? null
    : { status: 400, code: 132000, why: 'Number of parameters does not match' };
}
