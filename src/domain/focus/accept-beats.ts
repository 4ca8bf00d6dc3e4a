/** What a browser tells of a session: all its seconds until now. Telling it again changes nothing. */
export type FocusBeat = Readonly<{ sessionId: string; ticketId: string; seconds: number }>;

/** A session as it is stored. */
export type FocusSession = Readonly<{
  id: string;
  ticketId: string;
  startedAt: Date;
  lastAt: Date;
  seconds: number;
}>;

/** A session of which nothing was told yet may bring as much, in seconds: browsers tell twice a minute. */
const FIRST_MOST = 120;
/** So much may come at once after the network was away. */
const BEAT_MOST = 600;

type Known = Readonly<{
  now: Date;
  /** The sessions that are told of, where they are stored. */
  sessions: readonly FocusSession[];
  /** When this person was last heard of in any session; null when never. */
  lastAt: Date | null;
}>;

/**
 * The sessions that beats of one person change, as they are then. Browsers are not believed: by the clock of the server, all
 * sessions of a person together grow by no more than the time since they were last heard of, so that nobody is at two tickets
 * at once. What is held back comes with a later beat where there is room for it.
 */
export function acceptBeats(beats: readonly FocusBeat[], { now, sessions, lastAt }: Known): FocusSession[] {
  let room = lastAt ? Math.floor((now.getTime() - lastAt.getTime()) / 1000) : FIRST_MOST;
  const known = new Map(sessions.map((session) => [session.id, session]));
  const changed = new Map<string, FocusSession>();
  for (const { sessionId: id, ticketId, seconds } of beats) {
    const before = known.get(id);
    const most = Math.min(room, before ? BEAT_MOST : FIRST_MOST);
    const more = Math.min(Math.floor(seconds) - (before?.seconds ?? 0), most);
    if (more <= 0) continue;
    room -= more;
    const startedAt = new Date(now.getTime() - more * 1000);
    const begun = before ?? { id, ticketId, startedAt, lastAt: now, seconds: 0 };
    const after = { ...begun, lastAt: now, seconds: begun.seconds + more };
    known.set(id, after);
    changed.set(id, after);
  }
  return [...changed.values()];
}
