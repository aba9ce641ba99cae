import type { Environment } from '../../../shared/environment';
import { ApiError } from '../../../shared/errors';
import { developmentRegister } from './development-register';
import { dvlaRegister } from './dvla';
import type { VehicleRegister } from './provider';

/** The register that this installation asks. In production nothing is made up. */
export function openRegister({ dvlaApiKey, dvlaUrl, dvlaTimeout, production }: Environment): VehicleRegister {
  if (dvlaApiKey) return dvlaRegister({ apiKey: dvlaApiKey, url: dvlaUrl, timeoutMs: dvlaTimeout });
  if (production)
    throw new ApiError('FEATURE_OFF', 'This installation has no key for a register of vehicles.');
  return developmentRegister;
}
