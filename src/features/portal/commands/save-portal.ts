import { ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';
import type { PortalInput } from './fields';

/** Decides how the portal looks, what it says and who comes in. Words of a language that are not given stay as they are. */
export function savePortal(
  ctx: StaffContext,
  { words, ...settings }: PortalInput,
): Promise<Result<null, never>> {
  const { workspaceId } = ctx;
  const locales = [...new Set(settings.locales)];
  return transaction(ctx, async (tx) => {
    const set = { ...settings, locales };
    await tx.portalSettings.upsert({ where: { workspaceId }, create: { workspaceId, ...set }, update: set });
    for (const [locale, said] of Object.entries(words)) {
      if (!said) continue;
      const row = { ...said, links: said.links.map((each) => ({ ...each })) };
      await tx.portalText.upsert({
        where: { workspaceId_locale: { workspaceId, locale } },
        create: { workspaceId, locale, ...row },
        update: row,
      });
    }
    const { enabled, accent, signIn, guestLinks, guestLinkDays } = settings;
    const data = { enabled, accent, signIn, guestLinks, guestLinkDays, locales: locales.join(', ') };
    await recordAudit(tx, ctx, { action: 'portal.changed', target: '', data });
    await announce(tx, [HELP_TOPIC]);
    return ok(null);
  });
}
