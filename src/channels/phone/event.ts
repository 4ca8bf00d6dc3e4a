import type { CallDirection, CallFact } from '@/domain/phone/call';

/** How a telephone system names somebody of ours: by id, by mail address, by extension or by the telephone that rings. */
export type AgentName = Readonly<{ id?: string; email?: string; extension?: string; device?: string }>;

/** Where a recording lies with the provider. */
export type RemoteRecording = Readonly<{
  id: string;
  /** Null when the provider has none. */
  url: string | null;
  seconds: number | null;
  state: 'completed' | 'absent' | 'failed';
}>;

/** What a telephone system told us, in one shape for all. Safe to hear twice, late and out of order. */
export type PhoneEvent = Readonly<{
  /** The provider's id of the call as a whole; legs of it are told by their parent's. */
  callId: string;
  parentCallId: string | null;
  direction: CallDirection;
  /** As the provider writes them; empty when withheld. */
  from: string;
  to: string;
  /** The number or name of ours that took part. */
  line: string;
  fact: CallFact;
  agent: AgentName | null;
  queue: string | null;
  recording: RemoteRecording | null;
  cost: Readonly<{ micros: number; currency: string }> | null;
  /** What was said, as the provider keeps it. */
  raw: Readonly<Record<string, string | number | boolean | null>>;
}>;

const DAY_MS = 86_400_000;
const OLDEST_MS = 10 * 365 * DAY_MS;

/** True for an instant that a call can have had: clocks go wrong, but nobody tells of a call of another century. */
export function isInstantOfCall(at: Date, receivedAt: Date): boolean {
  const age = receivedAt.getTime() - at.getTime();
  return age >= -DAY_MS && age <= OLDEST_MS;
}

export type PhoneRead = Readonly<{ ok: true; events: readonly PhoneEvent[] } | { ok: false; detail: string }>;
