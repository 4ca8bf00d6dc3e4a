'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { addIdentityAction } from '../actions';

const KINDS = ['email', 'phone'] as const;

/** One more way to reach a customer. */
export function AddIdentity({ workspace, customerId }: Readonly<{ workspace: string; customerId: string }>) {
  const t = useTranslations('customer');
  const problems = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) =>
      addIdentityAction(workspace, {
        customerId,
        kind: typed.get('kind') === 'phone' ? 'phone' : 'email',
        value: String(typed.get('value') ?? ''),
      }),
    onDone: (_, form) => {
      toast(t('identities.added', { value: String(new FormData(form).get('value') ?? '') }));
      form.reset();
    },
  });
  const general = problem && problem.code !== 'input.invalid' ? problems(problem.code) : undefined;
  return (
    <form
      ref={ref}
      onSubmit={onSubmit}
      noValidate
      aria-label={t('identities.add')}
      className="flex flex-wrap items-end gap-2"
    >
      <Field label={t('identities.kind')} className="w-32">
        <Select name="kind">
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={t('identities.value')}
        hint={t('identities.hint')}
        error={wrong('value') ? t('identities.wrong') : general}
        className="min-w-52 flex-1"
      >
        <Input name="value" required maxLength={254} autoComplete="off" />
      </Field>
      <Button type="submit" pending={pending}>
        {t('identities.submit')}
      </Button>
    </form>
  );
}
