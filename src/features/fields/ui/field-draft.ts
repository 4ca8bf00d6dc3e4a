import {
  type FieldAccess,
  type FieldDefinition,
  type FieldEntity,
  type FieldKind,
  type FieldOption,
  type FieldRequirement,
  type FieldTexts,
  fieldText,
  type ShownWhen,
} from '@/domain/field/field';
import { isSafePattern } from '@/domain/field/pattern';

export const LANGUAGES = ['en', 'hu', 'lv'] as const;

/** A field as its form holds it. */
export type FieldDraft = Readonly<{
  key: string;
  kind: FieldKind;
  names: FieldTexts;
  descriptions: FieldTexts;
  options: readonly FieldOption[];
  pattern: string;
  requirement: FieldRequirement;
  customerAccess: FieldAccess;
  shownWhen: readonly ShownWhen[];
}>;

type Stored = FieldDefinition & Readonly<{ version: number }>;

/** The form of a field, or of a new one. */
export function fieldDraft(field: Stored | null): FieldDraft {
  return {
    key: field?.key ?? '',
    kind: field?.kind ?? 'text',
    names: field?.names ?? {},
    descriptions: field?.descriptions ?? {},
    options: field?.options ?? [],
    pattern: field?.pattern ?? '',
    requirement: field?.requirement ?? 'never',
    customerAccess: field?.customerAccess ?? 'none',
    shownWhen: field?.shownWhen ?? [],
  };
}

/** What is sent. A form in which something is wrong must have been refused before. */
export function fieldOfDraft(draft: FieldDraft, entity: FieldEntity, field: Stored | null) {
  return {
    ...draft,
    entity,
    key: draft.key || keyOf(fieldText(draft.names, 'en')),
    pattern: draft.kind === 'pattern' ? draft.pattern : null,
    names: { ...draft.names },
    descriptions: { ...draft.descriptions },
    options: hasOptions(draft.kind)
      ? draft.options.map((each) => ({ ...each, names: { ...each.names } }))
      : [],
    shownWhen: draft.shownWhen.map((each) => ({ ...each, anyOf: [...each.anyOf] })),
    ...(field && { id: field.id, version: field.version }),
  };
}

export const hasOptions = (kind: FieldKind): boolean => kind === 'choice' || kind === 'multi_choice';

/** A short name made from words: `Order number` gives `order_number`. */
export function keyOf(words: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  return plain.slice(0, 40) || 'field';
}

/** A key for a new option that none of the others has. */
export function freeOptionKey(options: readonly FieldOption[]): string {
  let number = options.length + 1;
  while (options.some(({ key }) => key === `option-${number}`)) number += 1;
  return `option-${number}`;
}

export type FieldWrong = Readonly<{
  name: boolean;
  key: boolean;
  pattern: boolean;
  /** There is none to choose. */
  options: boolean;
  /** Keys of options without a name. */
  nameless: readonly string[];
  /** Places of conditions without a value. */
  conditions: readonly number[];
}>;

/** What has to be put right before the form can be sent; null when nothing has. */
export function wrongInField(draft: FieldDraft): FieldWrong | null {
  const isListed = hasOptions(draft.kind);
  const wrong = {
    name: fieldText(draft.names, 'en').trim() === '',
    key: draft.key !== '' && !/^[a-z][a-z0-9_]*$/.test(draft.key),
    pattern: draft.kind === 'pattern' && !isSafePattern(draft.pattern.trim()),
    options: isListed && !draft.options.some(({ archived }) => !archived),
    nameless: isListed
      ? draft.options.filter(({ names }) => fieldText(names, 'en').trim() === '').map(({ key }) => key)
      : [],
    conditions: draft.shownWhen.flatMap(({ anyOf }, place) => (anyOf.length === 0 ? [place] : [])),
  };
  const flags = [wrong.name, wrong.key, wrong.pattern, wrong.options];
  const isFine = !flags.includes(true) && wrong.nameless.length === 0 && wrong.conditions.length === 0;
  return isFine ? null : wrong;
}
