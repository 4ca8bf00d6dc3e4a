import { listArticleTickets } from '@/features/api/endpoints/article-readers';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listArticleTickets);
