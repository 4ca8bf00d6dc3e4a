'use client';

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FieldOption, fieldText } from '@/domain/field/field';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { freeOptionKey } from './field-draft';
import { TextFields } from './text-fields.client';

type Props = Readonly<{
  options: readonly FieldOption[];
  /** Keys of options without a name. */
  nameless: readonly string[];
  onChange: (options: readonly FieldOption[]) => void;
}>;

/** What can be chosen, in its order and in each language. */
export function OptionList({ options, nameless, onChange }: Props) {
  const t = useTranslations('fields.form');
  const locale = useLocale();
  const change = (index: number, over: Partial<FieldOption>) =>
    onChange(options.map((each, place) => (place === index ? { ...each, ...over } : each)));
  const move = (from: number, to: number) => {
    const moved = options[from];
    if (!moved || to < 0 || to >= options.length) return;
    const others = options.filter((_, place) => place !== from);
    onChange([...others.slice(0, to), moved, ...others.slice(to)]);
  };
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t('options')} className="flex flex-col gap-3">
        {options.map((option, index) => (
          <li key={option.key} className="flex flex-col gap-2 rounded-md border border-line p-3">
            <TextFields
              label={t('option', { number: index + 1 })}
              texts={option.names}
              most={120}
              error={nameless.includes(option.key) && t('optionError')}
              onChange={(names) => change(index, { names })}
            />
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Checkbox
                label={t('optionArchived')}
                checked={option.archived}
                onChange={({ target }) => change(index, { archived: target.checked })}
              />
              <OptionButtons
                name={fieldText(option.names, locale) || t('option', { number: index + 1 })}
                onMove={(step) => move(index, index + step)}
                onRemove={() => onChange(options.filter((_, place) => place !== index))}
              />
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button
          size="sm"
          onClick={() => onChange([...options, { key: freeOptionKey(options), names: {}, archived: false }])}
        >
          <Plus aria-hidden />
          {t('addOption')}
        </Button>
      </div>
    </div>
  );
}

type Buttons = Readonly<{ name: string; onMove: (step: 1 | -1) => void; onRemove: () => void }>;

function OptionButtons({ name, onMove, onRemove }: Buttons) {
  const t = useTranslations('fields.form');
  return (
    <div className="flex">
      <Button variant="ghost" size="icon-sm" aria-label={t('up', { name })} onClick={() => onMove(-1)}>
        <ArrowUp aria-hidden />
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={t('down', { name })} onClick={() => onMove(1)}>
        <ArrowDown aria-hidden />
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={t('remove', { name })} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}
