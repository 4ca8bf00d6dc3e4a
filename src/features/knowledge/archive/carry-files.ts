import { storeArticleFile } from '@/features/knowledge/commands/keep-article-file';
import type { StaffContext } from '@/server/context';
import type { Unpacked } from '@/server/storage/read-zip';
import { sniffType } from '@/server/storage/sniff';
import { linkedPath } from './layout';

const NAMED = /\b(src|href)\s*=\s*("[^"]*"|'[^']*')/gi;
const DATA = /^data:[\w.+/-]*(?:;[\w=.-]+)*;base64,/i;

type Carried = Readonly<{ id: string; url: string }>;

/** What one article brings along; the same file is stored once for all its languages. */
export type Luggage = Readonly<{
  files: Unpacked;
  kept: Map<string, Carried | null>;
  /** Where the texts that come along will be read, by their paths. */
  places: ReadonlyMap<string, string>;
}>;

/**
 * The HTML of a text with the pictures and files that came with it: those that lie beside it in its archive, and pictures that
 * stand in it as data. Each is looked at before it is kept, as if somebody had uploaded it. What cannot be kept stays as it was
 * written, for the cleaner to take out and to name.
 */
export async function carryFiles(
  ctx: StaffContext,
  luggage: Luggage,
  { path, html }: Readonly<{ path: string; html: string }>,
): Promise<string> {
  const places = [...html.matchAll(NAMED)];
  const pieces: string[] = [];
  let done = 0;
  for (const place of places) {
    const [whole, attribute = '', quoted = ''] = place;
    const source = quoted.slice(1, -1).replaceAll('&amp;', '&').trim();
    const isPicture = attribute.toLowerCase() === 'src';
    const wanted = { path, source, isPicture };
    const url = placeOf(luggage, wanted) ?? (await carriedOf(ctx, luggage, wanted))?.url;
    if (!url) continue;
    pieces.push(html.slice(done, place.index), `${attribute}="${url}"`);
    done = place.index + whole.length;
  }
  return [...pieces, html.slice(done)].join('');
}

type Wanted = Readonly<{ path: string; source: string; isPicture: boolean }>;

/** A link to another text that comes along leads to where that one will be read. */
function placeOf({ places }: Luggage, { path, source, isPicture }: Wanted): string | null {
  const beside = isPicture ? null : linkedPath(path, source);
  const place = beside === null ? undefined : places.get(beside);
  if (place === undefined) return null;
  const [hash = ''] = /#[\w-]+$/.exec(source) ?? [];
  return `${place}${hash}`;
}

async function carriedOf(
  ctx: StaffContext,
  { files, kept }: Luggage,
  { path, source, isPicture }: Wanted,
): Promise<Carried | null> {
  const isData = DATA.test(source);
  const beside = linkedPath(path, source);
  const key = isData ? source : beside;
  if (key === null || (isData && !isPicture)) return null;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const bytes = isData ? bytesOf(source) : files.get(key);
  const name = isData ? 'picture' : (key.split('/').at(-1) ?? 'file');
  const carried = bytes ? await keep(ctx, { name, bytes, isPicture }) : null;
  kept.set(key, carried);
  return carried;
}

/** The bytes of a `data:` address (RFC 2397); letters that are none of base64 are passed over. */
const bytesOf = (source: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(source.slice(source.indexOf(',') + 1), 'base64'));

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
};

type Found = Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer>; isPicture: boolean }>;

async function keep(ctx: StaffContext, { name, bytes, isPicture }: Found): Promise<Carried | null> {
  const type = await sniffType(bytes, name, '');
  if (isPicture && !(type in ENDINGS)) return null;
  const whole = name === 'picture' ? `${name}${ENDINGS[type] ?? ''}` : name;
  const stored = await storeArticleFile(ctx, { name: whole, claimedType: type, bytes });
  if (!stored.ok || (isPicture && !stored.value.picture)) return null;
  return { id: stored.value.id, url: stored.value.url };
}
