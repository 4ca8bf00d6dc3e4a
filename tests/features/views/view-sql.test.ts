import { expect, test } from 'vitest';
import { isMetBy, type RuleComparison } from '@/domain/condition/explain';
import { ticketFieldId, ticketFieldName } from '@/domain/condition/own-fields';
import {
  isDateOperator,
  RULE_FIELDS,
  type RuleField,
  ruleNeedsNoValue,
  takesNumber,
} from '@/domain/condition/rule-fields';
import {
  dayAt,
  forPerson,
  isMoment,
  type MomentName,
  SPANS,
  type Span,
  spanDays,
  spanRange,
  VIEW_FIELDS,
  type ViewComparison,
  type ViewCondition,
  viewOperatorsOf,
} from '@/domain/condition/view-fields';
import { factsAt, NO_EVENT, ticketFacts } from '@/features/rules/facts';
import { tablesFor, viewBounds, viewSql } from '@/features/views/view-sql';
import { joinSql, sql } from '@/server/db/sql';
import { newField } from '../fields/support';
import { newRuleDesk, type RuleDesk } from '../rules/support';

const ZONE = 'Europe/Riga';
const DAYS = ['2026-03-02', '2026-03-03', '2026-03-30'];

/** The same numbers each time (mulberry32). */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { below, oneOf: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item };
}
type Dice = ReturnType<typeof dice>;

async function population({ world, agent, set, reply }: RuleDesk, random: Dice) {
  const owner = await world.member({ role: 'owner' });
  const dayField = await newField(owner, { key: 'wanted', kind: 'date', names: { en: 'Wanted' } });
  const teams = [await world.team('One'), await world.team('Two')];
  for (let each = 0; each < 25; each++) {
    world.pass(3600 * random.below(60));
    const { ticketId } = await world.ticket(agent, {
      subject: random.oneOf(['kettle', 'Őszi', 'panasz']),
      priority: random.oneOf(['low', 'normal', 'urgent']),
      teamId: random.oneOf([...teams, null]),
      assigneeId: random.oneOf([agent.actor.id, null]),
      tags: random.oneOf([[], ['red'], ['red', 'blue']]),
      fields: random.below(2) ? { [dayField]: random.oneOf(['2026-03-30', '2026-03-01', '2026-04-02']) } : {},
    });
    if (random.below(3) === 0) await reply(ticketId, random.oneOf(['pending', 'solved']));
    if (random.below(4) === 0) await set(ticketId, { status: random.oneOf(['open', 'on_hold', 'solved']) });
  }
  const tags = await world.db.tag.findMany({ where: { workspaceId: world.workspaceId } });
  return { dayField, teams, tags: tags.map(({ id }) => id) };
}
type Known = Awaited<ReturnType<typeof population>>;

function leaf(random: Dice, { dayField, teams, tags }: Known): ViewComparison {
  if (random.below(6) === 0) {
    return { field: ticketFieldName(dayField), operator: 'within', values: [random.oneOf(SPANS)] };
  }
  const field = random.oneOf(VIEW_FIELDS);
  const operator = random.oneOf(viewOperatorsOf(field));
  if (ruleNeedsNoValue(operator)) return { field, operator };
  if (operator === 'within') return { field, operator, values: [random.oneOf(SPANS)] };
  if (isDateOperator(operator)) return { field, operator, values: [random.oneOf(DAYS)] };
  if (takesNumber(operator)) return { field, operator, values: [random.oneOf(['0', '1', '600', '20000'])] };
  const references: Record<string, readonly string[]> = {
    assigneeId: ['me', dayField],
    teamId: ['my_teams', ...teams],
    tagIds: tags,
  };
  const known = isMoment(field) ? undefined : (RULE_FIELDS[field] as RuleField).values;
  const pool = known ?? references[field] ?? ['kettle', 'őszi', 'x'];
  return { field, operator, values: [random.oneOf(pool), random.oneOf(pool)] };
}

function tree(random: Dice, known: Known, depth = 3): ViewCondition {
  const shape = depth === 0 ? 3 : random.below(6);
  const parts = () => Array.from({ length: random.below(4) }, () => tree(random, known, depth - 1));
  if (shape === 0) return { all: parts() };
  if (shape === 1) return { any: parts() };
  if (shape === 2) return { not: tree(random, known, depth - 1) };
  return leaf(random, known);
}

