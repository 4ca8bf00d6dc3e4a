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
