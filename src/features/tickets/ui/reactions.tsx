import { useTranslations } from 'next-intl';
import type { TimelineMessage } from '../queries-timeline';

type Props = Readonly<{ message: Pick<TimelineMessage, 'reactions'> }>;

/** How people reacted to a message on its channel, each kind as a small chip that says who it was. */
export function Reactions({ message: { reactions } }: Props) {
  const t = useTranslations('social.message');
  if (reactions.length === 0) return null;
  const byEmoji = Map.groupBy(reactions, ({ emoji }) => emoji);
  return (
    <ul aria-label={t('reactions')} className="mt-2 flex flex-wrap gap-1">
      {[...byEmoji].map(([emoji, alike]) => {
        const name = alike.map((each) => each.name || t('somebody')).join(', ');
        const words = t('reacted', { name, emoji });
        return (
          <li
            key={emoji}
            title={words}
            className="inline-flex h-6 items-center gap-1 rounded-full border border-line bg-canvas px-2 text-sm"
          >
            <span aria-hidden>{emoji}</span>
            {alike.length > 1 && (
              <span aria-hidden className="text-ink-soft">
                {alike.length}
              </span>
            )}
            <span className="sr-only">{words}</span>
          </li>
        );
      })}
    </ul>
  );
}
