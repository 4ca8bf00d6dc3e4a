import type { Address } from '@/domain/channel/message';

/** Who took part in a message, as far as answering it goes. `sender` is who wants the answer (Reply-To before From). */
export type Correspondence = Readonly<{
  sender: Address | null;
  to: readonly Address[];
  cc: readonly Address[];
}>;

export type Recipients = Readonly<{ to: readonly Address[]; cc: readonly Address[] }>;

/**
 * Whom an answer goes to, in its narrow form (`reply`: whoever wrote last) and its wide one (`replyAll`: the requester
 * and the writer, with everybody else of that mail in copy). Our own mailboxes, also with a tag behind a plus sign,
 * never stand in either. `last` is the newest mail that a person sent us; null when there is none.
 */
export function recipientsFor(
  requester: Address | null,
  last: Correspondence | null,
  ownAddresses: readonly string[],
): Readonly<{ reply: Recipients; replyAll: Recipients }> {
  const own = new Set(ownAddresses.map(bare));
  const pick = distinct((address) => !own.has(bare(address.address)));
  const writer = pick(last?.sender ? [last.sender] : []);
  const to = pick([...(requester ? [requester] : []), ...writer]);
  const cc = pick([...to, ...(last?.to ?? []), ...(last?.cc ?? [])]).slice(to.length);
  return {
    reply: { to: writer.length > 0 ? writer : to, cc: [] },
    replyAll: { to, cc },
  };
}

const bare = (address: string) => address.toLowerCase().replace(/\+[^@]*@/, '@');

const distinct = (wanted: (address: Address) => boolean) => (list: readonly Address[]) => {
  const seen = new Map<string, Address>();
  for (const address of list) {
    const key = address.address.toLowerCase();
    if (wanted(address) && !seen.has(key)) seen.set(key, address);
  }
  return [...seen.values()];
};
