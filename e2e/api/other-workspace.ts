import { uploadImport } from '@/features/imports/commands/upload-import';
import { saveCategory } from '@/features/knowledge/commands/save-category';
import { categoryInput } from '@/features/knowledge/inputs';
import { saveMacro } from '@/features/macros/commands/save-macro';
import { macroInput } from '@/features/macros/inputs';
import { orderFields } from '@/features/orders/commands/order-fields';
import { saveOrder } from '@/features/orders/commands/save-order';
import { saveOrganization } from '@/features/organizations/commands/save-organization';
import { organizationInput } from '@/features/organizations/inputs';
import { planTimeOff } from '@/features/routing/commands/plan-time-off';
import { saveSkill } from '@/features/routing/commands/save-skill';
import { skillInput, timeOffInput } from '@/features/routing/inputs';
import { saveRule } from '@/features/rules/commands/save-rule';
import { ruleInput } from '@/features/rules/inputs';
import { saveSegment } from '@/features/segments/commands/save-segment';
import { segmentInput } from '@/features/segments/inputs';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { savePolicy } from '@/features/sla/commands/save-policy';
import { calendarInput, policyInput } from '@/features/sla/inputs';
import { saveSurvey } from '@/features/surveys/commands/save-survey';
import { surveyFields } from '@/features/surveys/commands/survey-fields';
import { saveTier } from '@/features/tiers/commands/save-tier';
import { tierInput } from '@/features/tiers/inputs';
import { saveView } from '@/features/views/commands/save-view';
import { viewInput } from '@/features/views/inputs';
import { saveEndpoint } from '@/features/webhooks/commands/save-endpoint';
import { queueTest } from '@/features/webhooks/commands/test-endpoint';
import { webhookInput } from '@/features/webhooks/commands/webhook-fields';
import type { StaffContext } from '@/server/context';
import { chatIn } from '../../tests/features/chat/chat-in';
import { checklistRows } from '../../tests/features/checklists/tenancy-attempts';
import { blockedRows } from '../../tests/features/customers/tenancy-attempts';
import { newField } from '../../tests/features/fields/support';
import { newForm } from '../../tests/features/forms/support';
import { insightRows } from '../../tests/features/insights/tenancy-attempts';
import { liveArticle } from '../../tests/features/knowledge/support';
import { linkRows } from '../../tests/features/links/tenancy-attempts';
import { phoneThings } from '../../tests/features/phone/phone-rows';
import { promiseRows } from '../../tests/features/promises/tenancy-attempts';
import { socialRows } from '../../tests/features/social/tenancy-attempts';
import { sideRows } from '../../tests/features/tickets/side-attempts';
import type { newWorld } from '../../tests/support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

/** What stands in every text of the other workspace: wherever it is read, something leaked. */
export const SECRET = 'Zeppelin-4711';

/** The names by which things of another workspace could be asked for. */
export type Other = Awaited<ReturnType<typeof fill>>;

