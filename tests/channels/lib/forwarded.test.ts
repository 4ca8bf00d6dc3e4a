import { describe, expect, it } from 'vitest';
import { readForwarded } from '@/channels/lib/forwarded';
import { sharedCaseFile, sharedCases } from '../../support/cases';

const TEXT = 'Labdien!\n\nMans pasūtījums nav pienācis.\nĀrija';
const ARIJA = { address: 'arija@piemers.lv', name: 'Ārija Kalniņa' };
const FROM = 'Ārija Kalniņa <arija@piemers.lv>';
const TO = [{ address: 'info@pelda.hu', name: null }];
const CC = [
  { address: 'peteris@piemers.lv', name: 'Pēteris Ozols' },
  { address: 'anna@piemers.lv', name: 'Anna' },
];
const CC_LIST = 'Pēteris Ozols <peteris@piemers.lv>, Anna <anna@piemers.lv>';
const SUBJECT = 'Pasūtījums 12';

const FOUND = { from: ARIJA, to: TO, cc: CC, subject: SUBJECT, text: TEXT };

/** Announcement, then the words for from, date, to, copy and subject. */
const BY_TONGUE: Readonly<Record<string, readonly [string, string, string, string, string, string]>> = {
  hu: ['Továbbított üzenet', 'Feladó', 'Dátum', 'Címzett', 'Másolat', 'Tárgy'],
  lv: ['Pārsūtīts ziņojums', 'No', 'Datums', 'Kam', 'Kopija', 'Temats'],
  en: ['Forwarded message', 'From', 'Date', 'To', 'Cc', 'Subject'],
  de: ['Weitergeleitete Nachricht', 'Von', 'Gesendet', 'An', 'CC', 'Betreff'],
  fr: ['Message transféré', 'De ', 'Envoyé ', 'À ', 'Cc ', 'Objet '],
  es: ['Mensaje reenviado', 'De', 'Fecha', 'Para', 'CC', 'Asunto'],
  pt: ['Mensagem encaminhada', 'De', 'Enviado', 'Para', 'Cc', 'Assunto'],
  it: ['Messaggio inoltrato', 'Da', 'Inviato', 'A', 'Cc', 'Oggetto'],
  nl: ['Doorgestuurd bericht', 'Van', 'Verzonden', 'Aan', 'Cc', 'Onderwerp'],
  da: ['Videresendt meddelelse', 'Fra', 'Sendt', 'Til', 'CC', 'Emne'],
  no: ['Videresendt melding', 'Fra', 'Sendt', 'Til', 'Kopi', 'Emne'],
  sv: ['Vidarebefordrat meddelande', 'Från', 'Skickat', 'Till', 'Kopia', 'Ämne'],
  fi: ['Välitetty viesti', 'Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Kopio', 'Aihe'],
  et: ['Edastatud kiri', 'Saatja', 'Saadetud', 'Saaja', 'Koopia', 'Teema'],
  lt: ['Persiųstas laiškas', 'Nuo', 'Išsiųsta', 'Kam', 'Kopija', 'Tema'],
  pl: ['Przekazana wiadomość', 'Od', 'Wysłano', 'Do', 'Dw', 'Temat'],
  cs: ['Přeposlaná zpráva', 'Od', 'Odesláno', 'Komu', 'Kopie', 'Předmět'],
  sk: ['Preposlaná správa', 'Od', 'Odoslané', 'Komu', 'Kópia', 'Predmet'],
  hr: ['Proslijeđena poruka', 'Šalje', 'Poslano', 'Prima', 'Kopija', 'Naslov'],
  ro: ['Mesaj redirecționat', 'De la', 'Trimis', 'Către', 'Cc', 'Subiect'],
  ru: ['Пересылаемое сообщение', 'От', 'Отправлено', 'Кому', 'Копия', 'Тема'],
  uk: ['Переслане повідомлення', 'Від', 'Надіслано', 'Кому', 'Копія', 'Тема'],
  tr: ['İletilmiş Mesaj', 'Kimden', 'Gönderildi', 'Kime', 'Bilgi', 'Konu'],
  ja: ['転送メッセージ', '差出人', '日付', '宛先', 'Cc', '件名'],
};
const TONGUES = Object.entries(BY_TONGUE).map(([tongue, words]) => ({ tongue, words }));

