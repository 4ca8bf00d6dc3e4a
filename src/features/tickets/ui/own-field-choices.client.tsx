'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FieldDefinition, type FieldValue, fieldText } from '@/domain/field/field';
import { Checkbox } from '@/ui/checkbox';
import { classNames } from '@/ui/class-names';
import { controlLook } from '@/ui/control-look';
import { Popover } from '@/ui/popover.client';

type Props = Readonly<{
  id: string;
  field: FieldDefinition;
  name: string;
  value: FieldValue | undefined;
  isFixed: boolean;
  onSet: (raw: readonly string[]) => boolean;
}>;

/** Several options of a list: a button that says what is chosen, and opens the list. */
export function OwnFieldChoices({ id, field, name, value, isFixed, onSet }: Props) {
  const t = useTranslations('ticket.ownFields');
  const locale = useLocale();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const options = field.options.filter(({ key, archived }) => !archived || chosen.includes(key));
  const nameOf = (key: string) =>
    fieldText(options.find((each) => each.key === key)?.names ?? {}, locale) || key;
  const summary = chosen.map(nameOf).join(', ') || t('empty');
  const toggle = (key: string, on: boolean) =>
    onSet(on ? [...chosen, key] : chosen.filter((each) => each !== key));
  return (
    <Popover
      label={name}
      trigger={
        <button
          type="button"
          id={id}
          disabled={isFixed}
          className={classNames(
            controlLook,
            'h-control truncate text-left [&:not(:hover,:focus)]:border-line',
          )}
        >
          {summary}
        </button>
      }
    >
      <fieldset className="flex max-h-64 flex-col gap-1.5 overflow-y-auto p-1">
        <legend className="sr-only">{name}</legend>
        {options.map(({ key, names }) => (
          <Checkbox
            key={key}
            label={fieldText(names, locale)}
            checked={chosen.includes(key)}
            onChange={({ target }) => toggle(key, target.checked)}
          />
        ))}
      </fieldset>
    </Popover>
  );
}
