import { timingSafeEqual } from 'node:crypto';
import { env } from '@/server/env';
import { hashOf, shortMac } from './keys';

/** The secret part of an invite's link. It is made again whenever it is needed; only its hash is kept. */
export const inviteToken = (inviteId: string): string => shortMac('survey', inviteId, 32);

/** How an invite is found by its link. */
export const inviteTokenHash = (inviteId: string): string => hashOf(inviteToken(inviteId));

/** The address at which a customer answers. */
export const surveyAddress = (token: string): string => `${env().PUBLIC_URL}/survey/${token}`;

/** The address of an invite. */
export const inviteAddress = (inviteId: string): string => surveyAddress(inviteToken(inviteId));

type Named = Readonly<{ workspaceId: string; id: string }>;

/**
 * A link that names a ticket, for texts of macros and rules: it asks about the ticket's latest solution, and makes an invite
 * only when somebody answers.
 */
export const ticketToken = (ticket: Named): string => signed('t', ticket);

/** A link that shows a survey as customers see it and keeps nothing. */
export const trialToken = (survey: Named): string => signed('p', survey);

const signed = (letter: 't' | 'p', { workspaceId, id }: Named): string =>
  [letter, plain(workspaceId), plain(id), shortMac(`survey-${letter}`, `${workspaceId}/${id}`, 24)].join('.');

export type SurveyToken =
  | Readonly<{ kind: 'invite'; hash: string }>
  | Readonly<{ kind: 'ticket' | 'trial'; workspaceId: string; id: string }>;

/** What a link names; null when nobody here made it. */
export function readSurveyToken(token: string): SurveyToken | null {
  if (/^[a-z2-7]{32}$/.test(token)) return { kind: 'invite', hash: hashOf(token) };
  const [, letter, workspace = '', id = ''] =
    /^([tp])\.([0-9a-f]{32})\.([0-9a-f]{32})\.[a-z2-7]{24}$/.exec(token) ?? [];
  if (letter !== 't' && letter !== 'p') return null;
  const named = { workspaceId: dashed(workspace), id: dashed(id) };
  if (!isSame(token, signed(letter, named))) return null;
  return { kind: letter === 't' ? 'ticket' : 'trial', ...named };
}

const plain = (id: string): string => id.replaceAll('-', '');
const dashed = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
