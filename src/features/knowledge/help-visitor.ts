import type { Locale } from '@/i18n/locales';
import { clientAddress } from '@/server/auth/client-address';
import type { Context } from '@/server/context';
import { env } from '@/server/env';
import { customerCookieName } from '@/server/portal/customer-cookie';
import { HELP_COOKIE } from '@/server/portal/help-cookie';
import { findPortal, type Portal, portalPath } from '@/server/portal/portal';
import { processWorld } from '@/server/world';
import { isBot, sessionCookie, sessionIn } from './help-session';

/** Somebody at a route of the help centre, as far as the request tells. */
export type HelpVisitor = Omit<Context, 'actor' | 'ip'> &
  Readonly<{
    portal: Portal;
    ip: string;
    isBot: boolean;
    /** The session that they have since they acted; null before. */
    sessionId: string | null;
    /** What says that they are signed in to the portal, to be asked for who they are; absent when they are not. */
    customerToken?: string;
    /** The `Set-Cookie` field that keeps this session. */
    cookieFor: (sessionId: string) => string;
    /** The address of a page of this help centre. */
    href: (locale: Locale, path: string) => string;
  }>;

/** Who asks a route of the help centre; null for one that there is not, or that is switched off. */
export async function helpVisitor(request: Request, slug: string): Promise<HelpVisitor | null> {
  const world = processWorld();
  const portal = await findPortal(world.db, slug);
  if (!portal?.enabled) return null;
  const { workspaceId } = portal;
  const secure = env().PUBLIC_URL.startsWith('https:');
  const customerToken = cookieOf(request, customerCookieName(slug));
  return {
    ...world,
    ...(customerToken && { customerToken }),
    workspaceId,
    portal,
    ip: clientAddress(request.headers, env().TRUST_PROXY),
    isBot: isBot(request.headers.get('user-agent') ?? ''),
    sessionId: visitIn({ ...world, workspaceId }, request),
    cookieFor: (sessionId) => sessionCookie({ workspaceId }, sessionId, secure),
    href: (locale, path) => portalPath(portal, locale, path),
  };
}

/** The visit of this workspace's help centre that a request belongs to; null for none. */
export const visitIn = (ctx: Pick<Context, 'workspaceId' | 'now'>, request: Request): string | null =>
  sessionIn(ctx, cookieOf(request, HELP_COOKIE));

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
