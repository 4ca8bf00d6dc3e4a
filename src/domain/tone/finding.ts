/** What the helper can point at; each can be switched off by a manager. */
export const TONE_RULES = [
  'negative',
  'forbidden',
  'promise_without_time',
  'shouting',
  'long_sentence',
  'mixed_address',
  'no_greeting',
  'no_apology',
  'no_next_step',
] as const;
export type ToneRule = (typeof TONE_RULES)[number];

/** One thing to think about. `place` is null for what is missing; offsets are UTF-16 units in the text that was checked. */
export type ToneFinding = Readonly<{
  rule: ToneRule;
  place: Readonly<{ start: number; end: number }> | null;
  /** The words that it is about, or an empty string. */
  quote: string;
  /** What to write instead, best first. */
  alternatives: readonly string[];
  /** Words in the sentence, where it is about its length. */
  count?: number;
}>;

export type ToneSettings = Readonly<{ off: readonly ToneRule[]; longestSentence: number }>;

/** Sentences of more words than this are hard to follow in all three languages. */
export const USUAL_LONGEST_SENTENCE = 25;

/** What is known about the answer beside its text. */
export type ToneFacts = Readonly<{
  /** False for a message in a running chat: it needs neither greeting nor next step. */
  isLetter: boolean;
  /** True where something went wrong for the customer. */
  isComplaint: boolean;
  /** True for the last answer of a ticket: there is no next step to name. */
  isSolving: boolean;
}>;
