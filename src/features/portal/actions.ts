'use server';

import { agentAction } from '@/server/actions/agent-action';
import { portalAction, portalForm } from '@/server/actions/portal-action';
import { askSignIn } from './commands/ask-sign-in';
import { askWhen } from './commands/ask-when';
import { changeConsent } from './commands/change-consent';
import * as fields from './commands/fields';
import { signInByCode, signInByLink } from './commands/finish-sign-in';
import { askAddress, dropAddress, preferAddress, proveAddress } from './commands/own-addresses';
import { addNumber, dropNumber } from './commands/own-numbers';
import { proveHost, saveHost } from './commands/portal-host';
import { reopenAsCustomer } from './commands/reopen-as-customer';
import { replyAsCustomer } from './commands/reply-as-customer';
import { revokeGuestLinks } from './commands/revoke-guest-links';
import { saveLogo } from './commands/save-logo';
import { savePortal } from './commands/save-portal';
import { saveMailChoice, saveProfile } from './commands/save-profile';
import { signOutCustomer, signOutEverywhere } from './commands/sign-out-customer';
import { solveAsCustomer } from './commands/solve-as-customer';
import * as inputs from './inputs';

export const askSignInAction = portalForm({ input: inputs.askSignInInput, run: askSignIn });
export const signInByCodeAction = portalForm({ input: inputs.codeInput, run: signInByCode });
export const signInByLinkAction = portalForm({ input: inputs.linkInput, run: signInByLink });

export const replyAsCustomerAction = portalAction({ input: inputs.replyInput, run: replyAsCustomer });
export const solveAsCustomerAction = portalAction({ input: inputs.ticketInput, run: solveAsCustomer });
export const reopenAsCustomerAction = portalAction({ input: inputs.ticketInput, run: reopenAsCustomer });
export const askWhenAction = portalAction({ input: inputs.ticketInput, run: askWhen });
export const signOutCustomerAction = portalAction({ input: inputs.nothing, run: signOutCustomer });
export const signOutEverywhereAction = portalAction({ input: inputs.nothing, run: signOutEverywhere });

export const saveProfileAction = portalAction({ input: inputs.profileInput, run: saveProfile });
export const saveMailChoiceAction = portalAction({ input: inputs.mailChoiceInput, run: saveMailChoice });
export const askAddressAction = portalAction({ input: inputs.newAddressInput, run: askAddress });
export const proveAddressAction = portalAction({ input: inputs.codeInput, run: proveAddress });
export const preferAddressAction = portalAction({ input: inputs.identityInput, run: preferAddress });
export const dropAddressAction = portalAction({ input: inputs.identityInput, run: dropAddress });

export const addNumberAction = portalAction({ input: inputs.newNumberInput, run: addNumber });
export const dropNumberAction = portalAction({ input: inputs.numberInput, run: dropNumber });
export const changeConsentAction = portalAction({ input: inputs.consentInput, run: changeConsent });

export const revokeGuestLinksAction = agentAction({
  permission: 'ticket.reply',
  input: inputs.ticketLinksInput,
  run: revokeGuestLinks,
});

const permission = 'workspace.manage';

export const savePortalAction = agentAction({ permission, input: fields.portalInput, run: savePortal });
export const saveLogoAction = agentAction({ permission, input: fields.logoInput, run: saveLogo });
export const saveHostAction = agentAction({ permission, input: fields.hostInput, run: saveHost });
export const proveHostAction = agentAction({ permission, input: fields.nothingInput, run: proveHost });
