'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ROUTING_MODES, ROUTING_ORDERS } from '@/domain/routing/queue';
import type { QueueRow } from '@/features/routing/lists';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Props = Readonly<{ queue: QueueRow; wrong: (field: string) => boolean }>;

/** How a queue gives out tickets; only what the chosen way uses is asked. */
export function QueueFields({ queue, wrong }: Props) {
  const t = useTranslations('queues');
  const [mode, setMode] = useState(queue.mode);
  return (
    <>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 font-medium text-sm">{t('form.mode')}</legend>
        {ROUTING_MODES.map((each) => (
          <Checkbox
            key={each}
            type="radio"
            name="mode"
            value={each}
            checked={each === mode}
            onChange={() => setMode(each)}
            label={t(`mode.${each}`)}
            hint={t(`modeHint.${each}`)}
          />
        ))}
      </fieldset>
      {mode !== 'off' && <RuleFields queue={queue} wrong={wrong} push={mode === 'push'} />}
    </>
  );
}

function RuleFields({ queue, wrong, push }: Props & Readonly<{ push: boolean }>) {
  const t = useTranslations('queues.form');
  return (
    <>
      <Field label={t('order')}>
        <Select name="order" defaultValue={queue.order}>
          {ROUTING_ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`orders.${order}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        name="matchLanguage"
        defaultChecked={queue.matchLanguage}
        label={t('matchLanguage')}
        hint={t('matchLanguageHint')}
      />
      <NumberField queue={queue} name="relaxAfterMinutes" wrong={wrong} />
      {push && <NumberField queue={queue} name="stickyDays" wrong={wrong} />}
      {push && <NumberField queue={queue} name="answerSeconds" wrong={wrong} />}
    </>
  );
}

type NumberName = 'relaxAfterMinutes' | 'stickyDays' | 'answerSeconds';

const LIMITS: Readonly<Record<NumberName, Readonly<{ min: number; max: number }>>> = {
  relaxAfterMinutes: { min: 1, max: 10_080 },
  stickyDays: { min: 0, max: 365 },
  answerSeconds: { min: 15, max: 3600 },
};

function NumberField({ queue, name, wrong }: Props & Readonly<{ name: NumberName }>) {
  const t = useTranslations('queues.form');
  return (
    <Field label={t(name)} hint={t(`${name}Hint`)} error={wrong(name) && t('range', LIMITS[name])}>
      <Input
        type="number"
        inputMode="numeric"
        name={name}
        defaultValue={queue[name] ?? ''}
        className="max-w-40"
        {...LIMITS[name]}
      />
    </Field>
  );
}
