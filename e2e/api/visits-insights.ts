/** How pages and files with numbers are tried with another workspace. Boards and metrics are no secrets; their numbers are. */
export const INSIGHT_PARAMETERS = {
  '/[workspace]/today': {},
  '/[workspace]/insights': {},
  '/[workspace]/insights/[board]': {},
  '/[workspace]/insights/metrics/[metric]': {},
  '/api/desk/[workspace]/insights/boards/[board]/export': {},
  '/api/desk/[workspace]/insights/metrics/[metric]/export': {},
} as const;
