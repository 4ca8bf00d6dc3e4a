'use client';

import { UserPlus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Role } from '@/domain/permission/actor';
import type { ProblemCode } from '@/domain/shared/result';
import { inviteMemberAction } from '@/features/team/actions';
import type { TeamName } from '@/features/team/queries';
import { LOCALES, type Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { RightsFields, rightsIn } from './rights-fields.client';

type Props = Readonly<{ workspace: string; ownRole: Role; teams: readonly TeamName[] }>;

/** The button and the form that invite somebody by mail. */
export function InviteMember({ workspace, ownRole, teams }: Props) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: async (form) => {
      const email = String(form.get('email'));
      const language = String(form.get('locale')) as Locale;
      const sent = await inviteMemberAction(workspace, { email, locale: language, ...rightsIn(form) });
      if (sent.ok) toast(t('done.invited', { email }));
      return sent;
    },
    onDone: () => setOpen(false),
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('form.inviteTitle')}
      description={t('form.inviteBody')}
      closeLabel={common('close')}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          {t('invite')}
        </Button>
      }
      footer={
        <Button type="submit" form="invite-member" variant="primary" pending={pending}>
          {t('form.send')}
        </Button>
      }
    >
      <form ref={ref} id="invite-member" onSubmit={onSubmit} className="flex flex-col gap-5" noValidate>
        <Problem code={problem?.code} />
        <AddressFields wrong={wrong('email')} />
        <RightsFields ownRole={ownRole} teams={teams} rights={START} />
      </form>
    </Dialog>
  );
}

const START = { role: 'agent', scope: 'all', teamIds: [] } as const;

function Problem({ code }: Readonly<{ code: ProblemCode | undefined }>) {
  const sentence = useTranslations('problem');
  if (!code || code === 'input.invalid') return null;
  return (
    <Notice tone="danger" live>
      {sentence(code)}
    </Notice>
  );
}

function AddressFields({ wrong }: Readonly<{ wrong: boolean }>) {
  const t = useTranslations('people');
  const languages = useTranslations('common.language');
  const locale = useLocale();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('form.email')} error={wrong ? t('form.emailError') : undefined}>
        <Input name="email" type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label={t('form.locale')}>
        <Select name="locale" defaultValue={locale}>
          {LOCALES.map((each) => (
            <option key={each} value={each}>
              {languages(each)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
