import { type FieldDefinition, type FieldKind, type FieldValues, patchedValues } from '@/domain/field/field';
import { missingFields, shownFields } from '@/domain/field/shown';
import { readFieldValue } from '@/domain/field/value';
import { askedFields, type FormItem, type FormLocale, type Submission } from './form';

/** Everything that came, as it was typed: by the names of the form's controls. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export type WrongItem = 'missing' | 'wrong' | 'too_long' | 'no_match';

type Asked = Readonly<{
  items: readonly FormItem[];
  definitions: readonly FieldDefinition[];
  type: string;
  locale: FormLocale;
}>;

export type ReadForm = Readonly<{
  submission: Omit<Submission, 'files' | 'page'>;
  /** By the keys of items. */
  wrong: Readonly<Record<string, WrongItem>>;
}>;

const LONGEST_LINE = 200;
const LONGEST_MESSAGE = 50_000;
const MAIL = /^[^\s@<>"',;]{1,64}@[^\s@<>"',;.]+(\.[^\s@<>"',;.]+)+$/u;

const firstOf = (typed: Typed, key: string): string =>
  (typed[key]?.[0] ?? '').replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, '').trim();
const lineOf = (typed: Typed, key: string): string => firstOf(typed, key).replace(/\s+/g, ' ');

/** Reads what was typed into a form; what is not shown where these values stand is left out and asked for by nobody. */
export function readForm(asked: Asked, typed: Typed): ReadForm {
  const wrong: Record<string, WrongItem> = {};
  const own = ownValues(asked, typed, wrong);
  const of = (kind: FormItem['kind']) => asked.items.find((item) => item.kind === kind)?.key ?? kind;
  // What the form does not ask for has no limit of its own there.
  const isAsked = asked.items.some(({ kind }) => kind === 'subject');
  const subject = lineOf(typed, of('subject'));
  const submission = {
    locale: asked.locale,
    name: lineOf(typed, of('name')).slice(0, LONGEST_LINE),
    email: lineOf(typed, of('email')).toLowerCase(),
    subject: isAsked ? subject : subject.slice(0, LONGEST_LINE),
    message: firstOf(typed, of('message')).replace(/\r\n?/g, '\n'),
    values: own,
    hidden: hiddenValues(asked.items, typed),
    consents: asked.items
      .filter(({ kind, key }) => kind === 'consent' && firstOf(typed, key) !== '')
      .map(({ key }) => key),
  };
  for (const item of asked.items) {
    const problem = problemOf(item, submission);
    if (problem) wrong[item.key] = problem;
  }
  return { submission, wrong };
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

/** What was typed into the fields that are shown; notes in `wrong` what does not fit or is missing. */
function ownValues(asked: Asked, typed: Typed, wrong: Record<string, WrongItem>): Sent['values'] {
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
  const filled = shown.filter(({ item }) => typed[item.key]?.some((each) => each.trim() !== ''));
  return Object.fromEntries(filled.map((field) => [field.id, rawOf(field, typed)]));
}

function rawOf({ kind, item }: Readonly<{ kind: FieldKind; item: FormItem }>, typed: Typed) {
  const raw = Object.hasOwn(typed, item.key) ? (typed[item.key] ?? []) : [];
  return kind === 'multi_choice' ? raw : (raw[0] ?? '');
}

const WORDS: Readonly<Record<string, WrongItem>> = { too_long: 'too_long', no_match: 'no_match' };
