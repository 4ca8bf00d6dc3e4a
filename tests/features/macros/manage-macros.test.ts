import { beforeEach, describe, expect, test } from 'vitest';
import { activateMacro } from '@/features/macros/commands/activate-macro';
import { copyMacro } from '@/features/macros/commands/copy-macro';
import { deleteMacro } from '@/features/macros/commands/delete-macro';
import { orderMacros } from '@/features/macros/commands/order-macros';
import { saveMacro } from '@/features/macros/commands/save-macro';
import { macroInput } from '@/features/macros/inputs';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { macroFor, newMacro } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;
let agent: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager' });
  agent = await world.member();
});

const refused = (code: string) => ({ ok: false, error: { code } });

describe('saving', () => {
  test('an agent saves their own and may not share; a lead shares with the team', async () => {
    const teamId = await world.team();
    expect(await saveMacro(agent, macroFor({ audience: 'personal' }))).toMatchObject({ ok: true });
    expect(await saveMacro(agent, macroFor())).toEqual(refused('forbidden'));
    const member = await world.member({ teamIds: [teamId] });
    expect(await saveMacro(member, macroFor({ audience: 'team', teamId }))).toEqual(refused('forbidden'));
    await world.db.teamMember.updateMany({ where: { teamId }, data: { lead: true } });
    expect(await saveMacro(member, macroFor({ audience: 'team', teamId }))).toMatchObject({ ok: true });
  });

  test('nobody changes, switches off or deletes what is not theirs', async () => {
    const personal = await newMacro(manager, { audience: 'personal' });
    const shared = await newMacro(manager);
    for (const id of [personal, shared]) {
      expect(await saveMacro(agent, macroFor({ id }))).toEqual(refused('not_found'));
      expect(await deleteMacro(agent, { macroId: id })).toEqual(refused('not_found'));
      expect(await activateMacro(agent, { macroId: id, active: false })).toEqual(refused('not_found'));
    }
  });

  test('a form that is older than what stands there is refused', async () => {
    const id = await newMacro(manager);
    expect(await saveMacro(manager, macroFor({ id, version: 1, name: 'A' }))).toMatchObject({ ok: true });
    expect(await saveMacro(manager, macroFor({ id, version: 1, name: 'B' }))).toEqual(
      refused('changed.meanwhile'),
    );
  });

  test('texts are cleaned, and a language without words is none', async () => {
    const texts = { en: '<p onclick="x()">Hi<script>alert(1)</script></p>', hu: '<p><br></p>' };
    const macroId = await newMacro(manager, { texts });
    expect(
      await world.db.macroText.findMany({ where: { macroId }, select: { locale: true, html: true } }),
    ).toEqual([{ locale: 'en', html: '<p>Hi</p>' }]);
  });

  test.each([
    { texts: {} },
    { texts: { en: '<p>{{ticket.nubmer}}</p>' } },
    { audience: 'team' },
    { shortcut: 'two words' },
    { actions: [{ kind: 'mail', subjects: {}, texts: {} }] },
  ])('is refused for %o', (wrong) => {
    const all = { name: 'Refund', audience: 'everyone', texts: { en: '<p>Hello</p>' }, ...wrong };
    expect(macroInput.safeParse(all).success).toBe(false);
  });
});

test('a copy is the copier’s own', async () => {
  const macroId = await newMacro(manager, { texts: { en: '<p>Hello</p>', lv: '<p>Labdien</p>' } });
  const copied = await copyMacro(agent, { macroId });
  if (!copied.ok) throw new Error('not copied');
  const copy = await world.db.macro.findFirstOrThrow({
    where: { id: copied.value.macroId },
    include: { texts: true },
  });
  expect(copy).toMatchObject({ name: 'Refund', audience: 'personal', ownerId: agent.actor.id });
  expect(copy.texts).toHaveLength(2);
});

test('macros of one list change places among themselves', async () => {
  const [a, b, c] = [await newMacro(manager), await newMacro(manager), await newMacro(manager)];
  expect(await orderMacros(manager, { macroIds: [c, a] })).toMatchObject({ ok: true });
  const rows = await world.db.macro.findMany({
    where: { workspaceId: world.workspaceId },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  expect(rows.map(({ id }) => id)).toEqual([c, b, a]);
  expect(await orderMacros(agent, { macroIds: [a, c] })).toEqual(refused('not_found'));
});
