/** All seconds of one session until now. */
type Beat = Readonly<{ sessionId: string; ticketId: string; seconds: number }>;

type World = Readonly<{
  /** Sends what was not told yet; resolves to whether it arrived. */
  send: (beats: readonly Beat[]) => Promise<boolean>;
  /** Hands it to the browser, which sends it although the page goes away; nobody hears what became of it. */
  handOver: (beats: readonly Beat[]) => void;
}>;

/** As many as are told at once. */
const MOST = 50;

/** Collects what sessions come to, and tells it together. What did not arrive is told again, which changes nothing. */
export function newBeatOutbox({ send, handOver }: World) {
  const sessions = new Map<string, Beat & Readonly<{ told: number }>>();
  const untold = () => [...sessions.values()].filter(({ seconds, told }) => seconds > told).slice(0, MOST);
  const plain = (beats: ReturnType<typeof untold>) =>
    beats.map(({ sessionId, ticketId, seconds }) => ({ sessionId, ticketId, seconds }));
  const settle = (beats: readonly Beat[]) => {
    for (const { sessionId, seconds } of beats) {
      const kept = sessions.get(sessionId);
      if (kept) sessions.set(sessionId, { ...kept, told: Math.max(kept.told, seconds) });
    }
  };
  return {
    /** Says what a session has come to. */
    note: (beat: Beat): void => {
      if (beat.seconds < 1) return;
      sessions.set(beat.sessionId, { ...beat, told: sessions.get(beat.sessionId)?.told ?? 0 });
    },
    tell: async (): Promise<void> => {
      const beats = plain(untold());
      if (beats.length > 0 && (await send(beats).catch(() => false))) settle(beats);
    },
    leave: (): void => {
      const beats = plain(untold());
      if (beats.length > 0) handOver(beats);
    },
  };
}
export type BeatOutbox = ReturnType<typeof newBeatOutbox>;
