import { describe, expect, it, test } from 'vitest';
import { type Audience, noticesOf, type Owner, type TicketFact } from '@/domain/notification/notices';

const mine = { assigneeId: 'me', teamId: 'team', spam: false };
const nobody: Audience = { teamMembers: [], followers: [], mentioned: new Map() };
const fact = (type: string, data: TicketFact['data'] = {}, actorId: string | null = 'other'): TicketFact => ({
  position: 7n,
  type,
  data,
  actorId,
});
const inbound = { messageId: 'm', direction: 'inbound', automated: null };
const kinds = (events: TicketFact[], owner: Owner = mine) =>
  noticesOf(events, owner, nobody).map(({ kind }) => kind);

describe('the assignee is told', () => {
  it('that a ticket was given to them', () => {
    expect(noticesOf([fact('ticket.assigned', { from: null, to: 'you' })], mine, nobody)).toEqual([
      { kind: 'assigned', userId: 'you', position: 7n, messageId: null },
    ]);
    expect(kinds([fact('ticket.created')])).toEqual(['assigned']);
  });

  it('that the customer wrote', () => {
    expect(noticesOf([fact('message.added', inbound)], mine, nobody)).toEqual([
      { kind: 'wrote', userId: 'me', position: 7n, messageId: 'm' },
    ]);
  });

  it('that an answer did not arrive', () => {
    expect(kinds([fact('message.delivery_changed', { messageId: 'm', to: 'bounced' })])).toEqual([
      'undelivered',
    ]);
  });
});

test('whoever has a ticket and whoever put it away are told that it is awake', () => {
  const woken = fact('ticket.woken', { snoozedBy: 'you' }, 'schedule');
  expect(noticesOf([woken], mine, nobody)).toMatchObject([
    { kind: 'woken', userId: 'me' },
    { kind: 'woken', userId: 'you' },
  ]);
  expect(noticesOf([fact('ticket.woken', { snoozedBy: 'me' }, 'schedule')], mine, nobody)).toHaveLength(1);
});

describe('nobody is told', () => {
  it.each<[string, TicketFact]>([
    ['what they did themselves', fact('ticket.assigned', { to: 'me' }, 'me')],
    ['what a machine sent', fact('message.added', { ...inbound, automated: 'auto_reply' })],
    ['what a colleague answered', fact('message.added', { ...inbound, direction: 'outbound' })],
    ['that a mail is tried again', fact('message.delivery_changed', { to: 'deferred' })],
    ['that a ticket was taken away', fact('ticket.assigned', { from: 'me', to: null })],
  ])('%s', (_, event) => {
    expect(noticesOf([event], mine, nobody)).toEqual([]);
  });

  it('of spam, or where nobody has the ticket', () => {
    expect(kinds([fact('message.added', inbound)], { ...mine, spam: true })).toEqual([]);
    expect(kinds([fact('message.added', inbound)], { ...mine, assigneeId: null })).toEqual([]);
  });
});

describe('a team is told', () => {
  const audience: Audience = { teamMembers: ['a', 'b', 'other'], followers: [], mentioned: new Map() };
  const free = { ...mine, assigneeId: null };
  const told = (events: TicketFact[], owner: Owner) =>
    noticesOf(events, owner, audience).map(({ kind, userId }) => `${kind} ${userId}`);

  it('that a ticket has come to it, but for the one who sent it there', () => {
    expect(told([fact('ticket.team_changed', { from: null, to: 'team' })], free)).toEqual([
      'team a',
      'team b',
    ]);
    expect(told([fact('ticket.created')], free)).toEqual(['team a', 'team b']);
  });

  it('nothing of a ticket that somebody has, that went elsewhere, or of which only words are new', () => {
    expect(told([fact('ticket.team_changed', { to: 'team' })], mine)).toEqual([]);
    expect(told([fact('ticket.team_changed', { to: 'elsewhere' })], free)).toEqual([]);
    expect(told([fact('message.added', inbound)], free)).toEqual([]);
  });
});

it('a person is told one thing of a save: what concerns them most', () => {
  expect(kinds([fact('ticket.created'), fact('message.added', inbound)])).toEqual(['assigned']);
  expect(
    kinds([fact('message.added', inbound), fact('message.added', { ...inbound, messageId: 'n' })]),
  ).toEqual(['wrote']);
});

it('followers hear who wrote and how it stands, but for what they did, and not twice', () => {
  const audience: Audience = { teamMembers: [], followers: ['me', 'f', 'other'], mentioned: new Map() };
  const told = (events: TicketFact[]) =>
    noticesOf(events, mine, audience).map(({ kind, userId, what }) => `${kind} ${userId} ${what}`);
  expect(
    told([fact('message.added', { ...inbound, direction: 'note' }), fact('ticket.status_changed')]),
  ).toEqual(['followed me note', 'followed f note']);
  expect(told([fact('message.added', inbound)])).toEqual(['wrote me undefined', 'followed f customer']);
  expect(told([fact('ticket.priority_changed')])).toEqual([]);
});

describe('whom a note mentions is told', () => {
  const mentioned = new Map([['t', ['a', 'f', 'other']]]);
  const audience: Audience = { teamMembers: [], followers: ['f'], mentioned };
  const note = { messageId: 'm', direction: 'note', automated: null };
  const told = (mentions: string, owner: Owner = mine) =>
    noticesOf([fact('message.added', { ...note, mentions })], owner, audience).map(
      ({ kind, userId, withTeam = false }) => `${kind} ${userId}${withTeam ? ' with the team' : ''}`,
    );

  it('people and members of teams, once each, but not its writer', () => {
    expect(told('user:f user:other team:t').sort()).toEqual(['mentioned a with the team', 'mentioned f']);
    expect(told('nonsense user:')).toEqual(['followed f']);
  });

  it('also of spam, of which nobody hears otherwise', () => {
    expect(told('user:f', { ...mine, spam: true })).toEqual(['mentioned f']);
  });
});
