import { test as base } from '@playwright/test';
import { sessionCookieName, sessionToken } from '@/server/auth/session-token';
import { openSession } from '@/server/auth/sessions';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../tests/support/world';

type World = Awaited<ReturnType<typeof newWorld>>;
type Person = Readonly<{
  locale?: 'en' | 'hu' | 'lv';
  theme?: 'light' | 'dark' | 'system';
  shortcuts?: boolean;
}>;
type SignIn = (member: StaffContext, person?: Person) => Promise<void>;

/** Every test gets a workspace of its own, and a browser that is signed in by cookie. */
export const test = base.extend<{ world: World; signIn: SignIn }>({
  world: async ({}, use) => use(await newWorld({ at: new Date().toISOString() })),
  signIn: async ({ context, baseURL }, use) => {
    await use(async (member, person = {}) => {
      const userId = member.actor.id as string;
      const sessionId = member.newId();
      await member.db.user.update({
        where: { id: userId },
        data: { timeZone: 'Europe/Budapest', ...person },
      });
      await openSession(member.db, {
        id: sessionId,
        userId,
        at: new Date(),
        userAgent: 'Chromium',
        ip: '127.0.0.1',
      });
      await context.addCookies([
        { name: sessionCookieName(), value: await sessionToken(sessionId), url: baseURL as string },
      ]);
    });
  },
});

export { expect } from '@playwright/test';
