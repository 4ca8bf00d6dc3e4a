'use client';

import { CircleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type MacroTexts, textFor } from '@/domain/macro/macro';
import { namesIn } from '@/domain/template/fill-template';
import { isTemplateVariable } from '@/domain/template/variables';
import { Tabs } from '@/ui/tabs.client';
import type { ToAnswer } from '../commands/incidents-to-answer';

const TextEditor = dynamic(
  () => import('@/features/actions/ui/text-editor.client').then((module) => module.TextEditor),
  { ssr: false, loading: () => <div className="h-44" /> },
);

type Language = ToAnswer['spoken'];

type Props = Readonly<{
  shown: ToAnswer;
  texts: MacroTexts;
  onWrite: (language: Language, html: string) => void;
}>;

/** The answer in each language that occurs, each on a tab, and what is sent where one of them says nothing. */
export function AnswerTexts({ shown, texts, onWrite }: Props) {
  const t = useTranslations('link.answer');
  const languages = useTranslations('common.language');
  const tabs = languagesOf(shown).map(({ language, count }) => {
    const label = t('textIn', { language: languages(language) });
    const wrong = unknownIn(texts[language]);
    return {
      id: language,
      label: t('tab', { language: languages(language), count }),
      content: (
        <>
          <TextEditor
            html={texts[language] ?? ''}
            label={label}
            lang={language}
            invalid={wrong.length > 0}
            onChange={(html) => onWrite(language, html)}
          />
          {wrong.length > 0 && (
            <p role="alert" className="mt-1 flex items-start gap-1.5 text-danger-ink text-sm">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {t('unknown', { names: wrong.join(', ') })}
            </p>
          )}
        </>
      ),
    };
  });
  return (
    <div>
      <Tabs label={t('languages')} tabs={tabs} />
      <Substitutes shown={shown} texts={texts} />
      <p className="mt-2 text-ink-faint text-sm">{t('variables')}</p>
    </div>
  );
}

/** Who reads a text that is not in their language. */
function Substitutes({ shown, texts }: Pick<Props, 'shown' | 'texts'>) {
  const t = useTranslations('link.answer');
  const languages = useTranslations('common.language');
  return languagesOf(shown).flatMap(({ language, count }) => {
    const taken = textFor(texts, language, shown.usual)?.language;
    if (count === 0 || !taken || taken === language) return [];
    return [
      <p key={language} className="mt-2 text-ink-soft text-sm">
        {t('substitute', { count, language: languages(language), taken: languages(taken) })}
      </p>,
    ];
  });
}

/** That of the problem first, then by how many read them; that of the workspace in any case, as it stands in for others. */
function languagesOf({ incidents, spoken, usual }: ToAnswer) {
  const answered = incidents.filter(({ leftOut }) => leftOut === null);
  const countOf = (language: Language) => answered.filter((each) => each.language === language).length;
  const all = [...new Set([spoken, ...answered.map(({ language }) => language), usual])];
  const rank = (language: Language) => (language === spoken ? -1 : 0);
  return all
    .map((language) => ({ language, count: countOf(language) }))
    .filter(({ language, count }) => count > 0 || language === usual)
    .toSorted((a, b) => rank(a.language) - rank(b.language) || b.count - a.count);
}

const unknownIn = (html = ''): string[] => namesIn(html).filter((name) => !isTemplateVariable(name));

/** True when there is something to send and no place in it that nobody knows. */
export const areTextsReady = (texts: MacroTexts): boolean =>
  Object.values(texts).some(Boolean) && Object.values(texts).every((html) => unknownIn(html).length === 0);
