'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { deleteSkillAction } from '@/features/routing/actions';
import type { SkillRow } from '@/features/routing/queries';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';

type Props = Readonly<{ workspace: string; skill: SkillRow }>;

/** Deletes a skill, after asking by its name. */
export function DeleteSkill({ workspace, skill }: Props) {
  const t = useTranslations('queues.skill');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const done = await deleteSkillAction(workspace, { skillId: skill.id });
      toast(done.ok ? t('deleted', { name: skill.name }) : sentence(done.error.code));
      setOpen(false);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('deleteTitle', { name: skill.name })}
      description={t('deleteBody', { count: skill.members })}
      closeLabel={common('close')}
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t('deleteOf', { name: skill.name })}>
          <Trash2 aria-hidden />
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button variant="danger" pending={pending} onClick={remove}>
            {t('delete')}
          </Button>
        </>
      }
    />
  );
}
