import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POST as callMe } from '@/app/api/chat/[key]/call-me/route';
import { GET as config } from '@/app/api/chat/[key]/config/route';
import { GET as events } from '@/app/api/chat/[key]/events/route';
import { GET as file } from '@/app/api/chat/[key]/files/[id]/route';
import { POST as identify } from '@/app/api/chat/[key]/identify/route';
import { POST as mail } from '@/app/api/chat/[key]/mail/route';
import { POST as messages } from '@/app/api/chat/[key]/messages/route';
import { POST as offline } from '@/app/api/chat/[key]/offline/route';
import { POST as read } from '@/app/api/chat/[key]/read/route';
import { POST as sessions } from '@/app/api/chat/[key]/sessions/route';
import { POST as transcript } from '@/app/api/chat/[key]/transcript/route';
import { POST as typing } from '@/app/api/chat/[key]/typing/route';
import { POST as uploads } from '@/app/api/chat/[key]/uploads/route';
import { newId } from '@/server/ids';
import { hostileText, hostileValue, spoilt } from '../../support/hostile';
import { newChatWorld } from './chat-world';

type World = Awaited<ReturnType<typeof newChatWorld>>;
type Handler = (request: Request, props: { params: Promise<{ key: string }> }) => Promise<Response>;

const opening = () => ({
  clientId: newId(),
  language: 'en',
  timeZone: 'Europe/Riga',
  page: { url: 'https://shop.test/', title: '', referrer: '' },
  name: 'Anna',
  email: 'anna@customer.test',
  phone: '+36301234567',
  answers: { topic: 'x' },
});
const says = () => ({ clientId: newId(), text: 'Hello', attachmentIds: [] });

/** How a body is sent: as JSON mostly, else as bytes of whatever kind they say they are. */
const bytes = fc.tuple(
  fc.uint8Array({ maxLength: 200 }),
  fc.constantFrom(
    'application/json',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'text/plain',
    '',
  ),
);

/** A request from an address of its own, so that no limit keeps what is meant to be tried from being tried. */
function requestOf(body: BodyInit, type: string | null, token: string | null): Request {
  const headers = new Headers({ 'x-forwarded-for': `2001:db8::${newId().slice(-4)}:${newId().slice(-4)}` });
  if (type !== null) headers.set('content-type', type);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return new Request('http://localhost/api/chat', { method: 'POST', body, headers });
}

/** What a refusal must not have left behind. */
async function kept({ db, workspaceId }: World): Promise<readonly number[]> {
  const where = { workspaceId };
  return Promise.all([
    db.chatSession.count({ where }),
    db.chatVisitor.count({ where }),
    db.ticket.count({ where }),
    db.message.count({ where }),
    db.customer.count({ where }),
    db.callback.count({ where }),
    db.outgoingMail.count({ where }),
  ]);
}

/** Either taken, or refused in words and with nothing stored. */
async function taken(world: World, handler: Handler, request: Request): Promise<void> {
  const before = await kept(world);
  const response = await handler(request, { params: Promise.resolve({ key: world.chat.publicKey }) });
  const said = response.status >= 400 ? await response.text() : '';
  expect(response.status, said).toBeLessThan(500);
  if (response.status < 400) return;
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(JSON.parse(said)).toMatchObject({ status: response.status, title: expect.stringMatching(/./) });
  expect(await kept(world)).toEqual(before);
}

const RUNS = { numRuns: 20, interruptAfterTimeLimit: 20_000 };
/** How often a visitor may reach out in an hour; a new one comes then. */
const OUTWARD = 9;

const asJson = (value: unknown) => JSON.stringify(value) ?? 'null';

describe('what a broken or hostile browser sends', () => {
  test.each<[string, Handler, () => Readonly<Record<string, unknown>>]>([
    ['messages', messages, says],
    ['read', read, () => ({ sequence: 1 })],
    ['typing', typing, () => ({ typing: true })],
    ['identify', identify, () => ({ identity: { kind: 'hmac', userId: 'a', hash: 'a'.repeat(64) } })],
    ['call-me', callMe, () => ({ clientId: newId(), phone: '+3612345678', from: null, to: null, note: '' })],
    ['mail', mail, () => ({ email: 'anna@customer.test' })],
    ['transcript', transcript, () => ({ email: 'anna@customer.test' })],
  ])('to %s is taken or refused, and never breaks it', async (_, handler, right) => {
    const world = await newChatWorld();
    let [token, turns] = ['', OUTWARD];
    const visitor = async () => {
      if (turns++ >= OUTWARD) [token, turns] = [(await world.chatting('Hello', { name: 'A' })).token, 1];
      return token;
    };
    const json = fc
      .oneof(spoilt(right()), hostileValue)
      .map((value) => [asJson(value), 'application/json'] as const);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ arbitrary: json, weight: 5 }, { arbitrary: bytes, weight: 1 }),
        async ([body, type]) => taken(world, handler, requestOf(body as BodyInit, type, await visitor())),
      ),
      RUNS,
    );
  });

  test('to begin a chat, or leave a message, is taken or refused whole', async () => {
    const world = await newChatWorld();
    const begun = spoilt({ ...opening(), message: says() }).map(asJson);
    await fc.assert(
      fc.asyncProperty(begun, (body) => taken(world, sessions, requestOf(body, 'application/json', null))),
      RUNS,
    );
    const left = fc.record({
      data: fc.oneof(spoilt({ ...opening(), text: 'Call me' }).map(asJson), hostileText),
      name: hostileText,
      bytes: fc.uint8Array({ maxLength: 100 }),
    });
    await fc.assert(
      fc.asyncProperty(left, ({ data, name, bytes: content }) => {
        const form = new FormData();
        form.set('data', data);
        form.append('file', new File([content], name));
        return taken(world, offline, requestOf(form, null, null));
      }),
      RUNS,
    );
  });

  test('as a file, an address, a place in the stream or the key of an account is taken or refused', async () => {
    const world = await newChatWorld();
    const { token } = await world.chatting();
    const upload = fc.record({
      name: hostileText,
      type: hostileText,
      content: fc.uint8Array({ maxLength: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(upload, ({ name, type, content }) => {
        const form = new FormData();
        form.append('file', new File([content], name, { type }));
        return taken(world, uploads, requestOf(form, null, token));
      }),
      RUNS,
    );
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (place, key) => {
        const url = `http://localhost/?${new URLSearchParams({ after: place, until: place, mac: place })}`;
        const headers = { authorization: `Bearer ${token}` };
        const stream = await events(new Request(url, { headers }), {
          params: Promise.resolve({ key: world.chat.publicKey }),
        });
        await stream.body?.cancel();
        expect(stream.status).toBeLessThan(500);
        const named = { params: Promise.resolve({ key, id: place }) };
        expect((await file(new Request(url), named)).status).toBe(404);
        expect((await config(new Request(url), named)).status).toBe(404);
      }),
      RUNS,
    );
  });
});
