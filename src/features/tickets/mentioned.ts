import { cleanNoteHtml } from '@/channels/lib/html';
import type { TicketOwnership } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { distinct, type Mention, mentionAsHtml, mentionsIn, withNames } from '@/domain/ticket/mention';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { mentionableOn } from './mentionable';

type Note = Readonly<{ html: string; mentions: readonly Mention[] }>;

/**
 * A note with everybody whom it mentions, in its words or besides, under the names that they bear; those besides stand at
 * its end. Fails for whom may not see the ticket.
 */
export async function mentioned(
  tx: Tx,
  ctx: StaffContext,
  { ticket, note }: Readonly<{ ticket: TicketOwnership; note: Note }>,
): Promise<Result<Note, Readonly<{ code: 'mention.may_not_see' }>>> {
  const html = cleanNoteHtml(note.html);
  const said = mentionsIn(html);
  const mentions = distinct([...said, ...note.mentions]);
  if (mentions.length === 0) return ok({ html: withNames(html, () => null), mentions });
  const { people, teams } = await mentionableOn(tx, ctx, ticket);
  const names = {
    user: new Map(people.map(({ id, name }) => [id, name])),
    team: new Map(teams.map(({ id, name }) => [id, name])),
  };
  const nameOf = ({ kind, id }: Mention) => names[kind].get(id) ?? null;
  if (mentions.some((mention) => nameOf(mention) === null)) return fail({ code: 'mention.may_not_see' });
  const besides = mentions.slice(said.length).map((mention) => mentionAsHtml(mention, nameOf(mention) ?? ''));
  const end = besides.length > 0 ? `<p>${besides.join(' ')}</p>` : '';
  return ok({ html: `${withNames(html, nameOf)}${end}`, mentions });
}

/** Whom a note mentions by name follows the ticket from then on; its writer does not. */
export async function followMentioned(
  tx: Tx,
  { workspaceId, actor, now }: StaffContext,
  { ticketId, mentions }: Readonly<{ ticketId: string; mentions: readonly Mention[] }>,
): Promise<void> {
  const people = mentions.filter(({ kind, id }) => kind === 'user' && id !== actor.id);
  if (people.length === 0) return;
  const createdAt = now();
  await tx.follower.createMany({
    data: people.map(({ id: userId }) => ({ workspaceId, ticketId, userId, createdAt })),
    skipDuplicates: true,
  });
}
