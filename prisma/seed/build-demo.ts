import { hash } from '@node-rs/argon2';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import { archiveStories } from './archive-stories';
import { buildAside } from './aside';
import { buildBoards } from './boards';
import { buildChats } from './chats';
import { buildChecklists } from './checklists';
import { buildCustomerFields } from './customer-fields';
import { buildCustomerCare } from './customers';
import { buildFieldsAndForms } from './fields-and-forms';
import { buildFocus } from './focus';
import { buildHistory } from './history';
import { buildKnowledge } from './knowledge';
import { buildReview } from './knowledge-review';
import { buildLinks } from './links';
import { buildMacros } from './macros';
import { buildNotifications } from './notifications';
import { buildOrders } from './orders';
import { CUSTOMERS, DEMO_PASSWORD, ORGANIZATIONS, STAFF, TEAMS } from './people';
import { buildPhone } from './phone';
import { buildPortal } from './portal';
import { buildPromises } from './promises';
import { buildRouting } from './routing';
import { buildRules, letRulesRun } from './rules';
import { buildServiceLevels, silencePast } from './service-levels';
import { buildSides } from './sides';
import { buildSocial } from './social';
import { ENGLISH_STORIES } from './stories-english';
import { HUNGARIAN_STORIES } from './stories-hungarian';
import { LATVIAN_STORIES } from './stories-latvian';
import { LINKED_STORIES } from './stories-linked';
import type { Person } from './story';
import { buildSurveys } from './surveys';
import { tellStory } from './tell-story';
import { buildTone } from './tone';
import { buildViews } from './views';

/** Everything that stories refer to, by the key that they use. */
export type Cast = Readonly<{
  workspaceId: string;
  channelAccountId: string;
  users: ReadonlyMap<string, Readonly<{ id: string; name: string }>>;
  teams: ReadonlyMap<string, string>;
  customers: ReadonlyMap<string, Person & { id: string }>;
}>;

/** Makes the workspace `demo`: a shop for coffee machines on a Monday morning, in three languages. */
export async function buildDemo(db: Db, now: Date): Promise<void> {
  const { stories, people } = archiveStories();
  const cast = await buildCast(db, [...CUSTOMERS, ...people]);
  await buildServiceLevels(db, cast, now);
  await buildHistory(db, cast, { now });
  await buildMacros(db, cast, now);
  await buildKnowledge(db, cast, now);
  await buildTone(db, cast, now);
  await buildCustomerCare(db, cast, now);
  await buildCustomerFields(db, cast, now);
  await buildOrders(db, cast, now);
  await buildRules(db, cast, now);
  const all = [...ENGLISH_STORIES, ...HUNGARIAN_STORIES, ...LATVIAN_STORIES, ...LINKED_STORIES, ...stories];
  const inOrder = all.toSorted((a, b) => b.hoursAgo - a.hoursAgo);
  for (const story of inOrder) await tellStory(db, { cast, story, now });
  await buildChats(db, cast, now);
  await buildSocial(db, cast, now);
  await buildLinks(db, cast, now);
  await buildChecklists(db, cast, now);
  await buildAside(db, cast, now);
  await buildSides(db, cast, now);
  await silencePast(db, cast, now);
  await letRulesRun(db, now);
  await buildPhone(db, cast, now);
  await buildRouting(db, cast, now);
  await buildPortal(db, cast);
  await buildPromises(db, cast, now);
  await buildSurveys(db, cast, now);
  await buildFieldsAndForms(db, cast, now);
  await buildFocus(db, cast, now);
  await buildBoards(db, cast, now);
  await buildViews(db, cast, now);
  await buildNotifications(db, cast, now);
  await buildReview(db, cast, now);
}

async function buildCast(db: Db, people: readonly Person[]): Promise<Cast> {
  const workspaceId = newId();
  await db.workspace.create({
    data: { id: workspaceId, slug: 'demo', name: 'Ozolo Coffee', demo: true, timeZone: 'Europe/Riga' },
  });
  const users = await buildStaff(db, workspaceId);
  const teams = await buildTeams(db, workspaceId, users);
  const customers = await buildCustomers(db, workspaceId, people);
  const channelAccountId = newId();
  await db.channelAccount.create({
    data: {
      workspaceId,
      id: channelAccountId,
      name: 'Ozolo Coffee',
      address: 'support@demo.test',
      health: 'healthy',
    },
  });
  return { workspaceId, channelAccountId, users, teams, customers };
}

async function buildStaff(db: Db, workspaceId: string): Promise<Cast['users']> {
  const passwordHash = await hash(DEMO_PASSWORD);
  const users = new Map<string, { id: string; name: string }>();
  for (const { key, name, email, role, locale, languages } of STAFF) {
    const id = newId();
    const timeZone = locale === 'lv' ? 'Europe/Riga' : 'Europe/Budapest';
    await db.user.create({
      data: { id, email, name, locale, passwordHash, timeZone, lastWorkspace: 'demo' },
    });
    const signature = `${name}\nOzolo Coffee`;
    await db.membership.create({
      data: { workspaceId, userId: id, role, languages: [...languages], signature },
    });
    users.set(key, { id, name });
  }
  return users;
}

async function buildTeams(db: Db, workspaceId: string, users: Cast['users']): Promise<Cast['teams']> {
  const teams = new Map<string, string>();
  for (const [name, members] of Object.entries(TEAMS)) {
    const id = newId();
    await db.team.create({ data: { workspaceId, id, name } });
    await db.teamMember.createMany({
      data: members.flatMap((key, index) => {
        const userId = users.get(key)?.id;
        return userId ? [{ workspaceId, teamId: id, userId, lead: index === members.length - 1 }] : [];
      }),
    });
    teams.set(name, id);
  }
  return teams;
}

async function buildCustomers(
  db: Db,
  workspaceId: string,
  people: readonly Person[],
): Promise<Cast['customers']> {
  const organizations = new Map<string, string>();
  for (const { name, domains } of ORGANIZATIONS) {
    const id = newId();
    await db.organization.create({ data: { workspaceId, id, name, domains: [...domains] } });
    organizations.set(name, id);
  }
  const customers = new Map<string, Person & { id: string }>();
  for (const person of people) {
    const id = newId();
    const { name: displayName, email: value, locale, timeZone, organization } = person;
    const nameOrder = locale === 'hu' ? 'family_first' : 'given_first';
    const organizationId = (organization && organizations.get(organization)) ?? null;
    await db.customer.create({
      data: { workspaceId, id, displayName, locale, timeZone, nameOrder, organizationId },
    });
    await db.customerIdentity.create({
      data: { workspaceId, id: newId(), customerId: id, kind: 'email', value },
    });
    customers.set(person.key, { ...person, id });
  }
  return customers;
}
