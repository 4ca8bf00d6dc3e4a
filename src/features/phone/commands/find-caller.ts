import { phoneNumber, readablePhone } from '@/channels/lib/phone-number';
import { mayOnTicket } from '@/domain/permission/can';
import { readCodeWord } from '@/domain/phone/code-word';
import { plain } from '@/domain/search/plain';
import { knownCaller } from '@/features/phone/customer-number';
import { phoneSettings } from '@/features/phone/settings';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';

/** Somebody who may be the caller, and an open ticket of theirs that the reader may see; null for one without. */
export type CallerMatch = Readonly<{
  customer: Readonly<{ id: string; name: string }>;
  ticket: Readonly<{ id: string; number: number; subject: string }> | null;
}>;

export type FoundCaller = Readonly<{
  /** As people read it; null while what was typed is no number. */
  number: string | null;
  customer: Readonly<{ id: string; name: string }> | null;
  /** Those of their open tickets that the reader may see, the newest first. */
  tickets: readonly Readonly<{ id: string; number: number; subject: string }>[];
  /** The spoken code as it was read; null when what was typed is none. */
  code: string | null;
  /** Whom a spoken code or a name may mean. */
  matches: readonly CallerMatch[];
}>;

const NOBODY: FoundCaller = { number: null, customer: null, tickets: [], code: null, matches: [] };

/** Who it is that calls from this number, says this code or has this name, while it is being typed. */
export async function findCaller(ctx: StaffContext, typed: string): Promise<FoundCaller> {
  const code = readCodeWord(typed);
  if (code) return { ...NOBODY, code, matches: await saidBy(ctx, code) };
  if (/\p{L}/u.test(typed)) return { ...NOBODY, matches: await named(ctx, typed) };
  const { country } = await phoneSettings(ctx.db, ctx);
  const number = phoneNumber(typed, country);
  if (!number) return NOBODY;
  const caller = await knownCaller(ctx.db, ctx, { number, country });
  if (!caller) return { ...NOBODY, number: readablePhone(number) };
  const tickets = await openTicketsOf(ctx, caller.id);
  return {
    ...NOBODY,
    number: readablePhone(number),
    customer: { id: caller.id, name: caller.displayName },
    tickets,
  };
}

const MOST_MATCHES = 8;
const SHORTEST_NAME = 3;

type Row = Readonly<{
  customerId: string;
  name: string;
  ticketId: string | null;
  number: number | null;
  subject: string | null;
}>;

const matchOf = ({ customerId, name, ticketId, number, subject }: Row): CallerMatch => ({
  customer: { id: customerId, name },
  ticket: ticketId && number !== null ? { id: ticketId, number, subject: subject ?? '' } : null,
});

/** There are less than two thousand codes: several open tickets may have one, the newest call that we owed first. */
async function saidBy({ db, workspaceId, actor }: StaffContext, code: string) {
  const rows = await db.$queryRaw<Row[]>`
    select * from (
      select distinct on (t.id) c.id as "customerId", c."displayName" as name, t.id as "ticketId", t.number, t.subject,
        b."createdAt"
      from "Callback" b
      join "Ticket" t on t."workspaceId" = b."workspaceId" and t.id = b."ticketId"
      join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
      where b."workspaceId" = ${workspaceId}::uuid and b."codeWord" = ${code} and t.active and ${readableBy(actor)}
      order by t.id, b."createdAt" desc
    ) as found order by found."createdAt" desc limit ${MOST_MATCHES}`;
  return rows.map(matchOf);
}

/** People of this name, each with their newest open ticket. */
async function named({ db, workspaceId, actor }: StaffContext, typed: string) {
  const words = plain(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 6);
  if (words.join('').length < SHORTEST_NAME) return [];
  const rows = await db.$queryRaw<Row[]>`
    select c.id as "customerId", c."displayName" as name, t.id as "ticketId", t.number, t.subject
    from (
      select c.id, c."displayName" from "Customer" c
      where c."workspaceId" = ${workspaceId}::uuid and c."mergedIntoId" is null
        and c."searchText" like all(${words.map((word) => `%${word}%`)}::text[])
      order by c."lastContactAt" desc nulls last, c.id limit ${MOST_MATCHES}
    ) as c
    left join lateral (
      select t.id, t.number, t.subject from "Ticket" t
      where t."workspaceId" = ${workspaceId}::uuid and t."requesterId" = c.id and t.active and ${readableBy(actor)}
      order by t."activityAt" desc, t.id desc limit 1
    ) as t on true`;
  return rows.map(matchOf);
}

const LOOKED_AT = 100;
const SHOWN = 8;

/** The open tickets of a customer on which this member can note a call. */
async function openTicketsOf({ db, workspaceId, actor }: StaffContext, requesterId: string) {
  const rows = await db.ticket.findMany({
    where: { workspaceId, requesterId, active: true },
    orderBy: [{ activityAt: 'desc' }, { id: 'desc' }],
    take: LOOKED_AT,
    select: { id: true, number: true, subject: true, teamId: true, assigneeId: true, requesterId: true },
  });
  return rows
    .filter((row) => mayOnTicket(actor, 'ticket.read', row))
    .slice(0, SHOWN)
    .map(({ id, number, subject }) => ({ id, number, subject }));
}
