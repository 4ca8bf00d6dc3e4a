import { type SurveyLanguage, type SurveyTerms, scaleOf, scoresOf, textIn } from '@/domain/survey/survey';
import { translator } from '@/i18n/translator';

/** One score as customers see it. */
type ScoreWords = Readonly<{ score: number; label: string }>;

/** A survey in one language: what mails, pages and the chat show. */
export type SurveyWords = Readonly<{
  question: string;
  scores: readonly ScoreWords[];
  /** True where each score has words of its own; else only the two ends have. */
  named: boolean;
  questions: readonly Readonly<{
    id: string;
    kind: 'choice' | 'text' | 'scale';
    required: boolean;
    text: string;
    options: readonly Readonly<{ id: string; text: string }>[];
  }>[];
}>;

type Asked = Readonly<{
  terms: Pick<SurveyTerms, 'kind' | 'steps' | 'question' | 'questions'>;
  locale: SurveyLanguage;
  workspace: string;
}>;

/** The survey's own words in this language, or the shipped ones. */
export async function surveyWords({ terms, locale, workspace }: Asked): Promise<SurveyWords> {
  const t = await translator(locale, 'survey');
  const all = scoresOf(scaleOf(terms));
  const named = terms.kind === 'csat' || terms.kind === 'resolved';
  return {
    question: textIn(terms.question, locale) || t(`question.${terms.kind}`, { workspace }),
    scores: all.map((score) => ({ score, label: labelOf(t, terms, score) })),
    named,
    questions: terms.questions.map(({ id, kind, required, texts, options }) => ({
      id,
      kind,
      required,
      text: textIn(texts, locale),
      options: options.map((option) => ({ id: option.id, text: textIn(option.texts, locale) })),
    })),
  };
}

type Say = Awaited<ReturnType<typeof translator<'survey'>>>;

function labelOf(t: Say, terms: Asked['terms'], score: number): string {
  const { kind, steps } = terms;
  if (kind === 'csat') return t(`score.csat${steps}.s${score}` as 'score.csat5.s1');
  if (kind === 'resolved') return t(score === 1 ? 'score.yes' : 'score.no');
  const { from, to } = scaleOf(terms);
  if (score === from) return t(`score.${kind}.low`);
  return score === to ? t(`score.${kind}.high`) : '';
}
