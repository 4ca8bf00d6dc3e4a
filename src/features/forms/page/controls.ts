import { type FieldDefinition, fieldName, fieldText } from '@/domain/field/field';
import type { FormItem, FormLocale } from '@/domain/form/form';
import { type Typed, typedIn, type WrongItem } from '@/domain/form/read';
import type { translator } from '@/i18n/translator';
import { escapeHtml } from '@/server/mail/escape-html';

export type Say = Awaited<ReturnType<typeof translator<'form'>>>;

export type Drawing = Readonly<{
  say: Say;
  locale: FormLocale;
  typed: Typed;
  wrong: Readonly<Record<string, WrongItem>>;
  definitions: readonly FieldDefinition[];
  /** What the browser's file dialog offers. */
  accept: string;
  /** The item below which articles stand that may answer what is typed, and the address that knows them; null for none. */
  answers: Readonly<{ key: string; address: string }> | null;
}>;

/** One thing that a form asks for, as HTML: its label, its control, its hint and what is wrong with it. */
export function control(item: FormItem, drawing: Drawing): string {
  const { say, typed, locale, definitions } = drawing;
  const field = definitions.find(({ id }) => id === item.fieldId);
  if (item.kind === 'hidden') return hidden(item, typed);
  if (item.kind === 'field' && (!field || field.archived || field.customerAccess !== 'edit')) return '';
  const label = fieldText(item.labels, locale) || (field ? fieldName(field, locale) : usualLabel(item, say));
  const required = item.required || item.kind === 'email' || field?.requirement === 'always';
  const hint = fieldText(field?.descriptions ?? {}, locale) || usualHint(item, say);
  return framed(item, { ...drawing, field, label, required, hint });
}

const hidden = ({ key, value }: FormItem, typed: Typed): string =>
  `<input type="hidden" name="${key}" value="${escapeHtml(typedIn(typed, key)[0] ?? value)}">`;

function usualHint({ kind }: FormItem, say: Say): string {
  if (kind === 'files') return say('filesHint');
  return kind === 'cc' ? say('ccHint') : '';
}

function usualLabel({ kind }: FormItem, say: Say): string {
  const known = ['name', 'email', 'subject', 'message', 'cc', 'files', 'consent'] as const;
  const found = known.find((each) => each === kind);
  return found ? say(`label.${found}`) : '';
}

type Framed = Drawing &
  Readonly<{ field: FieldDefinition | undefined; label: string; required: boolean; hint: string }>;

function framed(item: FormItem, facts: Framed): string {
  const { required, hint, field, say } = facts;
  const { key } = item;
  const problem = Object.hasOwn(facts.wrong, key) ? facts.wrong[key] : undefined;
  const below = [
    hint && `<p class="hint" id="${key}-hint">${escapeHtml(hint)}</p>`,
    problem && `<p class="error" id="${key}-error">${escapeHtml(say(`wrong.${problem}`))}</p>`,
  ];
  const described = [hint && `${key}-hint`, problem && `${key}-error`].filter(Boolean).join(' ');
  const attributes = [
    described && ` aria-describedby="${described}"`,
    problem && ' aria-invalid="true"',
    required && ' aria-required="true"',
  ];
  const mark = required ? '' : ` <span class="optional">${escapeHtml(say('optional'))}</span>`;
  const inside = body(item, facts, { attributes: attributes.filter(Boolean).join(''), mark });
  const answers = facts.answers?.key === key ? answersOf(facts.answers.address, say) : '';
  return `<div class="item"${conditionOf(item, field)}>${inside}${below.filter(Boolean).join('')}${answers}</div>`;
}

/** Where the page's script puts articles that may answer; without a script, and without any, nothing is seen. */
const answersOf = (address: string, say: Say): string =>
  `<div class="answers" data-answers="${escapeHtml(address)}"><p class="aside" role="status" data-found="${escapeHtml(say('answersFound', { count: '{count}' }))}"></p>
<p class="hint" hidden>${escapeHtml(say('answers'))}</p><ul hidden></ul></div>`;

