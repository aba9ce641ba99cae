import type { Inputs } from './inputs';
import { PAGE } from './inputs';
import { type Call, inTurn, type Operation } from './operation';

const BOARD = `query Board($serviceCentreId: ID!) {
  jobCards(filter: { serviceCentreId: $serviceCentreId }, first: 50) {
    nodes {
      id number status priority
      vehicle { id plate make model owner { id firstName lastName phone } }
    }
  }
}`;

const CUSTOMER = `query Customer($id: ID!) {
  customer(id: $id) {
    id firstName lastName company phone email
    vehicles(first: 10) {
      nodes {
        id plate make model
        jobCards(first: 10) { nodes { id number status createdAt } }
      }
    }
  }
}`;

const CUSTOMERS = `query SearchCustomers($search: String!) {
  customers(filter: { search: $search }, first: 20) {
    nodes { id code firstName lastName company phone email }
  }
}`;

const VEHICLES = `query SearchVehicles($search: String!) {
  vehicles(filter: { search: $search }, first: 20) {
    nodes { id plate make model owner { id firstName lastName phone } }
  }
}`;

const PAGE_OF_CARDS = `query Page($first: Int!, $after: String) {
  jobCards(first: $first, after: $after) {
    nodes { id number status priority complaint createdAt }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const board = (inputs: Inputs): Operation => ({
  name: 'board',
  clients: 16,
  call: (n) => boardCall(inputs, n),
});

export const boardAlone = (inputs: Inputs): Operation => ({
  name: 'boardAlone',
  clients: 1,
  call: (n) => boardCall(inputs, n),
});

const boardCall = ({ centres }: Inputs, n: number): Call => ({
  name: 'board',
  query: BOARD,
  variables: { serviceCentreId: inTurn(centres, n) },
});

export const customer = ({ customers }: Inputs): Operation => ({
  name: 'customer',
  clients: 16,
  call: (n) => ({ name: 'customer', query: CUSTOMER, variables: { id: inTurn(customers, n) } }),
});

/** In turn by name, by phone and by plate: who stands at the desk says one of them. */
export const search = ({ names, phones, plates }: Inputs): Operation => ({
  name: 'search',
  clients: 16,
  call(n) {
    const turn = Math.floor(n / 3);
    const plate = n % 3 === 2;
    const term = plate ? inTurn(plates, turn) : inTurn(n % 3 ? phones : names, turn);
    return {
      name: plate ? 'searchVehicles' : 'searchCustomers',
      query: plate ? VEHICLES : CUSTOMERS,
      variables: { search: term },
    };
  },
});

export const firstPage = (): Operation => ({
  name: 'firstPage',
  clients: 16,
  call: () => pageCall(null),
});

export const thousandthPage = ({ cursor }: Inputs): Operation => ({
  name: 'thousandthPage',
  clients: 16,
  call: () => pageCall(cursor),
});

const pageCall = (after: string | null): Call => ({
  name: 'page',
  query: PAGE_OF_CARDS,
  variables: { first: PAGE, after },
});
