import { type Dimensions, type Fact, type FactKind, valuesOf } from '@/domain/metrics/facts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What is in time, and what was left too soon to have waited; in seconds. */
export type LineRules = Readonly<{ answerSeconds: number; shortSeconds: number }>;

/** Of what a fact is counted: its ticket, customer and dimensions. */
export type About = Readonly<{
  ticketId: string | null;
  customerId: string | null;
  dimensions: Dimensions;
  spam: boolean;
}>;

/** A call that has ended. */
export type EndedCall = About &
  Readonly<{
    at: Date;
    inbound: boolean;
    completion: string | null;
    /** Seconds of waiting until somebody answered or the caller hung up. */
    waitSeconds: number;
    talkSeconds: number;
    holdSeconds: number;
    wrapUpSeconds: number;
  }>;

/** Neither refused by machines nor left within the menu: what somebody of ours could have answered. */
const OFFERED = [
  'completed',
  'missed',
  'abandoned_in_queue',
  'voicemail',
  'abandoned_in_voicemail',
  'callback',
  'no_answer',
];

/** How a call counts (contracts G.7, G.13, G.20): left within `shortSeconds`, it was never waited in. */
export function callFacts(call: EndedCall, { answerSeconds, shortSeconds }: LineRules): Fact[] {
  const answered = call.completion === 'completed';
  const left = call.completion === 'abandoned_in_queue';
  const isShort = left && call.waitSeconds < shortSeconds;
  const offered = call.inbound && !isShort && OFFERED.includes(call.completion ?? '');
  const inTime = answered && call.waitSeconds <= answerSeconds;
  const values = valuesOf('call', {
    ...(answered && handled(call)),
    ...(offered && {
      call_abandoned: left ? 1 : 0,
      call_in_time: inTime ? 1 : 0,
      call_wait: answered ? call.waitSeconds / 60 : null,
    }),
  });
  return factsOf('call', call, values);
}

/** How long a call kept somebody busy, and with what; in minutes. */
function handled({ talkSeconds, holdSeconds, wrapUpSeconds }: EndedCall) {
  const minutes = (talkSeconds + holdSeconds + wrapUpSeconds) / 60;
  const parts = {
    call_talk: talkSeconds / 60,
    call_hold: holdSeconds / 60,
    call_wrap_up: wrapUpSeconds / 60,
  };
  return { call_handle: minutes, call_busy: minutes, ...parts };
}

/** A chat that somebody took, or that is over. */
export type LineChat = About &
  Readonly<{
    createdAt: Date;
    acceptedAt: Date | null;
    endedAt: Date | null;
    /** Milliseconds until somebody took it. */
    waitedMs: number | null;
  }>;

/** How a chat counts (contracts G.13): one in which the visitor has said nothing is never asked for here. */
export function chatFacts(chat: LineChat, { answerSeconds, shortSeconds }: LineRules): Fact[] {
  const { createdAt, acceptedAt, endedAt } = chat;
  const at = acceptedAt ?? endedAt;
  if (!at) return [];
  const waited = chat.waitedMs ?? at.getTime() - createdAt.getTime();
  const handled = acceptedAt && endedAt ? (endedAt.getTime() - acceptedAt.getTime()) / MINUTE : null;
  const offered = acceptedAt
    ? {
        chat_abandoned: 0,
        chat_in_time: waited <= answerSeconds * SECOND ? 1 : 0,
        chat_wait: waited / MINUTE,
      }
    : { chat_abandoned: 1, chat_in_time: 0 };
  const isShort = !acceptedAt && waited < shortSeconds * SECOND;
  const values = valuesOf('chat', { chat_handle: handled, chat_busy: handled, ...(!isShort && offered) });
  return factsOf('chat', { ...chat, at }, values);
}

/** The one fact of a subject; none where no measure applies. */
export function factsOf(
  kind: FactKind,
  { dimensions, spam, ticketId, customerId, at }: About & Readonly<{ at: Date }>,
  values: (number | null)[],
): Fact[] {
  if (values.every((value) => value === null)) return [];
  const excluded = spam ? 'spam' : null;
  return [{ ...dimensions, kind, sequence: 0, at, ticketId, customerId, excluded, values }];
}
