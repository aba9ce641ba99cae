import { addressOf } from '../../../shared/address';
import type { CustomerFacts, House, VehicleFacts } from '../peers';
import type { BillingSettings } from '../tax/billing-settings.entity';
import type { DocumentBuyer, DocumentSeller, DocumentVehicle } from './parties.type';

export function sellerOf({ organisation, centre }: House, settings: BillingSettings): DocumentSeller {
  return {
    name: settings.legalName ?? organisation.name,
    tradingName: organisation.name,
    serviceCentre: centre.name,
    address: addressOf(settings) ?? addressOf(centre.address),
    taxNumber: settings.taxNumber,
    registrationNumber: settings.registrationNumber,
    phone: centre.phone,
    email: centre.email,
    bankAccount: settings.bankAccount,
    upiId: settings.upiId,
    logoFileId: organisation.logoFileId,
    footer: settings.footer,
    locale: organisation.locale,
  };
}

export function buyerOf(customer: CustomerFacts): DocumentBuyer {
  const person = `${customer.firstName} ${customer.lastName}`.trim();
  const { code, company, address, taxNumber, phone, email } = customer;
  return {
    code,
    name: company ?? (person || code),
    contact: (company && person) || null,
    address,
    taxNumber,
    phone,
    email,
  };
}

export const vehicleThenOf = (vehicle: VehicleFacts | null): DocumentVehicle | null =>
  vehicle && {
    make: vehicle.make,
    model: vehicle.model,
    year: vehicle.year,
    plate: vehicle.plate,
    vin: vehicle.vin,
  };
