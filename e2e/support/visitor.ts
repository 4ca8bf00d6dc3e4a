import { randomUUID } from 'node:crypto';

type Heard = Readonly<{ event: string; data: unknown }>;
type Entry = Readonly<{ type: string; kind?: string; message?: Readonly<{ text: string; from: string }> }>;

/** A visitor's browser without its window: speaks the protocol of the chat as `src/domain/chat/protocol.ts` has it. */
export async function visit(
  baseURL: string,
  key: string,
  { name = 'Anna', email }: { name?: string; email?: string } = {},
) {
  const root = `${baseURL}/api/chat/${key}`;
  const post = async (path: string, body: unknown, token = '') => {
    const answer = await fetch(`${root}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
  const started = await post('sessions', {
    clientId: randomUUID(),
    language: 'en',
    timeZone: 'Europe/Riga',
    page: { url: 'https://shop.test/cart', title: 'Your cart', referrer: '' },
    name,
    ...(email && { email }),
  });
  const { token } = started as { token: string };
  const heard: Heard[] = [];
  const gone = new AbortController();
  void listen();
  return {
    token,
    sessionId: (started as { session: { id: string } }).session.id,
    heard,
    /** The words of others that have arrived, in order. */
    words: () =>
      heard.flatMap(({ event, data }) => {
        const entry = data as Entry;
        return event === 'entry' && entry.message?.from === 'agent' ? [entry.message.text] : [];
      }),
    lines: () => heard.flatMap(({ event, data }) => (event === 'entry' ? ((data as Entry).kind ?? []) : [])),
    say: (text: string, clientId: string = randomUUID()) =>
      post('messages', { clientId, text, attachmentIds: [] }, token),
    types: (typing: boolean) => post('typing', { typing }, token),
    reads: (sequence: number) => post('read', { sequence }, token),
    leave: () => gone.abort(),
  };

  async function listen(): Promise<void> {
    const answer = await fetch(`${root}/events`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: gone.signal,
    }).catch(() => null);
    let text = '';
    try {
      for await (const part of answer?.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += part;
        const frames = text.split('\n\n');
        text = frames.pop() ?? '';
        for (const frame of frames) take(frame);
      }
    } catch {
      // The visitor has left.
    }
  }

  function take(frame: string): void {
    const event = /^event: (.*)$/m.exec(frame)?.[1];
    const data = /^data: (.*)$/m.exec(frame)?.[1];
    if (event && data) heard.push({ event, data: JSON.parse(data) });
  }
}
