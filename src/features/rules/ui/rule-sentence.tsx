import type { RuleTerms } from '@/domain/rule/rule';
import type { Names } from '@/features/actions/ui/use-action-text';
import { useRuleText } from './use-rule-text';

type Props = Readonly<{
  rule: Pick<RuleTerms, 'kind' | 'events' | 'conditions' | 'actions'>;
  names: Names;
}>;

/** A rule as people would say it. */
export function RuleSentence({ rule, names }: Props) {
  const { sentence } = useRuleText(names);
  return <p className="break-words text-ink-soft text-sm">{sentence(rule)}</p>;
}
