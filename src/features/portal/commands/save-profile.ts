import { fail, ok, type Result } from '@/domain/shared/result';
import { wholeName } from '@/domain/template/customer-name';
import type { MailChoiceInput, ProfileInput } from '@/features/portal/inputs';
import { reindexCustomer } from '@/features/search/commands/reindex-customer-job';
import { keepOptOut } from '@/features/surveys/commands/opt-out';
import type { ActingCustomer } from '@/server/actions/portal-action';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { portalPath } from '@/server/portal/portal';

type Saved = Promise<Result<Readonly<{ goTo: string }>, Readonly<{ code: 'not_found' }>>>;

/**
 * What a customer says of themselves: their names and how they are ordered, language and time zone. A name of one part only
 * stands as it was typed. Goes on in the language that was chosen, where the portal offers it.
 */
export function saveProfile(
  { ctx, workspace, locale, sessionId }: ActingCustomer,
  input: ProfileInput,
): Saved {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const where = { workspaceId_id: { workspaceId, id: actor.id } };
    const now = await tx.customer.findUnique({ where, select: { displayName: true } });
    if (!now || sessionId === null) return fail({ code: 'not_found' });
    const names = { givenName: input.givenName || null, familyName: input.familyName || null };
    const typed = [input.givenName, input.familyName].filter(Boolean).join(' ');
    const displayName = wholeName({
      displayName: typed || now.displayName,
      ...names,
      nameOrder: input.nameOrder,
    });
    const { nameOrder, timeZone } = input;
    await tx.customer.update({
      where,
      data: { ...names, displayName, nameOrder, locale: input.locale, timeZone, updatedAt: ctx.now() },
    });
    if (displayName !== now.displayName)
      await enqueue(tx, reindexCustomer, { workspaceId, customerId: actor.id });
    const next = workspace.locales.includes(input.locale) ? input.locale : locale;
    return ok({ goTo: portalPath(workspace, next, '/profile?saved=profile') });
  });
}

/** Which mails a customer wants besides what people answer them. */
export function saveMailChoice({ ctx, href, sessionId }: ActingCustomer, choice: MailChoiceInput): Saved {
  const { workspaceId, actor } = ctx;
  const customerId = actor.id;
  return transaction(ctx, async (tx) => {
    if (sessionId === null) return fail({ code: 'not_found' });
    const set = {
      acknowledgements: choice.acknowledgements,
      updates: choice.updates,
      updatedAt: ctx.now(),
    };
    await tx.customerMailChoice.upsert({
      where: { workspaceId_customerId: { workspaceId, customerId } },
      create: { workspaceId, customerId, ...set },
      update: set,
    });
    if (choice.surveys) await tx.surveyOptOut.deleteMany({ where: { workspaceId, customerId } });
    else await keepOptOut(tx, { workspaceId, customerId, source: 'portal', at: ctx.now() });
    return ok({ goTo: href('/profile?saved=mails') });
  });
}
