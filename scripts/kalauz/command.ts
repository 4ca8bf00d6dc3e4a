import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What was typed after the command's name: `words` in their order, and options by name. */
export type Given = Readonly<{
  words: readonly string[];
  option: (name: string) => string | undefined;
  has: (flag: string) => boolean;
}>;

/** One thing that operators can do. */
export type Command = Readonly<{
  name: string;
  /** What follows the name, as it is shown in the help. */
  usage: string;
  about: string;
  options?: readonly string[];
  flags?: readonly string[];
  /** Resolves with the exit code. */
  run: (given: Given) => Promise<number>;
}>;

/** Something that the operator can put right; the message says how. Ends the command with exit code 1. */
export class Refusal extends Error {}

/** The value of an option, or a refusal that names it. */
export function need(given: Given, name: string): string {
  const value = given.option(name);
  if (!value) throw new Refusal(`--${name} is missing.`);
  return value;
}

/** The words and options that `args` give to `command`. Throws `Refusal` for an option that it does not know. */
export function parse(command: Command, args: readonly string[]): Given {
  const kinds = (names: readonly string[], type: 'string' | 'boolean') =>
    names.map((name) => [name, { type }] as const);
  const options: ParseArgsConfig['options'] = Object.fromEntries([
    ...kinds(command.options ?? [], 'string'),
    ...kinds(command.flags ?? [], 'boolean'),
  ]);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const option = (name: string) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    };
    return { words: positionals, option, has: (flag) => values[flag] === true };
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}
