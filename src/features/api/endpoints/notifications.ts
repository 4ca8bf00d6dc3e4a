import { fail, ok } from '@/domain/shared/result';
import { placeOf } from '@/features/api/paging';
import {
  notificationQuery,
  notificationSettings,
  readNotificationsAnswer,
  readNotificationsBody,
  toldTicketList,
  updateNotificationSettingsBody,
} from '@/features/api/schemas/notifications';
import { idParams } from '@/features/api/schemas/shared';
import { ticketByNumber } from '@/features/api/ticket-rows';
import { aboutOf, readNotices } from '@/features/notifications/commands/mark-read';
import { preferencesInput } from '@/features/notifications/commands/preference-fields';
import { preferencesOfMember, savePreferencesOf } from '@/features/notifications/commands/save-preferences';
import { listNotices } from '@/features/notifications/queries';
import type { StaffContext } from '@/server/context';
import { sealCursor } from '@/server/http/cursor';
import { endpoint } from '@/server/http/endpoint';

const area = 'Notifications';

const languageOf = (ctx: StaffContext) =>
  ctx.db.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: { locale: true, timeZone: true },
  });

export const listNotifications = endpoint({
  id: 'listNotifications',
  method: 'GET',
  path: '/users/{id}/notifications',
  area,
  summary: 'List what a user was told',
  description: 'By ticket and by article, the one with the newest notice first.',
  permission: 'ticket.read',
  params: idParams,
  query: notificationQuery,
  answer: { status: 200, description: 'A page of tickets with their notices.', schema: toldTicketList },
  run: async (ctx, { params, query }) => {
    const list = `notifications ${params.id} ${query.unread}`;
    const after = placeOf(list, query.cursor);
    if (!after.ok) return after;
    if (!(await preferencesOfMember(ctx, params.id))) return fail({ code: 'not_found' });
    const { groups, next } = await listNotices(ctx, await languageOf(ctx), {
      userId: params.id,
      unreadOnly: query.unread === 'true',
      limit: query.limit,
      ...(after.value && { after: `${new Date(after.value.by).getTime()}_${after.value.id}` }),
    });
    const [time, id = ''] = next?.split('_') ?? [];
    return ok({
      data: groups.map(({ about, subject, unread, notices, more }) => ({
        ...(about.kind === 'ticket'
          ? { ticketNumber: about.number, articleId: null, requester: about.requester }
          : { ticketNumber: null, articleId: about.id, requester: null }),
        ...{ subject, unread, more },
        notices: notices.map(({ sentence, at, ...notice }) => ({
          ...notice,
          text: sentence,
          at: at.toISOString(),
        })),
      })),
      nextCursor: time ? sealCursor(list, { by: new Date(Number(time)), id }) : null,
    });
  },
});

export const readNotifications = endpoint({
  id: 'readNotifications',
  method: 'POST',
  path: '/users/{id}/notifications/read',
  area,
  summary: 'Mark what a user was told as read',
  permission: 'ticket.update',
  params: idParams,
  body: readNotificationsBody,
  answer: { status: 200, description: 'How many were unread.', schema: readNotificationsAnswer },
  run: async (ctx, { params, body }) => {
    const ticket = body.ticketNumber === undefined ? null : await ticketByNumber(ctx, body.ticketNumber);
    const isKnown = body.ticketNumber === undefined || ticket !== null;
    if (!(isKnown && (await preferencesOfMember(ctx, params.id)))) return fail({ code: 'not_found' });
    const until = body.until ?? ctx.now();
    const about = aboutOf({ ticketId: ticket?.id, articleId: body.articleId });
    return ok({ count: await readNotices(ctx, { userId: params.id, about, until }) });
  },
});

export const getNotificationSettings = endpoint({
  id: 'getNotificationSettings',
  method: 'GET',
  path: '/users/{id}/notification-settings',
  area,
  summary: 'Read how a user wants to be told',
  permission: 'people.read',
  params: idParams,
  answer: { status: 200, description: 'The settings.', schema: notificationSettings },
  run: async (ctx, { params }) => {
    const preferences = await preferencesOfMember(ctx, params.id);
    return preferences ? ok(preferences) : fail({ code: 'not_found' });
  },
});

export const updateNotificationSettings = endpoint({
  id: 'updateNotificationSettings',
  method: 'PATCH',
  path: '/users/{id}/notification-settings',
  area,
  summary: 'Change how a user is told',
  permission: 'people.manage',
  params: idParams,
  body: updateNotificationSettingsBody,
  answer: { status: 200, description: 'The settings as they are now.', schema: notificationSettings },
  run: async (ctx, { params, body }) => {
    const now = await preferencesOfMember(ctx, params.id);
    if (!now) return fail({ code: 'not_found' });
    const { choices, ...rest } = body;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const wanted = preferencesInput.safeParse({ ...now, ...given, choices: { ...now.choices, ...choices } });
    if (!wanted.success)
      return fail({ code: 'input.invalid', errors: [{ in: 'body', field: 'quietUntil', code: 'invalid' }] });
    const saved = await savePreferencesOf(ctx, { userId: params.id, preferences: wanted.data });
    return saved.ok ? ok({ userId: params.id }) : saved;
  },
  show: (ctx, { userId }) => preferencesOfMember(ctx, userId),
});
