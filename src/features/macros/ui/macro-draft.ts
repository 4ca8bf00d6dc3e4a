import { namesIn } from '@/domain/template/fill-template';
import { isTemplateVariable } from '@/domain/template/variables';
import {
  type ActionDraft,
  actionDrafts,
  actionsOf,
  wrongInActions,
} from '@/features/actions/ui/action-draft';
import type { MacroPage } from '../queries';

export const LANGUAGES = ['en', 'hu', 'lv'] as const;
type Language = (typeof LANGUAGES)[number];

/** A macro as its form holds it. */
export type MacroDraft = Readonly<{
  name: string;
  shortcut: string;
  folder: string;
  audience: MacroPage['audience'];
  teamId: string;
  active: boolean;
  actions: readonly ActionDraft[];
  textKind: MacroPage['textKind'];
  texts: Readonly<Record<Language, string>>;
}>;

/** The form of a macro, or of a new one for this audience. */
export function macroDraft(macro: MacroPage | null, audience: MacroPage['audience']): MacroDraft {
  return {
    name: macro?.name ?? '',
    shortcut: macro?.shortcut ?? '',
    folder: macro?.folder ?? '',
    audience: macro?.audience ?? audience,
    teamId: macro?.teamId ?? '',
    active: macro?.active ?? true,
    actions: actionDrafts(macro?.actions ?? []),
    textKind: macro?.textKind ?? 'reply',
    texts: { en: '', hu: '', lv: '', ...macro?.texts },
  };
}

/** What is sent. A form in which something is wrong must have been refused before. */
export function macroOfDraft(draft: MacroDraft, known: Readonly<{ id: string; version: number }> | null) {
  const { teamId, actions, texts, ...rest } = draft;
  return {
    ...rest,
    ...(known && { id: known.id, version: known.version }),
    teamId: rest.audience === 'team' ? teamId : null,
    actions: actionsOf(actions),
    texts: { ...texts },
  };
}

export type MacroWrong = Readonly<{
  name: boolean;
  shortcut: boolean;
  team: boolean;
  actions: readonly string[];
  /** Names in a text that are no variables, by language. */
  unknown: Readonly<Partial<Record<Language, string>>>;
  /** True when it neither says nor changes anything. */
  nothing: boolean;
}>;

const isBlank = (html: string): boolean => html.replace(/<[^>]*>|&nbsp;|\s/g, '') === '';

/** What has to be put right before the form can be sent; null when nothing has. */
export function wrongInMacro(draft: MacroDraft): MacroWrong | null {
  const unknown = Object.fromEntries(
    LANGUAGES.map((language) => [language, unknownIn(draft.texts[language])]).filter(([, names]) => names),
  );
  const wrong = {
    name: draft.name.trim() === '',
    shortcut: !/^[\p{L}\p{N}_-]*$/u.test(draft.shortcut.trim()),
    team: draft.audience === 'team' && draft.teamId === '',
    actions: wrongInActions(draft.actions),
    unknown,
    nothing: draft.actions.length === 0 && LANGUAGES.every((language) => isBlank(draft.texts[language])),
  };
  const flags = [wrong.name, wrong.shortcut, wrong.team, wrong.nothing];
  const isFine = !flags.includes(true) && wrong.actions.length === 0 && Object.keys(unknown).length === 0;
  return isFine ? null : wrong;
}

const unknownIn = (html: string): string =>
  namesIn(html)
    .filter((name) => !isTemplateVariable(name))
    .join(', ');
