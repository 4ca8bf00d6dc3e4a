import { usualItems } from '@/domain/form/form';
import { saveForm } from '@/features/forms/commands/save-form';
import { shownForm } from '@/features/forms/form-rows';
import { formInput } from '@/features/forms/inputs';
import { formPage } from '@/features/forms/page/form-page';
import { takeForm } from '@/features/forms/page/take-form';
import { getForm } from '@/features/forms/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { newField } from '../fields/support';

type Over = Readonly<Record<string, unknown>>;
const texts = { title: '', intro: '', submit: '', done: '', mailSubject: '', mailText: '' };

/** A form as the builder sends it. */
export const formFor = (over: Over = {}) =>
  formInput.parse({
    name: 'Questions',
    texts: { en: texts, hu: texts, lv: texts },
    items: usualItems(),
    ...over,
  });

/** Saves a form and gives its id. */
export async function newForm(ctx: StaffContext, over: Over = {}): Promise<string> {
  const saved = await saveForm(ctx, formFor(over));
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.formId;
}

/** A workspace with a form of the usual questions and one field more, and the ways in which a browser fills it in. */
export async function formWorld(over: Record<string, unknown> = {}) {
  const world = await newWorld();
  const owner = await world.member({ role: 'owner' });
  const order = await newField(owner, { kind: 'pattern', pattern: 'KT-\\d{3,6}', customerAccess: 'edit' });
  const item = { key: 'order', kind: 'field', fieldId: order, required: true };
  const team = await world.team();
  const formId = await newForm(owner, {
    items: [...usualItems(), item],
    teamId: team,
    priority: 'high',
    type: 'problem',
    tags: ['web-form'],
    ...over,
  });
  const page = await getForm(owner, formId);
  const key = page?.form?.publicKey ?? '';
  const system = world.system('intake');
  const form = await shownForm(world.db, key);
  if (!form) throw new Error('no form');
  const at = { form, locale: 'hu', embedded: false } as const;
  const tokenIn = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const open = async () =>
    tokenIn(await (await formPage({ ...at, id: owner.newId(), at: world.now() })).text());
  const send = async (typed: Record<string, string | File>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    const request = new Request('http://help.test/form', { method: 'POST', body });
    const response = await takeForm(system, request, { ...at, ip: `ip-${world.workspaceId}`, visit: null });
    return { status: response.status, html: await response.text() };
  };
  const fine = {
    name: 'Nagy Éva',
    email: 'eva@customer.test',
    subject: 'Szivárog',
    message: 'Szivárog a gép.',
    order: 'KT-123',
  };
  const sent = async (over: Record<string, string | File> = {}) => {
    const token = await open();
    world.pass(30);
    return send({ ...fine, token, ...over });
  };
  const tickets = () =>
    world.db.ticket.findMany({
      where: { workspaceId: world.workspaceId },
      select: {
        number: true,
        subject: true,
        channel: true,
        priority: true,
        type: true,
        teamId: true,
        language: true,
        messages: {
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          select: { direction: true, text: true, unverified: true },
        },
        fieldValues: { select: { text: true } },
        tags: { select: { tag: { select: { name: true } } } },
        requester: { select: { displayName: true } },
      },
    });
  return { world, owner, order, formId, team, open, send, sent, fine, tickets };
}
