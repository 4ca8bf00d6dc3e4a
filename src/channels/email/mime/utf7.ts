/** Text of UTF-7 bytes (RFC 2152): `+AOQ-` is `ä`, `+-` is a plus. Broken runs give U+FFFD, never an error. */
export function decodeUtf7(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, base64: string) =>
      base64 === '' ? plus(whole) : utf16(base64),
    );
}

function plus(whole: string): string {
  return whole === '+-' ? '+' : whole;
}

function utf16(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return new TextDecoder('utf-16be').decode(even);
}
