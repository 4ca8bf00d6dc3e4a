import { orderArticleCategories } from '@/features/api/endpoints/article-categories';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(orderArticleCategories);
