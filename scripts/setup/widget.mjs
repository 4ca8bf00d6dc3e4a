import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { inRoot } from '../process/paths.mjs';

const SOURCE = 'src/features/chat/widget';

/** What `public/` gets: the loader for host pages, the app inside the frame with its style, and the script of the portal. */
const FILES = {
  'public/widget.js': `${SOURCE}/loader/main.ts`,
  'public/widget/app.js': `${SOURCE}/frame/main.tsx`,
  'public/widget/app.css': `${SOURCE}/frame/look.css`,
  'public/portal.js': 'src/features/portal/script/main.ts',
};

/** What stands on other people's pages must stay small, before it is compressed. */
const LARGEST_LOADER = 15 * 1024;

/** And what every page of the portal loads. */
const LARGEST_PORTAL = 10 * 1024;

/** Folders and files in `public/` that are made here. */
export const BUNDLED = [
  inRoot('public', 'widget.js'),
  inRoot('public', 'widget'),
  inRoot('public', 'portal.js'),
];

/** Bundles what is apart from Next without writing it. Resolves with the text of each file by its path; fails when one is too large. */
export async function bundleWidget() {
  const bundles = await Promise.all(
    Object.entries(FILES).map(async ([path, source]) => [path, await bundled(inRoot(source))]),
  );
  const files = Object.fromEntries(bundles);
  mustFit(files['public/widget.js'], LARGEST_LOADER);
  mustFit(files['public/portal.js'], LARGEST_PORTAL);
  return files;
}

function mustFit(text, most) {
  const size = Buffer.byteLength(text);
  if (size > most) throw new Error(`a script has ${size} bytes, and may have ${most}`);
}

/** Bundles it into `public/`. */
export async function makeWidget() {
  for (const [path, text] of Object.entries(await bundleWidget())) {
    mkdirSync(dirname(inRoot(path)), { recursive: true });
    writeFileSync(inRoot(path), text);
  }
}

async function bundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    target: ['es2022', 'safari16', 'firefox115', 'chrome109'],
    legalComments: 'none',
    logLevel: 'silent',
    tsconfig: inRoot('tsconfig.json'),
  });
  return outputFiles[0].text;
}