/** What the programs of several makers print in the place of `Begin forwarded message:`. */
const BEGINNINGS = [
  'Begin forwarded message:',
  'Továbbított levél kezdete:',
  'Pārsūtītā ziņojuma sākums:',
  'Anfang der weitergeleiteten Nachricht:',
  'Début du message réexpédié :',
  'Inicio del mensaje reenviado:',
  'Inizio messaggio inoltrato:',
  'Válami, amit még senki sem látott:',
];

describe('readForwarded', () => {
  it.each(TONGUES)(
    'reads a forward with a ruler: $tongue',
    ({ words: [ruler, from, date, to, cc, subject] }) => {
      const header = `${from}: ${FROM}\n${date}: 2026. 03. 02. 9:12\n${subject}: ${SUBJECT}\n${to}: <info@pelda.hu>\n${cc}: ${CC_LIST}`;
      expect(readForwarded(`---------- ${ruler} ---------\n${header}\n\n${TEXT}\n`, 'x')).toEqual({
        ...FOUND,
        date: '2026. 03. 02. 9:12',
        comment: '',
      });
      expect(
        readForwarded(
          `Nézd meg, kérlek!\n\n-------- ${ruler} --------\n${header}\n\n\n${TEXT}`,
          `Re: ${SUBJECT}`,
        ),
      ).toMatchObject({ ...FOUND, comment: 'Nézd meg, kérlek!' });
    },
  );

  it.each(TONGUES)(
    'reads the header that Outlook prints: $tongue',
    ({ words: [, from, date, to, cc, subject] }) => {
      const header = `${from}: ${FROM}\n${date}: hétfő, 2026. március 2. 9:12\n${to}: info@pelda.hu <info@pelda.hu>\n${cc}: ${CC_LIST.replace(',', ';')}\n${subject}: ${SUBJECT}\n`;
      expect(
        readForwarded(`Lūdzu!\n\n________________________________\n${header}\n${TEXT}`, `FW: ${SUBJECT}`),
      ).toMatchObject({ ...FOUND, comment: 'Lūdzu!' });
      expect(readForwarded(`${header}${TEXT}`, `Továbbítás: ${SUBJECT}`)).toMatchObject({
        ...FOUND,
        comment: '',
      });
    },
  );

  it.each(TONGUES)(
    'reads the one-line header of Yahoo: $tongue',
    ({ words: [ruler, from, date, to, cc, subject] }) => {
      const header = `${from}: ${FROM}${to}: "info@pelda.hu" <info@pelda.hu>${cc}: ${CC_LIST.replace(',', ';')}${date}: 2026. március 2., 09:12:50 CET${subject}: ${SUBJECT}`;
      expect(readForwarded(`  Lūdzu!\n   ----- ${ruler} ----- ${header}\n ${TEXT}`, '')).toMatchObject({
        ...FOUND,
        comment: 'Lūdzu!',
      });
    },
  );

  it.each(BEGINNINGS)('reads what Apple Mail quotes below "%s"', (beginning) => {
    const header = `From: ${FROM}\nSubject: ${SUBJECT}\nDate: 2 March 2026 at 09:12:21 EET\nTo: info@pelda.hu\nCc: ${CC_LIST}`;
    const quoted = `${beginning}\n\n${header}\n\n${TEXT}`.replaceAll(/^/gm, '> ').replaceAll(/ +$/gm, '');
    expect(readForwarded(`Lūdzu!\n\n${quoted}`, `Fwd: ${SUBJECT}`)).toMatchObject({
      ...FOUND,
      comment: 'Lūdzu!',
    });
  });

  it.each([
    `2026. 03. 02. 9:12 időpontban Ārija Kalniņa (arija@piemers.lv) ezt írta:`,
    `Ārija Kalniņa <arija@piemers.lv> ezt írta (időpont: 2026. márc. 2., H, 9:12):`,
    `02.03.2026 9:12, lietotājs "Ārija Kalniņa" <arija@piemers.lv> rakstīja:`,
    `On 02/03/2026, 9:12 AM, "Ārija Kalniņa" <arija@piemers.lv> wrote:`,
    `Am 02.03.26, 09:12 schrieb „Ārija Kalniņa“ <arija@piemers.lv>:`,
    `Le 02/03/2026 09:12, « Ārija Kalniņa » <arija@piemers.lv> a écrit :`,
    `Il 02/03/2026 09:12 "Ārija Kalniņa" <arija@piemers.lv> ha scritto:`,
    `Op 02-03-2026 09:12 heeft Ārija Kalniņa <arija@piemers.lv> geschreven:`,
    `02.03.2026, 9:12, пользователь "Ārija Kalniņa" <arija@piemers.lv> написал:`,
    `02/03/2026 09:12 tarihinde "Ārija Kalniņa" <arija@piemers.lv> şunları yazdı:`,
    `Ārija Kalniņa <arija@piemers.lv> kirjoitti 2.3.2026 kello 9.12:`,
  ])('takes "%s" for a forward only when the subject says so', (line) => {
    const text = `\uFEFFLūdzu!\n\n${line}\n\n    ${TEXT.replaceAll('\n', '\n    ')}`;
    const forwarded = readForwarded(text, `FW: ${SUBJECT}`);
    expect(forwarded).toMatchObject({
      from: ARIJA,
      to: [],
      cc: [],
      subject: SUBJECT,
      comment: 'Lūdzu!',
      date: null,
    });
    expect(forwarded?.text.replace(/[^\S\n]+$/gm, '')).toBe(TEXT);
    expect(readForwarded(text, `Re: ${SUBJECT}`)).toBeNull();
    expect(readForwarded(text, SUBJECT)).toBeNull();
  });

  it.each([
    'Re: X',
    'RE: X',
    'AW: X',
    'Vá: X',
    'Válasz: X',
    'Atb: X',
    'Odp: X',
    'Re[2]: X',
    '[Kalauz] Re: X',
  ])('does not take the header that a reply quotes for a forward: %s', (subject) => {
    const text = `Paldies!\n\nFrom: ${FROM}\nSent: Monday, March 2, 2026 9:12 AM\nTo: info@pelda.hu\nSubject: X\n\n${TEXT}`;
    expect(readForwarded(text, subject)).toBeNull();
    expect(readForwarded(text.replace('From:', '-----Original Message-----\nFrom:'), subject)).toBeNull();
  });

  it('takes a reply to a forward for a reply', () => {
    const text = `Paldies!\n\nOn 3 Mar 2026, at 10:00, X <x@example.com> wrote:\n> ---------- Forwarded message ---------\n> From: ${FROM}\n> Date: 2 Mar 2026\n> Subject: ${SUBJECT}\n> To: <info@pelda.hu>\n>\n> ${TEXT}`;
    expect(readForwarded(text, `Re: Fwd: ${SUBJECT}`)).toBeNull();
  });

  it('reads the outermost of several forwards and leaves the rest in its text', () => {
    const inner =
      '---------- Forwarded message ---------\nFrom: B <b@example.com>\nDate: x\nSubject: y\nTo: c@example.com\n\nbelső';
    const text = `---------- Forwarded message ---------\nFrom: ${FROM}\nDate: x\nSubject: ${SUBJECT}\nTo: a@example.com\n\nkülső\n\n${inner}`;
    expect(readForwarded(text, '')).toMatchObject({ from: ARIJA, text: `külső\n\n${inner}` });
  });

  it.each([
    ['"Kalniņa, Ārija" <Arija@Piemers.LV>', [{ address: 'arija@piemers.lv', name: 'Kalniņa, Ārija' }]],
    [
      'Kalniņa, Ārija <a@x.lv>; b@x.lv',
      [
        { address: 'a@x.lv', name: 'Kalniņa, Ārija' },
        { address: 'b@x.lv', name: null },
      ],
    ],
    [
      'a@x.lv, Anna <b@x.lv>, c@x.lv',
      [
        { address: 'a@x.lv', name: null },
        { address: 'b@x.lv', name: 'Anna' },
        { address: 'c@x.lv', name: null },
      ],
    ],
    ["'a@x.lv' <a@x.lv>", [{ address: 'a@x.lv', name: null }]],
    ['Anna <a@x.lv<mailto:a@x.lv>>', [{ address: 'a@x.lv', name: 'Anna' }]],
    ['Anna [mailto:a@x.lv]', [{ address: 'a@x.lv', name: 'Anna' }]],
    ['Anna<mailto:a@x.lv>', [{ address: 'a@x.lv', name: 'Anna' }]],
    ['<a@x.lv>', [{ address: 'a@x.lv', name: null }]],
    ['banka@x.lv <b@x.lv>', [{ address: 'b@x.lv', name: null }]],
    ['undisclosed-recipients', []],
  ])('reads the printed list %s', (list, addresses) => {
    const text = `---------- Forwarded message ---------\nFrom: ${FROM}\nDate: x\nTo: ${list}\nSubject: y\n\nz`;
    expect(readForwarded(text, '')?.to).toEqual(addresses);
  });

  it('reads a header of two fields only below an announcement', () => {
    const text = `From: ${FROM}\nSubject: y\n\nz`;
    expect(readForwarded(text, '')).toBeNull();
    expect(readForwarded(`---- Forwarded message ----\n${text}`, '')).toMatchObject({
      from: ARIJA,
      text: 'z',
    });
  });

  it('reads a list that runs over several lines', () => {
    const text = `---------- Forwarded message ---------\nFrom: ${FROM}\nDate: x\nTo: Anna <a@x.lv>,\n Pēteris <p@x.lv>,\n Z <z@x.lv>\nSubject: y\n\nz`;
    expect(readForwarded(text, '')).toMatchObject({
      subject: 'y',
      text: 'z',
      to: [{ name: 'Anna' }, { name: 'Pēteris' }, { name: 'Z' }],
    });
  });

  it('finds nothing where no sender is printed, or nothing was forwarded', () => {
    expect(readForwarded('---------- Forwarded message ---------\nszöveg', 'Fwd: x')).toBeNull();
    expect(readForwarded('From: Riga\nTo: Budapest\nDate: 2 March 2026', 'Fwd: x')).toBeNull();
    expect(readForwarded('Jó napot!', 'Fwd: x')).toBeNull();
    expect(readForwarded('', '')).toBeNull();
  });
});

