import { apiKeyCommands } from './api-keys';
import { type Command, parse, Refusal } from './command';
import { doctorCommands } from './doctor';
import { mailCommands } from './mail';
import { metricsCommands } from './metrics';
import { userCommands } from './users';
import { workspaceCommands } from './workspaces';

const COMMANDS: readonly Command[] = [
  ...workspaceCommands,
  ...userCommands,
  ...apiKeyCommands,
  ...mailCommands,
  ...metricsCommands,
  ...doctorCommands,
];

/** Finds the command that `args` name, and runs it. Resolves with its exit code; a refusal is printed. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const command = COMMANDS.find(({ name }) => isStart(name.split(' '), args));
  if (!command) {
    help();
    return args.length === 0 || args.includes('help') || args.includes('--help') ? 0 : 1;
  }
  try {
    return await command.run(parse(command, args.slice(command.name.split(' ').length)));
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
