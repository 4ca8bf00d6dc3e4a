import type { FormLocale } from '@/domain/form/form';
import type { Typed, WrongItem } from '@/domain/form/read';
import type { StoredFile } from '@/domain/ticket/ticket';
import type { ShownForm } from '@/features/forms/form-rows';
import { LOCALES } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import { env } from '@/server/env';
import { escapeHtml } from '@/server/mail/escape-html';
import { ACCEPTED_ENDINGS } from '@/server/storage/visitor-files';
import { control, type Say } from './controls';
import { brandSource, formBrand } from './form-brand';
import { fileToken, formToken } from './form-token';
import { itemsFor, SIGNER, signerOf } from './signer';

/** What stands above a form that has to be sent once more. */
export type Trouble = 'wrong' | 'expired' | 'too_often' | 'file_too_large' | 'file_type' | 'unreadable';

export type Shown = Readonly<{
  form: ShownForm;
  locale: FormLocale;
  /** Within a frame of another page. */
  embedded: boolean;
  /** Below a heading that says its title already. */
  untitled?: boolean;
  /** Only to be looked at. */
  preview?: boolean;
  /** A new id, for the page that is shown. */
  id: string;
  at: Date;
  typed?: Typed;
  wrong?: Readonly<Record<string, WrongItem>>;
  files?: readonly StoredFile[];
  trouble?: Trouble | null;
}>;

const STATUS: Readonly<Record<Trouble, number>> = {
  wrong: 422,
  expired: 422,
  too_often: 429,
  file_too_large: 413,
  file_type: 422,
  unreadable: 400,
};

/** The page of a form: it works without scripts, and keeps whatever was typed. */
export async function formPage(shown: Shown): Promise<Response> {
  const { form, locale, trouble = null } = shown;
  const say = await translator(locale, 'form');
  const text = form.texts[locale];
  const title = text.title || form.name;
  const html = document(shown, {
    title,
    body: `${shown.untitled ? '' : `<h1>${escapeHtml(title)}</h1>`}
${text.intro ? `<p class="intro">${escapeHtml(text.intro)}</p>` : ''}
${trouble ? `<p class="trouble" role="alert" tabindex="-1" id="trouble">${escapeHtml(say(`trouble.${trouble}`))}</p>` : ''}
${await formOf(shown, say)}`,
  });
  return answer(html, form, trouble ? STATUS[trouble] : 200);
}

type Done = Pick<Shown, 'form' | 'locale' | 'embedded'> &
  Readonly<{
    number: number | null;
    email: string;
    /** Until when an answer was promised, in words; null where none was. */
    answerBy: string | null;
  }>;

/** What stands in place of the form once it was sent: the number, and what happens next. */
export async function donePage(done: Done): Promise<Response> {
  const { form, locale, number, email, answerBy } = done;
  const say = await translator(locale, 'form');
  const text = form.texts[locale];
  const lines = [
    number === null ? say('done.held') : say('done.number', { number: String(number) }),
    answerBy === null ? '' : say('done.answerBy', { when: answerBy }),
    text.done || (number === null ? '' : say('done.next', { email })),
  ];
  const paragraphs = lines.filter(Boolean).map((line) => `<p>${escapeHtml(line)}</p>`);
  const body = `<div role="status"><h1>${escapeHtml(say('done.title'))}</h1>${paragraphs.join('')}</div>`;
  return answer(document(done, { title: say('done.title'), body }), form, 200);
}

function answer(html: string, form: ShownForm, status: number): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyOf(form),
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'x-robots-tag': 'noindex',
    },
  });
}

