import { useTranslations } from 'next-intl';
import { DataTable } from '@/ui/data-table';
import { type Mix, sharesOf, urgentOf } from '../mix-words';
import { useInsightWords } from '../words';

type Props = Readonly<{
  rows: readonly Mix[];
  /** Of one person, who need not be named. */
  own?: boolean;
}>;

/** The channels, languages and urgency of what each person answered; of fewer than 5 answers no shares. */
export function MixTable({ rows, own = false }: Props) {
  const t = useTranslations('insights.mix');
  const words = useInsightWords();
  const { write } = words;
  return (
    <DataTable
      caption={own ? t('own') : t('title')}
      rows={rows}
      rowKey={({ agentId }) => agentId}
      empty={<p className="py-4 text-ink-faint">{own ? t('ownNone') : t('none')}</p>}
      columns={[
        ...(own
          ? []
          : [
              {
                key: 'person',
                head: t('person'),
                cell: ({ name }: Mix) => <span className="font-medium">{name}</span>,
              },
            ]),
        { key: 'answers', head: t('answers'), kind: 'number', cell: ({ answers }) => write.count(answers) },
        { key: 'channels', head: t('channels'), cell: (mix) => sharesOf(words, 'channel', mix) },
        {
          key: 'languages',
          head: t('languages'),
          wide: true,
          cell: (mix) => sharesOf(words, 'language', mix),
        },
        { key: 'urgent', head: t('urgent'), kind: 'number', cell: (mix) => <Urgent mix={mix} /> },
      ]}
    />
  );
}

function Urgent({ mix }: Readonly<{ mix: Mix }>) {
  const words = useInsightWords();
  const told = urgentOf(words, mix);
  if (!told) return <span className="text-ink-faint">{words.t('tile.tooFew')}</span>;
  return (
    <>
      {told.share}
      <span className="block whitespace-nowrap text-ink-faint text-xs">{told.interval}</span>
    </>
  );
}
