'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { blockSenderAction } from '../actions';

/** Blocks an address or a whole domain. */
export function BlockSender({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('blocks');
  const problems = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) =>
      blockSenderAction(workspace, {
        kind: typed.get('kind') === 'domain' ? 'domain' : 'email',
        value: String(typed.get('value') ?? ''),
        reason: String(typed.get('reason') ?? ''),
      }),
    onDone: (_, form) => {
      toast(t('blocked'));
      form.reset();
    },
  });
  const general = problem && !problem.code.startsWith('input') ? problems(problem.code) : undefined;
  return (
    <form
      ref={ref}
      onSubmit={onSubmit}
      noValidate
      aria-label={t('add')}
      className="flex flex-wrap items-end gap-3"
    >
      <Field label={t('kind')} className="w-40">
        <Select name="kind">
          <option value="email">{t('kinds.email')}</option>
          <option value="domain">{t('kinds.domain')}</option>
        </Select>
      </Field>
      <Field label={t('value')} error={wrong('value') ? t('wrong') : general} className="min-w-52 flex-1">
        <Input name="value" required maxLength={254} autoComplete="off" />
      </Field>
      <Field label={t('reason')} className="min-w-52 flex-1">
        <Input name="reason" maxLength={500} autoComplete="off" />
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('add')}
      </Button>
    </form>
  );
}
