import { DAY_MS, skipOf } from '@/domain/survey/ask';
import type { SurveyTerms } from '@/domain/survey/survey';
import { isAside } from '@/domain/ticket/trash';
import { customerSkip } from '@/features/surveys/ask-customer';
import {
  type AskedSurvey,
  askedOf,
  INVITE,
  type InviteRow,
  isUnsent,
  NOBODY,
  onceKeyOf,
} from '@/features/surveys/asked-row';
import { type Holder, holderAt, holderOfChat } from '@/features/surveys/holder';
import { activeSurveys, type Survey, spoken } from '@/features/surveys/survey-rows';
import { askedAbout, isMeant, type SolvedTicket, solvedTicket } from '@/features/surveys/ticket-facts';
import type { Db, Tx } from '@/server/db/client';

/** Where a ticket's customer may meet a question without a mail that asks. */
type OfferPlace = 'link' | 'chat' | 'portal';

type Offer = Readonly<{
  workspaceId: string;
  ticketId: string;
  place: OfferPlace;
  /** This one; null takes what is to be asked now. */
  surveyId: string | null;
  now: Date;
}>;

/**
 * What the customer of a ticket is asked here. A link asks the first survey that is given by hand and meant for such tickets,
 * else the first that asks about solutions. In a chat and below a request it is the first survey of that place that was not
 * answered yet and that the customer may be asked now: not who opted out, nor who was asked not long ago. Where all are
 * answered, one that may still be changed. Looking keeps nothing.
 */
export async function offeredSurvey(db: Db | Tx, offer: Offer): Promise<AskedSurvey | null> {
  const ticket = await solvedTicket(db, offer, offer.ticketId);
  if (!ticket || !isOpenTo(ticket, offer.place)) return null;
  const surveys = await meantHere(db, offer, ticket);
  const earlier = await earlierAskings(db, { offer, ticket, surveys });
  const named = earlier.find(({ surveyId }) => surveyId === offer.surveyId);
  return named && !isUnsent(named)
    ? askedOf(db, named, offer.now)
    : firstToBeAsked(db, { offer, ticket, surveys, earlier });
}

async function firstToBeAsked(
  db: Db | Tx,
  { surveys, earlier, ...about }: Looked & Readonly<{ earlier: readonly InviteRow[] }>,
): Promise<AskedSurvey | null> {
  const over: AskedSurvey[] = [];
  for (const survey of surveys) {
    const row = earlier.find(({ surveyId }) => surveyId === survey.id) ?? null;
    const asked = await askingOf(db, { ...about, survey, row });
    if (asked && isToBeAsked(asked)) return asked;
    if (asked) over.push(asked);
  }
  return over.find(({ expired }) => !expired) ?? over[0] ?? null;
}

const isToBeAsked = ({ mode, given, expired }: AskedSurvey): boolean =>
  mode === 'ticket' || (given === null && !expired);

type Candidate = One & Readonly<{ row: InviteRow | null }>;

/** What was asked, else what may be asked now; null where neither is. */
async function askingOf(db: Db | Tx, { row, ...one }: Candidate): Promise<AskedSurvey | null> {
  if (row && !isUnsent(row)) return askedOf(db, row, one.offer.now);
  return (await mayAsk(db, one)) ? fresh(db, { ...one, row }) : null;
}

function isOpenTo(ticket: SolvedTicket, place: OfferPlace): boolean {
  if (place === 'link') return !isAside(ticket) && ticket.mergedIntoId === null;
  const skip = skipOf(askedAbout(ticket));
  // A chat may be over before its ticket is solved.
  return skip === null || (place === 'chat' && skip === 'reopened' && isOver(ticket));
}

const isOver = (ticket: SolvedTicket): boolean =>
  skipOf({ ...askedAbout(ticket), status: 'solved' }) === null;

