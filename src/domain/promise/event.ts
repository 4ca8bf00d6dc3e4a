type PromiseNamed = Readonly<{
  promiseId: string;
  about: 'answer' | 'resolution';
  /** The due instant, ISO 8601. */
  dueAt: string;
}>;

/** A customer was told when to expect something, and on what ground. */
export type PromiseMade = PromiseNamed &
  Readonly<{
    type: 'promise.made';
    source: 'manual' | 'sla' | 'statistical' | 'general';
    /** The words that were told, where a person chose them. */
    text: string;
    /** The message that told it. */
    messageId: string | null;
    /** For `statistical`: how many like tickets, and which group of them; for `sla`: the metric. */
    sample: number | null;
    group: string | null;
  }>;

/** What became of a promise. */
export type PromiseFact =
  | (PromiseNamed &
      Readonly<{
        type: 'promise.at_risk' | 'promise.kept' | 'promise.broken' | 'promise.met_late' | 'promise.reopened';
      }>)
  | (PromiseNamed & Readonly<{ type: 'promise.moved'; from: string }>)
  | (PromiseNamed & Readonly<{ type: 'promise.replaced'; by: string }>)
  | (PromiseNamed & Readonly<{ type: 'promise.withdrawn'; reason: string }>);
