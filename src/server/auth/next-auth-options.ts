import 'server-only';
import type { AuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { newId } from '@/server/ids';
import { authenticate } from './authenticate';
import { clientAddress } from './client-address';
import { SESSION_SECONDS, sessionCookieName, sessionCookieOptions } from './session-token';
import { liveSession, openSession } from './sessions';

const given = z.object({ email: z.string().max(254), password: z.string().max(1000) });
const claims = z.object({ sid: z.uuid() });

/** How next-auth works here: one sign-in by password, and a token that names a row of `UserSession`, which decides. */
export function nextAuthOptions(): AuthOptions {
  const { PUBLIC_URL, SECRET } = env();
  const { maxAge: _, ...cookie } = sessionCookieOptions();
  return {
    secret: SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: cookie.secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: cookie } },
    pages: {
      signIn: `${PUBLIC_URL}/sign-in`,
      signOut: `${PUBLIC_URL}/sign-in`,
      error: `${PUBLIC_URL}/sign-in`,
    },
    providers: [
      credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (input, request) => signInWith(input, new Headers(request.headers as HeadersInit)),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: async ({ session, token }) => withPerson(session.expires, await personOf(token)),
      redirect: ({ url }) => insideUrl(url, PUBLIC_URL),
    },
    events: {
      signOut: async ({ token }) => {
        const id = claims.safeParse(token).data?.sid;
        if (id) await database().userSession.updateMany({ where: { id }, data: { revokedAt: new Date() } });
      },
    },
  };
}

/** The new session under its own id, which the token then carries; null when the credentials are refused. */
async function signInWith(input: unknown, headers: Headers): Promise<{ id: string } | null> {
  const read = given.safeParse(input);
  if (!read.success) return null;
  const db = database();
  const ip = clientAddress(headers, env().TRUST_PROXY);
  const result = await authenticate({ db, ip }, read.data);
  if (!result.ok) return null;
  const id = newId();
  const userAgent = headers.get('user-agent') ?? '';
  await openSession(db, { id, userId: result.value.userId, at: new Date(), ip, userAgent });
  return { id };
}

type Person = Readonly<{ name: string; email: string }>;

const withPerson = (expires: string, user: Person | undefined) => ({ expires, ...(user && { user }) });

async function personOf(token: unknown): Promise<Person | undefined> {
  const read = claims.safeParse(token);
  if (!read.success) return undefined;
  const session = await liveSession(database(), { sessionId: read.data.sid, at: new Date() });
  return session ? { name: session.user.name, email: session.user.email } : undefined;
}

/** An address of this installation, so that nobody is led elsewhere after signing in. */
function insideUrl(url: string, publicUrl: string): string {
  const target = URL.canParse(url, publicUrl) ? new URL(url, publicUrl) : new URL(publicUrl);
  return target.origin === new URL(publicUrl).origin ? target.href : publicUrl;
}
