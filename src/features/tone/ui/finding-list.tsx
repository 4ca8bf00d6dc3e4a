import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ToneFinding } from '@/domain/tone/finding';

type Props = Readonly<{
  findings: readonly ToneFinding[];
  /** What can be done about one of them. */
  actions?: (finding: ToneFinding) => ReactNode;
}>;

/** What could be said better, each in a sentence that says why. */
export function FindingList({ findings, actions }: Props) {
  const t = useTranslations('tone');
  if (findings.length === 0) return <p className="text-ink-soft text-sm">{t('fine')}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {findings.map((finding) => (
        <li key={keyOfFinding(finding)} className="flex flex-col gap-1.5 py-2 first:pt-0 last:pb-0">
          <p className="break-words text-ink text-sm">
            {t(`rule.${finding.rule}`, { quote: shortened(finding.quote), count: finding.count ?? 0 })}
          </p>
          {finding.alternatives.length > 0 && !actions && (
            <p className="break-words text-ink-soft text-sm">{finding.alternatives.join(' · ')}</p>
          )}
          {actions?.(finding)}
        </li>
      ))}
    </ul>
  );
}

/** Tells findings of one text apart, also after words before them have changed. */
export const keyOfFinding = ({ rule, place, quote }: ToneFinding): string =>
  `${rule} ${place?.start ?? ''} ${quote}`;

const LONGEST = 60;
const shortened = (quote: string): string =>
  quote.length > LONGEST ? `${quote.slice(0, LONGEST - 1)}…` : quote;
