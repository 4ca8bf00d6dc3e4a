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

/** Where a question stands by itself, without a mail. */
export type Place = 'chat' | 'portal';
type Placed = Named & Readonly<{ surveyId: string }>;

/** The link of a question that stands below a request or in a chat: it says which survey is asked, and where. */
export const placedToken = (place: Place, { workspaceId, id, surveyId }: Placed): string =>
  signed(place === 'chat' ? 'c' : 'b', { workspaceId, id }, surveyId);

type Letter = 't' | 'p' | 'c' | 'b';

function signed(letter: Letter, { workspaceId, id }: Named, ...more: string[]): string {
  const ids = [workspaceId, id, ...more];
  return [letter, ...ids.map(plain), shortMac(`survey-${letter}`, ids.join('/'), 24)].join('.');
}

export type SurveyToken =
  | Readonly<{ kind: 'invite'; hash: string }>
  | (Named & Readonly<{ kind: 'ticket' | 'trial' }>)
  | (Placed & Readonly<{ kind: 'placed'; place: Place }>);

/** What a link names; null when nobody here made it. */
export function readSurveyToken(token: string): SurveyToken | null {
  if (/^[a-z2-7]{32}$/.test(token)) return { kind: 'invite', hash: hashOf(token) };
  const [, letter = '', ids = ''] = /^([tpcb])((?:\.[0-9a-f]{32}){2,3})\.[a-z2-7]{24}$/.exec(token) ?? [];
  const named = namedBy(letter, ids.split('.').slice(1).map(dashed));
  return named && isSame(token, tokenOf(named)) ? named : null;
}

type Signed = Exclude<SurveyToken, { kind: 'invite' }>;

function namedBy(
  letter: string,
  [workspaceId = '', id = '', surveyId = '']: readonly string[],
): Signed | null {
  if (letter === 't' || letter === 'p') return { kind: letter === 't' ? 'ticket' : 'trial', workspaceId, id };
  if (letter === '' || surveyId === '') return null;
  return { kind: 'placed', place: letter === 'c' ? 'chat' : 'portal', workspaceId, id, surveyId };
}

function tokenOf(named: Signed): string {
  if (named.kind === 'placed') return placedToken(named.place, named);
  return named.kind === 'ticket' ? ticketToken(named) : trialToken(named);
}

const plain = (id: string): string => id.replaceAll('-', '');
const dashed = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
