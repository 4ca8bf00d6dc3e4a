import { daysLater, instantOf, type LocalTime, localTimeOf, weekdayOf } from '@/domain/shared/local-time';

/** What people are told of a ticket or an article, in the order in which the settings show it. */
export const NOTICE_KINDS = [
  'assigned',
  'mentioned',
  'team',
  'wrote',
  'side',
  'undelivered',
  'sla_warning',
  'sla_missed',
  'promise',
  'woken',
  'rule',
  'followed',
  'article_review',
  'article_due',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** When a mail comes: never, at once, or together with others. */
export const MAIL_WAYS = ['off', 'instant', 'digest'] as const;
type MailWay = (typeof MAIL_WAYS)[number];

/** The ways in which one kind of notice reaches a person. */
export type Choice = Readonly<{ app: boolean; browser: boolean; mail: MailWay }>;

/** Everything that a person can say about how they are told. */
export type Preferences = Readonly<{
  choices: Readonly<Record<NoticeKind, Choice>>;
  digest: 'hourly' | 'daily';
  /** The local time of a daily digest, `08:00`. */
  digestAt: string;
  /** Local times between which nothing but the list is used; null for none. May reach over midnight. */
  quietFrom: string | null;
  quietUntil: string | null;
  /** Saturdays and Sundays are quiet too. */
  quietWeekends: boolean;
}>;

const SHOWN = { app: true, browser: true, mail: 'instant' } as const;

/** How the product comes. What concerns a whole team would be much, so that one has to ask for it. */
export const USUAL: Preferences = {
  choices: {
    assigned: SHOWN,
    mentioned: SHOWN,
    team: { app: false, browser: false, mail: 'off' },
    wrote: SHOWN,
    side: SHOWN,
    undelivered: SHOWN,
    sla_warning: SHOWN,
    sla_missed: SHOWN,
    promise: SHOWN,
    woken: { ...SHOWN, mail: 'off' },
    rule: SHOWN,
    followed: { ...SHOWN, mail: 'off' },
    article_review: SHOWN,
    article_due: SHOWN,
  },
  digest: 'daily',
  digestAt: '08:00',
  quietFrom: null,
  quietUntil: null,
  quietWeekends: false,
};

type Stored = Readonly<
  Partial<Omit<Preferences, 'choices'>> & {
    choices?: Readonly<Partial<Record<NoticeKind, Partial<Choice>>>>;
  }
>;

/** What was stored of them, with the rest as the product comes; a kind that came later is as usual. */
export function preferencesOf(stored: unknown): Preferences {
  const { choices = {}, ...rest } = (stored ?? {}) as Stored;
  const chosen = NOTICE_KINDS.map((kind) => [kind, { ...USUAL.choices[kind], ...choices[kind] }] as const);
  return {
    ...USUAL,
    ...rest,
    choices: Object.fromEntries(chosen) as Record<NoticeKind, Choice>,
  };
}

type Moment = Readonly<{ now: Date; timeZone: string }>;

/** How one notice reaches a person at this moment. `mailAt` is `now` itself for a mail at once, null for none. */
export function waysOf(
  preferences: Preferences,
  kind: NoticeKind,
  { now, timeZone }: Moment,
): Readonly<{ app: boolean; browser: boolean; mailAt: Date | null }> {
  const { app, browser, mail } = preferences.choices[kind];
  const calm = afterQuiet(preferences, { now, timeZone });
  const isQuiet = calm.getTime() !== now.getTime();
  const mails = { off: null, instant: calm, digest: nextDigest(preferences, { now, timeZone }) };
  return { app, browser: app && browser && !isQuiet, mailAt: mails[mail] };
}

/** The first instant from `now` on that is not quiet; after a week without one, `now`. */
export function afterQuiet(preferences: Preferences, { now, timeZone }: Moment): Date {
  let local = localTimeOf(now, timeZone);
  let moved = false;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = endOfQuiet(preferences, local);
    if (next === null) return moved ? (instantOf(local, timeZone) ?? now) : now;
    local = next;
    moved = true;
  }
  return now;
}

/** A weekend and the nights around it are a few stretches in a row. */
const MOST_STEPS = 10;

/** When the quiet stretch ends in which this local time lies; null when it lies in none. */
function endOfQuiet(
  { quietFrom, quietUntil, quietWeekends }: Preferences,
  local: LocalTime,
): LocalTime | null {
  if (quietWeekends && [0, 6].includes(weekdayOf(local))) return daysLater(local, 1, '00:00');
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return null;
  const time = local.slice(11, 16);
  if (quietFrom < quietUntil) {
    return time >= quietFrom && time < quietUntil ? daysLater(local, 0, quietUntil) : null;
  }
  if (time >= quietFrom) return daysLater(local, 1, quietUntil);
  return time < quietUntil ? daysLater(local, 0, quietUntil) : null;
}

function nextDigest(preferences: Preferences, { now, timeZone }: Moment): Date {
  const next =
    preferences.digest === 'hourly' ? nextHour(now) : nextAt(preferences.digestAt, { now, timeZone });
  return afterQuiet(preferences, { now: next, timeZone });
}

const HOUR = 3_600_000;

const nextHour = (now: Date) => new Date((Math.floor(now.getTime() / HOUR) + 1) * HOUR);

/** The next time that a clock there shows this time of day. */
function nextAt(time: string, { now, timeZone }: Moment): Date {
  const local = localTimeOf(now, timeZone);
  const today = instantOf(daysLater(local, 0, time), timeZone);
  if (today && today > now) return today;
  return instantOf(daysLater(local, 1, time), timeZone) ?? new Date(now.getTime() + 24 * HOUR);
}
