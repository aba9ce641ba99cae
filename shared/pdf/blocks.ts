/**
 * What a document consists of: plain data, all lengths in points. The same data is the same document, byte by byte; so
 * a hash of it names the document.
 */
export interface PdfContent {
  title: string;
  /** BCP 47, for those who read it aloud. */
  language: string;
  /** When it is from, as ISO 8601: of the record, not of the rendering. */
  date: string;
  paper: Paper;
  body: readonly Block[];
  /** On top of every page but the first. */
  running: readonly Block[];
  /** At the bottom of every page. */
  footer: readonly Block[];
  /** Beside the footer, such as `Page {{page}} of {{pages}}`. */
  pageLabel: string;
  /** In large grey letters across each page. */
  watermark: string | null;
}

export type Paper = 'A4' | 'LETTER';
export type Align = 'left' | 'centre' | 'right';

export interface TextStyle {
  size?: number;
  bold?: boolean;
  colour?: string;
  align?: Align;
  /** A longer text ends in an ellipsis. */
  lines?: number;
}

export interface TextBlock extends TextStyle {
  kind: 'text';
  text: string;
}

export interface StackBlock {
  kind: 'stack';
  blocks: readonly Block[];
  gap?: number;
  /** On one page, unless it is longer than one. */
  together?: boolean;
}

/** A length in points, or a share of what the others leave. */
export type Width = { points: number } | { share: number };

export interface ColumnsBlock {
  kind: 'columns';
  columns: readonly { width: Width; blocks: readonly Block[] }[];
  gap: number;
}

export interface TableColumn extends TextStyle {
  head: string;
  /** `fit`: as wide as the widest of its texts, up to so much. */
  width: Width | { fit: number };
}

export interface TableRow {
  /** A text is set in the style of its column. */
  cells: readonly (string | Block)[];
  bold?: boolean;
}

export interface TableBlock {
  kind: 'table';
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
}

export interface BoxBlock {
  kind: 'box';
  blocks: readonly Block[];
  padding: number;
  fill?: string;
  border?: string;
}

/** A picture by its name among those that are handed over with the content, as large as fits. */
export interface ImageBlock {
  kind: 'image';
  name: string;
  width: number;
  height: number;
  align?: Align;
}

export interface QrBlock {
  kind: 'qr';
  data: string;
  side: number;
  align?: Align;
}

export interface RuleBlock {
  kind: 'rule';
  colour?: string;
  thickness?: number;
}

export interface SpaceBlock {
  kind: 'space';
  height: number;
}

export type Block =
  | TextBlock
  | StackBlock
  | ColumnsBlock
  | TableBlock
  | BoxBlock
  | ImageBlock
  | QrBlock
  | RuleBlock
  | SpaceBlock;

export const INK = '#16202c';
export const GREY = '#5b6673';
export const HAIRLINE = '#cfd6de';
export const PALE = '#f3f5f8';

export const TEXT_SIZE = 9;
