import { expect, test } from 'vitest';
import { archiveDue } from '@/features/knowledge/commands/archive-due';
import { publishDue } from '@/features/knowledge/commands/publish-due';
import { takeStep } from '@/features/knowledge/commands/take-step';
import { stepInput } from '@/features/knowledge/inputs';
import { getHelpArticle } from '@/features/knowledge/queries-help';
import { newWorld } from '../../support/world';
import { liveArticle, newArticle, step, write } from './support';

test('an end that has come takes the text from its readers once; one that was taken back does not', async () => {
  const world = await newWorld();
  const { workspaceId, db } = world;
  const agent = await world.member();
  const manager = await world.member({ role: 'manager' });
  const read = (id: string) =>
    db.articleTranslation.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
  const first = await newArticle(manager, { title: 'Prices of this season' });
  const second = await liveArticle(manager, { title: 'Another' });
  const hour = (count: number) => new Date(world.now().getTime() + count * 3_600_000);
  const [from, until] = [hour(1), hour(3)];
  await step(manager, first.translationId, 'schedule', { at: from });
  const early = stepInput.parse({ ...first, step: 'schedule_archive', at: hour(0.5) });
  expect(await takeStep(manager, early)).toMatchObject({ error: { code: 'input.invalid' } });
  expect(await takeStep(agent, { ...early, at: until })).toMatchObject({ error: { code: 'forbidden' } });
  for (const { translationId } of [first, second])
    await step(manager, translationId, 'schedule_archive', { at: until });
  await step(manager, second.translationId, 'unschedule_archive');

  world.pass(2 * 3600);
  await publishDue(manager, workspaceId);
  await archiveDue(manager, workspaceId);
  expect(await read(first.translationId)).toMatchObject({ state: 'published', archiveAt: until });
  const found = () => getHelpArticle(manager, { locale: 'en', slug: 'prices-of-this-season' });
  expect(await found()).toMatchObject({ kind: 'article' });
  // What waits for a look at that hour asks nobody any more.
  await write(manager, first.translationId, { html: '<p>Within 30 days.</p>' });
  await step(agent, first.translationId, 'submit');
  const asked = () => db.notification.count({ where: { workspaceId, kind: 'article_review', readAt: null } });
  expect(await asked()).toBe(1);

  world.pass(3600);
  await archiveDue(manager, workspaceId);
  await archiveDue(manager, workspaceId);
  const gone = { state: 'archived', liveRevision: null, archiveAt: null };
  expect(await read(first.translationId)).toMatchObject(gone);
  expect(await found()).toBeNull();
  expect(await asked()).toBe(0);
  expect(await read(second.translationId)).toMatchObject({ state: 'published', archiveAt: null });
  const facts = await db.auditEntry.findMany({ where: { workspaceId, action: 'article.archived' } });
  expect(facts.map(({ actorId }) => actorId)).toEqual(['schedule']);
});
