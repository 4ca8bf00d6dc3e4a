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
import { guestOf } from './guest-link';
import { HELP_COOKIE } from './help-cookie';
import { findPortal, type Portal, portalPath } from './portal';

export type CustomerContext = Context<CustomerActor>;

/** The world in which a page of the portal asks, whoever reads it. */
type PortalContext = Omit<Context, 'actor'>;

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
  return (await portalAt(params)) ?? notFound();
}

/** As `publicPortalPage`, with null for what is not found: a document has no page around it that could say so. */
export async function portalAt(params: Promise<PortalPlace>): Promise<PublicPortalPage | null> {
  const { workspace: slug, locale } = await params;
  // Said in any case: what asks for the language later would look into the headers, which a kept page has none of.
  setRequestLocale(isLocale(locale) ? locale : 'en');
  if (!isLocale(locale)) return null;
  const workspace = await portalOf(slug);
  if (!workspace?.enabled || !workspace.locales.includes(locale)) return null;
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
  const { id, name, sharedOrganizationId } = session.customer;
  const shared = sharedOrganizationId ? { organizationId: sharedOrganizationId } : {};
  const actor: CustomerActor = { kind: 'customer', id, name, ...shared };
  const customer = { ...session.customer, sessionId: session.id, ctx: { ...ctx, actor } };
  return { ...page, ctx, customer };
}

/** Somebody at the door of the portal, signed in or not, who sends a form. */
export type PortalVisitor = PortalPage &
  Readonly<{
    userAgent: string;
    /** The cookie of their visit to the help centre. */
    visit?: string;
  }>;

/** Who sends a form from this page of the portal. */
export async function portalVisitor(place: PortalPlace): Promise<PortalVisitor> {
  const [page, head, jar] = await Promise.all([portalPage(Promise.resolve(place)), headers(), cookies()]);
  const visit = jar.get(HELP_COOKIE)?.value;
  return { ...page, userAgent: head.get('user-agent') ?? '', ...(visit && { visit }) };
}

/** Who reads a request: a signed-in customer, or whoever holds a link to this very one. */
export type PortalReader = PublicPortalPage & Readonly<{ reader: CustomerContext; guest: boolean }>;

/** The door for the page behind a guest link: what the link does not name is "not found". */
export async function guestPage(
  params: Promise<PortalPlace & Readonly<{ token: string }>>,
): Promise<PortalReader> {
  const [page, { token }] = [await publicPortalPage(params), await params];
  const reader = await guestContext(page, token);
  return reader ? { ...page, reader, guest: true } : notFound();
}

/** The context of whoever holds this link; null when it opens nothing. */
export async function guestContext(page: PublicPortalPage, token: string): Promise<CustomerContext | null> {
  const { ctx, workspace } = page;
  const at = ctx.now();
  const guest = workspace.guestLinks && (await guestOf(ctx.db, { workspaceId: ctx.workspaceId, token, at }));
  if (!guest) return null;
  const actor: CustomerActor = { kind: 'customer', ...guest.customer, ticketId: guest.ticketId };
  return { ...ctx, ip: await requestIp(), actor };
}

/**
 * The door for route handlers of the portal: the signed-in customer, or who holds the link to a request where one is given.
 * Null when there is neither, or no such portal; answer it with 404.
 */
export async function readerFromRequest(
  { workspace: slug, locale }: PortalPlace,
  token: string | null,
): Promise<CustomerContext | null> {
  const portal = await portalOf(slug);
  if (!portal?.enabled || !isLocale(locale)) return null;
  const place = Promise.resolve({ workspace: slug, locale: portal.locales[0] });
  if (token === null) return (await portalPage(place)).customer?.ctx ?? null;
  return guestContext(await publicPortalPage(place), token);
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
