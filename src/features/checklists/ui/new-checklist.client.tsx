'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { addChecklistAction } from '../actions';
import type { TemplateChoice } from '../queries';
import { useChange } from './use-change';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  templates: readonly TemplateChoice[];
  onEnd: () => void;
}>;

/** Puts a checklist on the ticket: one of the templates, or an empty one with a name and steps to come. */
export function NewChecklist({ workspace, ticketId, templates, onEnd }: Props) {
  const t = useTranslations('ticket.checklist');
  const { pending, change } = useChange();
  const [templateId, choose] = useState(templates[0]?.id ?? '');
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const own = { title: String(data.get('title') ?? ''), required: data.get('required') === 'on' };
    change(() => addChecklistAction(workspace, { ticketId, ...(templateId ? { templateId } : own) }), onEnd);
  };
  return (
    <form onSubmit={add} onKeyDown={({ key }) => key === 'Escape' && onEnd()} className="mt-2 grid gap-2">
      {templates.length > 0 && (
        <Field label={t('template')}>
          <Select autoFocus value={templateId} onChange={({ target }) => choose(target.value)}>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="">{t('ownWords')}</option>
          </Select>
        </Field>
      )}
      {templateId === '' && (
        <>
          <Input
            name="title"
            required
            maxLength={200}
            autoFocus={templates.length === 0}
            autoComplete="off"
            aria-label={t('name')}
            placeholder={t('name')}
          />
          <Checkbox name="required" label={t('required')} />
        </>
      )}
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
