'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MailboxForm } from '@/features/channels/queries';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { PROVIDERS, type Provider } from './providers';
import type { ServerDefaults } from './server-defaults';
import { ServerFields } from './server-fields.client';

type Props = Readonly<{
  stored: MailboxForm['incoming'] | null;
  provider: Provider | null;
  /** Where the built-in listener is reached, such as `mail.example.com:2525`. */
  listener: string;
  wrong: (field: string) => boolean;
}>;

const KINDS = ['listener', 'imap', 'webhook'] as const;

/** How mail of this mailbox comes in: to our own server, fetched from another one, or brought by HTTP. */
export function IncomingFields({ stored, provider, listener, wrong }: Props) {
  const t = useTranslations('channels.form');
  const [chosen, setChosen] = useState<(typeof KINDS)[number]>(stored?.kind ?? 'listener');
  const kind = provider ? 'imap' : chosen;
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('incoming')}>
        <Select
          name="incoming.kind"
          value={kind}
          onChange={(event) => setChosen(KINDS.find((each) => each === event.target.value) ?? 'listener')}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`incomingKind.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {kind === 'listener' && <Notice>{t('listenerBody', { listener })}</Notice>}
      {kind === 'webhook' && <SigningKey isStored={stored?.kind === 'webhook' && stored.hasSecret} />}
      {kind === 'imap' && (
        <ImapFields imap={stored?.kind === 'imap' ? stored : null} provider={provider} wrong={wrong} />
      )}
    </div>
  );
}

function SigningKey({ isStored }: Readonly<{ isStored: boolean }>) {
  const t = useTranslations('channels.form');
  return (
    <Field label={t('signingKey')} hint={isStored ? t('kept') : t('signingKeyHint')}>
      <Input name="incoming.signingKey" type="password" autoComplete="new-password" />
    </Field>
  );
}

type ImapProps = Pick<Props, 'provider' | 'wrong'> & Readonly<{ imap: Imap | null }>;

function ImapFields({ imap, provider, wrong }: ImapProps) {
  const t = useTranslations('channels.form');
  const trusted = provider ? PROVIDERS[provider].trustedServers : (imap?.trustedServers.join(' ') ?? '');
  return (
    <>
      <ServerFields key={provider} side="incoming" defaults={defaultsOf(imap, provider)} wrong={wrong} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('folder')} error={wrong('incoming.folder') ? t('folderError') : undefined}>
          <Input name="incoming.folder" defaultValue={imap?.folder ?? 'INBOX'} />
        </Field>
        <Field label={t('since')} hint={t('sinceHint')}>
          <Input name="incoming.since" type="date" defaultValue={imap?.since ?? ''} />
        </Field>
      </div>
      <Field label={t('trustedServers')} hint={t('trustedServersHint')}>
        <Input key={provider} name="incoming.trustedServers" defaultValue={trusted} />
      </Field>
    </>
  );
}

type Imap = Extract<MailboxForm['incoming'], { kind: 'imap' }>;

function defaultsOf(imap: Imap | null, provider: Provider | null): ServerDefaults {
  const server = provider ? PROVIDERS[provider].incoming : imap;
  return {
    host: server?.host ?? '',
    port: server?.port ?? null,
    security: server?.security ?? 'tls',
    user: imap?.user ?? '',
    auth: imap && imap.auth.kind !== 'none' ? imap.auth : { kind: 'password' },
    tokenUrl: provider ? PROVIDERS[provider].tokenUrl : '',
    hasSecret: imap !== null && imap.auth.kind !== 'none',
  };
}
