import { useTranslations } from 'next-intl';
import type { WordChange } from '../compare';

const LOOKS = {
  added: 'rounded-sm bg-success-soft text-success-ink no-underline',
  removed: 'rounded-sm bg-danger-soft text-danger-ink line-through',
} as const;

/** Unchanged stretches longer than this are shortened in their middle. */
const LONGEST_SAME = 600;

/** A comparison word by word; what came and what went is told in words too, not by colour alone. */
export function WordChanges({ changes, lang }: Readonly<{ changes: readonly WordChange[]; lang: string }>) {
  const t = useTranslations('knowledge.history');
  return (
    <div lang={lang} className="whitespace-pre-wrap break-words leading-relaxed">
      {changes.map(({ kind, text }, index) => {
        const key = `${index}-${kind}`;
        if (kind === 'same') return <span key={key}>{shortened(text)}</span>;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={key} className={LOOKS[kind]}>
            <span className="sr-only"> {t(kind)} </span>
            {text}
            <span className="sr-only"> ({t('endChange')}) </span>
          </Tag>
        );
      })}
    </div>
  );
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SAME) return text;
  return `${text.slice(0, LONGEST_SAME / 3)} … ${text.slice(-LONGEST_SAME / 3)}`;
}
