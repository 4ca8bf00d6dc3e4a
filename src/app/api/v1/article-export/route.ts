import { exportArticles } from '@/features/api/endpoints/article-archive';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(exportArticles);
