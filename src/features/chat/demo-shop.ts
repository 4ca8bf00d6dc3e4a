import { LOCALES, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { Db } from '@/server/db/client';
import { env } from '@/server/env';
import { escapeHtml } from '@/server/mail/escape-html';

type Say = Awaited<ReturnType<typeof translator<'shop'>>>;
type Asked = Readonly<{ locale: Locale; page: 'machines' | 'cart' }>;

const MACHINES = [
  { name: 'forest', text: 'forestText', price: 189_000, left: 6 },
  { name: 'river', text: 'riverText', price: 124_900, left: 2 },
  { name: 'stone', text: 'stoneText', price: 64_900, left: 11 },
] as const;

/** A pattern of a machine for each: body, group and cup, drawn with lines. */
const DRAWINGS: Readonly<Record<string, string>> = {
  forest:
    'M20 24h120v20H20zM28 44v66h104V44M20 110h120v10H20zM52 44v16h18V44M90 44v16h18V44M57 60v10M65 60v10M95 60v10M103 60v10M50 92h22v14H50zM88 92h22v14H88z',
  river:
    'M40 40h80v18H40zM52 58v52h56V58M40 110h80v10H40zM78 40V12M78 12h26M70 58v14h20V58M76 72v12M84 72v12M68 94h24v14H68z',
  stone: 'M44 28h72v82H44zM40 110h80v10H40zM70 44h20v14H70zM76 58v10M84 58v10M68 86h24v14H68zM54 36h10',
};

/**
 * A page of the demo's shop, made to be a host page with a strict Content-Security-Policy: no inline script, no inline style,
 * nothing from elsewhere. Null where there is no demo workspace with a chat.
 */
export async function demoShopPage(db: Db, asked: Asked): Promise<Response | null> {
  const account = await db.chatAccount.findFirst({
    where: { account: { enabled: true, workspace: { demo: true } } },
    orderBy: { account: { workspace: { createdAt: 'asc' } } },
    select: { publicKey: true },
  });
  if (!account) return null;
  const [say, form] = await Promise.all([
    translator(asked.locale, 'shop'),
    db.requestForm.findFirst({
      where: { account: { enabled: true, workspace: { demo: true } } },
      orderBy: { position: 'asc' },
      select: { publicKey: true },
    }),
  ]);
  const home = new URL(env().PUBLIC_URL).origin;
  return new Response(documentOf({ ...asked, say, key: account.publicKey, form: form?.publicKey ?? null }), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyFor(home),
    },
  });
}

/** What a host page must allow for the widget, and nothing more. */
function policyFor(home: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${home}`,
    `connect-src 'self' ${home}`,
    `frame-src 'self' ${home}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

type Facts = Asked & Readonly<{ say: Say; key: string; form: string | null }>;

function documentOf({ locale, page, say, key, form }: Facts): string {
  const query = `?language=${locale}`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(`${say('title')} · Ozolo Coffee`)}</title>
<link rel="stylesheet" href="/demo-shop.css">
<link rel="icon" href="/icon.svg">
<script async src="/widget.js" data-key="${escapeHtml(key)}"></script>
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
<header>
<a class="name" href="/demo-shop${query}">Ozolo Coffee</a>
<nav aria-label="${say('nav')}">
<a href="/demo-shop${query}"${page === 'machines' ? ' aria-current="page"' : ''}>${say('machines')}</a>
<a href="/demo-shop/cart${query}"${page === 'cart' ? ' aria-current="page"' : ''}>${say('cart')}</a>
</nav>
<nav aria-label="${say('language')}">${LOCALES.map((each) => languageLink({ page, locale: each }, locale)).join('')}</nav>
</header>
<main id="main">${page === 'cart' ? basket(say, locale) : shelf(say, locale)}${form && page === 'machines' ? requestForm(say, locale, form) : ''}</main>
<footer><p>${escapeHtml(say('demo'))}</p></footer>
</body>
</html>
`;
}

function languageLink({ page, locale }: Asked, current: Locale): string {
  const path = page === 'cart' ? '/demo-shop/cart' : '/demo-shop';
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  const marked = locale === current ? ' aria-current="true"' : '';
  return `<a href="${path}?language=${locale}" lang="${locale}" hreflang="${locale}"${marked}>${escapeHtml(name)}</a>`;
}

function shelf(say: Say, locale: Locale): string {
  const cards = MACHINES.map(
    ({ name, text, price, left }) => `<li>
${drawing(name)}
<h2>${say(name)}</h2>
<p>${escapeHtml(say(text))}</p>
<p class="stock">${say('stock')}, ${say('few', { count: left })}</p>
<p class="price">${money(price, locale)}</p>
<a class="buy" href="/demo-shop/cart?language=${locale}">${say('buy')}</a>
</li>`,
  );
  return `<div class="lead"><h1>${say('heading')}</h1><p>${escapeHtml(say('lead'))}</p></div>
<ul class="shelf">${cards.join('')}</ul>
<section><h2>${say('service')}</h2><p>${escapeHtml(say('serviceText'))}</p></section>`;
}

function basket(say: Say, locale: Locale): string {
  return `<div class="lead"><h1>${say('basketHeading')}</h1><p>${escapeHtml(say('basketEmpty'))}</p></div>
<div class="basket">${drawing('river')}<p>${say('basketTotal')}</p><p class="price">${money(124_900, locale)}</p>
<p>${escapeHtml(say('basketHelp'))}</p>
<p><button type="button" class="buy" disabled>${say('pay')}</button></p></div>
<p><a href="/demo-shop?language=${locale}">${say('back')}</a></p>`;
}

const requestForm = (say: Say, locale: Locale, key: string): string =>
  `<section id="request"><h2>${escapeHtml(say('request'))}</h2>
<script async src="/form.js" data-form="${escapeHtml(key)}" data-language="${locale}" data-title="${escapeHtml(say('request'))}"></script></section>`;

const drawing = (name: string): string =>
  `<svg viewBox="0 0 160 132" aria-hidden="true"><path d="${DRAWINGS[name] ?? ''}"/></svg>`;

/** Prices are in euro cents. */
const money = (cents: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100);
