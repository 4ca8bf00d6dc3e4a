'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { SurveyTerms } from '@/domain/survey/survey';
import { ConditionGroup } from '@/features/conditions/ui/condition-group.client';
import { TICKET_TABLE, withTicketFields } from '@/features/conditions/ui/condition-table';
import { ConditionContext, type ConditionWorld } from '@/features/conditions/ui/condition-world';
import type { Names } from '@/features/conditions/ui/names';
import { ticketFaces } from '@/features/conditions/ui/ticket-faces';
import type { OwnChoice } from '@/features/fields/commands/own-choices';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { saveSurveyAction } from '../actions';
import type { ShippedWords } from '../queries-admin';
import { SurveyAsking } from './survey-asking.client';
import { type SurveyDraft, surveyDraft, surveyOfDraft } from './survey-draft';
import { SurveyFollowUpFields } from './survey-follow-up.client';
import { SurveyGeneral } from './survey-general.client';
import { SurveyPreview } from './survey-preview.client';
import { SurveyQuestions } from './survey-questions.client';

type Props = Readonly<{
  workspace: string;
  /** Null for a new one. */
  survey: Readonly<{ id: string; version: number; active: boolean; terms: SurveyTerms }> | null;
  choices: ConditionWorld['choices'] & Readonly<{ own?: readonly OwnChoice[] }>;
  names: Names;
  people: readonly Readonly<{ id: string; name: string }>[];
  shipped: ShippedWords;
}>;

/** The form of a survey, with a picture of what customers see. What is typed stays in this tab until it is saved. */
export function SurveyEditor({ workspace, survey, choices, names, people, shipped }: Props) {
  const t = useTranslations('surveyAdmin.form');
  const faces = ticketFaces(choices.own);
  const sentence = useTranslations('problem');
  const key = `survey/${workspace}/${survey?.id ?? 'new'}/${survey?.version ?? 0}`;
  const kept = useKept<SurveyDraft>(key, surveyDraft(survey));
  const { value: draft, change } = kept;
  const { send, problem, wrong, pending, form } = useSave({ workspace, survey, draft, done: kept.forget });
  const fields = { draft, onChange: change, wrong };
  return (
    <form
      ref={form}
      onSubmit={send}
      noValidate
      className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <div className="flex min-w-0 flex-col gap-5">
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
        {problem && (
          <Notice tone="danger" live>
            {sentence(problem)}
          </Notice>
        )}
        <SurveyGeneral {...fields} />
        <SurveyQuestions {...fields} />
        <SurveyAsking {...fields} />
        <Panel title={t('condition')} description={t('conditionBody')}>
          <ConditionContext
            value={{
              workspace,
              table: withTicketFields(TICKET_TABLE, faces.own),
              choices: { ...choices, ...faces.ownChoices },
              own: faces.own,
              names,
              wrong: [],
            }}
          >
            <ConditionGroup
              group={draft.condition}
              depth={0}
              onChange={(condition) => change({ condition })}
            />
          </ConditionContext>
          {wrong('condition') && <p className="mt-2 text-danger-ink text-sm">{wrong('condition')}</p>}
        </Panel>
        <SurveyFollowUpFields {...fields} people={people} />
        <div className="sticky bottom-0 z-20 -mx-1 border-line border-t bg-canvas px-1 py-3">
          <Button type="submit" variant="primary" pending={pending}>
            {t('save')}
          </Button>
        </div>
      </div>
      <SurveyPreview draft={draft} shipped={shipped} />
    </form>
  );
}

type Save = Readonly<Pick<Props, 'workspace' | 'survey'> & { draft: SurveyDraft; done: () => void }>;
type Failure = Extract<Awaited<ReturnType<typeof saveSurveyAction>>, { ok: false }>['error'];

function useSave({ workspace, survey, draft, done }: Save) {
  const t = useTranslations('surveyAdmin.form');
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();
  const form = useShowWrong(attempts, failure?.code ?? null);
  function send(event: FormEvent): void {
    event.preventDefault();
    start(async () => {
      const named = survey ? { id: survey.id, version: survey.version } : {};
      const saved = await saveSurveyAction(workspace, { ...surveyOfDraft(draft), ...named });
      setAttempts((before) => before + 1);
      setFailure(saved.ok ? null : saved.error);
      if (!saved.ok) return;
      toast(t('saved', { name: draft.name }));
      done();
      router.push(`/${workspace}/admin/surveys`);
    });
  }
  const wrong = (field: string) =>
    failure?.code === 'input.invalid' && field in failure.fields ? t(wordOf(field)) : undefined;
  return { send, problem: failure?.code ?? null, wrong, pending, form };
}

const SAID = [
  'name',
  'question',
  'trigger',
  'channels',
  'delayMinutes',
  'throttleDays',
  'quiet',
  'expireDays',
  'remindAfterDays',
  'dailyQuota',
  'followUp',
] as const;

/** What to do about a field that was refused. */
function wordOf(field: string): `wrong.${(typeof SAID)[number]}` | 'check' {
  const said = SAID.find((each) => each === field);
  return said ? `wrong.${said}` : 'check';
}
