import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from '@/channels/lib/reply-text';
import { sharedCaseFile, sharedCases } from '../../support/cases';

const ANSWER = 'Köszönöm, megkaptam a csomagot.\nA doboz sérült volt.';
const THEIRS = 'Kedves Vásárlónk!\nCsomagját ma feladtuk.\nÜgyfélszolgálat';
const MARKED = THEIRS.replaceAll(/^/gm, '> ');

/** What mail programs put between an answer and the mail that it answers. */
const HEADERS: readonly (readonly [string, string])[] = [
  ['Gmail, Hungarian', 'Kovács Éva <eva@pelda.hu> ezt írta (időpont: 2026. márc. 2., H, 9:12):'],
  [
    'Gmail, Hungarian, wrapped',
    'Kovács Éva Mária <kovacs.eva.maria@hosszunevuceg.pelda.hu> ezt írta (időpont:\n2026. márc. 2., H, 9:12):',
  ],
  ['Apple, Hungarian', '2026. márc. 2. dátummal, 9:12 időpontban Kovács Éva <eva@pelda.hu> írta:'],
  ['Thunderbird, Hungarian', '2026. 03. 02. 9:12 keltezéssel, Kovács Éva írta:'],
  ['Outlook for Mac, Hungarian', '02/03/2026 9:12 időpontban Kovács Éva (eva@pelda.hu) ezt írta:'],
  [
    'Outlook, Hungarian',
    'Feladó: Kovács Éva\nElküldve: 2026. március 2., hétfő 9:12\nCímzett: Nagy Pál\nMásolatot kap: Kis Ilona\nTárgy: Re: Csomag',
  ],
  [
    'Outlook, Hungarian, with ruler',
    '________________________________\nFeladó: Kovács Éva <eva@pelda.hu>\nKüldve: 2026. március 2. 9:12\nCímzett: Nagy Pál <pal@pelda.hu>\nTárgy: Csomag',
  ],
  [
    'Outlook, Hungarian, old',
    '-----Eredeti üzenet-----\nFeladó: Kovács Éva\nKüldte: 2026. március 2.\nCímzett: Nagy Pál\nTárgy: Csomag',
  ],
  [
    'forwarded, Hungarian',
    '---------- Továbbított üzenet ---------\nFeladó: Kovács Éva <eva@pelda.hu>\nDate: 2026. márc. 2., H, 9:12\nSubject: Csomag\nTo: <pal@pelda.hu>',
  ],
  [
    'Gmail, Latvian',
    'pirmd., 2026. g. 2. marts, plkst. 9:12 — lietotājs Jānis Bērziņš (<janis@piemers.lv>) rakstīja:',
  ],
  ['Apple, Latvian', 'Jānis Bērziņš <janis@piemers.lv> rakstīja (2026. gada 2. martā 9:12):'],
  ['Thunderbird, Latvian', '02.03.2026 9:12, Jānis Bērziņš rakstīja:'],
  [
    'Outlook, Latvian',
    'No: Jānis Bērziņš\nNosūtīts: pirmdiena, 2026. gada 2. marts 9:12\nKam: Pēteris Ozols\nTēma: Re: Sūtījums',
  ],
  [
    'Outlook, Latvian, old',
    '-----Sākotnējais ziņojums-----\nNo: Jānis Bērziņš\nNosūtīts: 2026. gada 2. martā\nKam: Pēteris Ozols\nTēma: Sūtījums',
  ],
  ['ruler only, Latvian', '----- Oriģinālais ziņojums -----'],
  [
    'forwarded, Latvian',
    '-------- Pārsūtīts ziņojums --------\nTemats: Sūtījums\nDatums: Mon, 2 Mar 2026 09:12:00 +0200\nNo: Jānis Bērziņš <janis@piemers.lv>\nKam: Pēteris Ozols',
  ],
  ['Gmail, English', 'On Mon, Mar 2, 2026 at 9:12 AM Support <support@example.com> wrote:'],
  [
    'Gmail, English, wrapped',
    'On Mon, Mar 2, 2026 at 9:12 AM The Support Team Of A Company <\nsupport@a-very-long-company-name.example.com> wrote:',
  ],
  ['Apple, English', 'On 2 Mar 2026, at 09:12, Support <support@example.com> wrote:'],
  [
    'Outlook, English',
    'From: Support <support@example.com>\nSent: Monday, March 2, 2026 9:12 AM\nTo: Éva Kovács <eva@pelda.hu>\nSubject: RE: Parcel',
  ],
  [
    'Outlook on a telephone',
    'Get Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Support <support@example.com>\nSent: Monday, March 2, 2026 9:12:00 AM\nTo: Éva <eva@pelda.hu>\nSubject: Parcel',
  ],
  ['German', 'Am Mo., 2. März 2026 um 09:12 Uhr schrieb Support <support@example.de>:'],
  ['Polish', 'pon., 2 mar 2026 o 09:12 Support <support@example.pl> napisał(a):'],
  ['Lithuanian', '2026-03-02, pr, 09:12 Support <support@example.lt> rašė:'],
  ['Estonian', 'Support <support@example.ee> kirjutas kuupäeval E, 2. märts 2026 kell 09:12:'],
  ['no date, Hungarian', 'Kovács Éva <eva@pelda.hu> ezt írta:'],
  ['Chinese', '在 2026年3月2日 09:12，Support <support@example.cn>写道：'],
  ['Japanese', '2026年3月2日(月) 9:12 Support <support@example.jp>:'],
  ['a language that nobody told us', '2026-03-02 09:12, Support <support@example.org>:'],
];

