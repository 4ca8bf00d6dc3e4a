import type { Other } from './other-workspace';

/** How pages and files with numbers are tried with another workspace. Boards and metrics are no secrets; their numbers are. */
export const INSIGHT_PARAMETERS = {
  '/[workspace]/today': {},
  '/[workspace]/wall': {},
  '/api/desk/[workspace]/focus': {},
  '/[workspace]/insights': {},
  '/[workspace]/insights/settings': {},
  '/[workspace]/insights/[board]': {},
  '/[workspace]/insights/metrics/[metric]': {},
  '/api/desk/[workspace]/insights/boards/[board]/export': {},
  '/api/desk/[workspace]/insights/metrics/[metric]/export': {},
} as const;

/** Addresses that open by the link of a mail. */
export const INSIGHT_OPEN = {
  '/reports/stop/[token]': 'opens by a mailed secret, and asks before it stops a mail',
  '/api/reports/stop/[token]': 'opens by a mailed secret, and stops one mail',
} as const;

/** What addresses of the API name. No metric and no board has the name of a tag, so that none is found. */
export const INSIGHT_API_PARAMETERS = {
  '/metrics/{name}': 'tagId',
  '/boards/{name}': 'tagId',
  '/annotations/{id}': 'annotationId',
  '/board-reports/{id}': 'reportId',
} as const;

/** How operations on numbers are called. */
export const INSIGHT_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  updateAnnotation: () => ({ day: '2026-03-02', text: 'x' }),
  updateBoardReport: () => ({ hour: 9 }),
  createBoardReports: ({ userId }) => ({ board: 'overview', pace: 'daily', hour: 8, userIds: [userId] }),
};

/** What operations on numbers cannot be called without. */
export const INSIGHT_QUERIES: Readonly<Record<string, string>> = {
  readMetrics: 'metrics=created&from=2026-01-01&to=2026-12-31',
  getWorkMix: 'from=2026-01-01&to=2026-12-31',
  listAnnotations: 'from=2026-01-01&to=2026-12-31',
};
