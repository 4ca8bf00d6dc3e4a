'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { cancelTimeOffAction, planTimeOffAction } from '@/features/routing/actions';
import type { TimeOffRow } from '@/features/routing/lists';
import type { Colleague } from '@/features/routing/queries';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';

type Leave = TimeOffRow & Readonly<{ days: string }>;

type Props = Readonly<{
  workspace: string;
  /** Whose days these are. */
  userId: string;
  leaves: readonly Leave[];
  /** Who can stand in. */
  colleagues: readonly Colleague[];
  /** Today, as `2026-03-06`. */
  today: string;
}>;

/** Days on which one is not there, with who stands in; and a form for more. */
export function TimeOff({ workspace, userId, leaves, colleagues, today }: Props) {
  const t = useTranslations('routing.timeOff');
  return (
    <div className="flex flex-col gap-4">
      <h3 className="font-medium text-sm">{t('title')}</h3>
      {leaves.length === 0 ? (
        <p className="text-ink-faint text-sm">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {leaves.map((leave) => (
            <LeaveLine key={leave.id} workspace={workspace} leave={leave} />
          ))}
        </ul>
      )}
      <PlanForm workspace={workspace} userId={userId} colleagues={colleagues} today={today} />
    </div>
  );
}

function LeaveLine({ workspace, leave }: Readonly<{ workspace: string; leave: Leave }>) {
  const t = useTranslations('routing.timeOff');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const cancel = () =>
    start(async () => {
      const done = await cancelTimeOffAction(workspace, { timeOffId: leave.id });
      toast(done.ok ? t('cancelled') : sentence(done.error.code));
    });
  return (
    <li className="flex items-start gap-3 px-3 py-2">
      <div className="min-w-0 flex-1 break-words">
        <p className="font-medium">{leave.days}</p>
        <p className="text-ink-faint text-sm">
          {[leave.substitute && t('standsIn', { name: leave.substitute }), leave.note]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('cancel', { days: leave.days })}
        pending={pending}
        onClick={cancel}
      >
        <X aria-hidden />
      </Button>
    </li>
  );
}

type FormProps = Omit<Props, 'leaves'>;

function PlanForm({ workspace, userId, colleagues, today }: FormProps) {
  const t = useTranslations('routing.timeOff');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) =>
      planTimeOffAction(workspace, {
        userId,
        fromOn: String(form.get('fromOn')),
        untilOn: String(form.get('untilOn')),
        substituteId: String(form.get('substituteId')) || null,
        note: String(form.get('note')),
      }),
    onDone: (_, form) => {
      form.reset();
      toast(t('planned'));
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      {problem && problem.code !== 'input.invalid' && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('fromOn')} error={wrong('fromOn') && t('dayError')}>
          <Input type="date" name="fromOn" min={today} defaultValue={today} required />
        </Field>
        <Field label={t('untilOn')} error={wrong('untilOn') && t('untilError')}>
          <Input type="date" name="untilOn" min={today} defaultValue={today} required />
        </Field>
      </div>
      <Field label={t('substitute')} hint={t('substituteHint')}>
        <Select name="substituteId" defaultValue="">
          <option value="">{t('nobody')}</option>
          {colleagues
            .filter(({ id }) => id !== userId)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      <Field label={t('note')} hint={t('noteHint')}>
        <Input name="note" maxLength={200} />
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        {t('plan')}
      </Button>
    </form>
  );
}
