'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { ME, MY_TEAMS, type ViewCondition } from '@/domain/condition/view-fields';
import { ConditionGroup } from '@/features/conditions/ui/condition-group.client';
import { viewTable } from '@/features/conditions/ui/condition-table';
import { ConditionContext } from '@/features/conditions/ui/condition-world';
import { ticketFaces } from '@/features/conditions/ui/ticket-faces';
import { useConditionText } from '@/features/conditions/ui/use-condition-text';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { saveViewAction } from '../actions';
import type { ViewInput } from '../inputs';
import type { BegunView, SavedViewPage, ViewChoices } from '../saved-views';
import { LookFields } from './look-fields.client';
import { usePersonalNames } from './personal-names';
import { termsOfDraft, type ViewDraft, viewDraft, wrongInView } from './view-draft';
import { ViewGeneral } from './view-general.client';
import { savedHref } from './view-links';

type Props = Readonly<{
  workspace: string;
  view: SavedViewPage | null;
  begun: BegunView | null;
  choices: ViewChoices;
}>;

/** The form of a view. What is typed stays in this tab until it is saved. */
export function ViewEditor({ workspace, view, begun, choices }: Props) {
  const t = useTranslations('views');
  const key = `view:${workspace}:${view ? `${view.id}:${view.version}` : `new${begun?.q ?? ''}`}`;
  const {
    value: draft,
    change,
    forget,
    restored,
  } = useKept<ViewDraft>(key, viewDraft(view, begun?.conditions));
  const saving = useSave({ workspace, view, draft, done: forget });
  const wrong = saving.asked ? wrongInView(draft) : null;
  const personal = usePersonalNames();
  const names = { ...view?.names, ...begun?.names, ...personal };
  const faces = ticketFaces(choices.own);
  const special = (id: string) => ({ id, name: personal[id] ?? id });
  return (
    <form ref={saving.form} onSubmit={saving.send} className="flex flex-col gap-5" noValidate>
      {restored && (
        <Notice tone="info" live>
          <span className="flex flex-wrap items-center justify-between gap-2">
            {t('restored')}
            <Button size="sm" onClick={forget}>
              {t('discard')}
            </Button>
          </span>
        </Notice>
      )}
      {(saving.problem || wrong) && <Problem problem={saving.problem} names={names} />}
      <ViewGeneral draft={draft} choices={choices} wrong={wrong} onChange={change} />
      <Panel title={t('conditions')} description={t('conditionsBody')}>
        <ConditionContext
          value={{
            workspace,
            table: viewTable(faces.own),
            choices: {
              assigneeId: [special(ME), ...choices.members],
              teamId: [special(MY_TEAMS), ...choices.teams],
              tagIds: choices.tags,
              channelAccountId: choices.channels,
              tierId: choices.tiers,
              ...faces.ownChoices,
            },
            own: faces.own,
            names,
            depth: 2,
            wrong: wrong?.conditions ?? [],
          }}
        >
          <ConditionGroup
            group={draft.conditions}
            depth={0}
            onChange={(conditions) => change({ conditions })}
          />
        </ConditionContext>
      </Panel>
      <Panel title={t('look')} description={t('lookShared')}>
        <LookFields
          wide
          look={draft.look}
          own={choices.own.map(({ id, name }) => ({ column: `ticket.${id}`, name }))}
          onChange={(look) => change({ look })}
        />
      </Panel>
      <div className="sticky bottom-0 z-20 -mx-1 border-line border-t bg-canvas px-1 py-3">
        <Button type="submit" variant="primary" pending={saving.pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

type Failure = Extract<Awaited<ReturnType<typeof saveViewAction>>, { ok: false }>['error'];

type ProblemProps = Readonly<{ problem: Failure | null; names: Readonly<Record<string, string>> }>;

/** Why a view was not saved; of one that would read everything also through which of its conditions. */
function Problem({ problem, names }: ProblemProps) {
  const t = useTranslations('views');
  const sentence = useTranslations('problem');
  const say = useConditionText(names);
  const wide = problem?.code === 'view.scans' ? problem.parts.filter(saysSomething) : [];
  return (
    <Notice tone="danger" live>
      <p>{sentence(problem?.code ?? 'input.invalid')}</p>
      {wide.length > 0 && (
        <>
          <p className="mt-1">{t('wide')}</p>
          <ul className="mt-1 list-disc pl-5">
            {wide.map((part) => (
              <li key={JSON.stringify(part)}>{say(part)}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

/** Nothing can be said of no condition at all. */
const saysSomething = (part: ViewCondition): boolean => !('all' in part && part.all.length === 0);

type Save = Readonly<Pick<Props, 'workspace' | 'view'> & { draft: ViewDraft; done: () => void }>;

/** Sends the form when nothing in it is wrong, and leads to what is. */
function useSave({ workspace, view, draft, done }: Save) {
  const t = useTranslations('views');
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [pending, start] = useTransition();
  const form = useShowWrong(attempts, problem?.code ?? null);
  function send(event: FormEvent): void {
    event.preventDefault();
    setAttempts(attempts + 1);
    setProblem(null);
    if (wrongInView(draft)) return;
    start(async () => {
      const known = view ? { id: view.id, version: view.version } : {};
      const saved = await saveViewAction(workspace, { ...termsOfDraft(draft), ...known } as ViewInput);
      if (!saved.ok) {
        setProblem(saved.error);
        return;
      }
      toast(t('saved', { name: draft.name }));
      done();
      router.push(savedHref(workspace, saved.value.viewId));
    });
  }
  return { send, asked: attempts > 0, problem, pending, form };
}
