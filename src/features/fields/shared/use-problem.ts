import { useLocale, useTranslations } from 'next-intl';
import { fieldNames, type MissingField } from '@/domain/field/field';
import type { ProblemCode } from '@/domain/shared/result';

type Refused = Readonly<{ code: ProblemCode | 'unreachable'; missing?: readonly MissingField[] }>;

/** The sentence for a refusal; one for own fields or open items names them. */
export function useProblem(): (problem: Refused) => string {
  const t = useTranslations('problem');
  const locale = useLocale();
  return ({ code, missing }) => {
    if (!missing) return t(code);
    const sentence = code === 'ticket.checklist_open' ? 'ticket.checklist_named' : 'ticket.fields_named';
    return t(sentence, { fields: fieldNames(missing, locale) });
  };
}
