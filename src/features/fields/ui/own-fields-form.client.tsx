'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { fieldsAsTyped, type TypedValue } from '@/domain/field/draft';
import { type FieldDefinition, fieldName, valueAsText } from '@/domain/field/field';
import { shownWords } from '@/domain/field/words';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { setOwnFieldsAction } from '../actions';
import type { OwnFieldsOf } from '../queries';
import { OwnFieldControl } from '../shared/own-field-control.client';

type Props = Readonly<{
  workspace: string;
  entity: 'customer' | 'organization';
  ownerId: string;
  fields: OwnFieldsOf;
  mayWrite: boolean;
}>;

type Edits = Readonly<Record<string, TypedValue>>;

/** The workspace's own fields of a customer or an organization. What is typed stays in this tab until it is saved. */
export function OwnFieldsForm({ workspace, entity, ownerId, fields, mayWrite }: Props) {
  const t = useTranslations('fields.own');
  const problems = useTranslations('problem');
  const kept = useKept<{ edits: Edits }>(`own-fields:${workspace}:${ownerId}`, { edits: {} });
  const draft = fieldsAsTyped(fields.definitions, { values: fields.values, edits: kept.value.edits });
  const [attempts, setAttempts] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const form = useShowWrong(attempts, problem);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAttempts(attempts + 1);
    setProblem(null);
    if (Object.keys(draft.wrong).length > 0) return;
    start(async () => {
      const done = await setOwnFieldsAction(workspace, { entity, ownerId, fields: { ...draft.patch } });
      if (!done.ok) return setProblem(problems(done.error.code));
      kept.forget();
      setAttempts(0);
      toast(t('saved'));
    });
  };
  const change = (id: string, typed: TypedValue) =>
    kept.change({ edits: { ...kept.value.edits, [id]: typed } });
  return (
    <form ref={form} onSubmit={save} noValidate aria-label={t('title')}>
      {kept.restored && Object.keys(draft.patch).length > 0 && <Restored onForget={kept.forget} />}
      <fieldset disabled={!mayWrite} className="grid items-end gap-4 sm:grid-cols-2">
        <legend className="sr-only">{t('title')}</legend>
        {draft.shown.map((field) => (
          <OwnFieldControl
            key={field.id}
            field={field}
            typed={draft.typed[field.id] ?? ''}
            wrong={attempts > 0 ? draft.wrong[field.id] : undefined}
            onChange={(typed) => change(field.id, typed)}
          />
        ))}
        <Archived fields={fields} />
        {problem && (
          <Notice tone="danger" live className="sm:col-span-2">
            {problem}
          </Notice>
        )}
        {mayWrite && draft.shown.length > 0 && (
          <div className="sm:col-span-2">
            <Button type="submit" variant="primary" pending={pending}>
              {t('save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}

function Restored({ onForget }: Readonly<{ onForget: () => void }>) {
  const t = useTranslations('fields.own');
  return (
    <Notice tone="info" live className="mb-4">
      <span className="flex flex-wrap items-center justify-between gap-2">
        {t('restored')}
        <Button size="sm" onClick={onForget}>
          {t('forget')}
        </Button>
      </span>
    </Notice>
  );
}

/** Values of fields that are no longer in use: to be read, not changed. */
function Archived({ fields: { definitions, values } }: Pick<Props, 'fields'>) {
  const t = useTranslations('fields.own');
  const locale = useLocale();
  const said = (field: FieldDefinition) =>
    shownWords(field, valueAsText(values[field.id]) ?? '', { locale, yes: t('yes') });
  const old = definitions.filter(({ id, archived }) => archived && values[id] !== undefined);
  if (old.length === 0) return null;
  return (
    <dl className="flex flex-col gap-1 text-ink-soft text-sm sm:col-span-2">
      {old.map((field) => (
        <div key={field.id} className="flex flex-wrap gap-x-2">
          <dt>{t('archived', { name: fieldName(field, locale) })}</dt>
          <dd className="break-words text-ink">{said(field)}</dd>
        </div>
      ))}
    </dl>
  );
}
