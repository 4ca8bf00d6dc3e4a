import { describe, expect, it } from 'vitest';
import { archiveField } from '@/features/fields/commands/archive-field';
import { deleteField } from '@/features/fields/commands/delete-field';
import { fieldValuesOf, saveFieldValues } from '@/features/fields/commands/field-values';
import { orderFields } from '@/features/fields/commands/order-fields';
import { saveField } from '@/features/fields/commands/save-field';
import { fieldInput } from '@/features/fields/inputs';
import { getField, listFields } from '@/features/fields/queries';
import { newWorld } from '../../support/world';
import { fieldFor, newField } from './support';

const option = (key: string, en = key) => ({ key, names: { en }, archived: false });

async function start() {
  const world = await newWorld();
  return { world, owner: await world.member({ role: 'owner' }) };
}

describe('the fields of a workspace', () => {
  it('are made, changed, ordered, archived and deleted', async () => {
    const { owner } = await start();
    const first = await newField(owner);
    const second = await newField(owner, { key: 'place', kind: 'choice', options: [option('shop')] });
    await newField(owner, { entity: 'customer', key: 'order_number' });
    expect((await listFields(owner, 'ticket')).map(({ id }) => id)).toEqual([first, second]);
    await orderFields(owner, { entity: 'ticket', fieldIds: [second, first] });
    expect((await listFields(owner, 'ticket')).map(({ id }) => id)).toEqual([second, first]);
    await archiveField(owner, { fieldId: first, archived: true });
    expect((await getField(owner, first))?.field).toMatchObject({
      archived: true,
      key: 'order_number',
      version: 2,
    });
    expect(await deleteField(owner, { fieldId: first })).toEqual({ ok: true, value: null });
    expect(await getField(owner, first)).toBeNull();
    const audit = await owner.db.auditEntry.findMany({
      where: { workspaceId: owner.workspaceId },
      orderBy: { id: 'asc' },
    });
    expect(audit.map(({ action }) => action)).toEqual([
      'field.created',
      'field.created',
      'field.created',
      'field.archived',
      'field.deleted',
    ]);
  });

  it('have short names of their own, stay of their kind, and are not overwritten', async () => {
    const { owner } = await start();
    const fieldId = await newField(owner);
    const refused = (code: string) => ({ ok: false, error: { code } });
    expect(await saveField(owner, fieldFor())).toEqual(refused('name.taken'));
    expect(await saveField(owner, fieldFor({ id: fieldId, kind: 'number' }))).toEqual(refused('not_found'));
    const change = fieldFor({ id: fieldId, version: 1, names: { hu: 'Rendelésszám' } });
    expect(await saveField(owner, change)).toEqual({ ok: true, value: { fieldId, version: 2 } });
    expect(await saveField(owner, change)).toEqual(refused('changed.meanwhile'));
  });

  it('hang on fields that can decide, and never on themselves', async () => {
    const { owner } = await start();
    const place = await newField(owner, { key: 'place', kind: 'choice', options: [option('shop')] });
    const text = await newField(owner, { key: 'text' });
    const when = (field: string) => [{ field, anyOf: ['shop'] }];
    const wrong = { ok: false, error: { code: 'field.condition_wrong' } };
    expect(await saveField(owner, fieldFor({ key: 'a', shownWhen: when(text) }))).toEqual(wrong);
    expect(await saveField(owner, fieldFor({ key: 'a', shownWhen: when(owner.newId()) }))).toEqual(wrong);
    const customer = fieldFor({ entity: 'customer', key: 'a', shownWhen: when('type') });
    expect(await saveField(owner, customer)).toEqual(wrong);
    const other = await newField(owner, {
      key: 'b',
      kind: 'choice',
      options: [option('shop')],
      shownWhen: when(place),
    });
    const circle = fieldFor({
      id: place,
      key: 'place',
      kind: 'choice',
      options: [option('shop')],
      shownWhen: when(other),
    });
    expect(await saveField(owner, circle)).toEqual(wrong);
    expect(await deleteField(owner, { fieldId: place })).toEqual({
      ok: false,
      error: { code: 'field.in_use' },
    });
  });

  it.each([
    [{ key: 'Ä' }],
    [{ names: {} }],
    [{ names: { de: 'x' } }],
    [{ kind: 'choice' }],
    [{ kind: 'choice', options: [option('a'), option('a')] }],
    [{ kind: 'choice', options: [{ ...option('a'), archived: true }] }],
    [{ kind: 'pattern', pattern: '(a+)+' }],
    [{ kind: 'pattern' }],
  ])('are refused as %j', (over) => {
    const given = { entity: 'ticket', key: 'k', kind: 'text', names: { en: 'K' }, ...over };
    expect(fieldInput.safeParse(given).success).toBe(false);
  });
});

describe('values', () => {
  const values = async () => {
    const { world, owner } = await start();
    const kinds = ['text', 'long_text', 'number', 'date', 'checkbox'] as const;
    const ids: Record<string, string> = {};
    for (const kind of kinds) ids[kind] = await newField(owner, { key: kind, kind });
    const options = [option('a'), option('b'), option('c')];
    ids['choice'] = await newField(owner, { key: 'choice', kind: 'choice', options });
    ids['many'] = await newField(owner, { key: 'many', kind: 'multi_choice', options });
    const { ticketId: ownerId } = await world.ticket(owner);
    const of = { workspaceId: owner.workspaceId, entity: 'ticket' as const };
    const read = async () =>
      (await fieldValuesOf(owner.db, { ...of, ownerIds: [ownerId] })).get(ownerId) ?? {};
    const write = (patch: Record<string, string | number | boolean | string[] | null>) =>
      saveFieldValues(owner.db, { ...of, ownerId, patch });
    return { owner, ids, of, ownerId, read, write };
  };

  it('come back as they were written, of every kind, and go when they are emptied', async () => {
    const { ids, read, write } = await values();
    const of = (kind: string) => ids[kind] ?? '';
    const written = {
      [of('text')]: 'Ő-42',
      [of('long_text')]: `line\n${'x'.repeat(4000)}`,
      [of('number')]: -12.25,
      [of('date')]: '2026-11-29',
      [of('checkbox')]: true,
      [of('choice')]: 'b',
      [of('many')]: ['a', 'c'],
    };
    await write(written);
    expect(await read()).toEqual(written);
    await write({ [of('many')]: ['b'], [of('text')]: null });
    const { [of('text')]: _, ...rest } = written;
    expect(await read()).toEqual({ ...rest, [of('many')]: ['b'] });
  });

  it('are never written to a field of another workspace or of another kind of thing', async () => {
    const { owner, read, write } = await values();
    const other = await start();
    await write({ [await newField(other.owner)]: 'x' });
    await write({ [await newField(owner, { entity: 'customer', key: 'c' })]: 'x' });
    expect(await read()).toEqual({});
  });

  it('keep their field and their options: what is used is archived', async () => {
    const { owner, ids, write } = await values();
    const fieldId = ids['choice'] ?? '';
    await write({ [fieldId]: 'b' });
    expect((await getField(owner, fieldId))?.uses).toBe(1);
    expect(await deleteField(owner, { fieldId })).toEqual({ ok: false, error: { code: 'field.in_use' } });
    await saveField(owner, fieldFor({ id: fieldId, key: 'choice', kind: 'choice', options: [option('a')] }));
    expect((await getField(owner, fieldId))?.field.options).toEqual([
      option('a'),
      { ...option('b'), archived: true },
    ]);
  });
});
