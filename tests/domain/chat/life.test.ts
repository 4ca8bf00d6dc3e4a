import { expect, test } from 'vitest';
import {
  agentSays,
  type ChatLife,
  endChat,
  goOnByMail,
  reachOf,
  releaseChat,
  takeChat,
  timePasses,
  visitorSays,
} from '@/domain/chat/life';

const start = new Date('2026-03-02T09:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const begun: ChatLife = {
  state: 'waiting',
  waitingSince: null,
  acceptedById: null,
  acceptedAt: null,
  waitedMs: null,
  lastMessageAt: start,
  lastVisitorAt: null,
  warnedAt: null,
  visitorSeenAt: start,
  endedAt: null,
  endedBy: null,
  byMail: false,
};
const waiting = visitorSays(begun, start);
const active = takeChat(waiting, 'emma', after(2)).after;
const patience = { warnMinutes: 10, endMinutes: 15 };
const kinds = (move: { lines: readonly { kind: string }[] } | null) => move?.lines.map(({ kind }) => kind);

test('a chat waits from the first words on, and whoever takes it ends the waiting', () => {
  expect(waiting).toMatchObject({ state: 'waiting', waitingSince: start });
  expect(active).toMatchObject({
    state: 'active',
    waitingSince: null,
    waitedMs: 120_000,
    acceptedById: 'emma',
  });
  expect(visitorSays(waiting, after(1)).waitingSince).toEqual(start);
});

test('taking a chat over is told as that, and taking one’s own again is nothing', () => {
  expect(kinds(takeChat(waiting, 'emma', start))).toEqual(['agent_joined']);
  expect(kinds(takeChat(active, 'janis', after(3)))).toEqual(['transferred']);
  expect(takeChat(active, 'emma', after(3))).toEqual({ after: active, lines: [] });
});

test('a chat that is let go waits anew, and what it waited first is what counts', () => {
  const released = releaseChat(active, after(5));
  expect(released.after).toMatchObject({ state: 'waiting', waitingSince: after(5), acceptedById: null });
  expect(kinds(released)).toEqual(['agent_left']);
  expect(takeChat(released.after, 'janis', after(9)).after.waitedMs).toBe(120_000);
});

test('whoever answers first takes the chat; a second colleague helps without taking it over', () => {
  expect(agentSays(waiting, 'emma', after(1)).after.acceptedById).toBe('emma');
  expect(agentSays(active, 'janis', after(3)).after.acceptedById).toBe('emma');
});

test('an answered visitor who is silent is asked once, and later let go', () => {
  const answered = { ...agentSays(active, 'emma', after(3)).after, visitorSeenAt: after(30) };
  expect(timePasses(answered, patience, after(12))).toBeNull();
  const asked = timePasses(answered, patience, after(13));
  expect(kinds(asked)).toEqual(['still_there']);
  expect(timePasses({ ...answered, warnedAt: after(13) }, patience, after(14))).toBeNull();
  expect(timePasses(answered, patience, after(18))?.after).toMatchObject({ state: 'ended', endedBy: 'idle' });
});

test('nobody is sent away for our silence', () => {
  const unanswered = { ...visitorSays(active, after(3)), visitorSeenAt: after(60) };
  expect(timePasses(unanswered, patience, after(60))).toBeNull();
  expect(timePasses({ ...waiting, visitorSeenAt: after(60) }, patience, after(60))).toBeNull();
});

test('who went away while waiting has left, and that is no end of ours', () => {
  expect(timePasses(waiting, patience, after(4))).toBeNull();
  expect(timePasses(waiting, patience, after(5))?.after).toMatchObject({ state: 'ended', endedBy: 'left' });
});

test('an end is final', () => {
  const ended = endChat(active, 'visitor', after(4)).after;
  expect(endChat(ended, 'agent', after(5))).toEqual({ after: ended, lines: [] });
  expect(takeChat(ended, 'janis', after(5)).after).toEqual(ended);
  expect(timePasses(ended, patience, after(500))).toBeNull();
});

test.each([
  ['is there', active, after(1), 'anna@x.test', 'chat'],
  ['left with an address', active, after(10), 'anna@x.test', 'mail'],
  ['left without an address', active, after(10), null, 'waits'],
  ['asked for mail', goOnByMail(active, 'anna@x.test').after, after(1), 'anna@x.test', 'mail'],
  ['ended, with an address', endChat(active, 'visitor', after(4)).after, after(4), 'anna@x.test', 'mail'],
  ['ended, without an address', endChat(active, 'visitor', after(4)).after, after(4), null, 'none'],
] as const)('a visitor who %s is reached that way', (_, chat, at, address, reach) => {
  expect(reachOf(chat, address, at)).toBe(reach);
});

test('who writes again after mail was asked for is answered in the window', () => {
  const mailed = goOnByMail(active, 'anna@x.test').after;
  expect(goOnByMail(mailed, 'anna@x.test').lines).toEqual([]);
  expect(reachOf(visitorSays(mailed, after(5)), 'anna@x.test', after(5))).toBe('chat');
});