/** For the page's script: when it is shown, and which field it is. */
function conditionOf(item: FormItem, field: FieldDefinition | undefined): string {
  const when = [...(field?.shownWhen ?? []), ...item.shownWhen];
  const condition = when.length > 0 ? ` data-when="${escapeHtml(JSON.stringify(when))}"` : '';
  return field ? `${condition} data-field="${field.id}"` : condition;
}

type Parts = Readonly<{ attributes: string; mark: string }>;

function body(item: FormItem, facts: Framed, { attributes, mark }: Parts): string {
  const { label, field } = facts;
  if (item.kind === 'consent' || field?.kind === 'checkbox')
    return checkbox(item, facts, { attributes, mark });
  if (field?.kind === 'multi_choice') return group(item, facts, { attributes, mark });
  const head = `<label for="${item.key}">${escapeHtml(label)}${mark}</label>`;
  return head + input(item, facts, attributes);
}

function input(item: FormItem, { field, typed, accept, locale, say }: Framed, attributes: string): string {
  const value = typedIn(typed, item.key)[0] ?? '';
  const named = `id="${item.key}" name="${item.key}"${attributes}`;
  if (item.kind === 'files') return `<input type="file" multiple accept="${accept}" ${named}>`;
  if (item.kind === 'message' || field?.kind === 'long_text') {
    return `<textarea rows="${item.kind === 'message' ? 6 : 3}" ${named}>${escapeHtml(value)}</textarea>`;
  }
  if (field?.kind === 'choice') {
    const options = field.options
      .filter(({ archived }) => !archived)
      .map(({ key, names }) => {
        const chosen = key === value ? ' selected' : '';
        return `<option value="${escapeHtml(key)}"${chosen}>${escapeHtml(fieldText(names, locale))}</option>`;
      });
    return `<select ${named}><option value="">${escapeHtml(say('choose'))}</option>${options.join('')}</select>`;
  }
  return `<input ${typeOf(item, field)} ${named} value="${escapeHtml(value)}">`;
}

function typeOf({ kind }: FormItem, field: FieldDefinition | undefined): string {
  if (kind === 'email') return 'type="email" autocomplete="email" maxlength="254"';
  if (kind === 'name') return 'type="text" autocomplete="name" maxlength="200"';
  if (kind === 'cc') return 'type="text" inputmode="email" autocomplete="off" maxlength="3000"';
  if (field?.kind === 'date') return 'type="date"';
  if (field?.kind === 'number') return 'type="text" inputmode="decimal" maxlength="30"';
  return 'type="text" maxlength="200"';
}

function checkbox(item: FormItem, { label, typed, say }: Framed, { attributes, mark }: Parts): string {
  const checked = (typedIn(typed, item.key)[0] ?? '') === '' ? '' : ' checked';
  const link = item.link
    ? ` <a href="${escapeHtml(item.link)}" target="_blank" rel="noopener noreferrer">${escapeHtml(say('read'))}</a>`
    : '';
  return `<div class="check"><input type="checkbox" value="true" id="${item.key}" name="${item.key}"${attributes}${checked}>
<label for="${item.key}">${escapeHtml(label)}${mark}</label>${link}</div>`;
}

function group(item: FormItem, { field, label, typed, locale }: Framed, { attributes, mark }: Parts): string {
  const chosen = typedIn(typed, item.key);
  const boxes = (field?.options ?? [])
    .filter(({ archived }) => !archived)
    .map(({ key, names }, index) => {
      const id = `${item.key}-${index}`;
      const checked = chosen.includes(key) ? ' checked' : '';
      return `<div class="check"><input type="checkbox" id="${id}" name="${item.key}" value="${escapeHtml(key)}"${checked}>
<label for="${id}">${escapeHtml(fieldText(names, locale))}</label></div>`;
    });
  return `<fieldset${attributes.replace(' aria-required="true"', '')}><legend>${escapeHtml(label)}${mark}</legend>${boxes.join('')}</fieldset>`;
}
