import type { Browser, Dialog, Frame, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanHtml, mailFrameDocument, withRemoteImagesBlocked } from '@/channels/lib/html';
import { sharedCases } from '../../support/cases';
import { startChromium } from '../../support/chromium';

type Row = { id: string; input: string };
type Sight = { dialogs: string[]; requests: string[]; navigations: string[]; leftovers: string[] };

const OUR_PAGE = 'http://kalauz.test/mail';

const LIVE_ELEMENT = /^(?:script|style|object|embed|form|link|meta|base|svg|math|video|template|xmp)$/;
const LIVE_VALUE = /^\s*(?:javascript|vbscript|data:(?!image\/))|url\(|expression\(|position\s*:/i;

const OUR_OWN: Row[] = [
  { id: 'handler on a picture', input: '<img src=x onerror=alert(1)>' },
  { id: 'handler after a slash', input: '<svg/onload=alert(1)><p/onclick=alert(1)>szöveg' },
  { id: 'script address with a tab', input: '<a href="java&#9;script:alert(1)">katt</a>' },
  { id: 'script address on a form', input: '<form action="javascript:alert(1)"><button>ok</button></form>' },
  { id: 'refresh', input: '<meta http-equiv="refresh" content="0;url=http://gonosz.example/">' },
  { id: 'base', input: '<base href="http://gonosz.example/"><a href="x">x</a><img src="y.png">' },
  { id: 'style sheet', input: '<style>@import "http://gonosz.example/x.css";</style><p>x</p>' },
  { id: 'picture in a style', input: '<p style="background:url(http://gonosz.example/1.png)">x</p>' },
  { id: 'escaped url in a style', input: '<p style="background:\\75 rl(http://gonosz.example/2.png)">x</p>' },
  {
    id: 'image-set in a style',
    input: '<p style="background:image-set(\'http://gonosz.example/3\' 1x)">x</p>',
  },
  {
    id: 'srcset',
    input: '<img srcset="http://gonosz.example/4.png 1x" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  },
  { id: 'background of a table', input: '<table background="http://gonosz.example/5.png"><tr><td>x</table>' },
  { id: 'prefetch', input: '<link rel="prefetch" href="http://gonosz.example/6"><p>x</p>' },
  {
    id: 'video',
    input: '<video src="http://gonosz.example/7" poster="http://gonosz.example/8" autoplay></video>',
  },
  {
    id: 'frame',
    input: '<iframe srcdoc="<script>alert(1)</script>"></iframe><frame src="http://gonosz.example/9">',
  },
  {
    id: 'mutation through math',
    input:
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  },
  {
    id: 'mutation through noscript',
    input: '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  },
  { id: 'mutation through a comment', input: '<!--><img src=x onerror=alert(1)>-->' },
  {
    id: 'mutation through svg style',
    input: '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  },
  {
    id: 'svg animation',
    input: '<svg><a><animate attributeName=href values=javascript:alert(1) /><text>x</text></a></svg>',
  },
  {
    id: 'data document',
    input: '<a href="data:text/html,<script>alert(1)</script>">x</a><object data="data:text/html,x">',
  },
  { id: 'svg as data picture', input: '<img src="data:image/svg+xml;base64,PHN2Zy8+">' },
  {
    id: 'protocol-relative picture',
    input: '<img src="//gonosz.example/10.png"><a href="//gonosz.example/">x</a>',
  },
  { id: 'unclosed tag', input: '<p>x<img src="http://gonosz.example/11.png" onerror="alert(1)"' },
  {
    id: 'template',
    input: '<template><script>alert(1)</script></template><xmp><img src=x onerror=alert(1)></xmp>',
  },
  { id: 'textarea', input: '<textarea></textarea/><img src=x onerror=alert(1)></textarea>' },
];

const ROWS = [...OUR_OWN, ...sharedCases<Row>('xss')];

let browser: Browser | null = null;
let page: Page | null = null;
beforeAll(async () => {
  browser = await startChromium();
  page = (await browser?.newPage()) ?? null;
});
afterAll(async () => {
  await browser?.close();
});

describe('mail HTML', () => {
  it.each(ROWS)('has no live part after cleaning: $id', async ({ input }) => {
    const { html } = withRemoteImagesBlocked(cleanHtml(input));
    expect(liveParts(html)).toEqual([]);
    if (page === null) return;
    const nothing: Sight = { dialogs: [], requests: [], navigations: [], leftovers: [] };
    expect(await sightOf(page, bare(html + frame(html) + frame(cleanHtml(input))))).toEqual(nothing);
  });

  it('would be seen by this test to be dangerous without the cleaning', async () => {
    const bad =
      '<img src=x onerror=alert(1)><img src="http://gonosz.example/1.png"><a href="javascript:alert(1)">x</a>';
    expect(liveParts(bad).length).toBeGreaterThan(0);
    if (page === null) return;
    const sight = await sightOf(page, bare(bad));
    expect(sight.dialogs).toEqual(['1']);
    expect(sight.requests).toContain('http://gonosz.example/1.png');
    expect(sight.leftovers).toEqual(['img onerror', 'a href']);
  });

  it('cannot run a script in the frame even if the cleaning had a hole', async () => {
    const bad =
      '<script>alert(1)</script><img src=x onerror=alert(2)><img src="http://gonosz.example/1.png">';
    if (page !== null) {
      const sight = await sightOf(page, bare(frame(bad)));
      expect(sight.dialogs).toEqual([]);
      expect(sight.requests.filter((url) => !url.startsWith('http://kalauz.test/'))).toEqual([]);
    }
    expect(mailFrameDocument(bad, { dark: false, allowRemoteImages: false })).toContain("default-src 'none'");
  });
});

function bare(html: string): string {
  return `<!doctype html><meta charset="utf-8"><body>${html}</body>`;
}

function frame(html: string): string {
  const document = mailFrameDocument(html, { dark: false, allowRemoteImages: false });
  const srcdoc = document.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${srcdoc}"></iframe>`;
}

/** Renders a page with all hosts out of reach and tells what it tried to do. */
async function sightOf(tab: Page, body: string): Promise<Sight> {
  const sight: Sight = { dialogs: [], requests: [], navigations: [], leftovers: [] };
  const onDialog = (dialog: Dialog) => {
    sight.dialogs.push(dialog.message());
    void dialog.dismiss();
  };
  const onNavigation = (navigated: Frame) => {
    if (![OUR_PAGE, 'about:srcdoc'].includes(navigated.url())) sight.navigations.push(navigated.url());
  };
  tab.on('dialog', onDialog).on('framenavigated', onNavigation);
  await tab.route('**', (route) => {
    const url = route.request().url();
    if (url === OUR_PAGE) return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    sight.requests.push(url);
    return route.abort();
  });
  await tab.goto(OUR_PAGE, { waitUntil: 'load' });
  sight.leftovers = (await Promise.all(tab.frames().map(leftoversIn))).flat();
  await tab.unroute('**');
  tab.off('dialog', onDialog).off('framenavigated', onNavigation);
  return sight;
}

/** Lists live elements and attributes of the document as the browser understood it. */
async function leftoversIn(part: Frame): Promise<string[]> {
  const parts = await part.evaluate(() =>
    [...document.body.querySelectorAll('*')].flatMap((element) => [
      { name: element.localName, attribute: '', value: '' },
      ...[...element.attributes].map(({ name, value }) => ({
        name: element.localName,
        attribute: name,
        value,
      })),
    ]),
  );
  return parts
    .filter(({ attribute }) => attribute !== 'srcdoc')
    .filter(({ name, attribute, value }) => isLive(name, attribute, value))
    .map(({ name, attribute }) => `${name} ${attribute}`.trim());
}

function isLive(name: string, attribute: string, value: string): boolean {
  if (attribute === '') return LIVE_ELEMENT.test(name);
  return /^on/i.test(attribute) || LIVE_VALUE.test(value);
}

/** The same question asked of the text, so that it is answered where there is no browser too. */
function liveParts(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).filter((tag) => {
    const bareTag = tag.replace(/"[^"]*"/g, '""');
    const [name = ''] = /[a-z0-9]+/i.exec(tag) ?? [];
    const values = [...tag.matchAll(/"([^"]*)"/g)].map(([, value = '']) => value);
    const wellFormed = /^<\/?[a-z]+\d?(?: [a-z]+(?:="")?)*(?: \/)?>$/.test(bareTag);
    return (
      !wellFormed ||
      LIVE_ELEMENT.test(name) ||
      / on/.test(bareTag) ||
      values.some((value) => LIVE_VALUE.test(value))
    );
  });
}
