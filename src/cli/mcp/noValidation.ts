import type { jsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js';

/**
 * The SDK validates with it what a client answers to a form. This server shows none, so that the validator, larger than
 * all the rest of the SDK that is used, need not be bundled.
 */
export const noValidation: jsonSchemaValidator = {
  getValidator: () => () => ({ valid: false, data: undefined, errorMessage: 'This server shows no form.' }),
};
