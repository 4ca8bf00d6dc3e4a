import type { FieldDefinition, FieldTexts, ShownWhen } from '@/domain/field/field';
import { hangsOnItself } from '@/domain/field/shown';
import type { StoredFile } from '@/domain/ticket/ticket';

export const FORM_ITEM_KINDS = [
  'name',
  'email',
  'subject',
  'message',
  'field',
  'cc',
  'files',
  'consent',
  'hidden',
] as const;
export type FormItemKind = (typeof FORM_ITEM_KINDS)[number];

/** One thing that a form asks for. */
export type FormItem = Readonly<{
  /** Names it in the form: letters, figures and underscores, each once. */
  key: string;
  kind: FormItemKind;
  /** Of a custom field. */
  fieldId: string | null;
  required: boolean;
  /** In place of the usual words. */
  labels: FieldTexts;
  /** Of a consent: what it links to. */
  link: string | null;
  /** Of a hidden field: what it holds when the page gives nothing. Of a consent: its kind, empty for that of privacy. */
  value: string;
  /** Shown when all are met: the values of other fields of the form, by the fields' ids. */
  shownWhen: readonly ShownWhen[];
}>;

/** What a form says in one language; empty words are ours. */
export type FormTexts = Readonly<{
  title: string;
  intro: string;
  submit: string;
  done: string;
  mailSubject: string;
  mailText: string;
}>;

export type FormLocale = 'en' | 'hu' | 'lv';

/** What somebody sent by a form. */
export type Submission = Readonly<{
  locale: FormLocale;
  name: string;
  email: string;
  subject: string;
  message: string;
  /** Of custom fields, as typed, by their ids. */
  values: Readonly<Record<string, string | readonly string[]>>;
  /** Of hidden fields, by their keys. */
  hidden: Readonly<Record<string, string>>;
  /** Keys of consents that were given. */
  consents: readonly string[];
  files: readonly StoredFile[];
  /** Addresses of colleagues who get a copy; taken only from who is known to be who they say. */
  cc?: readonly string[];
  /** True where the typed address is known to be theirs: they are signed in to the portal. */
  proven?: boolean;
  /** The address of the page, as far as the browser told it. */
  page: string;
  /** The visit of the help centre in which it was sent, by its id. */
  visit?: string | null;
}>;

/** What a form can ask for without a custom field, each once. */
export const SINGLE_KINDS: readonly FormItemKind[] = ['name', 'email', 'subject', 'message', 'cc', 'files'];

/** What may be shown by condition; the address and the message always are, and a hidden value is never seen. */
export const MAY_HANG: readonly FormItemKind[] = ['name', 'subject', 'field', 'cc', 'files', 'consent'];

/** A new form: who, about what, and in which words. */
export function usualItems(): FormItem[] {
  const plain = { fieldId: null, labels: {}, link: null, value: '', shownWhen: [] } as const;
  return (['name', 'email', 'subject', 'message', 'files'] as const).map((kind) => ({
    ...plain,
    key: kind,
    kind,
    required: kind === 'email' || kind === 'message',
  }));
}

const DECIDING: readonly FieldDefinition['kind'][] = ['choice', 'multi_choice', 'checkbox'];

/** The fields of a form, but for an item's own, whose values can decide what else is shown. */
export function decidingFields(
  items: readonly FormItem[],
  definitions: readonly FieldDefinition[],
  of: FormItem | null,
): readonly FieldDefinition[] {
  return askedFields(items, definitions)
    .filter(({ item, field }) => item.key !== of?.key && DECIDING.includes(field.kind))
    .map(({ field }) => field);
}

/** True when the conditions of all items can be met: by fields that the form asks for, and none that leads back to itself. */
export function conditionsHold(items: readonly FormItem[], definitions: readonly FieldDefinition[]): boolean {
  const known = items.every((item) => {
    const deciding = decidingFields(items, definitions, item).map(({ id }) => id);
    const mayHang = item.shownWhen.length === 0 || MAY_HANG.includes(item.kind);
    return mayHang && item.shownWhen.every(({ field }) => deciding.includes(field));
  });
  const fields = askedFields(items, definitions).map(({ item, field }) => ({
    id: field.id,
    shownWhen: [...field.shownWhen, ...item.shownWhen],
  }));
  return known && !fields.some((field) => hangsOnItself(field, fields));
}

/** The custom fields that a form asks for, in its order; what is archived or for agents only is left out. */
export function askedFields(
  items: readonly FormItem[],
  definitions: readonly FieldDefinition[],
): readonly Readonly<{ item: FormItem; field: FieldDefinition }>[] {
  return items.flatMap((item) => {
    const field = definitions.find(({ id }) => item.kind === 'field' && id === item.fieldId);
    return field && !field.archived && field.customerAccess === 'edit' ? [{ item, field }] : [];
  });
}
