'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { CONSENT_KINDS, type ConsentKind } from '@/domain/customer/consent';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { recordConsentAction } from '../actions';
import type { CustomerProfile } from '../queries';

type Props = Readonly<{ workspace: string; customer: CustomerProfile; mayWrite: boolean }>;
type Line = CustomerProfile['consents'][number];

const stateOf = (line: Line | undefined) => {
  if (!line) return 'unknown';
  return line.given ? 'given' : 'withdrawn';
};
const TONES = { given: 'success', withdrawn: 'danger', unknown: 'neutral' } as const;

/** What the customer agreed to, how we know, and what it was before. */
export function Consents({ workspace, customer, mayWrite }: Props) {
  const t = useTranslations('customer.consent');
  const { consents } = customer;
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {CONSENT_KINDS.map((kind) => {
          const state = stateOf(consents.find((line) => line.kind === kind));
          return (
            <div key={kind} className="flex flex-wrap items-center justify-between gap-2">
              <dt>{t(`kind.${kind}`)}</dt>
              <dd>
                <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
              </dd>
            </div>
          );
        })}
      </dl>
      {consents.length > 0 && <History consents={consents} />}
      {mayWrite && <RecordConsent workspace={workspace} customerId={customer.id} />}
    </div>
  );
}

const isKind = (kind: string): kind is ConsentKind => (CONSENT_KINDS as readonly string[]).includes(kind);

function History({ consents }: Readonly<{ consents: readonly Line[] }>) {
  const t = useTranslations('customer.consent');
  const format = useFormatter();
  return (
    <details>
      <summary className="cursor-pointer text-accent-ink text-sm">{t('history')}</summary>
      <ul className="mt-1 flex flex-col gap-1 text-ink-soft text-sm">
        {consents.map((line) => (
          <li key={line.id} className="break-words">
            {t('line', {
              kind: isKind(line.kind) ? t(`kind.${line.kind}`) : line.kind,
              state: t(`state.${stateOf(line)}`),
              at: format.dateTime(line.at, { dateStyle: 'medium', timeStyle: 'short' }),
              source: line.source,
              by: line.byName,
            })}
            {line.note && <span className="block text-ink-faint">{t('words', { words: line.note })}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function RecordConsent({ workspace, customerId }: Readonly<{ workspace: string; customerId: string }>) {
  const t = useTranslations('customer.consent');
  const problems = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) =>
      recordConsentAction(workspace, {
        customerId,
        kind: CONSENT_KINDS.find((kind) => kind === typed.get('kind')) ?? 'marketing',
        given: typed.get('given') === 'yes',
        source: String(typed.get('source') ?? ''),
      }),
    onDone: (_, form) => {
      toast(t('recorded'));
      form.reset();
    },
  });
  return (
    <form
      ref={ref}
      onSubmit={onSubmit}
      noValidate
      aria-label={t('title')}
      className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_9rem_minmax(0,1fr)_auto]"
    >
      <Field label={t('kindLabel')}>
        <Select name="kind">
          {CONSENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('stateLabel')}>
        <Select name="given">
          <option value="yes">{t('give')}</option>
          <option value="no">{t('withdraw')}</option>
        </Select>
      </Field>
      <Field
        label={t('source')}
        hint={t('sourceHint')}
        error={wrong('source') ? t('sourceMissing') : undefined}
      >
        <Input name="source" required maxLength={200} autoComplete="off" />
      </Field>
      <Button type="submit" pending={pending}>
        {t('record')}
      </Button>
      {problem && !problem.code.startsWith('input') && (
        <Notice tone="danger" live className="sm:col-span-4">
          {problems(problem.code)}
        </Notice>
      )}
    </form>
  );
}