/** Fills a workspace with one of everything that has an address. */
export async function fill(world: World) {
  const { db, workspaceId, slug, mailbox } = world;
  const owner = await world.member({ role: 'owner', name: `Owner ${SECRET}` });
  const teamId = await world.team(`Team ${SECRET}`);
  // Its tickets have numbers that no other workspace of this run has.
  const start = 500_000 + Math.floor(Math.random() * 400_000);
  await db.$executeRaw`select setval(ticket_number_sequence(${workspaceId}::uuid)::regclass, ${start}::bigint)`;
  const requester = { email: `customer@${slug}.test`, name: `Customer ${SECRET}` };
  const words = { subject: `Subject ${SECRET}`, html: `<p>Text ${SECRET}</p>` };
  const { ticketId, number, messageId } = await world.ticket(owner, {
    ...words,
    requester,
    tags: [SECRET.toLowerCase()],
  });
  const bytes = new TextEncoder().encode(`Subject: ${SECRET}\r\n\r\nText`);
  const rawInboundId = owner.newId();
  const at = world.now();
  const raw = { bytes, size: bytes.length, sha256: '', source: 'smtp', key: 'k', state: 'held' } as const;
  await db.rawInbound.create({
    data: {
      ...raw,
      workspaceId,
      id: rawInboundId,
      channelAccountId: mailbox.id,
      receivedAt: at,
      reason: SECRET,
    },
  });
  await db.message.updateMany({ where: { workspaceId, id: messageId }, data: { rawInboundId } });
  const attachmentId = owner.newId();
  const file = { name: `${SECRET}.txt`, type: 'text/plain', size: 5, sha256: 'a'.repeat(64) };
  await db.attachment.create({ data: { ...file, workspaceId, id: attachmentId, messageId } });
  const mailId = owner.newId();
  const mail = {
    kind: 'invitation',
    mailMessageId: `${mailId}@x`,
    mailFrom: 'a@b',
    subject: SECRET,
    text: SECRET,
  } as const;
  await db.outgoingMail.create({
    data: {
      ...mail,
      workspaceId,
      id: mailId,
      rcptTo: [requester.email],
      state: 'failed',
      runAt: at,
      createdAt: at,
    },
  });
  const customer = await db.customer.findFirstOrThrow({
    where: { workspaceId },
    select: { id: true, identities: { select: { id: true } } },
  });
  const tag = await db.tag.findFirstOrThrow({ where: { workspaceId }, select: { id: true } });
  return {
    ...(await promises(owner)),
    ...(await linkRows(owner, SECRET)),
    ...(await sideRows(owner, ticketId, SECRET)),
    ...(await checklistRows(owner, ticketId, SECRET)),
    ...(await promiseRows(owner, ticketId)),
    ...(await routing(owner)),
    ...(await phoneThings(owner, ticketId, SECRET)),
    ...(await socialRows(owner)),
    ...(await chatOf(owner)),
    ...(await blockedRows(owner, SECRET)),
    surveyId: await surveyOf(owner),
    ...(await insightRows(owner)),
    macroId: await macroOf(owner),
    fieldId: await newField(owner, { names: { en: SECRET } }),
    formId: await newForm(owner, { name: SECRET }),
    ...(await liveArticle(owner, { title: `Article ${SECRET}`, audience: 'internal' })),
    categoryId: await categoryOf(owner),
    ruleId: await ruleOf(owner),
    ...(await webhookOf(owner)),
    slug,
    workspaceId,
    number: String(number),
    ticketId,
    messageId,
    attachmentId,
    teamId,
    mailId,
    rawInboundId,
    channelAccountId: mailbox.id,
    userId: owner.actor.id ?? '',
    organizationId: await organizationOf(owner),
    importId: await importOf(owner),
    ...(await segmentAndTier(owner)),
    viewId: await viewIn(owner),
    customerId: customer.id,
    orderId: await orderOf(owner, customer.id),
    identityId: customer.identities[0]?.id ?? '',
    tagId: tag.id,
  };
}

/** A chat account, and a chat that somebody has begun. */
const chatOf = (owner: StaffContext) => chatIn(owner, { name: `Chat ${SECRET}`, said: `Text ${SECRET}` });

/** A skill, and days on which somebody is away. */
async function routing(owner: StaffContext) {
  const skill = await saveSkill(owner, skillInput.parse({ name: `Skill ${SECRET}` }));
  const days = { fromOn: '2026-01-01', untilOn: '2099-01-01', note: SECRET };
  const planned = await planTimeOff(owner, timeOffInput.parse(days));
  if (!skill.ok || !planned.ok) throw new Error('the other workspace could not be filled');
  return { ...skill.value, ...planned.value };
}

/** A category of articles. */
async function categoryOf(owner: StaffContext): Promise<string> {
  const names = { en: { name: `Category ${SECRET}` } };
  const saved = await saveCategory(owner, categoryInput.parse({ parentId: null, names }));
  if (!saved.ok) throw new Error('the other workspace could not be filled');
  return saved.value.categoryId;
}

