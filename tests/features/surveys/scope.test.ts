import { expect, test } from 'vitest';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { createInvite } from '@/features/surveys/commands/create-invite';
import { apiAnswers, apiInvites } from '@/features/surveys/queries';
import type { StaffContext } from '@/server/context';
import { inviteToken } from '@/server/crypto/survey-token';
import { newDesk } from '../sla/support';
import { survey } from './support';

test('who sees one team reads by API who was asked and who answered there, and of nobody else', async () => {
  const { world, owner, agent } = await newDesk('2026-03-02T09:00:00Z');
  const surveyId = await survey(owner, { kind: 'csat' });
  const [here, elsewhere] = [await world.team('Here'), await world.team('Elsewhere')];
  const numbers = new Map<string | null, number>();
  for (const teamId of [here, elsewhere, null]) {
    const requester = { email: `${teamId ?? 'none'}@customer.test`, name: 'Anna' };
    const { ticketId, number } = await world.ticket(agent, { kind: 'inbound', requester, teamId });
    numbers.set(teamId, number);
    const made = await createInvite(agent, { ticketId, surveyId, send: false });
    if (!made.ok) throw new Error(made.error.code);
    const said = { token: inviteToken(made.value.inviteId), score: '5', answers: {}, comment: '' };
    await answerSurvey({ db: world.db, now: world.now, newId: agent.newId }, said);
  }
  const seenBy = async (ctx: StaffContext) => {
    const wanted = { surveyId: undefined, after: null, limit: 10 };
    const lists = await Promise.all([apiAnswers(ctx, wanted), apiInvites(ctx, wanted)]);
    return lists.map((rows) => rows.map(({ ticketNumber }) => ticketNumber).toSorted());
  };
  const [ours, , nobodys] = [...numbers.values()];
  const manager = (scope: 'team' | 'own') => world.member({ role: 'manager', scope, teamIds: [here] });
  const all = [...numbers.values()].toSorted();
  expect(await seenBy(owner)).toEqual([all, all]);
  expect(await seenBy(await manager('team'))).toEqual([
    [ours, nobodys],
    [ours, nobodys],
  ]);
  expect(await seenBy(await manager('own'))).toEqual([[], []]);
});