/** The surveys of this place, in the order in which they are asked. */
async function meantHere(
  db: Db | Tx,
  { workspaceId, place, surveyId }: Offer,
  ticket: SolvedTicket,
): Promise<Survey[]> {
  const all = (await activeSurveys(db, { workspaceId })).filter(({ terms }) =>
    isMeant(terms.condition, ticket),
  );
  if (place === 'link') {
    const byHand = all.find(({ terms }) => terms.trigger === 'hand');
    return [byHand ?? all.find(({ terms }) => terms.trigger === 'solved')].filter(
      (survey) => survey !== undefined,
    );
  }
  return all.filter(
    ({ id, activeSince, terms }) =>
      terms.trigger !== 'hand' &&
      terms.channels.includes(place) &&
      (surveyId === null || id === surveyId) &&
      (!ticket.solvedAt || (activeSince !== null && activeSince <= ticket.solvedAt)),
  );
}

type Looked = Readonly<{ offer: Offer; ticket: SolvedTicket; surveys: readonly Survey[] }>;

function earlierAskings(db: Db | Tx, { offer, ticket, surveys }: Looked) {
  const ids = new Set([...surveys.map(({ id }) => id), ...(offer.surveyId ? [offer.surveyId] : [])]);
  const onceKey = { in: [...ids].map((id) => onceKeyOf(id, ticket)) };
  return db.surveyInvite.findMany({ where: { workspaceId: offer.workspaceId, onceKey }, select: INVITE });
}

type One = Readonly<{ offer: Offer; ticket: SolvedTicket; survey: Survey }>;

async function mayAsk(db: Db | Tx, { offer, ticket, survey }: One): Promise<boolean> {
  const { workspaceId, place, now } = offer;
  // Whoever holds the link of one question was shown it.
  if (place === 'link' || offer.surveyId !== null) return true;
  const customerId = ticket.requesterId;
  const customer = await db.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id: customerId } },
    select: { id: true, erasedAt: true, blockedAt: true, surveyOptOut: { select: { at: true } } },
  });
  if (!customer) return false;
  const asking = { customer, terms: survey.terms };
  if (await customerSkip(db, { workspaceId, now: () => now }, asking)) return false;
  if (survey.terms.trigger !== 'schedule') return true;
  const turn = { workspaceId, surveyId: survey.id, customerId, dueAt: { lte: now } };
  return (await db.surveyTurn.findFirst({ where: turn, select: { dueAt: true } })) !== null;
}

type Found = One &
  Readonly<{
    row: Readonly<{ id: string } & Holder> | null;
  }>;

async function fresh(db: Db | Tx, { offer, ticket, survey, row }: Found): Promise<AskedSurvey | null> {
  const { workspaceId, place, now } = offer;
  const workspace = await db.workspace.findUnique({ where: { id: workspaceId }, select: { name: true } });
  if (!workspace) return null;
  const about =
    survey.terms.trigger === 'schedule' ? RELATIONSHIP : await aboutTicket(db, { offer, ticket, row });
  return {
    ...NOBODY,
    mode: 'ticket',
    workspaceId,
    workspace: workspace.name,
    locale: spoken([ticket.language, ticket.requester.locale, ticket.workspace.locale]),
    surveyId: survey.id,
    surveyVersion: survey.version,
    terms: survey.terms,
    inviteId: row?.id ?? null,
    place,
    onceKey: onceKeyOf(survey.id, ticket),
    episode: ticket.reopens,
    customerId: ticket.requesterId,
    expired: isLate(ticket, survey.terms, now),
    ...about,
  };
}

/** A question about the relationship is about no ticket and nobody of ours. */
const RELATIONSHIP = { ticketId: null, agentId: null, teamId: null } as const;

/** Who is asked about is who had it when it was solved, or when the chat was over. */
async function aboutTicket(
  db: Db | Tx,
  { offer, ticket, row }: Pick<Found, 'offer' | 'ticket' | 'row'>,
): Promise<Holder & Readonly<{ ticketId: string }>> {
  const { workspaceId, ticketId, place, now } = offer;
  if (row) return { ticketId, agentId: row.agentId, teamId: row.teamId };
  const inChat = place === 'chat' ? await holderOfChat(db, { workspaceId, ticketId }) : null;
  const holder = inChat ?? (await holderAt(db, { workspaceId, ticketId, at: ticket.solvedAt ?? now }));
  return { ticketId, ...holder };
}

function isLate({ solvedAt }: SolvedTicket, { expireDays }: SurveyTerms, now: Date): boolean {
  return solvedAt !== null && solvedAt.getTime() + expireDays * DAY_MS <= now.getTime();
}
