import type { Transaction } from '../../../shared/database/transaction';
import { changeStock, type Stock } from '../stock/ledger';
import { keyOf, type StockPlace } from '../stock/lock-levels';
import { buyMissing } from './buy-missing';
import { jobOver } from './card';
import { JobPart } from './job-part.entity';
import { Line } from './line';
import { lockJobs, readLines } from './lock-jobs';
import type { JobEnd, SuppliedJob } from './supplied-job.entity';
import { tellJobs } from './tell-jobs';

export interface Scope {
  /** The job of the command; inventory knows it already. */
  jobCardId?: string;
  /** Its lines that the command is about. */
  lineIds?: readonly string[];
  places: readonly StockPlace[];
  /** Whether stock may come in or get free there: then those who wait for it are served, the oldest line first. */
  frees: boolean;
}

/**
 * Changes what jobs need, hold and use. Locks jobs, then levels; lets `work` do what it decides, gives what is free
 * then to those who wait for it, and writes lines and events. Once in a transaction, behind the caller's other rows.
 */
export async function supplyJobs<T>(
  tx: Transaction,
  { jobCardId, lineIds = [], places, frees }: Scope,
  work: (supply: Supply) => T | Promise<T>,
): Promise<T> {
  const jobs =
    jobCardId || frees ? await lockJobs(tx, jobCardId ? [jobCardId] : [], frees ? places : []) : [];
  const rows = jobs.length && (frees || lineIds.length) ? await readLines(tx, jobs, lineIds) : [];
  return changeStock(tx, places, async (stock) => {
    const supply = new Supply(stock, jobs, rows.map(Line.of));
    const result = await work(supply);
    if (frees) supply.serve(places);
    await supply.write(tx);
    return result;
  });
}

/**
 * `changeStock` for everybody by whom goods come in or reservations are given back: what is free in the end goes to the
 * jobs that wait for it, before anybody else can take it.
 */
export const changeStockAndServe = <T>(
  tx: Transaction,
  places: readonly StockPlace[],
  work: (stock: Stock) => T | Promise<T>,
): Promise<T> => supplyJobs(tx, { places, frees: true }, ({ stock }) => work(stock));

/** Locked jobs with their lines, over locked levels. */
export class Supply {
  private readonly lines: Map<string, Line>;
  private readonly served = new Set<string>();

  constructor(
    readonly stock: Stock,
    private readonly jobs: readonly SuppliedJob[],
    lines: readonly Line[],
  ) {
    this.lines = new Map(lines.map((line) => [line.id, line]));
  }

  /** By what inventory has heard of the job's end, which may be later than what the workshop was asked. */
  demandOpen(jobCardId: string): void {
    const ended = this.endOf(jobCardId);
    if (ended) throw jobOver(ended);
  }

  demandReturnable(jobCardId: string): void {
    if (this.endOf(jobCardId) === 'COMPLETED') throw jobOver('COMPLETED');
  }

  line(id: string): Line | undefined {
    return this.lines.get(id);
  }

  add(line: Line): void {
    this.lines.set(line.id, line);
  }

  private endOf(jobCardId: string): JobEnd | null {
    return this.jobs.find(({ id }) => id === jobCardId)?.ended ?? null;
  }

  serve(places: readonly StockPlace[]): void {
    const here = new Set(places.map(keyOf));
    for (const line of this.lines.values())
      if (here.has(keyOf(line.place)) && line.hold(this.stock)) this.served.add(line.about.jobCardId);
  }

  async write(tx: Transaction): Promise<void> {
    const changed: Line[] = [];
    for (const line of this.lines.values()) if (await writeLine(tx, line)) changed.push(line);
    await buyMissing(tx, changed);
    await tellJobs(tx, changed, this.served);
  }
}

/** Whether there was anything to write. */
async function writeLine(tx: Transaction, { id, row, columns }: Line): Promise<boolean> {
  if (row) return (await tx.update(JobPart, row, columns)).version !== row.version;
  await tx.insert(JobPart, { ...columns, id });
  return true;
}
