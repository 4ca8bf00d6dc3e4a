import {
  customerFieldNames,
  type NamedField,
  type OwnChoice,
  ownChoices,
} from '@/features/fields/commands/own-choices';
import type { StaffContext } from '@/server/context';

const LISTED = 500;

type Choice = Readonly<{ id: string; name: string }>;

/** What the form of a rule offers, by name; customers and organizations are searched, since they are too many. */
export type RuleChoices = Readonly<
  Record<
    'teams' | 'members' | 'tags' | 'channels' | 'calendars' | 'macros' | 'webhooks' | 'checklists',
    readonly Choice[]
  >
> &
  Readonly<{ own: readonly OwnChoice[]; ofCustomers: readonly NamedField[] }>;

/** All rows of the workspace that a rule may point at, at most 500 of each kind. */
export async function ruleChoices({ db, workspaceId }: StaffContext, locale: string): Promise<RuleChoices> {
  const named = {
    where: { workspaceId },
    orderBy: { name: 'asc' },
    take: LISTED,
    select: { id: true, name: true },
  } as const;
  const [teams, people, tags, channels, calendars, macros, webhooks, checklists, own, ofCustomers] =
    await Promise.all([
      db.team.findMany(named),
      db.membership.findMany({
        where: { workspaceId, deactivatedAt: null },
        orderBy: { user: { name: 'asc' } },
        take: LISTED,
        select: { userId: true, user: { select: { name: true } } },
      }),
      db.tag.findMany(named),
      db.channelAccount.findMany(named),
      db.businessCalendar.findMany(named),
      db.macro.findMany({ ...named, where: { workspaceId, audience: { not: 'personal' }, active: true } }),
      db.webhookEndpoint.findMany(named),
      db.checklistTemplate.findMany(named),
      ownChoices({ db, workspaceId }, locale),
      customerFieldNames({ db, workspaceId }, locale),
    ]);
  const members = people.map(({ userId, user }) => ({ id: userId, name: user.name }));
  return { teams, members, tags, channels, calendars, macros, webhooks, checklists, own, ofCustomers };
}
