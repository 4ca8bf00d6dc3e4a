/** What a notification needs to know of an event; `data` as the history keeps it. */
export type TicketFact = Readonly<{
  position: bigint;
  type: string;
  data: Readonly<Record<string, unknown>>;
  actorId: string | null;
}>;

export type Owner = Readonly<{ assigneeId: string | null; spam: boolean }>;

/** Something that one person is told by mail. `position` makes it unique. */
export type Notice = Readonly<{
  kind: 'assigned' | 'wrote' | 'undelivered';
  userId: string;
  position: bigint;
  messageId: string | null;
}>;

/** Which events of one save are worth a mail, and to whom; nobody is told of what they did themselves. */
export function noticesOf(events: readonly TicketFact[], ticket: Owner): Notice[] {
  if (ticket.spam) return [];
  return events.flatMap((event) => {
    const { position, data, actorId } = event;
    const kind = kindOf(event);
    const userId = event.type === 'ticket.assigned' ? data['to'] : ticket.assigneeId;
    if (!kind || typeof userId !== 'string' || userId === actorId) return [];
    const messageId = typeof data['messageId'] === 'string' ? data['messageId'] : null;
    return [{ kind, userId, position, messageId }];
  });
}

function kindOf({ type, data }: TicketFact): Notice['kind'] | null {
  if (type === 'ticket.assigned' || type === 'ticket.created') return 'assigned';
  // A person outside wrote; machines are no news, and a chat is read as it is written.
  const isNews = data['direction'] === 'inbound' && !data['automated'] && data['channel'] !== 'chat';
  if (type === 'message.added' && isNews) return 'wrote';
  const lost = data['to'] === 'failed' || data['to'] === 'bounced';
  return type === 'message.delivery_changed' && lost ? 'undelivered' : null;
}
