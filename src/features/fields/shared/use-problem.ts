import { useLocale, useTranslations } from 'next-intl';
import { fieldNames, type MissingField } from '@/domain/field/field';
import type { ProblemCode } from '@/domain/shared/result';

type Refused = Readonly<{ code: ProblemCode | 'unreachable'; missing?: readonly MissingField[] }>;

/** The sentence for a refusal; one for own fields that are missing names them. */
export function useProblem(): (problem: Refused) => string {
  const t = useTranslations('problem');
  const locale = useLocale();
  return ({ code, missing }) =>
    missing ? t('ticket.fields_named', { fields: fieldNames(missing, locale) }) : t(code);
}
