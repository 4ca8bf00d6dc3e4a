'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { RuleKind } from '@/domain/rule/rule';
import { ActionList } from '@/features/actions/ui/action-list.client';
import { ActionContext } from '@/features/actions/ui/action-world';
import type { Names } from '@/features/actions/ui/use-action-text';
import { ConditionGroup } from '@/features/conditions/ui/condition-group.client';
import { RULE_TABLES, withTicketFields } from '@/features/conditions/ui/condition-table';
import { ConditionContext } from '@/features/conditions/ui/condition-world';
import { ticketFaces } from '@/features/conditions/ui/ticket-faces';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { saveRuleAction } from '../actions';
import type { RuleChoices } from '../choices';
import type { RulePage } from '../queries';
import { RuleDryRun } from './dry-run.client';
import { type RuleDraft, ruleDraft, termsOfDraft, wrongInRule } from './rule-draft';
import { RuleGeneral } from './rule-general.client';

type Props = Readonly<{
  workspace: string;
  kind: RuleKind;
  rule: RulePage['rule'] | null;
  choices: RuleChoices;
  names: Names;
}>;

/** The form of a rule. What is typed stays in this tab until it is saved. */
export function RuleEditor({ workspace, kind, rule, choices, names }: Props) {
  const t = useTranslations('rules.form');
  const sentence = useTranslations('problem');
  const key = `rule:${workspace}:${rule ? `${rule.id}:${rule.version}` : `new:${kind}`}`;
  const { value: draft, change, forget, restored } = useKept<RuleDraft>(key, ruleDraft(rule));
  const saving = useSave({ workspace, kind, rule, draft, done: forget });
  const wrong = saving.asked ? wrongInRule(draft, kind) : null;
  const { teams, members, tags, channels, macros, webhooks, checklists, own, ofCustomers } = choices;
  const faces = ticketFaces(own);
  const offered = { teamId: teams, assigneeId: members, tagIds: tags, channelAccountId: channels };
  const world = {
    user: 'rule',
    people: members,
    teams,
    macros,
    webhooks,
    checklists,
    own,
    ofCustomers,
  } as const;
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
      {(saving.problem || wrong) && (
        <Notice tone="danger" live>
          {sentence(saving.problem ?? 'input.invalid')}
        </Notice>
      )}
      <RuleGeneral kind={kind} draft={draft} calendars={choices.calendars} wrong={wrong} onChange={change} />
      <Panel title={t('conditions')} description={t('conditionsBody')}>
        <ConditionContext
          value={{
            workspace,
            table: withTicketFields(RULE_TABLES[kind], faces.own, kind === 'trigger'),
            choices: { ...offered, ...faces.ownChoices },
            own: faces.own,
            names,
            wrong: wrong?.conditions ?? [],
          }}
        >
          <ConditionGroup
            group={draft.conditions}
            depth={0}
            onChange={(conditions) => change({ conditions })}
          />
        </ConditionContext>
        {wrong?.time && <Wrong text={t('timeError')} />}
      </Panel>
      <Panel title={t('actions')} description={t('actionsBody')}>
        <ActionContext value={{ ...world, tags: tags.map(({ name }) => name), wrong: wrong?.actions ?? [] }}>
          <ActionList actions={draft.actions} onChange={(actions) => change({ actions })} />
        </ActionContext>
        {wrong?.noAction && <Wrong text={t('actionsError')} />}
      </Panel>
      <RuleDryRun workspace={workspace} kind={kind} draft={draft} names={names} onWrong={saving.ask} />
      <div className="sticky bottom-0 z-20 -mx-1 border-line border-t bg-canvas px-1 py-3">
        <Button type="submit" variant="primary" pending={saving.pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function Wrong({ text }: Readonly<{ text: string }>) {
  return (
    <p role="alert" className="mt-3 text-danger-ink text-sm">
      {text}
    </p>
  );
}

type Save = Readonly<Pick<Props, 'workspace' | 'kind' | 'rule'> & { draft: RuleDraft; done: () => void }>;
type Problem = Extract<Awaited<ReturnType<typeof saveRuleAction>>, { ok: false }>['error']['code'];

/** Sends the form when nothing in it is wrong, and leads to what is. */
function useSave({ workspace, kind, rule, draft, done }: Save) {
  const t = useTranslations('rules.form');
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const form = useShowWrong(attempts, problem);
  const ask = () => setAttempts(attempts + 1);
  function send(event: FormEvent): void {
    event.preventDefault();
    ask();
    setProblem(null);
    if (wrongInRule(draft, kind)) return;
    start(async () => {
      const known = rule ? { id: rule.id } : {};
      const terms = { ...termsOfDraft(draft, kind), ...known, active: draft.active };
      const saved = await saveRuleAction(workspace, terms);
      if (!saved.ok) {
        setProblem(saved.error.code);
        return;
      }
      toast(t('saved', { name: draft.name, version: saved.value.version }));
      setAttempts(0);
      done();
      router.push(`/${workspace}/admin/rules`);
    });
  }
  return { send, ask, asked: attempts > 0, problem, pending, form };
}
