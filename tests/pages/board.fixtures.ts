import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { stageOf } from '../api/bodyshop.fixtures';
import type { Workshop } from '../api/jobs.fixtures';
import { Visitor } from '../harness/browser';
import type { GraphClient } from '../harness/client';
import type { Member } from '../harness/shop';

/** Opens the board and signs in as a person does. */
export async function openBoard(
  browser: Browser,
  url: string,
  { shop }: Workshop,
  { email, password }: Member,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await Visitor.open(browser, { viewport: WIDE, ...options });
  const { page } = visitor;
  await page.goto(`${url}/board`);
  for (const [name, value] of Object.entries({ login: email, password, organisation: shop.slug }))
    await page.fill(`[name=${name}]`, value);
  await page.click('[type=submit]');
  await standing(page, 'live');
  await page.waitForSelector('.column');
  return visitor;
}

export const WIDE = { width: 1600, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** Waits until the status line says so. */
export const standing = (page: Page, state: 'live' | 'reconnecting'): Promise<unknown> =>
  page.waitForSelector(`.standing[data-standing=${state}]`);

export const inColumn = (stage: string, cardId: string): string =>
  `.column:has(.name:text-is("${stage}")) .card[data-id="${cardId}"]`;

const MOVE = `mutation ($id: ID!, $stageId: ID!) { moveJobCardToStage(id: $id, stageId: $stageId) { id } }`;

/** Moves a card by the API, as another program does. */
export async function moveCard(client: GraphClient, id: string, key: string): Promise<void> {
  await client.ask(MOVE, { id, stageId: (await stageOf(client, key)).id });
}
