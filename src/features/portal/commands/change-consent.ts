import { fail, ok, type Result } from '@/domain/shared/result';
import type { ConsentInput } from '@/features/portal/inputs';
import { translator } from '@/i18n/translator';
import type { ActingCustomer } from '@/server/actions/portal-action';
import { transaction } from '@/server/db/transaction';

type Done = Promise<Result<Readonly<{ goTo: string }>, Readonly<{ code: 'not_found' }>>>;

/**
 * A customer takes back what they agreed to, or gives it again in the same words: a new line of the ledger, said by themselves
 * (GDPR, article 7(3): as easy to take back as to give). What nobody ever asked them is "not found". Twice is once.
 */
export function changeConsent({ ctx, href, locale, sessionId }: ActingCustomer, wish: ConsentInput): Done {
  const { workspaceId, actor } = ctx;
  const { kind } = wish;
  const given = wish.given === 'yes';
  const own = { workspaceId, customerId: actor.id, kind };
  return transaction(ctx, async (tx) => {
    // Holds the record, so that two wishes at once are two lines in their order.
    await tx.customer.updateMany({ where: { workspaceId, id: actor.id }, data: { updatedAt: ctx.now() } });
    const orderBy = [{ at: 'desc' as const }, { id: 'desc' as const }];
    const [latest, agreed] = await Promise.all([
      tx.customerConsent.findFirst({ where: own, orderBy, select: { given: true } }),
      tx.customerConsent.findFirst({ where: { ...own, given: true }, orderBy, select: { note: true } }),
    ]);
    if (sessionId === null || !latest) return fail({ code: 'not_found' });
    if (latest.given !== given) {
      const t = await translator(locale, 'portal');
      const at = ctx.now();
      const said = { at, createdAt: at, byName: actor.name, byCustomer: true };
      const source = t('profile.consents.source');
      const note = given ? (agreed?.note ?? '') : '';
      await tx.customerConsent.createMany({
        data: [{ ...own, ...said, id: ctx.newId(), given, source, note }],
      });
    }
    return ok({ goTo: href('/profile?saved=consent') });
  });
}
