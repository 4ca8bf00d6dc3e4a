import type {
  ChatEntry,
  ChatEvent,
  ChatMessage,
  ChatSession,
  ChatSnapshot,
  SendMessage,
  StartChat,
} from '@/domain/chat/protocol';
import type { Answer, Listening, Transport } from '@/features/chat/widget/frame/client/transport';

type Listener = Pick<Listening, 'onEvent'> & { end: (answer: Answer<null>) => void };

/** Whether the next request, and the answer to it, get through. */
export type Line = () => 'fine' | 'request lost' | 'answer lost';

const answer = <Value>(value: Value): Answer<Value> => ({ kind: 'answer', value });
const UNREACHABLE = { kind: 'unreachable', retryAfterSeconds: null } as const;

/** A chat server in memory that keeps the protocol of `domain/chat/protocol.ts`, behind a line that loses things. */
export function serverDouble(line: Line) {
  const entries: ChatEntry[] = [];
  const started = new Map<string, string>();
  const tokens = new Set<string>();
  const listeners = new Set<Listener>();
  let session = newSession();

  const append = (message: Partial<ChatMessage> & { text: string }): ChatEntry => {
    const sequence = entries.length + 1;
    const entry: ChatEntry = {
      sequence,
      type: 'message',
      message: {
        id: `m${sequence}`,
        clientId: null,
        from: 'agent',
        author: { name: 'Anna' },
        files: [],
        at: '2026-11-22T09:00:00.000Z',
        channel: 'chat',
        edited: false,
        ...message,
      },
    };
    entries.push(entry);
    tell({ event: 'entry', data: entry });
    return entry;
  };

  const received = ({ clientId, text }: SendMessage): ChatEntry => {
    const known = entries.find((each) => each.type === 'message' && each.message.clientId === clientId);
    return known ?? append({ clientId, text, from: 'visitor', author: null });
  };

  /** Does the work unless the request is lost; says nothing of it when the answer is. */
  const over = async <Value>(work: () => Answer<Value>): Promise<Answer<Value>> => {
    await Promise.resolve();
    const fate = line();
    if (fate === 'request lost') return UNREACHABLE;
    const value = work();
    return fate === 'answer lost' ? UNREACHABLE : value;
  };

  const known = <Value>(token: string, work: () => Answer<Value>): Answer<Value> =>
    tokens.has(token) ? work() : { kind: 'refused', code: 'token.invalid' };

  const snapshot = (): ChatSnapshot => ({ session, entries: entries.slice(-200), sequence: entries.length });

  const transport: Transport = {
    config: () => over(() => UNREACHABLE),
    articles: () => over(() => UNREACHABLE),
    start: (body: StartChat) =>
      over(() => {
        const token = `token-${tokens.size + 1}`;
        tokens.add(token);
        started.set(body.clientId, token);
        if (body.message) received(body.message);
        return answer({ token, ...snapshot() });
      }),
    session: (token) => over(() => known(token, () => answer(snapshot()))),
    send: (token, body) => over(() => known(token, () => answer({ entry: received(body), session }))),
    identify: () => over(() => UNREACHABLE),
    upload: () => over(() => UNREACHABLE),
    callMe: () => over(() => UNREACHABLE),
    leave: () => over(() => UNREACHABLE),
    survey: () => over(() => answer(null)),
    answer: () => over(() => UNREACHABLE),
    post: () => over(() => answer(null)),
    events: async ({ token, after, signal, onOpen, onEvent }) => {
      await Promise.resolve();
      if (line() !== 'fine') return UNREACHABLE;
      if (!tokens.has(token)) return { kind: 'refused', code: 'token.invalid' };
      onOpen();
      onEvent({ event: 'session', data: session });
      for (const data of entries.slice(after)) onEvent({ event: 'entry', data });
      return new Promise((end) => {
        const listener = { onEvent, end };
        listeners.add(listener);
        signal.addEventListener('abort', () => {
          listeners.delete(listener);
          end(UNREACHABLE);
        });
      });
    },
  };

  return {
    transport,
    entries,
    /** How many chats were begun. */
    chats: () => started.size,
    append,
    /** Cuts all streams. */
    cut(): void {
      for (const listener of listeners) listener.end(UNREACHABLE);
      listeners.clear();
    },
    change(change: Partial<ChatSession>): void {
      session = { ...session, ...change, version: session.version + 1 };
      tell({ event: 'session', data: session });
    },
    /** The server forgets all visitors. */
    forgetAll: () => tokens.clear(),
  };

  function tell(event: ChatEvent): void {
    for (const { onEvent } of listeners) onEvent(event);
  }
}

/** A session as it stands when it begins. */
export function newSession(change: Partial<ChatSession> = {}): ChatSession {
  return {
    id: 's1',
    version: 1,
    state: 'active',
    ticketNumber: 7,
    language: 'en',
    agent: { name: 'Anna' },
    queue: null,
    marks: { visitorRead: 0, agentDelivered: 0, agentRead: 0 },
    visitor: { name: '', email: null, phone: null, verified: false },
    endedBy: null,
    byMail: false,
    call: null,
    surveyUrl: null,
    ...change,
  };
}
