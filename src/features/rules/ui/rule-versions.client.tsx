'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import type { Names } from '@/features/actions/ui/use-action-text';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { restoreRuleAction } from '../actions';
import type { RuleVersion } from '../queries';
import { useRuleText } from './use-rule-text';

type Props = Readonly<{
  workspace: string;
  ruleId: string;
  versions: readonly RuleVersion[];
  names: Names;
}>;

/** What the rule was, version by version, each against what it is now, and the way back. */
export function RuleVersions({ workspace, ruleId, versions, names }: Props) {
  const t = useTranslations('rules.versions');
  const format = useFormatter();
  const [current] = versions;
  return (
    <ol className="divide-y divide-line">
      {versions.map((each, index) => (
        <li key={each.version} className="py-1">
          <details open={index === 0}>
            <summary className="cursor-pointer rounded-sm py-1.5 text-ink">
              <span className="font-medium">{t('line', { version: each.version })}</span>{' '}
              {index === 0 && (
                <Badge tone="success" className="mx-1">
                  {t('current')}
                </Badge>
              )}
              <span className="text-ink-faint text-sm">
                {t('by', {
                  date: format.dateTime(each.savedAt, { dateStyle: 'medium', timeStyle: 'short' }),
                  name: each.savedBy ?? t('system'),
                })}
              </span>
            </summary>
            <div className="pb-2 pl-4">
              {current && <Comparison version={each} current={index === 0 ? null : current} names={names} />}
              {index > 0 && <Restore workspace={workspace} ruleId={ruleId} version={each.version} />}
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

type ComparisonProps = Readonly<{ version: RuleVersion; current: RuleVersion | null; names: Names }>;

/** The parts of a version; those that say something else today stand against today's. */
function Comparison({ version, current, names }: ComparisonProps) {
  const t = useTranslations('rules.versions');
  const { eventsOf, conditionsOf, actionsOf } = useRuleText(names);
  const partsOf = ({ rule }: RuleVersion) => ({
    name: rule.name,
    events: eventsOf(rule),
    conditions: conditionsOf(rule),
    actions: actionsOf(rule),
  });
  const then = partsOf(version);
  const now = current && partsOf(current);
  const keys = (['name', 'events', 'conditions', 'actions'] as const).filter(
    (key) => then[key] !== '' || (now !== null && now[key] !== ''),
  );
  const isSame = now !== null && keys.every((key) => then[key] === now[key]);
  return (
    <>
      {isSame && <p className="text-ink-faint text-sm">{t('same')}</p>}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {keys.map((key) => (
          <div key={key} className="contents">
            <dt className="text-ink-faint">{t(key)}</dt>
            <dd className="break-words text-ink-soft">
              {now === null || then[key] === now[key] ? (
                then[key]
              ) : (
                <>
                  <del className="block rounded-sm bg-danger-soft px-1 text-danger-ink no-underline">
                    {then[key] || '–'}
                  </del>
                  <ins className="block rounded-sm bg-success-soft px-1 text-success-ink no-underline">
                    {now[key] || '–'}
                  </ins>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type RestoreProps = Readonly<{ workspace: string; ruleId: string; version: number }>;

function Restore({ workspace, ruleId, version }: RestoreProps) {
  const t = useTranslations('rules.versions');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const restore = () =>
    start(async () => {
      const done = await restoreRuleAction(workspace, { ruleId, version });
      if (done.ok) toast(t('restored', { version, now: done.value.version }));
      else toast.error(problem(done.error.code));
    });
  return (
    <Button size="sm" className="mt-2" pending={pending} onClick={restore}>
      {t('restore', { version })}
    </Button>
  );
}
