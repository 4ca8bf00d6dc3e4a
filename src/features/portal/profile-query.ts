import { standingOf } from '@/domain/customer/consent';
import type { CustomerContext } from '@/server/portal/portal-page';

/** More lines of the ledger than these newest ones are not looked at. */
const MOST_LINES = 200;

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
      consents: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: MOST_LINES,
        select: { kind: true, given: true, byCustomer: true, source: true, note: true, at: true },
      },
      saidNumbers: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: 20,
        select: { id: true, number: true },
      },
      identities: {
        where: { kind: { in: ['email', 'phone'] } },
        orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
        take: 50,
        select: { id: true, kind: true, value: true, label: true, primary: true, bouncedAt: true },
      },
    },
  });
  const { mailChoice, surveyOptOut, identities, consents, saidNumbers, ...names } = found;
  const mails = identities.filter(({ kind }) => kind === 'email');
  const phones = identities.filter(({ kind }) => kind === 'phone');
  return {
    ...names,
    addresses: mails.map(({ id, value, primary, bouncedAt }) => {
      return { id, value, primary, bounced: bouncedAt !== null };
    }),
    /** Numbers that we know, and those that the customer told us here. */
    numbers: [
      ...phones.map(({ id, value, label }) => ({ id, number: label || value, known: true })),
      ...saidNumbers.map((each) => ({ ...each, known: false })),
    ],
    /** What holds of each thing that they were asked to agree to, with the words that they agreed to. */
    consents: standingOf(consents).map(({ kind, given, source, note, at }) => {
      const words = note || (consents.find((each) => each.kind === kind && each.note !== '')?.note ?? '');
      return { kind, given, source, words, at };
    }),
    wants: {
      acknowledgements: mailChoice?.acknowledgements ?? true,
      updates: mailChoice?.updates ?? true,
      surveys: surveyOptOut === null,
    },
  };
}

export type OwnProfile = Awaited<ReturnType<typeof ownProfile>>;
