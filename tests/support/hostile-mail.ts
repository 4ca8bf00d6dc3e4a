import fc from 'fast-check';

/** Bytes as latin1, so that every value of a byte has its place in a source. */
const bytes = fc.uint8Array({ maxLength: 60 }).map((each) => Buffer.from(each).toString('latin1'));

const words = fc.constantFrom(
  'Hello',
  'Jó napot, elromlott a vízforralóm.',
  'Labdien! Tējkanna nedarbojas.',
  'a\0b',
  '\u202Etxt.exe',
  `${'x'.repeat(5000)}`,
  '=?utf-8?B?SGVsbG8=?=',
  '=?utf-8?B?SGVsb',
  '=?nonsense?Q?=ZZ?=',
  '=?utf-8?Q?=C3?= =?utf-8?Q?=A1?=',
  '"never closed',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '',
);

/** What a source holds is latin1; the letters of the words are UTF-8 there, whatever the header claims. */
const written = words.map((text) => Buffer.from(text, 'utf8').toString('latin1'));

const charset = fc.constantFrom(
  'utf-8',
  'iso-8859-2',
  'us-ascii',
  'utf-16',
  'utf-7',
  'x-lie',
  'gb18030',
  '',
  '"',
  '../x',
);
const encoding = fc.constantFrom(
  '7bit',
  '8bit',
  'base64',
  'quoted-printable',
  'uuencode',
  'x-lie',
  '',
  'BASE64 ',
);
const lineEnd = fc.constantFrom('\r\n', '\n', '\r');

const content = fc.oneof(
  written,
  bytes,
  fc.constantFrom(
    'SGVsbG8sIHdvcmxkIQ==',
    'SGVsbG8sIHdv!!!cmxkIQ=',
    '====',
    'a=C3=A1=',
    'a=ZZ=0=\r\n=',
    'begin 644 a.txt\n#0V%T\n`\nend',
    '<html><body><p>Hi</p><table><tr><td>'.repeat(40),
    '<!--<![CDATA[<style>@import url(//x.test)</style>',
    '+AGEAYg-&AAA',
    `${'y'.repeat(20_000)}`,
  ),
);

const disposition = fc.constantFrom(
  '',
  'attachment; filename="a.txt"',
  "attachment; filename*=utf-8''%E2%82%AC%ZZ.txt",
  'attachment; filename*0="a"; filename*9999="b"; filename*0*=x',
  'attachment; filename="../../etc/passwd"',
  'inline; filename="a\0.png',
  'attachment; filename=',
  ';;;',
);

const leaf = fc
  .record({
    type: fc.constantFrom(
      'text/plain',
      'text/html',
      'image/png',
      'application/ms-tnef',
      'message/delivery-status',
      'message/rfc822',
      'text/calendar',
      'x',
      '/',
      '',
    ),
    charset,
    encoding,
    disposition,
    content,
  })
  .map(({ type, charset: set, encoding: how, disposition: where, content: body }) =>
    [
      `Content-Type: ${type}; charset=${set}`,
      `Content-Transfer-Encoding: ${how}`,
      ...(where ? [`Content-Disposition: ${where}`] : []),
      'Content-ID: <same@id>',
      '',
      body,
    ].join('\n'),
  );

const boundary = fc.constantFrom('b', 'b b', '=_b', 'B', 'x'.repeat(80), '"', '--b', '');

/** Parts in parts: with boundaries that are missing, alike on two levels, never closed or closed twice. */
const part: fc.Arbitrary<string> = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    leaf,
    fc
      .record({
        kind: fc.constantFrom(
          'mixed',
          'alternative',
          'related',
          'report; report-type=delivery-status',
          'signed',
          'x',
        ),
        claimed: boundary,
        used: fc.option(boundary),
        parts: fc.array(tie('part'), { maxLength: 3 }),
        closed: fc.constantFrom('', '--', '--\n--b--', 'garbage'),
      })
      .map(({ kind, claimed, used, parts, closed }) => {
        const line = used ?? claimed;
        const all = parts.map((each) => `--${line}\n${each}\n`).join('');
        return `Content-Type: multipart/${kind}; boundary="${claimed}"\n\npreamble\n${all}--${line}${closed}\n`;
      }),
  ),
})).part;

const field = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'Subject',
        'From',
        'To',
        'Cc',
        'Reply-To',
        'Date',
        'References',
        'In-Reply-To',
        'Received',
        'X-Spam',
        'List-Id',
        'Auto-Submitted',
        'Return-Path',
        'Message-ID',
      ),
      fc.oneof(
        written,
        bytes,
        fc.constantFrom(
          '<a@b>',
          '<a@b> <<c@d',
          '@',
          'Anna <anna@customer.test>',
          'undisclosed-recipients:;',
          'a@b, , ,;',
          'Mon, 99 Foo 99999 99:99:99 +9999',
          'Mon, 02 Mar 2026 09:00:00 +0000',
          'auto-replied',
        ),
      ),
    )
    .map(([name, value]) => `${name}: ${value}`),
  fc.constantFrom(
    ': no name',
    'no colon',
    ' folded from nowhere',
    '\tfolded',
    `X-Bomb: ${'a '.repeat(10_000)}`,
    'Content-Type: text/plain',
    'MIME-Version: 99',
  ),
  fc.nat({ max: 3000 }).map((many) => Array.from({ length: many }, (_, at) => `X-${at}: ${at}`).join('\n')),
);

/**
 * Mails as broken programs and ill-willed people send them: parts in parts with wrong boundaries, broken transfer encodings,
 * charsets that lie, bombs of headers, endless lines, NULs.
 */
export const hostileMail: fc.Arbitrary<Buffer> = fc
  .record({
    head: fc.array(field, { maxLength: 12 }),
    root: part,
    end: lineEnd,
    cut: fc.option(fc.nat({ max: 4000 }), { freq: 2 }),
  })
  .map(({ head, root, end, cut }) => {
    const source = [...head, root].join('\n').replaceAll('\n', end);
    return Buffer.from(cut === null ? source : source.slice(0, cut), 'latin1');
  });
