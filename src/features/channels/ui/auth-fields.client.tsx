'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import type { ServerDefaults } from './server-defaults';

type Props = Readonly<{
  side: 'incoming' | 'outgoing';
  defaults: ServerDefaults;
  wrong: (field: string) => boolean;
}>;

/** Password, OAuth2 or, for sending, nothing. Stored secrets are never shown again: an empty field keeps them. */
export function AuthFields({ side, defaults, wrong }: Props) {
  const t = useTranslations('channels.form');
  const [kind, setKind] = useState(defaults.auth.kind);
  const kinds =
    side === 'incoming' ? (['password', 'oauth2'] as const) : (['password', 'oauth2', 'none'] as const);
  const hint = defaults.hasSecret ? t('kept') : undefined;
  const missing = wrong(`${side}.secret`) ? t('secretError') : undefined;
  const secret = { type: 'password', autoComplete: 'new-password' } as const;
  const stored = defaults.auth.kind === 'oauth2' ? defaults.auth : null;
  return (
    <>
      <Field label={t('signIn')}>
        <Select
          name={`${side}.auth`}
          value={kind}
          onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? 'password')}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`auth.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {kind === 'password' && (
        <Field label={t('password')} hint={hint} error={missing}>
          <Input name={`${side}.password`} {...secret} />
        </Field>
      )}
      {kind === 'oauth2' && (
        <>
          <Field
            label={t('clientId')}
            error={wrong(`${side}.auth.clientId`) ? t('clientIdError') : undefined}
          >
            <Input name={`${side}.clientId`} defaultValue={stored?.clientId ?? ''} autoComplete="off" />
          </Field>
          <Field label={t('clientSecret')} hint={hint}>
            <Input name={`${side}.clientSecret`} {...secret} />
          </Field>
          <Field label={t('refreshToken')} hint={hint} error={missing}>
            <Input name={`${side}.refreshToken`} {...secret} />
          </Field>
          <Field
            label={t('tokenUrl')}
            error={wrong(`${side}.auth.tokenUrl`) ? t('tokenUrlError') : undefined}
          >
            <Input
              name={`${side}.tokenUrl`}
              type="url"
              defaultValue={stored?.tokenUrl ?? defaults.tokenUrl}
            />
          </Field>
        </>
      )}
    </>
  );
}
