import { expect, test } from 'vitest';
import { isMetBy, type RuleComparison, type RuleCondition } from '@/domain/condition/explain';
import { OWN_OPERATORS, ownChangesOf, ticketFieldName } from '@/domain/condition/own-fields';
import {
  RULE_FIELDS,
  type RuleField,
  type RuleFieldName,
  type RuleOperator,
  ruleNeedsNoValue,
  ruleOperatorsOf,
  takesNumber,
} from '@/domain/condition/rule-fields';
import { FIELD_KINDS, type FieldKind } from '@/domain/field/field';
import { changesOf } from '@/domain/rule/wake';
import { openHours } from '@/domain/sla/business-time';
import { conditionSql } from '@/features/conditions/condition-sql';
import { TICKETS } from '@/features/conditions/ticket-tables';
import { type EventFacts, factsAt, NO_EVENT, surveyIn, ticketFacts } from '@/features/rules/facts';
import { type EventRow, savesOf } from '@/features/rules/history';
import { sql } from '@/server/db/sql';
import { newField } from '../fields/support';
import { newRuleDesk, type RuleDesk } from './support';

/** A small generator of numbers that gives the same ones each time (mulberry32). */
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

const FIELDS = Object.keys(RULE_FIELDS) as RuleFieldName[];
const WORDS = ['kettle', 'KETTLE', 'Őszi', 'őszi', 'číčā', 'ČĪČĀ', 'panasz', 'VIP', '%', '_', "it's", 'x'];
const MINUTES = ['0', '1', '45', '600', '1440', '4000', '20000'];

const HOURS = openHours({
  timeZone: 'Europe/Budapest',
  week: [[], ...Array.from({ length: 5 }, () => [{ from: 540, to: 1020 }]), []],
  holidays: new Map([['2026-03-04', []]]),
  extraDays: new Map(),
});

type Where = Readonly<{
  ticketId: string;
  teams: readonly string[];
  fields: ReadonlyMap<string, FieldKind>;
}>;

/** Up to three things happen on a ticket. */
async function happen(desk: RuleDesk, random: Dice, { ticketId, teams, fields }: Where) {
  const set = (fields: Record<string, unknown>) => desk.set(ticketId, fields);
  const deeds: readonly (() => Promise<unknown>)[] = [
    () => desk.reply(ticketId, random.oneOf(['pending', 'solved', 'open'])),
    () => desk.customerWrites(ticketId, random.oneOf(WORDS), random.oneOf([null, 'auto_reply'])),
    () => set({ status: random.oneOf(['open', 'on_hold', 'solved']) }),
    () => set({ priority: random.oneOf(['low', 'urgent']), addTags: ['green'] }),
    () => set({ fields: ownValues(random, fields) }),
    () => set({ removeTags: ['red'], spam: random.below(2) === 0 }),
    () => set({ teamId: random.oneOf([...teams, null]), subject: random.oneOf(WORDS) }),
  ];
  for (let step = random.below(4); step > 0; step--) {
    desk.world.pass(60 * random.below(3000));
    await random.oneOf(deeds)();
  }
}

const OPTIONS = ['red', 'green', 'blue'].map((key) => ({ key, names: { en: key }, archived: false }));

/** One own field of each kind, by its id. */
async function ownFields({ world }: RuleDesk) {
  const owner = await world.member({ role: 'owner' });
  const fields = new Map<string, FieldKind>();
  for (const kind of FIELD_KINDS) {
    const options = kind.endsWith('choice') ? OPTIONS : [];
    const pattern = kind === 'pattern' ? '.{1,30}' : null;
    fields.set(await newField(owner, { key: kind, kind, options, pattern, names: { en: kind } }), kind);
  }
  return fields;
}

/** What stands in some of a ticket's own fields. */
function ownValues(random: Dice, fields: ReadonlyMap<string, FieldKind>) {
  const filled = [...fields].filter(() => random.below(2) === 0);
  return Object.fromEntries(filled.map(([id, kind]) => [id, random.oneOf(OWN_VALUES[kind])]));
}

