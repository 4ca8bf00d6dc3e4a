import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullness, pointsOf, workKindOf } from '@/domain/routing/capacity';
import { canHold, chooseAgent } from '@/domain/routing/choose-agent';
import { agent, ask, CAPACITIES, NOTHING, WEIGHTS } from './given';

const choose = (...[asked, agents]: [ReturnType<typeof ask>, ReturnType<typeof agent>[]]) =>
  chooseAgent(asked, agents, WEIGHTS);

describe('who takes a ticket', () => {
  test('the one with the least load', () => {
    const busy = agent('a', { load: { ...NOTHING, mail: 3 } });
    const idle = agent('b', { load: { ...NOTHING, mail: 1 } });
    expect(choose(ask(), [busy, idle])).toEqual({
      agentId: 'b',
      chosenBy: 'lowest_load',
      language: null,
      loadPercent: 25,
    });
  });

  test('chats weigh more than mails: one of two is as much as two of four', () => {
    const chatting = agent('a', { load: { ...NOTHING, chat: 1 } });
    const writing = agent('b', { load: { ...NOTHING, mail: 1 } });
    expect(choose(ask(), [chatting, writing]).agentId).toBe('b');
  });

  test('of equals, the one who has waited longest for a ticket', () => {
    const recent = agent('a', { lastRoutedAt: new Date('2026-03-02T10:00:00Z') });
    const longAgo = agent('b', { lastRoutedAt: new Date('2026-03-02T09:00:00Z') });
    expect(choose(ask(), [recent, longAgo])).toMatchObject({ agentId: 'b', chosenBy: 'longest_idle' });
    expect(choose(ask(), [recent, longAgo, agent('c')])).toMatchObject({ agentId: 'c' });
  });

  test('whoever is asked first, however much they have, while they have room', () => {
    const served = agent('a', { load: { ...NOTHING, mail: 3 } });
    const full = agent('a', { load: { ...NOTHING, mail: 4 } });
    expect(choose(ask({ firstId: 'a' }), [served, agent('b')])).toMatchObject({
      agentId: 'a',
      chosenBy: 'first',
    });
    expect(choose(ask({ firstId: 'a' }), [full, agent('b')])).toMatchObject({ agentId: 'b' });
  });

  test('somebody who speaks the language; of whom nothing is known is asked too, and nothing is claimed', () => {
    const hungarian = agent('a', { languages: ['hu'], load: { ...NOTHING, mail: 2 } });
    const english = agent('b', { languages: ['en'] });
    const asked = ask({ language: 'hu' });
    expect(choose(asked, [hungarian, english])).toMatchObject({ agentId: 'a', language: 'hu' });
    expect(choose(asked, [agent('c')])).toMatchObject({ agentId: 'c', language: null });
  });
});

describe('why a ticket waits', () => {
  test('nobody is there, speaks its language, knows it, is willing, or has room: the first that holds', () => {
    const because = (...args: Parameters<typeof choose>) => {
      const choice = choose(...args);
      return choice.agentId === null && choice.because;
    };
    expect(because(ask(), [])).toBe('nobody_online');
    expect(because(ask({ language: 'lv' }), [agent('a', { languages: ['en'] })])).toBe('language');
    expect(because(ask({ skillIds: ['s'] }), [agent('a')])).toBe('skill');
    expect(because(ask({ passedIds: ['a'] }), [agent('a')])).toBe('passed');
    expect(because(ask(), [agent('a', { load: { ...NOTHING, mail: 4 } })])).toBe('full');
  });
});

const someone = fc
  .record({
    id: fc.uuid(),
    languages: fc.subarray(['en', 'hu', 'lv']),
    skillIds: fc.subarray(['s1', 's2']),
    load: fc.record({
      mail: fc.nat({ max: 5 }),
      chat: fc.nat({ max: 3 }),
      phone: fc.nat({ max: 1 }),
      social: fc.nat({ max: 4 }),
    }),
    lastRoutedAt: fc.option(fc.date({ noInvalidDate: true })),
  })
  .map((over) => agent(over.id, over));
const someAsk = fc
  .record({
    channel: fc.constantFrom('email', 'chat', 'phone', 'social'),
    priority: fc.constantFrom('low', 'normal', 'high', 'urgent'),
    language: fc.constantFrom(null, 'en', 'hu', 'lv'),
    skillIds: fc.subarray(['s1', 's2']),
  })
  .map((over) => ask(over as Partial<ReturnType<typeof ask>>));
const people = fc.uniqueArray(someone, { selector: ({ id }) => id, maxLength: 8 });

describe('for any team and any ticket', () => {
  const isFit = (one: ReturnType<typeof agent>, asked: ReturnType<typeof ask>) =>
    (asked.language === null || one.languages.length === 0 || one.languages.includes(asked.language)) &&
    asked.skillIds.every((id) => one.skillIds.includes(id)) &&
    !asked.passedIds.includes(one.id) &&
    canHold(one, asked, WEIGHTS);

  test('somebody gets it exactly when somebody can, and nobody who fits has less to do', () => {
    fc.assert(
      fc.property(people, someAsk, (agents, asked) => {
        const fit = agents.filter((one) => isFit(one, asked));
        const choice = choose(asked, agents);
        expect(choice.agentId !== null).toBe(fit.length > 0);
        const chosen = fit.find(({ id }) => id === choice.agentId);
        if (chosen) expect(fit.every((one) => fullness(one) >= fullness(chosen))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('neither the order of the people nor anybody who cannot take it changes the choice', () => {
    fc.assert(
      fc.property(people, someAsk, fc.integer(), (agents, asked, seed) => {
        const shuffled = [...agents].sort((a, b) => (a.id + seed < b.id + seed ? 1 : -1));
        const fit = agents.filter((one) => isFit(one, asked));
        const { agentId } = choose(asked, agents);
        expect(choose(asked, shuffled).agentId).toBe(agentId);
        if (agentId !== null) expect(choose(asked, fit).agentId).toBe(agentId);
      }),
      { numRuns: 500 },
    );
  });

  test('giving tickets one after the other fills nobody beyond their capacity', () => {
    fc.assert(
      fc.property(people, fc.array(someAsk, { maxLength: 40 }), (agents, asks) => {
        const idle = agents.map((one) => ({ ...one, load: NOTHING }));
        const after = asks.reduce(afterGiving, idle);
        expect(after.filter(({ load }) => KINDS.some((kind) => load[kind] > CAPACITIES[kind]))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const KINDS = ['mail', 'chat', 'phone', 'social'] as const;

function afterGiving(agents: ReturnType<typeof agent>[], asked: ReturnType<typeof ask>) {
  const { agentId } = choose(asked, agents);
  const kind = workKindOf(asked.channel);
  const points = pointsOf(asked, { capacities: CAPACITIES, weights: WEIGHTS });
  return agents.map((one) =>
    one.id === agentId ? { ...one, load: { ...one.load, [kind]: one.load[kind] + points } } : one,
  );
}
