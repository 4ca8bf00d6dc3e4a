'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MailboxForm } from '@/features/channels/queries';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { PROVIDERS, type Provider } from './providers';
import type { ServerDefaults } from './server-defaults';
import { ServerFields } from './server-fields.client';

type Props = Readonly<{
  stored: MailboxForm['outgoing'] | null;
  provider: Provider | null;
  /** True when the installation has a server of its own for mail without one. */
  hasServer: boolean;
  wrong: (field: string) => boolean;
}>;

/** How answers from this mailbox leave. */
export function OutgoingFields({ stored, provider, hasServer, wrong }: Props) {
  const t = useTranslations('channels.form');
  const [chosen, setChosen] = useState<'default' | 'smtp'>(stored?.kind ?? 'default');
  const kind = provider ? 'smtp' : chosen;
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('outgoing')}>
        <Select
          name="outgoing.kind"
          value={kind}
          onChange={(event) => setChosen(event.target.value === 'smtp' ? 'smtp' : 'default')}
        >
          <option value="default">{t('outgoingKind.default')}</option>
          <option value="smtp">{t('outgoingKind.smtp')}</option>
        </Select>
      </Field>
      {kind === 'default' && !hasServer && <Notice tone="warning">{t('keptHere')}</Notice>}
      {kind === 'smtp' && (
        <ServerFields
          key={provider}
          side="outgoing"
          defaults={defaultsOf(stored?.kind === 'smtp' ? stored : null, provider)}
          wrong={wrong}
        />
      )}
    </div>
  );
}

type Smtp = Extract<MailboxForm['outgoing'], { kind: 'smtp' }>;

function defaultsOf(smtp: Smtp | null, provider: Provider | null): ServerDefaults {
  const server = provider ? PROVIDERS[provider].outgoing : smtp;
  return {
    host: server?.host ?? '',
    port: server?.port ?? null,
    security: server?.security ?? 'starttls',
    user: smtp?.user ?? '',
    auth: smtp?.auth ?? { kind: 'password' },
    tokenUrl: provider ? PROVIDERS[provider].tokenUrl : '',
    hasSecret: smtp !== null && smtp.auth.kind !== 'none',
  };
}
