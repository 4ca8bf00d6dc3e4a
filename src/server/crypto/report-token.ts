import { timingSafeEqual } from 'node:crypto';
import { env } from '@/server/env';
import { shortMac } from './keys';

type Named = Readonly<{ workspaceId: string; id: string }>;

const plain = (id: string): string => id.replaceAll('-', '');
const dashed = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The secret part of the link by which a reader stops a report without signing in. */
const reportToken = ({ workspaceId, id }: Named): string =>
  [plain(workspaceId), plain(id), shortMac('report', `${workspaceId}/${id}`, 24)].join('.');

/** Where a report is stopped (RFC 8058: a POST to it stops it at once, a GET asks first). */
export const stopAddress = (report: Named): string =>
  `${env().PUBLIC_URL}/reports/stop/${reportToken(report)}`;

/** Which report a link names; null when nobody here made it. */
export function readReportToken(token: string): Named | null {
  const [, workspace = '', id = ''] = /^([0-9a-f]{32})\.([0-9a-f]{32})\.[a-z2-7]{24}$/.exec(token) ?? [];
  const named = { workspaceId: dashed(workspace), id: dashed(id) };
  const [given, right] = [Buffer.from(token), Buffer.from(reportToken(named))];
  return id !== '' && given.length === right.length && timingSafeEqual(given, right) ? named : null;
}
