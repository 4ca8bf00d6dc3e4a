import { expect, test } from 'vitest';
import { usualItems } from '@/domain/form/form';
import { receiveSubmission } from '@/features/forms/commands/receive-submission';
import { releaseSubmission } from '@/features/forms/commands/release-submission';
import { saveForm } from '@/features/forms/commands/save-form';
import { tryForm } from '@/features/forms/commands/try-form';
import { shownForm } from '@/features/forms/form-rows';
import { formPreview } from '@/features/forms/page/form-preview';
import { getForm, listForms, listHeldSubmissions } from '@/features/forms/queries';
import { listChannelVolumes } from '@/features/social/queries';
import { newWorld } from '../../support/world';
import { newField } from '../fields/support';
import { formFor, newForm } from './support';

const options = ['shop', 'web'].map((key) => ({ key, names: { en: key }, archived: false }));

async function start() {
  const world = await newWorld();
  const owner = await world.member({ role: 'owner', name: 'Olga Owner' });
  const customerAccess = 'edit';
  const place = await newField(owner, {
    key: 'place',
    kind: 'choice',
    options,
    customerAccess,
    requirement: 'always',
  });
  const receipt = await newField(owner, {
    key: 'receipt',
    kind: 'pattern',
    pattern: 'R\\d+',
    customerAccess,
  });
  const fromShop = [{ field: place, anyOf: ['shop'] }];
  const asked = { kind: 'field', required: true };
  const items = [
    ...usualItems(),
    { ...asked, key: 'place', fieldId: place },
    { ...asked, key: 'receipt', fieldId: receipt, shownWhen: fromShop },
    { key: 'terms', kind: 'consent', required: true, shownWhen: fromShop },
  ];
  return { world, owner, place, receipt, items, fromShop };
}

test('a form is seen as it is being edited, and nothing of it is stored', async () => {
  const { owner, items, place } = await start();
  const { texts, ...rest } = formFor({ items, type: 'problem' });
  const title = '<b>Mi történt?</b>';
  const draft = { ...rest, texts: { ...texts, hu: { ...texts.hu, title } } };
  const html = (await (await formPreview(owner, { form: draft, language: 'hu' }))?.text()) ?? '';
  expect(html).toContain('<h1>&lt;b&gt;Mi történt?&lt;/b&gt;</h1>');
  expect(html).toContain(
    `data-when="[{&quot;field&quot;:&quot;${place}&quot;,&quot;anyOf&quot;:[&quot;shop&quot;]}]"`,
  );
  expect(html).toContain('data-type="problem"');
  expect(html).not.toContain('type="submit"');
  expect(await listForms(owner)).toEqual([]);
  for (const wrong of [
    null,
    'x',
    { form: { ...draft, items: [] }, language: 'hu' },
    { form: draft, language: 'xx' },
  ]) {
    expect(await formPreview(owner, wrong)).toBeNull();
  }
});

test('conditions hang on fields that the form asks for, and never on themselves', async () => {
  const { owner, items, place, receipt } = await start();
  const wrong = { ok: false, error: { code: 'field.condition_wrong' } };
  const save = (over: readonly object[]) => saveForm(owner, formFor({ items: [...usualItems(), ...over] }));
  const [onPlace, onShop, terms] = items.slice(5);
  if (!onPlace || !onShop || !terms) throw new Error('no items');
  expect(await save([onShop])).toEqual(wrong);
  expect(await save([onPlace, { ...onShop, shownWhen: [{ field: receipt, anyOf: ['R1'] }] }])).toEqual(wrong);
  expect(await save([{ ...onPlace, shownWhen: [{ field: place, anyOf: ['web'] }] }])).toEqual(wrong);
  expect((await save([onPlace, onShop, terms])).ok).toBe(true);
});

test('a test fills in the form and becomes a ticket that is marked as one, also while the form is off', async () => {
  const { world, owner, items, place } = await start();
  const formId = await newForm(owner, { items, enabled: false, tags: ['web'], priority: 'high' });
  const tried = await tryForm(owner, { formId });
  if (!tried.ok) throw new Error(tried.error.code);
  const { workspaceId, db } = world;
  const ticket = await db.ticket.findFirstOrThrow({
    where: { workspaceId, number: tried.value.number },
    include: {
      requester: { include: { identities: true } },
      tags: { include: { tag: true }, orderBy: { tag: { name: 'asc' } } },
      fieldValues: true,
      messages: true,
    },
  });
  const user = await db.user.findUniqueOrThrow({ where: { id: owner.actor.id ?? '' } });
  expect(ticket).toMatchObject({ channel: 'web', priority: 'high', subject: 'Test: Questions' });
  expect(ticket.tags.map(({ tag }) => tag.name)).toEqual(['test', 'web']);
  expect(ticket.fieldValues).toMatchObject([{ fieldId: place, key: 'shop' }]);
  expect(ticket.requester.identities).toMatchObject([{ kind: 'email', value: user.email }]);
  expect(await listForms(owner)).toMatchObject([{ id: formId, processed: 1, held: 0, health: 'healthy' }]);
  const agent = await world.member({ role: 'agent' });
  expect(await tryForm(agent, { formId })).toEqual({ ok: false, error: { code: 'forbidden' } });
});

test('what cannot be placed is kept and waits, its light is red, and turns green with the next', async () => {
  const { world, owner } = await start();
  const formId = await newForm(owner);
  const key = (await getForm(owner, formId))?.form?.publicKey ?? '';
  const form = await shownForm(world.db, key);
  if (!form) throw new Error('no form');
  const send = (over: object) =>
    receiveSubmission(world.system('intake'), {
      form: { ...form, ...over },
      submission: {
        locale: 'en',
        name: '',
        email: 'anna@customer.test',
        subject: '',
        message: 'Broken.',
        values: {},
        hidden: {},
        consents: [],
        files: [],
        page: '',
      },
      key: owner.newId(),
      trap: '',
      seconds: 30,
      ip: '',
    });
  const light = async () => (await listChannelVolumes(owner)).find(({ id }) => id === formId);
  // A team that is gone: the database refuses the ticket.
  expect(await send({ teamId: owner.newId() })).toEqual({ number: null, ticketId: null });
  expect(await light()).toMatchObject({ health: 'failing', healthDetail: 'not_placed', held: 1 });
  expect(await listForms(owner)).toMatchObject([{ health: 'failing', held: 1 }]);
  const onPage = async () => (await getForm(owner, formId))?.light;
  expect(await onPage()).toEqual({ enabled: true, health: 'failing', healthDetail: 'not_placed' });
  const [held] = await listHeldSubmissions(owner);
  expect((await releaseSubmission(owner, { submissionId: held?.id ?? '' })).ok).toBe(true);
  expect((await send({})).number).toEqual(expect.any(Number));
  expect(await light()).toMatchObject({ health: 'healthy', healthDetail: '', held: 0 });
  expect(await onPage()).toEqual({ enabled: true, health: 'healthy', healthDetail: '' });
});
