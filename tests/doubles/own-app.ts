import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Asked, type Double, startDouble, type Told } from './server';

type Answer = {
  id: string;
  conversationId: string;
  customerId: string | null;
  inReplyTo: string | null;
  text: string;
  files: { name: string; type: string; url: string; size: number }[];
};

/**
 * A company's own app as Standard Webhooks 1.0.0 wants receivers to be, written without a look at our client: it checks the
 * signature over the bytes and the age of the instant, takes each id once, and refuses what has no place in the contract.
 */
export type OwnApp = Double & {
  /** Answers that the app took, each once. */
  taken: Answer[];
  pings: number;
  /** Refused for their signature, age or shape, with why. */
  refused: string[];
  /** Statuses for the next calls, before anything is taken; null: as usual. */
  next: { status: number; headers?: Record<string, string>; json?: unknown }[];
  /** Takes this many, but answers 502 as if the way back were broken. */
  loseAnswer: number;
  /** Answers with an id of its own. */
  ownIds: boolean;
};

const FIVE_MINUTES = 300;

export async function ownApp(secret: string, now: () => Date): Promise<OwnApp> {
  const seen = new Map<string, Told>();
  const app: OwnApp = Object.assign(await startDouble(answer), {
    taken: [] as Answer[],
    pings: 0,
    refused: [] as string[],
    next: [] as OwnApp['next'],
    loseAnswer: 0,
    ownIds: false,
  });
  return app;

  function answer(asked: Asked): Told {
    const wrong = wrongIn(asked);
    if (wrong) {
      app.refused.push(wrong);
      return { status: wrong === 'signature' ? 401 : 400, json: { error: wrong } };
    }
    const planned = app.next.shift();
    if (planned) return planned;
    const id = String(asked.headers['webhook-id']);
    const told = seen.get(id) ?? take(JSON.parse(asked.bytes.toString()));
    seen.set(id, told);
    if (app.loseAnswer === 0) return told;
    app.loseAnswer--;
    return { status: 502, json: {} };
  }

  function take({ type, data }: { type: string; data: Answer }): Told {
    if (type === 'ping') {
      app.pings++;
      return { json: {} };
    }
    app.taken.push(data);
    return { json: app.ownIds ? { id: `app-${app.taken.length}` } : {} };
  }

  function wrongIn({ method, headers, bytes }: Asked): string | null {
    const [id, stamp, given] = ['id', 'timestamp', 'signature'].map((name) =>
      String(headers[`webhook-${name}`]),
    );
    if (method !== 'POST' || !/^[\w-]{1,200}$/.test(id ?? '')) return 'id';
    if (isOld(stamp ?? '')) return 'timestamp';
    return isSigned(`${id}.${stamp}.`, bytes, given ?? '') ? wrongBody(bytes) : 'signature';
  }

  function isOld(stamp: string): boolean {
    return !/^\d{10}$/.test(stamp) || Math.abs(now().getTime() / 1000 - Number(stamp)) > FIVE_MINUTES;
  }

  function isSigned(head: string, bytes: Buffer, given: string): boolean {
    const key = Buffer.from(secret.split('_')[1] ?? '', 'base64');
    const wanted = createHmac('sha256', key)
      .update(Buffer.concat([Buffer.from(head), bytes]))
      .digest();
    return given
      .split(' ')
      .filter((each) => each.startsWith('v1,'))
      .map((each) => Buffer.from(each.slice(3), 'base64'))
      .some((each) => each.length === wanted.length && timingSafeEqual(each, wanted));
  }

  function wrongBody(bytes: Buffer): string | null {
    const body = JSON.parse(bytes.toString()) as { type?: string; timestamp?: string };
    if (!/^[a-z0-9_]+(\.[a-z0-9_]+)*$/i.test(body.type ?? '')) return 'type';
    return Number.isNaN(Date.parse(body.timestamp ?? '')) ? 'body' : null;
  }
}

let counter = 0;

/** A message as an app of one's own sends it. */
export function appMessage(over: Record<string, unknown> = {}, type = 'message.created') {
  counter++;
  return {
    type,
    data: {
      id: `m-${counter}`,
      conversationId: 'c-1',
      customer: { id: 'u-7', name: 'Anna Ozola', language: 'lv' },
      text: 'Sveiki! Lietotne neatveras.',
      sentAt: '2026-03-02T09:20:00Z',
      ...over,
    },
  };
}

/** Signs as the specification says, for an app that pushes to us. */
export function signedByApp(
  secret: string,
  id: string,
  at: Date,
  body: string | Buffer,
): Record<string, string> {
  const stamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.split('_')[1] ?? '', 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${stamp}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': stamp, 'webhook-signature': `v1,${mac}` };
}
