'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { renameTeamAction } from '@/features/team/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useSubmit } from '@/ui/use-submit.client';

type Props = Readonly<{ workspace: string; teamId: string; name: string }>;

/** Gives a team another name. */
export function TeamNameForm({ workspace, teamId, name }: Props) {
  const t = useTranslations('people.teams');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (form) => renameTeamAction(workspace, { teamId, name: String(form.get('name')) }),
    onDone: () => toast(common('saved')),
  });
  const error = problem?.code === 'input.invalid' ? t('nameError') : problem && sentence(problem.code);
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-wrap items-end gap-3" noValidate>
      <Field label={t('name')} error={error} className="min-w-56 max-w-md flex-1">
        <Input name="name" defaultValue={name} maxLength={80} autoComplete="off" />
      </Field>
      <Button type="submit" pending={pending}>
        {t('saveName')}
      </Button>
    </form>
  );
}
