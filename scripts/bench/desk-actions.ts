import { readFileSync } from 'node:fs';
import { inRoot } from '../process/paths.mjs';
import type { Product } from './product';
import { ask } from './server-events';

type Manifest = Readonly<{ node: Readonly<Record<string, Readonly<{ exportedName: string }>>> }>;
type Called = Readonly<{ cookie: string; path: string; input: Readonly<Record<string, unknown>> }>;

/**
 * Calls a server action of the built desk as its browser does: a POST to the page with the name that the build gave the action, and the
 * arguments as JSON. Throws when it is refused.
 */
export function deskAction({ base, seeded }: Product, exportedName: string) {
  const manifest: Manifest = JSON.parse(
    readFileSync(inRoot('.next/server/server-reference-manifest.json'), 'utf8'),
  );
  const found = Object.entries(manifest.node).find(([, action]) => action.exportedName === exportedName);
  if (!found) throw new Error(`no action of the build is called ${exportedName}`);
  const [id] = found;
  return async ({ cookie, path, input }: Called): Promise<void> => {
    const { status, text } = await ask(`${base}/${seeded.slug}${path}`, {
      method: 'POST',
      headers: {
        ...{ cookie, origin: base, accept: 'text/x-component' },
        ...{ 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
      },
      body: JSON.stringify([seeded.slug, input]),
    });
    if (status !== 200 || !text.includes('"ok":true'))
      throw new Error(`${exportedName} answered ${status}: ${text.slice(0, 300)}`);
  };
}
