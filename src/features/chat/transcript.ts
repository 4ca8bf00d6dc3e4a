import type { ChatEntry } from '@/domain/chat/protocol';
import { translator } from '@/i18n/translator';
import { escapeHtml } from '@/server/mail/escape-html';

type About = Readonly<{ locale: string; timeZone: string; workspace: string; number: number }>;
type Line = Readonly<{ who: string; when: string; text: string }>;

/** What was said in a chat as a mail; times stand in the visitor's time zone. */
export async function transcriptOf(entries: readonly ChatEntry[], about: About) {
  const { locale, timeZone, workspace, number } = about;
  const t = await translator(locale, 'chat');
  const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const lines = entries.flatMap((entry): Line[] => {
    if (entry.type !== 'message') return [];
    const { author, from, at, text, files } = entry.message;
    const who = from === 'visitor' ? t('transcript.you') : (author?.name ?? workspace);
    const names = files.map(({ name }) => `[${name}]`);
    return [{ who, when: clock.format(new Date(at)), text: [text, ...names].filter(Boolean).join('\n') }];
  });
  const intro = t('transcript.intro', { workspace });
  const outro = t('transcript.outro');
  return {
    subject: t('transcript.subject', { workspace, number: String(number) }),
    text: [intro, ...lines.map(({ who, when, text }) => `${who} (${when})\n${text}`), outro, workspace].join(
      '\n\n',
    ),
    html: htmlOf({ intro, lines, outro, workspace, locale }),
  };
}

type Page = Readonly<{
  intro: string;
  lines: readonly Line[];
  outro: string;
  workspace: string;
  locale: string;
}>;

const FONT = 'font-family:Inter,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:24px';
const QUIET = 'color:#5b6270;font-size:13px';

function htmlOf({ intro, lines, outro, workspace, locale }: Page): string {
  const body = lines.map(
    ({ who, when, text }) =>
      `<p style="margin:0 0 14px"><strong>${escapeHtml(who)}</strong> <span style="${QUIET}">${escapeHtml(when)}</span><br>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`,
  );
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head><body style="${FONT}"><p>${escapeHtml(intro)}</p>${body.join('')}<p>${escapeHtml(outro)}</p><p>${escapeHtml(workspace)}</p></body></html>`;
}
