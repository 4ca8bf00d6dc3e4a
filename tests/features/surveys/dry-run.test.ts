import { expect, test } from 'vitest';
import { dryRunSurvey } from '@/features/surveys/commands/dry-run-survey';
import { newWorld } from '../../support/world';
import { solvedTicket, survey } from './support';

test('a dry run counts all, and names only tickets that the reader may read', async () => {
  const world = await newWorld();
  const owner = await world.member({ role: 'owner' });
  const [mine, theirs] = [await world.team(), await world.team()];
  const lead = await world.member({ role: 'manager', scope: 'team', teamIds: [mine] });
  const surveyId = await survey(owner, { active: false });
  const seen = await solvedTicket(world, owner, { teamId: mine });
  await solvedTicket(world, owner, {
    teamId: theirs,
    subject: 'Dismissal of the director',
    requester: { email: 'other@customer.test', name: 'Other' },
  });
  const run = await dryRunSurvey(lead, { surveyId });
  expect(run).toMatchObject({ ok: true, value: { asked: 2, examples: [{ number: seen.number }] } });
  expect(JSON.stringify(run)).not.toContain('director');
});
