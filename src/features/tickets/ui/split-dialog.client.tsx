'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { splitAction } from '../actions';
import { reached } from './reached';
import { say, sayProblem } from './say';

/** A message as it is offered for going. */
export type Splittable = Readonly<{ id: string; author: string; beginning: string; at: string }>;

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  number: number;
  subject: string;
  messages: readonly Splittable[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}>;

/** Asks which messages become a ticket of their own, and what that is about. */
export function SplitDialog({ workspace, ticketId, number, subject, messages, open, onOpenChange }: Props) {
  const t = useTranslations('ticket.merge');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  const router = useRouter();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [title, setTitle] = useState(subject);
  const [pending, start] = useTransition();
  const split = () =>
    start(async () => {
      const result = await reached(
        splitAction(workspace, { ticketId, messageIds: [...chosen], subject: title }),
      );
      if (!result.ok) return void sayProblem(problem(result.error.code));
      const made = String(result.value.number);
      onOpenChange(false);
      setChosen([]);
      const leave = () => router.push(`/${workspace}/desk/tickets/${made}`);
      say(t('splitDone', { number: made }), {
        duration: 10_000,
        action: { label: t('open'), onClick: leave },
      });
    });
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('splitTitle', { number: String(number) })}
      description={t('splitHint')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{common('cancel')}</Button>
          <Button
            variant="primary"
            disabled={chosen.length === 0 || title.trim() === ''}
            title={chosen.length === 0 ? t('chooseOne') : undefined}
            pending={pending}
            onClick={split}
          >
            {t('splitDo')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('subject')}>
          <Input value={title} maxLength={500} onChange={({ target }) => setTitle(target.value)} />
        </Field>
        <fieldset>
          <legend className="mb-1 font-medium text-ink-faint text-xs">{t('choose')}</legend>
          {messages.map(({ id, author, beginning, at }) => (
            <label
              key={id}
              className="flex cursor-pointer items-start gap-2.5 rounded-md px-2 py-2 hover:bg-hover has-checked:bg-accent-soft"
            >
              <input
                type="checkbox"
                className="mt-0.5 accent-accent"
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
              />
              <span className="min-w-0 flex-1">
                <span className="flex justify-between gap-3">
                  <span className="truncate font-medium text-ink">{author}</span>
                  <span className="shrink-0 text-ink-faint text-sm">{at}</span>
                </span>
                <span className="block truncate text-ink-soft">{beginning}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
