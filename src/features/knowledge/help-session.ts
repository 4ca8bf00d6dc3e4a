import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import { shortMac } from '@/server/crypto/keys';
import { HELP_COOKIE } from '@/server/portal/help-cookie';

type Scope = Pick<Context, 'db' | 'workspaceId' | 'now'>;

const DAY_SECONDS = 86_400;

const BOTS =
  /bot|crawl|spider|slurp|preview|fetch|monitor|headless|lighthouse|curl|wget|python|java\/|go-http/i;

/** True for programs that read pages by themselves: what they do counts for nothing. */
export const isBot = (userAgent: string): boolean => userAgent.trim() === '' || BOTS.test(userAgent);

/**
 * The session that the cookie of a request names; null without one, for one that was not made here for this workspace, and for one
 * that began a day ago: what somebody asks then is another visit, whose 24 hours are its own (contracts G.14).
 */
export function sessionIn(
  { workspaceId, now }: Pick<Context, 'workspaceId' | 'now'>,
  cookie: string | undefined,
): string | null {
  const [id = '', mac] = (cookie ?? '').split('.');
  if (!/^[0-9a-f-]{36}$/.test(id) || mac !== macOf(workspaceId, id)) return null;
  return now().getTime() - madeAt(id) < DAY_SECONDS * 1000 ? id : null;
}

/** When an id was made, in milliseconds since 1970: its first 48 bits (UUIDv7, RFC 9562 §5.7). */
const madeAt = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

/** The `Set-Cookie` field that keeps a session, for this installation alone. */
export function sessionCookie(
  { workspaceId }: Pick<Context, 'workspaceId'>,
  id: string,
  secure: boolean,
): string {
  return `${HELP_COOKIE}=${sessionMark({ workspaceId }, id)}; Path=/; Max-Age=${DAY_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** A session as a browser may be given it: nobody else can make one. */
export const sessionMark = ({ workspaceId }: Pick<Context, 'workspaceId'>, id: string): string =>
  `${id}.${macOf(workspaceId, id)}`;

const macOf = (workspaceId: string, id: string) => shortMac('help-session', `${workspaceId}/${id}`, 32);

/** Writes down that a visitor searched or opened the request form, and in which language; the first time counts. */
export async function recordIntent(
  { db, workspaceId, now }: Scope,
  { id, intent, locale }: Readonly<{ id: string; intent: 'search' | 'form'; locale: Locale }>,
): Promise<void> {
  await db.$executeRaw`
    insert into "HelpSession" ("workspaceId", id, "startedAt", "intentAt", intent, locale)
    values (${workspaceId}::uuid, ${id}::uuid, ${now()}, ${now()}, ${intent}, ${locale})
    on conflict ("workspaceId", id) do update
      set "intentAt" = coalesce("HelpSession"."intentAt", excluded."intentAt"), intent = coalesce("HelpSession".intent, excluded.intent),
        locale = coalesce("HelpSession".locale, excluded.locale)`;
}

/**
 * Begins a visit of a customer who is signed in and reads. They have wanted nothing yet: what they write later stands with the
 * article, and the visit is counted once they search or open the form (contracts G.14: reading alone is no deflection).
 */
export async function recordReader(
  { db, workspaceId, now }: Scope,
  { id, customerId, locale }: Readonly<{ id: string; customerId: string; locale: Locale }>,
): Promise<void> {
  await db.helpSession.create({ data: { workspaceId, id, startedAt: now(), customerId, locale } });
}

/** Writes down that a visitor who acted before, or is known, saw an article, or a suggestion of one (then without `articleId`). */
export async function recordSeen(
  { db, workspaceId, now }: Scope,
  { id, articleId }: Readonly<{ id: string; articleId: string | null }>,
): Promise<void> {
  await db.helpSession.updateMany({ where: { workspaceId, id, seenAt: null }, data: { seenAt: now() } });
  if (articleId === null) return;
  await db.$executeRaw`
    insert into "HelpVisit" ("workspaceId", "sessionId", "articleId", at)
    select s."workspaceId", s.id, a.id, ${now()} from "HelpSession" s
    join "Article" a on a."workspaceId" = s."workspaceId" and a.id = ${articleId}::uuid and a.audience = 'public'
    where s."workspaceId" = ${workspaceId}::uuid and s.id = ${id}::uuid
    on conflict do nothing`;
}
