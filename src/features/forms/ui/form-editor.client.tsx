'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { originOf } from '@/domain/chat/origin';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Textarea } from '@/ui/textarea';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { saveFormAction } from '../actions';
import type { FormPage } from '../queries';
import { type FormDraft, formDraft, formOfDraft, isOpenCondition } from './form-draft';
import { FormGeneral } from './form-general.client';
import { FormPreview } from './form-preview.client';
import { FormWords } from './form-words.client';
import { ItemList } from './item-list.client';

type Props = Readonly<{ workspace: string; page: FormPage }>;

/** The builder of a form. What is typed stays in this tab until it is saved. */
export function FormEditor({ workspace, page }: Props) {
  const t = useTranslations('formSetup.form');
  const sentence = useTranslations('problem');
  const { form: stored, definitions, teams } = page;
  const kept = useKept<FormDraft>(`form:${workspace}:${stored?.id ?? 'new'}`, formDraft(stored));
  const { value: draft, change } = kept;
  const { send, wrong, problem, pending, asked, form } = useSave({ workspace, id: stored?.id ?? null, kept });
  return (
    <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_25rem]">
      <form ref={form} onSubmit={send} className="flex min-w-0 flex-col gap-5" noValidate>
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
        {(problem || Object.values(wrong).includes(true)) && (
          <Notice tone="danger" live>
            {sentence(problem ?? 'input.invalid')}
          </Notice>
        )}
        <FormGeneral draft={draft} teams={teams} nameError={wrong.name && t('nameError')} onChange={change} />
        <Panel title={t('items')} description={t('itemsBody')}>
          <ItemList
            items={draft.items}
            definitions={definitions}
            asked={asked}
            onChange={(items) => change({ items })}
          />
        </Panel>
        <FormWords draft={draft} onChange={change} />
        <Panel>
          <Field label={t('origins')} hint={t('originsHint')} error={wrong.origins && t('originsError')}>
            <Textarea
              rows={3}
              value={draft.origins}
              spellCheck={false}
              onChange={({ target }) => change({ origins: target.value })}
            />
          </Field>
        </Panel>
        <div className="sticky bottom-0 z-20 -mx-1 border-line border-t bg-canvas px-1 py-3">
          <Button type="submit" variant="primary" pending={pending}>
            {t('save')}
          </Button>
        </div>
      </form>
      <div className="min-w-0 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-y-auto">
        <FormPreview workspace={workspace} draft={draft} />
      </div>
    </div>
  );
}

type Save = Readonly<{
  workspace: string;
  id: string | null;
  kept: Readonly<{ value: FormDraft; forget: () => void }>;
}>;
type Problem = Extract<Awaited<ReturnType<typeof saveFormAction>>, { ok: false }>['error']['code'];

const NOTHING_WRONG = { name: false, conditions: false, origins: false };

const wrongIn = ({ name, origins, items }: FormDraft) => ({
  name: name.trim() === '',
  conditions: items.some(({ shownWhen }) => shownWhen.some(isOpenCondition)),
  origins: origins.split(/\s+/).some((each) => each !== '' && originOf(each) === null),
});

function useSave({ workspace, id, kept }: Save) {
  const t = useTranslations('formSetup.form');
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const form = useShowWrong(attempts, problem);
  const wrong = attempts > 0 ? wrongIn(kept.value) : NOTHING_WRONG;
  function send(event: FormEvent): void {
    event.preventDefault();
    setAttempts(attempts + 1);
    setProblem(null);
    if (Object.values(wrongIn(kept.value)).includes(true)) return;
    start(async () => {
      const saved = await saveFormAction(workspace, formOfDraft(kept.value, id));
      if (!saved.ok) {
        setProblem(saved.error.code);
        return;
      }
      toast(t('saved', { name: kept.value.name }));
      setAttempts(0);
      kept.forget();
      router.push(`/${workspace}/admin/forms${id ? '' : `/${saved.value.formId}`}`);
    });
  }
  return { send, wrong, problem, pending, asked: attempts > 0, form };
}
