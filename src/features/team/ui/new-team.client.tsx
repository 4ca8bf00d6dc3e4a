'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { createTeamAction } from '@/features/team/actions';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useSubmit } from '@/ui/use-submit.client';

/** The button and the form that make a team; its page opens next, to put people in. */
export function NewTeam({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('people.teams');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: async (form) => {
      const name = String(form.get('name'));
      const made = await createTeamAction(workspace, { name });
      if (made.ok) toast(t('doneCreated', { name }));
      return made;
    },
    onDone: ({ teamId }) => {
      setOpen(false);
      router.push(`/${workspace}/admin/teams/${teamId}`);
    },
  });
  const nameError = problem?.code === 'input.invalid' ? t('nameError') : problem && sentence(problem.code);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('new')}
      closeLabel={common('close')}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t('new')}
        </Button>
      }
      footer={
        <Button type="submit" form="new-team" variant="primary" pending={pending}>
          {t('create')}
        </Button>
      }
    >
      <form ref={ref} id="new-team" onSubmit={onSubmit} noValidate>
        <Field label={t('name')} hint={t('nameHint')} error={nameError}>
          <Input name="name" maxLength={80} autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