const OWN_VALUES: Readonly<Record<FieldKind, readonly unknown[]>> = {
  text: WORDS,
  long_text: WORDS,
  pattern: WORDS,
  number: ['0', '-1.5', '12', '40'],
  date: ['2026-03-01', '2026-03-02', '1999-12-31'],
  choice: ['red', 'green'],
  multi_choice: [['red'], ['red', 'blue'], ['green', 'blue']],
  checkbox: [true, false],
};
const OWN_WANTED: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  number: ['0', '-1.5', '11.9', '40'],
  date: ['2026-03-01', '2026-03-02'],
  choice: ['red', 'green', 'blue'],
  multi_choice: ['red', 'green', 'blue'],
};

function ownLeaf(random: Dice, fields: ReadonlyMap<string, FieldKind>): RuleComparison {
  const [id, kind] = random.oneOf([...fields]);
  const field = ticketFieldName(id);
  const operator = random.oneOf<RuleOperator>([...OWN_OPERATORS[kind], ...ownChangesOf(kind)]);
  if (ruleNeedsNoValue(operator)) return { field, operator };
  const pool = OWN_WANTED[kind] ?? WORDS;
  const one = ['number', 'date'].includes(kind);
  const count = one ? 1 : 1 + random.below(2);
  return { field, operator, values: Array.from({ length: count }, () => random.oneOf(pool)) };
}

async function population(desk: RuleDesk, random: Dice) {
  const fields = await ownFields(desk);
  const { world, agent } = desk;
  const teams = [await world.team('One'), await world.team('Two')];
  const ids: string[] = [];
  for (let each = 0; each < 40; each++) {
    world.pass(60 * random.below(900));
    const { ticketId } = await world.ticket(agent, {
      subject: `${random.oneOf(WORDS)} ${random.oneOf(WORDS)}`,
      requester: {
        email: `${random.oneOf(['anna', 'bela', 'ilze'])}@customer.test`,
        name: random.oneOf(WORDS),
      },
      kind: random.oneOf(['inbound', 'note']),
      priority: random.oneOf(['low', 'normal', 'high', 'urgent']),
      type: random.oneOf(['question', 'complaint']),
      language: random.oneOf(['en', 'hu', null]),
      teamId: random.oneOf([...teams, null]),
      assigneeId: random.oneOf([agent.actor.id, null]),
      tags: random.oneOf([[], ['red'], ['red', 'blue'], ['blue']]),
      fields: ownValues(random, fields),
    });
    ids.push(ticketId);
    await happen(desk, random, { ticketId, teams, fields });
  }
  const tags = await world.db.tag.findMany({
    where: { workspaceId: world.workspaceId },
    select: { id: true },
  });
  const people = await world.db.customer.findMany({
    where: { workspaceId: world.workspaceId },
    select: { id: true },
  });
  await world.db.customer.updateMany({
    where: { workspaceId: world.workspaceId, displayName: { in: ['kettle', 'VIP', 'x'] } },
    data: { note: 'A vip, Őszi', locale: 'hu' },
  });
  const references: Record<string, readonly string[]> = {
    tagIds: tags.map(({ id }) => id),
    teamId: teams,
    assigneeId: [agent.actor.id ?? ''],
    requesterId: people.map(({ id }) => id),
    organizationId: [world.workspaceId],
    channelAccountId: [world.mailbox.id],
  };
  return { ids, references, fields };
}

type Known = Readonly<{
  references: Readonly<Record<string, readonly string[]>>;
  fields: ReadonlyMap<string, FieldKind>;
}>;

