'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { type FieldDefinition, type FieldEntity, fieldText } from '@/domain/field/field';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { saveFieldAction } from '../actions';
import { type FieldDraft, fieldDraft, fieldOfDraft, hasOptions, wrongInField } from './field-draft';
import { FieldGeneral, FieldRules } from './field-panels.client';
import { OptionList } from './option-list.client';

type Props = Readonly<{
  workspace: string;
  entity: FieldEntity;
  field: (FieldDefinition & Readonly<{ version: number }>) | null;
  /** The other fields of the same kind of thing. */
  others: readonly FieldDefinition[];
}>;

/** The form of a field. What is typed stays in this tab until it is saved. */
export function FieldEditor({ workspace, entity, field, others }: Props) {
  const t = useTranslations('fields.form');
  const sentence = useTranslations('problem');
  const key = `field:${workspace}:${field ? `${field.id}:${field.version}` : `new:${entity}`}`;
  const kept = useKept<FieldDraft>(key, fieldDraft(field));
  const { value: draft, change } = kept;
  const { send, asked, problem, pending, form } = useSave({
    workspace,
    entity,
    field,
    draft,
    done: kept.forget,
  });
  const wrong = asked ? wrongInField(draft) : null;
  return (
    <form ref={form} onSubmit={send} className="flex flex-col gap-5" noValidate>
      {kept.restored && (
        <Notice tone="info" live>
          <span className="flex flex-wrap items-center justify-between gap-2">
            {t('restored')}
            <Button size="sm" onClick={kept.forget}>
              {t('discard')}
            </Button>
          </span>
        </Notice>
      )}
      {(problem || wrong) && (
        <Notice tone="danger" live>
          {sentence(problem ?? 'input.invalid')}
        </Notice>
      )}
      <FieldGeneral draft={draft} isNew={!field} wrong={wrong} onChange={change} />
      {hasOptions(draft.kind) && (
        <Panel title={t('options')} description={wrong?.options ? t('optionsError') : t('optionsBody')}>
          <OptionList
            options={draft.options}
            nameless={wrong?.nameless ?? []}
            onChange={(options) => change({ options })}
          />
        </Panel>
      )}
      <FieldRules entity={entity} others={others} draft={draft} wrong={wrong} onChange={change} />
      <div className="sticky bottom-0 z-20 -mx-1 border-line border-t bg-canvas px-1 py-3">
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

type Save = Readonly<Pick<Props, 'workspace' | 'entity' | 'field'> & { draft: FieldDraft; done: () => void }>;
type Problem = Extract<Awaited<ReturnType<typeof saveFieldAction>>, { ok: false }>['error']['code'];

/** Sends the form when nothing in it is wrong, and leads to what is. */
function useSave({ workspace, entity, field, draft, done }: Save) {
  const t = useTranslations('fields.form');
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const form = useShowWrong(attempts, problem);
  function send(event: FormEvent): void {
    event.preventDefault();
    setAttempts(attempts + 1);
    setProblem(null);
    if (wrongInField(draft)) return;
    start(async () => {
      const saved = await saveFieldAction(workspace, fieldOfDraft(draft, entity, field));
      if (!saved.ok) {
        setProblem(saved.error.code);
        return;
      }
      toast(t('saved', { name: fieldText(draft.names, 'en') }));
      setAttempts(0);
      done();
      router.push(`/${workspace}/admin/fields?entity=${entity}`);
    });
  }
  return { send, asked: attempts > 0, problem, pending, form };
}
