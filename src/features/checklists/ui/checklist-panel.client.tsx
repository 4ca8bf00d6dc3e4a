'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Input } from '@/ui/input';
import { addChecklistAction } from '../actions';
import type { ShownChecklist } from '../queries';
import { Checklist } from './checklist.client';
import { useChange } from './use-change';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  checklists: readonly ShownChecklist[];
  mayUpdate: boolean;
}>;

/** What has to be done on this ticket, step by step. */
export function ChecklistPanel({ workspace, ticketId, checklists, mayUpdate }: Props) {
  const t = useTranslations('ticket.checklist');
  const [adding, setAdding] = useState(false);
  if (checklists.length === 0 && !mayUpdate) return null;
  return (
    <section aria-labelledby="checklists" className="border-line border-b p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="checklists" className="font-semibold text-ink">
          {t('panel')}
        </h2>
        {mayUpdate && !adding && (
          <Button size="sm" onClick={() => setAdding(true)}>
            {t('new')}
          </Button>
        )}
      </div>
      {checklists.length === 0 && !adding && <p className="mt-1 text-ink-faint text-sm">{t('empty')}</p>}
      {adding && <NewChecklist workspace={workspace} ticketId={ticketId} onEnd={() => setAdding(false)} />}
      {checklists.map((list) => (
        <Checklist key={list.id} workspace={workspace} list={list} mayUpdate={mayUpdate} />
      ))}
    </section>
  );
}

type NewProps = Readonly<{ workspace: string; ticketId: string; onEnd: () => void }>;

function NewChecklist({ workspace, ticketId, onEnd }: NewProps) {
  const t = useTranslations('ticket.checklist');
  const { pending, change } = useChange();
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const title = String(data.get('title'));
    const required = data.get('required') === 'on';
    change(() => addChecklistAction(workspace, { ticketId, title, required }), onEnd);
  };
  return (
    <form onSubmit={add} className="mt-2 grid gap-2">
      <Input name="title" required maxLength={200} autoFocus aria-label={t('name')} placeholder={t('name')} />
      <Checkbox name="required" label={t('required')} />
      <div className="flex gap-2">
        <Button size="sm" type="submit" pending={pending}>
          {t('create')}
        </Button>
        <Button size="sm" variant="ghost" onClick={onEnd}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
