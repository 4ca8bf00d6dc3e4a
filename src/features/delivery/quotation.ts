import { withInlineImages, withRemoteImagesBlocked } from '@/channels/lib/html';
import { translator } from '@/i18n/translator';
import { escapeHtml, paragraphs } from '@/server/mail/escape-html';

/** The newest words of the customer before the answer. */
export type Quoted = Readonly<{
  name: string;
  text: string;
  html: string | null;
  at: Date;
}>;

const LONGEST_HTML = 200_000;
const LONGEST_TEXT = 50_000;

type Reader = Readonly<{ language: string; timeZone: string }>;

/**
 * The customer's last message as it stands below an answer, with the line that mail programs know to fold ("On …, …
 * wrote:") in the language of the mail, as text and as HTML.
 */
export async function quotationOf(
  quoted: Quoted,
  { language, timeZone }: Reader,
): Promise<Readonly<{ text: string; html: string }>> {
  const t = await translator(language, 'outgoing');
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    quoted.at,
  );
  const line = t('reply.quoted', { date, name: quoted.name });
  const delimiter = t('reply.delimiter');
  const words = quoted.text.slice(0, LONGEST_TEXT).trimEnd().split('\n');
  return {
    text: [
      delimiter,
      '',
      line,
      ...words.map((each) => (each.startsWith('>') ? `>${each}` : `> ${each}`)),
    ].join('\n'),
    html: [
      `<p style="color:#8a9099;font-size:12px">${escapeHtml(delimiter)}</p>`,
      `<div class="gmail_quote"><div class="gmail_attr">${escapeHtml(line)}</div>`,
      `<blockquote type="cite" style="margin:0 0 0 8px;padding-left:12px;border-left:2px solid #d0d4da">`,
      htmlOf(quoted),
      '</blockquote></div>',
    ].join(''),
  };
}

/** Their words as they looked, without pictures: those of the mail are not in ours, and others would tell who reads. */
function htmlOf({ html, text }: Quoted): string {
  if (html === null || html.length > LONGEST_HTML) return paragraphs(text.slice(0, LONGEST_TEXT));
  return withRemoteImagesBlocked(withInlineImages(html, () => null)).html;
}
