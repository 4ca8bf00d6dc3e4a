import 'server-only';
import { getTranslations } from 'next-intl/server';
import { may, type Permission } from '@/domain/permission/can';
import { VIEWS } from '@/domain/view/view';
import { adminSectionsFor } from '@/features/workspaces/queries';
import type { StaffContext } from '@/server/context';
import { listSavedViews } from './saved-views';
import { savedHref, viewHref } from './ui/view-links';

/** A line of the palette that leads somewhere. */
export type PaletteLine = Readonly<{ id: string; label: string; also: string; href: string }>;

/** Places of the desk besides views and the administration, each with what it takes to enter. */
const PLACES = [
  { key: 'today', path: 'today', permission: 'insights.own' },
  { key: 'notifications', path: 'notifications', permission: 'ticket.read' },
  { key: 'customers', path: 'customers', permission: 'customer.read' },
  { key: 'organizations', path: 'customers/organizations', permission: 'customer.read' },
  { key: 'callbacks', path: 'callbacks', permission: 'ticket.reply' },
  { key: 'promises', path: 'promises', permission: 'ticket.read' },
  { key: 'views', path: 'views', permission: 'ticket.read' },
  { key: 'newView', path: 'views/new', permission: 'ticket.read' },
  { key: 'knowledge', path: 'knowledge', permission: 'knowledge.read' },
  { key: 'knowledgeSearch', path: 'knowledge/search', permission: 'knowledge.read' },
  { key: 'newArticle', path: 'knowledge/new', permission: 'knowledge.write' },
  { key: 'insights', path: 'insights', permission: 'insights.read' },
  { key: 'wall', path: 'wall', permission: 'insights.read' },
  { key: 'workload', path: 'workload', permission: 'workload.read' },
  { key: 'feedback', path: 'feedback', permission: 'ticket.read' },
  { key: 'me', path: 'me', permission: 'ticket.read' },
  { key: 'myNotices', path: 'me/notifications', permission: 'ticket.read' },
  { key: 'myMacros', path: 'me/macros', permission: 'ticket.read' },
  { key: 'admin', path: 'admin', permission: 'admin.read' },
] as const satisfies readonly Readonly<{ key: string; path: string; permission: Permission }>[];

/** Every place of the desk that this person may enter, in the language of the request: views, pages, and the administration. */
export async function palettePlaces(ctx: StaffContext, workspace: string): Promise<readonly PaletteLine[]> {
  const [t, views, admin, saved] = await Promise.all([
    getTranslations('desk.places'),
    getTranslations('desk.views'),
    getTranslations('admin'),
    listSavedViews(ctx),
  ]);
  const { actor } = ctx;
  return [
    ...VIEWS.filter((view) => view !== 'trash' || may(actor, 'ticket.delete')).map((view) => ({
      id: `view:${view}`,
      label: views(view),
      also: views('title'),
      href: viewHref(workspace, view),
    })),
    ...saved.map(({ id, name }) => ({
      id: `saved:${id}`,
      label: name,
      also: views('title'),
      href: savedHref(workspace, id),
    })),
    ...PLACES.filter(({ permission }) => may(actor, permission)).map(({ key, path }) => ({
      id: key,
      label: t(key),
      also: '',
      href: `/${workspace}/${path}`,
    })),
    ...adminSectionsFor(actor).map(({ key }) => ({
      id: `admin:${key}`,
      label: `${admin('title')}: ${admin(`section.${key}.name`)}`,
      also: admin(`section.${key}.task`),
      href: `/${workspace}/admin/${key}`,
    })),
  ];
}
