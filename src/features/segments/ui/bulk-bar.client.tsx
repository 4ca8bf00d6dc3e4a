'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { changeCustomersAction } from '../actions';
import type { BulkInput } from '../inputs';

type Props = Readonly<{
  workspace: string;
  customerIds: readonly string[];
  tiers: readonly Readonly<{ id: string; name: string }>[];
  mayBlock: boolean;
  onDone: () => void;
}>;

const WHAT = ['tier', 'organization', 'block'] as const;

/** What can be done to all that are ticked. */
export function BulkBar({ workspace, customerIds, tiers, mayBlock, onDone }: Props) {
  const t = useTranslations('customers.bulk');
  const problems = useTranslations('problem');
  const id = useId();
  const [kind, setKind] = useState<(typeof WHAT)[number]>('tier');
  const [value, setValue] = useState('');
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const ids = [...customerIds];
      const done = await changeCustomersAction(workspace, {
        customerIds: ids,
        change: changeOf(kind, value),
      });
      if (!done.ok) {
        toast.error(problems(done.error.code));
        return;
      }
      toast(t('done', { count: done.value.changed }));
      onDone();
    });
  return (
    <section
      aria-label={t('label')}
      className="flex flex-wrap items-end gap-3 rounded-lg border border-line bg-sunken px-4 py-3"
    >
      <p id={id} className="py-1.5 font-medium" role="status">
        {t('ticked', { count: customerIds.length })}
      </p>
      <Field label={t('what')}>
        <Select
          value={kind}
          onChange={({ target }) => {
            setKind(WHAT.find((each) => each === target.value) ?? 'tier');
            setValue('');
          }}
        >
          {WHAT.filter((each) => each !== 'block' || mayBlock).map((each) => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t(`value.${kind}`)}>
        {kind === 'tier' ? (
          <Select value={value} onChange={({ target }) => setValue(target.value)}>
            <option value="">{t('none')}</option>
            {tiers.map((tier) => (
              <option key={tier.id} value={tier.id}>
                {tier.name}
              </option>
            ))}
          </Select>
        ) : (
          <Input value={value} maxLength={200} onChange={({ target }) => setValue(target.value)} />
        )}
      </Field>
      <Button onClick={run} pending={pending}>
        {t('apply')}
      </Button>
    </section>
  );
}

function changeOf(kind: (typeof WHAT)[number], value: string): BulkInput['change'] {
  if (kind === 'tier') return { kind, tierId: value || null };
  return kind === 'organization' ? { kind, name: value } : { kind, reason: value };
}