function leaf(random: Dice, { references, fields }: Known): RuleComparison {
  if (random.below(4) === 0) return ownLeaf(random, fields);
  const field = random.oneOf(FIELDS);
  const operator = random.oneOf(ruleOperatorsOf(field, 'trigger'));
  if (ruleNeedsNoValue(operator)) return { field, operator };
  if (takesNumber(operator)) {
    const number = RULE_FIELDS[field].kind === 'number' ? ['0', '1', '2'] : MINUTES;
    return { field, operator, values: [random.oneOf(number)] };
  }
  const { kind, values } = RULE_FIELDS[field] as RuleField;
  const known = values ?? references[field] ?? WORDS;
  const pool = kind.startsWith('reference') ? [...known, 'no id at all'] : known;
  return { field, operator, values: Array.from({ length: 1 + random.below(3) }, () => random.oneOf(pool)) };
}

function tree(random: Dice, known: Known, depth = 3): RuleCondition {
  const shape = depth === 0 ? 3 : random.below(6);
  const parts = () => Array.from({ length: random.below(4) }, () => tree(random, known, depth - 1));
  if (shape === 0) return { all: parts() };
  if (shape === 1) return { any: parts() };
  if (shape === 2) return { not: tree(random, known, depth - 1) };
  return leaf(random, known);
}

/** The newest save of each ticket, as the triggers would look at it. */
async function lastSaves(desk: RuleDesk, ids: readonly string[]) {
  const { db, workspaceId } = desk.world;
  const saves = new Map<string, ReturnType<typeof savesOf>[number]>();
  for (const ticketId of ids) {
    const rows = await db.ticketEvent.findMany({
      where: { workspaceId, ticketId },
      orderBy: { position: 'asc' },
    });
    const last = savesOf(rows as EventRow[]).at(-1);
    if (last) saves.set(ticketId, last);
  }
  return saves;
}

test('on random trees and tickets, SQL selects exactly the tickets that memory finds to meet the condition', async () => {
  const random = dice(20261122);
  const desk = await newRuleDesk();
  const { db, workspaceId } = desk.world;
  const { ids, ...known } = await population(desk, random);
  desk.world.pass(60 * random.below(2000));
  const now = desk.world.now();
  const facts = await ticketFacts(db, { which: sql`t."workspaceId" = ${workspaceId}::uuid`, now });
  const saves = await lastSaves(desk, ids);
  const messages = new Map(
    (await db.message.findMany({ where: { workspaceId } })).map((message) => [message.id, message]),
  );
  let [compared, met] = [0, 0];
  for (let round = 0; round < 400; round++) {
    const condition = tree(random, known);
    const clock = { now, hours: random.oneOf([HOURS, null]) };
    const ticket = random.oneOf(facts);
    const save = saves.get(ticket.id);
    if (!save) throw new Error('a ticket without history');
    const said = messages.get(save.messageId ?? '');
    const message = said
      ? {
          text: said.visibleText,
          direction: said.direction,
          author: said.authorKind,
          automated: said.automated !== null,
        }
      : null;
    const event: EventFacts = { message, changedBy: save.changedBy, survey: surveyIn(save.events) };
    const inMemory = facts
      .filter((each) => {
        const isSame = each.id === ticket.id;
        const view = {
          facts: factsAt(each, { event: isSame ? event : NO_EVENT, ...clock }),
          changes: changesOf(isSame ? save.events : []),
          clock,
        };
        return isMetBy(condition, view);
      })
      .map(({ id }) => id)
      .sort();
    const range = { from: save.from, to: save.to };
    const rows = await db.$queryRaw<{ id: string }[]>`select t.id from ${TICKETS}
      where t."workspaceId" = ${workspaceId}::uuid and ${conditionSql(condition, { clock, event: range })}`;
    expect(rows.map(({ id }) => id).sort(), JSON.stringify(condition)).toEqual(inMemory);
    compared += facts.length;
    met += inMemory.length;
  }
  expect(compared).toBe(16_000);
  // A test that finds none, or all, has compared nothing.
  expect(met / compared).toBeGreaterThan(0.1);
  expect(met / compared).toBeLessThan(0.9);
}, 120_000);
