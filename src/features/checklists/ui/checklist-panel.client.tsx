'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import type { ShownChecklist, TemplateChoice } from '../queries';
import { Checklist } from './checklist.client';
import { NewChecklist } from './new-checklist.client';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  checklists: readonly ShownChecklist[];
  templates: readonly TemplateChoice[];
  mayUpdate: boolean;
}>;

/** What has to be done on this ticket, step by step. */
export function ChecklistPanel({ workspace, ticketId, checklists, templates, mayUpdate }: Props) {
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
      {adding && (
        <NewChecklist
          workspace={workspace}
          ticketId={ticketId}
          templates={templates}
          onEnd={() => setAdding(false)}
        />
      )}
      {checklists.map((list) => (
        <Checklist key={list.id} workspace={workspace} list={list} mayUpdate={mayUpdate} />
      ))}
    </section>
  );
}
