import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { RULE_PROBLEMS } from '@/domain/rule/rule';
import type { Names } from '@/features/actions/ui/use-action-text';
import { Badge } from '@/ui/badge';
import type { RuleRunRow } from '../queries';
import { Why } from './why';

type Props = Readonly<{ workspace: string; runs: readonly RuleRunRow[]; names: Names }>;

const TONES = { done: 'success', partly: 'warning', failed: 'danger', refused: 'neutral' } as const;

/** What the rules did, on which ticket, and why. */
export function RunLog({ workspace, runs, names }: Props) {
  const t = useTranslations('rules');
  const format = useFormatter();
  return (
    <ol aria-label={t('runLog.title')} className="flex flex-col gap-2">
      {runs.map((run) => (
        <li key={run.id} className="rounded-lg border border-line bg-raised p-3 sm:p-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:flex-nowrap sm:items-baseline">
            <Badge tone={TONES[run.outcome]}>{t(`outcome.${run.outcome}`)}</Badge>
            <Link
              href={`/${workspace}/admin/rules/${run.ruleId}`}
              className="min-w-0 break-words rounded-sm font-medium text-accent-ink sm:shrink-0 sm:max-w-[40%] underline-offset-2 hover:underline"
            >
              {run.ruleName}
            </Link>
            <Link
              href={`/${workspace}/desk/tickets/${run.ticketNumber}`}
              className="min-w-0 break-words rounded-sm text-ink underline-offset-2 hover:underline"
            >
              #{run.ticketNumber} {run.ticketSubject}
            </Link>
            <span className="shrink-0 text-ink-faint text-sm sm:ml-auto">
              {format.dateTime(run.at, { dateStyle: 'medium', timeStyle: 'medium' })}
            </span>
          </p>
          <Did run={run} />
          <Details run={run} names={names} />
        </li>
      ))}
    </ol>
  );
}

function Did({ run }: Readonly<{ run: RuleRunRow }>) {
  const t = useTranslations('rules');
  const kinds = useTranslations('action.kind');
  const problems = useProblemText();
  if (run.actions.length === 0) return null;
  return (
    <ul aria-label={t('runLog.did')} className="mt-2 flex flex-col gap-0.5 text-ink-soft text-sm">
      {Object.entries(run.actions).map(([place, { kind, ok, problem, detail }]) => (
        <li key={place} className="break-words">
          {ok ? '✓' : '✗'} {kinds(kind)}
          {detail && `: ${detail}`}
          {problem && <span className="text-danger-ink"> – {problems(problem)}</span>}
        </li>
      ))}
    </ul>
  );
}

function useProblemText(): (problem: string) => string {
  const t = useTranslations('rules.problem');
  const common = useTranslations('problem');
  return (problem) => {
    if ((RULE_PROBLEMS as readonly string[]).includes(problem)) {
      return t(problem.replace('.', '_') as 'rule_gone');
    }
    return common.has(problem as 'not_found') ? common(problem as 'not_found') : t('other');
  };
}

function Details({ run, names }: Readonly<{ run: RuleRunRow; names: Names }>) {
  const t = useTranslations('rules.runLog');
  return (
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer rounded-sm text-ink-soft hover:text-ink">{t('why')}</summary>
      <div className="mt-1 pl-4">
        {run.why ? <Why why={run.why} names={names} /> : <p className="text-ink-soft">{t('always')}</p>}
        <p className="mt-1 text-ink-faint">
          {[
            t('version', { version: run.ruleVersion }),
            t('ms', { ms: run.durationMs }),
            run.depth > 0 && t('depth', { depth: run.depth }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </details>
  );
}
