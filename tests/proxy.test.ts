import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server';
import { NextRequest } from 'next/server';
import { describe, expect, test, vi } from 'vitest';
import { config, proxy } from '@/proxy';
import { readSessionToken, sessionCookieName, sessionToken } from '@/server/auth/session-token';
import { newId } from '@/server/ids';

const HERE = 'http://localhost:3000';
const DAY_SECONDS = 24 * 60 * 60;

function visit(path: string, token?: string) {
  const headers = token ? { cookie: `${sessionCookieName()}=${token}` } : {};
  return proxy(new NextRequest(`${HERE}${path}`, { headers }));
}

/** A token as it was made some days ago; next-auth stamps it with the clock of the machine. */
async function agedToken(sid: string, days: number): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - days * DAY_SECONDS * 1000 });
  try {
    return await sessionToken(sid);
  } finally {
    vi.useRealTimers();
  }
}

describe('a staff page', () => {
  test('without a session leads to the sign-in page and remembers where to go', async () => {
    const answer = await visit('/demo/desk?view=mine');
    expect(answer.headers.get('location')).toBe(
      `${HERE}/sign-in?next=${encodeURIComponent('/demo/desk?view=mine')}`,
    );
  });

  test('with a forged cookie leads there as well', async () => {
    expect((await visit('/demo/desk', 'forged')).headers.get('location')).toContain('/sign-in');
  });

  test('with a session is shown, and the page learns its own address', async () => {
    const answer = await visit('/demo/desk?view=mine', await sessionToken(newId()));
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.get('x-middleware-request-x-kalauz-path')).toBe('/demo/desk?view=mine');
    expect(answer.cookies.getAll()).toEqual([]);
  });
});

describe('the cookie', () => {
  test('names the same session when it is made anew', async () => {
    const sid = newId();
    const answer = await visit('/demo/desk', await agedToken(sid, 2));
    const cookie = answer.cookies.get(sessionCookieName());
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', maxAge: 30 * DAY_SECONDS });
    const claims = await readSessionToken(cookie?.value);
    expect(claims?.sessionId).toBe(sid);
    expect(Date.now() - Number(claims?.issuedAt)).toBeLessThan(10_000);
  });

  test('is not made anew before a day has passed, and is worth nothing after thirty', async () => {
    const fresh = await visit('/demo/desk', await agedToken(newId(), 0.9));
    expect(fresh.cookies.getAll()).toEqual([]);
    const stale = await visit('/demo/desk', await agedToken(newId(), 31));
    expect(stale.headers.get('location')).toContain('/sign-in');
  });
});

describe('the proxy looks at', () => {
  const looksAt = (path: string, headers = {}) =>
    unstable_doesMiddlewareMatch({ config, url: path, headers });

  test.each(['/desk', '/admin', '/demo/desk', '/demo/desk/tickets/7', '/demo/admin/people', '/demo/me'])(
    '%s',
    (path) => {
      expect(looksAt(path)).toBe(true);
    },
  );

  test.each(['/', '/sign-in', '/api/desk/demo/uploads', '/api/v1/tickets', '/api/inbound/email/key'])(
    'everything but %s',
    (path) => {
      expect(looksAt(path)).toBe(false);
    },
  );

  test('no server action, whose body it would cut', () => {
    expect(looksAt('/demo/desk', { 'next-action': 'x' })).toBe(false);
  });
});
