import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import { env } from '@/server/env';

/** What mail programs show at once; in pixels. */
const WIDEST = 560;

/**
 * An article that `cleanArticleHtml` made, as a mail can say it: boxes become quotations that name their kind, pictures are no
 * wider than a mail, and addresses of ours are whole. Pictures stay files of the article until the message is written.
 */
export async function answerHtml(html: string, locale: Locale): Promise<string> {
  const t = await translator(locale, 'knowledge');
  const names: Readonly<Record<string, string>> = {
    info: t('tool.info'),
    tip: t('tool.tip'),
    warning: t('tool.warning'),
  };
  return wholeLinks(boxesAsQuotations(html, names)).replace(/<img [^<>]*>/g, narrower);
}

/** Cleaned HTML closes every element, so that a stack finds the end of each box. */
function boxesAsQuotations(html: string, names: Readonly<Record<string, string>>): string {
  const open: boolean[] = [];
  return html.replace(/<(\/?)div(?: data-callout="(\w+)")?>/g, (_, ends: string, kind?: string) => {
    if (ends) return open.pop() ? '</blockquote>' : '';
    open.push(kind !== undefined);
    return kind ? `<blockquote><p><strong>${names[kind] ?? ''}</strong></p>` : '';
  });
}

/** Places within the article lead nowhere from a mail; what is ours needs our name in front. */
const wholeLinks = (html: string) =>
  html.replace(/ href="#[^"]*"/g, '').replace(/<a href="\/(?=[^/])/g, `<a href="${env().PUBLIC_URL}/`);

function narrower(tag: string): string {
  const side = (name: string) => Number(new RegExp(` ${name}="(\\d+)"`).exec(tag)?.[1] ?? 0);
  const [width, height] = [side('width'), side('height')];
  if (width <= WIDEST) return tag;
  const tall = Math.round((height * WIDEST) / width);
  return tag
    .replace(/ width="\d+"/, ` width="${WIDEST}"`)
    .replace(/ height="\d+"/, tall ? ` height="${tall}"` : '');
}