describe('visibleText', () => {
  it.each(HEADERS)('cuts what follows the header of %s', (_, header) => {
    expect(visibleText(`${ANSWER}\n\n${header}\n\n${THEIRS}\n`)).toBe(ANSWER);
  });

  it.each(HEADERS)('cuts a marked quotation below the header of %s', (_, header) => {
    expect(visibleText(`${ANSWER}\n\n${header}\n\n${MARKED}\n`)).toBe(ANSWER);
  });

  it.each(HEADERS)('cuts it without an empty line and with Windows line ends: %s', (_, header) => {
    expect(visibleText(`${ANSWER}\n${header}\n${MARKED}`.replaceAll('\n', '\r\n'))).toBe(ANSWER);
  });

  it('cuts at the line that our own mails carry, before anything else', () => {
    const text = `${ANSWER}\n\nAnyone, 1 January, said something like:\n> ##- Please write your reply above this line -##\n> ${THEIRS}`;
    expect(visibleText(`${ANSWER}\n\n##- Kérjük, e fölé a sor fölé írjon -##\n${THEIRS}`)).toBe(ANSWER);
    expect(visibleText(text)).toBe(`${ANSWER}\n\nAnyone, 1 January, said something like:`);
  });

  it.each([
    'Saját iPhone-omról küldve',
    'Az iPhone-omról küldve',
    'Elküldve az Androidos Outlookból',
    'Elküldve a Yahoo Mailből iPhone-ról',
    'Samsung Galaxy okostelefonomról küldve.',
    'Nosūtīts no mana iPhone',
    'Nosūtīts no mana Samsung Galaxy viedtālruņa.',
    'Sent from my iPhone',
    'Sent from Mail for Windows',
    'Sent from Outlook for Android<https://aka.ms/AAb9ysg>',
    'Get Outlook for iOS',
    'Von meinem iPhone gesendet',
    'Wysłane z iPhone’a',
    'Отправлено с iPhone',
    '--',
    '-- ',
    '____________________',
  ])('cuts a signature that begins with "%s"', (line) => {
    expect(visibleText(`${ANSWER}\n\n${line}\nKovács Éva\n+36 30 123 4567\n`)).toBe(ANSWER);
  });

  it.each([
    'Üdvözlettel,',
    'Üdvözlettel:',
    'Tisztelettel',
    'Köszönettel,',
    'Üdv,',
    'Ar cieņu,',
    'Ar sveicieniem',
    'Paldies,',
    'Kind regards,',
    'Mit freundlichen Grüßen',
  ])('cuts the words of parting "%s" and the name below', (line) => {
    expect(visibleText(`${ANSWER}\n\n${line}\nKovács Éva\nbeszerző`)).toBe(ANSWER);
    expect(
      visibleText(`${ANSWER}\n${line}\nÉva\n\nOn 2 Mar 2026, at 09:12, X <x@example.com> wrote:\n${MARKED}`),
    ).toBe(ANSWER);
  });

  it.each([
    'Az ügyfél ezt írta: nem érkezett meg.',
    'A futár tegnap ezt írta:\nnem talált otthon senkit.',
    'Klients rakstīja: nav saņemts.',
    'On the other hand, it works.\nOn average it takes two days.',
    'The courier wrote that he came at 9:12 on 2 March 2026.',
    'Please call Anna <anna@example.com> at 9:12 about the following:\nthe parcel',
    'Elküldve a raktárból tegnap.',
    'Sent from the warehouse, as far as I know.',
    'Sent from my desk, which is easier.',
    'Paldies!',
    'Köszönöm!\n\nÜdvözlettel várom a válaszát a csomaggal kapcsolatban.',
    'Honnan: Riga\nHova: Budapest\nDate: 2026-03-02',
    'From: Riga\nTo: Budapest\nDate: 2 March 2026',
    'Lista:\n-- első\n-- második\n---\nvége',
    'Név: Kis Éva\nTárgy: hibás termék\nÜzenet: nem megy',
    'Új üzenet a honlapról\n\nFrom: Kis Éva <eva@pelda.hu>\nSubject: Csomag\n\nHol van?',
    '2026-03-02 09:12\n02.03.2026 9:12',
    'Hello,\n\nthe order is late.\n\nRegards,\nEva\n\nP.S. Please call me before noon, since I will be out of the office afterwards.',
  ])('leaves a text alone that only looks like it: %j', (text) => {
    expect(visibleText(text)).toBe(text);
  });

  it('keeps the lines that are answered one by one', () => {
    const text = '> Megjött?\nIgen.\n\n> Sérült?\nSajnos.\n\n> Küldjünk újat?\n';
    expect(visibleText(text)).toBe('> Megjött?\nIgen.\n\n> Sérült?\nSajnos.');
  });

  it('shows an answer below the quotation', () => {
    expect(visibleText(`On 2 Mar 2026, at 09:12, X <x@example.com> wrote:\n${MARKED}\n\n${ANSWER}`)).toBe(
      ANSWER,
    );
  });

  it('keeps a few lines that were picked by hand', () => {
    const text = `> Mikor érkezik?\n\n${ANSWER}`;
    expect(visibleText(text)).toBe(text);
  });

  it('takes wrapped lines of a quotation for quoted', () => {
    const long = '> Kedves Vásárlónk, csomagját ma reggel feladtuk a központi';
    expect(visibleText(`${ANSWER}\n\n${long}\nraktárból.\n> Üdv\n${long}\nraktárból.\n> Üdv`)).toBe(ANSWER);
  });

  it('returns the whole text where nothing would remain', () => {
    const forward = `---------- Forwarded message ---------\nFrom: A <a@example.com>\nDate: Mon, Mar 2, 2026\nSubject: x\nTo: <b@example.com>\n\n${THEIRS}`;
    expect(visibleText(forward)).toBe(forward);
    expect(visibleText(MARKED)).toBe(MARKED);
    expect(visibleText('Sent from my iPhone')).toBe('Sent from my iPhone');
    expect(visibleText('')).toBe('');
  });

  it('keeps empty lines and indents as they were written', () => {
    expect(visibleText('\n\n  - egy\n\n\n  - kettő  \n\n')).toBe('  - egy\n\n\n  - kettő');
  });

  it('never adds, changes or reorders a line', () => {
    const line = fc.oneof(
      fc.constantFrom(...HEADERS.flatMap(([, header]) => header.split('\n')), ...MARKED.split('\n')),
      fc.string(),
      fc.constant(''),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const rest = lines.join('\n').replace(/\r\n?/g, '\n').split('\n');
        const shown = visibleText(lines.join('\n')).split('\n');
        return shown.every((words) => {
          const at = rest.findIndex((whole) => whole.includes(words));
          rest.splice(0, at + 1);
          return at !== -1;
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['marks', '>'.repeat(200_000)],
    ['rules', `${'-'.repeat(39)}\n`.repeat(5000)],
    ['attributions', 'a@b.c 2026-01-01 10:00 wrote:\n'.repeat(6000)],
    ['labels', 'From: a@b.c,\n'.repeat(15_000)],
    ['separators', '--\n'.repeat(60_000)],
    ['words', 'On '.repeat(60_000)],
  ])('takes linear time: %s', (_, text) => {
    // Of the processor, not of the clock: on a busy machine others have their turn, too.
    const started = process.cpuUsage();
    visibleText(text);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
  });
});

type Row = {
  id: string;
  input?: string;
  input_path?: string;
  expected: {
    visible?: string;
    visible_prefix?: string;
    matches?: string[];
    not_matches?: string[];
    quoted_matches?: string[];
    quoted_not_matches?: string[];
    max_ms?: number;
  };
};

describe('public cases of other reply parsers', () => {
  it('are met', () => {
    const missed = sharedCases<Row>('reply-trim').flatMap((row) =>
      missesOf(row).map((miss) => `${row.id}: ${miss}`),
    );
    expect(missed).toEqual([]);
  });
});

function missesOf({ input, input_path, expected }: Row): string[] {
  const text = input ?? sharedCaseFile(input_path ?? '').toString();
  const started = performance.now();
  const visible = visibleText(text);
  const took = performance.now() - started;
  const shown = new Set(visible.split('\n'));
  const cut = text.split(/\r?\n/).filter((line) => !shown.has(line));
  const has = (haystack: string, pattern: string) => new RegExp(pattern, 'm').test(haystack);
  const checks: [string, boolean][] = [
    ['visible', expected.visible === undefined || plain(visible) === plain(expected.visible)],
    ['prefix', plain(visible).startsWith(plain(expected.visible_prefix ?? ''))],
    ['time', took <= (expected.max_ms ?? 1000)],
    ...(expected.matches ?? []).map((pattern): [string, boolean] => [pattern, has(visible, pattern)]),
    ...(expected.not_matches ?? []).map((pattern): [string, boolean] => [pattern, !has(visible, pattern)]),
    ...(expected.quoted_matches ?? []).map((pattern): [string, boolean] => [
      pattern,
      has(cut.join('\n'), pattern),
    ]),
    ...(expected.quoted_not_matches ?? []).map((pattern): [string, boolean] => [
      pattern,
      !has(cut.join('\n'), pattern),
    ]),
  ];
  return checks.flatMap(([name, met]) => (met ? [] : [name]));
}

const plain = (text: string) => text.replace(/[^\S\n]+$/gm, '').trim();
