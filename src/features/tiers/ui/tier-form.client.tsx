'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import { TIER_COLOURS } from '@/domain/customer/tier';
import { LOCALES } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { saveTierAction } from '../actions';
import type { Tier } from '../queries';

type Props = Readonly<{ workspace: string; tier: Tier | null; ranks: number; trigger: ReactNode }>;

/** Adds a tier, or changes one. */
export function TierDialog({ workspace, tier, ranks, trigger }: Props) {
  const t = useTranslations('tier');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={tier ? t('edit') : t('add')}
      closeLabel={common('close')}
    >
      <TierForm workspace={workspace} tier={tier} ranks={ranks} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

type FormProps = Omit<Props, 'trigger'> & Readonly<{ onDone: () => void }>;

function TierForm({ workspace, tier, ranks, onDone }: FormProps) {
  const t = useTranslations('tier');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) => {
      const text = (name: string) => String(typed.get(name) ?? '');
      return saveTierAction(workspace, {
        tierId: tier?.id ?? null,
        names: { en: text('en'), hu: text('hu'), lv: text('lv') },
        rank: Number(text('rank')),
        colour: TIER_COLOURS.find((each) => each === text('colour')) ?? 'grey',
      });
    },
    onDone: () => {
      toast(t('saved'));
      onDone();
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      {LOCALES.map((locale) => (
        <Field
          key={locale}
          label={t('nameIn', { language: common(`language.${locale}`) })}
          error={wrong('names') && locale === LOCALES[0] ? t('nameMissing') : undefined}
        >
          <Input name={locale} maxLength={60} defaultValue={tier?.names[locale] ?? ''} autoComplete="off" />
        </Field>
      ))}
      <div className="grid grid-cols-2 items-end gap-4">
        <Field label={t('rank')} hint={t('rankHint')}>
          <Input name="rank" type="number" min={1} max={ranks} defaultValue={tier?.rank ?? ranks} />
        </Field>
        <Field label={t('colour')}>
          <Select name="colour" defaultValue={tier?.colour ?? 'grey'}>
            {TIER_COLOURS.map((colour) => (
              <option key={colour} value={colour}>
                {t(`colours.${colour}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {problem && !problem.code.startsWith('input') && (
        <Notice tone="danger" live>
          {problems(problem.code)}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
