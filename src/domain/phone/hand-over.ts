/** What was said on a ticket, as the card before a call needs it; oldest first. */
export type Said = Readonly<{
  id: string;
  direction: 'inbound' | 'outbound';
  channel: string;
  author: string;
  text: string;
  at: Date;
}>;

export type Piece = Readonly<{ id: string; channel: string; author: string; text: string; at: Date }>;

/** What an agent reads before dialling, so that the customer repeats nothing. */
export type HandOver = Readonly<{
  /** The first question, and the newest one where it is another. */
  asked: readonly Piece[];
  /** Our answers, the newest first. */
  tried: readonly Piece[];
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

/** What was asked, what was tried and what was promised, in few words (field 5.9). */
export function handOver(said: readonly Said[]): HandOver {
  const theirs = said.filter(({ direction }) => direction === 'inbound');
  const ours = said.filter(({ direction }) => direction === 'outbound').toReversed();
  const [first, last] = [theirs.at(0), theirs.at(-1)];
  const asked = [first, last === first ? undefined : last].flatMap((each) => (each ? [piece(each)] : []));
  return {
    asked,
    tried: ours.slice(0, MOST_TRIED).map((each) => piece(each)),
    promised: ours.flatMap(promisesIn).slice(0, MOST_PROMISED),
  };
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

function piece({ id, channel, author, text, at }: Said): Piece {
  const line = text
    .slice(0, LONGEST * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  return { id, channel, author, at, text: line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line };
}
