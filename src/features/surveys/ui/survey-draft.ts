import { durationText, minutesIn } from '@/domain/sla/duration-text';
import type { SurveyTerms } from '@/domain/survey/survey';
import { conditionOf, type GroupDraft, groupDraft } from '@/features/conditions/ui/condition-draft';
import { newKey } from '@/features/conditions/ui/new-key';

type Question = SurveyTerms['questions'][number];

/** A survey as its form holds it: numbers and times as they are typed. */
export type SurveyDraft = Readonly<
  Pick<SurveyTerms, 'name' | 'kind' | 'steps' | 'question' | 'questions' | 'trigger' | 'channels'> & {
    active: boolean;
    condition: GroupDraft;
    delay: string;
    throttleDays: string;
    quietFrom: string;
    quietUntil: string;
    expireDays: string;
    /** Empty: never. */
    remindAfterDays: string;
    dailyQuota: string;
    follows: boolean;
    atMost: string;
    assign: NonNullable<SurveyTerms['followUp']>['assign'];
    userId: string;
    dueInHours: string;
  }
>;

const NO_TEXTS = { en: '', hu: '', lv: '' } as const;

type Stored = Readonly<{ active: boolean; terms: SurveyTerms }>;

/** The form of a survey, or of a new one. */
export function surveyDraft(survey: Stored | null): SurveyDraft {
  const terms = survey?.terms ?? NEW;
  const { name, kind, steps, question, questions, trigger, channels, quiet, followUp } = terms;
  return {
    ...{ name, kind, steps, question, questions, trigger, channels },
    active: survey?.active ?? true,
    condition: groupDraft(terms.condition),
    delay: durationText(terms.delayMinutes),
    throttleDays: String(terms.throttleDays),
    quietFrom: quiet ? clock(quiet.from) : '',
    quietUntil: quiet ? clock(quiet.until) : '',
    expireDays: String(terms.expireDays),
    remindAfterDays: String(terms.remindAfterDays ?? ''),
    dailyQuota: String(terms.dailyQuota),
    follows: followUp !== null,
    atMost: String(followUp?.atMost ?? 2),
    assign: followUp?.assign ?? 'team_lead',
    userId: followUp?.userId ?? '',
    dueInHours: String(followUp?.dueInHours ?? 24),
  };
}

const NEW: SurveyTerms = {
  name: '',
  kind: 'csat',
  steps: 5,
  question: NO_TEXTS,
  questions: [],
  trigger: 'solved',
  channels: ['email', 'chat', 'portal'],
  condition: null,
  delayMinutes: 60,
  throttleDays: 14,
  quiet: { from: 1200, until: 480 },
  expireDays: 30,
  remindAfterDays: 5,
  dailyQuota: 50,
  followUp: { atMost: 2, assign: 'team_lead', userId: null, dueInHours: 24 },
};

/** Another kind brings what fits it: when it is asked, how often, and what counts as low. */
export function onKind(kind: SurveyTerms['kind'], before: SurveyDraft): Partial<SurveyDraft> {
  const atMost = { csat: '2', ces: '3', nps: '6', resolved: '0', custom: '2' }[kind];
  if (kind === 'nps') return { kind, atMost, ...onTrigger('schedule', before) };
  const trigger = before.trigger === 'schedule' ? 'solved' : before.trigger;
  return { kind, atMost, ...(trigger !== before.trigger && onTrigger(trigger, before)) };
}

const WEEK_MINUTES = 7 * 24 * 60;

/** Another trigger brings where and how often is asked. */
export function onTrigger(trigger: SurveyTerms['trigger'], { channels }: SurveyDraft): Partial<SurveyDraft> {
  if (trigger === 'hand') return { trigger, channels: [] };
  if (trigger === 'schedule')
    return { trigger, channels: ['email'], throttleDays: '90', delay: durationText(WEEK_MINUTES) };
  const places = channels.length > 1 ? channels : NEW.channels;
  return {
    trigger,
    channels: places,
    throttleDays: String(NEW.throttleDays),
    delay: durationText(NEW.delayMinutes),
  };
}

/** Which settings mean something: mails are held, waited with and reminded of; by hand nothing waits. */
export function settingsOf({ trigger, channels }: Pick<SurveyDraft, 'trigger' | 'channels'>) {
  const byHand = trigger === 'hand';
  const byMail = channels.includes('email');
  return {
    delay: !byHand && (byMail || trigger === 'schedule'),
    throttleDays: !byHand,
    quiet: !byHand && byMail,
    remindAfterDays: byHand || byMail,
    dailyQuota: trigger === 'schedule' && byMail,
  };
}

/** What is sent. What cannot be read as a number is sent as it is, and refused there with the rest. */
export function surveyOfDraft(draft: SurveyDraft) {
  const { questions, channels, condition, follows, atMost, assign, userId, dueInHours, ...rest } = draft;
  return {
    ...rest,
    channels: draft.trigger === 'hand' ? [] : [...channels],
    questions: questions.map((question) => ({ ...question, options: [...question.options] })),
    condition: conditionOf(condition) as SurveyTerms['condition'],
    ...timesOf(draft),
    followUp: follows
      ? {
          atMost: numberIn(atMost),
          assign,
          userId: assign === 'person' && userId ? userId : null,
          dueInHours: numberIn(dueInHours),
        }
      : null,
  };
}

function timesOf(draft: SurveyDraft) {
  const means = settingsOf(draft);
  const reminds = means.remindAfterDays && draft.remindAfterDays.trim() !== '';
  return {
    delayMinutes: means.delay ? (minutesIn(draft.delay) ?? -1) : 0,
    throttleDays: means.throttleDays ? numberIn(draft.throttleDays) : 0,
    quiet: means.quiet ? quietOf(draft.quietFrom, draft.quietUntil) : null,
    expireDays: numberIn(draft.expireDays),
    remindAfterDays: reminds ? numberIn(draft.remindAfterDays) : null,
    dailyQuota: means.dailyQuota ? numberIn(draft.dailyQuota) : NEW.dailyQuota,
  };
}

/** Only one of both cannot be read, and is refused there with the rest. */
function quietOf(from: string, until: string) {
  if (from === '' && until === '') return null;
  return { from: minuteOf(from) ?? -1, until: minuteOf(until) ?? -1 };
}

const numberIn = (text: string): number => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : -1);

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

const shortKey = (): string =>
  `k${newKey()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(-10)}`;

/** A new question of the workspace's own. */
export const newQuestion = (): Question => ({
  id: shortKey(),
  kind: 'choice',
  required: false,
  texts: NO_TEXTS,
  options: [newOption(), newOption()],
});

export const newOption = () => ({ id: shortKey(), texts: NO_TEXTS });
