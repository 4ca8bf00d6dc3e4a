import { isLocale, LOCALES, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';

type Said = Readonly<{ missing: readonly [string, string]; broken: readonly [string, string]; home: string }>;

let words: ReadonlyMap<Locale, Said> = new Map();

/** Learns the words of these pages; until then they are in none. */
export async function readMissingWords(): Promise<void> {
  const said = LOCALES.map(async (locale) => {
    const [portal, help, common] = await Promise.all([
      translator(locale, 'portal'),
      translator(locale, 'help'),
      translator(locale, 'common'),
    ]);
    const missing = [portal('notFound.title'), portal('notFound.body')] as const;
    return [
      locale,
      { missing, broken: [common('broken.title'), common('broken.noNumber')], home: help('home') },
    ] as const;
  });
  words = new Map(await Promise.all(said));
}

/** True for the document that the framework sends where a page broke or is not there: it is empty, and only a script fills it. */
export const isEmptyError = (html: string): boolean => /<html[^>]*\bid="__next_error__"/.test(html);

/** What stands in its place: that there is nothing here, or that something broke, and the way to the first page. */
export function missingPage(pathname: string, status: number): string {
  const [, home = '/', found = ''] = /^((?:\/help\/[^/]+)?\/([a-z]{2}))(?:\/|$)/.exec(pathname) ?? [];
  const locale = isLocale(found) ? found : LOCALES[0];
  const said = words.get(locale);
  const [title = '', body = ''] = (status < 500 ? said?.missing : said?.broken) ?? [];
  return `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="robots" content="noindex"/>
<title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${body}</p><p><a href="${home}">${said?.home ?? ''}</a></p></main></body></html>`;
}

const STYLE = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;
background:light-dark(#fff,#121316);color:light-dark(#1c1e22,#eceef2);font:1.125rem/1.5 system-ui,sans-serif}
main{max-width:32rem;padding:2rem 1rem;text-align:center}h1{font-size:1.5rem;line-height:1.3;margin:0 0 .5rem}
p{margin:0 0 1rem;color:light-dark(#565c66,#a9afba)}a{color:light-dark(#4150d0,#a5b0ff);padding:.25rem}`;
