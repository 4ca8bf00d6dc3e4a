import { describe, expect, it } from 'vitest';
import { isAutoReplySubject, isFailureSubject } from '@/domain/intake/machine-subjects';

describe('the subject of an automatic reply', () => {
  it.each([
    'Automatic reply: Invoice',
    'Out of Office: Invoice',
    'Out of Office',
    '[Auto-Reply] Invoice',
    'Automatikus válasz: Számla',
    'AUTOMATIKUS VALASZ: Szamla',
    'Házon kívül: Számla',
    'Automātiskā atbilde: Rēķins',
    'Abwesenheitsnotiz: Rechnung',
    'Réponse automatique : Facture',
    'Automatyczna odpowiedź: Faktura',
    'Автоматический ответ: Счёт',
  ])('is seen in %s', (subject) => {
    expect(isAutoReplySubject(subject)).toBe(true);
  });

  it.each([
    'Re: Automatic reply: Invoice',
    'Automatic replies do not work',
    'Out of office hours',
    'Automatikus válaszokat kapok',
    'Válasz: automatikus válasz: számla',
    '',
  ])('is not seen in %s', (subject) => {
    expect(isAutoReplySubject(subject)).toBe(false);
  });
});

describe('the subject of a report', () => {
  it.each([
    'Undelivered Mail Returned to Sender',
    'Delivery Status Notification (Failure)',
    'failure notice',
    'Returned mail: see transcript for details',
    '**Message you sent blocked by our bulk email filter**',
    'Kézbesíthetetlen: Számla',
    'Nepiegādāts: Rēķins',
    'Unzustellbar: Rechnung',
    'Недоставленное сообщение',
  ])('is seen in %s', (subject) => {
    expect(isFailureSubject(subject)).toBe(true);
  });

  it.each([
    'Re: failure notice',
    'My parcel was returned to sender',
    'A kézbesítés sikertelen volt, mit tegyek?',
    '',
  ])('is not seen in %s', (subject) => {
    expect(isFailureSubject(subject)).toBe(false);
  });
});
