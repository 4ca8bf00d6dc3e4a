import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/cases/', import.meta.url));

/** Returns the rows of a public test suite that lies beside the repository, or none where it is not there. */
export function sharedCases<Row>(name: string): Row[] {
  const file = `${FOLDER}${name}.jsonl`;
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** Returns a file that a row of `sharedCases` refers to. */
export function sharedCaseFile(path: string): Buffer {
  return readFileSync(`${FOLDER}${path}`);
}
