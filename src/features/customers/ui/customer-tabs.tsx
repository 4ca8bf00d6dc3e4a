import { useTranslations } from 'next-intl';
import type { StaffActor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import { TabLinks } from '@/ui/tab-links';

const TABS = ['list', 'organizations', 'duplicates', 'import'] as const;
/** What somebody must be allowed for the tabs that are not for everybody. */
const NEEDED = { duplicates: 'customer.merge', import: 'customer.import' } as const;

type Props = Readonly<{ workspace: string; actor: StaffActor; current: (typeof TABS)[number] }>;

/** The places of the customers' part. */
export function CustomerTabs({ workspace, actor, current }: Props) {
  const t = useTranslations('customer.tabs');
  const open = TABS.filter((tab) => tab === 'list' || tab === 'organizations' || may(actor, NEEDED[tab]));
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
