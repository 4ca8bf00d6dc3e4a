import type { ShownWhen } from '@/domain/field/field';
import { type FormItem, type FormItemKind, type FormTexts, usualItems } from '@/domain/form/form';
import type { FormFacts } from '../form-rows';

export const LANGUAGES = ['en', 'hu', 'lv'] as const;

const NO_TEXTS: FormTexts = { title: '', intro: '', submit: '', done: '', mailSubject: '', mailText: '' };

/** A form as its editor holds it. */
export type FormDraft = Readonly<{
  name: string;
  enabled: boolean;
  inPortal: boolean;
  teamId: string;
  priority: FormFacts['priority'];
  type: FormFacts['type'];
  /** With commas between. */
  tags: string;
  /** One a line. */
  origins: string;
  texts: Readonly<Record<(typeof LANGUAGES)[number], FormTexts>>;
  items: readonly FormItem[];
}>;

/** The editor's form of a form, or of a new one. */
export function formDraft(form: FormFacts | null): FormDraft {
  return {
    name: form?.name ?? '',
    enabled: form?.enabled ?? true,
    inPortal: form?.inPortal ?? true,
    teamId: form?.teamId ?? '',
    priority: form?.priority ?? 'normal',
    type: form?.type ?? 'question',
    tags: form?.tags.join(', ') ?? '',
    origins: form?.allowedOrigins.join('\n') ?? '',
    texts: { en: NO_TEXTS, hu: NO_TEXTS, lv: NO_TEXTS, ...form?.texts },
    items: form?.items ?? usualItems(),
  };
}

const split = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((each) => each.trim())
    .filter(Boolean);

/** What is sent. */
export function formOfDraft({ tags, origins, teamId, items, texts, ...rest }: FormDraft, id: string | null) {
  return {
    ...rest,
    ...(id && { id }),
    teamId: teamId || null,
    tags: split(tags, /,/),
    allowedOrigins: split(origins, /\s+/),
    texts: { en: { ...texts.en }, hu: { ...texts.hu }, lv: { ...texts.lv } },
    items: items.map((item) => ({
      ...item,
      labels: { ...item.labels },
      link: item.link || null,
      shownWhen: item.shownWhen.map((when) => ({ ...when, anyOf: [...when.anyOf] })),
    })),
  };
}

/** True while no value is chosen. */
export const isOpenCondition = ({ anyOf }: ShownWhen): boolean => anyOf.length === 0;

/** What is sent to see the form: what is not right yet is left out. */
export function previewOfDraft(draft: FormDraft, language: (typeof LANGUAGES)[number]) {
  const items = draft.items.map((item) => ({
    ...item,
    link: item.link && URL.canParse(item.link) ? item.link : null,
    shownWhen: item.shownWhen.filter((when) => !isOpenCondition(when)),
  }));
  const name = draft.name.trim() || '…';
  return { language, form: formOfDraft({ ...draft, name, origins: '', items }, null) };
}

/** The items without one, and without conditions on its field. */
export function withoutItem(items: readonly FormItem[], gone: FormItem): readonly FormItem[] {
  return items
    .filter((each) => each !== gone)
    .map((each) => ({ ...each, shownWhen: each.shownWhen.filter(({ field }) => field !== gone.fieldId) }));
}

/** A new thing to ask for, with a name that none of the others has. */
export function newItem(
  kind: FormItemKind,
  items: readonly FormItem[],
  field?: Readonly<{ id: string; key: string }>,
) {
  const base = field?.key ?? kind;
  let key = base;
  for (let number = 2; items.some((each) => each.key === key); number++) key = `${base}_${number}`;
  const item: FormItem = {
    key,
    kind,
    fieldId: field?.id ?? null,
    required: kind === 'consent',
    labels: {},
    link: null,
    value: '',
    shownWhen: [],
  };
  return item;
}
