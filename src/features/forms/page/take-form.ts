import { type ReadForm, readForm, type Typed } from '@/domain/form/read';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StoredFile } from '@/domain/ticket/ticket';
import { receiveSubmission, type Taken } from '@/features/forms/commands/receive-submission';
import type { ShownForm } from '@/features/forms/form-rows';
import { visitNamed } from '@/features/knowledge/commands/link-visit';
import { toldByWhen } from '@/features/promises/commands/told-by-when';
import { rateLimiter } from '@/server/auth/rate-limiter';
import type { SystemContext } from '@/server/context';
import { bodyBytes } from '@/server/http/request-body';
import { storeFile } from '@/server/storage/store-file';
import { preparedFile, VISITOR_FILE_BYTES } from '@/server/storage/visitor-files';
import { donePage, formPage, type Shown, type Trouble } from './form-page';
import { readFileToken, readFormToken } from './form-token';
import { isOwnAddress, itemsFor, signerOf } from './signer';

const MOST_FILES = 5;
const MOST_BYTES = 2 * VISITOR_FILE_BYTES;
/** One address and form: more than anybody who writes to a company. */
const LIMIT = { points: 10, seconds: 600 };
const LONGEST_ENTRY = 100_000;
const MOST_ENTRIES = 500;

type Arrived = Readonly<{
  form: ShownForm;
  locale: Shown['locale'];
  embedded: boolean;
  untitled?: boolean;
  ip: string;
  /** The visit of the help centre that this is part of; null outside of one. */
  visit: string | null;
}>;

/** Takes what somebody sent by a form; the answer is what they see next, with all that they typed where it is the form again. */
export async function takeForm(ctx: SystemContext, request: Request, arrived: Arrived): Promise<Response> {
  const { form, locale } = arrived;
  const again = (over: Partial<Shown>) => formPage({ ...arrived, id: ctx.newId(), at: ctx.now(), ...over });
  const read = await entriesOf(request);
  if (!read.ok) return again({ trouble: read.error.trouble });
  const { typed } = read.value;
  const place = placeOf(arrived, typed);
  const kept = (typed['kept-file'] ?? []).flatMap((token) => readFileToken(form.id, token) ?? []);
  const stored = await storedFiles(ctx, form, read.value.files.slice(0, MOST_FILES));
  const files = [...kept, ...stored.files].slice(0, MOST_FILES);
  const { submission, takesFiles, wrong, proven } = await readSigned(ctx, { form, locale, typed });
  const token = readFormToken(typed['token']?.[0] ?? '', { formId: form.id, now: ctx.now() });
  const trouble =
    stored.trouble ??
    (await troubleOf({ wrong, isGenuine: token !== null, key: `${form.id}/${arrived.ip}` }));
  if (trouble || !token) {
    return again({ ...place, typed, wrong, files, trouble: trouble ?? 'expired' });
  }
  const said = (name: string) => typed[name]?.[0] ?? '';
  const whole = {
    ...submission,
    proven,
    files: takesFiles ? files : [],
    page: said('page').slice(0, 500),
    visit: arrived.visit ?? visitNamed(ctx, said('visit')),
  };
  const { ip } = arrived;
  const trap = said('website');
  const { id: key, seconds } = token;
  const taken = await receiveSubmission(ctx, { form, submission: whole, key, trap, seconds, ip });
  return thanks(ctx, { form, locale, embedded: place.embedded, email: submission.email, taken });
}

type Reading = Readonly<{ form: ShownForm; locale: Shown['locale']; typed: Typed }>;

/** What was typed, by who is signed in or not; who puts others in copy does so from an address that is their own. */
async function readSigned(ctx: SystemContext, { form, locale, typed }: Reading) {
  const { definitions, type } = form;
  const signer = signerOf({ form, typed, now: ctx.now() });
  const items = itemsFor(form.items, signer);
  const read = readForm({ items, definitions, type, locale }, typed);
  const { email, cc = [] } = read.submission;
  const proven = signer !== null && (await isOwnAddress(ctx, { signer, email }));
  const key = items.find(({ kind }) => kind === 'email')?.key ?? 'email';
  const isForeign = cc.length > 0 && !proven && !read.wrong[key];
  return { ...read, proven, wrong: isForeign ? { ...read.wrong, [key]: 'not_own' as const } : read.wrong };
}

