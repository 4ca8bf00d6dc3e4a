/** Words that mail programs put before a subject when answering or forwarding (contracts A.2), some with a counter. */
const PREFIX =
  /^\s*(re|aw|antw|sv|vs|odp|rif|r|vá|válasz|atb|atbilde|fw|fwd|wg|tr|pd|rv|továbbítás|tov|pārs|pārsūtīts)\s*(\[\d+\]|\(\d+\))?\s*:\s*/iu;

const TAG = /\s*\[#\d{1,9}\]\s*/g;

/** The subject without any of the prefixes that answering and forwarding add, and without our ticket number. */
export function bareSubject(subject: string): string {
  let bare = subject.replace(TAG, ' ').trim();
  for (let next = bare.replace(PREFIX, ''); next !== bare; next = bare.replace(PREFIX, '')) bare = next;
  return bare.trim();
}

/** The ticket number that our own subjects carry, such as `[#1042]`; null when there is none. */
export function subjectNumberOf(subject: string): number | null {
  const match = /\[#(\d{1,9})\]/.exec(subject);
  return match ? Number(match[1]) : null;
}

/** The subject of a mail of ours on this ticket: an answer to the bare subject, with the number that `subjectNumberOf` reads. */
export function subjectOfAnswer(ticketNumber: number, subject: string): string {
  return `Re: ${bareSubject(subject)} [#${ticketNumber}]`.replace(/\s+/g, ' ');
}
