import { API_KEY_SCOPES, type ApiKeyScope } from '@/domain/permission/key-scope';
import { createApiKey } from '@/features/api-keys/commands/create-api-key';
import { revokeApiKey } from '@/features/api-keys/commands/revoke-api-key';
import { createApiKeyInput } from '@/features/api-keys/inputs';
import { listApiKeys } from '@/features/api-keys/queries';
import { type Command, need, Refusal } from './command';
import { inWorkspace, orRefuse, printTable } from './world';

const create: Command = {
  name: 'api-key create',
  usage: `--workspace <slug> --scopes <${API_KEY_SCOPES.join('|')}>[,…] [--name <name>]`,
  about: 'Makes a key for the API and prints it, this once, alone on the last line.',
  options: ['workspace', 'scopes', 'name'],
  run: async (given) => {
    const ctx = await inWorkspace(need(given, 'workspace'));
    const scopes = need(given, 'scopes').split(',').map(known);
    const input = createApiKeyInput.parse({ name: given.option('name') ?? 'Command line', scopes });
    const { apiKeyId, key } = orRefuse(await createApiKey(ctx, input));
    console.log(`Key ${apiKeyId} (${input.name}; ${scopes.join(', ')}). It is shown this once:`);
    console.log(key);
    return 0;
  },
};

const list: Command = {
  name: 'api-key list',
  usage: '--workspace <slug>',
  about: 'Lists the keys of a workspace, without their secrets.',
  options: ['workspace'],
  run: async (given) => {
    const keys = await listApiKeys(await inWorkspace(need(given, 'workspace')));
    printTable(
      ['ID', 'NAME', 'BEGINS', 'SCOPES', 'LAST USED', ''],
      keys.map(({ id, name, prefix, scopes, lastUsedAt, revokedAt }) => [
        ...[id, name, prefix, scopes.join(',')],
        ...[lastUsedAt?.toISOString() ?? 'never', revokedAt ? 'revoked' : ''],
      ]),
    );
    return 0;
  },
};

const revoke: Command = {
  name: 'api-key revoke',
  usage: '--workspace <slug> <id or first characters of the key>',
  about: 'Ends a key: its next request is refused.',
  options: ['workspace'],
  run: async (given) => {
    const ctx = await inWorkspace(need(given, 'workspace'));
    const [which] = given.words;
    const keys = (await listApiKeys(ctx)).filter(({ revokedAt }) => revokedAt === null);
    const found = keys.filter(
      ({ id, prefix }) =>
        which !== undefined && (id === which || prefix === which || which.startsWith(prefix)),
    );
    const [key] = found;
    if (!key || found.length > 1)
      throw new Refusal('There is no such working key, or more than one. See: api-key list');
    orRefuse(await revokeApiKey(ctx, { apiKeyId: key.id }));
    console.log(`The key "${key.name}" (${key.prefix}…) is revoked.`);
    return 0;
  },
};

function known(scope: string): ApiKeyScope {
  const found = API_KEY_SCOPES.find((name) => name === scope.trim());
  if (!found) throw new Refusal(`"${scope}" is no scope. There are: ${API_KEY_SCOPES.join(', ')}.`);
  return found;
}

export const apiKeyCommands: readonly Command[] = [create, list, revoke];
