'use client';

import { Languages } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { WORK_KINDS } from '@/domain/routing/capacity';
import { saveProfileAction } from '@/features/routing/actions';
import type { MemberProfile, SkillRow } from '@/features/routing/queries';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';

const LANGUAGES = ['en', 'hu', 'lv'] as const;

type Props = Readonly<{
  workspace: string;
  name: string;
  profile: MemberProfile;
  skills: readonly Pick<SkillRow, 'id' | 'name'>[];
}>;

/** Which languages and skills somebody has and how much they take at a time, in a dialog. */
export function WorkProfile({ workspace, name, profile, skills }: Props) {
  const t = useTranslations('queues.profile');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const { userId } = profile;
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => saveProfileAction(workspace, { userId, ...profileIn(form) }),
    onDone: () => {
      toast(t('saved', { name }));
      setOpen(false);
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title', { name })}
      closeLabel={common('close')}
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={`${t('action')}: ${name}`}>
          <Languages aria-hidden />
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button type="submit" form={`work-${userId}`} variant="primary" pending={pending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        ref={ref}
        id={`work-${userId}`}
        onSubmit={onSubmit}
        className="flex flex-col gap-5 text-left whitespace-normal"
        noValidate
      >
        {problem && problem.code !== 'input.invalid' && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <Knowledge profile={profile} skills={skills} />
        <Capacities profile={profile} wrong={wrong} />
      </form>
    </Dialog>
  );
}

function Knowledge({ profile, skills }: Pick<Props, 'profile' | 'skills'>) {
  const t = useTranslations('queues.profile');
  return (
    <>
      <fieldset>
        <legend className="font-medium text-sm">{t('languages')}</legend>
        <p className="mb-2 text-ink-faint text-sm">{t('languagesHint')}</p>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {LANGUAGES.map((language) => (
            <Checkbox
              key={language}
              name="languages"
              value={language}
              defaultChecked={profile.languages.includes(language)}
              label={t(`language.${language}`)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-medium text-sm">{t('skills')}</legend>
        {skills.length === 0 && <p className="text-ink-faint text-sm">{t('noSkills')}</p>}
        <div className="grid gap-2 sm:grid-cols-2">
          {skills.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="skillIds"
              value={id}
              defaultChecked={profile.skillIds.includes(id)}
              label={name}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

type CapacityProps = Pick<Props, 'profile'> & Readonly<{ wrong: (field: string) => boolean }>;

function Capacities({ profile, wrong }: CapacityProps) {
  const t = useTranslations('queues.profile');
  const kinds = useTranslations('queues.capacity.kind');
  return (
    <fieldset>
      <legend className="font-medium text-sm">{t('capacities')}</legend>
      <p className="mb-2 text-ink-faint text-sm">{t('capacitiesHint')}</p>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {WORK_KINDS.map((kind) => (
          <Field
            key={kind}
            label={kinds(kind)}
            error={wrong(`capacities.${kind}`) && t('range', { min: 0, max: 1000 })}
          >
            <Input
              type="number"
              inputMode="numeric"
              min={0}
              name={kind}
              defaultValue={profile.capacities[kind] ?? ''}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

function profileIn(form: FormData) {
  const points = (name: string) => (form.get(name) ? Number(form.get(name)) : null);
  return {
    languages: LANGUAGES.filter((language) => form.getAll('languages').includes(language)),
    skillIds: form.getAll('skillIds').map(String),
    capacities: {
      mail: points('mail'),
      chat: points('chat'),
      phone: points('phone'),
      social: points('social'),
    },
  };
}
