import type { CustomerContext } from '@/server/portal/portal-page';

/** What a customer can see and change of themselves. In one query. */
export async function ownProfile({ db, workspaceId, actor }: CustomerContext) {
  const found = await db.customer.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: actor.id } },
    select: {
      displayName: true,
      givenName: true,
      familyName: true,
      nameOrder: true,
      locale: true,
      timeZone: true,
      mailChoice: { select: { acknowledgements: true, updates: true } },
      surveyOptOut: { select: { at: true } },
      identities: {
        where: { kind: 'email' },
        orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
        take: 50,
        select: { id: true, value: true, primary: true, bouncedAt: true },
      },
    },
  });
  const { mailChoice, surveyOptOut, identities, ...names } = found;
  return {
    ...names,
    addresses: identities.map(({ bouncedAt, ...rest }) => ({ ...rest, bounced: bouncedAt !== null })),
    wants: {
      acknowledgements: mailChoice?.acknowledgements ?? true,
      updates: mailChoice?.updates ?? true,
      surveys: surveyOptOut === null,
    },
  };
}

export type OwnProfile = Awaited<ReturnType<typeof ownProfile>>;
