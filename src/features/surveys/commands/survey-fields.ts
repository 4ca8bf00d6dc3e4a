import { z } from 'zod';
import {
  FOLLOW_UP_ASSIGNEES,
  QUESTION_KINDS,
  RELATIONSHIP_DAYS,
  SURVEY_CHANNELS,
  SURVEY_KINDS,
  SURVEY_TRIGGERS,
  scaleOf,
  textIn,
} from '@/domain/survey/survey';
import { conditionInput } from '@/features/sla/commands/fields';

const text = z.string().trim().max(500).default('');
const texts = z.strictObject({ en: text, hu: text, lv: text });
const NO_TEXTS = { en: '', hu: '', lv: '' };
const minute = z.int().min(0).max(1439);
/** Ids of questions and options stay with their answers; they go into form names. */
const key = z.string().regex(/^[a-z0-9-]{1,40}$/);

const option = z.strictObject({ id: key, texts });
const question = z
  .strictObject({
    id: key,
    kind: z.enum(QUESTION_KINDS),
    required: z.boolean().default(false),
    texts,
    options: z.array(option).max(20).default([]),
  })
  .refine(({ texts }) => textIn(texts, 'en') !== '', { path: ['texts'] })
  .refine(({ kind, options }) => kind !== 'choice' || options.length > 1, { path: ['options'] })
  .refine(({ options }) => options.every(({ texts }) => textIn(texts, 'en') !== ''), { path: ['options'] });

const followUp = z.strictObject({
  atMost: z.int().min(0).max(10),
  assign: z.enum(FOLLOW_UP_ASSIGNEES).default('team_lead'),
  userId: z.uuid().nullable().default(null),
  dueInHours: z.int().min(1).max(720).default(24),
});

/** The parts of a survey as forms and programs give them. */
export const surveyShape = z.object({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(SURVEY_KINDS),
  /** How many steps the scale of `csat` has; other kinds have scales of their own. */
  steps: z.union([z.literal(2), z.literal(3), z.literal(5)]).default(5),
  /** Empty texts ask in the shipped words. */
  question: texts.default(NO_TEXTS),
  questions: z.array(question).max(10).default([]),
  trigger: z.enum(SURVEY_TRIGGERS).default('solved'),
  /** Absent: everywhere about solutions, by mail on a schedule, nowhere by itself where it is asked by hand. */
  channels: z.array(z.enum(SURVEY_CHANNELS)).max(3).optional(),
  condition: conditionInput.nullable().default(null),
  delayMinutes: z.int().min(0).max(43_200).default(60),
  throttleDays: z.int().min(0).max(730).default(14),
  /** Minutes of the customer's day between which no mail leaves. */
  quiet: z.strictObject({ from: minute, until: minute }).nullable().default({ from: 1200, until: 480 }),
  expireDays: z.int().min(1).max(90).default(30),
  remindAfterDays: z.int().min(1).max(89).nullable().default(null),
  dailyQuota: z.int().min(1).max(10_000).default(50),
  followUp: followUp.nullable().default(null),
  active: z.boolean().default(false),
});

type Shape = z.output<typeof surveyShape>;
type Settled = Shape & Readonly<{ channels: NonNullable<Shape['channels']> }>;

const PLACES = {
  solved: ['email', 'chat', 'portal'],
  schedule: ['email'],
  hand: [],
} as const satisfies Readonly<Record<Shape['trigger'], Settled['channels']>>;

/** What would do nothing is not kept: a survey that is asked by hand waits for nothing, and without mails there is nothing to hold. */
function settled(given: Shape): Settled {
  const fields = { ...given, channels: given.channels ?? [...PLACES[given.trigger]] };
  const byHand = fields.trigger === 'hand';
  const byMail = fields.channels.includes('email');
  return {
    ...fields,
    throttleDays: byHand ? 0 : fields.throttleDays,
    delayMinutes: byHand || (fields.trigger === 'solved' && !byMail) ? 0 : fields.delayMinutes,
    quiet: byMail ? fields.quiet : null,
  };
}

type Rule = readonly [path: string, error: string, holds: (fields: Settled) => boolean];

const RULES: readonly Rule[] = [
  [
    'trigger',
    '`nps` is asked on a schedule or by hand',
    ({ kind, trigger }) => kind !== 'nps' || trigger !== 'solved',
  ],
  [
    'trigger',
    'only `nps` is asked on a schedule',
    ({ kind, trigger }) => trigger !== 'schedule' || kind === 'nps',
  ],
  [
    'throttleDays',
    `on a schedule a customer is asked every ${RELATIONSHIP_DAYS} days at most`,
    ({ trigger, throttleDays }) => trigger !== 'schedule' || throttleDays >= RELATIONSHIP_DAYS,
  ],
  [
    'channels',
    'at least one, unless it is asked by hand, and then none',
    ({ trigger, channels }) => (trigger === 'hand') === (channels.length === 0),
  ],
  [
    'question',
    'an own question needs a text',
    ({ kind, question }) => kind !== 'custom' || textIn(question, 'en') !== '',
  ],
  [
    'quiet',
    'they begin and end at different times',
    ({ quiet }) => quiet === null || quiet.from !== quiet.until,
  ],
  [
    'remindAfterDays',
    'a reminder goes by mail, before the time to answer ends',
    ({ trigger, channels, remindAfterDays, expireDays }) =>
      remindAfterDays === null ||
      (remindAfterDays < expireDays && (trigger === 'hand' || channels.includes('email'))),
  ],
  [
    'followUp.userId',
    'names the person',
    ({ followUp: wished }) => wished?.assign !== 'person' || wished.userId !== null,
  ],
  [
    'followUp.atMost',
    'lies on the scale, and is not its best score',
    (fields) => !fields.followUp || isOnScale(fields.followUp.atMost, fields),
  ],
  [
    'questions',
    'each has an id of its own',
    ({ questions }) => new Set(questions.map(({ id }) => id)).size === questions.length,
  ],
];

function isOnScale(score: number, fields: Settled): boolean {
  const { from, to } = scaleOf(fields);
  return score >= from && score < to;
}

/** A survey as forms and programs give it. */
export const surveyFields = surveyShape.transform(settled).superRefine((fields, ctx) => {
  for (const [path, message, holds] of RULES)
    if (!holds(fields)) ctx.addIssue({ code: 'custom', path: path.split('.'), message });
});
export type SurveyFields = z.output<typeof surveyFields>;
