import { useLocale, useTranslations } from 'next-intl';
import type { Dimension } from '@/domain/metrics/dimensions';
import { bucketWords, namesOfParts, type PartNames } from './part-names';
import { valueWriter } from './write-value';

/** What numbers, days and parts are called. */
export function useInsightWords() {
  const locale = useLocale();
  const common = useTranslations('common');
  const t = useTranslations('insights');
  const partNames = (by: Dimension | 'hour'): PartNames =>
    namesOfParts(by, { locale, none: (kind) => t(`none.${kind}`), common: (key) => common(key) });
  return { ...bucketWords(locale), write: valueWriter(locale), partNames, t };
}
