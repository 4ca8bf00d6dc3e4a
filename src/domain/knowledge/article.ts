/** Who may read an article. */
export const ARTICLE_AUDIENCES = ['public', 'internal'] as const;
export type ArticleAudience = (typeof ARTICLE_AUDIENCES)[number];

export const ARTICLE_STATES = ['draft', 'in_review', 'published', 'archived'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** What can be done to a text besides writing it. */
export const ARTICLE_STEPS = [
  'submit',
  'return',
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
  'schedule_archive',
  'unschedule_archive',
  'archive',
  'revive',
] as const;
export type ArticleStep = (typeof ARTICLE_STEPS)[number];

/** What of a text decides what can be done to it. */
export type ArticleStanding = Readonly<{
  state: ArticleState;
  /** Number of the newest revision. */
  revision: number;
  /** The revision that readers see; null when they see none. */
  liveRevision: number | null;
  /** When it is to be published by itself. */
  publishAt: Date | null;
  /** When it is to be archived by itself. */
  archiveAt: Date | null;
}>;

/** True when the text at work differs from what readers see, or they see none. */
export const hasUnpublished = ({ revision, liveRevision }: ArticleStanding): boolean =>
  liveRevision === null || revision > liveRevision;

/** Steps that change what readers see, or hand a text back: they ask for `knowledge.publish`. */
const PUBLISHING: readonly ArticleStep[] = [
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
  'schedule_archive',
  'unschedule_archive',
  'archive',
  'revive',
];

/** True for a step that only those who publish may take. */
export const asksToPublish = (step: ArticleStep): boolean => PUBLISHING.includes(step);

/** The steps that a text can take from where it stands, in the order in which screens offer them. */
export function stepsFrom(text: ArticleStanding): readonly ArticleStep[] {
  const { state, liveRevision, publishAt } = text;
  if (state === 'archived') return ['revive'];
  const toReview: ArticleStep[] = hasUnpublished(text) ? ['submit'] : [];
  const open: ArticleStep[] = state === 'in_review' ? ['return'] : toReview;
  const going: ArticleStep[] = publishAt ? ['unschedule', 'publish'] : ['publish', 'schedule'];
  const publishing = hasUnpublished(text) ? going : [];
  const leaving: ArticleStep[] = liveRevision === null ? [] : ['withdraw'];
  return [...open, ...publishing, ...leaving, ...ending(text), 'archive'];
}

/** An end can be set to what readers see, or will see. */
function ending({ liveRevision, publishAt, archiveAt }: ArticleStanding): readonly ArticleStep[] {
  if (archiveAt) return ['unschedule_archive'];
  return liveRevision !== null || publishAt ? ['schedule_archive'] : [];
}

/** What happens by itself to a text, and when. */
export type ArticleHours = Pick<ArticleStanding, 'publishAt' | 'archiveAt'>;

/**
 * Why an hour does not do for a step: it has passed (or none is given), or the text would be archived before it is published. Null
 * when it does, and for a step that needs none.
 */
export function hourProblem(
  step: ArticleStep,
  { at, now, publishAt, archiveAt }: ArticleHours & Readonly<{ at: Date | null; now: Date }>,
): 'past' | 'order' | null {
  if (step !== 'schedule' && step !== 'schedule_archive') return null;
  if (at === null || at <= now) return 'past';
  const [from, until] = step === 'schedule' ? [at, archiveAt] : [publishAt, at];
  return from !== null && until !== null && until <= from ? 'order' : null;
}

/** The hours of a text after a step; an end stays while readers see the text or will. */
export function hoursAfter(step: ArticleStep, text: ArticleStanding, at: Date | null): ArticleHours {
  const { publishAt, archiveAt, liveRevision } = text;
  switch (step) {
    case 'submit':
    case 'return':
      return { publishAt, archiveAt };
    case 'schedule':
      return { publishAt: at, archiveAt };
    case 'schedule_archive':
      return { publishAt, archiveAt: at };
    case 'unschedule_archive':
      return { publishAt, archiveAt: null };
    case 'publish':
      return { publishAt: null, archiveAt };
    case 'unschedule':
      return { publishAt: null, archiveAt: liveRevision === null ? null : archiveAt };
    case 'withdraw':
    case 'archive':
    case 'revive':
      return { publishAt: null, archiveAt: null };
  }
}

/** The state after a step; the same for a step that only moves a date. */
export function stateAfter(step: ArticleStep, { state, liveRevision }: ArticleStanding): ArticleState {
  switch (step) {
    case 'submit':
      return 'in_review';
    case 'publish':
      return 'published';
    case 'return':
      return liveRevision === null ? 'draft' : 'published';
    case 'withdraw':
    case 'revive':
      return 'draft';
    case 'archive':
      return 'archived';
    case 'schedule':
    case 'unschedule':
    case 'schedule_archive':
    case 'unschedule_archive':
      return state;
  }
}

type Original = Readonly<{ liveRevision: number | null }>;

/**
 * True when the original moved on after this translation was made: what readers of the original see has a higher number than
 * the one that the translation says.
 */
export const isStale = (
  translation: Readonly<{ sourceRevision: number | null }>,
  original: Original,
): boolean => original.liveRevision !== null && (translation.sourceRevision ?? 0) < original.liveRevision;

/** True when its owner is to read it again: the review day has come. Both are days, as `YYYY-MM-DD`. */
export const isDue = (reviewOn: string | null, today: string): boolean =>
  reviewOn !== null && reviewOn <= today;

/** How long one person's writing stays one revision, in milliseconds. */
const ONE_GO = 10 * 60_000;

type LastRevision = Readonly<{ number: number; kind: string; authorId: string | null; at: Date }>;

/**
 * True when what is saved now belongs to the newest revision: the same person wrote it, within ten minutes of its beginning,
 * and nobody has published or restored it.
 */
export function continuesRevision(
  last: LastRevision,
  saved: Readonly<{ authorId: string | null; at: Date; liveRevision: number | null }>,
): boolean {
  const same = last.authorId === saved.authorId && saved.authorId !== null;
  const fresh = saved.at.getTime() - last.at.getTime() < ONE_GO;
  return same && fresh && last.kind === 'written' && last.number !== saved.liveRevision;
}
