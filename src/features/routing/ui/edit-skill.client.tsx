'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { saveSkillAction } from '@/features/routing/actions';
import type { SkillRow } from '@/features/routing/queries';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';

type Props = Readonly<{
  workspace: string;
  /** Null for a new one. */
  skill: SkillRow | null;
}>;

/** A skill's name and the tags that ask for it, in a dialog. */
export function EditSkill({ workspace, skill }: Props) {
  const t = useTranslations('queues.skill');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const form = `skill-${skill?.id ?? 'new'}`;
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (data) =>
      saveSkillAction(workspace, {
        ...(skill && { skillId: skill.id }),
        name: String(data.get('name')),
        tags: tagsIn(String(data.get('tags'))),
      }),
    onDone: () => {
      toast(t('saved'));
      setOpen(false);
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={skill ? t('editTitle', { name: skill.name }) : t('newTitle')}
      closeLabel={common('close')}
      trigger={
        skill ? (
          <Button size="sm" aria-label={t('editOf', { name: skill.name })}>
            {t('edit')}
          </Button>
        ) : (
          <Button>{t('add')}</Button>
        )
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form ref={ref} id={form} onSubmit={onSubmit} className="flex flex-col gap-5 text-left" noValidate>
        {problem && problem.code !== 'input.invalid' && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <Field label={t('name')} hint={t('nameHint')} error={wrong('name') && t('nameError')}>
          <Input name="name" defaultValue={skill?.name ?? ''} maxLength={60} required />
        </Field>
        <Field label={t('tags')} hint={t('tagsHint')}>
          <Input name="tags" defaultValue={skill?.tags.join(', ') ?? ''} maxLength={2000} />
        </Field>
      </form>
    </Dialog>
  );
}

const tagsIn = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((tag) => tag.trim().toLowerCase())
    .filter((tag) => tag !== '');
