import { expect, it } from 'vitest';
import { USUAL } from '@/domain/notification/preferences';
import { addFollower, followersOf, removeFollower } from '@/features/notifications/commands/followers';
import { savePreferences } from '@/features/notifications/commands/save-preferences';
import { sendDigests } from '@/features/notifications/commands/send-digests';
import { tellOfSave } from '@/features/notifications/commands/tell-of-save';
import { listNotices } from '@/features/notifications/queries';
import { savesWithNotices } from '@/features/notifications/saves-with-notices';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../../support/world';

const reader = { locale: 'en', timeZone: 'Europe/Budapest' };
const idOf = (ctx: StaffContext) => ctx.actor.id ?? '';

async function desk() {
  const world = await newWorld();
  const [lead, agent] = [await world.member({ role: 'manager', name: 'Liene' }), await world.member()];
  const { ticketId } = await world.ticket(lead);
  /** What the worker does after a save. */
  const after = async () => {
    const saves = [{ ticketId, at: world.now() }];
    for (const save of await savesWithNotices(world.system(), saves)) await tellOfSave(world.system(), save);
  };
  const heard = async (ctx: StaffContext) => {
    const { groups } = await listNotices(ctx, reader, { userId: idOf(ctx), unreadOnly: false });
    return groups.flatMap(({ notices }) => notices.map(({ sentence }) => sentence));
  };
  return { world, lead, agent, ticketId, after, heard };
}

it('who follows a ticket hears what happens on it, once for each save, until they follow it no more', async () => {
  const { world, lead, agent, ticketId, after, heard } = await desk();
  for (let time = 0; time < 2; time += 1) await addFollower(agent, { ticketId, userId: idOf(agent) });
  expect(await followersOf(agent, ticketId)).toEqual([{ id: idOf(agent), name: agent.actor.name }]);
  world.pass(60);
  await addNoteToTicket(lead, { ticketId, html: '<p>Look</p>', attachmentIds: [] });
  for (let time = 0; time < 2; time += 1) await after();
  expect(await heard(agent)).toEqual(['Liene added a note.']);
  world.pass(60);
  await changeTicket(lead, { ticketId, status: 'on_hold', priority: 'high' });
  await after();
  expect(await heard(agent)).toEqual(['Liene set the status to On hold.', 'Liene added a note.']);
  expect(await heard(lead)).toEqual([]);
  await removeFollower(agent, { ticketId, userId: idOf(agent) });
  world.pass(60);
  await changeTicket(lead, { ticketId, status: 'open' });
  await after();
  expect(await heard(agent)).toHaveLength(2);
});

it('a colleague is added, told so, and written to where they want it', async () => {
  const { world, lead, agent, ticketId, heard } = await desk();
  const followed = { app: true, browser: false, mail: 'instant' } as const;
  await savePreferences(agent, { ...USUAL, choices: { ...USUAL.choices, followed } });
  await addFollower(lead, { ticketId, userId: idOf(agent) });
  expect(await heard(agent)).toEqual(['Liene has you follow it.']);
  await sendDigests(world.system(), world.now());
  const mails = await world.db.outgoingMail.findMany({
    where: { workspaceId: world.workspaceId, kind: 'notification' },
  });
  expect(mails.map(({ text }) => text?.includes('Liene has you follow it.'))).toEqual([true]);
});

it('nobody follows what they may not see, and is not told of it when they may no longer', async () => {
  const { world, lead, agent, ticketId, after, heard } = await desk();
  const narrow = await world.member({ scope: 'own' });
  expect(await addFollower(lead, { ticketId, userId: idOf(narrow) })).toEqual({
    ok: false,
    error: { code: 'follower.may_not_see' },
  });
  expect(await addFollower(narrow, { ticketId, userId: idOf(narrow) })).toMatchObject({
    error: { code: 'not_found' },
  });
  await addFollower(agent, { ticketId, userId: idOf(agent) });
  await world.db.membership.updateMany({
    where: { workspaceId: world.workspaceId, userId: idOf(agent) },
    data: { scope: 'own' },
  });
  world.pass(60);
  await addNoteToTicket(lead, { ticketId, html: '<p>Look</p>', attachmentIds: [] });
  await after();
  expect(await heard(agent)).toEqual([]);
});
