'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { toast } from 'sonner';
import { currencyOf, kindOfUnit, type MetricName, type ValueUnit } from '@/domain/metrics/registry';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';
import { useSubmit } from '@/ui/use-submit.client';
import { setTargetAction } from '../actions';

type Props = Readonly<{
  workspace: string;
  metric: MetricName;
  name: string;
  unit: ValueUnit;
  /** Shares lie between 0 and 1; people type percent. */
  value: number | null;
}>;

/** Says what a number is to be. Left empty there is no target. */
export function TargetField({ workspace, metric, name, unit, value }: Props) {
  const t = useTranslations('insights.targets');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const id = useId();
  const [changed, setChanged] = useState(false);
  const factor = unit === 'share' ? 100 : 1;
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (typed) => {
      const text = String(typed.get('target') ?? '')
        .trim()
        .replace(',', '.');
      const number = text === '' ? null : Number(text) / factor;
      return setTargetAction(workspace, { metric, value: number });
    },
    onDone: () => {
      toast(t('saved', { name }));
    },
  });
  const kind = kindOfUnit(unit);
  const unitWords = kind === 'score' ? '' : (currencyOf(unit) ?? t(`unit.${kind}`));
  const shown = value === null ? '' : String(Number((value * factor).toPrecision(10)));
  return (
    <form
      ref={ref}
      onSubmit={onSubmit}
      noValidate
      className="flex flex-wrap items-center gap-x-2 gap-y-1 sm:flex-nowrap"
    >
      <label htmlFor={id} className="sr-only">
        {t('targetOf', { name })}
      </label>
      <Input
        id={id}
        name="target"
        inputMode="decimal"
        defaultValue={shown}
        autoComplete="off"
        onChange={({ target }) => setChanged(target.value.trim() !== shown)}
        className="w-20 text-right tabular-nums"
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${id}-wrong` : undefined}
      />
      <span className="w-10 text-ink-faint text-sm">{unitWords}</span>
      <Button
        type="submit"
        size="sm"
        pending={pending}
        className={changed ? '' : 'max-sm:hidden sm:invisible'}
      >
        {common('save')}
      </Button>
      {problem && (
        <span id={`${id}-wrong`} role="alert" className="text-danger-ink text-sm">
          {problem.code.startsWith('input') ? t('wrong') : problems(problem.code)}
        </span>
      )}
    </form>
  );
}
