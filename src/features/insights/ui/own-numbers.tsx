import { useTranslations } from 'next-intl';
import { standing } from '@/domain/insights/team-context';
import { type Asked, askedAgain } from '../asked';
import { countedWords } from '../part-words';
import type { Described } from '../queries';
import type { OwnNumber } from '../queries-own';
import { useInsightWords } from '../words';
import { Tile } from './tile';

type Props = Readonly<{
  workspace: string;
  userId: string;
  asked: Asked;
  numbers: readonly OwnNumber[];
  metrics: ReadonlyMap<string, Described>;
}>;

/** The reader's own numbers, each with how sure it is and the middle of the team beside it. */
export function OwnNumbers({ workspace, userId, asked, numbers, metrics }: Props) {
  const words = useInsightWords();
  const t = useTranslations('today.team');
  const isAlone = numbers.every(({ team }) => !team);
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-5">
        {numbers.map((number) => (
          <Tile
            key={number.value.metric}
            value={{ ...number.value, target: null }}
            name={metrics.get(number.value.metric)?.name ?? number.value.metric}
            definition={countedWords(words, metrics, number.value)}
            href={`/${workspace}/insights/metrics/${number.value.metric}${askedAgain(asked, { agent: userId })}`}
          >
            {!isAlone && <Team number={number} />}
          </Tile>
        ))}
      </div>
      {isAlone && <p className="text-ink-faint text-sm first-letter:uppercase">{t('none')}</p>}
    </>
  );
}

/** What the colleagues' middle is. Above and below are said only where they may be, and are no praise and no blame. */
function Team({ number: { value, team } }: Readonly<{ number: OwnNumber }>) {
  const t = useTranslations('today.team');
  const { write } = useInsightWords();
  if (!team) return <p className="pt-1 text-ink-faint text-xs">{t('none')}</p>;
  const median = write.value(team.median, value.unit);
  const where = value.weight === 'none' ? 'about' : standing(value.interval, team);
  return (
    <p className="border-line border-t pt-1.5 text-ink-soft text-xs tabular-nums">
      {t('median', { median, people: team.people })}
      {where !== 'about' && ` · ${t(where)}`}
    </p>
  );
}
