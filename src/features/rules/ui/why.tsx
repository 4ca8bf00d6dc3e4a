import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { AskedField, Explained, RuleComparison } from '@/domain/condition/explain';
import { isElapsed } from '@/domain/condition/rule-fields';
import { durationText } from '@/domain/sla/duration-text';
import type { Names } from '@/features/actions/ui/use-action-text';
import { useConditionText, useValueText } from '@/features/conditions/ui/use-condition-text';

type Props = Readonly<{ why: Explained; names: Names }>;

/** Each part of a condition with whether it was met, and what the ticket had there. */
export function Why({ why, names }: Props) {
  const t = useTranslations('condition');
  if ('all' in why) return <Group mode="all" parts={why.all} names={names} />;
  if ('any' in why) return <Group mode="any" parts={why.any} names={names} />;
  if ('not' in why) {
    return (
      <div>
        <p className="text-ink-soft">{t('form.modes.none')}</p>
        <div className="border-line border-l pl-3">
          <Why why={why.not} names={names} />
        </div>
      </div>
    );
  }
  return <Line why={why} names={names} />;
}

type GroupProps = Readonly<{ mode: 'all' | 'any'; parts: readonly Explained[]; names: Names }>;

function Group({ mode, parts, names }: GroupProps) {
  const t = useTranslations('condition.form.modes');
  return (
    <div>
      <p className="text-ink-soft">{t(mode)}</p>
      <ul className="border-line border-l pl-3">
        {Object.entries(parts).map(([place, part]) => (
          <li key={place}>
            <Why why={part} names={names} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type LineProps = Readonly<{ why: Extract<Explained, RuleComparison>; names: Names }>;

function Line({ why, names }: LineProps) {
  const t = useTranslations('rules.runLog');
  const say = useConditionText(names);
  const had = useHad(names);
  const { field, operator, values, value, met } = why;
  const Icon = met ? Check : X;
  const comparison: RuleComparison = { field, operator, values };
  return (
    <p className="flex items-start gap-1.5 break-words py-0.5 text-ink">
      <Icon
        aria-label={t(met ? 'met' : 'notMet')}
        className={met ? 'mt-0.5 size-4 shrink-0 text-success-ink' : 'mt-0.5 size-4 shrink-0 text-danger-ink'}
      />
      <span>
        {say(comparison)} <span className="text-ink-faint">({t('had', { value: had(why, value) })})</span>
      </span>
    </p>
  );
}

/** What stood there, in words. */
function useHad(names: Names): (why: RuleComparison, value: LineProps['why']['value']) => string {
  const t = useTranslations('rules.runLog');
  const common = useTranslations('common');
  const valueText = useValueText(names);
  const word = (field: AskedField, value: string) =>
    value === '' ? common('none') : valueText(field, value);
  const words = ({ field, operator }: RuleComparison, values: readonly string[]) =>
    values.length === 0
      ? common('none')
      : values.map((each) => word(field, each)).join(operator.startsWith('changed') ? ' → ' : ', ');
  const amount = ({ operator }: RuleComparison, value: number) =>
    isElapsed(operator) ? durationText(value) : String(value);
  return (why, value) => {
    if (typeof value === 'boolean') return t(value ? 'met' : 'notMet');
    if (typeof value === 'number') return amount(why, value);
    return words(why, typeof value === 'string' ? [value] : (value ?? []));
  };
}
