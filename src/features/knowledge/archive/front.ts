import { z } from 'zod';
import { ARTICLE_AUDIENCES, ARTICLE_STATES } from '@/domain/knowledge/article';
import { LOCALES } from '@/i18n/locales';

const FRONT = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** What does not fit is as if it were not there. */
const head = z.object({
  title: z.string().trim().min(1).optional().catch(undefined),
  excerpt: z.string().trim().optional().catch(undefined),
  keywords: z.string().trim().optional().catch(undefined),
  language: z.enum(LOCALES).optional().catch(undefined),
  /** The language of the text of which this is a translation, or its own. */
  original: z.enum(LOCALES).optional().catch(undefined),
  state: z.enum(ARTICLE_STATES).optional().catch(undefined),
  audience: z.enum(ARTICLE_AUDIENCES).optional().catch(undefined),
  /** Names, the outer one first. */
  category: z.array(z.string().trim().min(1).max(80)).max(2).optional().catch(undefined),
  /** Its place among those of its category. */
  place: z.int().positive().max(100_000).optional().catch(undefined),
  /** The address of a member. */
  owner: z.email().optional().catch(undefined),
  /** The address of the member who is asked to review it. */
  reviewer: z.email().optional().catch(undefined),
  review: z.iso.date().optional().catch(undefined),
  publish: z.iso.datetime().optional().catch(undefined),
  end: z.iso.datetime().optional().catch(undefined),
  stale: z.boolean().optional().catch(undefined),
});

/** What stands above the text of a Markdown file, as far as we know it. */
export type Front = z.output<typeof head>;

/** The head of a Markdown file: each value as JSON, which is YAML too. */
export function frontOf(values: Front): string {
  const lines = Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return `---\n${lines.join('\n')}\n---\n`;
}

/** The head of a Markdown file and what follows it; no head is an empty one. */
export function readFront(text: string): Readonly<{ front: Front; body: string }> {
  const found = FRONT.exec(text);
  if (!found) return { front: {}, body: text };
  const values = (found[1] ?? '').split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    const key = line.slice(0, colon).trim();
    return colon < 1 ? [] : [[key, readValue(line.slice(colon + 1).trim(), key === 'place')]];
  });
  return { front: head.parse(Object.fromEntries(values)), body: text.slice(found[0].length) };
}

/** As JSON, else as plain words without the quotes around them. Only places are numbers: a title may be one as well. */
function readValue(text: string, isPlace: boolean): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'number' && !isPlace ? text : value;
  } catch {
    return text.replace(/^["']/, '').replace(/["']$/, '');
  }
}
