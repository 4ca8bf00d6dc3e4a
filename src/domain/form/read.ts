import { type FieldDefinition, type FieldKind, type FieldValues, patchedValues } from '@/domain/field/field';
import { missingFields, shownFields } from '@/domain/field/shown';
import { readFieldValue } from '@/domain/field/value';
import { askedFields, type FormItem, type FormLocale, MAY_HANG, type Submission } from './form';

/** Everything that came, as it was typed: by the names of the form's controls. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export type WrongItem = 'missing' | 'wrong' | 'too_long' | 'no_match' | 'not_own';

type Asked = Readonly<{
  items: readonly FormItem[];
  definitions: readonly FieldDefinition[];
  type: string;
  locale: FormLocale;
}>;

export type ReadForm = Readonly<{
  submission: Omit<Submission, 'files' | 'page'>;
  /** True where files are asked for. */
  takesFiles: boolean;
  /** By the keys of items. */
  wrong: Readonly<Record<string, WrongItem>>;
}>;

const LONGEST_LINE = 200;
const LONGEST_MESSAGE = 50_000;
const MOST_COPIED = 10;
const MAIL = /^[^\s@<>"',;]{1,64}@[^\s@<>"',;.]+(\.[^\s@<>"',;.]+)+$/u;

/** What was typed under a name, which may be one that every object has. */
export const typedIn = (typed: Typed, key: string): readonly string[] =>
  Object.hasOwn(typed, key) ? (typed[key] ?? []) : [];
const firstOf = (typed: Typed, key: string): string =>
  (typedIn(typed, key)[0] ?? '').replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, '').trim();
const lineOf = (typed: Typed, key: string): string => firstOf(typed, key).replace(/\s+/g, ' ');

/** Reads what was typed into a form; what is not shown where these values stand is left out and asked for by nobody. */
export function readForm(asked: Asked, typed: Typed): ReadForm {
  const wrong: Record<string, WrongItem> = {};
  const { values: own, hidden } = ownValues(asked, typed, wrong);
  const items = asked.items.filter((item) => !hidden.includes(item));
  const isAsked = (kind: FormItem['kind']) => items.some((item) => item.kind === kind);
  const keyOf = (kind: 'name' | 'email' | 'subject' | 'message') => {
    const item = asked.items.find((each) => each.kind === kind);
    return item && hidden.includes(item) ? '' : (item?.key ?? kind);
  };
  const subject = lineOf(typed, keyOf('subject'));
  const submission = {
    locale: asked.locale,
    name: lineOf(typed, keyOf('name')).slice(0, LONGEST_LINE),
    email: lineOf(typed, keyOf('email')).toLowerCase(),
    // What the form does not ask for has no limit of its own there.
    subject: isAsked('subject') ? subject : subject.slice(0, LONGEST_LINE),
    message: firstOf(typed, keyOf('message')).replace(/\r\n?/g, '\n'),
    cc: copied(
      items.find(({ kind }) => kind === 'cc'),
      typed,
    ),
    values: own,
    hidden: hiddenValues(items, typed),
    consents: items
      .filter(({ kind, key }) => kind === 'consent' && firstOf(typed, key) !== '')
      .map(({ key }) => key),
  };
  for (const item of items) {
    const problem = problemOf(item, submission);
    if (problem) wrong[item.key] = problem;
  }
  return { submission, takesFiles: isAsked('files'), wrong };
}

type Sent = ReadForm['submission'];

function problemOf({ kind, key, required }: FormItem, sent: Sent): WrongItem | null {
  switch (kind) {
    case 'email':
      return mailProblem(sent.email);
    case 'name':
    case 'subject':
      return textProblem(sent[kind], { required, longest: LONGEST_LINE });
    case 'message':
      return textProblem(sent.message, { required, longest: LONGEST_MESSAGE });
    case 'cc':
      return copyProblem(sent.cc ?? [], required);
    case 'consent':
      return required && !sent.consents.includes(key) ? 'missing' : null;
    default:
      return null;
  }
}

function mailProblem(email: string): WrongItem | null {
  if (email === '') return 'missing';
  return MAIL.test(email) && email.length <= 254 ? null : 'wrong';
}

