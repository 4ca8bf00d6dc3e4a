import { useTranslations } from 'next-intl';
import type { StaffActor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import { TabLinks } from '@/ui/tab-links';

const TABS = ['list', 'organizations', 'import'] as const;

type Props = Readonly<{ workspace: string; actor: StaffActor; current: (typeof TABS)[number] }>;

/** The places of the customers' part. */
export function CustomerTabs({ workspace, actor, current }: Props) {
  const t = useTranslations('customer.tabs');
  const open = TABS.filter((tab) => tab !== 'import' || may(actor, 'customer.import'));
  const home = `/${workspace}/customers`;
  return (
    <TabLinks
      label={t('label')}
      tabs={open.map((tab) => ({
        href: tab === 'list' ? home : `${home}/${tab}`,
        label: t(tab),
        current: tab === current,
      }))}
    />
  );
}