/** A calendar and a policy that counts by it. */
async function promises(owner: StaffContext) {
  const week = Array.from({ length: 7 }, () => [{ from: 540, to: 1020 }]);
  const name = `Calendar ${SECRET}`;
  const calendar = await saveCalendar(owner, calendarInput.parse({ name, timeZone: 'Europe/Riga', week }));
  const calendarId = calendar.ok ? calendar.value.calendarId : '';
  const targets = [{ metric: 'first_reply', priority: 'normal', minutes: 60 }];
  const policy = await savePolicy(
    owner,
    policyInput.parse({ name: `Policy ${SECRET}`, calendarId, targets }),
  );
  return { calendarId, policyId: policy.ok ? policy.value.policyId : '' };
}

/** A file of customers that nobody has taken in yet. */
async function importOf(ctx: StaffContext): Promise<string> {
  const bytes = new TextEncoder().encode(`name\n${SECRET}\n`);
  const kept = await uploadImport(ctx, { name: `${SECRET}.csv`, bytes });
  if (!kept.ok) throw new Error(kept.error.code);
  return kept.value.importId;
}

/** A saved condition over customers, and a tier. */
/** A view that everybody there sees. */
async function viewIn(ctx: StaffContext): Promise<string> {
  const view = await saveView(
    ctx,
    viewInput.parse({
      name: `View ${SECRET}`,
      audience: 'everyone',
      conditions: { field: 'status', operator: 'is_any_of', values: ['open'] },
      columns: ['status'],
      sort: 'activity',
      groupBy: null,
      density: null,
    }),
  );
  if (!view.ok) throw new Error('the other workspace could not be filled');
  return view.value.viewId;
}

async function segmentAndTier(ctx: StaffContext) {
  const segment = await saveSegment(ctx, segmentInput.parse({ name: `Segment ${SECRET}` }));
  const tier = await saveTier(ctx, tierInput.parse({ names: { en: `Tier ${SECRET}` }, rank: 1 }));
  if (!segment.ok || !tier.ok) throw new Error('the other workspace could not be filled');
  return { ...segment.value, ...tier.value };
}

/** What its customer ordered. */
async function orderOf(ctx: StaffContext, customerId: string): Promise<string> {
  const order = { system: `Shop ${SECRET}`, number: '1', status: 'paid', total: '1', currency: 'EUR' };
  const placedAt = '2026-03-02T09:00:00Z';
  const saved = await saveOrder(ctx, orderFields.parse({ ...order, placedAt, customer: { id: customerId } }));
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.orderId;
}

/** An organization without members. */
async function organizationOf(ctx: StaffContext): Promise<string> {
  const saved = await saveOrganization(ctx, organizationInput.parse({ name: `Firm ${SECRET}` }));
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.organizationId;
}

/** A macro that everybody there may use. */
async function macroOf(ctx: StaffContext): Promise<string> {
  const texts = { en: `<p>Text ${SECRET}</p>` };
  const macro = macroInput.parse({ name: `Macro ${SECRET}`, audience: 'everyone', texts });
  const saved = await saveMacro(ctx, macro);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.macroId;
}

/** A survey that asks nobody. */
async function surveyOf(ctx: StaffContext): Promise<string> {
  const saved = await saveSurvey(ctx, surveyFields.parse({ name: `Survey ${SECRET}`, kind: 'csat' }));
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.surveyId;
}

/** A rule that is switched off. */
async function ruleOf(ctx: StaffContext): Promise<string> {
  const rule = ruleInput.parse({
    kind: 'trigger',
    name: `Rule ${SECRET}`,
    events: ['ticket_created'],
    actions: [{ kind: 'note', text: SECRET }],
  });
  const saved = await saveRule(ctx, rule);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.ruleId;
}

/** A webhook, and a message that waits for it. */
async function webhookOf(ctx: StaffContext) {
  const webhook = webhookInput.parse({ name: `Webhook ${SECRET}`, url: 'https://203.0.114.7/hook' });
  const made = await saveEndpoint(ctx, webhook);
  if (!made.ok) throw new Error(made.error.code);
  const { endpointId } = made.value;
  const queued = await queueTest(ctx, { endpointId });
  if (!queued.ok) throw new Error(queued.error.code);
  return { endpointId, deliveryId: queued.value.deliveryId };
}
