import { fail, ok, type Result } from '@/domain/shared/result';
import type { NewNumberInput, NumberInput } from '@/features/portal/inputs';
import type { ActingCustomer } from '@/server/actions/portal-action';
import { transaction } from '@/server/db/transaction';

type Done = Promise<
  Result<Readonly<{ goTo: string }>, Readonly<{ code: 'not_found' | 'rate.limited' | 'number.too_many' }>>
>;

const MOST_NUMBERS = 10;

/**
 * Notes a telephone number that a customer says is theirs. It proves nothing, so it recognises nobody who calls, and it says
 * nothing of whether somebody else has it. What is known already is not noted twice.
 */
export function addNumber({ ctx, href, sessionId }: ActingCustomer, { number }: NewNumberInput): Done {
  const { workspaceId, actor } = ctx;
  const own = { workspaceId, customerId: actor.id };
  return transaction(ctx, async (tx) => {
    // Holds the record: the same number sent twice at once is noted once.
    const { count } = await tx.customer.updateMany({
      where: { workspaceId, id: actor.id },
      data: { updatedAt: ctx.now() },
    });
    if (sessionId === null || count === 0) return fail({ code: 'not_found' });
    const [said, known] = await Promise.all([
      tx.customerSaidNumber.findMany({ where: own, take: MOST_NUMBERS, select: { number: true } }),
      tx.customerIdentity.count({ where: { ...own, kind: 'phone', value: number } }),
    ]);
    const isNew = known === 0 && said.every((each) => each.number !== number);
    if (isNew && said.length >= MOST_NUMBERS) return fail({ code: 'number.too_many' });
    if (isNew) {
      const row = { ...own, id: ctx.newId(), number, createdAt: ctx.now() };
      await tx.customerSaidNumber.createMany({ data: [row] });
    }
    return ok({ goTo: href('/profile?saved=number') });
  });
}

/** Takes one of their numbers away, said or known; calls of the past keep it. */
export function dropNumber({ ctx, href, sessionId }: ActingCustomer, { numberId: id }: NumberInput): Done {
  const own = { workspaceId: ctx.workspaceId, customerId: ctx.actor.id, id };
  return transaction(ctx, async (tx) => {
    if (sessionId === null) return fail({ code: 'not_found' });
    const said = await tx.customerSaidNumber.deleteMany({ where: own });
    const known = await tx.customerIdentity.deleteMany({ where: { ...own, kind: 'phone' } });
    if (said.count + known.count === 0) return fail({ code: 'not_found' });
    return ok({ goTo: href('/profile?saved=number') });
  });
}
