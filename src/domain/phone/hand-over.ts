import type { PromiseAbout } from '@/domain/promise/promise';
import type { AttemptOutcome } from './callback';

/** What was said on a ticket, as the card before a call needs it; oldest first. */
export type Said = Readonly<{
  id: string;
  direction: 'inbound' | 'outbound';
  channel: string;
  author: string;
  /** Of a call what was noted of it: the words that stand for it on the timeline say nothing of the matter. */
  text: string;
  at: Date;
  /** It was spoken on the telephone. */
  isCall: boolean;
  /** The callback that this call was made for. */
  callbackId: string | null;
}>;

/** One time that we called and what it came to, for a callback or of our own accord. */
export type Tried = Readonly<{
  id: string;
  outcome: AttemptOutcome;
  author: string;
  note: string;
  at: Date;
  callbackId: string | null;
}>;

/** A time that the customer was told and that is still owed. */
export type Owed = Readonly<{
  id: string;
  about: PromiseAbout;
  state: 'open' | 'at_risk' | 'paused' | 'broken';
  dueAt: Date;
  /** Empty where it was promised by itself. */
  author: string;
  text: string;
  at: Date;
}>;

export type Piece = Readonly<{
  id: string;
  author: string;
  text: string;
  at: Date;
  isCall: boolean;
  /** What a call to them came to; null for what was said or written. */
  outcome: AttemptOutcome | null;
}>;

/** What an agent reads before dialling, so that the customer repeats nothing. */
export type HandOver = Readonly<{
  /** The first question, and the newest one where it is another. */
  asked: readonly Piece[];
  /** Our answers and our calls, the newest first. */
  tried: readonly Piece[];
  /** What is still owed, what is due first before all. */
  owed: readonly Owed[];
  /** Sentences in which we promised something, the newest first. */
  promised: readonly Piece[];
}>;

const LONGEST = 320;
const MOST_TRIED = 3;
const MOST_PROMISED = 4;

/** Beginnings and endings of words by which people promise, in the languages that we answer in. */
const PROMISES: readonly RegExp[] = [
  /\b(?:we|i)(?:['’]ll| will| shall| promise)\b/iu,
  /\b(?:by|until|before|within) (?:the end of|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d)/iu,
  /(?<!\p{L})(?:fogjuk|fogom|ígér\p{L}*|vissza(?:hív|jelz|küld|térít)\p{L}*|(?:el|meg)küldjük|intézkedünk|holnapig|péntekig|hétfőig|keddig|szerdáig|csütörtökig|\d+ (?:napon|órán) belül)(?!\p{L})/iu,
  /(?<!\p{L})(?:mēs|es) (?:Jums )?\p{L}+(?:sim|šu|šim)(?!\p{L})/iu,
  /(?<!\p{L})(?:sūtīsim|atzvanīsim|nosūtīsim|atmaksāsim|nomainīsim|paziņosim|apsol\p{L}*|līdz (?:rītdienai|piektdienai|pirmdienai|rītam|\d))(?!\p{L})/iu,
];

type Story = Readonly<{ said: readonly Said[]; tried?: readonly Tried[]; owed?: readonly Owed[] }>;

/** What was asked, what was tried and what was promised, in few words (field 5.9). */
export function handOver({ said, tried = [], owed = [] }: Story): HandOver {
  const told = said.filter(({ text }) => text.trim() !== '');
  const theirs = told.filter(({ direction }) => direction === 'inbound');
  const ours = told.filter(({ direction }) => direction === 'outbound').toReversed();
  const [first, last] = [theirs.at(0), theirs.at(-1)];
  const asked = [first, last === first ? undefined : last].flatMap((each) => (each ? [piece(each)] : []));
  return {
    asked,
    tried: [...ours.map((each) => piece(each)), ...attempts(tried, ours)]
      .toSorted((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, MOST_TRIED),
    owed: owed
      .map((each) => ({ ...each, text: lineOf(each.text) }))
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime()),
    promised: ours
      .flatMap(promisesIn)
      .filter(({ text }) => !owed.some((each) => each.text.includes(text)))
      .slice(0, MOST_PROMISED),
  };
}

/** A callback that reached them and the call of which something is noted are one. */
function attempts(tried: readonly Tried[], ours: readonly Said[]): Piece[] {
  const spoken = new Set(ours.map(({ callbackId }) => callbackId).filter((id) => id !== null));
  return tried
    .filter(({ outcome, callbackId }) => outcome !== 'reached' || !callbackId || !spoken.has(callbackId))
    .map(({ id, outcome, author, note, at }) => ({
      ...{ id, outcome, author, at },
      text: lineOf(note),
      isCall: true,
    }));
}

/** The sentences of a message that promise something. */
function promisesIn(message: Said): Piece[] {
  return sentences(message.text)
    .filter((sentence) => PROMISES.some((sign) => sign.test(sentence)))
    .map((sentence) => piece({ ...message, text: sentence }));
}

const sentences = (text: string): string[] =>
  text
    .slice(0, 20_000)
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

const piece = ({ id, author, text, at, isCall }: Said): Piece => ({
  ...{ id, author, at, isCall },
  text: lineOf(text),
  outcome: null,
});

function lineOf(text: string): string {
  const line = text
    .slice(0, LONGEST * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
