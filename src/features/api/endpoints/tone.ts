import { ok } from '@/domain/shared/result';
import { checkTone as findingsOf } from '@/domain/tone/check-tone';
import { placedListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/tone';
import { removePhrase } from '@/features/tone/commands/remove-phrase';
import { restorePhrase } from '@/features/tone/commands/restore-phrase';
import { savePhrase } from '@/features/tone/commands/save-phrase';
import { saveToneSettings } from '@/features/tone/commands/save-tone-settings';
import { toneSettings as settingsNow, toneDictionary, toneHelp } from '@/features/tone/queries';
import { endpoint } from '@/server/http/endpoint';

const permission = 'tone.manage';
const area = 'Tone';

export const listTonePhrases = endpoint({
  id: 'listTonePhrases',
  method: 'GET',
  path: '/tone/phrases',
  area,
  summary: 'List the dictionary of one language',
  permission,
  query: schema.tonePhrasesQuery,
  answer: {
    status: 200,
    description: 'Shipped phrases with the changes of the workspace, then its own ones.',
    schema: schema.tonePhraseList,
  },
  run: async (ctx, { query }) => {
    const { language, kind } = query;
    const entries = (await toneDictionary(ctx, language))
      .filter((entry) => !kind || entry.kind === kind)
      .map((entry) => ({ language, ...entry }));
    return placedListPage(`tone ${language} ${kind ?? ''}`, entries, query);
  },
});

export const saveTonePhrase = endpoint({
  id: 'saveTonePhrase',
  method: 'POST',
  path: '/tone/phrases',
  area,
  summary: 'Add or change a phrase',
  permission,
  body: schema.tonePhraseBody,
  answer: { status: 204, description: 'Saved.' },
  run: (ctx, { body }) => savePhrase(ctx, body),
});

export const removeTonePhrase = endpoint({
  id: 'removeTonePhrase',
  method: 'POST',
  path: '/tone/phrases/remove',
  area,
  summary: 'Leave a phrase out',
  description: 'An own phrase is gone; a shipped one can be restored.',
  permission,
  body: schema.tonePhraseKey,
  answer: { status: 204, description: 'Left out.' },
  run: (ctx, { body }) => removePhrase(ctx, body),
});

export const restoreTonePhrase = endpoint({
  id: 'restoreTonePhrase',
  method: 'POST',
  path: '/tone/phrases/restore',
  area,
  summary: 'Go back to a shipped phrase',
  permission,
  body: schema.tonePhraseKey,
  answer: { status: 204, description: 'As shipped again.' },
  run: (ctx, { body }) => restorePhrase(ctx, body),
});

export const getToneSettings = endpoint({
  id: 'getToneSettings',
  method: 'GET',
  path: '/tone/settings',
  area,
  summary: 'Read what the tone helper looks for',
  permission,
  answer: { status: 200, description: 'The settings.', schema: schema.toneSettings },
  run: async (ctx) => ok(await settingsNow(ctx)),
});

export const updateToneSettings = endpoint({
  id: 'updateToneSettings',
  method: 'PATCH',
  path: '/tone/settings',
  area,
  summary: 'Change what the tone helper looks for',
  permission,
  body: schema.toneSettingsBody,
  answer: { status: 200, description: 'The settings as they are now.', schema: schema.toneSettings },
  run: async (ctx, { body }) => {
    const { off, longestSentence } = await settingsNow(ctx);
    return saveToneSettings(ctx, {
      off: [...(body.off ?? off)],
      longestSentence: body.longestSentence ?? longestSentence,
    });
  },
  show: (ctx) => settingsNow(ctx),
});

export const checkTone = endpoint({
  id: 'checkTone',
  method: 'POST',
  path: '/tone/check',
  area,
  summary: 'Look at the tone of a text',
  description: 'Nothing is stored, and nothing leaves the server.',
  permission: 'ticket.reply',
  body: schema.checkToneBody,
  answer: { status: 200, description: 'What could be said better.', schema: schema.toneFindings },
  run: async (ctx, { body }) => {
    const { text, language, ...facts } = body;
    const help = await toneHelp(ctx, language);
    const findings = findingsOf({ text, facts, ...help }).map(({ rule, place, quote, alternatives }) => ({
      rule,
      start: place?.start ?? null,
      end: place?.end ?? null,
      quote,
      alternatives,
    }));
    return ok({ findings });
  },
});
