import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createApiKey } from '@/features/api-keys/commands/create-api-key';
import { revokeApiKey } from '@/features/api-keys/commands/revoke-api-key';
import { renewInboundKey } from '@/features/channels/commands/renew-inbound-key';
import { saveMailbox } from '@/features/channels/commands/save-mailbox';
import { sendTestMail } from '@/features/channels/commands/send-test-mail';
import { testMailbox } from '@/features/channels/commands/test-mailbox';
import { addIdentity } from '@/features/customers/commands/add-identity';
import { preferIdentity } from '@/features/customers/commands/prefer-identity';
import { removeIdentity } from '@/features/customers/commands/remove-identity';
import { updateCustomer } from '@/features/customers/commands/update-customer';
import { retryMail } from '@/features/delivery/commands/retry-mail';
import { retryDeadLetter } from '@/features/health/commands/retry-dead-letter';
import { processAgain } from '@/features/intake/commands/process-again';
import { setAside } from '@/features/intake/commands/set-aside';
import { deleteCalendar } from '@/features/sla/commands/delete-calendar';
import { deletePolicy } from '@/features/sla/commands/delete-policy';
import { orderPolicies } from '@/features/sla/commands/order-policies';
import { restorePolicy } from '@/features/sla/commands/restore-policy';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { savePolicy } from '@/features/sla/commands/save-policy';
import { calendarInput, policyInput } from '@/features/sla/inputs';
import { createTeam } from '@/features/team/commands/create-team';
import { deactivateMember } from '@/features/team/commands/deactivate-member';
import { deleteTeam } from '@/features/team/commands/delete-team';
import { inviteMember } from '@/features/team/commands/invite-member';
import { reactivateMember } from '@/features/team/commands/reactivate-member';
import { renameTeam } from '@/features/team/commands/rename-team';
import { resendInvitation } from '@/features/team/commands/resend-invitation';
import { revokeInvitation } from '@/features/team/commands/revoke-invitation';
import { setTeamMembers } from '@/features/team/commands/set-team-members';
import { updateMember } from '@/features/team/commands/update-member';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { createTicket } from '@/features/tickets/commands/create-ticket';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { resendMessage } from '@/features/tickets/commands/resend-message';
import { reuseMessage } from '@/features/tickets/commands/reuse-message';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { createTicketInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../support/world';
import { CHAT_ATTEMPTS, chatRows } from './chat/tenancy-attempts';
import { CUSTOMER_ATTEMPTS, customerRows } from './customers/tenancy-attempts';
import { FIELD_ATTEMPTS, fieldRows } from './fields/tenancy-attempts';
import { FOCUS_ATTEMPTS } from './focus/tenancy-attempts';
import { FORM_ATTEMPTS, formRows } from './forms/tenancy-attempts';
import { INSIGHT_ATTEMPTS, insightRows } from './insights/tenancy-attempts';
import { KNOWLEDGE_ATTEMPTS, knowledgeRows } from './knowledge/tenancy-attempts';
import { MACRO_ATTEMPTS, macroRows } from './macros/tenancy-attempts';
import { mailRows } from './mail-rows';
import { NAMELESS } from './nameless-actions';
import { NOTICE_ATTEMPTS } from './notifications/tenancy-attempts';
import { PHONE_ATTEMPTS, phoneRows } from './phone/tenancy-attempts';
import { PROMISE_ATTEMPTS, promiseRows } from './promises/tenancy-attempts';
import { ROUTING_ATTEMPTS, routingRows } from './routing/tenancy-attempts';
import { RULE_ATTEMPTS, ruleRows } from './rules/tenancy-attempts';
import { SOCIAL_ATTEMPTS, socialRows } from './social/tenancy-attempts';
import { SURVEY_ATTEMPTS, surveyRows } from './surveys/tenancy-attempts';
import { MERGE_ATTEMPTS, mergeRows } from './tickets/tenancy-attempts';
import { VIEW_ATTEMPTS, viewRows } from './views/tenancy-attempts';

type Other = Awaited<ReturnType<typeof otherWorkspace>>;

/** A workspace with one of everything that an action can name. */
async function otherWorkspace() {
  const world = await newWorld();
  const owner = await world.member({ role: 'owner' });
  const userId = (await world.member()).actor.id ?? '';
  const teamId = await world.team();
  const { ticketId, messageId } = await world.ticket(owner);
  const key = await createApiKey(owner, { name: 'Key', scopes: ['all'] });
  const invited = await inviteMember(owner, { email: `new@${world.slug}.test`, locale: 'en', ...RIGHTS });
  if (!key.ok || !invited.ok) throw new Error('the other workspace could not be filled');
  const { calendarId, policyId } = await promisesOf(owner);
  const { apiKeyId } = key.value;
  const { invitationId } = invited.value;
  const { id: identityId, customerId } = await world.db.customerIdentity.findFirstOrThrow({
    where: { workspaceId: world.workspaceId },
    select: { id: true, customerId: true },
  });
  const ids = {
    ...(await mailRows(world, owner)),
    ...(await routingRows(owner)),
    ...(await phoneRows(owner)),
    ...(await socialRows(owner)),
    ...(await ruleRows(owner)),
    ...(await chatRows(owner)),
    ...(await macroRows(owner)),
    ...(await viewRows(owner)),
    ...(await fieldRows(owner)),
    ...(await formRows(owner)),
    ...(await customerRows(owner)),
    ...(await promiseRows(owner, ticketId)),
    ...(await knowledgeRows(owner)),
    ...(await surveyRows(owner)),
    ...(await insightRows(owner)),
    ...(await mergeRows(owner)),
    identityId,
    customerId,
    userId,
    teamId,
    ticketId,
    messageId,
    apiKeyId,
    calendarId,
    policyId,
    invitationId,
    channelId: world.mailbox.id,
  };
  return { ...ids, workspaceId: world.workspaceId, db: world.db };
}

/** A calendar and a policy that counts by it. */
async function promisesOf(ctx: StaffContext) {
  const saved = await saveCalendar(ctx, calendar);
  if (!saved.ok) throw new Error(saved.error.code);
  const { calendarId } = saved.value;
  const made = await savePolicy(ctx, { ...promise, calendarId });
  if (!made.ok) throw new Error(made.error.code);
  return { calendarId, policyId: made.value.policyId };
}

const week = Array.from({ length: 7 }, () => [{ from: 540, to: 1020 }]);
const calendar = calendarInput.parse({ name: 'Office', timeZone: 'Europe/Riga', week });
const promise = policyInput.omit({ calendarId: true }).parse({
  name: 'All',
  targets: [{ metric: 'first_reply', priority: 'normal', minutes: 60 }],
});
const RIGHTS = { role: 'agent' as const, scope: 'all' as const, teamIds: [] as string[] };
const words = { html: '<p>x</p>', attachmentIds: [] };
const ticket = createTicketInput.parse({
  subject: 'x',
  requester: { email: 'x@example.com' },
  html: '<p>x</p>',
});
const customer = {
  displayName: 'x',
  givenName: null,
  familyName: null,
  nameOrder: 'given_first',
  locale: null,
  timeZone: null,
  note: '',
  organization: '',
} as const;
const mailbox = {
  name: 'Mine',
  address: 'mine@example.com',
  teamId: null,
  enabled: true,
  incoming: { kind: 'listener' },
  outgoing: { kind: 'default' },
} as const;

type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

/** What each action of the staff runs, tried with the ids of another workspace. */
const ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  ...ROUTING_ATTEMPTS,
  ...PHONE_ATTEMPTS,
  ...SOCIAL_ATTEMPTS,
  ...MACRO_ATTEMPTS,
  ...VIEW_ATTEMPTS,
  ...FIELD_ATTEMPTS,
  ...FORM_ATTEMPTS,
  ...NOTICE_ATTEMPTS,
  ...PROMISE_ATTEMPTS,
  ...KNOWLEDGE_ATTEMPTS,
  ...RULE_ATTEMPTS,
  ...CHAT_ATTEMPTS,
  ...CUSTOMER_ATTEMPTS,
  ...SURVEY_ATTEMPTS,
  ...INSIGHT_ATTEMPTS,
  ...FOCUS_ATTEMPTS,
  ...MERGE_ATTEMPTS,
  saveCalendar: [(ctx, { calendarId: id }) => saveCalendar(ctx, { ...calendar, id })],
  deleteCalendar: [(ctx, { calendarId }) => deleteCalendar(ctx, { calendarId })],
  savePolicy: [
    (ctx, { calendarId }) => savePolicy(ctx, { ...promise, calendarId }),
    async (ctx, { policyId: id }) => {
      const { calendarId } = await promisesOf(ctx);
      return savePolicy(ctx, { ...promise, calendarId, id });
    },
  ],
  deletePolicy: [(ctx, { policyId }) => deletePolicy(ctx, { policyId })],
  restorePolicy: [(ctx, { policyId }) => restorePolicy(ctx, { policyId, version: 1 })],
  orderPolicies: [(ctx, { policyId }) => orderPolicies(ctx, { policyIds: [policyId] })],
  revokeApiKey: [(ctx, { apiKeyId }) => revokeApiKey(ctx, { apiKeyId })],
  retryDeadLetter: [(ctx, { ticketId }) => retryDeadLetter(ctx, { jobId: ticketId })],
  saveMailbox: [
    (ctx, { channelId }) => saveMailbox(ctx, { ...mailbox, channelId }),
    (ctx, { teamId }) => saveMailbox(ctx, { ...mailbox, teamId }),
  ],
  testMailbox: [(ctx, { channelId }) => testMailbox(ctx, { ...mailbox, channelId })],
  renewInboundKey: [(ctx, { channelId }) => renewInboundKey(ctx, { channelId })],
  sendTestMail: [(ctx, { channelId }) => sendTestMail(ctx, { channelId })],
  inviteMember: [
    (ctx, { teamId }) =>
      inviteMember(ctx, { ...RIGHTS, email: 'x@example.com', locale: 'en', teamIds: [teamId] }),
  ],
  resendInvitation: [(ctx, { invitationId }) => resendInvitation(ctx, { invitationId })],
  revokeInvitation: [(ctx, { invitationId }) => revokeInvitation(ctx, { invitationId })],
  updateMember: [
    (ctx, { userId }) => updateMember(ctx, { ...RIGHTS, userId }),
    async (ctx, { teamId }) => {
      const { id } = (await anotherMember(ctx)).actor;
      return updateMember(ctx, { ...RIGHTS, userId: id ?? '', teamIds: [teamId] });
    },
  ],
  deactivateMember: [(ctx, { userId }) => deactivateMember(ctx, { userId })],
  reactivateMember: [(ctx, { userId }) => reactivateMember(ctx, { userId })],
  renameTeam: [(ctx, { teamId }) => renameTeam(ctx, { teamId, name: 'Mine' })],
  deleteTeam: [(ctx, { teamId }) => deleteTeam(ctx, { teamId })],
  setTeamMembers: [
    (ctx, { teamId }) => setTeamMembers(ctx, { teamId, memberIds: [], leadIds: [] }),
    async (ctx, { userId }) => {
      const made = await createTeam(ctx, { name: 'Mine' });
      if (!made.ok) throw new Error(made.error.code);
      return setTeamMembers(ctx, { teamId: made.value.teamId, memberIds: [userId], leadIds: [] });
    },
  ],
  createTicketAtDesk: [
    (ctx, { teamId }) => createTicket(ctx, { ...ticket, teamId }),
    (ctx, { userId }) => createTicket(ctx, { ...ticket, assigneeId: userId }),
  ],
  replyToTicket: [
    (ctx, { ticketId }) => replyToTicket(ctx, { ...words, ticketId, submitAs: 'open', cc: [], bcc: [] }),
  ],
  addNoteToTicket: [(ctx, { ticketId }) => addNoteToTicket(ctx, { ...words, ticketId })],
  changeTicket: [
    (ctx, { ticketId }) => changeTicket(ctx, { ticketId, priority: 'high' }),
    async (ctx, { teamId }) => changeTicket(ctx, { ticketId: await ownTicket(ctx), teamId }),
    async (ctx, { userId }) => changeTicket(ctx, { ticketId: await ownTicket(ctx), assigneeId: userId }),
  ],
  addIdentity: [
    (ctx, { customerId }) => addIdentity(ctx, { customerId, kind: 'phone', value: '+37120000000' }),
  ],
  preferIdentity: [(ctx, { identityId }) => preferIdentity(ctx, { identityId })],
  removeIdentity: [(ctx, { identityId }) => removeIdentity(ctx, { identityId })],
  updateCustomer: [(ctx, { customerId }) => updateCustomer(ctx, { ...customer, customerId })],
  processAgain: [(ctx, { rawInboundId }) => processAgain(ctx, { rawInboundId })],
  setAside: [(ctx, { rawInboundId }) => setAside(ctx, { rawInboundId })],
  retryMail: [(ctx, { mailId }) => retryMail(ctx, { mailId })],
  undoSend: [(ctx, { messageId }) => undoSend(ctx, { messageId })],
  resendMessage: [(ctx, { messageId }) => resendMessage(ctx, { messageId, keepAddress: false })],
  reuseMessage: [(ctx, { messageId }) => reuseMessage(ctx, { messageId })],
};

