import type {
  CallMe,
  CallPromised,
  ChatAnswer,
  ChatAnswered,
  ChatConfig,
  ChatEvent,
  ChatFile,
  ChatIdentity,
  ChatLanguage,
  ChatSnapshot,
  ChatSurvey,
  ChatSurveyPage,
  FoundArticles,
  Identified,
  LeaveMessage,
  MessageLeft,
  SendMessage,
  Sent,
  StartChat,
  Started,
} from '@/domain/chat/protocol';

/** What the server said: an answer, a refusal that repeating will not change, or nothing that counts. */
export type Answer<Value> =
  | Readonly<{ kind: 'answer'; value: Value }>
  | Readonly<{ kind: 'refused'; code: string }>
  | Readonly<{ kind: 'unreachable'; retryAfterSeconds: number | null }>;

/** The way to the server. */
export type Transport = Readonly<{
  config: () => Promise<Answer<ChatConfig>>;
  articles: (asked: Looking) => Promise<Answer<FoundArticles>>;
  /** With the token of an earlier chat, so that nobody is asked twice who they are. */
  start: (body: StartChat, token: string | null) => Promise<Answer<Started>>;
  session: (token: string) => Promise<Answer<ChatSnapshot>>;
  send: (token: string, body: SendMessage) => Promise<Answer<Sent>>;
  identify: (token: string, identity: ChatIdentity) => Promise<Answer<Identified>>;
  upload: (token: string, file: File) => Promise<Answer<ChatFile>>;
  callMe: (token: string, body: CallMe) => Promise<Answer<CallPromised>>;
  leave: (body: LeaveMessage, files: readonly File[]) => Promise<Answer<MessageLeft>>;
  survey: (token: string, language: string) => Promise<Answer<ChatSurvey | ChatSurveyPage | null>>;
  answer: (token: string, body: ChatAnswer) => Promise<Answer<ChatAnswered>>;
  /** The small ones, which are answered without words. */
  post: (
    token: string,
    path: 'typing' | 'read' | 'mail' | 'transcript' | 'end',
    body: object,
  ) => Promise<Answer<null>>;
  /** Ends with how the stream ended. */
  events: (asked: Listening) => Promise<Answer<null>>;
}>;

/** What somebody looks for before a chat. */
type Looking = Readonly<{ text: string; language: ChatLanguage; visit: string | null }>;

export type Listening = Readonly<{
  token: string;
  after: number;
  /** Ask for an answer that ends after the first news, where a stream does not come through. */
  inTurns: boolean;
  signal: AbortSignal;
  /** Called when the stream stands. */
  onOpen: () => void;
  /** Called for each event; also without one, for anything that shows that the line is alive. */
  onEvent: (event: ChatEvent | null) => void;
}>;

/** The way to the server by HTTP, below `/api/chat/<key>`. No cookie goes with it. */
export function httpTransport(base: string): Transport {
  const json = async <Value>(path: string, token: string | null, body?: object) =>
    answered<Value>(() =>
      fetch(`${base}/${path}`, {
        ...request(token),
        ...(body && {
          method: 'POST',
          headers: { ...request(token).headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }),
    );
  const form = <Value>(path: string, token: string | null, body: FormData) =>
    answered<Value>(() => fetch(`${base}/${path}`, { ...request(token), method: 'POST', body }));
  return {
    config: () => json('config', null),
    articles: ({ text, language, visit }) =>
      json(`articles?${new URLSearchParams({ q: text, language, ...(visit && { visit }) })}`, null),
    start: (body, token) => json('sessions', token, body),
    session: (token) => json('session', token),
    send: (token, body) => json('messages', token, body),
    identify: (token, identity) => json('identify', token, { identity }),
    upload: (token, file) => form('uploads', token, formOf({}, [file])),
    callMe: (token, body) => json('call-me', token, body),
    leave: (body, files) => form('offline', null, formOf({ data: JSON.stringify(body) }, files)),
    survey: (token, language) => json(`survey?language=${language}`, token),
    answer: (token, body) => json('survey', token, body),
    post: (token, path, body) => json(path, token, body),
    events: (asked) => listen(base, asked),
  };
}

function request(token: string | null): RequestInit & { headers: Record<string, string> } {
  return {
    credentials: 'omit',
    cache: 'no-store',
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  };
}

function formOf(fields: Readonly<Record<string, string>>, files: readonly File[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('file', file, file.name);
  return form;
}

async function answered<Value>(ask: () => Promise<Response>): Promise<Answer<Value>> {
  try {
    const response = await ask();
    if (!response.ok) return await refusalOf(response);
    const value = response.status === 204 ? null : await response.json();
    return { kind: 'answer', value: value as Value };
  } catch {
    return { kind: 'unreachable', retryAfterSeconds: null };
  }
}

async function refusalOf(response: Response): Promise<Answer<never>> {
  const { status, headers } = response;
  if (status >= 500 || status === 408 || status === 429) {
    return { kind: 'unreachable', retryAfterSeconds: Number(headers.get('retry-after')) || null };
  }
  const problem: unknown = await response.json().catch(() => null);
  const code = (problem as { code?: unknown } | null)?.code;
  return { kind: 'refused', code: typeof code === 'string' ? code : `http.${status}` };
}

async function listen(
  base: string,
  { token, after, inTurns, signal, onOpen, onEvent }: Listening,
): Promise<Answer<null>> {
  try {
    const { headers, ...rest } = request(token);
    const response = await fetch(`${base}/events?after=${after}${inTurns ? '&turn=1' : ''}`, {
      ...rest,
      signal,
      headers: { ...headers, accept: 'text/event-stream', 'last-event-id': String(after) },
    });
    if (!response.ok || !response.body) return await refusalOf(response);
    onOpen();
    const read = eventReader(onEvent);
    const decoder = new TextDecoder();
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return { kind: 'answer', value: null };
      read(decoder.decode(value, { stream: true }));
    }
  } catch {
    return { kind: 'unreachable', retryAfterSeconds: null };
  }
}

/** Reads server-sent events (WHATWG HTML §9.2.6) from pieces of text, as they come. */
export function eventReader(onEvent: Listening['onEvent']): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).replace(/\r\n?/g, '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    onEvent(null);
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) onEvent(event);
    }
  };
}

function eventOf(block: string): ChatEvent | null {
  const fields = block.split('\n').map((line) => /^(event|data): ?(.*)$/.exec(line));
  const named = (name: string) =>
    fields.filter((field) => field?.[1] === name).map((field) => field?.[2] ?? '');
  const event = named('event')[0];
  if (event === undefined) return null;
  try {
    return { event, data: JSON.parse(named('data').join('\n') || 'null') } as ChatEvent;
  } catch {
    return null;
  }
}
