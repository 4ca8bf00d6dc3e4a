'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SURVEY_LANGUAGES, type SurveyLanguage, textIn } from '@/domain/survey/survey';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { ShippedWords } from '../queries-admin';
import type { SurveyWords } from '../survey-words';
import { MoreQuestions } from './more-questions';
import { ScoreChoice } from './score-choice';
import type { SurveyDraft } from './survey-draft';

const NAMES = { en: 'English', hu: 'Magyar', lv: 'Latviešu' } as const;
const CHANNELS = ['email', 'page', 'chat'] as const;

type Props = Readonly<{ draft: SurveyDraft; shipped: ShippedWords }>;

/** What customers see while it is being written, in each language and on each channel. */
export function SurveyPreview({ draft, shipped }: Props) {
  const t = useTranslations('surveyAdmin.preview');
  const [language, setLanguage] = useState<SurveyLanguage>('en');
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('email');
  const words = wordsOf(draft, shipped, language);
  return (
    <Panel title={t('title')} className="xl:sticky xl:top-4">
      <div className="mb-4 flex gap-2">
        <Select
          aria-label={t('language')}
          value={language}
          onChange={({ target }) => setLanguage(target.value as SurveyLanguage)}
        >
          {SURVEY_LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {NAMES[each]}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t('channel')}
          value={channel}
          onChange={({ target }) => setChannel(target.value as typeof channel)}
        >
          {CHANNELS.map((each) => (
            <option key={each} value={each}>
              {t(`channels.${each}`)}
            </option>
          ))}
        </Select>
      </div>
      <div lang={language} className="rounded-lg border border-line bg-canvas p-4">
        {channel === 'email' ? (
          <MailPicture words={words} />
        ) : (
          <PagePicture
            key={`${language}/${channel}`}
            words={words}
            small={channel === 'chat'}
            shipped={shipped[language].page}
          />
        )}
      </div>
    </Panel>
  );
}

/** The draft's own words, or the shipped ones of its kind. */
function wordsOf(draft: SurveyDraft, shipped: ShippedWords, language: SurveyLanguage): SurveyWords {
  const base = shipped[language].kinds[draft.kind === 'csat' ? (`csat${draft.steps}` as const) : draft.kind];
  return {
    ...base,
    question: textIn(draft.question, language) || base.question,
    questions: draft.questions.map(({ id, kind, required, texts, options }) => ({
      id,
      kind,
      required,
      text: textIn(texts, language) || '…',
      options: options.map((option) => ({ id: option.id, text: textIn(option.texts, language) || '…' })),
    })),
  };
}

function MailPicture({ words }: Readonly<{ words: SurveyWords }>) {
  const { scores, named, question } = words;
  const look = 'rounded-lg border border-line-strong px-3 py-2 text-center font-semibold text-ink';
  return (
    <div>
      <p className="mb-3 font-semibold text-ink text-lg">{question}</p>
      <div className={named ? 'flex flex-col gap-2' : 'flex flex-wrap gap-1.5'}>
        {(named ? scores.toReversed() : scores).map(({ score, label }) => (
          <span key={score} className={look}>
            {named ? label : score}
          </span>
        ))}
      </div>
      {!named && (
        <p className="mt-2 text-ink-faint text-sm">
          {scores[0]?.score} – {scores[0]?.label} · {scores.at(-1)?.score} – {scores.at(-1)?.label}
        </p>
      )}
    </div>
  );
}

type PageProps = Readonly<{ words: SurveyWords; small: boolean; shipped: ShippedWords['en']['page'] }>;

/** The chat asks the first question only, and for a comment. */
function PagePicture({ words, small, shipped }: PageProps) {
  return (
    <div inert className="flex flex-col gap-4">
      <ScoreChoice words={words} chosen={null} name="preview" />
      {!small && (
        <MoreQuestions questions={words.questions} typed={() => ''} wrong={() => undefined} words={shipped} />
      )}
      <p className="text-ink-soft text-sm">{shipped.comment}</p>
    </div>
  );
}
