import type { Locale } from '@/i18n/locales';

/**
 * What somebody did:
 * - `types`: types words, and is shown articles while typing, where there are any
 * - `searches`: opens the page with what was found
 * - `reads`: opens the article of their language
 * - `opens the form`, and `opens the form from the article` that they read
 * - `types in the form`: is shown articles beside what they write
 * - `sends`: sends the form
 * - `asks the chat`: types into the search of the chat's window; `chats`: begins a chat after all
 * - `mails`: writes to the support mailbox
 */
type Deed =
  | 'types'
  | 'searches'
  | 'reads'
  | 'opens the form'
  | 'opens the form from the article'
  | 'types in the form'
  | 'sends'
  | 'asks the chat'
  | 'chats'
  | 'mails';

export type Step = Readonly<{ at: string; who: string; does: Deed; words?: string }>;

type Person = Readonly<{
  language: Locale;
  /** They are signed in to the portal from the beginning. */
  signedIn?: true;
  robot?: true;
  /** They write into the form in a frame of the shop's page, which gets no cookie. */
  embedded?: true;
}>;

export const PEOPLE: Readonly<Record<string, Person>> = {
  anna: { language: 'en' },
  bela: { language: 'hu' },
  cilda: { language: 'lv' },
  dan: { language: 'en' },
  eva: { language: 'en' },
  ferenc: { language: 'hu' },
  gita: { language: 'lv' },
  crawler: { language: 'en', robot: true },
  hanna: { language: 'en', signedIn: true },
  ivars: { language: 'lv', signedIn: true },
  janis: { language: 'lv' },
  kata: { language: 'hu' },
  lena: { language: 'en' },
  mara: { language: 'lv' },
  nora: { language: 'en', signedIn: true },
  otto: { language: 'hu' },
  liga: { language: 'lv', embedded: true },
  zane: { language: 'en' },
};

/** The words that find the article of each language, and some that find nothing. */
export const FOUND = { en: 'descale', hu: 'vízkő', lv: 'atkaļķot' } as const;
const IN_VAIN = 'helikopter';

/** Three days of a help centre, in the order in which it happened: day, hour and minute, UTC. */
export const SERIES: readonly Step[] = [
  { at: '1 08:00', who: 'nora', does: 'mails' },
  { at: '1 08:10', who: 'hanna', does: 'searches' },
  { at: '1 08:11', who: 'hanna', does: 'reads' },
  { at: '1 08:12', who: 'crawler', does: 'searches' },
  { at: '1 08:12', who: 'crawler', does: 'types' },
  { at: '1 08:12', who: 'crawler', does: 'reads' },
  { at: '1 08:13', who: 'crawler', does: 'opens the form from the article' },
  { at: '1 08:15', who: 'ivars', does: 'types' },
  { at: '1 08:16', who: 'ivars', does: 'reads' },
  { at: '1 08:30', who: 'nora', does: 'searches' },
  { at: '1 08:31', who: 'nora', does: 'reads' },
  { at: '1 09:00', who: 'anna', does: 'types' },
  { at: '1 09:00', who: 'lena', does: 'searches' },
  { at: '1 09:01', who: 'anna', does: 'reads' },
  { at: '1 09:02', who: 'lena', does: 'reads' },
  { at: '1 09:10', who: 'bela', does: 'searches' },
  { at: '1 09:12', who: 'bela', does: 'reads' },
  { at: '1 09:20', who: 'cilda', does: 'opens the form' },
  { at: '1 09:22', who: 'cilda', does: 'types in the form' },
  { at: '1 09:25', who: 'cilda', does: 'sends' },
  { at: '1 09:30', who: 'dan', does: 'reads' },
  { at: '1 09:40', who: 'eva', does: 'reads' },
  { at: '1 09:44', who: 'eva', does: 'opens the form from the article' },
  { at: '1 10:00', who: 'otto', does: 'searches' },
  { at: '1 10:01', who: 'otto', does: 'reads' },
  { at: '1 10:05', who: 'ferenc', does: 'types', words: IN_VAIN },
  { at: '1 10:10', who: 'gita', does: 'opens the form' },
  { at: '1 10:20', who: 'janis', does: 'asks the chat' },
  { at: '1 10:22', who: 'janis', does: 'chats' },
  { at: '1 10:30', who: 'kata', does: 'asks the chat' },
  { at: '1 11:00', who: 'mara', does: 'opens the form' },
  { at: '1 11:04', who: 'mara', does: 'sends' },
  { at: '1 11:30', who: 'mara', does: 'searches' },
  { at: '1 11:31', who: 'mara', does: 'reads' },
  { at: '1 12:00', who: 'liga', does: 'types in the form' },
  { at: '1 12:05', who: 'liga', does: 'sends' },
  { at: '1 12:10', who: 'zane', does: 'types', words: IN_VAIN },
  { at: '1 12:11', who: 'zane', does: 'opens the form' },
  { at: '1 12:20', who: 'zane', does: 'sends' },
  { at: '2 08:09', who: 'hanna', does: 'mails' },
  { at: '2 08:15', who: 'ivars', does: 'mails' },
  { at: '2 08:30', who: 'lena', does: 'reads' },
  { at: '2 10:00', who: 'lena', does: 'opens the form' },
  { at: '2 10:06', who: 'lena', does: 'sends' },
  { at: '3 10:00', who: 'otto', does: 'types' },
  { at: '3 10:02', who: 'otto', does: 'reads' },
];

/**
 * Contracts G.14, by hand: deflected are visits that saw an article or a suggestion and opened no ticket by any channel within 24 hours,
 * of all visits that searched or opened the form.
 *
 * | who     | wanted | helped | because |
 * |---------|--------|--------|---------|
 * | anna    | 1 | 1 | was shown the article while typing, read it, and left |
 * | bela    | 1 | 1 | the same from the page of results, in Hungarian |
 * | cilda   | 1 | 0 | saw the article beside the form, and sent the form |
 * | dan     | 0 | 0 | only read: no visit that wanted something |
 * | eva     | 1 | 1 | read first, opened the form from the article, and did not send it |
 * | ferenc  | 1 | 0 | found nothing: wrote nothing, and was not helped |
 * | gita    | 1 | 0 | opened the form and left; saw nothing |
 * | crawler | 0 | 0 | is no person |
 * | hanna   | 1 | 0 | wrote a mail after 23 hours and 59 minutes |
 * | ivars   | 1 | 1 | wrote a mail too, after 24 hours: another matter |
 * | janis   | 1 | 0 | found the article in the window of the chat, and chatted after all |
 * | kata    | 1 | 1 | found it there, and did not chat |
 * | lena    | 2 | 1 | helped on the first day; after 25 hours wrote by the form, which is a second visit |
 * | mara    | 1 | 0 | sent the form, and found the article only then |
 * | nora    | 1 | 1 | her mail is older than her search |
 * | otto    | 2 | 2 | two visits, two days apart |
 * | liga    | 1 | 0 | saw the article beside the form on the shop's page, and sent the form |
 * | zane    | 1 | 0 | found nothing, and sent the form |
 * | sum     | 18 | 9 | |
 *
 * Tickets: nora, cilda, janis, mara, liga, zane, hanna, ivars, lena: 9.
 */
export const BY_HAND = { visits: 18, helped: 9, share: 0.5, tickets: 9 } as const;

/** The same by the language of the visit: how many, and how many of them helped themselves. */
export const BY_LANGUAGE = { en: [7, 4], hu: [5, 4], lv: [6, 1] } as const;
