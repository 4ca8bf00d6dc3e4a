import { moodOf, type SurveyTerms, scaleOf } from '@/domain/survey/survey';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { planSurveys } from '@/features/surveys/commands/plan-surveys';
import { saveSurvey } from '@/features/surveys/commands/save-survey';
import { surveyFields } from '@/features/surveys/commands/survey-fields';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import type { StaffContext } from '@/server/context';
import { inviteToken, inviteTokenHash } from '@/server/crypto/survey-token';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';
import { COMMENTS } from './survey-comments';

const DAY = 86_400_000;
const followUp = { atMost: 2, assign: 'team_lead', dueInHours: 24 };

const SURVEYS = [
  {
    name: 'Satisfaction after a solution',
    kind: 'csat',
    delayMinutes: 60,
    remindAfterDays: 5,
    followUp,
    questions: [
      {
        id: 'best',
        kind: 'choice',
        required: false,
        texts: {
          en: 'What mattered most to you?',
          hu: 'Mi számított a legtöbbet?',
          lv: 'Kas jums bija svarīgākais?',
        },
        options: [
          { id: 'speed', texts: { en: 'Speed', hu: 'Gyorsaság', lv: 'Ātrums' } },
          { id: 'kindness', texts: { en: 'Friendliness', hu: 'Kedvesség', lv: 'Laipnība' } },
          { id: 'knowledge', texts: { en: 'Knowledge', hu: 'Szakértelem', lv: 'Zināšanas' } },
        ],
      },
    ],
  },
  {
    name: 'Was it easy?',
    kind: 'ces',
    delayMinutes: 24 * 60,
    throttleDays: 30,
    followUp: { ...followUp, atMost: 3, assign: 'manager' },
  },
  { name: 'Resolved at first contact', kind: 'resolved', trigger: 'hand' },
  {
    name: 'Would you recommend us?',
    kind: 'nps',
    trigger: 'schedule',
    throttleDays: 90,
    delayMinutes: 7 * 24 * 60,
    dailyQuota: 20,
    followUp: { ...followUp, atMost: 6, assign: 'manager', dueInHours: 48 },
  },
  {
    name: 'How was the delivery?',
    kind: 'custom',
    trigger: 'hand',
    question: {
      en: 'How was the delivery of your machine?',
      hu: 'Milyen volt a gép kiszállítása?',
      lv: 'Kā jums patika aparāta piegāde?',
    },
  },
] as const;

/** Surveys of all kinds that are on, a quarter of answers with words in three languages, and follow-ups open and done. */
export async function buildSurveys(db: Db, cast: Cast, now: Date): Promise<void> {
  const since = new Date(now.getTime() - 100 * DAY);
  const ctx = staff(db, cast, { key: 'eszter', role: 'owner', at: since });
  const tickets = await askedTickets(db, cast);
  for (const [index, fields] of SURVEYS.entries()) {
    const saved = await saveSurvey(ctx, surveyFields.parse({ ...fields, active: true }));
    if (!saved.ok) throw new Error(saved.error.code);
    const terms: SurveyTerms = surveyFields.parse(fields);
    const { surveyId } = saved.value;
    await buildAnswers(db, cast, { terms, surveyId, tickets, now, dice: diceOf(index + 7) });
  }
  await buildFollowUps(db, cast, now);
}

type At = Readonly<{ key: string; role: 'owner' | 'manager'; at: Date }>;

function staff(db: Db, { users, workspaceId }: Cast, { key, role, at }: At): StaffContext {
  const user = users.get(key);
  if (!user) throw new Error(`the demo has no ${key}`);
  const actor = { kind: 'user', id: user.id, name: user.name, role, scope: 'all', teamIds: [] } as const;
  return { db, workspaceId, actor, now: () => at, newId };
}

const askedTickets = (db: Db, { workspaceId }: Cast) =>
  db.ticket.findMany({
    where: { workspaceId, spam: false, mergedIntoId: null, firstRepliedAt: { not: null } },
    orderBy: { number: 'asc' },
    select: { id: true, requesterId: true, assigneeId: true, teamId: true, language: true, reopens: true },
  });

type Asked = Readonly<{
  terms: SurveyTerms;
  surveyId: string;
  tickets: Awaited<ReturnType<typeof askedTickets>>;
  now: Date;
  dice: () => number;
}>;

const MANY: Readonly<Record<SurveyTerms['kind'], number>> = {
  csat: 190,
  ces: 90,
  resolved: 60,
  nps: 110,
  custom: 30,
};

/** Who was asked within the last 90 days, and what they answered: most are content, and not everybody answers. */
async function buildAnswers(db: Db, { workspaceId }: Cast, asked: Asked): Promise<void> {
  const { terms, tickets } = asked;
  const customers = [...new Map(tickets.map((each) => [each.requesterId, each])).values()];
  const about = terms.kind === 'nps' ? customers : tickets;
  const pairs = Array.from({ length: Math.ceil(MANY[terms.kind] * 1.9) }, () =>
    askingOf(workspaceId, about[Math.floor(asked.dice() * about.length)], asked),
  ).filter((pair) => pair !== null);
  await db.surveyInvite.createMany({ data: pairs.map(({ invite }) => invite) });
  await db.surveyAnswer.createMany({ data: pairs.flatMap(({ answer }) => answer ?? []) });
}

