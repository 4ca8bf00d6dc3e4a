import { issueReset } from '@/features/account/commands/issue-reset';
import { createUserInput } from '@/features/team/inputs';
import { createWorkspace } from '@/features/workspaces/commands/create-workspace';
import { createWorkspaceInput } from '@/features/workspaces/inputs';
import { database } from '@/server/db/client';
import { type Command, need } from './command';
import { accepted, orRefuse, printTable, world } from './world';

const list: Command = {
  name: 'workspace list',
  usage: '',
  about: 'Lists the workspaces.',
  run: async () => {
    const rows = await database().workspace.findMany({
      orderBy: { createdAt: 'asc' },
      select: {
        slug: true,
        name: true,
        locale: true,
        timeZone: true,
        _count: { select: { tickets: true, memberships: true } },
      },
    });
    printTable(
      ['SLUG', 'NAME', 'LANGUAGE', 'TIME ZONE', 'MEMBERS', 'TICKETS'],
      rows.map(({ slug, name, locale, timeZone, _count }) => [
        ...[slug, name, locale, timeZone],
        ...[String(_count.memberships), String(_count.tickets)],
      ]),
    );
    return 0;
  },
};

const create: Command = {
  name: 'workspace create',
  usage:
    '--slug <slug> --name <name> --owner-email <address> --owner-name <name> [--mailbox <address>] [--locale en|hu|lv] [--time-zone <zone>]',
  about: 'Creates a workspace. Prints a link with which a new owner sets a password.',
  options: ['slug', 'name', 'owner-email', 'owner-name', 'mailbox', 'locale', 'time-zone'],
  run: async (given) => {
    const [name, address] = [need(given, 'name'), given.option('mailbox')];
    const fields = accepted(createWorkspaceInput.omit({ ownerId: true }), {
      slug: need(given, 'slug'),
      name,
      locale: (given.option('locale') ?? 'en') as 'en',
      timeZone: given.option('time-zone') ?? 'Europe/Budapest',
      mailbox: address ? { address, name } : null,
    });
    const ownerEmail = accepted(
      createUserInput.shape.email,
      need(given, 'owner-email').trim().toLowerCase(),
      'owner-email',
    );
    const owner = await ownerFor(ownerEmail, given.option('owner-name'));
    orRefuse(await createWorkspace(world(), { ...fields, ownerId: owner.id }));
    console.log(`The workspace "${name}" is there.`);
    if (owner.isNew) await printLink(owner.email);
    return 0;
  },
};

/** The account of this address; a new one has no password yet. */
async function ownerFor(email: string, name: string | undefined) {
  const found = await database().user.findUnique({ where: { email }, select: { id: true } });
  if (found) return { id: found.id, email, isNew: false };
  const id = world().newId();
  await database().user.create({ data: { id, email, name: name ?? email } });
  return { id, email, isNew: true };
}

/** Prints a link with which the owner of this address sets a password. */
export async function printLink(email: string): Promise<void> {
  const { link } = orRefuse(await database().$transaction((tx) => issueReset(tx, world(), email)));
  console.log(`${email} sets a password here, once, within an hour:`);
  console.log(link);
}

export const workspaceCommands: readonly Command[] = [list, create];
