import sharp from 'sharp';
import type { GraphAnswer, GraphClient } from '../harness/client';

export interface Upload {
  file: { id: string; state: string; url: string | null };
  url: string;
  method: string;
  headers: { name: string; value: string }[];
  expiresAt: string;
}

export interface StoredFile {
  id: string;
  name: string;
  contentType: string;
  size: number;
  state: string;
  problem: string | null;
  url: string | null;
  thumbnailUrl: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export const FILE = 'id name contentType size state problem url thumbnailUrl version createdAt updatedAt';
export const CREATE = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) {
  file { id state url } url method headers { name value } expiresAt } }`;
export const COMPLETE = `mutation ($id: ID!) { completeUpload(fileId: $id) { ${FILE} } }`;
export const READ = `query ($id: ID!) { file(id: $id) { ${FILE} } }`;

export const picture = (width = 640, height = 480): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 200 } } })
    .png()
    .toBuffer();

export async function begin(
  client: GraphClient,
  contentType: string,
  size: number,
  more: Record<string, unknown> = {},
): Promise<Upload> {
  const input = { fileName: 'a file', contentType, size, ...more };
  return (await client.ask<{ createUpload: Upload }>(CREATE, { input })).createUpload;
}

/** Sends the bytes as the upload says. */
export const put = ({ url, method, headers }: Upload, bytes: Buffer): Promise<Response> =>
  fetch(url, {
    method,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    body: new Uint8Array(bytes),
  });

export const complete = (
  client: GraphClient,
  id: string,
): Promise<GraphAnswer<{ completeUpload: StoredFile }>> => client.send(COMPLETE, { id });

export async function read(client: GraphClient, id: string): Promise<StoredFile | null> {
  return (await client.ask<{ file: StoredFile | null }>(READ, { id })).file;
}

/** The whole way: announced, sent, completed. */
export async function upload(client: GraphClient, contentType: string, bytes: Buffer): Promise<StoredFile> {
  const begun = await begin(client, contentType, bytes.length);
  await put(begun, bytes);
  return (await client.ask<{ completeUpload: StoredFile }>(COMPLETE, { id: begun.file.id })).completeUpload;
}
