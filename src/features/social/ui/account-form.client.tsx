'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { SettingField } from '@/channels/contract';
import { saveAccountAction } from '@/features/social/actions';
import type { SocialKind } from '@/features/social/kinds';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { SettingInput } from './setting-input.client';

type Props = Readonly<{
  workspace: string;
  kind: SocialKind;
  settings: readonly SettingField[];
  /** Null for a new account. */
  stored: Readonly<{
    id: string;
    name: string;
    teamId: string | null;
    enabled: boolean;
    values: Readonly<Record<string, string>>;
  }> | null;
  teams: readonly Readonly<{ id: string; name: string }>[];
}>;

/** The settings of an account: a name, who gets its tickets, and what the vendor gave. */
export function AccountForm({ workspace, kind, settings, stored, teams }: Props) {
  const t = useTranslations('social.admin.form');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => saveAccountAction(workspace, accountIn(form, { kind, settings, id: stored?.id })),
    onDone: ({ accountId }) => {
      toast(t('saved'));
      router.push(`/${workspace}/admin/social/${accountId}`);
      router.refresh();
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Field label={t('name')} hint={t('nameHint')}>
        <Input name="name" defaultValue={stored?.name ?? ''} maxLength={100} required autoComplete="off" />
      </Field>
      {settings
        .filter((setting) => setting.kind !== 'generated')
        .map((setting) => (
          <SettingInput
            key={setting.name}
            vendor={kind}
            setting={setting}
            value={stored?.values[setting.name] ?? ''}
            isKept={stored !== null}
            isWrong={wrong(`values.${setting.name}`)}
          />
        ))}
      <Field label={t('team')}>
        <Select name="teamId" defaultValue={stored?.teamId ?? ''}>
          <option value="">{t('noTeam')}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox name="enabled" defaultChecked={stored?.enabled ?? true} label={t('enabled')} />
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}

type Of = Readonly<{ kind: SocialKind; settings: readonly SettingField[]; id: string | undefined }>;

function accountIn(form: FormData, { kind, settings, id }: Of) {
  const values = settings.flatMap(({ name, kind: type }) => {
    if (type === 'generated') return [];
    const typed = form.get(`values.${name}`);
    const ticked = typed === null ? 'no' : 'yes';
    return [[name, type === 'switch' ? ticked : String(typed ?? '')]] as const;
  });
  return {
    ...(id && { accountId: id }),
    kind,
    name: String(form.get('name') ?? ''),
    teamId: String(form.get('teamId') ?? '') || null,
    enabled: form.get('enabled') !== null,
    values: Object.fromEntries(values),
  };
}