type Row = { id: string; input_path: string; subject_path: string | null; expected: Record<string, unknown> };

/**
 * Rows that put together the text of one file and the outcome of another: what they expect does not stand in the
 * text at all, or another row expects something else of the same text (docs/decisions/0014).
 */
const CONTRADICTORY = /variant_8\+|variant_14\+(?:new_outlook|gmail)|variant_15\+/;

describe('public cases of another forward parser', () => {
  const rows = sharedCases<Row>('forwarded-crisp');

  it('are met but for those that contradict themselves', () => {
    const missed = rows.filter((row) => !CONTRADICTORY.test(row.id)).flatMap(missesOf);
    expect(missed).toEqual([]);
    expect(rows.filter((row) => CONTRADICTORY.test(row.id)).length).toBeLessThanOrEqual(5);
  });
});

function missesOf({ id, input_path, subject_path, expected }: Row): string[] {
  const forwarded = readForwarded(sharedCaseFile(input_path).toString(), subjectOf(subject_path));
  const outcome: Record<string, unknown> = {
    forwarded: forwarded !== null,
    message: forwarded?.comment || null,
    email: forwarded === null ? {} : { ...forwarded, body: forwarded.text },
  };
  return Object.entries(expected)
    .filter(([path, value]) => plain(at(outcome, path)) !== plain(value))
    .map(([path]) => `${id}: ${path}`);
}

/** The files with the subjects are missing; in the suite they all say this. */
function subjectOf(path: string | null): string {
  return path?.includes('_subject') ? 'Fw: Integer consequat non purus' : '';
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
}

const plain = (value: unknown) =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : (value ?? null);
