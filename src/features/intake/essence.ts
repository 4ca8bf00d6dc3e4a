import { createHash } from 'node:crypto';

/** Fields that carriers add on the way (RFC 5321 §4.4, RFC 8601, RFC 8617), so that two copies of one mail differ in them. */
const ADDED_ON_THE_WAY =
  /^(received|return-path|delivered-to|envelope-to|authentication-results|received-spf|dkim-signature|arc-[a-z-]+|x-received|x-original-to|x-delivered-to|x-envelope-(to|from)|x-forwarded-(to|for)|x-spam-[a-z-]+|x-virus-[a-z-]+|x-google-[a-z-]+|x-gm-[a-z-]+|x-ms-exchange-[a-z-]+)$/i;

const LF = 0x0a;
const CR = 0x0d;

/**
 * SHA-256 in hex of what the sender sent: the bytes without the fields that carriers add. The copies of one mail that reach
 * two mailboxes have it in common; two mails that merely share a Message-ID do not.
 */
export function essenceOf(bytes: Uint8Array): string {
  const hash = createHash('sha256');
  const end = endOfHead(bytes);
  for (const field of fieldsOf(bytes.subarray(0, end))) {
    const name = Buffer.from(field.subarray(0, 80)).toString('latin1').split(':')[0] ?? '';
    if (!ADDED_ON_THE_WAY.test(name.trim())) hash.update(field);
  }
  return hash.update(bytes.subarray(end)).digest('hex');
}

/** Where the empty line begins that ends the head; the whole length when there is none. */
function endOfHead(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? at + 2 : at + 1;
    if (bytes[next] === LF) return at + 1;
  }
  return bytes.byteLength;
}

/** Header fields with their folded lines. */
function* fieldsOf(head: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let at = head.indexOf(LF); at >= 0; at = head.indexOf(LF, at + 1)) {
    const folded = head[at + 1] === 0x20 || head[at + 1] === 0x09;
    if (folded) continue;
    yield head.subarray(start, at + 1);
    start = at + 1;
  }
  if (start < head.byteLength) yield head.subarray(start);
}
