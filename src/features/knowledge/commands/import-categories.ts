import { may } from '@/domain/permission/can';
import { CATEGORIES_PATH, type CategoryFile, categoryFile } from '@/features/knowledge/archive/layout';
import { categoryInput } from '@/features/knowledge/inputs';
import { type CategoryRow, listCategories } from '@/features/knowledge/queries-category';
import { isLocale, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { storableJson } from '@/server/http/request-body';
import type { Unpacked } from '@/server/storage/read-zip';
import { saveCategory } from './save-category';

/** Finds the category of these names, the outer one first, and makes it where that is allowed; null where there is none. */
export type Shelves = (path: readonly string[], locale: Locale) => Promise<string | null>;

/**
 * The categories of the workspace together with those that an archive tells of: what is here under the same name in any language is
 * the same one and stays as it is.
 */
export async function openShelves(ctx: StaffContext, files: Unpacked): Promise<Shelves> {
  const known = [...(await listCategories(ctx, 'en'))];
  const find = (parentId: string | null, names: readonly string[]) =>
    known.find((each) => each.parentId === parentId && isNamed(each, names))?.id;
  const make = async (parentId: string | null, names: CategoryRow['names']): Promise<string | null> => {
    const here = find(parentId, namesIn(names));
    if (here || !may(ctx.actor, 'knowledge.publish')) return here ?? null;
    const input = categoryInput.safeParse({ parentId, names });
    const saved = input.success ? await saveCategory(ctx, input.data) : null;
    if (!saved?.ok) return null;
    known.push({ id: saved.value.categoryId, parentId, names, name: '', articles: 0 });
    return saved.value.categoryId;
  };
  for (const { names, parts } of told(files)) {
    const id = await make(null, ours(names));
    if (id) for (const part of parts) await make(id, ours(part.names));
  }
  return async (path, locale) => {
    let id: string | null = null;
    for (const name of path) {
      id = await make(id, { [locale]: { name, description: '' } });
      if (!id) return null;
    }
    return id;
  };
}

const plain = (name: string): string => name.trim().toLocaleLowerCase('en');

const namesIn = (names: CategoryRow['names']): readonly string[] =>
  Object.values(names).map(({ name }) => plain(name));

const isNamed = ({ names }: CategoryRow, asked: readonly string[]): boolean =>
  namesIn(names).some((name) => asked.includes(name));

/** Names in languages that we speak. */
const ours = (names: CategoryFile[number]['names']): CategoryRow['names'] =>
  Object.fromEntries(Object.entries(names).filter(([locale]) => isLocale(locale)));

function told(files: Unpacked): CategoryFile {
  const bytes = files.get(CATEGORIES_PATH);
  if (!bytes) return [];
  try {
    return categoryFile.parse(storableJson(new TextDecoder().decode(bytes)));
  } catch {
    return [];
  }
}
