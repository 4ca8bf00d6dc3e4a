'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { BLOCK_KINDS, type BlockKind } from '@/domain/customer/block';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { blockSenderAction } from '../actions';

/** Blocks an address, a whole domain, a number, or somebody at a vendor. */
export function BlockSender({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('blocks');
  const problems = useTranslations('problem');
  const [kind, setKind] = useState<BlockKind>('email');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) =>
      blockSenderAction(workspace, {
        kind,
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
      className="flex flex-wrap items-start gap-3"
    >
      <Field label={t('kind')} className="w-44">
        <Select name="kind" value={kind} onChange={({ target }) => setKind(target.value as BlockKind)}>
          {BLOCK_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`kinds.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={t(`valueOf.${placeOf(kind)}`)}
        error={wrong('value') ? t(`wrong.${placeOf(kind)}`) : general}
        className="min-w-52 flex-1"
      >
        <Input name="value" required maxLength={254} autoComplete="off" />
      </Field>
      <Field label={t('reason')} className="min-w-52 flex-1">
        <Input name="reason" maxLength={500} autoComplete="off" />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="mt-6">
        {t('add')}
      </Button>
    </form>
  );
}

const placeOf = (kind: BlockKind) =>
  kind === 'email' || kind === 'domain' || kind === 'phone' ? kind : 'vendor';
