'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useSubmit } from '@/ui/use-submit.client';
import { saveMetricSettingsAction } from '../actions';

type Month = Readonly<{ month: string; name: string; amount: string }>;
type Props = Readonly<{ workspace: string; currency: string; months: readonly Month[] }>;

/** What each of the last months cost; what is left empty is not known. */
export function CostForm({ workspace, currency, months }: Props) {
  const t = useTranslations('insights.costs');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => saveMetricSettingsAction(workspace, typedIn(form, { currency, months })),
    onDone: () => toast(t('saved')),
  });
  return (
    <Panel className="mt-1">
      <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-5" noValidate>
        {problem && (
          <Notice tone="danger" live>
            {wrong('costs') ? t('wrong') : sentence(problem.code)}
          </Notice>
        )}
        <Field
          label={t('currency')}
          hint={t('currencyHint')}
          error={wrong('costCurrency') && t('currencyWrong')}
        >
          <Input
            name="costCurrency"
            defaultValue={currency}
            maxLength={3}
            autoComplete="off"
            className="max-w-24 uppercase"
          />
        </Field>
        <fieldset className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
          <legend className="pb-2 font-medium text-sm">{t('months')}</legend>
          {months.map(({ month, name, amount }) => (
            <Field key={month} label={name}>
              <Input
                name={`cost.${month}`}
                inputMode="decimal"
                defaultValue={amount}
                autoComplete="off"
                className="tabular-nums"
              />
            </Field>
          ))}
        </fieldset>
        <Button type="submit" variant="primary" pending={pending} className="self-start">
          {common('save')}
        </Button>
      </form>
    </Panel>
  );
}

type Known = Pick<Props, 'currency' | 'months'>;

/** What was typed: of months only those that were changed, and all of them in another currency. */
function typedIn(form: FormData, { currency, months }: Known) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const costCurrency = text('costCurrency').toUpperCase();
  const costs = months
    .map(({ month, amount: before }) => {
      const amount = text(`cost.${month}`).replace(/\s/g, '').replace(',', '.');
      return { month, before, amount };
    })
    .filter(({ before, amount }) => before !== amount || (costCurrency !== currency && amount !== ''))
    .map(({ month, amount }) => ({ month, amount: amount || null }));
  return { costCurrency, costs };
}
