'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ToneFinding } from '@/domain/tone/finding';
import { TONE_LANGUAGES, type ToneLanguage } from '@/domain/tone/phrase';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import type { ToneHelp } from '../queries';
import { FindingList } from './finding-list';

type Props = Readonly<{
  help: ToneHelp | 'failed' | null;
  findings: readonly ToneFinding[];
  /** How many of them the writer does not want to see. */
  left: number;
  isEmpty: boolean;
  language: ToneLanguage;
  onLanguage: (language: ToneLanguage) => void;
  onReplace: (finding: ToneFinding, text: string) => void;
  onShow: (finding: ToneFinding) => void;
  onLeave: (finding: ToneFinding) => void;
  onShowLeft: () => void;
}>;

/** What could be said better, with what to do about each. */
export function TonePanel({ help, findings, left, isEmpty, language, onLanguage, ...on }: Props) {
  const t = useTranslations('tone');
  const names = useTranslations('common.language');
  const id = useId();
  return (
    <div className="flex max-h-[60dvh] flex-col gap-3 overflow-y-auto">
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-semibold text-ink text-sm">{t('helper')}</h3>
        <label htmlFor={id} className="sr-only">
          {t('language')}
        </label>
        <Select
          id={id}
          className="w-auto"
          value={language}
          onChange={(event) => {
            const chosen = TONE_LANGUAGES.find((each) => each === event.target.value);
            if (chosen) onLanguage(chosen);
          }}
        >
          {TONE_LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {names(each)}
            </option>
          ))}
        </Select>
      </div>
      <div aria-live="polite">
        <Found {...{ help, findings, isEmpty, ...on }} />
      </div>
      {left > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-ink-faint text-sm">
          {t('ignored', { count: left })}
          <Button variant="link" size="sm" onClick={on.onShowLeft}>
            {t('showIgnored')}
          </Button>
        </p>
      )}
    </div>
  );
}

type FoundProps = Pick<Props, 'help' | 'findings' | 'isEmpty' | 'onReplace' | 'onShow' | 'onLeave'>;

function Found({ help, findings, isEmpty, onReplace, onShow, onLeave }: FoundProps) {
  const t = useTranslations('tone');
  if (help === 'failed') return <p className="text-ink-soft text-sm">{t('failed')}</p>;
  if (help === null) return <p className="text-ink-soft text-sm">{t('loading')}</p>;
  if (isEmpty) return <p className="text-ink-soft text-sm">{t('nothingYet')}</p>;
  return (
    <FindingList
      findings={findings}
      actions={(finding) => (
        <div className="flex flex-wrap gap-1.5">
          {finding.alternatives.map((text) => (
            <Button
              key={text}
              size="sm"
              aria-label={t('useInstead', { text })}
              onClick={() => onReplace(finding, text)}
            >
              {text}
            </Button>
          ))}
          {finding.place && (
            <Button variant="ghost" size="sm" onClick={() => onShow(finding)}>
              {t('where')}
            </Button>
          )}
          <Button variant="ghost" size="sm" onClick={() => onLeave(finding)}>
            {t('ignore')}
          </Button>
        </div>
      )}
    />
  );
}
