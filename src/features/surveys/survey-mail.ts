import type { SurveyLanguage, SurveyTerms } from '@/domain/survey/survey';
import { type SurveyWords, surveyWords } from '@/features/surveys/survey-words';
import { translator } from '@/i18n/translator';
import { surveyAddress } from '@/server/crypto/survey-token';
import { escapeHtml } from '@/server/mail/escape-html';

type Asked = Readonly<{
  terms: SurveyTerms;
  locale: SurveyLanguage;
  token: string;
  workspace: string;
  ticket: Readonly<{ number: number; subject: string }> | null;
  expiresAt: Date;
  timeZone: string;
  reminder: boolean;
}>;

type Words = Readonly<{ subject: string; text: string; html: string }>;

/** The mail that asks, in the customer's language: each score is a link that opens the page with it chosen. */
export async function surveyMail(asked: Asked): Promise<Words> {
  const { terms, locale, token, workspace, ticket, reminder } = asked;
  const [t, words] = await Promise.all([
    translator(locale, 'survey'),
    surveyWords({ terms, locale, workspace }),
  ]);
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: asked.timeZone });
  const about = ticket
    ? t('mail.aboutTicket', { number: String(ticket.number), subject: ticket.subject })
    : t('mail.aboutUs', { workspace });
  const letter = {
    locale,
    workspace,
    words,
    lines: [t('mail.greeting'), ...(reminder ? [t('mail.reminder')] : []), about],
    address: surveyAddress(token),
    open: t('mail.open'),
    small: [t('mail.until', { date: until.format(asked.expiresAt) }), t('mail.why', { workspace })],
    stop: { label: t('mail.stop'), address: `${surveyAddress(token)}/stop` },
  };
  const key = terms.kind === 'nps' ? 'mail.subjectUs' : 'mail.subject';
  const subject = ticket
    ? t('mail.subjectTicket', { workspace, number: String(ticket.number) })
    : t(key, { workspace });
  return {
    subject: reminder ? t('mail.subjectReminder', { subject }) : subject,
    text: textOf(letter),
    html: htmlOf(letter),
  };
}

type Letter = Readonly<{
  locale: string;
  workspace: string;
  words: SurveyWords;
  lines: readonly string[];
  address: string;
  open: string;
  small: readonly string[];
  stop: Readonly<{ label: string; address: string }>;
}>;

const scoreAddress = (address: string, score: number): string => `${address}?score=${score}`;

function textOf({ lines, words, address, small, stop, workspace }: Letter): string {
  const scores = words.scores.map(
    ({ score, label }) => `${label ? `${score} – ${label}` : score}: ${scoreAddress(address, score)}`,
  );
  return [
    ...lines,
    words.question,
    scores.join('\n'),
    `-- \n${workspace}`,
    ...small,
    `${stop.label}: ${stop.address}\n`,
  ].join('\n\n');
}

const FONT = 'font-family:Inter,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const TEXT = `margin:0 0 16px;${FONT};font-size:15px;line-height:24px;color:#16181d`;
const QUESTION = `margin:8px 0 16px;${FONT};font-size:18px;line-height:26px;font-weight:600;color:#16181d`;
const SMALL = `margin:0 0 6px;${FONT};font-size:13px;line-height:20px;color:#626975`;
const SCORE = `display:inline-block;min-width:20px;margin:0 6px 8px 0;padding:11px 13px;border:1px solid #868c98;border-radius:8px;background:#ffffff;color:#16181d;${FONT};font-size:15px;font-weight:600;line-height:20px;text-align:center;text-decoration:none`;
const ROW = SCORE.replace('display:inline-block', 'display:block').replace(
  'margin:0 6px 8px 0',
  'margin:0 0 8px',
);

function htmlOf({ locale, words, lines, address, open, small, stop }: Letter): string {
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(words.question)}</title></head>`,
    '<body style="margin:0;padding:24px 12px;background:#f6f7f9">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #e3e6eb;border-radius:8px"><tr><td style="padding:28px 28px 20px;text-align:left">',
    lines.map((line) => `<p style="${TEXT}">${escapeHtml(line)}</p>`).join(''),
    `<h1 style="${QUESTION}">${escapeHtml(words.question)}</h1>`,
    scoresAsHtml(words, address),
    `<p style="${SMALL}">${escapeHtml(open)} <a href="${escapeHtml(address)}" style="color:#4150d0">${escapeHtml(address)}</a></p>`,
    `<hr style="margin:20px 0 16px;border:0;border-top:1px solid #e3e6eb">`,
    small.map((line) => `<p style="${SMALL}">${escapeHtml(line)}</p>`).join(''),
    `<p style="${SMALL}"><a href="${escapeHtml(stop.address)}" style="color:#626975">${escapeHtml(stop.label)}</a></p>`,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('');
}

/** Scores with words stand one below the other, the best first; bare numbers stand in a row between the words of both ends. */
function scoresAsHtml({ scores, named }: SurveyWords, address: string): string {
  const link = (score: number, text: string, style: string) =>
    `<a href="${escapeHtml(scoreAddress(address, score))}" style="${style}">${escapeHtml(text)}</a>`;
  if (named)
    return scores
      .toReversed()
      .map(({ score, label }) => link(score, label, ROW))
      .join('');
  const ends = `${scores[0]?.score} – ${scores[0]?.label} · ${scores.at(-1)?.score} – ${scores.at(-1)?.label}`;
  const row = scores.map(({ score }) => link(score, String(score), SCORE)).join('');
  return `<div>${row}</div><p style="${SMALL}">${escapeHtml(ends)}</p>`;
}
