import { deleteWebhook, getWebhook, updateWebhook } from '@/features/api/endpoints/webhooks';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getWebhook, deleteWebhook, updateWebhook);
