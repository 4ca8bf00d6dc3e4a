import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Here = Pick<Context, 'workspaceId'>;

/** Who wants no surveys wants none under the name of the record that they were merged into either. */
export async function shareOptOut(
  tx: Tx,
  { workspaceId }: Here,
  { from, to }: Readonly<{ from: string; to: string }>,
): Promise<void> {
  await tx.$executeRaw`
    insert into "SurveyOptOut" ("workspaceId", "customerId", source, at)
    select "workspaceId", ${to}::uuid, source, at from "SurveyOptOut"
    where "workspaceId" = ${workspaceId}::uuid and "customerId" = ${from}::uuid on conflict do nothing`;
}

/** The survivor of an undone merge keeps only a wish of their own. */
export async function takeOptOutBack(
  tx: Tx,
  { workspaceId }: Here,
  { from, of }: Readonly<{ from: string; of: string }>,
): Promise<void> {
  await tx.$executeRaw`
    delete from "SurveyOptOut" o using "SurveyOptOut" theirs
    where o."workspaceId" = ${workspaceId}::uuid and o."customerId" = ${from}::uuid
      and theirs."workspaceId" = o."workspaceId" and theirs."customerId" = ${of}::uuid
      and theirs.source = o.source and theirs.at = o.at`;
}

/** Which mails somebody wants besides the answers of people; null who has never chosen, and gets all of them. */
export type MailChoice = Readonly<{ acknowledgements: boolean; updates: boolean }>;

/** What a record chose by itself. */
export async function mailChoiceOf(
  tx: Tx,
  { workspaceId }: Here,
  customerId: string,
): Promise<MailChoice | null> {
  return tx.customerMailChoice.findUnique({
    where: { workspaceId_customerId: { workspaceId, customerId } },
    select: { acknowledgements: true, updates: true },
  });
}

/** Who merged two records gave nobody leave to write: a mail that one of them did not want, the survivor does not get. */
export async function shareMailChoice(
  tx: Tx,
  { workspaceId }: Here,
  { from, to }: Readonly<{ from: string; to: string }>,
): Promise<void> {
  await tx.$executeRaw`
    insert into "CustomerMailChoice" as own ("workspaceId", "customerId", acknowledgements, updates, "updatedAt")
    select "workspaceId", ${to}::uuid, acknowledgements, updates, "updatedAt" from "CustomerMailChoice"
    where "workspaceId" = ${workspaceId}::uuid and "customerId" = ${from}::uuid
    on conflict ("workspaceId", "customerId") do update
      set acknowledgements = own.acknowledgements and excluded.acknowledgements, updates = own.updates and excluded.updates`;
}

type Back = Readonly<{ from: string; of: string; was: MailChoice | null }>;

/** The survivor of an undone merge has again what they chose before it, unless they have chosen anew since. */
export async function takeMailChoiceBack(tx: Tx, ctx: Here, { from, of, was }: Back): Promise<void> {
  const [is, theirs] = [await mailChoiceOf(tx, ctx, from), await mailChoiceOf(tx, ctx, of)];
  if (!is || !theirs) return;
  const { acknowledgements, updates } = was ?? { acknowledgements: true, updates: true };
  const isAsMerged =
    is.acknowledgements === (acknowledgements && theirs.acknowledgements) &&
    is.updates === (updates && theirs.updates);
  if (!isAsMerged) return;
  const where = { workspaceId: ctx.workspaceId, customerId: from };
  if (was) await tx.customerMailChoice.updateMany({ where, data: was });
  else await tx.customerMailChoice.deleteMany({ where });
}
