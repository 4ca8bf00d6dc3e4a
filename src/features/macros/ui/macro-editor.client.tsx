'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { ActionList } from '@/features/actions/ui/action-list.client';
import { ActionContext } from '@/features/actions/ui/action-world';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { saveMacroAction } from '../actions';
import type { MacroChoices, MacroPage } from '../queries';
import { type MacroDraft, macroDraft, macroOfDraft, wrongInMacro } from './macro-draft';
import { MacroGeneral } from './macro-general.client';
import { MacroTextFields } from './macro-texts.client';

type Props = Readonly<{
  workspace: string;
  /** Where the list is, such as `/kettle/me/macros`. */
  root: string;
  macro: MacroPage | null;
  choices: MacroChoices;
  /** For whom a new one is at first. */
  audience: MacroPage['audience'];
}>;

/** The form of a macro. What is typed stays in this tab until it is saved. */
export function MacroEditor({ workspace, root, macro, choices, audience }: Props) {
  const t = useTranslations('macro.form');
  const sentence = useTranslations('problem');
  const key = `macro:${workspace}:${macro ? `${macro.id}:${macro.version}` : `new:${audience}`}`;
  const kept = useKept<MacroDraft>(key, macroDraft(macro, audience));
  const { value: draft, change } = kept;
  const { send, asked, problem, pending, form } = useSave({
    workspace,
    root,
    macro,
    draft,
    done: kept.forget,
  });
  const wrong = asked ? wrongInMacro(draft) : null;
  const { people, teams, tags, own, ofCustomers, checklists } = choices;
  const world = {
    ...({ user: 'macro', people, teams, tags, own, ofCustomers, checklists } as const),
    ...{ macros: [], webhooks: [] },
  };
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
          {wrong?.nothing ? t('nothing') : sentence(problem ?? 'input.invalid')}
        </Notice>
      )}
      <MacroGeneral draft={draft} choices={choices} wrong={wrong} onChange={change} />
      <ActionContext value={{ ...world, wrong: wrong?.actions ?? [] }}>
        <MacroTextFields
          key={kept.restored ? 'restored' : 'fresh'}
          draft={draft}
          wrong={wrong}
          onChange={change}
        />
        <Panel title={t('actions')} description={t('actionsBody')}>
          <ActionList actions={draft.actions} onChange={(actions) => change({ actions })} />
        </Panel>
      </ActionContext>
      <div className="sticky bottom-0 z-20 -mx-1 border-line border-t bg-canvas px-1 py-3">
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

type Save = Readonly<Pick<Props, 'workspace' | 'root' | 'macro'> & { draft: MacroDraft; done: () => void }>;
type Problem = Extract<Awaited<ReturnType<typeof saveMacroAction>>, { ok: false }>['error']['code'];

/** Sends the form when nothing in it is wrong, and leads to what is. */
function useSave({ workspace, root, macro, draft, done }: Save) {
  const t = useTranslations('macro.form');
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const form = useShowWrong(attempts, problem);
  function send(event: FormEvent): void {
    event.preventDefault();
    setAttempts(attempts + 1);
    setProblem(null);
    if (wrongInMacro(draft)) return;
    start(async () => {
      const saved = await saveMacroAction(workspace, macroOfDraft(draft, macro));
      if (!saved.ok) {
        setProblem(saved.error.code);
        return;
      }
      toast(t('saved', { name: draft.name }));
      setAttempts(0);
      done();
      router.push(root);
    });
  }
  return { send, asked: attempts > 0, problem, pending, form };
}
