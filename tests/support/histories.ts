/** How many random histories of tickets a run tells; a long night takes `SLA_HISTORIES=10000`. */
export const HISTORIES = Number(process.env['SLA_HISTORIES'] ?? 60);
