import { ApiError } from '../../shared/errors';
import type { ErrorHead } from './error-head';

/** A request that is not as the graph takes requests: `path` names what of it, a header or a parameter. */
export const badRequest = (http: ErrorHead, path: string, code: string, message: string): ApiError =>
  new ApiError('BAD_INPUT', message, { fields: [{ path, code, message }], http });

/** The common case: a parameter. */
export const badParameter = (path: string, code: string, message: string): ApiError =>
  badRequest({ status: 400 }, path, code, message);
