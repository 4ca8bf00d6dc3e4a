import { describe, expect, it } from 'vitest';
import { removePhrase } from '@/features/tone/commands/remove-phrase';
import { restorePhrase } from '@/features/tone/commands/restore-phrase';
import { savePhrase } from '@/features/tone/commands/save-phrase';
import { saveToneSettings } from '@/features/tone/commands/save-tone-settings';
import { MOST_OWN_PHRASES, toneDictionary, toneHelp, toneSettings } from '@/features/tone/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

const manager = async () => (await newWorld()).member({ role: 'manager' });
const key = (phrase: string) => ({ language: 'hu', kind: 'negative', phrase }) as const;

async function entry(ctx: StaffContext, phrase: string) {
  return (await toneDictionary(ctx, 'hu')).find((each) => each.kind === 'negative' && each.phrase === phrase);
}

describe('the dictionary of a workspace', () => {
  it('gains a phrase, which the composer then knows, in this workspace alone', async () => {
    const [ctx, other] = [await manager(), await manager()];
    expect(await savePhrase(ctx, { ...key('  Nincs   GOND '), alternatives: ['örömmel'] })).toEqual({
      ok: true,
      value: null,
    });
    expect(await entry(ctx, 'nincs gond')).toEqual({
      kind: 'negative',
      phrase: 'nincs gond',
      alternatives: ['örömmel'],
      source: 'own',
    });
    expect((await toneHelp(ctx, 'hu')).phrases.at(-1)?.phrase).toBe('nincs gond');
    expect(await entry(other, 'nincs gond')).toBeUndefined();
    expect((await toneHelp(ctx, 'lv')).phrases.some(({ phrase }) => phrase === 'nincs gond')).toBe(false);
  });

  it('changes a shipped phrase, leaves it out, and has it back as it was', async () => {
    const ctx = await manager();
    const shipped = await entry(ctx, 'sajnos');
    await savePhrase(ctx, { ...key('sajnos'), alternatives: ['most'] });
    expect(await entry(ctx, 'sajnos')).toMatchObject({ alternatives: ['most'], source: 'changed' });
    await removePhrase(ctx, key('Sajnos'));
    expect(await entry(ctx, 'sajnos')).toMatchObject({ source: 'removed' });
    expect((await toneHelp(ctx, 'hu')).phrases.some(({ phrase }) => phrase === 'sajnos')).toBe(false);
    expect(await restorePhrase(ctx, key('sajnos'))).toEqual({ ok: true, value: null });
    expect(await entry(ctx, 'sajnos')).toEqual(shipped);
  });

  it('loses an own phrase for good, and says so when there is none', async () => {
    const ctx = await manager();
    await savePhrase(ctx, { ...key('nincs gond'), alternatives: [] });
    expect(await removePhrase(ctx, key('nincs gond'))).toEqual({ ok: true, value: null });
    expect(await entry(ctx, 'nincs gond')).toBeUndefined();
    const gone = { ok: false, error: { code: 'not_found' } };
    expect(await removePhrase(ctx, key('nincs gond'))).toEqual(gone);
    expect(await restorePhrase(ctx, key('nincs gond'))).toEqual(gone);
  });

  it('is full one day', async () => {
    const ctx = await manager();
    await ctx.db.tonePhrase.createMany({
      data: Array.from({ length: MOST_OWN_PHRASES }, (_, index) => ({
        workspaceId: ctx.workspaceId,
        id: ctx.newId(),
        ...key(`szó ${index}`),
        alternatives: [],
        updatedAt: ctx.now(),
      })),
    });
    const full = { ok: false, error: { code: 'tone.full' } };
    expect(await savePhrase(ctx, { ...key('még egy'), alternatives: [] })).toEqual(full);
    const changed = await savePhrase(ctx, { ...key('szó 7'), alternatives: ['más szó'] });
    expect(changed).toEqual({ ok: true, value: null });
  });

  it('has its changes in the audit log', async () => {
    const ctx = await manager();
    await savePhrase(ctx, { ...key('nincs gond'), alternatives: [] });
    await removePhrase(ctx, key('nincs gond'));
    const rows = await ctx.db.auditEntry.findMany({
      where: { workspaceId: ctx.workspaceId, action: { startsWith: 'tone.' } },
      select: { action: true, target: true },
      orderBy: { id: 'asc' },
    });
    expect(rows).toEqual([
      { action: 'tone.phrase_saved', target: 'nincs gond' },
      { action: 'tone.phrase_removed', target: 'nincs gond' },
    ]);
  });
});

it('how strict the helper is can be set, and is usual until then', async () => {
  const ctx = await manager();
  expect(await toneSettings(ctx)).toEqual({ off: [], longestSentence: 25 });
  await saveToneSettings(ctx, { off: ['shouting', 'shouting'], longestSentence: 18 });
  await saveToneSettings(ctx, { off: ['shouting'], longestSentence: 19 });
  expect(await toneSettings(ctx)).toEqual({ off: ['shouting'], longestSentence: 19 });
  expect(await toneSettings(await manager())).toEqual({ off: [], longestSentence: 25 });
});
