import { createUser } from '@/features/team/commands/create-user';
import { createUserInput } from '@/features/team/inputs';
import { database } from '@/server/db/client';
import { type Command, need, Refusal } from './command';
import { printLink } from './workspaces';
import { accepted, inWorkspace, orRefuse, printTable } from './world';

const list: Command = {
  name: 'user list',
  usage: '--workspace <slug>',
  about: 'Lists the members of a workspace.',
  options: ['workspace'],
  run: async (given) => {
    const { workspaceId } = await inWorkspace(need(given, 'workspace'));
    const rows = await database().membership.findMany({
      where: { workspaceId },
      orderBy: { createdAt: 'asc' },
      select: { role: true, scope: true, deactivatedAt: true, user: { select: { email: true, name: true } } },
    });
    printTable(
      ['E-MAIL', 'NAME', 'ROLE', 'SCOPE', ''],
      rows.map(({ user, role, scope, deactivatedAt }) => [
        user.email,
        user.name,
        role,
        scope,
        deactivatedAt ? 'deactivated' : '',
      ]),
    );
    return 0;
  },
};

const create: Command = {
  name: 'user create',
  usage:
    '--workspace <slug> --email <address> --name <name> [--role agent] [--scope all] [--locale en|hu|lv] [--password <password>]',
  about: 'Makes somebody a member. Without a password, prints a link with which they set one.',
  options: ['workspace', 'email', 'name', 'role', 'scope', 'locale', 'password'],
  run: async (given) => {
    const ctx = await inWorkspace(need(given, 'workspace'));
    const email = need(given, 'email').trim().toLowerCase();
    const password = given.option('password') ?? null;
    orRefuse(
      await createUser(
        ctx,
        accepted(createUserInput, {
          email,
          name: need(given, 'name'),
          role: (given.option('role') ?? 'agent') as 'agent',
          scope: (given.option('scope') ?? 'all') as 'all',
          locale: (given.option('locale') ?? 'en') as 'en',
          password,
        }),
      ),
    );
    console.log(`${email} is a member.`);
    if (password === null && (await hasNoPassword(email))) await printLink(email);
    return 0;
  },
};

const resetPassword: Command = {
  name: 'user reset-password',
  usage: '<address>',
  about: 'Prints a link with which this person sets a new password, for when no mail can be sent.',
  run: async ({ words: [email] }) => {
    if (!email) throw new Refusal('Whose? Give the e-mail address.');
    await printLink(email.trim().toLowerCase());
    return 0;
  },
};

async function hasNoPassword(email: string): Promise<boolean> {
  const user = await database().user.findUnique({ where: { email }, select: { passwordHash: true } });
  return user?.passwordHash === null;
}

export const userCommands: readonly Command[] = [list, create, resetPassword];
