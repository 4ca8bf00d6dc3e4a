import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctFocus } from '@/features/focus/commands/correct-focus';
import { recordFocus } from '@/features/focus/commands/record-focus';
import { linkVisit } from '@/features/knowledge/commands/link-visit';
import { recordIntent, recordSeen } from '@/features/knowledge/help-session';
import { noteEverything } from '@/features/metrics/commands/count-changes';
import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import { driftedSums } from '@/features/metrics/drift';
import { metricOverview } from '@/features/metrics/queries';
import { logCall } from '@/features/phone/commands/log-call';
import { logCallInput } from '@/features/phone/inputs';
import { makePromise } from '@/features/promises/commands/make-promise';
import { sweepPromises } from '@/features/promises/commands/sweep-promises';
import { promiseInput } from '@/features/promises/inputs';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { createInvite } from '@/features/surveys/commands/create-invite';
import { inviteToken } from '@/server/crypto/survey-token';
import type { Desk } from '../sla/support';
import { survey } from '../surveys/support';
import { everything, newNumbers } from './support';

type Place = Readonly<{
  desk: Desk;
  surveys: readonly string[];
  invites: string[];
  tickets: string[];
  which: number;
}>;
const pick = <Value>(list: readonly Value[], which: number) => list[which % Math.max(1, list.length)];
const scope = ({ world }: Desk) => ({ db: world.db, workspaceId: world.workspaceId, now: world.now });

/** What happens beside the words on a ticket; each may find nothing to do. */
const STEPS: readonly ((place: Place) => Promise<unknown>)[] = [
  async ({ desk, tickets, which }) => {
    const requester = { email: `c${which % 4}@customer.test`, name: 'Anna' };
    tickets.push(
      (await desk.world.ticket(desk.agent, { kind: 'inbound', requester, assigneeId: desk.agent.actor.id }))
        .ticketId,
    );
  },
  async ({ desk, surveys, invites, tickets, which }) => {
    const wish = {
      ticketId: pick(tickets, which) ?? '',
      surveyId: pick(surveys, which) ?? '',
      send: which % 3 > 0,
    };
    const made = wish.ticketId ? await createInvite(desk.agent, wish) : null;
    if (made?.ok) invites.push(made.value.inviteId);
  },
  async ({ desk, invites, which }) => {
    const invite = pick(invites, which);
    const world = { db: desk.world.db, now: desk.world.now, newId: desk.agent.newId };
    const score = String(which % 6);
    if (invite) await answerSurvey(world, { token: inviteToken(invite), score, answers: {}, comment: '' });
  },
  async ({ desk, tickets, which }) => {
    const dueAt = new Date(desk.world.now().getTime() + (1 + (which % 5)) * 3_600_000);
    const ticketId = pick(tickets, which);
    if (ticketId) await makePromise(desk.agent, promiseInput.parse({ ticketId, about: 'answer', dueAt }));
  },
  ({ desk, tickets, which }) =>
    pick(tickets, which) ? desk.reply(pick(tickets, which) ?? '') : Promise.resolve(),
  ({ desk, which }) => {
    const call = {
      direction: 'inbound',
      outcome: which % 4 === 0 ? 'missed' : 'completed',
      number: '06 30 123 4567',
    };
    return logCall(
      desk.agent,
      logCallInput.parse({
        ...{ ...call, talkSeconds: which * 10, wrapUpSeconds: which },
        // Some are told days later.
        ...(which % 3 === 0 && { startedAt: new Date(desk.world.now().getTime() - 3 * 86_400_000) }),
      }),
    );
  },
  async ({ desk, which }) => {
    const id = desk.agent.newId();
    await recordIntent(scope(desk), { id, intent: 'search', locale: 'en' });
    if (which % 2 === 0) await recordSeen(scope(desk), { id, articleId: null });
    const ticket = await desk.world.db.ticket.findFirst({ where: { workspaceId: desk.world.workspaceId } });
    if (which % 5 === 0 && ticket)
      await linkVisit(
        { ...scope(desk), sessionId: id },
        { ticketId: ticket.id, customerId: ticket.requesterId },
      );
  },
  async ({ desk, tickets, which }) => {
    const ticketId = pick(tickets, which);
    if (ticketId) await desk.change(ticketId, { addTags: [which % 2 === 0 ? 'grinder' : 'parcel'] });
  },
  ({ desk }) => sweepPromises({ db: desk.world.db, newId: desk.agent.newId }, desk.world.now()),
  async ({ desk, tickets, which }) => {
    const beats = [which, which + 3].flatMap((each) => {
      const ticketId = pick(tickets, each);
      return ticketId ? [{ sessionId: desk.agent.newId(), ticketId, seconds: 7 + each * 5 }] : [];
    });
    if (beats.length > 0) await recordFocus(desk.agent, { beats: [...beats, ...beats] });
  },
  async ({ desk, tickets, which }) => {
    const ticketId = pick(tickets, which);
    if (ticketId) await correctFocus(desk.agent, { ticketId, minutes: which % 9, reason: 'Called back' });
  },
  async ({ desk, tickets, which }) => {
    const ticketId = pick(tickets, which);
    if (ticketId) await desk.reply(ticketId, 'solved');
  },
];

/** How often each happens: customers are asked and answer more than all else. */
const DRAWN = [0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9, 9, 9, 10, 11, 11];

/** Some customers are there from the beginning. */
const BEGINNING = [0, 1, 2, 3, 4, 5].map((which): [number, number, number] => [0, which, 5]);

