import type { DeliveryReport } from '../channel/message';

/** Words by which servers say that the person or the host does not exist. */
const NOBODY_THERE = new RegExp(
  [
    '(?:user|recipient|mailbox|account|address|person|local[- ]?part|addressee|alias) ?(?:is |was )?(?:unknown|not (?:found|known|exist))',
    '(?:unknown|no such|invalid|nonexistent|non-existent|illegal|inactive) (?:or illegal )?(?:virtual |local |remote |final )?(?:user|recipient|mailbox|address|account|alias|person|local|destination|domain|host)',
    "(?:does not|doesn't|do not|didn't) (?:exist|have an? \\S{1,100} account)",
    'not a (?:valid|known|registered) (?:user|mailbox|recipient|address)',
    'no (?:mailbox|account|user|recipient)s? (?:here|by|with|found|exists?|named)',
    'recipient(?: name)? (?:is )?not (?:recognized|found)',
    '(?:mailbox|account) (?:has been |is )?(?:deleted|closed|moved|no longer)',
    'no longer (?:valid|exists|available|at this|used|works)',
    'host (?:unknown|not found|or domain name not found)',
    'unknown host|domain (?:not found|does not exist|unknown)|dns lookup failure|nxdomain',
    'unrouteable address|no valid recipients|bad destination mailbox',
    'resolver\\.adr\\.recip(?:ient)?not?found|resolver\\.adr\\.extaddr|recipnotfound',
    'user (?:has )?moved|has moved',
    '見つかりません|リストにありません',
  ].join('|'),
  'i',
);

/** Words that name another cause, whatever else is said: full, refused, too large, spam, policy. */
const OTHER_CAUSE =
  /quota|(?:mailbox|disk|storage)[^.]{0,40} full|over ?(?:quota|limit)|too (?:large|big|many)|spam|blocked|blacklist|block ?list|listed|policy|reputation|greylist|rate limit|relay(?:ing)? (?:access )?denied|dmarc|\bspf\b|\bdkim\b|ptr|sender (?:address )?(?:rejected|verify|domain)|domain of sender|[45]\.7\.\d|[45]\.1\.[78]|timed? ?out|suspended|temporar/i;

/** Address states of RFC 3463 §3.2 that never heal: no mailbox, no host, bad syntax, moved, no mail accepted. */
const DEAD_STATUS = /^5\.1\.(?:1|2|3|4|6|10)$/;

/**
 * Whether nobody will ever be reached at the address again. Policy (x.7.x) never means that, nor does a full mailbox;
 * in doubt the answer is no, for a wrong yes silences a customer.
 */
export function isHardFailure(report: Pick<DeliveryReport, 'action' | 'status' | 'diagnostic'>): boolean {
  if (report.action !== 'failed' || /^[245]\.7\./.test(report.status)) return false;
  const spoken = NOBODY_THERE.test(report.diagnostic);
  if (OTHER_CAUSE.test(report.diagnostic)) return false;
  return spoken || DEAD_STATUS.test(report.status);
}
