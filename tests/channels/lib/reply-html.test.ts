import { describe, expect, it } from 'vitest';
import { visibleTextOfHtml } from '@/channels/lib/reply-html';

const ANSWER = '<div>Köszönöm, megjött.</div><div>Éva</div>';
const SHOWN = 'Köszönöm, megjött.\nÉva';
const THEIRS = '<p>Kedves Éva!</p><p>Feladtuk a csomagot.</p><p>Üdv</p>';

describe('visibleTextOfHtml', () => {
  it.each([
    [
      'Gmail',
      `${ANSWER}<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Bármilyen nyelven, valaki &lt;a@example.com&gt;:<br></div><blockquote class="gmail_quote" style="margin:0">${THEIRS}</blockquote></div>`,
    ],
    [
      'Gmail, forwarding',
      `${ANSWER}<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>Feladó: <b>X</b> &lt;x@example.com&gt;<br>Date: 2026. márc. 2.<br>Subject: Y<br>To: &lt;z@example.com&gt;<br></div>${THEIRS}</div>`,
    ],
    ['Outlook', `${ANSWER}<hr style="width:98%"><div id="divRplyFwdMsg"><b>Von:</b> X</div>${THEIRS}`],
    [
      'Outlook on the web',
      `${ANSWER}<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">De : X</div>${THEIRS}`,
    ],
    [
      'Outlook on a telephone',
      `${ANSWER}<div id="ms-outlook-mobile-signature">Outlook</div><div id="mail-editor-reference-message-container">${THEIRS}</div>`,
    ],
    ['Hotmail', `${ANSWER}<hr id="stopSpelling">${THEIRS}`],
    [
      'Apple Mail',
      `${ANSWER}<div><br><blockquote type="cite"><div>2026. márc. 2. dátummal írta:</div>${THEIRS}</blockquote></div>`,
    ],
    [
      'Thunderbird',
      `${ANSWER}<div class="moz-cite-prefix">02.03.2026, X wrote in some tongue:<br></div><blockquote type="cite" cite="mid:x">${THEIRS}</blockquote>`,
    ],
    [
      'Yahoo',
      `${ANSWER}<div id="yahoo_quoted_1" class="yahoo_quoted"><div>Whatever, X:</div>${THEIRS}</div>`,
    ],
    [
      'Proton',
      `${ANSWER}<div class="protonmail_quote">X:<blockquote class="protonmail_quote">${THEIRS}</blockquote></div>`,
    ],
  ])('cuts what %s quotes', (_, html) => {
    expect(visibleTextOfHtml(html)).toBe(SHOWN);
  });

  it('leaves out a signature that the mail program marks', () => {
    const quote = `<blockquote type="cite">${THEIRS}</blockquote>`;
    expect(
      visibleTextOfHtml(`${ANSWER}<div class="gmail_signature">Kovács Éva<br>beszerző</div>${quote}`),
    ).toBe(SHOWN);
  });

  it('keeps answers between the lines with the lines that they answer', () => {
    const cite = (text: string) => `<blockquote type="cite">${text}</blockquote>`;
    expect(
      visibleTextOfHtml(
        `<p>Sveiki!</p>${cite('Kad?')}<p>Rīt.</p>${cite('Cik?')}<p>Divi.</p>${cite('Beigas')}`,
      ),
    ).toBe('Sveiki!\n\n> Kad?\n\nRīt.\n\n> Cik?\n\nDivi.');
  });

  it('is silent where nothing stands before the quotation, or there is none', () => {
    expect(
      visibleTextOfHtml(`<div><br></div><blockquote type="cite">${THEIRS}</blockquote>${ANSWER}`),
    ).toBeNull();
    expect(visibleTextOfHtml(`<div id="appendonsend"></div>${THEIRS}`)).toBeNull();
    expect(visibleTextOfHtml(`${ANSWER}<blockquote>beljebb húzott sor</blockquote>`)).toBeNull();
    expect(visibleTextOfHtml('')).toBeNull();
  });
});
