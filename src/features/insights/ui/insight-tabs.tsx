import { useTranslations } from 'next-intl';
import { BOARDS, type BoardName } from '@/domain/insights/boards';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{ workspace: string; current: BoardName | null; search: string }>;

/** The boards, each with the period and the filters of this one. */
export function InsightTabs({ workspace, current, search }: Props) {
  const t = useTranslations('insights');
  const tabs = BOARDS.map((name) => ({
    href: `/${workspace}/insights${name === 'overview' ? '' : `/${name}`}${search}`,
    label: t(`board.${name}.title`),
    current: name === current,
  }));
  return (
    <div className="print:hidden">
      <TabLinks label={t('boards')} tabs={tabs} />
    </div>
  );
}
