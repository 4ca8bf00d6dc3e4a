'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { CONSENT_KINDS } from '@/domain/customer/consent';
import { type FieldDefinition, fieldName } from '@/domain/field/field';
import { decidingFields, type FormItem, MAY_HANG, SINGLE_KINDS } from '@/domain/form/form';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { LANGUAGES, newItem, withoutItem } from './form-draft';
import { ItemConditions } from './item-conditions.client';

type Props = Readonly<{
  items: readonly FormItem[];
  definitions: readonly FieldDefinition[];
  /** True once it was tried to save. */
  asked: boolean;
  onChange: (items: readonly FormItem[]) => void;
}>;

/** What a form asks for, in its order. */
export function ItemList({ items, definitions, asked, onChange }: Props) {
  const t = useTranslations('formSetup.form');
  const locale = useLocale();
  const free = definitions.filter(
    ({ id, archived, customerAccess }) =>
      !archived && customerAccess === 'edit' && !items.some(({ fieldId }) => fieldId === id),
  );
  const change = (item: FormItem) => onChange(items.map((each) => (each.key === item.key ? item : each)));
  const move = (from: number, to: number) => {
    const moved = items[from];
    if (!moved || to < 0 || to >= items.length) return;
    const others = items.filter((each) => each !== moved);
    onChange([...others.slice(0, to), moved, ...others.slice(to)]);
  };
  const left = SINGLE_KINDS.filter((kind) => !items.some((each) => each.kind === kind));
  const add = (chosen: string) => {
    const kind = left.find((each) => each === chosen);
    const field = definitions.find(({ id }) => id === chosen);
    if (kind) onChange([...items, newItem(kind, items)]);
    else if (field) onChange([...items, newItem('field', items, field)]);
  };
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t('items')} className="flex flex-col gap-3">
        {items.map((item, index) => (
          <Item
            key={item.key}
            item={item}
            field={definitions.find(({ id }) => id === item.fieldId)}
            onChange={change}
            onMove={(step) => move(index, index + step)}
            deciding={decidingFields(items, definitions, item)}
            asked={asked}
            onRemove={() => onChange(withoutItem(items, item))}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-end gap-2">
        {free.length + left.length > 0 && (
          <Field label={t('addField')} className="w-56">
            <Select value="" onChange={({ target }) => add(target.value)}>
              <option value="">…</option>
              {left.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
              {free.map((field) => (
                <option key={field.id} value={field.id}>
                  {fieldName(field, locale)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button onClick={() => onChange([...items, newItem('consent', items)])}>{t('addConsent')}</Button>
        <Button onClick={() => onChange([...items, newItem('hidden', items)])}>{t('addHidden')}</Button>
      </div>
    </div>
  );
}

type ItemProps = Readonly<{
  item: FormItem;
  field: FieldDefinition | undefined;
  deciding: readonly FieldDefinition[];
  asked: boolean;
  onChange: (item: FormItem) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}>;

function Item({ item, field, deciding, asked, onChange, onMove, onRemove }: ItemProps) {
  const t = useTranslations('formSetup.form');
  const locale = useLocale();
  const name = field ? fieldName(field, locale) : t(`kind.${item.kind}`);
  const isNeeded = item.kind === 'email' || item.kind === 'message';
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line p-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 break-words font-medium text-ink">
          {item.kind === 'hidden' ? t('hiddenName', { name: item.key }) : name}
        </p>
        {item.kind !== 'hidden' && item.kind !== 'files' && item.kind !== 'email' && (
          <Checkbox
            label={t('required')}
            checked={item.required}
            onChange={({ target }) => onChange({ ...item, required: target.checked })}
          />
        )}
        <div className="flex">
          <Button variant="ghost" size="icon-sm" aria-label={t('up', { name })} onClick={() => onMove(-1)}>
            <ArrowUp aria-hidden />
          </Button>
          <Button variant="ghost" size="icon-sm" aria-label={t('down', { name })} onClick={() => onMove(1)}>
            <ArrowDown aria-hidden />
          </Button>
          {!isNeeded && (
            <Button variant="ghost" size="icon-sm" aria-label={t('remove', { name })} onClick={onRemove}>
              <Trash2 aria-hidden />
            </Button>
          )}
        </div>
      </div>
      {item.kind === 'hidden' ? (
        <Field label={t('hiddenValue')}>
          <Input
            value={item.value}
            maxLength={200}
            onChange={({ target }) => onChange({ ...item, value: target.value })}
          />
        </Field>
      ) : (
        <Labels item={item} onChange={onChange} />
      )}
      {item.kind === 'cc' && <p className="text-ink-soft text-sm">{t('ccHint')}</p>}
      {item.kind === 'consent' && <Consent item={item} onChange={onChange} />}
      {MAY_HANG.includes(item.kind) && (
        <ItemConditions item={item} deciding={deciding} asked={asked} onChange={onChange} />
      )}
    </li>
  );
}

function Consent({ item, onChange }: Pick<ItemProps, 'item' | 'onChange'>) {
  const t = useTranslations('formSetup.form');
  const kinds = useTranslations('customer.consent.kind');
  return (
    <>
      <Field label={t('consentKind')} hint={t('consentKindHint')}>
        <Select
          value={item.value || 'privacy'}
          onChange={({ target }) => onChange({ ...item, value: target.value })}
        >
          {CONSENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(kind)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('link')} hint={t('linkHint')}>
        <Input
          type="url"
          value={item.link ?? ''}
          maxLength={500}
          onChange={({ target }) => onChange({ ...item, link: target.value })}
        />
      </Field>
    </>
  );
}

function Labels({ item, onChange }: Pick<ItemProps, 'item' | 'onChange'>) {
  const t = useTranslations('formSetup.form');
  const languages = useTranslations('common.language');
  return (
    <details open={item.kind === 'consent'}>
      <summary className="cursor-pointer text-accent-ink text-sm">{t('label')}</summary>
      <div className="grid gap-3 pt-2 sm:grid-cols-3">
        {LANGUAGES.map((language) => (
          <Field key={language} label={`${t('label')} (${languages(language)})`}>
            <Input
              lang={language}
              maxLength={300}
              value={item.labels[language] ?? ''}
              onChange={({ target }) =>
                onChange({ ...item, labels: { ...item.labels, [language]: target.value } })
              }
            />
          </Field>
        ))}
      </div>
    </details>
  );
}
