import { beforeEach, describe, expect, test } from 'vitest';
import { changeMailText, resetMailText } from '@/features/workspaces/commands/change-mail-text';
import { createWorkspace } from '@/features/workspaces/commands/create-workspace';
import { updateWorkspace } from '@/features/workspaces/commands/update-workspace';
import { updateWorkspaceInput } from '@/features/workspaces/inputs';
import { getAdminCounts, getWorkspaceSettings, listMailTexts } from '@/features/workspaces/queries';
import { shippedAcknowledgement } from '@/features/workspaces/shipped-words';
import type { StaffContext } from '@/server/context';
import { newId } from '@/server/ids';
import { newWorld } from '../../support/world';

let world: Awaited<ReturnType<typeof newWorld>>;
let admin: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  admin = await world.member({ role: 'admin' });
});

const facts = async () =>
  (
    await world.db.auditEntry.findMany({
      where: { workspaceId: world.workspaceId },
      orderBy: { id: 'asc' },
    })
  ).map(({ action, data }) => ({ action, data }));

describe('the settings', () => {
  test('are changed, and each change is written down with what it was', async () => {
    const { slug: _, ...before } = await getWorkspaceSettings(admin);
    await updateWorkspace(admin, updateWorkspaceInput.parse(before));
    expect(await facts()).toEqual([]);

    const input = { ...before, name: 'Kettle & Co', answerWithinHours: null, closeAfterDays: 0 };
    await updateWorkspace(admin, updateWorkspaceInput.parse(input));
    expect(await getWorkspaceSettings(admin)).toMatchObject({ name: 'Kettle & Co', answerWithinHours: null });
    const action = 'workspace.changed';
    expect(await facts()).toEqual([
      { action, data: { field: 'name', from: 'Test workspace', to: 'Kettle & Co' } },
      { action, data: { field: 'answerWithinHours', from: 8, to: null } },
      { action, data: { field: 'closeAfterDays', from: 7, to: 0 } },
    ]);
  });

  test.each([
    { answerWithinHours: 0 },
    { answerWithinHours: Number.NaN },
    { closeAfterDays: 366 },
    { closeAfterDays: 1.5 },
    { name: '  ' },
    { timeZone: 'Mars/Base' },
  ])('refuse %o', (wrong) => {
    const input = {
      name: 'A',
      locale: 'en',
      timeZone: 'UTC',
      acknowledge: true,
      answerWithinHours: 8,
      closeAfterDays: 7,
      ...wrong,
    };
    expect(updateWorkspaceInput.safeParse(input).success).toBe(false);
  });
});

describe('the words of a mail', () => {
  const words = {
    kind: 'acknowledgement',
    locale: 'lv',
    subject: 'Saņemts',
    body: 'Numurs: {number}',
  } as const;

  test('are the workspace’s own, by language, until they are reset', async () => {
    await changeMailText(admin, words);
    await changeMailText(admin, { ...words, subject: 'Saņemts!' });
    const other = await (await newWorld()).member({ role: 'admin' });
    expect(await listMailTexts(admin, 'acknowledgement')).toEqual([
      { locale: 'lv', subject: 'Saņemts!', body: 'Numurs: {number}' },
    ]);
    expect(await listMailTexts(other, 'acknowledgement')).toEqual([]);
    await resetMailText(admin, { kind: 'acknowledgement', locale: 'lv' });
    await resetMailText(admin, { kind: 'acknowledgement', locale: 'lv' });
    expect(await listMailTexts(admin, 'acknowledgement')).toEqual([]);
    expect((await facts()).map(({ data }) => data)).toEqual([
      { locale: 'lv', own: true },
      { locale: 'lv', own: true },
      { locale: 'lv', own: false },
    ]);
  });

  test.each(['en', 'hu', 'lv'] as const)('as shipped in %s keep their places open', async (locale) => {
    const promising = await shippedAcknowledgement(locale, true);
    expect(promising.body).toContain('{{ticket.number}}');
    expect(promising.body).toContain('{{promise.first_reply}}');
    expect(promising.subject).toBe('Re: {{ticket.subject}} [#{{ticket.number}}]');
    const careful = await shippedAcknowledgement(locale, false);
    expect(careful.body).not.toContain('first_reply');
  });
});

describe('a workspace made by the command line', () => {
  const input = (over = {}) => ({
    name: 'New company',
    slug: `n${newId().slice(-12)}`,
    locale: 'en' as const,
    timeZone: 'UTC',
    ownerId: String(admin.actor.id),
    mailbox: null,
    ...over,
  });

  test('has its owner and its mailbox', async () => {
    const address = `help@${newId()}.test`;
    const made = await createWorkspace(admin, input({ mailbox: { address, name: 'Help' } }));
    if (!made.ok) throw new Error(made.error.code);
    const { workspaceId } = made.value;
    expect(await world.db.membership.findFirst({ where: { workspaceId } })).toMatchObject({ role: 'owner' });
    expect(await world.db.channelAccount.findFirst({ where: { workspaceId } })).toMatchObject({ address });
  });

  test('is refused when name or mailbox are taken, the owner is unknown or the name is no address', async () => {
    const code = async (over: object) => {
      const made = await createWorkspace(admin, input(over));
      return made.ok ? 'ok' : made.error.code;
    };
    expect(await code({ slug: world.slug })).toBe('name.taken');
    expect(await code({ mailbox: { address: world.mailbox.address, name: 'X' } })).toBe('address.taken');
    expect(await code({ ownerId: newId() })).toBe('not_found');
    expect(await code({ slug: 'api' })).toBe('input.invalid');
  });
});

test('the overview counts what is here and nothing of other workspaces', async () => {
  const other = await newWorld();
  await other.team();
  await world.team();
  expect(await getAdminCounts(admin)).toMatchObject({
    people: 1,
    teams: 1,
    mailboxes: 1,
    held: 0,
    apiKeys: 0,
  });
});
