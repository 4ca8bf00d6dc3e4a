import { useTranslations } from 'next-intl';
import type { Condition } from '@/domain/condition/evaluate';
import { durationText } from '@/domain/sla/duration-text';
import { PRIORITIES } from '@/domain/ticket/ticket';
import type { Names } from '@/features/conditions/ui/names';
import { useConditionText } from '@/features/conditions/ui/use-condition-text';
import type { PolicyTarget } from '@/features/sla/queries';
import { METRICS } from './policy-draft';

type Props = Readonly<{
  policy: Readonly<{
    conditions: Condition | null;
    targets: readonly Omit<PolicyTarget, 'pauseOn'>[];
    calendar: string;
  }>;
  names: Names;
}>;

/** A policy as people would say it: which tickets, and what is promised. */
export function PolicySentence({ policy, names }: Props) {
  const t = useTranslations('policy');
  const common = useTranslations('common.priority');
  const say = useConditionText(names);
  const { conditions, targets, calendar } = policy;
  const promised = METRICS.filter((metric) => targets.some((target) => target.metric === metric));
  const line = (metric: (typeof METRICS)[number]) => {
    const own = targets.filter((target) => target.metric === metric);
    const times = PRIORITIES.toReversed().flatMap((priority) => {
      const target = own.find((each) => each.priority === priority);
      const time = target && durationText(target.minutes);
      return time ? [t('priorityTime', { priority: common(priority), time })] : [];
    });
    const hours = own[0]?.hours === 'calendar' ? t('aroundClock') : t('inCalendar', { calendar });
    return t('targetLine', { metric: t(`metric.${metric}`), times: times.join(' · '), hours });
  };
  return (
    <div className="text-ink-soft text-sm">
      <p className="break-words text-ink">
        {conditions ? t('when', { conditions: say(conditions) }) : t('everyTicket')}
      </p>
      <ul className="mt-1">
        {promised.map((metric) => (
          <li key={metric} className="break-words">
            {line(metric)}
          </li>
        ))}
      </ul>
    </div>
  );
}