function askingOf(workspaceId: string, ticket: Asked['tickets'][number] | undefined, asked: Asked) {
  if (!ticket) return null;
  const { terms, surveyId, now, dice } = asked;
  const id = newId();
  const sentAt = new Date(now.getTime() - (dice() * 88 + 0.5) * DAY);
  const at = new Date(Math.min(sentAt.getTime() + dice() * 2 * DAY, now.getTime() - 3_600_000));
  const isAnswered = dice() < 0.53;
  const locale = ticket.language ?? 'en';
  const who = { customerId: ticket.requesterId, locale, ...aboutOf(terms, ticket) };
  const invite = {
    ...{ workspaceId, id, surveyId, surveyVersion: 1, ...who, episode: ticket.reopens },
    channel: terms.trigger === 'hand' ? ('link' as const) : ('email' as const),
    state: isAnswered ? ('answered' as const) : stateOf(sentAt, now, dice),
    ...{ tokenHash: inviteTokenHash(id), dueAt: sentAt, sentAt, createdAt: sentAt },
    answeredAt: isAnswered ? at : null,
    expiresAt: new Date(sentAt.getTime() + 30 * DAY),
  };
  const answer = {
    workspaceId,
    inviteId: id,
    surveyId,
    ...who,
    ...said(terms, locale, dice),
    at,
    changedAt: at,
  };
  return { invite, answer: isAnswered ? answer : null };
}

/** A question about the relationship is about no ticket and nobody of ours. */
const aboutOf = (terms: SurveyTerms, { id, assigneeId, teamId }: Asked['tickets'][number]) =>
  terms.kind === 'nps'
    ? { ticketId: null, agentId: null, teamId: null }
    : { ticketId: id, agentId: assigneeId, teamId };

function stateOf(sentAt: Date, now: Date, dice: () => number): 'bounced' | 'expired' | 'sent' {
  if (dice() < 0.04) return 'bounced';
  return now.getTime() - sentAt.getTime() > 30 * DAY ? 'expired' : 'sent';
}

function said(terms: SurveyTerms, locale: string, dice: () => number) {
  const { from, to } = scaleOf(terms);
  // Most people are content: the better of two throws, now and then the worse one.
  const [one, other] = [dice(), dice()];
  const lucky = dice() < 0.85 ? Math.max(one, other) : Math.min(one, other);
  const score = Math.min(to, from + Math.floor(Math.sqrt(lucky) * (to - from + 1)));
  const mood = moodOf(score, terms);
  const words = COMMENTS[locale]?.[mood] ?? [];
  const comment = dice() < 0.45 ? (words[Math.floor(dice() * words.length)] ?? '') : '';
  const options = terms.questions[0]?.options ?? [];
  const option = dice() < 0.6 ? options[Math.floor(dice() * options.length)] : undefined;
  const answers: Record<string, string> =
    option && terms.questions[0] ? { [terms.questions[0].id]: option.id } : {};
  return { score, mood, comment, hasComment: comment !== '', answers };
}

const LOW = [
  'Still drips. I was told to try the same thing twice.',
  'Solīja atzvanīt, bet neatzvanīja.',
  'Visszahívást ígértek, senki sem hívott.',
  '',
  'Nobody told me that the part was out of stock.',
  'Aparāts joprojām tek.',
];

/** Low scores of the last days, answered as customers do it; some of what they set off is done, and one is late. */
async function buildFollowUps(db: Db, cast: Cast, now: Date): Promise<void> {
  const { workspaceId } = cast;
  const waiting = await db.surveyInvite.findMany({
    where: {
      workspaceId,
      state: 'sent',
      channel: 'email',
      ticketId: { not: null },
      survey: { kind: 'csat' },
    },
    orderBy: { sentAt: 'desc' },
    take: LOW.length,
    select: { id: true },
  });
  for (const [index, { id }] of waiting.entries()) {
    const at = new Date(now.getTime() - (index * 9 + 3) * 3_600_000);
    const world = { db, now: () => at, newId };
    await answerSurvey(world, {
      token: inviteToken(id),
      score: String((index % 2) + 1),
      answers: {},
      comment: LOW[index] ?? '',
    });
    const task = await db.surveyFollowUp.findUnique({
      where: { workspaceId_inviteId: { workspaceId, inviteId: id } },
      select: { ticketId: true },
    });
    if (task && index % 3 === 2)
      await solve(staff(db, cast, { key: 'peter', role: 'manager', at: now }), task.ticketId);
  }
}

async function solve(ctx: StaffContext, ticketId: string): Promise<void> {
  await changeTicket(ctx, { ticketId, status: 'solved' });
  await planSurveys({ ...ctx, actor: { kind: 'system', id: 'schedule', name: 'schedule' } }, { ticketId });
}

/** The same throws for every demo. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
