import { expect, test } from 'vitest';
import { boardOf } from '@/domain/insights/boards';
import { askedAgain } from '@/features/insights/asked';
import { exportNumbers } from '@/features/insights/commands/export-numbers';
import { askedOf, filterChoices, getBoard } from '@/features/insights/queries';
import { caller, keyOf } from '../api/calls';
import { newNumbers } from '../metrics/support';

test('a board is narrowed by an organization and by an account, in its address, its file and by API', async () => {
  const { desk, manager, count } = await newNumbers('2026-03-02T09:00:00Z');
  const { world, agent, owner } = desk;
  const { db, workspaceId } = world;
  const [acme, other] = [agent.newId(), agent.newId()];
  await db.organization.createMany({
    data: [
      { workspaceId, id: acme, name: 'Acme Kft.' },
      { workspaceId, id: other, name: 'Other SIA' },
    ],
  });
  for (const [index, organizationId] of [acme, acme, other, null].entries()) {
    const requester = { email: `c${index}@customer.test`, name: 'Anna' };
    const { ticketId } = await world.ticket(agent, { kind: 'inbound', requester });
    const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
    await db.customer.updateMany({ where: { workspaceId, id: requesterId }, data: { organizationId } });
    await db.customerPast.deleteMany({ where: { workspaceId, customerId: requesterId } });
    await db.$executeRaw`insert into "MetricChange" ("workspaceId", subject, "subjectId")
      values (${workspaceId}::uuid, 'ticket', ${ticketId}::uuid)`;
  }
  await count();
  const days = { from: '2026-03-01', to: '2026-03-31' };
  const created = async (over: Record<string, string>) => {
    const asked = await askedOf(manager, { ...days, ...over });
    const { head } = await getBoard(manager, boardOf('overview'), asked);
    return head.find(({ metric }) => metric === 'created')?.value;
  };
  expect(await created({})).toBe(4);
  expect(await created({ organization: acme })).toBe(2);
  expect(await created({ organization: '-' })).toBe(1);
  expect(await created({ account: '-' })).toBe(4);
  expect(await created({ account: agent.newId() })).toBe(0);

  const asked = await askedOf(manager, { ...days, organization: acme });
  expect(askedAgain(asked)).toBe(`?from=2026-03-01&to=2026-03-31&organization=${acme}`);
  const { organizations } = await filterChoices(manager, 'en', asked.filters);
  expect(organizations.map(({ name }) => name)).toEqual(['Acme Kft.']);
  const file = await exportNumbers(manager, {
    ...{ of: { board: 'overview' }, format: 'csv', part: 'about', locale: 'en' },
    parameters: { ...days, organization: acme },
  });
  expect(new TextDecoder().decode(file?.bytes)).toContain('Acme Kft.');

  const call = caller(await keyOf(owner, ['insights:read']));
  const asks = `from=2026-03-01&to=2026-03-31&organization=${acme}`;
  const { json } = await call(`/metrics?metrics=created&${asks}`);
  expect(json.data).toMatchObject([{ value: 2 }]);
  const { status } = await call(`/boards/overview/export?${asks}&account=none&format=csv`);
  expect(status).toBe(200);
});
