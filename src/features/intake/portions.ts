/** A stored mail as it waits in the queue. */
export type Waiting = Readonly<{ workspaceId: string; id: string; size: number; attempts: number }>;

const MOST_MAILS = 16;
const MOST_BYTES = 48 * 1024 * 1024;

/**
 * Cuts a batch into portions that fit into memory together. A mail that was begun before may be what ended the process:
 * it comes alone, so that it takes no other mail with it again.
 */
export function portionsOf(waiting: readonly Waiting[]): Waiting[][] {
  const portions: Waiting[][] = [];
  let bytes = 0;
  for (const mail of waiting) {
    const last = portions.at(-1);
    const fits = last && last.length < MOST_MAILS && bytes + mail.size <= MOST_BYTES;
    if (fits && mail.attempts === 0 && last[0]?.attempts === 0) {
      last.push(mail);
      bytes += mail.size;
    } else {
      portions.push([mail]);
      bytes = mail.size;
    }
  }
  return portions;
}
