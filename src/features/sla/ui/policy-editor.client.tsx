'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { wrongInGroup } from '@/features/conditions/ui/condition-draft';
import { ConditionGroup } from '@/features/conditions/ui/condition-group.client';
import { TICKET_TABLE, withTicketFields } from '@/features/conditions/ui/condition-table';
import { ConditionContext } from '@/features/conditions/ui/condition-world';
import type { Names } from '@/features/conditions/ui/names';
import { ticketFaces } from '@/features/conditions/ui/ticket-faces';
import { savePolicyAction } from '@/features/sla/actions';
import type { ConditionChoices } from '@/features/sla/condition-values';
import type { PolicyPage, WebhookName } from '@/features/sla/queries';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { DryRun } from './dry-run.client';
import { type PolicyDraft, policyDraft, policyOfDraft, wrongInPolicy } from './policy-draft';
import { type CalendarName, PolicyGeneral } from './policy-general.client';
import { PolicyWarnings } from './policy-warnings.client';
import { RestoredNotice } from './restored-notice.client';
import { TargetFields } from './target-fields.client';

type Props = Readonly<{
  workspace: string;
  /** Null for a new one. */
  policy: PolicyPage['policy'] | null;
  calendars: readonly CalendarName[];
  choices: ConditionChoices;
  webhooks: readonly WebhookName[];
  names: Names;
}>;

/** The form of an SLA policy, with a dry run. */
export function PolicyEditor({ workspace, policy, calendars, choices, webhooks, names }: Props) {
  const t = useTranslations('policy');
  const faces = ticketFaces(choices.own);
  const sentence = useTranslations('problem');
  const key = `policy/${workspace}/${policy?.id ?? 'new'}/${policy?.version ?? 0}`;
  const kept = useKept<PolicyDraft>(key, policyDraft(policy, calendars[0]?.id ?? ''));
  const { value: draft, change } = kept;
  const { send, problem, asked, ask, pending, form } = useSave({
    workspace,
    policy,
    draft,
    done: () => window.sessionStorage.removeItem(key),
  });
  const wrong = asked === 'save' ? wrongInPolicy(draft) : null;
  const open = asked === null ? [] : wrongInGroup(draft.conditions);
  return (
    <form ref={form} onSubmit={send} className="flex flex-col gap-5" noValidate>
      {kept.restored && <RestoredNotice namespace="policy" onDiscard={kept.forget} />}
      {(problem || wrong) && (
        <Notice tone="danger" live>
          {sentence(problem ?? 'input.invalid')}
        </Notice>
      )}
      <PolicyGeneral draft={draft} calendars={calendars} wrong={wrong} onChange={change} />
      <Panel title={t('conditions.title')} description={t('conditions.body')}>
        <ConditionContext
          value={{
            workspace,
            table: withTicketFields(TICKET_TABLE, faces.own),
            choices: { ...choices, ...faces.ownChoices },
            own: faces.own,
            names,
            wrong: open,
          }}
        >
          <ConditionGroup
            group={draft.conditions}
            depth={0}
            onChange={(conditions) => change({ conditions })}
          />
        </ConditionContext>
        <DryRun workspace={workspace} conditions={draft.conditions} onWrong={() => ask('try')} />
      </Panel>
      <TargetFields metrics={draft.metrics} wrong={wrong} onChange={(metrics) => change({ metrics })} />
      <PolicyWarnings draft={draft} webhooks={webhooks} wrong={wrong} onChange={change} />
      <div className="sticky bottom-0 z-20 -mx-1 border-line border-t bg-canvas px-1 py-3">
        <Button type="submit" variant="primary" pending={pending}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}

type Save = Readonly<{
  workspace: string;
  policy: PolicyPage['policy'] | null;
  draft: PolicyDraft;
  done: () => void;
}>;

/** Sends the form when nothing in it is wrong; `asked` is what somebody last wanted with it. */
function useSave({ workspace, policy, draft, done }: Save) {
  const t = useTranslations('policy.form');
  const router = useRouter();
  const [asked, ask] = useState<'save' | 'try' | null>(null);
  const [attempts, setAttempts] = useState(0);
  const [problem, setProblem] = useState<'input.invalid' | 'not_found' | 'field.condition_wrong' | null>(
    null,
  );
  const [pending, start] = useTransition();
  function send(event: FormEvent): void {
    event.preventDefault();
    ask('save');
    setAttempts(attempts + 1);
    setProblem(null);
    if (wrongInPolicy(draft)) return;
    start(async () => {
      const saved = await savePolicyAction(workspace, policyOfDraft(draft, policy?.id));
      if (!saved.ok) {
        setProblem(saved.error.code);
        return;
      }
      toast(t('saved', { name: draft.name, version: saved.value.version }));
      done();
      router.push(`/${workspace}/admin/sla`);
    });
  }
  return { send, asked, ask, problem, pending, form: useShowWrong(attempts, problem) };
}
