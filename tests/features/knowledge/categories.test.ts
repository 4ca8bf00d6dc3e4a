import { beforeEach, expect, test } from 'vitest';
import { deleteCategory } from '@/features/knowledge/commands/delete-category';
import { orderCategories } from '@/features/knowledge/commands/order-categories';
import { saveCategory } from '@/features/knowledge/commands/save-category';
import { categoryInput } from '@/features/knowledge/inputs';
import { listCategories } from '@/features/knowledge/queries-category';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { newArticle, newCategory } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager' });
});

const refused = (code: string) => ({ ok: false, error: { code } });
const named = (en: string, over: object = {}) =>
  categoryInput.parse({ names: { en: { name: en } }, ...over });
const tree = async () =>
  (await listCategories(manager, 'hu')).map(({ name, parentId }) => (parentId ? `- ${name}` : name));

test('shelves stand in a tree of two levels, in their order, named in the language of the reader', async () => {
  const one = await newCategory(manager, { names: { en: { name: 'Orders' }, hu: { name: 'Rendelések' } } });
  const two = await newCategory(manager, { names: { lv: { name: 'Piegāde' } } });
  const part = await newCategory(manager, { parentId: one, names: { en: { name: 'Changes' } } });
  expect(await tree()).toEqual(['Rendelések', '- Changes', 'Piegāde']);
  expect(await orderCategories(manager, { categoryIds: [two, one] })).toMatchObject({ ok: true });
  expect(await tree()).toEqual(['Piegāde', 'Rendelések', '- Changes']);
  expect(await orderCategories(manager, { categoryIds: [two, part] })).toEqual(refused('not_found'));
  expect(await saveCategory(manager, named('Too deep', { parentId: part }))).toEqual(
    refused('category.too_deep'),
  );
  expect(await saveCategory(manager, named('Orders', { id: one, parentId: two }))).toEqual(
    refused('category.too_deep'),
  );
  expect(await saveCategory(manager, named('Itself', { id: two, parentId: two }))).toEqual(
    refused('category.too_deep'),
  );
});

test('its address stays when its name changes, and is its own', async () => {
  const id = await newCategory(manager);
  await newCategory(manager);
  await saveCategory(manager, named('Shipping', { id }));
  const names = await world.db.categoryName.findMany({
    where: { workspaceId: world.workspaceId },
    orderBy: { slug: 'asc' },
    select: { name: true, slug: true },
  });
  expect(names).toEqual([
    { name: 'Shipping', slug: 'delivery' },
    { name: 'Delivery', slug: 'delivery-2' },
  ]);
});

test('one that holds something is not deleted', async () => {
  const id = await newCategory(manager);
  await newArticle(manager, { categoryId: id });
  expect(await deleteCategory(manager, { categoryId: id })).toEqual(refused('category.not_empty'));
  await world.db.article.updateMany({ where: { categoryId: id }, data: { categoryId: null } });
  expect(await deleteCategory(manager, { categoryId: id })).toMatchObject({ ok: true });
});
