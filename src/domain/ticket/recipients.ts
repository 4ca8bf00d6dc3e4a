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

/** A message as far as its addresses go. */
export type Addressed = Readonly<{
  direction: 'inbound' | 'outbound' | 'note';
  /** Nobody knows whether its sender is who it seems. */
  unverified: boolean;
  /** Whether it was taken back before it left. */
  cancelled: boolean;
  addresses: readonly Readonly<{ kind: string; address: string }>[];
}>;

/**
 * The addresses, in lower case, of those who take part in a ticket already: whoever wrote on it and whoever got an answer.
 * Whom a mail merely names in its copies is none of them until somebody here has answered them: anybody may write there
 * whom they like, and would learn from the answer what the ticket holds.
 */
export function participantsOf(messages: readonly Addressed[]): readonly string[] {
  const taking = messages.flatMap(({ direction, unverified, cancelled, addresses }) => {
    if (direction === 'inbound') return unverified ? [] : addresses.filter(({ kind }) => kind === 'from');
    const isSent = direction === 'outbound' && !cancelled;
    return isSent ? addresses.filter(({ kind }) => RECEIVING.includes(kind)) : [];
  });
  return [...new Set(taking.map(({ address }) => address.toLowerCase()))];
}

const RECEIVING: readonly string[] = ['to', 'cc', 'bcc'];

export type Envelope<Each> = Readonly<{ to: readonly Each[]; cc: readonly Each[]; bcc: readonly Each[] }>;

/**
 * Each address once, in the first row that names it, and none of our own mailboxes, for a mail to ourselves would come back
 * as a loop.
 */
export function withoutOwn(given: Envelope<Address>, ownAddresses: readonly string[]): Envelope<Address> {
  const own = new Set(ownAddresses.map(bare));
  const pick = distinct(({ address }) => !own.has(bare(address)));
  const all = pick([...given.to, ...given.cc, ...given.bcc]);
  const of = (row: readonly Address[]) => all.filter((each) => row.includes(each));
  return { to: of(given.to), cc: of(given.cc), bcc: of(given.bcc) };
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