type Ticket = Awaited<ReturnType<typeof tickets>>[number];

/** The tickets with all that a condition may look at, read once. */
async function tickets({ world }: RuleDesk) {
  const where = sql`t."workspaceId" = ${world.workspaceId}::uuid`;
  const facts = await ticketFacts(world.db, { which: where, now: world.now() });
  const rows = await world.db.ticket.findMany({ where: { workspaceId: world.workspaceId } });
  return facts.map((fact) => {
    const row = rows.find(({ id }) => id === fact.id);
    if (!row) throw new Error('no row');
    const moments: Record<MomentName, Date | null> = {
      createdOn: row.createdAt,
      changedOn: row.touchedAt,
      customerWroteOn: row.lastCustomerAt,
      repliedOn: row.lastReplyAt,
      solvedOn: row.solvedAt,
      dueOn: row.nextDueAt,
      promisedFor: row.promiseDueAt,
      snoozedUntil: row.snoozedUntil,
    };
    return { fact, moments };
  });
}

/** What a condition means, said once more without a database. */
function meets(condition: ViewCondition, ticket: Ticket, now: Date): boolean {
  if ('all' in condition) return condition.all.every((part) => meets(part, ticket, now));
  if ('any' in condition) return condition.any.some((part) => meets(part, ticket, now));
  if ('not' in condition) return !meets(condition.not, ticket, now);
  return leafMeets(condition, ticket, now);
}

type Asked = Readonly<{ value: string; now: Date }>;

function momentMeets(at: Date | null, operator: string, { value, now }: Asked): boolean {
  if (operator === 'is_empty' || at === null) return (at === null) === (operator === 'is_empty');
  if (operator === 'date_from') return dayAt(at, ZONE) >= value;
  if (operator === 'date_before') return dayAt(at, ZONE) < value;
  return operator === 'is_set' || isBetween(at, spanRange(value as Span, now, ZONE));
}

function leafMeets(condition: ViewComparison, ticket: Ticket, now: Date): boolean {
  const { field, operator, values = [] } = condition;
  const span = values[0] as Span;
  if (isMoment(field)) return momentMeets(ticket.moments[field], operator, { value: span, now });
  if (operator === 'within') {
    const day = ticket.fact.own[ticketFieldId(field as `ticket.${string}`)];
    return typeof day === 'string' && isBetween(day, spanDays(span, '2026-04-01'));
  }
  return isMetBy(condition as RuleComparison, {
    facts: factsAt(ticket.fact, { event: NO_EVENT, hours: null, now }),
    changes: { fields: {}, tagsAdded: [], tagsRemoved: [] },
    clock: { now, hours: null },
  });
}

function isBetween<At extends string | Date>(at: At, { from, until }: { from: At | null; until: At | null }) {
  return (from === null || at >= from) && (until === null || at < until);
}

test('SQL selects what the condition means, whoever looks, for hundreds of trees', async () => {
  const desk = await newRuleDesk();
  const random = dice(7);
  const known = await population(desk, random);
  const { world, agent } = desk;
  world.pass((Date.parse('2026-04-01T10:00:00Z') - world.now().getTime()) / 1000);
  const all = await tickets(desk);
  const person = { id: agent.actor.id, teamIds: known.teams.slice(0, 1) };
  const at = { now: world.now(), timeZone: ZONE };
  let met = 0;
  for (let each = 0; each < 250; each++) {
    const condition = forPerson(tree(random, known), person);
    const where = joinSql([...viewBounds(world.workspaceId, condition), viewSql(condition, at)], ' and ');
    const rows = await world.db.$queryRaw<
      { id: string }[]
    >`select t.id from ${tablesFor(condition)} where ${where}`;
    const wanted = all.filter((ticket) => !ticket.fact.spam && meets(condition, ticket, at.now));
    met += wanted.length;
    expect(new Set(rows.map(({ id }) => id)), JSON.stringify(condition)).toEqual(
      new Set(wanted.map(({ fact }) => fact.id)),
    );
  }
  expect(met).toBeGreaterThan(500);
});