async function ownTicket(ctx: StaffContext): Promise<string> {
  const made = await createTicket(ctx, ticket);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.ticketId;
}

async function anotherMember(ctx: StaffContext): Promise<StaffContext> {
  const id = ctx.newId();
  await ctx.db.user.create({ data: { id, email: `${id}@staff.test`, name: 'Kata' } });
  await ctx.db.membership.create({ data: { workspaceId: ctx.workspaceId, userId: id, role: 'agent' } });
  return { ...ctx, actor: { ...ctx.actor, id } };
}

/** What the actions of the staff run, read from their one-liners. */
function commandsOfActions(): string[] {
  return readdirSync('src/features', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/actions.ts'))
    .flatMap((path) => [
      ...readFileSync(`src/features/${path}`, 'utf8').matchAll(/= agentAction\(\{[^}]*?\brun: (\w+)/g),
    ])
    .map(([, command = '']) => command)
    .sort();
}

test('every action of the staff is tried with the ids of another workspace', () => {
  expect(commandsOfActions().length).toBeGreaterThan(15);
  expect(commandsOfActions()).toEqual([...Object.keys(ATTEMPTS), ...NAMELESS].sort());
});

/** Every row of the workspace that something could have changed, in one text. */
async function everythingOf({ db, workspaceId }: Other): Promise<string> {
  const [row] = await db.$queryRaw<{ all: string }[]>`
    select concat_ws('|',
      (select string_agg(t::text, ',' order by t.id) from "Ticket" t where t."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(s::text, ',' order by s.id) from "SideConversation" s where s."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(l::text, ',' order by l.id) from "TicketLink" l where l."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(m::text, ',' order by m.id) from "Message" m where m."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(n::text, ',' order by n.id) from "Notification" n where n."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(s::text, ',') from "TicketSeen" s where s."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(t::text, ',' order by t.id) from "Team" t where t."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(m::text, ',' order by m."userId") from "Membership" m where m."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(t::text, ',') from "TeamMember" t where t."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(c::text, ',' order by c.id) from "BusinessCalendar" c where c."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(m::text, ',' order by m.id) from "Macro" m where m."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(a::text, ',' order by a.id) from "Article" a where a."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(t::text, ',' order by t.id) from "ArticleTranslation" t where t."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(c::text, ',' order by c.id) from "Category" c where c."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(p::text, ',' order by p.id) from "SlaPolicy" p where p."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(a::text, ',') from "Availability" a where a."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(o::text, ',') from "TimeOff" o where o."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(q::text, ',') from "RoutingQueue" q where q."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(k::text, ',') from "Skill" k where k."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(r::text, ',' order by r.id) from "Rule" r where r."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(e::text, ',' order by e.id) from "WebhookEndpoint" e where e."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(d::text, ',' order by d.id) from "WebhookDelivery" d where d."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(i::text, ',' order by i.id) from "Invitation" i where i."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(k::text, ',' order by k.id) from "ApiKey" k where k."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(r.state::text, ',' order by r.id) from "RawInbound" r where r."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(m::text, ',' order by m.id) from "OutgoingMail" m where m."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(c::text, ',' order by c.id) from "Customer" c where c."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(i::text, ',' order by i.id) from "CustomerIdentity" i where i."workspaceId" = ${workspaceId}::uuid),
      (select string_agg(c::text, ',' order by c.id) from "ChannelAccount" c where c."workspaceId" = ${workspaceId}::uuid)
    ) as all`;
  return row?.all ?? '';
}

test.each(Object.entries(ATTEMPTS))(
  '%s finds nothing of another workspace and changes nothing there',
  async (_, tries) => {
    const other = await otherWorkspace();
    const before = await everythingOf(other);
    expect(before).toContain(other.ticketId);
    for (const attempt of tries) {
      const owner = await (await newWorld()).member({ role: 'owner' });
      expect(await attempt(owner, other)).toEqual({ ok: false, error: { code: 'not_found' } });
    }
    expect(await everythingOf(other)).toBe(before);
  },
);
