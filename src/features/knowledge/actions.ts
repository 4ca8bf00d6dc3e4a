'use server';

import { agentAction } from '@/server/actions/agent-action';
import { addTranslation } from './commands/add-translation';
import { changeArticle } from './commands/change-article';
import { createArticle } from './commands/create-article';
import { deleteArticle } from './commands/delete-article';
import { deleteCategory } from './commands/delete-category';
import { insertIntoTicket } from './commands/insert-into-ticket';
import { orderArticles } from './commands/order-articles';
import { orderCategories } from './commands/order-categories';
import { restoreRevision } from './commands/restore-revision';
import { saveCategory } from './commands/save-category';
import { settleMiss } from './commands/settle-miss';
import { takeStep } from './commands/take-step';
import { writeFromTicket } from './commands/write-from-ticket';
import * as inputs from './inputs';

const permission = 'knowledge.write';
const publishing = 'knowledge.publish';

export const createArticleAction = agentAction({
  permission,
  input: inputs.createArticleInput,
  run: createArticle,
});
export const changeArticleAction = agentAction({
  permission,
  input: inputs.changeArticleInput,
  run: changeArticle,
  shows: true,
});
export const addTranslationAction = agentAction({
  permission,
  input: inputs.addTranslationInput,
  run: addTranslation,
});
export const takeStepAction = agentAction({
  permission,
  input: inputs.stepInput,
  run: takeStep,
  shows: true,
});
export const restoreRevisionAction = agentAction({
  permission,
  input: inputs.restoreInput,
  run: restoreRevision,
});
export const deleteArticleAction = agentAction({
  permission: publishing,
  input: inputs.articleIdInput,
  run: deleteArticle,
  shows: true,
});
export const saveCategoryAction = agentAction({
  permission: publishing,
  input: inputs.categoryInput,
  run: saveCategory,
  shows: true,
});
export const writeFromTicketAction = agentAction({
  permission,
  input: inputs.fromTicketInput,
  run: writeFromTicket,
});
export const insertIntoTicketAction = agentAction({
  permission: 'knowledge.read',
  input: inputs.insertInput,
  run: insertIntoTicket,
});
export const settleMissAction = agentAction({ permission, input: inputs.missInput, run: settleMiss });
export const deleteCategoryAction = agentAction({
  permission: publishing,
  input: inputs.categoryIdInput,
  run: deleteCategory,
  shows: true,
});
export const orderCategoriesAction = agentAction({
  permission: publishing,
  input: inputs.categoryOrderInput,
  run: orderCategories,
  shows: true,
});
export const orderArticlesAction = agentAction({
  permission: publishing,
  input: inputs.articleOrderInput,
  run: orderArticles,
  shows: true,
});
