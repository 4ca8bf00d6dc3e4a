import { expect, test } from 'vitest';
import { tellStory } from '@/domain/metrics/ticket-story';
import { event, minute, moves, pastOf, says } from './given';

test('notes, machines and a bare thank-you answer nobody and ask nothing', () => {
  const story = tellStory(
    pastOf([
      says(0, 'asks'),
      says(1, 'machine'),
      says(2, 'note'),
      says(5, 'asks again'),
      says(30, 'answers'),
    ]),
  );
  expect(story.replies.map(({ at, waitedSince }) => [at, waitedSince])).toEqual([[minute(30), minute(0)]]);
  expect(story.inbound).toHaveLength(2);
});

test('thanks after the solution are a reopening that is not genuine', () => {
  const story = tellStory(pastOf([says(0, 'asks'), moves(5, 'new', 'solved'), says(9, 'thanks')]));
  expect(story.reopened).toEqual([{ at: minute(9), genuine: false }]);
});

test('a solution that is taken back with its answer was none', () => {
  const taken = [
    says(0, 'asks'),
    says(5, 'gone'),
    moves(5, 'open', 'solved'),
    event(6, 'message.cancelled', { messageId: 'gone', reason: 'undone' }),
    moves(6, 'solved', 'open'),
  ];
  const story = tellStory(pastOf(taken));
  expect([story.solved, story.reopened, story.replies]).toEqual([[], [], []]);
});

test('the backlog goes up and down with the ticket, and moves with its team', () => {
  const story = tellStory(
    pastOf(
      [
        says(0, 'asks'),
        event(1, 'ticket.team_changed', { from: null, to: 'blue' }),
        moves(5, 'new', 'solved'),
        moves(9, 'solved', 'open'),
        event(12, 'ticket.spam_changed', { from: false, to: true }),
      ],
      { status: 'open', spam: true, dimensions: { ...pastOf([]).dimensions, teamId: 'blue' } },
    ),
  );
  expect(story.backlog.map(({ delta, why }) => `${delta} ${why}`)).toEqual([
    '1 created',
    '-1 moved',
    '1 moved',
    '-1 solved',
    '1 reopened',
    '-1 removed',
  ]);
});

test('a ticket that we begin asks nothing of us; an answered call is asked and answered at once', () => {
  expect(tellStory(pastOf([says(0, 'answers')])).asked).toBe(false);
  const called = tellStory(pastOf([says(0, 'asks'), event(0, 'call.answered', { callId: 'x' })]));
  expect(called).toMatchObject({ asked: true, replies: [{ at: minute(0), waitedSince: minute(0) }] });
});

test('a ticket that becomes a part of another leaves the backlog and is not solved; its question is taken over', () => {
  const away = [says(0, 'asks'), event(9, 'ticket.merged', { intoId: 'x' }), moves(9, 'new', 'closed')];
  const story = tellStory(pastOf(away, { merged: true }));
  expect(story.solved).toEqual([]);
  expect(story.backlog.map(({ delta, why }) => `${delta} ${why}`)).toEqual(['1 created', '-1 removed']);
  const since = minute(0).toISOString();
  const target = tellStory(
    pastOf([event(9, 'ticket.took_over', { unansweredSince: since }), says(30, 'answers')]),
  );
  expect(target.replies).toMatchObject([{ waitedSince: minute(0) }]);
});

test('what a machine did, such as an exchange that names nobody, is no person’s', () => {
  const byMachine = { actorKind: 'system', actorId: 'intake' };
  const { replies, solved } = tellStory(
    pastOf([
      { ...event(1, 'call.answered'), ...byMachine },
      { ...moves(2, 'new', 'solved'), ...byMachine },
    ]),
  );
  expect([replies[0]?.agentId, solved[0]?.by]).toEqual([null, null]);
});

test('what lies in the trash is out of the backlog for that time, and once only where it is spam as well', () => {
  const trash = (minutes: number, to: boolean) => event(minutes, 'ticket.trash_changed', { from: !to, to });
  const spam = event(7, 'ticket.spam_changed', { from: false, to: true });
  const steps = (events: Parameters<typeof pastOf>[0], over: Parameters<typeof pastOf>[1]) =>
    tellStory(pastOf(events, over)).backlog.map(({ delta, why }) => `${delta} ${why}`);
  expect(steps([trash(5, true), trash(9, false)], {})).toEqual(['1 created', '-1 removed', '1 removed']);
  expect(steps([trash(5, true), spam], { spam: true, trashed: true })).toEqual(['1 created', '-1 removed']);
});
