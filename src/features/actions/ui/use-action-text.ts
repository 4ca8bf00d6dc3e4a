import { useLocale, useTranslations } from 'next-intl';
import { type ActionKind, ASSIGN_TO, type TicketAction, type Translations } from '@/domain/action/action';
import { ticketFieldName } from '@/domain/condition/own-fields';

/** Names of rows that actions point at, by id. */
export type Names = Readonly<Record<string, string>>;

type Phrases = { [Kind in ActionKind]: (action: Extract<TicketAction, { kind: Kind }>) => string };

const LONGEST = 80;

/** Says an action as a part of a sentence, with real names. */
export function useActionText(names: Names): (action: TicketAction) => string {
  const t = useTranslations('action');
  const common = useTranslations('common');
  const locale = useLocale();
  const nameOf = (id: string) => names[id] ?? t('gone');
  const listed = (words: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
  const inLanguage = (texts: Translations) => texts[locale as 'en'] ?? texts.en ?? texts.hu ?? texts.lv ?? '';
  const say = (kind: Exclude<ActionKind, 'set_spam' | 'set_field' | 'stop'>, value: string) =>
    t(`said.${kind}`, { value });

  const phrases: Phrases = {
    set_status: ({ kind, status }) => say(kind, common(`status.${status}`)),
    set_priority: ({ kind, priority }) => say(kind, common(`priority.${priority}`)),
    set_type: ({ kind, type }) => say(kind, common(`type.${type}`)),
    set_language: ({ kind, language }) =>
      language ? say(kind, common(`language.${language}`)) : t('said.no_language'),
    set_subject: ({ kind, subject }) => say(kind, short(subject)),
    set_spam: ({ spam }) => t(spam ? 'said.spam' : 'said.notSpam'),
    set_team: ({ kind, teamId }) => (teamId ? say(kind, nameOf(teamId)) : t('said.no_team')),
    assign: ({ kind, to }) => {
      if (to === ASSIGN_TO.me) return t('said.assign_me');
      return to === ASSIGN_TO.nobody ? t('said.assign_nobody') : say(kind, nameOf(to));
    },
    add_tags: ({ kind, tags }) => say(kind, listed(tags)),
    remove_tags: ({ kind, tags }) => say(kind, listed(tags)),
    set_field: ({ kind, fieldId, value }) => {
      const field = ticketFieldName(fieldId);
      if (value === '') return t('said.empty_field', { field: nameOf(field) });
      const words = value.split(',').map((each) => names[`${field}.${each}`] ?? each);
      const shown = value === 'true' ? t('checked') : listed(words);
      return t(`said.${kind}`, { field: nameOf(field), value: short(shown) });
    },
    note: ({ kind, text }) => say(kind, short(text)),
    mail: ({ kind, subjects }) => say(kind, short(inLanguage(subjects))),
    make_promise: ({ kind, about, within }) =>
      say(kind, `${t(`choice.about.${about}`)}, ${t(`choice.within.${within}`)}`),
    notify: ({ kind, people, userIds }) =>
      say(kind, listed([...people.map((each) => t(`notified.${each}`)), ...userIds.map(nameOf)])),
    add_checklist: ({ kind, templateId }) => say(kind, nameOf(templateId)),
    apply_macro: ({ kind, macroId }) => say(kind, nameOf(macroId)),
    webhook: ({ kind, endpointId }) => say(kind, nameOf(endpointId)),
    create_linked_ticket: ({ kind, subject }) => say(kind, short(subject)),
    stop: () => t('said.stop'),
  };
  return (action) => (phrases[action.kind] as (action: TicketAction) => string)(action);
}

const short = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