type Thanks = Pick<Arrived, 'form' | 'locale' | 'embedded'> & Readonly<{ email: string; taken: Taken }>;

async function thanks(ctx: SystemContext, { taken, form, locale, ...rest }: Thanks): Promise<Response> {
  const { number, ticketId } = taken;
  const { timeZone } = form.workspace;
  const answerBy = ticketId === null ? null : await toldByWhen(ctx, { ticketId, timeZone, locale });
  return donePage({ form, locale, ...rest, number, answerBy });
}

/** Where it was shown, which a form that comes back says itself. */
const placeOf = ({ embedded, untitled = false }: Arrived, typed: Typed) => ({
  embedded: embedded || typed['embedded'] !== undefined,
  untitled: untitled || typed['untitled'] !== undefined,
});

type Doubt = Readonly<{ wrong: ReadForm['wrong']; isGenuine: boolean; key: string }>;

async function troubleOf({ wrong, isGenuine, key }: Doubt): Promise<Trouble | null> {
  if (Object.keys(wrong).length > 0) return 'wrong';
  if (!isGenuine) return 'expired';
  const within = await rateLimiter('form', LIMIT)
    .consume(key)
    .then(
      () => true,
      (refused: unknown) => {
        if (refused instanceof Error) throw refused;
        return false;
      },
    );
  return within ? null : 'too_often';
}

type Entries = Readonly<{ typed: Typed; files: readonly File[] }>;

async function entriesOf(
  request: Request,
): Promise<Result<Entries, Readonly<{ code: 'input.invalid'; trouble: Trouble }>>> {
  const body = await bodyBytes(request, MOST_BYTES);
  if (!body.ok) return fail({ code: 'input.invalid', trouble: 'file_too_large' });
  try {
    const type = request.headers.get('content-type') ?? '';
    const data = await new Response(body.value, { headers: { 'Content-Type': type } }).formData();
    const entries = [...data.entries()];
    const files = entries.flatMap(([, value]) =>
      typeof value !== 'string' && value.size > 0 ? [value] : [],
    );
    return ok({ typed: typedOf(entries), files });
  } catch {
    return fail({ code: 'input.invalid', trouble: 'unreadable' });
  }
}

function typedOf(entries: readonly (readonly [string, unknown])[]): Typed {
  const typed = new Map<string, string[]>();
  for (const [name, value] of entries.slice(0, MOST_ENTRIES)) {
    if (typeof value !== 'string') continue;
    typed.set(name, [...(typed.get(name) ?? []), storable(value.slice(0, LONGEST_ENTRY))]);
  }
  return Object.fromEntries(typed);
}

/** NUL and half a surrogate pair are no letters that can be kept. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

type Stored = Readonly<{ files: readonly StoredFile[]; trouble: Trouble | null }>;

async function storedFiles(ctx: SystemContext, form: ShownForm, given: readonly File[]): Promise<Stored> {
  const files: StoredFile[] = [];
  if (!form.items.some(({ kind }) => kind === 'files')) return { files, trouble: null };
  let trouble: Trouble | null = null;
  for (const file of given) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const prepared = await preparedFile({ name: file.name, claimedType: file.type, bytes });
    if (!prepared.ok) {
      trouble = prepared.error.code === 'file.too_large' ? 'file_too_large' : 'file_type';
      continue;
    }
    const { name, type } = prepared.value;
    const { sha256, size } = await storeFile(ctx.workspaceId, prepared.value.bytes);
    files.push({ id: ctx.newId(), name, type, size, sha256, inline: false, contentId: null });
  }
  return { files, trouble };
}
