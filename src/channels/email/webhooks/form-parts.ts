/** One field of a form, its value as bytes: some providers send each text in the charset of the mail. */
export type FormPart = Readonly<{ name: string; fileName: string | null; type: string; bytes: Buffer }>;

/** The fields of a form body (RFC 7578, or URL-encoded), in their order; null when it is no form. */
export function formParts(contentType: string, body: Buffer): FormPart[] | null {
  const [type = ''] = contentType.toLowerCase().split(';');
  if (type.trim() === 'application/x-www-form-urlencoded') {
    return [...new URLSearchParams(body.toString('utf8'))].map(([name, value]) => field(name, value));
  }
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (type.trim() !== 'multipart/form-data' || !boundary) return null;
  return sections(body, Buffer.from(`--${boundary}`)).flatMap((section) => partOf(section) ?? []);
}

/** The text of a field in UTF-8 or in the charset that is given; an empty string where there is no such field. */
export function textOf(parts: readonly FormPart[], name: string, charset = 'utf-8'): string {
  const bytes = parts.find((part) => part.name === name)?.bytes;
  if (!bytes) return '';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

const field = (name: string, value: string): FormPart => ({
  name,
  fileName: null,
  type: 'text/plain',
  bytes: Buffer.from(value, 'utf8'),
});

/** What stands between the delimiters. */
function sections(body: Buffer, delimiter: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    const next = body.indexOf(delimiter, from);
    if (next < 0) break;
    found.push(body.subarray(from, next));
    start = next;
  }
  return found;
}

const HEAD_END = Buffer.from('\r\n\r\n');

function partOf(section: Buffer): FormPart | null {
  const end = section.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = section.subarray(0, end).toString('utf8');
  const name = /\bname="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return null;
  return {
    name,
    fileName: /\bfilename="([^"]*)"/i.exec(head)?.[1] ?? null,
    type: /^content-type:\s*([^\r\n;]+)/im.exec(head)?.[1]?.trim() ?? 'text/plain',
    // Without the line end before the next delimiter.
    bytes: section.subarray(end + HEAD_END.length, section.length - 2),
  };
}
