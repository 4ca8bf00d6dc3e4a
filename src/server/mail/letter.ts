export type Letter = Readonly<{
  greeting: string;
  paragraphs: readonly string[];
  /** The one thing to do, shown as a button, and as an address for programs that show none. */
  link: Readonly<{ label: string; address: string }>;
  /** Small print: why this mail came, and until when the link works. */
  footer: readonly string[];
  /** BCP 47 tag of the language, for screen readers. */
  locale: string;
}>;

/** A mail of the product itself, as text and as HTML that needs nothing from the network. */
export function writeLetter(letter: Letter): Readonly<{ text: string; html: string }> {
  const { greeting, paragraphs, link, footer } = letter;
  const text = [greeting, ...paragraphs, `${link.label}:\n${link.address}`, '-- ', ...footer].join('\n\n');
  return { text: `${text}\n`, html: htmlOf(letter) };
}

const FONT = 'font-family:Inter,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const TEXT = `margin:0 0 16px;${FONT};font-size:15px;line-height:24px;color:#16181d`;
const SMALL = `margin:0 0 6px;${FONT};font-size:13px;line-height:20px;color:#626975`;
const BUTTON = `display:inline-block;padding:10px 18px;border-radius:6px;background:#4150d0;color:#ffffff;${FONT};font-size:15px;font-weight:600;line-height:20px;text-decoration:none`;

function htmlOf({ greeting, paragraphs, link, footer, locale }: Letter): string {
  const address = escaped(link.address);
  const body = [greeting, ...paragraphs].map((each) => `<p style="${TEXT}">${escaped(each)}</p>`).join('');
  const small = footer.map((each) => `<p style="${SMALL}">${escaped(each)}</p>`).join('');
  return [
    `<!doctype html><html lang="${escaped(locale)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"></head>',
    '<body style="margin:0;padding:24px 12px;background:#f6f7f9">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #e3e6eb;border-radius:8px"><tr><td style="padding:28px 28px 20px;text-align:left">',
    body,
    `<p style="margin:24px 0"><a href="${address}" style="${BUTTON}">${escaped(link.label)}</a></p>`,
    `<p style="${SMALL};word-break:break-all">${address}</p>`,
    `<hr style="margin:20px 0 16px;border:0;border-top:1px solid #e3e6eb">${small}`,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