const histories = fc.sample(
  fc.noBias(
    fc.array(fc.tuple(fc.constantFrom(...DRAWN), fc.nat(40), fc.integer({ min: 1, max: 400 })), {
      minLength: 100,
      maxLength: 100,
    }),
  ),
  { numRuns: 4, seed: 6 },
);

async function live(steps: readonly (readonly [number, number, number])[]) {
  const numbers = await newNumbers('2019-05-06T09:00:00Z');
  const { desk } = numbers;
  await saveMetricSettings(desk.owner, { measureFocus: true });
  const surveys = [
    await survey(desk.owner, { name: 'C', kind: 'csat' }),
    await survey(desk.owner, { name: 'E', kind: 'ces' }),
    await survey(desk.owner, { name: 'R', kind: 'resolved' }),
  ];
  const place = { desk, surveys, invites: [] as string[], tickets: [] as string[] };
  for (const [index, [step, which, minutes]] of [...BEGINNING, ...steps].entries()) {
    desk.world.pass(minutes * 60);
    await STEPS[step]?.({ ...place, which });
    if (index % 20 === 0) await numbers.count();
  }
  desk.world.pass(7 * 86_400);
  await numbers.count();
  return numbers;
}

/** The same numbers by plain SQL over the tables of each feature, without anything of the engine. */
const plainly = async ({ world: { db, workspaceId } }: Desk) => {
  const [row] = await db.$queryRaw<Record<string, number | null>[]>`
    with answers as (
      select s.kind, a.score from "SurveyAnswer" a
      join "SurveyDefinition" s on s."workspaceId" = a."workspaceId" and s.id = a."surveyId"
      where a."workspaceId" = ${workspaceId}::uuid)
    select (select avg(case when score >= 4 then 1.0 else 0 end)::float from answers where kind = 'csat') as csat,
      (select avg(score)::float from answers where kind = 'ces') as ces,
      (select avg(score)::float from answers where kind = 'resolved') as fcr_e,
      (select avg(case when a."inviteId" is null then 0.0 else 1 end)::float from "SurveyInvite" i
        left join "SurveyAnswer" a on a."workspaceId" = i."workspaceId" and a."inviteId" = i.id
        where i."workspaceId" = ${workspaceId}::uuid and i.channel = 'email' and i."sentAt" is not null) as survey_response,
      (select avg(case when "brokenAt" is null then 1.0 else 0 end)::float from "TicketPromise"
        where "workspaceId" = ${workspaceId}::uuid and ("keptAt" is not null or "brokenAt" is not null)) as kept_promises,
      (select avg(("talkSeconds" + "holdSeconds" + "wrapUpSeconds") / 60.0)::float from "CallLog"
        where "workspaceId" = ${workspaceId}::uuid and completion = 'completed') as call_handle,
      (select avg(case when v."seenAt" is not null and not exists (
          select 1 from "Ticket" t where t."workspaceId" = v."workspaceId"
            and (t.id = v."ticketId" or t."requesterId" = v."customerId")
            and t."createdAt" >= v."intentAt" and t."createdAt" < v."intentAt" + interval '24 hours') then 1.0 else 0 end)::float
        from "HelpSession" v where v."workspaceId" = ${workspaceId}::uuid) as deflection,
      (select avg(minutes)::float from (
        select sum(f.seconds) / 60.0 as minutes from "FocusSession" f
        join "Ticket" t on t."workspaceId" = f."workspaceId" and t.id = f."ticketId"
          and exists (select 1 from "TicketEvent" s where s."workspaceId" = t."workspaceId" and s."ticketId" = t.id
            and s.type = 'ticket.status_changed' and s.data->>'to' = 'solved')
        where f."workspaceId" = ${workspaceId}::uuid and (f.reason is not null or f."startedAt" <= (
          select max(e.at) from "TicketEvent" e where e."workspaceId" = t."workspaceId" and e."ticketId" = t.id
            and e.type = 'ticket.status_changed' and e.data->>'to' = 'solved'))
        group by f."ticketId" having sum(f.seconds) > 0) handled) as ticket_handle`;
  return row ?? {};
};

const TITLE =
  'feedback, promises, calls, visits and handle times at random are what plain SQL counts, at once and counted again: history $run';

test.each(histories.map((steps, run) => ({ run, steps })))(TITLE, { timeout: 60_000 }, async ({ steps }) => {
  const { desk, manager, count } = await live(steps);
  const { db, workspaceId } = desk.world;
  const plain = await plainly(desk);
  const names = [
    'csat',
    'ces',
    'fcr_e',
    'survey_response',
    'kept_promises',
    'call_handle',
    'deflection',
    'ticket_handle',
  ] as const;
  const values = await metricOverview(manager, [...names], {
    period: { from: '2019-01-01', to: '2019-12-31' },
  });
  const told = (value: number | null | undefined) => value?.toFixed(6);
  expect(Object.fromEntries(values.map(({ metric, value }) => [metric, told(value)]))).toEqual(
    Object.fromEntries(names.map((name) => [name, told(plain[name])])),
  );
  expect(values.filter(({ value }) => value !== null).length).toBeGreaterThanOrEqual(6);
  const kept = await everything(desk);
  await db.$transaction((tx) => noteEverything(tx, workspaceId));
  await count();
  expect(await everything(desk)).toEqual(kept);
  await db.metricFact.deleteMany({ where: { workspaceId } });
  await db.metricDay.deleteMany({ where: { workspaceId } });
  await db.metricSketch.deleteMany({ where: { workspaceId } });
  await db.$transaction((tx) => noteEverything(tx, workspaceId));
  await count();
  expect(await everything(desk)).toEqual(kept);
  expect(await db.$transaction((tx) => driftedSums(tx, { workspaceId, day: '2019-05-08' }))).toEqual([]);
});
