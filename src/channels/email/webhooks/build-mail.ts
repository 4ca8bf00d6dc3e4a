import MailComposer from 'nodemailer/lib/mail-composer';

/** A mail that a provider has already taken apart. */
export type MailPieces = Readonly<{
  headers: readonly (readonly [name: string, value: string])[];
  text: string;
  html: string;
  files: readonly Readonly<{ name: string; type: string; bytes: Buffer; contentId: string | null }>[];
}>;

/** What our own body brings itself. */
const OF_THE_BODY = /^(content-(type|transfer-encoding|disposition|length)|mime-version)$/i;

/** Puts the mail together again, so that it takes the same way as any other: one reader for all. */
export async function buildMail({ headers, text, html, files }: MailPieces): Promise<Buffer> {
  const composer = new MailComposer({
    text,
    ...(html && { html }),
    attachments: files.map(({ name, type, bytes, contentId }) => ({
      filename: name,
      contentType: type,
      content: bytes,
      ...(contentId && { cid: contentId, contentDisposition: 'inline' }),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const built = await composer.compile().build();
  const end = built.indexOf('\r\n\r\n');
  const bodyHead = built
    .subarray(0, end)
    .toString('latin1')
    .split(/\r\n(?![ \t])/)
    .filter((line) => OF_THE_BODY.test(line.slice(0, line.indexOf(':'))));
  const lines = headers
    .filter(([name]) => /^[!-9;-~]+$/.test(name) && !OF_THE_BODY.test(name))
    .map(headerLine);
  return Buffer.concat([Buffer.from([...lines, ...bodyHead].join('\r\n'), 'utf8'), built.subarray(end)]);
}

const headerLine = ([name, value]: readonly [string, string]) =>
  `${name}: ${value.replace(/\s*[\r\n]+\s*/g, ' ')}`;
