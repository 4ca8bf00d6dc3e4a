import { describe, expect, it } from 'vitest';
import {
  cleanHtml,
  htmlToText,
  mailFrameDocument,
  withInlineImages,
  withRemoteImagesBlocked,
} from '@/channels/lib/html';

const LINK_EXTRAS = 'target="_blank" rel="noopener noreferrer nofollow"';

describe('cleanHtml', () => {
  it('keeps the looks of an ordinary mail', () => {
    const html = '<p style="color: #333; font-family: Arial, sans-serif">Kedves <b>Anna</b>!</p>';
    expect(cleanHtml(html)).toBe(html);
  });

  it('sends every link to a new window that knows nothing of ours', () => {
    expect(cleanHtml('<a href="https://pelda.hu/a?b=1&amp;c=2" target="_top" rel="opener">itt</a>')).toBe(
      `<a href="https://pelda.hu/a?b=1&amp;c=2" ${LINK_EXTRAS}>itt</a>`,
    );
    expect(cleanHtml('<a href="tel:+36301234567">hívjon</a>')).toBe(
      `<a href="tel:+36301234567" ${LINK_EXTRAS}>hívjon</a>`,
    );
  });

  it('takes the address of a link that would lead into our own pages', () => {
    for (const href of [
      '/admin/users',
      'ticket/1',
      '//pelda.hu',
      '#fej',
      '?x=1',
      'cid:a@b',
      'file:///etc/passwd',
    ])
      expect(cleanHtml(`<a href="${href}">itt</a>`)).toBe('<a>itt</a>');
  });

  it('keeps pictures that are in the mail and drops those with an odd address', () => {
    expect(cleanHtml('<img src="cid:logo@pelda.hu" alt="Logó" width="20">')).toBe(
      '<img src="cid:logo@pelda.hu" width="20" alt="Logó" />',
    );
    expect(cleanHtml('<img src="data:image/gif;base64,R0lGODlh">')).toContain('src="data:image/gif');
    expect(cleanHtml('<img src="data:image/svg+xml;base64,PHN2Zz4=">')).toBe('<img />');
    expect(cleanHtml('<img src="kep.png">')).toBe('<img />');
  });

  it('keeps the words of boxes it does not know', () => {
    expect(cleanHtml('<main><form><button>Tovább</button></form></main>')).toBe(
      '<div><div>Tovább</div></div>',
    );
  });

  it('keeps the paper of the body but not the title of the page', () => {
    expect(
      cleanHtml('<html><head><title>Hírlevél</title></head><body bgcolor="#eee">Labdien!</body></html>'),
    ).toBe('<div bgcolor="#eee">Labdien!</div>');
  });

  it('changes nothing when it cleans a second time', () => {
    const once = cleanHtml(
      '<p onclick=x>a &lt; b &amp; "c" <i>d<p>e</i><a href="https://x.y/?a=1&b=2">f</a><img src=cid:a>',
    );
    expect(cleanHtml(once)).toBe(once);
  });

  it('shows the first two million characters of an endless mail', () => {
    expect(cleanHtml('x'.repeat(3_000_000))).toHaveLength(2 * 1024 * 1024);
  });

  it.each([
    ['nested boxes', '<div>'],
    ['nested boxes under comments', '<b><!--</b>-->'],
    ['boxes whose ends never match', '<b></i>'],
    ['list items with paragraphs', '<li><p>'],
    ['open brackets', '<'],
    ['open tags', '<b '],
    ['styles', '<p style="color:red;background:url(x)">'],
    ['frames', '<iframe><b>'],
  ])('takes linear time: %s', (_, unit) => {
    const html = unit.repeat(Math.floor(1_000_000 / unit.length));
    const started = performance.now();
    htmlToText(html);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('keeps the words of a mail that nests without end', () => {
    expect(cleanHtml(`${'<div>'.repeat(5000)}panasz & kérés`)).toContain('panasz');
  });
});

describe('htmlToText', () => {
  it('breaks lines where a reader sees them broken', () => {
    expect(
      htmlToText('<div>Jó napot!</div><div><br></div><div>Nem jött<br>meg.</div><p>Üdv,</p><p>Éva</p>'),
    ).toBe('Jó napot!\n\nNem jött\nmeg.\n\nÜdv,\n\nÉva');
  });

  it('reads tables row by row', () => {
    expect(
      htmlToText('<table><tr><td>Cikk</td><td>Ár</td></tr><tr><td>Bögre</td><td>2 990 Ft</td></tr></table>'),
    ).toBe('Cikk Ár\nBögre 2 990 Ft');
  });

  it('tells where a link leads unless its words say so', () => {
    expect(
      htmlToText('<a href="https://pelda.lv/a">šeit</a>, <a href="mailto:a@pelda.lv">a@pelda.lv</a>'),
    ).toBe('šeit <https://pelda.lv/a>, a@pelda.lv');
  });

  it('marks what is quoted', () => {
    expect(htmlToText('<p>Paldies!</p><blockquote>Kad?<br>Cik?</blockquote>')).toBe(
      'Paldies!\n\n> Kad?\n> Cik?',
    );
  });

  it('leaves out what a newsletter hides at its top', () => {
    const hidden = '<div style="max-height:0;display:none !important">Előnézet</div>';
    expect(htmlToText(`${hidden}<p>Kedves Éva!</p>`)).toBe('Kedves Éva!');
  });

  it('leaves out scripts, styles and pictures', () => {
    expect(
      htmlToText('<style>p{}</style><script>x()</script><p>Szia<img src="cid:x" alt="mosoly"></p>'),
    ).toBe('Szia');
  });
});

describe('withRemoteImagesBlocked', () => {
  it('takes away and counts what another host would serve', () => {
    const html = cleanHtml(
      '<img src="https://a.b/1.gif" width="1"><img src="cid:x"><img src="HTTP://a.b/2.png" alt="kép">',
    );
    expect(withRemoteImagesBlocked(html)).toEqual({
      html: '<img width="1" /><img src="cid:x" /><img alt="kép" />',
      blocked: 2,
    });
  });

  it('leaves our own stored pictures alone', () => {
    const html = '<img src="/api/files/1" alt="" />';
    expect(withRemoteImagesBlocked(html)).toEqual({ html, blocked: 0 });
  });
});

describe('withInlineImages', () => {
  const files: Record<string, string> = { 'logo@pelda.hu': '/files/1?a=1&b=2', 'kép 1': '/files/2' };
  const urlOf = (contentId: string) => files[contentId] ?? null;

  it('finds the file whatever the spelling of its id', () => {
    for (const source of [
      'cid:logo@pelda.hu',
      'CID:LOGO@pelda.hu',
      'cid:logo%40pelda.hu',
      'cid:%3Clogo@pelda.hu%3E',
    ])
      expect(withInlineImages(cleanHtml(`<img src="${source}">`), urlOf)).toBe(
        '<img src="/files/1?a=1&amp;b=2" />',
      );
    expect(withInlineImages(cleanHtml('<img src="cid:k%C3%A9p%201">'), urlOf)).toBe('<img src="/files/2" />');
  });

  it('shows no broken picture where the file is missing', () => {
    expect(withInlineImages('<img src="cid:nincs" alt="aláírás" />', urlOf)).toBe('<img alt="aláírás" />');
    expect(withInlineImages('<img src="cid:%E0%A4%A" />', urlOf)).toBe('<img />');
  });
});

describe('mailFrameDocument', () => {
  it('lets pictures of other hosts in only when asked to', () => {
    const closed = mailFrameDocument('', { dark: false, allowRemoteImages: false });
    const open = mailFrameDocument('', { dark: false, allowRemoteImages: true });
    expect(closed).toContain("img-src 'self' data: blob:;");
    expect(open).toContain("img-src 'self' data: blob: https: http:;");
    for (const document of [closed, open]) expect(document).toContain("default-src 'none';");
  });

  it('is dark in the dark, unless the mail brings its own colours', () => {
    const scheme = (html: string) =>
      /color-scheme" content="(\w+)"/.exec(
        mailFrameDocument(html, { dark: true, allowRemoteImages: false }),
      )?.[1];
    expect(scheme('<p>Sveiki!</p>')).toBe('dark');
    expect(scheme('<p style="font-weight: bold">color</p>')).toBe('dark');
    expect(scheme('<p style="margin: 0; color: #000">Sveiki!</p>')).toBe('light');
    expect(scheme('<td bgcolor="#fff">Sveiki!</td>')).toBe('light');
    const system = mailFrameDocument('<p>Sveiki!</p>', { dark: 'system', allowRemoteImages: false });
    expect(system).toContain('color-scheme" content="light dark"');
  });
});
