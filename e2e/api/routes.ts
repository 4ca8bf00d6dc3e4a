import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = 'src/app';

/** One address of the product, as the tree of files makes it: `/[workspace]/desk/tickets/[number]`. */
export type Route = Readonly<{
  path: string;
  kind: 'page' | 'handler';
  file: string;
  methods: readonly string[];
}>;

/** All addresses of the product. Folders in round brackets are no part of an address. */
export function routes(): readonly Route[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => {
      const path = `/${file.replace(/\/?[^/]+$/, '')}`.replace(/\/\([^)]+\)/g, '') || '/';
      const handler = file.endsWith('route.ts');
      const text = readFileSync(join(ROOT, file), 'utf8');
      return {
        path,
        kind: handler ? ('handler' as const) : ('page' as const),
        file,
        methods: methodsIn(text, handler),
      };
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

function methodsIn(text: string, handler: boolean): readonly string[] {
  if (!handler) return ['GET'];
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    new RegExp(`export (async )?(function|const) (\\{[^}]*)?\\b${method}\\b`).test(text),
  );
}

/** The names of all server actions, each with its door. */
export function actions(): readonly Readonly<{ name: string; door: string }>[] {
  return readdirSync('src/features', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/actions.ts'))
    .flatMap((file) => [
      ...readFileSync(join('src/features', file), 'utf8').matchAll(/^export const (\w+) = (\w+)\(/gm),
    ])
    .map(([, name = '', door = '']) => ({ name, door }));
}
