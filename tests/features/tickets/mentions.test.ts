import { expect, it } from 'vitest';
import { followersOf } from '@/features/notifications/commands/followers';
import { tellOfSave } from '@/features/notifications/commands/tell-of-save';
import { listNotices } from '@/features/notifications/queries';
import { savesWithNotices } from '@/features/notifications/saves-with-notices';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { createTicket } from '@/features/tickets/commands/create-ticket';
import { createTicketInput } from '@/features/tickets/inputs';
import { mentionableOnTicket } from '@/features/tickets/queries-side';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

const reader = { locale: 'en', timeZone: 'Europe/Budapest' };
const idOf = (ctx: StaffContext) => ctx.actor.id ?? '';
const chip = (kind: 'user' | 'team', id: string) =>
  `<span data-mention="${kind}:${id}" class="mention">@?</span>`;

async function desk() {
  const world = await newWorld();
  const teamId = await world.team('Workshop');
  const lead = await world.member({ role: 'manager', name: 'Liene' });
  const anna = await world.member({ name: 'Anna & co', teamIds: [teamId] });
  const narrow = await world.member({ scope: 'own', name: 'Narrow', teamIds: [teamId] });
  const { ticketId } = await world.ticket(lead);
  world.pass(60);
  const note = async (html: string) => {
    const added = await addNoteToTicket(lead, { ticketId, html });
    for (const save of await savesWithNotices(world.system(), [{ ticketId, at: world.now() }]))
      await tellOfSave(world.system(), save);
    return added;
  };
  const heard = async (ctx: StaffContext) => {
    const { groups } = await listNotices(ctx, reader, { userId: idOf(ctx), unreadOnly: false });
    return groups.flatMap(({ notices }) => notices.map(({ sentence }) => sentence));
  };
  const stored = (where: object = {}) =>
    world.db.message.findFirst({
      where: { workspaceId: world.workspaceId, direction: 'note', ...where },
      orderBy: { createdAt: 'desc' },
      select: { html: true, text: true, mentions: { select: { userId: true, teamId: true } } },
    });
  return { world, lead, anna, narrow, teamId, ticketId, note, heard, stored };
}

it('whom a note mentions is told once, follows the ticket, and stands in it by id under their own name', async () => {
  const { world, lead, anna, ticketId, note, heard, stored } = await desk();
  await note(`<p>Ask ${chip('user', idOf(anna))} please</p>`);
  expect(await stored()).toEqual({
    html: `<p>Ask <span data-mention="user:${idOf(anna)}">@Anna &amp; co</span> please</p>`,
    text: 'Ask @Anna & co please',
    mentions: [{ userId: idOf(anna), teamId: null }],
  });
  expect(await heard(anna)).toEqual(['Liene mentioned you in a note.']);
  expect(await heard(lead)).toEqual([]);
  expect(await followersOf(lead, ticketId)).toEqual([{ id: idOf(anna), name: 'Anna & co' }]);
  const mails = await world.db.outgoingMail.findMany({
    where: { workspaceId: world.workspaceId, kind: 'notification' },
  });
  expect(mails.map(({ text }) => text)).toEqual([expect.stringContaining('Ask @Anna & co please')]);
  // What is answered to such a mail must not reach the customer.
  expect(mails[0]?.text).not.toContain('sent to the customer');
});

it('a team is mentioned for those of it who may see the ticket, and they do not follow it', async () => {
  const { lead, anna, narrow, teamId, ticketId, note, heard } = await desk();
  await note(`<p>${chip('team', teamId)}</p>`);
  expect(await heard(anna)).toEqual(['Liene mentioned a team of yours in a note.']);
  expect(await heard(narrow)).toEqual([]);
  expect(await followersOf(lead, ticketId)).toEqual([]);
});

it('nobody is mentioned who may not see the ticket, and nothing is written then', async () => {
  const { lead, narrow, anna, teamId, ticketId, note, stored } = await desk();
  const refused = { ok: false, error: { code: 'mention.may_not_see' } };
  expect(await note(`<p>${chip('user', idOf(narrow))}</p>`)).toEqual(refused);
  const elsewhere = await (await newWorld()).member();
  expect(await note(`<p>${chip('user', idOf(elsewhere))}</p>`)).toEqual(refused);
  expect(await stored()).toBeNull();
  const offered = await mentionableOnTicket(lead, ticketId);
  expect(offered?.people.map(({ id }) => id).sort()).toEqual([idOf(lead), idOf(anna)].sort());
  expect(offered?.teams).toEqual([{ id: teamId, name: 'Workshop' }]);
  expect(await mentionableOnTicket(narrow, ticketId)).toBeNull();
  expect(await mentionableOnTicket(elsewhere, ticketId)).toBeNull();
});

it('mentions besides the words stand at the end; those of a ticket that is made with a note are only words', async () => {
  const { lead, anna, ticketId, stored } = await desk();
  const mentions = [{ kind: 'user', id: idOf(anna) } as const];
  await addNoteToTicket(lead, { ticketId, html: '<p>Look</p>', mentions });
  expect((await stored())?.text).toBe('Look\n\n@Anna & co');
  const made = await createTicket(
    lead,
    createTicketInput.parse({
      ...{ subject: 'Kettle', requester: { email: 'a@customer.test' }, kind: 'note' },
      html: chip('user', idOf(anna)),
    }),
  );
  if (!made.ok) throw new Error('refused');
  expect(await stored({ ticketId: made.value.ticketId })).toMatchObject({
    html: '<span>@?</span>',
    mentions: [],
  });
});
