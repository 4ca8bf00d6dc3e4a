import { chooseCustomerSurveys } from '@/features/api/endpoints/surveys';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(chooseCustomerSurveys);
