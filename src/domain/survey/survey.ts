import type { Condition } from '@/domain/condition/evaluate';
import { type CsatSteps, satisfiedFrom } from '@/domain/metrics/csat';

/** What a survey measures. Labels are `survey.kind.<name>` in the messages. */
export const SURVEY_KINDS = ['csat', 'ces', 'nps', 'resolved', 'custom'] as const;
export type SurveyKind = (typeof SURVEY_KINDS)[number];

/** What makes us ask: a ticket was solved, a customer's turn has come, or somebody (a person, a rule, a program) gives a link. */
export const SURVEY_TRIGGERS = ['solved', 'schedule', 'hand'] as const;
export type SurveyTrigger = (typeof SURVEY_TRIGGERS)[number];

/** Where we ask by ourselves. */
export const SURVEY_CHANNELS = ['email', 'chat', 'portal'] as const;
type SurveyChannel = (typeof SURVEY_CHANNELS)[number];

export const SURVEY_LANGUAGES = ['en', 'hu', 'lv'] as const;
export type SurveyLanguage = (typeof SURVEY_LANGUAGES)[number];

/** One text in each language; an empty one falls back to the shipped words, or to another language. */
export type Texts = Readonly<Record<SurveyLanguage, string>>;

export const QUESTION_KINDS = ['choice', 'text', 'scale'] as const;
type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A question of the workspace's own, beside the score. */
export type SurveyQuestion = Readonly<{
  /** Stays the same when its words change, so that answers stay together. */
  id: string;
  kind: QuestionKind;
  required: boolean;
  texts: Texts;
  /** For `choice`. */
  options: readonly Readonly<{ id: string; texts: Texts }>[];
}>;

export const FOLLOW_UP_ASSIGNEES = ['team_lead', 'manager', 'person'] as const;

/** What a low score sets off: a task for somebody else than whom it is about, due within so many hours. */
export type FollowUpTerms = Readonly<{
  /** Scores at or below this are low. */
  atMost: number;
  assign: (typeof FOLLOW_UP_ASSIGNEES)[number];
  /** For `person`. */
  userId: string | null;
  dueInHours: number;
}>;

/** All that a survey says, without its name's history and without who was asked. */
export type SurveyTerms = Readonly<{
  name: string;
  kind: SurveyKind;
  /** How many steps the scale of `csat` has; the other kinds have their own. */
  steps: CsatSteps;
  /** The workspace's own wording of the first question; empty asks in the shipped words. */
  question: Texts;
  questions: readonly SurveyQuestion[];
  trigger: SurveyTrigger;
  channels: readonly SurveyChannel[];
  /** Null asks about every ticket. */
  condition: Condition | null;
  delayMinutes: number;
  /** A customer is asked at most once in so many days, over all tickets and all surveys of this trigger. */
  throttleDays: number;
  /** Minutes of the customer's day between which no mail leaves; null has no quiet hours. */
  quiet: Readonly<{ from: number; until: number }> | null;
  expireDays: number;
  /** One reminder after so many days without an answer; null never reminds. */
  remindAfterDays: number | null;
  /** For `schedule`: how many are asked within a day. */
  dailyQuota: number;
  followUp: FollowUpTerms | null;
}>;

/** Nobody is asked about the relationship more often than every 90 days (contracts G.2). */
export const RELATIONSHIP_DAYS = 90;

export type Scale = Readonly<{ from: number; to: number }>;

/** The scores that a survey of this kind takes. `resolved` is 0 for no and 1 for yes; `custom` runs from 1 to 5. */
export function scaleOf({ kind, steps }: Pick<SurveyTerms, 'kind' | 'steps'>): Scale {
  if (kind === 'csat') return { from: 1, to: steps };
  if (kind === 'ces') return { from: 1, to: 7 };
  if (kind === 'nps') return { from: 0, to: 10 };
  return kind === 'resolved' ? { from: 0, to: 1 } : { from: 1, to: 5 };
}

/** Every score of a scale, the lowest first. */
export const scoresOf = ({ from, to }: Scale): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** How good a score is, for the eye and for whoever reads a list: the lower end, the middle, the upper end. */
export type Mood = 'good' | 'middling' | 'bad';

/** The mood of a score: satisfied, easy, promoter or resolved is good; the lower end is what needs care. */
export function moodOf(score: number, terms: Pick<SurveyTerms, 'kind' | 'steps'>): Mood {
  const { good, bad } = BOUNDS[terms.kind](terms.steps);
  if (score >= good) return 'good';
  return score <= bad ? 'bad' : 'middling';
}

const BOUNDS: Readonly<Record<SurveyKind, (steps: CsatSteps) => Readonly<{ good: number; bad: number }>>> = {
  csat: (steps) => ({ good: satisfiedFrom(steps), bad: steps === 5 ? 2 : 1 }),
  ces: () => ({ good: 5, bad: 3 }),
  nps: () => ({ good: 9, bad: 6 }),
  resolved: () => ({ good: 1, bad: 0 }),
  custom: () => ({ good: 4, bad: 2 }),
};

/** The text in this language, else in the first that has one; empty where none has. */
export const textIn = (texts: Texts, language: SurveyLanguage): string =>
  [language, ...SURVEY_LANGUAGES].map((each) => texts[each].trim()).find((text) => text !== '') ?? '';
