/** What we asked the customer, and what they answered. Their words stand in the answer's own row. */
export type SurveyFact =
  | Readonly<{ type: 'survey.asked'; inviteId: string; kind: string; channel: string }>
  | Readonly<{
      type: 'survey.answered';
      inviteId: string;
      surveyId: string;
      /** Whom it is about. */
      agentId: string | null;
      kind: string;
      /** The best score there is. */
      of: number;
      score: number;
      /** good, middling or bad */
      mood: string;
      /** They had answered before and changed their mind. */
      changed: boolean;
    }>
  /** A low score opened a task for somebody. */
  | Readonly<{ type: 'survey.followed_up'; inviteId: string; ticketId: string; number: number }>;
