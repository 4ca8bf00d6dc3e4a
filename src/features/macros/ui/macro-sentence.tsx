import { useLocale, useTranslations } from 'next-intl';
import { type Names, useActionText } from '@/features/actions/ui/use-action-text';
import type { MacroRow } from '../queries';

type Props = Readonly<{ macro: Pick<MacroRow, 'actions' | 'languages' | 'textKind'>; names: Names }>;

/** What a macro does, as people would say it. */
export function MacroSentence({ macro, names }: Props) {
  const t = useTranslations('macro');
  const say = useActionText(names);
  const locale = useLocale();
  const { actions, languages, textKind } = macro;
  const alone = actions.length === 0 ? 'textOnly' : 'withText';
  const text = languages.length > 0 ? [t(textKind === 'note' ? 'noteText' : alone)] : [];
  const parts = [...text, ...actions.map(say)];
  const sentence = new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
  return <>{sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)}</>;
}
