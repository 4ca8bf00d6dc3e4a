'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { AuthFields } from './auth-fields.client';
import type { ServerDefaults } from './server-defaults';

type Props = Readonly<{
  side: 'incoming' | 'outgoing';
  defaults: ServerDefaults;
  wrong: (field: string) => boolean;
}>;

const PORTS = {
  incoming: { tls: 993, starttls: 143, none: 143 },
  outgoing: { tls: 465, starttls: 587, none: 25 },
} as const;

/** Where a mail server is, how the way to it is kept secret, and how to sign in there. */
export function ServerFields({ side, defaults, wrong }: Props) {
  const t = useTranslations('channels.form');
  const [security, setSecurity] = useState(defaults.security);
  const error = (field: string, sentence: string) => (wrong(`${side}.${field}`) ? sentence : undefined);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('host')} error={error('host', t('hostError'))}>
        <Input
          name={`${side}.host`}
          defaultValue={defaults.host}
          autoComplete="off"
          spellCheck={false}
          required
        />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label={t('security')}>
          <Select
            name={`${side}.security`}
            value={security}
            onChange={(event) => setSecurity(event.target.value as ServerDefaults['security'])}
          >
            {(['tls', 'starttls', 'none'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`securityKind.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('port')} error={error('port', t('portError'))}>
          <Input
            key={defaults.port ?? security}
            name={`${side}.port`}
            type="number"
            min={1}
            max={65_535}
            defaultValue={defaults.port ?? PORTS[side][security]}
            required
          />
        </Field>
      </div>
      <Field label={t('user')} error={error('user', t('userError'))}>
        <Input name={`${side}.user`} defaultValue={defaults.user} autoComplete="off" spellCheck={false} />
      </Field>
      <AuthFields side={side} defaults={defaults} wrong={wrong} />
    </div>
  );
}
