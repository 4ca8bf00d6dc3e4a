import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import type { CustomerActor } from '@/domain/permission/actor';
import { isLocale, type Locale } from '@/i18n/locales';
import { clientAddress } from '@/server/auth/client-address';
import type { Context } from '@/server/context';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { newId } from '@/server/ids';
import { customerCookieName } from './customer-cookie';
import { type LiveCustomerSession, liveCustomerSession, touchCustomerSession } from './customer-session';
import { findPortal, type Portal, portalPath } from './portal';

export type CustomerContext = Context<CustomerActor>;

/** The world in which a page of the portal asks, whoever reads it. */
export type PortalContext = Omit<Context, 'actor'>;

/** Where a page of the portal stands: what its address says. */
export type PortalPlace = Readonly<{ workspace: string; locale: string }>;

/** A page that is the same for everybody. */
export type PublicPortalPage = Readonly<{
  ctx: PortalContext;
  workspace: Portal;
  locale: Locale;
  /** The address of another page in the same language: `href('/requests')`. */
  href: (path?: string) => string;
}>;

/** The customer who reads, and the context in which they ask and act. */
export type SignedInCustomer = LiveCustomerSession['customer'] &
  Readonly<{ sessionId: string; ctx: CustomerContext }>;

export type PortalPage = PublicPortalPage & Readonly<{ customer: SignedInCustomer | null }>;

/**
 * The door for pages of the portal that are the same for everybody: it reads neither cookies nor headers, so that such a
 * page can be kept. No such workspace, a portal that is switched off, and a language that it does not offer are "not found".
 */
export async function publicPortalPage(params: Promise<PortalPlace>): Promise<PublicPortalPage> {
  const { workspace: slug, locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const workspace = await portalOf(slug);
  if (!workspace?.enabled || !workspace.locales.includes(locale)) notFound();
  const ctx = { workspaceId: workspace.workspaceId, db: database(), now: () => new Date(), newId };
  return { ctx, workspace, locale, href: (path = '') => portalPath(workspace, locale, path) };
}

/** The door for all other pages of the portal: as `publicPortalPage`, and who is signed in, if anybody is. */
export async function portalPage(params: Promise<PortalPlace>): Promise<PortalPage> {
  const page = await publicPortalPage(params);
  const session = await customerSession(page.workspace.slug);
  const ctx = { ...page.ctx, ip: await requestIp() };
  if (!session) return { ...page, ctx, customer: null };
  await touchCustomerSession(ctx.db, session, { ...ctx, at: ctx.now() });
  const { id, name } = session.customer;
  const actor: CustomerActor = { kind: 'customer', id, name };
  const customer = { ...session.customer, sessionId: session.id, ctx: { ...ctx, actor } };
  return { ...page, ctx, customer };
}

const requestIp = async () => clientAddress(await headers(), env().TRUST_PROXY);

const portalOf = cache((slug: string) => findPortal(database(), slug));

/** The session of this request in this workspace, read once per request. */
const customerSession = cache(async (slug: string): Promise<LiveCustomerSession | null> => {
  const [portal, jar] = await Promise.all([portalOf(slug), cookies()]);
  const token = jar.get(customerCookieName(slug))?.value;
  if (!portal || !token) return null;
  return liveCustomerSession(database(), { workspaceId: portal.workspaceId, token, at: new Date() });
});
