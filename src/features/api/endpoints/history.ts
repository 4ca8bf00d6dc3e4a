import { fail, ok } from '@/domain/shared/result';
import { placeOf } from '@/features/api/paging';
import { historyPlace, historyQuery, ticketChangeList } from '@/features/api/schemas/history';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketIdOf } from '@/features/api/ticket-rows';
import { type HistoryLine, historyLines } from '@/features/tickets/commands/read-history';
import { sealCursor } from '@/server/http/cursor';
import { endpoint } from '@/server/http/endpoint';

export const listTicketHistory = endpoint({
  id: 'listTicketHistory',
  method: 'GET',
  path: '/tickets/{number}/history',
  area: 'Tickets',
  summary: 'List every change of a ticket',
  description:
    'The newest first, with who made it and why. What was said stands in its messages. Names are as people, teams and tags are called now.',
  permission: 'ticket.read',
  params: ticketNumberParams,
  query: historyQuery,
  answer: { status: 200, description: 'A page of changes.', schema: ticketChangeList },
  run: async (ctx, { params: { number }, query: { limit, cursor, field } }) => {
    const ticketId = await ticketIdOf(ctx, number);
    if (!ticketId) return fail({ code: 'not_found' });
    const list = `history ${number}`;
    const after = placeOf(list, cursor, historyPlace);
    if (!after.ok) return after;
    const before = after.value?.position ?? null;
    const found = await historyLines(ctx, { ticketId, topic: field ?? null, before, limit });
    const lines = found.slice(0, limit);
    const last = found.length > limit ? lines.at(-1) : undefined;
    return ok({
      data: lines.map(changeOf),
      nextCursor: last ? sealCursor(list, { position: last.position }) : null,
    });
  },
});

function changeOf({ position: _, toReader: __, actorName, macro, rule, message, at, ...line }: HistoryLine) {
  const { type, data, actorKind, actorId } = line;
  const actor = { kind: kindOf({ actorKind, actorId }), id: actorId, name: actorName };
  const sides = { from: valueOn('from', line), to: valueOn('to', line) };
  return { type, at: at.toISOString(), actor, ...sides, data, cause: { macro, rule, message } };
}

/** A tag was either there or not; of all else the name, or the value where it has none. */
function valueOn(
  side: 'from' | 'to',
  line: Pick<HistoryLine, 'type' | 'data' | 'from' | 'to'>,
): string | null {
  if (line.type === (side === 'from' ? 'ticket.tagged' : 'ticket.untagged')) return null;
  const value = line[side] ?? line.data[side] ?? null;
  return value === null ? null : String(value);
}

const UUID = /^[0-9a-f]{8}-/;

function kindOf({ actorKind, actorId }: Pick<HistoryLine, 'actorKind' | 'actorId'>) {
  if (actorKind === 'user') return actorId === null ? 'api_key' : 'agent';
  if (actorKind === 'customer') return 'customer';
  return UUID.test(actorId ?? '') ? 'rule' : 'system';
}
