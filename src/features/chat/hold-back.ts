import type { StoredFile } from '@/domain/ticket/ticket';
import { blockOf } from '@/features/blocks/commands/block-of';
import { keepBlocked } from '@/features/blocks/commands/keep-blocked';
import type { Tx } from '@/server/db/client';
import { nameless } from './customer-of-visitor';
import type { ChatVisitor, VisitorContext } from './visitor';

type Words = Readonly<{
  visitor: Pick<ChatVisitor, 'id' | 'customerId' | 'name' | 'email' | 'phone'>;
  key: string;
  thread: string;
  text: string;
  ticketId: string | null;
  language: string;
  attachmentIds?: readonly string[];
  files?: readonly StoredFile[];
}>;

/**
 * True when a visitor is blocked, by who they are or by the address or number that they gave: what they said is then kept
 * where it can be let in, and reaches nobody else.
 */
export async function holdVisitorBack(tx: Tx, ctx: VisitorContext, words: Words): Promise<boolean> {
  const { visitor, key, thread, text, ticketId, language, attachmentIds = [], files = [] } = words;
  const { customerId, email, phone, name } = visitor;
  const senders = [
    ...(email ? [{ kind: 'email', value: email } as const] : []),
    ...(phone ? [{ kind: 'phone', value: phone } as const] : []),
  ];
  const reason = await blockOf(tx, ctx, { senders, customerId });
  if (reason === null) return false;
  const { account } = ctx;
  await keepBlocked(tx, ctx, {
    channel: 'chat',
    channelAccountId: account.id,
    key,
    thread,
    sender: [name, email].filter(Boolean).join(', ') || nameless(visitor),
    text,
    reason,
    payload: {
      kind: 'words',
      customerId,
      identity: email ? { kind: 'email', value: email } : { kind: 'chat', value: `visitor:${visitor.id}` },
      name: name || nameless(visitor),
      address: email ?? '',
      ticketId,
      teamId: account.teamId,
      language,
      files,
      attachmentIds,
    },
  });
  return true;
}