/** Everything from our own address and nothing inline but the brand's colour, by its hash; framed by the pages that may embed it, and by ours. */
function policyOf(form: ShownForm): string {
  const { allowedOrigins } = form;
  // Named, not 'self': within a sandboxed frame the page has no origin of its own.
  const home = new URL(env().PUBLIC_URL).origin;
  const ancestors = allowedOrigins.length === 0 ? '*' : ["'self'", home, ...allowedOrigins].join(' ');
  return [
    "default-src 'none'",
    `script-src 'self' ${home}`,
    `style-src 'self' ${home}${brandSource(form)}`,
    `img-src 'self' ${home}`,
    `connect-src 'self' ${home}`,
    `form-action 'self' ${home}`,
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

async function formOf(shown: Shown, say: Say): Promise<string> {
  const { form, locale, embedded, untitled, preview, id, at, typed = {}, wrong = {}, files = [] } = shown;
  const facts = {
    say,
    locale,
    typed,
    wrong,
    definitions: form.definitions,
    accept: ACCEPTED_ENDINGS.join(','),
    answers: answersIn(shown),
  };
  const token = formToken({ formId: form.id, id, at });
  const items = preview ? form.items : itemsFor(form.items, signerOf({ form, typed, now: at }));
  const kept = files.map(
    (file) =>
      `<li>${escapeHtml(file.name)}<input type="hidden" name="kept-file" value="${fileToken(form.id, file)}"></li>`,
  );
  return `<form method="post" enctype="multipart/form-data" novalidate data-type="${form.type}" action="${addressOf(shown)}">
<input type="hidden" name="token" value="${token}">
<input type="hidden" name="visit" value="${escapeHtml(typed['visit']?.[0] ?? '')}">
<input type="hidden" name="page" value="${escapeHtml(typed['page']?.[0] ?? '')}">
${embedded ? '<input type="hidden" name="embedded" value="1">' : ''}
${untitled ? '<input type="hidden" name="untitled" value="1">' : ''}
<div class="trap" aria-hidden="true"><label for="website">Website</label><input id="website" name="website" tabindex="-1" autocomplete="off" value=""></div>
${typed[SIGNER]?.[0] ? `<input type="hidden" name="${SIGNER}" value="${escapeHtml(typed[SIGNER][0])}">` : ''}
${items.map((item) => control(item, facts)).join('\n')}
${kept.length > 0 ? `<p>${escapeHtml(say('keptFiles'))}</p><ul>${kept.join('')}</ul>` : ''}
<button type="${preview ? 'button' : 'submit'}">${escapeHtml(form.texts[locale].submit || say('submit'))}</button>
</form>`;
}

/** Articles stand below the subject, which says in few words what it is about; below the message where a form asks for none. */
function answersIn({ form, locale, preview }: Shown) {
  const item =
    form.items.find(({ kind }) => kind === 'subject') ?? form.items.find(({ kind }) => kind === 'message');
  if (preview || !item) return null;
  const address = `/form/${encodeURIComponent(form.publicKey)}/articles?language=${locale}`;
  return { key: item.key, address };
}

const addressOf = ({ form, locale, embedded }: Pick<Shown, 'form' | 'locale' | 'embedded'>): string =>
  `/form/${encodeURIComponent(form.publicKey)}?language=${locale}${embedded ? '&amp;embedded=1' : ''}`;

type Page = Readonly<{ title: string; body: string }>;
type Placed = Pick<Shown, 'form' | 'locale' | 'embedded' | 'preview'>;

function document(shown: Placed, { title, body }: Page): string {
  const { form, locale, embedded, preview } = shown;
  const brand = formBrand(form);
  const languages = LOCALES.map((each) => {
    const name = new Intl.DisplayNames(each, { type: 'language' }).of(each) ?? each;
    const marked = each === locale ? ' aria-current="true"' : '';
    return `<a href="${addressOf({ ...shown, locale: each })}" lang="${each}" hreflang="${each}"${marked}>${escapeHtml(name)}</a>`;
  });
  return `<!doctype html>
<html lang="${locale}" class="${embedded ? 'embedded' : ''}${preview ? ' preview' : ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${title} · ${form.workspace.name}`)}</title>
<link rel="stylesheet" href="/form.css">
${brand ? `<style>${brand}</style>` : ''}
<script src="/form-frame.js" defer></script>
</head>
<body>
<main${embedded ? ` aria-label="${escapeHtml(title)}"` : ''}>
${embedded ? '' : `<nav>${languages.join(' ')}</nav>`}
${body}
</main>
</body>
</html>
`;
}
