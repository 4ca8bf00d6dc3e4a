'use client';

import { FlaskConical } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import type { RuleKind } from '@/domain/rule/rule';
import type { Names } from '@/features/actions/ui/use-action-text';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { dryRunRuleAction } from '../actions';
import type { DryRunExample, RuleDryRun as Found } from '../dry-run';
import { type RuleDraft, termsOfDraft, wrongInRule } from './rule-draft';
import { useChangeText } from './use-change-text';

type Props = Readonly<{
  workspace: string;
  kind: RuleKind;
  draft: RuleDraft;
  names: Names;
  /** Says what has to be put right first. */
  onWrong: () => void;
}>;

/** Shows what the rule, as it stands in the form, would have done with the latest tickets. */
export function RuleDryRun({ workspace, kind, draft, names, onWrong }: Props) {
  const t = useTranslations('rules.dryRun');
  const sentence = useTranslations('problem');
  const [found, setFound] = useState<Found | 'input.invalid' | null>(null);
  const [pending, start] = useTransition();
  const run = () => {
    if (wrongInRule({ ...draft, name: draft.name || 'rule' }, kind)) {
      setFound(null);
      onWrong();
      return;
    }
    start(async () => {
      const terms = { ...termsOfDraft(draft, kind), name: draft.name || 'rule' };
      const answer = await dryRunRuleAction(workspace, terms);
      setFound(answer.ok ? answer.value : answer.error.code);
    });
  };
  return (
    <Panel title={t('title')} description={t('body')}>
      <Button onClick={run} pending={pending}>
        <FlaskConical aria-hidden />
        {t('run')}
      </Button>
      <div aria-live="polite" className="mt-4 empty:hidden">
        {found === 'input.invalid' && <Notice tone="danger">{sentence('input.invalid')}</Notice>}
        {found !== null && found !== 'input.invalid' && (
          <Outcome workspace={workspace} found={found} draft={draft} names={names} />
        )}
      </div>
    </Panel>
  );
}

type OutcomeProps = Readonly<{ workspace: string; found: Found; draft: RuleDraft; names: Names }>;

function Outcome({ workspace, found, names }: OutcomeProps) {
  const t = useTranslations('rules.dryRun');
  const { looked, times, tickets, examples } = found;
  return (
    <>
      <p className="font-medium text-ink">{t('result', { looked, times, tickets })}</p>
      {examples.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-line border-t">
          {Object.entries(examples).map(([place, example]) => (
            <Example key={place} workspace={workspace} example={example} names={names} />
          ))}
        </ul>
      )}
    </>
  );
}

type ExampleProps = Readonly<{ workspace: string; example: DryRunExample; names: Names }>;

function Example({ workspace, example, names }: ExampleProps) {
  const t = useTranslations('rules.dryRun');
  const format = useFormatter();
  const say = useChangeText(names);
  const { number, subject, at, changes } = example;
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Link
          href={`/${workspace}/desk/tickets/${number}`}
          className="min-w-0 break-words rounded-sm text-accent-ink underline-offset-2 hover:underline"
        >
          #{number} {subject}
        </Link>
        <span className="text-ink-faint text-sm">
          {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
        </span>
      </p>
      <ul className="mt-0.5 flex flex-wrap gap-x-4 text-ink-soft text-sm">
        {changes.length === 0 && <li>{t('nothing')}</li>}
        {changes.map((change) => (
          <li key={say(change)}>{say(change)}</li>
        ))}
      </ul>
    </li>
  );
}
