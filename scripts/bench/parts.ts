import type pg from 'pg';
import { measureChat } from './chat';
import { measureCrowd } from './crowd';
import { measureCustomers } from './customers';
import { measureDesk } from './desk';
import type { Figures } from './figures';
import { measureHistories } from './histories';
import { measureIntake } from './intake';
import { measureKnowledge } from './knowledge';
import { measureMetrics } from './metrics';
import { measureNotices } from './notices';
import { measurePages } from './pages';
import type { Product } from './product';
import { measureReplies } from './replies';
import { measureRules } from './rules';
import { measureSearch } from './search';
import { measureDueDates, measureSweep } from './sla';
import { measureViews } from './views';

/** What every part is given; `client` speaks to the database of the running product. */
type Measure = Readonly<{
  product: Product;
  client: pg.Client;
  /** Tickets that the workspace was filled with. */
  tickets: number;
  /** How often something short is measured. */
  times: number;
  mails: number;
  histories: number;
  /** Chats at once, and for how long they are talked in. */
  chats: number;
  chatSeconds: number;
  /** Open lists that hear of changes. */
  listeners: number;
  /** Agents at work at once, and for how long. */
  agents: number;
  agentSeconds: number;
  /** Lines of the file of customers. */
  customers: number;
}>;

type Part = (measure: Measure) => Promise<readonly Figures[]>;

/**
 * The parts of `npm run bench` in the order in which they run, by the names that `--only` knows. A new one is a file beside
 * this that answers figures, and a line here; what fills the database with much more comes last.
 */
export const PARTS: Readonly<Record<string, Part>> = {
  pages: measurePages,
  views: measureViews,
  search: measureSearch,
  desk: measureDesk,
  notices: measureNotices,
  crowd: measureCrowd,
  knowledge: measureKnowledge,
  replies: measureReplies,
  chat: measureChat,
  rules: measureRules,
  intake: measureIntake,
  due: measureDueDates,
  sweep: measureSweep,
  histories: measureHistories,
  metrics: measureMetrics,
  customers: measureCustomers,
};
