import { getMailbox, updateMailbox } from '@/features/api/endpoints/mailboxes';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getMailbox, updateMailbox);