/** Addresses parted by spaces, commas, semicolons or line ends, each once. */
const copied = (item: FormItem | undefined, typed: Typed): readonly string[] =>
  item
    ? [
        ...new Set(
          firstOf(typed, item.key)
            .toLowerCase()
            .split(/[\s,;]+/)
            .filter(Boolean),
        ),
      ]
    : [];

function copyProblem(cc: readonly string[], required: boolean): WrongItem | null {
  if (cc.length === 0) return required ? 'missing' : null;
  if (cc.length > MOST_COPIED) return 'too_long';
  return cc.some((each) => mailProblem(each) !== null) ? 'wrong' : null;
}

type Wanted = Readonly<{ required: boolean; longest: number }>;

function textProblem(text: string, { required, longest }: Wanted): WrongItem | null {
  if (text.length > longest) return 'too_long';
  return required && text === '' ? 'missing' : null;
}

function hiddenValues(items: readonly FormItem[], typed: Typed): Record<string, string> {
  const hidden = items.filter(({ kind }) => kind === 'hidden');
  return Object.fromEntries(
    hidden.map(({ key, value }) => [key, (lineOf(typed, key) || value).slice(0, LONGEST_LINE)]),
  );
}

/** The fields that a form asks for, shown by their own conditions and by those of the form. */
function formFields(asked: Pick<Asked, 'items' | 'definitions'>) {
  return askedFields(asked.items, asked.definitions).map(({ item, field }) => ({
    ...field,
    item,
    requirement: item.required ? ('always' as const) : field.requirement,
    shownWhen: [...field.shownWhen, ...item.shownWhen],
  }));
}

type Own = Readonly<{
  values: Sent['values'];
  /** Items that are no fields, and are not shown. */
  hidden: readonly FormItem[];
}>;

/** What was typed into the fields that are shown; notes in `wrong` what does not fit or is missing. */
function ownValues(asked: Asked, typed: Typed, wrong: Record<string, WrongItem>): Own {
  const fields = formFields(asked);
  const read = fields.map((field) => ({ field, read: readFieldValue(field, rawOf(field, typed)) }));
  const values = read.reduce<FieldValues>(
    (all, { field, read: one }) => (one.ok ? patchedValues(all, { [field.id]: one.value }) : all),
    {},
  );
  const held = { type: asked.type, values };
  const shown = shownFields(fields, held);
  const unfit = read.flatMap(({ field, read: one }) => (one.ok ? [] : [{ field, why: one.error.wrong }]));
  for (const { field, why } of unfit) {
    if (shown.includes(field)) wrong[field.item.key] = WORDS[why] ?? 'wrong';
  }
  for (const { item } of missingFields(fields, held, 'save')) wrong[item.key] ??= 'missing';
  const filled = shown.filter(({ item }) => typedIn(typed, item.key).some((each) => each.trim() !== ''));
  return {
    values: Object.fromEntries(filled.map((field) => [field.id, rawOf(field, typed)])),
    hidden: hiddenItems(asked.items, fields, held),
  };
}

/** What is no field of its own and hangs on fields: those that are not shown where these values stand. */
function hiddenItems(
  items: readonly FormItem[],
  fields: ReturnType<typeof formFields>,
  held: Readonly<{ type: string; values: FieldValues }>,
): readonly FormItem[] {
  const hanging = items
    .filter(({ kind, shownWhen }) => MAY_HANG.includes(kind) && kind !== 'field' && shownWhen.length > 0)
    .map((item) => {
      const { key: id, shownWhen } = item;
      return {
        id: `item ${id}`,
        item,
        shownWhen,
        requirement: 'never',
        kind: 'text',
        archived: false,
      } as const;
    });
  const shown: readonly unknown[] = shownFields([...fields, ...hanging], held);
  return hanging.filter((each) => !shown.includes(each)).map(({ item }) => item);
}

function rawOf({ kind, item }: Readonly<{ kind: FieldKind; item: FormItem }>, typed: Typed) {
  const raw = typedIn(typed, item.key);
  return kind === 'multi_choice' ? raw : (raw[0] ?? '');
}

const WORDS: Readonly<Record<string, WrongItem>> = { too_long: 'too_long', no_match: 'no_match' };
