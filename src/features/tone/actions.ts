'use server';

import { agentAction } from '@/server/actions/agent-action';
import { phraseInput, phraseKeyInput, toneSettingsInput } from './commands/fields';
import { removePhrase } from './commands/remove-phrase';
import { restorePhrase } from './commands/restore-phrase';
import { savePhrase } from './commands/save-phrase';
import { saveToneSettings } from './commands/save-tone-settings';

const permission = 'tone.manage';

export const savePhraseAction = agentAction({ permission, input: phraseInput, run: savePhrase });
export const removePhraseAction = agentAction({ permission, input: phraseKeyInput, run: removePhrase });
export const restorePhraseAction = agentAction({ permission, input: phraseKeyInput, run: restorePhrase });
export const saveToneSettingsAction = agentAction({
  permission,
  input: toneSettingsInput,
  run: saveToneSettings,
});
