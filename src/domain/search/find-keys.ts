import { CHANNELS, PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '@/domain/ticket/ticket';
import { editDistance } from './edit-distance';
import { plain } from './plain';

/** What is asked behind a key: one of a list, somebody or something by name, days, words, or a state of the ticket. */
type FindKind = 'choice' | 'name' | 'days' | 'text' | 'state';

/** How people of each language write one thing in a search; all are understood in all languages. */
type Spelt = Readonly<{ en: string; hu: string; lv: string; also?: readonly string[] }>;

/** The languages in which keys and values are written. */
export type FindLanguage = 'en' | 'hu' | 'lv';

type FindKeySpec = Readonly<{
  kind: FindKind;
  spelt: Spelt;
  values?: Readonly<Record<string, Spelt>>;
}>;

const NONE: Spelt = { en: 'none', hu: 'nincs', lv: 'nav', also: ['nobody', 'senki', 'neviens'] };

const spelt = (...[en, hu, lv, ...also]: [string, string, string, ...string[]]): Spelt => ({
  en,
  hu,
  lv,
  also,
});

/** One spelling for all languages: names of firms and the like. */
const same = (values: readonly string[]): Readonly<Record<string, Spelt>> =>
  Object.fromEntries(values.map((value) => [value, spelt(value, value, value)]));

const STATUSES = {
  ...same(TICKET_STATUSES),
  new: spelt('new', 'új', 'jauns'),
  open: spelt('open', 'nyitott', 'atvērts'),
  pending: spelt('pending', 'válaszra-vár', 'gaida', 'gaida-atbildi'),
  on_hold: spelt('on-hold', 'felfüggesztve', 'apturēts', 'hold', 'felfüggesztett'),
  solved: spelt('solved', 'megoldva', 'atrisināts', 'megoldott'),
  closed: spelt('closed', 'lezárva', 'slēgts', 'lezárt'),
};

const TYPES = {
  ...same(TICKET_TYPES),
  question: spelt('question', 'kérdés', 'jautājums'),
  problem: spelt('problem', 'probléma', 'problēma'),
  incident: spelt('incident', 'üzemzavar', 'incidents'),
  task: spelt('task', 'feladat', 'uzdevums'),
  complaint: spelt('complaint', 'panasz', 'sūdzība'),
  request: spelt('request', 'kérelem', 'pieprasījums'),
};

const URGENCY = {
  ...same(PRIORITIES),
  low: spelt('low', 'alacsony', 'zema'),
  normal: spelt('normal', 'normál', 'parasta'),
  high: spelt('high', 'magas', 'augsta'),
  urgent: spelt('urgent', 'sürgős', 'steidzama'),
};

const WAYS = {
  ...same(CHANNELS),
  email: spelt('email', 'e-mail', 'e-pasts', 'mail', 'levél'),
  web: spelt('web', 'web', 'tīmeklis', 'form', 'űrlap'),
  chat: spelt('chat', 'csevegés', 'tērzēšana'),
  phone: spelt('phone', 'telefon', 'tālrunis', 'call', 'hívás'),
  social: spelt('social', 'közösségi-média', 'sociālie-tīkli'),
};

const TONGUES = {
  en: spelt('en', 'angol', 'angļu', 'english'),
  hu: spelt('hu', 'magyar', 'ungāru', 'hungarian'),
  lv: spelt('lv', 'lett', 'latviešu', 'latvian'),
};

/** States that people ask for by one word. */
const STATES = {
  unread: spelt('unread', 'olvasatlan', 'nelasīts', 'new-to-me'),
  open: spelt('open', 'nyitott', 'atvērts', 'active'),
  late: spelt('late', 'késik', 'kavējas', 'overdue', 'lejárt'),
  snoozed: spelt('snoozed', 'alszik', 'guļ', 'elhalasztva', 'atlikts'),
  waiting: spelt('waiting', 'válaszra-vár', 'gaida-mūs'),
  unassigned: spelt('unassigned', 'gazdátlan', 'bez-atbildīgā', 'felelős-nélkül'),
  mine: spelt('mine', 'enyém', 'mans'),
  reopened: spelt('reopened', 'újranyitott', 'atkārtoti-atvērts'),
  spam: spelt('spam', 'spam', 'mēstule', 'kéretlen'),
  attachment: spelt('attachment', 'melléklet', 'pielikums', 'file', 'fájl', 'csatolmány', 'fails'),
  tag: spelt('tag', 'címke', 'birka', 'tags'),
  promise: spelt('promise', 'ígéret', 'solījums'),
  deadline: spelt('deadline', 'határidő', 'termiņš', 'due'),
} as const satisfies Record<string, Spelt>;

export type FindState = keyof typeof STATES;

/** All keys of the search. Words of people and things are names of this workspace; the rest is told here. */
export const FIND_KEYS = {
  from: { kind: 'name', spelt: spelt('from', 'feladó', 'no', 'requester', 'customer', 'ügyfél', 'klients') },
  to: { kind: 'name', spelt: spelt('to', 'címzett', 'kam', 'mailbox', 'postafiók', 'pastkaste') },
  assignee: {
    kind: 'name',
    spelt: spelt('assignee', 'felelős', 'atbildīgais', 'agent', 'assigned'),
    values: { me: spelt('me', 'én', 'es'), none: NONE },
  },
  team: {
    kind: 'name',
    spelt: spelt('team', 'csapat', 'komanda'),
    values: { my_teams: spelt('mine', 'csapataim', 'manas', 'enyém'), none: NONE },
  },
  status: { kind: 'choice', spelt: spelt('status', 'állapot', 'statuss'), values: STATUSES },
  tag: { kind: 'name', spelt: spelt('tag', 'címke', 'birka', 'tags', 'label'), values: { none: NONE } },
  priority: { kind: 'choice', spelt: spelt('priority', 'prioritás', 'prioritāte', 'prio'), values: URGENCY },
  channel: { kind: 'choice', spelt: spelt('channel', 'csatorna', 'kanāls'), values: WAYS },
  language: { kind: 'choice', spelt: spelt('language', 'nyelv', 'valoda', 'lang'), values: TONGUES },
  type: { kind: 'choice', spelt: spelt('type', 'típus', 'veids'), values: TYPES },
  organization: {
    kind: 'name',
    spelt: spelt('organization', 'szervezet', 'organizācija', 'org', 'company', 'cég', 'uzņēmums'),
    values: { none: NONE },
  },
  subject: { kind: 'text', spelt: spelt('subject', 'tárgy', 'temats') },
  has: { kind: 'state', spelt: spelt('has', 'van', 'ir'), values: STATES },
  is: { kind: 'state', spelt: spelt('is', 'ez', 'ir'), values: STATES },
  before: { kind: 'days', spelt: spelt('before', 'előtt', 'pirms') },
  after: { kind: 'days', spelt: spelt('after', 'után', 'pēc', 'since', 'óta', 'kopš') },
  created: { kind: 'days', spelt: spelt('created', 'megnyitva', 'izveidots', 'létrehozva') },
  changed: { kind: 'days', spelt: spelt('changed', 'módosítva', 'mainīts', 'updated') },
  solved: { kind: 'days', spelt: spelt('solved', 'megoldva', 'atrisināts') },
  due: { kind: 'days', spelt: spelt('due', 'határidő', 'termiņš') },
} as const satisfies Record<string, FindKeySpec>;

export type FindKey = keyof typeof FIND_KEYS;

export const findKeySpec = (key: FindKey): FindKeySpec => FIND_KEYS[key];

/** A word as it is compared: without accents, and with one sign between its parts. */
export const bare = (word: string): string =>
  plain(word)
    .trim()
    .replace(/[\s_-]+/g, '-');

/** All spellings of one thing, as they are compared. */
const spellings = ({ en, hu, lv, also = [] }: Spelt): string[] => [en, hu, lv, ...also].map(bare);

const KEYS = new Map(
  (Object.keys(FIND_KEYS) as FindKey[])
    .toReversed()
    .flatMap((key) => spellings(FIND_KEYS[key].spelt).map((word) => [word, key] as const)),
);

/** The key that a word stands for, in any of our languages; null for any other word. */
export const findKey = (word: string): FindKey | null => KEYS.get(bare(word)) ?? null;

/** All words that name keys, without accents. */
export const KEY_WORDS: readonly string[] = [...KEYS.keys()];

/** The value of a key that a word stands for, in any of our languages; null for any other word. */
export function findValue(key: FindKey, word: string): string | null {
  const sought = bare(word);
  const known = Object.entries(findKeySpec(key).values ?? {});
  const found =
    known.find(([value]) => bare(value) === sought) ??
    known.find(([, each]) => spellings(each).includes(sought));
  return found?.[0] ?? null;
}

const NEAR = 4;

/** The values that a word may have been meant for: those that begin so, those nearest to it, or else the first of all. */
export function nearValues(key: FindKey, word: string): readonly string[] {
  const sought = bare(word);
  const known = Object.entries(findKeySpec(key).values ?? {});
  const those = (fits: (spelling: string) => boolean) =>
    known.filter(([value, each]) => [bare(value), ...spellings(each)].some(fits)).map(([value]) => value);
  const begun = those((spelling) => spelling.startsWith(sought));
  const near = begun.length > 0 ? begun : those((spelling) => editDistance(sought, spelling, 2) <= 2);
  return (near.length > 0 ? near : known.map(([value]) => value)).slice(0, NEAR);
}
