import { getTranslations } from 'next-intl/server';
import type { View } from '@/domain/view/view';
import { IslandMessages } from '@/i18n/island-messages';
import type { StaffPage } from '@/server/auth/require-staff';
import { getBoard } from '../board';
import { lineRows } from '../ticket-rows';
import { Board } from './board.client';
import { bulkUser } from './bulk-user';
import { LayoutLinks } from './layout-links';
import { ListFrame } from './list-frame';
import { listQuery } from './view-links';

type Props = Readonly<{ staff: StaffPage; view: View }>;

/** A view of open work in columns by status. */
export async function BoardScreen({ staff, view }: Props) {
  const workspace = staff.workspace.slug;
  const [t, board, columns] = await Promise.all([
    getTranslations('desk.views'),
    getTranslations('desk.board'),
    getBoard(staff.ctx, view),
  ]);
  const name = t(view);
  return (
    <IslandMessages namespaces={['desk.board']}>
      <ListFrame title={name} pager={<LayoutLinks workspace={workspace} view={view} layout="board" />}>
        <Board
          key={view}
          workspace={workspace}
          view={view}
          label={board('label', { view: name })}
          columns={columns.map(({ rows, ...column }) => ({ ...column, rows: lineRows(rows) }))}
          trail={listQuery({ view, board: true })}
          user={bulkUser(staff)}
        />
      </ListFrame>
    </IslandMessages>
  );
}
