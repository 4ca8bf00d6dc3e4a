import { useLocale, useTranslations } from 'next-intl';
import type { RuleTerms } from '@/domain/rule/rule';
import { type Names, useActionText } from '@/features/actions/ui/use-action-text';
import { useConditionText } from '@/features/conditions/ui/use-condition-text';

type Terms = Pick<RuleTerms, 'kind' | 'events' | 'conditions' | 'actions'>;

/** The parts of a rule in words, and the whole of it as one sentence. */
export function useRuleText(names: Names) {
  const t = useTranslations('rules');
  const sayCondition = useConditionText(names);
  const sayAction = useActionText(names);
  const locale = useLocale();
  const joined = (words: readonly string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(locale, { type }).format(words);

  const eventsOf = ({ events }: Pick<Terms, 'events'>) =>
    joined(
      events.map((event) => t(`event.${event}`)),
      'disjunction',
    );
  const conditionsOf = ({ conditions }: Pick<Terms, 'conditions'>) =>
    conditions ? sayCondition(conditions) : '';
  const actionsOf = ({ actions }: Pick<Terms, 'actions'>) => joined(actions.map(sayAction), 'conjunction');

  function sentence(terms: Terms): string {
    const [events, conditions, actions] = [eventsOf(terms), conditionsOf(terms), actionsOf(terms)];
    if (terms.kind === 'trigger') {
      return conditions === ''
        ? t('sentence.triggerAlways', { events, actions })
        : t('sentence.trigger', { events, conditions, actions });
    }
    return conditions === ''
      ? t('sentence.automationAlways', { actions })
      : t('sentence.automation', { conditions, actions });
  }
  return { sentence, eventsOf, conditionsOf, actionsOf };
}
