/** The command line for operators. Started by `scripts/kalauz.mjs`, which finds or starts the database. */
import { database } from '@/server/db/client';
import { stopBoss } from '@/server/jobs/boss';
import { apiKeyCommands } from './api-keys';
import { type Command, parse, Refusal } from './command';
import { doctorCommands } from './doctor';
import { mailCommands } from './mail';
import { userCommands } from './users';
import { workspaceCommands } from './workspaces';

const COMMANDS: readonly Command[] = [
  ...workspaceCommands,
  ...userCommands,
  ...apiKeyCommands,
  ...mailCommands,
  ...doctorCommands,
];

async function main(args: readonly string[]): Promise<number> {
  const command = COMMANDS.find(({ name }) => isStart(name.split(' '), args));
  if (!command) {
    help();
    return args.length === 0 || args.includes('help') || args.includes('--help') ? 0 : 1;
  }
  try {
    await command.run(parse(command, args.slice(command.name.split(' ').length)));
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`${error.message}\n\nnpm run kalauz -- ${command.name} ${command.usage}`);
    return 1;
  }
}

const isStart = (words: readonly string[], args: readonly string[]) =>
  words.every((word, index) => args[index] === word);

function help(): void {
  console.log('npm run kalauz -- <command>\n');
  for (const { name, usage, about } of COMMANDS)
    console.log(`  ${`${name} ${usage}`.trim()}\n      ${about}\n`);
}

process.exitCode = await main(process.argv.slice(2));
await stopBoss();
await database().$disconnect();
