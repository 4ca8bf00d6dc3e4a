'use client';

import { useTranslations } from 'next-intl';
import type { ProblemCode } from '@/domain/shared/result';
import type { MailboxForm } from '@/features/channels/queries';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { PROVIDERS, type Provider } from './providers';

type Props = Readonly<{
  stored: MailboxForm | null;
  teams: readonly Readonly<{ id: string; name: string }>[];
  problem: ProblemCode | null;
  wrong: (field: string) => boolean;
  onProvider: (provider: Provider | null) => void;
}>;

/** Who the mailbox is: its address, the name that customers see, and who owns what comes in. */
export function IdentityFields({ stored, teams, problem, wrong, onProvider }: Props) {
  const t = useTranslations('channels.form');
  const sentence = useTranslations('problem');
  const taken = (code: ProblemCode, field: string, otherwise: string) => {
    if (problem === code) return sentence(code);
    return wrong(field) ? otherwise : undefined;
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('address')} error={taken('address.taken', 'address', t('addressError'))}>
        <Input name="address" type="email" defaultValue={stored?.address ?? ''} autoComplete="off" required />
      </Field>
      <Field label={t('name')} hint={t('nameHint')} error={taken('name.taken', 'name', t('nameError'))}>
        <Input name="name" defaultValue={stored?.name ?? ''} maxLength={100} autoComplete="off" required />
      </Field>
      <Field label={t('team')} hint={t('teamHint')}>
        <Select name="teamId" defaultValue={stored?.teamId ?? ''}>
          <option value="">{t('noTeam')}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('provider')} hint={t('providerHint')}>
        <Select
          defaultValue=""
          onChange={({ target: { value } }) =>
            onProvider(value === 'gmail' || value === 'microsoft' ? value : null)
          }
        >
          <option value="">{t('otherProvider')}</option>
          {Object.keys(PROVIDERS).map((each) => (
            <option key={each} value={each}>
              {t(`providerName.${each === 'gmail' ? 'gmail' : 'microsoft'}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        name="enabled"
        defaultChecked={stored?.enabled ?? true}
        label={t('enabled')}
        hint={t('enabledHint')}
        className="sm:col-span-2"
      />
    </div>
  );
}
