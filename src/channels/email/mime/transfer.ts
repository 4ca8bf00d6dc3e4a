const EQUALS = 0x3d;
const MAX_RUNS = 10_000;
const HEX = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  HEX[digit.toString(16).charCodeAt(0)] = digit;
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}

/**
 * The bytes behind a Content-Transfer-Encoding (RFC 2045 §6). An unknown name, `7bit`, `8bit` and `binary` mean the
 * bytes as they are. Broken input gives what can be read of it.
 */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  switch (encoding) {
    case 'base64':
      return decodeBase64(bytes);
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes);
    case 'x-uuencode':
    case 'uuencode':
    case 'x-uue':
    case 'uue':
      return decodeUuencode(bytes);
    default:
      return bytes;
  }
}

/**
 * Reads base64, also several padded runs in a row, as senders that append a footer produce them; what follows a padded
 * run counts in whole groups of four only.
 */
export function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const padding = text.indexOf('=');
  if (padding === -1 || /^=*\s*$/.test(text.slice(padding, padding + 200)))
    return Buffer.from(text, 'base64');
  const [first = '', ...others] = text.split(/=[=\s]*/, MAX_RUNS);
  const whole = others
    .map((run) => run.replace(/[^A-Za-z0-9+/]/g, ''))
    .map((run) => run.slice(0, run.length - (run.length % 4)));
  return Buffer.concat([first, ...whole].map((run) => Buffer.from(run, 'base64')));
}

/** Whether a text that calls itself base64 is plainly none, judged by its beginning. */
export function isFalseBase64(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 60).split('=')[0] ?? '';
  return /[^A-Za-z0-9+/\s]/.test(start);
}

/** Reads quoted-printable (RFC 2045 §6.7); a `=` without two hex digits after it stands for itself. */
function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let at = 0;
  for (let equals = bytes.indexOf(EQUALS); equals !== -1; equals = bytes.indexOf(EQUALS, at)) {
    length += bytes.copy(out, length, at, equals);
    at = softBreakEnd(bytes, equals + 1);
    if (at === 0) {
      const value = hexPair(bytes, equals + 1);
      out[length] = value < 0 ? EQUALS : value;
      length += 1;
      at = equals + (value < 0 ? 1 : 3);
    }
  }
  length += bytes.copy(out, length, at);
  return out.subarray(0, length);
}

/** Where the next line starts if only blanks follow a `=`; 0 when something else does. */
function softBreakEnd(bytes: Buffer, start: number): number {
  let at = start;
  while (
    at < bytes.length &&
    at - start < 1000 &&
    (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d)
  )
    at += 1;
  if (at >= bytes.length) return at;
  return bytes[at] === 0x0a ? at + 1 : 0;
}

function hexPair(bytes: Buffer, at: number): number {
  const high = HEX[bytes[at] ?? 0] ?? -1;
  const low = HEX[bytes[at + 1] ?? 0] ?? -1;
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** Reads the lines between `begin` and `end` of uuencoded text (POSIX uuencode). */
function decodeUuencode(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  const runs: Buffer[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (line === 'end' || line === '`' || line === '') break;
    runs.push(uuencodedLine(line));
  }
  return Buffer.concat(runs);
}

function uuencodedLine(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63;
  const out = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let group = 0; group * 3 < length; group += 1) {
    let bits = 0;
    for (let index = 0; index < 4; index += 1) {
      const code = line.charCodeAt(1 + group * 4 + index);
      bits = (bits << 6) | (Number.isNaN(code) ? 0 : (code - 32) & 63);
    }
    out.writeUIntBE(bits, group * 3, 3);
  }
  return out.subarray(0, length);
}
