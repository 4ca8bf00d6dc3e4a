'use client';

import { useTranslations } from 'next-intl';
import type { WebhookName } from '@/features/sla/queries';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { PolicyDraft, PolicyWrong } from './policy-draft';

type Props = Readonly<{
  draft: PolicyDraft;
  webhooks: readonly WebhookName[];
  wrong: PolicyWrong | null;
  onChange: (change: Partial<PolicyDraft>) => void;
}>;

/** When somebody is told of a time that runs out: level by level, from the assignee to another program. */
export function PolicyWarnings({ draft, webhooks, wrong, onChange }: Props) {
  const t = useTranslations('policy');
  const time = (level: 'warn' | 'escalate' | 'webhook') => (
    <Field
      label={t(`warnings.${level}`)}
      hint={t(`warnings.${level}Hint`)}
      error={wrong?.[level] && t('targets.error')}
    >
      <Input
        value={draft[level]}
        maxLength={30}
        autoComplete="off"
        onChange={(event) => onChange({ [level]: event.target.value })}
      />
    </Field>
  );
  return (
    <Panel title={t('warnings.title')} description={t('warnings.body')}>
      <div className="grid items-end gap-4 md:grid-cols-2">
        {time('warn')}
        {time('escalate')}
        <Field label={t('warnings.endpoint')} hint={t('warnings.endpointHint')}>
          <Select
            value={draft.webhookEndpointId ?? ''}
            onChange={(event) => onChange({ webhookEndpointId: event.target.value || null })}
          >
            <option value="">{t('warnings.noWebhook')}</option>
            {webhooks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {draft.webhookEndpointId !== null && time('webhook')}
      </div>
    </Panel>
  );
}
